//! The journal: one line for every write, append-only. It says who changed what, when, and what stood there before.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::id::{AthleteId, JournalId};

/// One line of the journal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct JournalLine {
    /// Identity.
    pub id: JournalId,
    /// When, UTC.
    pub at: DateTime<Utc>,
    /// Hybrid logical clock `milliseconds.counter`: orders lines even when the wall clock jumps back.
    pub clock: String,
    /// Who did it.
    pub author: String,
    /// Which roster copy it was made in.
    pub origin: String,
    /// What was done, as a stable code (`import-files`, `override-session`).
    pub action: String,
    /// Whose data, if one athlete's.
    pub athlete: Option<AthleteId>,
    /// What it was done to.
    pub subject: Option<String>,
    /// What stood there before, as JSON; `null` for something new.
    pub before: serde_json::Value,
}
