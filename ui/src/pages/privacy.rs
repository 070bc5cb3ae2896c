//! What is kept about people: of one athlete a copy of everything, or the end of it; of the club how long things are kept,
//! tables without names, and who was erased when.

mod anonymous;
mod erase;
mod retention;

use contract::Topic;
use contract::entry::ExportAthlete;
use contract::people::{ListAthletes, Person};
use contract::privacy::ListErasures;
use domain::erasure::Tombstone;
use domain::id::AthleteId;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::ipc;
use crate::parts::{Button, Card, Choice, ExportedNote, PageHead, Shown};
use crate::state::{Ask, Ended, State, ask};
use crate::words::{t, t_with};

use anonymous::AnonymousCard;
use erase::EraseButton;
use retention::RetentionCard;

/// The page.
#[component]
pub fn PrivacyPage() -> impl IntoView {
    let people = ask(|moved| moved.topic == Topic::Athlete, || Some(ListAthletes {}));
    view! {
        <div class="page page-narrow">
            <PageHead title=t("privacy-page") under=t("privacy-page-under") />
            <Card title=t("privacy-one")>
                <Shown ask=people lines=2 then=|people| view! { <OneAthlete people=people /> }.into_any() />
            </Card>
            <RetentionCard />
            <AnonymousCard />
            <Tombstones />
        </div>
    }
}

/// A copy of everything about one athlete, and their erasure.
#[component]
fn OneAthlete(people: Vec<Person>) -> impl IntoView {
    let state = State::here();
    let chosen = RwSignal::new(String::new());
    let id = Signal::derive(move || chosen.get().parse::<AthleteId>().ok());
    let options: Vec<(String, String)> = std::iter::once((String::new(), t("privacy-nobody")))
        .chain(people.into_iter().map(|person| (person.id.to_string(), person.name)))
        .collect();
    let written = RwSignal::new(None);
    let busy = RwSignal::new(false);
    let export = move || {
        let Some(athlete) = id.get_untracked() else { return };
        busy.set(true);
        spawn_local(async move {
            let task = state.begin_task(t("screen-export-all-running"), None);
            let came = ipc::call(&ExportAthlete { athlete, folder: None, task: Some(task) }).await;
            state.end_task(task, Ended::of(&came, |file| Ended::done(t("screen-exported")).file(file.path.clone())));
            busy.try_set(false);
            written.try_set(Some(came));
        });
    };
    let cannot = Signal::derive(move || id.get().is_none() || busy.get());
    view! {
        <Choice label=t("privacy-athlete") value=chosen options=options />
        <p class="quiet">{t("privacy-copy-hint")}</p>
        <div>
            <Button disabled=cannot on_press=export>
                {t("privacy-copy")}
            </Button>
        </div>
        <ExportedNote written=written />
        <p class="quiet">{t("privacy-erase-hint")}</p>
        <EraseButton id=id />
    }
}

/// Who was erased when; no names.
#[component]
fn Tombstones() -> impl IntoView {
    let stones: Ask<Vec<Tombstone>> = ask(|moved| moved.topic == Topic::Roster, || Some(ListErasures {}));
    view! {
        <Card title=t("privacy-tombstones")>
            <p class="quiet">{t("privacy-tombstones-hint")}</p>
            <Shown ask=stones lines=1 then=|stones| list(&stones) />
        </Card>
    }
}

fn list(stones: &[Tombstone]) -> AnyView {
    if stones.is_empty() {
        return view! { <p>{t("privacy-tombstones-none")}</p> }.into_any();
    }
    let lines: Vec<_> = stones.iter().map(|stone| view! { <li>{said(stone)}</li> }).collect();
    view! { <ul>{lines}</ul> }.into_any()
}

/// A tombstone in words.
fn said(stone: &Tombstone) -> String {
    let reason = t(&format!("erasure-reason-{}", stone.reason.code()));
    let facts = [
        ("id", stone.id.to_string().into()),
        ("day", stone.day.to_string().into()),
        ("reason", reason.into()),
        ("rows", (stone.removed.values().sum::<u64>() as f64).into()),
    ];
    let line = t_with("privacy-tombstone", &facts);
    if stone.pending { format!("{line} {}", t("privacy-pending")) } else { line }
}
