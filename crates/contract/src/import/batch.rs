//! Batches: going on with one that was cut, taking one back, reading its report again.

use chrono::{DateTime, Utc};
use domain::id::{BatchId, TaskId};
use serde::{Deserialize, Serialize};

use super::Outcome;

/// Go on with an import that ended in the middle (a crash, a power cut). Files that are in already are not read twice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResumeImport {
    /// Which.
    pub batch: BatchId,
    /// Task that reports progress and can be cancelled.
    pub task: Option<TaskId>,
}

/// Take a batch back: its activities, values, links, devices and templates are as if never imported. The bytes are kept,
/// and [`RedoImport`] brings all of it again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UndoImport {
    /// Which.
    pub batch: BatchId,
}

/// Bring a batch that was taken back again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RedoImport {
    /// Which.
    pub batch: BatchId,
}

/// What an undo took back, or a redo brought.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct BatchMoved {
    /// Activities.
    pub activities: u32,
    /// Wellness values.
    pub wellness: u32,
    /// Devices remembered.
    pub devices: u32,
    /// Session templates.
    pub templates: u32,
    /// Activities that were linked as copies because of the batch.
    pub links: u32,
    /// Notes a person wrote on those activities: kept, and shown again with them.
    pub notes: u32,
}

/// The kept report of an import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShowImport {
    /// Which.
    pub batch: BatchId,
}

/// Write the kept report as a table (CSV).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportReport {
    /// Which.
    pub batch: BatchId,
    /// Folder; the usual one for exports if left out.
    pub folder: Option<String>,
}

/// Earlier imports, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListBatches {}

/// Where a batch came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BatchSource {
    /// Files and folders a person chose.
    Files,
    /// Files that came through a browser.
    Uploads,
    /// The watched folder.
    Watch,
    /// Entered by hand.
    Hand,
}

/// How a batch stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BatchState {
    /// Running now.
    Running,
    /// It ended in the middle and can go on.
    Interrupted,
    /// Finished.
    Done,
    /// Stopped by a person.
    Cancelled,
    /// Taken back.
    Undone,
}

/// One earlier import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BatchView {
    /// Identity.
    pub id: BatchId,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub author: String,
    /// Where it came from.
    pub source: BatchSource,
    /// How it stands.
    pub state: BatchState,
    /// Files looked at.
    pub files: u32,
    /// Files of each outcome, in the order of [`Outcome::ALL`], zeros left out.
    pub outcomes: Vec<(Outcome, u32)>,
    /// Activities brought.
    pub activities: u32,
}
