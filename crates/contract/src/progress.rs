//! What the host tells the screen without being asked: progress of long work, and what moved.

use domain::id::{AthleteId, TaskId};
use serde::{Deserialize, Serialize};

/// A part of an athlete's record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Topic {
    /// The roster itself: opened, created.
    Roster,
    /// Name, squad, settings, availability, races.
    Athlete,
    /// Activities and loads.
    Activities,
    /// Wellness entries.
    Wellness,
    /// Plans, overrides, notes.
    Plan,
}

/// Something moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Touched {
    /// Whose; `None` for the whole roster.
    pub athlete: Option<AthleteId>,
    /// Which part.
    pub topic: Topic,
}

/// How far a long task is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Which task; the caller chose the id.
    pub task: TaskId,
    /// Steps done.
    pub done: u32,
    /// Steps in all.
    pub total: u32,
    /// What it is at (a file name).
    pub at: String,
    /// No more will come.
    pub finished: bool,
}
