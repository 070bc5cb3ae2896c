//! ISO weeks, the unit of planning: Monday to Sunday, written `2026-W48`.

use chrono::{Datelike, Duration, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

/// An ISO 8601 week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Week {
    year: i32,
    week: u32,
}

/// A text is not a week.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a week; write it like 2026-W48")]
pub struct NotAWeek(pub String);

impl Week {
    /// The week a date lies in.
    #[must_use]
    pub fn of(date: NaiveDate) -> Week {
        let iso = date.iso_week();
        Week { year: iso.year(), week: iso.week() }
    }

    /// Its Monday.
    #[must_use]
    pub fn monday(self) -> NaiveDate {
        NaiveDate::from_isoywd_opt(self.year, self.week, Weekday::Mon)
            .expect("a Week is only made from a date or a checked text")
    }

    /// Its Sunday.
    #[must_use]
    pub fn sunday(self) -> NaiveDate {
        self.monday() + Duration::days(6)
    }

    /// Its seven days, Monday first.
    #[must_use]
    pub fn days(self) -> [NaiveDate; 7] {
        let monday = self.monday();
        std::array::from_fn(|i| monday + Duration::days(i64::try_from(i).unwrap_or(0)))
    }

    /// Whether a date lies in it.
    #[must_use]
    pub fn contains(self, date: NaiveDate) -> bool {
        Week::of(date) == self
    }

    /// The week after.
    #[must_use]
    pub fn next(self) -> Week {
        Week::of(self.monday() + Duration::days(7))
    }

    /// The week before.
    #[must_use]
    pub fn previous(self) -> Week {
        Week::of(self.monday() - Duration::days(7))
    }
}

impl std::fmt::Display for Week {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-W{:02}", self.year, self.week)
    }
}

impl std::str::FromStr for Week {
    type Err = NotAWeek;

    fn from_str(text: &str) -> Result<Week, NotAWeek> {
        let refused = || NotAWeek(text.to_owned());
        let (year, week) = text.split_once("-W").ok_or_else(refused)?;
        if year.len() != 4 || week.len() != 2 {
            return Err(refused());
        }
        let year = year.parse().map_err(|_| refused())?;
        let week = week.parse().map_err(|_| refused())?;
        NaiveDate::from_isoywd_opt(year, week, Weekday::Mon).map(Week::of).ok_or_else(refused)
    }
}

impl TryFrom<String> for Week {
    type Error = NotAWeek;
    fn try_from(text: String) -> Result<Week, NotAWeek> {
        text.parse()
    }
}

impl From<Week> for String {
    fn from(week: Week) -> String {
        week.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_survives_its_own_text_and_starts_on_monday() {
        let week: Week = "2026-W48".parse().expect("a week");
        assert_eq!(week.to_string(), "2026-W48");
        assert_eq!(week.monday().weekday(), Weekday::Mon);
        assert_eq!(week.next().previous(), week);
        assert!(week.days().iter().all(|day| week.contains(*day)));
    }

    #[test]
    fn a_year_of_fifty_two_weeks_has_no_week_fifty_three() {
        assert!("2026-W53".parse::<Week>().is_ok(), "2026 has 53 ISO weeks");
        assert!("2025-W53".parse::<Week>().is_err());
        for text in ["", "2026-48", "2026-W00", "2026-W5", "x-W10", "20261-W10"] {
            assert!(text.parse::<Week>().is_err(), "{text}");
        }
    }
}
