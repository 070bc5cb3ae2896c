//! Speed on hills as speed on the flat, and the load of a run made from it.
//!
//! Our own quantity, called normalised graded speed. The similar one of a well-known service is not published, and what
//! was written about it disagrees by a tenth; it is not copied.

use crate::grade::CostModel;
use crate::unit::{MetersPerSecond, Seconds};

/// Length of the rolling mean, samples at 1 Hz.
pub const WINDOW_S: usize = 30;

/// Speed on the flat at the same effort, m/s, second by second: speed times the factor of the slope.
///
/// `speed` in m/s and `slope` in rise over run are of the same seconds; the longer one's rest is left out.
#[must_use]
pub fn graded(speed: &[f64], slope: &[f64], model: CostModel) -> Vec<f64> {
    speed.iter().zip(slope).map(|(speed, &slope)| speed * model.factor(slope)).collect()
}

/// Normalised graded speed: the fourth-power mean of the 30 s rolling mean of graded speed.
///
/// One sample a second, walking breaks and standing included. Only full windows count. `None` below 30 samples and where a
/// sample is not a number.
#[must_use]
pub fn normalized(graded_1hz: &[f64]) -> Option<MetersPerSecond> {
    let windows = graded_1hz.len().checked_sub(WINDOW_S - 1).filter(|&windows| windows > 0)?;
    let (first, rest) = graded_1hz.split_at(WINDOW_S);
    let mut sum: f64 = first.iter().sum();
    let mut fourth = (sum / WINDOW_S as f64).powi(4);
    for (leaving, entering) in graded_1hz.iter().zip(rest) {
        sum += entering - leaving;
        fourth += (sum / WINDOW_S as f64).powi(4);
    }
    let speed = (fourth / windows as f64).sqrt().sqrt();
    speed.is_finite().then_some(MetersPerSecond(speed))
}

/// Intensity of a run: normalised graded speed over threshold speed. `None` unless the threshold is a positive number.
#[must_use]
pub fn intensity(speed: MetersPerSecond, threshold: MetersPerSecond) -> Option<f64> {
    (threshold.0 > 0.0 && threshold.0.is_finite()).then(|| speed.0 / threshold.0).filter(|share| share.is_finite())
}

/// Run stress score, points: `100 x hours x intensity^2`; one hour at threshold speed is 100.
///
/// `time` is the time counted in `ngs`. `None` unless the threshold is a positive number.
#[must_use]
pub fn run_tss(ngs: MetersPerSecond, threshold: MetersPerSecond, time: Seconds) -> Option<f64> {
    intensity(ngs, threshold).map(|share| 100.0 * time.0 / 3600.0 * share * share)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_flat_leaves_speed_as_it_is() {
        assert_eq!(graded(&[3.0, 0.0, 4.5], &[0.0; 3], CostModel::Table), [3.0, 0.0, 4.5]);
        assert_eq!(graded(&[3.0, 3.0], &[0.1], CostModel::Table).len(), 1);
    }

    #[test]
    fn an_even_run_has_its_own_speed_and_a_short_one_none() {
        assert_eq!(normalized(&[3.0; 29]), None);
        assert_eq!(normalized(&[3.0; 30]), Some(MetersPerSecond(3.0)));
        assert_eq!(normalized(&[]), None);
        let mut holed = [3.0; 60];
        holed[40] = f64::NAN;
        assert_eq!(normalized(&holed), None);
    }

    #[test]
    fn an_hour_at_threshold_speed_is_one_hundred_points() {
        assert_eq!(run_tss(MetersPerSecond(4.0), MetersPerSecond(4.0), Seconds(3600.0)), Some(100.0));
        assert_eq!(run_tss(MetersPerSecond(4.0), MetersPerSecond(0.0), Seconds(3600.0)), None);
        assert_eq!(intensity(MetersPerSecond(4.0), MetersPerSecond(f64::NAN)), None);
    }
}
