//! Values that may be unknown. Missing and old ones look like what they are.

use domain::reading::{Missing, Reading};
use leptos::prelude::*;

use crate::format;
use crate::words::t;

/// Why a value is missing, in words.
#[must_use]
pub fn missing_words(why: Missing) -> String {
    t(&format!("missing-{}", why.code()))
}

/// Why there is no value. What never was looks other than what cannot be told now: an empty ring, not a broken one.
#[component]
pub fn MissingView(
    /// Why.
    why: Missing,
) -> impl IntoView {
    let never = matches!(why, Missing::NeverRecorded | Missing::NoChannel);
    view! {
        <span class="missing" class:missing-never=never class:missing-now={!never}>
            <svg class="missing-mark" viewBox="0 0 10 10" width="9" height="9" aria-hidden="true">
                <circle cx="5" cy="5" r="3.6" stroke-dasharray=(!never).then_some("1.8 1.5") />
            </svg>
            {missing_words(why)}
        </span>
    }
}

/// A reading: the value, the value with its age, or why there is none.
#[component]
pub fn ReadingView<T, F>(
    /// The reading.
    reading: Reading<T>,
    /// Its unit.
    #[prop(optional, into)]
    unit: String,
    /// How the value is written.
    show: F,
) -> impl IntoView
where
    T: 'static,
    F: Fn(&T) -> String,
{
    match reading {
        Reading::Known { value, .. } => view! { <Figure value=show(&value) unit=unit /> }.into_any(),
        Reading::Stale { value, days, .. } => view! {
            <span class="stale">
                <Figure value=show(&value) unit=unit />
                <span class="stale-age">{format::age(days)}</span>
            </span>
        }
        .into_any(),
        Reading::Missing { why } => view! { <MissingView why=why /> }.into_any(),
    }
}

/// A number with its unit, small and quiet. An empty value shows as a dash.
#[component]
pub fn Figure(
    /// The number as written.
    #[prop(into)]
    value: String,
    /// Its unit.
    #[prop(optional, into)]
    unit: String,
) -> impl IntoView {
    if value.is_empty() {
        return view! { <span class="none" aria-label=t("screen-none")>"\u{2013}"</span> }.into_any();
    }
    view! {
        <span class="figure">
            {value} {(!unit.is_empty()).then(|| view! { <span class="unit">{unit}</span> })}
        </span>
    }
    .into_any()
}
