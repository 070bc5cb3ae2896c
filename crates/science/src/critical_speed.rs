//! Critical speed: the line through distance and time of a runner's or swimmer's bests.
//!
//! Source: Smyth & Muniz-Pumares 2020 (Med Sci Sports Exerc 52:2637). Bests from training rather than races are not
//! maximal, which makes the speed too low: call it a lower bound then.

use crate::statistics;
use crate::unit::{Meters, MetersPerSecond};

/// Fewest bests for a line that can be wrong.
pub const FEWEST: usize = 3;

/// The line `distance = speed x time + d_prime`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SpeedFit {
    /// Critical speed, the slope.
    pub speed: MetersPerSecond,
    /// Distance that can be covered above critical speed in all.
    pub d_prime: Meters,
    /// Share of the spread of distances the line explains, 0 to 1. Close to 1 for almost any bests, since distance grows
    /// with time anyway: a low value is bad news, a high one no proof.
    pub r2: f64,
}

/// Critical speed by least squares on distance over time.
///
/// `t` seconds and `d` metres of maximal efforts, the same length, any order, flat or grade-adjusted. `None` with fewer
/// than [`FEWEST`] efforts of different duration, values that are not positive numbers, or a line whose speed or
/// `d_prime` is not positive.
#[must_use]
pub fn critical_speed(t: &[f64], d: &[f64]) -> Option<SpeedFit> {
    let positive = |values: &[f64]| values.iter().all(|value| *value > 0.0 && value.is_finite());
    if t.len() != d.len() || !positive(t) || !positive(d) {
        return None;
    }
    let mut different = t.to_vec();
    different.sort_by(f64::total_cmp);
    different.dedup();
    if different.len() < FEWEST {
        return None;
    }
    let (mean_t, mean_d) = (statistics::mean(t)?, statistics::mean(d)?);
    let (mut tt, mut td, mut dd) = (0.0, 0.0, 0.0);
    for (t, d) in t.iter().zip(d) {
        let (t, d) = (t - mean_t, d - mean_d);
        tt += t * t;
        td += t * d;
        dd += d * d;
    }
    let speed = td / tt;
    let d_prime = mean_d - speed * mean_t;
    let r2 = td * td / (tt * dd);
    let sound = speed > 0.0 && d_prime > 0.0 && speed.is_finite() && r2.is_finite();
    sound.then_some(SpeedFit { speed: MetersPerSecond(speed), d_prime: Meters(d_prime), r2: r2.min(1.0) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bests_on_a_line_give_back_its_speed_and_distance() {
        let t = [180.0, 600.0, 1200.0];
        let fit = critical_speed(&t, &t.map(|t| 4.5 * t + 180.0)).unwrap();
        assert!((fit.speed.0 - 4.5).abs() < 1e-12 && (fit.d_prime.0 - 180.0).abs() < 1e-9);
        assert!((fit.r2 - 1.0).abs() < 1e-12);
    }

    #[test]
    fn bests_off_the_line_explain_less() {
        let fit = critical_speed(&[180.0, 600.0, 1200.0], &[1100.0, 2500.0, 5600.0]).unwrap();
        assert!(fit.r2 < 0.999 && fit.r2 > 0.9);
    }

    #[test]
    fn two_different_durations_are_no_line_to_trust() {
        assert_eq!(critical_speed(&[180.0, 600.0], &[900.0, 2880.0]), None);
        assert_eq!(critical_speed(&[180.0, 600.0, 600.0], &[900.0, 2880.0, 2900.0]), None);
    }

    #[test]
    fn bad_input_and_lines_no_body_could_follow_are_unknown() {
        assert_eq!(critical_speed(&[], &[]), None);
        assert_eq!(critical_speed(&[180.0, 600.0, 1200.0], &[900.0, 2880.0]), None);
        assert_eq!(critical_speed(&[180.0, f64::NAN, 1200.0], &[900.0, 2880.0, 5000.0]), None);
        assert_eq!(critical_speed(&[180.0, 600.0, 1200.0], &[900.0, 900.0, 900.0]), None);
        // Faster the longer it takes: D' would be negative.
        assert_eq!(critical_speed(&[180.0, 600.0, 1200.0], &[700.0, 2700.0, 6000.0]), None);
    }
}
