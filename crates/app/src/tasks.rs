//! Long tasks: the caller names one, hears its progress, and can cancel it.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use contract::{Progress, Work};
use domain::id::TaskId;
use tokio::sync::broadcast;

/// The tasks that are running.
#[derive(Debug, Default)]
pub(crate) struct Tasks(Mutex<HashMap<TaskId, Arc<AtomicBool>>>);

impl Tasks {
    fn with<T>(&self, work: impl FnOnce(&mut HashMap<TaskId, Arc<AtomicBool>>) -> T) -> T {
        // The map is whole after every step, so a panic elsewhere leaves nothing broken in it.
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Whether any is running.
    pub(crate) fn any(&self) -> bool {
        self.with(|tasks| !tasks.is_empty())
    }

    /// Asks a task to stop. Whether it was running.
    pub(crate) fn cancel(&self, task: TaskId) -> bool {
        self.with(|tasks| tasks.get(&task).map(|flag| flag.store(true, Ordering::Relaxed))).is_some()
    }
}

/// One running task; it says so itself when it ends.
#[derive(Debug)]
pub(crate) struct Running<'a> {
    tasks: &'a Tasks,
    told: &'a broadcast::Sender<Progress>,
    task: Option<TaskId>,
    work: Work,
    cancelled: Arc<AtomicBool>,
    total: u32,
    done: u32,
}

impl crate::App {
    pub(crate) fn begin(&self, task: Option<TaskId>, work: Work, total: usize) -> Running<'_> {
        let cancelled = Arc::new(AtomicBool::new(false));
        if let Some(task) = task {
            self.0.tasks.with(|tasks| tasks.insert(task, Arc::clone(&cancelled)));
        }
        Running {
            tasks: &self.0.tasks,
            told: &self.0.progress,
            task,
            work,
            cancelled,
            total: u32::try_from(total).unwrap_or(u32::MAX),
            done: 0,
        }
    }

    pub(crate) fn cancel(&self, task: TaskId) -> bool {
        self.0.tasks.cancel(task)
    }
}

impl Running<'_> {
    pub(crate) fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }

    /// The same question for work elsewhere.
    pub(crate) fn flag(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.cancelled)
    }

    /// Whether to go on, to be asked by work elsewhere.
    pub(crate) fn go_on(&self) -> impl Fn() -> bool + Send + 'static {
        let cancelled = self.flag();
        move || !cancelled.load(Ordering::Relaxed)
    }

    /// Says how many steps there are, once that is known.
    pub(crate) fn of(&mut self, total: usize) {
        self.total = u32::try_from(total).unwrap_or(u32::MAX);
    }

    /// Adds steps that were not foreseen.
    pub(crate) fn more(&mut self, steps: usize) {
        self.total = self.total.saturating_add(u32::try_from(steps).unwrap_or(u32::MAX));
    }

    pub(crate) fn step(&mut self, at: &str) {
        self.steps(1, at);
    }

    /// Several steps that were done together.
    pub(crate) fn steps(&mut self, steps: usize, at: &str) {
        self.done = self.done.saturating_add(u32::try_from(steps).unwrap_or(u32::MAX));
        self.tell(at, false);
    }

    fn tell(&self, at: &str, finished: bool) {
        if let Some(task) = self.task {
            let (done, total, work) = (self.done, self.total, self.work);
            let stopped = self.is_cancelled();
            // Nobody listening is fine.
            drop(self.told.send(Progress { task, done, total, at: at.to_owned(), finished, work, stopped }));
        }
    }
}

impl Drop for Running<'_> {
    fn drop(&mut self) {
        if let Some(task) = self.task {
            self.tasks.with(|tasks| tasks.remove(&task));
            self.tell("", true);
        }
    }
}
