//! The licences of everything we build with, against a list.
//!
//! Read from `cargo metadata` here rather than by `cargo-deny`, which takes longer to build than this whole project's
//! checks take to run.

use cargo_metadata::MetadataCommand;

use crate::fault::TaskFault;
use crate::place::Place;

/// Licences under which a dependency may come. All allow use in a program under MIT OR Apache-2.0; MPL-2.0 binds only
/// changes to its own files, of which we make none.
const ALLOWED: [&str; 16] = [
    "MIT",
    "MIT-0",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MPL-2.0",
    "OFL-1.1",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
    "0BSD",
];

/// Every package in Cargo.lock that some target of ours could build.
pub(crate) fn check(place: &Place) -> Result<(), TaskFault> {
    let metadata = MetadataCommand::new().manifest_path(place.root.join("Cargo.toml")).exec()?;
    let foreign = metadata.packages.iter().filter(|package| package.source.is_some());
    let (mut seen, mut count) = (0, 0);
    for package in foreign {
        seen += 1;
        let licence = package.license.as_deref().unwrap_or("");
        if !allowed(licence) {
            count += 1;
            println!("   {} {}: licence `{licence}` is not on the list", package.name, package.version);
        }
    }
    println!("   {seen} packages looked at, {count} not allowed");
    if count == 0 { Ok(()) } else { Err(TaskFault::Licence { count }) }
}

/// Whether an SPDX expression can be met with licences of the list. `/` is the old way to write `OR`.
fn allowed(expression: &str) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut at = 0;
    any(&words, &mut at) && at == words.len()
}

/// `a OR b OR …`
fn any(words: &[&str], at: &mut usize) -> bool {
    let mut met = all(words, at);
    while words.get(*at) == Some(&"OR") {
        *at += 1;
        // Both sides must be read, whatever the first says.
        met = all(words, at) || met;
    }
    met
}

/// `a AND b AND …`
fn all(words: &[&str], at: &mut usize) -> bool {
    let mut met = one(words, at);
    while words.get(*at) == Some(&"AND") {
        *at += 1;
        met = one(words, at) && met;
    }
    met
}

/// A licence, perhaps with an exception, or an expression in parentheses.
fn one(words: &[&str], at: &mut usize) -> bool {
    let Some(word) = words.get(*at) else { return false };
    *at += 1;
    if *word == "(" {
        let met = any(words, at);
        *at += 1;
        return met;
    }
    if words.get(*at) == Some(&"WITH") {
        let exception = words.get(*at + 1).copied().unwrap_or_default();
        *at += 2;
        // An exception only gives; whoever may use the licence alone may use it with one.
        return ALLOWED.contains(word) || ALLOWED.contains(&format!("{word} WITH {exception}").as_str());
    }
    ALLOWED.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_needs_one_licence_of_the_list() {
        assert!(allowed("MIT OR GPL-3.0-only"));
        assert!(allowed("GPL-3.0-only OR MIT"));
        assert!(allowed("MIT/Apache-2.0"));
        assert!(!allowed("GPL-3.0-only"));
    }

    #[test]
    fn a_sum_needs_all_of_them() {
        assert!(allowed("(MIT OR Apache-2.0) AND Unicode-3.0"));
        assert!(!allowed("(MIT OR Apache-2.0) AND GPL-3.0-only"));
        assert!(!allowed("GPL-3.0-only AND MIT"));
    }

    #[test]
    fn an_exception_only_gives() {
        assert!(allowed("Apache-2.0 WITH LLVM-exception OR Apache-2.0 OR MIT"));
        assert!(!allowed("GPL-2.0-only WITH Classpath-exception-2.0"));
    }

    #[test]
    fn no_licence_and_a_broken_one_are_not_allowed() {
        assert!(!allowed(""));
        assert!(!allowed("MIT MIT"));
    }
}
