//! Which planned session an activity is.

use chrono::NaiveDate;

use crate::effective::EffectiveSession;
use crate::id::SessionId;
use crate::session::SessionKind;
use crate::sport::Sport;

/// The session of the day an activity fits best: same sport (swims may only be swims, and so on), not taken by another
/// activity, closest in duration, and within a third to three times of it. `None` if none fits.
#[must_use]
pub fn planned(
    day: NaiveDate,
    sport: Sport,
    minutes: f64,
    sessions: &[EffectiveSession],
    taken: &[SessionId],
) -> Option<SessionId> {
    let fits = |session: &&EffectiveSession| {
        session.date == day
            && !session.removed
            && session.session.sport == sport
            && session.session.kind != SessionKind::Rest
            && !taken.contains(&session.id)
    };
    // How many times longer or shorter than planned, on one scale for both: half as long is as far as twice as long.
    let off = |session: &EffectiveSession| (minutes / f64::from(session.session.minutes)).ln().abs();
    sessions
        .iter()
        .filter(fits)
        .map(|session| (off(session), session))
        .filter(|(off, _)| *off <= MOST)
        .min_by(|(a, one), (b, other)| a.total_cmp(b).then_with(|| one.id.cmp(&other.id)))
        .map(|(_, session)| session.id)
}

/// The natural logarithm of three, and a little for rounding.
const MOST: f64 = 1.098_613;

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::effective::Source;
    use crate::session::Session;

    fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
    }

    fn session(number: u128, sport: Sport, kind: SessionKind, minutes: u32) -> EffectiveSession {
        EffectiveSession {
            id: SessionId(Uuid::from_u128(number)),
            date: day(),
            session: Session { kind, sport, title: String::new(), minutes, load: 0.0, steps: Vec::new() },
            source: Source::Proposed,
            locked: false,
            removed: false,
        }
    }

    fn found(sport: Sport, minutes: f64, sessions: &[EffectiveSession], taken: &[SessionId]) -> Option<u128> {
        planned(day(), sport, minutes, sessions, taken).map(|id| id.0.as_u128())
    }

    #[test]
    fn the_session_of_the_sport_closest_in_length_is_it() {
        let sessions = [
            session(1, Sport::Run, SessionKind::Easy, 40),
            session(2, Sport::Run, SessionKind::Long, 120),
            session(3, Sport::Swim, SessionKind::Easy, 45),
        ];
        assert_eq!(found(Sport::Run, 45.0, &sessions, &[]), Some(1));
        assert_eq!(found(Sport::Run, 90.0, &sessions, &[]), Some(2));
        assert_eq!(found(Sport::Swim, 90.0, &sessions, &[]), Some(3));
        assert_eq!(found(Sport::Ride, 45.0, &sessions, &[]), None);
    }

    #[test]
    fn a_third_and_three_times_of_it_still_fit_and_more_does_not() {
        let sessions = [session(1, Sport::Ride, SessionKind::Easy, 60)];
        for minutes in [20.0, 60.0, 180.0] {
            assert_eq!(found(Sport::Ride, minutes, &sessions, &[]), Some(1), "{minutes}");
        }
        for minutes in [19.0, 190.0, 0.0, f64::NAN] {
            assert_eq!(found(Sport::Ride, minutes, &sessions, &[]), None, "{minutes}");
        }
    }

    #[test]
    fn taken_removed_other_days_and_rest_are_none() {
        let run = session(1, Sport::Run, SessionKind::Easy, 40);
        assert_eq!(found(Sport::Run, 40.0, std::slice::from_ref(&run), &[run.id]), None);
        let removed = EffectiveSession { removed: true, ..run.clone() };
        let tomorrow = EffectiveSession { date: day().succ_opt().unwrap(), ..run };
        let rest = session(2, Sport::Run, SessionKind::Rest, 0);
        assert_eq!(found(Sport::Run, 40.0, &[removed, tomorrow, rest], &[]), None);
    }
}
