//! A week later: each proposal and each override with what came of it, as rows that later models and the model card read.

use std::collections::BTreeMap;

use chrono::{DateTime, Days, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::adherence::{Fate, Joined};
use crate::effective::active;
use crate::id::{AdaptationId, AthleteId, OverrideId, ProposalId, SessionId};
use crate::overrides::{Change, Override, ReasonTag};
use crate::plan::PlanWeek;
use crate::reading::Reading;
use crate::session::SessionKind;
use crate::sport::Sport;
use crate::week::Week;

/// What was decided about a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "decision", rename_all = "kebab-case")]
pub enum Decision {
    /// Trained as proposed.
    Proposed,
    /// The coach changed it.
    Overridden {
        /// The newest override that counts.
        by: OverrideId,
        /// Why.
        tag: ReasonTag,
    },
    /// An adaptation changed it.
    Adapted {
        /// Which.
        by: AdaptationId,
    },
    /// The coach added it.
    Added {
        /// By which override.
        by: OverrideId,
    },
}

/// One session of a week that is over, with what came of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FollowUp {
    /// Whose.
    pub athlete: AthleteId,
    /// Which week.
    pub week: Week,
    /// The newest proposal of the week.
    pub proposal: ProposalId,
    /// The engine that made it.
    pub engine: String,
    /// Which session.
    pub session: SessionId,
    /// Its day as it counts.
    pub date: NaiveDate,
    /// Its kind as it counts.
    pub kind: SessionKind,
    /// Its sport.
    pub sport: Sport,
    /// What was decided.
    pub decision: Decision,
    /// What was done.
    pub fate: Fate,
    /// Load the model proposed, points; `None` for an added session.
    pub proposed_load: Option<f64>,
    /// Load as planned in the end, points.
    pub planned_load: f64,
    /// Load done, points.
    pub done_load: Option<f64>,
    /// Felt effort expected, 0 to 10.
    pub expected_rpe: Option<f64>,
    /// Felt effort told, 0 to 10.
    pub felt_rpe: Option<f64>,
    /// Readiness two mornings later.
    pub readiness_after: Reading<f64>,
    /// Readiness on the morning of the day.
    pub readiness_before: Reading<f64>,
    /// Confidence of the proposal.
    pub confidence: f64,
    /// When the row was made.
    pub at: DateTime<Utc>,
}

/// Days after a session on whose morning its readiness is read: the night after it is the first that knows of it.
pub const AFTER_DAYS: u64 = 2;
/// Days after its Sunday from which a week is followed up: late uploads and the mornings after it have come in by then.
pub const OVER_DAYS: i64 = 7;

/// Whether a week has been over long enough to be followed up.
#[must_use]
pub fn is_over(week: Week, today: NaiveDate) -> bool {
    (today - week.sunday()).num_days() >= OVER_DAYS
}

impl FollowUp {
    /// Whether two rows say the same, whenever they were made.
    #[must_use]
    pub fn says(&self, other: &FollowUp) -> bool {
        FollowUp { at: other.at, ..self.clone() } == *other
    }
}

/// The rows of a week: one a session that was proposed or added, in the order of `joined`. What was taken out has a planned
/// load of 0; deeds without a plan have no row.
///
/// `adapted`: overrides that came of an adaptation; `readiness`: the score of a morning. A session that was done on another
/// day is read on that day's mornings.
#[must_use]
pub fn rows(
    plan: &PlanWeek,
    joined: &[Joined],
    adapted: &BTreeMap<OverrideId, AdaptationId>,
    readiness: impl Fn(NaiveDate) -> Reading<f64>,
    at: DateTime<Utc>,
) -> Vec<FollowUp> {
    let counting = active(&plan.overrides);
    let made: Vec<&Override> = plan.overrides.iter().filter(|made| counting.contains(&made.id)).collect();
    let row = |one: &Joined| {
        let planned = one.planned.as_ref()?;
        let proposed = plan.proposal.sessions.iter().find(|proposed| proposed.id == planned.id);
        let day = one.done.as_ref().map_or(planned.date, |done| done.date);
        Some(FollowUp {
            athlete: plan.athlete,
            week: plan.week,
            proposal: plan.proposal.id,
            engine: plan.proposal.engine.clone(),
            session: planned.id,
            date: planned.date,
            kind: planned.session.kind,
            sport: planned.session.sport,
            decision: decision(&made, planned.id, adapted),
            fate: one.fate,
            proposed_load: proposed.map(|proposed| proposed.session.load),
            planned_load: if planned.removed { 0.0 } else { planned.session.load },
            done_load: one.done.as_ref().and_then(|done| done.load),
            expected_rpe: one.expected_rpe,
            felt_rpe: one.done.as_ref().and_then(|done| done.rpe).map(|rpe| rpe.0),
            readiness_before: readiness(day),
            readiness_after: readiness(day + Days::new(AFTER_DAYS)),
            confidence: plan.proposal.confidence.value,
            at,
        })
    };
    joined.iter().filter_map(row).collect()
}

/// What was decided about a session: that it was added, else the newest change that counts. Locks change nothing.
fn decision(made: &[&Override], session: SessionId, adapted: &BTreeMap<OverrideId, AdaptationId>) -> Decision {
    let mine = || made.iter().filter(|made| made.session == session);
    if let Some(added) = mine().find(|made| matches!(made.change, Change::Add { .. })) {
        return Decision::Added { by: added.id };
    }
    let changes = |made: &&&Override| {
        matches!(made.change, Change::Replace { .. } | Change::Move { .. } | Change::Scale { .. } | Change::Remove)
    };
    mine().rfind(changes).map_or(Decision::Proposed, |newest| match adapted.get(&newest.id) {
        Some(by) => Decision::Adapted { by: *by },
        None => Decision::Overridden { by: newest.id, tag: newest.tag },
    })
}

#[cfg(test)]
mod tests;
