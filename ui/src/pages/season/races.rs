//! Races in the weeks shown and phases set by hand, each to be taken back.

use chrono::NaiveDate;
use contract::athlete::{AddPhase, AddRace};
use contract::season::{SeasonView, WithdrawPhase, WithdrawRace};
use domain::season::Priority;
use leptos::prelude::*;
use leptos_router::components::A;

use super::desk::Desk;
use crate::format;
use crate::parts::{Badge, Button, ButtonKind, Empty, Look};
use crate::state::{Added, State, race_path};
use crate::words::{t, t_with};

/// The lists.
#[component]
pub(super) fn RacesCard(
    /// The desk.
    desk: Desk,
    /// What to show.
    view: SeasonView,
    /// Today.
    today: NaiveDate,
) -> impl IntoView {
    let add = move || view! { <Button on_press=move || desk.racing.set(true)>{t("screen-add-race")}</Button> };
    if view.races.is_empty() && view.phases.is_empty() {
        return view! { <Empty title=t("season-races-none") hint=t("season-races-none-hint")>{add()}</Empty> }
            .into_any();
    }
    let races = view
        .races
        .into_iter()
        .map(|race| {
            let request = WithdrawRace { athlete: desk.athlete, race: race.id };
            let again = AddRace {
                athlete: desk.athlete,
                name: race.name.clone(),
                date: race.date,
                sport: race.sport,
                distance: race.distance,
                priority: race.priority,
            };
            let what = race.name.clone();
            let title = t_with("race-open", &[("name", race.name.as_str().into())]);
            view! {
                <li>
                    <Badge look=if race.priority == Priority::A { Look::Solid } else { Look::Plain }>
                        {format!("{:?}", race.priority)}
                    </Badge>
                    <div>
                        <strong>
                            <A href=race_path(desk.athlete, race.id) attr:title=title>
                                {race.name}
                            </A>
                        </strong>
                        <span class="under">{format::day_near(race.date, today)}</span>
                    </div>
                    <TakeBack state=desk.state request=request again=again what=what />
                </li>
            }
        })
        .collect_view();
    let phases = view
        .phases
        .into_iter()
        .map(|phase| {
            let request = WithdrawPhase { athlete: desk.athlete, phase: phase.id };
            let again = AddPhase { athlete: desk.athlete, kind: phase.kind, from: phase.from, to: phase.to };
            let what = t(&format!("phase-{}", phase.kind.code()));
            view! {
                <li>
                    <span>
                        {t(&format!("phase-{}", phase.kind.code()))} " "
                        <span class="quiet">
                            {format::short_day(phase.from)} " \u{2013} " {format::short_day(phase.to)}
                        </span>
                    </span>
                    <TakeBack state=desk.state request=request again=again what=what />
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

/// Takes something back at the second press: the first only asks.
#[component]
fn TakeBack<A: Added>(state: State, request: A::Back, again: A, what: String) -> impl IntoView
where
    A::Back: Clone,
{
    let sure = RwSignal::new(false);
    let press = move || {
        if !sure.get_untracked() {
            return sure.set(true);
        }
        state.take_back(request.clone(), again.clone(), &what, t("season-taken-back"));
    };
    view! {
        <Button kind=ButtonKind::Quiet on_press=press>
            {move || t(if sure.get() { "season-withdraw-sure" } else { "season-take-back" })}
        </Button>
    }
}
