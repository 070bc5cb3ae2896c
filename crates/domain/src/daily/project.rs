//! Looking ahead: what the plan would do to fitness and form.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use science::pmc::State;
use serde::{Deserialize, Serialize};

use crate::trend::{self, TrendPoint};

/// Load planned for a day.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct PlannedLoad {
    /// Day.
    pub date: NaiveDate,
    /// Points of all its sessions.
    pub load: f64,
    /// Points of those that were matched to something done.
    pub done: f64,
}

/// One day of the three series: what was done, what was planned, and what is to be expected (past: done; today: done, or
/// planned while nothing is done; future: planned).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Projected {
    /// Day.
    pub date: NaiveDate,
    /// Load done; `None` in the future or unknown.
    pub actual: Option<f64>,
    /// Load planned; `None` where nothing was planned.
    pub planned: Option<f64>,
    /// Load to be expected.
    pub expected: f64,
    /// Whether nothing is known of this day and nothing planned for it, so that rest is only assumed.
    pub assumed: bool,
    /// Fitness after the day, by the expected series.
    pub ctl: f64,
    /// Fatigue after the day.
    pub atl: f64,
    /// Form in the morning.
    pub form_morning: f64,
}

/// The series from the first planned or shown day to the last planned one, today at least. It is kept apart from the
/// trend: nothing planned ever enters what was done. `from` is the first day shown, `today` the athlete's; points of the
/// trend after today are left out. Empty where nothing is known and nothing planned.
///
/// Expected is, after SCIENCE 6: in the past what the averages counted; today what was done, or what was planned while
/// nothing is known to be done; later what is planned and was not done already. A day without either counts as rest and
/// says so.
#[must_use]
pub fn project(trend: &[TrendPoint], planned: &[PlannedLoad], from: NaiveDate, today: NaiveDate) -> Vec<Projected> {
    let plan = by_day(planned);
    let ends = [trend.first().map(|point| point.date), plan.keys().next().copied()];
    let Some(first) = ends.into_iter().flatten().min() else { return Vec::new() };
    let last = plan.keys().next_back().copied().map_or(today, |last| last.max(today));
    let counted = trend::counted(trend);
    let mut state = State::default();
    let mut series = Vec::new();
    for date in first.iter_days().take_while(|date| *date <= last) {
        let done = trend.binary_search_by_key(&date, |point| point.date).ok().filter(|_| date <= today);
        let (point, counts) = (done.map(|at| trend[at]), done.map(|at| counted[at]));
        let actual = point.and_then(|point| point.load);
        let plan = plan.get(&date);
        let still = plan.map(|(load, done)| if date > today { (load - done).max(0.0) } else { *load });
        let is_open = date >= today && actual.is_none_or(|actual| actual <= 0.0);
        let expected = still.filter(|_| is_open).or(counts);
        let before = state;
        state = match point {
            Some(point) if still.is_none() || !is_open => State { ctl: point.ctl, atl: point.atl },
            _ => before.after(expected.unwrap_or(0.0)),
        };
        series.push(Projected {
            date,
            actual,
            planned: plan.map(|(load, _)| *load),
            expected: expected.unwrap_or(0.0),
            assumed: expected.is_none(),
            ctl: state.ctl,
            atl: state.atl,
            form_morning: point.map_or(before.form(), |point| point.form_morning),
        });
    }
    series.retain(|day| day.date >= from);
    series
}

/// Planned and done points of each day, sessions added up.
fn by_day(planned: &[PlannedLoad]) -> BTreeMap<NaiveDate, (f64, f64)> {
    let points = |value: f64| if value.is_finite() { value.max(0.0) } else { 0.0 };
    let mut days: BTreeMap<NaiveDate, (f64, f64)> = BTreeMap::new();
    for day in planned {
        let sum = days.entry(day.date).or_default();
        *sum = (sum.0 + points(day.load), sum.1 + points(day.done));
    }
    days
}
