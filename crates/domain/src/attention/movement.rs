//! How the athlete runs, against how the same athlete ran before.

use science::statistics::{mean, median, sample_sd};

use super::{Flag, Picture, SILENT_DAYS, Severity, age, flag};
use crate::metric::Metric;
use crate::reason::{Grade, Rule};
use crate::sport::Sport;

/// Newest runs whose median is looked at, and earlier ones that make the usual.
const NOW: usize = 3;
const BASELINE_NEEDED: usize = 10;
/// Runs are comparable whose mean speed is this near to that of the newest, as a share of it.
const SPEED_NEAR: f64 = 0.05;
/// Standard deviations that a change must exceed.
const SDS: f64 = 2.0;

/// The median contact balance of the last three comparable runs beyond the athlete's own usual by two standard
/// deviations and by the smallest change that devices can tell, one percentage point (SCIENCE 13). Only the change within
/// one athlete counts; no value is good or bad, and none foretells an injury.
pub(super) fn asymmetry(picture: &Picture<'_>) -> Option<Flag> {
    let mut runs: Vec<(chrono::NaiveDate, f64, f64)> = picture
        .recent
        .iter()
        .filter(|activity| activity.sport == Sport::Run)
        .filter_map(|activity| {
            let speed = activity.summary.avg_speed?.0;
            let balance = picture.measured(activity, Metric::ContactBalance)?.value()?;
            Some((activity.day(), speed, balance))
        })
        .collect();
    runs.sort_by_key(|(date, ..)| std::cmp::Reverse(*date));
    let (newest, speed, _) = *runs.first().filter(|(date, ..)| (0..SILENT_DAYS).contains(&age(picture, *date)))?;
    let comparable: Vec<f64> = runs
        .iter()
        .filter(|(_, other, _)| (other - speed).abs() <= SPEED_NEAR * speed)
        .map(|(.., balance)| *balance)
        .collect();
    let (now, before) = comparable.split_at_checked(NOW).filter(|(_, before)| before.len() >= BASELINE_NEEDED)?;
    let (now, usual, sd) = (median(now)?, mean(before)?, sample_sd(before)?);
    let least = picture.tuning.number(Rule::AsymmetryChange);
    let change = (now - usual).abs();
    (change > SDS * sd && change >= least).then(|| {
        flag(Severity::Watch, Rule::AsymmetryChange, Grade::D)
            .with(|r| r.fact("now", now).fact("usual", usual).fact("sd", sd).limit(least).on(newest))
    })
}
