//! Heart-rate variability: rMSSD of a reading, and two families of rules for days and weeks that are never mixed.
//!
//! Sources: Plews et al. 2014 (at least three valid days a week); Vesterinen et al. 2016 and Javaloyes et al. 2019 (the
//! 7-day mean against a 4-week band of half a standard deviation); Kiviniemi et al. 2007 (EJAP 101:743; the single day
//! against ten days). The artefact rule is a design choice. Values of different devices, postures or times of day, and
//! SDNN, never share a baseline: the caller keeps them apart.

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

/// Which intervals (ms) the older rule of Malik accepts: within 20 % of the one before. The first is accepted, and so is
/// the one after a refused one, however far off. For comparison with programs that use it; ours is [`valid_beats`].
#[must_use]
pub fn malik(rr_ms: &[f64]) -> Vec<bool> {
    let mut accepted: Vec<bool> = Vec::with_capacity(rr_ms.len());
    for (i, rr) in rr_ms.iter().enumerate() {
        let near = i == 0 || !accepted[i - 1] || (rr - rr_ms[i - 1]).abs() <= 0.2 * rr_ms[i - 1];
        accepted.push(near);
    }
    accepted
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

/// Share of valid pairs of neighbouring intervals (ms) that differ by more than 50 ms (pNN50), percent; conditions as
/// for [`rmssd`].
#[must_use]
pub fn pnn50(rr_ms: &[f64], valid: &[bool]) -> Option<f64> {
    let pairs = rr_ms.windows(2).zip(valid.windows(2)).filter(|(_, ok)| ok[0] && ok[1]);
    let far: Vec<f64> = pairs.map(|(rr, _)| if (rr[1] - rr[0]).abs() > 50.0 { 100.0 } else { 0.0 }).collect();
    mean(&far)
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
    mean(ln_rmssd).filter(|mean| mean.is_finite() && ln_rmssd.len() >= WEEK_DAYS_NEEDED)
}

/// Coefficient of variation of daily ln rMSSD, percent; `None` below three valid days. A rise means less stable days.
#[must_use]
pub fn week_cv(ln_rmssd: &[f64]) -> Option<f64> {
    let (mean, sd) = (week_mean(ln_rmssd)?, sample_sd(ln_rmssd)?);
    (mean > 0.0).then(|| 100.0 * sd / mean)
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
    sd.is_finite().then_some(Band { mean, sd, low: mean - BAND_SDS * sd, high: mean + BAND_SDS * sd })
}

/// Where a 7-day mean lies. Both ways out speak against hard training: far above usual at a low heart rate can be
/// overreaching too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Below the band.
    Below,
    /// In the band, its ends included.
    Inside,
    /// Above the band.
    Above,
}

impl Band {
    /// Where a 7-day mean lies; not for single days.
    #[must_use]
    pub fn side(self, week_mean: f64) -> Side {
        if week_mean < self.low {
            Side::Below
        } else if week_mean > self.high {
            Side::Above
        } else {
            Side::Inside
        }
    }
}

/// Valid days needed among the ten of the single-day rule. Design choice.
pub const TEN_DAYS_NEEDED: usize = 7;

/// A single day against the ten before it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SingleDay {
    /// Mean of the ten days minus one standard deviation (n - 1).
    pub limit: f64,
    /// Today is below the limit.
    pub below: bool,
    /// Today is below yesterday and yesterday below the day before; `None` if one of them is unknown.
    pub declining: Option<bool>,
}

impl SingleDay {
    /// Low: below the limit or declining.
    #[must_use]
    pub fn is_low(self) -> bool {
        self.below || self.declining == Some(true)
    }
}

/// The single-day rule (Kiviniemi 2007) on ln rMSSD: a rule family of its own, whose limits say nothing about weeks.
///
/// `window` holds the valid days among the ten before today; `None` below [`TEN_DAYS_NEEDED`] of them.
#[must_use]
pub fn single_day(window: &[f64], today: f64, yesterday: Option<f64>, day_before: Option<f64>) -> Option<SingleDay> {
    if window.len() < TEN_DAYS_NEEDED || !today.is_finite() {
        return None;
    }
    let limit = mean(window)? - sample_sd(window)?;
    let declining = yesterday.zip(day_before).map(|(yesterday, before)| today < yesterday && yesterday < before);
    limit.is_finite().then_some(SingleDay { limit, below: today < limit, declining })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_beat_after_a_refused_one_is_accepted_by_malik_whatever_it_is() {
        assert_eq!(malik(&[800.0, 1200.0, 300.0, 310.0]), [true, false, true, true]);
        assert_eq!(malik(&[]), Vec::<bool>::new());
    }

    #[test]
    fn an_unknown_yesterday_leaves_the_decline_unknown_and_not_false() {
        let rule = single_day(&[4.0; 7], 4.1, None, Some(4.2)).unwrap();
        assert_eq!((rule.declining, rule.is_low()), (None, false));
        assert_eq!(single_day(&[4.0; 6], 4.1, None, None), None);
        assert_eq!(single_day(&[4.0; 10], f64::NAN, None, None), None);
    }

    #[test]
    fn a_week_of_two_days_has_no_variation() {
        assert_eq!(week_cv(&[4.0, 4.1]), None);
    }

    #[test]
    fn the_ends_of_the_band_are_inside() {
        let band = Band { mean: 4.0, sd: 0.2, low: 3.9, high: 4.1 };
        assert_eq!(
            [3.89, 3.9, 4.1, 4.11].map(|week| band.side(week)),
            [Side::Below, Side::Inside, Side::Inside, Side::Above,]
        );
    }

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
        assert_eq!(band(&[f64::NAN; 14]), None);
        assert_eq!(week_mean(&[f64::NAN; 7]), None);
        assert!(band(&[4.0; 14]).is_some());
    }
}
