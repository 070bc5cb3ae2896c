//! One activity: its numbers, its channels, its laps, what was repaired, how it felt and what was noted.

mod balance;
mod below;
mod copies;
mod course;
mod curves;
mod deed;
mod desk;
mod edit;
mod effort;
mod export;
mod facts;
mod map;
mod measures;
mod recording;
mod repairs;
mod selection;
mod sets;
mod splits;
mod told;
pub(crate) mod zones;

use contract::Topic;
use contract::measure::{ActivityDetail, ActivityView};
use domain::activity::Activity;
use domain::id::ActivityId;
use domain::sport::Sport;
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_params_map;

use crate::format;
use crate::pages::thresholds::results::ResultForm;
use crate::parts::{Button, Dialog, Empty, ExportedNote, PageHead, Shown};
use crate::state::{ask, athlete_path};
use crate::words::{t, t_with};

use below::Below;
use copies::Copies;
use deed::DeedBadge;
use desk::Desk;
use edit::{EditMenu, Standing};
use export::{ExportMenu, Written};
use facts::Numbers;
use map::MapCard;
use measures::MeasuresSection;
use recording::Recording;
use selection::Selection;
use splits::Splits;
use told::Told;

/// Names that files give a sport without saying more than the sport itself.
const PLAIN: [&str; 9] = [
    "generic",
    "running",
    "cycling",
    "swimming",
    "walking",
    "rowing",
    "cross_country_skiing",
    "training",
    "transition",
];

/// One activity.
#[component]
pub fn ActivityPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|p| p.get("id")).and_then(|id| id.parse::<ActivityId>().ok()));
    let detail = ask(
        |moved| matches!(moved.topic, Topic::Activities | Topic::Athlete | Topic::Plan),
        move || id.get().map(|id| ActivityDetail { id }),
    );
    let known = Signal::derive(move || detail.value());
    let written: Written = RwSignal::new(None);
    let desk = Desk::new();
    let chosen = Signal::derive(move || desk.stretch());
    // The picture comes first; what is computed over a longer time is asked for once it is there.
    let ready = RwSignal::new(false);
    // What was written and marked belonged to the activity before.
    Effect::new(move |_| {
        id.track();
        written.set(None);
        desk.clear();
        ready.set(false);
    });
    let measured = Memo::new(move |_| id.get().filter(|_| ready.get()));
    let recorded = Memo::new(move |_| known.with(|v| v.as_ref().is_none_or(|v| v.activity.records > 0)));
    let of = Memo::new(move |_| {
        let id = id.get().filter(|_| recorded.get() && ready.get());
        let view = known.get().filter(|view| Some(view.activity.id) == id)?;
        Some((view.activity.id, view.activity.sport, !view.activity.laps.is_empty()))
    });
    Effect::new(move |_| {
        if !recorded.get() {
            ready.set(true);
        }
    });
    let map = move || {
        let travelled = of.get().filter(|(_, sport, _)| TRAVELLED.contains(sport));
        travelled.map(|(id, ..)| view! { <MapCard id=id desk=desk /> })
    };
    let below = move || of.get().map(|(id, sport, laps)| view! { <Parts id=id sport=sport laps=laps desk=desk /> });
    let title = Signal::derive(move || known.with(|v| v.as_ref().map_or_else(String::new, heading)));
    let under = Signal::derive(move || known.with(|v| v.as_ref().map_or_else(String::new, when)));
    view! {
        <div class="page" data-testid="activity-page">
            <Show
                when=move || id.get().is_some()
                fallback=|| view! { <Empty title=t("activity-unknown") hint=t("activity-unknown-hint") /> }
            >
                <PageHead title=title under=under>
                    {move || {
                        known
                            .get()
                            .map(|v| {
                                let (who, name) = (v.athlete.id, v.athlete.name.clone());
                                view! {
                                    <DeedBadge activity=v.activity.clone() ready=ready.into() />
                                    <ResultButton activity=v.activity.clone() />
                                    <EditMenu view=v.clone() chosen=chosen />
                                    <ExportMenu view=v written=written />
                                    <A href=athlete_path(who) attr:class="button">
                                        {name}
                                    </A>
                                }
                            })
                    }}
                </PageHead>
                <ExportedNote written=written />
                {move || known.get().map(|view| view! { <Copies view=view /> })}
                {move || id.get().map(|id| view! { <Standing id=id /> })}
                <Shown ask=detail then=move |view| view! { <Numbers view=view /> }.into_any() />
                <Show
                    when=move || recorded.get()
                    fallback=|| view! { <Empty title=t("activity-by-hand") hint=t("activity-by-hand-hint") /> }
                >
                    <div class="activity-desk">
                        <Recording id=id known=known desk=desk ready=ready />
                        {map}
                    </div>
                </Show>
                {below}
                <MeasuresSection id=measured view=known />
                {move || known.get().map(|view| view! { <Told id=view.activity.id athlete=view.athlete.id /> })}
                {move || known.get().map(|view| view! { <Below view=view /> })}
            </Show>
        </div>
    }
}

/// Sports that go somewhere.
const TRAVELLED: [Sport; 7] = [Sport::Run, Sport::Ride, Sport::Swim, Sport::Walk, Sport::Row, Sport::Ski, Sport::Other];

/// Laps and splits beside the numbers of what is marked.
#[component]
fn Parts(id: ActivityId, sport: Sport, laps: bool, desk: Desk) -> impl IntoView {
    view! {
        <div class="activity-columns">
            <div>
                <Splits id=id sport=sport laps=laps desk=desk />
            </div>
            <div>
                <Selection id=id sport=sport desk=desk />
            </div>
        </div>
    }
}

fn heading(view: &ActivityView) -> String {
    let sport = t(&format!("sport-{}", view.activity.sport.code()));
    match &view.activity.sport_detail {
        Some(detail) if !PLAIN.contains(&detail.as_str()) => format!("{sport}, {}", detail.replace('_', " ")),
        _ => sport,
    }
}

/// When it was, and which planned session it is.
fn when(view: &ActivityView) -> String {
    let when = format::long_day_time(view.activity.start_local);
    match &view.session {
        Some(title) => format!("{when}  \u{b7}  {}", t_with("screen-session-of", &[("title", title.as_str().into())])),
        None => when,
    }
}

/// Sports of which results are kept.
const RACED: [Sport; 3] = [Sport::Run, Sport::Ride, Sport::Swim];

/// Says that this activity was a race or a test.
#[component]
fn ResultButton(activity: Activity) -> impl IntoView {
    let open = RwSignal::new(false);
    RACED.contains(&activity.sport).then(|| {
        view! {
            <Button on_press=move || open.set(true)>{t("screen-was-a-race")}</Button>
            <Dialog open=open title=t("screen-result-add")>
                <ResultForm id=activity.athlete open=open activity=Some(activity.clone()) />
            </Dialog>
        }
    })
}
