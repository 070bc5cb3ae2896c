//! Changes proposed for the rest of a running week, after an import or a morning entry. Always a draft first: the coach sees
//! the difference and applies it or not, and either is kept.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::id::{AdaptationId, AthleteId, SessionId};
use crate::overrides::{Change, ReasonTag};
use crate::reason::Reason;
use crate::week::Week;

/// What is proposed, in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Intervention {
    /// Leave the week as it is.
    Keep,
    /// Same day, less hard.
    ReduceIntensity,
    /// Same session, shorter.
    Shorten,
    /// Two days change places.
    SwapDays,
    /// Another session in its place.
    Replace,
    /// More days of rest.
    ExtendRecovery,
    /// A little more, where there is room and nothing speaks against it.
    RaiseVolume,
    /// Nothing a program should decide.
    NeedsYou,
}

impl Intervention {
    /// Every intervention.
    pub const ALL: [Intervention; 8] = [
        Intervention::Keep,
        Intervention::ReduceIntensity,
        Intervention::Shorten,
        Intervention::SwapDays,
        Intervention::Replace,
        Intervention::ExtendRecovery,
        Intervention::RaiseVolume,
        Intervention::NeedsYou,
    ];

    /// The stable name used in files and the words file (`intervention-keep`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Intervention::Keep => "keep",
            Intervention::ReduceIntensity => "reduce-intensity",
            Intervention::Shorten => "shorten",
            Intervention::SwapDays => "swap-days",
            Intervention::Replace => "replace",
            Intervention::ExtendRecovery => "extend-recovery",
            Intervention::RaiseVolume => "raise-volume",
            Intervention::NeedsYou => "needs-you",
        }
    }
}

/// One change to one session.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AdaptedSession {
    /// Which.
    pub session: SessionId,
    /// The day it stands on now.
    pub date: NaiveDate,
    /// What is proposed.
    pub change: Change,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// What is proposed for the rest of the week.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Adaptation {
    /// In one word: the strongest of its changes.
    pub intervention: Intervention,
    /// Changes; empty to keep the week, or when it needs the coach.
    pub changes: Vec<AdaptedSession>,
    /// Why, for the week as a whole.
    pub reasons: Vec<Reason>,
    /// The tag its overrides get when applied.
    pub tag: ReasonTag,
    /// A safety rule asks for it: the two changes a week do not count.
    pub safety: bool,
    /// blake3 of what it was made from: applying it asks whether that still holds.
    pub inputs: String,
}

/// An adaptation with the coach's decision. Append-only.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DecidedAdaptation {
    /// Identity.
    pub id: AdaptationId,
    /// Whose.
    pub athlete: AthleteId,
    /// Which week.
    pub week: Week,
    /// The athlete's day it was decided on.
    pub day: NaiveDate,
    /// What was proposed.
    pub adaptation: Adaptation,
    /// Applied, or set aside.
    pub applied: bool,
    /// Who decided.
    pub author: String,
    /// When.
    pub at: DateTime<Utc>,
}
