//! Who needs the coach, and why: reasons with numbers, most severe first. Stale data is its own group, not a bad score.

mod health;
mod load;
mod morning;
mod movement;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::activity::Activity;
use crate::daily::DayMeasures;
use crate::id::ActivityId;
use crate::measures::Measured;
use crate::metric::Metric;
use crate::readiness::ReadinessDay;
use crate::reason::{Effect, Grade, Reason, Rule};
use crate::season::Race;
use crate::settings::Settings;
use crate::threshold::Estimate;
use crate::trend::TrendPoint;
use crate::tuning::Tuning;

/// How urgent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Look today.
    Act,
    /// Keep an eye on it.
    Watch,
    /// Data is missing or old: nothing can be said.
    Stale,
    /// Good to know.
    Note,
}

impl Severity {
    /// The stable name used in the words file (`severity-act`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Severity::Act => "act",
            Severity::Watch => "watch",
            Severity::Stale => "stale",
            Severity::Note => "note",
        }
    }
}

/// One reason for attention.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Flag {
    /// How urgent.
    pub severity: Severity,
    /// Why, with numbers.
    pub reason: Reason,
}

/// What the list looks at for one athlete.
#[derive(Debug, Clone, Copy)]
pub struct Picture<'a> {
    /// Today on the athlete's clock.
    pub today: NaiveDate,
    /// Load trend up to today.
    pub trend: &'a [TrendPoint],
    /// Activities of the last 60 days, oldest first.
    pub recent: &'a [Activity],
    /// Readiness of the last 7 days, oldest first.
    pub readiness: &'a [ReadinessDay],
    /// Settings of today.
    pub settings: Option<&'a Settings>,
    /// Races from today on.
    pub races: &'a [Race],
    /// Days up to today, oldest first; the last 60 suffice.
    pub days: &'a [DayMeasures],
    /// What is measured of [`METRICS`] on the recent activities, where known.
    pub measured: &'a BTreeMap<ActivityId, BTreeMap<Metric, Measured>>,
    /// Thresholds offered and not yet answered.
    pub offered: &'a [Estimate],
    /// What the squad set.
    pub tuning: &'a Tuning,
}

impl Picture<'_> {
    /// One of [`METRICS`] of an activity, if it is known.
    fn measured(&self, activity: &Activity, metric: Metric) -> Option<&Measured> {
        self.measured.get(&activity.id)?.get(&metric)
    }
}

/// What the list looks at of all that is measured on an activity.
pub const METRICS: [Metric; 2] = [Metric::Load, Metric::ContactBalance];

/// At most this many flags for one athlete: a list nobody reads to its end helps nobody.
const MOST: usize = 5;
/// Days back in which a session or a point of the trend still speaks of now.
const SILENT_DAYS: i64 = 7;
const RACE_DAYS: i64 = 14;
const HISTORY_DAYS: usize = 28;

/// The flags of one athlete, most severe first; at most five. They say what is unusual; none of them claims that an
/// injury is near. While no file came for a week, nothing is said about load: old data is not a bad score.
///
/// Every rule but that of a near race can be given another limit or be switched off by [`Picture::tuning`]; illness,
/// fever, pain and injury always speak.
#[must_use]
pub fn flags(picture: &Picture<'_>) -> Vec<Flag> {
    let silent = silence(picture);
    let of_load = |rule: fn(&Picture<'_>) -> Option<Flag>| if silent.is_none() { rule(picture) } else { None };
    let mut flags: Vec<Flag> = [
        health::ill(picture),
        health::fever(picture),
        health::pain(picture),
        health::injury(picture),
        health::low_readiness(picture),
        morning::hrv(picture),
        morning::hrv_single_day(picture),
        morning::resting_hr(picture),
        morning::wellness(picture),
        morning::sleep_debt(picture),
        of_load(load::jump),
        of_load(load::fast_ramp),
        of_load(load::deep_fatigue),
        load::spike(picture),
        of_load(load::monotony),
        movement::asymmetry(picture),
        load::source_switched(picture),
        silent,
        race(picture),
        threshold(picture),
        offered(picture),
        history(picture),
    ]
    .into_iter()
    .flatten()
    .filter(|flag| picture.tuning.is_on(flag.reason.rule))
    .collect();
    flags.sort_by_key(|flag| flag.severity);
    flags.truncate(MOST);
    flags
}

fn flag(severity: Severity, rule: Rule, grade: Grade) -> Flag {
    Flag { severity, reason: Reason::new(rule, Effect::Flagged, grade) }
}

impl Flag {
    fn with(mut self, change: impl FnOnce(Reason) -> Reason) -> Flag {
        self.reason = change(self.reason);
        self
    }
}

/// No file for a week or longer; also nothing at all, which is a history of 0 days.
fn silence(picture: &Picture<'_>) -> Option<Flag> {
    let file = picture.recent.iter().map(Activity::day).max();
    let trained = picture.trend.iter().rev().find(|point| point.load.is_some_and(|load| load > 0.0));
    let Some(last) = file.max(trained.map(|point| point.date)) else {
        return Some(little_history(Severity::Stale, 0));
    };
    let days = age(picture, last);
    (days as f64 >= picture.tuning.number(Rule::NoRecentData))
        .then(|| flag(Severity::Stale, Rule::NoRecentData, Grade::D).with(|r| r.fact("days", days as f64).on(last)))
}

fn race(picture: &Picture<'_>) -> Option<Flag> {
    let days = |race: &Race| (race.date - picture.today).num_days();
    let near = picture.races.iter().filter(|race| (0..=RACE_DAYS).contains(&days(race)));
    let race = near.min_by_key(|race| (race.date, race.priority, race.id))?;
    Some(
        flag(Severity::Note, Rule::RaceSoon, Grade::D)
            .with(|r| r.fact("days", days(race) as f64).named(race.name.clone()).on(race.date)),
    )
}

/// No threshold by which load could be judged, or an old one.
fn threshold(picture: &Picture<'_>) -> Option<Flag> {
    let set = |s: &&Settings| s.ftp.is_some() || s.lthr.is_some() || s.threshold_speed.is_some();
    let Some(settings) = picture.settings.filter(set) else {
        return Some(flag(Severity::Note, Rule::NoThreshold, Grade::D));
    };
    let (days, limit) = (age(picture, settings.from) as f64, picture.tuning.number(Rule::OldThreshold));
    (days > limit).then(|| {
        flag(Severity::Note, Rule::OldThreshold, Grade::D).with(|r| r.fact("days", days).limit(limit).on(settings.from))
    })
}

/// The most trusted of the thresholds that efforts or results offer.
fn offered(picture: &Picture<'_>) -> Option<Flag> {
    let offered = picture.offered.iter().filter(|estimate| estimate.proposed);
    let best = offered.max_by(|a, b| a.confidence.total_cmp(&b.confidence))?;
    let newest = best.sources.iter().map(|source| source.date).max();
    Some(flag(Severity::Note, Rule::ThresholdOffered, Grade::D).with(|r| {
        let r = r.named(best.metric.code()).fact("value", best.value);
        let r = best.current.map_or(r.clone(), |current| r.fact("current", current));
        newest.map_or(r.clone(), |newest| r.on(newest))
    }))
}

fn history(picture: &Picture<'_>) -> Option<Flag> {
    let days = picture.trend.len();
    (0 < days && days < HISTORY_DAYS).then(|| little_history(Severity::Note, days))
}

fn little_history(severity: Severity, days: usize) -> Flag {
    flag(severity, Rule::LittleHistory, Grade::D).with(|r| r.fact("days", days as f64).limit(HISTORY_DAYS as f64))
}

/// Days from a date to today; negative for later dates.
fn age(picture: &Picture<'_>, date: NaiveDate) -> i64 {
    (picture.today - date).num_days()
}

/// The newest of today's and yesterday's readiness.
fn newest<'a>(picture: &Picture<'a>) -> Option<&'a ReadinessDay> {
    let days = picture.readiness.iter().filter(|day| (0..=1).contains(&age(picture, day.date)));
    days.max_by_key(|day| day.date)
}

#[cfg(test)]
mod tests;
