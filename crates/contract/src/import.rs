//! Import: preview, commit, what became of each file, and the way back.

mod batch;
mod preview;

pub use batch::{
    BatchMoved, BatchSource, BatchState, BatchView, ExportReport, ListBatches, RedoImport, ResumeImport, ShowImport,
    UndoImport,
};
pub use preview::{
    Choice, ColumnsView, DiscardPreview, GuessView, MapColumns, Origin, Preview, PreviewActivity, PreviewImport,
    PreviewRow, SameView, ShowPreview, Verdict,
};

use domain::id::{ActivityId, AthleteId, BatchId, ContentHash, PreviewId, StageId, TaskId};
use domain::recording::Repair;
use serde::{Deserialize, Serialize};

/// Import files and folders (folders are walked, archives opened) at once, without a review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportFiles {
    /// Paths.
    pub paths: Vec<String>,
    /// Whose they are; guessed from device, names and history if left out.
    pub athlete: Option<AthleteId>,
    /// Task that reports progress and can be cancelled.
    pub task: Option<TaskId>,
}

/// Bring files whose bytes come with the call (a browser knows no paths) into a private waiting place, in as many calls as
/// it takes. Nothing of it is in the roster before [`CommitImport`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StageFiles {
    /// The waiting place of the calls before; a new one if left out.
    pub stage: Option<StageId>,
    /// Files.
    pub files: Vec<Upload>,
    /// Files the browser could not read, by name with its reason: they become refused rows of the report.
    pub unreadable: Vec<(String, String)>,
}

/// One uploaded file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Upload {
    /// Name, with its folder if one was dropped (`Ada Fell/ride.fit`).
    pub name: String,
    /// Bytes, base64.
    pub base64: String,
}

/// The waiting place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StageView {
    /// Which.
    pub stage: StageId,
    /// Files in it.
    pub files: u32,
}

/// Bring the previewed files in, as one batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommitImport {
    /// Which preview.
    pub preview: PreviewId,
    /// Decisions.
    pub choices: Vec<Choice>,
    /// Task that reports progress and can be cancelled.
    pub task: Option<TaskId>,
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

/// Say that an activity is a copy of another, or that it is not. The newest word counts; earlier ones stay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkActivity {
    /// Which.
    pub activity: ActivityId,
    /// Of which it is a copy.
    pub of: ActivityId,
    /// It is (`true`), or it is not (`false`).
    pub same: bool,
}

/// What became of one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Read and kept.
    Imported,
    /// Read, kept and linked with the same activity from another file: its load counts once.
    Linked,
    /// The same bytes are here already.
    Duplicate,
    /// Recognised as something that is not an activity or wellness; kept as it is.
    Routed,
    /// Left out by the coach.
    Skipped,
    /// Not kept; the message says why.
    Refused,
}

impl Outcome {
    /// Every outcome, in the order of reports.
    pub const ALL: [Outcome; 6] =
        [Outcome::Imported, Outcome::Linked, Outcome::Duplicate, Outcome::Routed, Outcome::Skipped, Outcome::Refused];

    /// The stable name used in files, in the store and in the words file (`screen-outcome-imported`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Outcome::Imported => "imported",
            Outcome::Linked => "linked",
            Outcome::Duplicate => "duplicate",
            Outcome::Routed => "routed",
            Outcome::Skipped => "skipped",
            Outcome::Refused => "refused",
        }
    }
}

/// One file of an import.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FileReport {
    /// Path or name; inside an archive `club.zip/Ada Fell/ride.fit`.
    pub path: String,
    /// Identity of the bytes; `None` if they could not be read.
    pub hash: Option<ContentHash>,
    /// What became of it.
    pub outcome: Outcome,
    /// Activities it brought (for a duplicate: those already here).
    pub activities: Vec<ActivityId>,
    /// Wellness values it brought.
    pub wellness: u32,
    /// Session templates it brought.
    pub templates: u32,
    /// Whose; `None` when nothing was kept.
    pub athlete: Option<String>,
    /// Why this athlete, in words.
    pub guess: Option<String>,
    /// Titles of the planned sessions its activities fit.
    pub sessions: Vec<String>,
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
    /// What changed because of it, one for each athlete; empty for a report read again later.
    pub changed: Vec<Changed>,
}

/// What an import changed for one athlete.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Changed {
    /// Who.
    pub athlete: AthleteId,
    /// Name.
    pub name: String,
    /// Activities that came in and count.
    pub activities: u32,
    /// Wellness values that came in.
    pub wellness: u32,
    /// Load of the last seven days: before, after.
    pub load_7d: (f64, f64),
    /// Form today: before, after; `None` without any load.
    pub form: (Option<f64>, Option<f64>),
    /// Reasons for attention that are new, in words.
    pub new_flags: Vec<String>,
    /// Reasons for attention that are gone, in words.
    pub gone_flags: Vec<String>,
    /// Planned sessions that now have an activity, by title.
    pub sessions: Vec<String>,
}

/// Watch a folder: what appears in it is imported by itself. Off until asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetWatch {
    /// The folder; `None` stops watching.
    pub folder: Option<String>,
}

/// Which folder is watched?
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShowWatch {}

/// The watched folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WatchView {
    /// The folder, if one is set.
    pub folder: Option<String>,
    /// It is being watched now.
    pub running: bool,
    /// Why it is not, in words, though one is set.
    pub problem: Option<String>,
}
