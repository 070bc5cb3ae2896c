//! Short messages in the corner.

use leptos::prelude::*;

use super::{Button, Icon, IconButton};
use crate::state::{State, Tone, Turn};
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
                    // What was done since has to be taken back first, so an older message offers nothing.
                    {toast
                        .deed
                        .map(|deed| {
                            view! {
                                <Show when=move || state.undo.is_next(deed)>
                                    <Button on_press=move || {
                                        state.close_toast(toast.id);
                                        state.turn(deed, Turn::Back);
                                    }>{t("undo")}</Button>
                                </Show>
                            }
                        })}
                    <IconButton icon=Icon::Close label=t("screen-close") on_press=move || state.close_toast(toast.id) />
                </div>
            </For>
        </div>
    }
}
