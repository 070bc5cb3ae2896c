//! Field-by-field dumps that other decoders made of real files: every value read stands there, and every value there is read.

use std::collections::BTreeMap;
use std::fs;

use chrono::{DateTime, NaiveDateTime, Utc};
use domain::recording::{ChannelKind, Recording, Stroke};
use domain::wellness::{WellnessField, WellnessValue};
use exchange::{Content, RoutedKind};

use crate::corpus::{activities, folder, parsed};

/// The format's first second in Unix seconds.
const EPOCH: i64 = 631_065_600;

/// One message of a dump: its name, and its fields in order.
struct Told {
    message: String,
    fields: Vec<(String, String)>,
}

impl Told {
    fn text(&self, field: &str) -> Option<&str> {
        self.fields.iter().find(|(name, _)| name == field).map(|(_, value)| value.as_str())
    }

    fn number(&self, field: &str) -> Option<f64> {
        self.text(field)?.parse().ok()
    }

    fn list(&self, field: &str) -> Vec<f64> {
        self.text(field).into_iter().flat_map(|text| text.split('|')).filter_map(|part| part.parse().ok()).collect()
    }
}

/// The messages of a dump: rows of name, value and unit after three leading cells.
fn dump(name: &str) -> Option<Vec<Told>> {
    let text = fs::read_to_string(folder()?.join("truth").join(name)).expect("a dump");
    let mut table = csv::ReaderBuilder::new()
        .flexible(true)
        .has_headers(false)
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let rows = table.records().map(|row| row.expect("a row"));
    Some(
        rows.filter(|row| &row[0] == "Data")
            .map(|row| {
                let cells: Vec<&str> = row.iter().skip(3).collect();
                let fields = cells.chunks(3).filter(|cell| cell.len() > 1 && !cell[0].is_empty());
                Told {
                    message: row[2].to_owned(),
                    fields: fields.map(|cell| (cell[0].to_owned(), cell[1].to_owned())).collect(),
                }
            })
            .collect(),
    )
}

/// Fields of a record: the better one first, what they measure, what the dump's value is times, and the marks for "none".
const RECORD: &[(&[&str], ChannelKind, f64, &[f64])] = &[
    (&["position_lat"], ChannelKind::Latitude, 180.0 / 2_147_483_648.0, &[2_147_483_647.0]),
    (&["position_long"], ChannelKind::Longitude, 180.0 / 2_147_483_648.0, &[2_147_483_647.0]),
    (&["enhanced_altitude", "altitude"], ChannelKind::Altitude, 1.0, &[858_992_959.0, 12_607.0]),
    (&["heart_rate"], ChannelKind::HeartRate, 1.0, &[255.0, 0.0]),
    (&["power"], ChannelKind::Power, 1.0, &[65_535.0]),
    (&["enhanced_speed", "speed"], ChannelKind::Speed, 1.0, &[4_294_967.295, 65.535]),
    (&["distance"], ChannelKind::Distance, 1.0, &[42_949_672.95]),
    (&["temperature"], ChannelKind::Temperature, 1.0, &[127.0]),
    (&["vertical_oscillation"], ChannelKind::VerticalOscillation, 1.0, &[6553.5]),
    (&["stance_time"], ChannelKind::GroundContact, 1.0, &[6553.5, 0.0]),
    (&["stance_time_balance"], ChannelKind::GroundContactBalance, 1.0, &[655.35, 0.0]),
    (&["vertical_ratio"], ChannelKind::VerticalRatio, 1.0, &[655.35]),
    (&["step_length"], ChannelKind::StepLength, 1.0, &[6553.5]),
];

/// Values by time (milliseconds of the epoch).
type Series = BTreeMap<i64, f64>;

fn series(found: &[&Recording], kind: ChannelKind) -> Series {
    let mut values = Series::new();
    for recording in found {
        let start = recording.start.timestamp_millis();
        if let Some(channel) = recording.channel(kind) {
            values.extend(channel.ms.iter().map(|ms| start + i64::from(*ms)).zip(channel.values.iter().copied()));
        }
    }
    values
}

fn assert_same(name: &str, kind: ChannelKind, read: &Series, told: &Series) {
    let differs = |at: &i64| match (read.get(at), told.get(at)) {
        (Some(a), Some(b)) => (a - b).abs() > 1e-6 * b.abs().max(1.0),
        _ => true,
    };
    let different: Vec<i64> = read.keys().chain(told.keys()).copied().filter(differs).collect();
    let first = different.first().map(|at| (DateTime::from_timestamp_millis(*at), read.get(at), told.get(at)));
    assert!(
        different.is_empty(),
        "{name}, {}: {} of {} values differ, first (read, told): {first:?}",
        kind.code(),
        different.len(),
        told.len()
    );
}

fn assert_records(name: &str, told: &[Told], found: &[&Recording]) {
    let records: Vec<&Told> = told.iter().filter(|m| m.message == "record").collect();
    let mut compared = 0;
    for (fields, kind, factor, none) in RECORD {
        let mut expected = Series::new();
        for record in &records {
            let at = record.number("timestamp").expect("a time") as i64 + EPOCH;
            let value = fields.iter().find_map(|field| {
                record
                    .number(field)
                    .filter(|value| !none.iter().any(|none| (none - value).abs() < 1e-6 * none.max(1.0)))
            });
            if let Some(value) = value {
                expected.insert(at * 1000, value * factor);
            }
        }
        compared += expected.len();
        assert_same(name, *kind, &series(found, *kind), &expected);
    }
    // Cadence has its fraction in a field of its own.
    let mut expected = Series::new();
    for record in &records {
        let at = record.number("timestamp").expect("a time") as i64 + EPOCH;
        if let Some(cadence) = record.number("cadence").filter(|value| *value < 255.0) {
            let fraction = record.number("fractional_cadence").filter(|value| *value < 1.0).unwrap_or(0.0);
            expected.insert(at * 1000, cadence + fraction);
        }
    }
    assert_same(name, ChannelKind::Cadence, &series(found, ChannelKind::Cadence), &expected);
    assert!(compared + expected.len() > records.len(), "{name}: {compared} values compared");
}

fn assert_sessions(name: &str, told: &[Told], found: &[&Recording]) {
    let mut sessions: Vec<&Told> = told.iter().filter(|m| m.message == "session").collect();
    sessions.sort_by_key(|m| m.number("start_time").map(|v| v as i64));
    assert_eq!(sessions.len(), found.len(), "{name}");
    for (session, recording) in sessions.iter().zip(found) {
        assert_eq!(session.number("start_time").map(|v| v as i64 + EPOCH), Some(recording.start.timestamp()));
        assert_eq!(session.number("total_timer_time"), Some(recording.timer.0));
        assert_eq!(session.number("total_elapsed_time"), Some(recording.elapsed.0));
        assert_eq!(session.number("total_distance"), recording.distance.map(|v| v.0));
    }
    let laps = told.iter().filter(|m| m.message == "lap").count();
    assert_eq!(laps, found.iter().map(|recording| recording.laps.len()).sum::<usize>(), "{name}");
}

#[test]
fn a_triathlon_in_both_orders_agrees_with_its_dumps() {
    for (number, name) in
        [("045", "fitcsvtool_triathlon_summary_first.csv"), ("046", "fitcsvtool_triathlon_summary_last.csv")]
    {
        let (Some(told), Some(parsed)) = (dump(name), parsed(number)) else { return };
        let found: Vec<&Recording> = activities(&parsed).into_iter().map(|(recording, _)| recording).collect();
        assert_records(name, &told, &found);
        assert_sessions(name, &told, &found);
    }
}

#[test]
fn a_pool_swim_agrees_with_its_dump_in_lengths_and_in_the_heart_rate_the_strap_stored() {
    let name = "fitcsvtool_activity_poolswim_with_hr.csv";
    let (Some(told), Some(parsed)) = (dump(name), parsed("035")) else { return };
    let found = activities(&parsed);
    let swim = found[0].0;
    assert_sessions(name, &told, &[swim]);
    assert_eq!(swim.pool.map(|v| v.0), Some(25.0));
    let lengths: Vec<&Told> = told.iter().filter(|m| m.message == "length").collect();
    assert_eq!(lengths.len(), swim.lengths.len());
    for (told, length) in lengths.iter().zip(&swim.lengths) {
        let from = told.number("start_time").map(|v| (v as i64 + EPOCH) * 1000);
        assert_eq!(from, Some(swim.start.timestamp_millis() + i64::from(length.span.from_ms)));
        let seconds = told.number("total_elapsed_time").expect("a length's time");
        assert!((length.span.seconds() - seconds).abs() < 0.0015, "{seconds} and {}", length.span.seconds());
        assert_eq!(length.active, told.number("length_type") == Some(1.0));
        assert_eq!(length.strokes.map(f64::from), told.number("total_strokes"));
        let stroke = match told.number("swim_stroke") {
            Some(0.0) => Some(Stroke::Freestyle),
            Some(2.0) => Some(Stroke::Breaststroke),
            Some(4.0) => Some(Stroke::Drill),
            None => None,
            other => panic!("stroke {other:?}"),
        };
        assert_eq!(length.stroke, stroke);
    }
    // The strap's clock: the dump counts on from the first message; so many seconds after that is a device time.
    let hr: Vec<&Told> = told.iter().filter(|m| m.message == "hr").collect();
    let first = hr[0];
    let anchor = first.number("timestamp").expect("a time") + first.number("fractional_timestamp").expect("a fraction")
        - first.number("event_timestamp").expect("the strap's time");
    let mut expected: Vec<(i64, f64)> = Vec::new();
    for message in &hr {
        for (at, bpm) in message.list("event_timestamp").into_iter().zip(message.list("filtered_bpm")) {
            expected.push((((anchor + at + EPOCH as f64) * 1000.0).round() as i64, bpm));
        }
    }
    let start = swim.start.timestamp_millis();
    // The last times repeat until the message is full.
    expected.dedup_by_key(|(at, _)| *at);
    let expected: Series = expected.into_iter().filter(|(at, _)| *at >= start).collect();
    let read = series(&[swim], ChannelKind::HeartRate);
    assert!(read.len() > 4000, "{} beats", read.len());
    let missing =
        expected.iter().filter(|(at, bpm)| read.range(**at - 1..=**at + 1).all(|(_, read)| read != *bpm)).count();
    assert_eq!((missing, read.len()), (0, expected.len()));
}

#[test]
fn a_recording_that_was_cut_short_agrees_with_its_dump() {
    let name = "fitcsvtool_activity_truncated.csv";
    let (Some(told), Some(parsed)) = (dump(name), parsed("064")) else { return };
    let found: Vec<&Recording> = activities(&parsed).into_iter().map(|(recording, _)| recording).collect();
    assert_records(name, &told, &found);
}

#[test]
fn packed_speed_and_distance_agree_with_the_table_of_another_decoder() {
    let Some(parsed) = parsed("019") else { return };
    let run = activities(&parsed)[0].0;
    let path = folder().expect("present").join("truth/compressed-speed-distance-records.csv");
    let mut table = csv::ReaderBuilder::new().trim(csv::Trim::All).from_path(path).expect("a table");
    let mut told: [Series; 4] = Default::default();
    let kinds = [ChannelKind::HeartRate, ChannelKind::Speed, ChannelKind::Distance, ChannelKind::Cadence];
    for row in table.records().map(|row| row.expect("a row")) {
        // Seconds since power-on; the session began at 17217864.
        let ms = (row[0].parse::<i64>().expect("a time") - 17_217_864) * 1000 + run.start.timestamp_millis();
        for (series, cell) in told.iter_mut().zip(row.iter().skip(1)) {
            if let Ok(value) = cell.parse() {
                series.insert(ms, value);
            }
        }
    }
    for (kind, told) in kinds.into_iter().zip(&told) {
        assert!(told.len() > 700);
        assert_same("019", kind, &series(&[run], kind), told);
    }
}

#[test]
fn every_record_of_a_long_ride_agrees_with_the_table_of_another_decoder() {
    let Some(parsed) = parsed("004") else { return };
    let ride = activities(&parsed)[0].0;
    let path = folder().expect("present").join("truth/garmin-edge-500-activity-records.csv");
    let mut table = csv::Reader::from_path(path).expect("a table");
    let columns: [(usize, ChannelKind, f64); 8] = [
        (1, ChannelKind::HeartRate, 1.0),
        (2, ChannelKind::Cadence, 1.0),
        (3, ChannelKind::Speed, 1.0),
        (4, ChannelKind::Distance, 1.0),
        (5, ChannelKind::Latitude, 180.0 / 2_147_483_648.0),
        (6, ChannelKind::Longitude, 180.0 / 2_147_483_648.0),
        (7, ChannelKind::Altitude, 1.0),
        (8, ChannelKind::Temperature, 1.0),
    ];
    let mut told: [Series; 8] = Default::default();
    for row in table.records().map(|row| row.expect("a row")) {
        let local = NaiveDateTime::parse_from_str(&row[0].replace("PDT ", ""), "%a %b %d %H:%M:%S %Y").expect("a time");
        let at: DateTime<Utc> = local.and_utc() + chrono::Duration::hours(7);
        for (series, (column, _, factor)) in told.iter_mut().zip(&columns) {
            if let Ok(value) = row[*column].parse::<f64>() {
                series.insert(at.timestamp_millis(), value * factor);
            }
        }
    }
    for ((_, kind, _), told) in columns.iter().zip(&mut told) {
        assert!(told.len() > 10_000, "{}: {}", kind.code(), told.len());
        let read = series(&[ride], *kind);
        // Where the file holds the mark for "none", the table writes 0 or repeats what was there before: as many times as the
        // manifest counts records without it.
        let before = told.len();
        told.retain(|at, _| read.contains_key(at));
        let without = match kind {
            ChannelKind::Cadence => 121,
            ChannelKind::Latitude | ChannelKind::Longitude => 9,
            _ => 0,
        };
        assert_eq!(before - told.len(), without, "{}", kind.code());
        assert_same("004", *kind, &read, told);
    }
}

#[test]
fn the_steps_of_a_day_agree_with_the_dump() {
    let name = "fitcsvtool_MonitoringFile.csv";
    let (Some(told), Some(parsed)) = (dump(name), parsed("053")) else { return };
    let most = |kind: f64| {
        let steps = told.iter().filter(|m| m.number("activity_type") == Some(kind)).filter_map(|m| m.number("steps"));
        steps.max_by(f64::total_cmp).unwrap_or(0.0)
    };
    let [Content::Wellness { athlete: None, values }] = parsed.contents.as_slice() else {
        panic!("{:?}", parsed.contents);
    };
    let steps = WellnessValue {
        date: "2014-12-27".parse().expect("a date"),
        field: WellnessField::Steps,
        value: most(6.0) + most(1.0),
        source: "garmin vivo_fit".to_owned(),
    };
    assert_eq!(*values, vec![steps]);
}

#[test]
fn workouts_are_recognised() {
    for number in ["055", "056", "057"] {
        let Some(parsed) = parsed(number) else { return };
        assert_eq!(parsed.contents, vec![Content::Routed { kind: RoutedKind::Workout }]);
    }
}
