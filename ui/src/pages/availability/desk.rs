//! What the parts of the page share: the week, the cell looked at, what is typed, and who is chosen.

use std::collections::BTreeSet;

use contract::Topic;
use contract::athlete::SetAvailability;
use contract::club::{AvailabilityGrid, AvailabilityRow, ShowAvailability};
use domain::availability::Availability;
use domain::id::{AthleteId, SquadId};
use domain::week::Week;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{edit, exception};
use crate::keys::step;
use crate::state::{Ask, State, ask};
use crate::words::t;

/// A day of an athlete.
pub(super) type At = (AthleteId, usize);

/// The page's state. Cheap to copy.
#[derive(Debug, Clone, Copy)]
pub(super) struct Desk {
    /// What all screens share.
    pub state: State,
    /// Which week.
    pub week: RwSignal<Option<Week>>,
    /// One squad only, by its id; everybody if empty.
    pub squad: RwSignal<String>,
    /// The grid.
    pub grid: Ask<AvailabilityGrid>,
    /// The cell looked at.
    pub at: RwSignal<Option<At>>,
    /// The cell that is typed into.
    pub editing: RwSignal<Option<At>>,
    /// What is typed.
    pub text: RwSignal<String>,
    /// What is typed is no number of minutes.
    pub wrong: RwSignal<bool>,
    /// Rows chosen for an exception.
    pub chosen: RwSignal<BTreeSet<AthleteId>>,
    /// Whether the dialog for an exception is open.
    pub excepting: RwSignal<bool>,
    /// Whether the dialog for a usual week is open.
    pub answering: RwSignal<bool>,
}

impl Desk {
    /// Asks for the running week.
    pub(super) fn new(state: State) -> Desk {
        let week = RwSignal::new(None::<Week>);
        Effect::new(move |_| {
            if let Some(today) = state.today().filter(|_| week.get_untracked().is_none()) {
                week.set(Some(Week::of(today)));
            }
        });
        let squad = RwSignal::new(String::new());
        let request =
            move || Some(ShowAvailability { week: week.get()?, squad: squad.with(|id| id.parse::<SquadId>().ok()) });
        Desk {
            state,
            week,
            squad,
            grid: ask(|moved| moved.topic == Topic::Athlete, request),
            at: RwSignal::new(None),
            editing: RwSignal::new(None),
            text: RwSignal::new(String::new()),
            wrong: RwSignal::new(false),
            chosen: RwSignal::new(BTreeSet::new()),
            excepting: RwSignal::new(false),
            answering: RwSignal::new(false),
        }
    }

    /// Reads the grid, once it is there; follows it.
    pub(super) fn with<R>(self, read: impl FnOnce(&AvailabilityGrid) -> R) -> Option<R> {
        self.grid.with(|answer| answer.as_ref().and_then(|answer| answer.as_ref().ok()).map(read))
    }

    /// One athlete's row with the week it is of; follows the grid.
    pub(super) fn row(self, id: AthleteId) -> Option<(Week, AvailabilityRow)> {
        self.with(|grid| Some((grid.week, grid.rows.iter().find(|row| row.athlete == id)?.clone())))?
    }

    /// The athletes an exception would be for: those chosen, or the one looked at.
    pub(super) fn whom(self) -> Vec<(AthleteId, String)> {
        let here = self.at.get().map(|(id, _)| id);
        let chosen = self.chosen.get();
        let wanted = |id: AthleteId| if chosen.is_empty() { here == Some(id) } else { chosen.contains(&id) };
        let named = |grid: &AvailabilityGrid| {
            grid.rows.iter().filter(|row| wanted(row.athlete)).map(|row| (row.athlete, row.name.clone())).collect()
        };
        self.with(named).unwrap_or_default()
    }

    /// Looks at the cell so many rows and days further, and gives it the keyboard.
    pub(super) fn go(self, rows: isize, days: isize) {
        let Some((id, day)) = self.at.get_untracked() else { return };
        let to = untrack(|| {
            self.with(|grid| {
                let here = grid.rows.iter().position(|row| row.athlete == id);
                Some((grid.rows[step(here, rows, grid.rows.len())?].athlete, step(Some(day), days, 7)?))
            })
        });
        if let Some(to) = to.flatten() {
            self.look_at(to);
        }
    }

    /// Looks at a cell and gives it the keyboard.
    pub(super) fn look_at(self, to: At) {
        self.at.set(Some(to));
        let cell = document().query_selector(&format!("[data-cell='{}']", name(to))).ok().flatten();
        if let Some(cell) = cell.and_then(|cell| cell.dyn_into::<HtmlElement>().ok()) {
            // Refused only by elements that are not on the page.
            let _ = cell.focus();
        }
    }

    /// Begins to type into the cell looked at; nothing given begins with what usually holds there.
    pub(super) fn begin(self, text: Option<&str>) {
        let Some(at) = self.at.get_untracked() else { return };
        let Some((week, row)) = untrack(|| self.row(at.0)) else { return };
        if row.rooms[at.1].exception.is_some() {
            return self.state.say(t("availability-under-exception"));
        }
        let usual = edit::usual(&row, week.days()[at.1]);
        let text = text.map_or_else(|| usual.map(|minutes| minutes.to_string()).unwrap_or_default(), str::to_owned);
        self.text.set(text);
        self.wrong.set(false);
        self.editing.set(Some(at));
    }

    /// Ends typing without keeping anything.
    pub(super) fn cancel(self) {
        self.wrong.set(false);
        self.editing.set(None);
    }

    /// Keeps what is typed as the usual minutes from this week on. Whether it could be read.
    pub(super) fn keep(self) -> bool {
        let Some(at) = self.editing.get_untracked() else { return true };
        let Ok(minutes) = edit::minutes(&self.text.get_untracked()) else {
            self.wrong.set(true);
            return false;
        };
        self.cancel();
        if let Some((week, row)) = untrack(|| self.row(at.0))
            && edit::usual(&row, week.days()[at.1]) != minutes
        {
            self.answer(at.0, edit::edited(&row, week, at.1, minutes));
        }
        true
    }

    fn answer(self, athlete: AthleteId, availability: Availability) {
        let state = self.state;
        spawn_local(async move {
            if let Err(fault) = state.write(&SetAvailability { athlete, availability }).await {
                state.say_fault(&fault);
            }
        });
    }

    /// Chooses the row looked at for an exception, or no longer.
    pub(super) fn choose(self, id: AthleteId) {
        self.chosen.update(|chosen| {
            if !chosen.remove(&id) {
                chosen.insert(id);
            }
        });
    }

    /// Takes back the exception that holds on the cell looked at.
    pub(super) fn withdraw(self) {
        let Some((id, day)) = self.at.get_untracked() else { return };
        let Some((week, row)) = untrack(|| self.row(id)) else { return };
        match edit::exception_on(&row, week.days()[day]) {
            Some(one) => exception::withdraw(self.state, one),
            None => self.state.say(t("availability-nothing-to-withdraw")),
        }
    }
}

/// The name a cell has on the page.
pub(super) fn name((id, day): At) -> String {
    format!("{id}/{day}")
}

/// The cell with this name.
pub(super) fn named(name: &str) -> Option<At> {
    let (id, day) = name.split_once('/')?;
    Some((id.parse().ok()?, day.parse().ok().filter(|day| *day < 7)?))
}
