//! Changing an activity: what would change is shown before, a reason is asked for, and the way back is in the history.

use chrono::NaiveDate;
use contract::Call;
use contract::call::Done;
use contract::measure::ActivityDetail;
use contract::revision::{
    ListRevisions, PreviewRevision, ReviseActivity, RevisionPreview, RevisionsView, UndoRevision, VersionNumbers,
};
use domain::id::RevisionId;
use domain::revision::{Change, Member, Revision, Role};
use domain::sport::Sport;
use domain::unit::{Bpm, Meters, Seconds};
use ui::words::t;
use uuid::Uuid;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::activity::{asked, id, opened, swim};
use crate::page::{Page, fill, visit};
use crate::scene::{Heard, host, json};

fn version(minutes: f64, load: f64) -> VersionNumbers {
    VersionNumbers {
        sport: Sport::Swim,
        start_local: NaiveDate::from_ymd_opt(2026, 11, 20).and_then(|day| day.and_hms_opt(7, 0, 0)).expect("a moment"),
        elapsed: Seconds(minutes * 60.0),
        timer: Seconds(minutes * 60.0),
        distance: Some(Meters(1200.0)),
        load: Some(load),
        avg_hr: None,
        max_hr: Some(Bpm(151.0)),
        marked: 3,
    }
}

fn revision() -> Revision {
    Revision {
        id: RevisionId(Uuid::from_u128(7)),
        activity: id(40),
        change: Change::Trim { from_s: 0.0, to_s: 60.0 },
        reason: "showered with the watch on".to_owned(),
        author: "Ada".to_owned(),
        at: "2026-11-21T08:00:00Z".parse().expect("a moment"),
        undone: None,
    }
}

fn history(revisions: Vec<Revision>, replaced: Option<Member>) -> RevisionsView {
    RevisionsView {
        activity: id(40),
        recorded: version(30.0, 41.0),
        now: version(25.0, 33.0),
        offset_s: 0.0,
        revisions,
        counts: replaced.is_none(),
        replaced,
        parts: vec![id(42), id(43)],
        part_of: None,
    }
}

fn scene(view: RevisionsView) -> Heard {
    host(move |name, _| match name {
        name if name == ActivityDetail::NAME => Some(Ok(json(&swim()))),
        name if name == ListRevisions::NAME => Some(Ok(json(&view))),
        name if name == PreviewRevision::NAME => {
            Some(Ok(json(&RevisionPreview { before: vec![version(30.0, 41.0)], after: vec![version(25.0, 33.0)] })))
        }
        name if [ReviseActivity::NAME, UndoRevision::NAME].contains(&name) => {
            Some(Ok(json(&Done { value: view.clone(), touched: vec![] })))
        }
        _ => None,
    })
}

async fn chosen(page: &Page, item: &str) {
    page.press(&t("edit-menu"));
    let there = |page: &Page| page.texts("[role='menuitem']").iter().any(|words| *words == t(item));
    page.until("the menu", there).await;
    page.press(&t(item));
    page.until("the dialog", |page| !page.all("dialog[open] .dialog-body").is_empty()).await;
}

#[wasm_bindgen_test]
async fn a_trim_shows_before_and_after_and_is_saved_with_a_reason() {
    let heard = scene(history(vec![], None));
    let page = opened().await;
    chosen(&page, "edit-trim").await;
    fill(&page.all(".edit-ends input")[1], "1:15");
    page.until("before and after", |page| page.texts(".edit-preview td").iter().any(|cell| cell.contains("33"))).await;
    assert!(page.texts(".edit-preview td").iter().any(|cell| cell.contains("41")), "{}", page.text());
    page.press(&t("edit-save"));
    page.until("the question why", |page| page.text().contains(&t("edit-reason-missing"))).await;
    assert!(asked::<ReviseActivity>(&heard).is_empty(), "nothing without a reason");
    fill(&page.all("dialog[open] form input")[0], "showered with the watch on");
    page.press(&t("edit-save"));
    page.until("the change", |_| !asked::<ReviseActivity>(&heard).is_empty()).await;
    let request = &asked::<ReviseActivity>(&heard)[0];
    assert_eq!(request.change, Change::Trim { from_s: 0.0, to_s: 75.0 });
    assert_eq!((request.activity, request.reason.as_str()), (id(40), "showered with the watch on"));
    visit("/");
}

#[wasm_bindgen_test]
async fn the_history_tells_who_and_why_and_takes_a_change_back() {
    let heard = scene(history(vec![revision()], None));
    let page = opened().await;
    chosen(&page, "edit-history").await;
    page.until("the history", |page| page.texts("[data-testid='revisions'] li").len() == 1).await;
    let line = page.texts("[data-testid='revisions'] li").remove(0);
    for part in ["0:00", "1:00", "showered with the watch on", "Ada"] {
        assert!(line.contains(part), "{line:?} lacks {part:?}");
    }
    page.press(&t("edit-undo"));
    page.until("the reason", |page| !page.all("[data-testid='revisions'] form input").is_empty()).await;
    fill(&page.all("[data-testid='revisions'] form input")[0], "it was the swim");
    page.press(&t("edit-undo"));
    page.until("the word", |_| !asked::<UndoRevision>(&heard).is_empty()).await;
    assert_eq!(asked::<UndoRevision>(&heard)[0].reason, "it was the swim");
    visit("/");
}

#[wasm_bindgen_test]
async fn a_split_whole_says_that_its_parts_count_and_leads_to_them() {
    let member = Member { activity: id(40), role: Role::Whole, revision: RevisionId(Uuid::from_u128(7)), of: id(40) };
    scene(history(vec![], Some(member)));
    let page = opened().await;
    page.until("the line", |page| !page.all("[data-testid='revised'] a").is_empty()).await;
    let links = page.all("[data-testid='revised'] a");
    assert_eq!(links.len(), 2);
    assert!(links[1].get_attribute("href").is_some_and(|to| to.contains(&id(43).to_string())));
    visit("/");
}
