//! Load from swimming speed.

use crate::unit::{MetersPerSecond, Seconds};

/// Swim stress score, points: `100 x hours x (speed / css)^3`; one hour at critical swim speed is 100.
///
/// The cube is a design choice: power against drag grows with the third power of speed, so the share of speed says as
/// much here as the share of power squared on a bike. `speed` is the mean over swimming time without rests, `time` that
/// same time. `None` unless `css` is a positive number and the others are not negative.
#[must_use]
pub fn swim_tss(speed: MetersPerSecond, css: MetersPerSecond, time: Seconds) -> Option<f64> {
    let usable = css.0 > 0.0 && css.0.is_finite() && speed.0 >= 0.0 && time.0 >= 0.0;
    usable.then(|| 100.0 * time.0 / 3600.0 * (speed.0 / css.0).powi(3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_hour_at_critical_speed_is_one_hundred_points() {
        assert_eq!(swim_tss(MetersPerSecond(1.25), MetersPerSecond(1.25), Seconds(3600.0)), Some(100.0));
    }

    #[test]
    fn ten_percent_slower_weighs_a_quarter_less() {
        let points = swim_tss(MetersPerSecond(1.125), MetersPerSecond(1.25), Seconds(3600.0)).unwrap();
        assert!((points - 72.9).abs() < 1e-9, "{points}");
    }

    #[test]
    fn without_a_critical_speed_there_is_no_score() {
        for css in [0.0, -1.0, f64::NAN] {
            assert_eq!(swim_tss(MetersPerSecond(1.0), MetersPerSecond(css), Seconds(60.0)), None);
        }
        assert_eq!(swim_tss(MetersPerSecond(f64::NAN), MetersPerSecond(1.2), Seconds(60.0)), None);
    }
}
