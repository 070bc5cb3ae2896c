//! Training monotony and strain of a week (Foster 1998, Med Sci Sports Exerc 30:1164). Descriptive only: the link to
//! illness or injury did not hold up in later data.

use serde::{Deserialize, Serialize};

use crate::statistics::{mean, population_sd, sample_sd};

/// Above this a display says "more than 10": near-constant weeks explode.
pub const SHOWN_UP_TO: f64 = 10.0;

/// A week's sameness and what it weighs.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
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
/// large values; a display should stop at [`SHOWN_UP_TO`].
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

/// Monotony and strain of the seven days that end with each day of a series of daily loads; `None` before the seventh
/// and where [`week`] has none.
#[must_use]
pub fn series(loads: &[f64]) -> Vec<Option<Monotony>> {
    let first = std::iter::repeat_n(None, loads.len().min(6));
    first.chain(loads.array_windows::<7>().map(week)).collect()
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

    #[test]
    fn a_series_has_a_value_for_each_day_from_the_seventh_on() {
        let loads: Vec<f64> = (0..20).map(|i| f64::from(i * i % 11)).collect();
        let days = series(&loads);
        assert_eq!(days.len(), 20);
        assert!(days[..6].iter().all(Option::is_none));
        assert_eq!(days[19], week(loads[13..].try_into().unwrap()));
        assert_eq!(series(&loads[..3]), [None; 3]);
    }
}
