//! Changes of running weeks, and what came of the plans.

use std::collections::BTreeMap;

use domain::adaptation::{Adaptation, DecidedAdaptation, Intervention};
use domain::adherence::Fate;
use domain::consent::{Consent, DataCategory, Purpose};
use domain::follow_up::{Decision, FollowUp};
use domain::id::{AdaptationId, AthleteId, ConsentId, OverrideId, PlanWeekId, SessionId};
use domain::overrides::ReasonTag;
use domain::reading::{Missing, Reading};
use domain::session::SessionKind;
use domain::sport::Sport;
use store::StoreFault;

use crate::plans::{MONDAY, PLAN, first, planned_week, week};
use crate::scene::{ADA, BO, commit, date, now, uuid};

pub(crate) fn decided(number: u128) -> DecidedAdaptation {
    DecidedAdaptation {
        id: AdaptationId(uuid(0xADA9 + number)),
        athlete: ADA,
        week: week(),
        day: date(MONDAY),
        adaptation: Adaptation {
            intervention: Intervention::Shorten,
            changes: Vec::new(),
            reasons: Vec::new(),
            tag: ReasonTag::Fatigue,
            safety: false,
            inputs: "abc".to_owned(),
        },
        applied: number.is_multiple_of(2),
        author: "coach".to_owned(),
        at: now(),
    }
}

fn follow_up(number: u128, athlete: AthleteId, day: &str) -> FollowUp {
    FollowUp {
        athlete,
        week: week(),
        proposal: first().id,
        engine: "test/1".to_owned(),
        session: SessionId(uuid(0x5E00 + number)),
        date: date(day),
        kind: SessionKind::Easy,
        sport: Sport::Run,
        decision: Decision::Proposed,
        fate: Fate::Done,
        proposed_load: Some(50.0),
        planned_load: 50.0,
        done_load: Some(0.1 + 0.2),
        expected_rpe: Some(3.0),
        felt_rpe: None,
        readiness_after: Reading::Missing { why: Missing::NeverRecorded },
        readiness_before: Reading::Missing { why: Missing::NeverRecorded },
        confidence: 0.8,
        at: now(),
    }
}

#[tokio::test]
async fn decided_adaptations_come_back_with_the_overrides_they_made() {
    let scene = planned_week().await;
    let made = OverrideId(uuid(0x0F01));
    let mut w = scene.roster.write().await.expect("begins");
    for number in [1, 2] {
        w.insert_adaptation(PLAN, &decided(number)).await.expect("decided");
    }
    w.link_adaptation(made, decided(2).id, ADA).await.expect("linked");
    let refused = w.link_adaptation(made, decided(1).id, ADA).await;
    assert!(matches!(refused, Err(StoreFault::AlreadyThere { .. })), "one override, one adaptation: {refused:?}");
    let refused = w.insert_adaptation(PlanWeekId(uuid(404)), &decided(3)).await;
    assert!(matches!(refused, Err(StoreFault::BrokenReference)), "{refused:?}");
    commit(w, 5, "apply-adaptation").await.expect("committed");
    let scene = scene.reopened().await;
    assert_eq!(scene.roster.adaptations(ADA, week()).await.expect("reads"), [decided(1), decided(2)]);
    assert_eq!(scene.roster.adaptations(ADA, week().next()).await.expect("reads"), []);
    let links = BTreeMap::from([(made, decided(2).id)]);
    assert_eq!(scene.roster.adapted_overrides(ADA).await.expect("reads"), links);
    assert_eq!(scene.roster.adapted_overrides(BO).await.expect("reads"), BTreeMap::new());
    assert_eq!(scene.roster.adapted_overrides_of(None).await.expect("reads"), links);
}

#[tokio::test]
async fn the_rows_of_a_week_are_made_anew_and_those_of_other_weeks_stay() {
    let scene = planned_week().await;
    let later = FollowUp { week: week().next(), ..follow_up(7, ADA, "2026-12-01") };
    let bos = follow_up(9, BO, "2026-11-24");
    let mut w = scene.roster.write().await.expect("begins");
    w.replace_follow_ups(ADA, week(), &[follow_up(1, ADA, MONDAY), follow_up(2, ADA, "2026-11-25")])
        .await
        .expect("kept");
    w.replace_follow_ups(ADA, week().next(), std::slice::from_ref(&later)).await.expect("kept");
    w.replace_follow_ups(BO, week(), std::slice::from_ref(&bos)).await.expect("kept");
    let anew = FollowUp { felt_rpe: Some(6.0), ..follow_up(2, ADA, "2026-11-25") };
    w.replace_follow_ups(ADA, week(), std::slice::from_ref(&anew)).await.expect("made anew");
    commit(w, 5, "join-follow-ups").await.expect("committed");
    let roster = &scene.roster;
    assert_eq!(
        roster.follow_ups(Some(ADA), 10).await.expect("reads"),
        [later.clone(), anew.clone()],
        "newest days first"
    );
    assert_eq!(roster.follow_ups(None, 2).await.expect("reads"), [later, anew]);
    assert_eq!(roster.follow_ups(Some(BO), 10).await.expect("reads"), [bos]);
}

#[tokio::test]
async fn a_follow_up_shows_only_while_everything_it_joins_may_be_seen() {
    let scene = planned_week().await;
    let rows = [follow_up(2, ADA, "2026-11-25"), follow_up(1, ADA, MONDAY)];
    let mut w = scene.roster.write().await.expect("begins");
    w.replace_follow_ups(ADA, week(), &rows).await.expect("kept");
    commit(w, 5, "join-follow-ups").await.expect("committed");
    let mut number = 100;
    for category in [DataCategory::Training, DataCategory::Wellness, DataCategory::Injury] {
        for given in [false, true] {
            number += 1;
            let consent = Consent {
                id: ConsentId(uuid(number)),
                athlete: ADA,
                category,
                purpose: Purpose::Coach,
                given,
                from: date("2026-11-24"),
                to: None,
                guardian: None,
                text: None,
                by: "coach".to_owned(),
                at: now(),
            };
            let mut w = scene.roster.write().await.expect("begins");
            w.insert_consent(&consent).await.expect("said");
            commit(w, number, "set-consent").await.expect("committed");
            let seen = scene.roster.follow_ups(Some(ADA), 10).await.expect("reads");
            assert_eq!(seen, rows[usize::from(!given)..], "{category:?} {given}: from its day on");
        }
    }
}
