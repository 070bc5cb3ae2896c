//! The rest of a running week while changes are tried on it.

use chrono::NaiveDate;
use domain::adaptation::{AdaptedSession, Intervention};
use domain::effective::EffectiveSession;
use domain::id::SessionId;
use domain::library::{Template, builtin};
use domain::overrides::Change;
use domain::reason::{Reason, Rule};
use domain::session::{Session, SessionKind};
use domain::sport::Sport;

use super::week::{SoFar, is_over};
use crate::Context;
use crate::check::{Broken, broken};
use crate::limits::SHORTEST;

/// The week with the changes found so far.
pub(super) struct Running<'a> {
    pub(super) context: &'a Context,
    /// The sessions with the changes made.
    pub(super) week: Vec<EffectiveSession>,
    /// Limits those break.
    pub(super) broken: Vec<Broken>,
    pub(super) so_far: SoFar,
    pub(super) changes: Vec<AdaptedSession>,
    /// The strongest of the changes.
    pub(super) strongest: Intervention,
    /// Why safety asks for changes.
    pub(super) safety: Vec<Reason>,
    /// What only the coach can decide.
    pub(super) needs_you: Vec<Reason>,
    /// Changes that may still be proposed; safety rules do not ask.
    left: usize,
}

/// A change to try.
pub(super) struct Remedy<'r> {
    pub(super) intervention: Intervention,
    pub(super) changes: Vec<(SessionId, Change)>,
    pub(super) reasons: Vec<Reason>,
    /// The limits of a session that must hold afterwards.
    pub(super) clears: Option<(SessionId, &'r [Rule])>,
    /// A safety rule asks for it.
    pub(super) safety: bool,
}

impl<'a> Running<'a> {
    pub(super) fn of(context: &'a Context, week: &[EffectiveSession], left: usize) -> Running<'a> {
        Running {
            context,
            week: week.to_vec(),
            broken: broken(context, week),
            so_far: SoFar::of(context, week),
            changes: Vec::new(),
            strongest: Intervention::Keep,
            safety: Vec::new(),
            needs_you: Vec::new(),
            left,
        }
    }

    /// Whether training on a day can still be changed.
    pub(super) fn open(&self, date: NaiveDate) -> bool {
        self.context.week.contains(date) && !is_over(self.context, date)
    }

    /// Training still to come, by date.
    pub(super) fn to_come(&self) -> Vec<EffectiveSession> {
        let mut sessions: Vec<EffectiveSession> = self
            .week
            .iter()
            .filter(|s| !s.removed && s.session.kind != SessionKind::Rest && self.open(s.date))
            .cloned()
            .collect();
        sessions.sort_by_key(|s| (s.date, s.id));
        sessions
    }

    /// Makes the change if it keeps what must be kept; `false` leaves everything as it was.
    pub(super) fn attempt(&mut self, remedy: Remedy<'_>) -> bool {
        let raises = remedy.intervention == Intervention::RaiseVolume;
        let twice = |id: &SessionId| self.changes.iter().any(|change| change.session == *id);
        if remedy.changes.iter().any(|(id, _)| twice(id))
            || (!remedy.safety && self.changes.len() + remedy.changes.len() > self.left)
        {
            return false;
        }
        let after = with(&self.week, &remedy.changes);
        let changed = |s: &&EffectiveSession| remedy.changes.iter().any(|(id, _)| *id == s.id);
        if after.iter().filter(changed).any(|s| !s.removed && s.session.minutes < SHORTEST)
            || (!raises && load(&after) > load(&self.week) + 1e-9)
        {
            return false;
        }
        let broken = broken(self.context, &after);
        let held = |one: &Broken| {
            self.broken.iter().any(|before| match remedy.intervention {
                // Nothing that gives way may come nearer to a limit it breaks already.
                Intervention::RaiseVolume | Intervention::SwapDays => before == one,
                _ => key(before) == key(one),
            })
        };
        let clears = |(id, rules): (SessionId, &[Rule])| {
            let of = |one: &Broken| one.session == id || of_the_week(one.reason.rule);
            !broken.iter().any(|one| of(one) && rules.contains(&one.reason.rule))
        };
        if !broken.iter().all(held) || !remedy.clears.is_none_or(clears) {
            return false;
        }
        for (id, change) in remedy.changes {
            let Some(before) = self.week.iter().find(|s| s.id == id) else { continue };
            let reasons = remedy.reasons.clone();
            self.changes.push(AdaptedSession { session: id, date: before.date, change, reasons });
        }
        self.week = after;
        self.broken = broken;
        self.strongest = stronger(self.strongest, remedy.intervention);
        true
    }
}

/// The sessions with changes made to them.
fn with(week: &[EffectiveSession], changes: &[(SessionId, Change)]) -> Vec<EffectiveSession> {
    let mut week = week.to_vec();
    for (id, change) in changes {
        let Some(session) = week.iter_mut().find(|s| s.id == *id) else { continue };
        match change {
            Change::Replace { session: other } => session.session = other.clone(),
            Change::Move { to } => session.date = *to,
            Change::Scale { percent } => session.session = session.session.scaled(f64::from(*percent) / 100.0),
            Change::Remove => session.removed = true,
            Change::Add { .. } | Change::Lock | Change::Unlock | Change::Undo { .. } => {}
        }
    }
    week
}

fn load(week: &[EffectiveSession]) -> f64 {
    week.iter().filter(|s| !s.removed).map(|s| s.session.load).sum()
}

/// Rule, name, and the session with its day where the limit is not one of the whole week.
type Key<'a> = (Rule, Option<&'a str>, Option<(SessionId, Option<NaiveDate>)>);

/// What makes a broken limit the same one before and after a change. A limit of the whole week is said of one of its
/// sessions, and a change can make that another one.
fn key(broken: &Broken) -> Key<'_> {
    let rule = broken.reason.rule;
    let of = (!of_the_week(rule)).then_some((broken.session, broken.reason.date));
    (rule, broken.reason.name.as_deref(), of)
}

const fn of_the_week(rule: Rule) -> bool {
    matches!(rule, Rule::QualityCount | Rule::RestDay | Rule::WeekBound)
}

/// The one that changes more.
fn stronger(one: Intervention, other: Intervention) -> Intervention {
    const ORDER: [Intervention; 8] = [
        Intervention::Keep,
        Intervention::RaiseVolume,
        Intervention::SwapDays,
        Intervention::Shorten,
        Intervention::ReduceIntensity,
        Intervention::Replace,
        Intervention::ExtendRecovery,
        Intervention::NeedsYou,
    ];
    let rank = |intervention| ORDER.iter().position(|other| *other == intervention);
    if rank(other) > rank(one) { other } else { one }
}

/// An easy (or recovery) session of a sport for so many minutes: the first plain template, the coach's own before the library's,
/// those of the sport before those for any.
pub(super) fn gentle(context: &Context, kind: SessionKind, sport: Sport, minutes: u32) -> Option<Session> {
    let all: [&[Template]; 2] = [&context.templates, builtin()];
    let of = |sport: Sport| {
        let fits =
            move |template: &&Template| template.kind == kind && template.sport == sport && template.steps.is_empty();
        all.iter().find_map(|templates| templates.iter().filter(fits).min_by(|a, b| a.id.cmp(&b.id)))
    };
    let template = of(sport).or_else(|| of(Sport::Other))?;
    Some(template.session(sport, minutes))
}
