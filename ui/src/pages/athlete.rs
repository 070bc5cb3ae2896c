//! One athlete: today in words at the top, and below it what belongs together in one part each: load, readiness, curve,
//! history, settings, data. The same page through the athlete's own eyes leaves out what is for the coach alone; the host
//! decides what that is.

mod activities;
mod adherence;
mod answer;
mod availability;
mod curve;
mod data;
mod goals;
mod happened;
mod held;
mod intensity;
mod load;
mod marks;
mod notes;
mod own_file;
pub(crate) mod races;
mod readiness;
mod settings;
mod signals;
mod tab;
mod today;
mod weeks;
mod wellness;
mod withheld;

use contract::Topic;
use contract::athlete::{AthletePage as AskAthlete, AthleteView, Eyes};
use domain::id::AthleteId;
use domain::week::Week;
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_params_map;

use crate::entry::AddActivityDialog;
use crate::format;
use crate::import::ImportButtons;
use crate::pages::week::adapt::AdaptCard;
use crate::parts::{Empty, FaultView, Mark, PageHead, Skeleton, Tabs};
use crate::state::{Ask, State, ask, consent_path, season_path, week_path};
use crate::words::{t, t_with};

use activities::ActivityList;
use adherence::AdherenceCard;
use answer::Answer;
use availability::AvailabilityCard;
use curve::Curve;
use data::DataCard;
use happened::Past;
use held::Held;
use load::Load;
use marks::MarksCard;
use notes::NotesCard;
use races::RacesCard;
use readiness::ReadinessOverTime;
use settings::SettingsCard;
use tab::Tab;
use today::Today;
use weeks::Weeks;
use wellness::WellnessDialog;
use withheld::WithheldNote;

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
    let state = State::here();
    // A history of one athlete is looked at by that athlete, until somebody says otherwise.
    let alone = Memo::new(move |_| state.roster.value().is_some_and(|roster| roster.athletes == 1 && !roster.sample));
    let said = RwSignal::new(None::<bool>);
    let own = Memo::new(move |_| state.is_own() || said.get().unwrap_or_else(|| alone.get()));
    let eyes = Signal::derive(move || if own.get() { Eyes::Athlete } else { Eyes::Coach });
    let page = ask(
        move |moved| moved.athlete.is_none_or(|who| who == id),
        move || Some(AskAthlete { athlete: id, on: None, eyes: eyes.get() }),
    );
    let tab = tab::tab_of_address();
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
    let tabs: Vec<(Tab, String)> = Tab::ALL.into_iter().map(|tab| (tab, t(tab.key()))).collect();
    let panel = move |tab: Tab| match tab {
        Tab::Today => view! { <TodayTab id=id page=page eyes=eyes /> }.into_any(),
        Tab::Load => view! { <LoadTab id=id eyes=eyes /> }.into_any(),
        Tab::Readiness => view! { <ReadinessTab id=id eyes=eyes /> }.into_any(),
        Tab::Curve => view! { <Curve id=id /> }.into_any(),
        Tab::History => view! { <HistoryTab id=id eyes=eyes /> }.into_any(),
        Tab::Settings => view! { <SettingsTab id=id page=page eyes=eyes /> }.into_any(),
        Tab::Data => view! { <DataCard id=id /> }.into_any(),
    };
    view! {
        <div class="page athlete" class:athlete-own=move || own.get()>
            <PageHead title=title under=under>
                <Show when=move || !state.is_own()>
                    <button
                        type="button"
                        class="button button-quiet"
                        aria-pressed=move || if own.get() { "true" } else { "false" }
                        title=t("athlete-eyes-hint")
                        on:click=move |_| said.set(Some(!own.get_untracked()))
                    >
                        {t("athlete-eyes")}
                    </button>
                    <button type="button" class="button" on:click=move |_| entering.set(true)>
                        {t("screen-enter-wellness")}
                    </button>
                    <button type="button" class="button" on:click=move |_| adding.set(true)>
                        {t("screen-add-activity")}
                    </button>
                    <ImportButtons athlete=Signal::stored(Some(id)) />
                </Show>
                <A href=consent_path(id) attr:class="button">
                    {t("consent-title")}
                </A>
                <A href=season_path(id) attr:class="button">
                    {t("screen-season")}
                </A>
                {week}
            </PageHead>
            {move || failed(page)}
            <WithheldNote id=id />
            <Section
                page=page
                part=move |view| view! { <Answer view=view eyes=eyes.get_untracked() /> }.into_any()
            />
            <Tabs label=t("athlete-tabs") value=tab options=tabs panel=panel />
            <WellnessDialog id=id open=entering page=page />
            <AddActivityDialog open=adding athlete=id />
        </div>
    }
}

/// What the coach alone sees; nothing through the athlete's eyes.
#[component]
fn ForCoach(eyes: Signal<Eyes>, children: ChildrenFn) -> impl IntoView {
    view! { <Show when=move || eyes.get() == Eyes::Coach>{children()}</Show> }
}

#[component]
fn TodayTab(id: AthleteId, page: Ask<AthleteView>, eyes: Signal<Eyes>) -> impl IntoView {
    view! {
        <div class="athlete-columns">
            <div class="athlete-main">
                <Section page=page part=|view| view! { <Flags view=view.clone() /> <Today view=view /> }.into_any() />
                <ForCoach eyes=eyes>
                    <AdaptCard athlete=Signal::stored(Some(id)) />
                </ForCoach>
            </div>
            <div class="athlete-side">
                <NotesCard id=id page=page />
                <RacesCard id=id page=page />
            </div>
        </div>
    }
}

#[component]
fn LoadTab(id: AthleteId, eyes: Signal<Eyes>) -> impl IntoView {
    view! {
        <Load id=id eyes=eyes />
        <Weeks id=id />
        <AdherenceCard id=id />
    }
}

#[component]
fn ReadinessTab(id: AthleteId, eyes: Signal<Eyes>) -> impl IntoView {
    view! {
        <ReadinessOverTime id=id />
        <ForCoach eyes=eyes>
            <MarksCard id=id />
        </ForCoach>
    }
}

#[component]
fn HistoryTab(id: AthleteId, eyes: Signal<Eyes>) -> impl IntoView {
    view! {
        <div class="athlete-columns">
            <div class="athlete-main">
                <ActivityList id=id />
            </div>
            <div class="athlete-side">
                <Past id=id eyes=eyes />
            </div>
        </div>
    }
}

#[component]
fn SettingsTab(id: AthleteId, page: Ask<AthleteView>, eyes: Signal<Eyes>) -> impl IntoView {
    view! {
        <SettingsCard id=id page=page />
        <Held id=id eyes=eyes />
        <AvailabilityCard id=id page=page />
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
