//! Limits between two sessions, and of the week as a whole.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::reason::{Effect, Grade, Reason, Rule};

use super::{Bar, Item, Limits};

/// What a week may hold only so much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Measure {
    /// Days with a quality session.
    Quality,
    /// Days with training.
    Days,
    /// Minutes.
    Minutes,
    /// Points.
    Load,
}

impl Limits<'_> {
    /// Why two sessions cannot both stand, if so.
    pub(crate) fn pair(&self, one: &Item, other: &Item) -> Option<Reason> {
        let (first, second) = if one.date <= other.date { (one, other) } else { (other, one) };
        let days = (second.date - first.date).num_days();
        if first.quality && second.quality && days * 24 < self.spacing_hours {
            return Some(
                Reason::new(Rule::QualitySpacing, Effect::Removed, Grade::D)
                    .on(one.date)
                    .fact("hours", (days * 24) as f64)
                    .limit(self.spacing_hours as f64),
            );
        }
        (first.long && second.quality && days == 1)
            .then(|| Reason::new(Rule::DayAfterLong, Effect::Removed, Grade::D).on(second.date))
    }

    /// The limits of the week: each measure with the most it allows.
    pub(crate) fn week(&self) -> Vec<(Measure, f64)> {
        let mut limits =
            vec![(Measure::Quality, f64::from(self.quality)), (Measure::Days, f64::from(7 - self.rest_days))];
        limits.extend(self.week_minutes.map(|minutes| (Measure::Minutes, f64::from(minutes))));
        limits.extend(self.week_load.map(|load| (Measure::Load, load)));
        limits
    }

    /// How much of a measure sessions make in the week.
    pub(crate) fn sum<'i>(&self, measure: Measure, items: impl Iterator<Item = &'i Item>) -> f64 {
        let inside = items.filter(|item| self.context.week.contains(item.date));
        let days = |dates: BTreeSet<NaiveDate>| dates.len() as f64;
        match measure {
            Measure::Quality => days(inside.filter(|item| item.quality).map(|item| item.date).collect()),
            Measure::Days => days(inside.map(|item| item.date).collect()),
            Measure::Minutes => inside.map(|item| f64::from(item.minutes)).sum(),
            Measure::Load => inside.map(|item| item.load).sum(),
        }
    }

    /// What the week's limits leave a session beside others.
    pub(super) fn week_bars(&self, item: &Item, others: &[Item]) -> Vec<Bar> {
        if !self.context.week.contains(item.date) {
            return Vec::new();
        }
        self.week()
            .into_iter()
            .filter_map(|(measure, most)| {
                let with = self.sum(measure, others.iter().chain([item]));
                let without = self.sum(measure, others.iter());
                let minutes = match measure {
                    Measure::Quality | Measure::Days if with <= most || (with <= without && !item.counts(measure)) => {
                        return None;
                    }
                    Measure::Quality | Measure::Days => 0,
                    Measure::Minutes => (most - without).max(0.0) as u32,
                    Measure::Load if item.load <= 0.0 => return None,
                    Measure::Load => ((most - without).max(0.0) * f64::from(item.minutes) / item.load + 1e-9) as u32,
                };
                Some(Bar {
                    minutes: minutes.min(1440),
                    reason: week_reason(measure, item.date, with, most),
                    asks: None,
                })
            })
            .collect()
    }
}

impl Item {
    const fn counts(&self, measure: Measure) -> bool {
        match measure {
            Measure::Quality => self.quality,
            _ => true,
        }
    }
}

/// A limit of the week as a reason: so much asked, so much at most.
pub(crate) fn week_reason(measure: Measure, date: NaiveDate, asked: f64, most: f64) -> Reason {
    let reason = |rule| Reason::new(rule, Effect::Removed, Grade::D);
    match measure {
        Measure::Quality => reason(Rule::QualityCount).on(date).fact("quality", asked).limit(most),
        Measure::Days => reason(Rule::RestDay).on(date),
        Measure::Minutes => reason(Rule::WeekBound).named("minutes").fact("asked", asked).limit(most),
        Measure::Load => reason(Rule::WeekBound).named("load").fact("asked", asked).limit(most),
    }
}
