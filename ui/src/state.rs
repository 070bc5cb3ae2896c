//! What all screens share: the open roster, what moved lately, the running task, short messages and the theme.

mod ask;
mod review;
mod send;
mod task;
mod theme;
mod toast;

use contract::import::ImportReport;
use contract::plan::VerifiedPlan;
use contract::roster::{RosterInfo, RosterView};
use contract::{Call, Done, Fault, Progress, Topic, Touched};
use domain::id::{AthleteId, BatchId};
use leptos::prelude::*;

pub use ask::{Ask, ask, of};
pub use review::{Brought, Doing, Review, untouched};
pub use send::send;
pub use task::{Task, new_task_id};
pub use theme::Theme;
pub use toast::{Toast, Tone};

use crate::ipc;
use crate::words::t;

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
    /// The long work that runs now, if any.
    pub task: RwSignal<Option<Task>>,
    /// Short messages on screen.
    pub toasts: RwSignal<Vec<Toast>>,
    /// What became of the last import of this run of the program.
    pub report: RwSignal<Option<ImportReport>>,
    /// The import that waits for a decision.
    pub review: Review,
    /// Plan files that were handed over: their names, and what they are worth.
    pub plans: RwSignal<Vec<(String, Result<VerifiedPlan, Fault>)>>,
    /// Light, dark or the system's choice.
    pub theme: RwSignal<Theme>,
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
            task: RwSignal::new(None),
            toasts: RwSignal::new(Vec::new()),
            report: RwSignal::new(None),
            review: Review::new(),
            plans: RwSignal::new(Vec::new()),
            theme: RwSignal::new(Theme::stored()),
        };
        provide_context(state);
        Effect::new(move |_| state.theme.get().apply());
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

    /// Work that somebody else began (the window itself, another page) is shown while nothing of our own runs, and goes
    /// away by itself; our own stays until its caller ends it.
    fn progressed(self, progress: Progress) {
        self.task.try_update(|task| match task {
            Some(own) if own.id == progress.task && own.foreign && progress.finished => *task = None,
            Some(own) if own.id == progress.task => own.progress = Some(progress),
            None if !progress.finished => {
                *task = Some(Task {
                    id: progress.task,
                    title: t("screen-task-reading"),
                    before: 0,
                    total: None,
                    progress: Some(progress),
                    cancelled: false,
                    foreign: true,
                });
            }
            _ => {}
        });
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

/// An athlete's season.
#[must_use]
pub fn season_path(id: AthleteId) -> String {
    format!("/season/{id}")
}

/// The week board of an athlete.
#[must_use]
pub fn week_path(id: AthleteId, week: domain::week::Week) -> String {
    format!("/week?athlete={id}&week={week}")
}
