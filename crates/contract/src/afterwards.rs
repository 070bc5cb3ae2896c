//! What came of the plans: adherence, planned against felt effort, and the rows that later models read.

use domain::adherence::{Adherence, EffortLine, Joined};
use domain::id::AthleteId;
use domain::week::Week;
use serde::{Deserialize, Serialize};

/// What was done of what was planned, the last weeks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShowAdherence {
    /// Who.
    pub athlete: AthleteId,
    /// The last week.
    pub week: Week,
    /// So many weeks, 1 to 26.
    pub weeks: u32,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AdherenceView {
    /// Weeks with a plan, oldest first.
    pub weeks: Vec<AdherenceWeek>,
    /// All of them together.
    pub total: Adherence,
    /// Felt against expected effort by kind of session.
    pub effort: Vec<EffortLine>,
}

/// One week.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AdherenceWeek {
    /// Which.
    pub week: Week,
    /// Sessions and deeds, by date.
    pub joined: Vec<Joined>,
    /// Counted.
    pub adherence: Adherence,
}

/// Join every proposal and override whose week is over with what came of it. Replies how many rows were made or made anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JoinFollowUps {}

/// The rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListFollowUps {
    /// One athlete only.
    pub athlete: Option<AthleteId>,
    /// At most so many, newest weeks first.
    pub limit: u32,
}
