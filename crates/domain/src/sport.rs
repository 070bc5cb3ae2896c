//! Sports, as the planner and the measures tell them apart.

use serde::{Deserialize, Serialize};

/// A sport.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sport {
    /// Running.
    Run,
    /// Cycling.
    Ride,
    /// Swimming.
    Swim,
    /// Walking and hiking.
    Walk,
    /// Rowing and paddling.
    Row,
    /// Cross-country skiing.
    Ski,
    /// Strength training.
    Strength,
    /// Mobility, yoga, breathing.
    Mobility,
    /// A change between the legs of a multisport race.
    Transition,
    /// Anything else; the file's own name for it is kept beside.
    Other,
}

impl Sport {
    /// Every sport, in the order of menus.
    pub const ALL: [Sport; 10] = [
        Sport::Run,
        Sport::Ride,
        Sport::Swim,
        Sport::Walk,
        Sport::Row,
        Sport::Ski,
        Sport::Strength,
        Sport::Mobility,
        Sport::Transition,
        Sport::Other,
    ];

    /// The stable name used in files and in the words file (`sport-run`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Sport::Run => "run",
            Sport::Ride => "ride",
            Sport::Swim => "swim",
            Sport::Walk => "walk",
            Sport::Row => "row",
            Sport::Ski => "ski",
            Sport::Strength => "strength",
            Sport::Mobility => "mobility",
            Sport::Transition => "transition",
            Sport::Other => "other",
        }
    }

    /// The sport with this stable name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Sport> {
        Self::ALL.into_iter().find(|sport| sport.code() == code)
    }
}
