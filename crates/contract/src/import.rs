//! Import of device files and what became of each.

use chrono::{DateTime, Utc};
use domain::id::{ActivityId, AthleteId, BatchId, TaskId};
use domain::recording::Repair;
use serde::{Deserialize, Serialize};

/// Import files and folders (folders are walked).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportFiles {
    /// Paths.
    pub paths: Vec<String>,
    /// Whose they are; guessed from device and names if left out.
    pub athlete: Option<AthleteId>,
    /// Task that reports progress and can be cancelled.
    pub task: Option<TaskId>,
}

/// Import files whose bytes come with the call (a browser knows no paths).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportUploads {
    /// Files.
    pub files: Vec<Upload>,
    /// Whose they are; guessed if left out.
    pub athlete: Option<AthleteId>,
    /// Task that reports progress and can be cancelled.
    pub task: Option<TaskId>,
}

/// One uploaded file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Upload {
    /// Name, with its folder if one was dropped (`Ada Fell/ride.fit`).
    pub name: String,
    /// Bytes, base64.
    pub base64: String,
}

/// Give activities to an athlete; replies how many moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssignActivities {
    /// Which.
    pub activities: Vec<ActivityId>,
    /// To whom.
    pub athlete: AthleteId,
    /// Remember the device for the next import.
    pub remember_device: bool,
}

/// What became of one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Read and kept.
    Imported,
    /// The same bytes are here already.
    Duplicate,
    /// Recognised as something that is not an activity or wellness; kept as it is.
    Routed,
    /// Not kept; the message says why.
    Refused,
}

/// One file of an import.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FileReport {
    /// Path or name.
    pub path: String,
    /// What became of it.
    pub outcome: Outcome,
    /// Activities it brought (for a duplicate: those already here).
    pub activities: Vec<ActivityId>,
    /// Wellness values it brought.
    pub wellness: u32,
    /// Whose; `None` when nothing was kept.
    pub athlete: Option<String>,
    /// Why this athlete, in words.
    pub guess: Option<String>,
    /// Repairs.
    pub repairs: Vec<Repair>,
    /// What happened, in words.
    pub message: String,
}

/// What became of an import.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ImportReport {
    /// The batch.
    pub batch: BatchId,
    /// Every file, in the order read.
    pub files: Vec<FileReport>,
    /// The import was cancelled; the files named were finished, the rest were not touched.
    pub cancelled: bool,
}

/// Earlier imports, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListBatches {}

/// One earlier import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BatchView {
    /// Identity.
    pub id: BatchId,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub author: String,
    /// Files kept.
    pub files: u32,
    /// Activities brought.
    pub activities: u32,
}
