//! What this coach does again and again to proposals, counted in the open. Nothing is learned that a person could not count
//! alike: so many times, of so many proposals.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, Weekday};
use domain::habit::{Habit, HabitSeen};
use domain::overrides::{Change, Override};
use domain::plan::ProposedSession;
use domain::reason::Rule;
use domain::session::{Session, SessionKind};

/// A habit is followed from this many times on ...
const TIMES: u32 = 3;
/// ... and from this share of the proposals it was counted over, percent.
const SHARE: u32 = 60;
/// A session within this many percent of its proposed length is as long as proposed.
const AS_LONG: f64 = 2.5;
/// Lengths are counted in steps of this many percent.
const STEP: u32 = 5;

/// A proposed session the coach decided on: its week was approved, exported, or is over.
#[derive(Debug, Clone, PartialEq)]
pub struct Decided {
    /// As the engine proposed it.
    pub proposed: ProposedSession,
    /// The coach's overrides of that session that count, oldest first; those that apply a proposed adaptation left out.
    pub overrides: Vec<Override>,
}

/// The habits seen in these decisions, most frequent first; between equals, those over fewer proposals, then by code.
///
/// Each is counted over the proposals of its kind (for a weekday taken out: of its kind on that weekday). Those left alone
/// because they already followed the habit are in neither number, so that following a habit neither proves nor wears it out.
/// Rests, races and the club's blocks are not counted: they are not the engine's choice.
#[must_use]
pub fn seen(decisions: &[Decided]) -> Vec<HabitSeen> {
    let outcomes: Vec<Outcome<'_>> = decisions.iter().filter(|decided| counts(decided)).map(Outcome::of).collect();
    let mut seen: Vec<HabitSeen> = habits(&outcomes)
        .into_iter()
        .map(|habit| {
            let of =
                |outcome: &&Outcome<'_>| outcome.asks(&habit) && (outcome.shows(&habit) || !outcome.follows(&habit));
            let over: Vec<&Outcome<'_>> = outcomes.iter().filter(of).collect();
            let times = count(over.iter().filter(|outcome| outcome.shows(&habit)).count());
            HabitSeen { habit, times, of: count(over.len()) }
        })
        .collect();
    seen.sort_by(|a, b| (b.times, a.of, a.habit.code()).cmp(&(a.times, b.of, b.habit.code())));
    seen
}

/// Whether it was seen often enough to be followed: at least three times, and in at least 60 % of the proposals.
#[must_use]
pub fn frequent(seen: &HabitSeen) -> bool {
    seen.times >= TIMES && u64::from(seen.times) * 100 >= u64::from(seen.of) * u64::from(SHARE)
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn counts(decided: &Decided) -> bool {
    decided.proposed.block.is_none() && !matches!(decided.proposed.session.kind, SessionKind::Rest | SessionKind::Race)
}

/// What became of one proposed session in the coach's hands.
struct Outcome<'a> {
    proposed: &'a ProposedSession,
    /// The day it stood on in the end.
    date: NaiveDate,
    removed: bool,
    /// The session in the end.
    session: Session,
}

impl<'a> Outcome<'a> {
    fn of(decided: &'a Decided) -> Outcome<'a> {
        let proposed = &decided.proposed;
        let mut outcome = Outcome { proposed, date: proposed.date, removed: false, session: proposed.session.clone() };
        for change in decided.overrides.iter().map(|one| &one.change) {
            match change {
                Change::Move { to } => outcome.date = *to,
                Change::Remove => outcome.removed = true,
                Change::Replace { session } => outcome.session = session.clone(),
                Change::Scale { percent } => outcome.session = outcome.session.scaled(f64::from(*percent) / 100.0),
                Change::Add { .. } | Change::Lock | Change::Unlock | Change::Undo { .. } => {}
            }
        }
        outcome
    }

    fn kind(&self) -> SessionKind {
        self.proposed.session.kind
    }

    fn replaced_by(&self) -> Option<SessionKind> {
        (!self.removed && self.session.kind != self.kind()).then_some(self.session.kind)
    }

    fn moved_to(&self) -> Option<Weekday> {
        (!self.removed && self.date != self.proposed.date).then(|| self.date.weekday())
    }

    /// Percent of the proposed length, where it was changed and is still the same kind.
    fn scaled_to(&self) -> Option<f64> {
        let before = self.proposed.session.minutes;
        if self.removed || self.replaced_by().is_some() || before == 0 {
            return None;
        }
        let percent = 100.0 * f64::from(self.session.minutes) / f64::from(before);
        ((percent - 100.0).abs() > AS_LONG).then_some(percent)
    }

    /// Whether this proposal is one the habit speaks about.
    fn asks(&self, habit: &Habit) -> bool {
        match habit {
            Habit::MovesTo { kind, .. } | Habit::Scales { kind, .. } | Habit::Replaces { kind, .. } => {
                self.kind() == *kind
            }
            Habit::RemovesOn { kind, day } => self.kind() == *kind && self.proposed.date.weekday() == *day,
        }
    }

    /// Whether the coach did it this time.
    fn shows(&self, habit: &Habit) -> bool {
        match habit {
            Habit::MovesTo { day, .. } => self.moved_to() == Some(*day),
            Habit::RemovesOn { .. } => self.removed,
            Habit::Scales { percent, .. } => self.scaled_to().is_some_and(|to| (to < 100.0) == (*percent < 100)),
            Habit::Replaces { by, .. } => self.replaced_by() == Some(*by),
        }
    }

    /// Whether it was proposed as the habit has it and left so.
    fn follows(&self, habit: &Habit) -> bool {
        let there = matches!(habit, Habit::MovesTo { day, .. } if self.proposed.date.weekday() == *day);
        let said = self.proposed.reasons.iter().filter(|reason| reason.rule == Rule::Preference);
        let followed = there || said.filter_map(|reason| reason.name.as_deref()).any(|code| same(code, &habit.code()));
        let left = !self.removed
            && match habit {
                Habit::MovesTo { .. } | Habit::RemovesOn { .. } => self.moved_to().is_none(),
                Habit::Scales { .. } => self.scaled_to().is_none(),
                Habit::Replaces { .. } => self.replaced_by().is_none(),
            };
        followed && left
    }
}

/// Whether two codes mean one habit: how much a kind is scaled by moves with each new decision.
fn same(code: &str, other: &str) -> bool {
    let without_percent = |code: &str| code.trim_end_matches(|end: char| end.is_ascii_digit()).to_owned();
    without_percent(code) == without_percent(other)
}

/// Every habit that shows at least once, each once.
fn habits(outcomes: &[Outcome<'_>]) -> Vec<Habit> {
    let mut found = BTreeMap::new();
    let mut lengths: BTreeMap<(SessionKind, bool), Vec<f64>> = BTreeMap::new();
    for outcome in outcomes {
        let kind = outcome.kind();
        let removed = outcome.removed.then(|| Habit::RemovesOn { kind, day: outcome.proposed.date.weekday() });
        let moved = outcome.moved_to().map(|day| Habit::MovesTo { kind, day });
        let replaced = outcome.replaced_by().map(|by| Habit::Replaces { kind, by });
        for habit in [removed, moved, replaced].into_iter().flatten() {
            found.insert(habit.code(), habit);
        }
        if let Some(percent) = outcome.scaled_to() {
            lengths.entry((kind, percent < 100.0)).or_default().push(percent);
        }
    }
    for ((kind, shorter), mut percents) in lengths {
        percents.sort_by(f64::total_cmp);
        // Of an even number the one nearer to what was proposed.
        let middle = if shorter { percents.len() / 2 } else { (percents.len() - 1) / 2 };
        let percent = (percents[middle] / f64::from(STEP)).round() as u32 * STEP;
        if percent != 100 {
            let habit = Habit::Scales { kind, percent };
            found.insert(habit.code(), habit);
        }
    }
    found.into_values().collect()
}
