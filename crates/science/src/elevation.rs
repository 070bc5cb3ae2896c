//! Height gained.

use crate::unit::Meters;

/// A change of direction counts once it is this high. Design choice: above the ripple of a barometer, below a bridge.
pub const HYSTERESIS: Meters = Meters(3.0);

/// Height gained, metres: the sum of rises in a profile smoothed by a median of five samples, where a rise or a fall
/// counts only once it reaches `hysteresis` from the last turning point, and then in full.
///
/// `altitude` is in time order, about one sample a second. `None` below two samples. Satellite altitude wanders by more
/// than the hysteresis and still gives too much.
#[must_use]
pub fn ascent(altitude: &[Meters], hysteresis: Meters) -> Option<Meters> {
    if altitude.len() < 2 {
        return None;
    }
    let raw: Vec<f64> = altitude.iter().map(|meters| meters.0).collect();
    let smooth: Vec<f64> = (0..raw.len()).map(|at| middle_of_five(&raw, at)).collect();
    let (mut gained, mut climbing) = (0.0, false);
    // Climbing: the highest point since the turn. Else: the lowest.
    let mut turn = smooth[0];
    for &height in &smooth {
        if climbing {
            if height > turn {
                gained += height - turn;
                turn = height;
            } else if turn - height >= hysteresis.0 {
                climbing = false;
                turn = height;
            }
        } else if height < turn {
            turn = height;
        } else if height - turn >= hysteresis.0 {
            gained += height - turn;
            climbing = true;
            turn = height;
        }
    }
    Some(Meters(gained))
}

/// Median of the five values around an index, at the ends of the nearest five (of three or the value itself in a profile
/// of fewer than five). Always of an odd number and of whole windows: anything else can rise where the profile does not.
fn middle_of_five(values: &[f64], at: usize) -> f64 {
    let width = match values.len() {
        0..3 => 1,
        3..5 => 3,
        _ => 5,
    };
    let from = at.saturating_sub(width / 2).min(values.len() - width);
    let mut around = [0.0; 5];
    let around = &mut around[..width];
    around.copy_from_slice(&values[from..from + width]);
    around.sort_unstable_by(f64::total_cmp);
    around[width / 2]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gained(profile: impl IntoIterator<Item = f64>) -> f64 {
        let profile: Vec<Meters> = profile.into_iter().map(Meters).collect();
        ascent(&profile, HYSTERESIS).unwrap().0
    }

    #[test]
    fn one_hill_counts_in_full_and_its_descent_not_at_all() {
        let up = (0..=200).map(f64::from);
        let down = (0..200).rev().map(f64::from);
        // The median takes two metres off the start and one off the very top.
        let meters = gained(up.chain(down));
        assert!((197.0..=200.0).contains(&meters), "{meters}");
    }

    #[test]
    fn ripple_of_a_metre_on_the_flat_gains_nothing() {
        assert_eq!(gained((0..1000).map(|i| 100.0 + f64::from(i % 2))), 0.0);
    }

    #[test]
    fn a_single_spike_gains_nothing() {
        assert_eq!(gained((0..100).map(|i| if i == 50 { 900.0 } else { 100.0 })), 0.0);
    }

    #[test]
    fn a_wrong_first_or_last_sample_gains_nothing() {
        let profile = |first, last| {
            (0..50).map(move |i| [(0, first), (49, last)].into_iter().find(|e| e.0 == i).map_or(100.0, |e| e.1))
        };
        assert_eq!(gained(profile(0.0, 100.0)), 0.0);
        assert_eq!(gained(profile(100.0, 400.0)), 0.0);
    }

    #[test]
    fn few_samples_never_gain_more_than_they_rise() {
        assert_eq!(gained([68.6, 0.0, 244.9, 263.1, 0.0]), 0.0);
        assert_eq!(gained([206.7, 68.6, 0.0, 244.9, 263.1, 0.0]), 0.0);
        assert_eq!(gained([10.0, 20.0]), 10.0);
        assert_eq!(gained([10.0, 20.0, 0.0]), 0.0);
        assert_eq!(gained([20.0, 0.0, 10.0, 30.0]), 0.0);
        assert_eq!(gained([0.0, 10.0, 20.0, 30.0]), 10.0);
    }

    #[test]
    fn one_sample_has_no_ascent() {
        assert_eq!(ascent(&[Meters(5.0)], HYSTERESIS), None);
    }
}
