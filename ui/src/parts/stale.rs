//! Numbers that wait to be computed again: said above them, with the way to do it now.

use contract::measure::Recompute;
use domain::attention::Severity;
use domain::id::{AthleteId, TaskId};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Button, Mark};
use crate::state::{Ended, State};
use crate::words::{t, t_with};

/// A line above numbers that mix old and new settings, with a button that computes them again. How far that is, and its
/// cancel, stand in the strip of long work; what was finished stays when it is cancelled, and pressing again goes on.
#[component]
pub fn StaleNotice(
    /// What is out of date, in words.
    words: String,
    /// Whose; everybody's if left out.
    #[prop(optional)]
    athlete: Option<AthleteId>,
) -> impl IntoView {
    let state = State::here();
    // Two runs would only compute the same twice.
    let mine = RwSignal::new(None::<TaskId>);
    let busy = Signal::derive(move || {
        state.tasks.with(|tasks| tasks.iter().any(|task| task.runs() && Some(task.id) == mine.get()))
    });
    let press = move || {
        if busy.get_untracked() {
            return;
        }
        let task = state.begin_task(t("screen-recomputing"), None);
        mine.set(Some(task));
        spawn_local(async move {
            let done = state.write(&Recompute { athlete, task: Some(task) }).await;
            let ended = Ended::of(&done, |done| {
                let values = [
                    ("activities", done.activities.into()),
                    ("changed", done.changed.into()),
                    ("waiting", done.waiting.into()),
                ];
                if done.waiting > 0 {
                    Ended::stopped(t_with("screen-recompute-stopped", &values))
                } else {
                    Ended::done(t_with("screen-recomputed", &values))
                }
            });
            match &done {
                Ok(_) => state.say(ended.said.clone()),
                Err(fault) => state.say_fault(fault),
            }
            state.end_task(task, ended);
        });
    };
    view! {
        <div class="notice stale-notice" role="status" data-testid="stale-notice">
            <Mark severity=Some(Severity::Stale) />
            <p>{words}</p>
            <Button disabled=busy on_press=press>
                {t("screen-recompute")}
            </Button>
        </div>
    }
}
