//! From a recording and the settings of its day to the numbers a coach reads: the one place where load is decided.

mod load;
#[cfg(test)]
mod tests;
mod usable;

use science::power;
use science::statistics::mean;
use serde::{Deserialize, Serialize};

use self::usable::Usable;
use crate::reading::Missing;
use crate::recording::Recording;
use crate::settings::Basis;
use crate::sport::Sport;
use crate::unit::{Bpm, Meters, MetersPerSecond, Rpe, Watts};

/// Version of the methods below; a change of any of them raises it, and older summaries are recomputed.
pub const METHOD: u32 = 2;

/// What a load was computed from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LoadSource {
    /// Normalized power against functional threshold power (TSS).
    Power,
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
            LoadSource::HeartRate => "heart-rate",
            LoadSource::Perceived => "perceived",
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
    /// For [`LoadSource::Perceived`]: points per RPE-minute used.
    pub scale: Option<f64>,
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
    /// Fingerprint of the inputs, see [`Basis::fingerprint`].
    pub basis: String,
}

/// Computes the summary of a recording.
///
/// Stretches marked as suspect (see [`crate::clean::clean`], which must have gone before) are not usable. Means and
/// normalized power are taken over recorded seconds laid end to end: pauses are cut out, gaps of up to 5 s bridged (30 s
/// for the heart rate of a device that does not record every second), longer ones left out, nothing is filled with zeros.
///
/// The load is decided in this order:
/// 1. power, for rides with a known FTP and usable power for at least 60 % of the timer time;
/// 2. heart rate, where resting, maximal and threshold heart rate are known and at least 60 % of the timer time has a
///    usable value; what is missing is scaled up. With the sex unknown it is the mean of what both sexes' coefficients
///    give (they differ by a few percent once normalized to threshold);
/// 3. perceived exertion, `rpe` or else what the athlete entered on the device, times timer minutes, times `rpe_scale`
///    (the athlete's own points per RPE-minute, if learned) or [`DEFAULT_RPE_SCALE`];
/// 4. none, with the reason that most likely can be mended.
///
/// Strength, mobility and transitions have only perceived load: heart rate there does not measure what was trained.
#[must_use]
pub fn of(recording: &Recording, basis: &Basis, rpe: Option<Rpe>, rpe_scale: Option<f64>) -> Summary {
    let usable = Usable::of(recording);
    let thresholds = basis.settings.as_ref();
    let normalized_power = power::normalized_power(&usable.power).ok();
    let ftp = thresholds.and_then(|s| s.ftp).filter(|_| recording.sport == Sport::Ride);
    let decided = load::decide(recording, &usable, basis, rpe, rpe_scale);
    Summary {
        avg_hr: mean(&usable.hr.iter().map(|hr| hr.0).collect::<Vec<_>>()).map(Bpm),
        max_hr: usable.max_hr,
        avg_power: mean(&usable.power.iter().map(|watts| watts.0).collect::<Vec<_>>()).map(Watts),
        max_power: usable.max_power,
        normalized_power,
        intensity_factor: normalized_power.zip(ftp).and_then(|(np, ftp)| power::intensity_factor(np, ftp)),
        trimp: load::trimp(&usable, basis),
        avg_speed: recording
            .distance
            .filter(|_| recording.timer.0 > 0.0)
            .map(|distance| MetersPerSecond(distance.0 / recording.timer.0)),
        ascent: usable.ascent,
        load: decided.ok(),
        load_missing: decided.err(),
        method: METHOD,
        basis: basis.fingerprint(),
    }
}
