//! Load per day, and fitness, fatigue and form from it.

#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use science::pmc::{self, State};
use science::statistics::mean;
use serde::{Deserialize, Serialize};

use crate::activity::Activity;
use crate::sport::Sport;
use crate::unit::Seconds;

/// Days whose mean seeds both averages.
pub const SEED_DAYS: usize = 28;
/// Days an unseeded series needs before its ramp means anything.
pub const SETTLE_DAYS: usize = 42;
/// Unknown days in a row that are taken as usual days; from the next on they count as rest.
pub const HELD_DAYS: u32 = 3;
/// An activity without load makes its day unknown when such activities last at least this long together ...
const UNKNOWN_MINUTES: f64 = 10.0;
/// ... and make up more than this share of the day's training time.
const UNKNOWN_SHARE: f64 = 0.2;

/// One day's load. A day on which nothing happened is 0 (data); a day nobody knows about is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct DayLoad {
    /// Athlete-local day.
    pub date: NaiveDate,
    /// Points, or unknown (an activity without load, or a silent stretch not yet over).
    pub load: Option<f64>,
}

/// Fitness, fatigue and form on one day.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct TrendPoint {
    /// Day.
    pub date: NaiveDate,
    /// Load, points; `None` if unknown (see [`trend`] for what the averages do with it).
    pub load: Option<f64>,
    /// Chronic training load (fitness), after the day.
    pub ctl: f64,
    /// Acute training load (fatigue), after the day.
    pub atl: f64,
    /// Form in the morning: yesterday's CTL minus ATL.
    pub form_morning: f64,
    /// Form in the evening: CTL minus ATL after the day.
    pub form_evening: f64,
    /// CTL now minus CTL seven days ago; `None` in the first 42 days of an unseeded series.
    pub ramp: Option<f64>,
}

/// Daily loads to a gapless trend from the first to the last day given.
///
/// `days` may come in any order; of a day given twice the later one counts; days between that are not given are rest
/// days (0). Exponential convention, tau 42 and 7 days (SCIENCE 6).
///
/// Both averages start from the mean of the first 28 days when there are at least 28, at least half of them known; else
/// from 0, and `ramp` is left out for 42 days, because it would show the start and not the training.
///
/// An unknown day is not a rest day: for up to three in a row fitness holds still (the day counts as a usual one). From
/// the fourth they count as rest, so that a lost device does not keep fitness up for ever (SCIENCE 0).
#[must_use]
pub fn trend(days: &[DayLoad]) -> Vec<TrendPoint> {
    let days = gapless(days);
    let seed = seed(&days);
    let counted = counted_from(&days, seed.unwrap_or_default());
    let settled = |index: usize| seed.is_some() || index >= SETTLE_DAYS;
    pmc::series(&counted, seed.unwrap_or_default())
        .into_iter()
        .zip(days.iter())
        .enumerate()
        .map(|(index, (point, day))| TrendPoint {
            date: day.date,
            load: day.load,
            ctl: point.state.ctl,
            atl: point.state.atl,
            form_morning: point.form_morning,
            form_evening: point.form_evening,
            ramp: point.ramp.filter(|_| settled(index)),
        })
        .collect()
}

/// What the load of a day needs of one activity.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Part {
    /// Start on the athlete's clock.
    pub start_local: NaiveDateTime,
    /// Sport.
    pub sport: Sport,
    /// Moving or timer time.
    pub timer: Seconds,
    /// Load, points, if it could be computed.
    pub points: Option<f64>,
}

impl From<&Activity> for Part {
    fn from(activity: &Activity) -> Part {
        Part {
            start_local: activity.start_local,
            sport: activity.sport,
            timer: activity.timer,
            points: activity.summary.load.map(|load| load.points),
        }
    }
}

/// Load of every athlete-local day from `first` to `last`, both included: the sum of the day's activities, 0 on days
/// without one. `activities` in any order; those of other days are left out. Empty when `last` lies before `first`.
///
/// A day with an activity of unknown load is unknown, even where others of that day are known: a sum without it would
/// look like an easy day. What cannot matter does not make a day unknown: strength, mobility and transitions nobody rated
/// (they are no endurance load), and short ones, less than 10 minutes or a fifth of the day's training time.
#[must_use]
pub fn days_from(activities: &[Activity], first: NaiveDate, last: NaiveDate) -> Vec<DayLoad> {
    days_of(activities.iter().map(Part::from), first, last)
}

/// As [`days_from`], of no more than it needs.
#[must_use]
pub fn days_of(parts: impl IntoIterator<Item = Part>, first: NaiveDate, last: NaiveDate) -> Vec<DayLoad> {
    #[derive(Default)]
    struct Sum {
        points: f64,
        minutes: f64,
        unknown_minutes: f64,
    }
    let mut sums: BTreeMap<NaiveDate, Sum> = BTreeMap::new();
    for part in parts {
        let sum = sums.entry(part.start_local.date()).or_default();
        let minutes = part.timer.0.max(0.0) / 60.0;
        match part.points {
            Some(points) => sum.points += points,
            None if is_endurance(part.sport) => sum.unknown_minutes += minutes,
            None => continue,
        }
        sum.minutes += minutes;
    }
    first
        .iter_days()
        .take_while(|date| *date <= last)
        .map(|date| {
            let known =
                |sum: &Sum| sum.unknown_minutes < UNKNOWN_MINUTES || sum.unknown_minutes <= UNKNOWN_SHARE * sum.minutes;
            let load = sums.get(&date).map_or(Some(0.0), |sum| known(sum).then_some(sum.points));
            DayLoad { date, load }
        })
        .collect()
}

/// Whether load of this sport is endurance load: strength, mobility and transitions are not.
pub(crate) const fn is_endurance(sport: Sport) -> bool {
    !matches!(sport, Sport::Strength | Sport::Mobility | Sport::Transition)
}

/// The load that the averages of each day of a trend counted: the one known, else the one assumed (see [`trend`]).
pub(crate) fn counted(points: &[TrendPoint]) -> Vec<f64> {
    let mut unknown = 0;
    points
        .iter()
        .map(|point| {
            unknown = if point.load.is_some() { 0 } else { unknown + 1 };
            // A held day leaves fitness where it was, so that the fitness after it is the load it counted.
            point.load.unwrap_or(if unknown <= HELD_DAYS { point.ctl } else { 0.0 })
        })
        .collect()
}

/// The load of each day, unknown ones by the rule of [`trend`].
fn counted_from(days: &[DayLoad], start: State) -> Vec<f64> {
    if days.iter().all(|day| day.load.is_some()) {
        return days.iter().filter_map(|day| day.load).collect();
    }
    let (mut state, mut unknown) = (start, 0);
    days.iter()
        .map(|day| {
            unknown = if day.load.is_some() { 0 } else { unknown + 1 };
            let load = day.load.unwrap_or(if unknown <= HELD_DAYS { state.ctl } else { 0.0 });
            state = state.after(load);
            load
        })
        .collect()
}

/// Every day from the first to the last one given, in order.
fn gapless(days: &[DayLoad]) -> Cow<'_, [DayLoad]> {
    let valid = |load: &f64| load.is_finite() && *load >= 0.0;
    if days.iter().all(|day| day.load.as_ref().is_none_or(valid))
        && days.windows(2).all(|pair| pair[0].date.succ_opt() == Some(pair[1].date))
    {
        return Cow::Borrowed(days);
    }
    let known: BTreeMap<NaiveDate, Option<f64>> = days.iter().map(|day| (day.date, day.load.filter(valid))).collect();
    let (Some((&first, _)), Some((&last, _))) = (known.first_key_value(), known.last_key_value()) else {
        return Cow::Borrowed(&[]);
    };
    first
        .iter_days()
        .take_while(|date| *date <= last)
        .map(|date| DayLoad { date, load: known.get(&date).copied().unwrap_or(Some(0.0)) })
        .collect()
}

/// Where both averages start, if the first days say enough.
fn seed(days: &[DayLoad]) -> Option<State> {
    let known: Vec<f64> = days.get(..SEED_DAYS)?.iter().filter_map(|day| day.load).collect();
    let usual = mean(&known).filter(|_| known.len() * 2 >= SEED_DAYS)?;
    Some(State { ctl: usual, atl: usual })
}
