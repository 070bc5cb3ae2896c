//! How many minutes an athlete has on each day. An unanswered day is unknown, not free and not full.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// Minutes per weekday from a date on, Monday first; `None` where nobody answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Availability {
    /// First day this holds.
    pub from: NaiveDate,
    /// Monday to Sunday.
    pub minutes: [Option<u32>; 7],
}

impl Availability {
    /// Minutes on a date, if answered.
    #[must_use]
    pub fn on(&self, date: NaiveDate) -> Option<u32> {
        self.minutes[date.weekday().num_days_from_monday() as usize]
    }
}

/// The answers that hold on a date.
#[must_use]
pub fn on(history: &[Availability], date: NaiveDate) -> Option<&Availability> {
    history.iter().filter(|a| a.from <= date).max_by_key(|a| a.from)
}
