//! What all screens share: the open roster, what moved lately, long work, what was done last, what can be done,
//! short messages and the theme.

mod ask;
mod command;
mod review;
mod send;
mod stage;
mod task;
mod theme;
mod toast;
mod undo;

use contract::import::ImportReport;
use contract::roster::{RosterInfo, RosterView};
use contract::{Call, Done, Fault, Topic, Touched};
use domain::id::{AthleteId, BatchId};
use leptos::prelude::*;

pub use ask::{Ask, ask, of};
pub(crate) use command::press;
pub use command::{Command, Offered};
pub use review::{Brought, Doing, Review, untouched};
pub use send::{send, send_added, send_replaced};
pub use stage::Stage;
pub use task::{Ended, Outcome, Task, new_task_id};
pub use theme::{Asked, Theme};
pub use toast::{Toast, Tone};
pub use undo::{Added, Deed, History, Line, Made, Refused, Replacing, Standing, Turn, Undo};

use crate::import::Handed;
use crate::ipc;

/// Several things moved by one change are told together after this long.
const GATHER: std::time::Duration = std::time::Duration::from_millis(40);

/// What all screens share. Cheap to copy; found with [`State::here`].
#[derive(Debug, Clone, Copy)]
pub struct State {
    /// The open roster.
    pub roster: Ask<RosterView>,
    /// What moved last. Pages refetch by it through [`ask`].
    pub touched: RwSignal<Vec<Touched>>,
    gathered: StoredValue<Vec<Touched>>,
    /// Long work, oldest first: what runs, and what ended and was not put away.
    pub tasks: RwSignal<Vec<Task>>,
    /// What was done last, with the way back.
    pub undo: Undo,
    /// What can be done now: everywhere, and on the page that is open.
    pub commands: RwSignal<Vec<Offered>>,
    /// Short messages on screen.
    pub toasts: RwSignal<Vec<Toast>>,
    /// What became of the last import of this run of the program.
    pub report: RwSignal<Option<ImportReport>>,
    /// The import that waits for a decision.
    pub review: Review,
    /// Where the coach is in the triage table.
    pub triage: crate::pages::roster::Place,
    /// Plan files that were handed over: their names, and where they are.
    pub plans: RwSignal<Handed>,
    /// What athletes sent back and was handed over.
    pub returns: RwSignal<Handed>,
    /// Light, dark, of high contrast or the system's choice.
    pub theme: RwSignal<Theme>,
    /// Whether the program is shown to a room, and the tour.
    pub stage: Stage,
}

impl State {
    /// Makes the state, hands it to all components below and begins to ask for the roster.
    #[must_use]
    pub fn provide() -> State {
        let touched = RwSignal::new(Vec::new());
        let state = State {
            roster: ask::ask_by(
                touched,
                |moved| moved.topic == Topic::Athlete || moved.topic == Topic::Activities,
                || Some(RosterInfo {}),
            ),
            touched,
            gathered: StoredValue::new(Vec::new()),
            tasks: RwSignal::new(Vec::new()),
            undo: Undo::new(),
            commands: RwSignal::new(Vec::new()),
            toasts: RwSignal::new(Vec::new()),
            report: RwSignal::new(None),
            review: Review::new(),
            triage: crate::pages::roster::Place::new(),
            plans: RwSignal::new(Vec::new()),
            returns: RwSignal::new(Vec::new()),
            theme: RwSignal::new(Theme::stored()),
            stage: Stage::new(),
        };
        provide_context(state);
        state.follow_stage();
        let asked = Asked::now();
        Effect::new(move |_| state.theme.get().apply(asked.get()));
        // What was done belongs to the roster it was done in.
        Effect::new(move |_| {
            if state.touched.with(|moved| moved.iter().any(|one| one.topic == Topic::Roster)) {
                state.undo.clear();
            }
        });
        state
    }

    /// The state of the components around.
    ///
    /// # Panics
    /// Outside of [`State::provide`], which is a mistake in this program.
    #[must_use]
    pub fn here() -> State {
        expect_context::<State>()
    }

    /// Listens to the host for as long as the page lives.
    pub fn listen(self) {
        ipc::listen(move |moved| self.touch(&[moved]), move |progress| self.progressed(progress));
    }

    /// Asks for a write and tells every page what moved.
    ///
    /// # Errors
    /// The host's fault.
    pub async fn write<C, T>(self, request: &C) -> Result<T, Fault>
    where
        C: Call<Reply = Done<T>>,
    {
        let done = ipc::call(request).await?;
        self.touch(&done.touched);
        Ok(done.value)
    }

    /// Tells every page what moved. The same news from the reply and from the host count once.
    pub fn touch(self, moved: &[Touched]) {
        if moved.is_empty() {
            return;
        }
        let first = self
            .gathered
            .try_update_value(|gathered| {
                let first = gathered.is_empty();
                for one in moved {
                    if !gathered.contains(one) {
                        gathered.push(*one);
                    }
                }
                first
            })
            .unwrap_or(false);
        if first {
            set_timeout(
                move || {
                    if let Some(all) = self.gathered.try_update_value(std::mem::take) {
                        self.touched.try_set(all);
                    }
                },
                GATHER,
            );
        }
    }

    /// Whether the open roster is an athlete's own file; follows it.
    #[must_use]
    pub fn is_own(self) -> bool {
        self.roster.with(|answer| matches!(answer, Some(Ok(roster)) if roster.own.is_some()))
    }

    /// Today, as the host counts it.
    #[must_use]
    pub fn today(self) -> Option<chrono::NaiveDate> {
        self.roster.with(|answer| answer.as_ref().and_then(|a| a.as_ref().ok()).map(|r| r.today))
    }
}

/// The page of an athlete.
#[must_use]
pub fn athlete_path(id: AthleteId) -> String {
    format!("/athlete/{id}")
}

/// The kept report of an import.
#[must_use]
pub fn import_path(batch: BatchId) -> String {
    format!("/import/{batch}")
}

/// An athlete's consent.
#[must_use]
pub fn consent_path(id: AthleteId) -> String {
    format!("/consent/{id}")
}

/// An athlete's season.
#[must_use]
pub fn season_path(id: AthleteId) -> String {
    format!("/season/{id}")
}

/// The page of a race.
#[must_use]
pub fn race_path(athlete: AthleteId, race: domain::id::RaceId) -> String {
    format!("/race/{athlete}/{race}")
}

/// The week board of an athlete.
#[must_use]
pub fn week_path(id: AthleteId, week: domain::week::Week) -> String {
    format!("/week?athlete={id}&week={week}")
}
