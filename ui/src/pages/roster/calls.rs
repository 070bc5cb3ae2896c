//! The call list: who is to be called and why, with room for what was said. For paper, or as text.

use std::sync::Arc;

use contract::roster::TriageRow;
use domain::reading::Reading;
use domain::triage::Decision;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

use super::asking::open_while;
use super::desk::{Asking, Desk};
use super::hands::{mark, unmark};
use super::order::Line;
use super::row::{readiness, reasons};
use crate::format;
use crate::parts::{Button, ButtonKind, Dialog, Empty, Icon, IconButton};
use crate::words::{sentence, t, t_with};

/// The sheet.
#[component]
pub(super) fn CallsDialog(
    /// The table.
    desk: Desk,
) -> impl IntoView {
    let open = open_while(desk, Asking::Calls);
    let title =
        Signal::derive(move || t_with("triage-calls-of", &[("day", format::day_of_year(desk.today.get()).into())]));
    view! {
        <Dialog open=open title=title wide=true>
            <Sheet desk=desk />
        </Dialog>
    }
}

#[component]
fn Sheet(desk: Desk) -> impl IntoView {
    let called = Memo::new(move |_| desk.called());
    let entries = move || called.get().into_iter().map(|line| view! { <Entry desk=desk line=line /> }).collect_view();
    view! {
        <Show
            when=move || called.with(|called| !called.is_empty())
            fallback=|| view! { <Empty title=t("triage-calls-none") hint=t("triage-calls-hint") /> }
        >
            <ol class="call-sheet">{entries}</ol>
            <div class="dialog-foot">
                <Button on_press=move || copy(desk, &called.get_untracked())>{t("triage-calls-copy")}</Button>
                <Button kind=ButtonKind::Primary on_press=print>{t("triage-calls-print")}</Button>
            </div>
        </Show>
    }
}

/// One person, with a line to ask and an empty one for the answer.
#[component]
fn Entry(desk: Desk, line: Arc<Line>) -> impl IntoView {
    let row = line.row.clone();
    let said = row.marks.call.as_ref().and_then(|call| call.line.clone()).unwrap_or_default();
    let text = RwSignal::new(said.clone());
    let (asked, gone) = (line.clone(), line);
    let keep = move || {
        let words = text.get_untracked().trim().to_owned();
        if words != said {
            let decision = Decision::CallList { line: Some(words).filter(|words| !words.is_empty()) };
            mark(desk, &asked.row, decision, "triage-did-call");
        }
    };
    let on_enter = keep.clone();
    let name = row.athlete.name.clone();
    let noted = row.last_note.as_ref().map(|note| {
        let day = format::short_day(note.at.date_naive());
        let words = t_with("triage-call-note", &[("note", note.text.as_str().into()), ("day", day.into())]);
        view! { <p class="quiet">{words}</p> }
    });
    view! {
        <li class="call">
            <header>
                <h3>{name.clone()}</h3>
                {readiness(&row.readiness, row.data_age)}
                <IconButton
                    icon=Icon::Close
                    label=t_with("triage-call-off", &[("name", name.into())])
                    on_press=move || unmark(desk, &gone.row, &Decision::CallList { line: None })
                />
            </header>
            <ul class="triage-reasons">{reasons(&row, false)}</ul>
            {noted}
            <input
                type="text"
                class="call-line"
                aria-label=t("triage-call-line")
                placeholder=t("triage-call-line")
                prop:value=move || text.get()
                on:input=move |event| text.set(event_target_value(&event))
                on:blur=move |_| keep()
                on:keydown=move |event| {
                    if event.key() == "Enter" {
                        on_enter();
                    }
                }
            />
            <p class="call-said" aria-hidden="true">{t("triage-call-said")}</p>
        </li>
    }
}

fn print() {
    // Refused where there is no printer to ask for: the sheet stays on screen.
    drop(window().print());
}

/// The sheet as plain text.
fn written(called: &[Arc<Line>]) -> String {
    let mut text = String::new();
    for line in called {
        let row = &line.row;
        text.push_str(&format!("{}: {}\n", row.athlete.name, score(row)));
        for flag in &row.flags {
            text.push_str(&format!("- {}\n", sentence(&flag.reason)));
        }
        if let Some(asked) = row.marks.call.as_ref().and_then(|call| call.line.as_ref()) {
            text.push_str(&format!("> {asked}\n"));
        }
        text.push('\n');
    }
    text
}

fn score(row: &TriageRow) -> String {
    match &row.readiness {
        Reading::Known { value, .. } | Reading::Stale { value, .. } => t_with(
            "screen-score-range",
            &[
                ("score", format::whole(value.score).into()),
                ("low", format::whole(value.low).into()),
                ("high", format::whole(value.high).into()),
            ],
        ),
        Reading::Missing { why } => crate::parts::missing_words(*why),
    }
}

fn copy(desk: Desk, called: &[Arc<Line>]) {
    let text = written(called);
    spawn_local(async move {
        match JsFuture::from(window().navigator().clipboard().write_text(&text)).await {
            Ok(_) => desk.state.say(t("triage-calls-copied")),
            Err(_) => desk.state.say_refused(t("triage-calls-not-copied"), t("triage-calls-not-copied-next")),
        }
    });
}
