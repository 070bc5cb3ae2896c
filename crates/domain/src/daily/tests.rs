use chrono::TimeDelta;

use super::*;
use crate::activity::tests::blank;
use crate::measures::{Measured, Measures, Quantity, ZoneTime};
use crate::metric::Metric;
use crate::sport::Sport;
use crate::summary::{Load, LoadSource};
use crate::trend::{DayLoad, days_from, trend};
use crate::unit::{Meters, Rpe};
use crate::week::Week;
use crate::zones::Scheme;

/// A Monday and the days after it.
fn day(n: i64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 2).unwrap() + TimeDelta::days(n)
}

fn session(on: i64, sport: Sport, minutes: f64, points: Option<f64>) -> Activity {
    let start = day(on).and_hms_opt(8, 0, 0).unwrap();
    let mut activity =
        Activity { sport, start: start.and_utc(), start_local: start, timer: Seconds(60.0 * minutes), ..blank() };
    let source = LoadSource::HeartRate;
    activity.summary.load = points.map(|points| Load { points, source, scale: None, stands_in: false });
    activity
}

fn points(loads: &[Option<f64>]) -> Vec<TrendPoint> {
    let loads: Vec<DayLoad> = (0..).zip(loads).map(|(n, load)| DayLoad { date: day(n), load: *load }).collect();
    trend(&loads)
}

fn steady(count: usize, load: f64) -> Vec<TrendPoint> {
    points(&vec![Some(load); count])
}

fn planned(on: i64, load: f64, done: f64) -> PlannedLoad {
    PlannedLoad { date: day(on), load, done }
}

fn zoned(scheme: Scheme, quantity: Quantity, seconds: &[f64]) -> Measures {
    let zones = vec![ZoneTime { quantity, scheme, lower: vec![0.0; seconds.len()], seconds: seconds.to_vec() }];
    Measures { values: std::collections::BTreeMap::new(), zones, method: 1, basis: String::new() }
}

#[test]
fn a_month_of_steady_load_has_a_ratio_of_one_from_its_end_on() {
    let days = days(&[], &steady(40, 60.0));
    assert_eq!((days[26].acwr_coupled, days[26].acwr_missing), (None, Some(Missing::TooFewDays)));
    for ratio in [days[27].acwr_coupled, days[27].acwr_uncoupled, days[39].acwr_ewma] {
        assert!((ratio.unwrap() - 1.0).abs() < 1e-9);
    }
    assert_eq!(days[39].acwr_missing, None);
    assert_eq!(days[39].monotony, None, "every day the same");
}

#[test]
fn a_month_below_a_fifth_of_the_usual_has_no_ratio_and_the_past_keeps_its_own() {
    let loads: Vec<Option<f64>> = (0..300).map(|n| Some(if n < 250 { 60.0 } else { 6.0 })).collect();
    let (all, until) = (days(&[], &points(&loads)), days(&[], &points(&loads[..200])));
    assert_eq!((all[299].acwr_coupled, all[299].acwr_missing), (None, Some(Missing::TooFewDays)));
    assert!(all[262].acwr_coupled.is_some(), "two weeks later there is still a base");
    assert_eq!(all[199].acwr_coupled, until[199].acwr_coupled, "what came later changes nothing");
}

#[test]
fn one_day_of_unknown_load_takes_a_month_of_ratios_and_a_week_of_monotony() {
    let mut loads: Vec<Option<f64>> = (0..100).map(|n| Some(f64::from(n * n % 90))).collect();
    let whole = days(&[], &points(&loads));
    loads[50] = None;
    let days = days(&[], &points(&loads));
    assert_eq!((days[60].acwr_coupled, days[60].acwr_missing), (None, Some(Missing::PoorQuality)));
    assert!(days[56].monotony.is_none() && days[57].monotony.is_some());
    assert!(days[77].acwr_ewma.is_none() && days[78].acwr_ewma.is_some());
    assert!((days[78].acwr_coupled.unwrap() - whole[78].acwr_coupled.unwrap()).abs() < 1e-9);
    assert_eq!(days[57].monotony, whole[57].monotony);
}

#[test]
fn both_deviations_of_monotony_are_kept_and_differ_by_the_root_of_seven_sixths() {
    let loads: Vec<Option<f64>> = (0..7).map(|n| Some(f64::from(n) * 10.0)).collect();
    let week = days(&[], &points(&loads))[6].monotony.unwrap();
    assert!((week.monotony_population / week.monotony - (7.0_f64 / 6.0).sqrt()).abs() < 1e-12);
    assert_eq!(week.strain, week.week_load * week.monotony);
}

#[test]
fn sessions_time_and_density_are_counted_by_day() {
    let activities = [
        session(0, Sport::Swim, 30.0, None),
        session(0, Sport::Transition, 3.0, None),
        session(0, Sport::Ride, 60.0, None),
        session(6, Sport::Strength, 40.0, None),
        session(-3, Sport::Run, 500.0, None),
    ];
    let days = days(&activities, &steady(10, 50.0));
    assert_eq!((days[0].sessions, days[0].time), (2, Seconds(93.0 * 60.0)));
    assert_eq!([0, 6, 7].map(|n: usize| days[n].density), [2, 3, 1]);
}

#[test]
fn a_hard_session_is_hard_by_intensity_or_by_feeling_and_not_when_short() {
    let easy = session(0, Sport::Run, 60.0, Some(40.0));
    assert!(!is_hard(&easy));
    assert!(is_hard(&session(0, Sport::Run, 60.0, Some(73.0))), "0.854 of threshold");
    assert!(is_hard(&Activity { rpe: Some(Rpe(7.0)), ..easy.clone() }));
    assert!(!is_hard(&Activity { timer: Seconds(500.0), rpe: Some(Rpe(9.0)), ..easy.clone() }));
    let mut felt = session(0, Sport::Run, 60.0, Some(99.0));
    felt.summary.load = felt.summary.load.map(|load| Load { source: LoadSource::Perceived, ..load });
    assert!(!is_hard(&felt), "load from feeling is no measured intensity");
    let days = days(&[Activity { rpe: Some(Rpe(8.0)), ..easy }], &steady(4, 50.0));
    assert_eq!(days.iter().map(|day| day.days_since_hard).collect::<Vec<_>>(), [Some(0), Some(1), Some(2), Some(3)]);
}

#[test]
fn without_a_hard_session_nothing_is_said_about_the_last_one() {
    assert_eq!(days(&[], &steady(4, 50.0))[3].days_since_hard, None);
}

#[test]
fn a_session_is_compared_with_the_thirty_days_before_it_by_distance_where_all_have_one() {
    let run = |on: i64, minutes: f64, km: Option<f64>| Activity {
        distance: km.map(|km| Meters(1000.0 * km)),
        ..session(on, Sport::Run, minutes, None)
    };
    let spike = |activities: &[Activity], on: usize| days(activities, &steady(60, 50.0))[on].spike.clone();
    let three = [run(2, 100.0, Some(10.0)), run(10, 50.0, Some(8.0)), run(32, 60.0, Some(12.0))];
    let found = spike(&three, 32).unwrap();
    assert_eq!((found.ratio, found.longest, found.by_distance), (1.2, 10_000.0, true));
    let found = spike(&[three[0].clone(), run(10, 50.0, None), three[2].clone()], 32).unwrap();
    assert_eq!((found.ratio, found.by_distance), (0.6, false), "one without a distance could have been longer");
    assert_eq!(spike(&[three[0].clone(), run(33, 60.0, Some(12.0))], 33), None, "31 days later");
    assert_eq!(spike(&[session(2, Sport::Ride, 100.0, None), three[2].clone()], 32), None, "another sport");
    assert_eq!(spike(&three, 2), None, "nothing before the first");
}

#[test]
fn a_week_knows_its_sports_its_usual_and_its_longest_session() {
    let activities: Vec<(Activity, Option<Measures>)> = (0..35)
        .map(|n| (session(n, Sport::Run, if n == 33 { 90.0 } else { 30.0 }, Some(30.0)), None))
        .chain([(session(34, Sport::Ride, 60.0, Some(20.0)), None)])
        .collect();
    let plain: Vec<Activity> = activities.iter().map(|(activity, _)| activity.clone()).collect();
    let days = days(&plain, &trend(&days_from(&plain, day(0), day(34))));
    let weeks = weeks(&days, &activities, &[]);
    assert_eq!(weeks.len(), 5);
    assert!(weeks[..4].iter().all(|week| week.usual.is_none()), "the fifth is the first with four before it");
    let last = &weeks[4];
    assert_eq!((last.week, last.usual, last.load), (Week::of(day(34)), Some(210.0), 230.0));
    assert_eq!(
        last.sports.iter().map(|share| (share.sport, share.sessions)).collect::<Vec<_>>(),
        [(Sport::Run, 7), (Sport::Ride, 1)]
    );
    assert_eq!(last.longest_share, Some(90.0 / 270.0));
    assert_eq!((last.planned, last.adherence, &last.distribution), (None, None, &None));
    assert!(last.monotony.is_some() && last.strain.is_some());
}

#[test]
fn a_running_week_has_no_monotony_yet_and_an_unknown_day_is_not_counted_as_rest() {
    let loads: Vec<Option<f64>> = (0..32).map(|n| if n == 29 { None } else { Some(f64::from(n % 7) * 20.0) }).collect();
    let weeks = weeks(&days(&[], &points(&loads)), &[], &[]);
    let last = weeks.last().unwrap();
    assert_eq!((last.unknown_days, last.load, last.monotony), (1, 100.0, None));
    assert!(weeks[3].monotony.is_some());
}

#[test]
fn adherence_looks_at_planned_days_that_are_over_and_known() {
    let loads = [Some(60.0), None, Some(40.0), Some(20.0), Some(99.0)];
    let plan = [planned(0, 50.0, 50.0), planned(1, 50.0, 0.0), planned(2, 50.0, 0.0), planned(3, 0.0, 0.0)];
    let plan = [&plan[..], &[planned(6, 80.0, 0.0)]].concat();
    let week = weeks(&days(&[], &points(&loads)), &[], &plan).remove(0);
    assert_eq!((week.planned, week.adherence), (Some(230.0), Some(1.2)));
    let spread = science::statistics::sample_sd(&[10.0, -10.0, 20.0]);
    assert_eq!(week.adherence_sd, spread);
}

#[test]
fn intensity_is_sorted_by_time_and_by_the_goal_of_sessions() {
    let three = zoned(Scheme::ThreeZone, Quantity::HeartRate, &[3000.0, 300.0, 300.0]);
    let power = zoned(Scheme::CogganPower, Quantity::Power, &[600.0, 600.0, 300.0, 300.0, 0.0, 0.0, 0.0]);
    let mut lifted = zoned(Scheme::ThreeZone, Quantity::HeartRate, &[900.0, 0.0, 0.0]);
    lifted.values.insert(Metric::Tonnage, Measured::Known { value: 4200.0, doubts: Vec::new() });
    let activities = [
        (session(0, Sport::Run, 60.0, None), Some(three)),
        (Activity { rpe: Some(Rpe(8.0)), ..session(1, Sport::Run, 60.0, None) }, None),
        (session(2, Sport::Ride, 30.0, None), Some(power)),
        (session(3, Sport::Strength, 60.0, None), Some(lifted)),
        (session(4, Sport::Run, 30.0, None), None),
    ];
    let week = weeks(&days(&[], &steady(7, 50.0)), &activities, &[]).remove(0);
    let split = week.distribution.unwrap();
    assert_eq!((split.quantity, split.time), (Quantity::HeartRate, Seconds(3600.0)), "strength is not sorted");
    assert!((split.shares[0] - 3000.0 / 3600.0).abs() < 1e-12 && split.shares.iter().sum::<f64>() > 0.999);
    assert_eq!(split.index, science::zone::polarisation_index([3000.0, 300.0, 300.0]));
    assert_eq!(split.coverage, 3600.0 / (180.0 * 60.0));
    assert_eq!(split.sessions, [1, 1, 1], "the last run says nothing, the ride was in the middle");
    assert_eq!(week.tonnage, Some(4200.0));
}

#[test]
fn the_projection_keeps_done_planned_and_expected_apart() {
    let trend = points(&[vec![Some(50.0); 39], vec![Some(0.0)]].concat());
    let plan = [planned(38, 70.0, 50.0), planned(39, 80.0, 0.0), planned(41, 100.0, 0.0), planned(42, 60.0, 60.0)];
    let series = project(&trend, &plan, day(37), day(39));
    let row = |n: i64| series.iter().find(|point| point.date == day(n)).unwrap();
    assert_eq!((series[0].date, series.len()), (day(37), 6));
    assert_eq!((row(38).actual, row(38).planned, row(38).expected), (Some(50.0), Some(70.0), 50.0));
    assert_eq!((row(39).actual, row(39).expected), (Some(0.0), 80.0), "today nothing is done yet");
    assert_eq!((row(40).actual, row(40).planned, row(40).expected, row(40).assumed), (None, None, 0.0, true));
    assert_eq!((row(41).expected, row(41).assumed), (100.0, false));
    assert_eq!(row(42).expected, 0.0, "already done on another day");
    let state = science::pmc::State { ctl: trend[38].ctl, atl: trend[38].atl };
    assert!((row(39).ctl - state.after(80.0).ctl).abs() < 1e-12, "the trend itself counted nothing for today");
    assert!((row(41).form_morning - (row(40).ctl - row(40).atl)).abs() < 1e-12);
    assert_eq!(project(&trend, &plan, day(37), day(39))[1].ctl, trend[38].ctl);
}

#[test]
fn a_projection_without_anything_is_empty_and_a_plan_alone_starts_from_nothing() {
    assert_eq!(project(&[], &[], day(0), day(5)), []);
    let series = project(&[], &[planned(6, 100.0, 0.0)], day(0), day(5));
    assert_eq!((series.len(), series[0].date, series[0].form_morning), (1, day(6), 0.0));
}

#[test]
fn nothing_at_all_has_no_days_and_no_weeks() {
    assert_eq!(days(&[session(0, Sport::Run, 60.0, None)], &[]), []);
    assert_eq!(weeks(&[], &[], &[]), []);
}

mod properties {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn fitness_stays_below_the_largest_load_and_does_not_depend_on_how_a_day_is_split(
            loads in prop::collection::vec(0.0_f64..300.0, 1..90),
            share in 0.0_f64..1.0,
        ) {
            let last = day(i64::try_from(loads.len()).unwrap_or(1) - 1);
            let whole: Vec<Activity> =
                (0..).zip(&loads).map(|(n, load)| session(n, Sport::Run, 60.0, Some(*load))).collect();
            let parts: Vec<Activity> = (0..)
                .zip(&loads)
                .flat_map(|(n, load)| [share, 1.0 - share].map(|s| session(n, Sport::Run, 30.0, Some(s * load))))
                .collect();
            let of = |activities: &[Activity]| trend(&days_from(activities, day(0), last));
            let most = loads.iter().copied().fold(0.0, f64::max);
            for (a, b) in of(&whole).iter().zip(of(&parts)) {
                prop_assert!(a.ctl <= most + 1e-9 && a.atl <= most + 1e-9);
                prop_assert!((a.ctl - b.ctl).abs() < 1e-6 && (a.atl - b.atl).abs() < 1e-6);
            }
        }

        #[test]
        fn whatever_the_loads_no_day_is_lost_and_no_ratio_is_out_of_its_range(
            loads in prop::collection::vec(prop::option::weighted(0.9, 0.0_f64..300.0), 0..200),
        ) {
            let days = days(&[], &points(&loads));
            prop_assert_eq!(days.len(), loads.len());
            for day in days {
                prop_assert!(day.acwr_coupled.is_none_or(|ratio| (0.0..=4.0 + 1e-9).contains(&ratio)));
                prop_assert_eq!(day.acwr_missing.is_some(), day.acwr_coupled.is_none());
            }
        }
    }
}
