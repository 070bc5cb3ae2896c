//! Dated settings: thresholds and body values that hold from a day on.

use chrono::NaiveDate;
pub use science::grade::CostModel;
use science::statistics::median;
use serde::{Deserialize, Serialize};

use crate::activity::Activity;
use crate::measures::Measures;
use crate::sport::Sport;
use crate::summary::LoadSource;
use crate::unit::{Bpm, Joules, Kilograms, Meters, MetersPerSecond, Sex, Watts};
use crate::zones::SchemeChoice;

/// Weights of an individual training impulse `x a e^(b x)`, from a lactate test (Manzi 2009).
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct IndividualImpulse {
    /// Factor.
    pub a: f64,
    /// Exponent.
    pub b: f64,
}

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
    /// Critical power on the bike.
    #[serde(default)]
    pub critical_power: Option<Watts>,
    /// Work above critical power (W').
    #[serde(default)]
    pub w_prime: Option<Joules>,
    /// Critical running speed.
    #[serde(default)]
    pub critical_speed: Option<MetersPerSecond>,
    /// Distance above critical speed (D').
    #[serde(default)]
    pub d_prime: Option<Meters>,
    /// Critical swimming speed.
    #[serde(default)]
    pub swim_speed: Option<MetersPerSecond>,
    /// Heart rate at the first ventilatory threshold.
    #[serde(default)]
    pub vt1: Option<Bpm>,
    /// Heart rate at the second ventilatory threshold.
    #[serde(default)]
    pub vt2: Option<Bpm>,
    /// Body mass.
    pub body_mass: Option<Kilograms>,
    /// Body height.
    #[serde(default)]
    pub height: Option<Meters>,
    /// Sleep needed a night, hours; the program's own guess if unknown.
    #[serde(default)]
    pub sleep_need_h: Option<f64>,
    /// Individual training impulse, if tested.
    #[serde(default)]
    pub impulse: Option<IndividualImpulse>,
    /// Schemes for zones.
    #[serde(default)]
    pub schemes: SchemeChoice,
    /// How running uphill is weighed; the table of equal heart rate if left out.
    #[serde(default)]
    pub cost_model: Option<CostModel>,
    /// Where the values come from, as the person who entered them wrote it ("20-min test", "device").
    pub note: Option<String>,
}

/// The settings that hold on a date: the newest that start on or before it. `history` may be in any order.
#[must_use]
pub fn on(history: &[Settings], date: NaiveDate) -> Option<&Settings> {
    history.iter().filter(|s| s.from <= date).max_by_key(|s| s.from)
}

/// How many points of an athlete's usual load source one point of another is worth: the median of their ratios over
/// sessions that have both.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct SourceScale {
    /// In which sport.
    pub sport: Sport,
    /// Points of this source (RPE-minutes for [`LoadSource::Perceived`]) ...
    pub from: LoadSource,
    /// ... times this are points of the sport's usual source.
    pub scale: f64,
    /// Sessions that had both.
    pub sessions: u32,
}

/// What the numbers of one activity were computed from, so that a changed setting shows which values are out of date.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Basis {
    /// The thresholds on the activity's day, if any were known.
    pub settings: Option<Settings>,
    /// Coefficients for heart-rate load.
    pub sex: Option<Sex>,
    /// The athlete's own points per RPE-minute, if learned.
    pub rpe_scale: Option<f64>,
    /// The athlete's scales between sources of load.
    pub scales: Vec<SourceScale>,
}

impl Basis {
    /// A short stable text of every value that enters a number of an activity; equal texts mean equal numbers. Scales are
    /// written with four digits: a change smaller than that changes no number a person sees. What enters none (a note,
    /// critical running speed, the need for sleep) is left out, so that a change of it makes nothing out of date.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let unknown = Settings::default();
        let s = self.settings.as_ref().unwrap_or(&unknown);
        let numbers: [(&str, Option<f64>); 14] = [
            ("ftp", s.ftp.map(Into::into)),
            ("lthr", s.lthr.map(Into::into)),
            ("hrmax", s.hr_max.map(Into::into)),
            ("hrrest", s.hr_rest.map(Into::into)),
            ("vthr", s.threshold_speed.map(Into::into)),
            ("cp", s.critical_power.map(Into::into)),
            ("wprime", s.w_prime.map(Into::into)),
            ("css", s.swim_speed.map(Into::into)),
            ("vt1", s.vt1.map(Into::into)),
            ("vt2", s.vt2.map(Into::into)),
            ("mass", s.body_mass.map(Into::into)),
            ("height", s.height.map(Into::into)),
            ("ia", s.impulse.map(|own| own.a)),
            ("ib", s.impulse.map(|own| own.b)),
        ];
        let sex = match self.sex {
            Some(Sex::Female) => "f",
            Some(Sex::Male) => "m",
            None => "-",
        };
        let cost = match s.cost_model.unwrap_or_default() {
            CostModel::Table => "table",
            CostModel::Minetti => "minetti",
        };
        let written = |name: &str, number: Option<String>| format!("{name}={}", number.as_deref().unwrap_or("-"));
        let mut parts = vec![format!("sex={sex}"), format!("cost={cost}")];
        parts.extend(numbers.map(|(name, number)| written(name, number.map(|number| number.to_string()))));
        let schemes = [("zp", s.schemes.power), ("zh", s.schemes.heart), ("zv", s.schemes.speed)];
        parts.extend(schemes.map(|(name, scheme)| written(name, scheme.map(|scheme| scheme.code().to_owned()))));
        parts.push(written("rpe", self.rpe_scale.map(|scale| format!("{scale:.4}"))));
        let mut scales: Vec<&SourceScale> = self.scales.iter().collect();
        scales.sort_by_key(|scale| (scale.sport, scale.from));
        let scale = |scale: &SourceScale| format!("{}/{}={:.4}", scale.sport.code(), scale.from.code(), scale.scale);
        parts.extend(scales.into_iter().map(scale));
        parts.join(" ")
    }
}

/// Sessions that must have both sources before a scale between them is known (SCIENCE 3).
pub const OVERLAP_NEEDED: usize = 15;

/// The athlete's scales between sources of load, from activities with their measures, in any order.
///
/// In each sport the usual source is the first of [`LoadSource::order`] that has a value in at least [`OVERLAP_NEEDED`]
/// activities; every source after it that has one in as many of the same activities gets the median of the ratios. For
/// [`LoadSource::Perceived`] the scale is in points for an RPE-minute.
#[must_use]
pub fn scales(samples: &[(Activity, Measures)]) -> Vec<SourceScale> {
    let mut scales = Vec::new();
    for sport in Sport::ALL {
        let of_sport: Vec<&Measures> =
            samples.iter().filter(|(activity, _)| activity.sport == sport).map(|(_, measures)| measures).collect();
        let value = |measures: &Measures, source: LoadSource| measures.value(source.metric()).filter(|v| *v > 0.0);
        let has = |source: LoadSource| of_sport.iter().filter(|measures| value(measures, source).is_some()).count();
        let order = LoadSource::order(sport);
        let Some(at) = order.iter().position(|source| has(*source) >= OVERLAP_NEEDED) else { continue };
        for &from in &order[at + 1..] {
            let ratio = |measures: &&Measures| Some(value(measures, order[at])? / value(measures, from)?);
            let ratios: Vec<f64> = of_sport.iter().filter_map(ratio).filter(|ratio| ratio.is_finite()).collect();
            if ratios.len() >= OVERLAP_NEEDED
                && let Some(scale) = median(&ratios)
            {
                scales.push(SourceScale { sport, from, scale, sessions: ratios.len() as u32 });
            }
        }
    }
    scales
}

#[cfg(test)]
mod tests;
