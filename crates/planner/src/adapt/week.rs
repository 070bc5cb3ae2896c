//! How the running week went so far.

use chrono::NaiveDate;
use domain::effective::EffectiveSession;
use domain::reason::{Effect, Grade, Reason, Rule};

use super::MISSED;
use crate::Context;

/// What was done and what was planned from Monday to now. Days to come are in neither.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct SoFar {
    /// Points done; `None` while a day's load is unknown, or before anything was due.
    pub(super) done: Option<f64>,
    /// Points planned for what is over.
    pub(super) planned: f64,
    /// Days that are over, and those of them nobody knows about.
    pub(super) days: usize,
    pub(super) unknown: usize,
}

impl SoFar {
    pub(super) fn of(context: &Context, week: &[EffectiveSession]) -> SoFar {
        let over: Vec<NaiveDate> = context.week.days().into_iter().filter(|date| is_over(context, *date)).collect();
        let loads: Vec<f64> = over.iter().filter_map(|date| load_on(context, *date)).collect();
        let unknown = over.len() - loads.len();
        let planned = week.iter().filter(|s| !s.removed && over.contains(&s.date)).map(|s| s.session.load).sum();
        SoFar { done: (unknown == 0).then(|| loads.iter().sum()), planned, days: over.len(), unknown }
    }

    /// Done as a share of planned, where both say something.
    pub(super) fn share(&self) -> Option<f64> {
        self.done.filter(|_| self.planned > 0.0).map(|done| done / self.planned)
    }

    /// Points missed, if it is worth a word.
    pub(super) fn missed(&self) -> Option<f64> {
        self.share().filter(|share| *share < MISSED).and(self.done).map(|done| self.planned - done)
    }

    /// It as a reason.
    pub(super) fn reason(&self, effect: Effect) -> Option<Reason> {
        let (share, done) = self.share().zip(self.done)?;
        Some(
            Reason::new(Rule::DoneSoFar, effect, Grade::D)
                .fact("done", done)
                .fact("planned", self.planned)
                .fact("share", share),
        )
    }
}

/// Whether nothing more is planned for a day: it has passed, or today's training is done.
pub(super) fn is_over(context: &Context, date: NaiveDate) -> bool {
    let trained = |past: &crate::Past| past.date == date && past.minutes > 0.0;
    date < context.today || (date == context.today && context.recent.iter().any(trained))
}

/// Load of a day; days between known ones on which nothing is noted are rest days, those after the last are unknown.
fn load_on(context: &Context, date: NaiveDate) -> Option<f64> {
    match context.days.iter().rev().find(|day| day.date == date) {
        Some(day) => day.load.filter(|load| load.is_finite() && *load >= 0.0),
        None => context.days.iter().any(|day| day.date > date).then_some(0.0),
    }
}
