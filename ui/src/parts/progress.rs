//! Waiting: a bar when the length is known, grey lines when it is not.

use leptos::prelude::*;

/// How far something is. Without numbers the bar only says that it goes on.
#[component]
pub fn ProgressBar(
    /// What it is about, for those who cannot see it.
    #[prop(into)]
    label: Signal<String>,
    /// Steps done and steps in all.
    #[prop(into)]
    steps: Signal<Option<(u32, u32)>>,
) -> impl IntoView {
    view! {
        <progress
            aria-label=move || label.get()
            max=move || steps.get().map(|(_, total)| total.to_string())
            value=move || steps.get().map(|(done, _)| done.to_string())
        ></progress>
    }
}

/// Grey lines where text will stand.
#[component]
pub fn Skeleton(
    /// How many.
    #[prop(default = 3)]
    lines: u32,
) -> impl IntoView {
    view! {
        <div class="skeleton" aria-busy="true">
            {(0..lines).map(|_| view! { <span class="skeleton-line"></span> }).collect_view()}
        </div>
    }
}
