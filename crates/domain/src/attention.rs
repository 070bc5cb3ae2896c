//! Who needs the coach, and why: reasons with numbers, most severe first. Stale data is its own group, not a bad score.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::activity::Activity;
use crate::readiness::{ReadinessDay, Signal};
use crate::reason::{Effect, Grade, Reason, Rule};
use crate::season::Race;
use crate::settings::Settings;
use crate::sport::Sport;
use crate::trend::TrendPoint;

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
}

/// At most this many flags for one athlete: a list nobody reads to its end helps nobody.
const MOST: usize = 5;
/// Days without a file from which nothing about load is said any more.
const SILENT_DAYS: i64 = 7;
/// Pain that asks for a look today, 0 to 10 (SCIENCE 21).
const PAIN: f64 = 4.0;
/// Readiness that is the athlete's own usual, and the line below which to look today.
const USUAL: f64 = 50.0;
const LOW: f64 = 35.0;
/// Form called deep fatigue by vendors' convention.
const DEEP: f64 = -30.0;
/// One session against the longest of the 30 days before it (SCIENCE 18.3).
const SPIKE: f64 = 1.10;
const SPIKE_DAYS: i64 = 30;
/// Resting heart rate above baseline by at least this, bpm (SCIENCE 11.2).
const HR_RISE: f64 = 3.0;
const RACE_DAYS: i64 = 14;
const OLD_THRESHOLD_DAYS: i64 = 120;
const HISTORY_DAYS: usize = 28;

/// The flags of one athlete, most severe first; at most five. They say what is unusual; none of them claims that an
/// injury is near. While no file came for a week, nothing is said about load: old data is not a bad score.
#[must_use]
pub fn flags(picture: &Picture<'_>) -> Vec<Flag> {
    let silent = silence(picture);
    let mut flags: Vec<Flag> = [
        ill(picture),
        pain(picture),
        low_readiness(picture),
        resting_hr(picture),
        if silent.is_none() { fast_ramp(picture) } else { None },
        if silent.is_none() { deep_fatigue(picture) } else { None },
        spike(picture),
        silent,
        race(picture),
        threshold(picture),
        history(picture),
    ]
    .into_iter()
    .flatten()
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
    let days = (picture.today - last).num_days();
    (days >= SILENT_DAYS)
        .then(|| flag(Severity::Stale, Rule::NoRecentData, Grade::D).with(|r| r.fact("days", days as f64).on(last)))
}

/// Ill on a day of the last seven: look today while it is at most two days old, keep an eye on the return after that.
fn ill(picture: &Picture<'_>) -> Option<Flag> {
    let reported = || picture.readiness.iter().filter(|day| day.ill && (0..7).contains(&age(picture, day.date)));
    let last = reported().map(|day| day.date).max()?;
    let severity = if age(picture, last) <= 2 { Severity::Act } else { Severity::Watch };
    let days = reported().count() as f64;
    Some(flag(severity, Rule::ReportedIll, Grade::D).with(|r| r.fact("days", days).on(last)))
}

/// The newest pain of the last seven days, if it is at or above the line.
fn pain(picture: &Picture<'_>) -> Option<Flag> {
    let newest = picture.readiness.iter().filter(|day| (0..7).contains(&age(picture, day.date)));
    let (date, pain) = newest.filter_map(|day| Some((day.date, day.pain?))).max_by_key(|(date, _)| *date)?;
    (pain >= PAIN)
        .then(|| flag(Severity::Act, Rule::ReportedPain, Grade::D).with(|r| r.fact("pain", pain).limit(PAIN).on(date)))
}

/// Readiness of today or yesterday whose whole range lies below the athlete's own usual.
fn low_readiness(picture: &Picture<'_>) -> Option<Flag> {
    let day = picture.readiness.iter().filter(|day| (0..=1).contains(&age(picture, day.date)));
    let day = day.max_by_key(|day| day.date)?;
    let value = day.readiness.known()?;
    let severity = match value.high {
        high if high < LOW => Severity::Act,
        high if high < USUAL => Severity::Watch,
        _ => return None,
    };
    Some(flag(severity, Rule::LowReadiness, Grade::D).with(|r| {
        r.fact("readiness", value.score).fact("low", value.low).fact("high", value.high).limit(USUAL).on(day.date)
    }))
}

/// Mean resting heart rate of the last seven days above baseline plus one SD, and by at least 3 bpm. Needs three days.
fn resting_hr(picture: &Picture<'_>) -> Option<Flag> {
    let days = picture.readiness.iter().filter(|day| (0..7).contains(&age(picture, day.date)));
    let known = days.filter_map(|day| {
        let contributor = day.contributors.iter().find(|c| c.signal == Signal::RestingHr)?;
        Some((day.date, *contributor.value.known()?, contributor.band))
    });
    let values: Vec<f64> = known.clone().map(|(_, value, _)| value).collect();
    if values.len() < 3 {
        return None;
    }
    let (low, high) = known.filter_map(|(date, _, band)| Some((date, band?))).max_by_key(|(date, _)| *date)?.1;
    let baseline = f64::midpoint(low, high);
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    let limit = high.max(baseline + HR_RISE);
    (mean >= limit && mean > high).then(|| {
        flag(Severity::Watch, Rule::RestingHrHigh, Grade::D)
            .with(|r| r.fact("mean", mean).fact("baseline", baseline).limit(limit))
    })
}

/// Fitness that rises by the caution line of SCIENCE 6 or more, `max(3, 10 % of CTL)` points in a week.
fn fast_ramp(picture: &Picture<'_>) -> Option<Flag> {
    let point = picture.trend.last().filter(|point| (0..SILENT_DAYS).contains(&age(picture, point.date)))?;
    let limit = (0.1 * point.ctl).max(3.0);
    let ramp = point.ramp.filter(|ramp| *ramp >= limit)?;
    Some(flag(Severity::Watch, Rule::FastRamp, Grade::D).with(|r| r.fact("ramp", ramp).limit(limit)))
}

/// Form this morning below the line that vendors draw by convention: context, not a finding.
fn deep_fatigue(picture: &Picture<'_>) -> Option<Flag> {
    let point = picture.trend.last().filter(|point| (0..=1).contains(&age(picture, point.date)))?;
    (point.form_morning < DEEP).then(|| {
        flag(Severity::Watch, Rule::DeepFatigue, Grade::D).with(|r| r.fact("form", point.form_morning).limit(DEEP))
    })
}

/// The most unusual activity of the last seven days: longer than 1.10 times the longest of the same sport in the 30 days
/// before it. Without one in those 30 days nothing can be compared.
fn spike(picture: &Picture<'_>) -> Option<Flag> {
    let minutes = |activity: &Activity| f64::from(activity.timer) / 60.0;
    let (activity, longest) = picture
        .recent
        .iter()
        .filter(|a| (0..7).contains(&age(picture, a.day())))
        .filter_map(|a| {
            let before = picture
                .recent
                .iter()
                .filter(|b| b.sport == a.sport && b.start < a.start && (a.day() - b.day()).num_days() <= SPIKE_DAYS);
            let longest = before.map(minutes).max_by(f64::total_cmp).filter(|longest| *longest > 0.0)?;
            (minutes(a) > SPIKE * longest).then_some((a, longest))
        })
        .max_by(|(a, x), (b, y)| (minutes(a) / x).total_cmp(&(minutes(b) / y)).then(a.start.cmp(&b.start)))?;
    // The study is about runners; for other sports the rule is carried over by design.
    let grade = if activity.sport == Sport::Run { Grade::B } else { Grade::D };
    Some(flag(Severity::Watch, Rule::RecentSpike, grade).with(|r| {
        r.fact("minutes", minutes(activity)).fact("longest", longest).limit(SPIKE * longest).on(activity.day())
    }))
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
    let days = age(picture, settings.from);
    (days > OLD_THRESHOLD_DAYS).then(|| {
        flag(Severity::Note, Rule::OldThreshold, Grade::D)
            .with(|r| r.fact("days", days as f64).limit(OLD_THRESHOLD_DAYS as f64).on(settings.from))
    })
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

#[cfg(test)]
mod tests;
