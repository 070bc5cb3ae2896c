//! The two decoders against each other: what the fast one gives is what the careful one gives.

use std::fs;
use std::path::PathBuf;

use super::decode::{Decoded, by};
use super::segment::segments;
use super::{reference, stream};

/// Real files on which the two differ, and why; a segment is told by its place in the file.
const EXCEPTIONS: [(&str, &str); 0] = [];

/// Differences between what two decoders read of the same bytes.
fn differences(fast: &Decoded, careful: &Decoded) -> Vec<String> {
    let mut found = Vec::new();
    let mut differ = |what: &str, fast: String, careful: String| {
        if fast != careful {
            found.push(format!("{what}: {fast} and {careful}"));
        }
    };
    differ("end", format!("{:?}", fast.end), format!("{:?}", careful.end));
    differ("messages", fast.count.to_string(), careful.count.to_string());
    let (fast, careful) = (&fast.gathered, &careful.gathered);
    differ("beats", fast.beats.len().to_string(), careful.beats.len().to_string());
    if fast.beats != careful.beats {
        differ("beats", "other times or values".to_owned(), String::new());
    }
    differ("timeless", fast.records.timeless.to_string(), careful.records.timeless.to_string());
    differ("records", fast.records.len().to_string(), careful.records.len().to_string());
    if fast.records.times() != careful.records.times() {
        differ("times", "other".to_owned(), String::new());
    }
    for kind in domain::recording::ChannelKind::ALL {
        let bits = |column: Option<&[f64]>| -> Vec<u64> {
            column.unwrap_or_default().iter().map(|value| value.to_bits()).collect()
        };
        let (a, b) = (bits(fast.records.column(*kind)), bits(careful.records.column(*kind)));
        let unequal = a.iter().zip(&b).filter(|(a, b)| a != b).count() + a.len().abs_diff(b.len());
        if unequal > 0 {
            differ(kind.code(), format!("{unequal} values"), String::new());
        }
    }
    for (a, b) in fast.messages.iter().zip(&careful.messages) {
        if a != b {
            differ("message", format!("{a:?}"), format!("{b:?}"));
        }
    }
    differ("kept messages", fast.messages.len().to_string(), careful.messages.len().to_string());
    found
}

fn check(name: &str, bytes: &[u8], unexplained: &mut Vec<String>) {
    for (i, segment) in segments(bytes).0.iter().enumerate() {
        let (fast, careful) = (by(stream::decode, segment), by(reference::decode, segment));
        let found = differences(&fast, &careful);
        let explained = EXCEPTIONS.iter().any(|(file, _)| name.starts_with(file));
        if fast.mistyped {
            println!("{name}, part {i}: a field in another type than the profile's");
        } else if !found.is_empty() {
            println!("{name}, part {i}: {}{}", if explained { "explained: " } else { "" }, found[0]);
            if !explained {
                unexplained.push(format!("{name}, part {i}: {:#?}", &found[..found.len().min(4)]));
            }
        }
    }
}

#[test]
fn both_decoders_read_the_same_of_generated_files() {
    let mut unexplained = Vec::new();
    let at = testkit::clock::now();
    check("ride", &sample::ride(at, 1800, Some(210)), &mut unexplained);
    check("ride without power", &sample::ride(at, 600, None), &mut unexplained);
    let club = sample::club(at.date_naive(), 7);
    let files = club.files.iter().filter(|file| file.path.ends_with(".fit"));
    let mut count = 0;
    for file in files.step_by(97) {
        check(&file.path, &file.bytes, &mut unexplained);
        count += 1;
    }
    assert!(count > 5, "{count} files of the club");
    assert!(unexplained.is_empty(), "{unexplained:#?}");
}

#[test]
fn both_decoders_read_the_same_of_real_files() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus");
    if !folder.is_dir() {
        println!("skipped: corpus not present");
        return;
    }
    let mut unexplained = Vec::new();
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).expect("readable").map(|entry| entry.expect("readable").path()).collect();
    files.sort();
    let mut count = 0;
    for path in files.iter().filter(|path| path.extension().is_some_and(|end| end.eq_ignore_ascii_case("fit"))) {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        check(&name, &fs::read(path).expect("readable"), &mut unexplained);
        count += 1;
    }
    assert!(count > 60, "{count} files");
    assert!(unexplained.is_empty(), "{unexplained:#?}");
}
