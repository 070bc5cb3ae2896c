//! How hard it felt, on the scale from 0 to 10.

use contract::measure::SetEffort;
use domain::id::ActivityId;
use domain::unit::Rpe;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::format;
use crate::state::State;
use crate::words::{t, t_with};

/// Eleven buttons, of which one holds; a press writes.
#[component]
pub(super) fn Effort(
    /// Which activity.
    activity: ActivityId,
    /// What was said so far.
    rpe: Option<Rpe>,
) -> impl IntoView {
    let state = State::here();
    let busy = RwSignal::new(false);
    let chosen = RwSignal::new(rpe.map(|r| r.0));
    let say = move |value: f64| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let before = chosen.get_untracked();
        chosen.set(Some(value));
        spawn_local(async move {
            let written = state.write(&SetEffort { activity, rpe: Rpe(value) }).await;
            busy.try_set(false);
            match written {
                Ok(_) => state.say(t_with("activity-effort-saved", &[("rpe", value.into())])),
                Err(fault) => {
                    chosen.try_set(before);
                    state.say_fault(&fault);
                }
            }
        });
    };
    let buttons = (0..=10_u32)
        .map(|n| {
            let value = f64::from(n);
            view! {
                <button
                    type="button"
                    title=t(&format!("activity-effort-{n}"))
                    data-testid=format!("effort-{n}")
                    disabled=move || busy.get()
                    aria-pressed=move || if chosen.get() == Some(value) { "true" } else { "false" }
                    on:click=move |_| say(value)
                >
                    {n}
                </button>
            }
        })
        .collect_view();
    let words = move || match chosen.get() {
        None => t("activity-effort-none"),
        Some(value) => {
            let felt = t(&format!("activity-effort-{}", value.round().clamp(0.0, 10.0)));
            t_with(
                "activity-effort-felt",
                &[("rpe", format::number(value, usize::from(value.fract() > 0.0)).into()), ("felt", felt.into())],
            )
        }
    };
    view! {
        <div class="effort">
            <div class="effort-scale" role="group" aria-label=t("activity-effort")>
                {buttons}
            </div>
            <p class="quiet">{words}</p>
        </div>
    }
}
