//! Strength training: what was moved, what one could move once, and how much slower it became.
//!
//! A mechanical channel of its own. It never enters fitness and fatigue: there is no scale between kilograms and points.

use crate::unit::Kilograms;

/// Repetitions above which an estimate of the heaviest single lift is refused.
pub const MOST_REPS: u32 = 12;

/// Volume load, kilograms: repetitions times mass, over all sets. Exercises with the body as the weight enter with the
/// share of body mass that is lifted.
#[must_use]
pub fn tonnage(sets: &[(u32, Kilograms)]) -> Kilograms {
    Kilograms(sets.iter().map(|(reps, mass)| f64::from(*reps) * mass.0).sum())
}

/// Heaviest single lift (one-repetition maximum) after Epley 1985: `m (1 + reps / 30)`, and the mass itself for one
/// repetition.
///
/// For sets near failure. `None` for no or more than [`MOST_REPS`] repetitions, and unless the mass is above 0.
#[must_use]
pub fn epley(reps: u32, mass: Kilograms) -> Option<Kilograms> {
    usable(reps, mass).map(|reps| if reps == 1.0 { mass } else { Kilograms(mass.0 * (1.0 + reps / 30.0)) })
}

/// Heaviest single lift (one-repetition maximum) after Brzycki 1993: `36 m / (37 - reps)`. The same as [`epley`] at ten
/// repetitions; conditions as there.
#[must_use]
pub fn brzycki(reps: u32, mass: Kilograms) -> Option<Kilograms> {
    usable(reps, mass).map(|reps| Kilograms(36.0 * mass.0 / (37.0 - reps)))
}

fn usable(reps: u32, mass: Kilograms) -> Option<f64> {
    ((1..=MOST_REPS).contains(&reps) && mass.0 > 0.0 && mass.0.is_finite()).then(|| f64::from(reps))
}

/// Velocity loss of a set, percent: from its fastest to its last repetition (Pareja-Blanco 2017).
///
/// `mean_concentric` is one velocity above 0 for each repetition, m/s, in order. `None` for fewer than two of them or a
/// value that is not above 0.
#[must_use]
pub fn velocity_loss(mean_concentric: &[f64]) -> Option<f64> {
    let [_, .., last] = mean_concentric else { return None };
    let best = mean_concentric.iter().copied().fold(0.0, f64::max);
    let usable = mean_concentric.iter().all(|velocity| *velocity > 0.0 && velocity.is_finite());
    usable.then(|| 100.0 * (best - last) / best)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_repetition_is_the_heaviest_lift_itself() {
        assert_eq!(epley(1, Kilograms(140.0)), Some(Kilograms(140.0)));
        assert_eq!(brzycki(1, Kilograms(140.0)), Some(Kilograms(140.0)));
    }

    #[test]
    fn thirteen_repetitions_and_none_give_no_estimate() {
        for reps in [0, 13, 37, 40] {
            assert_eq!((epley(reps, Kilograms(60.0)), brzycki(reps, Kilograms(60.0))), (None, None));
        }
        assert_eq!(epley(5, Kilograms(0.0)), None);
        assert_eq!(epley(5, Kilograms(f64::NAN)), None);
    }

    #[test]
    fn the_loss_counts_from_the_fastest_repetition_and_not_from_the_first() {
        assert_eq!(velocity_loss(&[0.5, 1.0, 0.75]), Some(25.0));
        assert_eq!(velocity_loss(&[0.5, 1.0]), Some(0.0));
    }

    #[test]
    fn one_repetition_or_a_standstill_has_no_loss() {
        for set in [&[][..], &[0.8], &[0.8, 0.0], &[f64::NAN, 0.8]] {
            assert_eq!(velocity_loss(set), None);
        }
    }

    #[test]
    fn no_sets_move_nothing() {
        assert_eq!(tonnage(&[]), Kilograms(0.0));
    }
}
