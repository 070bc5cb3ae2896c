//! A session of one's own, from one line of text.

use contract::Topic;
use contract::library::AddTemplate;
use contract::roster::Triage;
use domain::id::AthleteId;
use domain::session::SessionKind;
use domain::sport::Sport;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::parts::{Choice, TextField, WorkoutDraft, WorkoutEntry, kind_options, sport_options};
use crate::state::{Deed, State, ask};
use crate::words::{t, t_with};

/// The form. For whom it is added is also whose sessions the page lists.
#[component]
pub(super) fn AddSession(whom: RwSignal<String>) -> impl IntoView {
    let state = State::here();
    let title = RwSignal::new(String::new());
    let kind = RwSignal::new(SessionKind::Threshold.code().to_owned());
    let sport = RwSignal::new(Sport::Run.code().to_owned());
    let athlete = Signal::derive(move || whom.get().parse::<AthleteId>().ok());
    let chosen_kind = Signal::derive(move || SessionKind::from_code(&kind.get()).unwrap_or(SessionKind::Easy));
    let chosen_sport = Signal::derive(move || Sport::from_code(&sport.get()).unwrap_or(Sport::Other));
    let draft = WorkoutDraft::new(chosen_kind, chosen_sport, athlete);
    let club = ask(|moved| moved.topic == Topic::Athlete, || Some(Triage { on: None }));
    let everybody = Signal::derive(move || {
        let rows = club.value().map(|view| view.rows).unwrap_or_default();
        std::iter::once((String::new(), t("library-for-all")))
            .chain(rows.into_iter().map(|row| (row.athlete.id.to_string(), row.athlete.name)))
            .collect::<Vec<_>>()
    });
    let busy = RwSignal::new(false);
    let missing = move || {
        if title.with(|title| title.trim().is_empty()) {
            Some(t("library-missing-name"))
        } else if draft.text.with(|text| text.trim().is_empty()) {
            Some(t("library-missing-text"))
        } else {
            None
        }
    };
    let ready = Signal::derive(move || !busy.get() && missing().is_none() && draft.session().is_some());
    let add = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if !ready.get_untracked() {
            return;
        }
        let request = AddTemplate {
            title: title.get_untracked(),
            kind: chosen_kind.get_untracked(),
            sport: chosen_sport.get_untracked(),
            text: draft.text.get_untracked(),
            athlete: athlete.get_untracked(),
        };
        busy.set(true);
        spawn_local(async move {
            match state.write(&request).await {
                Ok(template) => {
                    let said = t_with("library-added", &[("title", template.title.as_str().into())]);
                    let what = t_with("undo-added", &[("what", template.title.as_str().into())]);
                    state.did(said, Deed::added(what, request, &template));
                    title.try_set(String::new());
                    draft.text.try_set(String::new());
                }
                Err(fault) => state.say_fault(&fault),
            }
            busy.try_set(false);
        });
    };
    view! {
        <form class="form library-add" data-testid="library-add" on:submit=add>
            <WorkoutEntry draft=draft />
            <div class="library-fields">
                <TextField label=t("library-name") value=title example=t("library-name-example") />
                <Choice label=t("library-kind") value=kind options=kind_options() />
                <Choice label=t("library-sport") value=sport options=sport_options() />
                <Choice label=t("library-for") value=whom options=everybody />
            </div>
            <div class="dialog-foot">
                <p class="quiet" role="status">{missing}</p>
                <button type="submit" class="button button-primary" data-testid="library-save" disabled=move || !ready.get()>
                    {t("library-add-button")}
                </button>
            </div>
        </form>
    }
}
