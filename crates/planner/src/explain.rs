//! Why a week is as it is: the limits that bind it, what would be without one of them, and other weeks with their price.
//!
//! Nothing here is told about the engine from memory: each "without" and each alternative is a week the engine proposes for
//! a context with one thing changed.

mod other;
mod without;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::effective::{EffectiveSession, Source};
use domain::explanation::{Counterfactual, Explanation};
use domain::id::SessionId;
use domain::reason::{Effect, Reason, Rule};
use domain::session::{Session, SessionKind};
use uuid::Uuid;

use crate::{Context, Draft, DraftSession, propose};

/// At most so many counterfactuals are told.
const TOLD: usize = 6;

/// Explains a draft that [`propose`] made of this context. Pure and total; calls the engine some twenty times.
#[must_use]
pub fn explain(context: &Context, draft: &Draft) -> Explanation {
    let now = Days::of(context, draft);
    let (counterfactuals, idle) = counterfactuals(context, draft, &now);
    let alternatives = other::alternatives(context, draft, &now);
    Explanation { binding: binding(draft, &counterfactuals, &idle), alternatives, counterfactuals }
}

/// What each day trains, rests left out.
#[derive(Debug, Clone, PartialEq)]
struct Days(BTreeMap<NaiveDate, Vec<Session>>);

impl Days {
    fn of(context: &Context, draft: &Draft) -> Days {
        let accepted = accepted(context, draft);
        Days::from(accepted.iter().filter(|s| !s.removed).map(|s| (s.date, &s.session)))
    }

    fn from<'s>(sessions: impl Iterator<Item = (NaiveDate, &'s Session)>) -> Days {
        let mut days: BTreeMap<NaiveDate, Vec<Session>> = BTreeMap::new();
        for (date, session) in sessions.filter(|(_, session)| session.kind != SessionKind::Rest) {
            days.entry(date).or_default().push(session.clone());
        }
        for sessions in days.values_mut() {
            sessions
                .sort_by(|a, b| (a.kind, a.sport, &a.title, a.minutes).cmp(&(b.kind, b.sport, &b.title, b.minutes)));
        }
        Days(days)
    }

    fn on(&self, date: NaiveDate) -> &[Session] {
        self.0.get(&date).map_or(&[], Vec::as_slice)
    }

    fn sessions(&self) -> impl Iterator<Item = (NaiveDate, &Session)> {
        self.0.iter().flat_map(|(date, sessions)| sessions.iter().map(|session| (*date, session)))
    }

    fn load(&self) -> f64 {
        self.sessions().map(|(_, session)| session.load).sum()
    }

    fn quality(&self) -> i32 {
        i32::try_from(self.sessions().filter(|(_, session)| session.kind.is_quality()).count()).unwrap_or(i32::MAX)
    }

    /// Days on which they differ.
    fn different(&self, other: &Days) -> Vec<NaiveDate> {
        let mut dates: Vec<NaiveDate> = self.0.keys().chain(other.0.keys()).copied().collect();
        dates.sort_unstable();
        dates.dedup();
        dates.retain(|date| self.on(*date) != other.on(*date));
        dates
    }

    /// Points by which the days differ, each day for itself: what is only moved counts as well.
    fn distance(&self, other: &Days) -> f64 {
        let load = |days: &Days, date| days.on(date).iter().map(|session| session.load).sum::<f64>();
        self.different(other).into_iter().map(|date| (load(self, date) - load(other, date)).abs()).sum()
    }
}

/// What would be without each limit that can be thought away, the most telling first; and the limits without which the
/// week would be the same.
fn counterfactuals(context: &Context, draft: &Draft, now: &Days) -> (Vec<Counterfactual>, Vec<Reason>) {
    let mut told: Vec<(f64, Counterfactual)> = Vec::new();
    let mut idle = Vec::new();
    for thought in without::thoughts(context, draft) {
        let then = Days::of(&thought.context, &propose(&thought.context));
        let changed = then.different(now);
        let Some(without) = thought.told(&then).filter(|_| !changed.is_empty()) else {
            idle.push(thought.limit);
            continue;
        };
        let days = changed.into_iter().flat_map(|date| match then.on(date) {
            [] => vec![(date, None)],
            sessions => sessions.iter().map(|session| (date, Some(session.clone()))).collect(),
        });
        let load_change = then.load() - now.load();
        told.push((then.distance(now), Counterfactual { without, days: days.collect(), load_change }));
    }
    told.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    told.truncate(TOLD);
    (told.into_iter().map(|(_, one)| one).collect(), idle)
}

/// Rules that bind a week where a draft names them.
const BINDING: [Rule; 29] = [
    Rule::MedicalHold,
    Rule::IllnessHold,
    Rule::PainHold,
    Rule::ReturnStage,
    Rule::ReturnVolume,
    Rule::TravelQuality,
    Rule::NoTimeThatDay,
    Rule::AvailableMinutes,
    Rule::DatedException,
    Rule::SportThatDay,
    Rule::DayBound,
    Rule::WeekBound,
    Rule::ClubBlock,
    Rule::SingleSessionSpike,
    Rule::QualitySpacing,
    Rule::QualityCount,
    Rule::DayAfterLong,
    Rule::RestDay,
    Rule::Youth,
    Rule::Pinned,
    Rule::LimitsCollide,
    Rule::RampLimit,
    Rule::GoalPath,
    Rule::RecoveryWeek,
    Rule::Taper,
    Rule::ReadinessLowered,
    Rule::TimeLimitsTarget,
    Rule::LearnedCorrection,
    Rule::RaceDay,
];

/// The limits the draft itself names as having shaped it, those left out that were thought away without any effect; then
/// those whose absence was seen to change it.
fn binding(draft: &Draft, counterfactuals: &[Counterfactual], idle: &[Reason]) -> Vec<Reason> {
    let same = |a: &Reason, b: &Reason| (a.rule, a.date, &a.name) == (b.rule, b.date, &b.name);
    let named = draft.reasons.iter().chain(draft.sessions.iter().flat_map(|session| &session.reasons));
    let shaped = |reason: &&Reason| {
        BINDING.contains(&reason.rule)
            && !matches!(reason.effect, Effect::Doubted | Effect::Flagged)
            && !idle.iter().any(|idle| same(idle, reason))
    };
    let mut binding: Vec<Reason> = Vec::new();
    for reason in named.filter(shaped).chain(counterfactuals.iter().map(|one| &one.without)) {
        if !binding.iter().any(|other| same(other, reason)) {
            binding.push(reason.clone());
        }
    }
    binding.sort_by_key(|reason| BINDING.iter().position(|rule| *rule == reason.rule).unwrap_or(BINDING.len()));
    binding
}

/// A draft's sessions as they would count if it were accepted: pinned ones as they are, new ones numbered from 1.
fn accepted(context: &Context, draft: &Draft) -> Vec<EffectiveSession> {
    let kept = |planned: &DraftSession| context.pinned.iter().find(|kept| Some(kept.id) == planned.pinned).cloned();
    let new = |planned: &DraftSession, n| EffectiveSession {
        id: SessionId(Uuid::from_u128(n)),
        date: planned.date,
        session: planned.session.clone(),
        source: if planned.block.is_some() { Source::Club } else { Source::Proposed },
        locked: false,
        removed: false,
        block: planned.block,
    };
    draft.sessions.iter().zip(1_u128..).map(|(planned, n)| kept(planned).unwrap_or_else(|| new(planned, n))).collect()
}
