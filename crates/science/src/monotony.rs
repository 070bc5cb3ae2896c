//! Training monotony and strain of a week (Foster 1998, Med Sci Sports Exerc 30:1164). Descriptive only: the link to
//! illness or injury did not hold up in later data.

use crate::statistics::{mean, population_sd, sample_sd};

/// A week's sameness and what it weighs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Monotony {
    /// Sum of the week's loads.
    pub week_load: f64,
    /// Mean over sample standard deviation (n - 1): the value to show.
    pub monotony: f64,
    /// Mean over population standard deviation (n), larger by the square root of 7/6; the paper does not say which.
    pub monotony_population: f64,
    /// Week load times [`Monotony::monotony`].
    pub strain: f64,
    /// Week load times [`Monotony::monotony_population`].
    pub strain_population: f64,
}

/// Monotony and strain of seven daily loads (any unit; rest days are 0).
///
/// `None` when every day is the same, rest weeks included: the ratio has no value there. Near-constant weeks give very
/// large values; a display should stop at 10.
#[must_use]
pub fn week(daily: &[f64; 7]) -> Option<Monotony> {
    let (mean, sample, population) = (mean(daily)?, sample_sd(daily)?, population_sd(daily)?);
    // Rounding leaves a tiny spread in a constant week of, say, 0.1 a day.
    if population.is_nan() || population <= 1e-9 * mean.abs() {
        return None;
    }
    let week_load = daily.iter().sum::<f64>();
    let (monotony, monotony_population) = (mean / sample, mean / population);
    Some(Monotony {
        week_load,
        monotony,
        monotony_population,
        strain: week_load * monotony,
        strain_population: week_load * monotony_population,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_constant_week_has_no_monotony_rather_than_an_infinite_one() {
        assert_eq!(week(&[0.0; 7]), None);
        assert_eq!(week(&[0.1; 7]), None);
        assert_eq!(week(&[f64::NAN; 7]), None);
    }
}
