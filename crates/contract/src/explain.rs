//! Why a week is as it is: what binds it, what else was possible and at which price, what would be without a limit; and the
//! same proposal made once more.

use chrono::NaiveDate;
use domain::id::AthleteId;
use domain::week::Week;
use serde::{Deserialize, Serialize};

/// Explain the newest proposal of a week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExplainWeek {
    /// Who.
    pub athlete: AthleteId,
    /// Which.
    pub week: Week,
}

/// Make a kept proposal once more from what the engine was told then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReplayProposal {
    /// Who.
    pub athlete: AthleteId,
    /// Which week.
    pub week: Week,
    /// Which version; the newest if left out.
    pub version: Option<u32>,
}

/// Whether it came out the same.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Replayed {
    /// Which version, of how many.
    pub version: u32,
    /// How many there are.
    pub versions: u32,
    /// The engine that made it then.
    pub engine: String,
    /// The engine of this program.
    pub engine_now: String,
    /// Digest of what it was told.
    pub inputs: String,
    /// Whether what is kept has that digest.
    pub inputs_hold: bool,
    /// Whether the same sessions, target and reasons came out.
    pub same: bool,
    /// Days that came out differently.
    pub different: Vec<NaiveDate>,
}
