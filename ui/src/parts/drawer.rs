//! Drawers: something beside the page that is looked at and closed again.

use leptos::prelude::*;

use super::dialog::{Modal, Shape};

/// A drawer at the end of the line (right, where text runs from left to right), as high as the window. It behaves as a
/// dialog: the rest of the page waits, Escape closes it, and the keyboard goes back to where it was.
#[component]
pub fn Drawer(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// What it holds; made anew each time it opens.
    children: ChildrenFn,
) -> impl IntoView {
    view! {
        <Modal open=open title=title shape=Shape::Drawer>
            {children()}
        </Modal>
    }
}
