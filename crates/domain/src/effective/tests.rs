use chrono::{DateTime, Duration};
use uuid::Uuid;

use super::*;
use crate::id::ProposalId;
use crate::overrides::ReasonTag;
use crate::plan::{Confidence, ProposedSession};
use crate::session::SessionKind;
use crate::sport::Sport;

fn day(offset: i64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).expect("a Monday") + Duration::days(offset)
}

fn run(minutes: u32) -> Session {
    Session {
        kind: SessionKind::Easy,
        sport: Sport::Run,
        title: "Easy run".into(),
        minutes,
        load: f64::from(minutes),
        steps: Vec::new(),
        workout: None,
    }
}

fn id(n: u128) -> SessionId {
    SessionId(Uuid::from_u128(n))
}

/// Three easy runs on Monday, Tuesday and Wednesday, sessions 1 to 3.
fn proposal() -> Proposal {
    Proposal {
        id: ProposalId(Uuid::nil()),
        engine: "test/1".into(),
        inputs: String::new(),
        made_at: DateTime::UNIX_EPOCH,
        target_load: None,
        sessions: (0..3)
            .map(|n| ProposedSession {
                id: id(n + 1),
                date: day(i64::try_from(n).expect("small")),
                session: run(60),
                reasons: Vec::new(),
                block: None,
            })
            .collect(),
        reasons: Vec::new(),
        confidence: Confidence { value: 0.5, lowered_by: Vec::new() },
        abstained: false,
    }
}

fn over(n: u128, session: u128, change: Change) -> Override {
    Override {
        id: OverrideId(Uuid::from_u128(n)),
        session: id(session),
        change,
        before: None,
        tag: ReasonTag::CoachsEye,
        text: None,
        insisted: Vec::new(),
        author: "Coach".into(),
        at: DateTime::UNIX_EPOCH,
    }
}

fn undo(n: u128, session: u128, of: u128) -> Override {
    over(n, session, Change::Undo { of: OverrideId(Uuid::from_u128(of)) })
}

fn find(week: &EffectiveWeek, n: u128) -> &EffectiveSession {
    week.sessions.iter().find(|s| s.id == id(n)).expect("the session")
}

#[test]
fn without_overrides_the_week_is_the_proposal() {
    let week = effective(&proposal(), &[]);
    assert_eq!((week.sessions.len(), week.minutes(), week.load()), (3, 180, 180.0));
    assert!(week.sessions.iter().all(|s| s.source == Source::Proposed && !s.locked && !s.removed));
}

#[test]
fn changes_of_one_session_are_applied_in_the_order_they_were_made() {
    let overrides = [
        over(1, 1, Change::Scale { percent: 50 }),
        over(2, 1, Change::Move { to: day(6) }),
        over(3, 2, Change::Remove),
    ];
    let week = effective(&proposal(), &overrides);
    assert_eq!((find(&week, 1).date, find(&week, 1).session.minutes), (day(6), 30));
    assert!(find(&week, 2).removed, "a removed session stays visible");
    assert_eq!(week.minutes(), 90, "but it is not trained");
    assert_eq!(week.sessions.last().map(|s| s.id), Some(id(1)), "sessions stand by date");
}

#[test]
fn undo_takes_one_change_back_and_undoing_the_undo_brings_it_again() {
    let mut overrides = vec![over(1, 1, Change::Remove), undo(2, 1, 1)];
    assert!(!find(&effective(&proposal(), &overrides), 1).removed);
    assert_eq!(find(&effective(&proposal(), &overrides), 1).source, Source::Proposed);
    overrides.push(undo(3, 1, 2));
    assert!(find(&effective(&proposal(), &overrides), 1).removed);
    overrides.push(undo(4, 1, 3));
    assert!(!find(&effective(&proposal(), &overrides), 1).removed);
}

#[test]
fn an_added_session_is_the_coachs_and_is_never_doubled() {
    let overrides = [over(1, 9, Change::Add { date: day(4), session: run(30) })];
    let week = effective(&proposal(), &overrides);
    assert_eq!((week.sessions.len(), find(&week, 9).source), (4, Source::Coach));
    let mut holds_it = proposal();
    holds_it.sessions.push(ProposedSession {
        id: id(9),
        date: day(5),
        session: run(45),
        reasons: Vec::new(),
        block: None,
    });
    let week = effective(&holds_it, &overrides);
    assert_eq!((week.sessions.len(), find(&week, 9).date, find(&week, 9).session.minutes), (4, day(4), 30));
}

#[test]
fn a_lock_protects_without_making_the_session_the_coachs_and_unlock_ends_it() {
    let overrides = [over(1, 1, Change::Lock)];
    let week = effective(&proposal(), &overrides);
    assert_eq!((find(&week, 1).locked, find(&week, 1).source), (true, Source::Proposed));
    let week = effective(&proposal(), &[over(1, 1, Change::Lock), over(2, 1, Change::Unlock)]);
    assert!(!find(&week, 1).locked);
}

#[test]
fn past_locked_edited_and_removed_sessions_are_pinned_and_no_others() {
    let overrides = [over(1, 2, Change::Lock), over(2, 3, Change::Remove)];
    let week = effective(&proposal(), &overrides);
    let ids = |today| pinned(&week, today).iter().map(|s| s.id).collect::<Vec<_>>();
    assert_eq!(ids(day(0)), [id(2), id(3)]);
    assert_eq!(ids(day(1)), [id(1), id(2), id(3)], "Monday has passed");
    assert_eq!(pinned(&effective(&proposal(), &[]), day(0)), []);
}

#[test]
fn an_override_of_a_session_that_is_not_there_changes_nothing() {
    let week = effective(&proposal(), &[over(1, 77, Change::Remove)]);
    assert_eq!(week, effective(&proposal(), &[]));
}
