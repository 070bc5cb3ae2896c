use chrono::{DateTime, Duration};
use uuid::Uuid;

use super::*;
use crate::id::{ApprovalId, AthleteId, PlanWeekId, ProposalId};
use crate::overrides::ReasonTag;
use crate::plan::{Approval, Confidence, Proposal, ProposedSession};
use crate::session::Session;
use crate::sport::Sport;
use crate::week::Week;

fn day(offset: i64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).expect("a Monday") + Duration::days(offset)
}

fn id(n: u128) -> SessionId {
    SessionId(Uuid::from_u128(n))
}

fn run(title: &str, minutes: u32) -> Session {
    Session {
        kind: SessionKind::Easy,
        sport: Sport::Run,
        title: title.to_owned(),
        minutes,
        load: f64::from(minutes),
        steps: Vec::new(),
        workout: None,
    }
}

fn proposed(n: u128, offset: i64, minutes: u32) -> ProposedSession {
    ProposedSession { id: id(n), date: day(offset), session: run("A run", minutes), reasons: Vec::new(), block: None }
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

/// Monday (1), Wednesday (2) and Sunday (3), 60 min each.
fn here(overrides: Vec<Override>) -> PlanWeek {
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
            sessions: vec![proposed(1, 0, 60), proposed(2, 2, 60), proposed(3, 6, 60)],
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

/// The week of a file made from the same proposal with these changes.
fn file(changes: &[Override]) -> EffectiveWeek {
    effective(&here(Vec::new()).proposal, changes)
}

fn told(found: &[Incoming]) -> Vec<(Would, Vec<Collision>)> {
    found.iter().map(|one| (one.would, one.collides.clone())).collect()
}

#[test]
fn each_session_says_what_it_would_do_and_what_is_behind_it() {
    let changes = [
        over(11, 1, Change::Remove),
        over(12, 2, Change::Move { to: day(3) }),
        over(13, 2, Change::Scale { percent: 50 }),
        over(14, 9, Change::Add { date: day(5), session: run("New", 30) }),
    ];
    let found = compare(&file(&changes), &changes, &here(Vec::new()), &BTreeMap::new(), day(0));
    let plain = |would| (would, Vec::new());
    assert_eq!(
        told(&found),
        [plain(Would::Remove), plain(Would::Change), plain(Would::Add), plain(Would::Nothing)],
        "{found:?}"
    );
    assert_eq!(found[1].behind, [OverrideId(Uuid::from_u128(12)), OverrideId(Uuid::from_u128(13))]);
    assert_eq!(found[1].changes.len(), 2, "another session, and another day");
}

#[test]
fn a_session_of_another_program_meets_the_one_that_is_most_alike() {
    let mut plan = here(Vec::new());
    plan.proposal.sessions[0].session = run("Hills", 60);
    plan.proposal.sessions[1].session = run("Easy", 60);
    // Their own program proposed the same under other ids; then the hills went to the day of the easy run.
    let mut theirs = effective(&plan.proposal, &[]);
    for session in &mut theirs.sessions {
        session.id = SessionId(Uuid::from_u128(session.id.0.as_u128() + 100));
    }
    theirs.sessions[0].date = day(2);
    let found = compare(&theirs, &[], &plan, &BTreeMap::new(), day(0));
    assert_eq!(found[0].changes, [Change::Move { to: day(2) }]);
    let met: Vec<_> = found.iter().map(|one| one.ours.as_ref().map(|own| own.id)).collect();
    assert_eq!(met, [Some(id(1)), Some(id(2)), Some(id(3))]);
    assert_eq!(found[1].would, Would::Nothing);
}

#[test]
fn past_locked_edited_and_approved_are_collisions() {
    let changes = [
        over(11, 1, Change::Scale { percent: 50 }),
        over(12, 2, Change::Remove),
        over(13, 3, Change::Scale { percent: 50 }),
    ];
    let mut plan = here(vec![over(1, 2, Change::Lock), over(2, 3, Change::Scale { percent: 80 })]);
    let found = compare(&file(&changes), &changes, &plan, &BTreeMap::new(), day(1));
    assert_eq!(
        told(&found),
        [
            (Would::Change, vec![Collision::Past]),
            (Would::Remove, vec![Collision::Locked]),
            (Would::Change, vec![Collision::Edited])
        ]
    );
    plan.approvals.push(Approval {
        id: ApprovalId(Uuid::nil()),
        proposal: plan.proposal.id,
        withdrawn: false,
        author: "Coach".into(),
        at: DateTime::UNIX_EPOCH,
    });
    let found = compare(&file(&changes), &changes, &plan, &BTreeMap::new(), day(0));
    assert!(found.iter().all(|one| one.collides.contains(&Collision::Approved)), "{found:?}");
}

#[test]
fn another_roster_s_sessions_meet_those_of_their_day_and_sport_once_each() {
    let mut theirs = here(Vec::new());
    for (n, session) in theirs.proposal.sessions.iter_mut().enumerate() {
        session.id = id(100 + n as u128);
        session.session.minutes = 45;
    }
    theirs.proposal.sessions.push(proposed(103, 0, 20));
    let week = effective(&theirs.proposal, &[]);
    let found = compare(&week, &[], &here(Vec::new()), &BTreeMap::new(), day(0));
    let met: Vec<_> = found.iter().map(|one| (one.would, one.ours.as_ref().map(|own| own.id))).collect();
    assert_eq!(
        met,
        [(Would::Change, Some(id(1))), (Would::Add, None), (Would::Change, Some(id(2))), (Would::Change, Some(id(3)))]
    );
}

#[test]
fn what_was_taken_before_meets_what_it_became() {
    let changes = [over(14, 9, Change::Add { date: day(5), session: run("New", 30) })];
    let plan = here(vec![over(1, 77, Change::Add { date: day(5), session: run("New", 30) })]);
    let linked = BTreeMap::from([(id(9), id(77))]);
    let found = compare(&file(&changes), &changes, &plan, &linked, day(0));
    assert!(found.iter().all(|one| one.would == Would::Nothing), "{found:?}");
}
