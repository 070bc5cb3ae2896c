//! The strip that shows how far the long work is.

use leptos::prelude::*;

use crate::parts::{Button, ButtonKind, ProgressBar};
use crate::state::State;
use crate::words::{t, t_with};

/// The strip that shows how far the long work is, with a way to stop it.
#[component]
pub fn TaskStrip() -> impl IntoView {
    let state = State::here();
    let steps = Signal::derive(move || state.task.with(|task| task.as_ref().and_then(|task| task.steps())));
    let title = Signal::derive(move || state.task.with(|t| t.as_ref().map(|t| t.title.clone()).unwrap_or_default()));
    let at = move || {
        state.task.with(|task| {
            task.as_ref().and_then(|task| task.progress.as_ref()).map(|p| p.at.clone()).unwrap_or_default()
        })
    };
    let cancelled = Signal::derive(move || state.task.with(|task| task.as_ref().is_some_and(|task| task.cancelled)));
    view! {
        <Show when=move || state.task.with(Option::is_some)>
            <div class="task" role="status">
                <div class="task-words">
                    <strong>{move || title.get()}</strong>
                    <span class="quiet">
                        {move || {
                            steps
                                .get()
                                .map(|(done, total)| {
                                    t_with("screen-steps", &[("done", done.into()), ("total", total.into())])
                                })
                        }}
                    </span>
                    <Button kind=ButtonKind::Quiet disabled=cancelled on_press=move || state.cancel_task()>
                        {move || t(if cancelled.get() { "screen-stopping" } else { "screen-cancel" })}
                    </Button>
                </div>
                <ProgressBar label=title steps=steps />
                <p class="task-at quiet">{at}</p>
            </div>
        </Show>
    }
}
