//! Which load counts, on whose scale it stands, and why there may be none.

use super::Doubt;
use super::session::Session;
use super::sheet::{Sheet, Value};
use crate::metric::Metric;
use crate::reading::Missing;
use crate::settings::{Settings, SourceScale};
use crate::sport::Sport;
use crate::summary::{DEFAULT_RPE_SCALE, Load, LoadSource};

/// The reasons in the order in which a person can mend them.
const MENDABLE: [Missing; 4] = [Missing::NoThreshold, Missing::PoorQuality, Missing::TooShort, Missing::NoChannel];

/// The first source of the sport's order that has a value, entered as [`Metric::Load`] with its doubts.
pub(super) fn decide(session: &Session<'_>, sheet: &mut Sheet) -> Result<Load, Missing> {
    let order = order(session);
    let tried: Vec<(LoadSource, Result<Value, Missing>)> =
        order.into_iter().map(|source| (source, sheet.get(source.metric()))).collect();
    let measured = tried.iter().filter(|(source, _)| *source != LoadSource::Perceived);
    let reason = MENDABLE.into_iter().find(|why| measured.clone().any(|(_, tried)| tried.as_ref().err() == Some(why)));
    let decided = match tried.into_iter().find_map(|(source, tried)| Some((source, tried.ok()?))) {
        Some((source, value)) => Ok(scaled(session, source, value)),
        None => Err(reason.unwrap_or(Missing::NeverRecorded)),
    };
    let (load, found) = match decided {
        Ok((load, doubts)) => (Ok(load), Ok(Value { value: load.points, doubts })),
        Err(why) => (Err(why), Err(why)),
    };
    sheet.put(Metric::Load, found);
    load
}

/// The sport's order, except that on steep ground heart rate says more than speed.
fn order(session: &Session<'_>) -> Vec<LoadSource> {
    let mut order = LoadSource::order(session.sport()).to_vec();
    let trail = session.sport() == Sport::Run && session.moved.as_ref().is_ok_and(|moved| moved.trail);
    if trail && let Some(at) = order.iter().position(|source| *source == LoadSource::Pace) {
        let pace = order.remove(at);
        let after_heart =
            order.iter().position(|source| *source == LoadSource::HeartRate).map_or(at, |heart| heart + 1);
        order.insert(after_heart, pace);
    }
    order
}

/// The value as points of the athlete's usual source.
fn scaled(session: &Session<'_>, source: LoadSource, value: Value) -> (Load, Vec<Doubt>) {
    let Value { value, mut doubts } = value;
    let sport = session.sport();
    let known = session.basis.scales.iter().find(|known| known.sport == sport && known.from == source);
    let known = known.filter(|known| known.scale > 0.0 && known.scale.is_finite());
    let stands_in = known.is_some() || source != usual(&session.settings, sport);
    let scale = match source {
        LoadSource::Perceived => Some(points_a_minute(session, known)),
        _ => known.map(|known| known.scale),
    };
    if stands_in {
        doubts.push(match (known, scale) {
            (Some(known), Some(scale)) => Doubt::Bridged { scale, sessions: known.sessions },
            _ => Doubt::Unbridged,
        });
    }
    (Load { points: value * scale.unwrap_or(1.0), source, scale, stands_in }, doubts)
}

/// Points for an RPE-minute: the athlete's own scale if it proved better than the default, else that of this sport.
fn points_a_minute(session: &Session<'_>, known: Option<&SourceScale>) -> f64 {
    let own = session.basis.rpe_scale.filter(|scale| scale.is_finite() && *scale > 0.0);
    own.or(known.map(|known| known.scale)).unwrap_or(DEFAULT_RPE_SCALE)
}

/// The first source whose thresholds are set.
fn usual(settings: &Settings, sport: Sport) -> LoadSource {
    let set = |source: &LoadSource| match source {
        LoadSource::Power => settings.ftp.is_some(),
        LoadSource::Pace => settings.threshold_speed.is_some(),
        LoadSource::Swim => settings.swim_speed.is_some(),
        LoadSource::HeartRate => settings.hr_rest.is_some() && settings.hr_max.is_some() && settings.lthr.is_some(),
        LoadSource::Perceived => true,
    };
    LoadSource::order(sport).iter().copied().find(set).unwrap_or(LoadSource::Perceived)
}
