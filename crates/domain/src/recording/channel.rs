//! Channels: measured quantities at their own times.

use serde::{Deserialize, Serialize};

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident = $code:literal),+ $(,)?) => {
        /// What a channel measures, with its unit.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum ChannelKind {
            $($(#[$doc])* #[serde(rename = $code)] $kind,)+
        }

        impl ChannelKind {
            /// Every kind.
            pub const ALL: &[ChannelKind] = &[$(ChannelKind::$kind),+];

            /// The stable name used in files and in the words file (`channel-heart-rate`).
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(ChannelKind::$kind => $code),+ }
            }
        }
    };
}

kinds! {
    /// Latitude, degrees.
    Latitude = "latitude",
    /// Longitude, degrees.
    Longitude = "longitude",
    /// Altitude, metres.
    Altitude = "altitude",
    /// Heart rate, bpm.
    HeartRate = "heart-rate",
    /// Power, watts.
    Power = "power",
    /// Cadence, revolutions (strides, strokes) per minute; steps per minute are twice that.
    Cadence = "cadence",
    /// Speed, m/s.
    Speed = "speed",
    /// Distance from the start, metres.
    Distance = "distance",
    /// Air temperature at the device, degrees Celsius.
    Temperature = "temperature",
    /// Beat-to-beat intervals, milliseconds, each at the time of the beat that ends it.
    RrInterval = "rr-interval",
    /// Share of power from the left leg, percent.
    LeftBalance = "left-balance",
    /// Ground contact time, milliseconds.
    GroundContact = "ground-contact",
    /// Share of ground contact time on the left foot, percent.
    GroundContactBalance = "ground-contact-balance",
    /// Vertical oscillation, millimetres.
    VerticalOscillation = "vertical-oscillation",
    /// Vertical oscillation over step length, percent.
    VerticalRatio = "vertical-ratio",
    /// Step length, millimetres.
    StepLength = "step-length",
    /// Leg spring stiffness, kN/m.
    LegStiffness = "leg-stiffness",
    /// Form power of a running power meter, watts.
    FormPower = "form-power",
    /// Share of power lost to air as a running power meter estimates it, watts.
    AirPower = "air-power",
    /// Breaths per minute.
    Respiration = "respiration",
    /// Core body temperature, degrees Celsius.
    CoreTemperature = "core-temperature",
    /// Skin temperature, degrees Celsius.
    SkinTemperature = "skin-temperature",
    /// Blood oxygen saturation, percent.
    Spo2 = "spo2",
    /// Muscle oxygen saturation, percent.
    MuscleOxygen = "muscle-oxygen",
}

impl ChannelKind {
    /// The kind with this stable name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<ChannelKind> {
        Self::ALL.iter().copied().find(|kind| kind.code() == code)
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
    /// Stretches whose samples are kept but must not be used (spikes, dropouts): in order, none overlapping another.
    pub suspect: Vec<Span>,
}

impl Channel {
    /// The usable samples, in time order: (milliseconds, value).
    pub fn usable(&self) -> impl Iterator<Item = (u32, f64)> + '_ {
        self.ms.iter().copied().zip(self.values.iter().copied()).filter(|(ms, _)| !self.is_suspect(*ms))
    }

    /// Whether a time lies in a stretch that must not be used.
    #[must_use]
    pub fn is_suspect(&self, ms: u32) -> bool {
        let after = self.suspect.partition_point(|span| span.from_ms <= ms);
        after.checked_sub(1).is_some_and(|before| self.suspect[before].contains(ms))
    }
}
