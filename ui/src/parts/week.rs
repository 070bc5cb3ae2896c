//! One week after the other.

use domain::week::Week;
use leptos::prelude::*;

use super::Icon;
use crate::words::{t, t_with};

/// `23 Nov to 29 Nov 2026`.
#[must_use]
pub fn week_span(week: Week) -> String {
    t_with(
        "week-span",
        &[
            ("from", week.monday().format("%-d %b").to_string().into()),
            ("to", week.sunday().format("%-d %b %Y").to_string().into()),
        ],
    )
}

/// A week with a step back and a step forward.
#[component]
pub fn WeekStep(
    /// Which week; nothing is shown before it is known.
    value: RwSignal<Option<Week>>,
) -> impl IntoView {
    let step = move |to: fn(Week) -> Week, key: &'static str, icon: Icon| {
        view! {
            <button
                type="button"
                class="button button-icon"
                aria-label=t(key)
                on:click=move |_| value.update(|week| *week = week.map(to))
            >
                {icon.view()}
            </button>
        }
    };
    view! {
        <div class="week-step" role="group">
            {step(Week::previous, "week-previous", Icon::Back)}
            <strong aria-live="polite">{move || value.get().map(|week| week.to_string())}</strong>
            {step(Week::next, "week-next", Icon::Forward)}
        </div>
    }
}
