//! Real files, where they are present beside the checkout: every one is read, routed or refused with a reason, and what is
//! read of device files agrees with values two other decoders found.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use domain::measures::{self, Curves};
use domain::recording::{ChannelKind, Recording, Repair, RepairKind};
use domain::settings::Basis;
use domain::unit::Watts;
use exchange::{Content, Parsed, read};
use science::power::normalized_power;

#[expect(clippy::print_stdout, reason = "a test that was skipped says so")]
pub(crate) fn folder() -> Option<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus");
    if folder.is_dir() {
        return Some(folder);
    }
    println!("skipped: corpus not present");
    None
}

pub(crate) type Row = BTreeMap<String, String>;

pub(crate) fn manifest() -> Option<Vec<(Row, Vec<u8>)>> {
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

/// A file of the corpus by the number it starts with, read.
pub(crate) fn parsed(number: &str) -> Option<Parsed> {
    let files = manifest()?;
    let (row, bytes) = files.iter().find(|(row, _)| row["file"].starts_with(number)).expect("in the corpus");
    Some(read(&row["file"], bytes).expect("readable"))
}

pub(crate) fn activities(parsed: &Parsed) -> Vec<(&Recording, &[Repair])> {
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
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    ("002", "stored max power", "the device keeps peaks between its records"),
    ("003", "stored max power", "the device keeps peaks between its records"),
    ("003", "stored power", "the device means over seconds without a value too"),
    ("003", "summary power", "gaps of up to 5 s are bridged; the manifest means over samples"),
    ("006", "hr", "the device wrote 0 bpm throughout: that is not a heart rate"),
    ("008", "stored power", "the device's own mean is 3 W above that of its records, with zeros or without"),
    ("009", "stored power", "the device leaves zeros out of its mean"),
    ("010", "stored power", "the device's totals leave its spikes out"),
    ("010", "stored max power", "spikes of up to 21 kW stand in the records; marking them is not the reader's part"),
    ("014", "stored power", "the device's own mean is 2 W above that of its records"),
    ("019", "start", "the clock counted from power-on; the start is told as unknown"),
    ("021", "hr", "heart rate stands in developer fields, which the manifest does not count"),
    ("021", "power", "power stands in developer fields, which the manifest does not count"),
    ("021", "dynamics", "running dynamics stand in developer fields, which the manifest does not count"),
    ("023", "summary hr", "recorded on change only: the mean is over seconds, the manifest's over records"),
    ("024", "summary hr", "recorded on change only: the mean is over seconds, the manifest's over records"),
    ("025", "summary hr", "recorded on change only: the mean is over seconds, the manifest's over records"),
    ("025", "dynamics", "a ground contact of 0 ms is standing and no value"),
    ("027", "hr", "several records in one second; the last value of a second is kept"),
    ("027", "altitude", "several records in one second; the last value of a second is kept"),
    ("028", "summary hr", "recorded on change only, with pauses: the mean is over seconds with the timer running"),
    ("028", "stored max hr", "the highest value stands at the second in which the timer stopped"),
    ("031", "stored max power", "the device's own highest is 10 W below that of its records"),
    ("032", "stored power", "the device leaves zeros out of its mean"),
    ("033", "altitude", "the manifest counts the plain and the enhanced field of each record"),
    ("035", "hr", "heart rate stored by the strap comes in messages of its own"),
    ("035", "stored hr", "the device means over the lengths swum, without the rests"),
    ("038", "hr", "heart rate stored by the strap comes in messages of its own"),
    ("038", "stored hr", "the device means over the lengths swum, without the rests"),
    ("040", "power", "power stands in developer fields, which the manifest does not count"),
    ("047", "dynamics", "a ground contact of 0 ms is standing and no value"),
    ("048", "start", "the session's start lies 45 minutes after its first record and contradicts its end"),
    ("049", "hr", "heart rate stored by the strap comes in messages of its own"),
    ("049", "mean hr", "heart rate stored by the strap comes in messages of its own, those of the swim too"),
    ("049", "dynamics", "a ground contact of 0 ms is standing and no value"),
    ("054", "refused", "a scale of two people without names: nobody's weight is guessed"),
    ("063", "laps", "the only lap has neither start nor duration"),
    ("065", "stored hr", "the device's means are not those of its 33 records"),
    ("065", "stored power", "the device's means are not those of its 33 records"),
    ("065", "stored max power", "the device keeps peaks between its records"),
];

/// What differs between a file as read and its row of the manifest: what, and both values.
struct Compared<'a> {
    row: &'a Row,
    differences: Vec<(String, &'static str, String)>,
}

impl Compared<'_> {
    fn differ(&mut self, what: &'static str, expected: &str, got: &str) {
        let text = format!("manifest {expected}, read {got}");
        self.differences.push((self.row["file"].clone(), what, text));
    }

    /// A number of the manifest, if the row has one, within an absolute distance and a share.
    fn number(&mut self, what: &'static str, column: &str, got: Option<f64>, absolute: f64, share: f64) {
        let Ok(expected) = self.row[column].parse::<f64>() else { return };
        if got.is_none_or(|got| (got - expected).abs() > absolute + share * expected.abs() + 1e-6) {
            let expected = self.row[column].clone();
            self.differ(what, &expected, &got.map_or_else(|| "none".to_owned(), |got| got.to_string()));
        }
    }
}

fn compare(row: &Row, parsed: &Parsed) -> Vec<(String, &'static str, String)> {
    let mut it = Compared { row, differences: Vec::new() };
    let found = activities(parsed);
    if (row["file_type"] == "activity") == found.is_empty() {
        it.differ("type", &row["file_type"], &format!("{} activities", found.len()));
    }
    if row["n_sessions"].parse::<usize>().is_ok_and(|n| n > 0 && n != found.len()) {
        it.differ("sessions", &row["n_sessions"], &found.len().to_string());
    }
    let wrong = parsed.repairs.iter().any(|repair| repair.kind == RepairKind::ChecksumMismatch);
    if (row["file_crc"] == "bad") != wrong {
        it.differ("checksum", &row["file_crc"], &format!("wrong: {wrong}"));
    }
    let Some((first, _)) = found.first() else { return it.differences };
    let start = first.start.format("%Y-%m-%dT%H:%M:%SZ").to_string();
    if !row["start_time_utc"].is_empty() && start != row["start_time_utc"] {
        it.differ("start", &row["start_time_utc"], &start);
    }
    if let Ok(hours) = row["tz_offset_h"].parse::<f64>() {
        let expected = (hours.abs() <= 14.0).then(|| (hours * 4.0).round() as i32 * 900);
        if first.utc_offset_s != expected {
            it.differ("offset", &format!("{expected:?}"), &format!("{:?}", first.utc_offset_s));
        }
    }
    stored(&mut it, &found);
    counted(&mut it, &found);
    computed(&mut it, &found);
    it.differences
}

/// What the device stored.
fn stored(it: &mut Compared<'_>, found: &[(&Recording, &[Repair])]) {
    let sum = |value: fn(&Recording) -> f64| Some(found.iter().map(|(r, _)| value(r)).sum::<f64>());
    it.number("timer", "total_timer_time_s", sum(|r| r.timer.0), 0.001, 0.0);
    it.number("elapsed", "total_elapsed_time_s", sum(|r| r.elapsed.0), 2.0, 0.0);
    it.number("distance", "total_distance_m", sum(|r| r.distance.map_or(0.0, |d| d.0)), 0.0, 0.001);
    let sports = it.row["sport"].replace("/None", "").replace("/generic", "");
    let read: Vec<&str> = found.iter().filter_map(|(r, _)| r.sport_detail.as_deref()).collect();
    if !sports.is_empty() && sports != read.join(" + ") {
        it.differ("sport", &sports, &read.join(" + "));
    }
    let [(only, _)] = found else { return };
    let totals = &only.totals;
    // A stored mean of nought is none, except of power.
    let told = |column: &str| it.row[column].parse::<f64>().is_ok_and(|v| v > 0.0);
    let columns = [
        ("avg_hr", totals.avg_hr.map(|v| v.0)),
        ("max_hr", totals.max_hr.map(|v| v.0)),
        ("avg_power", totals.avg_power.map(|v| v.0)),
        ("normalized_power", totals.normalized_power.map(|v| v.0)),
        ("tss", totals.tss),
        ("total_ascent_m", totals.ascent.map(|v| v.0)),
        ("calories", totals.kcal),
    ];
    for (column, got) in columns.into_iter().filter(|(column, _)| told(column)).collect::<Vec<_>>() {
        it.number(column, column, got, 0.06, 0.0);
    }
}

/// How many of what.
fn counted(it: &mut Compared<'_>, found: &[(&Recording, &[Repair])]) {
    let count = |of: &dyn Fn(&Recording) -> usize| Some(found.iter().map(|(r, _)| of(r)).sum::<usize>() as f64);
    let samples = |kind: ChannelKind| count(&|r| r.channel(kind).map_or(0, |channel| channel.ms.len()));
    it.number("laps", "n_laps", count(&|r| r.laps.len()), 0.0, 0.0);
    it.number("records", "n_records", count(&|r| r.records as usize), 0.0, 0.0);
    it.number("lengths", "n_length", count(&|r| r.lengths.len()), 0.0, 0.0);
    it.number("sets", "n_set", count(&|r| r.sets.len()), 0.0, 0.0);
    it.number("rr", "n_rr", samples(ChannelKind::RrInterval), 0.0, 0.0);
    for (what, column, kind) in [
        ("hr", "n_hr", ChannelKind::HeartRate),
        ("power", "n_power", ChannelKind::Power),
        ("gps", "n_gps", ChannelKind::Latitude),
        ("altitude", "n_altitude", ChannelKind::Altitude),
    ] {
        it.number(what, column, samples(kind), 2.0, 0.002);
    }
    // The manifest counts oscillation, contact time and step length together.
    let dynamics = [ChannelKind::VerticalOscillation, ChannelKind::GroundContact, ChannelKind::StepLength];
    let dynamics = dynamics.into_iter().filter_map(samples).sum();
    it.number("dynamics", "n_running_dynamics", Some(dynamics), 2.0, 0.002);
}

/// What is computed from the samples.
fn computed(it: &mut Compared<'_>, found: &[(&Recording, &[Repair])]) {
    let all = |kind: ChannelKind| -> Vec<f64> {
        found.iter().filter_map(|(r, _)| r.channel(kind)).flat_map(|channel| channel.values.clone()).collect()
    };
    let mean = |values: &[f64]| (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64);
    let (hr, power) = (all(ChannelKind::HeartRate), all(ChannelKind::Power));
    it.number("mean hr", "hr_mean_records", mean(&hr), 1.0, 0.0);
    it.number("max hr", "hr_max_records", hr.iter().copied().max_by(f64::total_cmp), 1.0, 0.0);
    it.number("mean power", "power_mean_records", mean(&power), 1.0, 0.0);
    let watts: Vec<Watts> = power.iter().copied().map(Watts).collect();
    it.number("np", "np_recomputed_concat", normalized_power(&watts).ok().map(|v| v.0), 0.0, 0.01);
    let rr = all(ChannelKind::RrInterval);
    it.number("mean rr", "rr_mean_ms", mean(&rr), 0.1, 0.0);
    let [(only, _)] = found else { return };
    let summary = measures::of(only, &Basis::default(), None, Curves::Kept).summary;
    it.number("summary np", "np_recomputed_concat", summary.normalized_power.map(|v| v.0), 0.0, 0.01);
    it.number("summary hr", "hr_mean_records", summary.avg_hr.map(|v| v.0), 1.0, 0.0);
    it.number("summary power", "power_mean_records", summary.avg_power.map(|v| v.0), 1.0, 0.0);
    for (what, column, got) in [
        ("stored hr", "avg_hr", summary.avg_hr.map(|v| v.0)),
        ("stored max hr", "max_hr", summary.max_hr.map(|v| v.0)),
        ("stored power", "avg_power", summary.avg_power.map(|v| v.0)),
        ("stored max power", "max_power", summary.max_power.map(|v| v.0)),
    ] {
        if it.row[column] != "0" {
            it.number(what, column, got, 1.0, 0.0);
        }
    }
}

#[test]
fn every_device_file_is_read_routed_or_refused_and_agrees_with_the_manifest() {
    let Some(files) = manifest() else { return };
    let mut differences = Vec::new();
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for (row, bytes) in files.iter().filter(|(row, _)| row["kind"] == "fit") {
        let name = &row["file"];
        match read(name, bytes) {
            Ok(parsed) => {
                *counts.entry(became(&parsed)).or_default() += 1;
                differences.extend(compare(row, &parsed));
            }
            Err(fault) => {
                *counts.entry("refused").or_default() += 1;
                differences.push((name.clone(), "refused", fault.to_string()));
            }
        }
    }
    println!("\n{counts:?}\n");
    for (name, what, text) in &differences {
        println!("{name:.40} {what:<17} {text}");
    }
    let explained =
        |name: &str, what: &str| EXCEPTIONS.iter().any(|(file, of, _)| name.starts_with(file) && what == *of);
    let unexplained: Vec<_> = differences.iter().filter(|(name, what, _)| !explained(name, what)).collect();
    assert!(unexplained.is_empty(), "differences without a reason: {unexplained:#?}");
    for (file, what, reason) in EXCEPTIONS {
        let needed = differences.iter().any(|(name, of, _)| name.starts_with(file) && of == what);
        assert!(needed, "{file} no longer differs in {what} ({reason})");
    }
}

/// What a file became, for the list.
fn became(parsed: &Parsed) -> &'static str {
    match parsed.contents.first() {
        Some(Content::Activity { .. }) => "activity",
        Some(Content::Wellness { .. }) => "wellness",
        Some(Content::Template { .. }) => "session",
        Some(Content::Routed { kind }) => kind.code(),
        None => "nothing",
    }
}

#[test]
fn every_file_of_the_corpus_is_read_or_refused_with_a_reason() {
    let Some(files) = manifest() else { return };
    for (row, bytes) in &files {
        let name = &row["file"];
        match read(name, bytes) {
            Ok(parsed) => {
                assert!(!parsed.contents.is_empty(), "{name} was read and holds nothing");
                println!("{name}: {}, {} contents", became(&parsed), parsed.contents.len());
            }
            Err(fault) => println!("{name}: refused ({}): {fault}", fault.code()),
        }
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
    let (Some(first), Some(last)) = (parsed("045"), parsed("046")) else { return };
    let recordings = |parsed: &Parsed| -> Vec<Recording> {
        activities(parsed).into_iter().map(|(recording, _)| recording.clone()).collect()
    };
    assert_eq!(recordings(&first).len(), 5);
    assert_eq!(recordings(&first), recordings(&last));
}
