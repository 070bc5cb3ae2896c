//! What the builder keeps, leaves out and tells.

use super::*;

fn at(second: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_700_000_000 + second, 0).expect("a time")
}

fn heart(seconds: &[i64]) -> Track {
    let mut track = Track::new();
    for (i, second) in seconds.iter().enumerate() {
        track.at(at(*second), &[(ChannelKind::HeartRate, 100.0 + i as f64)]);
    }
    track
}

fn kinds(repairs: &[Repair]) -> Vec<(RepairKind, u32)> {
    repairs.iter().map(|repair| (repair.kind, repair.samples)).collect()
}

#[test]
fn a_step_back_costs_one_record_and_the_last_of_equal_times_wins() {
    let (recording, repairs) = heart(&[0, 1, 1, 900, 2, 3]).finish(Recording::default(), None);
    let channel = recording.channel(ChannelKind::HeartRate).expect("heart rate");
    assert_eq!(channel.ms, vec![0, 1000, 2000, 3000]);
    assert_eq!(channel.values, vec![100.0, 102.0, 104.0, 105.0]);
    assert_eq!(kinds(&repairs), vec![(RepairKind::TimeWentBackwards, 1), (RepairKind::DuplicatedTime, 1)]);
    assert_eq!(repairs[0].at_s, Some(900.0));
    assert_eq!((recording.start, recording.elapsed, recording.records), (at(0), Seconds(3.0), 6));
}

#[test]
fn one_wild_first_time_does_not_move_the_start_by_years() {
    let (recording, repairs) = heart(&[-900_000_000, 0, 1, 2]).finish(Recording::default(), None);
    assert_eq!(recording.start, at(0));
    assert_eq!(recording.timer, Seconds(2.0));
    assert_eq!(kinds(&repairs), vec![(RepairKind::TimeWentBackwards, 1)]);
}

#[test]
fn a_told_start_counts_unless_the_records_contradict_it() {
    let (recording, repairs) = heart(&[5, 6]).finish(Recording::default(), Some(at(0)));
    assert_eq!((recording.start, recording.elapsed), (at(0), Seconds(6.0)));
    assert!(repairs.is_empty());
    let (recording, repairs) = heart(&[0, 60]).finish(Recording::default(), Some(at(30)));
    assert_eq!(recording.start, at(0));
    assert_eq!(kinds(&repairs), vec![(RepairKind::TotalsDisagree, 1)]);
    let (recording, repairs) = heart(&[0, 60]).finish(Recording::default(), Some(DateTime::UNIX_EPOCH));
    assert_eq!(recording.start, at(0));
    assert_eq!(kinds(&repairs), vec![(RepairKind::TotalsDisagree, 1)]);
}

#[test]
fn what_counts_from_the_told_start_moves_with_it() {
    let lap = Lap { span: Span { from_ms: 0, to_ms: 1000 }, timer: Seconds(1.0), distance: None };
    let about = Recording { laps: vec![lap], ..Recording::default() };
    let (recording, _) = heart(&[0, 60]).finish(about, Some(at(3)));
    assert_eq!(recording.laps[0].span, Span { from_ms: 3000, to_ms: 4000 });
}

#[test]
fn pauses_are_in_order_and_taken_from_the_timer() {
    let mut track = heart(&[0, 10, 40, 50, 100]);
    track.pause(at(50), at(90));
    track.pause(at(10), at(40));
    track.pause(at(20), at(45));
    track.pause(at(60), at(55));
    let (recording, repairs) = track.finish(Recording::default(), None);
    assert_eq!(
        recording.pauses,
        vec![Span { from_ms: 10_000, to_ms: 45_000 }, Span { from_ms: 50_000, to_ms: 90_000 }]
    );
    assert_eq!((recording.elapsed, recording.timer), (Seconds(100.0), Seconds(25.0)));
    assert_eq!(kinds(&repairs), vec![(RepairKind::TimerEvents, 1)]);
}

#[test]
fn a_timer_longer_than_the_records_is_told() {
    let about = Recording { timer: Seconds(500.0), ..Recording::default() };
    let (recording, repairs) = heart(&[0, 60]).finish(about, None);
    assert_eq!((recording.timer, recording.elapsed), (Seconds(500.0), Seconds(500.0)));
    assert_eq!(kinds(&repairs), vec![(RepairKind::TimerEvents, 1)]);
}

#[test]
fn nothing_measured_is_no_sample_and_an_empty_record_is_told() {
    let mut track = Track::new();
    track.at(at(0), &[(ChannelKind::HeartRate, 0.0), (ChannelKind::Power, 0.0), (ChannelKind::Speed, f64::NAN)]);
    track.at(at(1), &[(ChannelKind::Latitude, 0.0), (ChannelKind::Longitude, 0.0)]);
    track.timeless();
    let (recording, repairs) = track.finish(Recording::default(), None);
    let found: Vec<ChannelKind> = recording.channels.iter().map(|channel| channel.kind).collect();
    assert_eq!(found, vec![ChannelKind::Power], "no power is data, no heart rate is not");
    assert_eq!(kinds(&repairs), vec![(RepairKind::EmptyRecords, 2)]);
    assert_eq!(recording.records, 3);
}

#[test]
fn distance_comes_from_positions_where_none_was_measured() {
    let mut track = Track::new();
    for i in 0..11 {
        track.at(at(i), &[(ChannelKind::Latitude, 50.0 + i as f64 * 1e-5), (ChannelKind::Longitude, 8.0)]);
    }
    let (recording, _) = track.clone().finish(Recording::default(), None);
    let metres = recording.distance.expect("from positions").0;
    assert!((metres - 11.12).abs() < 0.01, "{metres}");
    let about = Recording { distance: Some(Meters(12.0)), ..Recording::default() };
    assert_eq!(track.finish(about, None).0.distance, Some(Meters(12.0)));
}

#[test]
fn beats_keep_their_own_times() {
    let mut track = heart(&[0, 1, 2]);
    for (ms, value) in [(400, 400.0), (810, 410.0), (1200, 390.0)] {
        let when = at(0) + chrono::Duration::milliseconds(ms);
        track.aside(ChannelKind::RrInterval, when, value);
    }
    let (recording, repairs) = track.finish(Recording::default(), None);
    let beats = recording.channel(ChannelKind::RrInterval).expect("beats");
    assert_eq!(beats.ms, vec![400, 810, 1200]);
    assert_eq!(recording.records, 3);
    assert!(repairs.is_empty());
}

#[test]
fn nothing_gives_what_was_told() {
    let (recording, repairs) = Track::new().finish(Recording::default(), None);
    assert_eq!(recording, Recording::default());
    assert!(repairs.is_empty());
}
