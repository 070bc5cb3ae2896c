//! Fluid lost in a session.

use crate::unit::Kilograms;

/// Sweat rate, litres an hour: `(mass lost + fluid drunk - urine) / hours`, a kilogram counted as a litre.
///
/// Masses towelled dry, before and after; `drunk_l` and `urine_l` in litres. `None` unless masses and hours are positive
/// and litres are not negative. Describes what happened; it prescribes nothing.
#[must_use]
pub fn sweat_rate(before: Kilograms, after: Kilograms, drunk_l: f64, urine_l: f64, hours: f64) -> Option<f64> {
    let sound = before.0 > 0.0 && after.0 > 0.0 && drunk_l >= 0.0 && urine_l >= 0.0 && hours > 0.0;
    let rate = (before.0 - after.0 + drunk_l - urine_l) / hours;
    (sound && rate.is_finite()).then_some(rate)
}

/// Body mass lost, per cent of the mass before; negative where mass was gained. `None` unless both are positive.
#[must_use]
pub fn mass_loss(before: Kilograms, after: Kilograms) -> Option<f64> {
    let percent = 100.0 * (before.0 - after.0) / before.0;
    (before.0 > 0.0 && after.0 > 0.0 && percent.is_finite()).then_some(percent)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drinking_all_that_was_lost_keeps_the_mass_and_the_rate() {
        assert_eq!(mass_loss(Kilograms(70.0), Kilograms(70.0)), Some(0.0));
        assert_eq!(sweat_rate(Kilograms(70.0), Kilograms(70.0), 1.5, 0.0, 1.0), Some(1.5));
        assert!(mass_loss(Kilograms(70.0), Kilograms(71.0)).unwrap() < 0.0);
    }

    #[test]
    fn unknown_or_impossible_entries_give_no_number() {
        assert_eq!(sweat_rate(Kilograms(70.0), Kilograms(69.0), 0.5, 0.0, 0.0), None);
        assert_eq!(sweat_rate(Kilograms(70.0), Kilograms(69.0), -0.5, 0.0, 1.0), None);
        assert_eq!(sweat_rate(Kilograms(70.0), Kilograms(f64::NAN), 0.5, 0.0, 1.0), None);
        assert_eq!(mass_loss(Kilograms(0.0), Kilograms(60.0)), None);
    }
}
