//! What the past holds: weekly loads, the longest session, the usual number of training days.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Duration, NaiveDate};
use domain::sport::Sport;
use domain::trend::{DayLoad, trend};

use crate::Context;

/// Weeks of history from which on the highest of them says something.
const HIGHEST_WEEKS: usize = 8;
/// Days of history the weekly target is made from.
pub(crate) const BASE_DAYS: i64 = 28;

/// The past of one athlete, up to the day the planned week (or today) begins.
#[derive(Debug)]
pub(crate) struct History {
    /// First day that does not count as past.
    anchor: NaiveDate,
    loads: BTreeMap<NaiveDate, Option<f64>>,
}

impl History {
    pub(crate) fn of(context: &Context) -> History {
        let anchor = context.today.min(context.week.monday());
        let usable = |load: f64| load.is_finite() && load >= 0.0;
        let loads = context.days.iter().map(|d| (d.date, d.load.filter(|load| usable(*load)))).collect();
        History { anchor, loads }
    }

    /// Load of a past day. Days between known ones on which nothing is noted are rest days; before and after: unknown.
    fn on(&self, date: NaiveDate) -> Option<f64> {
        match self.loads.get(&date) {
            Some(load) => *load,
            None => {
                let inside = self.loads.first_key_value().is_some_and(|(first, _)| *first < date)
                    && self.loads.last_key_value().is_some_and(|(last, _)| date < *last);
                inside.then_some(0.0)
            }
        }
    }

    /// Known loads among the `days` days that end `skip` days before the anchor.
    fn known(&self, skip: i64, days: i64) -> Vec<f64> {
        (1..=days).filter_map(|back| self.on(self.anchor - Duration::days(skip + back))).collect()
    }

    /// Days from the first known load to the anchor.
    pub(crate) fn length(&self) -> i64 {
        let first = self.loads.iter().find(|(_, load)| load.is_some()).map(|(date, _)| *date);
        first.map_or(0, |first| (self.anchor - first).num_days().max(0))
    }

    /// Days without a known load among the last `days`.
    pub(crate) fn unknown(&self, days: i64) -> i64 {
        days - i64::try_from(self.known(0, days).len()).unwrap_or(days)
    }

    /// Mean weekly load of the last four weeks, unknown days left out.
    pub(crate) fn base(&self) -> Option<f64> {
        weekly(&self.known(0, BASE_DAYS))
    }

    /// Load of the week `back` weeks ago (0: the last seven days), scaled up for unknown days; `None` with under 4 known.
    pub(crate) fn week(&self, back: i64) -> Option<f64> {
        let known = self.known(7 * back, 7);
        if known.len() < 4 { None } else { weekly(&known) }
    }

    /// How many of the last weeks in a row each rose by more than 2 % over the one before, at most three.
    pub(crate) fn rising_weeks(&self) -> u32 {
        let mut weeks = 0;
        for back in 0..3 {
            match (self.week(back), self.week(back + 1)) {
                (Some(later), Some(earlier)) if earlier > 0.0 && later > earlier * 1.02 => weeks += 1,
                _ => break,
            }
        }
        weeks
    }

    /// Chronic load after the last past day (SCIENCE 6).
    pub(crate) fn ctl(&self) -> Option<f64> {
        let days: Vec<DayLoad> =
            self.loads.range(..self.anchor).map(|(date, load)| DayLoad { date: *date, load: *load }).collect();
        trend(&days).last().map(|point| point.ctl)
    }

    /// Load already done in the planned week, up to and including today.
    pub(crate) fn done(&self, context: &Context) -> f64 {
        let days = context.week.monday()..=context.today.min(context.week.sunday());
        self.loads.iter().filter(|(date, _)| days.contains(date)).filter_map(|(_, load)| *load).sum()
    }
}

fn weekly(known: &[f64]) -> Option<f64> {
    (!known.is_empty()).then(|| 7.0 * known.iter().sum::<f64>() / known.len() as f64)
}

impl History {
    /// The highest load of seven days that end on the anchor or whole weeks before it; `None` under eight such weeks.
    pub(crate) fn highest(&self) -> Option<f64> {
        let weeks: Vec<f64> = (0..self.length() / 7).filter_map(|back| self.week(back)).collect();
        (weeks.len() >= HIGHEST_WEEKS).then(|| weeks.into_iter().fold(0.0, f64::max))
    }

    /// Mean weekly load of the four weeks before a day, unknown days left out; `None` when fewer than half are known.
    pub(crate) fn base_before(&self, date: NaiveDate) -> Option<f64> {
        let skip = (self.anchor - date).num_days();
        let known = self.known(skip.max(0), BASE_DAYS);
        if 2 * (known.len() as i64) < BASE_DAYS { None } else { weekly(&known) }
    }

    /// Whole days without load or activity that end on the day before the anchor, with the last day trained before them.
    pub(crate) fn days_off(&self, context: &Context) -> Option<(i64, NaiveDate)> {
        let loaded = self.loads.range(..self.anchor).filter(|(_, load)| load.is_none_or(|load| load > 0.0));
        let moved = context.recent.iter().filter(|past| past.minutes > 0.0 && past.date < self.anchor);
        let last = loaded.map(|(date, _)| *date).chain(moved.map(|past| past.date)).max()?;
        Some(((self.anchor - last).num_days() - 1, last))
    }
}

/// Longest session of a sport in the last 30 days, minutes; `None` without one.
pub(crate) fn longest(context: &Context, sport: Sport) -> Option<f64> {
    let from = context.today - Duration::days(30);
    context
        .recent
        .iter()
        .filter(|past| past.sport == sport && from <= past.date && past.date <= context.today)
        .map(|past| past.minutes)
        .filter(|minutes| minutes.is_finite() && *minutes > 0.0)
        .max_by(f64::total_cmp)
}

/// Days a week the athlete usually trains: distinct days of the last 28, a quarter of them, rounded up.
pub(crate) fn usual_days(context: &Context) -> u32 {
    let from = context.today - Duration::days(BASE_DAYS);
    let days: BTreeSet<NaiveDate> =
        context.recent.iter().map(|past| past.date).filter(|date| from <= *date && *date < context.today).collect();
    u32::try_from(days.len().div_ceil(4)).unwrap_or(7)
}
