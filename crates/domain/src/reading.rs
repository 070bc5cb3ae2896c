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
    /// Not steady enough for this number.
    NotSteady,
    /// Too few hard efforts, or too much alike in length.
    TooFewEfforts,
    /// Set aside: on these days the athlete's usual does not hold.
    SetAside,
}

impl Missing {
    /// The stable name used in files and in the words file (`missing-never-recorded`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Missing::NeverRecorded => "never-recorded",
            Missing::TooFewDays => "too-few-days",
            Missing::NoThreshold => "no-threshold",
            Missing::NoChannel => "no-channel",
            Missing::TooShort => "too-short",
            Missing::PoorQuality => "poor-quality",
            Missing::NotSteady => "not-steady",
            Missing::TooFewEfforts => "too-few-efforts",
            Missing::SetAside => "set-aside",
        }
    }
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
