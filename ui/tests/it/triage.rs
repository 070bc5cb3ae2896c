//! The roster page.

use contract::Call;
use contract::roster::{Triage, TriageView};
use ui::pages::roster::RosterPage;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{key, mount};
use crate::scene::{club, host, json, today};

fn names(page: &crate::page::Page) -> Vec<String> {
    page.texts(".triage-row .triage-name")
}

#[wasm_bindgen_test]
async fn athletes_stand_in_groups_by_severity_with_stale_data_as_its_own_group() {
    let heard = host(|name, _| (name == Triage::NAME).then(|| Ok(json(&club()))));
    let page = mount(RosterPage);
    page.until("the table", |page| page.all(".triage-row").len() == 5).await;
    assert_eq!(names(&page), ["Dora Act", "Fia Act", "Edda Watch", "Cleo Stale", "Berit Clear"]);
    assert_eq!(page.all(".triage-group").len(), 4, "one heading for each group that is not empty");
    assert_eq!(
        heard.borrow().iter().filter(|(name, _)| name == Triage::NAME).count(),
        1,
        "the page asks once: {:?}",
        heard.borrow()
    );
}

#[wasm_bindgen_test]
async fn a_row_says_why_in_words_and_what_is_missing_as_missing() {
    host(|name, _| (name == Triage::NAME).then(|| Ok(json(&club()))));
    let page = mount(RosterPage);
    page.until("the table", |page| page.all(".triage-row").len() == 5).await;
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
    host(|name, _| (name == Triage::NAME).then(|| Ok(json(&club()))));
    let page = mount(RosterPage);
    page.until("the table", |page| page.all(".triage-row").len() == 5).await;
    page.press(&ui::words::t("screen-col-fitness"));
    page.until("the other order", |page| names(page)[0] == "Fia Act").await;
    assert_eq!(names(&page), ["Fia Act", "Dora Act", "Edda Watch", "Cleo Stale", "Berit Clear"]);
    assert_eq!(page.all("th[aria-sort='descending']").len(), 1);
}

#[wasm_bindgen_test]
async fn j_and_k_move_through_the_table_in_the_order_on_screen() {
    host(|name, _| (name == Triage::NAME).then(|| Ok(json(&club()))));
    let page = mount(RosterPage);
    page.until("the table", |page| page.all(".triage-row").len() == 5).await;
    let chosen = |page: &crate::page::Page| page.texts(".triage-row.chosen .triage-name");
    key("j");
    page.until("the first row", |page| chosen(page) == ["Dora Act"]).await;
    key("j");
    key("j");
    page.until("the third row", |page| chosen(page) == ["Edda Watch"]).await;
    key("k");
    page.until("the second row", |page| chosen(page) == ["Fia Act"]).await;
}

#[wasm_bindgen_test]
async fn an_empty_roster_teaches_the_three_ways_to_fill_it() {
    host(|name, _| {
        let empty = TriageView { on: today(), rows: vec![], unassigned: 0, holder: None };
        (name == Triage::NAME).then(|| Ok(json(&empty)))
    });
    let page = mount(RosterPage);
    page.until("the hint", |page| !page.all(".empty").is_empty()).await;
    let buttons = page.texts(".empty button");
    for key in ["screen-add-athlete", "screen-import-folder", "screen-open-sample"] {
        assert!(buttons.contains(&ui::words::t(key)), "{buttons:?} lacks {key}");
    }
}

#[wasm_bindgen_test]
async fn files_that_wait_for_somebody_are_counted_above_the_table() {
    host(|name, _| (name == Triage::NAME).then(|| Ok(json(&club()))));
    let page = mount(RosterPage);
    page.until("the notice", |page| !page.all(".notice").is_empty()).await;
    assert!(page.texts(".notice")[0].contains('3'), "{:?}", page.texts(".notice"));
}
