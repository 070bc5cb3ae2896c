//! What was done last, and the way back and forth again. Nothing that was written is taken away: going back appends, by the
//! same calls a person could make.

mod added;
mod deed;
mod history;

use contract::Fault;
use domain::reason::Reason;
use leptos::prelude::*;
use leptos::task::spawn_local;

pub use deed::{Added, Deed, Made, Replacing};
pub use history::{History, Line, Standing};

use super::State;
use crate::words::{sentence, t, t_with};

/// Why a deed could not be taken back or done again.
#[derive(Debug, Clone, PartialEq)]
pub enum Refused {
    /// The host's fault.
    Fault(Fault),
    /// Limits that would break; nothing was changed.
    Limits(Vec<Reason>),
    /// It is not there any more.
    NotThere,
}

impl From<Fault> for Refused {
    fn from(fault: Fault) -> Refused {
        Refused::Fault(fault)
    }
}

impl Refused {
    /// In words.
    #[must_use]
    pub fn said(&self) -> String {
        match self {
            Refused::Fault(fault) => format!("{} {}", fault.what, fault.next),
            Refused::Limits(broken) => broken.iter().map(sentence).collect::<Vec<_>>().join(" "),
            Refused::NotThere => t("undo-not-there"),
        }
    }
}

/// Which way a deed goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// It is taken back.
    Back,
    /// It is done again.
    Again,
}

/// The last deeds. Cheap to copy.
#[derive(Debug, Clone, Copy)]
pub struct Undo {
    history: RwSignal<History<Deed>, LocalStorage>,
    busy: RwSignal<bool>,
}

impl Undo {
    pub(super) fn new() -> Undo {
        Undo { history: RwSignal::new_local(History::default()), busy: RwSignal::new(false) }
    }

    /// Reads the last deeds and follows them.
    pub fn with<R>(self, read: impl FnOnce(&History<Deed>) -> R) -> R {
        self.history.with(read)
    }

    /// Forgets them: another roster is open.
    pub(super) fn clear(self) {
        self.history.try_set(History::default());
    }

    /// Whether this is what would be taken back next; follows it.
    #[must_use]
    pub fn is_next(self, id: u32) -> bool {
        self.with(|history| history.next_undo().is_some_and(|line| line.id == id))
    }
}

impl State {
    /// Says what was done, and keeps the way back.
    pub fn did(self, said: String, deed: Deed) {
        if let Some(id) = self.undo.history.try_update(|history| history.push(deed)) {
            self.say_deed(said, id);
        }
    }

    /// Takes the last deed back.
    pub fn undo_last(self) {
        match self.undo.history.with_untracked(|history| history.next_undo().map(|line| line.id)) {
            Some(id) => self.turn(id, Turn::Back),
            None => self.say(t("undo-nothing")),
        }
    }

    /// Does again what was taken back last.
    pub fn redo_last(self) {
        match self.undo.history.with_untracked(|history| history.next_redo().map(|line| line.id)) {
            Some(id) => self.turn(id, Turn::Again),
            None => self.say(t("redo-nothing")),
        }
    }

    /// Takes one deed back, or does it again. One at a time: the next begins from what this one leaves.
    pub fn turn(self, id: u32, turn: Turn) {
        let Undo { history, busy } = self.undo;
        let deed = history.with_untracked(|history| history.line(id).map(|line| line.deed.clone()));
        let Some(deed) = deed.filter(|_| !busy.get_untracked()) else { return };
        busy.set(true);
        spawn_local(async move {
            let went = deed.go(turn, self).await;
            busy.try_set(false);
            let (standing, key, refused) = match turn {
                Turn::Back => (Standing::Undone, "undo-done", "undo-refused"),
                Turn::Again => (Standing::Done, "redo-done", "redo-refused"),
            };
            let what = [("what", deed.what.as_str().into())];
            match went {
                Ok(()) => {
                    history.try_update(|history| history.stands(id, standing));
                    self.say(t_with(key, &what));
                }
                Err(why) => {
                    let why = why.said();
                    history.try_update(|history| history.refuse(id, why.clone()));
                    self.say_refused(t_with(refused, &what), why);
                }
            }
        });
    }
}
