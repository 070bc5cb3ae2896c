//! The first start, the tour, and names covered before a room.

use contract::call::Done;
use contract::newcomers::{AddAthletes, NewcomerLine};
use contract::people::{ListAthletes, Person};
use contract::preferences::{PreferencesView, SetPreferences, ShowPreferences};
use contract::roster::{LastNote, Triage, TriageView};
use contract::{Call, Fault};
use domain::locale::Preferences;
use leptos::prelude::*;
use ui::pages::roster::RosterPage;
use ui::shell::{Presenting, Tour};
use ui::state::State;
use ui::words::t;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{fill, key, key_on, mount};
use crate::scene::{club, host, json};

const NAMES: [&str; 5] = ["Berit Clear", "Cleo Stale", "Dora Act", "Edda Watch", "Fia Act"];

/// The club with a private and a shared note that name somebody.
fn noted() -> TriageView {
    let mut view = club();
    for (row, (text, shared)) in
        view.rows.iter_mut().zip([("Knee of Dora Act hurts", false), ("Ran with Fia Act", true)])
    {
        row.last_note = Some(LastNote { text: text.to_owned(), at: chrono::DateTime::UNIX_EPOCH, shared });
    }
    view
}

fn answer(name: &str, seen: bool) -> Option<Result<String, Fault>> {
    let people =
        || club().rows.into_iter().map(|row| Person { id: row.athlete.id, name: row.athlete.name, squad: None });
    let preferences =
        || PreferencesView { preferences: Preferences { tour_seen: seen, ..Preferences::default() }, trouble: None };
    match name {
        Triage::NAME => Some(Ok(json(&noted()))),
        ListAthletes::NAME => Some(Ok(json(&people().collect::<Vec<_>>()))),
        ShowPreferences::NAME | SetPreferences::NAME => Some(Ok(json(&preferences()))),
        _ => None,
    }
}

#[wasm_bindgen_test]
async fn covered_names_stand_nowhere_on_the_page_and_come_back() {
    host(|name, _| answer(name, true));
    let page = mount(|| {
        State::here().present(true);
        view! { <RosterPage /> <Presenting /> }
    });
    page.until("the table", |page| page.text().contains("Berit Clear") && page.text().contains("Knee")).await;
    page.press(&t("present-cover"));
    page.until("covers", |page| {
        page.all(".triage-row").len() == 5 && NAMES.iter().all(|name| !page.text().contains(name))
    })
    .await;
    let markup = page.all(".page").iter().map(web_sys::Element::outer_html).collect::<String>();
    for name in NAMES {
        assert!(!markup.contains(name), "{name} stands in an attribute");
    }
    assert!(!markup.contains("Knee"), "a private note is covered");
    assert!(markup.contains("Ran with"), "a shared one is not");
    page.press(&t("present-uncover"));
    page.until("the names again", |page| page.text().contains("Berit Clear")).await;
    assert!(!ui::veil::is_down());
    key("Escape");
    page.until("the end", |page| page.all(".presenting").is_empty()).await;
}

#[wasm_bindgen_test]
async fn the_tour_goes_by_keyboard_and_is_remembered_as_seen() {
    let heard = host(|name, _| answer(name, false));
    let page = mount(|| {
        State::here().stage.tour.set(Some(0));
        view! { <Tour /> }
    });
    page.until("the first step", |page| page.text().contains(&t("tour-roster"))).await;
    let turn = |name: &str| key_on(&page.all(".tour")[0], name, false);
    turn("ArrowRight");
    page.until("the second", |page| page.text().contains(&t("tour-reasons-text"))).await;
    turn("ArrowLeft");
    page.until("the first again", |page| page.text().contains(&t("tour-roster-text"))).await;
    assert_eq!(page.all(".tour[role='dialog'][aria-modal='false'][aria-labelledby]").len(), 1);
    turn("Escape");
    page.until("the end", |page| page.all(".tour").is_empty()).await;
    let kept = |heard: &crate::scene::Heard| {
        heard.borrow().iter().any(|(name, args)| name == SetPreferences::NAME && args.contains("\"tour_seen\":true"))
    };
    page.until("it is remembered", |_| kept(&heard)).await;
}

#[wasm_bindgen_test]
async fn a_pasted_list_is_looked_at_before_anybody_comes_in() {
    let line = |line: u32, name: &str, refused: Option<&str>| NewcomerLine {
        line,
        name: name.to_owned(),
        born: None,
        sex: None,
        squad: None,
        refused: refused.map(str::to_owned),
    };
    let lines = vec![line(1, "Zoe Tarn", None), line(2, "", Some("no name"))];
    let heard = host(move |name, _| match name {
        Triage::NAME => Some(Ok(json(&TriageView { rows: vec![], ..club() }))),
        AddAthletes::NAME => Some(Ok(json(&Done { value: lines.clone(), touched: vec![] }))),
        _ => answer(name, false),
    });
    let page = mount(RosterPage);
    page.until("the welcome", |page| page.all("[data-testid='welcome']").len() == 1).await;
    fill(&page.all("textarea")[0], "Zoe Tarn\n,2001-01-01");
    page.until("the preview", |page| page.all("[data-testid='newcomers'] tbody tr").len() == 2).await;
    assert_eq!(page.all(".newcomer-out").len(), 1);
    let asked = |look: &str| {
        heard.borrow().iter().filter(|(name, args)| name == AddAthletes::NAME && args.contains(look)).count()
    };
    assert_eq!(asked("\"look\":false"), 0, "nobody is added by looking");
    page.press(&ui::words::t_with("newcomers-add", &[("count", 1_usize.into())]));
    page.until("the list is sent", |_| asked("\"look\":false") == 1).await;
}
