//! The frame of a page and of its sections.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::focus;
use crate::words::t_with;

/// The top of a page: its one `h1`, a quiet line below and what can be done here.
#[component]
pub fn PageHead(
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// The quiet line below.
    #[prop(optional, into)]
    under: Signal<String>,
    /// What can be done here.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    Effect::new(move |_| {
        let shown = title.get();
        if !shown.is_empty() {
            document().set_title(&t_with("screen-title", &[("page", shown.into())]));
        }
    });
    let path = use_location().pathname;
    Effect::new(move |drawn: Option<()>| {
        let path = path.get();
        // The same page may go on to somebody else, or be about to leave: the page that comes then arrives by itself.
        if drawn.is_some() { focus::land() } else { focus::arrive(&path) }
    });
    view! {
        <header class="page-head">
            <div class="page-head-words">
                <h1>{move || title.get()}</h1>
                <p class="quiet" hidden=move || under.with(String::is_empty)>{move || under.get()}</p>
            </div>
            {children.map(|children| view! { <div class="page-head-actions">{children()}</div> })}
        </header>
    }
}

/// A section of a page with a heading.
#[component]
pub fn Card(
    /// The heading.
    #[prop(into)]
    title: String,
    /// A quiet line beside the heading.
    #[prop(optional, into)]
    under: Signal<String>,
    /// What can be done here.
    #[prop(optional, into)]
    actions: Option<ViewFnOnce>,
    /// The rest.
    children: Children,
) -> impl IntoView {
    let label = title.clone();
    view! {
        <section class="card" aria-label=label>
            <header class="card-head">
                <h2>{title}</h2>
                <p class="quiet" hidden=move || under.with(String::is_empty)>{move || under.get()}</p>
                <div class="card-actions">{actions.map(|actions| actions.run())}</div>
            </header>
            {children()}
        </section>
    }
}
