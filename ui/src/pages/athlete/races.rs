//! Races and phases: what the weeks lead to.

use chrono::NaiveDate;
use contract::Fault;
use contract::athlete::{AddPhase, AddRace, AthleteView};
use domain::id::AthleteId;
use domain::season::{PhaseKind, Priority};
use domain::sport::Sport;
use domain::unit::Meters;
use leptos::prelude::*;
use leptos_router::components::A;

use super::Section;
use super::goals::SeasonGoal;
use crate::format;
use crate::parts::{Badge, Button, Card, Choice, Dialog, Empty, FormFoot, Look, TextField};
use crate::state::{Ask, State, race_path, send_added};
use crate::words::{t, t_with};

/// The card.
#[component]
pub(super) fn RacesCard(
    /// Whose.
    id: AthleteId,
    /// The page's answer.
    page: Ask<AthleteView>,
) -> impl IntoView {
    let racing = RwSignal::new(false);
    let phasing = RwSignal::new(false);
    view! {
        <Card
            title=t("screen-races")
            actions=move || {
                view! {
                    <Button on_press=move || racing.set(true)>{t("screen-add-race")}</Button>
                    <Button on_press=move || phasing.set(true)>{t("screen-add-phase")}</Button>
                }
            }
        >
            <SeasonGoal id=id />
            <Section page=page part=|view| view! { <List view=view /> }.into_any() />
            <Dialog open=racing title=t("screen-add-race")>
                <RaceForm id=id open=racing />
            </Dialog>
            <Dialog open=phasing title=t("screen-add-phase")>
                <PhaseForm id=id open=phasing />
            </Dialog>
        </Card>
    }
}

#[component]
fn List(view: AthleteView) -> impl IntoView {
    let on = view.on;
    let races: Vec<_> = view.races.into_iter().filter(|race| race.date >= on).collect();
    let phases: Vec<_> = view.phases.into_iter().filter(|phase| phase.to >= on).collect();
    if races.is_empty() && phases.is_empty() {
        return view! { <Empty title=t("screen-races-none") hint=t("screen-races-none-hint") /> }.into_any();
    }
    let races = races
        .into_iter()
        .map(|race| {
            let sport = t(&format!("sport-{}", race.sport.code()));
            let what = match race.distance {
                Some(distance) => t_with(
                    "screen-race-what",
                    &[("sport", sport.into()), ("distance", format::distance(distance).into())],
                ),
                None => sport,
            };
            let title = t_with("race-open", &[("name", race.name.as_str().into())]);
            view! {
                <li>
                    <Badge look=if race.priority == Priority::A { Look::Solid } else { Look::Plain }>
                        {format!("{:?}", race.priority)}
                    </Badge>
                    <div>
                        <strong>
                            <A href=race_path(race.athlete, race.id) attr:title=title>
                                {race.name}
                            </A>
                        </strong>
                        <span class="under">{what}</span>
                    </div>
                    <div class="right">
                        {format::day_near(race.date, on)} <span class="under">{format::away(race.date, on)}</span>
                    </div>
                </li>
            }
        })
        .collect_view();
    let phases = phases
        .into_iter()
        .map(|phase| {
            let now = phase.contains(on);
            view! {
                <li class:phase-now=now>
                    <span>{t(&format!("phase-{}", phase.kind.code()))}</span>
                    <span class="quiet">
                        {format::short_day(phase.from)} " \u{2013} " {format::short_day(phase.to)}
                    </span>
                </li>
            }
        })
        .collect_view();
    view! {
        <ul class="races">{races}</ul>
        <ul class="phases">{phases}</ul>
    }
    .into_any()
}

/// The form of a race.
#[component]
pub(crate) fn RaceForm(
    /// Whose.
    id: AthleteId,
    /// Closed when done.
    open: RwSignal<bool>,
) -> impl IntoView {
    let state = State::here();
    let name = RwSignal::new(String::new());
    let date = RwSignal::new(String::new());
    let sport = RwSignal::new(Sport::Run.code().to_owned());
    let km = RwSignal::new(String::new());
    let priority = RwSignal::new("A".to_owned());
    let wrong = RwSignal::new(None::<String>);
    let fault = RwSignal::new(None::<Fault>);
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Ok(date) = date.get_untracked().parse::<NaiveDate>() else {
            return wrong.set(Some(t("screen-not-a-day")));
        };
        let distance = match format::parse_number(&km.get_untracked()) {
            Ok(km) => km.map(|km| Meters(format::kept(format::Quantity::Distance, km))),
            Err(text) => return wrong.set(Some(t_with("screen-not-a-number", &[("text", text.into())]))),
        };
        wrong.set(None);
        let request = AddRace {
            athlete: id,
            name: name.get_untracked().trim().to_owned(),
            date,
            sport: Sport::from_code(&sport.get_untracked()).unwrap_or(Sport::Other),
            distance,
            priority: match priority.get_untracked().as_str() {
                "A" => Priority::A,
                "B" => Priority::B,
                _ => Priority::C,
            },
        };
        let what = request.name.clone();
        send_added(state, request, what, open, fault);
    };
    let sports: Vec<_> =
        Sport::ALL.into_iter().map(|s| (s.code().to_owned(), t(&format!("sport-{}", s.code())))).collect();
    let priorities: Vec<_> = ["A", "B", "C"]
        .into_iter()
        .map(|p| (p.to_owned(), t(&format!("screen-priority-{}", p.to_lowercase()))))
        .collect();
    view! {
        <form class="form" on:submit=submit>
            <TextField label=t("screen-name") value=name required=true />
            <div class="form-row">
                <TextField label=t("screen-col-day") value=date kind="date" required=true error=wrong />
                <TextField label=t("screen-distance") value=km kind="number" unit=format::unit(format::Quantity::Distance) />
            </div>
            <div class="form-row">
                <Choice label=t("screen-col-sport") value=sport options=sports />
                <Choice label=t("screen-priority") value=priority options=priorities />
            </div>
            <FormFoot open=open fault=fault save="screen-add" />
        </form>
    }
}

#[component]
fn PhaseForm(id: AthleteId, open: RwSignal<bool>) -> impl IntoView {
    let state = State::here();
    let kind = RwSignal::new(PhaseKind::Base.code().to_owned());
    let from = RwSignal::new(String::new());
    let to = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<String>);
    let fault = RwSignal::new(None::<Fault>);
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let (Ok(from), Ok(to)) = (from.get_untracked().parse(), to.get_untracked().parse()) else {
            return wrong.set(Some(t("screen-not-a-day")));
        };
        wrong.set(None);
        let kind = PhaseKind::from_code(&kind.get_untracked()).unwrap_or(PhaseKind::Base);
        let what = t(&format!("phase-{}", kind.code()));
        send_added(state, AddPhase { athlete: id, kind, from, to }, what, open, fault);
    };
    let kinds: Vec<_> =
        PhaseKind::ALL.into_iter().map(|k| (k.code().to_owned(), t(&format!("phase-{}", k.code())))).collect();
    view! {
        <form class="form" on:submit=submit>
            <Choice label=t("screen-phase") value=kind options=kinds />
            <div class="form-row">
                <TextField label=t("screen-first-day") value=from kind="date" required=true error=wrong />
                <TextField label=t("screen-last-day") value=to kind="date" required=true />
            </div>
            <FormFoot open=open fault=fault save="screen-add" />
        </form>
    }
}
