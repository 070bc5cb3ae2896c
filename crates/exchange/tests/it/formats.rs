//! Real files in XML, where they are present beside the checkout: what is read agrees with values other readers found, and
//! one activity in several formats is one activity.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::recording::{ChannelKind, Recording, Repair, RepairKind};
use domain::session::SessionKind;
use domain::sport::Sport;
use exchange::{Content, ExchangeFault, Format, RoutedKind, read};

use crate::corpus::{Row, activities, manifest, parsed};

/// Where this reader and the manifest differ for a reason.
const EXCEPTIONS: [(&str, &str, &str); 9] = [
    ("069", "start", "the manifest has the first point; the lap says it began a second before"),
    (
        "074",
        "start",
        "the manifest has the first point; the lap says it began a second before, as the device file does",
    ),
    ("079", "distance", "the manifest measures on a sphere; at 67 degrees north the Earth's curve is 0.2 % longer"),
    ("082", "distance", "seven of eight tracks have no times: they are a course, and only the eighth is an activity"),
    ("082", "positions", "seven of eight tracks have no times"),
    ("082", "altitudes", "seven of eight tracks have no times, and the manifest counts waypoints"),
    ("082", "records", "seven of eight tracks have no times"),
    ("083", "readable", "five bytes of another format"),
    ("084", "distance", "0.4 m in three points of which two share a second"),
];

fn sum(repairs: &[Repair], kinds: &[RepairKind]) -> f64 {
    repairs.iter().filter(|repair| kinds.contains(&repair.kind)).map(|repair| f64::from(repair.samples)).sum()
}

fn count(found: &[(&Recording, &[Repair])], kind: ChannelKind) -> f64 {
    found.iter().filter_map(|(recording, _)| recording.channel(kind)).map(|channel| channel.ms.len() as f64).sum()
}

fn mean(recording: &Recording, kind: ChannelKind) -> Option<f64> {
    let channel = recording.channel(kind)?;
    Some(channel.values.iter().sum::<f64>() / channel.values.len() as f64)
}

fn instant(text: &str) -> DateTime<Utc> {
    text.replace(' ', "T").parse::<DateTime<chrono::FixedOffset>>().expect("a time of the manifest").to_utc()
}

/// What differs between one file and its row: what, and both values.
fn differences(row: &Row, bytes: &[u8]) -> Vec<(&'static str, String)> {
    let parsed = match read(&row["file"], bytes) {
        Ok(parsed) => parsed,
        Err(fault) => return vec![("readable", fault.to_string())],
    };
    let found = activities(&parsed);
    let mut out = Vec::new();
    let mut differ = |what, expected: &str, got: String| out.push((what, format!("manifest {expected}, read {got}")));
    if row["file_type"] == "course" {
        let routed = parsed.contents == vec![Content::Routed { kind: RoutedKind::Course }];
        assert!(routed, "{}: a course holds no activity", row["file"]);
        return out;
    }
    let Some((first, _)) = found.first() else { return vec![("activities", "none".to_owned())] };
    let sessions = row["n_sessions"].parse().unwrap_or(1);
    if found.len() != sessions {
        differ("sessions", &row["n_sessions"], found.len().to_string());
    }
    if instant(&row["start_time_utc"]) != first.start {
        differ("start", &row["start_time_utc"], first.start.to_rfc3339());
    }
    // Samples that a told repair left out.
    let told: f64 =
        found.iter().map(|(_, r)| sum(r, &[RepairKind::DuplicatedTime, RepairKind::TimeWentBackwards])).sum();
    // The tracks' reader leaves out the gaps between segments: it is the timer.
    let timer = if row["total_timer_time_s"].is_empty() { "total_elapsed_time_s" } else { "total_timer_time_s" };
    let total = |value: fn(&Recording) -> f64| found.iter().map(|(r, _)| value(r)).sum::<f64>();
    let average = |kind| found.iter().find_map(|(r, _)| mean(r, kind)).unwrap_or(0.0);
    let highest = |kind| {
        let channels = found.iter().filter_map(|(r, _)| r.channel(kind));
        channels.flat_map(|channel| channel.values.iter().copied()).fold(0.0, f64::max)
    };
    let numbers = [
        ("timer", timer, total(|r| r.timer.0), 0.001, 0.0),
        ("distance", "total_distance_m", total(|r| r.distance.map_or(0.0, |d| d.0)), 0.05, 0.001),
        ("laps", "n_laps", total(|r| r.laps.len() as f64), 0.0, 0.0),
        ("records", "n_records", total(|r| f64::from(r.records)), 0.0, 0.0),
        ("positions", "n_gps", count(&found, ChannelKind::Latitude), told, 0.0),
        ("altitudes", "n_altitude", count(&found, ChannelKind::Altitude), told, 0.0),
        ("heart rates", "n_hr", count(&found, ChannelKind::HeartRate), told, 0.0),
        ("powers", "n_power", count(&found, ChannelKind::Power), told, 0.0),
        ("cadences", "n_cadence", count(&found, ChannelKind::Cadence), told, 0.0),
        ("mean heart rate", "hr_mean_records", average(ChannelKind::HeartRate), 1.0, 0.0),
        ("highest heart rate", "hr_max_records", highest(ChannelKind::HeartRate), 1.0, 0.0),
        ("mean power", "power_mean_records", average(ChannelKind::Power), 1.0, 0.0),
    ];
    for (what, column, got, absolute, share) in numbers {
        if let Ok(expected) = row[column].parse::<f64>()
            && (got - expected).abs() > absolute + share * expected + 1e-6
        {
            differ(what, &row[column], got.to_string());
        }
    }
    let sports: Vec<&str> = found.iter().filter_map(|(r, _)| r.sport_detail.as_deref()).collect();
    if !row["sport"].is_empty() && row["sport"] != sports.join(" + ") {
        differ("sport", &row["sport"], sports.join(" + "));
    }
    let product = first.device.as_ref().and_then(|device| device.product.as_deref()).unwrap_or("None");
    if !row["device"].trim().starts_with(product) {
        differ("device", &row["device"], product.to_owned());
    }
    out
}

#[test]
fn every_file_with_known_values_agrees_with_them() {
    let Some(files) = manifest() else { return };
    let mut found = BTreeMap::new();
    let mut unexplained = Vec::new();
    for (row, bytes) in files.iter().filter(|(row, _)| matches!(row["kind"].as_str(), "tcx" | "gpx")) {
        let name = row["file"].as_str();
        for (what, text) in differences(row, bytes) {
            println!("{name:<60} {what:<12} {text}");
            found.insert((name[..3].to_owned(), what), ());
            if !EXCEPTIONS.iter().any(|(file, part, _)| name.starts_with(file) && what == *part) {
                unexplained.push((name.to_owned(), what, text));
            }
        }
    }
    assert!(unexplained.is_empty(), "differences without a reason: {unexplained:#?}");
    let stale: Vec<_> =
        EXCEPTIONS.iter().filter(|(file, what, _)| !found.contains_key(&((*file).to_owned(), *what))).collect();
    assert!(stale.is_empty(), "reasons for no difference: {stale:#?}");
}

#[test]
fn every_part_of_a_multisport_session_has_its_own_sport_time_and_way() {
    let Some(parsed) = parsed("067") else { return };
    let parts: Vec<(Sport, String, f64, f64, usize, u32)> = activities(&parsed)
        .iter()
        .map(|(r, _)| {
            let metres = r.distance.expect("a distance").0;
            (r.sport, r.start.format("%H:%M:%S").to_string(), r.timer.0, metres.round(), r.laps.len(), r.records)
        })
        .collect();
    // As the manifest lists its sessions.
    let expected = vec![
        (Sport::Ride, "16:14:21".to_owned(), 493.7, 2355.0, 1, 77),
        (Sport::Run, "16:24:12".to_owned(), 3585.13, 11458.0, 12, 859),
        (Sport::Ride, "17:35:46".to_owned(), 420.03, 2351.0, 1, 74),
    ];
    assert_eq!(parts, expected);
}

#[test]
fn repairs_of_known_oddities_are_told() {
    let Some(files) = manifest() else { return };
    let cases = [
        ("068", RepairKind::ValueLeftOut, "547469 kilocalories"),
        ("070", RepairKind::TimerEvents, "laps that overlap"),
        ("070", RepairKind::TimeWentBackwards, "points of one lap within another"),
        ("072", RepairKind::EmptyRecords, "points with a time and nothing else"),
        ("080", RepairKind::TimeWentBackwards, "a second point before the first"),
        ("088", RepairKind::LocalClock, "a wall clock without a zone"),
    ];
    for (number, kind, what) in cases {
        let (row, bytes) = files.iter().find(|(row, _)| row["file"].starts_with(number)).expect("in the corpus");
        let parsed = read(&row["file"], bytes).expect("readable");
        let told = activities(&parsed).iter().any(|(_, repairs)| repairs.iter().any(|repair| repair.kind == kind));
        assert!(told, "{number}: {what}");
    }
    let (_, broken) = files.iter().find(|(row, _)| row["file"].starts_with("083")).expect("in the corpus");
    assert_eq!(read("x.gpx", broken), Err(ExchangeFault::BrokenText { format: "gpx", at_byte: 5 }));
}

#[test]
fn formats_without_a_row_of_values_agree_with_their_own_text() {
    let Some(files) = manifest() else { return };
    let file = |number: &str| {
        let (row, bytes) = files.iter().find(|(row, _)| row["file"].starts_with(number)).expect("in the corpus");
        (read(&row["file"], bytes).expect("readable"), String::from_utf8_lossy(bytes).into_owned())
    };
    let count = |text: &str, what: &str| text.matches(what).count();

    let (parsed, text) = file("088");
    let (recording, _) = activities(&parsed)[0];
    assert_eq!(parsed.format, Format::Pwx);
    assert_eq!((recording.timer.0, recording.distance.map(|d| d.0)), (5127.0, Some(28372.0)));
    assert_eq!(recording.records as usize, count(&text, "<sample>"));
    assert_eq!(recording.laps.len(), count(&text, "<segment>"));
    assert_eq!(recording.channel(ChannelKind::Power).map(|c| c.ms.len()), Some(count(&text, "<pwr>")));
    let heart = mean(recording, ChannelKind::HeartRate).expect("heart rate");
    assert!((heart - 134.0).abs() < 1.0, "its summary says 134: {heart}");
    assert_eq!(recording.start.to_rfc3339(), "2009-11-22T10:22:26+00:00");

    let (parsed, text) = file("089");
    let (recording, _) = activities(&parsed)[0];
    assert_eq!(parsed.format, Format::Sml);
    assert_eq!((recording.timer.0, recording.distance.map(|d| d.0)), (1793.8, Some(3895.0)));
    assert_eq!((recording.sport, recording.utc_offset_s), (Sport::Run, Some(7200)));
    let beats: Vec<f64> = text
        .split("<Data>")
        .nth(1)
        .and_then(|rest| rest.split('<').next())
        .map(|list| list.split_whitespace().filter_map(|n| n.parse().ok()).collect())
        .expect("a list of beats");
    let read_beats = recording.channel(ChannelKind::RrInterval).expect("beats");
    let possible = beats.iter().filter(|b| (200.0..=3000.0).contains(*b)).count();
    assert_eq!(read_beats.ms.len(), possible, "of {}", beats.len());
    assert_eq!(recording.channel(ChannelKind::Latitude).map(|c| c.ms.len()), Some(count(&text, "<Latitude>")));

    let (parsed, text) = file("085");
    let (recording, _) = activities(&parsed)[0];
    assert_eq!(parsed.format, Format::AppleHealth);
    assert_eq!(activities(&parsed).len(), count(&text, "<Workout "));
    assert_eq!(recording.start.to_rfc3339(), "2016-11-14T14:25:41+00:00");
    assert!((recording.timer.0 - 5.194_123 * 60.0).abs() < 0.01, "{:?}", recording.timer);
    assert!((recording.distance.expect("miles").0 - 0.497_175 * 1609.344).abs() < 0.01);
    assert_eq!(recording.sport, Sport::Run);

    let (parsed, _) = file("093");
    let Some(Content::Template { template }) = parsed.contents.first() else { panic!("a template") };
    assert_eq!((template.kind, template.min_minutes, template.title.as_str()), (SessionKind::Test, 73, "FTP Test"));
    let minutes: f64 = template.steps.iter().map(|s| f64::from(s.repeat) * (s.minutes + s.rest_minutes)).sum();
    assert!((minutes - 73.0).abs() < 1e-9, "{minutes}");
}

/// How far copies of one activity may stand apart: seconds of timer, share of distance, beats of mean heart rate.
struct Apart {
    timer: f64,
    distance: f64,
    heart: f64,
}

#[test]
fn copies_of_one_activity_in_several_formats_agree() {
    // The device file counts the timer to the millisecond, the copies end with their last whole second. Tracks measure
    // their way between positions, the watch as it goes. The strap's own beats differ a little from what a site made of them.
    let sets = [
        ("015", "075", Apart { timer: 0.6, distance: 1e-6, heart: 0.1 }),
        ("015", "076", Apart { timer: 0.6, distance: 0.001, heart: 0.1 }),
        ("015", "077", Apart { timer: 0.6, distance: 0.001, heart: 0.1 }),
        ("034", "073", Apart { timer: 0.0, distance: 1e-6, heart: 0.0 }),
        ("038", "074", Apart { timer: 0.0, distance: 0.0, heart: 1.0 }),
    ];
    for (device, copy, apart) in sets {
        let (Some(a), Some(b)) = (parsed(device), parsed(copy)) else { return };
        let ((a, _), (b, _)) = (activities(&a)[0], activities(&b)[0]);
        assert_eq!(a.start, b.start, "{device} {copy}");
        assert!((a.timer.0 - b.timer.0).abs() <= apart.timer + 1e-6, "{device} {copy}: {:?} {:?}", a.timer, b.timer);
        let (way, other) = (a.distance.expect("a distance").0, b.distance.expect("a distance").0);
        assert!((way - other).abs() <= apart.distance * way + 1e-6, "{device} {copy}: {way} {other}");
        match (mean(a, ChannelKind::HeartRate), mean(b, ChannelKind::HeartRate)) {
            (Some(x), Some(y)) => assert!((x - y).abs() <= apart.heart, "{device} {copy}: {x} {y}"),
            (None, None) => {}
            other => panic!("{device} {copy}: {other:?}"),
        }
        let serial = |r: &Recording| r.device.as_ref().and_then(|d| d.serial);
        if let (Some(x), Some(y)) = (serial(a), serial(b))
            && device != "038"
        {
            assert_eq!(x, y, "{device} {copy}: one watch");
        }
    }
}

#[test]
fn a_copy_holds_the_same_heart_rate_at_the_same_second() {
    for copy in ["075", "076", "077"] {
        let (Some(a), Some(b)) = (parsed("015"), parsed(copy)) else { return };
        let ((a, _), (b, _)) = (activities(&a)[0], activities(&b)[0]);
        let heart = |r: &Recording| -> BTreeMap<u32, f64> {
            let channel = r.channel(ChannelKind::HeartRate).expect("heart rate");
            channel.ms.iter().copied().zip(channel.values.iter().copied()).collect()
        };
        let (a, b) = (heart(a), heart(b));
        assert_eq!(a.len(), b.len(), "{copy}");
        let same = a.iter().filter(|(ms, bpm)| b.get(ms) == Some(bpm)).count();
        assert!(same + 8 >= a.len(), "{copy}: {same} of {}; a new lap may write its first second anew", a.len());
    }
}
