//! The strip that shows how far the newest long work is. All of it stands in the list that the side opens.

use leptos::prelude::*;

use crate::parts::{Button, ButtonKind, ProgressBar};
use crate::shell::steps_said;
use crate::state::{State, Task};
use crate::words::t;

/// The strip that shows how far the newest long work is, with a way to stop it.
#[component]
pub fn TaskStrip() -> impl IntoView {
    let state = State::here();
    let task = Memo::new(move |_| state.running());
    let steps = Signal::derive(move || task.with(|task| task.as_ref().and_then(Task::steps)));
    let title = Signal::derive(move || task.with(|t| t.as_ref().map(|t| t.title.clone()).unwrap_or_default()));
    let at = move || {
        task.with(|task| {
            task.as_ref().and_then(|task| task.progress.as_ref()).map(|p| p.at.clone()).unwrap_or_default()
        })
    };
    let stopping = Signal::derive(move || task.with(|task| task.as_ref().is_some_and(|task| task.cancelled)));
    let cancel = move || {
        if let Some(id) = task.with_untracked(|task| task.as_ref().map(|task| task.id)) {
            state.cancel_task(id);
        }
    };
    view! {
        <Show when=move || task.with(Option::is_some)>
            <section class="task" aria-label=t("notices-running")>
                <div class="task-words">
                    <strong>{move || title.get()}</strong>
                    <span class="quiet">{move || steps.get().map(steps_said)}</span>
                    <Button kind=ButtonKind::Quiet disabled=stopping on_press=cancel>
                        {move || t(if stopping.get() { "screen-stopping" } else { "screen-cancel" })}
                    </Button>
                </div>
                <ProgressBar label=title steps=steps />
                <p class="task-at quiet">{at}</p>
            </section>
        </Show>
    }
}
