//! Damaged device files: repaired where something whole is left, refused with a reason where nothing is.

use domain::recording::RepairKind;
use domain::unit::Seconds;
use exchange::{Content, ExchangeFault, Parsed, RoutedKind, read};
use proptest::prelude::*;

fn file() -> Vec<u8> {
    sample::ride(testkit::clock::now(), 120, Some(200))
}

fn kinds(parsed: &Parsed) -> Vec<RepairKind> {
    let own = parsed.contents.iter().flat_map(|content| match content {
        Content::Activity { repairs, .. } => repairs.clone(),
        _ => Vec::new(),
    });
    parsed.repairs.iter().cloned().chain(own).map(|repair| repair.kind).collect()
}

fn timer(parsed: &Parsed) -> Vec<Seconds> {
    let timer = |content: &Content| match content {
        Content::Activity { recording, .. } => Some(recording.timer),
        _ => None,
    };
    parsed.contents.iter().filter_map(timer).collect()
}

#[test]
fn nothing_is_not_a_file() {
    assert_eq!(read("a.fit", &[]), Err(ExchangeFault::Empty));
    assert_eq!(read("a.xyz", b"words"), Err(ExchangeFault::UnknownFormat { name: "a.xyz".to_owned() }));
    assert_eq!(read("a.fit", b"words"), Err(ExchangeFault::Unreadable { at_byte: 0, messages: 0 }));
}

#[test]
fn a_wrong_checksum_is_told_and_the_data_kept() {
    let mut bytes = file();
    let last = bytes.len() - 1;
    bytes[last] ^= 0xff;
    let parsed = read("a.fit", &bytes).expect("readable");
    assert_eq!(kinds(&parsed), vec![RepairKind::ChecksumMismatch]);
    assert_eq!(timer(&parsed), vec![Seconds(120.0)]);
}

#[test]
fn a_file_without_its_end_keeps_what_is_whole() {
    let bytes = file();
    let parsed = read("a.fit", &bytes[..bytes.len() * 2 / 3]).expect("readable");
    assert_eq!(kinds(&parsed), vec![RepairKind::TruncatedTail, RepairKind::SummaryMissing]);
    let seconds = timer(&parsed)[0].0;
    assert!((60.0..100.0).contains(&seconds), "{seconds}");
}

#[test]
fn a_recording_whose_header_was_never_finished_is_read() {
    let mut bytes = file();
    bytes[4..8].fill(0);
    bytes[12..14].fill(0);
    bytes.truncate(bytes.len() * 2 / 3);
    let parsed = read("a.fit", &bytes).expect("readable");
    assert!(kinds(&parsed).contains(&RepairKind::SummaryMissing), "{:?}", kinds(&parsed));
    assert!(timer(&parsed)[0].0 > 50.0);
}

#[test]
fn chained_files_are_all_read() {
    let mut bytes = file();
    bytes.extend(sample::ride(testkit::clock::now() + chrono::Duration::hours(2), 60, None));
    let parsed = read("a.fit", &bytes).expect("readable");
    assert_eq!(timer(&parsed), vec![Seconds(120.0), Seconds(60.0)]);
    assert!(kinds(&parsed).is_empty(), "{:?}", kinds(&parsed));
}

#[test]
fn zeros_after_the_file_are_nothing_and_other_bytes_are_told() {
    let mut bytes = file();
    bytes.extend([0; 64]);
    assert!(kinds(&read("a.fit", &bytes).expect("readable")).is_empty());
    bytes.extend([7; 3]);
    assert_eq!(kinds(&read("a.fit", &bytes).expect("readable")), vec![RepairKind::TruncatedTail]);
}

#[test]
fn codes_of_routed_files_are_distinct() {
    let mut codes: Vec<&str> = RoutedKind::ALL.iter().map(|kind| kind.code()).collect();
    codes.dedup();
    assert_eq!(codes.len(), RoutedKind::ALL.len());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn changed_bytes_never_bring_the_reader_down(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
    ) {
        let mut bytes = file();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok(parsed) = read("a.fit", &bytes) {
            for content in parsed.contents {
                if let Content::Activity { recording, .. } = content {
                    prop_assert!(recording.timer.0.is_finite() && recording.timer.0 >= 0.0);
                    for channel in &recording.channels {
                        prop_assert_eq!(channel.ms.len(), channel.values.len());
                        prop_assert!(channel.ms.windows(2).all(|pair| pair[0] < pair[1]));
                        prop_assert!(channel.values.iter().all(|value| value.is_finite()));
                    }
                }
            }
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400), named in "[a-z]{0,4}") {
        let _ = read(&format!("x.{named}"), &bytes);
        let mut fit = vec![14, 0x20, 0, 0, 0xff, 1, 0, 0, b'.', b'F', b'I', b'T', 0, 0];
        fit.extend(&bytes);
        let _ = read("x", &fit);
    }
}
