//! Plan files that somebody handed over: who signed each, what it would do here, and taking sessions of it.

mod desk;
mod signer;
mod take;

use contract::incoming::PlanRead;
use contract::people::{ListAthletes, Person};
use leptos::prelude::*;

use crate::format;
use crate::import::take_plan_files;
use crate::parts::{Badge, Button, Card, Choice, Empty, FaultView, Look, PageHead, TextField};
use crate::state::{State, ask};
use crate::words::{t, t_with};

use desk::Desk;
use signer::{SignedChanges, SignerView};
use take::Sessions;

/// The page.
#[component]
pub fn PlanFilePage() -> impl IntoView {
    let state = State::here();
    let files = move || {
        state
            .plans
            .get()
            .into_iter()
            .map(|(name, file)| match file {
                Ok(file) => view! { <OneFile name=name desk=Desk::new(state, file) /> }.into_any(),
                Err(fault) => view! { <Card title=name><FaultView fault=fault /></Card> }.into_any(),
            })
            .collect_view()
    };
    view! {
        <div class="page page-narrow">
            <PageHead title=t("plan-read-title") under=t("plan-read-under")>
                <Chooser />
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

/// Takes a file of this computer.
#[component]
fn Chooser() -> impl IntoView {
    let state = State::here();
    let input = NodeRef::<leptos::html::Input>::new();
    view! {
        <Button on_press=move || {
            if let Some(input) = input.get_untracked() {
                input.click();
            }
        }>{t("plan-read-choose")}</Button>
        <input
            node_ref=input
            type="file"
            accept=".tsplan"
            multiple=true
            hidden=true
            aria-hidden="true"
            data-testid="plan-file-input"
            on:change=move |event| take_plan_files(state, &event_target(&event))
        />
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
            <div aria-live="polite" data-testid="plan-read">
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
                contract::incoming::FoundBy::Identity => "plan-read-here-identity",
                contract::incoming::FoundBy::Name => "plan-read-here-name",
                contract::incoming::FoundBy::Choice => "plan-read-here-choice",
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
    view! {
        <p>{said}</p>
        {undrafted.map(|undrafted| view! { <p class="quiet">{undrafted}</p> })}
        <Choice label=t("plan-read-whose") value=desk.athlete options=options />
    }
}
