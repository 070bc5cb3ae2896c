//! What a person sees when the host refuses.

use std::cell::Cell;
use std::rc::Rc;

use contract::Call;
use contract::roster::Triage;
use ui::pages::roster::RosterPage;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::mount;
use crate::scene::{club, fault, host, json};

#[wasm_bindgen_test]
async fn a_fault_shows_what_happened_what_to_do_and_its_trace_and_can_be_tried_again() {
    let broken = Rc::new(Cell::new(true));
    let state = broken.clone();
    host(move |name, _| {
        (name == Triage::NAME)
            .then(|| if state.get() { Err(fault("The disk is full.", "0193-cafe")) } else { Ok(json(&club())) })
    });
    let page = mount(RosterPage);
    page.until("the fault", |page| !page.all(".fault").is_empty()).await;
    let words = page.texts(".fault")[0].clone();
    for part in ["The disk is full.", "Try again.", "0193-cafe"] {
        assert!(words.contains(part), "{words:?} lacks {part:?}");
    }
    assert_eq!(page.all(".fault[role='alert']").len(), 1);
    broken.set(false);
    page.press(&ui::words::t("screen-retry"));
    page.until("the table", |page| page.all(".triage-row").len() == 5).await;
    assert!(page.all(".fault").is_empty(), "the fault goes away with the answer");
}

#[wasm_bindgen_test]
async fn an_answer_of_another_shape_is_a_fault_with_the_name_of_the_call() {
    host(|name, _| (name == Triage::NAME).then(|| Ok("{\"rows\": 7}".to_owned())));
    let page = mount(RosterPage);
    page.until("the fault", |page| !page.all(".fault").is_empty()).await;
    assert!(page.texts(".fault")[0].contains("Triage"), "{:?}", page.texts(".fault"));
}
