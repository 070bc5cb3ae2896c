//! Language and units, right at the beginning. Everything else is in the settings.

use contract::preferences::{PreferencesView, SetPreferences, ShowPreferences};
use domain::locale::{Language, Locale, Preferences, Units};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::ipc;
use crate::parts::{Card, Choice, Shown};
use crate::state::{State, ask};
use crate::words::t;

/// The card.
#[component]
pub(super) fn ReadingCard() -> impl IntoView {
    let kept = ask(|_| false, || Some(ShowPreferences {}));
    view! {
        <Card title=t("locale-title")>
            <Shown ask=kept lines=2 then=|view| view! { <Choices view=view /> }.into_any() />
        </Card>
    }
}

#[component]
fn Choices(view: PreferencesView) -> impl IntoView {
    let state = State::here();
    let preferences = view.preferences;
    let language = RwSignal::new(preferences.locale.language.code().to_owned());
    let units = RwSignal::new(preferences.locale.units.code().to_owned());
    Effect::new(move |_| {
        let locale = Locale { language: language.get().into(), units: units.get().into(), ..preferences.locale };
        if locale != preferences.locale {
            spawn_local(keep(state, Preferences { locale, ..preferences }));
        }
    });
    let named = |group: &str, code: &str| (code.to_owned(), t(&format!("{group}-{code}")));
    let offered = Language::ALL.iter().filter(|one| **one != Language::Pseudo || **one == preferences.locale.language);
    let languages: Vec<_> = offered.map(|one| named("locale-language", one.code())).collect();
    let systems: Vec<_> = Units::ALL.iter().map(|one| named("locale-units", one.code())).collect();
    view! {
        <div class="form-row">
            <Choice label=t("locale-language") value=language options=languages />
            <Choice label=t("locale-units") value=units options=systems hint=t("start-reading-hint") />
        </div>
    }
}

/// Keeps the preferences and loads the page anew: every word on it may be another.
async fn keep(state: State, preferences: Preferences) {
    match ipc::call(&SetPreferences { preferences }).await {
        // A page that cannot be loaded anew shows the new preferences at the next start.
        Ok(_) => drop(window().location().reload()),
        Err(fault) => state.say_fault(&fault),
    }
}
