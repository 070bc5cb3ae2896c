//! The coach's changes. Append-only: a change of mind is another override, undo included.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::availability::Availability;
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

/// What the change would do: the session before, and the limits it would break.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    /// The session as it stands now; `None` for an added one.
    pub before: Option<EffectiveSession>,
    /// Limits it would break. Not empty means: refuse, unless the coach insists.
    pub broken: Vec<Reason>,
}

/// What the check needs to know besides the week.
#[derive(Debug, Clone, Copy)]
pub struct Limits<'a> {
    /// Today on the athlete's clock.
    pub today: NaiveDate,
    /// The athlete's answers for this week, if any.
    pub availability: Option<&'a Availability>,
    /// Hours between quality sessions.
    pub quality_spacing_hours: u32,
}

/// Checks one change against the week and its limits. Pure; writes nothing.
///
/// # Errors
/// [`Impossible`] when the change makes no sense here, whoever insists.
pub fn check(week: &PlanWeek, session: SessionId, change: &Change, limits: Limits<'_>) -> Result<Checked, Impossible> {
    let now = effective(&week.proposal, &week.overrides);
    let before = now.sessions.iter().find(|s| s.id == session).cloned();
    let present = || match &before {
        None => Err(Impossible::UnknownSession(session)),
        Some(s) if s.removed => Err(Impossible::Removed(session)),
        Some(s) => Ok(s),
    };
    let in_week =
        |date: NaiveDate| if week.week.contains(date) { Ok(date) } else { Err(Impossible::OutsideWeek(date)) };
    let (date, after) = match change {
        Change::Replace { session: new } => (present()?.date, sound(new)?.clone()),
        Change::Move { to } => (in_week(*to)?, present()?.session.clone()),
        Change::Scale { percent } if (10..=200).contains(percent) => {
            let s = present()?;
            let scaled = s.session.scaled(f64::from(*percent) / 100.0);
            (s.date, sound(&scaled)?.clone())
        }
        Change::Scale { percent } => return Err(Impossible::Percent(*percent)),
        Change::Add { date, session: new } => (in_week(*date)?, sound(new)?.clone()),
        Change::Remove => {
            let broken = past(present()?.date, limits).into_iter().collect();
            return Ok(Checked { before, broken });
        }
        Change::Lock | Change::Unlock => {
            present()?;
            return Ok(Checked { before, broken: Vec::new() });
        }
        Change::Undo { of } => return check_undo(week, &now, *of, limits),
    };
    let mut broken = broken(others(&now, session), date, &after, limits);
    // Taking a session away from a day that has passed rewrites the past as well.
    if let Some(was) = before.as_ref().filter(|s| s.date != date) {
        broken.extend(past(was.date, limits));
    }
    Ok(Checked { before, broken })
}

/// Taking an override back must keep the limits like any other change: the week may have moved on since.
fn check_undo(week: &PlanWeek, now: &EffectiveWeek, of: OverrideId, limits: Limits<'_>) -> Result<Checked, Impossible> {
    let Some(target) = week.overrides.iter().find(|o| o.id == of) else {
        return Err(Impossible::UnknownOverride(of));
    };
    if !active(&week.overrides).contains(&of) {
        return Err(Impossible::AlreadyUndone(of));
    }
    let mut overrides = week.overrides.clone();
    overrides.push(Override { id: OverrideId(Uuid::nil()), change: Change::Undo { of }, ..target.clone() });
    let then = effective(&week.proposal, &overrides);
    let find = |week: &EffectiveWeek| week.sessions.iter().find(|s| s.id == target.session).cloned();
    let (before, after) = (find(now), find(&then));
    let trains = |s: &Option<EffectiveSession>| s.as_ref().filter(|s| !s.removed).map(|s| (s.date, s.session.clone()));
    let mut broken_limits = Vec::new();
    if trains(&before) != trains(&after) {
        if let Some((date, session)) = trains(&after) {
            broken_limits = broken(others(&then, target.session), date, &session, limits);
        }
        if let Some((date, _)) = trains(&before).filter(|(date, _)| after.as_ref().is_none_or(|s| s.date != *date)) {
            broken_limits.extend(past(date, limits));
        }
    }
    Ok(Checked { before, broken: broken_limits })
}

fn others(week: &EffectiveWeek, session: SessionId) -> impl Iterator<Item = &EffectiveSession> + Clone {
    week.sessions.iter().filter(move |s| s.id != session && !s.removed)
}

fn past(date: NaiveDate, limits: Limits<'_>) -> Option<Reason> {
    (date < limits.today).then(|| Reason::new(Rule::Past, Effect::Refused, Grade::D).on(date))
}

/// A session must be one a person could train.
fn sound(session: &Session) -> Result<&Session, Impossible> {
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

fn broken<'a>(
    others: impl Iterator<Item = &'a EffectiveSession> + Clone,
    date: NaiveDate,
    after: &Session,
    limits: Limits<'_>,
) -> Vec<Reason> {
    let mut broken: Vec<Reason> = past(date, limits).into_iter().collect();
    if let Some(available) = limits.availability.and_then(|a| a.on(date)) {
        let that_day = others.clone().filter(|s| s.date == date).map(|s| s.session.minutes);
        let asked = that_day.fold(after.minutes, u32::saturating_add);
        if asked > available {
            broken.push(
                Reason::new(Rule::AvailableMinutes, Effect::Refused, Grade::D)
                    .on(date)
                    .fact("minutes", f64::from(asked))
                    .limit(f64::from(available)),
            );
        }
    }
    if after.kind.is_quality() {
        let nearest = others
            .filter(|s| s.session.kind.is_quality())
            .map(|s| (s.date - date).num_days().unsigned_abs() * 24)
            .min();
        if let Some(hours) = nearest.filter(|hours| *hours < u64::from(limits.quality_spacing_hours)) {
            broken.push(
                Reason::new(Rule::QualitySpacing, Effect::Refused, Grade::D)
                    .on(date)
                    .fact("hours", hours as f64)
                    .limit(f64::from(limits.quality_spacing_hours)),
            );
        }
    }
    broken
}

#[cfg(test)]
mod tests;
