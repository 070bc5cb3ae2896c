//! The week's seven days side by side, each with the minutes there are and the minutes planned.

use chrono::NaiveDate;
use contract::plan::WeekView;
use domain::annotation::Subject;
use domain::effective::EffectiveWeek;
use domain::season::Race;
use leptos::prelude::*;

use super::change_form::Kind;
use super::desk::{Desk, Start};
use super::notes;
use super::session_card::SessionCard;
use crate::parts::Icon;
use crate::words::{t, t_with};

/// The board.
#[component]
pub(super) fn Board(
    /// The week.
    view: WeekView,
    /// What it belongs to.
    desk: Desk,
) -> impl IntoView {
    let days = view.plan.week.days().map(|date| day(&view, desk, date)).into_iter().collect_view();
    view! {
        <div class="board" role="group" aria-label=t("week-board") data-testid="week-board">
            {days}
        </div>
    }
}

fn day(view: &WeekView, desk: Desk, date: NaiveDate) -> impl IntoView + use<> {
    let sessions: Vec<_> = view.effective.sessions.iter().filter(|s| s.date == date).cloned().collect();
    let planned = EffectiveWeek { sessions: sessions.clone() }.minutes();
    let available = view.plan.week.days().iter().position(|day| *day == date).and_then(|day| view.rooms[day].minutes);
    let races: Vec<Race> = view.races.iter().filter(|r| r.date == date).cloned().collect();
    let today = desk.state.today();
    let over = RwSignal::new(false);
    let cards = sessions
        .into_iter()
        .map(|session| {
            let subject = Subject::Session { session: session.id, week: view.plan.week };
            let notes = notes::about(&view.plan.annotations, &subject).len();
            view! { <SessionCard session=session desk=desk notes=notes /> }
        })
        .collect_view();
    view! {
        <section
            class="day"
            class:day-today=today == Some(date)
            class:day-past=today.is_some_and(|today| date < today)
            class:day-over=move || over.get()
            aria-label=crate::format::long_day(date)
            data-testid="week-day"
            data-date=date.to_string()
            on:dragover=move |event| {
                if desk.dragged.get_untracked().is_some() {
                    event.prevent_default();
                    over.set(true);
                }
            }
            on:dragleave=move |_| over.set(false)
            on:drop=move |event| {
                over.set(false);
                let Some(session) = desk.dragged.get_untracked() else { return };
                event.prevent_default();
                desk.dragged.set(None);
                let stands = untrack(|| desk.session(session)).map(|s| s.date);
                if stands.is_some_and(|from| from != date) {
                    desk.selected.set(Some(session));
                    desk.open(Start { session: Some(session), kind: Kind::Move, day: Some(date) });
                }
            }
        >
            <header class="day-head">
                <h3>
                    {crate::format::weekday_short(date)} <span>{crate::format::short_day(date)}</span>
                </h3>
                {minutes(planned, available)}
            </header>
            {races
                .into_iter()
                .map(|race| {
                    view! {
                        <p class="day-race" data-testid="race-marker">
                            <svg viewBox="0 0 10 12" width="10" height="12" aria-hidden="true">
                                <path d="M1 0v12h1.200V7L9.500 3.700 2.200.4V0Z" fill="currentColor" />
                            </svg>
                            {t_with(
                                "week-race",
                                &[("priority", format!("{:?}", race.priority).into()), ("name", race.name.into())],
                            )}
                        </p>
                    }
                })
                .collect_view()}
            <div class="day-sessions">{cards}</div>
            <button
                type="button"
                class="button button-quiet button-icon day-add"
                aria-label=t_with("week-add-on", &[("day", crate::format::weekday(date).into())])
                data-testid="session-add"
                on:click=move |_| desk.open(Start { session: None, kind: Kind::Add, day: Some(date) })
            >
                {Icon::Add.view()}
            </button>
        </section>
    }
}

/// Minutes planned of the minutes there are: a bar that never hides that nobody answered.
fn minutes(planned: u32, available: Option<u32>) -> impl IntoView {
    let words = match available {
        Some(available) => t_with("week-day-minutes", &[("planned", planned.into()), ("available", available.into())]),
        None => t_with("week-day-minutes-unknown", &[("planned", planned.into())]),
    };
    let over = available.is_some_and(|available| planned > available);
    let share = match available {
        Some(0) | None => 0.0,
        Some(available) => (f64::from(planned) / f64::from(available)).min(1.0) * 100.0,
    };
    view! {
        <p class="day-minutes" class:day-minutes-over=over class:day-minutes-unknown=available.is_none()>
            {words}
        </p>
        <span class="day-bar" class:day-bar-unknown=available.is_none() aria-hidden="true">
            <span style:width=format!("{share:.0}%")></span>
        </span>
    }
}
