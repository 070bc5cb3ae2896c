//! Taking a threshold over: the value may be changed, the day is chosen, nothing happens before the button.

use chrono::NaiveDate;
use contract::Fault;
use contract::threshold::AcceptEstimate;
use domain::id::AthleteId;
use domain::locale::here;
use domain::metric::{Metric, Written};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::format::{self, Quantity};
use crate::parts::{Button, ButtonKind, FaultView, TextField};
use crate::state::State;
use crate::words::{t, t_with};

/// What is offered.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Offer {
    /// Which threshold.
    pub(super) metric: Metric,
    /// The estimate.
    pub(super) value: f64,
    /// What is set.
    pub(super) current: Option<f64>,
}

/// What was typed, as the registry's unit; `None` if it is not one.
fn read(metric: Metric, text: &str) -> Option<f64> {
    let pace = || format::parse_clock(text).map(|span| span.0).filter(|seconds| *seconds > 0.0);
    let number = || format::parse_number(text).ok().flatten();
    let fact = metric.fact();
    match (fact.written, fact.unit) {
        (Written::PaceKm, _) => pace().map(|seconds| here().speed_of_pace(seconds).0),
        (Written::Pace100m, _) => pace().map(|seconds| here().speed_of_pool_pace(seconds).0),
        (_, "m") => number().map(|height| format::kept(Quantity::Height, height)),
        _ => number(),
    }
}

/// The form.
#[component]
pub(super) fn AcceptDialog(
    /// Whose.
    id: AthleteId,
    /// What is offered.
    offer: Offer,
    /// Today.
    today: NaiveDate,
    /// Closed when done.
    open: RwSignal<bool>,
) -> impl IntoView {
    let state = State::here();
    let (number, unit) = format::metric(offer.metric, offer.value);
    let shown = number.clone();
    let value = RwSignal::new(number);
    let from = RwSignal::new(today.to_string());
    let note = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<String>);
    let fault = RwSignal::new(None::<Fault>);
    let busy = RwSignal::new(false);
    let before = offer.current.map(|current| {
        let (number, unit) = format::metric(offer.metric, current);
        t_with("screen-threshold-before", &[("value", format!("{number} {unit}").into())])
    });
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let typed = value.get_untracked();
        // Left as offered: the estimate itself, not what rounding showed of it.
        let value = if typed == shown { Some(offer.value) } else { read(offer.metric, &typed) };
        let (Some(value), Ok(from)) = (value, from.get_untracked().parse::<NaiveDate>()) else {
            return wrong.set(Some(t_with("screen-not-a-number", &[("text", typed.into())])));
        };
        wrong.set(None);
        busy.set(true);
        let note = Some(note.get_untracked().trim().to_owned()).filter(|note| !note.is_empty());
        let request = AcceptEstimate { athlete: id, metric: offer.metric, value, from, note };
        spawn_local(async move {
            let came = state.write(&request).await;
            busy.try_set(false);
            match came {
                Ok(_) => {
                    state.say(t("screen-threshold-taken"));
                    open.set(false);
                }
                Err(refused) => {
                    fault.try_set(Some(refused));
                }
            }
        });
    };
    view! {
        <form class="form" on:submit=send>
            <p>{t(&offer.metric.label())} ". " {before}</p>
            <p class="quiet">{t("screen-threshold-accept-hint")}</p>
            <div class="form-row">
                <TextField label=t("screen-value") value=value unit=unit error=wrong required=true />
                <TextField label=t("screen-from") value=from kind="date" required=true />
            </div>
            <TextField label=t("screen-settings-note") value=note example=t("screen-settings-note-example") />
            {move || fault.get().map(|fault| view! { <FaultView fault=fault /> })}
            <div class="dialog-foot">
                <Button on_press=move || open.set(false)>{t("screen-cancel")}</Button>
                <Button kind=ButtonKind::Primary submit=true disabled=busy on_press=|| {}>
                    {t("screen-threshold-take")}
                </Button>
            </div>
        </form>
    }
}
