//! What the threat model points at is there: a defence that moved away must not go on being claimed.

use std::path::Path;

use super::files::Text;

const PAGE: &str = "docs/threat-model.md";

/// A sentence for each place that is named and is not there.
pub(super) fn broken(root: &Path, files: &[Text]) -> Vec<String> {
    let page = files.iter().find(|file| file.path == Path::new(PAGE));
    let Some(page) = page else { return vec![format!("{PAGE} is gone")] };
    places(&page.text)
        .filter(|place| !root.join(place).exists())
        .map(|place| format!("{PAGE} names {place}, which is not there"))
        .collect()
}

/// The paths between backticks.
fn places(text: &str) -> impl Iterator<Item = &str> {
    let quoted = text.lines().flat_map(|line| line.split('`').skip(1).step_by(2));
    quoted.filter(|words| words.contains('/') && !words.contains([' ', '*', ':', '<']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_are_looked_for() {
        let text = "see `crates/app/src/log.rs` and `Cargo.lock`,\n`*.trackside`, `cargo xtask tidy`, `tests/tests`\n";
        assert_eq!(places(text).collect::<Vec<_>>(), ["crates/app/src/log.rs", "tests/tests"]);
    }

    #[test]
    fn a_place_that_is_gone_is_named() {
        let page = Text { path: PAGE.into(), text: "`src/main.rs` `src/gone.rs`".to_owned() };
        let said = broken(Path::new(env!("CARGO_MANIFEST_DIR")), &[page]);
        assert_eq!(said, ["docs/threat-model.md names src/gone.rs, which is not there"]);
    }
}
