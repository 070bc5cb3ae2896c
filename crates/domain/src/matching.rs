//! Which planned session an activity is: on the day it comes in, and later over the whole week.

use chrono::NaiveDate;

use crate::adherence::{Deed, Fate};
use crate::effective::EffectiveSession;
use crate::id::SessionId;
use crate::session::SessionKind;
use crate::sport::Sport;
use crate::week::Week;

/// The natural logarithm of three, and a little for rounding: further apart in length an activity is no longer taken for a
/// session while it comes in.
const MOST: f64 = 1.098_613;
/// The natural logarithm of one and a half: within it the length is much as planned (a design choice).
const LIKE_LENGTH: f64 = 0.405_466;
/// The natural logarithm of five quarters: within it the intensity is much as planned (a design choice; loads from heart rate
/// and felt effort are not finer than that).
const LIKE_INTENSITY: f64 = 0.223_144;

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
        session.date == day && is_trained(session) && session.session.sport == sport && !taken.contains(&session.id)
    };
    sessions
        .iter()
        .filter(fits)
        .map(|session| (off(session, minutes), session))
        .filter(|(off, _)| *off <= MOST)
        .min_by(|(a, one), (b, other)| a.total_cmp(b).then_with(|| one.id.cmp(&other.id)))
        .map(|(_, session)| session.id)
}

/// Whether there is something to do: rest and what was taken out are not.
pub(crate) fn is_trained(session: &EffectiveSession) -> bool {
    !session.removed && session.session.kind != SessionKind::Rest
}

/// How many times longer or shorter than planned, on one scale for both: half as long is as far as twice as long.
fn off(session: &EffectiveSession, minutes: f64) -> f64 {
    (minutes / f64::from(session.session.minutes)).ln().abs()
}

/// Pairs sessions and deeds of a week, as (place in `sessions`, place in `deeds`): each at most once, and the same pairs
/// whatever order they come in. In turn: what an import linked; like deeds of the day; like deeds of another day of the
/// week, the nearest first, for sessions whose day has passed; anything else of the day that is at least a third as long
/// or the same sport.
#[must_use]
pub fn week(sessions: &[EffectiveSession], deeds: &[Deed], today: NaiveDate) -> Vec<(usize, usize)> {
    let mut pairs = Pairs { sessions, deeds, found: Vec::new() };
    pairs.add(|session, deed| (deed.session == Some(session.id)).then_some(0.0));
    pairs
        .add(|session, deed| (session.date == deed.date && is_like(session, deed)).then(|| off(session, deed.minutes)));
    pairs.add(|session, deed| {
        let possible = session.date < today && Week::of(session.date).contains(deed.date) && is_like(session, deed);
        // A day counts more than any length: like lengths are less than one apart.
        possible.then(|| (deed.date - session.date).num_days().abs() as f64 + off(session, deed.minutes))
    });
    pairs.add(|session, deed| {
        let off = off(session, deed.minutes);
        let same = session.session.sport == deed.sport;
        (session.date == deed.date && deed.minutes > 0.0 && (same || off <= MOST)).then_some(if same {
            off
        } else {
            ANOTHER_SPORT + off
        })
    });
    pairs.found
}

/// Put on the distance of another sport, so that the same sport goes first whatever its length.
const ANOTHER_SPORT: f64 = 1000.0;

/// What a pair is.
#[must_use]
pub fn fate(session: &EffectiveSession, deed: &Deed) -> Fate {
    match (deed.date - session.date).num_days() {
        _ if !is_like(session, deed) => Fate::Different,
        0 => Fate::Done,
        days => Fate::Shifted { days },
    }
}

/// Much as planned: the same sport, like length, and like intensity as far as that is known.
fn is_like(session: &EffectiveSession, deed: &Deed) -> bool {
    session.session.sport == deed.sport && off(session, deed.minutes) <= LIKE_LENGTH && is_like_hard(session, deed)
}

/// Strength and mobility have no intensity that a load tells.
fn is_like_hard(session: &EffectiveSession, deed: &Deed) -> bool {
    let endurance =
        matches!(deed.sport, Sport::Run | Sport::Ride | Sport::Swim | Sport::Walk | Sport::Row | Sport::Ski);
    // Load grows with the square of intensity.
    let rate = |load: f64, minutes: f64| Some(load / minutes).filter(|rate| rate.is_finite() && *rate > 0.0);
    let planned = rate(session.session.load, f64::from(session.session.minutes));
    let done = deed.load.and_then(|load| rate(load, deed.minutes));
    match (planned, done) {
        (Some(planned), Some(done)) if endurance => 0.5 * (done / planned).ln().abs() <= LIKE_INTENSITY,
        _ => true,
    }
}

struct Pairs<'a> {
    sessions: &'a [EffectiveSession],
    deeds: &'a [Deed],
    found: Vec<(usize, usize)>,
}

impl Pairs<'_> {
    /// Adds pairs of what is still free, the smallest distance first; `None` is no pair.
    fn add(&mut self, distance: impl Fn(&EffectiveSession, &Deed) -> Option<f64>) {
        let mut possible = Vec::new();
        for (s, session) in self.sessions.iter().enumerate().filter(|(_, session)| is_trained(session)) {
            for (d, deed) in self.deeds.iter().enumerate() {
                possible.extend(distance(session, deed).map(|distance| (distance, s, d)));
            }
        }
        let order = |s: usize, d: usize| {
            let (session, deed) = (&self.sessions[s], &self.deeds[d]);
            (session.date, session.id, deed.date, deed.activity)
        };
        possible.sort_by(|(a, s, d), (b, t, e)| a.total_cmp(b).then_with(|| order(*s, *d).cmp(&order(*t, *e))));
        for (_, s, d) in possible {
            if self.found.iter().all(|(taken, done)| *taken != s && *done != d) {
                self.found.push((s, d));
            }
        }
    }
}

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
            session: Session {
                kind,
                sport,
                title: String::new(),
                minutes,
                load: 0.0,
                steps: Vec::new(),
                workout: None,
            },
            source: Source::Proposed,
            locked: false,
            removed: false,
            block: None,
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
