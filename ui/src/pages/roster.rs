//! Roster triage: who needs attention, and why.

pub(crate) mod add;
mod asking;
mod assign;
mod bars;
mod beside;
mod calls;
mod desk;
mod hands;
mod nobody;
mod order;
mod place;
mod row;
mod strip;
mod table;
mod tools;

use std::collections::BTreeSet;

use contract::Topic;
use contract::roster::Triage;
use contract::triage::ShowTriageRow;
use domain::id::AthleteId;
use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::entry::{AddActivityDialog, SquadMorningDialog};
use crate::import::{ImportButtons, go_to};
use crate::ipc;
use crate::keys::{active, blur, is_chord, is_typing};
use crate::pages::start::TourOffer;
use crate::parts::{Button, FaultView, PageHead, Skeleton};
use crate::shell::PresentButton;
use crate::state::{State, ask};
use crate::words::t;

use add::AddAthleteDialog;
pub(crate) use add::own_zone;
use asking::{NoteDialog, SnoozeDialog, open_while};
use assign::{AssignDialog, UnassignedNotice};
use beside::Beside;
use calls::CallsDialog;
use desk::{Asking, Desk};
use hands::Hands;
use nobody::NobodyYet;
pub use order::{Column, Group, Grouping, Item, Line, grouped, items};
pub use place::Place;
pub use strip::Strip;
use table::{Table, under};
use tools::{FilterDialog, Tools};

/// Rows asked for one by one; where more moved the whole table is asked for.
const FEW: usize = 6;

/// What the page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    Waiting,
    Fault,
    Nobody,
    Table,
}

/// Triage of the whole club.
#[component]
pub fn RosterPage() -> impl IntoView {
    let state = State::here();
    // What moved for one athlete is asked for by itself: the other rows stay.
    let triage = ask(
        |moved| moved.athlete.is_none() && !matches!(moved.topic, Topic::Roster | Topic::Triage),
        || Some(Triage { on: None }),
    );
    let desk = Desk::new(state);
    Effect::new(move |_| {
        if let Some(view) = triage.value() {
            desk.show(view);
        }
    });
    Effect::new(move |_| {
        if let Some(row) = desk.place.fresh.get() {
            desk.put(row);
        }
    });
    Effect::new(move |earlier: Option<()>| {
        let moved: BTreeSet<AthleteId> = state.touched.with(|all| {
            all.iter().filter(|moved| moved.topic != Topic::Triage).filter_map(|moved| moved.athlete).collect()
        });
        // The news that were here before this page are not news to it.
        if earlier.is_none() {
            return;
        }
        if moved.len() > FEW {
            triage.again();
        } else {
            moved.into_iter().for_each(|athlete| renew(desk, athlete));
        }
    });
    let look = Memo::new(move |_| {
        triage.with(|answer| match answer {
            None => Look::Waiting,
            Some(Err(_)) => Look::Fault,
            Some(Ok(view)) if view.rows.is_empty() => Look::Nobody,
            Some(Ok(_)) => Look::Table,
        })
    });
    let adding = RwSignal::new(false);
    let assigning = RwSignal::new(false);
    let recording = RwSignal::new(false);
    let morning = RwSignal::new(false);
    let anybody = move || look.get() == Look::Table;
    let said = Signal::derive(move || if anybody() { under(desk) } else { String::new() });
    let fault = move || triage.with(|answer| answer.as_ref().and_then(|answer| answer.as_ref().err().cloned()));
    view! {
        <div class="page page-triage">
            <PageHead title=t("screen-nav-roster") under=said>
                <Button on_press=move || adding.set(true)>{t("screen-add-athlete")}</Button>
                <Show when=anybody>
                    <Button on_press=move || recording.set(true)>{t("screen-add-activity")}</Button>
                    <Button on_press=move || morning.set(true)>{t("screen-morning")}</Button>
                    <PresentButton />
                </Show>
                <ImportButtons primary=true />
            </PageHead>
            <UnassignedNotice triage=triage open=assigning />
            {move || match look.get() {
                Look::Waiting => view! { <Skeleton lines=12 /> }.into_any(),
                Look::Fault => {
                    fault()
                        .map(|fault| view! { <FaultView fault=fault retry=UnsyncCallback::new(move |()| triage.again()) /> })
                        .into_any()
                }
                Look::Nobody => view! { <NobodyYet adding=adding /> }.into_any(),
                Look::Table => view! { <TourOffer /> <Queue desk=desk /> }.into_any(),
            }}
            <AddAthleteDialog open=adding />
            <AddActivityDialog open=recording />
            <SquadMorningDialog open=morning />
            <AssignDialog open=assigning triage=triage state=state />
        </div>
    }
}

/// Asks for one row again.
fn renew(desk: Desk, athlete: AthleteId) {
    spawn_local(async move {
        match ipc::call(&ShowTriageRow { athlete }).await {
            Ok(row) => desk.put(row),
            Err(fault) => desk.state.say_fault(&fault),
        }
    });
}

/// The table with its tools, its keys, and the athlete beside it.
#[component]
fn Queue(desk: Desk) -> impl IntoView {
    let field = NodeRef::<html::Input>::new();
    let hands = Hands::new(desk, go_to());
    desk.state.offer("screen-nav-roster", hands.commands());
    let keys = window_event_listener(ev::keydown, move |event| {
        if is_typing() || is_chord(&event) {
            if event.key() == "Escape" && field.get_untracked().is_some_and(|f| is_focused(&f)) {
                desk.place.filter.update(|filter| filter.text.clear());
                blur();
            }
            return;
        }
        if matches!(event.key().as_str(), "/" | "f" | "F") {
            event.prevent_default();
            if let Some(field) = field.get_untracked() {
                // Focus is refused only by elements that are not on the page.
                let _ = field.focus();
            }
        } else if hands.pressed(&event) {
            event.prevent_default();
        }
    });
    on_cleanup(move || keys.remove());
    let naming = open_while(desk, Asking::Filter);
    view! {
        <Tools desk=desk field=field />
        <div class="triage-split" class:triage-split-open=move || desk.place.beside.get()>
            <div class="card card-flush triage-card">
                <Table desk=desk />
            </div>
            <Show when=move || desk.place.beside.get()>
                <Beside desk=desk />
            </Show>
        </div>
        <p class="key-hints" aria-hidden="true">
            {["J", "K", "R", "S", "N", "C", "A", "P", "\u{21b5}", "F"]
                .into_iter()
                .zip([
                    "", "triage-hint-move", "triage-hint-review", "triage-hint-snooze", "triage-hint-note", "triage-hint-call",
                    "triage-hint-approve", "screen-key-plan", "triage-hint-open", "screen-key-filter",
                ])
                .map(|(key, words)| view! { <kbd>{key}</kbd> {(!words.is_empty()).then(|| t(words))} })
                .collect_view()}
        </p>
        <NoteDialog desk=desk />
        <SnoozeDialog desk=desk />
        <CallsDialog desk=desk />
        <FilterDialog desk=desk open=naming />
    }
}

fn is_focused(element: &web_sys::HtmlInputElement) -> bool {
    active().is_some_and(|active| active.is_same_node(Some(element)))
}
