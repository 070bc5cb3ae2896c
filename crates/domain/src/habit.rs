//! What a coach does again and again to proposals, counted in the open: seen, and followed only while it is switched on.

use chrono::Weekday;
use serde::{Deserialize, Serialize};

use crate::session::SessionKind;

/// One habit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "habit", rename_all = "kebab-case")]
pub enum Habit {
    /// Sessions of a kind are moved to a weekday.
    MovesTo {
        /// Which.
        kind: SessionKind,
        /// Where to.
        day: Weekday,
    },
    /// Sessions of a kind are taken out on a weekday.
    RemovesOn {
        /// Which.
        kind: SessionKind,
        /// When.
        day: Weekday,
    },
    /// Sessions of a kind are made shorter (or longer): the middle percent, in steps of five.
    Scales {
        /// Which.
        kind: SessionKind,
        /// Percent of what was proposed.
        percent: u32,
    },
    /// Sessions of a kind are replaced by another kind.
    Replaces {
        /// Which.
        kind: SessionKind,
        /// By what.
        by: SessionKind,
    },
}

impl Habit {
    /// A stable name of this very habit, such as `moves-to long sat`: switches are kept by it.
    #[must_use]
    pub fn code(&self) -> String {
        let day = |day: &Weekday| day.to_string().to_lowercase();
        match self {
            Habit::MovesTo { kind, day: to } => format!("moves-to {} {}", kind.code(), day(to)),
            Habit::RemovesOn { kind, day: on } => format!("removes-on {} {}", kind.code(), day(on)),
            Habit::Scales { kind, percent } => format!("scales {} {percent}", kind.code()),
            Habit::Replaces { kind, by } => format!("replaces {} {}", kind.code(), by.code()),
        }
    }
}

/// A habit with how often it was seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HabitSeen {
    /// Which.
    pub habit: Habit,
    /// So many times.
    pub times: u32,
    /// Of so many proposals of that kind that were decided on.
    pub of: u32,
}
