use chrono::{TimeDelta, TimeZone, Utc};
use proptest::prelude::*;

use super::*;
use crate::recording::{Channel, Lap, Length, StrengthSet};
use crate::sport::Sport;
use crate::unit::Meters;

/// A run with a heart that counts the seconds, at 3 m/s, with a pause.
fn run(seconds: u32, pause: Option<(u32, u32)>) -> Recording {
    let running = |s: u32| pause.is_none_or(|(from, to)| s < from || s >= to);
    let times: Vec<u32> = (0..=seconds).filter(|s| running(*s)).collect();
    let way = |s: u32| pause.map_or(s, |(from, to)| if s < from { s } else { s - (to - from) });
    let made = |kind, value: &dyn Fn(u32) -> f64| Channel {
        kind,
        ms: times.iter().map(|s| s * 1000).collect(),
        values: times.iter().map(|s| value(*s)).collect(),
        suspect: Vec::new(),
    };
    let moving = f64::from(seconds - pause.map_or(0, |(from, to)| to - from));
    Recording {
        sport: Sport::Run,
        start: Utc.with_ymd_and_hms(2026, 11, 20, 6, 30, 0).single().expect("a moment"),
        timer: Seconds(moving),
        elapsed: Seconds(f64::from(seconds)),
        distance: Some(Meters(3.0 * moving)),
        pauses: pause.map(|(from, to)| Span { from_ms: from * 1000, to_ms: to * 1000 }).into_iter().collect(),
        channels: vec![
            made(ChannelKind::HeartRate, &f64::from),
            made(ChannelKind::Distance, &|s| 3.0 * f64::from(way(s))),
        ],
        records: times.len() as u32,
        ..Recording::default()
    }
}

fn samples(recording: &Recording, kind: ChannelKind) -> Vec<(u32, f64)> {
    recording.channel(kind).map(|channel| channel.usable().collect()).unwrap_or_default()
}

fn id(n: u128) -> ActivityId {
    ActivityId(uuid::Uuid::from_u128(n))
}

#[test]
fn no_change_gives_what_was_recorded() {
    let recorded = run(600, Some((100, 130)));
    let version = apply(&recorded, &[], &[]);
    assert_eq!(version, Version { recording: recorded, excluded: Vec::new(), offset_s: 0.0 });
}

#[test]
fn a_trim_keeps_what_lies_between_and_counts_from_its_own_start() {
    let recorded = run(600, Some((100, 130)));
    let version = apply(&recorded, &[Change::Trim { from_s: 60.0, to_s: 360.0 }], &[]);
    let kept = &version.recording;
    assert_eq!((kept.elapsed, kept.timer), (Seconds(300.0), Seconds(270.0)));
    assert_eq!(kept.distance, Some(Meters(810.0)));
    assert_eq!(kept.start, recorded.start + TimeDelta::seconds(60));
    assert_eq!(version.offset_s, 60.0);
    assert_eq!(samples(kept, ChannelKind::HeartRate).first(), Some(&(0, 60.0)));
    assert_eq!(samples(kept, ChannelKind::HeartRate).last(), Some(&(299_000, 359.0)));
}

#[test]
fn changes_hold_on_the_recorded_clock_whichever_is_taken_back() {
    let recorded = run(600, None);
    let trims = [Change::Trim { from_s: 100.0, to_s: 600.0 }, Change::Trim { from_s: 0.0, to_s: 400.0 }];
    let both = apply(&recorded, &trims, &[]).recording;
    assert_eq!(both.elapsed, Seconds(300.0));
    let turned = [trims[1].clone(), trims[0].clone()];
    assert_eq!(apply(&recorded, &turned, &[]).recording, both);
    // A screen shows the version that begins at 100 s; what a person says of it is moved there.
    let said = Change::Exclude { channel: ChannelKind::HeartRate, from_s: 0.0, to_s: 50.0 }.moved(100.0);
    let version = apply(&recorded, &[trims[0].clone(), said], &[]);
    assert_eq!(samples(&version.recording, ChannelKind::HeartRate).first(), Some(&(50_000, 150.0)));
    assert_eq!(version.excluded[0].at_s, Some(0.0));
    assert_eq!(version.excluded[0].samples, 50);
}

#[test]
fn what_is_not_the_athletes_is_gone_from_that_channel_and_from_no_other() {
    let recorded = run(600, None);
    let change = Change::Exclude { channel: ChannelKind::HeartRate, from_s: 10.0, to_s: 25.0 };
    let version = apply(&recorded, &[change], &[]);
    assert_eq!(samples(&version.recording, ChannelKind::HeartRate).len(), 601 - 15);
    assert_eq!(samples(&version.recording, ChannelKind::Distance).len(), 601);
    let told =
        Repair { kind: RepairKind::Excluded, channel: Some(ChannelKind::HeartRate), at_s: Some(10.0), samples: 15 };
    assert_eq!(version.excluded, [told]);
}

#[test]
fn sport_and_comment_are_the_newest_and_limits_too() {
    let mut recorded = run(60, None);
    recorded.sport_detail = Some("trail_running".to_owned());
    let usual = RepairLimits::default();
    let changes = [
        Change::Sport { sport: Sport::Ride },
        Change::Comment { comment: Some("with the dog".to_owned()) },
        Change::Sport { sport: Sport::Walk },
        Change::Limits { limits: usual },
        Change::Limits { limits: RepairLimits { hr_max: 190.0, ..usual } },
    ];
    let version = apply(&recorded, &changes, &[]).recording;
    assert_eq!((version.sport, version.sport_detail), (Sport::Walk, None));
    assert_eq!(version.comment.as_deref(), Some("with the dog"));
    assert_eq!(limits(&changes).map(|limits| limits.hr_max), Some(190.0));
    assert_eq!(limits(&changes[..3]), None);
}

#[test]
fn two_halves_with_a_stop_between_become_one_with_a_pause() {
    let first = run(600, None);
    let mut second = run(300, None);
    second.start = first.start + TimeDelta::seconds(900);
    let version = apply(&second, &[Change::Merge { of: vec![id(1)] }], std::slice::from_ref(&first));
    let whole = version.recording;
    assert_eq!(version.offset_s, -900.0, "what stands begins before what was recorded");
    assert_eq!((whole.start, whole.elapsed, whole.timer), (first.start, Seconds(1200.0), Seconds(900.0)));
    assert_eq!(whole.pauses, [Span { from_ms: 600_000, to_ms: 900_000 }]);
    assert_eq!(whole.distance, Some(Meters(2700.0)));
    let way = samples(&whole, ChannelKind::Distance);
    assert!(way.is_sorted_by(|a, b| a.0 < b.0 && a.1 <= b.1), "the way goes on");
    assert_eq!(way.last(), Some(&(1_200_000, 2700.0)));
}

#[test]
fn where_two_overlap_the_richer_counts_and_the_other_gives_what_it_lacks() {
    let watch = run(600, None);
    let mut phone = run(600, None);
    phone.start = watch.start + TimeDelta::seconds(300);
    phone.channels.remove(0);
    phone.channels.push(Channel {
        kind: ChannelKind::Altitude,
        ms: vec![0, 200_000, 400_000],
        values: vec![10.0, 20.0, 30.0],
        suspect: Vec::new(),
    });
    let whole = apply(&watch, &[Change::Merge { of: vec![id(1)] }], &[phone]).recording;
    assert_eq!((whole.elapsed, whole.timer), (Seconds(900.0), Seconds(900.0)), "the overlap counts once");
    assert_eq!(whole.distance, Some(Meters(2700.0)));
    assert_eq!(samples(&whole, ChannelKind::HeartRate).len(), 601);
    assert_eq!(samples(&whole, ChannelKind::Altitude), [(300_000, 10.0), (500_000, 20.0), (700_000, 30.0)]);
}

#[test]
fn what_has_no_time_stays_with_the_first_part_and_a_pool_is_counted() {
    let set =
        StrengthSet { span: None, active: true, exercise: None, reps: Some(5), weight: None, velocity: Vec::new() };
    let length = |n: u32| Length {
        span: Span { from_ms: n * 30_000, to_ms: (n + 1) * 30_000 },
        active: n != 1,
        stroke: None,
        strokes: None,
    };
    let swim = Recording {
        sport: Sport::Swim,
        timer: Seconds(120.0),
        elapsed: Seconds(120.0),
        pool: Some(Meters(25.0)),
        lengths: (0..4).map(length).collect(),
        sets: vec![set],
        ..Recording::default()
    };
    let parts = split(&swim, &[60.0]);
    assert_eq!(parts.iter().map(|part| part.sets.len()).collect::<Vec<_>>(), [1, 0]);
    assert_eq!(parts.iter().map(|part| part.distance.map(|d| d.0)).collect::<Vec<_>>(), [Some(25.0), Some(50.0)]);
}

proptest! {
    #[test]
    fn parts_lose_and_double_nothing_and_merged_again_they_are_the_whole(
        seconds in 60_u32..900,
        pause in proptest::option::of((10_u32..30, 1_u32..20)),
        cuts in proptest::collection::btree_set(1_u32..59, 1..4),
        lap in 5_u32..50,
        stopped in 0.5_f64..1.0,
    ) {
        let mut whole = run(seconds, pause.map(|(from, long)| (from, from + long)));
        // A device that stood still now and then without saying when.
        whole.timer.0 *= stopped;
        whole.laps = vec![Lap { span: Span { from_ms: 0, to_ms: lap * 1000 }, timer: Seconds(1.0), distance: None }];
        let at: Vec<f64> = cuts.iter().map(|cut| f64::from(*cut) + 0.25).collect();
        let parts = split(&whole, &at);
        prop_assert_eq!(parts.len(), cuts.len() + 1);
        let sum = |of: fn(&Recording) -> f64| parts.iter().map(of).sum::<f64>();
        prop_assert!((sum(|part| part.elapsed.0) - whole.elapsed.0).abs() < 1e-6);
        prop_assert!((sum(|part| part.timer.0) - whole.timer.0).abs() < 1e-6);
        prop_assert!((sum(|part| part.distance.map_or(0.0, |d| d.0)) - 3.0 * (whole.elapsed.0
            - whole.pauses.iter().map(|pause| pause.seconds()).sum::<f64>())).abs() < 1e-6);
        prop_assert_eq!(parts.iter().map(|part| part.laps.len()).sum::<usize>(), 1);
        for kind in [ChannelKind::HeartRate, ChannelKind::Distance] {
            let count: usize = parts.iter().map(|part| samples(part, kind).len()).sum();
            prop_assert_eq!(count, samples(&whole, kind).len());
        }
        let merge = Change::Merge { of: (1..parts.len() as u128).map(id).collect() };
        let (last, others) = parts.split_last().expect("parts");
        let again = apply(last, &[merge], others).recording;
        prop_assert_eq!(again.start, whole.start);
        prop_assert!((again.elapsed.0 - whole.elapsed.0).abs() < 1e-6);
        prop_assert!((again.timer.0 - whole.timer.0).abs() < 1e-6);
        prop_assert_eq!(samples(&again, ChannelKind::HeartRate), samples(&whole, ChannelKind::HeartRate));
        for (a, b) in samples(&again, ChannelKind::Distance).iter().zip(samples(&whole, ChannelKind::Distance)) {
            prop_assert!(a.0 == b.0 && (a.1 - b.1).abs() < 1e-6, "{:?} {:?}", a, b);
        }
    }
}
