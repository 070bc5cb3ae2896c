//! Context marks: stretches of days on which an athlete's usual does not hold, so that baselines leave them out.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::id::{AthleteId, MarkId};

/// Why the usual does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MarkKind {
    /// Travel across time zones.
    Travel,
    /// High above the sea.
    Altitude,
    /// Heat the athlete is not used to.
    Heat,
    /// A phase of the menstrual cycle the athlete wants marked. Only if the athlete opted in.
    Cycle,
    /// Illness that was not entered day by day.
    Illness,
    /// Alcohol, a bad bed, a newborn: anything else.
    Other,
}

impl MarkKind {
    /// Every kind.
    pub const ALL: [MarkKind; 6] =
        [MarkKind::Travel, MarkKind::Altitude, MarkKind::Heat, MarkKind::Cycle, MarkKind::Illness, MarkKind::Other];

    /// The stable name used in files and in the words file (`mark-travel`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            MarkKind::Travel => "travel",
            MarkKind::Altitude => "altitude",
            MarkKind::Heat => "heat",
            MarkKind::Cycle => "cycle",
            MarkKind::Illness => "illness",
            MarkKind::Other => "other",
        }
    }
}

/// One mark.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Mark {
    /// Identity.
    pub id: MarkId,
    /// Whose.
    pub athlete: AthleteId,
    /// Why.
    pub kind: MarkKind,
    /// First day.
    pub from: NaiveDate,
    /// Last day; open while `None`.
    pub to: Option<NaiveDate>,
    /// Time zones crossed (east positive) or metres above the sea, where the kind has a size.
    pub size: Option<f64>,
    /// What the person wrote.
    pub note: Option<String>,
    /// The mark this one replaces.
    pub supersedes: Option<MarkId>,
    /// Taken back.
    pub withdrawn: bool,
    /// Who.
    pub author: String,
    /// When.
    pub at: DateTime<Utc>,
}

impl Mark {
    /// Whether a day lies in it.
    #[must_use]
    pub fn covers(&self, date: NaiveDate) -> bool {
        self.from <= date && self.to.is_none_or(|to| date <= to)
    }
}

/// Those that count, by first day: neither withdrawn nor replaced.
#[must_use]
pub fn counting(marks: &[Mark]) -> Vec<&Mark> {
    let mut counting: Vec<&Mark> = marks
        .iter()
        .filter(|mark| !mark.withdrawn && !marks.iter().any(|other| other.supersedes == Some(mark.id)))
        .collect();
    counting.sort_by_key(|mark| (mark.from, mark.at));
    counting
}
