//! Recordings written as files of other programs and read back: equal as far as the format can say it.

use chrono::Duration;
use domain::athlete::DeviceStamp;
use domain::recording::{
    Channel, ChannelKind, DeviceTotals, Lap, Length, Recording, RepairKind, Span, StrengthSet, Stroke,
};
use domain::sport::Sport;
use domain::unit::{Bpm, Kilograms, Meters, Rpe, Seconds, Watts};
use exchange::{Content, out, read};
use proptest::prelude::*;
use testkit::clock;

use ChannelKind as K;

/// The one activity of a file, which must need no repair.
fn back(name: &str, bytes: &[u8]) -> Recording {
    let parsed = read(name, bytes).unwrap_or_else(|fault| panic!("{name}: {fault}"));
    assert!(parsed.repairs.is_empty() && parsed.notes.is_empty(), "{name}: {:?} {:?}", parsed.repairs, parsed.notes);
    let mut found = parsed.contents.into_iter().filter_map(|content| match content {
        Content::Activity { recording, repairs } => {
            assert!(repairs.is_empty(), "{name}: {repairs:?}");
            Some(recording)
        }
        _ => None,
    });
    let recording = found.next().unwrap_or_else(|| panic!("{name} holds no activity"));
    assert_eq!(found.next(), None, "{name} holds one activity");
    recording
}

/// A ride of ten minutes with a pause, two laps and everything a recording can hold, at whole seconds.
fn full() -> Recording {
    let seconds = || (0..=600_u32).filter(|second| !(200..260).contains(second));
    let channel = |kind, value: &dyn Fn(f64) -> f64| Channel {
        kind,
        ms: seconds().map(|second| second * 1000).collect(),
        values: seconds().map(|second| value(f64::from(second))).collect(),
        suspect: Vec::new(),
    };
    let beats: Vec<u32> = (1..=240).map(|beat| beat * 800).collect();
    let span = |from: u32, to: u32| Span { from_ms: from * 1000, to_ms: to * 1000 };
    Recording {
        sport: Sport::Ride,
        sport_detail: Some("cycling/road".to_owned()),
        start: clock::now(),
        timer: Seconds(539.0),
        elapsed: Seconds(600.0),
        distance: Some(Meters(4800.0)),
        laps: vec![
            Lap { span: span(0, 300), timer: Seconds(239.0), distance: Some(Meters(2400.0)) },
            Lap { span: span(300, 600), timer: Seconds(300.0), distance: Some(Meters(2400.0)) },
        ],
        pauses: vec![span(199, 260)],
        channels: vec![
            channel(K::Latitude, &|s| 47.0 + s * 7e-5),
            channel(K::Longitude, &|s| 11.0 - s * 1e-5),
            channel(K::Altitude, &|s| 600.0 + (s * 0.2).floor() / 5.0),
            channel(K::HeartRate, &|s| (120.0 + s / 20.0).floor()),
            channel(K::Power, &|s| (180.0 + s % 40.0).floor()),
            channel(K::Cadence, &|s| 85.0 + s % 5.0),
            channel(K::Speed, &|s| 8.0 + s % 3.0),
            channel(K::Distance, &|s| s * 8.0),
            channel(K::Temperature, &|s| (16.0 + s / 300.0).floor()),
            Channel { kind: K::RrInterval, values: vec![800.0; beats.len()], ms: beats, suspect: Vec::new() },
            channel(K::LeftBalance, &|s| 48.0 + s % 4.0),
            channel(K::GroundContact, &|s| 231.5 + s % 4.0),
            channel(K::GroundContactBalance, &|s| 49.25 + s % 2.0),
            channel(K::VerticalOscillation, &|s| 81.5 + s % 4.0),
            channel(K::VerticalRatio, &|s| 7.25 + s % 2.0),
            channel(K::StepLength, &|s| 1180.5 + s % 9.0),
            channel(K::LegStiffness, &|s| 9.5 + s % 2.0),
            channel(K::FormPower, &|s| 61.0 + s % 7.0),
            channel(K::AirPower, &|s| 3.0 + s % 7.0),
            channel(K::Respiration, &|s| 31.25 + s % 3.0),
            channel(K::CoreTemperature, &|s| 37.25 + s % 2.0),
            channel(K::SkinTemperature, &|s| 33.5 + s % 2.0),
            Channel { kind: K::Spo2, ms: vec![0, 300_000], values: vec![97.0, 96.0], suspect: Vec::new() },
            channel(K::MuscleOxygen, &|s| 61.5 + s % 2.0),
        ],
        device: Some(DeviceStamp {
            maker: Some("development".to_owned()),
            product: Some("Watch & Strap <2>".to_owned()),
            serial: Some(4711),
        }),
        totals: DeviceTotals {
            avg_hr: Some(Bpm(135.0)),
            max_hr: Some(Bpm(150.0)),
            avg_power: Some(Watts(199.0)),
            normalized_power: Some(Watts(204.0)),
            tss: Some(11.5),
            ascent: Some(Meters(24.0)),
            kcal: Some(110.0),
            rpe: Some(Rpe(4.0)),
        },
        records: 541,
        utc_offset_s: Some(3600),
        ..Recording::default()
    }
}

/// Both channels have samples at the same times, and values within `off`.
fn same(kind: ChannelKind, a: Option<&Channel>, b: Option<&Channel>, off: f64) {
    let (Some(a), Some(b)) = (a, b) else { panic!("{kind:?} is missing: {} {}", a.is_some(), b.is_some()) };
    assert_eq!(a.ms, b.ms, "{kind:?}");
    for (x, y) in a.values.iter().zip(&b.values) {
        assert!((x - y).abs() <= off, "{kind:?}: {x} became {y}");
    }
}

/// Finest step of each channel in a device file.
const fn step(kind: ChannelKind) -> f64 {
    match kind {
        K::Latitude | K::Longitude => 1e-7,
        K::Altitude => 0.2,
        K::Distance | K::VerticalRatio | K::GroundContactBalance | K::Respiration | K::CoreTemperature => 0.01,
        K::Speed => 0.001,
        K::Cadence => 1.0 / 128.0,
        K::VerticalOscillation | K::GroundContact | K::StepLength | K::MuscleOxygen => 0.1,
        K::LegStiffness | K::FormPower | K::AirPower | K::SkinTemperature => 1e-3,
        _ => 1.0,
    }
}

#[test]
fn a_device_file_carries_all_of_a_recording() {
    let recording = full();
    let mut read = back("a.fit", &out::fit(&recording));
    for kind in K::ALL.iter().filter(|kind| **kind != K::RrInterval) {
        same(*kind, recording.channel(*kind), read.channel(*kind), step(*kind) / 2.0 + 1e-9);
    }
    let (beats, told) = (recording.channel(K::RrInterval).unwrap(), read.channel(K::RrInterval).unwrap());
    assert_eq!(beats.values, told.values);
    assert!(beats.ms.iter().zip(&told.ms).all(|(a, b)| a.abs_diff(*b) <= 4000), "{:?}", told.ms);
    read.channels.clone_from(&recording.channels);
    assert_eq!(read, recording);
}

#[test]
fn lengths_of_a_pool_and_sets_of_strength_go_into_a_device_file() {
    let span = |from: u32, to: u32| Span { from_ms: from * 1000, to_ms: to * 1000 };
    let length = |from, active, stroke, strokes| Length { span: span(from, from + 30), active, stroke, strokes };
    let swim = Recording {
        sport: Sport::Swim,
        sport_detail: Some("swimming/lap_swimming".to_owned()),
        pool: Some(Meters(33.33)),
        lengths: vec![
            length(0, true, Some(Stroke::Butterfly), Some(21)),
            length(30, false, None, None),
            length(60, true, Some(Stroke::Mixed), None),
        ],
        sets: vec![
            StrengthSet {
                span: Some(span(90, 120)),
                active: true,
                exercise: Some("squat".to_owned()),
                reps: Some(8),
                weight: Some(Kilograms(62.5)),
                velocity: Vec::new(),
            },
            StrengthSet {
                span: Some(span(120, 180)),
                active: false,
                exercise: None,
                reps: None,
                weight: None,
                velocity: Vec::new(),
            },
        ],
        totals: DeviceTotals::default(),
        distance: Some(Meters(66.66)),
        channels: Vec::new(),
        ..full()
    };
    let read = back("a.fit", &out::fit(&swim));
    assert_eq!((read.lengths, read.sets, read.pool), (swim.lengths, swim.sets, swim.pool));
}

#[test]
fn an_activity_without_channels_is_written_and_read() {
    let entered = Recording { channels: Vec::new(), records: 0, totals: DeviceTotals::default(), ..full() };
    assert_eq!(back("a.fit", &out::fit(&entered)), entered);
    let tcx = back("a.tcx", &out::tcx(&entered));
    assert_eq!((tcx.start, tcx.timer, tcx.distance), (entered.start, entered.timer, entered.distance));
    assert_eq!(out::gpx(&entered), None);
}

/// What the XML formats carry: whole heart beats, watts and turns, everything else as it is.
fn compare_text(recording: &Recording, read: &Recording, kinds: &[ChannelKind]) {
    for kind in kinds {
        same(*kind, recording.channel(*kind), read.channel(*kind), 1e-9);
    }
    let carried: Vec<ChannelKind> = read.channels.iter().map(|channel| channel.kind).collect();
    assert_eq!(carried, kinds);
    assert_eq!(read.start, recording.start);
    assert_eq!(read.elapsed, recording.elapsed);
    assert_eq!(read.pauses, recording.pauses);
    assert_eq!(read.comment, recording.comment);
    assert_eq!(
        read.device.as_ref().and_then(|device| device.product.as_deref()),
        recording.device.as_ref().and_then(|device| device.product.as_deref())
    );
}

#[test]
fn training_center_xml_carries_what_it_knows() {
    let recording = Recording { comment: Some("Wet, but \"fine\" <really> & fast\nTwo lines".to_owned()), ..full() };
    let read = back("a.tcx", &out::tcx(&recording));
    let kinds = [K::Latitude, K::Longitude, K::Altitude, K::HeartRate, K::Power, K::Cadence, K::Speed, K::Distance];
    compare_text(&recording, &read, &kinds);
    assert_eq!((read.sport, read.timer, read.distance), (Sport::Ride, recording.timer, recording.distance));
    assert_eq!(read.laps, recording.laps);
    assert_eq!((read.totals.kcal, read.device.unwrap().serial), (recording.totals.kcal, Some(4711)));
    let run = Recording { sport: Sport::Run, ..recording };
    same(K::Cadence, run.channel(K::Cadence), back("a.tcx", &out::tcx(&run)).channel(K::Cadence), 0.0);
}

#[test]
fn gps_exchange_xml_carries_what_it_knows() {
    let recording = Recording { comment: Some("Wet & <fine>".to_owned()), ..full() };
    let read = back("a.gpx", &out::gpx(&recording).expect("it has positions"));
    let kinds = [
        K::Latitude,
        K::Longitude,
        K::Altitude,
        K::HeartRate,
        K::Power,
        K::Cadence,
        K::Speed,
        K::Distance,
        K::Temperature,
    ];
    compare_text(&recording, &read, &kinds);
    for sport in Sport::ALL {
        let of = Recording { sport, ..full() };
        assert_eq!(back("a.gpx", &out::gpx(&of).expect("positions")).sport, sport);
    }
}

#[test]
fn characters_xml_has_no_place_for_are_left_out() {
    let recording = Recording { comment: Some("a\u{0}b\u{b}c\u{fffe}d".to_owned()), ..full() };
    assert_eq!(back("a.tcx", &out::tcx(&recording)).comment.as_deref(), Some("abcd"));
}

#[test]
fn a_table_holds_every_sample_under_a_heading_with_its_unit() {
    let recording = full();
    let bytes = out::csv(&recording);
    let mut table = csv::Reader::from_reader(bytes.as_slice());
    let headings: Vec<String> = table.headers().expect("headings").iter().map(str::to_owned).collect();
    assert_eq!(headings[..3], ["time (UTC)", "seconds (s)", "latitude (degrees)"]);
    assert!(headings.contains(&"heart-rate (bpm)".to_owned()) && headings.contains(&"step-length (mm)".to_owned()));
    let rows: Vec<csv::StringRecord> = table.records().map(|row| row.expect("a row")).collect();
    assert_eq!(&rows[0][0], "2026-11-21T07:30:00.000Z");
    for kind in K::ALL {
        let channel = recording.channel(*kind).expect("every kind");
        let column = headings.iter().position(|heading| heading.starts_with(&format!("{} (", kind.code()))).unwrap();
        let cells: Vec<(u32, f64)> = rows
            .iter()
            .filter(|row| !row[column].is_empty())
            .map(|row| ((row[1].parse::<f64>().unwrap() * 1000.0).round() as u32, row[column].parse().unwrap()))
            .collect();
        let samples: Vec<(u32, f64)> = channel.ms.iter().copied().zip(channel.values.iter().copied()).collect();
        assert_eq!(cells, samples, "{kind:?}");
    }
}

#[test]
fn a_table_of_samples_is_read_back_as_it_was() {
    let recording = full();
    let read = back("a.csv", &out::csv(&recording));
    assert_eq!((read.start, read.local_clock), (recording.start, false));
    assert_eq!(read.channels, recording.channels);
}

#[test]
fn what_a_format_has_no_room_for_is_left_out_and_never_becomes_another_value() {
    let values = vec![1.0, 70_000.0, -1.0, f64::NAN, 65_535.0, 2.0];
    let ms = (0..6).map(|second| second * 1000).collect();
    let power = Channel { kind: K::Power, ms, values, suspect: Vec::new() };
    let odd = Recording { channels: vec![power], totals: DeviceTotals::default(), ..full() };
    let parsed = read("a.fit", &out::fit(&odd)).expect("readable");
    let Some(Content::Activity { recording, repairs }) = parsed.contents.into_iter().next() else { panic!("none") };
    let channel = recording.channel(K::Power).expect("power");
    assert_eq!((channel.ms.as_slice(), channel.values.as_slice()), ([0, 5000].as_slice(), [1.0, 2.0].as_slice()));
    assert!(repairs.iter().all(|repair| repair.kind == RepairKind::EmptyRecords), "{repairs:?}");
}

#[test]
fn files_of_the_sample_club_survive_every_format() {
    let club = sample::club(clock::today(), 7);
    let files = club.files.iter().filter(|file| file.path.ends_with(".fit")).step_by(97);
    let mut seen = 0;
    for file in files {
        let first = back(&file.path, &file.bytes);
        let again = back("a.fit", &out::fit(&first));
        assert_eq!(again, first, "{}", file.path);
        let tcx = back("a.tcx", &out::tcx(&first));
        // TCX has no place for temperature and strides.
        let strides = [K::Temperature, K::GroundContact, K::GroundContactBalance, K::VerticalOscillation];
        let carried = first.channels.iter().filter(|channel| !strides.contains(&channel.kind)).count();
        assert_eq!((tcx.start, tcx.timer, tcx.channels.len() >= carried), (first.start, first.timer, true));
        for channel in &tcx.channels {
            same(channel.kind, first.channel(channel.kind), Some(channel), 0.5);
        }
        if let Some(bytes) = out::gpx(&first) {
            for channel in &back("a.gpx", &bytes).channels {
                same(channel.kind, first.channel(channel.kind), Some(channel), 1e-9);
            }
        }
        seen += 1;
    }
    assert!(seen >= 8, "{seen}");
}

/// A recording of some channels at any milliseconds.
fn any_recording() -> impl Strategy<Value = Recording> {
    let channel = |kind: ChannelKind, low: f64, high: f64| {
        prop::collection::vec((1_u32..30_000, low..high), 0..40).prop_map(move |samples| {
            let mut at = 0;
            let (ms, values) = samples
                .into_iter()
                .map(|(gap, value)| {
                    at += gap;
                    (at, value)
                })
                .unzip();
            Channel { kind, ms, values, suspect: Vec::new() }
        })
    };
    let channels = (
        channel(K::Altitude, -400.0, 9000.0),
        channel(K::HeartRate, 30.0, 230.0),
        channel(K::Power, 0.0, 2500.0),
        channel(K::Cadence, 0.0, 250.0),
        channel(K::Speed, 0.0, 40.0),
        channel(K::LegStiffness, 1.0, 20.0),
    );
    (channels, 0_i64..1_000_000_000).prop_map(|((a, b, c, d, e, f), late)| {
        let mut channels = vec![a, b, c, d, e, f];
        channels.retain(|channel| !channel.ms.is_empty());
        let end = channels.iter().filter_map(|channel| channel.ms.last()).max().copied().unwrap_or(0);
        Recording {
            sport: Sport::Run,
            start: clock::now() - Duration::milliseconds(late),
            timer: Seconds(f64::from(end) / 1000.0),
            elapsed: Seconds(f64::from(end) / 1000.0),
            channels,
            ..Recording::default()
        }
    })
}

/// The last sample of each whole second, as a device file keeps it.
fn by_second(recording: &Recording, channel: &Channel) -> Vec<(i64, f64)> {
    let mut seconds: Vec<(i64, f64)> = Vec::new();
    for (ms, value) in channel.ms.iter().zip(&channel.values) {
        let at = (recording.start + Duration::milliseconds(i64::from(*ms))).timestamp();
        match seconds.last_mut() {
            Some(last) if last.0 == at => last.1 = *value,
            _ => seconds.push((at, *value)),
        }
    }
    seconds
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_samples_come_back_from_a_device_file_within_its_steps(recording in any_recording()) {
        let read = back("a.fit", &out::fit(&recording));
        prop_assert_eq!(read.start.timestamp(), recording.start.timestamp());
        for channel in &recording.channels {
            let wanted = by_second(&recording, channel);
            let got = read.channel(channel.kind).map(|channel| by_second(&read, channel)).unwrap_or_default();
            prop_assert_eq!(wanted.len(), got.len(), "{:?}", channel.kind);
            for (a, b) in wanted.iter().zip(&got) {
                prop_assert_eq!(a.0, b.0);
                prop_assert!((a.1 - b.1).abs() <= step(channel.kind) / 2.0 + 1e-6, "{:?} {} {}", channel.kind, a.1, b.1);
            }
        }
    }

    #[test]
    fn any_samples_come_back_from_xml_at_their_milliseconds(recording in any_recording()) {
        let read = back("a.tcx", &out::tcx(&recording));
        for channel in recording.channels.iter().filter(|channel| channel.kind != K::LegStiffness) {
            let got = read.channel(channel.kind).expect("carried");
            let wanted: Vec<_> =
                channel.ms.iter().map(|ms| recording.start + Duration::milliseconds(i64::from(*ms))).collect();
            let times: Vec<_> = got.ms.iter().map(|ms| read.start + Duration::milliseconds(i64::from(*ms))).collect();
            prop_assert_eq!(wanted, times, "{:?}", channel.kind);
            prop_assert!(channel.values.iter().zip(&got.values).all(|(a, b)| (a - b).abs() <= 0.5 + 1e-9));
        }
    }
}
