//! Race week: one race with the weeks before it, its sheet, what may be expected and what became of it.

use chrono::NaiveDate;
use domain::id::{ActivityId, AthleteId, RaceId};
use domain::race_sheet::{RaceSheet, Taper};
use domain::result::{Conditions, Outcome};
use domain::season::Race;
use domain::threshold::Prediction;
use domain::unit::{Meters, Seconds};
use serde::{Deserialize, Serialize};

/// Show a race.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShowRace {
    /// Whose.
    pub athlete: AthleteId,
    /// Which.
    pub race: RaceId,
}

/// The race.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RaceView {
    /// Name of the athlete.
    pub name: String,
    /// The race.
    pub race: Race,
    /// Today on the athlete's clock.
    pub today: NaiveDate,
    /// Every version of its sheet, the newest first.
    pub sheets: Vec<RaceSheet>,
    /// What may be expected, for the conditions of the sheet; of a race that was run, from what was known the day before.
    /// `None` where there is nothing to stand on, and for anything but running.
    pub prediction: Option<Prediction>,
    /// Running a week over the last eight weeks, as used.
    pub weekly: Option<Meters>,
    /// The weeks before it.
    pub taper: Taper,
    /// The weeks before earlier races with a result, newest first.
    pub past: Vec<PastRace>,
    /// What became of it.
    pub outcome: Option<Outcome>,
    /// Recordings that may have its course: of the same sport and about its distance, newest first.
    pub courses: Vec<Course>,
}

/// An earlier race.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PastRace {
    /// Its name, if it stood in the season.
    pub name: Option<String>,
    /// The weeks before it.
    pub taper: Taper,
    /// What became of it.
    pub outcome: Outcome,
    /// What would have been expected from what was known the day before, in its conditions.
    pub expected: Option<Expected>,
}

/// A time with its range.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Expected {
    /// The time.
    pub time: Seconds,
    /// Lower end of the 80 % range.
    pub low: Seconds,
    /// Upper end.
    pub high: Seconds,
}

impl Expected {
    /// What a prediction says for the day: with the conditions where they are known.
    #[must_use]
    pub fn of(prediction: &Prediction) -> Expected {
        let (time, low, high) = prediction.adjusted.unwrap_or((prediction.time, prediction.low, prediction.high));
        Expected { time, low, high }
    }

    /// Whether a time lies in the range.
    #[must_use]
    pub fn holds(&self, time: Seconds) -> bool {
        self.low <= time && time <= self.high
    }
}

/// A recording with the profile of a course.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Course {
    /// Which.
    pub activity: ActivityId,
    /// Its day.
    pub date: NaiveDate,
    /// How long it is.
    pub distance: Meters,
}

/// Write a race's sheet anew. Every version before stays.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetRaceSheet {
    /// Whose.
    pub athlete: AthleteId,
    /// Which race.
    pub race: RaceId,
    /// The weather expected.
    pub conditions: Conditions,
    /// Wind and whatever else is expected, in words.
    pub weather: Option<String>,
    /// The activity whose profile is that of the course.
    pub course: Option<ActivityId>,
    /// The time to pace for, where it is not the expected one.
    pub target: Option<Seconds>,
    /// Pacing, in words.
    pub pacing: Option<String>,
    /// Food and drink, in words.
    pub fuel: Option<String>,
    /// Kit, in words.
    pub kit: Option<String>,
}
