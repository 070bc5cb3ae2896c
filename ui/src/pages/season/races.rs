//! Races in the weeks shown and phases set by hand, each to be taken back.

use chrono::NaiveDate;
use contract::Call;
use contract::call::Done;
use contract::season::{SeasonView, WithdrawPhase, WithdrawRace};
use domain::season::Priority;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::Desk;
use crate::format;
use crate::parts::{Badge, Button, ButtonKind, Empty, Look};
use crate::words::t;

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
            view! {
                <li>
                    <Badge look=if race.priority == Priority::A { Look::Solid } else { Look::Plain }>
                        {format!("{:?}", race.priority)}
                    </Badge>
                    <div>
                        <strong>{race.name}</strong>
                        <span class="under">{format::day_near(race.date, today)}</span>
                    </div>
                    <TakeBack desk=desk request=request />
                </li>
            }
        })
        .collect_view();
    let phases = view
        .phases
        .into_iter()
        .map(|phase| {
            let request = WithdrawPhase { athlete: desk.athlete, phase: phase.id };
            view! {
                <li>
                    <span>
                        {t(&format!("phase-{}", phase.kind.code()))} " "
                        <span class="quiet">
                            {format::short_day(phase.from)} " \u{2013} " {format::short_day(phase.to)}
                        </span>
                    </span>
                    <TakeBack desk=desk request=request />
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
fn TakeBack<C>(desk: Desk, request: C) -> impl IntoView
where
    C: Call<Reply = Done<bool>> + Clone + 'static,
{
    let sure = RwSignal::new(false);
    let press = move || {
        if !sure.get_untracked() {
            return sure.set(true);
        }
        let request = request.clone();
        spawn_local(async move {
            match desk.state.write(&request).await {
                Ok(_) => desk.state.say(t("season-taken-back")),
                Err(fault) => desk.state.say_fault(&fault),
            }
        });
    };
    view! {
        <Button kind=ButtonKind::Quiet on_press=press>
            {move || t(if sure.get() { "season-withdraw-sure" } else { "season-take-back" })}
        </Button>
    }
}
