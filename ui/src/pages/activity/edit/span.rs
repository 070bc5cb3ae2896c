//! Two moments of an activity: by handles, or typed.

use domain::unit::Seconds;
use leptos::prelude::*;

use crate::format;
use crate::parts::{TextField, fresh_id};
use crate::words::t;

/// Two moments as typed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ends {
    /// The first.
    pub(super) from: RwSignal<String>,
    /// The last.
    pub(super) to: RwSignal<String>,
}

impl Ends {
    pub(super) fn new(from: f64, to: f64) -> Ends {
        Ends { from: RwSignal::new(written(from)), to: RwSignal::new(written(to)) }
    }

    /// The two as seconds, if both can be read.
    pub(super) fn seconds(self) -> Option<(f64, f64)> {
        Some((self.from.with(|text| read(text))?, self.to.with(|text| read(text))?))
    }
}

pub(super) fn written(seconds: f64) -> String {
    format::clock(Seconds(seconds))
}

/// A moment as it is typed: `1:02:03` or `42:10`.
pub(super) fn read(text: &str) -> Option<f64> {
    format::parse_time(text).map(|seconds| seconds.0)
}

/// Two handles over the length of the activity, and two fields that say the same.
#[component]
pub(super) fn SpanFields(
    /// What is chosen.
    ends: Ends,
    /// Length of the activity, seconds.
    whole: f64,
) -> impl IntoView {
    view! {
        <div class="edit-span">
            <Handle label=t("edit-from-handle") value=ends.from whole=whole />
            <Handle label=t("edit-to-handle") value=ends.to whole=whole />
            <div class="edit-ends">
                <Moment label=t("edit-from") value=ends.from />
                <Moment label=t("edit-to") value=ends.to />
            </div>
        </div>
    }
}

#[component]
fn Moment(label: String, value: RwSignal<String>) -> impl IntoView {
    let error = Signal::derive(move || value.with(|text| read(text).is_none()).then(|| t("edit-moment-unclear")));
    view! { <TextField label=label value=value hint=t("edit-moment-hint") error=error /> }
}

/// One handle: the browser's own slider, so that the arrows move it too.
#[component]
fn Handle(label: String, value: RwSignal<String>, whole: f64) -> impl IntoView {
    let id = fresh_id("handle");
    let now = move || value.with(|text| read(text)).unwrap_or_default();
    view! {
        <div class="edit-handle">
            <label class="only-read" for=id.clone()>
                {label}
            </label>
            <input
                id=id
                type="range"
                min="0"
                max=whole.ceil().to_string()
                step="1"
                prop:value=move || now().to_string()
                aria-valuetext=move || value.get()
                on:input=move |event| {
                    if let Ok(seconds) = event_target_value(&event).parse::<f64>() {
                        value.set(written(seconds));
                    }
                }
            />
        </div>
    }
}
