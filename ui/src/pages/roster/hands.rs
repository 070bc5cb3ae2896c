//! What is done with the table: one key for each thing that is done often.

use contract::board::ApproveWeek;
use contract::roster::{PlanStatus, TriageRow};
use contract::triage::{MarkAthlete, UnmarkAthlete};
use domain::id::AthleteId;
use domain::triage::{Decision, Shelf};
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::KeyboardEvent;

use super::desk::{Asking, Desk};
use super::place::Place;
use crate::import::GoTo;
use crate::keys::on_control;
use crate::state::{Command, Deed, Refused, State, Turn, athlete_path, week_path};
use crate::words::{t, t_with};

/// The table with the way to other pages.
#[derive(Clone)]
pub(super) struct Hands {
    pub(super) desk: Desk,
    go: GoTo,
}

impl Hands {
    pub(super) fn new(desk: Desk, go: GoTo) -> Hands {
        Hands { desk, go }
    }

    /// What the page offers in the palette and on the sheet of keys.
    pub(super) fn commands(&self) -> Vec<Command> {
        let command = |id, words, keys, run: fn(&Hands)| {
            let hands = StoredValue::new(self.clone());
            Command::new(id, words, keys, move || hands.with_value(run))
        };
        vec![
            command("triage-next", "triage-key-next", "j", |hands| hands.desk.go(1)),
            command("triage-back", "triage-key-back", "k", |hands| hands.desk.go(-1)),
            command("triage-review", "triage-key-review", "r", Hands::review),
            command("triage-snooze", "triage-key-snooze", "s", |hands| hands.ask(Asking::Snooze)),
            command("triage-note", "triage-key-note", "n", |hands| hands.ask(Asking::Note)),
            command("triage-call", "triage-key-call", "c", Hands::call),
            command("triage-approve", "triage-key-approve", "a", Hands::approve),
            command("triage-plan", "triage-key-plan", "p", Hands::plan),
            command("triage-open", "triage-key-open", "Enter", Hands::open),
            command("triage-calls", "triage-calls", "", |hands| hands.desk.asking.set(Some(Asking::Calls))),
        ]
    }

    /// A key of the page; whether it was one.
    pub(super) fn pressed(&self, event: &KeyboardEvent) -> bool {
        match event.key().as_str() {
            "j" | "J" | "ArrowDown" => self.desk.go(1),
            "k" | "K" | "ArrowUp" => self.desk.go(-1),
            "r" | "R" => self.review(),
            "s" | "S" => self.ask(Asking::Snooze),
            "n" | "N" => self.ask(Asking::Note),
            "c" | "C" => self.call(),
            "a" | "A" => self.approve(),
            "p" | "P" => self.plan(),
            // A link or button in focus opens itself.
            "Enter" if !on_control() => self.open(),
            "Escape" if self.desk.place.beside.get_untracked() => self.desk.place.beside.set(false),
            _ => return false,
        }
        true
    }

    fn ask(&self, asking: Asking) {
        if self.desk.here().is_some() {
            self.desk.asking.set(Some(asking));
        }
    }

    /// Reviewed, and on to the next; again takes it back.
    fn review(&self) {
        let Some(line) = self.desk.here() else { return self.desk.go(1) };
        if line.row.marks.shelf() == Shelf::Reviewed {
            unmark(self.desk, &line.row, &Decision::Reviewed);
        } else {
            mark(self.desk, &line.row, Decision::Reviewed, "triage-did-review");
        }
        self.desk.leave();
    }

    fn call(&self) {
        let Some(line) = self.desk.here() else { return };
        let decision = Decision::CallList { line: None };
        match &line.row.marks.call {
            Some(_) => unmark(self.desk, &line.row, &decision),
            None => mark(self.desk, &line.row, decision, "triage-did-call"),
        }
    }

    fn plan(&self) {
        if let Some(line) = self.desk.here() {
            (self.go)(&week_path(line.row.athlete.id, line.row.plan_week));
        }
    }

    /// Beside the table; what stands there already, as a page.
    fn open(&self) {
        let Some(line) = self.desk.here() else { return };
        if self.desk.place.beside.get_untracked() {
            (self.go)(&athlete_path(line.row.athlete.id));
        } else {
            self.desk.place.beside.set(true);
        }
    }

    /// Approves a drafted week that asks for no look.
    fn approve(&self) {
        let Some(line) = self.desk.here() else { return };
        let state = self.desk.state;
        if line.row.plan != PlanStatus::Draft {
            return state.say(t(match line.row.plan {
                PlanStatus::None => "triage-approve-none",
                PlanStatus::Approved | PlanStatus::Exported => "triage-approve-done",
                PlanStatus::NeedsReview | PlanStatus::Edited | PlanStatus::Draft => "triage-approve-look",
            }));
        }
        let (athlete, week) = (line.row.athlete.id, line.row.plan_week);
        let said = t_with("triage-did-approve", &named(&line.row));
        spawn_local(async move {
            match state.write(&ApproveWeek { athlete, week, withdraw: false }).await {
                Ok(_) => state.did(
                    said.clone(),
                    Deed::new(said, move |state, turn| async move {
                        state.write(&ApproveWeek { athlete, week, withdraw: turn == Turn::Back }).await?;
                        Ok(())
                    }),
                ),
                Err(fault) => state.say_fault(&fault),
            }
        });
    }
}

fn named(row: &TriageRow) -> [(&'static str, domain::words::Value); 1] {
    [("name", row.athlete.name.as_str().into())]
}

/// Decides about a row. The reply is the row as it stands then.
pub(super) fn mark(desk: Desk, row: &TriageRow, decision: Decision, said: &'static str) {
    let (athlete, said) = (row.athlete.id, t_with(said, &named(row)));
    turned(desk, athlete, decision, said, Turn::Again);
}

/// Takes a decision back.
pub(super) fn unmark(desk: Desk, row: &TriageRow, decision: &Decision) {
    // Done again it says what stood there, not an empty line.
    let decision = match (&row.marks.call, decision) {
        (Some(call), Decision::CallList { .. }) => Decision::CallList { line: call.line.clone() },
        (_, decision) => decision.clone(),
    };
    let said = t_with("triage-did-back", &named(row));
    turned(desk, row.athlete.id, decision, said, Turn::Back);
}

/// Decides (`Again`) or takes back (`Back`), and keeps the way to the opposite.
fn turned(desk: Desk, athlete: AthleteId, decision: Decision, said: String, turn: Turn) {
    let (state, place) = (desk.state, desk.place);
    spawn_local(async move {
        match decide(state, place, athlete, &decision, turn).await {
            Ok(()) => {
                let opposite = move |state, asked| {
                    let decision = decision.clone();
                    let turn = if (turn == Turn::Again) == (asked == Turn::Again) { Turn::Again } else { Turn::Back };
                    async move { decide(state, place, athlete, &decision, turn).await }
                };
                // Thirty reviews must not pile up thirty messages: only the last can be taken back from one.
                state.toasts.try_update(|all| all.retain(|toast| toast.deed.is_none()));
                state.did(said.clone(), Deed::new(said, opposite));
            }
            Err(Refused::Fault(fault)) => state.say_fault(&fault),
            Err(other) => state.say(other.said()),
        }
    });
}

async fn decide(
    state: State,
    place: Place,
    athlete: AthleteId,
    decision: &Decision,
    turn: Turn,
) -> Result<(), Refused> {
    let row = match turn {
        Turn::Again => state.write(&MarkAthlete { athlete, decision: decision.clone() }).await?,
        Turn::Back => state.write(&UnmarkAthlete { athlete, kind: decision.kind() }).await?,
    };
    place.fresh.try_set(Some(row));
    Ok(())
}
