//! One fixed moment, so that no test depends on the day it runs.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use domain::week::Week;

/// Saturday 21 November 2026, 07:30 UTC.
#[must_use]
pub fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_246_200, 0).unwrap_or_default()
}

/// The day of [`now`].
#[must_use]
pub fn today() -> NaiveDate {
    now().date_naive()
}

/// The day so many days before [`today`].
#[must_use]
pub fn days_ago(days: i64) -> NaiveDate {
    today() - Duration::days(days)
}

/// The week after [`today`]: the one that is planned.
#[must_use]
pub fn next_week() -> Week {
    Week::of(today()).next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fixed_moment_is_the_one_its_words_say() {
        assert_eq!(now().to_rfc3339(), "2026-11-21T07:30:00+00:00");
        assert_eq!(next_week().to_string(), "2026-W48");
        assert_eq!(next_week().monday(), days_ago(-2));
    }
}
