//! Habits, counted as a person would count them.

use chrono::{DateTime, Duration, Weekday};
use domain::habit::{Habit, HabitSeen};
use domain::id::{OverrideId, SessionId};
use domain::overrides::{Change, Override, ReasonTag};
use domain::plan::ProposedSession;
use domain::reason::{Effect, Grade, Reason, Rule};
use domain::session::{Session, SessionKind};
use planner::habit::{Decided, frequent, seen};
use uuid::Uuid;

use crate::build::{day, kept};

/// A session proposed on a day of the `week`th week, and what the coach made of it.
fn decided(week: i64, offset: i64, kind: SessionKind, changes: Vec<Change>) -> Decided {
    let session = SessionId(Uuid::from_u128(1));
    Decided {
        proposed: ProposedSession {
            id: session,
            date: day(offset) + Duration::weeks(week),
            session: kept(1, offset, kind, 90).session,
            reasons: Vec::new(),
            block: None,
        },
        overrides: changes
            .into_iter()
            .map(|change| Override {
                id: OverrideId(Uuid::from_u128(2)),
                session,
                change,
                before: None,
                tag: ReasonTag::CoachsEye,
                text: None,
                insisted: Vec::new(),
                author: "Coach".to_owned(),
                at: DateTime::UNIX_EPOCH,
            })
            .collect(),
    }
}

fn moved(week: i64, kind: SessionKind, from: i64, to: i64) -> Decided {
    decided(week, from, kind, vec![Change::Move { to: day(to) + Duration::weeks(week) }])
}

fn left(week: i64, kind: SessionKind, offset: i64) -> Decided {
    decided(week, offset, kind, Vec::new())
}

const LONG_TO_SATURDAY: Habit = Habit::MovesTo { kind: SessionKind::Long, day: Weekday::Sat };

#[test]
fn the_long_run_was_moved_to_saturday_five_of_six_times() {
    let mut decisions: Vec<Decided> = (0..5).map(|week| moved(week, SessionKind::Long, 6, 5)).collect();
    decisions.push(left(5, SessionKind::Long, 6));
    decisions.extend((0..6).map(|week| left(week, SessionKind::Easy, 1)));
    let habits = seen(&decisions);
    assert_eq!(habits, vec![HabitSeen { habit: LONG_TO_SATURDAY, times: 5, of: 6 }]);
    assert!(frequent(&habits[0]));
    assert_eq!(habits[0].habit.code(), "moves-to long sat");
    decisions.reverse();
    assert_eq!(seen(&decisions), habits, "the order of decisions does not matter");
}

#[test]
fn following_a_habit_does_not_wear_it_out_but_undoing_it_does() {
    let mut decisions: Vec<Decided> = (0..3).map(|week| moved(week, SessionKind::Long, 6, 5)).collect();
    decisions.extend((3..9).map(|week| left(week, SessionKind::Long, 5)));
    assert_eq!(seen(&decisions), vec![HabitSeen { habit: LONG_TO_SATURDAY, times: 3, of: 3 }]);
    decisions.extend((9..12).map(|week| moved(week, SessionKind::Long, 5, 6)));
    let of_saturday = seen(&decisions).into_iter().find(|one| one.habit == LONG_TO_SATURDAY);
    let of_saturday = of_saturday.expect("it was done three times");
    assert_eq!((of_saturday.times, of_saturday.of), (3, 6));
    assert!(!frequent(&of_saturday), "half the time is no habit");
}

#[test]
fn shorter_replaced_and_taken_out_sessions_are_counted_each_for_itself() {
    let kind = SessionKind::Threshold;
    let tempo = Session { kind: SessionKind::Tempo, ..kept(1, 1, kind, 60).session };
    let same_but_shorter = Session { minutes: 63, ..kept(1, 1, kind, 90).session };
    let decisions = vec![
        decided(0, 1, kind, vec![Change::Scale { percent: 80 }]),
        decided(1, 1, kind, vec![Change::Scale { percent: 85 }, Change::Lock]),
        decided(2, 1, kind, vec![Change::Replace { session: same_but_shorter }]),
        decided(3, 1, kind, vec![Change::Replace { session: tempo }]),
        decided(4, 3, kind, vec![Change::Remove]),
        decided(5, 1, kind, Vec::new()),
        // A move and back is no move; a block of the club and a rest are not the engine's choice.
        decided(6, 1, kind, vec![Change::Move { to: day(4) }, Change::Move { to: day(1) + Duration::weeks(6) }]),
        decided(7, 1, SessionKind::Rest, vec![Change::Remove]),
    ];
    let told: Vec<(String, u32, u32)> =
        seen(&decisions).into_iter().map(|one| (one.habit.code(), one.times, one.of)).collect();
    let expected =
        [("scales threshold 80", 3, 7), ("removes-on threshold thu", 1, 1), ("replaces threshold tempo", 1, 7)];
    assert_eq!(told, expected.map(|(code, times, of)| (code.to_owned(), times, of)));
}

#[test]
fn a_proposal_that_already_followed_the_habit_counts_only_when_it_was_changed_again() {
    let kind = SessionKind::Easy;
    let follows = Reason::new(Rule::Preference, Effect::Set, Grade::D).named("scales easy 75");
    let mut decisions: Vec<Decided> =
        (0..3).map(|week| decided(week, 1, kind, vec![Change::Scale { percent: 80 }])).collect();
    for week in 3..8 {
        let mut followed = left(week, kind, 1);
        followed.proposed.reasons.push(follows.clone());
        decisions.push(followed);
    }
    assert_eq!(seen(&decisions), vec![HabitSeen { habit: Habit::Scales { kind, percent: 80 }, times: 3, of: 3 }]);
}

#[test]
fn twice_is_no_habit_and_neither_is_half_the_time() {
    let of = |times, of| frequent(&HabitSeen { habit: LONG_TO_SATURDAY, times, of });
    assert_eq!([of(2, 2), of(3, 3), of(3, 5), of(3, 6), of(5, 6)], [false, true, true, false, true]);
}
