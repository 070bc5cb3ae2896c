//! What a cell of the grid says, and what becomes of what is typed into it: plain, so that it is tested without a browser.

use chrono::NaiveDate;
use contract::club::AvailabilityRow;
use domain::availability::{self, Availability, Exception, MINUTES_OF_A_DAY};
use domain::sport::Sport;
use domain::week::Week;

use crate::format;
use crate::words::{t, t_with};

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The minutes: said, or assumed.
    pub minutes: u32,
    /// The line below: why these, or for which sports only.
    pub under: String,
    /// How it looks: `answered`, `none`, `unanswered` or `exception`.
    pub look: &'static str,
    /// All of it in words.
    pub said: String,
}

/// One day of an athlete.
#[must_use]
pub fn cell(row: &AvailabilityRow, week: Week, day: usize) -> Cell {
    let (date, room) = (week.days()[day], &row.rooms[day]);
    let only = sports(&room.sports);
    let told = |key: &str, minutes: u32, kind: &str| {
        let facts = [("day", format::day(date).into()), ("minutes", minutes.into()), ("kind", kind.into())];
        let said = t_with(key, &facts);
        if only.is_empty() {
            said
        } else {
            format!("{said} {}", t_with("availability-only", &[("sports", only.as_str().into())]))
        }
    };
    match (room.exception, room.minutes) {
        (Some(kind), Some(minutes)) => {
            let kind = t(&format!("exception-{}", kind.code()));
            Cell { minutes, said: told("availability-cell-exception", minutes, &kind), under: kind, look: "exception" }
        }
        (_, Some(minutes)) => {
            let said = told("availability-cell", minutes, "");
            Cell { minutes, said, under: only, look: if minutes == 0 { "none" } else { "answered" } }
        }
        (_, None) => {
            let minutes = availability::assumed(date);
            let said = told("availability-cell-unanswered", minutes, "");
            Cell { minutes, said, under: t("availability-not-answered"), look: "unanswered" }
        }
    }
}

/// `Run, Ride`; empty where any sport is possible.
#[must_use]
pub fn sports(sports: &[Sport]) -> String {
    sports.iter().map(|sport| t(&format!("sport-{}", sport.code()))).collect::<Vec<_>>().join(", ")
}

/// A text is no number of minutes a day has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotMinutes;

/// Minutes as typed: empty takes the answer back.
///
/// # Errors
/// [`NotMinutes`].
pub fn minutes(text: &str) -> Result<Option<u32>, NotMinutes> {
    match text.trim() {
        "" => Ok(None),
        text => text.parse().ok().filter(|minutes| *minutes <= MINUTES_OF_A_DAY).map(Some).ok_or(NotMinutes),
    }
}

/// The usual minutes of a day, whatever an exception says.
#[must_use]
pub fn usual(row: &AvailabilityRow, date: NaiveDate) -> Option<u32> {
    availability::on(&row.usual, date).and_then(|answers| answers.on(date))
}

/// The usual week with other minutes on one day: it holds from this week on, and leaves what began later as it is.
#[must_use]
pub fn edited(row: &AvailabilityRow, week: Week, day: usize, minutes: Option<u32>) -> Availability {
    let mut answers = availability::to_change(&row.usual, week.days()[day], week.monday());
    answers.minutes[day] = minutes;
    answers
}

/// The exception that gives a day its minutes: the newest that covers it.
#[must_use]
pub fn exception_on(row: &AvailabilityRow, date: NaiveDate) -> Option<&Exception> {
    let covers = |one: &&Exception| one.from <= date && date <= one.to;
    row.exceptions.iter().filter(covers).max_by_key(|one| (one.at, one.id))
}
