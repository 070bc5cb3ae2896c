//! An Apple Health export of any size, read as a stream.

use std::io::{self, BufReader, Read};
use std::process::Command;

use domain::recording::ChannelKind;
use domain::sport::Sport;
use domain::wellness::WellnessField;
use exchange::{Content, ExchangeFault, Parsed, is_streamed, read_stream};

use crate::corpus::{activities, parsed};

/// An export made as it is read: `days` days with the records of a phone and a watch, and a run each.
struct Export {
    days: u32,
    next: u32,
    piece: Vec<u8>,
    at: usize,
    made: u64,
}

/// Heart rates of one workout: every five seconds for forty minutes.
const BEATS: u32 = 480;

impl Export {
    fn of(days: u32) -> Export {
        Export { days, next: 0, piece: Vec::new(), at: 0, made: 0 }
    }

    /// The head, then the records of each day, then the workouts, as the phone orders them.
    fn piece(&self) -> Option<String> {
        let record = |kind: &str, source: &str, day: u32, start: &str, end: &str, unit: &str, value: &str| {
            let date = date(day);
            format!(
                " <Record type=\"HK{kind}\" sourceName=\"{source}\" sourceVersion=\"10.1\" device=\"&lt;&lt;HKDevice: 0x1&gt;, name:Watch&gt;\" unit=\"{unit}\" creationDate=\"{date} {end} +0100\" startDate=\"{date} {start} +0100\" endDate=\"{date} {end} +0100\" value=\"{value}\"/>\n"
            )
        };
        if self.next == 0 {
            return Some("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE HealthData [\n<!-- The declarations of one release do not balance -->\n<!ELEMENT HealthData (ExportDate,Me,(Record|Workout)*)>\n<!ATTLIST Record\n  type CDATA #REQUIRED\n<!ELEMENT Workout (WorkoutEvent*)>\n]>\n<HealthData locale=\"de_DE\">\n".to_owned());
        }
        let step = self.next - 1;
        if step < self.days {
            let day = step;
            let mut out = String::new();
            for second in (0..BEATS * 5).step_by(5) {
                let clock = format!("18:{:02}:{:02}", second / 60, second % 60);
                let bpm = 140 + second / 5 % 20;
                out += &record(
                    "QuantityTypeIdentifierHeartRate",
                    "Uhr",
                    day,
                    &clock,
                    &clock,
                    "count/min",
                    &bpm.to_string(),
                );
            }
            for minute in 0..60 {
                let clock = format!("10:{minute:02}:00");
                out += &record("QuantityTypeIdentifierStepCount", "Uhr", day, &clock, &clock, "count", "100");
                out += &record("QuantityTypeIdentifierStepCount", "Telefon", day, &clock, &clock, "count", "90");
                out += &record("QuantityTypeIdentifierActiveEnergyBurned", "Uhr", day, &clock, &clock, "kcal", "1.5");
            }
            out += &record(
                "QuantityTypeIdentifierHeartRateVariabilitySDNN",
                "Uhr",
                day,
                "03:00:00",
                "03:01:00",
                "ms",
                "61.5",
            );
            out += &record(
                "QuantityTypeIdentifierHeartRateVariabilitySDNN",
                "Uhr",
                day,
                "15:00:00",
                "15:01:00",
                "ms",
                "20",
            );
            out += &record(
                "QuantityTypeIdentifierRestingHeartRate",
                "Uhr",
                day,
                "00:00:00",
                "20:00:00",
                "count/min",
                "48",
            );
            out += &record("QuantityTypeIdentifierOxygenSaturation", "Uhr", day, "02:00:00", "02:00:00", "%", "0.96");
            out += &record("QuantityTypeIdentifierBodyMass", "Waage", day, "07:00:00", "07:00:00", "lb", "154.3236");
            let asleep = "HKCategoryValueSleepAnalysisAsleepCore";
            out += &record("CategoryTypeIdentifierSleepAnalysis", "Uhr", day, "00:00:00", "04:00:00", "", asleep);
            let deep = "HKCategoryValueSleepAnalysisAsleepDeep";
            out += &record("CategoryTypeIdentifierSleepAnalysis", "Uhr", day, "03:30:00", "06:30:00", "", deep);
            let in_bed = "HKCategoryValueSleepAnalysisInBed";
            out += &record("CategoryTypeIdentifierSleepAnalysis", "Uhr", day, "06:30:00", "08:00:00", "", in_bed);
            return Some(out);
        }
        let step = step - self.days;
        if step < self.days {
            let date = date(step);
            return Some(format!(
                " <Workout workoutActivityType=\"HKWorkoutActivityTypeRunning\" duration=\"38\" durationUnit=\"min\" sourceName=\"Uhr\" device=\"&lt;&lt;HKDevice: 0x1&gt;, name:Watch, manufacturer:Apple Inc., model:Watch&gt;\" startDate=\"{date} 18:00:00 +0100\" endDate=\"{date} 18:40:00 +0100\">\n  <MetadataEntry key=\"HKIndoorWorkout\" value=\"0\"/>\n  <WorkoutEvent type=\"HKWorkoutEventTypePause\" date=\"{date} 18:10:00 +0100\"/>\n  <WorkoutEvent type=\"HKWorkoutEventTypeResume\" date=\"{date} 18:12:00 +0100\"/>\n  <WorkoutStatistics type=\"HKQuantityTypeIdentifierDistanceWalkingRunning\" startDate=\"{date} 18:00:00 +0100\" endDate=\"{date} 18:40:00 +0100\" sum=\"7.5\" unit=\"km\"/>\n </Workout>\n"
            ));
        }
        (step == self.days).then(|| "</HealthData>\n".to_owned())
    }
}

fn date(day: u32) -> String {
    let first = chrono::NaiveDate::from_ymd_opt(2018, 1, 1).expect("a date");
    (first + chrono::Days::new(u64::from(day))).to_string()
}

impl Read for Export {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        if self.at == self.piece.len() {
            let Some(piece) = self.piece() else { return Ok(0) };
            self.next += 1;
            (self.piece, self.at) = (piece.into_bytes(), 0);
        }
        let read = buf.len().min(self.piece.len() - self.at);
        buf[..read].copy_from_slice(&self.piece[self.at..self.at + read]);
        self.at += read;
        self.made += read as u64;
        Ok(read)
    }
}

fn value_on(parsed: &Parsed, day: u32, field: WellnessField) -> Vec<(f64, String)> {
    let values = parsed.contents.iter().find_map(|content| match content {
        Content::Wellness { values, .. } => Some(values),
        _ => None,
    });
    let of_day = values.into_iter().flatten().filter(|v| v.date.to_string() == date(day) && v.field == field);
    of_day.map(|v| (v.value, v.source.clone())).collect()
}

#[test]
fn workouts_and_days_are_read_from_a_stream() {
    let parsed = read_stream(&mut BufReader::new(Export::of(3))).expect("an export");
    let found = activities(&parsed);
    assert_eq!(found.len(), 3);
    for (day, (recording, repairs)) in found.iter().enumerate() {
        assert_eq!(recording.start.to_rfc3339(), format!("{}T17:00:00+00:00", date(day as u32)));
        assert_eq!((recording.sport, recording.sport_detail.as_deref()), (Sport::Run, Some("Running")));
        assert_eq!((recording.elapsed.0, recording.timer.0), (2400.0, 2280.0));
        assert_eq!(recording.pauses.iter().map(|p| p.seconds()).collect::<Vec<_>>(), vec![120.0]);
        assert_eq!(recording.distance.map(|d| d.0), Some(7500.0));
        let heart = recording.channel(ChannelKind::HeartRate).expect("heart rate");
        assert_eq!(heart.ms.len(), BEATS as usize);
        assert_eq!((heart.ms[1], heart.values[1]), (5000, 141.0));
        let device = recording.device.as_ref().expect("a device");
        assert_eq!((device.maker.as_deref(), device.product.as_deref()), (Some("Apple Inc."), Some("Uhr")));
        assert!(repairs.is_empty(), "{repairs:?}");
    }
    let watch = |value| vec![(value, "Uhr".to_owned())];
    assert_eq!(value_on(&parsed, 1, WellnessField::Sdnn), watch(61.5), "the afternoon is left out");
    assert_eq!(value_on(&parsed, 1, WellnessField::RestingHr), watch(48.0));
    assert_eq!(value_on(&parsed, 1, WellnessField::Sleep), watch(6.5), "overlaps once, in bed is not asleep");
    assert_eq!(value_on(&parsed, 1, WellnessField::Steps), watch(6000.0), "the watch counted more than the phone");
    assert_eq!(value_on(&parsed, 1, WellnessField::Spo2), watch(96.0));
    let mass = value_on(&parsed, 1, WellnessField::BodyMass);
    assert!((mass[0].0 - 70.0).abs() < 1e-3 && mass[0].1 == "Waage", "{mass:?}");
    assert!(value_on(&parsed, 1, WellnessField::Rmssd).is_empty(), "SDNN is no rMSSD");
}

#[test]
fn the_head_of_an_export_tells_that_it_is_streamed() {
    let mut head = vec![0; 4096];
    let mut export = Export::of(1);
    let read = export.read(&mut head).expect("a head");
    assert!(is_streamed(&head[..read]));
    assert!(!is_streamed(b"<gpx/>"));
}

#[test]
fn a_stream_that_breaks_keeps_what_came_and_one_that_never_closes_a_tag_is_stopped() {
    let mut export = Export::of(3);
    let whole = io::copy(&mut export, &mut io::sink()).expect("made in memory");
    let cut = BufReader::new(Export::of(3)).take(whole - 400);
    let parsed = read_stream(&mut BufReader::new(cut)).expect("most of it");
    assert_eq!(parsed.repairs.len(), 1);
    assert_eq!(activities(&parsed).len(), 2, "the third was cut");
    let endless = b"<HealthData a=\"".chain(io::repeat(b'x'));
    let fault = read_stream(&mut BufReader::new(endless)).expect_err("nothing in it");
    assert!(matches!(fault, ExchangeFault::BrokenText { .. }), "{fault}");
}

#[test]
fn a_real_export_is_read() {
    let Some(parsed) = parsed("085") else { return };
    let (recording, _) = activities(&parsed)[0];
    assert_eq!(recording.device.as_ref().and_then(|d| d.product.as_deref()), Some("Apple Watch"));
    assert_eq!(recording.totals.kcal.map(f64::round), Some(49.0));
}

/// Days of the large export: about 190 kB each.
const MANY_DAYS: u32 = 700;

#[test]
fn a_large_export_does_not_fill_memory() {
    let this = std::env::current_exe().expect("the test itself");
    let alone = ["--exact", "apple::a_large_export_alone_in_its_process", "--ignored", "--nocapture"];
    let output = Command::new(this).args(alone).output().expect("the test runs again");
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{text}{}", String::from_utf8_lossy(&output.stderr));
    assert!(text.contains("1 passed"), "{text}");
    println!("{text}");
}

#[test]
#[ignore = "run by the test above, so that nothing else counts to its memory"]
fn a_large_export_alone_in_its_process() {
    let before = peak_kb();
    let mut reader = BufReader::new(Export::of(MANY_DAYS));
    let parsed = read_stream(&mut reader).expect("an export");
    let made = reader.get_ref().made;
    assert!(made > 120_000_000, "{made} bytes");
    assert_eq!(activities(&parsed).len(), MANY_DAYS as usize);
    let beats: usize =
        activities(&parsed).iter().filter_map(|(r, _)| r.channel(ChannelKind::HeartRate)).map(|c| c.ms.len()).sum();
    assert_eq!(beats, (MANY_DAYS * BEATS) as usize);
    match (before, peak_kb()) {
        (Some(before), Some(after)) => {
            println!("{} MB read, {} MB of memory more than before", made / 1_000_000, (after - before) / 1000);
            assert!(after - before < 60_000, "{} kB more", after - before);
        }
        _ => println!("skipped: this system does not tell how much memory was used"),
    }
}

/// The most memory this process has held, kB, where the system tells.
fn peak_kb() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
