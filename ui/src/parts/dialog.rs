//! Dialogs: the browser's own element, so that focus, Escape and the rest of the page behave.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement};

use super::button::IconButton;
use super::icon::Icon;
use super::id::fresh_id;
use crate::focus;
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

/// What a modal looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// In the middle.
    Dialog,
    /// In the middle and wider, for tables.
    Wide,
    /// At the end of the line, as high as the window.
    Drawer,
}

impl Shape {
    const fn class(self) -> &'static str {
        match self {
            Shape::Dialog => "dialog",
            Shape::Wide => "dialog dialog-wide",
            Shape::Drawer => "dialog drawer",
        }
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
    view! {
        <Modal open=open title=title shape=if wide { Shape::Wide } else { Shape::Dialog }>
            {children()}
        </Modal>
    }
}

/// What dialogs and drawers share. Closed, it gives the keyboard back to what opened it; where that is gone (its row was
/// deleted, say) the keyboard goes to the heading of the page.
#[component]
pub(super) fn Modal(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The heading.
    title: Signal<String>,
    /// What it looks like.
    shape: Shape,
    /// What it holds.
    children: ChildrenFn,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    let heading = fresh_id("dialog");
    let labelled = heading.clone();
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
    // On the next frame: what the dialog changed has been drawn by then, and the browser has given focus back.
    let closed = move |_| {
        open.set(false);
        request_animation_frame(focus::keep);
    };
    view! {
        <dialog node_ref=node class=shape.class() aria-labelledby=labelled on:close=closed>
            <Show when=move || open.get()>
                <header class="dialog-head">
                    <h2 id=heading.clone()>{move || title.get()}</h2>
                    <IconButton icon=Icon::Close label=t("screen-close") on_press=move || open.set(false) />
                </header>
                <div class="dialog-body">{children()}</div>
            </Show>
        </dialog>
    }
}
