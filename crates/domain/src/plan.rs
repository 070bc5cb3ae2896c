//! A week's plan: the model's proposal, the coach's overrides and the notes, kept apart.
//! [`crate::effective`] is the single place where they combine.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::annotation::Annotation;
use crate::id::{ApprovalId, AthleteId, BlockId, PlanWeekId, ProposalId, SessionId};
use crate::overrides::Override;
use crate::reason::Reason;
use crate::session::Session;
use crate::week::Week;

/// How sure the proposal is, and what lowers it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Confidence {
    /// 0 (knows nothing) to 1.
    pub value: f64,
    /// What lowers it, each as data.
    pub lowered_by: Vec<Reason>,
}

/// One session as the model proposed it. Never changed after it was written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ProposedSession {
    /// Identity, kept through overrides and (when pinned) through re-proposals.
    pub id: SessionId,
    /// Day.
    pub date: NaiveDate,
    /// What.
    pub session: Session,
    /// Why, in the numbers that decided.
    pub reasons: Vec<Reason>,
    /// The club's block it stands for: fixed, not the engine's to move.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub block: Option<BlockId>,
}

/// One version of the model's proposal for a week. Never changed after it was written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Proposal {
    /// Identity.
    pub id: ProposalId,
    /// Engine and version, such as `guardrails-template/1`.
    pub engine: String,
    /// blake3 of the planner's input, so that the proposal can be replayed and compared.
    pub inputs: String,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// Load the week aims at, points; `None` when the engine abstained and used the template.
    pub target_load: Option<f64>,
    /// Sessions, by date.
    pub sessions: Vec<ProposedSession>,
    /// Reasons for the week as a whole.
    pub reasons: Vec<Reason>,
    /// How sure.
    pub confidence: Confidence,
    /// The engine had too little to go on: this is the template week, and the coach decides.
    pub abstained: bool,
}

/// One athlete's plan for one week with everything people wrote about it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlanWeek {
    /// Identity.
    pub id: PlanWeekId,
    /// Whose.
    pub athlete: AthleteId,
    /// Which week.
    pub week: Week,
    /// The newest proposal.
    pub proposal: Proposal,
    /// How many proposals were made for this week, the newest included.
    pub versions: u32,
    /// Overrides, oldest first, those undone included.
    pub overrides: Vec<Override>,
    /// Notes on this week, its days and sessions, oldest first, superseded ones included.
    pub annotations: Vec<Annotation>,
    /// When it was last exported, if ever.
    pub exported_at: Option<DateTime<Utc>>,
    /// Approvals, oldest first, those taken back included.
    pub approvals: Vec<Approval>,
}

impl PlanWeek {
    /// The approval that stands: the newest, if it was not taken back.
    #[must_use]
    pub fn approved(&self) -> Option<&Approval> {
        self.approvals.last().filter(|approval| !approval.withdrawn)
    }
}

/// How a week's plan stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PlanStatus {
    /// Nothing drafted.
    None,
    /// Drafted, untouched, and nothing asks for a look.
    Draft,
    /// Drafted, and something asks for a look before it is approved.
    NeedsReview,
    /// The coach changed it.
    Edited,
    /// The coach approved it.
    Approved,
    /// Exported, and unchanged since.
    Exported,
}

impl PlanStatus {
    /// Every status, from nothing to out of the house.
    pub const ALL: [PlanStatus; 6] = [
        PlanStatus::None,
        PlanStatus::Draft,
        PlanStatus::NeedsReview,
        PlanStatus::Edited,
        PlanStatus::Approved,
        PlanStatus::Exported,
    ];

    /// The stable name used in the words file (`screen-plan-draft`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            PlanStatus::None => "none",
            PlanStatus::Draft => "draft",
            PlanStatus::NeedsReview => "needs-review",
            PlanStatus::Edited => "edited",
            PlanStatus::Approved => "approved",
            PlanStatus::Exported => "exported",
        }
    }
}

/// The coach's word that a week stands, or that it no longer does. While it stands nothing in the week is proposed anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approval {
    /// Identity.
    pub id: ApprovalId,
    /// The proposal it was given for.
    pub proposal: ProposalId,
    /// It takes the approval back.
    pub withdrawn: bool,
    /// Who.
    pub author: String,
    /// When.
    pub at: DateTime<Utc>,
}
