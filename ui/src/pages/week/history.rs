//! Everything that happened to one session: who, when, what stood there before, and a way back.

use contract::Topic;
use contract::plan::{HistoryEvent, HistoryLine, SessionHistory};
use domain::id::SessionId;
use domain::overrides::{Change, Override};
use leptos::prelude::*;

use super::desk::Desk;
use crate::format;
use crate::parts::{Button, ButtonKind, Shown};
use crate::state::ask;
use crate::words::{t, t_with};

/// The history of one session, oldest first.
#[component]
pub(super) fn History(
    /// What it belongs to.
    desk: Desk,
    /// Which session.
    session: SessionId,
) -> impl IntoView {
    let lines = ask(
        move |moved| moved.topic == Topic::Plan,
        move || Some(SessionHistory { athlete: desk.athlete.get()?, week: desk.week.get()?, session }),
    );
    let then = move |lines: Vec<HistoryLine>| {
        let items = lines.into_iter().map(|l| view! { <li>{line(desk, session, l)}</li> }).collect_view();
        view! { <ol class="history" data-testid="history">{items}</ol> }.into_any()
    };
    view! { <Shown ask=lines lines=2 then=then /> }
}

fn line(desk: Desk, session: SessionId, line: HistoryLine) -> impl IntoView {
    let by = t_with("week-by", &[("who", line.who.into()), ("when", format::moment(line.at).into())]);
    let (what, quiet, undo) = match line.event {
        HistoryEvent::Proposed { session } => (
            t_with(
                "week-event-proposed",
                &[("title", session.session.title.into()), ("day", format::day(session.date).into())],
            ),
            None,
            None,
        ),
        HistoryEvent::Noted { note } => (t("week-event-noted"), Some(note.text), None),
        HistoryEvent::Overridden { made, active } => {
            let mut what = told(&made);
            if !active && !matches!(made.change, Change::Undo { .. }) {
                what = t_with("week-event-undone", &[("what", what.into())]);
            }
            let tag = t(&format!("tag-{}", made.tag.code()));
            let why = match &made.text {
                Some(text) => t_with("week-event-why", &[("tag", tag.into()), ("text", text.clone().into())]),
                None => tag,
            };
            let undo = (active && !matches!(made.change, Change::Undo { .. })).then_some((made.id, made.tag));
            (what, Some(why), undo)
        }
    };
    view! {
        <p>{what}</p>
        {quiet.map(|text| view! { <p class="history-why">{text}</p> })}
        <p class="note-by">{by}</p>
        {undo
            .map(|(of, tag)| {
                view! {
                    <Button kind=ButtonKind::Quiet on_press=move || desk.undo(session, of, tag)>
                        {t("week-undo-this")}
                    </Button>
                }
            })}
    }
}

/// An override in words.
fn told(made: &Override) -> String {
    let before = made.before.as_ref();
    let title = before.map(|b| b.session.title.clone()).unwrap_or_default();
    match &made.change {
        Change::Move { to } => t_with(
            "week-event-move",
            &[
                ("from", before.map(|b| format::day(b.date)).unwrap_or_default().into()),
                ("to", format::day(*to).into()),
            ],
        ),
        Change::Replace { session } => t_with(
            "week-event-replace",
            &[("before", title.into()), ("after", session.title.clone().into()), ("minutes", session.minutes.into())],
        ),
        Change::Scale { percent } => t_with("week-event-scale", &[("percent", (*percent).into())]),
        Change::Add { date, session } => {
            t_with("week-event-add", &[("title", session.title.clone().into()), ("day", format::day(*date).into())])
        }
        other => t(&format!("week-event-{}", other.code())),
    }
}
