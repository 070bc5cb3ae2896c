//! The settings page.

use contract::Call;
use contract::call::Done;
use contract::keyring::{KnownKey, ListKeys};
use contract::need::{Need, need};
use contract::plan::{KeyView, MyKey};
use contract::roster::{OpenRoster, RosterInfo, RosterView};
use domain::id::AthleteId;
use ui::pages::settings::SettingsPage;
use uuid::Uuid;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, EventInit, HtmlInputElement};

use crate::page::mount;
use crate::scene::{host, json, roster};

#[wasm_bindgen_test]
async fn an_own_file_asks_for_nothing_that_it_refuses_and_says_why() {
    let heard = host(|name, _| {
        let own = RosterView { own: Some(AthleteId(Uuid::from_u128(1))), ..roster() };
        (name == RosterInfo::NAME).then(|| Ok(json(&own)))
    });
    let page = mount(SettingsPage);
    page.until("the reason", |page| page.text().contains(&ui::words::t("own-settings"))).await;
    let told = page.texts("h2, button");
    for hidden in ["safety-title", "staff-title", "keyring-title", "screen-rules", "screen-planner", "keyring-renew"] {
        assert!(!told.contains(&ui::words::t(hidden)), "{hidden}: {told:?}");
    }
    let asked: Vec<String> = heard.borrow().iter().map(|(name, _)| name.clone()).collect();
    assert!(asked.iter().all(|name| need(name) == Need::Look), "{asked:?}");
}

#[wasm_bindgen_test]
async fn another_roster_is_opened_by_its_path_and_the_key_is_shown() {
    let heard = host(|name, _| match name {
        name if name == MyKey::NAME => Some(Ok(json(&KeyView {
            author: "Ada".to_owned(),
            key: "AAAA".to_owned(),
            fingerprint: "ab12 cd34".to_owned(),
            words: "apple boat".to_owned(),
            recipient: "age1xyz".to_owned(),
            kept: "in a file".to_owned(),
        }))),
        name if name == OpenRoster::NAME => Some(Ok(json(&Done { value: roster(), touched: vec![] }))),
        name if name == ListKeys::NAME => Some(Ok(json(&Vec::<KnownKey>::new()))),
        _ => None,
    });
    let page = mount(SettingsPage);
    page.until("the fingerprint", |page| page.text().contains("ab12 cd34")).await;
    page.press(&ui::words::t("screen-roster-open"));
    page.until("the dialog", |page| !page.all("dialog[open] input").is_empty()).await;
    let input: HtmlInputElement = page.all("dialog[open] input").remove(0).unchecked_into();
    input.set_value("/tmp/other.trackside");
    let bubbling = EventInit::new();
    bubbling.set_bubbles(true);
    input.dispatch_event(&Event::new_with_event_init_dict("input", &bubbling).expect("an event")).expect("a dispatch");
    let submit = page.all("dialog[open] button[type='submit']").remove(0);
    submit.unchecked_into::<web_sys::HtmlElement>().click();
    page.until("the call", |_| heard.borrow().iter().any(|(name, _)| name == OpenRoster::NAME)).await;
    let sent = heard.borrow().iter().find(|(name, _)| name == OpenRoster::NAME).cloned().expect("the call");
    assert!(sent.1.contains("/tmp/other.trackside"), "{}", sent.1);
}
