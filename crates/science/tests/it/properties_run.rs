//! Rules of running and races that hold for any input.

use proptest::collection::vec;
use proptest::prelude::*;
use science::grade::{self, CostModel};
use science::pacing::{self, Leg};
use science::race::{self, Method, Predicted};
use science::unit::{Celsius, Meters, Seconds, Sex};
use science::{age_grade, graded_speed, heat};

fn model() -> impl Strategy<Value = CostModel> {
    prop_oneof![Just(CostModel::Table), Just(CostModel::Minetti)]
}

proptest! {
    #[test]
    fn the_factor_of_a_slope_has_no_jumps(slope in -0.6f64..0.6, model in model()) {
        let step = 1e-6;
        prop_assert!((model.factor(slope + step) - model.factor(slope)).abs() < 20.0 * step);
    }

    #[test]
    fn a_steeper_climb_never_costs_less(slope in 0.0f64..0.5, more in 0.0f64..0.1, model in model()) {
        prop_assert!(model.factor(slope + more) >= model.factor(slope));
        prop_assert!(model.factor(slope) >= 1.0);
    }

    #[test]
    fn slopes_stay_within_the_steepest_step_of_the_ground(
        steps in vec((0.5f64..5.0, -0.3f64..0.3), 20..300),
    ) {
        let (mut distance, mut altitude) = (vec![0.0], vec![100.0]);
        for (metres, slope) in &steps {
            distance.push(distance[distance.len() - 1] + metres);
            altitude.push(altitude[altitude.len() - 1] + metres * slope);
        }
        let slopes = grade::slopes(&distance, &altitude);
        prop_assert_eq!(slopes.len(), distance.len());
        // The median may move a height by two steps, which counts most in the shortest windows.
        prop_assert!(slopes.iter().all(|slope| slope.is_finite() && slope.abs() <= 0.3 + 4.0 * 5.0 * 0.3 / 10.0));
    }

    #[test]
    fn normalised_graded_speed_lies_between_the_mean_and_the_largest_of_its_windows(speed in vec(0.0f64..7.0, 30..300)) {
        let windows: Vec<f64> = speed.windows(30).map(|w| w.iter().sum::<f64>() / 30.0).collect();
        let mean = windows.iter().sum::<f64>() / windows.len() as f64;
        let largest = windows.iter().copied().fold(0.0, f64::max);
        let normalized = graded_speed::normalized(&speed).unwrap().0;
        prop_assert!(normalized >= mean * (1.0 - 1e-9) && normalized <= largest * (1.0 + 1e-9));
    }

    #[test]
    fn the_legs_of_a_plan_take_its_time_at_one_graded_speed(
        legs in vec((50.0f64..3000.0, -0.3f64..0.3), 1..60), total in 300.0f64..30_000.0, model in model(),
    ) {
        let legs: Vec<Leg> = legs.into_iter().map(|(distance_m, slope)| Leg { distance_m, slope }).collect();
        let speeds = pacing::paced(&legs, Seconds(total), model).unwrap();
        let took: f64 = legs.iter().zip(&speeds).map(|(leg, speed)| leg.distance_m / speed.0).sum();
        prop_assert!((took - total).abs() < 1e-9 * total);
        let efforts: Vec<f64> = legs.iter().zip(&speeds)
            .map(|(leg, speed)| speed.0 * model.factor(leg.slope).max(pacing::MOST_HELP)).collect();
        prop_assert!(efforts.iter().all(|effort| (effort / efforts[0] - 1.0).abs() < 1e-9));
        let splits = pacing::splits(&legs, &speeds, Meters(1000.0));
        prop_assert!((splits.iter().map(|split| split.time.0).sum::<f64>() - total).abs() < 1e-6);
    }

    #[test]
    fn a_longer_race_always_takes_longer(
        speed in 2.5f64..6.0, from in 1500.0f64..42_195.0, to in 1500.0f64..42_195.0, more in 1.01f64..2.0,
    ) {
        let (d1, t1) = (Meters(from), Seconds(from / speed));
        let by_riegel = |d: f64| race::riegel(d1, t1, Meters(d), race::RIEGEL).unwrap();
        prop_assert!(by_riegel(to * more) > by_riegel(to));
        let vdot = race::vdot(d1, t1).unwrap();
        let by_vdot = |d: f64| race::vdot_time(vdot, Meters(d)).unwrap();
        prop_assert!(by_vdot(to * more) > by_vdot(to));
        // And the race itself comes out again.
        prop_assert!((by_vdot(from).0 / t1.0 - 1.0).abs() < 1e-9);
    }

    #[test]
    fn running_faster_or_more_never_predicts_a_slower_marathon(
        time in 2400.0f64..9000.0, faster in 0.8f64..1.0, miles in 0.0f64..80.0, more in 0.0f64..40.0,
    ) {
        let half = |time: f64, miles| race::vickers_one(race::HALF_MARATHON, Seconds(time), miles).unwrap();
        prop_assert!(half(time * faster, miles) <= half(time, miles));
        prop_assert!(half(time, miles + more) <= half(time, miles));
        prop_assert!(half(time, miles).0 > 2.0 * time * 0.9);
    }

    #[test]
    fn a_blend_lies_within_its_parts_and_an_older_race_never_narrows_it(
        parts in vec((0.8f64..1.2, 0.005f64..0.2), 1..5), months in 0.0f64..24.0, older in 0.0f64..24.0,
    ) {
        let parts: Vec<Predicted> = parts.into_iter().map(|(share, sd_share)| {
            Predicted { method: Method::Riegel, time: Seconds(2400.0 * share), sd_share }
        }).collect();
        let at = |months| race::blend(&parts, Meters(10_000.0), months).unwrap();
        let blend = at(months);
        let fastest = parts.iter().map(|part| part.time.0).fold(f64::MAX, f64::min);
        let slowest = parts.iter().map(|part| part.time.0).fold(0.0, f64::max);
        prop_assert!(blend.time.0 >= fastest * (1.0 - 1e-9) && blend.time.0 <= slowest * (1.0 + 1e-9));
        prop_assert!(blend.low < blend.time && blend.time < blend.high);
        let later = at(months + older);
        prop_assert!(later.high >= blend.high && later.low <= blend.low);
    }

    #[test]
    fn an_age_grade_falls_with_time_and_a_standard_rises_with_distance_and_from_forty_with_age(
        age in 40u32..100, metres in 1700.0f64..100_000.0, more in 1.02f64..2.0, slower in 1.0f64..2.0, female in any::<bool>(),
    ) {
        let sex = if female { Sex::Female } else { Sex::Male };
        let standard = |age, metres| age_grade::standard(sex, age, Meters(metres)).unwrap();
        prop_assert!(standard(age, metres * more) > standard(age, metres));
        prop_assert!(standard(age + 1, metres) >= standard(age, metres));
        let time = standard(age, metres).0 * 1.3;
        let percent = |time| age_grade::grade(sex, age, Meters(metres), Seconds(time)).unwrap().percent;
        prop_assert!(percent(time * slower) <= percent(time));
        prop_assert!((percent(time) - 100.0 / 1.3).abs() < 1e-9);
    }

    #[test]
    fn more_heat_never_costs_less(wbgt in -5.0f64..40.0, more in 0.0f64..10.0, hours in 2.0f64..7.0, used in any::<bool>()) {
        let at = |wbgt| heat::slow_down(Celsius(wbgt), hours, used).unwrap();
        let (cool, hot) = (at(wbgt), at(wbgt + more));
        prop_assert!(hot.0 >= cool.0 && hot.1.0 >= cool.1.0 && hot.1.1 >= cool.1.1);
        prop_assert!(at(wbgt).0 >= 0.0 && heat::slow_down(Celsius(wbgt), hours, false).unwrap().0 >= cool.0);
    }
}
