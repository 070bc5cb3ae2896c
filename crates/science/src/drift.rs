//! How far a distribution has moved: the population stability index.
//!
//! The bounds are a convention of model monitoring, not a law; some act at 0.2 already.

/// From here on a feature is watched.
pub const WATCH_FROM: f64 = 0.10;
/// Above this something is done.
pub const ACT_ABOVE: f64 = 0.25;
/// Values needed in a window before its shares say anything.
pub const FEWEST: usize = 200;
/// What an empty bin counts as, so that its logarithm exists.
const EMPTY_BIN: f64 = 1e-4;

/// What an index asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Below [`WATCH_FROM`].
    Steady,
    /// Up to and including [`ACT_ABOVE`].
    Watch,
    /// Above [`ACT_ABOVE`].
    Act,
}

impl Verdict {
    /// What an index asks for.
    #[must_use]
    pub fn of(psi: f64) -> Verdict {
        if psi > ACT_ABOVE {
            Verdict::Act
        } else if psi >= WATCH_FROM {
            Verdict::Watch
        } else {
            Verdict::Steady
        }
    }
}

/// Population stability index `sum((actual - expected) ln(actual / expected))` over the bins of a reference.
///
/// Both slices are counts or shares of the same bins, the deciles of the reference by custom; empty bins count as
/// 0.0001. Never negative, 0 for equal shares. `None` for different lengths, no bins, or sums that are not positive.
/// Below [`FEWEST`] values in either window it is noise: the caller knows the counts.
#[must_use]
pub fn psi(expected: &[f64], actual: &[f64]) -> Option<f64> {
    if expected.len() != actual.len() {
        return None;
    }
    let (before, now) = (shares(expected)?, shares(actual)?);
    Some(before.zip(now).map(|(before, now)| (now - before) * (now / before).ln()).sum())
}

fn shares(bins: &[f64]) -> Option<impl Iterator<Item = f64>> {
    let total: f64 = bins.iter().sum();
    let usable = total > 0.0 && total.is_finite() && bins.iter().all(|bin| *bin >= 0.0);
    usable.then(|| bins.iter().map(move |bin| (bin / total).max(EMPTY_BIN)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_shares_have_not_moved_whatever_the_counts() {
        assert_eq!(psi(&[10.0, 30.0], &[1.0, 3.0]), Some(0.0));
    }

    #[test]
    fn an_empty_bin_gives_a_large_index_and_not_an_infinite_one() {
        let moved = psi(&[0.5, 0.5], &[1.0, 0.0]).unwrap();
        assert!(moved.is_finite() && Verdict::of(moved) == Verdict::Act, "{moved}");
    }

    #[test]
    fn bins_that_do_not_fit_have_no_index() {
        assert_eq!(psi(&[1.0], &[1.0, 2.0]), None);
        assert_eq!(psi(&[], &[]), None);
        assert_eq!(psi(&[1.0, -0.5], &[1.0, 1.0]), None);
        assert_eq!(psi(&[f64::NAN], &[1.0]), None);
    }
}
