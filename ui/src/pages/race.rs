//! Race week: the weeks before a race beside the athlete's own earlier ones, the sheet for the day, and what became of
//! it.

mod afterwards;
mod expected;
mod pacing;
mod sheet;
mod taper;

use contract::Topic;
use contract::race::{RaceView, ShowRace};
use domain::id::{AthleteId, RaceId};
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_params_map;

use crate::format;
use crate::parts::{Button, Empty, HelpLink, PageHead, Shown};
use crate::state::{ask, athlete_path, of, season_path};
use crate::words::{t, t_with};

use afterwards::Afterwards;
use expected::ExpectedCard;
use pacing::PacingCard;
use sheet::SheetCard;
use taper::TaperCard;

/// What moves the page.
const MOVED: &[Topic] = &[Topic::Activities, Topic::Athlete, Topic::Plan];

/// The page of the race named in the address.
#[component]
pub fn RacePage() -> impl IntoView {
    let params = use_params_map();
    let ids = Memo::new(move |_| {
        params.with(|params| {
            let athlete = params.get("athlete").and_then(|id| id.parse::<AthleteId>().ok());
            athlete.zip(params.get("race").and_then(|id| id.parse::<RaceId>().ok()))
        })
    });
    move || match ids.get() {
        Some((athlete, race)) => view! { <OneRace athlete=athlete race=race /> }.into_any(),
        None => view! { <Empty title=t("screen-no-page") /> }.into_any(),
    }
}

#[component]
fn OneRace(athlete: AthleteId, race: RaceId) -> impl IntoView {
    let page = ask(of(athlete, MOVED), move || Some(ShowRace { athlete, race }));
    let title = Signal::derive(move || page.value().map(|view| view.race.name).unwrap_or_default());
    let under = Signal::derive(move || page.value().as_ref().map(about).unwrap_or_default());
    let print = || {
        // A browser that cannot print says so itself.
        drop(window().print());
    };
    view! {
        <div class="page race-page">
            <PageHead title=title under=under>
                <HelpLink about=t("race-week") page="start" anchor="race-week" />
                <A href=athlete_path(athlete) attr:class="button">
                    {t("race-athlete")}
                </A>
                <A href=season_path(athlete) attr:class="button">
                    {t("screen-season")}
                </A>
                <Button on_press=print>{t("race-print")}</Button>
            </PageHead>
            <Shown ask=page lines=12 then=|view| view! { <Cards view=view /> }.into_any() />
        </div>
    }
}

#[component]
fn Cards(view: RaceView) -> impl IntoView {
    view! {
        <div class="race-columns">
            <div class="race-sheet">
                <ExpectedCard view=view.clone() />
                <PacingCard view=view.clone() />
                <SheetCard view=view.clone() />
            </div>
            <div class="race-weeks on-screen">
                <TaperCard view=view.clone() />
                <Afterwards view=view />
            </div>
        </div>
    }
}

/// Whose, when, what and how much it matters.
fn about(view: &RaceView) -> String {
    let race = &view.race;
    let sport = t(&format!("sport-{}", race.sport.code()));
    let what = match race.distance {
        Some(distance) => {
            t_with("screen-race-what", &[("sport", sport.into()), ("distance", format::distance(distance).into())])
        }
        None => sport,
    };
    let priority = t_with("race-priority", &[("priority", format!("{:?}", race.priority).into())]);
    let mut parts = vec![view.name.clone(), format::full_day(race.date), what, priority];
    if race.date >= view.today {
        parts.push(format::away(race.date, view.today));
    }
    parts.join("  \u{b7}  ")
}
