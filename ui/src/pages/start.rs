//! The first moments with an empty roster: what the program is used for, who is in it, and how it is read.

mod list;
mod reading;

use contract::Fault;
use contract::athlete::AddAthlete;
use contract::preferences::ShowPreferences;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::import::{ImportButtons, go_to, open_sample};
use crate::pages::roster::add::{own_zone, sex_of, sexes};
use crate::parts::{Button, ButtonKind, Card, Choice, FaultView, TextField};
use crate::shell::{begin_tour, end_tour};
use crate::state::{State, ask, athlete_path};
use crate::words::t;

use list::NewcomersCard;
use reading::ReadingCard;

/// What the program is used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Use {
    /// A club.
    Club,
    /// The own history.
    Own,
}

/// An empty roster: the choices of the first start.
#[component]
pub fn Welcome(
    /// Opens the dialog that adds an athlete.
    adding: RwSignal<bool>,
) -> impl IntoView {
    let used = RwSignal::new(Use::Club);
    let options = [(Use::Club, "start-club", "start-club-text"), (Use::Own, "start-own", "start-own-text")];
    let choices = options
        .into_iter()
        .map(|(one, title, text)| {
            view! {
                <button
                    type="button"
                    class="start-choice"
                    aria-pressed=move || if used.get() == one { "true" } else { "false" }
                    on:click=move |_| used.set(one)
                >
                    <strong>{t(title)}</strong>
                    <span>{t(text)}</span>
                </button>
            }
        })
        .collect_view();
    view! {
        <div class="start" data-testid="welcome">
            <p class="start-lead">{t("start-lead")}</p>
            <div class="start-choices" role="group" aria-label=t("start-use")>
                {choices}
            </div>
            {move || match used.get() {
                Use::Club => view! { <Club adding=adding /> }.into_any(),
                Use::Own => view! { <Own /> }.into_any(),
            }}
            <ReadingCard />
        </div>
    }
}

/// The ways to fill a club.
#[component]
fn Club(adding: RwSignal<bool>) -> impl IntoView {
    let state = State::here();
    let go = go_to();
    view! {
        <div class="start-ways">
            <Card title=t("start-sample")>
                <p class="quiet">{t("start-sample-text")}</p>
                <div class="actions">
                    <Button kind=ButtonKind::Primary on_press=move || open_sample(state, go.clone())>
                        {t("screen-open-sample")}
                    </Button>
                </div>
            </Card>
            <Card title=t("start-import")>
                <p class="quiet">{t("start-import-text")}</p>
                <div class="actions">
                    <ImportButtons />
                </div>
            </Card>
            <Card title=t("start-one")>
                <p class="quiet">{t("start-one-text")}</p>
                <div class="actions">
                    <Button on_press=move || adding.set(true)>{t("screen-add-athlete")}</Button>
                </div>
            </Card>
        </div>
        <NewcomersCard />
    }
}

/// A roster of one: oneself.
#[component]
fn Own() -> impl IntoView {
    let state = State::here();
    let go = go_to();
    let name = RwSignal::new(String::new());
    let born = RwSignal::new(String::new());
    let sex = RwSignal::new(String::new());
    let fault = RwSignal::new(None::<Fault>);
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let go = go.clone();
        let request = AddAthlete {
            name: name.get_untracked().trim().to_owned(),
            sex: sex_of(&sex.get_untracked()),
            born: born.get_untracked().parse().ok(),
            zone: own_zone(),
            squad: None,
        };
        spawn_local(async move {
            match state.write(&request).await {
                Ok(athlete) => go(&athlete_path(athlete.id)),
                Err(refused) => {
                    fault.try_set(Some(refused));
                }
            }
        });
    };
    view! {
        <Card title=t("start-own-title")>
            <p class="quiet">{t("start-own-hint")}</p>
            <form class="form" on:submit=send>
                <TextField label=t("screen-name") value=name required=true />
                <div class="form-row">
                    <TextField label=t("screen-born") value=born kind="date" />
                    <Choice label=t("screen-sex") value=sex options=sexes() />
                </div>
                <p class="quiet">{t("screen-sex-hint")}</p>
                {move || fault.get().map(|fault| view! { <FaultView fault=fault /> })}
                <div class="actions">
                    <Button kind=ButtonKind::Primary submit=true on_press=|| {}>
                        {t("start-own-begin")}
                    </Button>
                </div>
            </form>
        </Card>
    }
}

/// Offers the tour while it was neither seen nor skipped.
#[component]
pub fn TourOffer() -> impl IntoView {
    let state = State::here();
    let kept = ask(|_| false, || Some(ShowPreferences {}));
    let answered = RwSignal::new(false);
    let unseen = move || !answered.get() && kept.value().is_some_and(|view| !view.preferences.tour_seen);
    let take = move || {
        answered.set(true);
        begin_tour(state);
    };
    let skip = move || {
        answered.set(true);
        end_tour(state);
    };
    view! {
        <Show when=unseen>
            <p class="start-tour on-screen" data-testid="tour-offer">
                {t("start-tour")} <Button on_press=take>{t("action-tour")}</Button>
                <Button kind=ButtonKind::Quiet on_press=skip>{t("start-tour-no")}</Button>
            </p>
        </Show>
    }
}
