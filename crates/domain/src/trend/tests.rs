use chrono::TimeDelta;

use super::*;
use crate::activity::tests::blank;
use crate::measures::{self, Curves};
use crate::settings::Basis;
use crate::summary::{Load, LoadSource};
use crate::unit::Seconds;

fn day(n: i64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 2).unwrap() + TimeDelta::days(n)
}

fn days(loads: impl IntoIterator<Item = Option<f64>>) -> Vec<DayLoad> {
    (0..).zip(loads).map(|(n, load)| DayLoad { date: day(n), load }).collect()
}

fn activity(on: i64, sport: Sport, minutes: f64, points: Option<f64>) -> Activity {
    let recording = crate::recording::Recording {
        sport,
        timer: Seconds(minutes * 60.0),
        elapsed: Seconds(minutes * 60.0),
        ..crate::recording::Recording::default()
    };
    let mut summary = measures::of(&recording, &Basis::default(), None, Curves::Kept).summary;
    summary.load = points.map(|points| Load { points, source: LoadSource::HeartRate, scale: None, stands_in: false });
    Activity {
        sport,
        start_local: day(on).and_hms_opt(23, 59, 0).unwrap(),
        timer: recording.timer,
        elapsed: recording.elapsed,
        summary,
        ..blank()
    }
}

#[test]
fn a_steady_month_starts_settled_at_its_own_load() {
    let points = trend(&days([Some(60.0); 60]));
    assert!(points.iter().all(|p| (p.ctl - 60.0).abs() < 1e-9 && p.form_morning.abs() < 1e-9));
    assert_eq!(points[5].ramp, None);
    assert!(points[6].ramp.unwrap().abs() < 1e-9);
}

#[test]
fn a_short_history_starts_from_zero_and_shows_no_ramp() {
    let points = trend(&days([Some(60.0); 27]));
    assert!(points[0].ctl < 2.0);
    assert!(points.iter().all(|p| p.ramp.is_none()));
}

#[test]
fn a_history_whose_first_month_is_mostly_unknown_shows_its_ramp_after_42_days() {
    let loads = (0..50).map(|n| if n < 28 && n % 3 != 0 { None } else { Some(60.0) });
    let points = trend(&days(loads));
    assert_eq!(points[41].ramp, None);
    assert!(points[42].ramp.is_some());
}

#[test]
fn days_not_given_are_rest_and_days_given_twice_count_once() {
    let given = [
        DayLoad { date: day(3), load: Some(90.0) },
        DayLoad { date: day(0), load: Some(10.0) },
        DayLoad { date: day(0), load: Some(50.0) },
    ];
    let points = trend(&given);
    assert_eq!(points.iter().map(|p| p.load).collect::<Vec<_>>(), [Some(50.0), Some(0.0), Some(0.0), Some(90.0)]);
    assert_eq!(points[3].date, day(3));
}

#[test]
fn an_unknown_day_holds_fitness_for_three_days_and_counts_as_rest_from_the_fourth() {
    let loads = std::iter::repeat_n(Some(60.0), 40).chain([None; 5]);
    let points = trend(&days(loads));
    for held in &points[40..43] {
        assert_eq!(held.load, None);
        assert!((held.ctl - 60.0).abs() < 1e-9, "{held:?}");
    }
    assert!(points[43].ctl < 59.0 && points[44].ctl < points[43].ctl);
}

#[test]
fn a_load_that_is_not_a_number_is_unknown() {
    assert_eq!(trend(&days([Some(f64::NAN)]))[0].load, None);
    assert_eq!(trend(&[]), []);
}

#[test]
fn activities_of_a_local_day_add_up_and_days_without_one_are_zero() {
    let activities = [
        activity(1, Sport::Run, 40.0, Some(50.0)),
        activity(1, Sport::Ride, 60.0, Some(30.0)),
        activity(9, Sport::Run, 40.0, Some(99.0)),
    ];
    let loads: Vec<_> = days_from(&activities, day(0), day(2)).iter().map(|d| d.load).collect();
    assert_eq!(loads, [Some(0.0), Some(80.0), Some(0.0)]);
    assert_eq!(days_from(&activities, day(2), day(0)), []);
}

#[test]
fn an_endurance_activity_without_load_makes_its_day_unknown() {
    let activities = [activity(0, Sport::Run, 60.0, None), activity(0, Sport::Ride, 60.0, Some(55.0))];
    assert_eq!(days_from(&activities, day(0), day(0))[0].load, None);
}

#[test]
fn what_cannot_matter_leaves_the_day_known() {
    let activities = [
        activity(0, Sport::Swim, 30.0, Some(40.0)),
        activity(0, Sport::Transition, 3.0, None),
        activity(0, Sport::Ride, 90.0, Some(90.0)),
        activity(0, Sport::Strength, 60.0, None),
        activity(0, Sport::Other, 12.0, None),
    ];
    assert_eq!(days_from(&activities, day(0), day(0))[0].load, Some(130.0));
    let short = [activity(0, Sport::Run, 4.0, None)];
    assert_eq!(days_from(&short, day(0), day(0))[0].load, Some(0.0));
}
