//! Polar HRM, trainer workouts, and activities entered by hand.

use std::fmt::Write;

use chrono::{DateTime, NaiveDate, Utc};
use domain::entered::EnteredActivity;
use domain::library::Template;
use domain::recording::{ChannelKind, Recording, Repair, RepairKind, StrengthSet};
use domain::session::SessionKind;
use domain::sport::Sport;
use domain::unit::{Kilograms, Meters, Rpe};
use exchange::{Content, ExchangeFault, Format, entered, read};

fn activity(name: &str, bytes: &[u8]) -> (Recording, Vec<Repair>) {
    let parsed = read(name, bytes).expect("a readable file");
    match parsed.contents.as_slice() {
        [Content::Activity { recording, repairs }] => {
            (recording.clone(), repairs.iter().chain(&parsed.repairs).cloned().collect())
        }
        other => panic!("not one activity: {other:?}"),
    }
}

fn template(name: &str, text: &str) -> Result<Template, ExchangeFault> {
    match read(name, text.as_bytes())?.contents.into_iter().next() {
        Some(Content::Template { template }) => Ok(template),
        other => panic!("not a template: {other:?}"),
    }
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("a moment")
}

fn values(recording: &Recording, kind: ChannelKind) -> Vec<f64> {
    recording.channel(kind).map(|channel| channel.values.clone()).unwrap_or_default()
}

const HEAD: &str = "[Params]\r\nVersion=106\r\nMonitor=12\r\n";
const WHEN: &str = "Date=20260301\r\nStartTime=06:30:05.5\r\nLength=00:00:20.0\r\n";

#[test]
fn an_hrm_file_of_a_bike_computer_is_read_in_its_units() {
    let text = format!(
        "{HEAD}SMode=111110100\r\n{WHEN}Interval=5\r\n\r\n[Note]\r\nwindy\r\n\r\n[IntTimes]\r\n00:00:08.0\t1\t2\t3\t4\r\n0\t0\r\n0\r\n\
         0\t60\t0\r\n0\r\n\r\n[Trip]\r\n1\r\n\r\n[HRData]\r\n120\t360\t90\t210\t250\t12851\r\n0\t180\t0\t211\t0\t0\r\n\
         122\tx\r\n124\t360\t95\t212\t260\t12850\r\n"
    );
    let (recording, repairs) = activity("ride.hrm", text.as_bytes());
    assert_eq!(recording.start, at("2026-03-01T06:30:05.5Z"));
    assert!(recording.local_clock);
    assert_eq!(recording.sport, Sport::Ride);
    assert_eq!(recording.timer.0, 20.0);
    assert_eq!(recording.comment.as_deref(), Some("windy"));
    assert_eq!(values(&recording, ChannelKind::HeartRate), [120.0, 124.0], "zero is no heart rate");
    assert_eq!(values(&recording, ChannelKind::Speed), [10.0, 5.0, 10.0]);
    assert_eq!(values(&recording, ChannelKind::Cadence), [90.0, 0.0, 95.0]);
    assert_eq!(values(&recording, ChannelKind::Altitude), [210.0, 211.0, 212.0]);
    assert_eq!(values(&recording, ChannelKind::Power), [250.0, 0.0, 260.0]);
    assert_eq!(values(&recording, ChannelKind::LeftBalance), [51.0, 50.0]);
    assert_eq!(recording.channel(ChannelKind::Speed).expect("speed").ms, [0, 5000, 15_000]);
    assert_eq!(recording.distance, Some(Meters(125.0)));
    let laps: Vec<(u32, u32)> = recording.laps.iter().map(|lap| (lap.span.from_ms, lap.span.to_ms)).collect();
    assert_eq!(laps, [(0, 8000), (8000, 20_000)]);
    assert_eq!(recording.laps[0].distance, Some(Meters(60.0)));
    let kinds: Vec<RepairKind> = repairs.iter().map(|repair| repair.kind).collect();
    assert_eq!(kinds, [RepairKind::ValueLeftOut, RepairKind::LocalClock]);
}

#[test]
fn us_units_and_the_older_mode_are_known() {
    let text = format!("{HEAD}SMode=10100001\r\n{WHEN}Interval=5\r\n[HRData]\r\n120\t100\t1000\r\n121\t100\t1000\r\n");
    let (recording, _) = activity("run.hrm", text.as_bytes());
    assert_eq!(recording.sport, Sport::Other);
    assert!((values(&recording, ChannelKind::Speed)[0] - 4.4704).abs() < 1e-9);
    assert!((values(&recording, ChannelKind::Altitude)[0] - 304.8).abs() < 1e-9);

    let text = format!("[Params]\nVersion=102\nMode=110\n{WHEN}Interval=15\n[HRData]\n120\t100\t210\n121\t100\t211\n");
    let (recording, _) = activity("run.hrm", text.as_bytes());
    assert_eq!(values(&recording, ChannelKind::Altitude), [210.0, 211.0]);
    assert_eq!(values(&recording, ChannelKind::Cadence), Vec::<f64>::new());
    assert_eq!(recording.channel(ChannelKind::HeartRate).expect("heart rate").ms, [0, 15_000]);
}

#[test]
fn beat_intervals_of_an_hrm_file_stand_at_the_beats() {
    let text =
        format!("{HEAD}SMode=000000000\r\n{WHEN}Interval=238\r\nStartDelay=1000\r\n[HRData]\r\n800\r\n810\r\n790\r\n");
    let (recording, _) = activity("rr.hrm", text.as_bytes());
    let beats = recording.channel(ChannelKind::RrInterval).expect("beats");
    assert_eq!(
        (beats.ms.as_slice(), beats.values.as_slice()),
        ([1800, 2610, 3400].as_slice(), [800.0, 810.0, 790.0].as_slice())
    );
    assert!(recording.channel(ChannelKind::HeartRate).is_none(), "no heart rate is made of them");
}

#[test]
fn an_hrm_file_without_a_date_or_without_parameters_is_refused() {
    assert_eq!(read("x.hrm", b"[Params]\nInterval=5\n[HRData]\n120\n").err(), Some(ExchangeFault::NoDate));
    let fault = read("x.hrm", b"nothing").err();
    assert_eq!(fault, Some(ExchangeFault::BrokenText { format: "hrm", at_byte: 0 }));
    assert_eq!(read("x.hrm", b"[Params]\nDate=20260301\n").err(), Some(ExchangeFault::NoActivity { messages: 0 }));
}

#[test]
fn a_text_in_an_old_encoding_is_read_and_told() {
    let mut bytes = format!("{HEAD}SMode=0\r\n{WHEN}Interval=5\r\n[Note]\r\n").into_bytes();
    bytes.extend(b"gr\xfcn\r\n[HRData]\r\n120\r\n");
    let (recording, repairs) = activity("x.hrm", &bytes);
    assert_eq!(recording.comment.as_deref(), Some("grün"));
    assert!(repairs.iter().any(|repair| repair.kind == RepairKind::TextEncoding && repair.samples == 1));
}

fn erg(head: &str, points: &[(f64, f64)]) -> String {
    let mut text =
        format!("[COURSE HEADER]\nVERSION = 2\nUNITS = ENGLISH\n{head}\n[END COURSE HEADER]\n[COURSE DATA]\n");
    for (minute, target) in points {
        writeln!(text, "{minute:.2}\t{target}").expect("a line");
    }
    text + "[END COURSE DATA]\n"
}

const POINTS: [(f64, f64); 12] = [
    (0.0, 100.0),
    (10.0, 150.0),
    (10.0, 250.0),
    (20.0, 250.0),
    (20.0, 125.0),
    (25.0, 125.0),
    (25.0, 250.0),
    (35.0, 250.0),
    (35.0, 125.0),
    (40.0, 125.0),
    (40.0, 100.0),
    (45.0, 100.0),
];

#[test]
fn watts_become_shares_of_the_threshold_they_were_written_for() {
    let text = erg("DESCRIPTION = Two by ten\nFTP = 250\nMINUTES WATTS", &POINTS);
    let template = template("two.erg", &text).expect("a template");
    assert_eq!((template.title.as_str(), template.sport), ("Two by ten", Sport::Ride));
    assert_eq!((template.kind, template.min_minutes), (SessionKind::Threshold, 45));
    let steps: Vec<(u32, f64, f64, f64)> =
        template.steps.iter().map(|s| (s.repeat, s.minutes, (s.intensity * 1000.0).round(), s.rest_minutes)).collect();
    assert_eq!(steps, [(1, 10.0, 500.0, 0.0), (2, 10.0, 1000.0, 5.0), (1, 5.0, 400.0, 0.0)]);
}

#[test]
fn percent_needs_no_threshold_and_watts_do() {
    let percent: Vec<(f64, f64)> = POINTS.iter().map(|(minute, watts)| (*minute, watts / 2.5)).collect();
    let of_percent = template("a/two.mrc", &erg("MINUTES PERCENT", &percent)).expect("a template");
    let of_watts = template("two.erg", &erg("FTP=250\nMINUTES WATTS", &POINTS)).expect("a template");
    assert_eq!((of_percent.title.as_str(), &of_percent.steps), ("two", &of_watts.steps));
    assert!((of_percent.intensity - of_watts.intensity).abs() < 1e-9);
    assert_ne!(of_percent.id, of_watts.id, "two files stay two templates");
    assert_eq!(template("two.erg", &erg("MINUTES WATTS", &POINTS)), Err(ExchangeFault::NoThreshold));
    let fault = template("two.erg", &erg("FTP=250\nMINUTES WATTS", &POINTS[..1]));
    assert_eq!(fault, Err(ExchangeFault::BrokenText { format: "erg", at_byte: 0 }));
}

fn strength() -> EnteredActivity {
    EnteredActivity {
        sport: Sport::Strength,
        start_local: NaiveDate::from_ymd_opt(2026, 3, 1).and_then(|day| day.and_hms_opt(18, 30, 0)).expect("a moment"),
        minutes: 42.3,
        rpe: Some(Rpe(6.5)),
        distance: None,
        sets: vec![StrengthSet {
            span: None,
            active: true,
            exercise: Some("squat".to_owned()),
            reps: Some(5),
            weight: Some(Kilograms(82.5)),
            velocity: Vec::new(),
        }],
        comment: Some("straff, \"gut\"".to_owned()),
    }
}

#[test]
fn an_entered_activity_reads_back_as_itself() {
    let bytes = entered::write(&strength(), "Ada Fell");
    assert_eq!(bytes, entered::write(&strength(), "Ada Fell"), "equal activities, equal bytes");
    assert_ne!(bytes, entered::write(&strength(), "Bo Lind"), "two who did the same stay two");
    for name in ["evening.tsactivity", "evening.bin"] {
        let parsed = read(name, &bytes).expect("the document");
        assert_eq!(parsed.format, Format::Entered);
        let recording = strength().recording();
        assert!(recording.local_clock);
        assert_eq!(parsed.contents, [Content::Activity { recording, repairs: Vec::new() }]);
    }
}

#[test]
fn a_damaged_or_newer_or_impossible_entry_is_refused() {
    let good = String::from_utf8(entered::write(&strength(), "Ada Fell")).expect("text");
    let wrong = [
        good[..good.len() - 10].to_owned(),
        good.replace("\"trackside-activity\":1", "\"trackside-activity\":2"),
        good.replace("\"minutes\":42.3", "\"minutes\":-1"),
        good.replace("\"minutes\":42.3", "\"minutes\":1e9"),
        good.replace("\"rpe\":6.5", "\"rpe\":65"),
        good.replace("\"sport\":\"strength\"", "\"sport\":\"chess\""),
    ];
    for text in wrong {
        let fault = read("x.tsactivity", text.as_bytes()).err();
        assert!(matches!(fault, Some(ExchangeFault::BrokenText { format: "tsactivity", .. })), "{text}: {fault:?}");
    }
}

#[expect(clippy::print_stdout, reason = "a test that was skipped says so")]
fn corpus(file: &str) -> Option<Vec<u8>> {
    let file = std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus").join(file);
    let bytes = std::fs::read(file).ok();
    if bytes.is_none() {
        println!("skipped: corpus not present");
    }
    bytes
}

#[test]
fn real_hrm_files_are_read_as_counted_apart() {
    let name = "086_Runalyze_15031201.hrm";
    let Some(bytes) = corpus(name) else { return };
    let (recording, repairs) = activity(name, &bytes);
    assert_eq!((recording.start, recording.timer.0), (at("2015-03-12T12:42:43Z"), 3697.4));
    let heart = values(&recording, ChannelKind::HeartRate);
    assert_eq!((heart.len(), heart.iter().copied().fold(0.0, f64::max)), (740, 168.0));
    assert!((heart.iter().sum::<f64>() / 740.0 - 147.031).abs() < 1e-3);
    assert!(recording.distance.is_some_and(|metres| (metres.0 - 11_694.17).abs() < 0.1));
    assert_eq!(repairs.iter().map(|repair| repair.kind).collect::<Vec<_>>(), [RepairKind::LocalClock]);

    let name = "087_Runalyze_hrv.hrm";
    let Some(bytes) = corpus(name) else { return };
    let (recording, _) = activity(name, &bytes);
    let beats = recording.channel(ChannelKind::RrInterval).expect("beats");
    assert_eq!((beats.values.len(), beats.values.iter().sum::<f64>()), (199, 131_667.0));
    // The first interval ends after the delay the file names; the last ends with the recording.
    assert_eq!((beats.ms.first(), beats.ms.last()), (Some(&1755), Some(&132_667)));
    assert_eq!((recording.laps.len(), recording.timer.0), (3, 133.3));
    assert_eq!(recording.laps[1].distance, Some(Meters(348.0)));
}
