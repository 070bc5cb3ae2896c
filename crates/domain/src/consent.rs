//! What an athlete agreed to. The newest entry of a category and purpose counts; withdrawing appends.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::id::{AthleteId, ConsentId};

/// A kind of data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DataCategory {
    /// Activities and loads.
    Training,
    /// Sleep, HRV, subjective values.
    Wellness,
    /// Illness and injury.
    Health,
    /// Where the athlete was.
    Location,
    /// Notes about the athlete.
    Notes,
}

/// What the data may be used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// Coaching on this laptop.
    Coaching,
    /// Files given to other coaches.
    TeamSharing,
    /// Training of models on this laptop.
    ModelTraining,
}

/// One consent, given or withdrawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// Identity.
    pub id: ConsentId,
    /// Whose.
    pub athlete: AthleteId,
    /// Which data.
    pub category: DataCategory,
    /// For what.
    pub purpose: Purpose,
    /// Given (`true`) or withdrawn.
    pub given: bool,
    /// From which day.
    pub from: NaiveDate,
    /// Who recorded it.
    pub by: String,
    /// When it was recorded.
    pub at: DateTime<Utc>,
}
