//! What a coach decides about rows of the triage table, and one athlete beside it.

use chrono::NaiveDate;
use domain::annotation::Annotation;
use domain::id::AthleteId;
use domain::readiness::ReadinessDay;
use domain::triage::{Decision, DecisionKind, TriageFilter};
use serde::{Deserialize, Serialize};

use crate::roster::NextSession;

/// One row of the triage table, as of today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShowTriageRow {
    /// Whose.
    pub athlete: AthleteId,
}

/// Decide about a row. What was decided before stays in the roster; the newest of a kind counts. Replies the row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarkAthlete {
    /// About whom.
    pub athlete: AthleteId,
    /// What.
    pub decision: Decision,
}

/// Take back the newest decision of a kind. Where none stands nothing is written. Replies the row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnmarkAthlete {
    /// About whom.
    pub athlete: AthleteId,
    /// Of which kind.
    pub kind: DecisionKind,
}

/// Keep a filter of the table under a name, in place of one with the same name. Replies all that are kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaveFilter {
    /// Its name.
    pub name: String,
    /// What it lets through.
    pub filter: TriageFilter,
}

/// Keep a filter no longer. Replies all that are kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DropFilter {
    /// Its name.
    pub name: String,
}

/// What stands beside the table for one athlete.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShowBeside {
    /// Who.
    pub athlete: AthleteId,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BesideView {
    /// Who.
    pub athlete: AthleteId,
    /// Today's answer with its contributors.
    pub readiness: ReadinessDay,
    /// The last 14 days, oldest first.
    pub days: Vec<BesideDay>,
    /// The next sessions, by date.
    pub next: Vec<NextSession>,
    /// The newest notes, newest first, private ones too.
    pub notes: Vec<Annotation>,
}

/// A day of the athlete beside the table.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct BesideDay {
    /// Which.
    pub date: NaiveDate,
    /// Load planned, points; `None` where nothing was planned.
    pub planned: Option<f64>,
    /// Load done, points; `None` for unknown.
    pub done: Option<f64>,
    /// The athlete could not train.
    pub excused: bool,
}
