//! Races and phases: what the weeks lead to.

pub mod path;
pub mod plan;
pub mod template;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::id::{AthleteId, PhaseId, RaceId};
use crate::sport::Sport;
use crate::unit::Meters;

/// How much a race matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Priority {
    /// The season is built for it: full taper.
    A,
    /// Matters: a short taper.
    B,
    /// Raced through training.
    C,
}

/// A race or another goal with a date.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Race {
    /// Identity.
    pub id: RaceId,
    /// Whose.
    pub athlete: AthleteId,
    /// Name.
    pub name: String,
    /// Day.
    pub date: NaiveDate,
    /// Sport.
    pub sport: Sport,
    /// Distance, if it has one.
    pub distance: Option<Meters>,
    /// How much it matters.
    pub priority: Priority,
}

/// A kind of season phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PhaseKind {
    /// Volume at low intensity.
    Base,
    /// Load rises, quality sessions.
    Build,
    /// Race-specific, volume falls.
    Sharpen,
    /// Volume falls sharply, intensity stays.
    Taper,
    /// Race week.
    Race,
    /// Rest after a season.
    Transition,
}

impl PhaseKind {
    /// Every kind, in the order of a season.
    pub const ALL: [PhaseKind; 6] = [Self::Base, Self::Build, Self::Sharpen, Self::Taper, Self::Race, Self::Transition];

    /// The stable name used in files and the words file (`phase-build`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            PhaseKind::Base => "base",
            PhaseKind::Build => "build",
            PhaseKind::Sharpen => "sharpen",
            PhaseKind::Taper => "taper",
            PhaseKind::Race => "race",
            PhaseKind::Transition => "transition",
        }
    }

    /// The kind with this stable name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<PhaseKind> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// A phase of an athlete's season, both days included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeasonPhase {
    /// Identity.
    pub id: PhaseId,
    /// Whose.
    pub athlete: AthleteId,
    /// What kind.
    pub kind: PhaseKind,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
}

impl SeasonPhase {
    /// Whether a date lies in it.
    #[must_use]
    pub fn contains(&self, date: NaiveDate) -> bool {
        self.from <= date && date <= self.to
    }
}
