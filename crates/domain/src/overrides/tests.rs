use chrono::{DateTime, Duration};

use super::*;
use crate::id::{AthleteId, PlanWeekId, ProposalId};
use crate::plan::{Confidence, Proposal, ProposedSession};
use crate::session::{SessionKind, Step};
use crate::sport::Sport;
use crate::week::Week;

fn day(offset: i64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).expect("a Monday") + Duration::days(offset)
}

fn id(n: u128) -> SessionId {
    SessionId(Uuid::from_u128(n))
}

fn session(kind: SessionKind, minutes: u32) -> Session {
    Session {
        kind,
        sport: Sport::Run,
        title: "A run".into(),
        minutes,
        load: f64::from(minutes),
        steps: Vec::new(),
        workout: None,
    }
}

/// Monday easy 60 min (1), Wednesday threshold 60 min (2), Sunday long 120 min (3).
fn week(overrides: Vec<Override>) -> PlanWeek {
    let sessions = [(1, 0, SessionKind::Easy, 60), (2, 2, SessionKind::Threshold, 60), (3, 6, SessionKind::Long, 120)];
    PlanWeek {
        id: PlanWeekId(Uuid::nil()),
        athlete: AthleteId(Uuid::nil()),
        week: Week::of(day(0)),
        proposal: Proposal {
            id: ProposalId(Uuid::nil()),
            engine: "test/1".into(),
            inputs: String::new(),
            made_at: DateTime::UNIX_EPOCH,
            target_load: None,
            sessions: sessions
                .into_iter()
                .map(|(n, offset, kind, minutes)| ProposedSession {
                    id: id(n),
                    date: day(offset),
                    session: session(kind, minutes),
                    reasons: Vec::new(),
                    block: None,
                })
                .collect(),
            reasons: Vec::new(),
            confidence: Confidence { value: 0.5, lowered_by: Vec::new() },
            abstained: false,
        },
        versions: 1,
        overrides,
        annotations: Vec::new(),
        exported_at: None,
        approvals: Vec::new(),
    }
}

fn over(n: u128, on: u128, change: Change) -> Override {
    Override {
        id: OverrideId(Uuid::from_u128(n)),
        session: id(on),
        change,
        before: None,
        tag: ReasonTag::Travel,
        text: None,
        insisted: Vec::new(),
        author: "Coach".into(),
        at: DateTime::UNIX_EPOCH,
    }
}

fn check_on(today: i64, week: &PlanWeek, on: u128, change: &Change) -> Result<Checked, Impossible> {
    check(week, id(on), change, day(today))
}

/// The days of the week after a change, with the minutes of what is trained there.
fn trained(week: &EffectiveWeek) -> Vec<(i64, u32)> {
    week.standing().map(|s| ((s.date - day(0)).num_days(), s.session.minutes)).collect()
}

fn undo(n: u128) -> Change {
    Change::Undo { of: OverrideId(Uuid::from_u128(n)) }
}

#[test]
fn a_change_tells_what_stood_before_and_how_the_week_would_stand() {
    let checked = check_on(0, &week(Vec::new()), 1, &Change::Move { to: day(4) }).expect("possible");
    assert_eq!(checked.broken, Vec::new());
    assert_eq!(checked.before.map(|s| s.date), Some(day(0)));
    assert_eq!(trained(&checked.now), [(0, 60), (2, 60), (6, 120)]);
    assert_eq!(trained(&checked.then), [(2, 60), (4, 60), (6, 120)]);
    let removed = check_on(0, &week(Vec::new()), 3, &Change::Remove).expect("possible");
    assert_eq!(trained(&removed.then), [(0, 60), (2, 60)]);
}

#[test]
fn the_past_is_not_rewritten_by_moving_removing_or_adding() {
    for (on, change) in [
        (1, Change::Move { to: day(4) }),
        (1, Change::Remove),
        (1, Change::Scale { percent: 50 }),
        (9, Change::Add { date: day(0), session: session(SessionKind::Easy, 30) }),
    ] {
        let checked = check_on(1, &week(Vec::new()), on, &change).expect("possible");
        assert_eq!(checked.broken.iter().map(|r| r.rule).collect::<Vec<_>>(), [Rule::Past], "{change:?}");
    }
    assert_eq!(check_on(1, &week(Vec::new()), 1, &Change::Lock).expect("possible").broken, Vec::new());
}

#[test]
fn what_makes_no_sense_is_impossible_whoever_insists() {
    let plain = week(Vec::new());
    let refused = |on, change: Change| check_on(0, &plain, on, &change).expect_err("impossible");
    assert_eq!(refused(77, Change::Remove), Impossible::UnknownSession(id(77)));
    assert_eq!(refused(1, Change::Move { to: day(7) }), Impossible::OutsideWeek(day(7)));
    assert_eq!(refused(1, Change::Scale { percent: 9 }), Impossible::Percent(9));
    assert_eq!(refused(1, Change::Scale { percent: 201 }), Impossible::Percent(201));
    assert_eq!(refused(1, undo(5)), Impossible::UnknownOverride(OverrideId(Uuid::from_u128(5))));
    let removed = week(vec![over(1, 1, Change::Remove)]);
    assert_eq!(check_on(0, &removed, 1, &Change::Lock).expect_err("removed"), Impossible::Removed(id(1)));
}

#[test]
fn a_session_no_person_could_train_is_refused() {
    let sound = session(SessionKind::Easy, 60);
    let step = Step { repeat: 0, minutes: 5.0, intensity: 1.0, rest_minutes: 0.0 };
    for bad in [
        Session { title: "  ".into(), ..sound.clone() },
        Session { title: "x".repeat(121), ..sound.clone() },
        Session { minutes: 1441, ..sound.clone() },
        Session { load: f64::NAN, ..sound.clone() },
        Session { load: -1.0, ..sound.clone() },
        Session { steps: vec![step.clone()], ..sound.clone() },
        Session { steps: vec![Step { repeat: 1, minutes: f64::INFINITY, ..step }], ..sound.clone() },
    ] {
        let change = Change::Replace { session: bad };
        assert_eq!(check_on(0, &week(Vec::new()), 1, &change), Err(Impossible::NotASession), "{change:?}");
    }
}

#[test]
fn scaling_up_again_and_again_ends_at_what_a_session_can_have() {
    let mut overrides = Vec::new();
    for n in 1..40 {
        let change = Change::Scale { percent: 200 };
        match check_on(0, &week(overrides.clone()), 1, &change) {
            Ok(_) => overrides.push(over(n, 1, change)),
            Err(refused) => {
                assert_eq!(refused, Impossible::NotASession);
                assert_eq!(overrides.len(), 4, "60, 120, 240, 480, 960 min");
                return;
            }
        }
    }
    panic!("a session of any length was accepted");
}

#[test]
fn an_undo_brings_back_the_session_and_may_not_rewrite_the_past_either() {
    let moved = week(vec![over(1, 2, Change::Move { to: day(4) })]);
    let checked = check_on(0, &moved, 2, &undo(1)).expect("possible");
    assert_eq!((trained(&checked.then), checked.broken), (vec![(0, 60), (2, 60), (6, 120)], Vec::new()));
    let late = check_on(5, &moved, 2, &undo(1)).expect("possible");
    let days: Vec<_> = late.broken.iter().map(|reason| (reason.rule, reason.date)).collect();
    assert_eq!(days, [(Rule::Past, Some(day(2))), (Rule::Past, Some(day(4)))], "taken from one, put on the other");
    let locked = week(vec![over(1, 1, Change::Lock)]);
    assert_eq!(check_on(6, &locked, 1, &undo(1)).expect("possible").broken, Vec::new(), "a lock moves nothing");
}

#[test]
fn several_changes_at_once_make_one_week() {
    let moved = week(vec![over(1, 2, Change::Move { to: day(4) }), over(2, 2, Change::Scale { percent: 50 })]);
    let back = with(&moved, [(id(2), undo(2)), (id(2), undo(1))]);
    assert_eq!(back, effective(&week(Vec::new()).proposal, &[]), "as proposed");
}

#[test]
fn what_is_undone_cannot_be_undone_again() {
    let undone = week(vec![over(1, 1, Change::Remove), over(2, 1, undo(1))]);
    let refused = check_on(0, &undone, 1, &undo(1)).expect_err("undone");
    assert_eq!(refused, Impossible::AlreadyUndone(OverrideId(Uuid::from_u128(1))));
    assert!(check_on(0, &undone, 1, &undo(2)).is_ok(), "the undo itself can be");
}

#[test]
fn every_reason_tag_has_its_own_name() {
    for tag in ReasonTag::ALL {
        assert_eq!(ReasonTag::from_code(tag.code()), Some(tag));
    }
    assert_eq!(ReasonTag::from_code("boredom"), None);
}
