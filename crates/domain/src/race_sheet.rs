//! The one-page sheet of a race, and what the weeks before a race looked like beside the weeks before earlier ones.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::daily::PlannedLoad;
use crate::id::{ActivityId, AthleteId, RaceId, RaceSheetId};
use crate::result::Conditions;
use crate::trend::DayLoad;
use crate::unit::Seconds;

/// What coach and athlete agreed on for a race. Each change is a version of its own; the newest counts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RaceSheet {
    /// Identity of this version.
    pub id: RaceSheetId,
    /// Whose.
    pub athlete: AthleteId,
    /// For which race.
    pub race: RaceId,
    /// Counts from 1.
    pub version: u32,
    /// The weather expected, as the coach typed it.
    pub conditions: Conditions,
    /// Wind and whatever else is expected, in words. Counted in no time.
    pub weather: Option<String>,
    /// The activity whose profile is that of the course.
    pub course: Option<ActivityId>,
    /// The time to pace for, where it is not the expected one.
    pub target: Option<Seconds>,
    /// Pacing, in words.
    pub pacing: Option<String>,
    /// Food and drink, in words.
    pub fuel: Option<String>,
    /// Kit, in words.
    pub kit: Option<String>,
    /// Who wrote this version.
    pub author: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// Days before a race that are looked at, the day of the race left out.
pub const TAPER_DAYS: i64 = 21;

/// Days before those that say what is usual.
const USUAL_DAYS: i64 = 28;
/// A week is told in points when this many of its days are known.
const KNOWN_DAYS: usize = 5;
/// What is usual is told when this many days are known.
const KNOWN_USUAL: usize = 20;

/// One day before a race.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct TaperDay {
    /// Days to the race; 0 on its day.
    pub to_go: u32,
    /// Load done, points; `None` while the day is to come, and where nobody knows.
    pub done: Option<f64>,
    /// Load planned, points, for days to come.
    pub planned: Option<f64>,
}

/// The three weeks before a race.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Taper {
    /// The day of the race.
    pub date: NaiveDate,
    /// Every day from three weeks before up to the day before.
    pub days: Vec<TaperDay>,
    /// Load of a usual week, points: of the four weeks before those three. `None` where too little is known.
    pub usual: Option<f64>,
    /// Load of the third, the second and the last week before the race, points, done and planned together. `None` where too
    /// little is known or planned.
    pub weeks: [Option<f64>; 3],
}

impl Taper {
    /// The three weeks as shares of a usual one.
    #[must_use]
    pub fn shares(&self) -> [Option<f64>; 3] {
        self.weeks.map(|week| Some(week? / self.usual.filter(|usual| *usual > 0.0)?))
    }
}

/// The weeks before a race. `done` and `planned` in any order; today counts as to come until something was done on it.
/// Days that are unknown are left out of a sum, and the sum is raised to the whole week.
#[must_use]
pub fn taper(race: NaiveDate, today: NaiveDate, done: &[DayLoad], planned: &[PlannedLoad]) -> Taper {
    let load = |date: NaiveDate| done.iter().find(|day| day.date == date).and_then(|day| day.load);
    let day = |to_go: i64| {
        let date = race - Duration::days(to_go);
        let over = date < today || (date == today && load(date).is_some_and(|load| load > 0.0));
        let planned = || planned.iter().find(|day| day.date == date).map(|day| day.load);
        TaperDay {
            to_go: u32::try_from(to_go).unwrap_or_default(),
            done: if over { load(date) } else { None },
            planned: if over { None } else { planned() },
        }
    };
    let days: Vec<TaperDay> = (1..=TAPER_DAYS).rev().map(day).collect();
    let before = race - Duration::days(TAPER_DAYS);
    let usual: Vec<f64> = (1..=USUAL_DAYS)
        .map(|back| before - Duration::days(back))
        .filter(|date| *date < today)
        .filter_map(load)
        .collect();
    let mean = |known: &[f64], least: usize| {
        (known.len() >= least).then(|| 7.0 * known.iter().sum::<f64>() / known.len() as f64)
    };
    let week = |number: usize| {
        let known: Vec<f64> =
            days[7 * number..7 * (number + 1)].iter().filter_map(|day| day.done.or(day.planned)).collect();
        mean(&known, KNOWN_DAYS)
    };
    Taper { date: race, usual: mean(&usual, KNOWN_USUAL), weeks: [week(0), week(1), week(2)], days }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(of_november: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, of_november).expect("a day")
    }

    /// Sixty points a day up to today.
    fn history(today: NaiveDate) -> Vec<DayLoad> {
        (1..=60).map(|back| DayLoad { date: today - Duration::days(back), load: Some(60.0) }).collect()
    }

    #[test]
    fn what_was_done_and_what_is_planned_make_the_weeks_before_a_race() {
        let (race, today) = (day(29), day(22));
        let planned: Vec<_> =
            (0..7).map(|ahead| PlannedLoad { date: today + Duration::days(ahead), load: 30.0, done: 0.0 }).collect();
        let taper = taper(race, today, &history(today), &planned);
        assert_eq!((taper.days.len(), taper.days[0].to_go, taper.days[20].to_go), (21, 21, 1));
        assert_eq!(taper.usual, Some(420.0));
        assert_eq!(taper.weeks, [Some(420.0), Some(420.0), Some(210.0)]);
        assert_eq!(taper.shares()[2], Some(0.5));
        assert!(taper.days[14].done.is_none() && taper.days[14].planned == Some(30.0), "today is to come");
    }

    #[test]
    fn unknown_days_are_no_days_of_rest() {
        let (race, today) = (day(22), day(23));
        let mut done = history(today);
        done.iter_mut().filter(|one| one.date >= day(20)).for_each(|one| one.load = None);
        let taper = taper(race, today, &done, &[]);
        assert_eq!(taper.weeks[2], Some(420.0), "five of seven days are known");
        done.iter_mut().filter(|one| one.date >= day(19)).for_each(|one| one.load = None);
        assert_eq!(super::taper(race, today, &done, &[]).weeks[2], None);
        assert_eq!(super::taper(day(29), day(23), &[], &[]).shares(), [None; 3]);
    }
}
