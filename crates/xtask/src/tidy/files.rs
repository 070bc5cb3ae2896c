//! Rules about the files themselves: how long, how begun, what is not written in them.

use std::path::{Path, PathBuf};

use crate::fault::{At, TaskFault};

/// A Rust file longer than this wants to be two.
const LINES: usize = 450;

/// Rust files that may be longer, and why.
const LONG: [(&str, &str); 0] = [];

/// Folders that are made, or written by others.
const MADE: [&str; 7] = [".git", "target", "dist", "shots", "gen", ".sqlx", "vendor"];

/// Endings of files that are text and ours. Cargo.lock and font or licence texts are other people's.
const TEXT: [&str; 10] = ["rs", "toml", "md", "sql", "ftl", "css", "html", "js", "json", "sh"];

/// One text file of the project.
#[derive(Debug, Clone)]
pub(super) struct Text {
    /// Path from the workspace's folder.
    pub(super) path: PathBuf,
    /// What it says.
    pub(super) text: String,
}

/// Every text file that was written by hand.
pub(super) fn read(root: &Path) -> Result<Vec<Text>, TaskFault> {
    let mut files = Vec::new();
    let mut todo = vec![PathBuf::new()];
    while let Some(folder) = todo.pop() {
        let here = root.join(&folder);
        for entry in std::fs::read_dir(&here).at(&here)? {
            let entry = entry.at(&here)?;
            let path = folder.join(entry.file_name());
            let name = entry.file_name().to_string_lossy().into_owned();
            if entry.file_type().at(entry.path())?.is_dir() {
                if !MADE.contains(&name.as_str()) {
                    todo.push(path);
                }
            } else if path.extension().is_some_and(|ending| TEXT.iter().any(|text| ending == *text)) || name == "run" {
                let text = std::fs::read_to_string(entry.path()).at(entry.path())?;
                files.push(Text { path, text });
            }
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

/// A sentence for each broken rule.
pub(super) fn broken(files: &[Text]) -> Vec<String> {
    files.iter().flat_map(of_file).collect()
}

fn of_file(file: &Text) -> Vec<String> {
    let path = file.path.to_string_lossy().replace('\\', "/");
    let mut broken = Vec::new();
    if path.ends_with(".rs") {
        let lines = file.text.lines().count();
        if lines > LINES && !LONG.iter().any(|(long, _)| *long == path) {
            broken.push(format!("{path} has {lines} lines, more than {LINES}: it wants to be two"));
        }
        if [concat!("#[", "allow("), concat!("#![", "allow(")].iter().any(|word| file.text.contains(word)) {
            broken.push(format!("{path} silences a lint without a reason: `expect` it, with one"));
        }
        if is_root(&path) && !says_what_belongs(&file.text) {
            broken
                .push(format!("{path} must begin with `//!` docs saying what belongs in the room and what never does"));
        }
    }
    for word in private_words() {
        if file.text.contains(&word) {
            broken.push(format!("{path} names a path of somebody's machine (`{word}`)"));
        }
    }
    broken
}

/// The first file of a room.
fn is_root(path: &str) -> bool {
    let parts: Vec<&str> = path.split('/').collect();
    match parts.as_slice() {
        ["crates", _, "src", file] => ["lib.rs", "main.rs"].contains(file),
        ["ui" | "src-tauri" | "tests", "src", "lib.rs"] => true,
        _ => false,
    }
}

/// The docs at the head of a file speak of what never belongs there.
fn says_what_belongs(text: &str) -> bool {
    let docs: Vec<&str> = text.lines().take_while(|line| line.starts_with("//!")).collect();
    !docs.is_empty() && docs.join(" ").to_lowercase().contains("never")
}

/// Beginnings of paths that mean something on one machine only. Written apart, so that this file keeps the rule.
fn private_words() -> Vec<String> {
    ["home", "root", "Users", "work"].iter().map(|folder| format!("/{folder}/")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(path: &str, text: &str) -> Text {
        Text { path: path.into(), text: text.to_owned() }
    }

    #[test]
    fn a_file_too_long_is_named_with_its_length() {
        let said = of_file(&text("crates/store/src/row.rs", &"// line\n".repeat(LINES + 1)));
        assert_eq!(said, ["crates/store/src/row.rs has 451 lines, more than 450: it wants to be two"]);
        assert!(of_file(&text("crates/store/src/row.rs", &"// line\n".repeat(LINES))).is_empty());
    }

    #[test]
    fn a_silenced_lint_needs_a_reason() {
        let silenced = format!("#[{}(dead_code)]\nfn f() {{}}\n", "allow");
        assert_eq!(of_file(&text("crates/app/src/week.rs", &silenced)).len(), 1);
        assert!(of_file(&text("crates/app/src/week.rs", "#[expect(dead_code, reason = \"…\")]\n")).is_empty());
    }

    #[test]
    fn a_room_says_at_its_door_what_never_belongs_in_it() {
        assert!(of_file(&text("crates/app/src/lib.rs", "//! Steps.\n//!\n//! Never here: SQL.\n")).is_empty());
        assert_eq!(of_file(&text("crates/app/src/lib.rs", "//! Steps.\n\n// never\n")).len(), 1);
        assert!(of_file(&text("crates/app/src/week.rs", "fn f() {}\n")).is_empty(), "only the door");
    }

    #[test]
    fn a_path_of_one_machine_is_not_written_down() {
        let said = of_file(&text("docs/data.md", &format!("see /{}/somebody/notes", "home")));
        assert_eq!(said.len(), 1);
    }
}
