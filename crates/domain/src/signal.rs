//! The data contract: every signal that can be in a roster, how far it may be trusted, and how old a reading may be.

use serde::{Deserialize, Serialize};

use crate::recording::ChannelKind;
use crate::wellness::WellnessField;

mod registry;
#[cfg(test)]
mod tests;

/// A signal: a recorded channel or a wellness field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SignalId {
    /// Recorded during an activity.
    Channel(ChannelKind),
    /// Told or measured once a day.
    Wellness(WellnessField),
}

/// How far a signal may be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tier {
    /// Measured directly by a validated method; may drive load and readiness.
    Direct,
    /// Context: shown and explained, lowers or raises attention, drives nothing by itself.
    Context,
    /// Experimental: shown where asked for, used nowhere.
    Experimental,
}

/// How old the newest reading is, by the signal's own rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Freshness {
    /// Recent enough to be used.
    Current,
    /// Too old to be used, shown with its age.
    Stale,
    /// There never was one.
    Never,
}

/// How good a reading is.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Quality {
    /// Nothing was wrong with it.
    Good,
    /// Part of it was marked as suspect.
    Repaired {
        /// Share of its samples, 0 to 1.
        share: f64,
    },
    /// More than 40 % of it cannot be used.
    Poor {
        /// Share of its samples, 0 to 1.
        share: f64,
    },
    /// Said by a person.
    Reported,
}

/// What is fixed about a signal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignalFact {
    /// Which.
    pub signal: SignalId,
    /// Trust.
    pub tier: Tier,
    /// Unit as written in tables (`bpm`, `ms`, `1 to 5`).
    pub unit: &'static str,
    /// Days a reading stays current.
    pub current_days: u32,
    /// What it is used for here; empty if only shown.
    pub used_for: &'static str,
    /// Where the trust comes from: a section of the science reference or a design choice, with its evidence tag.
    pub ground: &'static str,
}

/// Share of a reading that may be suspect before it cannot be used (SCIENCE 3: below 60 % of the time nothing is computed).
pub const POOR: f64 = 0.4;

impl SignalId {
    /// The key of its label in the words file.
    #[must_use]
    pub fn label(self) -> String {
        match self {
            SignalId::Channel(kind) => format!("channel-{}", kind.code()),
            SignalId::Wellness(field) => format!("wellness-{}", field.code()),
        }
    }
}

impl Tier {
    /// Every tier, most trusted first.
    pub const ALL: [Tier; 3] = [Tier::Direct, Tier::Context, Tier::Experimental];

    /// The stable name used in files and in the words file (`tier-direct`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Tier::Direct => "direct",
            Tier::Context => "context",
            Tier::Experimental => "experimental",
        }
    }

    /// Its number as people speak of it, 1 to 3.
    #[must_use]
    pub const fn number(self) -> u32 {
        match self {
            Tier::Direct => 1,
            Tier::Context => 2,
            Tier::Experimental => 3,
        }
    }
}

impl Freshness {
    /// Every state.
    pub const ALL: [Freshness; 3] = [Freshness::Current, Freshness::Stale, Freshness::Never];

    /// The stable name used in the words file (`freshness-current`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Freshness::Current => "current",
            Freshness::Stale => "stale",
            Freshness::Never => "never",
        }
    }
}

impl Quality {
    /// Of a recorded channel, from its samples and how many of them are suspect. `None` where nothing was recorded.
    #[must_use]
    pub fn of(samples: u32, suspect: u32) -> Option<Quality> {
        let share = f64::from(suspect.min(samples)) / f64::from(samples);
        (samples > 0).then_some(if suspect == 0 {
            Quality::Good
        } else if share > POOR {
            Quality::Poor { share }
        } else {
            Quality::Repaired { share }
        })
    }

    /// The stable name used in the words file (`quality-good`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Quality::Good => "good",
            Quality::Repaired { .. } => "repaired",
            Quality::Poor { .. } => "poor",
            Quality::Reported => "reported",
        }
    }
}

impl SignalFact {
    /// How fresh the newest reading is, so many days old; `None` for no reading. A reading of tomorrow (another zone) is new.
    #[must_use]
    pub const fn freshness(&self, age_days: Option<i64>) -> Freshness {
        match age_days {
            None => Freshness::Never,
            Some(days) if days <= self.current_days as i64 => Freshness::Current,
            Some(_) => Freshness::Stale,
        }
    }
}

/// What is fixed about a signal.
#[must_use]
pub fn fact(signal: SignalId) -> Option<&'static SignalFact> {
    registry().iter().find(|fact| fact.signal == signal)
}

/// Every signal, channels first, in the order of their kinds.
#[must_use]
pub fn registry() -> &'static [SignalFact] {
    registry::FACTS
}
