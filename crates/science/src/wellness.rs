//! Questionnaires of the morning and sleep debt.
//!
//! Items are kept one by one: the sums are for people who know them. How far a value is from usual is
//! [`crate::readiness::usual`] over the athlete's own last 28 days, of which ten are needed.

use crate::pmc::{alpha, step};

/// Smallest standard deviation of one questionnaire item, points.
pub const ITEM_SD_FLOOR: f64 = 0.5;
/// Smallest standard deviation of a questionnaire's total, points.
pub const TOTAL_SD_FLOOR: f64 = 1.0;
/// Valid days needed among the last 28 for an own usual.
pub const USUAL_DAYS_NEEDED: usize = 10;
/// Hours of sleep an adult needs unless the athlete's own need is known.
pub const ADULT_NEED_H: f64 = 8.0;
/// Hours of sleep somebody under 18 needs unless the athlete's own need is known.
pub const YOUTH_NEED_H: f64 = 9.0;
/// Time constant of weighted sleep debt, days. Design choice.
pub const DEBT_DAYS: f64 = 7.0;

/// Hooper index, 4 to 28: the sum of sleep, stress, fatigue and soreness, each 1 (very good) to 7 (very bad); lower is
/// better (Hooper & Mackinnon 1995, Sports Med 20:321). `None` for an answer outside its scale.
///
/// The version with a fifth item, 5 to 35, is another index.
#[must_use]
pub fn hooper(sleep: f64, stress: f64, fatigue: f64, soreness: f64) -> Option<f64> {
    total([sleep, stress, fatigue, soreness], 7.0)
}

/// Total of fatigue, sleep quality, soreness, stress and mood, 5 to 25, each 1 (very bad) to 5 (very good); higher is
/// better (McLean et al. 2010, IJSPP 5:367). `None` for an answer outside its scale.
#[must_use]
pub fn mclean(fatigue: f64, sleep: f64, soreness: f64, stress: f64, mood: f64) -> Option<f64> {
    total([fatigue, sleep, soreness, stress, mood], 5.0)
}

/// A [`mclean`] total as a percentage of the highest.
#[must_use]
pub fn mclean_percent(total: f64) -> f64 {
    100.0 * total / 25.0
}

fn total<const N: usize>(items: [f64; N], highest: f64) -> Option<f64> {
    items.iter().all(|item| (1.0..=highest).contains(item)).then(|| items.iter().sum())
}

/// Sleep missed, and over how many nights that is known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SleepDebt {
    /// Hours below need, summed over the known nights. A long night does not pay for a short one.
    pub hours: f64,
    /// Nights with a value. Below the nights asked for, the debt is at least this.
    pub nights: usize,
}

/// Sleep debt over some nights (seven by custom): `sum(max(0, need - slept))`, hours. Unknown nights are left out and
/// never guessed; `None` if all are.
#[must_use]
pub fn sleep_debt(need_h: f64, slept_h: &[Option<f64>]) -> Option<SleepDebt> {
    let missed: Vec<f64> = known(slept_h).map(|slept| (need_h - slept).max(0.0)).collect();
    (!missed.is_empty()).then(|| SleepDebt { hours: missed.iter().sum(), nights: missed.len() })
}

/// Weighted sleep debt after the last night, hours: `D = D e^(-1/tau) + max(0, need - slept)`, from 0. Design choice.
///
/// An unknown night leaves the debt as it is: neither repaid nor added to. `None` if all nights are unknown.
#[must_use]
pub fn debt_ewma(need_h: f64, slept_h: &[Option<f64>], tau_days: f64) -> Option<f64> {
    let kept = (-1.0 / tau_days).exp();
    known(slept_h).fold(None, |debt, slept| Some(debt.unwrap_or(0.0) * kept + (need_h - slept).max(0.0)))
}

fn known(nights: &[Option<f64>]) -> impl Iterator<Item = f64> {
    nights.iter().flatten().copied().filter(|slept| slept.is_finite())
}

/// Exponentially weighted mean of days with gaps, one value for each day; `None` before the first known one, which
/// seeds it.
///
/// Across a gap the mean is held, and the next known day weighs `1 - (1 - alpha)^(gap + 1)`: as much as all the days it
/// stands for.
#[must_use]
pub fn ewma_gaps(days: &[Option<f64>], tau_days: f64) -> Vec<Option<f64>> {
    let kept = 1.0 - alpha(tau_days);
    let (mut mean, mut since) = (None, 0);
    days.iter()
        .map(|day| {
            since += 1;
            if let Some(value) = day.filter(|value| value.is_finite()) {
                mean = Some(mean.map_or(value, |held| step(held, value, 1.0 - kept.powi(since))));
                since = 0;
            }
            mean
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_outside_its_scale_gives_no_total() {
        assert_eq!(hooper(3.0, 4.0, 8.0, 4.0), None);
        assert_eq!(hooper(0.0, 4.0, 4.0, 4.0), None);
        assert_eq!(mclean(3.0, 4.0, 6.0, 4.0, 3.0), None);
        assert_eq!(mclean(3.0, f64::NAN, 3.0, 4.0, 3.0), None);
    }

    #[test]
    fn the_totals_reach_the_ends_of_their_ranges() {
        assert_eq!((hooper(1.0, 1.0, 1.0, 1.0), hooper(7.0, 7.0, 7.0, 7.0)), (Some(4.0), Some(28.0)));
        assert_eq!(mclean(5.0, 5.0, 5.0, 5.0, 5.0).map(mclean_percent), Some(100.0));
    }

    #[test]
    fn an_unknown_night_is_neither_slept_through_nor_sleepless() {
        let known = sleep_debt(8.0, &[Some(7.0), None, Some(9.5)]);
        assert_eq!(known, Some(SleepDebt { hours: 1.0, nights: 2 }));
        assert_eq!(sleep_debt(8.0, &[None, None]), None);
        assert_eq!(debt_ewma(8.0, &[Some(6.0), None], 7.0), Some(2.0));
        assert_eq!(debt_ewma(8.0, &[None, Some(f64::NAN)], 7.0), None);
    }

    #[test]
    fn before_the_first_known_day_there_is_no_mean() {
        assert_eq!(ewma_gaps(&[None, None, Some(7.0)], 7.0), [None, None, Some(7.0)]);
        assert_eq!(ewma_gaps(&[], 7.0), []);
    }

    #[test]
    fn a_day_after_a_gap_weighs_as_much_as_if_it_had_been_every_day() {
        let gap = ewma_gaps(&[Some(5.0), None, None, Some(8.0)], 7.0);
        let daily = ewma_gaps(&[Some(5.0), Some(8.0), Some(8.0), Some(8.0)], 7.0);
        assert!((gap[3].unwrap() - daily[3].unwrap()).abs() < 1e-12);
    }
}
