//! Files: the same bytes each time, and the importer reads what was written.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::recording::{ChannelKind, Recording, Span};
use domain::sport::Sport;
use domain::unit::{Rpe, Seconds};
use exchange::{Content, Parsed};
use sample::fit::{ActivitySpec, Sample, Stride, activity};

use crate::{club, today};

fn start() -> DateTime<Utc> {
    today().and_hms_opt(9, 30, 0).expect("a time").and_utc()
}

fn recording(bytes: &[u8]) -> Recording {
    let Parsed { mut contents, repairs, notes, .. } = exchange::read("a.fit", bytes).expect("readable");
    assert!(repairs.is_empty() && notes.is_empty(), "{repairs:?}");
    match contents.pop() {
        Some(Content::Activity { recording, repairs }) => {
            assert!(repairs.is_empty(), "nothing to repair: {repairs:?}");
            recording
        }
        other => panic!("not an activity: {other:?}"),
    }
}

#[test]
fn what_is_written_is_what_is_read() {
    let samples: Vec<Sample> = (0..=600)
        .filter(|second| !(200..260).contains(second))
        .map(|second| Sample {
            second,
            position: Some((0.41 + f64::from(second) * 1e-5, 23.7)),
            altitude: Some(200.0 + f64::from(second) / 100.0),
            heart_rate: Some(120 + (second % 40) as u8),
            power: Some(180 + (second % 60) as u16),
            cadence: Some(85),
            speed: Some(7.25),
            distance: Some(7.25 * f64::from(second)),
            temperature: Some(-3),
            stride: Some(Stride { contact_ms: 250.0, left: 50.5, oscillation_mm: 80.0 }),
        })
        .collect();
    let spec = ActivitySpec {
        start: start(),
        sport: Sport::Ride,
        serial: Some(123_456),
        pauses: vec![(200, 260)],
        laps: vec![300],
        rpe: Some(7),
        seconds: 600,
        samples: samples.clone(),
        indoor: false,
    };
    let read = recording(&activity(&spec));
    assert_eq!((read.sport, read.start), (Sport::Ride, start()));
    assert_eq!((read.timer, read.elapsed), (Seconds(540.0), Seconds(600.0)));
    assert!((read.distance.expect("distance").0 - 4350.0).abs() < 0.01);
    assert_eq!(read.pauses, vec![Span { from_ms: 200_000, to_ms: 260_000 }]);
    assert_eq!(read.laps.len(), 2);
    assert_eq!(read.laps[0].timer, Seconds(240.0), "the pause lies in the first lap");
    assert_eq!(read.device.as_ref().and_then(|d| d.serial), Some(123_456));
    assert_eq!(read.device.as_ref().and_then(|d| d.maker.as_deref()), Some("development"));
    assert_eq!(read.totals.rpe, Some(Rpe(7.0)));
    assert_eq!(read.records as usize, samples.len());
    let channel = |kind| read.channel(kind).expect("recorded");
    type Check = (ChannelKind, fn(&Sample) -> f64, f64);
    let checks: [Check; 8] = [
        (ChannelKind::Latitude, |s| s.position.map_or(0.0, |p| p.0), 1e-7),
        (ChannelKind::Altitude, |s| s.altitude.unwrap_or_default(), 0.11),
        (ChannelKind::HeartRate, |s| s.heart_rate.map_or(0.0, f64::from), 0.0),
        (ChannelKind::Power, |s| s.power.map_or(0.0, f64::from), 0.0),
        (ChannelKind::Cadence, |s| s.cadence.map_or(0.0, f64::from), 0.0),
        (ChannelKind::Speed, |s| s.speed.unwrap_or_default(), 0.001),
        (ChannelKind::Distance, |s| s.distance.unwrap_or_default(), 0.006),
        (ChannelKind::Temperature, |s| s.temperature.map_or(0.0, f64::from), 0.0),
    ];
    for (kind, value, tolerance) in checks {
        let read = channel(kind);
        assert_eq!(read.ms.len(), samples.len(), "{kind:?}");
        for (i, sample) in samples.iter().enumerate() {
            assert_eq!(read.ms[i], sample.second * 1000, "{kind:?}");
            assert!((read.values[i] - value(sample)).abs() <= tolerance, "{kind:?} at {i}");
        }
    }
}

#[test]
fn an_activity_without_samples_is_still_an_activity() {
    let read = recording(&activity(&ActivitySpec {
        start: start(),
        sport: Sport::Strength,
        indoor: true,
        seconds: 2400,
        rpe: Some(5),
        ..ActivitySpec::default()
    }));
    assert_eq!((read.sport, read.timer, read.records), (Sport::Strength, Seconds(2400.0), 0));
    assert_eq!(read.device.and_then(|d| d.serial), None);
}

#[test]
fn a_steady_ride_has_the_power_it_was_asked_for() {
    let read = recording(&sample::ride(start(), 3600, Some(210)));
    let power = read.channel(ChannelKind::Power).expect("power");
    assert_eq!(power.values.len(), 3601);
    assert!(power.values.iter().all(|watts| (watts - 210.0).abs() < f64::EPSILON));
    assert!(recording(&sample::ride(start(), 60, None)).channel(ChannelKind::Power).is_none());
}

#[test]
fn one_day_and_seed_always_give_the_same_bytes_and_another_seed_does_not() {
    let again = sample::club(today(), 7);
    assert_eq!(&again, club());
    assert_ne!(sample::club(today(), 8).files, again.files);
}

#[test]
fn every_file_is_read_without_a_repair_and_no_two_are_equal() {
    let (mut activities, mut values, mut bytes) = (0, 0, 0);
    let mut identities = BTreeSet::new();
    for file in &club().files {
        bytes += file.bytes.len();
        assert!(identities.insert(exchange::identity(&file.bytes)), "{} stands twice", file.path);
        let parsed = exchange::read(&file.path, &file.bytes).expect("readable");
        assert!(parsed.repairs.is_empty() && parsed.notes.is_empty(), "{}: {:?}", file.path, parsed.notes);
        for content in parsed.contents {
            match content {
                Content::Activity { recording, repairs } => {
                    assert!(repairs.is_empty(), "{}: {repairs:?}", file.path);
                    assert!(recording.timer.0 > 600.0, "{}", file.path);
                    activities += 1;
                }
                Content::Wellness { values: read, .. } => values += read.len(),
                Content::Routed { kind } => panic!("{} is {}", file.path, kind.code()),
                Content::Template { template } => panic!("{} is the session {}", file.path, template.title),
            }
        }
    }
    println!("{activities} activities, {values} wellness values, {:.1} MB", bytes as f64 / 1e6);
    assert!((1000..1600).contains(&activities), "{activities}");
    assert!(values > 12_000, "{values}");
    assert!(bytes < 60_000_000, "{bytes}");
}
