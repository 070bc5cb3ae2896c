//! What is measured on one activity: every number of the registry that its recording and the settings of its day give,
//! or why it does not.

mod curve;
mod gait;
mod grid;
mod heart;
mod load;
mod power;
mod session;
mod sheet;
mod speed;
mod steady;
mod strength;
#[cfg(test)]
mod tests;
mod zone;

use std::collections::BTreeMap;

use science::mean_maximal::Best;
use serde::{Deserialize, Serialize};

use self::session::Session;
use crate::metric::Metric;
use crate::reading::Missing;
use crate::recording::Recording;
use crate::settings::Basis;
use crate::summary::{METHOD, Summary};
use crate::unit::{Bpm, Meters, MetersPerSecond, Rpe, Watts};
use crate::zones::Scheme;

/// What lowers confidence in a value that was computed all the same.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(tag = "doubt", rename_all = "kebab-case")]
pub enum Doubt {
    /// Only this share of the time had a usable value; the rest was scaled up.
    ScaledUp {
        /// Share of the timer time, 0 to 1.
        share: f64,
    },
    /// So short that the value says little.
    Short {
        /// Seconds it was computed from.
        seconds: f64,
    },
    /// The sex is unknown: the mean of both coefficients.
    SexUnknown,
    /// The athlete's usual source was not there, and this one was put on its scale.
    Bridged {
        /// Multiplied by.
        scale: f64,
        /// Sessions the scale comes from.
        sessions: u32,
    },
    /// The athlete's usual source was not there, and no scale between the two is known yet.
    Unbridged,
    /// The height ripples as that of satellites does: slopes are rough.
    RoughHeight,
    /// No height was recorded: the ground counts as flat.
    TakenAsFlat,
    /// Below zero: the threshold it was computed with is too low.
    ThresholdTooLow,
    /// Warmer by this much in the second half.
    Warmer {
        /// Degrees Celsius.
        celsius: f64,
    },
}

/// A value of one activity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum Measured {
    /// Computed, in the unit of its [`crate::metric::MetricFact`].
    Known {
        /// The value.
        value: f64,
        /// What lowers confidence in it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        doubts: Vec<Doubt>,
    },
    /// Not computed.
    Missing {
        /// Why.
        why: Missing,
    },
}

impl Measured {
    /// The value, if there is one.
    #[must_use]
    pub const fn value(&self) -> Option<f64> {
        match self {
            Measured::Known { value, .. } => Some(*value),
            Measured::Missing { .. } => None,
        }
    }
}

/// What a zone scheme or a curve is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Quantity {
    /// Power, watts.
    Power,
    /// Speed, metres per second; graded for runs where the slope is known.
    Speed,
    /// Heart rate, bpm.
    HeartRate,
}

impl Quantity {
    /// Every quantity.
    pub const ALL: [Quantity; 3] = [Quantity::Power, Quantity::Speed, Quantity::HeartRate];

    /// The stable name used in files and in the words file (`quantity-power`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Quantity::Power => "power",
            Quantity::Speed => "speed",
            Quantity::HeartRate => "heart-rate",
        }
    }

    /// The quantity with this stable name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Quantity> {
        Self::ALL.into_iter().find(|quantity| quantity.code() == code)
    }
}

/// Time in the zones of one scheme.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ZoneTime {
    /// Of what.
    pub quantity: Quantity,
    /// By which scheme.
    pub scheme: Scheme,
    /// Lower edges in the quantity's unit; half-open zones.
    pub lower: Vec<f64>,
    /// Seconds in each.
    pub seconds: Vec<f64>,
}

/// The best mean of every duration, with where it began.
#[derive(Debug, Clone, PartialEq)]
pub struct Curve {
    /// Of what.
    pub quantity: Quantity,
    /// By duration, shortest first.
    pub bests: Vec<Best>,
}

/// Everything measured on one activity except its curves, which are kept apart because they do not depend on settings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Measures {
    /// By metric. A metric that cannot be for this sport is left out; one that could be but is not is [`Measured::Missing`].
    pub values: BTreeMap<Metric, Measured>,
    /// Time in zones, one for each scheme in force.
    pub zones: Vec<ZoneTime>,
    /// Method version, see [`crate::summary::METHOD`].
    pub method: u32,
    /// Fingerprint of the inputs, see [`Basis::fingerprint`].
    pub basis: String,
}

impl Measures {
    /// A value, if there is one.
    #[must_use]
    pub fn value(&self, metric: Metric) -> Option<f64> {
        self.values.get(&metric).and_then(Measured::value)
    }
}

/// What computing gives.
#[derive(Debug, Clone, PartialEq)]
pub struct Computed {
    /// The short form kept with the activity.
    pub summary: Summary,
    /// Everything else.
    pub measures: Measures,
    /// Curves; empty when they were not asked for.
    pub curves: Vec<Curve>,
}

/// Whether curves are wanted: they depend on the recording alone and need not be made again for a new threshold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Curves {
    /// Make them.
    Wanted,
    /// They are there already.
    Kept,
}

/// Computes everything about a recording.
///
/// Stretches marked as suspect (see [`crate::clean::clean`], which must have gone before) are not usable. Every channel is
/// laid on one clock of a value a second over the recorded seconds: gaps of up to 5 s are bridged (30 s in all but the power
/// of a device that does not record every second), longer ones and pauses are breaks, and nothing is filled with zeros.
/// Normalized power and xPower run over recorded time laid end to end; nothing else reaches across a break.
///
/// Loads (and impulses) stand for the whole timer time: with less than a tenth of its seconds missing they are scaled up,
/// with up to four tenths that is said ([`Doubt::ScaledUp`]), beyond there is none. Means, maxima and times are those of
/// the usable seconds. With the sex unknown, an impulse is the mean of what both sexes' coefficients give.
///
/// The load that counts is the first there is in the order of the sport ([`crate::summary::LoadSource::order`]): power on
/// rides, graded speed on runs (heart rate before it where more than a fifth of the way is steeper than 15 %), speed in
/// the water; then heart rate; then `rpe`, or else the exertion the athlete entered on the device, times the minutes.
/// Where a source stands in for the one the athlete's thresholds make usual, it is put on its scale by [`Basis::scales`],
/// and the doubt on [`Metric::Load`] says by how much, or that no scale is known. Strength, mobility and transitions have
/// only perceived load: heart rate there does not measure what was trained.
#[must_use]
pub fn of(recording: &Recording, basis: &Basis, rpe: Option<Rpe>, curves: Curves) -> Computed {
    let session = Session::of(recording, basis, rpe);
    let mut sheet = session.whole();
    let normalized_power = power::measure(&session, &mut sheet);
    speed::measure(&session, &mut sheet);
    heart::measure(&session, &mut sheet);
    steady::measure(&session, &mut sheet);
    gait::measure(&session, &mut sheet);
    strength::measure(&session, &mut sheet);
    let zones = zone::times(&session);
    zone::polarisation(&session, &zones, &mut sheet);
    let load = load::decide(&session, &mut sheet);
    let fingerprint = basis.fingerprint();
    let summary = Summary {
        avg_hr: sheet.value(Metric::AvgHr).map(Bpm),
        max_hr: sheet.value(Metric::MaxHr).map(Bpm),
        avg_power: sheet.value(Metric::AvgPower).map(Watts),
        max_power: sheet.value(Metric::MaxPower).map(Watts),
        normalized_power,
        intensity_factor: sheet.value(Metric::IntensityFactor),
        trimp: sheet.value(Metric::Trimp),
        avg_speed: sheet.value(Metric::AvgSpeed).map(MetersPerSecond),
        ascent: sheet.value(Metric::Ascent).map(Meters),
        load: load.ok(),
        load_missing: load.err(),
        method: METHOD,
        basis: fingerprint.clone(),
    };
    let curves = match curves {
        Curves::Wanted => curve::curves(&session),
        Curves::Kept => Vec::new(),
    };
    Computed { summary, measures: Measures { values: sheet.values, zones, method: METHOD, basis: fingerprint }, curves }
}

/// W' balance for a picture: seconds since the start, and joules left. A pause or a gap is a point without a value, and
/// after it the balance is full again, the most it can be. Empty for anything but a ride with power, critical power and W'.
#[must_use]
pub fn w_balance(recording: &Recording, basis: &Basis) -> Vec<(f64, Option<f64>)> {
    power::balance(recording, basis)
}
