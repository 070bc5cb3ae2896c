//! Illness, pain and readiness. The first two stand for themselves: nothing is averaged with them.

use chrono::NaiveDate;

use super::{Flag, Picture, Severity, age, flag, newest};
use crate::readiness::ReadinessDay;
use crate::reason::{Grade, Rule};

/// Days a report is looked back for.
const REPORT_DAYS: i64 = 7;
/// Days from which on a report asks for an eye on the return instead of a look today.
const FRESH_DAYS: i64 = 2;
/// How far below the line of a watch readiness asks for a look today.
const LOW_BELOW: f64 = 15.0;

/// Ill on a day of the last seven: look today while it is at most two days old, keep an eye on the return after that.
pub(super) fn ill(picture: &Picture<'_>) -> Option<Flag> {
    reported(picture, "illness", |day| day.ill)
}

/// The same for fever.
pub(super) fn fever(picture: &Picture<'_>) -> Option<Flag> {
    reported(picture, "fever", |day| day.fever)
}

fn reported(picture: &Picture<'_>, what: &str, says: impl Fn(&ReadinessDay) -> bool) -> Option<Flag> {
    let reported =
        || picture.readiness.iter().filter(|day| says(day) && (0..REPORT_DAYS).contains(&age(picture, day.date)));
    let last = reported().map(|day| day.date).max()?;
    let severity = if age(picture, last) <= FRESH_DAYS { Severity::Act } else { Severity::Watch };
    let days = reported().count() as f64;
    Some(flag(severity, Rule::ReportedIll, Grade::D).with(|r| r.fact("days", days).named(what).on(last)))
}

/// The newest pain of the last seven days, if it is at or above the line.
pub(super) fn pain(picture: &Picture<'_>) -> Option<Flag> {
    let days = picture.readiness.iter().filter(|day| (0..REPORT_DAYS).contains(&age(picture, day.date)));
    let (date, pain) = days.filter_map(|day| Some((day.date, day.pain?))).max_by_key(|(date, _)| *date)?;
    let limit = picture.tuning.number(Rule::ReportedPain);
    (pain >= limit).then(|| {
        flag(Severity::Act, Rule::ReportedPain, Grade::D)
            .with(|r| r.fact("pain", pain).limit(limit).named("pain").on(date))
    })
}

/// An injury reported in the last seven days.
pub(super) fn injury(picture: &Picture<'_>) -> Option<Flag> {
    let days = picture.readiness.iter().filter(|day| day.injured && (0..REPORT_DAYS).contains(&age(picture, day.date)));
    let last: NaiveDate = days.map(|day| day.date).max()?;
    let severity = if age(picture, last) <= FRESH_DAYS { Severity::Act } else { Severity::Watch };
    Some(flag(severity, Rule::ReportedPain, Grade::D).with(|r| r.named("injury").on(last)))
}

/// Readiness of today or yesterday whose whole range lies below the athlete's own usual.
pub(super) fn low_readiness(picture: &Picture<'_>) -> Option<Flag> {
    let day = newest(picture)?;
    let value = day.readiness.known()?;
    let limit = picture.tuning.number(Rule::LowReadiness);
    let severity = match value.high {
        high if high < limit - LOW_BELOW => Severity::Act,
        high if high < limit => Severity::Watch,
        _ => return None,
    };
    Some(flag(severity, Rule::LowReadiness, Grade::D).with(|r| {
        r.fact("readiness", value.score).fact("low", value.low).fact("high", value.high).limit(limit).on(day.date)
    }))
}
