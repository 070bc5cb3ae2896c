//! What would become of files, looked at before anything is written, and what the coach decides.

use chrono::{NaiveDate, NaiveDateTime};
use domain::guess::GuessReason;
use domain::id::{ActivityId, AthleteId, PreviewId, SessionId, StageId, TaskId};
use domain::recording::{ChannelKind, Repair};
use domain::same::Evidence;
use domain::sport::Sport;
use domain::table::ColumnUse;
use serde::{Deserialize, Serialize};

/// Where the files of a preview are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// Files and folders on this machine.
    Paths(Vec<String>),
    /// Uploaded before.
    Staged(StageId),
}

/// Read everything and say what would become of it. Writes nothing into the roster. One preview is kept at a time; a new
/// one takes its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewImport {
    /// What.
    pub origin: Origin,
    /// Whose they all are; guessed file by file if left out.
    pub athlete: Option<AthleteId>,
    /// Task that reports progress and can be cancelled.
    pub task: Option<TaskId>,
}

/// The preview that waits for a decision, if there is one (a page may have been reloaded).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShowPreview {}

/// Leave it. Replies whether it was there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DiscardPreview {
    /// Which.
    pub preview: PreviewId,
}

/// What would become of the files.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Preview {
    /// Identity.
    pub id: PreviewId,
    /// Every file, in the order read.
    pub rows: Vec<PreviewRow>,
    /// It was cancelled; rows not reached are missing.
    pub cancelled: bool,
}

/// What would become of one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// New, and it is clear whose it is.
    New,
    /// New, but somebody must say whose it is.
    Unknown,
    /// A table whose columns somebody must name first.
    NeedsColumns,
    /// The same activity is here, or earlier in this list, from another file: kept and linked, its load counts once.
    SameActivity,
    /// It may be the same activity; the coach decides, and until then it is kept apart.
    MaybeSame,
    /// The same bytes are here already.
    Duplicate,
    /// Not an activity or wellness: kept as it is (course, settings).
    Routed,
    /// Cannot be kept; the message says why and what to do.
    Refused,
}

/// One file of a preview.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PreviewRow {
    /// Place in the list, from 0.
    pub row: u32,
    /// Path or name; inside an archive `club.zip/Ada Fell/ride.fit`.
    pub path: String,
    /// Format as its usual ending (`fit`); empty if unknown.
    pub format: String,
    /// What would become of it.
    pub verdict: Verdict,
    /// Activities in it.
    pub activities: Vec<PreviewActivity>,
    /// Wellness values in it.
    pub wellness: u32,
    /// First and last day of those values.
    pub days: Option<(NaiveDate, NaiveDate)>,
    /// Session templates in it.
    pub templates: u32,
    /// Whose it may be, likeliest first; empty if nothing speaks for anybody.
    pub guesses: Vec<GuessView>,
    /// Device, in words, if the file names one with a serial: can be remembered.
    pub device: Option<String>,
    /// What it is the same as, for [`Verdict::SameActivity`] and [`Verdict::MaybeSame`].
    pub same: Option<SameView>,
    /// Repairs.
    pub repairs: Vec<Repair>,
    /// Headings and first rows, for [`Verdict::NeedsColumns`].
    pub columns: Option<ColumnsView>,
    /// What happened, in words; empty when nothing needs saying.
    pub message: String,
}

/// One activity of a preview.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PreviewActivity {
    /// Sport.
    pub sport: Sport,
    /// The file's own name for it.
    pub sport_detail: Option<String>,
    /// Start on the clock of the likeliest athlete (of this laptop if nobody is likely).
    pub start_local: NaiveDateTime,
    /// Seconds with the timer running.
    pub timer_s: f64,
    /// Metres.
    pub distance_m: Option<f64>,
    /// What was measured.
    pub channels: Vec<ChannelKind>,
    /// Strength sets or pool lengths.
    pub parts: u32,
    /// The planned session it fits, if the athlete is known: identity and title.
    pub session: Option<(SessionId, String)>,
}

/// Somebody whose file it may be.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GuessView {
    /// Who.
    pub athlete: AthleteId,
    /// Name.
    pub name: String,
    /// 0 to 1; from [`domain::guess::SURE`] on a file is given without asking.
    pub confidence: f64,
    /// Why, as data.
    pub reasons: Vec<GuessReason>,
    /// Why, in words.
    pub why: String,
}

/// What a file's activity is the same as.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SameView {
    /// The one here already; `None` if it is an earlier row of this preview.
    pub activity: Option<ActivityId>,
    /// That earlier row.
    pub row: Option<u32>,
    /// Name of the file it came from.
    pub file: String,
    /// Its athlete's name.
    pub athlete: String,
    /// 0 to 1.
    pub score: f64,
    /// Why.
    pub evidence: Vec<Evidence>,
    /// Why, in words.
    pub why: String,
    /// The file in hand measured more: it would count, and the one here would be its copy.
    pub richer: bool,
}

/// A table whose headings mean nothing here yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnsView {
    /// Headings in order.
    pub headings: Vec<String>,
    /// The first rows.
    pub sample: Vec<Vec<String>>,
    /// What each column is taken for so far.
    pub uses: Vec<ColumnUse>,
}

/// Say what the columns of a table with these headings mean; remembered for every later table with the same headings.
/// Replies the preview, read again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MapColumns {
    /// Headings as they stand in the file.
    pub headings: Vec<String>,
    /// One for each heading.
    pub uses: Vec<ColumnUse>,
    /// Task that reports progress.
    pub task: Option<TaskId>,
}

/// What the coach decided about one row. Rows not named are taken as previewed; unknown ones go to the stand-in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Which row.
    pub row: u32,
    /// Leave it out.
    pub skip: bool,
    /// Whose it is; as guessed if left out.
    pub athlete: Option<AthleteId>,
    /// Remember its device for that athlete.
    pub remember_device: bool,
    /// For a row that is or may be the same as another: link it (`true`) or keep both apart (`false`); as previewed if left
    /// out.
    pub link: Option<bool>,
}
