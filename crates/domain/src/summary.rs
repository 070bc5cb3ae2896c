//! The short form of what is measured on an activity: the numbers a list shows. They are made in [`crate::measures::of`].

use serde::{Deserialize, Serialize};

use crate::metric::Metric;
use crate::reading::Missing;
use crate::sport::Sport;
use crate::unit::{Bpm, Meters, MetersPerSecond, Watts};

/// Version of the methods below; a change of any of them raises it, and older summaries are recomputed.
pub const METHOD: u32 = 3;

/// What a load was computed from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LoadSource {
    /// Normalized power against functional threshold power (TSS).
    Power,
    /// Normalized graded speed against threshold running speed (run TSS).
    Pace,
    /// Swimming speed against critical swimming speed.
    Swim,
    /// Heart rate against threshold heart rate (hrTSS by TRIMP).
    HeartRate,
    /// Perceived exertion times minutes, scaled.
    Perceived,
}

impl LoadSource {
    /// The stable name used in files and the words file (`load-power`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            LoadSource::Power => "power",
            LoadSource::Pace => "pace",
            LoadSource::Swim => "swim",
            LoadSource::HeartRate => "heart-rate",
            LoadSource::Perceived => "perceived",
        }
    }

    /// The sources of a sport, the one that counts first.
    #[must_use]
    pub const fn order(sport: Sport) -> &'static [LoadSource] {
        match sport {
            Sport::Ride => &[LoadSource::Power, LoadSource::HeartRate, LoadSource::Perceived],
            Sport::Run => &[LoadSource::Pace, LoadSource::HeartRate, LoadSource::Perceived],
            Sport::Swim => &[LoadSource::Swim, LoadSource::HeartRate, LoadSource::Perceived],
            Sport::Strength | Sport::Mobility | Sport::Transition => &[LoadSource::Perceived],
            Sport::Walk | Sport::Row | Sport::Ski | Sport::Other => &[LoadSource::HeartRate, LoadSource::Perceived],
        }
    }

    /// The metric it is: points, or RPE-minutes for [`LoadSource::Perceived`].
    #[must_use]
    pub const fn metric(self) -> Metric {
        match self {
            LoadSource::Power => Metric::Tss,
            LoadSource::Pace => Metric::RunTss,
            LoadSource::Swim => Metric::SwimTss,
            LoadSource::HeartRate => Metric::HrTss,
            LoadSource::Perceived => Metric::SessionRpe,
        }
    }
}

/// One activity's load.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Load {
    /// Points: 100 is one hour at threshold.
    pub points: f64,
    /// Computed from what.
    pub source: LoadSource,
    /// For [`LoadSource::Perceived`]: points per RPE-minute used. For another source that stands in for the athlete's usual
    /// one: what it was multiplied by, `None` if no scale is known.
    pub scale: Option<f64>,
    /// Whether it stands in for the athlete's usual source of this sport.
    #[serde(default)]
    pub stands_in: bool,
}

/// Points per RPE-minute when the athlete's own scale is not known: an hour at threshold is felt as about 7 to 8 on
/// CR-10, 60 x 7.5 = 450 RPE-minutes for 100 points. A design choice, shown as such beside the number.
pub const DEFAULT_RPE_SCALE: f64 = 100.0 / 450.0;

/// What is computed from one recording.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// Mean heart rate over usable samples.
    pub avg_hr: Option<Bpm>,
    /// Highest usable heart rate.
    pub max_hr: Option<Bpm>,
    /// Mean power, zeros included.
    pub avg_power: Option<Watts>,
    /// Highest usable power.
    pub max_power: Option<Watts>,
    /// Normalized power over recorded time laid end to end.
    pub normalized_power: Option<Watts>,
    /// Intensity factor against FTP.
    pub intensity_factor: Option<f64>,
    /// Banister TRIMP, per second, scaled up for missing heart rate; `None` below 60 % of the timer time.
    pub trimp: Option<f64>,
    /// Mean speed over timer time.
    pub avg_speed: Option<MetersPerSecond>,
    /// Sum of rises, smoothed.
    pub ascent: Option<Meters>,
    /// The load that counts.
    pub load: Option<Load>,
    /// Why there is none.
    pub load_missing: Option<Missing>,
    /// Method version.
    pub method: u32,
    /// Fingerprint of the inputs, see [`crate::settings::Basis::fingerprint`].
    pub basis: String,
}
