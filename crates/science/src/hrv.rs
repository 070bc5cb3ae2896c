//! Heart-rate variability: rMSSD of a reading, and the week against the athlete's own band.
//!
//! Sources: Plews et al. 2014 (at least three valid days a week); Vesterinen et al. 2016 and Javaloyes et al. 2019 (the
//! 7-day mean against a 4-week band of half a standard deviation). The artefact rule is a design choice.

use thiserror::Error;

use crate::statistics::{mean, median, sample_sd};

/// Shortest reading, seconds of beats.
pub const SHORTEST_S: f64 = 60.0;
/// Largest share of artefacts a reading may have.
pub const MOST_ARTEFACTS: f64 = 0.05;
/// Valid days needed for a 7-day mean.
pub const WEEK_DAYS_NEEDED: usize = 3;
/// Valid days needed among the 28 of a baseline.
pub const BASELINE_DAYS_NEEDED: usize = 14;
/// Half width of the band in standard deviations of the daily values.
pub const BAND_SDS: f64 = 0.5;

/// Why a reading is not used.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
pub enum Rejected {
    /// Not enough beats.
    #[error("{seconds} s of beats, 60 s needed")]
    TooShort {
        /// Sum of the intervals given.
        seconds: f64,
    },
    /// Too many beats that cannot be normal ones.
    #[error("{share} of the beats are artefacts, 0.05 allowed")]
    TooManyArtefacts {
        /// Artefacts among all beats, 0 to 1.
        share: f64,
    },
}

/// Which intervals between beats (ms) are normal: 300 to 2000 ms and within 20 % of the median of up to five neighbours
/// on each side, itself left out. Same length as the input.
#[must_use]
pub fn valid_beats(rr_ms: &[f64]) -> Vec<bool> {
    (0..rr_ms.len())
        .map(|i| {
            let around: Vec<f64> =
                (i.saturating_sub(5)..(i + 6).min(rr_ms.len())).filter(|&j| j != i).map(|j| rr_ms[j]).collect();
            let rr = rr_ms[i];
            (300.0..=2000.0).contains(&rr) && median(&around).is_none_or(|m| (rr - m).abs() <= 0.2 * m)
        })
        .collect()
}

/// rMSSD, milliseconds: root of the mean squared difference of neighbouring intervals, over pairs of which both are
/// valid. Nothing is interpolated. `valid` has the length of `rr_ms`; `None` without a valid pair.
#[must_use]
pub fn rmssd(rr_ms: &[f64], valid: &[bool]) -> Option<f64> {
    let squares: Vec<f64> = rr_ms
        .windows(2)
        .zip(valid.windows(2))
        .filter(|(_, ok)| ok[0] && ok[1])
        .map(|(rr, _)| (rr[1] - rr[0]).powi(2))
        .collect();
    mean(&squares).map(f64::sqrt)
}

/// rMSSD of a reading, milliseconds, from all its intervals between beats (ms).
///
/// # Errors
/// [`Rejected`] for less than 60 s of beats or more than 5 % artefacts.
pub fn reading(rr_ms: &[f64]) -> Result<f64, Rejected> {
    let seconds = rr_ms.iter().sum::<f64>() / 1000.0;
    if seconds.is_nan() || seconds < SHORTEST_S {
        return Err(Rejected::TooShort { seconds });
    }
    let valid = valid_beats(rr_ms);
    let share = valid.iter().filter(|ok| !**ok).count() as f64 / valid.len() as f64;
    match rmssd(rr_ms, &valid) {
        Some(ms) if share <= MOST_ARTEFACTS => Ok(ms),
        _ => Err(Rejected::TooManyArtefacts { share }),
    }
}

/// Mean ln rMSSD of the valid days among seven; `None` below three of them. A missing day is left out, never guessed.
#[must_use]
pub fn week_mean(ln_rmssd: &[f64]) -> Option<f64> {
    mean(ln_rmssd).filter(|_| ln_rmssd.len() >= WEEK_DAYS_NEEDED)
}

/// The athlete's own band for the 7-day mean of ln rMSSD.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Band {
    /// Mean of the baseline days.
    pub mean: f64,
    /// Standard deviation (n - 1) of the daily values. That of 7-day means would be several times smaller.
    pub sd: f64,
    /// Mean minus half a standard deviation.
    pub low: f64,
    /// Mean plus half a standard deviation.
    pub high: f64,
}

/// Band from the valid days' ln rMSSD among the 28 days before the week; `None` below 14 of them.
/// Only for 7-day means: a third of normal single days lie outside on each side.
#[must_use]
pub fn band(baseline: &[f64]) -> Option<Band> {
    if baseline.len() < BASELINE_DAYS_NEEDED {
        return None;
    }
    let (mean, sd) = (mean(baseline)?, sample_sd(baseline)?);
    Some(Band { mean, sd, low: mean - BAND_SDS * sd, high: mean + BAND_SDS * sd })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reading_of_half_a_minute_is_too_short() {
        assert_eq!(reading(&[1000.0; 30]), Err(Rejected::TooShort { seconds: 30.0 }));
        assert_eq!(reading(&[]), Err(Rejected::TooShort { seconds: 0.0 }));
    }

    #[test]
    fn a_reading_with_a_tenth_of_artefacts_is_rejected_and_with_one_percent_used() {
        let beats = |every: usize| -> Vec<f64> {
            (0..100).map(|i| if i % every == 5 { 1700.0 } else { 900.0 + (i % 3) as f64 * 10.0 }).collect()
        };
        assert_eq!(reading(&beats(10)), Err(Rejected::TooManyArtefacts { share: 0.1 }));
        let clean = reading(&beats(100)).unwrap();
        assert!((10.0..20.0).contains(&clean), "{clean}");
    }

    #[test]
    fn no_pair_gives_no_value() {
        assert_eq!(rmssd(&[800.0], &[true]), None);
        assert_eq!(rmssd(&[800.0, 810.0], &[true, false]), None);
    }

    #[test]
    fn thirteen_days_are_no_baseline() {
        assert_eq!(band(&[4.0; 13]), None);
        assert!(band(&[4.0; 14]).is_some());
    }
}
