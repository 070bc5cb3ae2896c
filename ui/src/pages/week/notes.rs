//! Notes on a session, a day, a week or an activity, and the form that writes one.

use std::collections::BTreeSet;

use contract::plan::Annotate;
use domain::annotation::{Annotation, Subject};
use domain::id::{AnnotationId, AthleteId};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::format;
use crate::parts::{Badge, Button, Look, TextArea, Toggle};
use crate::state::State;
use crate::words::{t, t_with};

/// The notes about one subject that no later note replaces, newest first.
#[must_use]
pub fn about(all: &[Annotation], subject: &Subject) -> Vec<Annotation> {
    let replaced: BTreeSet<AnnotationId> = all.iter().filter_map(|n| n.supersedes).collect();
    let mut notes: Vec<Annotation> =
        all.iter().filter(|n| n.subject == *subject && !replaced.contains(&n.id)).cloned().collect();
    notes.sort_by_key(|n| std::cmp::Reverse(n.at));
    notes
}

/// Notes with the form below them.
#[component]
pub fn Notes(
    /// About whom.
    athlete: AthleteId,
    /// About what.
    subject: Subject,
    /// What was written, newest first.
    notes: Vec<Annotation>,
) -> impl IntoView {
    let state = State::here();
    let text = RwSignal::new(String::new());
    let shared = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let empty = Signal::derive(move || busy.get() || text.with(|t| t.trim().is_empty()));
    let save = move || {
        if empty.get_untracked() {
            return;
        }
        let request =
            Annotate { athlete, subject, text: text.get_untracked().trim().to_owned(), shared: shared.get_untracked() };
        busy.set(true);
        spawn_local(async move {
            let written = state.write(&request).await;
            busy.try_set(false);
            match written {
                Ok(_) => {
                    text.try_set(String::new());
                    state.say(t("week-note-saved"));
                }
                Err(fault) => state.say_fault(&fault),
            }
        });
    };
    let none = notes.is_empty();
    let written = notes
        .into_iter()
        .map(|note| {
            let by = t_with("week-by", &[("who", note.author.into()), ("when", format::moment(note.at).into())]);
            let (look, word) =
                if note.shared { (Look::Solid, "week-note-shared") } else { (Look::Plain, "week-note-private") };
            view! {
                <li class="note">
                    <p>{note.text}</p>
                    <p class="note-by">{by} <Badge look=look>{t(word)}</Badge></p>
                </li>
            }
        })
        .collect_view();
    view! {
        <div class="annotations">
            {(!none).then(|| view! { <ul>{written}</ul> })}
            <form
                class="form"
                data-testid="note-form"
                on:submit=move |event| {
                    event.prevent_default();
                    save();
                }
            >
                <TextArea label=t("week-note") value=text rows=2 example=t("week-note-example") />
                <div class="actions">
                    <Toggle label=t("week-note-share") value=shared />
                    <Button submit=true disabled=empty on_press=|| {}>{t("week-note-save")}</Button>
                </div>
            </form>
        </div>
    }
}
