//! How much time an athlete has on each day, and for which sports. An unanswered day is unknown, not free and not full.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::id::{AthleteId, ExceptionId};
use crate::sport::Sport;
use crate::week::Week;

/// Minutes and sports per weekday from a date on, Monday first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Availability {
    /// First day this holds.
    pub from: NaiveDate,
    /// Monday to Sunday; `None` where nobody answered.
    pub minutes: [Option<u32>; 7],
    /// Sports that are possible, Monday to Sunday; an empty list means any.
    #[serde(default)]
    pub sports: [Vec<Sport>; 7],
}

impl Availability {
    /// Minutes on a date, if answered.
    #[must_use]
    pub fn on(&self, date: NaiveDate) -> Option<u32> {
        self.minutes[weekday(date)]
    }
}

fn weekday(date: NaiveDate) -> usize {
    date.weekday().num_days_from_monday() as usize
}

/// The answers that hold on a date.
#[must_use]
pub fn on(history: &[Availability], date: NaiveDate) -> Option<&Availability> {
    history.iter().filter(|a| a.from <= date).max_by_key(|a| a.from)
}

/// The answers that hold on a date, to be changed from a day on: never from before they began. Nothing answered where nobody
/// did.
#[must_use]
pub fn to_change(history: &[Availability], date: NaiveDate, from: NaiveDate) -> Availability {
    match on(history, date) {
        Some(answers) => Availability { from: answers.from.max(from), ..answers.clone() },
        None => Availability { from, minutes: [None; 7], sports: Default::default() },
    }
}

/// Minutes assumed on a day nobody answered for: 60 from Monday to Friday, 90 at the weekend (a design of this program).
#[must_use]
pub fn assumed(date: NaiveDate) -> u32 {
    if weekday(date) < 5 { 60 } else { 90 }
}

/// Why the usual time does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ExceptionKind {
    /// School, exams.
    School,
    /// Work.
    Work,
    /// Travel.
    Travel,
    /// Illness.
    Illness,
    /// Injury.
    Injury,
    /// Holiday.
    Holiday,
    /// Family or anything else.
    Other,
}

impl ExceptionKind {
    /// Every kind, in the order of menus.
    pub const ALL: [ExceptionKind; 7] = [
        ExceptionKind::School,
        ExceptionKind::Work,
        ExceptionKind::Travel,
        ExceptionKind::Illness,
        ExceptionKind::Injury,
        ExceptionKind::Holiday,
        ExceptionKind::Other,
    ];

    /// The stable name used in files and the words file (`exception-travel`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            ExceptionKind::School => "school",
            ExceptionKind::Work => "work",
            ExceptionKind::Travel => "travel",
            ExceptionKind::Illness => "illness",
            ExceptionKind::Injury => "injury",
            ExceptionKind::Holiday => "holiday",
            ExceptionKind::Other => "other",
        }
    }
}

/// Days on which the usual time does not hold. Append-only: corrected and taken back by a later one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exception {
    /// Identity.
    pub id: ExceptionId,
    /// Whose.
    pub athlete: AthleteId,
    /// Why.
    pub kind: ExceptionKind,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// Minutes on each of these days; 0 for none. A holiday can mean more time than usual.
    pub minutes: u32,
    /// What the person wrote.
    pub note: Option<String>,
    /// The exception this one replaces.
    pub supersedes: Option<ExceptionId>,
    /// Taken back.
    pub withdrawn: bool,
    /// Who.
    pub author: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// A stretch of days, or what it brings, that cannot be meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unsound {
    /// The last day is before the first.
    #[error("{to} is before {from}")]
    EndsBeforeStart {
        /// First day.
        from: NaiveDate,
        /// Last day.
        to: NaiveDate,
    },
    /// Longer than [`LONGEST_DAYS`].
    #[error("{days} days are more than {LONGEST_DAYS}")]
    TooLong {
        /// So many days.
        days: i64,
    },
    /// More than [`MINUTES_OF_A_DAY`].
    #[error("a day has no {minutes} minutes")]
    TooManyMinutes {
        /// So many minutes.
        minutes: u32,
    },
    /// No weekday that was chosen lies between the first and the last day.
    #[error("no chosen weekday lies between the first and the last day")]
    NoDay,
}

/// Most days an exception or a block of the club covers.
pub const LONGEST_DAYS: i64 = 366;
/// Minutes of a day.
pub const MINUTES_OF_A_DAY: u32 = 1440;

/// Checks a stretch of days, both ends in it.
///
/// # Errors
/// [`Unsound::EndsBeforeStart`], [`Unsound::TooLong`].
pub fn check_days(from: NaiveDate, to: NaiveDate) -> Result<(), Unsound> {
    let days = (to - from).num_days() + 1;
    if days < 1 {
        Err(Unsound::EndsBeforeStart { from, to })
    } else if days > LONGEST_DAYS {
        Err(Unsound::TooLong { days })
    } else {
        Ok(())
    }
}

/// Checks minutes of one day.
///
/// # Errors
/// [`Unsound::TooManyMinutes`].
pub const fn check_minutes(minutes: u32) -> Result<(), Unsound> {
    if minutes > MINUTES_OF_A_DAY { Err(Unsound::TooManyMinutes { minutes }) } else { Ok(()) }
}

/// Those that count, by first day: neither withdrawn nor replaced.
#[must_use]
pub fn counting(exceptions: &[Exception]) -> Vec<&Exception> {
    let replaced = |id| exceptions.iter().any(|other| other.supersedes == Some(id));
    let mut counting: Vec<&Exception> = exceptions.iter().filter(|one| !one.withdrawn && !replaced(one.id)).collect();
    counting.sort_by_key(|one| (one.from, one.at, one.id));
    counting
}

/// The time of one day.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Room {
    /// Minutes; `None` where nobody answered.
    pub minutes: Option<u32>,
    /// Sports that are possible; empty for any.
    pub sports: Vec<Sport>,
    /// Set where an exception gives these minutes.
    pub exception: Option<ExceptionKind>,
}

/// The time of each day of a week: exceptions before the usual answers; of several exceptions the newest.
#[must_use]
pub fn rooms(history: &[Availability], exceptions: &[Exception], week: Week) -> [Room; 7] {
    let counting = counting(exceptions);
    week.days().map(|date| {
        let usual = on(history, date);
        let sports = usual.map(|usual| usual.sports[weekday(date)].clone()).unwrap_or_default();
        let exception =
            counting.iter().filter(|one| one.from <= date && date <= one.to).max_by_key(|one| (one.at, one.id));
        match exception {
            Some(one) => Room { minutes: Some(one.minutes), sports, exception: Some(one.kind) },
            None => Room { minutes: usual.and_then(|usual| usual.on(date)), sports, exception: None },
        }
    })
}

#[cfg(test)]
mod tests;
