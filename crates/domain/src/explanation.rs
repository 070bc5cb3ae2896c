//! Why a week is as it is: what binds it, what else was possible and at which price, and what would be without a limit.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::reason::Reason;
use crate::session::Session;

/// The explanation of a proposal, made from what the engine was told when it proposed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Explanation {
    /// Limits that shaped the week: without them it would be another one.
    pub binding: Vec<Reason>,
    /// Other weeks that keep all limits, with what they cost.
    pub alternatives: Vec<Alternative>,
    /// What would be without one limit.
    pub counterfactuals: Vec<Counterfactual>,
}

/// What another week has in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Other {
    /// Less load.
    Lighter,
    /// A training day less.
    FewerDays,
    /// A quality session less.
    LessQuality,
    /// More like the week before.
    AsLastWeek,
}

impl Other {
    /// Every kind, in the order shown.
    pub const ALL: [Other; 4] = [Other::Lighter, Other::FewerDays, Other::LessQuality, Other::AsLastWeek];

    /// The stable name used in files and the words file (`alternative-lighter`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Other::Lighter => "lighter",
            Other::FewerDays => "fewer-days",
            Other::LessQuality => "less-quality",
            Other::AsLastWeek => "as-last-week",
        }
    }
}

/// Another week that keeps all limits.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Alternative {
    /// Which kind.
    pub other: Other,
    /// Sessions by date, rests left out.
    pub sessions: Vec<(NaiveDate, Session)>,
    /// Load, points.
    pub load: f64,
    /// The price: load against the proposal's, points (negative: less).
    pub load_change: f64,
    /// Days that differ from the proposal.
    pub changed: u32,
    /// Quality sessions more (or fewer) than the proposal's.
    pub quality_change: i32,
}

/// What would be without one limit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Counterfactual {
    /// The limit that is thought away.
    pub without: Reason,
    /// Days that would be another, with the session then; `None` for rest.
    pub days: Vec<(NaiveDate, Option<Session>)>,
    /// Load against the proposal's, points.
    pub load_change: f64,
}
