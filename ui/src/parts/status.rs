//! Status: always a shape and a word, never colour alone.

use domain::attention::Severity;
use leptos::prelude::*;

use crate::words::t;

/// The shape of a severity, with its word beside it or for readers only.
#[component]
pub fn Mark(
    /// The severity; `None` when there is nothing to say.
    severity: Option<Severity>,
    /// Whether the word is shown beside the shape.
    #[prop(optional)]
    worded: bool,
) -> impl IntoView {
    let code = severity.map_or("clear", Severity::code);
    let shape = match severity {
        Some(Severity::Act) => view! { <path d="M6 1 11.5 11H.5Z" fill="currentColor" /> }.into_any(),
        Some(Severity::Watch) => view! { <path d="M6 .5 11.5 6 6 11.5.5 6Z" fill="currentColor" /> }.into_any(),
        Some(Severity::Stale) => view! {
            <circle cx="6" cy="6" r="4.700" fill="none" stroke="currentColor" stroke-width="1.500" stroke-dasharray="2.200 1.700" />
        }
        .into_any(),
        Some(Severity::Note) => view! { <circle cx="6" cy="6" r="3.200" fill="currentColor" /> }.into_any(),
        None => view! {
            <path d="M1.500 6.500 4.500 9.500 10.500 2.500" fill="none" stroke="currentColor" stroke-width="1.600" stroke-linecap="round" stroke-linejoin="round" />
        }
        .into_any(),
    };
    let word =
        t(&severity.map_or_else(|| "screen-clear".to_owned(), |severity| format!("severity-{}", severity.code())));
    view! {
        <span class=format!("mark mark-{code}")>
            <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">{shape}</svg>
            <span class=if worded { "mark-word" } else { "only-read" }>{word}</span>
        </span>
    }
}

/// How a badge looks: planned is hollow, done is filled; proposed is dashed, the coach's is solid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Look {
    /// A quiet frame.
    #[default]
    Plain,
    /// Dashed: may still change.
    Dashed,
    /// Solid frame in the accent colour: a person's.
    Solid,
    /// Filled: done.
    Filled,
    /// Asks for a look.
    Warn,
}

/// A short word in a frame.
#[component]
pub fn Badge(
    /// How it looks.
    #[prop(optional)]
    look: Look,
    /// More words for the pointer.
    #[prop(optional, into)]
    title: String,
    /// The word.
    children: Children,
) -> impl IntoView {
    let class = match look {
        Look::Plain => "badge",
        Look::Dashed => "badge badge-dashed",
        Look::Solid => "badge badge-solid",
        Look::Filled => "badge badge-filled",
        Look::Warn => "badge badge-warn",
    };
    view! {
        <span class=class title=(!title.is_empty()).then_some(title)>
            {children()}
        </span>
    }
}
