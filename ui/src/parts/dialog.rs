//! Dialogs: the browser's own element, so that focus, Escape and the rest of the page behave.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement};

use super::Icon;
use crate::words::t;

/// Puts the keyboard where a person begins: on what is marked with `data-focus` or the field in it, else on the first
/// field; without one it stays on the cross.
fn focus_first(dialog: &HtmlDialogElement) {
    let find = |selector: &str| dialog.query_selector(selector).ok().flatten();
    let field =
        find(".dialog-body [data-focus]").or_else(|| find(".dialog-body :is(input, select, textarea):not([hidden])"));
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
        // Refused by nothing that can have focus.
        let _ = field.focus();
    }
}

/// A dialog. Its content is made anew each time it opens; Escape and the cross close it.
#[component]
pub fn Dialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// Wider than usual, for tables.
    #[prop(optional)]
    wide: bool,
    /// What it holds.
    children: ChildrenFn,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = node.get() else { return };
        match (open.get(), dialog.open()) {
            // Refused only while it is open already or not on the page.
            (true, false) => {
                drop(dialog.show_modal());
                request_animation_frame(move || focus_first(&dialog));
            }
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    view! {
        <dialog
            node_ref=node
            class="dialog"
            class:dialog-wide=wide
            aria-label=move || title.get()
            on:close=move |_| open.set(false)
        >
            <Show when=move || open.get()>
                <header class="dialog-head">
                    <h2>{move || title.get()}</h2>
                    <button
                        type="button"
                        class="button button-quiet button-icon"
                        aria-label=t("screen-close")
                        on:click=move |_| open.set(false)
                    >
                        {Icon::Close.view()}
                    </button>
                </header>
                <div class="dialog-body">{children()}</div>
            </Show>
        </dialog>
    }
}
