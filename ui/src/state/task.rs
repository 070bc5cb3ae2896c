//! Long work of the host: how far each is, its cancel, and what came of it. What ended stays on the list until somebody puts
//! it away or the program ends.

use contract::roster::CancelTask;
use contract::{Fault, FaultCode, Progress, Work};
use domain::id::TaskId;
use leptos::prelude::*;
use leptos::task::spawn_local;
use uuid::{Builder, Uuid};

use super::State;
use crate::ipc;
use crate::words::{t, t_with};

/// Ended work that is kept for looking at.
const KEPT: usize = 30;

/// How a piece of work ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// All of it was done.
    Done,
    /// It was stopped; what was done by then is whole.
    Stopped,
    /// It failed.
    Failed,
}

impl Outcome {
    /// The stable name, used in the words file (`notice-done`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Outcome::Done => "done",
            Outcome::Stopped => "stopped",
            Outcome::Failed => "failed",
        }
    }
}

/// What came of a piece of work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ended {
    /// How it ended.
    pub outcome: Outcome,
    /// In words.
    pub said: String,
    /// Where to look at it: its page and the words of the link.
    pub link: Option<(String, String)>,
    /// A file that was written.
    pub file: Option<String>,
}

impl Ended {
    /// All of it was done.
    #[must_use]
    pub fn done(said: impl Into<String>) -> Ended {
        Ended { outcome: Outcome::Done, said: said.into(), link: None, file: None }
    }

    /// It was stopped.
    #[must_use]
    pub fn stopped(said: impl Into<String>) -> Ended {
        Ended { outcome: Outcome::Stopped, ..Ended::done(said) }
    }

    /// It failed, or was stopped before anything came of it.
    #[must_use]
    pub fn fault(fault: &Fault) -> Ended {
        let outcome = if fault.code == FaultCode::Cancelled { Outcome::Stopped } else { Outcome::Failed };
        Ended { outcome, ..Ended::done(format!("{} {}", fault.what, fault.next)) }
    }

    /// What `told` says of a value, or the fault.
    pub fn of<T>(result: &Result<T, Fault>, told: impl FnOnce(&T) -> Ended) -> Ended {
        result.as_ref().map_or_else(Ended::fault, told)
    }

    /// With the page where more stands.
    #[must_use]
    pub fn at(self, path: impl Into<String>, words: impl Into<String>) -> Ended {
        Ended { link: Some((path.into(), words.into())), ..self }
    }

    /// With the file that was written.
    #[must_use]
    pub fn file(self, path: impl Into<String>) -> Ended {
        Ended { file: Some(path.into()), ..self }
    }
}

/// A piece of long work.
#[derive(Debug, Clone, PartialEq)]
pub struct Task {
    /// Its id, chosen here or by the host.
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
    /// When it began, milliseconds since 1970.
    pub began: f64,
    /// What came of it and when; `None` while it runs.
    pub ended: Option<(Ended, f64)>,
}

impl Task {
    /// Steps done and steps in all; `None` before the first news.
    #[must_use]
    pub fn steps(&self) -> Option<(u32, u32)> {
        let done = self.before + self.progress.as_ref().map_or(0, |p| p.done);
        let total = self.total.or(self.progress.as_ref().map(|p| p.total))?;
        (total > 0).then_some((done.min(total), total))
    }

    /// Whether it goes on.
    #[must_use]
    pub fn runs(&self) -> bool {
        self.ended.is_none()
    }

    fn new(id: TaskId, title: String, total: Option<u32>) -> Task {
        let began = js_sys::Date::now();
        Task { id, title, before: 0, total, progress: None, cancelled: false, foreign: false, began, ended: None }
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
        self.tasks.update(|tasks| tasks.push(Task::new(id, title, total)));
        id
    }

    /// Counts the part of a task that just ended, before the next part begins.
    pub fn advance_task(self, id: TaskId, steps: u32) {
        self.edit_task(id, |task| {
            task.before += steps;
            task.progress = None;
        });
    }

    /// Whether the person asked to stop a task.
    #[must_use]
    pub fn task_cancelled(self, id: TaskId) -> bool {
        self.tasks.with_untracked(|tasks| tasks.iter().any(|task| task.id == id && task.cancelled))
    }

    /// A task ended: what came of it stays on the list.
    pub fn end_task(self, id: TaskId, ended: Ended) {
        self.edit_task(id, |task| task.ended = Some((ended, js_sys::Date::now())));
        self.tasks.try_update(|tasks| {
            while tasks.iter().filter(|task| !task.runs()).count() > KEPT {
                let Some(oldest) = tasks.iter().position(|task| !task.runs()) else { break };
                tasks.remove(oldest);
            }
        });
    }

    /// A task ended, and what came of it is on screen already: it leaves the list.
    pub fn forget_task(self, id: TaskId) {
        self.tasks.try_update(|tasks| tasks.retain(|task| task.id != id));
    }

    /// Puts everything away that ended.
    pub fn forget_ended(self) {
        self.tasks.try_update(|tasks| tasks.retain(Task::runs));
    }

    /// The newest task that runs; follows it.
    #[must_use]
    pub fn running(self) -> Option<Task> {
        self.tasks.with(|tasks| tasks.iter().rev().find(|task| task.runs()).cloned())
    }

    /// Asks the host to stop a task.
    pub fn cancel_task(self, id: TaskId) {
        self.edit_task(id, |task| task.cancelled = true);
        spawn_local(async move {
            if let Err(fault) = ipc::call(&CancelTask { task: id }).await {
                self.say_fault(&fault);
            }
        });
    }

    /// What the host says about a task. Work that somebody else began (the window itself, another page) is shown like our
    /// own and ends when the host says so; our own stays until its caller ends it.
    pub(super) fn progressed(self, progress: Progress) {
        let known = self.tasks.with_untracked(|tasks| tasks.iter().any(|task| task.id == progress.task));
        if !known {
            if progress.finished {
                return;
            }
            let title = t(&format!("work-{}", progress.work.code()));
            self.tasks.try_update(|tasks| {
                tasks.push(Task { foreign: true, ..Task::new(progress.task, title, None) });
            });
        }
        self.edit_task(progress.task, |task| {
            if task.foreign && progress.finished {
                task.ended = Some((told(&progress), js_sys::Date::now()));
            }
            task.progress = Some(progress);
        });
    }

    fn edit_task(self, id: TaskId, edit: impl FnOnce(&mut Task)) {
        self.tasks.try_update(|tasks| {
            if let Some(task) = tasks.iter_mut().find(|task| task.id == id && task.runs()) {
                edit(task);
            }
        });
    }
}

/// What came of work that somebody else began, as far as its last news say.
fn told(last: &Progress) -> Ended {
    let values = [("done", last.done.into()), ("total", last.total.into())];
    let ended = if last.stopped {
        Ended::stopped(t_with("notice-told-stopped", &values))
    } else {
        Ended::done(t_with("notice-told", &values))
    };
    match last.work {
        Work::Import => ended.at("/import", t("notice-look")),
        Work::Draft => ended.at("/board", t("notice-look")),
        _ => ended,
    }
}
