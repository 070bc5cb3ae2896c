//! How easy and how hard the training of several weeks was, and what coaches call such a distribution.

use science::zone::is_polarised;
use serde::{Deserialize, Serialize};

use super::Distribution;
use crate::unit::Seconds;

/// What a distribution of time over three zones is called (Stöggl and Sperlich 2015, Front Physiol 6:295; the index of
/// Treff 2019 decides what is polarised).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shape {
    /// Much easy, some hard, less between.
    Polarised,
    /// The harder the less.
    Pyramidal,
    /// Most of it between the two thresholds.
    Threshold,
    /// None of these.
    Mixed,
}

/// Time by intensity over several weeks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    /// Shares of easy, middle and hard time; sum 1.
    pub shares: [f64; 3],
    /// Time that could be sorted.
    pub time: Seconds,
    /// Share of the endurance time that could be sorted.
    pub coverage: f64,
    /// What it is called.
    pub shape: Shape,
}

/// Weeks together, each by its sorted time; `None` where nothing was sorted.
#[must_use]
pub fn spread<'a>(weeks: impl IntoIterator<Item = &'a Distribution>) -> Option<Spread> {
    let (mut times, mut all) = ([0.0; 3], 0.0);
    for week in weeks {
        for (sum, share) in times.iter_mut().zip(week.shares) {
            *sum += share * week.time.0;
        }
        if week.coverage > 0.0 {
            all += week.time.0 / week.coverage;
        }
    }
    let time: f64 = times.iter().sum();
    if !(time > 0.0 && time.is_finite()) {
        return None;
    }
    let [low, middle, top] = times;
    let shape = if is_polarised(times) == Some(true) {
        Shape::Polarised
    } else if low >= middle && middle >= top {
        Shape::Pyramidal
    } else if middle > low && middle > top {
        Shape::Threshold
    } else {
        Shape::Mixed
    };
    let coverage = if all > 0.0 { (time / all).min(1.0) } else { 0.0 };
    Some(Spread { shares: times.map(|zone| zone / time), time: Seconds(time), coverage, shape })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measures::Quantity;

    fn week(shares: [f64; 3], hours: f64) -> Distribution {
        let time = Seconds(hours * 3600.0);
        Distribution { quantity: Quantity::HeartRate, shares, index: None, time, coverage: 0.5, sessions: [0; 3] }
    }

    #[test]
    fn weeks_count_by_their_time_and_the_shape_has_its_name() {
        let both = spread(&[week([1.0, 0.0, 0.0], 9.0), week([0.0, 1.0, 0.0], 1.0)]).expect("time");
        assert!((both.shares[0] - 0.9).abs() < 1e-9 && (both.coverage - 0.5).abs() < 1e-9, "{both:?}");
        let named = |shares| spread(&[week(shares, 5.0)]).map(|spread| spread.shape);
        assert_eq!(named([0.8, 0.05, 0.15]), Some(Shape::Polarised));
        assert_eq!(named([0.75, 0.2, 0.05]), Some(Shape::Pyramidal));
        assert_eq!(named([0.3, 0.6, 0.1]), Some(Shape::Threshold));
        assert_eq!(named([0.3, 0.1, 0.6]), Some(Shape::Mixed));
        assert_eq!(spread(&[]), None);
    }
}
