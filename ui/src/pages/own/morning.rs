//! One value of a morning.

use chrono::NaiveDate;
use contract::Fault;
use contract::own::OwnView;
use domain::own::Said;
use domain::wellness::WellnessField;
use leptos::prelude::*;

use super::say;
use crate::format::{self, Quantity};
use crate::parts::{Button, ButtonKind, Choice, FaultView, TextField};
use crate::state::{Ask, State};
use crate::words::{t, t_with};

/// The form.
#[component]
pub(super) fn MorningForm(
    /// The athlete's day.
    today: NaiveDate,
    /// The page's answer.
    page: Ask<Option<OwnView>>,
) -> impl IntoView {
    let state = State::here();
    let day = RwSignal::new(today.to_string());
    let field = RwSignal::new(WellnessField::Sleep.code().to_owned());
    let value = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<(&'static str, String)>);
    let fault = RwSignal::new(None::<Fault>);
    let error = move |of: &'static str| {
        Signal::derive(move || wrong.with(|w| w.as_ref().filter(|w| w.0 == of).map(|w| w.1.clone())))
    };
    let options: Vec<(String, String)> = WellnessField::ALL
        .into_iter()
        .map(|field| (field.code().to_owned(), t(&format!("wellness-{}", field.code()))))
        .collect();
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Ok(on) = day.get_untracked().parse::<NaiveDate>() else {
            return wrong.set(Some(("day", t("screen-not-a-day"))));
        };
        let Some(what) = WellnessField::from_code(&field.get_untracked()) else { return };
        match format::parse_number(&value.get_untracked()) {
            Ok(Some(typed)) => {
                wrong.set(None);
                let kept = if what == WellnessField::BodyMass { format::kept(Quantity::Mass, typed) } else { typed };
                let said = Said::Morning { day: on, field: what, value: kept };
                say(state, page, vec![said], fault, move || value.set(String::new()));
            }
            Ok(None) => wrong.set(Some(("value", t("screen-wellness-nothing")))),
            Err(text) => wrong.set(Some(("value", t_with("screen-not-a-number", &[("text", text.into())])))),
        }
    };
    view! {
        <form class="form" on:submit=send data-testid="own-morning">
            <div class="form-row">
                <TextField label=t("screen-col-day") value=day kind="date" required=true error=error("day") />
                <Choice label=t("own-morning-what") value=field options=Signal::stored(options) />
                <TextField label=t("own-morning-value") value=value kind="number" error=error("value") />
            </div>
            {move || fault.get().map(|fault| view! { <FaultView fault=fault /> })}
            <div>
                <Button kind=ButtonKind::Primary submit=true on_press=|| {}>
                    {t("own-add")}
                </Button>
            </div>
        </form>
    }
}
