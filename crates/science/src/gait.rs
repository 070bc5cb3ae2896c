//! Running form: contact, flight, bounce, sides and the stiffness of the leg.

use std::f64::consts::PI;

use crate::unit::{Kilograms, Meters, MetersPerSecond};

const GRAVITY: f64 = 9.81;

/// Leg length over standing height.
const LEG_SHARE: f64 = 0.53;

/// Slowest speed the spring-mass estimate was validated for.
pub const SLOWEST_FOR_STIFFNESS: MetersPerSecond = MetersPerSecond(3.33);

/// Steepest slope (rise over run) it may be used on: it does not hold on inclines (Meyer et al. 2023).
pub const STEEPEST_FOR_STIFFNESS: f64 = 0.02;

/// A runner seen as a mass on a spring.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stiffness {
    /// Greatest vertical force, newtons.
    pub peak_force_n: f64,
    /// The same over body weight.
    pub peak_force_bw: f64,
    /// How far the centre of mass sinks, metres.
    pub sinking_m: f64,
    /// How far the leg shortens, metres.
    pub shortening_m: f64,
    /// Vertical stiffness, kN/m.
    pub vertical_kn_m: f64,
    /// Leg stiffness, kN/m.
    pub leg_kn_m: f64,
}

/// Spring-mass estimate from contact and flight time of steady level running.
///
/// Source: Morin et al. 2005, J Appl Biomech 21:167-80; 0.7 to 6.9 % below a force plate. The caller keeps to
/// [`SLOWEST_FOR_STIFFNESS`] and [`STEEPEST_FOR_STIFFNESS`]. `None` without a flight phase (walking), for values that are
/// not positive, and where a step would reach further than the leg.
#[must_use]
pub fn spring_mass(
    mass: Kilograms,
    speed: MetersPerSecond,
    contact_s: f64,
    flight_s: f64,
    height: Meters,
) -> Option<Stiffness> {
    if ![mass.0, speed.0, contact_s, flight_s, height.0].iter().all(|value| *value > 0.0 && value.is_finite()) {
        return None;
    }
    let weight = mass.0 * GRAVITY;
    let peak_force_n = weight * PI / 2.0 * (flight_s / contact_s + 1.0);
    let sinking_m = peak_force_n * contact_s * contact_s / (mass.0 * PI * PI) - GRAVITY * contact_s * contact_s / 8.0;
    let leg = leg_length(height).0;
    let half_step = speed.0 * contact_s / 2.0;
    if half_step >= leg {
        return None;
    }
    let shortening_m = leg - (leg * leg - half_step * half_step).sqrt() + sinking_m;
    Some(Stiffness {
        peak_force_n,
        peak_force_bw: peak_force_n / weight,
        sinking_m,
        shortening_m,
        vertical_kn_m: peak_force_n / sinking_m / 1000.0,
        leg_kn_m: peak_force_n / shortening_m / 1000.0,
    })
}

/// Leg length usually found for a standing height (0.53 of it).
#[must_use]
pub fn leg_length(height: Meters) -> Meters {
    Meters(LEG_SHARE * height.0)
}

/// Time of one step, seconds, from cadence of both feet (steps a minute). `None` unless positive.
#[must_use]
pub fn step_time(cadence_spm: f64) -> Option<f64> {
    (cadence_spm > 0.0 && cadence_spm.is_finite()).then(|| 60.0 / cadence_spm)
}

/// Length of one step, metres, from speed and cadence of both feet (steps a minute). `None` unless cadence is positive.
#[must_use]
pub fn step_length(speed: MetersPerSecond, cadence_spm: f64) -> Option<Meters> {
    step_time(cadence_spm).map(|seconds| Meters(speed.0 * seconds)).filter(|length| length.0.is_finite())
}

/// Flight time, seconds: step time less contact time. `None` where nothing is left (walking) or an input is not positive.
#[must_use]
pub fn flight_time(cadence_spm: f64, contact_s: f64) -> Option<f64> {
    let flight = step_time(cadence_spm)? - contact_s;
    (contact_s > 0.0 && flight > 0.0).then_some(flight)
}

/// Share of a stride (two steps) that one foot is on the ground. Below a half is running. `None` unless both are positive.
#[must_use]
pub fn duty_factor(contact_s: f64, step_s: f64) -> Option<f64> {
    let share = contact_s / (2.0 * step_s);
    (contact_s > 0.0 && step_s > 0.0 && share.is_finite()).then_some(share)
}

/// Bounce over step length, per cent; both in the same unit. A step is from one footfall to the next, of the other foot.
/// `None` unless the step is positive and the bounce is not negative.
#[must_use]
pub fn vertical_ratio(oscillation: f64, step_length: f64) -> Option<f64> {
    let percent = 100.0 * oscillation / step_length;
    (step_length > 0.0 && oscillation >= 0.0 && percent.is_finite()).then_some(percent)
}

/// Symmetry index, per cent: the difference of left and right over their mean; positive when the left is larger. About four
/// times the points a balance is off 50. `None` unless both are positive.
#[must_use]
pub fn symmetry_index(left: f64, right: f64) -> Option<f64> {
    let percent = 100.0 * (left - right) / (0.5 * (left + right));
    (left > 0.0 && right > 0.0 && percent.is_finite()).then_some(percent)
}

/// Balance, per cent on the left: `100 L / (L + R)`. `None` unless both are positive.
#[must_use]
pub fn balance(left: f64, right: f64) -> Option<f64> {
    let percent = 100.0 * left / (left + right);
    (left > 0.0 && right > 0.0 && percent.is_finite()).then_some(percent)
}

/// Symmetry index, per cent, of a balance (per cent on the left). `None` unless it lies between 0 and 100.
#[must_use]
pub fn symmetry_from_balance(left_percent: f64) -> Option<f64> {
    (left_percent > 0.0 && left_percent < 100.0).then_some(4.0 * (left_percent - 50.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn runner(contact_s: f64, flight_s: f64) -> Option<Stiffness> {
        spring_mass(Kilograms(65.0), MetersPerSecond(4.0), contact_s, flight_s, Meters(1.75))
    }

    #[test]
    fn shorter_contact_means_a_stiffer_leg() {
        assert!(runner(0.20, 0.12).unwrap().leg_kn_m > runner(0.24, 0.12).unwrap().leg_kn_m);
        let one = runner(0.22, 0.11).unwrap();
        assert!(one.vertical_kn_m > one.leg_kn_m && one.shortening_m > one.sinking_m);
    }

    #[test]
    fn walking_and_unknown_values_have_no_stiffness() {
        assert_eq!(runner(0.25, 0.0), None);
        assert_eq!(runner(0.25, -0.02), None);
        assert_eq!(runner(f64::NAN, 0.1), None);
        assert_eq!(runner(2.0, 0.1), None, "further than the leg reaches");
        assert_eq!(flight_time(120.0, 0.55), None);
        assert_eq!(flight_time(0.0, 0.25), None);
    }

    #[test]
    fn sides_alike_are_in_balance_and_the_index_agrees_with_the_balance() {
        assert_eq!((symmetry_index(250.0, 250.0), balance(250.0, 250.0)), (Some(0.0), Some(50.0)));
        let (left, right) = (255.0, 245.0);
        let from_balance = balance(left, right).and_then(symmetry_from_balance).unwrap();
        assert!((symmetry_index(left, right).unwrap() - from_balance).abs() < 1e-9);
        assert_eq!((symmetry_index(0.0, 250.0), symmetry_from_balance(0.0), balance(-1.0, 2.0)), (None, None, None));
    }

    #[test]
    fn step_length_is_speed_over_cadence() {
        assert_eq!(step_length(MetersPerSecond(3.0), 180.0), Some(Meters(1.0)));
        assert_eq!(step_length(MetersPerSecond(3.0), 0.0), None);
        assert_eq!(vertical_ratio(0.08, 0.0), None);
        assert_eq!(duty_factor(0.2, 0.0), None);
    }
}
