//! Running power from speed and slope, and the load made from it (GOVSS).
//!
//! Source: Skiba 2006, "Calculation of power output and quantification of training stress in distance runners: the
//! development of the GOVSS algorithm". Not comparable with the watts of a foot pod.

use crate::grade::minetti_cost;
use crate::power;
use crate::unit::{Kilograms, Meters, MetersPerSecond, Seconds, Watts};

/// Length of the rolling means of speed and slope, samples at 1 Hz.
pub const WINDOW_S: usize = 120;

const AIR_KG_M3: f64 = 1.2;
const DRAG: f64 = 0.9;

/// Power of steady running on a slope (rise over run): air drag and the metabolic cost of the slope turned into mechanical
/// power. `None` unless mass and height are positive and speed is not negative.
#[must_use]
pub fn power(mass: Kilograms, height: Meters, speed: MetersPerSecond, slope: f64) -> Option<Watts> {
    let sound = mass.0 > 0.0 && height.0 > 0.0 && speed.0 >= 0.0;
    let watts = mass.0 * per_kilogram(mass, height, speed.0, slope) * speed.0;
    (sound && watts.is_finite()).then_some(Watts(watts))
}

/// Work of one metre, J/kg.
fn per_kilogram(mass: Kilograms, height: Meters, speed: f64, slope: f64) -> f64 {
    let area = 0.266 * 0.2025 * height.0.powf(0.725) * mass.0.powf(0.425);
    let drag = 0.5 * AIR_KG_M3 * DRAG * area * speed * speed / mass.0;
    let efficiency = (0.25 + 0.054 * speed) * (1.0 - 0.5 * speed / 8.33);
    drag + minetti_cost(slope) * efficiency
}

/// Lactate-normalised power: power of the two-minute means of speed (m/s) and slope, its changes of speed included, then
/// the fourth-power mean of its 30 s means. `None` below 149 samples (one full window of both) or with a bad sample.
#[must_use]
pub fn lactate_normalized(mass: Kilograms, height: Meters, speed_1hz: &[f64], slope_1hz: &[f64]) -> Option<Watts> {
    let (speed, slope) = (rolling(speed_1hz), rolling(slope_1hz));
    let mut before = *speed.first()?;
    let mut watts = Vec::with_capacity(speed.len());
    for (&speed, &slope) in speed.iter().zip(&slope) {
        // Kinetic energy won in this one second.
        let faster = 0.5 * mass.0 * (speed * speed - before * before);
        watts.push(Watts(power(mass, height, MetersPerSecond(speed.max(0.0)), slope)?.0 + faster));
        before = speed;
    }
    power::normalized_power(&watts).ok()
}

/// GOVSS, points: `100 x hours x (normalised / threshold)^2`, where `threshold` is [`power()`] on the flat at critical speed.
/// `None` unless the threshold is a positive number.
#[must_use]
pub fn score(normalized: Watts, threshold: Watts, time: Seconds) -> Option<f64> {
    power::tss(normalized, threshold, time)
}

/// Means of full windows only.
fn rolling(values: &[f64]) -> Vec<f64> {
    if values.len() < WINDOW_S {
        return Vec::new();
    }
    let (first, rest) = values.split_at(WINDOW_S);
    let mut sum: f64 = first.iter().sum();
    let mut means = Vec::with_capacity(rest.len() + 1);
    means.push(sum / WINDOW_S as f64);
    for (leaving, entering) in values.iter().zip(rest) {
        sum += entering - leaving;
        means.push(sum / WINDOW_S as f64);
    }
    means
}

#[cfg(test)]
mod tests {
    use super::*;

    const MASS: Kilograms = Kilograms(60.0);
    const HEIGHT: Meters = Meters(1.7);

    #[test]
    fn even_running_normalises_to_its_own_power_and_an_hour_at_threshold_scores_one_hundred() {
        let steady = power(MASS, HEIGHT, MetersPerSecond(4.0), 0.0).unwrap();
        let normalized = lactate_normalized(MASS, HEIGHT, &[4.0; 600], &[0.0; 600]).unwrap();
        assert!((normalized.0 - steady.0).abs() < 1e-6, "{normalized} of {steady}");
        let points = score(normalized, steady, Seconds(3600.0)).unwrap();
        assert!((points - 100.0).abs() < 1e-6);
    }

    #[test]
    fn a_climb_costs_more_and_standing_costs_nothing() {
        let at = |slope| power(MASS, HEIGHT, MetersPerSecond(3.0), slope).unwrap().0;
        assert!(at(0.1) > at(0.0) && at(0.0) > at(-0.1));
        assert_eq!(power(MASS, HEIGHT, MetersPerSecond(0.0), 0.0), Some(Watts(0.0)));
    }

    #[test]
    fn unknown_mass_and_short_runs_have_no_power() {
        assert_eq!(power(Kilograms(0.0), HEIGHT, MetersPerSecond(3.0), 0.0), None);
        assert_eq!(power(MASS, Meters(f64::NAN), MetersPerSecond(3.0), 0.0), None);
        assert_eq!(power(MASS, HEIGHT, MetersPerSecond(-1.0), 0.0), None);
        assert_eq!(lactate_normalized(MASS, HEIGHT, &[4.0; 148], &[0.0; 148]), None);
        assert_eq!(lactate_normalized(MASS, HEIGHT, &[4.0; 300], &[f64::NAN; 300]), None);
        assert_eq!(score(Watts(200.0), Watts(0.0), Seconds(60.0)), None);
    }
}
