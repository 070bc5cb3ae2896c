//! The goal of a season with its base: fields that the form of a new season has, too, and the form that changes them.

use chrono::NaiveDate;
use contract::Fault;
use contract::season::SetSeason;
use domain::season::plan::Goal;
use leptos::prelude::*;

use super::desk::{Desk, version};
use crate::format;
use crate::parts::{Button, ButtonKind, Choice, FaultView, TextField};
use crate::state::send_replaced;
use crate::words::{t, t_with};

/// What is typed of base and goal.
#[derive(Debug, Clone, Copy)]
pub(super) struct GoalTyped {
    base: RwSignal<String>,
    kind: RwSignal<String>,
    value: RwSignal<String>,
    on: RwSignal<String>,
}

impl GoalTyped {
    pub(super) fn of(base: Option<f64>, goal: Goal) -> GoalTyped {
        let (kind, value, on) = match goal {
            Goal::Weeks => ("weeks", String::new(), String::new()),
            Goal::PeakLoad { points } => ("peak", format::whole(points), String::new()),
            Goal::Fitness { ctl, on } => ("fitness", format::whole(ctl), on.to_string()),
        };
        GoalTyped {
            base: RwSignal::new(base.map(format::whole).unwrap_or_default()),
            kind: RwSignal::new(kind.to_owned()),
            value: RwSignal::new(value),
            on: RwSignal::new(on),
        }
    }

    /// Base and goal as typed, or what is wrong with them.
    pub(super) fn read(self) -> Result<(Option<f64>, Goal), String> {
        let number = |text: String| {
            format::parse_number(&text).map_err(|text| t_with("screen-not-a-number", &[("text", text.into())]))
        };
        let asked = || {
            let text = self.value.get_untracked();
            number(text)?.ok_or_else(|| t("season-goal-needs-number"))
        };
        let goal = match self.kind.get_untracked().as_str() {
            "peak" => Goal::PeakLoad { points: asked()? },
            "fitness" => {
                let on = self.on.get_untracked().parse::<NaiveDate>().map_err(|_| t("screen-not-a-day"))?;
                Goal::Fitness { ctl: asked()?, on }
            }
            _ => Goal::Weeks,
        };
        Ok((number(self.base.get_untracked())?, goal))
    }
}

/// The fields.
#[component]
pub(super) fn GoalFields(
    /// What is typed.
    typed: GoalTyped,
    /// The load the athlete is used to, points a week.
    usual: Option<f64>,
) -> impl IntoView {
    let kinds: Vec<_> =
        ["weeks", "peak", "fitness"].into_iter().map(|k| (k.to_owned(), t(&format!("season-goal-{k}")))).collect();
    let hint = usual.map_or_else(
        || t("season-base-hint-unknown"),
        |usual| t_with("season-base-hint", &[("points", format::whole(usual).into())]),
    );
    let value = move || match typed.kind.get().as_str() {
        "peak" => view! { <TextField label=t("season-goal-points") value=typed.value kind="number" /> }.into_any(),
        "fitness" => view! {
            <TextField label=t("season-goal-ctl") value=typed.value kind="number" />
            <TextField label=t("season-goal-on") value=typed.on kind="date" />
        }
        .into_any(),
        _ => ().into_any(),
    };
    view! {
        <TextField label=t("season-base") value=typed.base kind="number" hint=hint />
        <div class="form-row">
            <Choice label=t("season-goal") value=typed.kind options=kinds /> {value}
        </div>
    }
}

/// The form that gives the season that holds another name, base or goal.
#[component]
pub(super) fn GoalForm(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let Some(season) = desk.holding() else { return ().into_any() };
    let usual = untrack(|| desk.answer.value()).and_then(|view| view.usual);
    let name = RwSignal::new(season.name.clone());
    let typed = GoalTyped::of(season.base, season.goal);
    let wrong = RwSignal::new(None::<String>);
    let fault = RwSignal::new(None::<Fault>);
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        match typed.read() {
            Ok((base, goal)) => {
                wrong.set(None);
                let request = SetSeason { name: name.get_untracked(), base, goal, ..version(&season) };
                send_replaced(desk.state, version(&season), request, season.name.clone(), desk.aiming, fault);
            }
            Err(words) => wrong.set(Some(words)),
        }
    };
    view! {
        <form class="form" on:submit=submit>
            <TextField label=t("screen-name") value=name required=true />
            <GoalFields typed=typed usual=usual />
            {move || wrong.get().map(|words| view! { <p class="field-note field-error">{words}</p> })}
            {move || fault.get().map(|fault| view! { <FaultView fault=fault /> })}
            <div class="dialog-foot">
                <Button on_press=move || desk.aiming.set(false)>{t("screen-cancel")}</Button>
                <Button kind=ButtonKind::Primary submit=true on_press=|| {}>
                    {t("screen-save")}
                </Button>
            </div>
        </form>
    }
    .into_any()
}
