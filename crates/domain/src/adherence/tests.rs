use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::effective::Source;
use crate::id::{AthleteId, ExceptionId, WellnessId};
use crate::session::Session;
use crate::wellness::WellnessValue;

/// A day of the week of the tests, Monday 0.
fn day(number: i64) -> NaiveDate {
    Week::of(NaiveDate::from_ymd_opt(2026, 11, 16).expect("a day")).monday() + chrono::Duration::days(number)
}

fn over() -> NaiveDate {
    day(14)
}

fn session(number: u128, date: i64, sport: Sport, kind: SessionKind, minutes: u32, load: f64) -> EffectiveSession {
    EffectiveSession {
        id: SessionId(Uuid::from_u128(number)),
        date: day(date),
        session: Session { kind, sport, title: String::new(), minutes, load, steps: Vec::new(), workout: None },
        source: Source::Proposed,
        locked: false,
        removed: false,
        block: None,
    }
}

fn easy(number: u128, date: i64, minutes: u32) -> EffectiveSession {
    session(number, date, Sport::Run, SessionKind::Easy, minutes, f64::from(minutes) * 0.75)
}

fn deed(number: u128, date: i64, sport: Sport, minutes: f64, load: Option<f64>) -> Deed {
    let activity = ActivityId(Uuid::from_u128(number));
    Deed { activity, date: day(date), sport, minutes, load, rpe: None, session: None }
}

fn run(number: u128, date: i64, minutes: f64) -> Deed {
    deed(number, date, Sport::Run, minutes, Some(minutes * 0.75))
}

/// Each session's fate by its number, and how many deeds stand alone.
fn fates(planned: &[EffectiveSession], deeds: &[Deed], today: NaiveDate) -> (Vec<(u128, Fate)>, u32) {
    let joined = join(planned, deeds, &BTreeMap::new(), today);
    let mut fates: Vec<_> =
        joined.iter().filter_map(|one| Some((one.planned.as_ref()?.id.0.as_u128(), one.fate))).collect();
    fates.sort_by_key(|(number, _)| *number);
    (fates, count(&joined).unplanned)
}

#[test]
fn a_day_late_is_shifted_and_a_day_swapped_shifts_both() {
    let planned = [
        session(1, 1, Sport::Run, SessionKind::Interval, 60, 75.0),
        easy(2, 2, 50),
        session(3, 4, Sport::Swim, SessionKind::Easy, 45, 30.0),
    ];
    let deeds = [run(11, 1, 52.0), deed(12, 2, Sport::Run, 58.0, Some(72.0)), deed(13, 5, Sport::Swim, 45.0, None)];
    let (fates, alone) = fates(&planned, &deeds, over());
    let shifted = |days| Fate::Shifted { days };
    assert_eq!(fates, [(1, shifted(1)), (2, shifted(-1)), (3, shifted(1))]);
    assert_eq!(alone, 0);
}

#[test]
fn another_length_intensity_or_sport_of_the_day_is_different_and_a_swim_never_is_a_run() {
    let planned = [
        easy(1, 0, 150),
        session(2, 1, Sport::Run, SessionKind::Interval, 60, 75.0),
        session(3, 2, Sport::Swim, SessionKind::Easy, 60, 40.0),
        easy(4, 3, 150),
    ];
    let deeds = [
        run(11, 0, 20.0),
        run(12, 1, 60.0),
        run(13, 2, 50.0),
        // Too short a swim to stand for the run of its day, and the swim's own day has one already.
        deed(14, 3, Sport::Swim, 15.0, None),
    ];
    let (fates, alone) = fates(&planned, &deeds, over());
    assert_eq!(fates, [(1, Fate::Different), (2, Fate::Different), (3, Fate::Different), (4, Fate::NotDone)]);
    assert_eq!(alone, 1);
}

#[test]
fn what_the_import_linked_stands_even_where_another_fits_better() {
    let planned = [easy(1, 0, 60), easy(2, 0, 30)];
    let linked = Deed { session: Some(SessionId(Uuid::from_u128(2))), ..run(11, 0, 60.0) };
    let (fates, _) = fates(&planned, &[linked, run(12, 0, 62.0)], over());
    assert_eq!(fates, [(1, Fate::Done), (2, Fate::Different)]);
}

#[test]
fn today_and_later_are_ahead_until_they_are_done_and_take_no_earlier_deed() {
    let planned = [easy(1, 2, 60), easy(2, 4, 60)];
    assert_eq!(fates(&planned, &[run(11, 1, 60.0)], day(2)), (vec![(1, Fate::Ahead), (2, Fate::Ahead)], 1));
    assert_eq!(fates(&planned, &[run(11, 2, 60.0)], day(2)), (vec![(1, Fate::Done), (2, Fate::Ahead)], 0));
    assert_eq!(count(&join(&planned, &[], &BTreeMap::new(), day(2))), Adherence::default());
}

#[test]
fn rest_is_no_session_and_excuses_leave_the_count_unless_something_was_done() {
    let removed = EffectiveSession { removed: true, ..easy(4, 3, 60) };
    let rest = session(5, 4, Sport::Run, SessionKind::Rest, 0, 0.0);
    let planned = [easy(1, 0, 60), easy(2, 1, 60), easy(3, 2, 60), removed, rest];
    let excuses = BTreeMap::from([(day(1), Excuse::Ill), (day(2), Excuse::Injured)]);
    let joined = join(&planned, &[run(11, 0, 60.0), run(12, 2, 55.0)], &excuses, over());
    let told: Vec<Fate> = joined.iter().map(|one| one.fate).collect();
    let excused = |why| Fate::Excused { why };
    assert_eq!(told, [Fate::Done, excused(Excuse::Ill), Fate::Done, excused(Excuse::TakenOut)]);
    let counted = count(&joined);
    assert_eq!(counted, Adherence { done: 2, excused: 2, ..Adherence::default() });
    assert_eq!(counted.share(), Some(1.0));
}

#[test]
fn ill_injured_and_days_without_a_minute_excuse_and_what_was_corrected_does_not() {
    let at = |hour: u32| day(0).and_hms_opt(hour, 0, 0).expect("a moment").and_utc();
    let said = |number: i64, field: WellnessField, value: f64, hour: u32| WellnessEntry {
        id: WellnessId(Uuid::from_u128(1)),
        athlete: AthleteId(Uuid::from_u128(2)),
        batch: None,
        value: WellnessValue { date: day(number), field, value, source: "coach".to_owned() },
        recorded_at: at(hour),
    };
    let away = |number: u128, from: i64, to: i64, minutes: u32| Exception {
        id: ExceptionId(Uuid::from_u128(number)),
        athlete: AthleteId(Uuid::from_u128(2)),
        kind: ExceptionKind::Travel,
        from: day(from),
        to: day(to),
        minutes,
        note: None,
        supersedes: None,
        withdrawn: false,
        author: String::new(),
        at: at(u32::try_from(number).expect("small")),
    };
    let wellness = [
        said(0, WellnessField::Illness, 1.0, 6),
        said(1, WellnessField::Illness, 1.0, 6),
        said(1, WellnessField::Illness, 0.0, 7),
        said(2, WellnessField::Injury, 1.0, 6),
        said(3, WellnessField::Fever, 1.0, 6),
        said(9, WellnessField::Illness, 1.0, 6),
    ];
    // The newer exception gives the sixth day an hour again.
    let exceptions = [away(1, 3, 6, 0), away(2, 5, 5, 60)];
    let found = excuses(&wellness, &exceptions, &(day(0)..=day(6)));
    let travel = Excuse::Exception { kind: ExceptionKind::Travel };
    let expected = [(0, Excuse::Ill), (2, Excuse::Injured), (3, Excuse::Ill), (4, travel), (6, travel)];
    assert_eq!(found, expected.map(|(number, why)| (day(number), why)).into());
}

#[test]
fn effort_is_compared_by_kind_where_both_numbers_are_known() {
    let planned = [easy(1, 0, 60), easy(2, 1, 60), easy(3, 2, 60)];
    let felt = |deed: Deed, rpe| Deed { rpe: Some(Rpe(rpe)), ..deed };
    let deeds = [felt(run(11, 0, 60.0), 5.0), felt(run(12, 1, 60.0), 6.0), run(13, 2, 60.0)];
    let joined = join(&planned, &deeds, &BTreeMap::new(), over());
    let lines = efforts(&joined);
    assert_eq!(lines.len(), 1);
    assert_eq!((lines[0].kind, lines[0].sessions, lines[0].felt), (SessionKind::Easy, 2, 5.5));
    assert_eq!(Some(lines[0].expected), joined[0].expected_rpe, "all three are the same session");
    let different = join(&planned, &[felt(run(11, 0, 20.0), 9.0)], &BTreeMap::new(), over());
    assert!(efforts(&different).is_empty(), "another session has another effort");
    let line = |kind, sessions, felt| EffortLine { kind, sessions, expected: 3.0, felt }.too_hard();
    assert_eq!(line(SessionKind::Easy, 3, 4.5), Some(1.5));
    assert_eq!(line(SessionKind::Easy, 2, 4.5), None, "two sessions say nothing yet");
    assert_eq!(line(SessionKind::Easy, 9, 3.9), None);
    assert_eq!(line(SessionKind::Interval, 9, 9.0), None, "hard sessions may be felt hard");
}

fn sports() -> impl Strategy<Value = Sport> {
    prop::sample::select(vec![Sport::Run, Sport::Ride, Sport::Swim, Sport::Strength])
}

fn sessions() -> impl Strategy<Value = Vec<EffectiveSession>> {
    let one = (0..7_i64, sports(), 0..14_usize, 0..200_u32, 0.0..200.0_f64, any::<bool>());
    prop::collection::vec(one, 0..9).prop_map(|all| {
        let numbered = (1..).zip(all);
        numbered
            .map(|(number, (date, sport, kind, minutes, load, removed))| EffectiveSession {
                removed: removed && minutes % 3 == 0,
                ..session(number, date, sport, SessionKind::ALL[kind], minutes, load)
            })
            .collect()
    })
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let one = (-1..8_i64, sports(), 0.0..200.0_f64, prop::option::of(0.0..200.0_f64), prop::option::of(1..12_u128));
    prop::collection::vec(one, 0..9).prop_map(|all| {
        let numbered = (101..).zip(all);
        numbered
            .map(|(number, (date, sport, minutes, load, linked))| Deed {
                session: linked.map(|number| SessionId(Uuid::from_u128(number))),
                ..deed(number, date, sport, minutes, load)
            })
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn each_once_counts_add_up_order_never_matters_and_an_excuse_never_lowers_the_share(
        planned in sessions(),
        deeds in deeds(),
        excused in prop::collection::btree_set(0..7_i64, 0..4),
        today in 0..15_i64,
    ) {
        let none = BTreeMap::new();
        let joined = join(&planned, &deeds, &none, day(today));
        let mut given: Vec<SessionId> =
            planned.iter().filter(|s| s.session.kind != SessionKind::Rest).map(|s| s.id).collect();
        let mut got: Vec<SessionId> = joined.iter().filter_map(|one| Some(one.planned.as_ref()?.id)).collect();
        given.sort_unstable();
        got.sort_unstable();
        prop_assert_eq!(given, got, "each session that is no rest, once");
        let mut done: Vec<ActivityId> = joined.iter().filter_map(|one| Some(one.done.as_ref()?.activity)).collect();
        done.sort_unstable();
        prop_assert_eq!(done, deeds.iter().map(|deed| deed.activity).collect::<Vec<_>>(), "each deed once");
        prop_assert!(joined.iter().all(|one| one.done.is_none() || one.planned.as_ref().is_none_or(|s| !s.removed)));

        let counted = count(&joined);
        let ahead = joined.iter().filter(|one| one.fate == Fate::Ahead).count();
        let all = counted.done + counted.different + counted.not_done + counted.excused + counted.unplanned;
        prop_assert_eq!(all as usize + ahead, joined.len());
        prop_assert!(counted.share().is_none_or(|share| (0.0..=1.0).contains(&share)));

        let (mut sessions, mut turned) = (planned.clone(), deeds.clone());
        sessions.reverse();
        turned.reverse();
        prop_assert_eq!(&join(&sessions, &turned, &none, day(today)), &joined);

        let excuses = excused.into_iter().map(|number| (day(number), Excuse::Ill)).collect();
        let with = count(&join(&planned, &deeds, &excuses, day(today)));
        prop_assert_eq!(with.done, counted.done);
        if let (Some(with), Some(without)) = (with.share(), counted.share()) {
            prop_assert!(with >= without, "{} < {}", with, without);
        }
    }
}
