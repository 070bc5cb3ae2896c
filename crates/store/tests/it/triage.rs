//! What the coach decided about rows of the triage table, and filters kept by name.

use domain::id::TriageMarkId;
use domain::triage::{Decision, TriageFilter, TriageMark};
use store::StoreFault;

use crate::scene::{ADA, BO, Scene, commit, date, now, uuid};

pub(crate) fn decided_on(number: u128, decision: Decision) -> TriageMark {
    TriageMark {
        id: TriageMarkId(uuid(0x7121 + number)),
        athlete: ADA,
        on: date("2026-11-21"),
        decision,
        withdrawn: false,
        seen: Vec::new(),
        author: "coach".to_owned(),
        at: now(),
    }
}

#[tokio::test]
async fn the_newest_decision_of_each_kind_counts_and_the_others_stay() {
    let scene = Scene::club().await;
    let reviewed = decided_on(1, Decision::Reviewed);
    let call = decided_on(2, Decision::CallList { line: Some("knee?".to_owned()) });
    let back = TriageMark { withdrawn: true, ..decided_on(3, Decision::Reviewed) };
    let mut w = scene.roster.write().await.expect("begins");
    for mark in [&reviewed, &call, &back] {
        w.insert_triage_mark(mark).await.expect("kept");
    }
    let again = w.insert_triage_mark(&call).await;
    assert!(matches!(again, Err(StoreFault::AlreadyThere { .. })), "{again:?}");
    commit(w, 2, "mark-athlete").await.expect("committed");
    assert_eq!(scene.roster.triage_marks(None).await.expect("reads"), [call.clone(), back.clone()]);
    assert_eq!(scene.roster.triage_marks(Some(ADA)).await.expect("reads"), [call, back]);
    assert!(scene.roster.triage_marks(Some(BO)).await.expect("reads").is_empty());
}

#[tokio::test]
async fn a_filter_is_replaced_and_forgotten_by_later_rows() {
    let scene = Scene::new().await;
    let filter = |text: &str| TriageFilter { text: text.to_owned(), ..TriageFilter::default() };
    let mut w = scene.roster.write().await.expect("begins");
    for (name, kept) in [
        ("Zoe's", Some(filter("z"))),
        ("Runners", Some(filter("run"))),
        ("Zoe's", None),
        ("Runners", Some(filter("trail"))),
    ] {
        w.insert_triage_filter(name, kept.as_ref(), "coach").await.expect("kept");
    }
    commit(w, 1, "save-filter").await.expect("committed");
    let kept = scene.roster.triage_filters().await.expect("reads");
    let kept: Vec<(&str, &str)> = kept.iter().map(|one| (one.name.as_str(), one.filter.text.as_str())).collect();
    assert_eq!(kept, [("Runners", "trail")]);
}
