//! Short messages in the corner.

use leptos::prelude::*;

use super::Icon;
use crate::state::{State, Tone};
use crate::words::{t, t_with};

/// The corner where short messages stand.
#[component]
pub fn Toasts() -> impl IntoView {
    let state = State::here();
    view! {
        <div class="toasts" aria-live="polite">
            <For each=move || state.toasts.get() key=|toast| toast.id let(toast)>
                <div class="toast" class:toast-fault=toast.tone == Tone::Fault>
                    <div class="toast-words">
                        <p>{toast.text.clone()}</p>
                        {toast.next.clone().map(|next| view! { <p class="quiet">{next}</p> })}
                        {toast
                            .trace
                            .clone()
                            .map(|trace| {
                                view! {
                                    <p class="fault-trace">
                                        {t_with("screen-fault-trace", &[("trace", trace.into())])}
                                    </p>
                                }
                            })}
                    </div>
                    <button
                        type="button"
                        class="button button-quiet button-icon"
                        aria-label=t("screen-close")
                        on:click=move |_| state.close_toast(toast.id)
                    >
                        {Icon::Close.view()}
                    </button>
                </div>
            </For>
        </div>
    }
}
