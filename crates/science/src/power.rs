//! Load from mechanical power: normalized power, intensity factor and training stress score.
//!
//! Source: Allen & Coggan, *Training and Racing with a Power Meter*, 2nd ed. 2010.

use thiserror::Error;

use crate::unit::{Seconds, Watts};

/// Length of the rolling mean, samples at 1 Hz.
pub const WINDOW_S: usize = 30;

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
}
