//! Time in zones.

use science::zone::{self, Scheme};

use super::session::Session;
use super::sheet::{Sheet, Value};
use super::{Quantity, ZoneTime};
use crate::metric::Metric;
use crate::reading::Missing;
use crate::recording::ChannelKind;
use crate::sport::Sport;
use crate::zones;

/// One for each scheme in force, and the three zones between the ventilatory thresholds wherever those are known.
pub(super) fn times(session: &Session<'_>) -> Vec<ZoneTime> {
    let mut schemes = zones::on(&session.settings, session.sport());
    if !schemes.iter().any(|zones| zones.scheme == Scheme::ThreeZone) && session.endurance() {
        schemes.extend(zones::three(&session.settings));
    }
    let timed = |zones: zones::Zones| {
        let zones::Zones { quantity, scheme, lower } = zones;
        let seconds = seconds(session, quantity, &lower)?;
        Some(ZoneTime { quantity, scheme, lower, seconds })
    };
    schemes.into_iter().filter_map(timed).collect()
}

fn seconds(session: &Session<'_>, quantity: Quantity, lower: &[f64]) -> Option<Vec<f64>> {
    let track = |kind| session.grid.track(kind).ok().map(|track| zone::time_in(&track.rows, lower));
    match quantity {
        Quantity::Power => track(ChannelKind::Power),
        Quantity::HeartRate => track(ChannelKind::HeartRate),
        Quantity::Speed if session.sport() == Sport::Run => {
            session.moved.as_ref().ok().map(|moved| zone::time_in(&moved.graded, lower))
        }
        Quantity::Speed => by_length(session, lower).or_else(|| track(ChannelKind::Speed)),
    }
}

/// Each length of a pool with its own mean speed.
fn by_length(session: &Session<'_>, lower: &[f64]) -> Option<Vec<f64>> {
    let pool = session.recording.pool?.0;
    let mut seconds = vec![0.0; lower.len()];
    let mut swum = false;
    for length in session.recording.lengths.iter().filter(|length| length.active) {
        let time = length.span.seconds();
        if let Some(zone) = zone::index(pool / time, lower).filter(|_| time > 0.0) {
            seconds[zone] += time;
            swum = true;
        }
    }
    swum.then_some(seconds)
}

/// The polarisation index of the three heart-rate zones. With more time in the top zone than in the lowest it has no
/// meaning and is left out.
pub(super) fn polarisation(session: &Session<'_>, times: &[ZoneTime], sheet: &mut Sheet) {
    if !session.endurance() || session.sport() == Sport::Other {
        return;
    }
    let three = times.iter().find(|time| time.scheme == Scheme::ThreeZone);
    let index = session.grid.track(ChannelKind::HeartRate).map(|track| track.seconds).and_then(|seconds| {
        let (_, scaled) = session.grid.whole(seconds)?;
        let three = three.ok_or(Missing::NoThreshold)?;
        let shares = <[f64; 3]>::try_from(three.seconds.as_slice()).map_err(|_| Missing::NoThreshold)?;
        Ok(zone::polarisation_index(shares).map(|index| Value::doubted(index, scaled)))
    });
    match index {
        Ok(Some(value)) => sheet.put(Metric::PolarisationIndex, Ok(value)),
        Ok(None) => {}
        Err(why) => sheet.put(Metric::PolarisationIndex, Err(why)),
    }
}
