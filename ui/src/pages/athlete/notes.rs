//! Notes: private to the coach unless shared.

use contract::athlete::AthleteView;
use contract::plan::Annotate;
use domain::annotation::{Annotation, Subject};
use domain::id::AthleteId;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Section;
use crate::format;
use crate::parts::{Badge, Button, ButtonKind, Card, Look, TextArea, Toggle};
use crate::state::{Ask, State};
use crate::words::t;

/// Notes shown before a person asks for all.
const FIRST: usize = 5;

/// The card: a field on top, the notes below.
#[component]
pub(super) fn NotesCard(
    /// Whose.
    id: AthleteId,
    /// The page's answer.
    page: Ask<AthleteView>,
) -> impl IntoView {
    let state = State::here();
    let text = RwSignal::new(String::new());
    let shared = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let empty = Signal::derive(move || busy.get() || text.with(|text| text.trim().is_empty()));
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Some(on) = untrack(move || page.value()).map(|view| view.on) else { return };
        let request = Annotate {
            athlete: id,
            subject: Subject::Day { date: on },
            text: text.get_untracked().trim().to_owned(),
            shared: shared.get_untracked(),
        };
        busy.set(true);
        spawn_local(async move {
            let kept = state.write(&request).await;
            busy.try_set(false);
            match kept {
                Ok(_) => {
                    text.try_set(String::new());
                    shared.try_set(false);
                }
                // What was written stays in the field.
                Err(fault) => state.say_fault(&fault),
            }
        });
    };
    let everything = RwSignal::new(false);
    view! {
        <Card title=t("screen-notes")>
            <form class="form" on:submit=send>
                <TextArea label=t("screen-note-today") value=text rows=2 example=t("screen-note-example") />
                <div class="note-foot">
                    <Toggle label=t("screen-share") value=shared hint=t("screen-share-hint") />
                    <Button kind=ButtonKind::Primary submit=true disabled=empty on_press=|| {}>
                        {t("screen-save")}
                    </Button>
                </div>
            </form>
            <Section
                page=page
                part=move |view| view! { <NoteList notes=view.notes everything=everything /> }.into_any()
            />
        </Card>
    }
}

#[component]
fn NoteList(notes: Vec<Annotation>, everything: RwSignal<bool>) -> impl IntoView {
    let more = notes.len() > FIRST;
    let shown = move || {
        let limit = if everything.get() { usize::MAX } else { FIRST };
        notes
            .iter()
            .take(limit)
            .cloned()
            .map(|note| {
                view! {
                    <li>
                        <p>{note.text}</p>
                        <p class="under">
                            {about(note.subject)} "  \u{b7}  " {note.author} "  \u{b7}  " {format::moment(note.at)} " "
                            <Badge look=if note.shared { Look::Solid } else { Look::Plain }>
                                {t(if note.shared { "screen-shared" } else { "screen-private" })}
                            </Badge>
                        </p>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <ul class="notes">{shown}</ul>
        <Show when=move || more && !everything.get()>
            <button type="button" class="button button-quiet" on:click=move |_| everything.set(true)>
                {t("screen-show-all")}
            </button>
        </Show>
    }
}

fn about(subject: Subject) -> String {
    match subject {
        Subject::Session { week, .. } => {
            crate::words::t_with("screen-note-on-session", &[("week", week.to_string().into())])
        }
        Subject::Day { date } => format::day(date),
        Subject::Week { week } => week.to_string(),
        Subject::Activity { .. } => t("screen-note-on-activity"),
    }
}
