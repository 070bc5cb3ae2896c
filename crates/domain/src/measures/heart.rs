//! What is measured of the heart.

use science::heart::{self, Individual};
use science::hrv::{self, Rejected};

use super::Doubt;
use super::session::Session;
use super::sheet::{Found, Sheet, Value};
use crate::metric::Metric;
use crate::reading::Missing;
use crate::recording::ChannelKind;
use crate::sport::Sport;
use crate::unit::{Bpm, Sex};

/// Longest recording that is taken for one at rest, seconds.
const LONGEST_REST_S: f64 = 15.0 * 60.0;
/// What satellites may see of somebody who lies still, metres.
const STILL_M: f64 = 50.0;

pub(super) fn measure(session: &Session<'_>, sheet: &mut Sheet) {
    let track = session.grid.track(ChannelKind::HeartRate);
    let seconds = track.map_or(0, |track| track.seconds);
    let partly = session.grid.partly(seconds).filter(|_| seconds > 0);
    sheet.put(Metric::AvgHr, track.map(|track| Value::doubted(track.mean(), partly)));
    sheet.put(Metric::MaxHr, track.map(|track| Value::sure(track.highest())));
    if session.endurance() {
        impulses(session, sheet);
    }
    if at_rest(session, sheet) {
        sheet.put(Metric::RestingRmssd, rmssd(session));
    }
}

fn impulses(session: &Session<'_>, sheet: &mut Sheet) {
    let (grid, settings, sex) = (&session.grid, &session.settings, session.basis.sex);
    let track = grid.track(ChannelKind::HeartRate);
    let beats: Vec<Bpm> = track.map_or_else(|_| Vec::new(), |track| track.values().map(Bpm).collect());
    // A missing strap comes first, then a missing threshold, then what the strap missed: the order to mend them in.
    let channel = match track {
        Err(Missing::NoChannel) => Err(Missing::NoChannel),
        _ => Ok(()),
    };
    let impulse = |part: Option<f64>| -> Found {
        channel?;
        let part = part.ok_or(Missing::NoThreshold)?;
        let (times, scaled) = grid.whole(beats.len())?;
        Ok(Value::doubted(part * times, scaled))
    };
    let (rest, max) = (settings.hr_rest, settings.hr_max);
    let reserve = rest.zip(max);
    let banister = |sex: Sex| reserve.and_then(|(rest, max)| heart::banister_trimp(&beats, rest, max, sex));
    let [female, male] = match sex {
        Some(Sex::Female) => [banister(Sex::Female), None],
        Some(Sex::Male) => [None, banister(Sex::Male)],
        None => [banister(Sex::Female), banister(Sex::Male)],
    };
    let unsure = sex.is_none().then_some(Doubt::SexUnknown);
    let both = |female: Option<f64>, male: Option<f64>| match sex {
        Some(Sex::Female) => female,
        Some(Sex::Male) => male,
        None => female.zip(male).map(|(female, male)| f64::midpoint(female, male)),
    };
    let sexed =
        |found: Found| found.map(|value| Value { doubts: value.doubts.into_iter().chain(unsure).collect(), ..value });
    sheet.put(Metric::Trimp, sexed(impulse(both(female, male))));
    let points = |part: Option<f64>, sex: Sex| {
        let (rest, max) = reserve?;
        heart::hr_tss(part?, rest, max, settings.lthr?, sex)
    };
    sheet.put(Metric::HrTss, sexed(impulse(both(points(female, Sex::Female), points(male, Sex::Male)))));
    sheet.put(Metric::TrimpEdwards, impulse(max.and_then(|max| heart::edwards(&beats, max))));
    let thresholds = settings.vt1.zip(settings.vt2);
    sheet.put(Metric::TrimpLucia, impulse(thresholds.and_then(|(vt1, vt2)| heart::lucia(&beats, vt1, vt2))));
    let own = settings.impulse.map(|own| Individual { a: own.a, b: own.b }).zip(reserve);
    let individual = own.and_then(|(own, (rest, max))| heart::individual_trimp(&beats, rest, max, own));
    sheet.put(Metric::TrimpIndividual, impulse(individual));
}

/// Lying or sitting still on purpose: beats, no way to speak of, a quarter of an hour at most.
fn at_rest(session: &Session<'_>, sheet: &Sheet) -> bool {
    matches!(session.sport(), Sport::Other | Sport::Mobility)
        && sheet.value(Metric::Distance).is_none_or(|meters| meters <= STILL_M)
        && session.recording.channel(ChannelKind::RrInterval).is_some()
        && session.grid.timer_s <= LONGEST_REST_S
}

/// rMSSD over all beats as recorded: an artefact is left out with its pairs, never cut out between two others.
fn rmssd(session: &Session<'_>) -> Found {
    let beats = session.recording.channel(ChannelKind::RrInterval).ok_or(Missing::NoChannel)?;
    hrv::reading(&beats.values).map(Value::sure).map_err(|why| match why {
        Rejected::TooShort { .. } => Missing::TooShort,
        Rejected::TooManyArtefacts { .. } => Missing::PoorQuality,
    })
}
