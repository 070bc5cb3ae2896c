//! Which library stays in which room.

use std::path::Path;

use cargo_metadata::Metadata;

use super::files::Text;

/// A library (or a family of them, by the beginning of the name), and the rooms it may be in.
const FENCES: [(&str, &[&str]); 9] = [
    ("sqlx", &["store"]),
    // xtask: only the example that makes a scratch file for `prepare`.
    ("rusqlite", &["store", "xtask"]),
    ("tauri", &["desktop"]),
    ("leptos", &["ui"]),
    ("axum", &["cli"]),
    // tests: only the benchmark that measures an import against bare decoding.
    ("fitparser", &["exchange", "tests"]),
    ("rustyfit", &["exchange", "sample", "tests"]),
    ("plotters", &["charts"]),
    ("pulldown-cmark", &["app"]),
];

/// Inside `store`, the second way to SQLite is for copying whole files only (and its faults are named with the others).
const RUSQLITE_FILES: [&str; 4] = [
    "crates/store/src/backup.rs",
    "crates/store/src/protect.rs",
    "crates/store/src/salvage.rs",
    "crates/store/src/fault.rs",
];

/// A sentence for each library outside its fence.
pub(super) fn broken(metadata: &Metadata, files: &[Text]) -> Vec<String> {
    let mut broken = Vec::new();
    for package in metadata.workspace_packages() {
        for dependency in &package.dependencies {
            broken.extend(outside(package.name.as_str(), &dependency.name));
        }
    }
    broken.extend(rusqlite_elsewhere(files));
    broken
}

fn outside(room: &str, library: &str) -> Option<String> {
    let family =
        |name: &str| library == name || library.strip_prefix(name).is_some_and(|rest| rest.starts_with(['-', '_']));
    let (name, rooms) = FENCES.iter().find(|(name, _)| family(name))?;
    (!rooms.contains(&room)).then(|| format!("{room} uses {library}; {name} belongs in {} only", rooms.join(" and ")))
}

fn rusqlite_elsewhere(files: &[Text]) -> Vec<String> {
    let in_store = files.iter().filter(|file| file.path.starts_with(Path::new("crates/store/src")));
    in_store
        .filter(|file| !RUSQLITE_FILES.iter().any(|allowed| file.path == Path::new(allowed)))
        .filter(|file| file.text.contains("rusqlite::"))
        .map(|file| format!("{} uses rusqlite; only {} may", file.path.display(), RUSQLITE_FILES.join(" and ")))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_library_outside_its_fence_is_named() {
        assert_eq!(outside("app", "sqlx").unwrap(), "app uses sqlx; sqlx belongs in store only");
        assert!(outside("cli", "tauri-plugin-dialog").is_some());
        assert_eq!(outside("desktop", "tauri-build"), None);
        assert_eq!(outside("cli", "clap"), None);
    }

    #[test]
    fn inside_the_store_only_copying_of_files_may_use_the_second_way() {
        let file = |path: &str| Text { path: path.into(), text: "use rusqlite::Connection;".to_owned() };
        assert!(rusqlite_elsewhere(&[file("crates/store/src/backup.rs")]).is_empty());
        assert_eq!(rusqlite_elsewhere(&[file("crates/store/src/athlete.rs")]).len(), 1);
    }
}
