//! Activities, trends and the pictures made of them.

use chrono::{DateTime, NaiveDate, Utc};
use domain::activity::Activity;
use domain::annotation::Annotation;
use domain::athlete::Athlete;
use domain::daily::{DayMeasures, Projected, WeekMeasures};
use domain::id::{ActivityId, AthleteId, TaskId};
use domain::measures::{Measures, Quantity};
use domain::metric::Metric;
use domain::readiness::ReadinessDay;
use domain::recording::{ChannelKind, Span};
use domain::saying::Saying;
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
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ActivityTrace {
    /// Which.
    pub id: ActivityId,
    /// Points per channel wanted (the picture's width in pixels), 50 to 4000.
    pub width: u32,
    /// Channels wanted; all that can be drawn if empty.
    pub channels: Vec<ChannelKind>,
    /// First moment wanted, seconds since the start; the start if left out. A narrow span shows every sample.
    #[serde(default)]
    pub from: Option<f64>,
    /// Last moment wanted, seconds since the start; the end if left out.
    #[serde(default)]
    pub to: Option<f64>,
}

/// One channel, thinned so that the lowest and the highest value of every few pixels stay.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TraceLine {
    /// What.
    pub kind: ChannelKind,
    /// Points in time order: (seconds since start, value); a `None` value breaks the line (gap or pause).
    pub points: Vec<(f64, Option<f64>)>,
    /// Smallest, mean and largest usable value of the span.
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
    /// The span the lines are of, seconds since start.
    pub span: (f64, f64),
    /// The way covered: (seconds since start, metres), rising, thinned; empty where no distance was recorded.
    pub along: Vec<(f64, f64)>,
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

/// Everything measured on one activity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShowMeasures {
    /// Which.
    pub activity: ActivityId,
    /// Points a line may have (the picture's width in pixels), 50 to 4000.
    pub width: u32,
}

/// One best mean.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct CurvePoint {
    /// Duration.
    pub seconds: u32,
    /// Best mean: watts, m/s or bpm.
    pub value: f64,
    /// Where it began, seconds from the start of its activity.
    pub start_s: u32,
    /// Whose activity and which day, where the curve is of several.
    pub from: Option<(ActivityId, NaiveDate)>,
}

/// A curve of one quantity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CurveLine {
    /// Of what.
    pub quantity: Quantity,
    /// Shortest first.
    pub points: Vec<CurvePoint>,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MeasuresView {
    /// Which activity.
    pub activity: ActivityId,
    /// By metric, and time in zones; `None` while they were not computed yet.
    pub measures: Option<Measures>,
    /// They were computed from settings or a method no longer in force; they are being computed again.
    pub stale: bool,
    /// Best means of this activity.
    pub curves: Vec<CurveLine>,
    /// The athlete's best of the 90 days up to this activity, for comparison.
    pub usual: Vec<CurveLine>,
    /// Work above critical power left: (seconds since start, joules), thinned; `None` breaks the line. Empty without CP and W'.
    pub w_balance: Vec<(f64, Option<f64>)>,
    /// One sentence a number.
    pub sayings: Vec<Saying>,
}

/// Days, weeks and the projection of an athlete.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LoadWeeks {
    /// Who.
    pub athlete: AthleteId,
    /// First day shown; 12 weeks back if left out.
    pub from: Option<NaiveDate>,
    /// Last day shown of what was done; today if left out.
    pub to: Option<NaiveDate>,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LoadWeeksView {
    /// Who.
    pub athlete: AthleteId,
    /// One a day.
    pub days: Vec<DayMeasures>,
    /// One a week, oldest first.
    pub weeks: Vec<WeekMeasures>,
    /// Done, planned and expected, from four weeks back to the last planned day.
    pub projection: Vec<Projected>,
    /// What can be said to the athlete.
    pub sayings: Vec<Saying>,
    /// Activities whose numbers still wait to be computed again: the numbers above mix old and new settings while this is
    /// not 0.
    pub waiting: u32,
}

/// Best means of an athlete over a stretch of days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShowCurve {
    /// Who.
    pub athlete: AthleteId,
    /// Of what.
    pub quantity: Quantity,
    /// Days back from `to`: 42, 90, 365 or any other.
    pub days: u32,
    /// Last day; today if left out.
    pub to: Option<NaiveDate>,
}

/// Compute again what is out of date, for one athlete or all. What was done stays when it is cancelled or the program ends;
/// asking again goes on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recompute {
    /// Who; everybody if left out.
    pub athlete: Option<AthleteId>,
    /// Task under which progress is told and it can be cancelled.
    pub task: Option<TaskId>,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recomputed {
    /// Activities computed again.
    pub activities: u32,
    /// Those whose load changed.
    pub changed: u32,
    /// Those still waiting, because it was cancelled.
    pub waiting: u32,
}

/// How much is out of date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShowStale {
    /// Who; everybody if left out.
    pub athlete: Option<AthleteId>,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaleView {
    /// Activities that wait to be computed again.
    pub waiting: u32,
    /// The task at work on them, if one is.
    pub task: Option<TaskId>,
    /// Audit: the newest retroactive changes, newest first.
    pub audit: Vec<AuditLine>,
}

/// One retroactive change of numbers that had been shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditLine {
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub author: String,
    /// Whose numbers.
    pub athlete: Option<AthleteId>,
    /// First and last day of the activities whose load changed.
    pub days: Option<(NaiveDate, NaiveDate)>,
    /// Activities whose load changed.
    pub changed: u32,
}

/// A metric's values over activities, for tables and comparisons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MetricSeries {
    /// Who.
    pub athlete: AthleteId,
    /// Which.
    pub metric: Metric,
    /// First day; a year back if left out.
    pub from: Option<NaiveDate>,
    /// Last day; today if left out.
    pub to: Option<NaiveDate>,
}

/// The answer: one value an activity that has it, oldest first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MetricSeriesView {
    /// Which.
    pub metric: Metric,
    /// Activity, day and value.
    pub points: Vec<(ActivityId, NaiveDate, f64)>,
}
