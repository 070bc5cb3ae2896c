//! What a device recorded, whatever the format: channels at their own times, laps, pauses, and every repair made.

use std::ops::Range;

use chrono::{DateTime, Utc};
use science::series::{self, Segment};
use serde::{Deserialize, Serialize};

mod channel;
mod part;
mod repair;
mod way;

pub use channel::{Channel, ChannelKind, Span};
pub use repair::{Repair, RepairKind};
pub use way::Way;

use crate::athlete::DeviceStamp;
use crate::sport::Sport;
use crate::unit::{Bpm, Kilograms, Meters, Rpe, Seconds, Watts};

/// One lap as the device closed it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Lap {
    /// When it lies, since the activity's start.
    pub span: Span,
    /// Time with the timer running.
    pub timer: Seconds,
    /// Distance covered.
    pub distance: Option<Meters>,
}

/// How a pool length was swum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stroke {
    /// Front crawl.
    Freestyle,
    /// On the back.
    Backstroke,
    /// Breaststroke.
    Breaststroke,
    /// Butterfly.
    Butterfly,
    /// A drill.
    Drill,
    /// Several, or the device could not tell.
    Mixed,
}

/// One length of a pool, or a rest at its end.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Length {
    /// When it lies, since the activity's start.
    pub span: Span,
    /// Swum; else rested.
    pub active: bool,
    /// Stroke, if known.
    pub stroke: Option<Stroke>,
    /// Arm strokes counted.
    pub strokes: Option<u32>,
}

/// One set of strength training, or the rest after it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StrengthSet {
    /// When it lies, since the activity's start; a set entered by hand has no time.
    pub span: Option<Span>,
    /// Worked; else rested.
    pub active: bool,
    /// The exercise as the format names its category ("squat"), or as a person wrote it.
    pub exercise: Option<String>,
    /// Repetitions.
    pub reps: Option<u32>,
    /// Weight moved.
    pub weight: Option<Kilograms>,
    /// Mean concentric velocity of each repetition, metres per second, where a device measured it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub velocity: Vec<f64>,
}

/// Totals as the device itself stored them: shown for comparison, never trusted for load.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct DeviceTotals {
    /// Mean heart rate.
    pub avg_hr: Option<Bpm>,
    /// Highest heart rate.
    pub max_hr: Option<Bpm>,
    /// Mean power.
    pub avg_power: Option<Watts>,
    /// Normalized power.
    pub normalized_power: Option<Watts>,
    /// Training stress score.
    pub tss: Option<f64>,
    /// Total ascent.
    pub ascent: Option<Meters>,
    /// Energy, kilocalories.
    pub kcal: Option<f64>,
    /// Perceived exertion the athlete entered on the device.
    pub rpe: Option<Rpe>,
}

/// One activity as recorded.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Recording {
    /// Sport.
    pub sport: Sport,
    /// The file's own name for the sport or sub-sport.
    pub sport_detail: Option<String>,
    /// First moment, UTC.
    pub start: DateTime<Utc>,
    /// Time with the timer running.
    pub timer: Seconds,
    /// Time from first to last moment, pauses included.
    pub elapsed: Seconds,
    /// Distance covered.
    pub distance: Option<Meters>,
    /// Laps in order; may be empty.
    pub laps: Vec<Lap>,
    /// Stretches with the timer stopped.
    pub pauses: Vec<Span>,
    /// Channels, at most one of each kind.
    pub channels: Vec<Channel>,
    /// Device that wrote it.
    pub device: Option<DeviceStamp>,
    /// The device's own totals.
    pub totals: DeviceTotals,
    /// How many records the file held for this activity.
    pub records: u32,
    /// Pool lengths in order; empty elsewhere.
    pub lengths: Vec<Length>,
    /// Length of the pool.
    pub pool: Option<Meters>,
    /// Strength sets in order; empty elsewhere.
    pub sets: Vec<StrengthSet>,
    /// Seconds the file's own clock was ahead of UTC, if it says so plausibly.
    pub utc_offset_s: Option<i32>,
    /// `start` is what the device's wall clock showed, written as if it were UTC: the file names no zone. Whoever knows the
    /// athlete moves it into their zone, see [`RepairKind::LocalClock`].
    pub local_clock: bool,
    /// What the athlete wrote about it, if the file holds that.
    pub comment: Option<String>,
}

/// An empty recording to fill: no sport, start of the epoch, nothing measured.
impl Default for Recording {
    fn default() -> Recording {
        Recording {
            sport: Sport::Other,
            sport_detail: None,
            start: DateTime::UNIX_EPOCH,
            timer: Seconds(0.0),
            elapsed: Seconds(0.0),
            distance: None,
            laps: Vec::new(),
            pauses: Vec::new(),
            channels: Vec::new(),
            device: None,
            totals: DeviceTotals::default(),
            records: 0,
            lengths: Vec::new(),
            pool: None,
            sets: Vec::new(),
            utc_offset_s: None,
            local_clock: false,
            comment: None,
        }
    }
}

impl Recording {
    /// The channel of a kind, if recorded.
    #[must_use]
    pub fn channel(&self, kind: ChannelKind) -> Option<&Channel> {
        self.channels.iter().find(|channel| channel.kind == kind)
    }

    /// A channel once a second, made when asked for: usable samples, averaged within a second, gaps of up to 5 s bridged by a
    /// straight line; longer gaps and pauses are breaks between segments (SCIENCE 0, see [`series::one_hz`]). A stretch
    /// marked as suspect is a gap. Empty for a channel that was not recorded.
    #[must_use]
    pub fn one_hz(&self, kind: ChannelKind) -> Vec<Segment> {
        let pauses: Vec<Range<u32>> = self.pauses.iter().map(|pause| pause.from_ms..pause.to_ms).collect();
        self.channel(kind).map_or_else(Vec::new, |channel| series::one_hz(channel.usable(), &pauses))
    }
}

#[cfg(test)]
mod tests;
