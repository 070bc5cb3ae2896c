//! What people enter by hand, and what leaves the program again: activities, a squad's morning, exports, repair limits,
//! and which signals there are.

use chrono::{NaiveDate, NaiveDateTime};
use domain::clean::RepairLimits;
use domain::entered::EnteredActivity;
use domain::id::{ActivityId, AthleteId, TaskId};
use domain::signal::{Freshness, Quality, SignalId, Tier};
use domain::wellness::WellnessValue;
use serde::{Deserialize, Serialize};

/// Add an activity nobody recorded. It is kept as a small file of its own and goes the way of every import (a batch of one).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AddActivity {
    /// Whose.
    pub athlete: AthleteId,
    /// What.
    pub entered: EnteredActivity,
}

/// A squad's morning in lines, one athlete a line: `Ada: sleep 7.5, sore 3, hr 48; ill`. Read first, kept when asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SquadMorning {
    /// The day.
    pub day: NaiveDate,
    /// The lines.
    pub text: String,
    /// Keep what was understood; refused as a whole while a line has a problem.
    pub keep: bool,
}

/// What was understood.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SquadMorningView {
    /// Every line that is not empty.
    pub lines: Vec<MorningLine>,
    /// Values kept; 0 while only read.
    pub kept: u32,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MorningLine {
    /// Line number from 1.
    pub line: u32,
    /// Who, if understood.
    pub athlete: Option<(AthleteId, String)>,
    /// Values.
    pub values: Vec<WellnessValue>,
    /// What was not understood, in words.
    pub problem: Option<String>,
}

/// A format an activity can leave in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ActivityFormat {
    /// The bytes as they were imported.
    Original,
    /// FIT.
    Fit,
    /// TCX.
    Tcx,
    /// GPX (only with positions).
    Gpx,
    /// A table, one row a sample.
    Csv,
}

impl ActivityFormat {
    /// Every format.
    pub const ALL: [ActivityFormat; 5] =
        [ActivityFormat::Original, ActivityFormat::Fit, ActivityFormat::Tcx, ActivityFormat::Gpx, ActivityFormat::Csv];

    /// The stable name used in the words file (`export-format-fit`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            ActivityFormat::Original => "original",
            ActivityFormat::Fit => "fit",
            ActivityFormat::Tcx => "tcx",
            ActivityFormat::Gpx => "gpx",
            ActivityFormat::Csv => "csv",
        }
    }
}

/// Write an activity to a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportActivity {
    /// Which.
    pub id: ActivityId,
    /// As what.
    pub format: ActivityFormat,
    /// Folder; the usual one for exports if left out.
    pub folder: Option<String>,
}

/// Write everything about an athlete to one archive: original files, tables, settings, notes, plans, consents and journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportAthlete {
    /// Who.
    pub athlete: AthleteId,
    /// Folder; the usual one for exports if left out.
    pub folder: Option<String>,
    /// Task that reports progress and can be cancelled.
    pub task: Option<TaskId>,
}

/// A file that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exported {
    /// Where.
    pub path: String,
    /// Bytes.
    pub bytes: u64,
    /// What is not in it and why, in words.
    pub left_out: Vec<String>,
}

/// The limits past which an athlete's samples are marked as suspect.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShowRepairLimits {
    /// Who.
    pub athlete: AthleteId,
}

/// Change them. Every activity of the athlete is looked through again from what was recorded; replies how many changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetRepairLimits {
    /// Who.
    pub athlete: AthleteId,
    /// The limits; `None` goes back to the usual ones.
    pub limits: Option<RepairLimits>,
    /// Task that reports progress and can be cancelled.
    pub task: Option<TaskId>,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RepairLimitsView {
    /// The limits in force.
    pub limits: RepairLimits,
    /// They are this athlete's own and not the usual ones.
    pub own: bool,
}

/// Every signal of an athlete: newest reading, where it is from, how old and how good (the data contract, docs/data.md).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShowSignals {
    /// Who.
    pub athlete: AthleteId,
    /// As of which day; today if left out.
    pub on: Option<NaiveDate>,
}

/// One signal of an athlete.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SignalView {
    /// Which.
    pub signal: SignalId,
    /// 1 direct and validated, 2 context, 3 experimental.
    pub tier: Tier,
    /// Newest value in the signal's unit (for a recorded channel: its mean over the newest activity that has it).
    pub value: Option<f64>,
    /// When it was measured, on the athlete's clock.
    pub at: Option<NaiveDateTime>,
    /// Device or app it comes from.
    pub source: Option<String>,
    /// Current, stale or never seen.
    pub freshness: Freshness,
    /// How good the newest reading is.
    pub quality: Option<Quality>,
    /// Readings in the last 28 days.
    pub recent: u32,
    /// The activity it comes from, if it was recorded in one.
    pub activity: Option<ActivityId>,
}
