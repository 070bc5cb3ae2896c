//! Load by day and by week: everything between one activity and a season that a coach reads off a calendar.

mod distribution;
mod done;
mod project;
mod ratio;
mod spread;
#[cfg(test)]
mod tests;
mod week;

use chrono::NaiveDate;
use science::monotony::{self, Monotony};
use serde::{Deserialize, Serialize};

pub use self::distribution::Distribution;
pub(crate) use self::distribution::in_three;
pub use self::done::is_hard;
pub(crate) use self::done::spikes;
pub use self::project::{PlannedLoad, Projected, project};
pub use self::spread::{Shape, Spread, spread};
pub use self::week::{SportShare, WeekMeasures, weeks};

use crate::activity::Activity;
use crate::reading::Missing;
use crate::trend::{self, TrendPoint};
use crate::unit::Seconds;

/// A session far beyond the athlete's own of the last 30 days (SCIENCE 7).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Spike {
    /// Its size over the longest before, same sport: distance where it and all of the 30 days before have one, else time.
    pub ratio: f64,
    /// Its own size, metres or seconds.
    pub size: f64,
    /// The longest of the 30 days before.
    pub longest: f64,
    /// Whether sizes are distances.
    pub by_distance: bool,
}

/// Everything about one day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DayMeasures {
    /// Day.
    pub date: NaiveDate,
    /// Load, fitness, fatigue, form, ramp.
    pub trend: TrendPoint,
    /// Sessions that day.
    pub sessions: u32,
    /// Training time that day.
    pub time: Seconds,
    /// Acute over chronic load, 7 days within 28; `None` below 28 days, with a day among them whose load is unknown, and
    /// where the month holds less than a fifth of the athlete's usual month of the last year.
    pub acwr_coupled: Option<f64>,
    /// Acute over chronic load, 7 days against the 21 before.
    pub acwr_uncoupled: Option<f64>,
    /// Acute over chronic load, exponentially weighted.
    pub acwr_ewma: Option<f64>,
    /// Sameness and strain of the seven days up to this one.
    pub monotony: Option<Monotony>,
    /// Why there is no ratio: too few days of training to compare with, or too many of unknown load.
    pub acwr_missing: Option<Missing>,
    /// The day's session that was furthest beyond the 30 days before; `None` without one to compare.
    pub spike: Option<Spike>,
    /// Days since the last hard session before or on this day (see [`is_hard`]).
    pub days_since_hard: Option<u32>,
    /// Sessions in the seven days up to this one.
    pub density: u32,
}

/// Every day of a trend (gapless, as [`trend::trend`] gives it). `activities` in any order; those of other days only serve
/// to compare sessions with.
///
/// What rests on a window of days has no value while the load of one of these days is unknown: monotony of its seven,
/// ratios of their 28. Fitness and fatigue go on by the rule of [`trend::trend`].
#[must_use]
pub fn days(activities: &[Activity], trend: &[TrendPoint]) -> Vec<DayMeasures> {
    let Some(first) = trend.first() else { return Vec::new() };
    let done = done::by_day(activities, first.date, trend.len());
    let loads = trend::counted(trend);
    let ratios = ratio::ratios(&loads, trend);
    let monotonies = monotony::series(&loads);
    let (mut since_hard, mut known_days, mut density) = (None, 0_usize, 0);
    let mut days = Vec::with_capacity(trend.len());
    for (index, (((point, today), ratio), monotony)) in trend.iter().zip(&done).zip(ratios).zip(monotonies).enumerate()
    {
        since_hard = if today.hard { Some(0) } else { since_hard.map(|days: u32| days + 1) };
        known_days = if point.load.is_some() { known_days + 1 } else { 0 };
        density += today.sessions;
        if let Some(left) = index.checked_sub(WEEK_DAYS).and_then(|left| done.get(left)) {
            density -= left.sessions;
        }
        days.push(DayMeasures {
            date: point.date,
            trend: *point,
            sessions: today.sessions,
            time: Seconds(today.seconds),
            acwr_coupled: ratio.acwr.coupled,
            acwr_uncoupled: ratio.acwr.uncoupled,
            acwr_ewma: ratio.acwr.ewma,
            monotony: monotony.filter(|_| known_days >= WEEK_DAYS),
            acwr_missing: ratio.missing,
            spike: today.spike.clone(),
            days_since_hard: since_hard,
            density,
        });
    }
    days
}

/// Days of a week.
const WEEK_DAYS: usize = 7;
