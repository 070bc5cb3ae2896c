//! Changing an activity: a preview of what it would do, doing it, taking it back, and what was recorded beside what was
//! made of it.

use chrono::NaiveDateTime;
use domain::id::{ActivityId, RevisionId};
use domain::recording::{ChannelKind, Span};
use domain::revision::{Change, Member, Revision};
use domain::sport::Sport;
use domain::unit::{Bpm, Meters, Seconds};
use serde::{Deserialize, Serialize};

/// Change an activity that counts. Nothing recorded is lost: the change is kept beside it and can be taken back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReviseActivity {
    /// Which.
    pub activity: ActivityId,
    /// What; moments are seconds since the start of the version that is shown.
    pub change: Change,
    /// Why.
    pub reason: String,
}

/// What a change would do, without doing it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PreviewRevision {
    /// Which.
    pub activity: ActivityId,
    /// What; moments are seconds since the start of the version that is shown.
    pub change: Change,
}

/// Take a change back. It stays in the history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UndoRevision {
    /// Which.
    pub revision: RevisionId,
    /// Why.
    pub reason: String,
}

/// Every change made to an activity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListRevisions {
    /// Which.
    pub activity: ActivityId,
}

/// The numbers of one version of an activity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct VersionNumbers {
    /// Sport.
    pub sport: Sport,
    /// First moment on the athlete's clock.
    pub start_local: NaiveDateTime,
    /// Pauses included.
    pub elapsed: Seconds,
    /// Time with the timer running.
    pub timer: Seconds,
    /// Distance covered.
    pub distance: Option<Meters>,
    /// Load, points.
    pub load: Option<f64>,
    /// Mean heart rate.
    pub avg_hr: Option<Bpm>,
    /// Highest heart rate.
    pub max_hr: Option<Bpm>,
    /// Samples marked as suspect, over all channels.
    pub marked: u32,
}

/// What a change would do: everything that counts before, and everything that counts after.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RevisionPreview {
    /// The activity, and what would be merged into it.
    pub before: Vec<VersionNumbers>,
    /// The activity as it would be, or its parts.
    pub after: Vec<VersionNumbers>,
}

/// The history of an activity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RevisionsView {
    /// Which activity.
    pub activity: ActivityId,
    /// What was recorded.
    pub recorded: VersionNumbers,
    /// What stands.
    pub now: VersionNumbers,
    /// Seconds from the start of what was recorded to the start of what stands.
    pub offset_s: f64,
    /// Every change, oldest first, those that were taken back too. Moments are seconds since the start of what was recorded.
    pub revisions: Vec<Revision>,
    /// Whether it counts; what does not cannot be changed.
    pub counts: bool,
    /// Why it does not count, if a change is why.
    pub replaced: Option<Member>,
    /// The parts that count instead, if it was split.
    pub parts: Vec<ActivityId>,
    /// The activity it is a part of.
    pub part_of: Option<ActivityId>,
}

/// One channel as it was recorded beside what is used of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RawChannel {
    /// Which activity.
    pub id: ActivityId,
    /// Which channel.
    pub channel: ChannelKind,
    /// Points a line may have (the picture's width in pixels), 50 to 4000.
    pub width: u32,
}

/// The answer. Times are seconds since the start of the version in force; what was trimmed off lies before 0 or after it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RawChannelView {
    /// Which channel.
    pub channel: ChannelKind,
    /// Every value as recorded, thinned so that the lowest and the highest stay.
    pub raw: Vec<(f64, f64)>,
    /// What is used, thinned the same way.
    pub used: Vec<(f64, f64)>,
    /// Stretches marked as suspect.
    pub marked: Vec<Span>,
    /// Samples recorded.
    pub recorded: u32,
    /// Samples used.
    pub kept: u32,
}
