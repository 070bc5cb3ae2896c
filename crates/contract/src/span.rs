//! Numbers of a part of an activity: spans somebody marked, laps, and splits by distance or time.

use std::collections::BTreeMap;

use domain::id::ActivityId;
use domain::measures::{Measured, ZoneTime};
use domain::metric::Metric;
use domain::reading::Missing;
use domain::recording::{ChannelKind, Span};
use domain::unit::{Bpm, Meters, MetersPerSecond, Seconds, Watts};
use serde::{Deserialize, Serialize};

/// The numbers of one or several spans of an activity taken together, computed from its samples as those of the whole are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpanNumbers {
    /// Which.
    pub id: ActivityId,
    /// What is marked, in any order; nothing between two spans counts.
    pub spans: Vec<Span>,
}

/// One channel within the spans.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChannelRange {
    /// What.
    pub kind: ChannelKind,
    /// Smallest, mean and largest value of the usable seconds.
    pub range: (f64, f64, f64),
    /// Seconds that have a value; the rest of the time has none and enters no number.
    pub seconds: f64,
    /// Samples marked as suspect and left out.
    pub left_out: u32,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SpanView {
    /// Which activity.
    pub id: ActivityId,
    /// Time in the spans with the timer running.
    pub timer: Seconds,
    /// Time in them, pauses included.
    pub elapsed: Seconds,
    /// By metric, each with its doubts, or why it cannot be.
    pub values: BTreeMap<Metric, Measured>,
    /// Time in the zones of each scheme.
    pub zones: Vec<ZoneTime>,
    /// The channels that have a value there.
    pub channels: Vec<ChannelRange>,
}

/// How an activity is cut.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "kebab-case")]
pub enum SplitBy {
    /// At the laps the device closed.
    Laps,
    /// Every so many metres of the way covered, 100 to 100,000.
    Distance {
        /// Metres.
        meters: f64,
    },
    /// Every so many seconds since the start, 10 to 86,400.
    Time {
        /// Seconds.
        seconds: f64,
    },
    /// In the middle of the time.
    Halves,
}

/// An activity cut into laps or splits.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct ActivitySplits {
    /// Which.
    pub id: ActivityId,
    /// How.
    pub by: SplitBy,
}

/// One lap or split; a number it does not have is left out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Split {
    /// Where it lies.
    pub span: Span,
    /// The last of its kind, shorter than the others.
    pub rest: bool,
    /// Time with the timer running.
    pub timer: Seconds,
    /// Distance covered.
    pub distance: Option<Meters>,
    /// Distance over time.
    pub speed: Option<MetersPerSecond>,
    /// Mean heart rate.
    pub avg_hr: Option<Bpm>,
    /// Highest heart rate.
    pub max_hr: Option<Bpm>,
    /// Mean power.
    pub avg_power: Option<Watts>,
    /// Normalized power.
    pub normalized_power: Option<Watts>,
    /// Height gained.
    pub ascent: Option<Meters>,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SplitsView {
    /// Which activity.
    pub id: ActivityId,
    /// In order; empty where the activity cannot be cut so.
    pub splits: Vec<Split>,
    /// Why there are none.
    pub why: Option<Missing>,
}
