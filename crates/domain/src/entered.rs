//! An activity nobody recorded, as a person enters it. It is kept as a small document of its own and imported like any file.

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use crate::recording::{DeviceTotals, Recording, StrengthSet};
use crate::sport::Sport;
use crate::unit::{Meters, Rpe, Seconds};

/// What a person says about a session.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EnteredActivity {
    /// Sport.
    pub sport: Sport,
    /// When it began, on the athlete's clock.
    pub start_local: NaiveDateTime,
    /// How long, minutes; more than 0 and at most a day.
    pub minutes: f64,
    /// How hard it felt, CR-10.
    pub rpe: Option<Rpe>,
    /// How far.
    pub distance: Option<Meters>,
    /// Strength sets.
    #[serde(default)]
    pub sets: Vec<StrengthSet>,
    /// A comment.
    #[serde(default)]
    pub comment: Option<String>,
}

impl EnteredActivity {
    /// As a recording without channels; its start stands on the athlete's clock, see [`Recording::local_clock`].
    #[must_use]
    pub fn recording(&self) -> Recording {
        let seconds = Seconds(self.minutes * 60.0);
        Recording {
            sport: self.sport,
            start: self.start_local.and_utc(),
            local_clock: true,
            timer: seconds,
            elapsed: seconds,
            distance: self.distance,
            sets: self.sets.clone(),
            comment: self.comment.clone(),
            totals: DeviceTotals { rpe: self.rpe, ..DeviceTotals::default() },
            ..Recording::default()
        }
    }
}

#[cfg(test)]
mod tests;
