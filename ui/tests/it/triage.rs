//! The roster page.

use contract::roster::{Triage, TriageRow, TriageView};
use contract::triage::{BesideView, MarkAthlete, ShowBeside, ShowTriageRow};
use contract::{Call, Done};
use domain::id::AthleteId;
use domain::readiness::{self, Own};
use domain::triage::{Reviewed, Standing, Stands};
use leptos::prelude::*;
use ui::pages::roster::RosterPage;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::page::{Page, fill, key, key_on, mount};
use crate::scene::{club, fault, host, json, row, today};

fn names(page: &Page) -> Vec<String> {
    page.texts(".triage-row .triage-name a")
}

fn chosen(page: &Page) -> Vec<String> {
    page.texts(".triage-row.chosen .triage-name a")
}

fn reviewed(row: TriageRow) -> TriageRow {
    let at = today().and_hms_opt(9, 0, 0).expect("a time").and_utc();
    let reviewed = Some(Reviewed { on: today(), at, stands: Stands::Holds });
    TriageRow { marks: Standing { reviewed, ..row.marks }, ..row }
}

fn of(view: &TriageView, athlete: AthleteId) -> TriageRow {
    view.rows.iter().find(|row| row.athlete.id == athlete).cloned().expect("a row")
}

/// A host that keeps reviews.
fn reviewing(view: TriageView) -> crate::scene::Heard {
    host(move |name, args| match name {
        Triage::NAME => Some(Ok(json(&view))),
        MarkAthlete::NAME => {
            let request: MarkAthlete = serde_json::from_str(args).expect("a request");
            Some(Ok(json(&Done { value: reviewed(of(&view, request.athlete)), touched: vec![] })))
        }
        ShowTriageRow::NAME => {
            let request: ShowTriageRow = serde_json::from_str(args).expect("a request");
            Some(Ok(json(&of(&view, request.athlete))))
        }
        ShowBeside::NAME => {
            let request: ShowBeside = serde_json::from_str(args).expect("a request");
            let own = Own { marks: &[], sleep_need: None, age: None };
            let readiness = readiness::on(today(), &[], &[], &own);
            let view = BesideView { athlete: request.athlete, readiness, days: vec![], next: vec![], notes: vec![] };
            Some(Ok(json(&view)))
        }
        _ => None,
    })
}

async fn shown(view: TriageView) -> Page {
    let rows = view.rows.len();
    host(move |name, _| (name == Triage::NAME).then(|| Ok(json(&view))));
    let page = mount(RosterPage);
    page.until("the table", move |page| page.all(".triage-row").len() == rows).await;
    page
}

#[wasm_bindgen_test]
async fn athletes_stand_in_groups_by_severity_with_stale_data_as_its_own_group() {
    let heard = host(|name, _| (name == Triage::NAME).then(|| Ok(json(&club()))));
    let page = mount(RosterPage);
    page.until("the table", |page| page.all(".triage-row").len() == 5).await;
    assert_eq!(names(&page), ["Dora Act", "Fia Act", "Edda Watch", "Cleo Stale", "Berit Clear"]);
    assert_eq!(page.all(".triage-group").len(), 4, "one heading for each group that is not empty");
    assert!(page.texts(".triage-group")[2].contains(&ui::words::t("triage-no-fresh-data")));
    assert_eq!(
        heard.borrow().iter().filter(|(name, _)| name == Triage::NAME).count(),
        1,
        "the page asks once: {:?}",
        heard.borrow()
    );
}

#[wasm_bindgen_test]
async fn a_row_says_why_in_words_and_what_is_missing_as_missing() {
    let page = shown(club()).await;
    let view = club();
    for row in &view.rows {
        let line = &page.texts(&format!("[data-athlete='{}']", row.athlete.id))[0];
        for flag in row.flags.iter().take(2) {
            let sentence = ui::words::sentence(&flag.reason);
            assert!(line.contains(&sentence), "{line:?} lacks {sentence:?}");
        }
    }
    assert_eq!(page.all(".missing").len(), 1, "unknown readiness is told, not drawn as a low score");
    assert_eq!(page.all(".range-bar").len(), 4);
}

#[wasm_bindgen_test]
async fn sorting_by_a_number_keeps_the_groups_and_puts_unknown_last() {
    let page = shown(club()).await;
    page.press(&ui::words::t("screen-col-fitness"));
    page.until("the other order", |page| names(page)[0] == "Fia Act").await;
    assert_eq!(names(&page), ["Fia Act", "Dora Act", "Edda Watch", "Cleo Stale", "Berit Clear"]);
    assert_eq!(page.all("th[aria-sort='descending']").len(), 1);
}

#[wasm_bindgen_test]
async fn j_and_k_move_through_the_table_in_the_order_on_screen() {
    let page = shown(club()).await;
    key("j");
    page.until("the first row", |page| chosen(page) == ["Dora Act"]).await;
    key("j");
    key("j");
    page.until("the third row", |page| chosen(page) == ["Edda Watch"]).await;
    key("k");
    page.until("the second row", |page| chosen(page) == ["Fia Act"]).await;
}

#[wasm_bindgen_test]
async fn of_a_thousand_athletes_only_those_in_sight_are_on_the_page() {
    let rows: Vec<TriageRow> =
        (1..=1000).map(|number| row(number, &format!("Athlete {number:04}"), vec![], Some(50.0), 40.0)).collect();
    let view = TriageView { rows, ..club() };
    host(move |name, _| (name == Triage::NAME).then(|| Ok(json(&view))));
    let page = mount(RosterPage);
    page.until("the table", |page| !page.all(".triage-row").is_empty()).await;
    // Without the style sheet nothing has a height of its own.
    let scroll: HtmlElement = page.all(".triage-scroll").remove(0).unchecked_into();
    scroll.set_attribute("style", "height: 480px; overflow: auto").expect("a style");
    window().dispatch_event(&web_sys::Event::new("resize").expect("an event")).expect("sent");
    page.until("few rows", |page| page.all(".triage-row").len() < 30).await;
    let table = &page.all("table.triage")[0];
    assert_eq!(table.get_attribute("aria-rowcount").as_deref(), Some("1002"), "the head, a group and a thousand rows");
    scroll.set_scroll_top(23_000);
    page.until("others", |page| names(page).iter().any(|name| name == "Athlete 0500")).await;
    let line = page
        .all("[data-athlete]")
        .into_iter()
        .find(|line| line.text_content().unwrap_or_default().contains("Athlete 0500"));
    assert_eq!(line.and_then(|line| line.get_attribute("aria-rowindex")).as_deref(), Some("502"));
    assert!(page.all(".triage-row").len() < 40);
}

#[wasm_bindgen_test]
async fn a_green_athlete_takes_two_keys_and_the_keyboard_goes_on_to_the_next() {
    let green = |number, name| row(number, name, vec![], Some(52.0), 60.0);
    let view = TriageView { rows: vec![green(1, "Ada"), green(2, "Bo"), green(3, "Cy")], ..club() };
    let heard = reviewing(view);
    let page = mount(RosterPage);
    page.until("the table", |page| page.all(".triage-row").len() == 3).await;
    key("j");
    key("r");
    page.until("the first is done", |page| names(page) == ["Bo", "Cy"]).await;
    assert_eq!(chosen(&page), ["Bo"], "one key is enough for the next");
    key("r");
    page.until("the second is done", |page| names(page) == ["Cy"]).await;
    let asked = |what: &str| heard.borrow().iter().filter(|(name, _)| name == what).count();
    assert_eq!((asked(Triage::NAME), asked(MarkAthlete::NAME)), (1, 2), "the table is not asked for again");
    assert!(page.texts(".triage-group").iter().any(|head| head.contains(&ui::words::t("triage-reviewed"))));
}

#[wasm_bindgen_test]
async fn a_decision_that_is_refused_leaves_the_row_and_says_so() {
    host(|name, _| match name {
        Triage::NAME => Some(Ok(json(&club()))),
        MarkAthlete::NAME => Some(Err(fault("The roster is busy.", "t1"))),
        _ => None,
    });
    let page = mount(|| {
        let state = ui::state::State::here();
        view! {
            <RosterPage />
            <p class="said">{move || state.toasts.with(|all| all.iter().map(|toast| toast.text.clone()).collect::<String>())}</p>
        }
    });
    page.until("the table", |page| page.all(".triage-row").len() == 5).await;
    key("j");
    key("c");
    page.until("the fault", |page| page.texts(".said")[0].contains("The roster is busy.")).await;
    assert_eq!(names(&page).len(), 5);
}

#[wasm_bindgen_test]
async fn a_row_is_put_off_by_two_keys() {
    let heard = reviewing(club());
    let page = mount(RosterPage);
    page.until("the table", |page| page.all(".triage-row").len() == 5).await;
    key("j");
    key("s");
    page.until("the choice", |page| page.all(".triage-snooze button").len() == 3).await;
    key_on(&page.all(".triage-snooze button")[0], "3", false);
    page.until("the request", |_| heard.borrow().iter().any(|(name, _)| name == MarkAthlete::NAME)).await;
    let (_, args) = heard.borrow().iter().find(|(name, _)| name == MarkAthlete::NAME).cloned().expect("sent");
    let until = (today() + chrono::Duration::days(3)).to_string();
    assert!(args.contains("snoozed") && args.contains(&until), "{args}");
}

#[wasm_bindgen_test]
async fn a_filter_keeps_what_fits_and_the_place_is_kept_when_the_page_comes_back() {
    reviewing(club());
    let there = RwSignal::new(true);
    let page = mount(move || view! { <Show when=move || there.get()><RosterPage /></Show> });
    page.until("the table", |page| page.all(".triage-row").len() == 5).await;
    fill(&page.all("input.triage-filter")[0], "act");
    page.until("two rows", |page| names(page) == ["Dora Act", "Fia Act"]).await;
    key("j");
    key("j");
    key("Enter");
    page.until("Fia beside", |page| page.texts(".triage-beside h2") == ["Fia Act"]).await;
    there.set(false);
    page.until("another page", |page| page.all(".triage-row").is_empty()).await;
    there.set(true);
    page.until("the table again", |page| names(page) == ["Dora Act", "Fia Act"]).await;
    assert_eq!(chosen(&page), ["Fia Act"]);
    page.until("Fia beside again", |page| page.texts(".triage-beside h2") == ["Fia Act"]).await;
    key("k");
    page.until("it follows", |page| page.texts(".triage-beside h2") == ["Dora Act"]).await;
    key("Escape");
    page.until("closed", |page| page.all(".triage-beside").is_empty()).await;
}

#[wasm_bindgen_test]
async fn an_empty_roster_teaches_the_three_ways_to_fill_it() {
    host(|name, _| {
        let empty = TriageView { rows: vec![], unassigned: 0, ..club() };
        (name == Triage::NAME).then(|| Ok(json(&empty)))
    });
    let page = mount(RosterPage);
    page.until("the first steps", |page| !page.all(".start-choices").is_empty()).await;
    let buttons = page.texts("button");
    for key in ["screen-add-athlete", "screen-import-folder", "screen-open-sample"] {
        assert!(buttons.contains(&ui::words::t(key)), "{buttons:?} lacks {key}");
    }
}

#[wasm_bindgen_test]
async fn files_that_wait_for_somebody_are_counted_above_the_table() {
    let page = shown(club()).await;
    page.until("the notice", |page| !page.all(".notice").is_empty()).await;
    assert!(page.texts(".notice")[0].contains('3'), "{:?}", page.texts(".notice"));
}
