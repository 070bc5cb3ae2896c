//! What a week that came in a file would do to the week that stands here, session by session. Pure; writes nothing.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::effective::{EffectiveSession, EffectiveWeek, Source, active, effective};
use crate::id::{OverrideId, SessionId};
use crate::overrides::{Change, Override};
use crate::plan::PlanWeek;
use crate::session::SessionKind;

/// What taking a session of the file would do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Would {
    /// Nothing: it stands here already.
    Nothing,
    /// Put a new session in.
    Add,
    /// Change one that stands here.
    Change,
    /// Take one out that stands here.
    Remove,
}

impl Would {
    /// The stable name used in words (`plan-would-add`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Would::Nothing => "nothing",
            Would::Add => "add",
            Would::Change => "change",
            Would::Remove => "remove",
        }
    }
}

/// What somebody decided here that taking a session would go against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Collision {
    /// The day is gone.
    Past,
    /// The session here is locked.
    Locked,
    /// The coach changed the session here.
    Edited,
    /// The session here is a fixed thing of the club.
    Club,
    /// The week here is approved.
    Approved,
    /// A change behind it was signed with a key that is no longer believed.
    Revoked,
}

impl Collision {
    /// The stable name used in words (`plan-collides-locked`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Collision::Past => "past",
            Collision::Locked => "locked",
            Collision::Edited => "edited",
            Collision::Club => "club",
            Collision::Approved => "approved",
            Collision::Revoked => "revoked",
        }
    }
}

/// One session of a file beside the one it meets here.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Incoming {
    /// As in the file.
    pub theirs: EffectiveSession,
    /// The one here that it meets; `None` where it would be new.
    pub ours: Option<EffectiveSession>,
    /// What taking it would do.
    pub would: Would,
    /// What it goes against. Empty: it may be taken without a second thought.
    pub collides: Vec<Collision>,
    /// The changes that would be made here, in order; to the session here, or one [`Change::Add`].
    pub changes: Vec<Change>,
    /// The changes of the file behind it that count, oldest first.
    pub behind: Vec<OverrideId>,
}

/// Compares the week of a file with the one here. `linked` says for sessions of the file that were taken before which
/// session here they became; `today` is the athlete's.
///
/// A session meets the one with its own identity or the one it became. Two programs never propose the same ids, so the others
/// meet the free one that is most alike: the same session on its day, the same session on another day (it was moved), one of
/// the same sport on its day. Sessions here that the file does not know are left alone.
#[must_use]
pub fn compare(
    theirs: &EffectiveWeek,
    their_changes: &[Override],
    here: &PlanWeek,
    linked: &BTreeMap<SessionId, SessionId>,
    today: NaiveDate,
) -> Vec<Incoming> {
    let ours = effective(&here.proposal, &here.overrides);
    let counts = active(their_changes);
    let approved = here.approved().is_some();
    let met = meetings(theirs, &ours, linked);
    theirs
        .sessions
        .iter()
        .filter_map(|session| {
            let ours = met.get(&session.id).and_then(|id| ours.sessions.iter().find(|own| own.id == *id));
            let (would, changes) = would(session, ours)?;
            let undo = |made: &&Override| matches!(made.change, Change::Undo { .. });
            let behind = their_changes
                .iter()
                .filter(|made| made.session == session.id && counts.contains(&made.id) && !undo(made))
                .map(|made| made.id)
                .collect();
            let collides = if would == Would::Nothing { Vec::new() } else { against(session, ours, approved, today) };
            Some(Incoming { theirs: session.clone(), ours: ours.cloned(), would, collides, changes, behind })
        })
        .collect()
}

/// How alike two sessions without a common identity may be, the most alike first.
const ALIKE: [fn(&EffectiveSession, &EffectiveSession) -> bool; 3] = [
    |theirs, ours| theirs.date == ours.date && same(theirs, ours),
    |theirs, ours| theirs.session.kind != SessionKind::Rest && same(theirs, ours),
    |theirs, ours| theirs.date == ours.date && theirs.session.sport == ours.session.sport,
];

fn same(theirs: &EffectiveSession, ours: &EffectiveSession) -> bool {
    theirs.session.sport == ours.session.sport && theirs.session.title == ours.session.title
}

/// Which session here each of the file meets.
fn meetings(
    theirs: &EffectiveWeek,
    ours: &EffectiveWeek,
    linked: &BTreeMap<SessionId, SessionId>,
) -> BTreeMap<SessionId, SessionId> {
    let here = |id: SessionId| ours.sessions.iter().any(|own| own.id == id);
    let mut taken = BTreeSet::new();
    let mut met: BTreeMap<SessionId, SessionId> = theirs
        .sessions
        .iter()
        .filter_map(|session| {
            let own = linked.get(&session.id).copied().unwrap_or(session.id);
            (here(own) && taken.insert(own)).then_some((session.id, own))
        })
        .collect();
    for alike in ALIKE {
        for session in theirs.standing() {
            let free = |own: &&EffectiveSession| !taken.contains(&own.id) && alike(session, own);
            if !met.contains_key(&session.id)
                && let Some(own) = ours.standing().find(free)
            {
                taken.insert(own.id);
                met.insert(session.id, own.id);
            }
        }
    }
    met
}

/// What taking a session would do; `None` where it says nothing about the week here.
fn would(theirs: &EffectiveSession, ours: Option<&EffectiveSession>) -> Option<(Would, Vec<Change>)> {
    match ours {
        Some(ours) if theirs.removed && ours.removed => Some((Would::Nothing, Vec::new())),
        Some(_) if theirs.removed => Some((Would::Remove, vec![Change::Remove])),
        // Taken out here: it comes back as a new session, and what was taken out stays visible.
        Some(ours) if !ours.removed => {
            let mut changes = Vec::new();
            if ours.session != theirs.session {
                changes.push(Change::Replace { session: theirs.session.clone() });
            }
            if ours.date != theirs.date {
                changes.push(Change::Move { to: theirs.date });
            }
            Some((if changes.is_empty() { Would::Nothing } else { Would::Change }, changes))
        }
        None if theirs.removed || theirs.session.kind == SessionKind::Rest => None,
        Some(_) | None => Some((Would::Add, vec![Change::Add { date: theirs.date, session: theirs.session.clone() }])),
    }
}

fn against(
    theirs: &EffectiveSession,
    ours: Option<&EffectiveSession>,
    approved: bool,
    today: NaiveDate,
) -> Vec<Collision> {
    let ours_is = |what: fn(&EffectiveSession) -> bool| ours.is_some_and(what);
    [
        (Collision::Past, theirs.date < today || ours.is_some_and(|own| own.date < today)),
        (Collision::Locked, ours_is(|own| own.locked)),
        (Collision::Edited, ours_is(|own| own.source == Source::Coach)),
        (Collision::Club, ours_is(|own| own.block.is_some() || own.source == Source::Club)),
        (Collision::Approved, approved),
    ]
    .into_iter()
    .filter_map(|(collision, holds)| holds.then_some(collision))
    .collect()
}

#[cfg(test)]
mod tests;
