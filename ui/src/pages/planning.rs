//! How the planner is set up: the coach's limits, the habits it follows, and whether a learned correction may be used.

mod habits;
pub mod limits;

use contract::Topic;
use contract::planning::{PlanningView, SetCorrection, ShowPlanning};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::format;
use crate::parts::{Card, PageHead, Shown};
use crate::state::{Ask, State, ask};
use crate::words::{t, t_with};

use habits::Habits;
use limits::{Holds, Limits, Standing};

/// The page.
#[component]
pub fn PlanningPage() -> impl IntoView {
    let planning = ask(|moved| matches!(moved.topic, Topic::Plan | Topic::Athlete), || Some(ShowPlanning {}));
    // The form stays while newer answers come in: nothing that is typed is lost.
    let here = Memo::new(move |_| planning.with(|answer| matches!(answer, Some(Ok(_)))));
    let body = move || {
        if here.get() {
            view! { <Setup planning=planning /> }.into_any()
        } else {
            view! { <Shown ask=planning lines=8 then=|_: PlanningView| ().into_any() /> }.into_any()
        }
    };
    view! {
        <div class="page page-narrow" data-testid="planning-page">
            <PageHead title=t("planning-title") under=t("planning-under") />
            {body}
        </div>
    }
}

#[component]
fn Setup(planning: Ask<PlanningView>) -> impl IntoView {
    view! {
        <Card title=t("planning-holds")>
            <Holds planning=planning />
        </Card>
        <Card title=t("planning-limits")>
            <p class="quiet">{t("planning-limits-hint")}</p>
            <Limits planning=planning />
            <Standing planning=planning />
        </Card>
        <Card title=t("planning-habits")>
            <p class="quiet">{t("planning-habits-hint")}</p>
            <Habits planning=planning />
        </Card>
        <Card title=t("planning-correction")>
            <Correction planning=planning />
        </Card>
    }
}

/// A switch that says how it stands.
#[component]
pub(super) fn Switch(
    /// What it switches.
    #[prop(into)]
    label: String,
    /// How it stands.
    on: bool,
    /// What a press does, with how it shall stand.
    on_press: UnsyncCallback<bool>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            role="switch"
            class="button"
            aria-checked=if on { "true" } else { "false" }
            aria-label=label
            on:click=move |_| on_press.run(!on)
        >
            {t(if on { "screen-rule-on" } else { "screen-rule-off" })}
        </button>
    }
}

/// Shows the setup a write replied, or says why there is none.
pub(super) fn show<C>(state: State, planning: Ask<PlanningView>, request: C)
where
    C: contract::Call<Reply = contract::Done<PlanningView>>,
{
    spawn_local(async move {
        match state.write(&request).await {
            Ok(view) => planning.put(view),
            Err(fault) => state.say_fault(&fault),
        }
    });
}

/// The place for a learned correction.
#[component]
fn Correction(planning: Ask<PlanningView>) -> impl IntoView {
    let state = State::here();
    move || {
        let view = planning.value()?;
        let bound = format::percent(view.correction_bound);
        let press = UnsyncCallback::new(move |on| show(state, planning, SetCorrection { on }));
        let model = match view.model {
            Some(model) => t_with("planning-correction-model", &[("model", model.into())]),
            None => t("planning-correction-none"),
        };
        Some(view! {
            <div class="rule">
                <div class="rule-words">
                    <p>{t_with("planning-correction-what", &[("bound", bound.into())])}</p>
                    <p class="quiet">{model}</p>
                </div>
                <div class="rule-switch">
                    <Switch label=t("planning-correction") on=view.correction on_press=press />
                </div>
            </div>
        })
    }
}
