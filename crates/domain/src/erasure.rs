//! What stays of a person who was erased, and how long things are kept.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::id::ErasureId;

/// Why somebody was erased. A code, so that the tombstone has no words about a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ErasureReason {
    /// They, or who speaks for them, asked for it.
    Asked,
    /// They left the club.
    Left,
    /// They were entered by mistake.
    Mistake,
    /// A rule on how long things are kept, applied by a person.
    Retention,
}

impl ErasureReason {
    /// Every reason.
    pub const ALL: [ErasureReason; 4] =
        [ErasureReason::Asked, ErasureReason::Left, ErasureReason::Mistake, ErasureReason::Retention];

    /// The stable name, used in the roster and in the words file (`erasure-reason-asked`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            ErasureReason::Asked => "asked",
            ErasureReason::Left => "left",
            ErasureReason::Mistake => "mistake",
            ErasureReason::Retention => "retention",
        }
    }
}

/// What is left of an erased person: nothing about them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tombstone {
    /// Identity, random.
    pub id: ErasureId,
    /// The day it was done.
    pub day: NaiveDate,
    /// Why.
    pub reason: ErasureReason,
    /// Rows removed, by table.
    pub removed: BTreeMap<String, u64>,
    /// Versions of models that had learned from them. None of them keeps anything of it.
    pub models: Vec<String>,
    /// Copies made by the program are not all clean yet.
    pub pending: bool,
}

/// What a rule on keeping is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RetentionKind {
    /// Where athletes were, by the day of the activity: positions, starting places, and files that hold them.
    Location,
    /// The bytes of the files that came in, by the day of the activity.
    Originals,
    /// Athletes about whom nothing new was written for so long: they are erased.
    Left,
}

impl RetentionKind {
    /// Every kind.
    pub const ALL: [RetentionKind; 3] = [RetentionKind::Location, RetentionKind::Originals, RetentionKind::Left];

    /// The stable name, used in the roster and in the words file (`retention-location`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            RetentionKind::Location => "location",
            RetentionKind::Originals => "originals",
            RetentionKind::Left => "left",
        }
    }

    /// The fewest months a rule may name: what a season still needs is not thrown away by a slip of the keyboard.
    #[must_use]
    pub const fn least_months(self) -> u32 {
        match self {
            RetentionKind::Location => 1,
            RetentionKind::Originals | RetentionKind::Left => 12,
        }
    }
}

/// How long something is kept, as somebody set it. Nothing is removed by a rule alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RetentionRule {
    /// What.
    pub kind: RetentionKind,
    /// Months; `None`: for ever, as it is at first.
    pub months: Option<u32>,
    /// Who set it.
    pub author: String,
    /// When.
    pub at: DateTime<Utc>,
}
