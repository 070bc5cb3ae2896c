//! The usual week of one athlete: minutes and sports per weekday, from a day on. A day nobody answered stays open, it is not
//! zero.

use chrono::NaiveDate;
use contract::Fault;
use contract::athlete::SetAvailability;
use domain::availability::Availability;
use domain::id::AthleteId;
use domain::sport::Sport;
use leptos::prelude::*;

use super::edit;
use crate::parts::{FormFoot, TextField};
use crate::state::{State, send};
use crate::words::t;

/// Words keys of the weekdays, Monday first.
pub(crate) const DAYS: [&str; 7] = [
    "screen-monday",
    "screen-tuesday",
    "screen-wednesday",
    "screen-thursday",
    "screen-friday",
    "screen-saturday",
    "screen-sunday",
];

/// Sports a day can be kept for: a transition is a part of a race.
pub(crate) fn kept_for() -> impl Iterator<Item = Sport> {
    Sport::ALL.into_iter().filter(|sport| *sport != Sport::Transition)
}

/// The form.
#[component]
pub fn UsualForm(
    /// Whose.
    id: AthleteId,
    /// What holds now, with the day from which the changed week shall hold.
    now: Availability,
    /// Closed when it is kept.
    open: RwSignal<bool>,
) -> impl IntoView {
    let state = State::here();
    let minutes: [RwSignal<String>; 7] =
        now.minutes.map(|minutes| RwSignal::new(minutes.map(|m| m.to_string()).unwrap_or_default()));
    let sports: [RwSignal<Vec<Sport>>; 7] = now.sports.map(RwSignal::new);
    let from = RwSignal::new(now.from.to_string());
    let wrong = RwSignal::new(None::<(usize, String)>);
    let fault = RwSignal::new(None::<Fault>);
    let error =
        move |i: usize| Signal::derive(move || wrong.with(|w| w.as_ref().filter(|w| w.0 == i).map(|w| w.1.clone())));
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Ok(from) = from.get_untracked().parse::<NaiveDate>() else {
            return wrong.set(Some((7, t("screen-not-a-day"))));
        };
        let mut answers =
            Availability { from, minutes: [None; 7], sports: sports.map(|sports| sports.get_untracked()) };
        for (day, text) in minutes.iter().enumerate() {
            match edit::minutes(&text.get_untracked()) {
                Ok(typed) => answers.minutes[day] = typed,
                Err(edit::NotMinutes) => return wrong.set(Some((day, t("screen-not-minutes")))),
            }
        }
        wrong.set(None);
        send(state, SetAvailability { athlete: id, availability: answers }, open, fault);
    };
    let fields = minutes
        .into_iter()
        .enumerate()
        .map(|(day, value)| view! { <TextField label=t(DAYS[day]) value=value kind="number" error=error(day) /> });
    view! {
        <form class="form" on:submit=submit data-testid="usual-form">
            <p class="quiet">{t("screen-availability-hint")}</p>
            <div class="form-week">{fields.collect_view()}</div>
            <SportsTable sports=sports />
            <TextField label=t("screen-from") value=from kind="date" error=error(7) required=true />
            <FormFoot open=open fault=fault save="screen-save" />
        </form>
    }
}

/// Sports by weekdays, to be ticked.
#[component]
fn SportsTable(sports: [RwSignal<Vec<Sport>>; 7]) -> impl IntoView {
    let tick = move |sport: Sport, day: usize| {
        let name = format!("{}, {}", t(&format!("sport-{}", sport.code())), t(DAYS[day]));
        let chosen = sports[day];
        let change = move |event| {
            let on = event_target_checked(&event);
            // In the order of the list, so that the same ticks are the same answer.
            chosen.update(|chosen| {
                let stays = |one: &Sport| if *one == sport { on } else { chosen.contains(one) };
                *chosen = kept_for().filter(stays).collect();
            });
        };
        view! {
            <td>
                <input
                    type="checkbox"
                    aria-label=name
                    prop:checked=move || chosen.with(|chosen| chosen.contains(&sport))
                    on:change=change
                />
            </td>
        }
    };
    let line = move |sport: Sport| {
        view! {
            <tr>
                <th scope="row">{t(&format!("sport-{}", sport.code()))}</th>
                {(0..7).map(|day| tick(sport, day)).collect_view()}
            </tr>
        }
    };
    view! {
        <table class="sport-days">
            <caption>{t("availability-sports")}</caption>
            <thead>
                <tr>
                    <td></td>
                    {DAYS.iter().map(|day| view! { <th scope="col">{t(day)}</th> }).collect_view()}
                </tr>
            </thead>
            <tbody>{kept_for().map(line).collect_view()}</tbody>
        </table>
    }
}
