//! One day of one athlete: its sessions as small cards, what was done, races, and how much time there is.

use chrono::NaiveDate;
use contract::board::{BoardRow, BoardSession};
use domain::effective::Source;
use domain::season::Race;
use leptos::prelude::*;

use super::sheet::on;
use crate::format;
use crate::parts::Icon;
use crate::words::{sentence, t, t_with};

/// Cards that fit in a day; one more stands for the rest.
const CARDS: usize = 2;

/// One day as it is drawn.
pub(super) struct Day {
    /// Its place among the days shown.
    pub(super) at: usize,
    /// Its date.
    pub(super) date: NaiveDate,
    /// Today.
    pub(super) today: Option<NaiveDate>,
    /// The session the keyboard stands on, if it stands on this day.
    pub(super) slot: Option<usize>,
    /// Something would be put down here.
    pub(super) target: bool,
}

/// What a card says to those who do not see it, and to the pointer.
fn spoken(session: &BoardSession) -> String {
    let mut parts = vec![t(&format!("kind-{}", session.kind.code())), session.title.clone()];
    if session.minutes > 0 {
        parts.push(t_with("week-minutes", &[("minutes", session.minutes.into())]));
    }
    parts.push(t(crate::pages::week::source_key(session.source)));
    for (holds, key) in [(session.locked, "week-locked"), (session.removed, "week-removed")] {
        if holds {
            parts.push(t(key));
        }
    }
    if !session.broken.is_empty() {
        let limits: Vec<String> = session.broken.iter().map(sentence).collect();
        parts.push(t_with("board-breaks", &[("limits", limits.join(" ").into())]));
    }
    parts.join(", ")
}

/// The classes of a card: hollow because planned, dashed while proposed, solid once it is the coach's, filled for the club.
fn look(session: &BoardSession, chosen: bool) -> String {
    let mut class = format!("sheet-card session-{}", session.kind.code());
    let marks = [
        (session.source == Source::Coach, " sheet-card-coach"),
        (session.source == Source::Club, " sheet-card-club"),
        (session.kind.is_quality(), " session-quality"),
        (session.locked, " sheet-card-locked"),
        (session.removed, " session-removed"),
        (!session.broken.is_empty(), " sheet-card-broken"),
        (chosen, " sheet-at"),
    ];
    marks.into_iter().filter(|(holds, _)| *holds).for_each(|(_, mark)| class.push_str(mark));
    class
}

fn card(session: &BoardSession, slot: usize, chosen: bool) -> impl IntoView + use<> {
    let words = spoken(session);
    let title = words.clone();
    view! {
        <div
            id=format!("on-board-{}", session.id)
            class=look(session, chosen)
            role="button"
            data-testid="board-card"
            data-session=session.id.to_string()
            data-slot=slot.to_string()
            draggable=if session.removed { "false" } else { "true" }
            title=title
            aria-label=words
        >
            <span class="sheet-card-head">
                <span class="session-shape" aria-hidden="true"></span>
                <b>{(session.minutes > 0).then(|| format::minutes(session.minutes))}</b>
                {session.locked.then(|| Icon::Lock.view())}
                {(session.source == Source::Club).then(|| Icon::Club.view())}
                {(!session.broken.is_empty()).then(|| view! { <span class="sheet-card-limit" aria-hidden="true">"!"</span> })}
            </span>
            <span class="session-title">{session.title.clone()}</span>
        </div>
    }
}

fn flag(race: &Race) -> impl IntoView + use<> {
    let priority = format!("{:?}", race.priority);
    let words = t_with("week-race", &[("priority", priority.clone().into()), ("name", race.name.clone().into())]);
    let title = words.clone();
    view! {
        <span class="sheet-race" title=title data-testid="board-race">
            <svg viewBox="0 0 10 12" width="9" height="11" aria-hidden="true">
                <path d="M1 0v12h1.200V7L9.500 3.700 2.200.4V0Z" fill="currentColor" />
            </svg>
            <span aria-hidden="true">{priority}</span>
            <span class="only-read">{words}</span>
        </span>
    }
}

/// Done of planned: a hollow track, filled as far as it was done.
fn done(minutes: f64, planned: u32) -> impl IntoView {
    let share = if planned == 0 { 1.0 } else { (minutes / f64::from(planned)).clamp(0.0, 1.0) };
    let words = t_with("board-done", &[("done", minutes.round().into()), ("planned", planned.into())]);
    let title = words.clone();
    view! {
        <span class="sheet-done" role="img" title=title aria-label=words>
            <span style:width=format!("{:.0}%", share * 100.0)></span>
        </span>
    }
}

/// Why there is little or no time on a day, if somebody said so.
fn no_time(row: &BoardRow, day: usize) -> (bool, Option<String>) {
    let Some(room) = row.rooms.get(day) else { return (false, None) };
    let none = room.minutes == Some(0);
    let words = match (room.exception, room.minutes) {
        (Some(kind), Some(minutes)) => Some(t_with(
            "board-exception",
            &[("why", t(&format!("exception-{}", kind.code())).into()), ("minutes", minutes.into())],
        )),
        (None, Some(0)) => Some(t("board-unavailable")),
        // The usual needs no words: they would be made for every cell of a scroll.
        (None, Some(_)) => None,
        (_, None) => Some(t("board-unanswered")),
    };
    (none, words)
}

/// One day of one row.
pub(super) fn day(row: &BoardRow, day: &Day) -> impl IntoView + use<> {
    let sessions: Vec<&BoardSession> = on(row, day.date).collect();
    let planned = sessions.iter().filter(|s| !s.removed).fold(0, |sum, s| sum + s.minutes);
    let shown = if sessions.len() > CARDS { CARDS - 1 } else { CARDS };
    // The card the keyboard stands on is always among those shown.
    let first = day.slot.map_or(0, |slot| (slot + 1).saturating_sub(shown));
    let rest = sessions.len().saturating_sub(shown);
    let cards: Vec<_> = sessions
        .iter()
        .enumerate()
        .skip(first)
        .take(shown)
        .map(|(slot, session)| card(session, slot, day.slot == Some(slot)))
        .collect();
    let (none, words) = no_time(row, day.at);
    let races: Vec<_> = row.races.iter().filter(|race| race.date == day.date).map(flag).collect();
    let mut class = "sheet-day".to_owned();
    let marks = [
        (none, " sheet-day-none"),
        (day.today == Some(day.date), " sheet-day-today"),
        (day.today.is_some_and(|today| day.date < today), " sheet-day-past"),
        (sessions.len() > 1, " sheet-day-two"),
        (day.target, " sheet-day-target"),
        (day.slot.is_some() && sessions.is_empty(), " sheet-at"),
    ];
    marks.into_iter().filter(|(holds, _)| *holds).for_each(|(_, mark)| class.push_str(mark));
    let done = row.done.get(day.at).copied().flatten().map(|minutes| done(minutes, planned));
    view! {
        <div
            id=format!("on-board-{}-{}", row.athlete, day.date)
            class=class
            role="gridcell"
            data-day=day.at.to_string()
            data-date=day.date.to_string()
            aria-selected=if day.slot.is_some() { "true" } else { "false" }
            title=words
        >
            {races}
            {cards}
            {(rest > 0).then(|| view! { <span class="sheet-rest">{t_with("board-more", &[("count", rest.into())])}</span> })}
            {done}
        </div>
    }
}
