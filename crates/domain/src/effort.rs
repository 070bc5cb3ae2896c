//! How hard a session is expected to feel, and how its minutes lie in three zones.

use crate::session::{Session, SessionKind, Step};
use crate::sport::Sport;
use crate::workout::{Part, Reps, Weight};

/// How much faster effort grows than intensity, and how felt effort follows the sum (see [`expected_rpe`]).
const STEEPNESS: f64 = 7.15;
const BEND: f64 = 0.416;
/// Felt effort of an hour at threshold.
const HOUR_AT_THRESHOLD: f64 = 8.5;
/// Felt effort of strength training of which nothing more is known, after [`USUAL_STRENGTH_MIN`].
const STRENGTH: f64 = 5.0;
const USUAL_STRENGTH_MIN: f64 = 45.0;
/// Shares of threshold between the three zones: below the first one can talk in sentences, above the second nothing is
/// steady. "At threshold" itself is still the middle zone.
const LOWER: f64 = 0.8;
const UPPER: f64 = 1.02;

/// Felt effort expected of the whole session, 0 to 10; `None` for rest and where there is no duration.
///
/// Steps are summed as `h e^(7.15 (i - 1))`, and effort is `8.5` times that sum to the power 0.416: an hour at threshold is
/// 8.5, an hour at 0.65 of it 3, three hours at 0.7 are 5.5. More of anything never makes it less. With sets it is at
/// least as hard as the hardest of them: repetitions in reserve counted down from ten. A design of this program (grade D), not a
/// measurement; sessions without steps are taken as steady.
#[must_use]
pub fn expected_rpe(session: &Session) -> Option<f64> {
    if session.kind == SessionKind::Rest || session.minutes == 0 {
        return None;
    }
    let sum: f64 = stretches(session).map(|(minutes, i)| minutes / 60.0 * (STEEPNESS * (i - 1.0)).exp()).sum();
    let endurance = HOUR_AT_THRESHOLD * sum.powf(BEND);
    Some(endurance.max(strength(session)).clamp(0.0, 10.0))
}

/// Minutes in each of three zones: easy, between the thresholds, above. Sessions without steps are taken as steady;
/// strength, mobility and changes lie in none.
#[must_use]
pub fn zone_minutes(session: &Session) -> [f64; 3] {
    let mut zones = [0.0; 3];
    if matches!(session.sport, Sport::Strength | Sport::Mobility | Sport::Transition) {
        return zones;
    }
    for (minutes, intensity) in stretches(session) {
        zones[usize::from(intensity >= LOWER) + usize::from(intensity >= UPPER)] += minutes;
    }
    zones
}

/// Minutes and intensity, stretch by stretch.
fn stretches(session: &Session) -> impl Iterator<Item = (f64, f64)> {
    let steady = session.steps.is_empty().then(|| session.intensity()).flatten();
    let steady = steady.map(|intensity| (f64::from(session.minutes), intensity));
    session.steps.iter().flat_map(Step::stretches).chain(steady)
}

/// Felt effort of strength training: its hardest sets decide, and its length.
fn strength(session: &Session) -> f64 {
    let hardest = session.workout.as_ref().map_or(0.0, |workout| hardest(&workout.parts));
    let felt = if hardest == 0.0 && session.kind == SessionKind::Strength { STRENGTH } else { hardest };
    felt * (f64::from(session.minutes) / USUAL_STRENGTH_MIN).powf(0.2)
}

fn hardest(parts: &[Part]) -> f64 {
    let one = |part: &Part| match part {
        Part::Sets(sets) => set(sets.load, sets.reps),
        Part::Repeat { parts, .. } => hardest(parts),
        Part::Step(_) => 0.0,
    };
    parts.iter().map(one).fold(0.0, f64::max)
}

/// Felt effort of one set. The most repetitions at a share of the maximum are Epley's, `30 (1 / share - 1)`.
fn set(load: Weight, reps: Reps) -> f64 {
    let from_reserve = |left: f64| (10.0 - left).clamp(3.0, 10.0);
    match (load, reps) {
        (Weight::Reserve(left), _) => from_reserve(left),
        (Weight::OneRm(share), Reps::Count(reps)) => from_reserve(30.0 * (1.0 / share - 1.0) - f64::from(reps)),
        (Weight::OneRm(_) | Weight::Kg(_) | Weight::Velocity(_), _) => 6.0,
        (Weight::Free, _) => 4.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steady(minutes: u32, intensity: f64) -> Session {
        let load = 100.0 * f64::from(minutes) / 60.0 * intensity * intensity;
        Session {
            kind: SessionKind::Easy,
            sport: Sport::Run,
            title: "Steady".into(),
            minutes,
            load,
            steps: Vec::new(),
            workout: None,
        }
    }

    fn written(kind: SessionKind, sport: Sport, text: &str) -> Session {
        Session::of_workout(kind, sport, "Written".into(), text.parse().expect("a workout"), None)
    }

    #[test]
    fn felt_effort_is_where_it_is_said_to_be() {
        for (minutes, intensity, rpe) in [(60, 1.0, 8.5), (60, 0.65, 3.0), (180, 0.7, 5.5)] {
            let expected = expected_rpe(&steady(minutes, intensity)).expect("it lasts");
            assert!((expected - rpe).abs() < 0.1, "{minutes} min at {intensity}: {expected}");
        }
        assert_eq!(expected_rpe(&Session { kind: SessionKind::Rest, ..steady(60, 0.7) }), None);
        assert_eq!(expected_rpe(&steady(0, 0.7)), None);
    }

    #[test]
    fn more_of_anything_never_feels_less() {
        let rpe = |text: &str| expected_rpe(&written(SessionKind::Interval, Sport::Run, text)).expect("it lasts");
        let rising = ["4x3min @ 100%, r2min", "5x3min @ 100%, r2min", "5x3min @ 105%, r2min", "5x3min @ 105%, r3min"];
        for pair in rising.windows(2) {
            assert!(rpe(pair[0]) < rpe(pair[1]), "{pair:?}");
        }
        assert!(rpe("20min @ 65%") < rpe("20min @ 65%, 10min @ 50%"));
        assert_eq!(rpe("24h @ 120%"), 10.0);
    }

    #[test]
    fn heavy_sets_feel_hard_though_they_load_the_heart_little() {
        let rpe = |text: &str| expected_rpe(&written(SessionKind::Strength, Sport::Strength, text)).expect("it lasts");
        let heavy = rpe("back squat 5x5 @ 85% 1RM, r3min, deadlift 5x5 @ 85% 1RM, r3min");
        let light = rpe("back squat 5x5 @ 60% 1RM, r3min, deadlift 5x5 @ 60% 1RM, r3min");
        assert!(heavy > 7.0 && light < heavy, "{heavy} {light}");
    }

    #[test]
    fn zones_hold_every_minute_of_endurance_and_none_of_strength() {
        let session =
            written(SessionKind::Threshold, Sport::Run, "12min @ 65%, 3x10min @ 98%, r2min, 4x1min @ 110%, r2min");
        assert_eq!(zone_minutes(&session), [12.0 + 6.0 + 8.0, 30.0, 4.0]);
        assert_eq!(zone_minutes(&steady(50, 0.7)), [50.0, 0.0, 0.0]);
        assert_eq!(zone_minutes(&written(SessionKind::Strength, Sport::Strength, "squat 3x5")), [0.0; 3]);
    }
}
