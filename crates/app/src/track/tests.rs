use domain::id::ActivityId;
use domain::recording::Span;
use domain::unit::{Bpm, Seconds};
use uuid::Uuid;

use super::*;

const ASKED: ActivityTrack = ActivityTrack { id: ActivityId(Uuid::nil()), mark_m: 1000.0 };

fn channel(kind: ChannelKind, samples: impl Iterator<Item = (u32, f64)>) -> Channel {
    let (ms, values) = samples.map(|(s, value)| (s * 1000, value)).unzip();
    Channel { kind, ms, values, suspect: Vec::new() }
}

/// `seconds` eastward along the equator at 10 m/s from a longitude.
fn eastward(from: f64, seconds: u32) -> Recording {
    let degrees = |s: u32| {
        let east = from + f64::from(s) * 10.0 / 111_319.49;
        if east > 180.0 { east - 360.0 } else { east }
    };
    Recording {
        elapsed: Seconds(f64::from(seconds)),
        channels: vec![
            channel(ChannelKind::Latitude, (0..=seconds).map(|s| (s, 0.0))),
            channel(ChannelKind::Longitude, (0..=seconds).map(|s| (s, degrees(s)))),
        ],
        ..Recording::default()
    }
}

#[test]
fn a_track_over_the_date_line_stays_in_one_piece_with_its_kilometres() {
    for from in [8.0, 179.97] {
        let view = drawn(ASKED, &eastward(from, 1050), None);
        let (first, last) = (view.points[0], view.points[view.points.len() - 1]);
        assert!((last.1 - first.1 - 10_500.0).abs() < 1.0, "{from}: {first:?} {last:?}");
        assert!((first.1 + last.1).abs() < 1.0, "the middle is the origin: {first:?} {last:?}");
        assert!(view.breaks.is_empty());
        assert_eq!(view.marks.len(), 10);
        let third = view.marks[2];
        assert!(third.number == 3 && (third.place.0 - first.1 - 3000.0).abs() < 11.0, "{third:?}");
    }
}

#[test]
fn marks_follow_the_distance_channel_where_there_is_one() {
    let mut ride = eastward(8.0, 400);
    ride.channels.push(channel(ChannelKind::Distance, (0..=400).map(|s| (s, f64::from(s) * 5.0))));
    let marks = drawn(ASKED, &ride, None).marks;
    assert_eq!(marks.iter().map(|mark| (mark.number, mark.at_s)).collect::<Vec<_>>(), [(1, 200.0), (2, 400.0)]);
}

#[test]
fn pauses_and_silences_are_gaps() {
    let mut ride = eastward(8.0, 600);
    ride.pauses = vec![Span { from_ms: 100_500, to_ms: 105_500 }];
    for channel in &mut ride.channels {
        let kept: Vec<usize> =
            (0..channel.ms.len()).filter(|i| !(101..105).contains(i) && !(300..340).contains(i)).collect();
        channel.ms = kept.iter().map(|i| channel.ms[*i]).collect();
        channel.values = kept.iter().map(|i| channel.values[*i]).collect();
    }
    let view = drawn(ASKED, &ride, None);
    let begins: Vec<f64> = view.breaks.iter().map(|i| view.points[*i].0).collect();
    assert_eq!(begins, [105.0, 106.0, 340.0], "the sample within the pause stands alone");
}

#[test]
fn a_day_of_turns_is_thinned_and_keeps_its_farthest_points() {
    let seconds = 0..40_000_u32;
    let turn = |s: u32| f64::from(s) / 300.0;
    let far = |s: u32| if s == 23_456 { 0.05 } else { 0.0 };
    let ride = Recording {
        channels: vec![
            channel(ChannelKind::Latitude, seconds.clone().map(|s| (s, 47.0 + 0.02 * turn(s).sin() + far(s)))),
            channel(ChannelKind::Longitude, seconds.map(|s| (s, 8.0 + 0.02 * turn(s * 3).cos()))),
        ],
        ..Recording::default()
    };
    let view = drawn(ASKED, &ride, None);
    assert!((EVEN..=MOST).contains(&view.points.len()), "{}", view.points.len());
    assert!(view.points.iter().any(|point| point.0 == 23_456.0), "the farthest north stays");
}

#[test]
fn a_track_is_coloured_by_what_was_recorded_and_is_known() {
    let mut run = eastward(8.0, 600);
    run.channels.push(channel(ChannelKind::HeartRate, (0..=300).map(|s| (s, 120.0 + f64::from(s) / 10.0))));
    run.channels.push(channel(ChannelKind::Speed, (0..600).map(|s| (s, 2.0 + f64::from(s % 5)))));
    let settings = Settings { lthr: Some(Bpm(160.0)), ..Settings::default() };
    let view = drawn(ASKED, &run, Some(&settings));
    assert_eq!(view.values.iter().map(|values| values.by).collect::<Vec<_>>(), [TrackBy::HeartRate, TrackBy::Speed]);
    let beats = &view.values[0];
    assert_eq!((beats.values.len(), beats.values[0]), (view.points.len(), Some(120.0)));
    assert!(beats.edges.windows(2).all(|pair| pair[0] < pair[1]) && beats.edges.len() > 3, "{:?}", beats.edges);
    assert_eq!(beats.values.last(), Some(&None), "the strap fell silent half way");
    assert_eq!(view.values[1].edges, [3.0, 4.0, 5.0, 6.0]);
    assert!(
        drawn(ASKED, &run, None).values.iter().all(|values| values.by != TrackBy::HeartRate),
        "no zones, no colours"
    );
}

#[test]
fn without_positions_there_is_no_track() {
    let view = drawn(ASKED, &Recording::default(), None);
    assert!(view.points.is_empty() && view.marks.is_empty() && !view.withheld);
}
