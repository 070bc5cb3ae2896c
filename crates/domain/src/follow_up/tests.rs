use uuid::Uuid;

use super::*;
use crate::adherence::{Deed, Excuse, join};
use crate::effective::effective;
use crate::id::{ActivityId, PlanWeekId};
use crate::plan::{Confidence, Proposal, ProposedSession};
use crate::reading::Missing;
use crate::session::Session;
use crate::unit::Rpe;

fn monday() -> NaiveDate {
    Week::of(NaiveDate::from_ymd_opt(2026, 11, 16).expect("a day")).monday()
}

fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn session(minutes: u32) -> Session {
    Session {
        kind: SessionKind::Easy,
        sport: Sport::Run,
        title: "Easy run".to_owned(),
        minutes,
        load: f64::from(minutes) * 0.75,
        steps: Vec::new(),
        workout: None,
    }
}

fn made(number: u128, session: u128, change: Change) -> Override {
    Override {
        id: OverrideId(id(number)),
        session: SessionId(id(session)),
        change,
        before: None,
        tag: ReasonTag::Travel,
        text: None,
        insisted: Vec::new(),
        author: String::new(),
        at: DateTime::<Utc>::UNIX_EPOCH,
    }
}

fn plan() -> PlanWeek {
    let proposed = |number, days| ProposedSession {
        id: SessionId(id(number)),
        date: monday() + Days::new(days),
        session: session(60),
        reasons: Vec::new(),
        block: None,
    };
    PlanWeek {
        id: PlanWeekId(id(50)),
        athlete: AthleteId(id(51)),
        week: Week::of(monday()),
        proposal: Proposal {
            id: crate::id::ProposalId(id(52)),
            engine: "engine/1".to_owned(),
            inputs: String::new(),
            made_at: DateTime::<Utc>::UNIX_EPOCH,
            target_load: None,
            sessions: vec![proposed(1, 0), proposed(2, 1), proposed(3, 2), proposed(4, 3)],
            reasons: Vec::new(),
            confidence: Confidence { value: 0.7, lowered_by: Vec::new() },
            abstained: false,
        },
        versions: 1,
        overrides: vec![
            made(11, 1, Change::Lock),
            made(12, 2, Change::Scale { percent: 50 }),
            made(13, 3, Change::Scale { percent: 80 }),
            made(14, 4, Change::Remove),
            made(15, 5, Change::Add { date: monday() + Days::new(5), session: session(40) }),
            made(16, 2, Change::Move { to: monday() + Days::new(4) }),
            made(17, 3, Change::Undo { of: OverrideId(id(13)) }),
        ],
        annotations: Vec::new(),
        exported_at: None,
        approvals: Vec::new(),
    }
}

#[test]
fn each_row_joins_proposal_decision_deed_and_the_mornings_around_it() {
    let plan = plan();
    let deed = Deed {
        activity: ActivityId(id(90)),
        date: monday() + Days::new(6),
        sport: Sport::Run,
        minutes: 40.0,
        load: Some(33.0),
        rpe: Some(Rpe(4.0)),
        session: None,
    };
    let today = monday() + Days::new(14);
    let now = effective(&plan.proposal, &plan.overrides);
    let joined = join(&now.sessions, &[deed], &BTreeMap::new(), today);
    let by = AdaptationId(id(80));
    let adapted = BTreeMap::from([(OverrideId(id(16)), by)]);
    let readiness = |day: NaiveDate| match (day - monday()).num_days() {
        days @ (6 | 8) => Reading::Known { value: days as f64, on: day },
        _ => Reading::Missing { why: Missing::NeverRecorded },
    };
    let rows = rows(&plan, &joined, &adapted, readiness, DateTime::<Utc>::UNIX_EPOCH);
    let of = |number| rows.iter().find(|row| row.session == SessionId(id(number))).expect("a row");
    assert_eq!(rows.len(), 5);

    assert_eq!((of(1).decision, of(1).fate), (Decision::Proposed, Fate::NotDone), "a lock decides nothing");
    assert_eq!(of(2).decision, Decision::Adapted { by }, "the newest change was an adaptation's");
    assert_eq!((of(2).proposed_load, of(2).planned_load), (Some(45.0), 22.5));
    assert_eq!(of(3).decision, Decision::Proposed, "an undone change does not count");
    assert_eq!(of(4).decision, Decision::Overridden { by: OverrideId(id(14)), tag: ReasonTag::Travel });
    assert_eq!((of(4).fate, of(4).planned_load), (Fate::Excused { why: Excuse::TakenOut }, 0.0));

    let added = of(5);
    assert_eq!(added.decision, Decision::Added { by: OverrideId(id(15)) });
    assert_eq!((added.fate, added.proposed_load, added.done_load), (Fate::Shifted { days: 1 }, None, Some(33.0)));
    assert_eq!(added.felt_rpe, Some(4.0));
    let on = |days: u64| Reading::Known { value: days as f64, on: monday() + Days::new(days) };
    assert_eq!((&added.readiness_before, &added.readiness_after), (&on(6), &on(8)), "around the day it was done");
    assert!(matches!(of(1).readiness_after, Reading::Missing { .. }));
}

#[test]
fn a_week_is_over_seven_days_after_its_sunday_and_equal_rows_say_the_same_whenever_made() {
    let week = Week::of(monday());
    assert!(!is_over(week, week.sunday() + Days::new(6)));
    assert!(is_over(week, week.sunday() + Days::new(7)));
    let plan = plan();
    let joined = join(&effective(&plan.proposal, &plan.overrides).sessions, &[], &BTreeMap::new(), week.sunday());
    let missing = |_| Reading::Missing { why: Missing::NeverRecorded };
    let at = |days| DateTime::<Utc>::UNIX_EPOCH + Days::new(days);
    let (one, other) = (
        rows(&plan, &joined, &BTreeMap::new(), missing, at(0)),
        rows(&plan, &joined, &BTreeMap::new(), missing, at(9)),
    );
    assert!(one.iter().zip(&other).all(|(one, other)| one.says(other)));
    assert!(!one[0].says(&other[1]));
}
