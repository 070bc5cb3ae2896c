//! A rule about how long things are kept removes nothing before it was asked once more.

use std::cell::Cell;
use std::rc::Rc;

use chrono::NaiveDate;
use contract::call::Done;
use contract::privacy::{RetentionLine, RetentionMeets, RetentionReport, RetentionView};
use domain::erasure::RetentionKind;
use domain::id::AthleteId;
use leptos::prelude::*;
use ui::pages::privacy::PrivacyPage;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::mount;
use crate::scene::{host, json};

fn rules(applied: bool) -> RetentionView {
    let day = NaiveDate::from_ymd_opt(2025, 11, 21);
    let ada = RetentionMeets {
        athlete: AthleteId(uuid::Uuid::from_u128(1)),
        name: "Ada Fell".to_owned(),
        activities: 12,
        files: 9,
        newest: day,
    };
    let meets = if applied { Vec::new() } else { vec![ada] };
    let line = RetentionLine { kind: RetentionKind::Originals, months: Some(12), least: 12, before: day, meets };
    RetentionView { lines: vec![line] }
}

#[wasm_bindgen_test]
async fn what_is_to_go_is_shown_once_more_and_then_it_goes() {
    let applied = Rc::new(Cell::new(false));
    let by_host = applied.clone();
    let heard = host(move |name, _| match name {
        "ListAthletes" | "ListErasures" => Some(Ok("[]".to_owned())),
        "ShowRetention" => Some(Ok(json(&rules(by_host.get())))),
        "ApplyRetention" => {
            by_host.set(true);
            let value = RetentionReport { activities: 12, files: 9, copies: 2 };
            Some(Ok(json(&Done { value, touched: Vec::new() })))
        }
        _ => None,
    });
    let page = mount(|| view! { <PrivacyPage /> });
    page.until("whom it would meet", |page| page.text().contains("Ada Fell: 12 activities")).await;
    page.press("Remove these now…");
    page.until("the question", |page| page.text().contains("This cannot be taken back")).await;
    assert!(!applied.get(), "one press removes nothing");
    page.press("Remove for good");
    page.until("what was done", |page| page.text().contains("Done: 12 activities")).await;
    page.until("nothing is left to remove", |page| page.text().contains("Today it would remove nothing")).await;
    assert!(page.text().contains("Done: 12 activities"), "and it still says what was done");
    assert_eq!(heard.borrow().iter().filter(|(name, _)| name == "ApplyRetention").count(), 1);
}
