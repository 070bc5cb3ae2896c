//! Numbers that wait to be computed again: said above them, with the way to do it now.

use contract::measure::Recompute;
use domain::attention::Severity;
use domain::id::AthleteId;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Button, Mark};
use crate::state::State;
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
    // One long work at a time: the strip shows only one.
    let busy = Signal::derive(move || state.task.with(Option::is_some));
    let press = move || {
        if busy.get_untracked() {
            return;
        }
        let task = state.begin_task(t("screen-recomputing"), None);
        spawn_local(async move {
            let done = state.write(&Recompute { athlete, task: Some(task) }).await;
            state.end_task();
            match done {
                Ok(done) => {
                    let values = [
                        ("activities", done.activities.into()),
                        ("changed", done.changed.into()),
                        ("waiting", done.waiting.into()),
                    ];
                    let key = if done.waiting > 0 { "screen-recompute-stopped" } else { "screen-recomputed" };
                    state.say(t_with(key, &values));
                }
                Err(fault) => state.say_fault(&fault),
            }
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
