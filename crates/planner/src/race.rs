//! Races: what they are expected to be, and what is said beside them.

use domain::reason::{Effect, Grade, Reason, Rule};
use domain::season::Race;
use domain::session::{Session, SessionKind};
use domain::sport::Sport;

use crate::Context;
use crate::limits::{SHORTEST, spike, spike_reason};

/// The race as a reason, with the session it is expected to be.
pub(crate) fn race_reason(context: &Context, race: &Race, effect: Effect) -> Reason {
    let session = race_session(context, race);
    Reason::new(Rule::RaceDay, effect, Grade::D)
        .on(race.date)
        .named(race.name.clone())
        .fact("minutes", f64::from(session.minutes))
        .fact("load", session.load)
}

/// Said beside a race that is longer than the spike rule would let a training session be.
pub(crate) fn race_spike(context: &Context, race: &Race) -> Option<Reason> {
    let asked = race_session(context, race).minutes;
    let (most, longest) = spike(context, race.sport)?;
    let flagged = Reason { effect: Effect::Flagged, ..spike_reason(race.sport, race.date, longest) };
    (asked > most).then(|| flagged.fact("minutes", f64::from(asked)))
}

/// What a race is expected to be: its length from distance and threshold speed (or a usual speed of the sport), an hour
/// without a distance; its intensity from its length. A guess, good enough to plan the days around it.
pub(crate) fn race_session(context: &Context, race: &Race) -> Session {
    let threshold = context.settings.as_ref().and_then(|s| s.threshold_speed).map(f64::from);
    let usual = match race.sport {
        Sport::Run => 3.0,
        Sport::Ride => 8.5,
        Sport::Swim => 1.0,
        Sport::Ski | Sport::Row => 4.0,
        _ => 2.5,
    };
    let speed = threshold.filter(|v| race.sport == Sport::Run && (1.0..=8.0).contains(v)).map_or(usual, |v| 0.93 * v);
    let distance = race.distance.map(f64::from).filter(|metres| metres.is_finite() && *metres > 0.0);
    let minutes = distance.map_or(60.0, |metres| (metres / speed / 60.0).ceil()).clamp(SHORTEST.into(), 1440.0) as u32;
    let intensity: f64 = match minutes {
        0..=30 => 1.05,
        31..=60 => 1.0,
        61..=120 => 0.92,
        121..=240 => 0.85,
        _ => 0.75,
    };
    Session {
        kind: SessionKind::Race,
        sport: race.sport,
        title: race.name.chars().take(120).collect(),
        minutes,
        load: f64::from(minutes) / 60.0 * 100.0 * intensity * intensity,
        steps: Vec::new(),
        workout: None,
    }
}
