//! The rest of a running week: what is proposed after an import or a morning entry, and the coach's decision.

use domain::adaptation::{Adaptation, DecidedAdaptation};
use domain::effective::EffectiveWeek;
use domain::id::AthleteId;
use domain::week::Week;
use serde::{Deserialize, Serialize};

/// What to do with the rest of the running week. Nothing is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposeAdaptation {
    /// Who.
    pub athlete: AthleteId,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AdaptationView {
    /// The running week.
    pub week: Week,
    /// What is proposed; `None` without a plan for the week.
    pub adaptation: Option<Adaptation>,
    /// The week as it stands.
    pub now: EffectiveWeek,
    /// The week as it would stand.
    pub then: EffectiveWeek,
    /// Whether this very proposal was set aside today.
    pub set_aside: bool,
    /// Decisions of this week, oldest first.
    pub decided: Vec<DecidedAdaptation>,
}

/// Apply an adaptation, or set it aside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecideAdaptation {
    /// Who.
    pub athlete: AthleteId,
    /// The digest that was shown: when things moved since, nothing is done and the newer proposal comes back.
    pub inputs: String,
    /// Apply it; else set it aside.
    pub apply: bool,
    /// In the coach's words.
    pub text: Option<String>,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "kebab-case")]
pub enum AdaptationOutcome {
    /// Decided and kept.
    Decided {
        /// The decision.
        decided: Box<DecidedAdaptation>,
    },
    /// Things moved since it was shown: look again.
    Moved {
        /// What is proposed now.
        now: Box<AdaptationView>,
    },
}
