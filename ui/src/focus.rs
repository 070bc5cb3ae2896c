//! The keyboard is never lost: a new page takes it to its heading, and what is drawn anew gives it back.

use std::cell::RefCell;

use leptos::prelude::{document, location, request_animation_frame};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, MouseEvent};

use crate::keys::active;

/// What can have the keyboard on a page.
const STOPS: &str = "#main :is(a[href], button, input, select, textarea, summary, [tabindex])";

fn give(to: &HtmlElement) {
    // Refused by nothing that can have focus.
    let _ = to.focus();
}

/// Nothing has the keyboard, or what had it is gone.
fn is_lost() -> bool {
    active().is_none_or(|active| active.tag_name() == "BODY")
}

/// Puts the keyboard on the heading of the page (or where the page begins while it has none), so that Tab goes on from
/// there and a screen reader says where one is.
pub(crate) fn heading() {
    let found = document().query_selector("#main h1").ok().flatten();
    let found = found.or_else(|| document().get_element_by_id("main"));
    if let Some(heading) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        // A heading takes focus from the program only, never from Tab.
        if heading.tab_index() < 0 {
            drop(heading.set_attribute("tabindex", "-1"));
        }
        give(&heading);
    }
}

/// Over the navigation, into the page. (The router would take the link for one of its own and move nothing.)
pub(crate) fn skip(event: MouseEvent) {
    event.prevent_default();
    if let Some(main) = document().get_element_by_id("main").and_then(|main| main.dyn_into::<HtmlElement>().ok()) {
        give(&main);
    }
}

/// Puts the keyboard on the heading if it is lost.
pub(crate) fn keep() {
    if is_lost() {
        heading();
    }
}

/// A page is drawn at a path. Another path than that of the page before takes the keyboard to its heading.
pub(crate) fn arrive(path: &str) {
    thread_local! {
        static STOOD: RefCell<Option<String>> = const { RefCell::new(None) };
    }
    let before = STOOD.with(|stood| stood.replace(Some(path.to_owned())));
    // The first page of a run of the program begins as every document does.
    if before.is_some_and(|before| before != path) {
        land();
    }
}

/// Puts the keyboard on the heading once the page is drawn, unless the page has put it somewhere itself.
pub(crate) fn land() {
    request_animation_frame(|| {
        let main = document().get_element_by_id("main");
        // What leads from page to page, such as the tour, keeps the keyboard.
        let leads = |active: &HtmlElement| active.closest("[role='dialog']").ok().flatten().is_some();
        let inside =
            active().is_some_and(|active| leads(&active) || main.is_some_and(|main| main.contains(Some(&active))));
        if !inside {
            heading();
        }
    });
}

/// Where the keyboard was among all that can have it, and on what.
struct Kept {
    at: usize,
    name: String,
}

impl Kept {
    fn now() -> Option<Kept> {
        let active = active()?;
        let at = stops().iter().position(|stop| stop.is_same_node(Some(&active)))?;
        Some(Kept { at, name: name(&active) })
    }

    /// Onto the thing of the same name that is nearest to where it was; without one, onto what stands there now, as the next
    /// row does after one was deleted.
    fn restore(&self) {
        let stops = stops();
        let named = (0..stops.len()).filter(|i| stops.get(*i).is_some_and(|stop| name(stop) == self.name));
        let nearest = named.min_by_key(|i| i.abs_diff(self.at));
        match nearest.or_else(|| stops.len().checked_sub(1).map(|last| last.min(self.at))).and_then(|i| stops.get(i)) {
            Some(stop) => give(stop),
            None => heading(),
        }
    }
}

fn stops() -> Vec<HtmlElement> {
    let Ok(found) = document().query_selector_all(STOPS) else { return Vec::new() };
    (0..found.length()).filter_map(|i| found.get(i)).filter_map(|node| node.dyn_into().ok()).collect()
}

fn name(of: &Element) -> String {
    let words = of.get_attribute("aria-label").or_else(|| of.text_content()).unwrap_or_default();
    format!("{} {}", of.tag_name(), words)
}

/// Call it before a part of the page is drawn anew: once it is drawn, the keyboard is where it was.
pub(crate) fn hold() {
    if let Some(kept) = Kept::now() {
        let path = location().pathname().ok();
        request_animation_frame(move || {
            // On another page nothing is what it was: [`arrive`] says where the keyboard goes there.
            if is_lost() && location().pathname().ok() == path {
                kept.restore();
            }
        });
    }
}
