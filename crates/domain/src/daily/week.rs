//! Weeks.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use science::statistics::{mean, sample_sd};
use serde::{Deserialize, Serialize};

use super::{DayMeasures, Distribution, distribution};
use crate::activity::Activity;
use crate::measures::Measures;
use crate::metric::Metric;
use crate::sport::Sport;
use crate::trend::is_endurance;
use crate::unit::{Meters, Seconds};
use crate::week::Week;

/// One sport's part of a week.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SportShare {
    /// Sport.
    pub sport: Sport,
    /// Time.
    pub time: Seconds,
    /// Distance, if any was recorded.
    pub distance: Option<Meters>,
    /// Load of the sessions that have one.
    pub load: f64,
    /// Sessions.
    pub sessions: u32,
}

/// One week.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WeekMeasures {
    /// Which.
    pub week: Week,
    /// Load of the days known.
    pub load: f64,
    /// Days whose load is unknown.
    pub unknown_days: u32,
    /// Time.
    pub time: Seconds,
    /// Load of a usual week: the mean of the four before, if there are four.
    pub usual: Option<f64>,
    /// By sport, most time first.
    pub sports: Vec<SportShare>,
    /// By intensity.
    pub distribution: Option<Distribution>,
    /// Strength work of the week: mass moved, kilograms. A channel of its own, never part of load.
    pub tonnage: Option<f64>,
    /// Longest endurance session, as a share of the week's time of its sport; `None` where it was the only one.
    pub longest_share: Option<f64>,
    /// Load planned, if there was a plan.
    pub planned: Option<f64>,
    /// Load done on planned days over load planned.
    pub adherence: Option<f64>,
    /// Standard deviation of the daily differences between done and planned, points.
    pub adherence_sd: Option<f64>,
    /// Monotony of the week, once its Sunday is there.
    pub monotony: Option<f64>,
    /// Strain of the week, once its Sunday is there.
    pub strain: Option<f64>,
}

/// Every week that has a day in `days` (in order, without gaps). `measures` are those of the activities, where known;
/// `planned` are planned loads.
///
/// Usual is seven times the mean known day of the four weeks before, which must lie whole in `days` with at least 21 of
/// their 28 loads known. Adherence looks at planned days whose load is known; days after the last of `days` are not due.
#[must_use]
pub fn weeks(
    days: &[DayMeasures],
    activities: &[(Activity, Option<Measures>)],
    planned: &[super::PlannedLoad],
) -> Vec<WeekMeasures> {
    let mut by_week: BTreeMap<Week, Vec<&(Activity, Option<Measures>)>> = BTreeMap::new();
    for activity in activities {
        by_week.entry(Week::of(activity.0.day())).or_default().push(activity);
    }
    let mut plan: BTreeMap<NaiveDate, f64> = BTreeMap::new();
    for day in planned.iter().filter(|day| day.load.is_finite()) {
        *plan.entry(day.date).or_default() += day.load.max(0.0);
    }
    let mut weeks = Vec::new();
    let mut start = 0;
    while let Some(first) = days.get(start) {
        let week = Week::of(first.date);
        let sunday = week.sunday();
        let end = start + days[start..].iter().take_while(|day| day.date <= sunday).count().max(1);
        let whole_before = start.checked_sub(USUAL_DAYS).map(|from| &days[from..start]);
        let done = by_week.get(&week).map_or(&[][..], Vec::as_slice);
        weeks.push(one(week, &days[start..end], whole_before, done, &plan));
        start = end;
    }
    weeks
}

/// Days of the four weeks before, and how many of their loads must be known.
const USUAL_DAYS: usize = 28;
const USUAL_KNOWN: usize = 21;
/// Planned days needed before their differences have a spread worth showing.
const PLANNED_NEEDED: usize = 3;

fn one(
    week: Week,
    days: &[DayMeasures],
    before: Option<&[DayMeasures]>,
    done: &[&(Activity, Option<Measures>)],
    plan: &BTreeMap<NaiveDate, f64>,
) -> WeekMeasures {
    let known: Vec<f64> = days.iter().filter_map(|day| day.trend.load).collect();
    let sports = sports(done);
    let due: Vec<(f64, f64)> = days.iter().filter_map(|day| Some((day.trend.load?, *plan.get(&day.date)?))).collect();
    let (due_done, due_planned) = due.iter().fold((0.0, 0.0), |sum, (done, load)| (sum.0 + done, sum.1 + load));
    let differences: Vec<f64> = due.iter().map(|(done, load)| done - load).collect();
    let mut of_week = plan.range(week.monday()..=week.sunday()).map(|(_, load)| *load).peekable();
    let monotony = days.last().filter(|day| day.date == week.sunday()).and_then(|day| day.monotony);
    let tonnages: Vec<f64> = done
        .iter()
        .filter_map(|(_, measures)| measures.as_ref()?.value(Metric::Tonnage))
        .filter(|mass| mass.is_finite())
        .collect();
    WeekMeasures {
        week,
        load: known.iter().sum(),
        unknown_days: u32::try_from(days.len() - known.len()).unwrap_or(u32::MAX),
        time: Seconds(days.iter().map(|day| day.time.0).sum()),
        usual: before.and_then(usual),
        longest_share: longest_share(done, &sports),
        sports,
        distribution: distribution::of(done),
        tonnage: (!tonnages.is_empty()).then(|| tonnages.iter().sum()),
        planned: of_week.peek().is_some().then(|| of_week.sum()),
        adherence: (due_planned > 0.0).then(|| due_done / due_planned),
        adherence_sd: sample_sd(&differences).filter(|_| differences.len() >= PLANNED_NEEDED),
        monotony: monotony.map(|monotony| monotony.monotony),
        strain: monotony.map(|monotony| monotony.strain),
    }
}

fn usual(before: &[DayMeasures]) -> Option<f64> {
    let known: Vec<f64> = before.iter().filter_map(|day| day.trend.load).collect();
    mean(&known).filter(|_| known.len() >= USUAL_KNOWN).map(|day| 7.0 * day)
}

fn sports(done: &[&(Activity, Option<Measures>)]) -> Vec<SportShare> {
    let mut shares: BTreeMap<Sport, SportShare> = BTreeMap::new();
    for (activity, _) in done {
        let sport = activity.sport;
        let nothing = SportShare { sport, time: Seconds(0.0), distance: None, load: 0.0, sessions: 0 };
        let share = shares.entry(sport).or_insert(nothing);
        share.time.0 += activity.timer.0.max(0.0);
        if let Some(distance) = activity.distance {
            share.distance = Some(Meters(share.distance.map_or(0.0, |sum| sum.0) + distance.0));
        }
        share.load += activity.summary.load.map_or(0.0, |load| load.points);
        share.sessions += 1;
    }
    let mut shares: Vec<SportShare> = shares.into_values().collect();
    shares.sort_by(|a, b| b.time.0.total_cmp(&a.time.0));
    shares
}

/// The longest endurance session, if its sport had another one that week: a single session is always all of it.
fn longest_share(done: &[&(Activity, Option<Measures>)], sports: &[SportShare]) -> Option<f64> {
    let endurance = done.iter().map(|(activity, _)| activity).filter(|activity| is_endurance(activity.sport));
    let longest = endurance.max_by(|a, b| a.timer.0.total_cmp(&b.timer.0))?;
    let sport = sports.iter().find(|share| share.sport == longest.sport)?;
    (sport.sessions > 1 && sport.time.0 > 0.0).then(|| longest.timer.0 / sport.time.0)
}
