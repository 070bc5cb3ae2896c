//! Approvals, what the engine was told, blocks in proposals, and many weeks read at once.

use domain::id::{ApprovalId, BlockId};
use domain::plan::{Approval, PlanWeek, ProposedSession};
use sqlx::Connection;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use store::StoreFault;

use crate::club::block;
use crate::plans::{MONDAY, PLAN, first, planned_week, proposal, proposed, repropose, week};
use crate::scene::{ADA, BO, Scene, commit, date, now, uuid};

pub(crate) fn approval(number: u128, withdrawn: bool) -> Approval {
    Approval {
        id: ApprovalId(uuid(0xA990 + number)),
        proposal: first().id,
        withdrawn,
        author: "coach".to_owned(),
        at: now(),
    }
}

async fn approve(scene: &Scene, number: u128, withdrawn: bool) {
    let mut w = scene.roster.write().await.expect("begins");
    w.insert_approval(PLAN, &approval(number, withdrawn)).await.expect("said");
    commit(w, 10 + number, "approve-week").await.expect("committed");
}

async fn plan(scene: &Scene) -> PlanWeek {
    scene.roster.plan_week(ADA, week()).await.expect("reads").expect("planned")
}

/// What a re-proposal of the planned week must hold, with one session of its own.
fn kept() -> Vec<ProposedSession> {
    vec![proposed(2, "2026-11-25", "Wed"), proposed(11, "2026-11-27", "Fri")]
}

#[tokio::test]
async fn an_approved_week_takes_no_proposal_until_the_approval_is_taken_back() {
    let scene = planned_week().await;
    assert_eq!(plan(&scene).await.approved(), None);
    approve(&scene, 1, false).await;
    assert_eq!(plan(&scene).await.approved(), Some(&approval(1, false)));
    let (w, refused) = repropose(&scene, kept(), "2026-11-21").await;
    assert!(matches!(refused, Err(StoreFault::WeekApproved { week: at }) if at == week()), "{refused:?}");
    drop(w);
    approve(&scene, 2, true).await;
    let (w, done) = repropose(&scene, kept(), "2026-11-21").await;
    done.expect("open again");
    commit(w, 20, "draft-week").await.expect("committed");
    let plan = plan(&scene.reopened().await).await;
    assert_eq!(plan.approvals, [approval(1, false), approval(2, true)], "both words stay");
    assert_eq!((plan.approved(), plan.versions), (None, 2));
}

#[tokio::test]
async fn the_schema_itself_refuses_a_proposal_for_an_approved_week() {
    let scene = planned_week().await;
    let insert =
        "INSERT INTO proposal SELECT 'x', plan_week_id, athlete_id, 9, engine, inputs, made_at, target_load, reasons,
                  confidence, abstained FROM proposal";
    let options = SqliteConnectOptions::new().filename(scene.roster.path());
    let mut beside = SqliteConnection::connect_with(&options).await.expect("connects");
    approve(&scene, 1, false).await;
    let refused = sqlx::query(insert).execute(&mut beside).await.expect_err("approved").to_string();
    assert!(refused.contains("approved: plan_week"), "{refused}");
    approve(&scene, 2, true).await;
    sqlx::query(insert).execute(&mut beside).await.expect("open again");
}

#[tokio::test]
async fn an_approval_is_of_a_week_and_a_proposal_that_are_there() {
    let scene = planned_week().await;
    let mut w = scene.roster.write().await.expect("begins");
    let refused = w.insert_approval(domain::id::PlanWeekId(uuid(404)), &approval(1, false)).await;
    assert!(matches!(refused, Err(StoreFault::NoSuch { what: "plan week", .. })), "{refused:?}");
    let other = Approval { proposal: proposal(77, Vec::new()).id, ..approval(1, false) };
    let refused = w.insert_approval(PLAN, &other).await;
    assert!(matches!(refused, Err(StoreFault::BrokenReference)), "{refused:?}");
}

#[tokio::test]
async fn a_session_for_a_block_says_so_and_a_later_version_may_drop_it() {
    let scene = planned_week().await;
    let mut w = scene.roster.write().await.expect("begins");
    w.insert_block(&block(1)).await.expect("added");
    commit(w, 5, "add-block").await.expect("committed");
    let track = ProposedSession { block: Some(block(1).id), ..proposed(11, "2026-11-24", "Track") };
    let with_track = vec![proposed(2, "2026-11-25", "Wed"), track.clone()];
    let (w, done) = repropose(&scene, with_track.clone(), "2026-11-21").await;
    done.expect("proposed");
    commit(w, 6, "draft-week").await.expect("committed");
    assert_eq!(plan(&scene).await.proposal.sessions, with_track);

    let mut w = scene.roster.write().await.expect("begins");
    let moved = ProposedSession { block: Some(BlockId(uuid(404))), ..track };
    let refused = w
        .insert_proposal(
            PLAN,
            ADA,
            week(),
            &proposal(3, vec![proposed(2, "2026-11-25", "Wed"), moved]),
            date("2026-11-21"),
        )
        .await;
    assert!(
        matches!(refused, Err(StoreFault::PinnedChanged { .. })),
        "the same session is of the same block: {refused:?}"
    );
    drop(w);
    let mut w = scene.roster.write().await.expect("begins");
    w.insert_proposal(PLAN, ADA, week(), &proposal(3, kept_without_block()), date("2026-11-21"))
        .await
        .expect("dropped");
}

fn kept_without_block() -> Vec<ProposedSession> {
    vec![proposed(2, "2026-11-25", "Wed"), proposed(12, "2026-11-24", "Easy")]
}

#[tokio::test]
async fn what_the_engine_was_told_is_kept_once_and_comes_back_to_the_byte() {
    let scene = planned_week().await;
    let told = br#"{"days":[0.30000000000000004,61.7]}"#.repeat(400);
    let mut w = scene.roster.write().await.expect("begins");
    for _ in 0..2 {
        w.insert_proposal_input(ADA, "d1", &told).await.expect("kept");
    }
    w.insert_proposal_input(ADA, "empty", b"").await.expect("kept");
    commit(w, 5, "draft-week").await.expect("committed");
    let scene = scene.reopened().await;
    assert_eq!(scene.roster.proposal_input(ADA, "d1").await.expect("reads"), Some(told));
    assert_eq!(scene.roster.proposal_input(ADA, "empty").await.expect("reads"), Some(Vec::new()));
    assert_eq!(scene.roster.proposal_input(ADA, "abc").await.expect("reads"), None, "a proposal of an earlier version");
    assert_eq!(scene.roster.proposal_input(BO, "d1").await.expect("reads"), None);
}

#[tokio::test]
async fn many_weeks_read_at_once_are_the_weeks_read_one_by_one() {
    let scene = planned_week().await;
    approve(&scene, 1, false).await;
    let mut w = scene.roster.write().await.expect("begins");
    let plans = [(2, ADA, week().next()), (3, BO, week()), (4, BO, week().next().next())];
    for (number, athlete, at) in plans {
        let id = domain::id::PlanWeekId(uuid(0x9100 + number));
        let its = proposal(number, vec![proposed(20 + number, MONDAY, "Own")]);
        w.insert_proposal(id, athlete, at, &its, date("2026-11-21")).await.expect("proposed");
    }
    commit(w, 20, "draft-week").await.expect("committed");
    let one = async |athlete, at| scene.roster.plan_week(athlete, at).await.expect("reads").expect("planned");
    let (first, second, bos) = (one(ADA, week()).await, one(ADA, week().next()).await, one(BO, week()).await);
    let all = scene.roster.plan_weeks_of_all(week(), week().next()).await.expect("reads");
    assert_eq!(all, [bos, first.clone(), second.clone()], "by athlete and week, each with its own rows");
    assert_eq!((first.overrides.len(), first.annotations.len(), first.approvals.len()), (1, 1, 1));
    assert_eq!(scene.roster.plan_weeks(ADA, week(), week().next()).await.expect("reads"), [first, second]);
    assert_eq!(scene.roster.plan_weeks(ADA, week().next().next(), week()).await.expect("reads"), []);
}
