//! `docs/bundled.md`: what is inside the programs that are handed out, with version, licence and checksum. Made from
//! `Cargo.lock` and `cargo metadata` alone, so that anybody gets the same page.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write as _;

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Node, NodeDep, Package, PackageId};

use crate::fault::{At, TaskFault};
use crate::place::Place;

/// What is handed out: the room it is built from, its letter in the table, its name, and the systems it is built for.
const PROGRAMS: [(&str, char, &str, &[&str]); 3] = [
    ("desktop", 'W', "the window", &DESKTOPS),
    ("cli", 'C', "the command line", &DESKTOPS),
    ("ui", 'P', "the page inside both", &["wasm32-unknown-unknown"]),
];
const DESKTOPS: [&str; 3] = ["x86_64-unknown-linux-gnu", "x86_64-pc-windows-msvc", "x86_64-apple-darwin"];

/// The crate that has SQLite's source; its version names SQLite's.
const SQLITE: &str = "sqlite3mc-src";

const HEAD: &str = "# What is inside

This page is made by `cargo xtask bundled` from `Cargo.lock`; `cargo xtask check` fails when it is not current. It names
every crate of other people in what is handed out, on any of the systems, with its version, its licence and the SHA-256 of
its archive in the public registry, or where in this repository it stands. The same `Cargo.lock` and compiler give the same
parts; a build takes no others (`deny.toml`).

Not inside: crates that only build or test (code generators, test runners, browsers and their drivers, the accessibility
checker). The web view is the system's own, and so is the C library.
";

/// Writes the page.
pub(crate) fn write(place: &Place) -> Result<(), TaskFault> {
    let path = place.root.join("docs").join("bundled.md");
    let page = page(place)?;
    std::fs::write(&path, &page).at(&path)?;
    println!("   {} lines in docs/bundled.md", page.lines().count());
    Ok(())
}

/// Fails when the page is not what the lock file says.
pub(crate) fn check(place: &Place) -> Result<(), TaskFault> {
    let path = place.root.join("docs").join("bundled.md");
    let written = std::fs::read_to_string(&path).at(&path)?;
    let now = page(place)?;
    let (written, now): (BTreeSet<&str>, BTreeSet<&str>) = (written.lines().collect(), now.lines().collect());
    for line in now.difference(&written).take(5) {
        println!("   missing: {line}");
    }
    for line in written.difference(&now).take(5) {
        println!("   not inside any more: {line}");
    }
    if written == now { Ok(()) } else { Err(TaskFault::StalePage { page: "docs/bundled.md", verb: "bundled" }) }
}

fn page(place: &Place) -> Result<String, TaskFault> {
    let lock = place.root.join("Cargo.lock");
    let lock = std::fs::read_to_string(&lock).at(lock)?;
    let checksums = checksums(&lock);
    let toolchain = place.root.join("rust-toolchain.toml");
    let toolchain = std::fs::read_to_string(&toolchain).at(toolchain)?;
    let compiler = quoted(&toolchain, "channel").unwrap_or("unknown");
    let mut parts: BTreeMap<(String, String), Part> = BTreeMap::new();
    let mut sqlite = None;
    for target in PROGRAMS.iter().flat_map(|program| program.3).collect::<BTreeSet<_>>() {
        let metadata = MetadataCommand::new()
            .manifest_path(place.root.join("Cargo.toml"))
            .other_options(["--filter-platform".to_owned(), (*target).to_owned(), "--locked".to_owned()])
            .exec()?;
        for (room, letter, ..) in PROGRAMS.iter().filter(|program| program.3.contains(target)) {
            for package in inside(&metadata, room) {
                if package.name.as_str() == SQLITE {
                    sqlite = Some(package.version.build.to_string());
                }
                let licence = package.license.clone().unwrap_or_else(|| "see its archive".to_owned());
                let name = (package.name.to_string(), package.version.to_string());
                parts
                    .entry(name)
                    .or_insert_with(|| Part { licence, programs: BTreeSet::new() })
                    .programs
                    .insert(*letter);
            }
        }
    }
    let mut page = HEAD.to_owned();
    let version = env!("CARGO_PKG_VERSION");
    let sqlite = sqlite.unwrap_or_else(|| "none".to_owned());
    // Writing to a string cannot fail.
    let _ = write!(
        page,
        "\nTrackside {version}, built with Rust {compiler}. SQLite inside: {sqlite}. {} crates.\n\n",
        parts.len()
    );
    let letters: Vec<String> = PROGRAMS.iter().map(|(_, letter, name, _)| format!("{letter}: {name}")).collect();
    let _ = write!(
        page,
        "In: {}.\n\n| crate | version | in | licence | SHA-256 |\n|---|---|---|---|---|\n",
        letters.join(", ")
    );
    for ((name, version), part) in &parts {
        let programs: String = part.programs.iter().collect();
        let checksum = checksums.get(&(name.as_str(), version.as_str())).copied().unwrap_or("here, under `vendor`");
        let _ = writeln!(page, "| {name} | {version} | {programs} | {} | {checksum} |", part.licence);
    }
    Ok(page)
}

struct Part {
    licence: String,
    programs: BTreeSet<char>,
}

/// Everything of other people that a room's program is linked from: its dependencies and theirs, but for those that only
/// build or test, and for what runs in the compiler.
fn inside<'a>(metadata: &'a Metadata, room: &str) -> Vec<&'a Package> {
    let packages: HashMap<&PackageId, &Package> = metadata.packages.iter().map(|one| (&one.id, one)).collect();
    let resolved = metadata.resolve.iter().flat_map(|resolve| &resolve.nodes);
    let nodes: HashMap<&PackageId, &Node> = resolved.map(|node| (&node.id, node)).collect();
    let mut todo: Vec<&PackageId> = metadata
        .workspace_packages()
        .into_iter()
        .filter(|package| package.name.as_str() == room)
        .map(|one| &one.id)
        .collect();
    let (mut seen, mut found) = (BTreeSet::new(), Vec::new());
    while let Some(id) = todo.pop() {
        let (Some(package), Some(node)) = (packages.get(id), nodes.get(id)) else { continue };
        let compiles = package.targets.iter().any(|target| target.is_proc_macro());
        if compiles || !seen.insert(id) {
            continue;
        }
        if !metadata.workspace_members.contains(id) {
            found.push(*package);
        }
        // What is only there for a build script is not linked, but for the source that such a script compiles.
        let linked = |dep: &&NodeDep| {
            let source = packages.get(&dep.pkg).is_some_and(|package| package.name.ends_with("-src"));
            dep.dep_kinds.iter().any(|kind| kind.kind == DependencyKind::Normal || source)
        };
        todo.extend(node.deps.iter().filter(linked).map(|dep| &dep.pkg));
    }
    found
}

/// The text in quotation marks on the first line that begins so.
fn quoted<'a>(text: &'a str, begins: &str) -> Option<&'a str> {
    text.lines().find(|line| line.starts_with(begins))?.split('"').nth(1)
}

/// The checksum of each package of a lock file, by name and version.
fn checksums(lock: &str) -> HashMap<(&str, &str), &str> {
    let packages = lock.split("[[package]]").skip(1);
    packages
        .filter_map(|package| {
            let field = |name: &str| quoted(package, &format!("{name} = "));
            Some(((field("name")?, field("version")?), field("checksum")?))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checksums_are_found_by_name_and_version() {
        let lock = "version = 4\n\n[[package]]\nname = \"a\"\nversion = \"1.0.0\"\nchecksum = \"11\"\n\n\
                    [[package]]\nname = \"a\"\nversion = \"2.0.0\"\nchecksum = \"22\"\n\n\
                    [[package]]\nname = \"ours\"\nversion = \"0.1.0\"\n";
        let found = checksums(lock);
        assert_eq!((found.get(&("a", "1.0.0")), found.get(&("a", "2.0.0"))), (Some(&"11"), Some(&"22")));
        assert_eq!(found.len(), 2, "our own have none");
    }

    #[test]
    fn the_command_line_holds_what_it_links_and_not_what_tests_it() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let metadata = MetadataCommand::new().manifest_path(root.join("Cargo.toml")).exec().expect("metadata");
        let names: Vec<String> = inside(&metadata, "cli").iter().map(|package| package.name.to_string()).collect();
        let holds = |name: &str| names.iter().any(|one| one == name);
        assert!(holds("axum") && holds("libsqlite3-sys") && holds(SQLITE) && holds("ed25519-dalek"));
        assert!(!holds("proptest") && !holds("criterion") && !holds("serde_derive") && !holds("tauri") && !holds("cc"));
    }
}
