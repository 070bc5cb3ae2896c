//! Everything that happened to one session: who, when, what stood there before, and a way back.

use contract::Topic;
use contract::incoming::{PlanSources, SourceLine};
use contract::plan::{HistoryEvent, HistoryLine, SessionHistory};
use domain::id::{OverrideId, SessionId};
use domain::overrides::{Change, Override};
use leptos::prelude::*;

use super::desk::Desk;
use crate::format;
use crate::parts::{Button, ButtonKind, Shown};
use crate::state::{Ask, ask};
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
    // Whose a change was that came in a plan file.
    let sources = ask(
        move |moved| moved.topic == Topic::Plan,
        move || Some(PlanSources { athlete: desk.athlete.get()?, week: desk.week.get()? }),
    );
    let then = move |lines: Vec<HistoryLine>| {
        let item = |l: HistoryLine| {
            let made = match &l.event {
                HistoryEvent::Overridden { made, .. } => Some(made.id),
                HistoryEvent::Proposed { .. } | HistoryEvent::Noted { .. } => None,
            };
            view! {
                <li>{line(desk, session, l)} {made.map(|made| move || came_from(sources, made))}</li>
            }
        };
        let items = lines.into_iter().map(item).collect_view();
        view! { <ol class="history" data-testid="history">{items}</ol> }.into_any()
    };
    view! { <Shown ask=lines lines=2 then=then /> }
}

/// From whose file a change came, if it came in one; or why that cannot be said.
fn came_from(sources: Ask<Vec<SourceLine>>, made: OverrideId) -> Option<impl IntoView + use<>> {
    let said = sources.with(|answer| match answer.as_ref()? {
        Ok(lines) => lines.iter().find(|line| line.made == made).map(|line| {
            let who = line.by.name.as_ref().unwrap_or(&line.by.author);
            let standing = t(&format!("key-standing-{}", line.by.standing.code()));
            t_with("week-event-source", &[("who", who.as_str().into()), ("standing", standing.into())])
        }),
        Err(fault) => Some(fault.what.clone()),
    });
    said.map(|said| view! { <p class="note-by">{said}</p> })
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
