//! The import page and the way bytes reach the host.

use contract::Call;
use contract::call::Done;
use contract::import::{FileReport, ImportReport, ImportUploads, ListBatches, Outcome, Upload};
use domain::id::BatchId;
use leptos::prelude::*;
use std::sync::Arc;
use ui::import::import_uploads;
use ui::pages::import::ImportPage;
use ui::state::State;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::mount;
use crate::scene::{host, json};

fn report() -> ImportReport {
    let file = |path: &str, outcome| FileReport {
        path: path.to_owned(),
        outcome,
        activities: vec![],
        wellness: 0,
        athlete: None,
        guess: None,
        repairs: vec![],
        message: "It was so.".to_owned(),
    };
    ImportReport {
        batch: BatchId(uuid::Uuid::from_u128(1)),
        files: vec![
            file("Dora/ride.fit", Outcome::Imported),
            file("Dora/ride-again.fit", Outcome::Duplicate),
            file("Dora/broken.fit", Outcome::Refused),
        ],
        cancelled: false,
    }
}

#[component]
fn ImportOnPress() -> impl IntoView {
    let state = State::here();
    let press = move |_| {
        let upload = Upload { name: "Dora/ride.fit".to_owned(), base64: "QUJD".to_owned() };
        import_uploads(state, Arc::new(|_: &str| {}), vec![upload], None);
    };
    view! {
        <button on:click=press>"go"</button>
        <p class="running">{move || state.task.with(Option::is_some).to_string()}</p>
        <ImportPage />
    }
}

#[wasm_bindgen_test]
async fn every_file_of_an_import_is_listed_with_its_outcome_and_refused_ones_can_be_picked_out() {
    let heard = host(|name, _| match name {
        name if name == ListBatches::NAME => Some(Ok("[]".to_owned())),
        name if name == ImportUploads::NAME => Some(Ok(json(&Done { value: report(), touched: vec![] }))),
        _ => None,
    });
    let page = mount(|| view! { <ImportOnPress /> });
    page.press("go");
    page.until("the report", |page| page.all(".report tbody tr").len() == 3).await;
    assert_eq!(page.texts(".running"), ["false"], "the task is over");
    let sent = heard.borrow().iter().find(|(name, _)| name == ImportUploads::NAME).cloned().expect("the call");
    assert!(sent.1.contains("Dora/ride.fit") && sent.1.contains("QUJD"), "{}", sent.1);
    page.press("Refused 1");
    page.until("the refused file alone", |page| page.all(".report tbody tr").len() == 1).await;
    assert!(page.texts(".report-file")[0].contains("broken.fit"));
}
