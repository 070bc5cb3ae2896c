//! Short messages that go away by themselves; faults stay until they are closed.

use std::time::Duration;

use contract::Fault;
use leptos::prelude::*;

use super::State;

/// How long a message that is no fault stays.
const STAYS: Duration = Duration::from_secs(6);

/// How long a message stays that offers to take something back.
const STAYS_LONGER: Duration = Duration::from_secs(10);

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
    /// What was done and can be taken back, by its number in the history.
    pub deed: Option<u32>,
}

impl State {
    /// Says that something was done.
    pub fn say(self, text: String) {
        self.pass(text, None, STAYS);
    }

    /// Says that something was done that can be taken back.
    pub(super) fn say_deed(self, text: String, deed: u32) {
        self.pass(text, Some(deed), STAYS_LONGER);
    }

    /// Says what went wrong where no better place for it is on screen.
    pub fn say_fault(self, fault: &Fault) {
        let (next, trace) = (Some(fault.next.clone()), Some(fault.trace.clone()));
        self.add(Toast { id: 0, tone: Tone::Fault, text: fault.what.clone(), next, trace, deed: None });
    }

    /// Says why something was not done, until it is closed.
    pub fn say_refused(self, text: String, next: String) {
        self.add(Toast { id: 0, tone: Tone::Fault, text, next: Some(next), trace: None, deed: None });
    }

    /// Takes a message away.
    pub fn close_toast(self, id: u32) {
        self.toasts.try_update(|all| all.retain(|toast| toast.id != id));
    }

    fn pass(self, text: String, deed: Option<u32>, stays: Duration) {
        let id = self.add(Toast { id: 0, tone: Tone::Done, text, next: None, trace: None, deed });
        set_timeout(move || self.close_toast(id), stays);
    }

    fn add(self, toast: Toast) -> u32 {
        self.toasts
            .try_update(|all| {
                let id = all.last().map_or(0, |toast| toast.id + 1);
                all.push(Toast { id, ..toast });
                id
            })
            .unwrap_or(0)
    }
}
