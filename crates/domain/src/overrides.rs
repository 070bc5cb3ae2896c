//! The coach's changes. Append-only: a change of mind is another override, undo included.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::effective::{EffectiveSession, EffectiveWeek, active, effective};
use crate::id::{OverrideId, SessionId};
use crate::plan::PlanWeek;
use crate::reason::{Effect, Grade, Reason, Rule};
use crate::session::Session;

/// Why the coach changed it: the controlled list, so that reasons can be counted later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReasonTag {
    /// Tired.
    Fatigue,
    /// Ill.
    Illness,
    /// Travelling.
    Travel,
    /// Something hurts.
    AcuteInjuryRisk,
    /// No drive.
    MotivationalSlump,
    /// School, work, family.
    ScheduleConflict,
    /// The coach's eye.
    CoachsEye,
    /// Trains with the group.
    GroupSession,
    /// Anything else; say it in the text.
    Other,
}

impl ReasonTag {
    /// Every tag, in the order of menus.
    pub const ALL: [ReasonTag; 9] = [
        ReasonTag::Fatigue,
        ReasonTag::Illness,
        ReasonTag::Travel,
        ReasonTag::AcuteInjuryRisk,
        ReasonTag::MotivationalSlump,
        ReasonTag::ScheduleConflict,
        ReasonTag::CoachsEye,
        ReasonTag::GroupSession,
        ReasonTag::Other,
    ];

    /// The stable name used in files and the words file (`tag-fatigue`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            ReasonTag::Fatigue => "fatigue",
            ReasonTag::Illness => "illness",
            ReasonTag::Travel => "travel",
            ReasonTag::AcuteInjuryRisk => "acute-injury-risk",
            ReasonTag::MotivationalSlump => "motivational-slump",
            ReasonTag::ScheduleConflict => "schedule-conflict",
            ReasonTag::CoachsEye => "coachs-eye",
            ReasonTag::GroupSession => "group-session",
            ReasonTag::Other => "other",
        }
    }

    /// The tag with this stable name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<ReasonTag> {
        Self::ALL.into_iter().find(|tag| tag.code() == code)
    }
}

/// What is changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case")]
pub enum Change {
    /// Put another session in its place (also: change its minutes, load or title).
    Replace {
        /// The new session.
        session: Session,
    },
    /// Move to another day of the week.
    Move {
        /// The new day.
        to: NaiveDate,
    },
    /// Same session, shorter or longer.
    Scale {
        /// Percent of the present duration, 10 to 200.
        percent: u32,
    },
    /// Take it out.
    Remove,
    /// Put a new one in.
    Add {
        /// Day.
        date: NaiveDate,
        /// What.
        session: Session,
    },
    /// Keep it through re-proposals.
    Lock,
    /// Let re-proposals change it again.
    Unlock,
    /// Take an earlier override back.
    Undo {
        /// Which.
        of: OverrideId,
    },
}

impl Change {
    /// The stable name used in files and the words file (`change-move`).
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Change::Replace { .. } => "replace",
            Change::Move { .. } => "move",
            Change::Scale { .. } => "scale",
            Change::Remove => "remove",
            Change::Add { .. } => "add",
            Change::Lock => "lock",
            Change::Unlock => "unlock",
            Change::Undo { .. } => "undo",
        }
    }
}

/// One override as kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Override {
    /// Identity.
    pub id: OverrideId,
    /// Which session. For [`Change::Add`], the new session's own id.
    pub session: SessionId,
    /// What.
    pub change: Change,
    /// The session as it stood before; `None` for an added one.
    pub before: Option<EffectiveSession>,
    /// Why.
    pub tag: ReasonTag,
    /// In the coach's words.
    pub text: Option<String>,
    /// Limits this breaks although the program said so: the coach insisted.
    pub insisted: Vec<Reason>,
    /// Who.
    pub author: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// A change that cannot be made, whoever insists.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Impossible {
    /// The session is not in this week.
    #[error("session {0} is not in this week")]
    UnknownSession(SessionId),
    /// The override to undo is not in this week.
    #[error("override {0} is not in this week")]
    UnknownOverride(OverrideId),
    /// The override to undo is already undone.
    #[error("override {0} is already undone")]
    AlreadyUndone(OverrideId),
    /// The day lies outside the week.
    #[error("{0} is outside this week")]
    OutsideWeek(NaiveDate),
    /// The session has been taken out; put it back first.
    #[error("session {0} has been removed")]
    Removed(SessionId),
    /// Percent outside 10 to 200.
    #[error("{0} % is outside 10 to 200 %")]
    Percent(u32),
    /// A session needs a title of at most 120 characters, at most 1440 minutes, a load between 0 and 2000, and steps
    /// with at least one repeat.
    #[error("the session's title, minutes, load or steps are outside what a session can have")]
    NotASession,
}

/// What a change would do: the session before it, and the week before and after. Whether the week after keeps the limits
/// is the planner's to say; here is only what no context is needed for.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    /// The session as it stands now; `None` for an added one.
    pub before: Option<EffectiveSession>,
    /// The week as it stands now.
    pub now: EffectiveWeek,
    /// The week as it would stand.
    pub then: EffectiveWeek,
    /// Days gone by that it would rewrite. Not empty means: refuse, unless the coach insists.
    pub broken: Vec<Reason>,
}

/// Checks one change against the week; `today` is the athlete's. Pure; writes nothing.
///
/// # Errors
/// [`Impossible`] when the change makes no sense here, whoever insists.
pub fn check(week: &PlanWeek, session: SessionId, change: &Change, today: NaiveDate) -> Result<Checked, Impossible> {
    let now = effective(&week.proposal, &week.overrides);
    let before = now.sessions.iter().find(|s| s.id == session).cloned();
    let present = || match &before {
        None => Err(Impossible::UnknownSession(session)),
        Some(s) if s.removed => Err(Impossible::Removed(session)),
        Some(s) => Ok(s),
    };
    let in_week = |date: NaiveDate| if week.week.contains(date) { Ok(()) } else { Err(Impossible::OutsideWeek(date)) };
    match change {
        Change::Replace { session: new } => {
            present()?;
            sound(new)?;
        }
        Change::Move { to } => {
            in_week(*to)?;
            present()?;
        }
        Change::Scale { percent } if (10..=200).contains(percent) => {
            sound(&present()?.session.scaled(f64::from(*percent) / 100.0))?;
        }
        Change::Scale { percent } => return Err(Impossible::Percent(*percent)),
        Change::Add { date, session: new } => {
            in_week(*date)?;
            sound(new)?;
        }
        Change::Remove | Change::Lock | Change::Unlock => {
            present()?;
        }
        Change::Undo { of } => {
            if !week.overrides.iter().any(|o| o.id == *of) {
                return Err(Impossible::UnknownOverride(*of));
            }
            if !active(&week.overrides).contains(of) {
                return Err(Impossible::AlreadyUndone(*of));
            }
        }
    }
    let then = with(week, [(session, change.clone())]);
    let broken = rewritten(&now, &then, today);
    Ok(Checked { before, now, then, broken })
}

/// The week as it would stand with more changes, each to a session. Nothing is checked.
#[must_use]
pub fn with(week: &PlanWeek, changes: impl IntoIterator<Item = (SessionId, Change)>) -> EffectiveWeek {
    let made = changes.into_iter().map(|(session, change)| Override {
        // Nobody refers to a change that was not made, and nothing else of it enters the week.
        id: OverrideId(Uuid::nil()),
        session,
        change,
        before: None,
        tag: ReasonTag::Other,
        text: None,
        insisted: Vec::new(),
        author: String::new(),
        at: DateTime::UNIX_EPOCH,
    });
    let overrides: Vec<Override> = week.overrides.iter().cloned().chain(made).collect();
    effective(&week.proposal, &overrides)
}

/// Days before `today` on which something else would be trained than is: what is past is done.
#[must_use]
pub fn rewritten(now: &EffectiveWeek, then: &EffectiveWeek, today: NaiveDate) -> Vec<Reason> {
    let apart = |one: &EffectiveWeek, other: &EffectiveWeek| -> Vec<NaiveDate> {
        let kept =
            |s: &&EffectiveSession| other.standing().any(|o| (o.id, o.date, &o.session) == (s.id, s.date, &s.session));
        one.standing().filter(|s| !kept(s)).map(|s| s.date).collect()
    };
    let days: BTreeSet<NaiveDate> = apart(now, then).into_iter().chain(apart(then, now)).collect();
    days.range(..today).map(|date| Reason::new(Rule::Past, Effect::Refused, Grade::D).on(*date)).collect()
}

/// A session must be one a person could train.
///
/// # Errors
/// [`Impossible::NotASession`].
pub fn sound(session: &Session) -> Result<&Session, Impossible> {
    let title = session.title.trim();
    let sound = !title.is_empty()
        && title.chars().count() <= 120
        && session.minutes <= 1440
        && session.load.is_finite()
        && (0.0..=2000.0).contains(&session.load)
        && session.steps.iter().all(|step| {
            let sound = |value: f64, most: f64| (0.0..=most).contains(&value);
            step.repeat >= 1
                && sound(step.minutes, 1440.0)
                && sound(step.rest_minutes, 1440.0)
                && sound(step.intensity, 5.0)
        });
    if sound { Ok(session) } else { Err(Impossible::NotASession) }
}

#[cfg(test)]
mod tests;
