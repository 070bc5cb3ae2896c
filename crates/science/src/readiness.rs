//! Today's signals against the athlete's own usual, joined into one score with its range.
//!
//! The composite is a design of this program, not a validated measure: a normal prior and one normal observation for
//! each signal, weighted by importance and reliability, made less sure because the signals go together.

use crate::normal::{Z80, cdf};
use crate::statistics::{mean, sample_sd};

/// Typical correlation between two signals of one morning. Design choice.
pub const CORRELATION: f64 = 0.3;

/// The athlete's own usual: mean and standard deviation of past days.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Usual {
    /// Mean.
    pub mean: f64,
    /// Sample standard deviation, not below the floor given.
    pub sd: f64,
}

/// The usual from past values. `sd_floor` (the values' unit, above 0) keeps a flat history from turning a small change
/// into a large one. `None` below two values; the caller decides how many make a baseline.
#[must_use]
pub fn usual(history: &[f64], sd_floor: f64) -> Option<Usual> {
    Some(Usual { mean: mean(history)?, sd: sample_sd(history)?.max(sd_floor) })
}

impl Usual {
    /// Distance of a value from the usual, in standard deviations.
    #[must_use]
    pub fn z(self, value: f64) -> f64 {
        (value - self.mean) / self.sd
    }
}

/// One signal on its way into the composite.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Signal {
    /// Distance from the usual in standard deviations, plus is better; `None` if there is no signal today.
    pub z: Option<f64>,
    /// Importance, above 0.
    pub weight: f64,
    /// How far today's value can be trusted, 0 to 1.
    pub reliability: f64,
}

/// The composite with its 80 % range.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Composite {
    /// Mean of the posterior, standard deviations from usual.
    pub mu: f64,
    /// Its standard deviation.
    pub sigma: f64,
    /// Score, 0 to 100; 50 is the athlete's own usual.
    pub score: f64,
    /// Lower end of the 80 % range.
    pub low: f64,
    /// Upper end of the 80 % range.
    pub high: f64,
    /// Share of the weights that had a signal, 0 to 1. At 0 the score is the prior and says nothing: never show it.
    pub coverage: f64,
}

/// Joins signals: `mu = k sum(w r z) / (k sum(w r) + 1)`, `sigma = (k sum(w r) + 1)^(-1/2)`, score
/// `100 cdf(mu / sqrt(1 + sigma^2))`, range `100 cdf(mu -+ 1.2816 sigma)`.
///
/// `k = 1 / (1 + (m - 1) correlation)` for `m` signals present: signals that go together count less than independent
/// ones. A missing signal widens the range.
#[must_use]
pub fn composite(signals: &[Signal], correlation: f64) -> Composite {
    let present: Vec<(f64, &Signal)> = signals.iter().filter_map(|signal| signal.z.map(|z| (z, signal))).collect();
    let shrink = 1.0 / (1.0 + present.len().saturating_sub(1) as f64 * correlation);
    let information = shrink * present.iter().map(|(_, s)| s.weight * s.reliability).sum::<f64>();
    let pull = shrink * present.iter().map(|(z, s)| s.weight * s.reliability * z).sum::<f64>();
    let (mu, sigma) = (pull / (information + 1.0), (information + 1.0).sqrt().recip());
    let all: f64 = signals.iter().map(|signal| signal.weight).sum();
    let with: f64 = present.iter().map(|(_, signal)| signal.weight).sum();
    Composite {
        mu,
        sigma,
        score: 100.0 * cdf(mu / (1.0 + sigma * sigma).sqrt()),
        low: 100.0 * cdf(mu - Z80 * sigma),
        high: 100.0 * cdf(mu + Z80 * sigma),
        coverage: if all > 0.0 { with / all } else { 0.0 },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn signal(z: Option<f64>) -> Signal {
        Signal { z, weight: 1.0, reliability: 1.0 }
    }

    #[test]
    fn signals_that_go_together_leave_a_wider_range_than_independent_ones() {
        let signals = [signal(Some(-1.0)); 4];
        let (together, apart) = (composite(&signals, CORRELATION), composite(&signals, 0.0));
        assert!(together.sigma > apart.sigma);
        assert!(together.score > apart.score && together.score < 50.0);
    }

    #[test]
    fn a_missing_signal_widens_the_range() {
        let full = composite(&[signal(Some(0.5)), signal(Some(0.5))], 0.0);
        let half = composite(&[signal(Some(0.5)), signal(None)], 0.0);
        assert!(half.high - half.low > full.high - full.low);
        assert_eq!((full.coverage, half.coverage), (1.0, 0.5));
    }

    #[test]
    fn no_signals_at_all_have_no_coverage() {
        assert_eq!(composite(&[], CORRELATION).coverage, 0.0);
    }

    #[test]
    fn one_day_is_no_usual() {
        assert_eq!(usual(&[5.0], 1.0), None);
    }
}
