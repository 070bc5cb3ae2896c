//! Plan files that somebody handed over: who signed each, what it would do here, and taking sessions of it.

mod all;
mod desk;
mod signer;
mod take;

use contract::incoming::{FoundBy, PlanRead};
use contract::people::{ListAthletes, Person};
use leptos::prelude::*;

use crate::format;
use crate::import::{HandedChooser, Kind};
use crate::parts::{Badge, Button, Card, Choice, Empty, FaultView, Look, PageHead, TextField};
use crate::state::{State, ask};
use crate::words::{t, t_with};

use all::All;
use desk::Desk;
use signer::{SignedChanges, SignerView};
use take::Sessions;

/// The page.
#[component]
pub fn PlanFilePage() -> impl IntoView {
    let state = State::here();
    let files = move || {
        let mut desks = Vec::new();
        let files = state
            .plans
            .get()
            .into_iter()
            .map(|(name, file)| match file {
                Ok(file) => {
                    let desk = Desk::new(state, file);
                    desks.push(desk);
                    view! { <OneFile name=name desk=desk /> }.into_any()
                }
                Err(fault) => view! { <Card title=name><FaultView fault=fault /></Card> }.into_any(),
            })
            .collect_view();
        view! {
            <All desks=desks />
            {files}
        }
    };
    view! {
        <div class="page page-narrow">
            <PageHead title=t("plan-read-title") under=t("plan-read-under")>
                <HandedChooser kind=Kind::Plan label=t("plan-read-choose") testid="plan-file-input" />
            </PageHead>
            <Show
                when=move || state.plans.with(|plans| !plans.is_empty())
                fallback=|| view! { <Empty title=t("plan-read-empty") hint=t("plan-read-empty-hint") /> }
            >
                {files}
            </Show>
        </div>
    }
}

#[component]
fn OneFile(name: String, desk: Desk) -> impl IntoView {
    desk.read();
    let answer = move || {
        desk.answer.get().map(|answer| match answer {
            Ok(read) => view! { <Told read=read desk=desk /> }.into_any(),
            Err(fault) => view! {
                <FaultView fault=fault />
                <Show when=move || desk.closed.get()>
                    <Passphrase desk=desk />
                </Show>
            }
            .into_any(),
        })
    };
    view! {
        <Card title=name>
            <div class="stack" aria-live="polite" data-testid="plan-read">
                {answer}
            </div>
        </Card>
    }
}

#[component]
fn Passphrase(desk: Desk) -> impl IntoView {
    view! {
        <form
            class="form"
            on:submit=move |event| {
                event.prevent_default();
                desk.read();
            }
        >
            <TextField label=t("plan-read-passphrase") kind="password" value=desk.passphrase required=true />
            <div class="actions">
                <Button submit=true busy=desk.busy on_press=|| {}>
                    {t("plan-read-open")}
                </Button>
            </div>
        </form>
    }
}

/// What a file that holds says.
#[component]
fn Told(read: PlanRead, desk: Desk) -> impl IntoView {
    let facts = [
        ("athlete", read.athlete.as_str().into()),
        ("week", read.week.to_string().into()),
        ("when", format::moment(read.written_at).into()),
    ];
    let notes = (!read.notes.is_empty()).then(|| {
        let notes = read.notes.iter().map(|note| view! { <li>{note.clone()}</li> }).collect_view();
        view! {
            <h3>{t("plan-read-notes")}</h3>
            <ul class="annotations">{notes}</ul>
        }
    });
    let sealed = read.sealed.then(|| view! { <Badge look=Look::Plain>{t("plan-read-sealed")}</Badge> });
    view! {
        <p>{t_with("plan-read-what", &facts)} " " {sealed}</p>
        <SignerView by=read.by.clone() desk=desk />
        <Whose read=read.clone() desk=desk />
        <Sessions read=read.clone() desk=desk />
        <SignedChanges changes=read.changes />
        {notes}
    }
}

/// Whose plan it is here: found by identity, offered by name, or chosen.
#[component]
fn Whose(read: PlanRead, desk: Desk) -> impl IntoView {
    let everybody = ask(|_| false, || Some(ListAthletes {}));
    let said = match &read.here {
        None => t("plan-read-nobody"),
        Some(here) => {
            let key = match here.by {
                FoundBy::Identity => "plan-read-here-identity",
                FoundBy::Name => "plan-read-here-name",
                FoundBy::Choice => "plan-read-here-choice",
            };
            t_with(key, &[("name", here.name.as_str().into())])
        }
    };
    let undrafted = read
        .here
        .as_ref()
        .filter(|_| !read.drafted)
        .map(|here| t_with("plan-read-undrafted", &[("name", here.name.as_str().into())]));
    let options = Signal::derive(move || {
        let nobody = (String::new(), t("plan-read-as-found"));
        let named = |person: Person| (person.id.to_string(), person.name);
        std::iter::once(nobody).chain(everybody.value().unwrap_or_default().into_iter().map(named)).collect::<Vec<_>>()
    });
    // Only the name fits: a person says that it is the same before anything is taken.
    let same = read.here.as_ref().filter(|here| here.by == FoundBy::Name).map(|here| {
        let id = here.athlete.to_string();
        let label = t_with("plan-read-same", &[("name", here.name.as_str().into())]);
        view! {
            <div>
                <Button on_press=move || desk.athlete.set(id.clone())>{label}</Button>
            </div>
        }
    });
    view! {
        <p>{said}</p>
        {same}
        {undrafted.map(|undrafted| view! { <p class="quiet">{undrafted}</p> })}
        <Choice label=t("plan-read-whose") value=desk.athlete options=options />
    }
}
