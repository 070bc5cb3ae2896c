//! An empty place that says what could stand here and how to get there.

use leptos::prelude::*;

/// An empty place.
#[component]
pub fn Empty(
    /// What is not here.
    #[prop(into)]
    title: String,
    /// How to change that.
    #[prop(optional, into)]
    hint: String,
    /// Ways to change that.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <p class="empty-title">{title}</p>
            {(!hint.is_empty()).then(|| view! { <p class="quiet">{hint}</p> })}
            {children.map(|children| view! { <div class="empty-actions">{children()}</div> })}
        </div>
    }
}
