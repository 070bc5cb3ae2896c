//! Short messages that go away by themselves; faults stay until they are closed.

use std::time::Duration;

use contract::Fault;
use leptos::prelude::*;

use super::State;

/// How long a message that is no fault stays.
const STAYS: Duration = Duration::from_secs(6);

/// What a message is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Something was done.
    Done,
    /// Something went wrong.
    Fault,
}

/// One message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toast {
    /// Tells it from the others.
    pub id: u32,
    /// What it is about.
    pub tone: Tone,
    /// The text.
    pub text: String,
    /// What to do next, if anything.
    pub next: Option<String>,
    /// Id of the log line, for faults.
    pub trace: Option<String>,
}

impl State {
    /// Says that something was done.
    pub fn say(self, text: String) {
        let id = self.add(Tone::Done, text, None, None);
        set_timeout(move || self.close_toast(id), STAYS);
    }

    /// Says what went wrong where no better place for it is on screen.
    pub fn say_fault(self, fault: &Fault) {
        self.add(Tone::Fault, fault.what.clone(), Some(fault.next.clone()), Some(fault.trace.clone()));
    }

    /// Takes a message away.
    pub fn close_toast(self, id: u32) {
        self.toasts.try_update(|all| all.retain(|toast| toast.id != id));
    }

    fn add(self, tone: Tone, text: String, next: Option<String>, trace: Option<String>) -> u32 {
        self.toasts
            .try_update(|all| {
                let id = all.last().map_or(0, |toast| toast.id + 1);
                all.push(Toast { id, tone, text, next, trace });
                id
            })
            .unwrap_or(0)
    }
}
