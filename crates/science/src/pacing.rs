//! Speeds for a hilly course at even effort.

use crate::grade::CostModel;
use crate::unit::{Meters, MetersPerSecond, Seconds};

/// A descent is never counted on for more than this factor of the flat: legs pay for it later. Design choice.
pub const MOST_HELP: f64 = 0.88;

/// A stretch of course of one slope.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Leg {
    /// Length, metres.
    pub distance_m: f64,
    /// Rise over run.
    pub slope: f64,
}

/// A stretch of the plan long enough to be followed with a watch.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Split {
    /// Length, metres.
    pub distance: Meters,
    /// Time planned for it.
    pub time: Seconds,
}

/// Speed for every leg so that graded speed is the same everywhere and the legs together take `total`.
///
/// Even effort makes the time a sum of `distance x factor`, so the speed on the flat follows at once. `None` for an empty
/// course, legs that are not positive or not numbers, and a time that is not positive.
#[must_use]
pub fn paced(legs: &[Leg], total: Seconds, model: CostModel) -> Option<Vec<MetersPerSecond>> {
    let sound = |leg: &Leg| leg.distance_m > 0.0 && leg.distance_m.is_finite() && leg.slope.is_finite();
    if legs.is_empty() || !legs.iter().all(sound) || !(total.0 > 0.0 && total.0.is_finite()) {
        return None;
    }
    let factor = |leg: &Leg| model.factor(leg.slope).max(MOST_HELP);
    let flat_m: f64 = legs.iter().map(|leg| leg.distance_m * factor(leg)).sum();
    let flat = flat_m / total.0;
    Some(legs.iter().map(|leg| MetersPerSecond(flat / factor(leg))).collect())
}

/// Legs and their speeds gathered into stretches of at least `shortest`; what is left at the end joins the last.
///
/// Empty where the two differ in number or a speed is not positive.
#[must_use]
pub fn splits(legs: &[Leg], speeds: &[MetersPerSecond], shortest: Meters) -> Vec<Split> {
    if legs.len() != speeds.len() || !speeds.iter().all(|speed| speed.0 > 0.0) {
        return Vec::new();
    }
    let mut splits: Vec<Split> = Vec::new();
    let (mut distance, mut time) = (0.0, 0.0);
    for (leg, speed) in legs.iter().zip(speeds) {
        distance += leg.distance_m;
        time += leg.distance_m / speed.0;
        if distance >= shortest.0 {
            splits.push(Split { distance: Meters(distance), time: Seconds(time) });
            (distance, time) = (0.0, 0.0);
        }
    }
    if distance > 0.0 {
        match splits.last_mut() {
            Some(last) => {
                last.distance.0 += distance;
                last.time.0 += time;
            }
            None => splits.push(Split { distance: Meters(distance), time: Seconds(time) }),
        }
    }
    splits
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leg(distance_m: f64, slope: f64) -> Leg {
        Leg { distance_m, slope }
    }

    #[test]
    fn the_flat_is_run_at_one_speed() {
        let speeds = paced(&[leg(1000.0, 0.0), leg(500.0, 0.0)], Seconds(500.0), CostModel::Table).unwrap();
        assert_eq!(speeds, [MetersPerSecond(3.0); 2]);
    }

    #[test]
    fn climbs_are_slower_and_no_descent_is_counted_on_for_more_than_its_cap() {
        let course = [leg(1000.0, 0.05), leg(1000.0, 0.0), leg(1000.0, -0.10)];
        for model in CostModel::ALL {
            let speeds = paced(&course, Seconds(900.0), model).unwrap();
            assert!(speeds[0] < speeds[1] && speeds[1] < speeds[2]);
            assert!(speeds[2].0 / speeds[1].0 <= 1.0 / MOST_HELP + 1e-12);
        }
    }

    #[test]
    fn splits_keep_all_of_the_distance_and_time() {
        let course: Vec<Leg> = (0..47).map(|i| leg(90.0, 0.01 * f64::from(i % 7 - 3))).collect();
        let speeds = paced(&course, Seconds(1500.0), CostModel::Table).unwrap();
        let splits = splits(&course, &speeds, Meters(1000.0));
        assert_eq!(splits.len(), 3);
        assert!(splits.iter().all(|split| split.distance.0 >= 1000.0));
        let (distance, time) = splits.iter().fold((0.0, 0.0), |(d, t), s| (d + s.distance.0, t + s.time.0));
        assert!((distance - 47.0 * 90.0).abs() < 1e-9 && (time - 1500.0).abs() < 1e-9);
        assert_eq!(super::splits(&course[..3], &speeds[..3], Meters(1000.0)).len(), 1);
        assert!(super::splits(&course, &speeds[1..], Meters(1000.0)).is_empty());
    }

    #[test]
    fn a_course_or_a_time_that_cannot_be_has_no_plan() {
        assert_eq!(paced(&[], Seconds(900.0), CostModel::Table), None);
        for bad in [leg(0.0, 0.0), leg(-5.0, 0.0), leg(100.0, f64::NAN), leg(f64::INFINITY, 0.0)] {
            assert_eq!(paced(&[leg(1000.0, 0.0), bad], Seconds(900.0), CostModel::Table), None);
        }
        assert_eq!(paced(&[leg(1000.0, 0.0)], Seconds(0.0), CostModel::Table), None);
    }
}
