//! Real device files, where they are present beside the checkout: every one is read, routed or refused with a reason,
//! and what is read agrees with values two other decoders found.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use domain::recording::{Recording, Repair};
use exchange::{Content, ExchangeFault, Parsed, read};

#[expect(clippy::print_stdout, reason = "a test that was skipped says so")]
fn folder() -> Option<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus");
    if folder.is_dir() {
        return Some(folder);
    }
    println!("skipped: corpus not present");
    None
}

type Row = BTreeMap<String, String>;

fn manifest() -> Option<Vec<(Row, Vec<u8>)>> {
    let folder = folder()?;
    let mut table = csv::ReaderBuilder::new()
        .delimiter(b'\t')
        .quoting(false)
        .from_path(folder.join("MANIFEST.tsv"))
        .expect("the corpus has a manifest");
    Some(
        table
            .deserialize::<Row>()
            .map(|row| row.expect("a manifest row"))
            .map(|row| {
                let bytes = fs::read(folder.join(&row["file"])).expect("a file of the manifest");
                (row, bytes)
            })
            .collect(),
    )
}

fn activities(parsed: &Parsed) -> Vec<(&Recording, &[Repair])> {
    parsed
        .contents
        .iter()
        .filter_map(|content| match content {
            Content::Activity { recording, repairs } => Some((recording, repairs.as_slice())),
            _ => None,
        })
        .collect()
}

/// Where this reader and the manifest differ for a reason.
const EXCEPTIONS: [(&str, &str, &str); 12] = [
    ("006", "hr", "the device wrote 0 bpm throughout: that is not a heart rate"),
    ("019", "start", "the clock counted from power-on; the start is told as unknown"),
    ("021", "power", "power stands in developer fields, which the manifest does not count"),
    ("040", "power", "power stands in developer fields, which the manifest does not count"),
    ("027", "hr", "several records in one second; the last value of a second is kept"),
    ("027", "altitude", "several records in one second; the last value of a second is kept"),
    ("033", "altitude", "the manifest counts the plain and the enhanced field of each record"),
    ("035", "hr", "heart rate stored by the strap comes in messages of its own"),
    ("038", "hr", "heart rate stored by the strap comes in messages of its own"),
    ("049", "hr", "heart rate stored by the strap comes in messages of its own"),
    ("048", "start", "the session's start lies 45 minutes after its first record and contradicts its end"),
    ("063", "laps", "the only lap has neither start nor duration"),
];

#[test]
fn every_device_file_is_read_routed_or_refused_and_agrees_with_the_manifest() {
    let Some(files) = manifest() else { return };
    let mut differences = Vec::new();
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for (row, bytes) in files.iter().filter(|(row, _)| row["kind"] == "fit") {
        let name = &row["file"];
        let parsed = match read(name, bytes) {
            Ok(parsed) => parsed,
            Err(fault) => {
                *counts.entry("refused").or_default() += 1;
                println!("{name}: refused: {fault}");
                differences.push((name.clone(), "refused", fault.to_string()));
                continue;
            }
        };
        let found = activities(&parsed);
        *counts.entry(if found.is_empty() { "routed" } else { "imported" }).or_default() += 1;
        let repairs: Vec<&str> = parsed
            .repairs
            .iter()
            .chain(found.iter().flat_map(|(_, repairs)| repairs.iter()))
            .map(|repair| repair.kind.code())
            .collect();
        println!("{name}: {} activities, repairs {repairs:?}", found.len());
        let mut differ = |what, expected: &str, got: String| {
            differences.push((name.clone(), what, format!("manifest {expected}, read {got}")));
        };
        if (row["file_type"] == "activity") == found.is_empty() {
            differ("type", &row["file_type"], format!("{} activities", found.len()));
        }
        if row["n_sessions"].parse::<usize>().is_ok_and(|n| n > 0 && n != found.len()) {
            differ("sessions", &row["n_sessions"], found.len().to_string());
        }
        let Some((first, _)) = found.first() else { continue };
        let start = first.start.format("%Y-%m-%dT%H:%M:%SZ").to_string();
        if !row["start_time_utc"].is_empty() && start != row["start_time_utc"] {
            differ("start", &row["start_time_utc"], start);
        }
        let sum = |value: fn(&Recording) -> f64| found.iter().map(|(r, _)| value(r)).sum::<f64>();
        let numbers = [
            ("timer", "total_timer_time_s", sum(|r| r.timer.0), 0.1, 0.0),
            ("elapsed", "total_elapsed_time_s", sum(|r| r.elapsed.0), 2.0, 0.0),
            ("distance", "total_distance_m", sum(|r| r.distance.map_or(0.0, |d| d.0)), 0.0, 0.001),
            ("laps", "n_laps", sum(|r| r.laps.len() as f64), 0.0, 0.0),
            ("records", "n_records", sum(|r| f64::from(r.records)), 0.0, 0.0),
        ];
        for (what, column, got, absolute, share) in numbers {
            if let Ok(expected) = row[column].parse::<f64>()
                && (got - expected).abs() > absolute + share * expected + 1e-6
            {
                differ(what, &row[column], got.to_string());
            }
        }
        let channels = [
            ("n_hr", domain::recording::ChannelKind::HeartRate),
            ("n_power", domain::recording::ChannelKind::Power),
            ("n_gps", domain::recording::ChannelKind::Latitude),
            ("n_altitude", domain::recording::ChannelKind::Altitude),
        ];
        for (column, kind) in channels {
            let got: usize = found.iter().filter_map(|(r, _)| r.channel(kind)).map(|c| c.ms.len()).sum();
            if let Ok(expected) = row[column].parse::<usize>()
                && got.abs_diff(expected) > 2 + expected / 500
            {
                differ(column_name(column), &row[column], got.to_string());
            }
        }
        let sports = row["sport"].replace("/None", "").replace("/generic", "");
        let read: Vec<&str> = found.iter().filter_map(|(r, _)| r.sport_detail.as_deref()).collect();
        if !sports.is_empty() && sports != read.join(" + ") {
            differ("sport", &sports, read.join(" + "));
        }
    }
    println!("\n{counts:?}\n");
    for (name, what, text) in &differences {
        println!("{name:<60} {what:<9} {text}");
    }
    let unexplained: Vec<_> = differences
        .iter()
        .filter(|(name, what, _)| !EXCEPTIONS.iter().any(|(file, part, _)| name.starts_with(file) && what == part))
        .collect();
    assert!(unexplained.is_empty(), "differences without a reason: {unexplained:#?}");
}

fn column_name(column: &'static str) -> &'static str {
    column.trim_start_matches("n_")
}

#[test]
fn files_of_other_formats_are_told_as_not_yet_supported() {
    let Some(files) = manifest() else { return };
    for (row, bytes) in files.iter().filter(|(row, _)| row["kind"] != "fit") {
        let name = &row["file"];
        let fault = read(name, bytes).expect_err("not read yet");
        let ExchangeFault::NotYetSupported { format } = fault else {
            panic!("{name}: {fault}");
        };
        assert!(name.to_lowercase().ends_with(format), "{name} told as {format}");
    }
}

#[test]
fn a_file_cut_at_any_place_is_read_or_refused_and_never_panics() {
    let Some(files) = manifest() else { return };
    let small = files.iter().filter(|(row, bytes)| row["kind"] == "fit" && bytes.len() < 6000);
    let mut read_after_cut = 0;
    for (row, bytes) in small {
        for cut in (1..bytes.len()).step_by(7) {
            read_after_cut += u32::from(read(&row["file"], &bytes[..cut]).is_ok());
        }
    }
    assert!(read_after_cut > 100, "most cuts still hold something: {read_after_cut}");
}

#[test]
fn one_race_in_two_message_orders_gives_equal_results() {
    let Some(files) = manifest() else { return };
    let recordings: Vec<Vec<Recording>> = ["045", "046"]
        .iter()
        .map(|start| {
            let (row, bytes) = files.iter().find(|(row, _)| row["file"].starts_with(start)).expect("in the corpus");
            let parsed = read(&row["file"], bytes).expect("an activity");
            activities(&parsed).into_iter().map(|(recording, _)| recording.clone()).collect()
        })
        .collect();
    assert_eq!(recordings[0].len(), 5);
    assert_eq!(recordings[0], recordings[1]);
}
