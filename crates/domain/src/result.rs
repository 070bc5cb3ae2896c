//! Results: races run and tests taken. First-class, because thresholds and predictions stand on them.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::id::{ActivityId, AthleteId, RaceId, ResultId};
use crate::sport::Sport;
use crate::unit::{Bpm, Celsius, Meters, Seconds, Watts};

/// What kind of effort it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Effort {
    /// A race.
    Race,
    /// A time trial over a distance or a time, alone.
    TimeTrial,
    /// A test in steps or with a lactate meter.
    Laboratory,
}

impl Effort {
    /// Every kind.
    pub const ALL: [Effort; 3] = [Effort::Race, Effort::TimeTrial, Effort::Laboratory];

    /// The stable name used in files and in the words file (`effort-race`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Effort::Race => "race",
            Effort::TimeTrial => "time-trial",
            Effort::Laboratory => "laboratory",
        }
    }
}

/// What the day was like.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Conditions {
    /// Air temperature.
    pub temperature: Option<Celsius>,
    /// Relative humidity, percent.
    pub humidity: Option<f64>,
    /// Height above the sea.
    pub altitude: Option<Meters>,
}

/// A race or a test, as known.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// Identity.
    pub id: ResultId,
    /// Whose.
    pub athlete: AthleteId,
    /// Day.
    pub date: NaiveDate,
    /// Kind.
    pub effort: Effort,
    /// Sport.
    pub sport: Sport,
    /// Distance, where one was covered.
    pub distance: Option<Meters>,
    /// Time taken.
    pub time: Seconds,
    /// Mean power, if measured.
    pub power: Option<Watts>,
    /// Mean heart rate of the last 20 minutes, or of the whole if shorter.
    pub heart: Option<Bpm>,
    /// What the day was like.
    pub conditions: Conditions,
    /// The recording it is part of.
    pub activity: Option<ActivityId>,
    /// The race of the season it was.
    pub race: Option<RaceId>,
    /// What the person who entered it wrote.
    pub note: Option<String>,
    /// The result this one corrects.
    pub supersedes: Option<ResultId>,
    /// Taken back: kept, but it counts no more.
    pub withdrawn: bool,
    /// Who entered it.
    pub author: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// Those that count: neither withdrawn nor corrected by a later one; oldest first. A withdrawal is a result that
/// supersedes another and is itself marked withdrawn.
#[must_use]
pub fn counting(results: &[Outcome]) -> Vec<&Outcome> {
    let mut counting: Vec<&Outcome> = results
        .iter()
        .filter(|result| !result.withdrawn && !results.iter().any(|other| other.supersedes == Some(result.id)))
        .collect();
    counting.sort_by_key(|result| (result.date, result.at));
    counting
}
