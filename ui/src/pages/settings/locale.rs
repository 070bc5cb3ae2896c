//! Language, units and time: each change is kept at once, and the page is loaded anew in it.

use contract::preferences::{PreferencesView, SetPreferences, ShowPreferences};
use domain::locale::{Clock, Language, Locale, Preferences, Tempo, Units, WeekStart};
use domain::unit::{Meters, MetersPerSecond};
use leptos::html::Div;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::format::{self, Quantity};
use crate::ipc;
use crate::parts::{Card, Choice, Shown, Toggle};
use crate::state::{State, ask};
use crate::words::{t, t_with};

/// Names the section in the address, so that a page loaded anew begins where the person was.
const PLACE: &str = "locale";

/// The section.
#[component]
pub(super) fn LocaleCard() -> impl IntoView {
    let kept = ask(|_| false, || Some(ShowPreferences {}));
    let section = NodeRef::<Div>::new();
    Effect::new(move |_| {
        let asked_for = window().location().hash().is_ok_and(|hash| hash.trim_start_matches('#') == PLACE);
        if let Some(section) = section.get().filter(|_| asked_for) {
            // A section that cannot take the focus leaves it where it is.
            drop(section.focus());
        }
    });
    view! {
        <div id=PLACE tabindex="-1" node_ref=section>
            <Card title=t("locale-title")>
                <p class="quiet">{t("locale-hint")}</p>
                <Shown ask=kept lines=6 then=|view: PreferencesView| view! { <Choices view=view /> }.into_any() />
            </Card>
        </div>
    }
}

/// What may be chosen, as codes, while the person chooses.
#[derive(Clone, Copy)]
struct Chosen {
    language: RwSignal<String>,
    units: RwSignal<String>,
    clock: RwSignal<String>,
    week_start: RwSignal<String>,
    ride: RwSignal<String>,
    run: RwSignal<String>,
}

impl Chosen {
    fn of(locale: Locale) -> Chosen {
        let code = |code: &str| RwSignal::new(code.to_owned());
        Chosen {
            language: code(locale.language.code()),
            units: code(locale.units.code()),
            clock: code(locale.clock.code()),
            week_start: code(locale.week_start.code()),
            ride: code(locale.ride.code()),
            run: code(locale.run.code()),
        }
    }

    fn locale(self) -> Locale {
        Locale {
            language: self.language.get().into(),
            units: self.units.get().into(),
            clock: self.clock.get().into(),
            week_start: self.week_start.get().into(),
            ride: self.ride.get().into(),
            run: self.run.get().into(),
        }
    }
}

#[component]
fn Choices(view: PreferencesView) -> impl IntoView {
    let state = State::here();
    let preferences = view.preferences;
    let chosen = Chosen::of(preferences.locale);
    Effect::new(move |_| {
        let locale = chosen.locale();
        if locale != preferences.locale {
            spawn_local(keep(state, Preferences { locale, ..preferences }));
        }
    });
    let test = RwSignal::new(preferences.locale.language == Language::Pseudo);
    let languages = Signal::derive(move || {
        let offered = Language::ALL.iter().filter(|language| **language != Language::Pseudo || test.get());
        offered.map(|language| named("locale-language", language.code())).collect::<Vec<_>>()
    });
    let units = options("locale-units", Units::ALL.iter().map(|one| one.code()));
    let clocks = options("locale-clock", Clock::ALL.iter().map(|one| one.code()));
    let starts = options("locale-week-start", WeekStart::ALL.iter().map(|one| one.code()));
    let tempos: Vec<_> = Tempo::ALL.iter().map(|one| (one.code().to_owned(), tempo(*one))).collect();
    view! {
        {view.trouble.map(|trouble| view! { <p class="field-error" role="status">{trouble}</p> })}
        <div class="form-row">
            <Choice label=t("locale-language") value=chosen.language options=languages />
            <Choice label=t("locale-units") value=chosen.units options=units />
            <Choice label=t("locale-clock") value=chosen.clock options=clocks />
        </div>
        <div class="form-row">
            <Choice label=t("locale-ride") value=chosen.ride options=tempos.clone() />
            <Choice label=t("locale-run") value=chosen.run options=tempos />
            <Choice label=t("locale-week-start") value=chosen.week_start options=starts />
        </div>
        <p class="quiet">{t("locale-week-start-hint")}</p>
        <p>{move || t_with("locale-example", &[("example", example(state).into())])}</p>
        <Toggle label=t("locale-test") value=test hint=t("locale-test-hint") />
    }
}

/// Keeps the preferences and loads the page anew: every word and number on it may be another.
async fn keep(state: State, preferences: Preferences) {
    match ipc::call(&SetPreferences { preferences }).await {
        Ok(_) => {
            let location = window().location();
            // A page that cannot be loaded anew shows the new preferences at the next start.
            drop(location.set_hash(PLACE).and_then(|()| location.reload()));
        }
        Err(fault) => state.say_fault(&fault),
    }
}

fn named(group: &str, code: &str) -> (String, String) {
    (code.to_owned(), t(&format!("{group}-{code}")))
}

fn options(group: &str, codes: impl Iterator<Item = &'static str>) -> Vec<(String, String)> {
    codes.map(|code| named(group, code)).collect()
}

fn tempo(tempo: Tempo) -> String {
    let unit = match tempo {
        Tempo::Pace => format::pace_unit(),
        Tempo::Speed => format::unit(Quantity::Speed),
    };
    t_with(&format!("locale-tempo-{}", tempo.code()), &[("unit", unit.into())])
}

/// A day, a time, and numbers as they are written now.
fn example(state: State) -> String {
    let day = state.today().and_then(|day| day.and_hms_opt(17, 20, 0)).map(format::long_day_time);
    let pace = format::pace(MetersPerSecond(1000.0 / 272.0)).map(|pace| format!("{pace} {}", format::pace_unit()));
    let lines = [
        day,
        Some(format::number(1_234.5, 1)),
        Some(format::distance(Meters(42_195.0))),
        pace,
        Some(format::quantity(Quantity::Height, 812.0, 0)),
        Some(format::quantity(Quantity::Temperature, 18.0, 0)),
    ];
    lines.into_iter().flatten().collect::<Vec<_>>().join(" \u{b7} ")
}
