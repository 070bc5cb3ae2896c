//! Dated settings: thresholds and body values that hold from a day on.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::unit::{Bpm, Kilograms, MetersPerSecond, Sex, Watts};

/// Thresholds of one athlete from a day on. A field that is `None` is unknown, not zero.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Settings {
    /// First day these hold.
    pub from: NaiveDate,
    /// Functional threshold power on the bike.
    pub ftp: Option<Watts>,
    /// Lactate-threshold heart rate.
    pub lthr: Option<Bpm>,
    /// Highest heart rate.
    pub hr_max: Option<Bpm>,
    /// Resting heart rate.
    pub hr_rest: Option<Bpm>,
    /// Threshold running speed.
    pub threshold_speed: Option<MetersPerSecond>,
    /// Body mass.
    pub body_mass: Option<Kilograms>,
    /// Where the values come from, as the person who entered them wrote it ("20-min test", "device").
    pub note: Option<String>,
}

/// The settings that hold on a date: the newest that start on or before it. `history` may be in any order.
#[must_use]
pub fn on(history: &[Settings], date: NaiveDate) -> Option<&Settings> {
    history.iter().filter(|s| s.from <= date).max_by_key(|s| s.from)
}

/// What the load of one activity was computed from, so that a changed setting shows which values are out of date.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Basis {
    /// The thresholds on the activity's day, if any were known.
    pub settings: Option<Settings>,
    /// Coefficients for heart-rate load.
    pub sex: Option<Sex>,
}

impl Basis {
    /// A short stable text of every value used; equal texts mean equal inputs.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let s = self.settings.as_ref();
        let number = |v: Option<f64>| v.map_or_else(|| "-".to_owned(), |v| v.to_string());
        format!(
            "ftp={} lthr={} hrmax={} hrrest={} vthr={} sex={}",
            number(s.and_then(|s| s.ftp).map(Into::into)),
            number(s.and_then(|s| s.lthr).map(Into::into)),
            number(s.and_then(|s| s.hr_max).map(Into::into)),
            number(s.and_then(|s| s.hr_rest).map(Into::into)),
            number(s.and_then(|s| s.threshold_speed).map(Into::into)),
            match self.sex {
                Some(Sex::Female) => "f",
                Some(Sex::Male) => "m",
                None => "-",
            }
        )
    }
}
