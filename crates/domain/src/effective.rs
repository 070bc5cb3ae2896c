//! The effective week: proposal and overrides combined. Screen, export and adherence all read this and nothing else.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::id::{BlockId, OverrideId, SessionId};
use crate::overrides::{Change, Override};
use crate::plan::Proposal;
use crate::session::{Session, SessionKind};

/// Where a session comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    /// The model proposed it; a re-proposal may change it.
    Proposed,
    /// The coach changed or added it; protected.
    Coach,
    /// A fixed thing of the club; the engine plans around it.
    Club,
}

/// A session as it counts now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EffectiveSession {
    /// Identity.
    pub id: SessionId,
    /// Day.
    pub date: NaiveDate,
    /// What.
    pub session: Session,
    /// Whose.
    pub source: Source,
    /// Kept through re-proposals.
    pub locked: bool,
    /// Taken out by the coach; kept here so that it stays visible.
    pub removed: bool,
    /// The club's block it was proposed for, whatever the coach did with it since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub block: Option<BlockId>,
}

/// A week as it counts now.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct EffectiveWeek {
    /// Sessions by date, removed ones included.
    pub sessions: Vec<EffectiveSession>,
}

impl EffectiveWeek {
    /// Sessions that will be trained: removed ones left out.
    pub fn standing(&self) -> impl Iterator<Item = &EffectiveSession> + Clone {
        self.sessions.iter().filter(|s| !s.removed)
    }

    /// Sum of expected load, points.
    #[must_use]
    pub fn load(&self) -> f64 {
        self.standing().map(|s| s.session.load).sum()
    }

    /// Sum of minutes.
    #[must_use]
    pub fn minutes(&self) -> u32 {
        self.standing().map(|s| s.session.minutes).fold(0, u32::saturating_add)
    }
}

/// The overrides that count: those no active undo takes back. An undo can itself be undone.
#[must_use]
pub fn active(overrides: &[Override]) -> BTreeSet<OverrideId> {
    let mut undone = BTreeSet::new();
    for o in overrides.iter().rev() {
        if let Change::Undo { of } = o.change
            && !undone.contains(&o.id)
        {
            undone.insert(of);
        }
    }
    overrides.iter().map(|o| o.id).filter(|id| !undone.contains(id)).collect()
}

/// Combines a proposal with overrides (oldest first). Overrides whose session is not in the proposal and was not added
/// are skipped here: the store never drops a session that has one.
#[must_use]
pub fn effective(proposal: &Proposal, overrides: &[Override]) -> EffectiveWeek {
    let mut sessions: Vec<EffectiveSession> = proposal
        .sessions
        .iter()
        .map(|p| EffectiveSession {
            id: p.id,
            date: p.date,
            session: p.session.clone(),
            source: if p.block.is_some() { Source::Club } else { Source::Proposed },
            locked: false,
            removed: false,
            block: p.block,
        })
        .collect();
    let active = active(overrides);
    for o in overrides.iter().filter(|o| active.contains(&o.id)) {
        if let Change::Add { date, session } = &o.change {
            let added = EffectiveSession {
                id: o.session,
                date: *date,
                session: session.clone(),
                source: Source::Coach,
                locked: false,
                removed: false,
                block: None,
            };
            // One identity, one session: a proposal that holds an added session does not double it.
            match sessions.iter_mut().find(|s| s.id == o.session) {
                Some(present) => *present = added,
                None => sessions.push(added),
            }
            continue;
        }
        let Some(target) = sessions.iter_mut().find(|s| s.id == o.session) else { continue };
        match &o.change {
            Change::Replace { session } => target.session = session.clone(),
            Change::Move { to } => target.date = *to,
            Change::Scale { percent } => target.session = target.session.scaled(f64::from(*percent) / 100.0),
            Change::Remove => target.removed = true,
            Change::Lock => target.locked = true,
            Change::Unlock => target.locked = false,
            Change::Add { .. } | Change::Undo { .. } => {}
        }
        if matches!(o.change, Change::Replace { .. } | Change::Move { .. } | Change::Scale { .. } | Change::Remove) {
            target.source = Source::Coach;
        }
    }
    // A proposed rest gives way to training that the coach puts on its day.
    let trained: BTreeSet<NaiveDate> =
        sessions.iter().filter(|s| !s.removed && s.session.kind != SessionKind::Rest).map(|s| s.date).collect();
    sessions.retain(|s| {
        s.source != Source::Proposed || s.locked || s.session.kind != SessionKind::Rest || !trained.contains(&s.date)
    });
    sessions.sort_by_key(|s| (s.date, s.id));
    EffectiveWeek { sessions }
}

/// The sessions a re-proposal must leave exactly as they are: past, locked, changed or added by the coach
/// (removed ones too, so that a re-proposal does not bring them back).
#[must_use]
pub fn pinned(week: &EffectiveWeek, today: NaiveDate) -> Vec<EffectiveSession> {
    week.sessions.iter().filter(|s| s.date < today || s.locked || s.source == Source::Coach).cloned().collect()
}

#[cfg(test)]
mod tests;
