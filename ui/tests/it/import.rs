//! The way files reach the host: staged, previewed, and with everything that could not be read.

use std::sync::Arc;

use contract::Call;
use contract::import::{
    ListBatches, Origin, Preview, PreviewImport, ShowPreview, ShowWatch, StageFiles, StageView, WatchView,
};
use domain::id::{PreviewId, StageId};
use js_sys::Array;
use leptos::prelude::*;
use ui::import::{Picked, preview_files};
use ui::pages::import::ImportPage;
use ui::state::State;
use uuid::Uuid;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::File;

use crate::page::mount;
use crate::scene::{Heard, host, json};

fn file(name: &str, text: &str) -> Picked {
    let parts = Array::of1(&text.into());
    (name.to_owned(), Ok(File::new_with_str_sequence(&parts, name).expect("a file")))
}

fn scene() -> Heard {
    host(|name, _| match name {
        name if name == StageFiles::NAME => Some(Ok(json(&StageView { stage: StageId(Uuid::from_u128(7)), files: 1 }))),
        name if name == PreviewImport::NAME => {
            let preview = Preview { id: PreviewId(Uuid::from_u128(8)), rows: vec![], cancelled: false };
            Some(Ok(json(&preview)))
        }
        name if name == ShowPreview::NAME => Some(Ok("null".to_owned())),
        name if name == ListBatches::NAME => Some(Ok("[]".to_owned())),
        name if name == ShowWatch::NAME => Some(Ok(json(&WatchView { folder: None, running: false, problem: None }))),
        _ => None,
    })
}

fn asked<C: Call>(heard: &Heard) -> Vec<C> {
    let of =
        heard.borrow().iter().filter(|(name, _)| name == C::NAME).map(|(_, args)| args.clone()).collect::<Vec<_>>();
    of.iter().map(|args| serde_json::from_str(args).expect("a request")).collect()
}

/// What a person drops.
type Drop = fn() -> Vec<Picked>;

/// A button for each drop, above the import page.
#[component]
fn Dropping(drops: StoredValue<Vec<Drop>>) -> impl IntoView {
    let state = State::here();
    let buttons = drops.with_value(|drops| {
        drops
            .iter()
            .copied()
            .enumerate()
            .map(|(i, drop)| {
                let press = move |_| preview_files(state, Arc::new(|_: &str| {}), drop(), None);
                view! { <button on:click=press>{format!("drop {i}")}</button> }
            })
            .collect_view()
    });
    view! {
        {buttons}
        <p class="plans">{move || state.plans.with(Vec::len)}</p>
        <p class="returns">{move || state.returns.with(Vec::len)}</p>
        <ImportPage />
    }
}

fn dropping(drops: Vec<Drop>) -> crate::page::Page {
    mount(move || {
        let drops = StoredValue::new(drops.clone());
        view! { <Dropping drops=drops /> }
    })
}

#[wasm_bindgen_test]
async fn dropped_bytes_are_staged_and_previewed_and_unreadable_ones_go_along_with_their_reason() {
    let heard = scene();
    let page = dropping(vec![|| {
        vec![
            file("Dora/ride.fit", "ABC"),
            ("Dora/gone.fit".to_owned(), Err("It was moved.".to_owned())),
            file("Dora/.DS_Store", "x"),
        ]
    }]);
    page.press("drop 0");
    page.until("the preview", |_| !asked::<PreviewImport>(&heard).is_empty()).await;
    let staged = asked::<StageFiles>(&heard);
    assert_eq!(staged.len(), 1, "one call for a small drop");
    let names: Vec<&str> = staged[0].files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["Dora/ride.fit"], "files of the system are left out");
    assert_eq!(staged[0].files[0].base64, "QUJD");
    assert_eq!(staged[0].unreadable, [("Dora/gone.fit".to_owned(), "It was moved.".to_owned())]);
    let preview = asked::<PreviewImport>(&heard);
    assert_eq!(preview[0].origin, Origin::Staged(StageId(Uuid::from_u128(7))));
    assert!(preview[0].task.is_some(), "it can be cancelled");
    page.until("an answer to an empty drop", |page| page.text().contains(&ui::words::t("screen-review-empty"))).await;
}

#[wasm_bindgen_test]
async fn files_dropped_while_a_preview_waits_join_it() {
    let heard = scene();
    let page = dropping(vec![|| vec![file("a.fit", "A")], || vec![file("b.fit", "B")]]);
    page.press("drop 0");
    page.until("the first preview", |page| page.text().contains(&ui::words::t("screen-review-empty"))).await;
    page.press("drop 1");
    page.until("the second preview", |_| asked::<PreviewImport>(&heard).len() == 2).await;
    let staged = asked::<StageFiles>(&heard);
    assert_eq!(staged[0].stage, None);
    assert_eq!(staged[1].stage, Some(StageId(Uuid::from_u128(7))), "the same waiting place");
}

#[wasm_bindgen_test]
async fn plan_files_and_returns_that_are_dropped_are_handed_over_and_not_imported() {
    let heard = scene();
    let page =
        dropping(vec![|| vec![file("week.tsplan", "{}"), file("Ada.tsreturn", "x"), file("Club/Bo.TSRETURN", "y")]]);
    page.press("drop 0");
    page.until("the plan", |page| page.texts(".plans") == ["1"]).await;
    page.until("the returns", |page| page.texts(".returns") == ["2"]).await;
    assert!(asked::<StageFiles>(&heard).is_empty(), "it is no activity");
}
