//! What a key asks for: a note in one line, and until when a row is put off.

use chrono::Duration;
use contract::plan::Annotate;
use domain::annotation::Subject;
use domain::id::AthleteId;
use domain::triage::Decision;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::KeyboardEvent;

use super::desk::{Asking, Desk};
use super::hands::mark;
use crate::format;
use crate::parts::{Button, ButtonKind, Dialog, FaultView, TextField, Toggle};
use crate::words::{t, t_with};

/// Words of frequent notes, by key.
const TEMPLATES: [&str; 4] =
    ["triage-template-called", "triage-template-rest", "triage-template-sleep", "triage-template-talk"];
/// Days a row is put off, by their key.
const SNOOZES: [(u32, &str); 3] = [(1, "1"), (3, "3"), (7, "7")];

/// A switch that is on while one thing is asked for.
pub(super) fn open_while(desk: Desk, what: Asking) -> RwSignal<bool> {
    let open = RwSignal::new(false);
    Effect::new(move |_| {
        let asked = desk.asking.get() == Some(what);
        if open.get_untracked() != asked {
            open.set(asked);
        }
    });
    Effect::new(move |_| {
        if !open.get() && desk.asking.get_untracked() == Some(what) {
            desk.asking.set(None);
        }
    });
    open
}

/// Writes a note about the chosen athlete.
#[component]
pub(super) fn NoteDialog(
    /// The table.
    desk: Desk,
) -> impl IntoView {
    let open = open_while(desk, Asking::Note);
    let title = Signal::derive(move || {
        open.track();
        desk.here().map_or_else(String::new, |line| {
            t_with("triage-note-about", &[("name", line.row.athlete.name.as_str().into())])
        })
    });
    view! {
        <Dialog open=open title=title>
            {desk.here().map(|line| view! { <NoteForm desk=desk open=open athlete=line.row.athlete.id /> })}
        </Dialog>
    }
}

#[component]
fn NoteForm(desk: Desk, open: RwSignal<bool>, athlete: AthleteId) -> impl IntoView {
    let text = RwSignal::new(String::new());
    let shared = RwSignal::new(false);
    let fault = RwSignal::new(None::<contract::Fault>);
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let subject = Subject::Day { date: desk.today.get_untracked() };
        let request = Annotate { athlete, subject, text: text.get_untracked(), shared: shared.get_untracked() };
        spawn_local(async move {
            match desk.state.write(&request).await {
                Ok(_) => open.set(false),
                Err(refused) => {
                    fault.try_set(Some(refused));
                }
            }
        });
    };
    // Alt and a number put a frequent note in the field; the number alone is part of a note.
    let pressed = move |event: KeyboardEvent| {
        let number = event.code().strip_prefix("Digit").and_then(|digit| digit.parse::<usize>().ok());
        if let Some(key) = number.filter(|_| event.alt_key()).and_then(|number| TEMPLATES.get(number.wrapping_sub(1))) {
            event.prevent_default();
            text.set(t(key));
        }
    };
    let templates = TEMPLATES
        .into_iter()
        .enumerate()
        .map(|(i, key)| {
            view! {
                <Button kind=ButtonKind::Quiet on_press=move || text.set(t(key))>
                    <kbd>{format!("Alt {}", i + 1)}</kbd>
                    " "
                    {t(key)}
                </Button>
            }
        })
        .collect_view();
    view! {
        <form class="form triage-note-form" on:submit=send on:keydown=pressed>
            <TextField label=t("week-note") value=text required=true />
            <div class="triage-templates" role="group" aria-label=t("triage-templates")>
                {templates}
            </div>
            {move || fault.get().map(|fault| view! { <FaultView fault=fault /> })}
            <div class="dialog-foot">
                <Toggle label=t("week-note-share") value=shared />
                <Button kind=ButtonKind::Primary submit=true on_press=|| {}>{t("screen-save")}</Button>
            </div>
        </form>
    }
}

/// Asks until when the chosen row is put off.
#[component]
pub(super) fn SnoozeDialog(
    /// The table.
    desk: Desk,
) -> impl IntoView {
    let open = open_while(desk, Asking::Snooze);
    let title = Signal::derive(move || {
        open.track();
        desk.here().map_or_else(String::new, |line| {
            t_with("triage-snooze", &[("name", line.row.athlete.name.as_str().into())])
        })
    });
    let snooze = move |days: u32| {
        open.set(false);
        if let Some(line) = desk.here() {
            let until = desk.today.get_untracked() + Duration::days(i64::from(days));
            mark(desk, &line.row, Decision::Snoozed { until }, "triage-did-snooze");
            desk.leave();
        }
    };
    let pressed = move |event: KeyboardEvent| {
        if let Some((days, _)) = SNOOZES.into_iter().find(|(_, key)| *key == event.key()) {
            event.prevent_default();
            snooze(days);
        }
    };
    let choices = move || {
        let choice = |(days, key): (u32, &'static str)| {
            let until = desk.today.get_untracked() + Duration::days(i64::from(days));
            view! {
                <button type="button" class="button" data-focus=(days == 1).then_some("") on:click=move |_| snooze(days)>
                    <kbd>{key}</kbd>
                    " "
                    {t_with("triage-snooze-days", &[("days", days.into()), ("day", format::short_day(until).into())])}
                </button>
            }
        };
        SNOOZES.into_iter().map(choice).collect_view()
    };
    view! {
        <Dialog open=open title=title>
            <div class="triage-snooze" role="group" aria-label=t("triage-snooze-until") on:keydown=pressed>
                {choices()}
            </div>
            <p class="quiet">{t("triage-snooze-hint")}</p>
        </Dialog>
    }
}
