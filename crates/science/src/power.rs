//! Load from mechanical power: normalized power with its stress score, and xPower with its BikeScore.
//!
//! Sources: Allen & Coggan, *Training and Racing with a Power Meter*, 2nd ed. 2010; Skiba, *Calculation of Power Output
//! and Quantification of Training Stress in Distance Runners and Cyclists*, 2006 and 2007.

use thiserror::Error;

use crate::unit::{Bpm, Seconds, Watts};

/// Length of the rolling mean, samples at 1 Hz.
pub const WINDOW_S: usize = 30;

/// Time constant of the weighted mean in xPower, seconds.
pub const XPOWER_TAU_S: f64 = 25.0;

/// The recording is shorter than one full window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("{have_s} s of power, {need_s} s needed")]
pub struct TooShort {
    /// Seconds given.
    pub have_s: usize,
    /// Seconds needed.
    pub need_s: usize,
}

/// Normalized power, watts: the fourth-power mean of the 30 s rolling mean.
///
/// `power_1hz` is one sample a second, zeros included, recorded time laid end to end (pauses cut out, not filled with
/// zeros). Only full windows count, so the start of a ride is neither diluted nor exaggerated; programs that start with
/// an empty or a growing window give other numbers. Never below the mean of the rolling means.
///
/// # Errors
/// [`TooShort`] below 30 samples. Below 20 minutes the value is defined but says little.
pub fn normalized_power(power_1hz: &[Watts]) -> Result<Watts, TooShort> {
    let windows = power_1hz.len().saturating_sub(WINDOW_S - 1);
    if windows == 0 {
        return Err(TooShort { have_s: power_1hz.len(), need_s: WINDOW_S });
    }
    let (first, rest) = power_1hz.split_at(WINDOW_S);
    let mut sum: f64 = first.iter().map(|watts| watts.0).sum();
    let mut fourth = (sum / WINDOW_S as f64).powi(4);
    for (leaving, entering) in power_1hz.iter().zip(rest) {
        sum += entering.0 - leaving.0;
        fourth += (sum / WINDOW_S as f64).powi(4);
    }
    Ok(Watts((fourth / windows as f64).sqrt().sqrt()))
}

/// Intensity factor: normalized power over functional threshold power. `None` unless FTP is a positive number.
#[must_use]
pub fn intensity_factor(np: Watts, ftp: Watts) -> Option<f64> {
    (ftp.0 > 0.0 && ftp.0.is_finite()).then(|| np.0 / ftp.0)
}

/// Training stress score, points: `100 x hours x IF^2`; one hour at threshold is 100.
///
/// `duration` is the time counted in `np`. `None` unless FTP is a positive number.
#[must_use]
pub fn tss(np: Watts, ftp: Watts, duration: Seconds) -> Option<f64> {
    intensity_factor(np, ftp).map(|intensity| 100.0 * duration.0 / 3600.0 * intensity * intensity)
}

/// Skiba's xPower, watts: the fourth-power mean of power smoothed with a time constant of 25 s.
///
/// `power_1hz` as for [`normalized_power`]: zeros included, recorded time laid end to end. The smoothed value starts at
/// zero as published, so that an hour at 250 W is 249.08 W. `None` for an empty slice and for values that are not
/// numbers. Source: Skiba 2006.
#[must_use]
pub fn xpower(power_1hz: &[Watts]) -> Option<Watts> {
    let (mut smooth, mut fourth) = (0.0, 0.0);
    for watts in power_1hz {
        smooth = (smooth * XPOWER_TAU_S + watts.0) / (XPOWER_TAU_S + 1.0);
        fourth += smooth * smooth * smooth * smooth;
    }
    let mean = fourth / power_1hz.len() as f64;
    mean.is_finite().then(|| Watts(mean.sqrt().sqrt()))
}

/// Relative intensity: xPower over critical power. `None` unless both are numbers and critical power is positive.
#[must_use]
pub fn relative_intensity(xp: Watts, cp: Watts) -> Option<f64> {
    ratio(xp.0, cp.0)
}

/// BikeScore, points: `100 x hours x RI^2`. It is to critical power what [`tss`] is to functional threshold power, and
/// the two are different numbers. `None` unless critical power is positive and all three are numbers.
#[must_use]
pub fn bike_score(xp: Watts, cp: Watts, time: Seconds) -> Option<f64> {
    relative_intensity(xp, cp)
        .map(|intensity| 100.0 * time.0 / 3600.0 * intensity * intensity)
        .filter(|score| score.is_finite())
}

/// Variability index: normalized power (or xPower) over mean power, zeros included in both. 1 is perfectly even.
///
/// Never below 1: the plain mean counts the first and last seconds in full and the windows do not, which alone can bring
/// the ratio below 1, so such a value is returned as 1. `None` unless mean power is positive and both are numbers.
#[must_use]
pub fn variability_index(np: Watts, mean: Watts) -> Option<f64> {
    ratio(np.0, mean.0).map(|index| index.max(1.0))
}

/// Efficiency factor: output per heartbeat rate. Watts give W/bpm; running speed is given in metres per minute and gives
/// m/min per bpm.
///
/// Compare it only within one sport, terrain, temperature band and intensity. `None` unless the heart rate is positive
/// (zero is missing) and both are numbers.
#[must_use]
pub fn efficiency_factor(output: f64, hr: Bpm) -> Option<f64> {
    ratio(output, hr.0)
}

/// `None` unless both are numbers and the denominator is positive.
fn ratio(numerator: f64, denominator: f64) -> Option<f64> {
    let ratio = numerator / denominator;
    (denominator > 0.0 && denominator.is_finite() && ratio.is_finite()).then_some(ratio)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twenty_nine_seconds_are_too_short_and_thirty_are_enough() {
        assert_eq!(normalized_power(&[Watts(200.0); 29]), Err(TooShort { have_s: 29, need_s: 30 }));
        assert_eq!(normalized_power(&[Watts(200.0); 30]), Ok(Watts(200.0)));
        assert_eq!(normalized_power(&[]), Err(TooShort { have_s: 0, need_s: 30 }));
    }

    #[test]
    fn no_threshold_gives_no_score_rather_than_infinity() {
        assert_eq!(tss(Watts(200.0), Watts(0.0), Seconds(3600.0)), None);
        assert_eq!(intensity_factor(Watts(200.0), Watts(f64::NAN)), None);
    }

    #[test]
    fn an_hour_at_threshold_is_one_hundred_points() {
        assert_eq!(tss(Watts(250.0), Watts(250.0), Seconds(3600.0)), Some(100.0));
    }

    #[test]
    fn xpower_of_nothing_is_unknown_and_of_an_even_hour_lies_just_below_it() {
        assert_eq!(xpower(&[]), None);
        assert_eq!(xpower(&[Watts(200.0), Watts(f64::NAN), Watts(200.0)]), None);
        let hour = xpower(&[Watts(250.0); 3600]).unwrap().0;
        assert!(hour > 249.0 && hour < 250.0);
    }

    #[test]
    fn an_hour_of_xpower_at_critical_power_scores_one_hundred() {
        assert_eq!(bike_score(Watts(260.0), Watts(260.0), Seconds(3600.0)), Some(100.0));
        assert_eq!(bike_score(Watts(260.0), Watts(0.0), Seconds(3600.0)), None);
        assert_eq!(bike_score(Watts(260.0), Watts(260.0), Seconds(f64::NAN)), None);
        assert_eq!(relative_intensity(Watts(f64::NAN), Watts(260.0)), None);
    }

    #[test]
    fn an_uneven_edge_does_not_bring_the_variability_index_below_one() {
        // All the work in the first second: the windows hardly see it.
        let mut watts = vec![Watts(0.0); 31];
        watts[0] = Watts(1000.0);
        let np = normalized_power(&watts).unwrap();
        assert!(np.0 < 1000.0 / 31.0);
        assert_eq!(variability_index(np, Watts(1000.0 / 31.0)), Some(1.0));
        assert_eq!(variability_index(Watts(250.0), Watts(200.0)), Some(1.25));
        assert_eq!(variability_index(Watts(0.0), Watts(0.0)), None);
    }

    #[test]
    fn a_missing_heart_rate_has_no_efficiency() {
        assert_eq!(efficiency_factor(210.0, Bpm(140.0)), Some(1.5));
        assert_eq!(efficiency_factor(210.0, Bpm(0.0)), None);
        assert_eq!(efficiency_factor(f64::INFINITY, Bpm(140.0)), None);
    }
}
