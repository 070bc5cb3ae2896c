//! Values that may be unknown. Missing and old ones look like what they are.

use domain::reading::{Missing, Reading};
use leptos::prelude::*;

use crate::format;
use crate::words::t;

/// Why a value is missing, in words.
#[must_use]
pub fn missing_words(why: Missing) -> String {
    t(match why {
        Missing::NeverRecorded => "missing-never-recorded",
        Missing::TooFewDays => "missing-too-few-days",
        Missing::NoThreshold => "missing-no-threshold",
        Missing::NoChannel => "missing-no-channel",
        Missing::TooShort => "missing-too-short",
        Missing::PoorQuality => "missing-poor-quality",
    })
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
        Reading::Missing { why } => view! { <span class="missing">{missing_words(why)}</span> }.into_any(),
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
