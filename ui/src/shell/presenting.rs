//! The strip of a presentation: covering names, and the way out.

use leptos::ev;
use leptos::prelude::*;

use crate::keys::is_typing;
use crate::parts::Button;
use crate::state::State;
use crate::words::t;

/// Stands at the foot of the window while the program is shown to a room. Escape leaves where nothing else takes it.
#[component]
pub fn Presenting() -> impl IntoView {
    let state = State::here();
    let stage = state.stage;
    let listener = window_event_listener(ev::keydown, move |event| {
        let free = event.key() == "Escape" && !event.default_prevented() && !is_typing();
        if free && stage.presenting.get_untracked() {
            state.present(false);
        }
    });
    on_cleanup(move || listener.remove());
    let words = move || t(if stage.covered.get() { "present-uncover" } else { "present-cover" });
    view! {
        <Show when=move || stage.presenting.get()>
            <aside class="presenting" aria-label=t("action-presentation") data-testid="presenting">
                <span class="quiet" role="status">
                    {move || t(if stage.covered.get() { "present-covered" } else { "present-bare" })}
                </span>
                <Button on_press=move || state.cover_names(!stage.covered.get_untracked())>{words}</Button>
                <Button on_press=move || state.present(false)>{t("present-leave")} " " <kbd>"Esc"</kbd></Button>
            </aside>
        </Show>
    }
}

/// Begins a presentation. While one runs its strip has the way out.
#[component]
pub fn PresentButton() -> impl IntoView {
    let state = State::here();
    view! {
        <Show when=move || !state.stage.presenting.get()>
            <Button on_press=move || state.present(true)>{t("action-presentation")}</Button>
        </Show>
    }
}
