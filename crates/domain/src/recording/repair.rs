//! Repairs: what was wrong with what a device wrote, and what was done.

use serde::{Deserialize, Serialize};

use super::ChannelKind;

macro_rules! repairs {
    ($($(#[$doc:meta])* $kind:ident = $code:literal),+ $(,)?) => {
        /// What was wrong with the bytes and what was done. The raw bytes are kept, so nothing is lost by a repair.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum RepairKind {
            $($(#[$doc])* #[serde(rename = $code)] $kind,)+
        }

        impl RepairKind {
            /// Every kind.
            pub const ALL: &[RepairKind] = &[$(RepairKind::$kind),+];

            /// The stable name used in files and in the words file (`repair-truncated-tail`).
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(RepairKind::$kind => $code),+ }
            }
        }
    };
}

repairs! {
    /// Records whose time lies before an earlier one were left out of the channels.
    TimeWentBackwards = "time-went-backwards",
    /// Several records carried one time; the last one was kept.
    DuplicatedTime = "duplicated-time",
    /// The clock counted seconds since power-on; the start is taken from elsewhere or marked unknown.
    ClockSincePowerOn = "clock-since-power-on",
    /// The device's clock was set during the activity; times after it were brought back in line with those before.
    ClockJumped = "clock-jumped",
    /// The checksum did not match; what could be read was kept.
    ChecksumMismatch = "checksum-mismatch",
    /// The file ends in the middle; what was whole was kept.
    TruncatedTail = "truncated-tail",
    /// The file has no session summary; totals were computed from the records.
    SummaryMissing = "summary-missing",
    /// Records held no measured value.
    EmptyRecords = "empty-records",
    /// Values outside the possible range were marked as suspect.
    ImpossibleValues = "impossible-values",
    /// The device's totals disagree with the records.
    TotalsDisagree = "totals-disagree",
    /// Local time offset outside plus or minus 14 hours was ignored.
    LocalOffset = "local-offset",
    /// Timer events were inconsistent; pauses were taken from what is whole.
    TimerEvents = "timer-events",
    /// Values that change faster than a body or a machine can were marked as suspect.
    Spike = "spike",
    /// Positions too far from their neighbours to be reached were marked as suspect.
    PositionJump = "position-jump",
    /// Altitudes that leap from one sample to the next were marked as suspect.
    AltitudeGlitch = "altitude-glitch",
    /// A sensor that fell silent or froze: those samples were marked as suspect.
    Dropout = "dropout",
    /// Samples without a time were spread evenly over the lap or length they belong to.
    TimesSpread = "times-spread",
    /// The start is local time without a zone; the athlete's zone was assumed.
    LocalClock = "local-clock",
    /// Text was not in the encoding the file claims, or a string did not end; what could be read was kept.
    TextEncoding = "text-encoding",
    /// A value the format does not allow here was left out.
    ValueLeftOut = "value-left-out",
    /// Samples that a person said are not the athlete's were left out of the version in force.
    Excluded = "excluded",
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
