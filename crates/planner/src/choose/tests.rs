//! The choice from inside: what happens when the solver fails, and that its answer is no worse than the plain one.

use chrono::{Duration, NaiveDate};
use domain::availability::Room;
use domain::trend::DayLoad;
use domain::week::Week;
use proptest::prelude::*;

use super::*;
use crate::{Health, Past, SportShare};

/// A runner with eight even weeks of four runs, one of them long.
fn runner(minutes: [u32; 7], age: u32) -> Context {
    let monday = NaiveDate::from_ymd_opt(2026, 11, 23).expect("a Monday");
    let back = |days: i64| monday - Duration::days(days);
    let of = |days: i64| [100.0, 45.0, 0.0, 60.0, 45.0, 0.0, 0.0][usize::try_from(days % 7).expect("a weekday")];
    let past = |days: i64| Past {
        date: back(days),
        sport: Sport::Run,
        minutes: of(days),
        load: Some(0.8 * of(days)),
        quality: days % 7 == 3 && days > 7,
    };
    Context {
        week: Week::of(monday),
        today: back(1),
        age: Some(age),
        sports: vec![SportShare { sport: Sport::Run, share: 1.0 }],
        days: (1..=56).map(|days| DayLoad { date: back(days), load: Some(0.8 * of(days)) }).collect(),
        recent: (1..=56).filter(|days| of(*days) > 0.0).map(past).collect(),
        rooms: minutes.map(|minutes| Room { minutes: Some(minutes), ..Room::default() }),
        races: Vec::new(),
        phases: Vec::new(),
        season: None,
        blocks: Vec::new(),
        readiness: None,
        health: Health::default(),
        marks: Vec::new(),
        settings: None,
        threshold_moved: None,
        bounds: domain::bounds::Bounds::default(),
        pinned: Vec::new(),
        standing: Vec::new(),
        habits: Vec::new(),
        correction: None,
        templates: Vec::new(),
    }
}

/// Asks of a context's problem.
fn with<T>(context: &Context, ask: impl FnOnce(&Problem) -> T) -> T {
    let limits = Limits::of(context);
    let aim = Aim::of(context, &limits);
    let fixed = Fixed::of(context, &limits, &aim);
    ask(&Problem::of(context, &limits, &aim, &fixed))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn without_a_solver_the_plain_choice_keeps_every_limit(
        minutes in proptest::array::uniform7(0_u32..150),
        age in 10_u32..70,
    ) {
        let context = runner(minutes, age);
        with(&context, |problem| {
            let failing = |_: &Problem, _: usize| Err("out of order".to_owned());
            let choice = problem.choose_with(&failing);
            prop_assert!(choice.plain && problem.holds(&choice.picks));
            // A solver that lies is no better.
            let lying = |problem: &Problem, _: usize| {
                Ok(Some((0..problem.offers.len()).map(|offer| (offer, 1440.0, true)).collect()))
            };
            if problem.offers.len() > 1 {
                prop_assert_eq!(problem.choose_with(&lying).picks, choice.picks);
            }
            Ok(())
        })?;
    }

    #[test]
    fn the_solver_answers_and_its_week_holds(minutes in proptest::array::uniform7(0_u32..150), age in 10_u32..70) {
        with(&runner(minutes, age), |problem| {
            let solved = problem.choose();
            prop_assert!(!solved.plain && problem.holds(&solved.picks));
            Ok(())
        })?;
    }
}
