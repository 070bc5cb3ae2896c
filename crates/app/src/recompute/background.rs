//! Work that no call waits for: one task at a time over the athletes that wait, visible to everybody and to be cancelled.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use contract::{Topic, Touched, Work};
use domain::id::{AthleteId, TaskId};
use store::Roster;

use super::standing::Known;
use super::{Reason, engine};
use crate::tasks::Running;
use crate::{App, AppFault};

/// What runs of one program share.
#[derive(Debug)]
pub(crate) struct Recomputing {
    /// One long run at a time.
    pub(super) turn: tokio::sync::Mutex<()>,
    /// One question to the roster at a time.
    pub(super) reading: tokio::sync::Mutex<()>,
    /// Threads that compute.
    pub(super) threads: tokio::sync::Semaphore,
    pub(super) known: Known,
    queue: Mutex<Queue>,
}

#[derive(Debug, Default)]
struct Queue {
    task: Option<TaskId>,
    at: Option<AthleteId>,
    waiting: BTreeMap<AthleteId, Reason>,
}

impl Default for Recomputing {
    fn default() -> Recomputing {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Recomputing {
            turn: tokio::sync::Mutex::default(),
            reading: tokio::sync::Mutex::default(),
            threads: tokio::sync::Semaphore::new(cores.clamp(1, 2)),
            known: Known::default(),
            queue: Mutex::default(),
        }
    }
}

impl Recomputing {
    fn with<T>(&self, work: impl FnOnce(&mut Queue) -> T) -> T {
        // The queue is whole after every step.
        work(&mut self.queue.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// The task at work in the background, if it is (or will be) at this athlete, or at anybody.
    pub(super) fn task_for(&self, athlete: Option<AthleteId>) -> Option<TaskId> {
        self.with(|queue| {
            let theirs = |id| queue.at == Some(id) || queue.waiting.contains_key(&id);
            queue.task.filter(|_| athlete.is_none_or(theirs))
        })
    }

    /// Nothing more is begun, and what runs ends with its batch: another roster is opened, or none.
    pub(crate) fn stop(&self, app: &App) {
        let task = self.with(|queue| {
            queue.waiting.clear();
            queue.at = None;
            queue.task.take()
        });
        self.known.forget();
        if let Some(task) = task {
            app.cancel(task);
        }
    }

    /// The next athlete for a task; none when it was stopped or has nothing more to do, and then it is over.
    fn next(&self, task: TaskId) -> Option<(AthleteId, Reason)> {
        self.with(|queue| {
            if queue.task != Some(task) {
                return None;
            }
            let next = queue.waiting.pop_first();
            queue.at = next.map(|(athlete, _)| athlete);
            if next.is_none() {
                queue.task = None;
            }
            next
        })
    }

    /// What waits is given up until somebody asks again.
    fn give_up(&self, task: TaskId) {
        self.with(|queue| {
            if queue.task == Some(task) {
                *queue = Queue::default();
            }
        });
    }
}

/// Has an athlete computed in the background, by the task at work or by a new one.
pub(super) fn start(app: &App, roster: &Roster, athlete: AthleteId, reason: Reason) {
    let new = app.0.recomputing.with(|queue| {
        queue.waiting.insert(athlete, reason);
        match queue.task {
            Some(_) => None,
            None => {
                queue.task = Some(app.id(TaskId));
                queue.task
            }
        }
    });
    let Some(task) = new else { return };
    let (app, roster) = (app.clone(), roster.clone());
    tokio::spawn(async move {
        let mut running = app.begin(Some(task), Work::Recompute, 0);
        if let Err(fault) = work(&app, &roster, task, &mut running).await {
            // Nobody waits for an answer: what is still out of date is shown as such, and found again.
            app.0.recomputing.give_up(task);
            tracing::error!(%fault, "computing again ended early");
        }
    });
}

async fn work(app: &App, roster: &Roster, task: TaskId, running: &mut Running<'_>) -> Result<(), AppFault> {
    let recomputing = &app.0.recomputing;
    while let Some((id, reason)) = recomputing.next(task) {
        let _turn = recomputing.turn.lock().await;
        let athlete = app.athlete(roster, id).await?;
        running.more(app.standing(roster, &athlete).await?.stale.len());
        let settled = engine::settle_under(app, roster, &athlete, reason, running).await?;
        if settled.activities > 0 {
            app.tell(&[Touched { athlete: Some(id), topic: Topic::Activities }]);
        }
        if running.is_cancelled() {
            recomputing.give_up(task);
        }
    }
    Ok(())
}

/// Looks through a roster that was just opened for what an earlier version computed, or a run that was cut left behind, and
/// goes on with it. The opening does not wait for this.
pub(crate) fn resume(app: &App, roster: &Roster) {
    let (app, roster) = (app.clone(), roster.clone());
    tokio::spawn(async move {
        if let Err(fault) = find(&app, &roster).await {
            tracing::warn!(%fault, "what is out of date was not looked for");
        }
    });
}

async fn find(app: &App, roster: &Roster) -> Result<(), AppFault> {
    for athlete in roster.athletes().await? {
        if !app.is_open(roster).await {
            return Ok(());
        }
        if app.standing(roster, &athlete).await?.waiting() > 0 {
            start(app, roster, athlete.id, Reason::Opened);
        }
    }
    Ok(())
}
