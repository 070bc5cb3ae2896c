//! One athlete: today in words, the two trends, what was trained, and everything the coach keeps about them.

mod activities;
mod adherence;
mod availability;
mod data;
mod marks;
mod notes;
pub(crate) mod races;
mod settings;
mod signals;
mod today;
mod trends;
mod weeks;
mod wellness;

use contract::Topic;
use contract::athlete::{AthletePage as AskAthlete, AthleteView};
use domain::id::AthleteId;
use domain::week::Week;
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_params_map;

use crate::entry::AddActivityDialog;
use crate::format;
use crate::import::ImportButtons;
use crate::pages::week::adapt::AdaptCard;
use crate::parts::{Empty, FaultView, Mark, PageHead, Skeleton};
use crate::state::{Ask, ask, season_path, week_path};
use crate::words::{t, t_with};

use activities::ActivityList;
use adherence::AdherenceCard;
use availability::AvailabilityCard;
use data::DataCard;
use marks::MarksCard;
use notes::NotesCard;
use races::RacesCard;
use settings::SettingsCard;
use today::Today;
use trends::Trends;
use weeks::Weeks;
use wellness::WellnessDialog;

/// The page of the athlete named in the address.
#[component]
pub fn AthletePage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|p| p.get("id")).and_then(|id| id.parse::<AthleteId>().ok()));
    move || match id.get() {
        Some(id) => view! { <OneAthlete id=id /> }.into_any(),
        None => view! { <Empty title=t("screen-no-page") /> }.into_any(),
    }
}

#[component]
fn OneAthlete(id: AthleteId) -> impl IntoView {
    let page =
        ask(move |moved| moved.athlete.is_none_or(|who| who == id), move || Some(AskAthlete { athlete: id, on: None }));
    let entering = RwSignal::new(false);
    let adding = RwSignal::new(false);
    let title = Signal::derive(move || page.value().map(|view| view.athlete.name).unwrap_or_default());
    let under = Signal::derive(move || page.value().as_ref().map(about).unwrap_or_default());
    let week = move || {
        let on = page.value()?.on;
        Some(view! {
            <A href=week_path(id, Week::of(on)) attr:class="button">
                {t("screen-this-week")}
            </A>
            <A href=week_path(id, Week::of(on).next()) attr:class="button button-primary">
                {t("screen-next-week")}
            </A>
        })
    };
    view! {
        <div class="page athlete">
            <PageHead title=title under=under>
                <button type="button" class="button" on:click=move |_| entering.set(true)>
                    {t("screen-enter-wellness")}
                </button>
                <button type="button" class="button" on:click=move |_| adding.set(true)>
                    {t("screen-add-activity")}
                </button>
                <ImportButtons athlete=Signal::stored(Some(id)) />
                <A href=season_path(id) attr:class="button">
                    {t("screen-season")}
                </A>
                {week}
            </PageHead>
            {move || failed(page)}
            <div class="athlete-columns">
                <div class="athlete-main">
                    <Section page=page part=|view| view! { <Flags view=view.clone() /> <Today view=view /> }.into_any() />
                    <AdaptCard athlete=Signal::stored(Some(id)) />
                    <Weeks id=id />
                    <AdherenceCard id=id />
                    <Trends id=id />
                    <ActivityList id=id />
                </div>
                <div class="athlete-side">
                    <NotesCard id=id page=page />
                    <RacesCard id=id page=page />
                    <AvailabilityCard id=id page=page />
                    <SettingsCard id=id page=page />
                    <MarksCard id=id />
                    <DataCard id=id />
                </div>
            </div>
            <WellnessDialog id=id open=entering page=page />
            <AddActivityDialog open=adding athlete=id />
        </div>
    }
}

/// A fault shows once, at the top; the parts below stay empty.
fn failed(page: Ask<AthleteView>) -> Option<impl IntoView> {
    let fault = page.with(|answer| answer.as_ref().and_then(|a| a.as_ref().err()).cloned())?;
    Some(view! { <FaultView fault=fault retry=UnsyncCallback::new(move |()| page.again()) /> })
}

/// A part of the page that is drawn anew with each answer.
#[component]
fn Section<F>(page: Ask<AthleteView>, part: F) -> impl IntoView
where
    F: Fn(AthleteView) -> AnyView + Send + 'static,
{
    move || match page.get() {
        None => view! { <Skeleton lines=5 /> }.into_any(),
        Some(Ok(view)) => part(view),
        Some(Err(_)) => ().into_any(),
    }
}

/// The quiet line under the name.
fn about(view: &AthleteView) -> String {
    let mut parts = Vec::new();
    if let Some(squad) = &view.squad {
        parts.push(squad.name.clone());
    }
    if let Some(age) = view.athlete.age_on(view.on) {
        parts.push(t_with("screen-age", &[("years", age.into())]));
    }
    if let Some(phase) = view.phases.iter().find(|phase| phase.contains(view.on)) {
        parts.push(t(&format!("phase-{}", phase.kind.code())));
    }
    if let Some(race) = view.races.iter().find(|race| race.date >= view.on) {
        parts.push(t_with(
            "screen-next-race",
            &[("name", race.name.as_str().into()), ("away", format::away(race.date, view.on).into())],
        ));
    }
    parts.join("  \u{b7}  ")
}

/// Why the athlete needs attention.
#[component]
fn Flags(view: AthleteView) -> impl IntoView {
    (!view.flags.is_empty()).then(|| {
        view! {
            <ul class="flags" aria-label=t("screen-col-why")>
                {view
                    .flags
                    .into_iter()
                    .map(|flag| {
                        view! {
                            <li>
                                <Mark severity=Some(flag.severity) worded=true />
                                <span>{crate::words::sentence(&flag.reason)}</span>
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
        }
    })
}

/// Topics that change what an athlete has done or is to do.
const PLANNED: &[Topic] = &[Topic::Activities, Topic::Wellness, Topic::Athlete, Topic::Plan];

/// Topics that change what an athlete has done.
const DONE: &[Topic] = &[Topic::Activities, Topic::Wellness, Topic::Athlete];
