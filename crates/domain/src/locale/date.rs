//! Days and times of day. Names and the order of the parts are in the words file, under "Days and months".

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Weekday};

use super::{Clock, Locale, WeekStart};
use crate::words::{Value, Words};

impl Locale {
    /// `Sat`.
    #[must_use]
    pub fn weekday_short(self, day: Weekday) -> String {
        self.words().say(&format!("weekday-short-{}", day.number_from_monday()))
    }

    /// `Saturday`.
    #[must_use]
    pub fn weekday(self, day: Weekday) -> String {
        self.words().say(&format!("weekday-long-{}", day.number_from_monday()))
    }

    /// The days of a week in the order in which they are offered, each by its distance from Monday.
    #[must_use]
    pub fn weekdays(self) -> [usize; 7] {
        let first = match self.week_start {
            WeekStart::Monday => 0,
            WeekStart::Sunday => 6,
        };
        std::array::from_fn(|place| (first + place) % 7)
    }

    /// `Sat 21 Nov`.
    #[must_use]
    pub fn day(self, date: NaiveDate) -> String {
        self.dated("date-day", date, false)
    }

    /// `21 Nov`.
    #[must_use]
    pub fn short_day(self, date: NaiveDate) -> String {
        self.dated("date-short", date, false)
    }

    /// `21 Nov 2026`.
    #[must_use]
    pub fn day_of_year(self, date: NaiveDate) -> String {
        self.dated("date-of-year", date, false)
    }

    /// `Sat 21 Nov 2026`.
    #[must_use]
    pub fn full_day(self, date: NaiveDate) -> String {
        self.dated("date-day-of-year", date, false)
    }

    /// `Saturday 21 November`.
    #[must_use]
    pub fn long_day(self, date: NaiveDate) -> String {
        self.dated("date-day", date, true)
    }

    /// `Saturday 21 November 2026`.
    #[must_use]
    pub fn long_day_of_year(self, date: NaiveDate) -> String {
        self.dated("date-day-of-year", date, true)
    }

    /// `Nov`.
    #[must_use]
    pub fn month(self, date: NaiveDate) -> String {
        self.words().say(&format!("month-short-{}", date.month()))
    }

    /// `Nov 2026`.
    #[must_use]
    pub fn month_of_year(self, date: NaiveDate) -> String {
        self.dated("date-month", date, false)
    }

    /// `17:20` or `5:20 pm`.
    #[must_use]
    pub fn time(self, time: NaiveTime) -> String {
        match self.clock {
            Clock::Hours24 => format!("{:02}:{:02}", time.hour(), time.minute()),
            Clock::Hours12 => {
                let (afternoon, hour) = time.hour12();
                let at = format!("{hour}:{:02}", time.minute());
                self.words().say_with(if afternoon { "time-pm" } else { "time-am" }, &[("time", at.into())])
            }
        }
    }

    /// A day and a time of day, `Sat 21 Nov, 17:20`: the day as it was written, the time on this clock.
    #[must_use]
    pub fn at(self, day: &str, moment: NaiveDateTime) -> String {
        self.words().say_with("date-time", &[("date", day.into()), ("time", self.time(moment.time()).into())])
    }

    fn words(self) -> &'static Words {
        Words::of(self.language)
    }

    fn dated(self, key: &str, date: NaiveDate, long: bool) -> String {
        let length = if long { "long" } else { "short" };
        let words = self.words();
        let (weekday, month) = (date.weekday().number_from_monday(), date.month());
        // A year is a name: it takes no mark between thousands.
        words.say_with(
            key,
            &[
                ("weekday", words.say(&format!("weekday-{length}-{weekday}")).into()),
                ("day", Value::Text(date.day().to_string())),
                ("month", words.say(&format!("month-{length}-{month}")).into()),
                ("year", Value::Text(date.year().to_string())),
            ],
        )
    }
}
