//! Names of entries: where they point, and what is only litter.

/// The name with `/` between folders, if it stays within the archive: no absolute path, no drive, no `..`, no control
/// character. Archives made by old Windows programs write `\`.
pub(super) fn inside(name: &str) -> Option<String> {
    let name = name.replace('\\', "/");
    let drive = name.as_bytes().get(1) == Some(&b':');
    let outside = name.is_empty() || name.starts_with('/') || drive || name.split('/').any(|part| part == "..");
    (!outside && !name.chars().any(char::is_control)).then_some(name)
}

/// Whether a system left this behind without anybody asking.
pub(super) fn is_litter(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or(name);
    name.split('/').any(|part| part == "__MACOSX")
        || file.starts_with("._")
        || [".DS_Store", "Thumbs.db", "desktop.ini"].iter().any(|litter| file.eq_ignore_ascii_case(litter))
}

/// The name of what a gz file holds.
pub(super) fn without_gz(name: &str) -> String {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = file.len().checked_sub(3).filter(|at| file.is_char_boundary(*at));
    match stem.map(|at| file.split_at(at)) {
        Some((stem, ending)) if ending.eq_ignore_ascii_case(".gz") && !stem.is_empty() => stem.to_owned(),
        _ => file.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_inside_the_archive_are_taken() {
        for (name, expected) in [
            ("a/b.fit", Some("a/b.fit")),
            ("a\\b.fit", Some("a/b.fit")),
            ("..fit", Some("..fit")),
            ("../b.fit", None),
            ("a/../../b.fit", None),
            ("a\\..\\b.fit", None),
            ("/etc/b.fit", None),
            ("\\\\host\\b.fit", None),
            ("C:\\b.fit", None),
            ("c:b.fit", None),
            ("a\0b.fit", None),
            ("", None),
        ] {
            assert_eq!(inside(name).as_deref(), expected, "{name:?}");
        }
    }

    #[test]
    fn litter_of_systems_is_known() {
        for (name, litter) in [
            ("__MACOSX/a/._b.fit", true),
            ("a/.DS_Store", true),
            ("a/thumbs.db", true),
            ("a/._b.fit", true),
            ("a/b.fit", false),
            ("MACOSX/b.fit", false),
        ] {
            assert_eq!(is_litter(name), litter, "{name}");
        }
    }

    #[test]
    fn a_gz_file_holds_the_name_without_its_ending() {
        for (name, expected) in
            [("x/ride.fit.gz", "ride.fit"), ("RIDE.FIT.GZ", "RIDE.FIT"), (".gz", ".gz"), ("ä", "ä"), ("ride", "ride")]
        {
            assert_eq!(without_gz(name), expected);
        }
    }
}
