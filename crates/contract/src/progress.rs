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
    /// What the coach decided about rows of the triage table.
    Triage,
}

/// Something moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Touched {
    /// Whose; `None` for the whole roster.
    pub athlete: Option<AthleteId>,
    /// Which part.
    pub topic: Topic,
}

/// What a long task is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Work {
    /// Files are read for a preview.
    Preview,
    /// Files come in.
    Import,
    /// Numbers are computed again.
    Recompute,
    /// Weeks are drafted.
    Draft,
    /// Something is written out.
    Export,
    /// Recordings are looked at again with other limits.
    Limits,
}

impl Work {
    /// Every kind of work.
    pub const ALL: [Work; 6] = [Work::Preview, Work::Import, Work::Recompute, Work::Draft, Work::Export, Work::Limits];

    /// The stable name, used in the words file (`work-import`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Work::Preview => "preview",
            Work::Import => "import",
            Work::Recompute => "recompute",
            Work::Draft => "draft",
            Work::Export => "export",
            Work::Limits => "limits",
        }
    }
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
    /// What it is about.
    pub work: Work,
    /// Somebody asked it to stop; what was done by then is whole.
    pub stopped: bool,
}
