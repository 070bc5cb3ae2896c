use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::*;
use crate::adherence;
use crate::id::{OverrideId, PlanWeekId, ProposalId};
use crate::overrides::{Override, ReasonTag};
use crate::plan::{Confidence, Proposal, ProposedSession};
use crate::sport::Sport;
use crate::week::Week;

fn monday() -> NaiveDate {
    Week::of(NaiveDate::from_ymd_opt(2026, 11, 16).expect("a day")).monday()
}

/// An athlete with one threshold session on Monday, and the percent it was scaled to.
fn week(number: u128, minutes: u32, percent: Option<u32>) -> (PlanWeek, Vec<Joined>) {
    let id = |of: u128| Uuid::from_u128(number * 100 + of);
    let at = DateTime::<Utc>::UNIX_EPOCH;
    let session = SessionId(id(1));
    let title = format!("Threshold {} x 10 min", minutes / 20);
    let proposed = Session {
        kind: SessionKind::Threshold,
        sport: Sport::Run,
        title,
        minutes,
        load: 70.0,
        steps: Vec::new(),
        workout: None,
    };
    let made = percent.map(|percent| Override {
        id: OverrideId(id(2)),
        session,
        change: Change::Scale { percent },
        before: None,
        tag: ReasonTag::Fatigue,
        text: None,
        insisted: Vec::new(),
        author: String::new(),
        at,
    });
    let plan = PlanWeek {
        id: PlanWeekId(id(3)),
        athlete: AthleteId(id(4)),
        week: Week::of(monday()),
        proposal: Proposal {
            id: ProposalId(id(5)),
            engine: String::new(),
            inputs: String::new(),
            made_at: at,
            target_load: None,
            sessions: vec![ProposedSession {
                id: session,
                date: monday(),
                session: proposed,
                reasons: Vec::new(),
                block: None,
            }],
            reasons: Vec::new(),
            confidence: Confidence { value: 1.0, lowered_by: Vec::new() },
            abstained: false,
        },
        versions: 1,
        overrides: made.into_iter().collect(),
        annotations: Vec::new(),
        exported_at: None,
        approvals: Vec::new(),
    };
    let now = effective(&plan.proposal, &plan.overrides);
    let joined = adherence::join(&now.sessions, &[], &BTreeMap::new(), monday());
    (plan, joined)
}

fn told(weeks: &[(PlanWeek, Vec<Joined>)]) -> Vec<(String, String, u32, u32)> {
    insights(weeks).into_iter().map(|one| (one.what, one.title, one.times, one.of)).collect()
}

#[test]
fn so_many_of_so_many_scaled_the_same_session_whatever_its_numbers() {
    let weeks: Vec<_> = (1..=6)
        .map(|number| week(number, 40 + 20 * u32::try_from(number % 2).expect("small"), (number <= 4).then_some(80)))
        .collect();
    assert_eq!(told(&weeks), [("scale".to_owned(), "Threshold".to_owned(), 4, 6)]);
}

#[test]
fn two_athletes_or_less_than_a_fifth_are_no_insight_and_neither_is_a_change_taken_back() {
    let with = |changed: u128, all: u128| -> Vec<_> {
        (1..=all).map(|number| week(number, 60, (number <= changed).then_some(80))).collect()
    };
    assert!(told(&with(2, 4)).is_empty());
    assert!(told(&with(3, 16)).is_empty());
    assert_eq!(told(&with(3, 15)).len(), 1);
    let mut undone = with(3, 5);
    let first = &mut undone[0].0.overrides;
    let back =
        Override { id: OverrideId(Uuid::from_u128(1)), change: Change::Undo { of: first[0].id }, ..first[0].clone() };
    first.push(back);
    assert!(told(&undone).is_empty());
}

#[test]
fn what_athletes_did_is_told_of_those_whose_day_is_over() {
    let mut weeks: Vec<_> = (1..=5).map(|number| week(number, 60, None)).collect();
    for (plan, joined) in weeks.iter_mut().take(4) {
        let now = effective(&plan.proposal, &plan.overrides);
        *joined = adherence::join(&now.sessions, &[], &BTreeMap::new(), monday() + chrono::Days::new(1));
    }
    assert_eq!(told(&weeks), [("not-done".to_owned(), "Threshold".to_owned(), 4, 4)]);
}
