//! The way from something on a screen to what the help says about it.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::words::t_with;

/// The address of a place of the help.
#[must_use]
pub fn help_path(page: &str, anchor: Option<&str>) -> String {
    match anchor {
        Some(anchor) => format!("/help/{page}#{anchor}"),
        None => format!("/help/{page}"),
    }
}

/// A small question mark that leads to the help.
#[component]
pub fn HelpLink(
    /// What it is about, as it is called on the screen.
    #[prop(into)]
    about: String,
    /// The page of the help.
    page: &'static str,
    /// The place in it.
    #[prop(optional, into)]
    anchor: Option<String>,
) -> impl IntoView {
    let label = t_with("help-about", &[("what", about.into())]);
    view! {
        <A href=help_path(page, anchor.as_deref()) attr:class="help-link" attr:title=label.clone() attr:aria-label=label>
            "?"
        </A>
    }
}
