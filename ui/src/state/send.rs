//! Sending what a form holds, and keeping the way back where there is one.

use contract::call::Done;
use contract::{Call, Fault};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::State;
use super::undo::{Added, Deed, Replacing};
use crate::words::t_with;

/// Sends a write, closes the form when it is done, shows the fault when it is not.
pub fn send<C, T>(state: State, request: C, open: RwSignal<bool>, fault: RwSignal<Option<Fault>>)
where
    C: Call<Reply = Done<T>>,
    T: 'static,
{
    spawn_local(async move {
        ended(state.write(&request).await, open, fault);
    });
}

/// Sends what adds something, and keeps the way back; `what` is its name.
pub fn send_added<A: Added>(
    state: State,
    request: A,
    what: String,
    open: RwSignal<bool>,
    fault: RwSignal<Option<Fault>>,
) {
    spawn_local(async move {
        if let Some(made) = ended(state.write(&request).await, open, fault) {
            let said = t_with("undo-added", &[("what", what.into())]);
            state.did(said.clone(), Deed::added(said, request, &made));
        }
    });
}

/// Sends a newer version of something, and keeps the way back to the one before; `what` is its name.
pub fn send_replaced<A: Replacing>(
    state: State,
    before: A,
    request: A,
    what: String,
    open: RwSignal<bool>,
    fault: RwSignal<Option<Fault>>,
) {
    spawn_local(async move {
        if let Some(made) = ended(state.write(&request).await, open, fault) {
            let said = t_with("undo-changed", &[("what", what.into())]);
            state.did(said.clone(), Deed::replaced(said, before, request, made));
        }
    });
}

fn ended<T>(written: Result<T, Fault>, open: RwSignal<bool>, fault: RwSignal<Option<Fault>>) -> Option<T> {
    match written {
        Ok(value) => {
            open.try_set(false);
            Some(value)
        }
        Err(refused) => {
            fault.try_set(Some(refused));
            None
        }
    }
}

impl State {
    /// Takes something back that a request like `again` adds once more, says so and keeps that way; `what` is its name.
    pub fn take_back<A: Added>(self, back: A::Back, again: A, what: &str, said: String) {
        let what = t_with("undo-withdrawn", &[("what", what.into())]);
        spawn_local(async move {
            match self.write(&back).await {
                Ok(_) => self.did(said, Deed::withdrawn(what, again)),
                Err(fault) => self.say_fault(&fault),
            }
        });
    }
}
