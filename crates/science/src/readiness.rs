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
    let (mean, sd) = (mean(history)?, sample_sd(history)?);
    sd.is_finite().then(|| Usual { mean, sd: sd.max(sd_floor) })
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

/// Joins signals: `mu = i z / (i + 1)`, `sigma = (i + 1)^(-1/2)`, score `100 cdf(mu / sqrt(1 + sigma^2))`, range
/// `100 cdf(mu -+ 1.2816 sigma)`, with `z` the mean of the signals weighted by `w r` and `i` their information.
///
/// Independent signals hold `i = sum(w r)`. `m` signals that go together hold `sum(w r) / (1 + (m - 1) correlation)`,
/// and never less than some of them alone: a faint signal beside a strong one adds nothing then, but takes nothing away
/// either. So a missing signal never makes `sigma` smaller.
#[must_use]
pub fn composite(signals: &[Signal], correlation: f64) -> Composite {
    let present: Vec<(f64, f64)> =
        signals.iter().filter_map(|signal| signal.z.map(|z| (z, signal.weight * signal.reliability))).collect();
    let precision: f64 = present.iter().map(|(_, precision)| precision).sum();
    let pull: f64 = present.iter().map(|(z, precision)| z * precision).sum();
    let information = information(present.iter().map(|(_, precision)| *precision).collect(), correlation);
    let usual = if precision > 0.0 { pull / precision } else { 0.0 };
    let (mu, sigma) = (information * usual / (information + 1.0), (information + 1.0).sqrt().recip());
    let all: f64 = signals.iter().map(|signal| signal.weight).sum();
    let with: f64 = signals.iter().filter(|signal| signal.z.is_some()).map(|signal| signal.weight).sum();
    Composite {
        mu,
        sigma,
        score: 100.0 * cdf(mu / (1.0 + sigma * sigma).sqrt()),
        low: 100.0 * cdf(mu - Z80 * sigma),
        high: 100.0 * cdf(mu + Z80 * sigma),
        coverage: if all > 0.0 { with / all } else { 0.0 },
    }
}

/// The most that any of the signals hold together.
fn information(mut precisions: Vec<f64>, correlation: f64) -> f64 {
    precisions.sort_by(|a, b| b.total_cmp(a));
    let mut sum = 0.0;
    let held = precisions.into_iter().enumerate().map(|(others, precision)| {
        sum += precision;
        sum / (1.0 + others as f64 * correlation)
    });
    held.fold(0.0, f64::max)
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
        assert_eq!(usual(&[5.0, f64::NAN], 1.0), None);
    }

    #[test]
    fn a_faint_signal_beside_a_strong_one_does_not_widen_the_range() {
        let strong = Signal { z: Some(1.0), weight: 2.0, reliability: 1.0 };
        let faint = Signal { z: Some(1.0), weight: 1.0, reliability: 0.01 };
        let (alone, both) = (composite(&[strong], CORRELATION), composite(&[strong, faint], CORRELATION));
        assert!(both.sigma <= alone.sigma);
        assert_eq!(composite(&[Signal { reliability: 0.0, ..strong }], CORRELATION).mu, 0.0);
    }
}
