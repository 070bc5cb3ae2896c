//! Keys that belong to a page as a whole, and when they do not.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

/// The element that has the keyboard.
pub(crate) fn active() -> Option<HtmlElement> {
    document().active_element()?.dyn_into().ok()
}

/// Takes the keyboard from whatever has it.
pub(crate) fn blur() {
    if let Some(active) = active() {
        // Refused by nothing that can have focus.
        let _ = active.blur();
    }
}

/// Letters belong to a field or a dialog now.
pub(crate) fn is_typing() -> bool {
    let in_field = active().is_some_and(|e| match e.tag_name().as_str() {
        "INPUT" => e.get_attribute("type").is_none_or(|kind| kind != "checkbox"),
        tag => matches!(tag, "TEXTAREA" | "SELECT"),
    });
    in_field || document().query_selector("dialog[open]").ok().flatten().is_some()
}

/// A link or button has the keyboard: Enter is its own.
pub(crate) fn on_control() -> bool {
    active().is_some_and(|e| matches!(e.tag_name().as_str(), "A" | "BUTTON" | "SUMMARY"))
}

/// A key of the browser or the system.
pub(crate) fn is_chord(event: &KeyboardEvent) -> bool {
    event.ctrl_key() || event.meta_key() || event.alt_key()
}

/// The next place in a list from one place on, or the first; `None` in an empty list.
pub(crate) fn step(from: Option<usize>, by: isize, len: usize) -> Option<usize> {
    let last = len.checked_sub(1)?;
    Some(match from {
        None => 0,
        Some(i) => i.saturating_add_signed(by).min(last),
    })
}
