//! Numbers as plain sentences, as they can be told to an athlete.

use domain::saying::Saying;
use leptos::prelude::*;

use crate::words::{said, t, t_with};

/// One sentence a number; nothing without one. The first ones are open, the others behind a word.
#[component]
pub fn Sayings(
    /// The sentences as data, those that say most first.
    sayings: Vec<Saying>,
    /// How many are open.
    #[prop(default = 4)]
    open: usize,
) -> impl IntoView {
    (!sayings.is_empty()).then(|| {
        let lines = |sayings: &[Saying]| {
            sayings
                .iter()
                .map(|saying| view! { <li title=t(&saying.metric.label())>{said(saying)}</li> })
                .collect_view()
        };
        let (first, rest) = sayings.split_at(open.min(sayings.len()));
        let more = (!rest.is_empty()).then(|| {
            view! {
                <details>
                    <summary>{t_with("screen-more", &[("count", rest.len().into())])}</summary>
                    <ul>{lines(rest)}</ul>
                </details>
            }
        });
        view! {
            // A group and no section: a page may have several, and a list of its regions should not.
            <div class="sayings" role="group" aria-label=t("screen-in-words") data-testid="sayings">
                <h3>{t("screen-in-words")}</h3>
                <ul>{lines(first)}</ul>
                {more}
            </div>
        }
    })
}
