//! Adding an athlete.

use chrono::NaiveDate;
use contract::Fault;
use contract::athlete::AddAthlete;
use domain::unit::Sex;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::import::go_to;
use crate::parts::{Button, ButtonKind, Choice, Dialog, FaultView, TextField};
use crate::state::{State, athlete_path};
use crate::words::t;

/// The dialog that adds an athlete and opens their page.
#[component]
pub(crate) fn AddAthleteDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <Dialog open=open title=t("screen-add-athlete")>
            <AddAthleteForm open=open />
        </Dialog>
    }
}

#[component]
fn AddAthleteForm(open: RwSignal<bool>) -> impl IntoView {
    let state = State::here();
    let go = go_to();
    let name = RwSignal::new(String::new());
    let born = RwSignal::new(String::new());
    let squad = RwSignal::new(String::new());
    let sex = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let fault = RwSignal::new(None::<Fault>);
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let go = go.clone();
        let request = AddAthlete {
            name: name.get_untracked().trim().to_owned(),
            sex: sex_of(&sex.get_untracked()),
            born: born.get_untracked().parse::<NaiveDate>().ok(),
            zone: own_zone(),
            squad: Some(squad.get_untracked().trim().to_owned()).filter(|squad| !squad.is_empty()),
        };
        busy.set(true);
        spawn_local(async move {
            let added = state.write(&request).await;
            busy.try_set(false);
            match added {
                Ok(athlete) => {
                    open.set(false);
                    go(&athlete_path(athlete.id));
                }
                Err(refused) => {
                    fault.try_set(Some(refused));
                }
            }
        });
    };
    view! {
        <form class="form" on:submit=send>
            <TextField label=t("screen-name") value=name required=true />
            <div class="form-row">
                <TextField label=t("screen-born") value=born kind="date" />
                <Choice label=t("screen-sex") value=sex options=sexes() />
            </div>
            <TextField label=t("screen-squad") value=squad hint=t("screen-squad-hint") />
            <p class="quiet">{t("screen-sex-hint")}</p>
            {move || fault.get().map(|fault| view! { <FaultView fault=fault /> })}
            <div class="dialog-foot">
                <Button on_press=move || open.set(false)>{t("screen-cancel")}</Button>
                <Button kind=ButtonKind::Primary submit=true disabled=busy on_press=|| {}>
                    {t("screen-add")}
                </Button>
            </div>
        </form>
    }
}

/// The zone this machine is set to, as the browser names it.
pub(crate) fn own_zone() -> Option<String> {
    let format = js_sys::Intl::DateTimeFormat::default();
    js_sys::Reflect::get(&format.resolved_options(), &"timeZone".into()).ok()?.as_string()
}

/// What can be said of somebody's sex: stable names with their words.
pub(crate) fn sexes() -> Vec<(String, String)> {
    vec![
        (String::new(), t("screen-not-said")),
        ("female".to_owned(), t("screen-female")),
        ("male".to_owned(), t("screen-male")),
    ]
}

/// The sex of a stable name.
pub(crate) fn sex_of(code: &str) -> Option<Sex> {
    match code {
        "female" => Some(Sex::Female),
        "male" => Some(Sex::Male),
        _ => None,
    }
}
