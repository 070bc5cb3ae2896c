//! The program before a room: bigger, calmer, and with names covered when asked for. It holds until the program ends.

use contract::people::ListAthletes;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::State;
use crate::{ipc, veil};

/// Presentation, and the tour. Cheap to copy.
#[derive(Debug, Clone, Copy)]
pub struct Stage {
    /// Whether the program is shown to a room.
    pub presenting: RwSignal<bool>,
    /// Whether names and private notes are covered.
    pub covered: RwSignal<bool>,
    /// Which step of the tour is shown.
    pub tour: RwSignal<Option<usize>>,
}

impl Stage {
    pub(super) fn new() -> Stage {
        Stage { presenting: RwSignal::new(false), covered: RwSignal::new(false), tour: RwSignal::new(None) }
    }
}

impl State {
    /// Begins or ends the presentation. With it the veil ends.
    pub fn present(self, on: bool) {
        self.stage.presenting.set(on);
        if !on && self.stage.covered.get_untracked() {
            self.cover_names(false);
        }
    }

    /// Covers names and private notes, or uncovers them; every page asks again.
    pub fn cover_names(self, on: bool) {
        let stage = self.stage;
        spawn_local(async move {
            veil::set(on);
            if on {
                // Asking teaches the veil everybody.
                if let Err(fault) = ipc::call(&ListAthletes {}).await {
                    veil::set(false);
                    return self.say_fault(&fault);
                }
            }
            stage.covered.set(on);
            // What stands on the screen was said before; pages ask anew by themselves.
            self.toasts.set(Vec::new());
        });
    }

    /// Paints the page for a room or for a desk.
    pub(super) fn follow_stage(self) {
        Effect::new(move |_| {
            if let Some(root) = document().document_element() {
                // Setting a plain attribute of the root cannot fail.
                drop(if self.stage.presenting.get() {
                    root.set_attribute("data-presenting", "")
                } else {
                    root.remove_attribute("data-presenting")
                });
            }
        });
    }
}
