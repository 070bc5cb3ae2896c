//! What a coach decides about an athlete's row of the triage table: reviewed, snoozed, on the call list. Every decision
//! is one more row, and so is taking it back; what stands today is computed from them.

use chrono::{DateTime, Datelike, Duration, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::attention::{Flag, Severity};
use crate::id::{AthleteId, SquadId, TriageMarkId};
use crate::plan::PlanStatus;
use crate::readiness::Readiness;
use crate::reason::Rule;
use crate::sport::Sport;
use crate::week::Week;

/// What the coach decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "decision", rename_all = "kebab-case")]
pub enum Decision {
    /// Looked at.
    Reviewed,
    /// Not before a day.
    Snoozed {
        /// The day on which the row comes back.
        until: NaiveDate,
    },
    /// To be called.
    CallList {
        /// What to ask.
        line: Option<String>,
    },
}

/// The kinds of decisions. Of each kind the newest counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DecisionKind {
    /// [`Decision::Reviewed`].
    Reviewed,
    /// [`Decision::Snoozed`].
    Snoozed,
    /// [`Decision::CallList`].
    CallList,
}

impl DecisionKind {
    /// The stable name used in files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            DecisionKind::Reviewed => "reviewed",
            DecisionKind::Snoozed => "snoozed",
            DecisionKind::CallList => "call-list",
        }
    }
}

impl Decision {
    /// Its kind.
    #[must_use]
    pub const fn kind(&self) -> DecisionKind {
        match self {
            Decision::Reviewed => DecisionKind::Reviewed,
            Decision::Snoozed { .. } => DecisionKind::Snoozed,
            Decision::CallList { .. } => DecisionKind::CallList,
        }
    }
}

/// A reason as it stood when a decision was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// How urgent.
    pub severity: Severity,
    /// Which.
    pub rule: Rule,
}

impl From<&Flag> for Seen {
    fn from(flag: &Flag) -> Seen {
        Seen { severity: flag.severity, rule: flag.reason.rule }
    }
}

/// One decision, or that it was taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TriageMark {
    /// Identity.
    pub id: TriageMarkId,
    /// About whom.
    pub athlete: AthleteId,
    /// The day it was made on.
    pub on: NaiveDate,
    /// What was decided.
    pub decision: Decision,
    /// It is taken back.
    pub withdrawn: bool,
    /// The reasons the coach had before them.
    pub seen: Vec<Seen>,
    /// Who.
    pub author: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// Whether a review still says something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stands {
    /// Made this week, and nothing new came since.
    Holds,
    /// New data or a new reason came since.
    ChangedSince,
    /// Made in an earlier week.
    Earlier,
}

/// A row was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reviewed {
    /// The day.
    pub on: NaiveDate,
    /// The moment.
    pub at: DateTime<Utc>,
    /// Whether it still says something.
    pub stands: Stands,
}

/// A row was put off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snoozed {
    /// The day on which it comes back.
    pub until: NaiveDate,
    /// The moment it was put off.
    pub at: DateTime<Utc>,
    /// It came back early: there is a worse reason than there was.
    pub woken: bool,
}

/// Somebody is to be called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    /// The day it was decided on.
    pub on: NaiveDate,
    /// What to ask.
    pub line: Option<String>,
}

/// What stands for one athlete today.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Standing {
    /// The newest review, if any.
    pub reviewed: Option<Reviewed>,
    /// Put off, until a day that has not come.
    pub snoozed: Option<Snoozed>,
    /// On the call list. Stays until it is taken back.
    pub call: Option<Call>,
}

/// Where a row stands because of what the coach decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shelf {
    /// In the queue.
    Open,
    /// Done for this week.
    Reviewed,
    /// Put off.
    Snoozed,
}

impl Standing {
    /// What stands today, with the reasons of today. `marks`: oldest first. `arrived`: when data last came in, as far
    /// as that is known to be after the review.
    #[must_use]
    pub fn of(marks: &[TriageMark], today: NaiveDate, flags: &[Flag], arrived: Option<DateTime<Utc>>) -> Standing {
        let newest =
            |kind: DecisionKind| marks.iter().rfind(|mark| mark.decision.kind() == kind).filter(|mark| !mark.withdrawn);
        let reviewed = newest(DecisionKind::Reviewed).map(|mark| Reviewed {
            on: mark.on,
            at: mark.at,
            stands: stands(mark, today, flags, arrived),
        });
        let snoozed = newest(DecisionKind::Snoozed).and_then(|mark| match mark.decision {
            Decision::Snoozed { until } if today < until => {
                Some(Snoozed { until, at: mark.at, woken: is_worse(flags, &mark.seen) })
            }
            _ => None,
        });
        let call = newest(DecisionKind::CallList).and_then(|mark| match &mark.decision {
            Decision::CallList { line } => Some(Call { on: mark.on, line: line.clone() }),
            _ => None,
        });
        Standing { reviewed, snoozed, call }
    }

    /// Where the row stands. Where a review and a snooze both hold, the later decision counts.
    #[must_use]
    pub fn shelf(&self) -> Shelf {
        let reviewed = self.reviewed.as_ref().filter(|review| review.stands == Stands::Holds).map(|review| review.at);
        let snoozed = self.snoozed.as_ref().filter(|snooze| !snooze.woken).map(|snooze| snooze.at);
        match (reviewed, snoozed) {
            (None, None) => Shelf::Open,
            (reviewed, snoozed) if snoozed > reviewed => Shelf::Snoozed,
            _ => Shelf::Reviewed,
        }
    }
}

fn stands(mark: &TriageMark, today: NaiveDate, flags: &[Flag], arrived: Option<DateTime<Utc>>) -> Stands {
    if Week::of(mark.on) != Week::of(today) {
        Stands::Earlier
    } else if arrived.is_some_and(|arrived| arrived > mark.at) || flags.iter().any(|flag| is_new(flag, &mark.seen)) {
        Stands::ChangedSince
    } else {
        Stands::Holds
    }
}

/// Not among the reasons seen, or less urgent then.
fn is_new(flag: &Flag, seen: &[Seen]) -> bool {
    !seen.iter().any(|old| old.rule == flag.reason.rule && old.severity <= flag.severity)
}

/// A new reason is more urgent than any that was there.
fn is_worse(flags: &[Flag], seen: &[Seen]) -> bool {
    let worst = seen.iter().map(|old| old.severity).min();
    flags.iter().map(|flag| flag.severity).min().is_some_and(|now| worst.is_none_or(|then| now < then))
}

/// Where today's readiness lies against the athlete's own usual, as far as the range of the score says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Band {
    /// The whole range lies below.
    Below,
    /// The range holds the usual.
    Usual,
    /// The whole range lies above.
    Above,
}

impl Band {
    /// Of a readiness: its score is 50 where all is as usual.
    #[must_use]
    pub fn of(readiness: &Readiness) -> Band {
        match readiness {
            Readiness { high, .. } if *high < 50.0 => Band::Below,
            Readiness { low, .. } if *low > 50.0 => Band::Above,
            _ => Band::Usual,
        }
    }

    /// The stable name used in the words file (`triage-band-usual`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Band::Below => "below",
            Band::Usual => "usual",
            Band::Above => "above",
        }
    }
}

/// What the coach keeps of a filter of the table. Everything left out fits.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct TriageFilter {
    /// Words in the name, a reason, the last note or the next race.
    pub text: String,
    /// Of a squad.
    pub squad: Option<SquadId>,
    /// With a reason.
    pub rule: Option<Rule>,
    /// Whose plan stands so.
    pub plan: Option<PlanStatus>,
    /// Last did this sport, or will next.
    pub sport: Option<Sport>,
}

/// A filter with its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedFilter {
    /// Its name, the only one of the roster.
    pub name: String,
    /// What it lets through.
    pub filter: TriageFilter,
}

/// Days the triage table looks back on.
pub const DAYS: i64 = 14;

/// The weeks of which the triage table of a day shows something: from 14 days ago to the week that is planned.
#[must_use]
pub fn weeks(on: NaiveDate) -> (Week, Week) {
    (Week::of(on - Duration::days(DAYS - 1)), planned_week(on))
}

/// The week a coach plans on a day: from Thursday on, the next one.
#[must_use]
pub fn planned_week(on: NaiveDate) -> Week {
    let week = Week::of(on);
    if on.weekday().num_days_from_monday() >= 3 { week.next() } else { week }
}

#[cfg(test)]
mod tests;
