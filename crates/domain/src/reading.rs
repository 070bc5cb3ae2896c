//! A value that may be unknown: missing and stale are values of their own, never zero and never "bad".

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Why a value is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Missing {
    /// Nothing was ever recorded.
    NeverRecorded,
    /// Recorded, but too few days to say anything.
    TooFewDays,
    /// A threshold it needs is not set.
    NoThreshold,
    /// The channel it needs was not recorded.
    NoChannel,
    /// The recording is too short.
    TooShort,
    /// Too much of the channel is missing or suspect.
    PoorQuality,
}

/// A value with what is known about it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum Reading<T> {
    /// Known and current.
    Known {
        /// The value.
        value: T,
        /// The day it belongs to.
        on: NaiveDate,
    },
    /// Known, but old.
    Stale {
        /// The value.
        value: T,
        /// The day it belongs to.
        on: NaiveDate,
        /// How many days ago that was.
        days: u32,
    },
    /// Not known.
    Missing {
        /// Why.
        why: Missing,
    },
}

impl<T> Reading<T> {
    /// The value if it is known and current.
    pub const fn known(&self) -> Option<&T> {
        match self {
            Reading::Known { value, .. } => Some(value),
            _ => None,
        }
    }

    /// The value, current or old.
    pub const fn any(&self) -> Option<&T> {
        match self {
            Reading::Known { value, .. } | Reading::Stale { value, .. } => Some(value),
            Reading::Missing { .. } => None,
        }
    }
}
