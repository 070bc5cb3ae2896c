//! Why a change is made, and what it would break: the same questions wherever a session is changed.

use domain::overrides::ReasonTag;
use domain::reason::Reason;
use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlButtonElement, HtmlElement};

use super::why_panel::reasons;
use crate::keys;
use crate::words::t;

/// The reasons to choose from. The digits 1 to 9 choose one wherever no text is typed, and hand the keyboard to the form's
/// button, so that Enter saves.
#[component]
pub(crate) fn ReasonChips(
    /// What is chosen.
    value: RwSignal<Option<ReasonTag>>,
    /// The keyboard begins here when the dialog opens.
    #[prop(optional)]
    first: bool,
) -> impl IntoView {
    let node = NodeRef::<html::Fieldset>::new();
    let digits = window_event_listener(ev::keydown, move |event| {
        if keys::is_chord(&event) || in_text() {
            return;
        }
        let place = event.key().parse::<usize>().ok().and_then(|digit| digit.checked_sub(1));
        let Some(tag) = place.and_then(|place| ReasonTag::ALL.get(place)) else { return };
        event.prevent_default();
        value.set(Some(*tag));
        // The button can be pressed only after the choice was drawn.
        request_animation_frame(move || {
            if let Some(fieldset) = node.try_get_untracked().flatten() {
                focus_submit(&fieldset);
            }
        });
    });
    on_cleanup(move || digits.remove());
    let chip = move |(place, tag): (usize, ReasonTag)| {
        view! {
            <button
                type="button"
                class="chip"
                data-testid=format!("tag-{}", tag.code())
                data-focus=(first && place == 0).then_some("")
                aria-pressed=move || if value.get() == Some(tag) { "true" } else { "false" }
                on:click=move |_| value.set(Some(tag))
            >
                {t(&format!("tag-{}", tag.code()))}
                <kbd aria-hidden="true">{place + 1}</kbd>
            </button>
        }
    };
    view! {
        <fieldset class="tags" node_ref=node>
            <legend>{t("week-reason")}</legend>
            {ReasonTag::ALL.into_iter().enumerate().map(chip).collect_view()}
        </fieldset>
    }
}

/// Digits are part of a text now.
fn in_text() -> bool {
    keys::active().is_some_and(|e| matches!(e.tag_name().as_str(), "INPUT" | "TEXTAREA"))
}

fn focus_submit(within: &HtmlElement) {
    let form = within.closest("form").ok().flatten();
    let button = form.and_then(|form| form.query_selector("button[type='submit']").ok().flatten());
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlButtonElement>().ok()) {
        // Refused only while it cannot be pressed.
        let _ = button.focus();
    }
}

/// The limits a refused change would break, and the way to do it all the same.
#[component]
pub(crate) fn Refusal<F>(
    /// What breaks; empty while nothing was refused.
    broken: RwSignal<Vec<Reason>>,
    /// A write is under way.
    busy: RwSignal<bool>,
    /// Does it all the same.
    on_insist: F,
) -> impl IntoView
where
    F: Fn() + Copy + Send + Sync + 'static,
{
    view! {
        <Show when=move || broken.with(|b| !b.is_empty())>
            <div class="refusal" role="alert" data-testid="override-refused">
                <p class="refusal-title">{t("week-refused")}</p>
                {move || broken.with(|b| reasons(b))}
                <button
                    type="button"
                    class="button button-danger"
                    data-testid="override-insist"
                    disabled=move || busy.get()
                    on:click=move |_| on_insist()
                >
                    {t("week-insist")}
                </button>
                <p class="quiet">{t("week-insist-hint")}</p>
            </div>
        </Show>
    }
}
