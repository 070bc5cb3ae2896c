//! Thresholds: what an athlete's own efforts say about them, with a band, and what is still missing. Proposed, never
//! applied silently.

mod baseline;
mod cadence_lock;
mod course;
mod effort;
mod estimate;
mod heart;
mod power;
mod predict;
mod speed;
mod swim;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use self::baseline::{Baseline, BaselineItem, baseline};
pub use self::cadence_lock::follows_cadence;
pub use self::course::{CourseLeg, course};
pub use self::estimate::{Evidence, accepted, estimates};
pub use self::predict::{Prediction, PredictionPart, RaceDay, predict, weekly};

use crate::id::{ActivityId, ResultId};
use crate::metric::Metric;
use crate::reading::Missing;

/// A threshold of the registry that can be estimated (`ftp`, `critical-power`, `w-prime`, `critical-speed`, `d-prime`,
/// `threshold-speed`, `swim-speed`, `lthr`, `hr-max`, `hr-rest`).
pub const ESTIMATED: [Metric; 10] = [
    Metric::Ftp,
    Metric::CriticalPower,
    Metric::WPrime,
    Metric::CriticalSpeed,
    Metric::DPrime,
    Metric::ThresholdSpeed,
    Metric::SwimSpeed,
    Metric::Lthr,
    Metric::HrMax,
    Metric::HrRest,
];

/// By which method.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// 95 % of the best 20 minutes.
    TwentyMinutes,
    /// The best 60 minutes.
    SixtyMinutes,
    /// From critical power.
    FromCriticalPower,
    /// Hyperbola through the best efforts of 2 to 20 minutes.
    Hyperbola,
    /// Distance against time over the best efforts.
    DistanceTime,
    /// From critical speed.
    FromCriticalSpeed,
    /// Race equivalent of one hour.
    RaceEquivalent,
    /// Heart rate of the last 20 minutes of a time trial.
    TimeTrial,
    /// Highest 20-minute heart rates of hard efforts.
    PassiveHeart,
    /// Highest five seconds, supported by two activities.
    HighestHeart,
    /// Low tenth of a week's mornings.
    Mornings,
}

impl Method {
    /// The stable name used in files and in the words file (`method-twenty-minutes`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Method::TwentyMinutes => "twenty-minutes",
            Method::SixtyMinutes => "sixty-minutes",
            Method::FromCriticalPower => "from-critical-power",
            Method::Hyperbola => "hyperbola",
            Method::DistanceTime => "distance-time",
            Method::FromCriticalSpeed => "from-critical-speed",
            Method::RaceEquivalent => "race-equivalent",
            Method::TimeTrial => "time-trial",
            Method::PassiveHeart => "passive-heart",
            Method::HighestHeart => "highest-heart",
            Method::Mornings => "mornings",
        }
    }
}

/// Where an estimate comes from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// Day.
    pub date: NaiveDate,
    /// The activity, if it was one.
    pub activity: Option<ActivityId>,
    /// The result, if it was one.
    pub result: Option<ResultId>,
    /// Duration, seconds, and value (watts, m/s, bpm) of the effort.
    pub effort: Option<(f64, f64)>,
}

/// One estimate of one threshold.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Estimate {
    /// Of what, in the registry's unit.
    pub metric: Metric,
    /// By which method.
    pub method: Method,
    /// The value.
    pub value: f64,
    /// 80 % band, or the method's published limits of agreement.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// 0 to 1: falls by a tenth every 30 days after the newest effort, and with what the method lacks.
    pub confidence: f64,
    /// What it rests on.
    pub sources: Vec<Source>,
    /// Whether it can only be a lower bound (training bests, not all-out).
    pub lower_bound: bool,
    /// The setting in force today, if any.
    pub current: Option<f64>,
    /// Whether it is offered: it differs from the setting by more than `max(2 %, half the band)`, and confidence suffices.
    /// A lower bound is offered only above the setting.
    pub proposed: bool,
}

/// What people of an age have on average. Shown beside what was measured, and never a reason to change a setting.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Prior {
    /// The value.
    pub value: f64,
    /// How far people of that age are apart (standard deviation).
    pub sd: f64,
}

/// What is known about one threshold.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ThresholdView {
    /// Which.
    pub metric: Metric,
    /// The setting in force and the day it holds from.
    pub current: Option<(f64, NaiveDate)>,
    /// Estimates, the most trusted first: by confidence; of lower bounds the highest, before the others only where it lies
    /// above their bands. At most one of them is offered.
    pub estimates: Vec<Estimate>,
    /// Why there is none.
    pub missing: Option<Missing>,
    /// What the age alone would suggest, where there is such a rule (highest heart rate).
    #[serde(default)]
    pub prior: Option<Prior>,
}
