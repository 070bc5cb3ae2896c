//! Our own code keeps to what the compiler can prove: `unsafe` is forbidden once, for every room.

use super::files::Text;

/// A sentence for each way around it.
pub(super) fn broken(files: &[Text]) -> Vec<String> {
    files.iter().filter_map(of_file).collect()
}

fn of_file(file: &Text) -> Option<String> {
    let path = file.path.to_string_lossy().replace('\\', "/");
    let lines = |wanted: &str| file.text.lines().any(|line| line.trim() == wanted);
    if path == "Cargo.toml" {
        return (!lines(r#"unsafe_code = "forbid""#)).then(|| format!("{path} no longer forbids unsafe code"));
    }
    // The fuzz targets are no part of the program, and their workspace is their own.
    if path.ends_with("Cargo.toml") && !path.starts_with("fuzz/") {
        let follows = file.text.contains("[lints]\nworkspace = true");
        return (!follows)
            .then(|| format!("{path} does not take over the workspace's lints, and so allows unsafe code"));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(path: &str, text: &str) -> Option<String> {
        of_file(&Text { path: path.into(), text: text.to_owned() })
    }

    #[test]
    fn a_room_that_leaves_the_common_lints_is_named() {
        assert_eq!(said("crates/app/Cargo.toml", "[package]\n\n[lints]\nworkspace = true\n"), None);
        assert!(said("crates/app/Cargo.toml", "[package]\n").is_some());
        assert_eq!(said("Cargo.toml", "[workspace.lints.rust]\nunsafe_code = \"forbid\"\n"), None);
        assert!(said("Cargo.toml", "[workspace.lints.rust]\nunsafe_code = \"warn\"\n").is_some());
    }
}
