//! Which load counts, and why there may be none.

use science::unit::Sex;
use science::{heart, perceived, power};

use super::usable::Usable;
use super::{DEFAULT_RPE_SCALE, Load, LoadSource};
use crate::reading::Missing;
use crate::recording::{ChannelKind, Recording};
use crate::settings::{Basis, Settings};
use crate::sport::Sport;
use crate::unit::{Bpm, Rpe, Seconds};

/// Share of the timer time that must have a usable value (SCIENCE 3).
const COVERAGE_NEEDED: f64 = 0.6;

/// The reasons in the order in which a person can mend them.
const MENDABLE: [Missing; 4] = [Missing::NoThreshold, Missing::PoorQuality, Missing::TooShort, Missing::NoChannel];

pub(super) fn decide(
    recording: &Recording,
    usable: &Usable,
    basis: &Basis,
    rpe: Option<Rpe>,
    rpe_scale: Option<f64>,
) -> Result<Load, Missing> {
    let felt = from_effort(recording, usable, rpe, rpe_scale);
    if matches!(recording.sport, Sport::Strength | Sport::Mobility | Sport::Transition) {
        return felt;
    }
    let settings = basis.settings.as_ref();
    let measured = match recording.sport {
        Sport::Ride => vec![from_power(recording, usable, settings), from_heart(recording, usable, basis)],
        _ => vec![from_heart(recording, usable, basis)],
    };
    if let Some(load) = measured.iter().find_map(|tried| tried.ok()) {
        return Ok(load);
    }
    felt.map_err(|why| MENDABLE.into_iter().find(|reason| measured.contains(&Err(*reason))).unwrap_or(why))
}

/// Banister's impulse over the timer time, the mean of both sexes' if unknown; `None` without resting and maximal heart
/// rate or below 60 % of the time.
pub(super) fn trimp(usable: &Usable, basis: &Basis) -> Option<f64> {
    let settings = basis.settings.as_ref()?;
    let (rest, max) = (settings.hr_rest?, settings.hr_max?);
    let whole = whole_time(usable)?;
    over_sexes(basis.sex, |sex| heart::banister_trimp(&usable.hr, rest, max, sex).map(|part| part * whole))
}

fn from_power(recording: &Recording, usable: &Usable, settings: Option<&Settings>) -> Result<Load, Missing> {
    recording.channel(ChannelKind::Power).ok_or(Missing::NoChannel)?;
    let ftp = settings.and_then(|s| s.ftp).ok_or(Missing::NoThreshold)?;
    if usable.coverage(usable.power.len()) < COVERAGE_NEEDED {
        return Err(Missing::PoorQuality);
    }
    let np = power::normalized_power(&usable.power).map_err(|_| Missing::TooShort)?;
    let points = power::tss(np, ftp, Seconds(usable.power.len() as f64)).ok_or(Missing::NoThreshold)?;
    Ok(Load { points, source: LoadSource::Power, scale: None })
}

fn from_heart(recording: &Recording, usable: &Usable, basis: &Basis) -> Result<Load, Missing> {
    recording.channel(ChannelKind::HeartRate).ok_or(Missing::NoChannel)?;
    let (rest, max, lthr) = heart_thresholds(basis).ok_or(Missing::NoThreshold)?;
    let whole = whole_time(usable).ok_or(Missing::PoorQuality)?;
    let points = over_sexes(basis.sex, |sex| {
        let trimp = heart::banister_trimp(&usable.hr, rest, max, sex)? * whole;
        heart::hr_tss(trimp, rest, max, lthr, sex)
    });
    let points = points.ok_or(Missing::NoThreshold)?;
    Ok(Load { points, source: LoadSource::HeartRate, scale: None })
}

fn from_effort(
    recording: &Recording,
    usable: &Usable,
    rpe: Option<Rpe>,
    rpe_scale: Option<f64>,
) -> Result<Load, Missing> {
    // A device stores 0 when nobody answered; a person who says 0 means it.
    let on_device = recording.totals.rpe.filter(|rpe| rpe.0 > 0.0);
    let rpe = rpe.or(on_device).filter(|rpe| (0.0..=10.0).contains(&rpe.0)).ok_or(Missing::NeverRecorded)?;
    if usable.timer_s <= 0.0 {
        return Err(Missing::TooShort);
    }
    let scale = rpe_scale.filter(|scale| scale.is_finite() && *scale > 0.0).unwrap_or(DEFAULT_RPE_SCALE);
    let points = perceived::srpe(rpe, usable.timer_s / 60.0) * scale;
    Ok(Load { points, source: LoadSource::Perceived, scale: Some(scale) })
}

fn heart_thresholds(basis: &Basis) -> Option<(Bpm, Bpm, Bpm)> {
    let settings = basis.settings.as_ref()?;
    Some((settings.hr_rest?, settings.hr_max?, settings.lthr?))
}

/// What the seconds with heart rate are multiplied by to stand for the whole timer time, 1 or more.
fn whole_time(usable: &Usable) -> Option<f64> {
    let coverage = usable.coverage(usable.hr.len());
    (coverage >= COVERAGE_NEEDED).then(|| coverage.recip())
}

fn over_sexes(sex: Option<Sex>, value: impl Fn(Sex) -> Option<f64>) -> Option<f64> {
    match sex {
        Some(sex) => value(sex),
        None => Some(f64::midpoint(value(Sex::Female)?, value(Sex::Male)?)),
    }
}
