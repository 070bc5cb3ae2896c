use chrono::{Duration, NaiveDate};
use proptest::prelude::*;

use super::*;
use crate::trend;

fn steady(week_load: f64) -> Start {
    Start { ctl: week_load / 7.0, recent: [week_load; 4], done: 0.0 }
}

fn monday() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day")
}

#[test]
fn a_steady_athlete_who_goes_on_as_before_stays_where_they_are() {
    let weeks = path(&steady(350.0), &Limits::of_base(350.0), &[350.0; 6]);
    for week in &weeks {
        assert!((week.fitness - 50.0).abs() < 1e-9, "{week:?}");
        assert!((week.ceiling - 402.5).abs() < 1e-9, "15 % over the usual, well below the ramp line: {week:?}");
        assert!(week.lowest < 50.0 && 50.0 < week.highest);
    }
    // Six weeks of rest: e^-1 of what was.
    assert!((weeks[5].lowest - 50.0 * (-1.0_f64).exp()).abs() < 1e-9);
}

#[test]
fn a_leap_is_cut_to_what_the_limits_leave_and_the_ramp_line_stops_the_fit() {
    let start = steady(1400.0);
    let week = path(&start, &Limits::of_base(1400.0), &[3000.0])[0];
    let gain = 1.0 - (-1.0_f64 / 6.0).exp();
    assert!((week.ceiling - 1.15 * 1400.0).abs() < 1e-9, "{week:?}");
    let tight = Start { ctl: 100.0, ..start };
    let week = path(&tight, &Limits::of_base(1400.0), &[3000.0])[0];
    assert!((week.ceiling - 7.0 * (100.0 + 10.0 / gain)).abs() < 1e-9, "ten points a week at most: {week:?}");
    assert!((week.fitness - 110.0).abs() < 1e-9);
    let bounds = Bounds { ramp: Some(0.05), week_load: Some(1450.0), ..Bounds::default() };
    let week = path(&start, &Limits::of_base(1400.0).within(&bounds), &[3000.0])[0];
    assert!((week.load - 1450.0).abs() < 1e-9, "the coach's own limit: {week:?}");
}

#[test]
fn what_is_done_in_the_running_week_is_done_whatever_the_plan_says() {
    let start = Start { done: 500.0, ..steady(350.0) };
    let week = path(&start, &Limits::of_base(350.0), &[100.0])[0];
    assert_eq!((week.load, week.fitness), (500.0, week.lowest));
}

#[test]
fn a_goal_within_reach_is_met_and_one_beyond_gives_the_most() {
    let start = steady(350.0);
    let limits = Limits::of_base(350.0);
    let asked: Vec<f64> = [1.0, 1.05, 1.10, 0.85, 1.10, 1.15, 0.7, 0.5].map(|share| share * 350.0).to_vec();
    let near = Target::PeakLoad(440.0);
    let seen = reach(&start, &limits, &asked, 0, near);
    assert!(seen.within && seen.planned < 440.0 && seen.most > 440.0, "{seen:?}");
    let loads = toward(&start, &limits, &asked, 0, near);
    assert!((loads.iter().copied().fold(0.0, f64::max) - 440.0).abs() < 0.01, "{loads:?}");
    assert!(loads[3] < 0.8 * loads[2] && loads[7] < 0.5 * loads[5], "lighter weeks stay lighter: {loads:?}");

    let far = Target::of(Goal::Fitness { ctl: 150.0, on: monday() + Duration::days(55) }, Week::of(monday()), 8);
    let far = far.expect("within the weeks");
    let seen = reach(&start, &limits, &asked, 0, far);
    assert!(!seen.within && seen.planned <= seen.most && seen.most < 150.0, "{seen:?}");
    let loads = toward(&start, &limits, &asked, 0, far);
    let last = path(&start, &limits, &loads)[7].fitness;
    assert!((last - seen.most).abs() < 1e-6, "{last} of {seen:?}");
}

#[test]
fn a_goal_outside_of_the_weeks_is_no_target() {
    let first = Week::of(monday());
    let on = |days| Goal::Fitness { ctl: 60.0, on: monday() + Duration::days(days) };
    assert_eq!(Target::of(on(-1), first, 4), None);
    assert_eq!(Target::of(on(28), first, 4), None);
    assert_eq!(Target::of(on(27), first, 4), Some(Target::Fitness { ctl: 60.0, week: 3, days: 7 }));
    assert_eq!(Target::of(Goal::Weeks, first, 4), None);
}

#[test]
fn the_start_is_read_from_four_weeks_on_record_and_unknown_without_them() {
    let days = |count: i64, load: fn(i64) -> Option<f64>| -> Vec<DayLoad> {
        (0..count).rev().map(|back| DayLoad { date: monday() - Duration::days(back), load: load(back) }).collect()
    };
    let week = Week::of(monday());
    let read = |days: &[DayLoad]| Start::before(week, days, &trend::trend(days));
    let start = read(&days(60, |_| Some(40.0))).expect("known");
    assert_eq!((start.recent, start.done, start.usual()), ([280.0; 4], 40.0, 280.0));
    assert!((start.ctl - 40.0).abs() < 1e-9);
    assert_eq!(read(&days(20, |_| Some(40.0))), None, "three weeks are no base");
    let some = read(&days(60, |back| (back % 7 != 2).then_some(40.0))).expect("one day a week unknown");
    assert!(some.recent.iter().all(|week| (week - 280.0).abs() < 1e-9), "unknown days are usual ones: {some:?}");
    assert_eq!(read(&days(60, |back| (back > 14).then_some(40.0))), None, "half of it unknown");
}

fn starts() -> impl Strategy<Value = Start> {
    (0.0..150.0, prop::array::uniform4(0.0..1200.0), 0.0..600.0).prop_map(|(ctl, recent, done)| Start {
        ctl,
        recent,
        done,
    })
}

fn asks() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(0.0..1500.0, 1..30)
}

proptest! {
    #[test]
    fn the_path_lies_in_its_band_and_keeps_the_ramp_line(start in starts(), asked in asks(), base in 1.0..1000.0) {
        let limits = Limits::of_base(base);
        let weeks = path(&start, &limits, &asked);
        let mut before = start.ctl;
        for (index, week) in weeks.iter().enumerate() {
            prop_assert!(week.lowest <= week.fitness + 1e-9 && week.fitness <= week.highest + 1e-9, "{week:?}");
            if index > 0 || week.load > start.done {
                prop_assert!(week.load <= week.ceiling + 1e-9);
                prop_assert!(week.fitness - before <= ramp_limits(before).1 + 1e-9, "{week:?}");
            }
            before = week.fitness;
        }
    }

    #[test]
    fn asking_for_more_never_gives_less(start in starts(), asked in asks(), at in any::<prop::sample::Index>()) {
        let limits = Limits::of_base(300.0);
        let mut more = asked.clone();
        more[at.index(asked.len())] += 200.0;
        for (less, more) in path(&start, &limits, &asked).iter().zip(path(&start, &limits, &more)) {
            prop_assert!(less.fitness <= more.fitness + 1e-9);
            prop_assert!((less.highest - more.highest).abs() < 1e-9, "the band does not depend on the plan");
        }
    }

    #[test]
    fn scaling_meets_every_goal_within_reach_and_keeps_the_limits(
        start in starts(),
        asked in prop::collection::vec(50.0..600.0, 2..20),
        share in 0.0..1.5,
        fixed in 0_usize..2,
        peak in any::<bool>(),
    ) {
        let limits = Limits::of_base(300.0);
        let week = asked.len() - 1;
        let target = |value| if peak { Target::PeakLoad(value) } else { Target::Fitness { ctl: value, week, days: 7 } };
        let most = reach(&start, &limits, &asked, fixed, target(0.0)).most;
        let target = target(most * share);
        let seen = reach(&start, &limits, &asked, fixed, target);
        let loads = toward(&start, &limits, &asked, fixed, target);
        let weeks = path(&start, &limits, &loads);
        for week in &weeks {
            prop_assert!(week.asked <= week.ceiling + 1e-9, "a limit would be broken: {week:?}");
        }
        let given = target.given(&start, &weeks);
        if seen.within && share <= 1.0 && seen.most > seen.planned + 1e-6 {
            prop_assert!(given >= target.asked() - 1e-3, "{given} of {seen:?}");
        }
        prop_assert!(given <= seen.most + 1e-6 || seen.most <= seen.planned + 1e-6, "{given} of {seen:?}");
    }
}
