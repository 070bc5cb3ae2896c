//! This week against the weeks before (acute to chronic load), in the three forms in use.
//!
//! Context, and no predictor of injury: dividing by random numbers instead of the chronic load gave the same association
//! (Impellizzeri et al. 2021, Sports Med), and in 5,205 runners a higher ratio went with fewer injuries (Frandsen et al.
//! 2025, BJSM 59:1203). What that study did find is in [`spike`].

use crate::pmc::{alpha_span, step};
use crate::statistics::median;

/// Days of the acute window.
pub const ACUTE_DAYS: usize = 7;
/// Days of the chronic window that holds the acute one.
pub const CHRONIC_DAYS: usize = 28;
/// Days of the chronic window before the acute one.
const BEFORE_DAYS: usize = CHRONIC_DAYS - ACUTE_DAYS;
/// Share of the usual chronic load below which there is not enough of it to divide by. Design choice.
pub const FLOOR_SHARE: f64 = 0.2;

/// The ratio of one day in its forms. Each is `None` where there is not enough base to compare with.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Acwr {
    /// Mean of 7 days over the mean of 28 that hold them; at most 4, since it divides by part of itself.
    pub coupled: Option<f64>,
    /// Mean of 7 days over the mean of the 21 before. `coupled = 4 u / (u + 3)`.
    pub uncoupled: Option<f64>,
    /// Ratio of exponentially weighted means, weights 2/8 and 2/29, seeded with the first day (Williams et al. 2017,
    /// BJSM 51:209).
    pub ewma: Option<f64>,
}

/// The ratios of every day of a series of daily loads (any unit, rest days 0, no gaps), one for each load.
///
/// Nothing before the 28th day, and no form whose chronic mean is 0 or below `floor` (load a day, see [`base_floor`]; 0
/// for none). Windows are calendar days, not sessions. A load that is no number leaves its windows without a ratio, and
/// the weighted form from there on.
#[must_use]
pub fn series(loads: &[f64], floor: f64) -> Vec<Acwr> {
    let (acute, before) = (window_sums(loads, ACUTE_DAYS), window_sums(loads, BEFORE_DAYS));
    let (quick, slow) = (alpha_span(ACUTE_DAYS as f64), alpha_span(CHRONIC_DAYS as f64));
    let over = |acute: f64, chronic: f64| (chronic > 0.0 && chronic >= floor && acute >= 0.0).then(|| acute / chronic);
    let mut weighted: Option<(f64, f64)> = None;
    let mut days = Vec::with_capacity(loads.len());
    for (day, &load) in loads.iter().enumerate() {
        let (a, c) = weighted.map_or((load, load), |(a, c)| (step(a, load, quick), step(c, load, slow)));
        weighted = Some((a, c));
        days.push(if day + 1 < CHRONIC_DAYS {
            Acwr::default()
        } else {
            let (week, earlier) = (acute[day], before[day - ACUTE_DAYS]);
            let mean = week / ACUTE_DAYS as f64;
            Acwr {
                coupled: over(mean, (week + earlier) / CHRONIC_DAYS as f64),
                uncoupled: over(mean, earlier / BEFORE_DAYS as f64),
                ewma: over(a, c),
            }
        });
    }
    days
}

/// Floor for [`series`], load a day: a fifth of the median 28-day mean over the last year of these daily loads. `None`
/// below 28 days.
#[must_use]
pub fn base_floor(loads: &[f64]) -> Option<f64> {
    let year = &loads[loads.len().saturating_sub(365 + CHRONIC_DAYS - 1)..];
    let means: Vec<f64> = window_sums(year, CHRONIC_DAYS)
        .into_iter()
        .skip(CHRONIC_DAYS - 1)
        .map(|sum| sum / CHRONIC_DAYS as f64)
        .filter(|mean| mean.is_finite())
        .collect();
    median(&means).map(|usual| FLOOR_SHARE * usual)
}

/// A session against the longest of the 30 days before it, same unit: 1.1 is ten percent longer than any of them.
///
/// In runners, injuries went with single runs more than 10 % longer than the longest of the 30 days before (Frandsen et
/// al. 2025, BJSM 59:1203): an association over distances, not a prediction. `None` without a session above 0 in those
/// days: nothing to compare with.
#[must_use]
pub fn spike(session: f64, previous_30_days: &[f64]) -> Option<f64> {
    let longest = previous_30_days.iter().copied().filter(|d| d.is_finite()).fold(0.0, f64::max);
    (longest > 0.0 && session >= 0.0).then(|| session / longest)
}

/// Sum of the `width` values that end at each index (fewer at the start).
///
/// A running sum that takes away what leaves would keep crumbs after months of rest and then divide by them. Here the
/// windows are put together from sums of blocks: nothing is ever subtracted, so a window of zeros is exactly zero.
fn window_sums(values: &[f64], width: usize) -> Vec<f64> {
    let mut sums = Vec::with_capacity(values.len());
    let mut tail = vec![0.0; width];
    for block in values.chunks(width) {
        let mut head = 0.0;
        for (i, value) in block.iter().enumerate() {
            head += value;
            // What the block before contributes: its values after index i.
            sums.push(head + tail.get(i + 1).copied().unwrap_or(0.0));
        }
        let mut sum = 0.0;
        for (i, value) in block.iter().enumerate().rev() {
            sum += value;
            tail[i] = sum;
        }
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn window_sums_are_those_of_the_windows() {
        let values: Vec<f64> = (0..100).map(|i| f64::from(i * i % 17)).collect();
        for width in [1, 7, 21, 28, 200] {
            let plain: Vec<f64> =
                (0..values.len()).map(|i| values[(i + 1).saturating_sub(width)..=i].iter().sum()).collect();
            assert_eq!(window_sums(&values, width), plain, "{width}");
        }
        assert_eq!(window_sums(&[], 7), Vec::<f64>::new());
    }

    #[test]
    fn a_month_of_rest_leaves_no_ratio_rather_than_crumbs() {
        let mut loads: Vec<f64> = (0..60).map(|i| 0.1 * f64::from(i % 5)).collect();
        loads.extend([0.0; 40]);
        let last = series(&loads, 0.0)[99];
        assert_eq!((last.coupled, last.uncoupled), (None, None));
    }

    #[test]
    fn a_steady_load_is_one_in_every_form_from_the_28th_day() {
        let days = series(&[50.0; 40], 0.0);
        assert_eq!(days[26], Acwr::default());
        for form in [days[27].coupled, days[27].uncoupled, days[39].ewma] {
            assert!((form.unwrap() - 1.0).abs() < 1e-12);
        }
    }

    #[test]
    fn a_base_below_the_floor_has_no_ratio() {
        let days = series(&[5.0; 28], 6.0);
        assert_eq!(days[27], Acwr::default());
        assert!(series(&[5.0; 28], 5.0)[27].coupled.is_some());
    }

    #[test]
    fn the_floor_is_a_fifth_of_the_usual_month() {
        assert_eq!(base_floor(&[60.0; 400]), Some(12.0));
        assert_eq!(base_floor(&[60.0; 27]), None);
    }

    #[test]
    fn a_load_that_is_no_number_leaves_its_windows_without_a_ratio() {
        let mut loads = [50.0; 80];
        loads[30] = f64::NAN;
        let days = series(&loads, 0.0);
        assert_eq!((days[35].coupled, days[35].uncoupled), (None, None));
        assert!(days[79].coupled.is_some());
        assert_eq!(days[79].ewma, None);
    }

    #[test]
    fn a_run_is_compared_with_the_longest_of_thirty_days_and_with_nothing_if_there_is_none() {
        assert_eq!(spike(22.0, &[12.0, 20.0, 8.0]), Some(1.1));
        assert_eq!(spike(22.0, &[]), None);
        assert_eq!(spike(22.0, &[0.0]), None);
    }
}
