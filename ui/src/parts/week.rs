//! One week after the other.

use domain::week::Week;
use leptos::prelude::*;

use super::{ButtonKind, Icon, IconButton};
use crate::format;
use crate::words::t;

/// `23 Nov to 29 Nov 2026`.
#[must_use]
pub fn week_span(week: Week) -> String {
    format::weeks(week, week)
}

/// A week with a step back and a step forward.
#[component]
pub fn WeekStep(
    /// Which week; nothing is shown before it is known.
    value: RwSignal<Option<Week>>,
) -> impl IntoView {
    let step = move |to: fn(Week) -> Week, key: &'static str, icon: Icon| {
        view! {
            <IconButton icon=icon label=t(key) kind=ButtonKind::Plain on_press=move || value.update(|week| *week = week.map(to)) />
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
