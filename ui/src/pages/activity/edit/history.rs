//! Every change of an activity with who, when and why, what was recorded, and the way back.

use contract::revision::{ListRevisions, RevisionsView, UndoRevision};
use contract::{Fault, Topic};
use domain::id::{ActivityId, RevisionId};
use domain::revision::Revision;
use leptos::prelude::*;

use super::Numbers;
use crate::format;
use crate::parts::{Button, ButtonKind, FormFoot, Shown, TextField};
use crate::state::{State, ask, send};
use crate::words::{t, t_with, words};

/// The history.
#[component]
pub(super) fn History(
    /// Of which activity.
    id: ActivityId,
) -> impl IntoView {
    let all = ask(|moved| moved.topic == Topic::Activities, move || Some(ListRevisions { activity: id }));
    view! { <Shown ask=all lines=4 then=|view| told(view).into_any() /> }
}

fn told(view: RevisionsView) -> impl IntoView {
    let columns = vec![(t("edit-recorded"), view.recorded), (t("edit-now"), view.now)];
    let none = view.revisions.is_empty().then(|| view! { <p class="quiet">{t("edit-history-none")}</p> });
    let lines = view.revisions.into_iter().map(|revision| view! { <Line revision=revision /> }).collect_view();
    view! {
        <p class="quiet">{t("edit-history-hint")}</p>
        <Numbers columns=columns />
        {none}
        <ol class="history" data-testid="revisions">
            {lines}
        </ol>
    }
}

#[component]
fn Line(revision: Revision) -> impl IntoView {
    let by = |who: &str, at| t_with("week-by", &[("who", who.into()), ("when", format::moment(at).into())]);
    let made = by(&revision.author, revision.at);
    let open = RwSignal::new(false);
    let id = revision.id;
    let undone = revision.undone.as_ref().map(|undone| {
        let words = t_with(
            "edit-undone",
            &[("by", by(&undone.author, undone.at).into()), ("reason", undone.reason.as_str().into())],
        );
        view! { <p class="history-why">{words}</p> }
    });
    let back = revision.undone.is_none().then(|| {
        view! {
            <Show
                when=move || open.get()
                fallback=move || {
                    view! {
                        <Button kind=ButtonKind::Quiet on_press=move || open.set(true)>
                            {t("edit-undo")}
                        </Button>
                    }
                }
            >
                <Back id=id open=open />
            </Show>
        }
    });
    view! {
        <li>
            <p>{words().revision(&revision.change)}</p>
            <p class="history-why">{revision.reason.clone()}</p>
            <p class="note-by">{made}</p>
            {undone}
            {back}
        </li>
    }
}

/// Takes a change back.
#[component]
fn Back(id: RevisionId, open: RwSignal<bool>) -> impl IntoView {
    let state = State::here();
    let reason = RwSignal::new(String::new());
    let fault = RwSignal::new(None::<Fault>);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        fault.set(None);
        send(state, UndoRevision { revision: id, reason: reason.get_untracked() }, open, fault);
    };
    view! {
        <form class="form" on:submit=submit>
            <TextField label=t("edit-undo-reason") value=reason required=true />
            <FormFoot open=open fault=fault save="edit-undo" />
        </form>
    }
}
