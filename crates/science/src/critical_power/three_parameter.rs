//! The three-parameter curve, which ends at a highest power instead of rising without bound.

use super::line::{self, Line, Point};
use super::{Effort, RANGE_S};

/// Fewest different durations: one more than there are unknowns.
const FEWEST: usize = 4;

/// The shortest effort is at most this long, seconds; longer ones say nothing about the highest power.
const SHORTEST_AT_MOST_S: f64 = 30.0;

/// `P(t) = CP + W' / (t + k)` with `k = W' / (P_max - CP)`.
///
/// Gives a lower critical power and a larger W' than two parameters do.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Morton {
    /// Critical power, watts.
    pub cp: f64,
    /// Work above it, joules.
    pub w_prime: f64,
    /// Highest power, that of no time at all, watts.
    pub p_max: f64,
}

impl Morton {
    /// Power that can be held for `t` seconds, watts; `p_max` for zero and for what is not a time.
    #[must_use]
    pub fn power_at(&self, t: f64) -> f64 {
        self.cp + self.w_prime / (t.max(0.0) + self.k())
    }

    /// Seconds by which the hyperbola is shifted.
    #[must_use]
    pub fn k(&self) -> f64 {
        self.w_prime / (self.p_max - self.cp)
    }
}

/// Least squares in power over all efforts of up to 20 minutes.
///
/// For a given `k` the curve is a straight line over `1 / (t + k)`, so one unknown is searched and none needs a guess.
/// Efforts that are longer or whose values are not positive numbers are left out. `None` with fewer than four different
/// durations, none of them up to 30 s, or when no highest power or no positive critical power and W' follow from them.
#[must_use]
pub fn fit3(efforts: &[Effort]) -> Option<Morton> {
    let mut efforts: Vec<Effort> =
        efforts.iter().filter(|effort| effort.is_sound() && effort.seconds <= RANGE_S.1).copied().collect();
    efforts.sort_by(|a, b| a.seconds.total_cmp(&b.seconds));
    let different = efforts.chunk_by(|a, b| a.seconds == b.seconds).count();
    if different < FEWEST || efforts.first().is_none_or(|shortest| shortest.seconds > SHORTEST_AT_MOST_S) {
        return None;
    }
    let shifted = |k: f64| {
        Line::through(efforts.iter().map(|effort| Point {
            x: 1.0 / (effort.seconds + k),
            y: effort.watts,
            weight: 1.0,
        }))
    };
    let k = line::minimum(0.1, 1000.0, |k| shifted(k).map_or(f64::INFINITY, |line| line.squares))?;
    let line = shifted(k)?;
    let (cp, w_prime) = (line.intercept, line.slope);
    (cp > 0.0 && w_prime > 0.0).then(|| Morton { cp, w_prime, p_max: cp + w_prime / k })
}
