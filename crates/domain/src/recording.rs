//! What a device recorded, whatever the format: channels at their own times, laps, pauses, and every repair made.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::athlete::DeviceStamp;
use crate::sport::Sport;
use crate::unit::{Bpm, Meters, Rpe, Seconds, Watts};

/// What a channel measures. Units: degrees, metres, bpm, watts, rpm (or steps/min per foot), m/s, degrees Celsius.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChannelKind {
    /// Latitude, degrees.
    Latitude,
    /// Longitude, degrees.
    Longitude,
    /// Altitude, metres.
    Altitude,
    /// Heart rate, bpm.
    HeartRate,
    /// Power, watts.
    Power,
    /// Cadence, revolutions (or strides) per minute.
    Cadence,
    /// Speed, m/s.
    Speed,
    /// Distance from the start, metres.
    Distance,
    /// Air temperature at the device, degrees Celsius.
    Temperature,
}

impl ChannelKind {
    /// Every kind.
    pub const ALL: [ChannelKind; 9] = [
        ChannelKind::Latitude,
        ChannelKind::Longitude,
        ChannelKind::Altitude,
        ChannelKind::HeartRate,
        ChannelKind::Power,
        ChannelKind::Cadence,
        ChannelKind::Speed,
        ChannelKind::Distance,
        ChannelKind::Temperature,
    ];

    /// The stable name used in files and in the words file.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            ChannelKind::Latitude => "latitude",
            ChannelKind::Longitude => "longitude",
            ChannelKind::Altitude => "altitude",
            ChannelKind::HeartRate => "heart-rate",
            ChannelKind::Power => "power",
            ChannelKind::Cadence => "cadence",
            ChannelKind::Speed => "speed",
            ChannelKind::Distance => "distance",
            ChannelKind::Temperature => "temperature",
        }
    }

    /// The kind with this stable name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<ChannelKind> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// A stretch of an activity, milliseconds since its start, half open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// First millisecond.
    pub from_ms: u32,
    /// One past the last millisecond.
    pub to_ms: u32,
}

impl Span {
    /// Whether a time lies inside.
    #[must_use]
    pub const fn contains(self, ms: u32) -> bool {
        self.from_ms <= ms && ms < self.to_ms
    }

    /// Length in seconds.
    #[must_use]
    pub fn seconds(self) -> f64 {
        f64::from(self.to_ms.saturating_sub(self.from_ms)) / 1000.0
    }
}

/// One measured quantity at its own times. `ms` and `values` have equal length; `ms` strictly increases.
/// A sample that was not recorded is absent; it is never a zero.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Channel {
    /// What it measures.
    pub kind: ChannelKind,
    /// Milliseconds since the activity's start.
    pub ms: Vec<u32>,
    /// Values in the kind's unit.
    pub values: Vec<f64>,
    /// Stretches whose samples are kept but must not be used (spikes, dropouts).
    pub suspect: Vec<Span>,
}

impl Channel {
    /// The usable samples, in time order: (milliseconds, value).
    pub fn usable(&self) -> impl Iterator<Item = (u32, f64)> + '_ {
        self.ms
            .iter()
            .copied()
            .zip(self.values.iter().copied())
            .filter(|(ms, _)| !self.suspect.iter().any(|span| span.contains(*ms)))
    }
}

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
}

impl Recording {
    /// The channel of a kind, if recorded.
    #[must_use]
    pub fn channel(&self, kind: ChannelKind) -> Option<&Channel> {
        self.channels.iter().find(|channel| channel.kind == kind)
    }
}

/// What was wrong with the bytes and what was done. The raw bytes are kept, so nothing is lost by a repair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RepairKind {
    /// Records whose time lies before an earlier one were left out of the channels.
    TimeWentBackwards,
    /// Several records carried one time; the last one was kept.
    DuplicatedTime,
    /// The clock counted seconds since power-on; the start is taken from elsewhere or marked unknown.
    ClockSincePowerOn,
    /// The device's clock was set during the activity; times after it were brought back in line with those before.
    ClockJumped,
    /// The checksum did not match; what could be read was kept.
    ChecksumMismatch,
    /// The file ends in the middle; what was whole was kept.
    TruncatedTail,
    /// The file has no session summary; totals were computed from the records.
    SummaryMissing,
    /// Records held no measured value.
    EmptyRecords,
    /// Values outside the possible range were marked as suspect.
    ImpossibleValues,
    /// The device's totals disagree with the records.
    TotalsDisagree,
    /// Local time offset outside plus or minus 14 hours was ignored.
    LocalOffset,
    /// Timer events were inconsistent; pauses were taken from what is whole.
    TimerEvents,
}

impl RepairKind {
    /// Every kind.
    pub const ALL: [RepairKind; 12] = [
        RepairKind::TimeWentBackwards,
        RepairKind::DuplicatedTime,
        RepairKind::ClockSincePowerOn,
        RepairKind::ClockJumped,
        RepairKind::ChecksumMismatch,
        RepairKind::TruncatedTail,
        RepairKind::SummaryMissing,
        RepairKind::EmptyRecords,
        RepairKind::ImpossibleValues,
        RepairKind::TotalsDisagree,
        RepairKind::LocalOffset,
        RepairKind::TimerEvents,
    ];

    /// The stable name used in files and in the words file (`repair-truncated-tail`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            RepairKind::TimeWentBackwards => "time-went-backwards",
            RepairKind::DuplicatedTime => "duplicated-time",
            RepairKind::ClockSincePowerOn => "clock-since-power-on",
            RepairKind::ClockJumped => "clock-jumped",
            RepairKind::ChecksumMismatch => "checksum-mismatch",
            RepairKind::TruncatedTail => "truncated-tail",
            RepairKind::SummaryMissing => "summary-missing",
            RepairKind::EmptyRecords => "empty-records",
            RepairKind::ImpossibleValues => "impossible-values",
            RepairKind::TotalsDisagree => "totals-disagree",
            RepairKind::LocalOffset => "local-offset",
            RepairKind::TimerEvents => "timer-events",
        }
    }
}

/// One repair: what, in which channel, where first, how many samples.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Repair {
    /// What was repaired.
    pub kind: RepairKind,
    /// Channel concerned; `None` for the whole file.
    pub channel: Option<ChannelKind>,
    /// First place, seconds since the activity's start, if known.
    pub at_s: Option<f64>,
    /// How many samples, records or bytes were concerned.
    pub samples: u32,
}
