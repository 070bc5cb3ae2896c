//! Activities, trends and the pictures made of them.

use chrono::NaiveDate;
use domain::activity::Activity;
use domain::annotation::Annotation;
use domain::athlete::Athlete;
use domain::id::{ActivityId, AthleteId};
use domain::readiness::ReadinessDay;
use domain::recording::{ChannelKind, Span};
use domain::season::{Race, SeasonPhase};
use domain::trend::TrendPoint;
use domain::unit::Rpe;
use serde::{Deserialize, Serialize};

/// Activities of an athlete, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListActivities {
    /// Who.
    pub athlete: AthleteId,
    /// First local day, if limited.
    pub from: Option<NaiveDate>,
    /// Last local day, if limited.
    pub to: Option<NaiveDate>,
    /// At most this many; all if left out.
    pub limit: Option<u32>,
}

/// One activity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivityDetail {
    /// Which.
    pub id: ActivityId,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ActivityView {
    /// The activity.
    pub activity: Activity,
    /// Whose.
    pub athlete: Athlete,
    /// Name of the file it came from.
    pub file: String,
    /// Channels it has.
    pub channels: Vec<ChannelKind>,
    /// Notes on it, newest first; those on its copies too.
    pub notes: Vec<Annotation>,
    /// Title of the planned session it was matched to.
    pub session: Option<String>,
    /// The same activity from other files; their load does not count.
    pub copies: Vec<ActivityCopy>,
    /// The activity this one is a copy of: that one's load counts, not this one's.
    pub copy_of: Option<ActivityId>,
}

/// The same activity from another file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ActivityCopy {
    /// Which.
    pub id: ActivityId,
    /// Name of the file it came from.
    pub file: String,
    /// How alike, 0 to 1; `None` where a person said so.
    pub score: Option<f64>,
    /// Why, in words.
    pub why: String,
}

/// An activity's channels, thinned to a width.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivityTrace {
    /// Which.
    pub id: ActivityId,
    /// Points per channel wanted (the picture's width in pixels), 50 to 4000.
    pub width: u32,
    /// Channels wanted; all that can be drawn if empty.
    pub channels: Vec<ChannelKind>,
}

/// One channel, thinned by largest-triangle-three-buckets.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TraceLine {
    /// What.
    pub kind: ChannelKind,
    /// Points in time order: (seconds since start, value); a `None` value breaks the line (gap or pause).
    pub points: Vec<(f64, Option<f64>)>,
    /// Smallest, mean and largest usable value.
    pub range: (f64, f64, f64),
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Trace {
    /// Which activity.
    pub id: ActivityId,
    /// Seconds from first to last moment.
    pub elapsed_s: f64,
    /// Lines.
    pub lines: Vec<TraceLine>,
    /// Pauses.
    pub pauses: Vec<Span>,
    /// Ends of laps, seconds since start.
    pub laps: Vec<f64>,
}

/// Say how hard it felt. The earlier value stays in the journal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetEffort {
    /// Which.
    pub activity: ActivityId,
    /// CR-10, 0 to 10.
    pub rpe: Rpe,
}

/// Load, fitness, fatigue and form of an athlete.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LoadTrend {
    /// Who.
    pub athlete: AthleteId,
    /// First day shown; 26 weeks back if left out. Averages always start at the first activity.
    pub from: Option<NaiveDate>,
    /// Last day shown; today if left out.
    pub to: Option<NaiveDate>,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LoadTrendView {
    /// Who.
    pub athlete: AthleteId,
    /// One point a day.
    pub points: Vec<TrendPoint>,
    /// Races in the range.
    pub races: Vec<Race>,
    /// Phases that touch the range.
    pub phases: Vec<SeasonPhase>,
    /// Days on which settings changed.
    pub settings_changed: Vec<NaiveDate>,
}

/// Readiness of an athlete over time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadinessTrend {
    /// Who.
    pub athlete: AthleteId,
    /// First day; 8 weeks back if left out.
    pub from: Option<NaiveDate>,
    /// Last day; today if left out.
    pub to: Option<NaiveDate>,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadinessTrendView {
    /// Who.
    pub athlete: AthleteId,
    /// One a day, without gaps.
    pub days: Vec<ReadinessDay>,
}

/// What the learned part knows about an athlete, and how good it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ModelCard {
    /// Who.
    pub athlete: AthleteId,
}

/// The answer: the athlete's own scale from felt effort to load.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ModelCardView {
    /// Model and version.
    pub model: String,
    /// Sessions with both a measured load and a felt effort.
    pub sessions: u32,
    /// Sessions needed before it speaks.
    pub needed: u32,
    /// Points per RPE-minute, if learned.
    pub scale: Option<f64>,
    /// 80 % range of the scale.
    pub range: Option<(f64, f64)>,
    /// What is used when it abstains.
    pub default_scale: f64,
    /// Mean absolute error on the newest 30 % of sessions, learned on those before, points; `None` when abstaining.
    pub error: Option<f64>,
    /// The same error with the default scale.
    pub default_error: Option<f64>,
    /// Whether it is used: only when it beats the default on sessions it had not seen.
    pub used: bool,
}
