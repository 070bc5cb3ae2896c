//! An empty roster.

use leptos::prelude::*;

use crate::pages::start::Welcome;

/// An empty roster, and the ways to fill it.
#[component]
pub(super) fn NobodyYet(
    /// Opens the dialog that adds an athlete.
    adding: RwSignal<bool>,
) -> impl IntoView {
    view! { <Welcome adding=adding /> }
}
