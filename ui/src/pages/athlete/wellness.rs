//! This morning's values by hand. Empty fields stay unknown.

use chrono::NaiveDate;
use contract::Fault;
use contract::athlete::{AddWellness, AthleteView};
use domain::id::AthleteId;
use domain::locale::here;
use domain::wellness::{WellnessField, WellnessValue};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::format::{self, Quantity};
use crate::parts::{Button, ButtonKind, Dialog, FaultView, TextField};
use crate::state::{Ask, State};
use crate::words::{t, t_with};

/// What values typed here are from: baselines never mix sources.
const BY_HAND: &str = "coach";

/// The dialog.
#[component]
pub(super) fn WellnessDialog(
    /// Whose.
    id: AthleteId,
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The page's answer: which day it is there.
    page: Ask<AthleteView>,
) -> impl IntoView {
    view! {
        <Dialog open=open title=t("screen-enter-wellness") wide=true>
            <Form id=id open=open page=page />
        </Dialog>
    }
}

#[component]
fn Form(id: AthleteId, open: RwSignal<bool>, page: Ask<AthleteView>) -> impl IntoView {
    let state = State::here();
    let on = untrack(move || page.value()).map(|view| view.on);
    let day = RwSignal::new(on.map(|on| on.to_string()).unwrap_or_default());
    let fields = WellnessField::ALL.map(|field| (field, RwSignal::new(String::new())));
    let wrong = RwSignal::new(None::<(Option<WellnessField>, String)>);
    let fault = RwSignal::new(None::<Fault>);
    let busy = RwSignal::new(false);
    let error = move |field: Option<WellnessField>| {
        Signal::derive(move || wrong.with(|w| w.as_ref().filter(|w| w.0 == field).map(|w| w.1.clone())))
    };
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Ok(date) = day.get_untracked().parse::<NaiveDate>() else {
            return wrong.set(Some((None, t("screen-not-a-day"))));
        };
        let mut values = Vec::new();
        for (field, text) in fields {
            let (low, high) = field.range();
            match format::parse_number(&text.get_untracked()) {
                Ok(None) => {}
                Ok(Some(typed)) if (low..=high).contains(&kept(field, typed)) => {
                    let value = kept(field, typed);
                    values.push(WellnessValue { date, field, value, source: BY_HAND.to_owned() });
                }
                Ok(Some(_)) => return wrong.set(Some((Some(field), limits("screen-between", field)))),
                Err(text) => {
                    let words = t_with("screen-not-a-number", &[("text", text.into())]);
                    return wrong.set(Some((Some(field), words)));
                }
            }
        }
        if values.is_empty() {
            return wrong.set(Some((None, t("screen-wellness-nothing"))));
        }
        wrong.set(None);
        busy.set(true);
        spawn_local(async move {
            let kept = state.write(&AddWellness { athlete: id, values }).await;
            busy.try_set(false);
            match kept {
                Ok(count) => {
                    state.say(t_with("screen-wellness-kept", &[("count", count.into())]));
                    open.set(false);
                }
                Err(refused) => {
                    fault.try_set(Some(refused));
                }
            }
        });
    };
    let inputs = fields
        .into_iter()
        .map(|(field, value)| {
            let label = t(&format!("wellness-{}", field.code()));
            view! {
                <TextField label=label value=value kind="number" example=limits("screen-range", field) error=error(Some(field)) />
            }
        })
        .collect_view();
    view! {
        <form class="form" on:submit=send>
            <p class="quiet">{t("screen-wellness-hint")}</p>
            <TextField label=t("screen-col-day") value=day kind="date" required=true error=error(None) />
            <div class="wellness-fields">{inputs}</div>
            {move || fault.get().map(|fault| view! { <FaultView fault=fault /> })}
            <div class="dialog-foot">
                <Button on_press=move || open.set(false)>{t("screen-cancel")}</Button>
                <Button kind=ButtonKind::Primary submit=true disabled=busy on_press=|| {}>
                    {t("screen-save")}
                </Button>
            </div>
        </form>
    }
}

/// What was typed, in the unit that is kept.
fn kept(field: WellnessField, typed: f64) -> f64 {
    if field == WellnessField::BodyMass { format::kept(Quantity::Mass, typed) } else { typed }
}

/// The least and the most a field may hold, as the person types them.
fn limits(key: &str, field: WellnessField) -> String {
    let (low, high) = field.range();
    let shown =
        |value| if field == WellnessField::BodyMass { here().shown(Quantity::Mass, value).round() } else { value };
    t_with(key, &[("low", shown(low).into()), ("high", shown(high).into())])
}
