//! Long work of the host: how far it is, and its cancel.

use contract::Progress;
use contract::roster::CancelTask;
use domain::id::TaskId;
use leptos::prelude::*;
use leptos::task::spawn_local;
use uuid::{Builder, Uuid};

use super::State;
use crate::ipc;

/// The long work that runs now.
#[derive(Debug, Clone, PartialEq)]
pub struct Task {
    /// Its id, chosen here.
    pub id: TaskId,
    /// What it is, in words.
    pub title: String,
    /// Steps finished in earlier parts of the same work.
    pub before: u32,
    /// Steps of all parts together, when known here.
    pub total: Option<u32>,
    /// What the host said last.
    pub progress: Option<Progress>,
    /// The person asked to stop.
    pub cancelled: bool,
    /// Begun by somebody else: it ends when the host says so.
    pub foreign: bool,
}

impl Task {
    /// Steps done and steps in all; `None` before the first news.
    #[must_use]
    pub fn steps(&self) -> Option<(u32, u32)> {
        let done = self.before + self.progress.as_ref().map_or(0, |p| p.done);
        let total = self.total.or(self.progress.as_ref().map(|p| p.total))?;
        (total > 0).then_some((done.min(total), total))
    }
}

/// A fresh id for a task.
#[must_use]
pub fn new_task_id() -> TaskId {
    let mut random = [0_u8; 10];
    if let Some(crypto) = web_sys::window().and_then(|w| w.crypto().ok()) {
        // Refused only without a secure context; the time alone then tells two tasks apart.
        let _ = crypto.get_random_values_with_u8_array(&mut random);
    }
    let id: Uuid = Builder::from_unix_timestamp_millis(js_sys::Date::now() as u64, &random).into_uuid();
    TaskId(id)
}

impl State {
    /// Shows a new task and gives its id.
    pub fn begin_task(self, title: String, total: Option<u32>) -> TaskId {
        let id = new_task_id();
        self.task.set(Some(Task { id, title, before: 0, total, progress: None, cancelled: false, foreign: false }));
        id
    }

    /// Counts the part of a task that just ended, before the next part begins.
    pub fn advance_task(self, steps: u32) {
        self.task.try_update(|task| {
            if let Some(task) = task {
                task.before += steps;
                task.progress = None;
            }
        });
    }

    /// Whether the person asked to stop the task that runs now.
    #[must_use]
    pub fn task_cancelled(self) -> bool {
        self.task.with_untracked(|task| task.as_ref().is_some_and(|task| task.cancelled))
    }

    /// Takes the task off the screen.
    pub fn end_task(self) {
        self.task.try_set(None);
    }

    /// Asks the host to stop the task that runs now.
    pub fn cancel_task(self) {
        let Some(id) = self.task.with_untracked(|task| task.as_ref().map(|task| task.id)) else { return };
        self.task.update(|task| {
            if let Some(task) = task {
                task.cancelled = true;
            }
        });
        spawn_local(async move {
            if let Err(fault) = ipc::call(&CancelTask { task: id }).await {
                self.say_fault(&fault);
            }
        });
    }
}
