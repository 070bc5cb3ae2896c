//! Sending what a form holds.

use contract::call::Done;
use contract::{Call, Fault};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::State;

/// Sends a write, closes the form when it is done, shows the fault when it is not.
pub fn send<C, T>(state: State, request: C, open: RwSignal<bool>, fault: RwSignal<Option<Fault>>)
where
    C: Call<Reply = Done<T>>,
    T: 'static,
{
    spawn_local(async move {
        match state.write(&request).await {
            Ok(_) => open.set(false),
            Err(refused) => {
                fault.try_set(Some(refused));
            }
        }
    });
}
