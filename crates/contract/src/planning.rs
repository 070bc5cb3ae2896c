//! How the planner is set up: the coach's limits, the habits it learned, and what may correct it.

use domain::bounds::{Bounds, Scope};
use domain::habit::{Habit, HabitSeen};
use domain::id::{AthleteId, SquadId};
use serde::{Deserialize, Serialize};

/// Show how the planner is set up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShowPlanning {}

/// The setup.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlanningView {
    /// Limits set, by scope, with the name of the squad or athlete.
    pub bounds: Vec<BoundsLine>,
    /// Squads to choose from.
    pub squads: Vec<(SquadId, String)>,
    /// Athletes to choose from.
    pub athletes: Vec<(AthleteId, String)>,
    /// Habits seen, most frequent first.
    pub habits: Vec<HabitLine>,
    /// Whether a learned correction may be used at all.
    pub correction: bool,
    /// The model that would correct, with its share; `None`: there is none yet.
    pub model: Option<String>,
    /// The most it may move the target (0.1 is 10 %).
    pub correction_bound: f64,
}

/// Limits of one scope.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BoundsLine {
    /// Whom for.
    pub scope: Scope,
    /// Name of the squad or athlete; empty for the club.
    pub name: String,
    /// What is set.
    pub bounds: Bounds,
}

/// A habit with its switch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HabitLine {
    /// What was seen.
    pub seen: HabitSeen,
    /// Often enough to be followed.
    pub frequent: bool,
    /// Switched on.
    pub on: bool,
}

/// Set the limits of a scope; everything `None` and no hold takes them back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetBounds {
    /// Whom for.
    pub scope: Scope,
    /// What.
    pub bounds: Bounds,
}

/// Switch a habit on or off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetHabit {
    /// Which.
    pub habit: Habit,
    /// On.
    pub on: bool,
}

/// Allow a learned correction, or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetCorrection {
    /// On.
    pub on: bool,
}
