//! Aerobic decoupling: how far output per heartbeat falls from the first half of a steady session to the second.
//!
//! Source: Friel, *The Cyclist's Training Bible*; his guide value is 5 %. Heat, thirst, a second half downhill, caffeine
//! and an optical sensor move it too.

use thiserror::Error;

use crate::statistics;

/// Shortest session judged, after its warm-up is cut off. Minutes.
pub const SHORTEST_MIN: f64 = 40.0;

/// Largest coefficient of variation of 30 s means in a steady session.
pub const MOST_UNEVEN: f64 = 0.15;

/// Longest pause in a steady session, seconds.
pub const LONGEST_PAUSE_S: f64 = 120.0;

/// Share of the seconds of a half that must have both output and heart rate.
pub const USABLE_SHARE: f64 = 0.5;

/// Seconds of one mean when judging steadiness.
const BLOCK_S: usize = 30;

/// Output per heartbeat in both halves.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Decoupling {
    /// Mean output over mean heart rate in the first half, the output's unit per bpm.
    pub first: f64,
    /// The same in the second half.
    pub second: f64,
    /// What was lost, percent of the first half. Positive is drift, negative a second half better than the first.
    pub percent: f64,
}

/// Decoupling of output and heart rate: `100 (R1 - R2) / R1` with `R = mean(output) / mean(hr)`.
///
/// `output` (watts, or flat-equivalent metres per second) and `hr` (bpm) have one value a second and the same length. A
/// second whose heart rate is not positive or whose values are not numbers is missing: it enters no mean, yet it is time,
/// and the halves are halves of time. Seconds of pauses are cut out or given as not a number, never as zero output.
/// An odd second belongs to the second half. Means, not normalized power; not heart rate over output, which gives another
/// percentage. `None` when the lengths differ, a half has fewer than [`USABLE_SHARE`] of its seconds, or its mean output
/// is not positive. Ask [`steady`] first whether the session can be judged at all.
#[must_use]
pub fn decoupling(output: &[f64], hr: &[f64]) -> Option<Decoupling> {
    if output.len() != hr.len() {
        return None;
    }
    let half = output.len() / 2;
    let first = per_beat(&output[..half], &hr[..half])?;
    let second = per_beat(&output[half..], &hr[half..])?;
    let percent = 100.0 * (first - second) / first;
    percent.is_finite().then_some(Decoupling { first, second, percent })
}

fn per_beat(output: &[f64], hr: &[f64]) -> Option<f64> {
    let (mut outputs, mut beats, mut count) = (0.0, 0.0, 0usize);
    for (&output, &hr) in output.iter().zip(hr) {
        if output.is_finite() && hr.is_finite() && hr > 0.0 {
            outputs += output;
            beats += hr;
            count += 1;
        }
    }
    let enough = count > 0 && count as f64 >= USABLE_SHARE * output.len() as f64;
    (enough && outputs > 0.0).then(|| outputs / beats)
}

/// Why a session says nothing about decoupling.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
pub enum NotSteady {
    /// Fewer minutes with output than [`SHORTEST_MIN`]; 0 when there was no output at all.
    #[error("{minutes} min of output, {SHORTEST_MIN} min needed")]
    TooShort {
        /// Minutes with output.
        minutes: f64,
    },
    /// Output varied more than [`MOST_UNEVEN`].
    #[error("30 s output varies by {cv}, {MOST_UNEVEN} allowed")]
    Uneven {
        /// Coefficient of variation of the 30 s means.
        cv: f64,
    },
    /// A pause longer than [`LONGEST_PAUSE_S`].
    #[error("a pause of {seconds} s, {LONGEST_PAUSE_S} s allowed")]
    Paused {
        /// The longest pause, seconds.
        seconds: f64,
    },
}

/// Whether a session is long, even and unbroken enough for [`decoupling`].
///
/// `output_1hz` is one value a second (watts, or flat-equivalent speed), the first ten minutes already cut off; values
/// that are not numbers are missing. `longest_pause_s` is the longest pause in it, 0 without one. Evenness is the sample
/// standard deviation of successive 30 s means over their mean; an unfinished last block is left out.
///
/// # Errors
/// [`NotSteady`], the first that applies in the order too short, paused, uneven. A pause that is not a number is unknown
/// and counts as too long.
pub fn steady(output_1hz: &[f64], longest_pause_s: f64) -> Result<(), NotSteady> {
    let usable = output_1hz.iter().filter(|value| value.is_finite()).count();
    let blocks: Vec<f64> = output_1hz.chunks_exact(BLOCK_S).filter_map(mean_of_numbers).collect();
    let mean = statistics::mean(&blocks).filter(|&mean| mean > 0.0);
    let minutes = if mean.is_some() { usable as f64 / 60.0 } else { 0.0 };
    let (Some(mean), Some(sd)) = (mean, statistics::sample_sd(&blocks)) else {
        return Err(NotSteady::TooShort { minutes });
    };
    let cv = sd / mean;
    if minutes < SHORTEST_MIN {
        Err(NotSteady::TooShort { minutes })
    } else if longest_pause_s.is_nan() || longest_pause_s > LONGEST_PAUSE_S {
        Err(NotSteady::Paused { seconds: longest_pause_s })
    } else if cv > MOST_UNEVEN {
        Err(NotSteady::Uneven { cv })
    } else {
        Ok(())
    }
}

fn mean_of_numbers(values: &[f64]) -> Option<f64> {
    let numbers: Vec<f64> = values.iter().copied().filter(|value| value.is_finite()).collect();
    statistics::mean(&numbers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heart_rate_that_rises_at_the_same_power_is_positive_drift() {
        let hr: Vec<f64> = (0..3600).map(|i| if i < 1800 { 140.0 } else { 147.0 }).collect();
        let drift = decoupling(&[210.0; 3600], &hr).unwrap();
        assert_eq!(drift.first, 1.5);
        assert!((drift.percent - 100.0 * (1.0 - 140.0 / 147.0)).abs() < 1e-9);
        let backwards: Vec<f64> = hr.iter().rev().copied().collect();
        assert!(decoupling(&[210.0; 3600], &backwards).unwrap().percent < 0.0);
    }

    #[test]
    fn too_little_heart_rate_in_one_half_is_unknown_rather_than_a_guess() {
        let mut hr = vec![140.0; 3600];
        hr[100..1100].fill(0.0);
        assert_eq!(decoupling(&[200.0; 3600], &hr), None);
        hr[1000..1100].fill(140.0);
        assert_eq!(decoupling(&[200.0; 3600], &hr).unwrap().percent, 0.0);
    }

    #[test]
    fn bad_input_is_unknown() {
        assert_eq!(decoupling(&[], &[]), None);
        assert_eq!(decoupling(&[200.0], &[140.0]), None);
        assert_eq!(decoupling(&[200.0; 10], &[140.0; 9]), None);
        assert_eq!(decoupling(&[0.0; 10], &[140.0; 10]), None);
        assert_eq!(decoupling(&[f64::NAN; 10], &[140.0; 10]), None);
        assert_eq!(decoupling(&[200.0; 10], &[f64::INFINITY; 10]), None);
    }

    #[test]
    fn forty_even_minutes_without_a_long_pause_are_steady() {
        assert_eq!(steady(&[200.0; 2400], 120.0), Ok(()));
        assert_eq!(steady(&[200.0; 2370], 0.0), Err(NotSteady::TooShort { minutes: 39.5 }));
        assert_eq!(steady(&[200.0; 2400], 121.0), Err(NotSteady::Paused { seconds: 121.0 }));
        assert!(matches!(steady(&[200.0; 2400], f64::NAN), Err(NotSteady::Paused { .. })));
    }

    #[test]
    fn intervals_are_uneven_and_noise_within_half_a_minute_is_not() {
        let intervals: Vec<f64> = (0..2400).map(|i| if (i / 120) % 2 == 0 { 300.0 } else { 150.0 }).collect();
        assert!(matches!(steady(&intervals, 0.0), Err(NotSteady::Uneven { cv }) if cv > 0.3));
        let noise: Vec<f64> = (0..2400).map(|i| if i % 2 == 0 { 300.0 } else { 100.0 }).collect();
        assert_eq!(steady(&noise, 0.0), Ok(()));
    }

    #[test]
    fn no_output_at_all_is_too_short() {
        for nothing in [&[][..], &[0.0; 3000], &[f64::NAN; 3000], &[-3.0; 3000]] {
            assert_eq!(steady(nothing, 0.0), Err(NotSteady::TooShort { minutes: 0.0 }));
        }
        let mut half = vec![200.0; 3600];
        half[..1800].fill(f64::NAN);
        assert_eq!(steady(&half, 0.0), Err(NotSteady::TooShort { minutes: 30.0 }));
    }
}
