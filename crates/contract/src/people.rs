//! Everybody by name, for finding somebody.

use domain::id::AthleteId;
use serde::{Deserialize, Serialize};

/// List the athletes, those who stand in for unassigned files left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListAthletes {}

/// One athlete.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Who.
    pub id: AthleteId,
    /// Name.
    pub name: String,
    /// Name of the squad.
    pub squad: Option<String>,
}
