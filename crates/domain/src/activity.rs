//! A recorded activity with its summary: what lists, loads and plans refer to.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::athlete::DeviceStamp;
use crate::id::{ActivityId, AthleteId, BatchId, ContentHash, SessionId};
use crate::recording::{DeviceTotals, Lap, Length, Repair, Span, StrengthSet};
use crate::sport::Sport;
use crate::summary::Summary;
use crate::unit::{Meters, Rpe, Seconds};

/// One activity as kept in the roster (without its channels).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Activity {
    /// Identity.
    pub id: ActivityId,
    /// Whose it is.
    pub athlete: AthleteId,
    /// The import that brought it.
    pub batch: BatchId,
    /// Content hash of the raw file.
    pub source: ContentHash,
    /// Which activity of that file (multisport files hold several), from 0.
    pub part: u32,
    /// Sport.
    pub sport: Sport,
    /// The file's own name for the sport.
    pub sport_detail: Option<String>,
    /// First moment, UTC.
    pub start: DateTime<Utc>,
    /// First moment on the athlete's clock.
    pub start_local: NaiveDateTime,
    /// Time with the timer running.
    pub timer: Seconds,
    /// Pauses included.
    pub elapsed: Seconds,
    /// Distance covered.
    pub distance: Option<Meters>,
    /// Laps.
    pub laps: Vec<Lap>,
    /// Stretches with the timer stopped.
    pub pauses: Vec<Span>,
    /// Device.
    pub device: Option<DeviceStamp>,
    /// The device's own totals.
    pub totals: DeviceTotals,
    /// Number of records in the file.
    pub records: u32,
    /// Repairs made while reading.
    pub repairs: Vec<Repair>,
    /// Pool lengths.
    pub lengths: Vec<Length>,
    /// Length of the pool.
    pub pool: Option<Meters>,
    /// Strength sets.
    pub sets: Vec<StrengthSet>,
    /// Seconds the file's own clock was ahead of UTC, if it said so.
    pub utc_offset_s: Option<i32>,
    /// What the athlete wrote about it in the file.
    pub comment: Option<String>,
    /// Where it began, degrees, rounded to a hundredth (about a kilometre); `None` without positions or without consent.
    pub place: Option<(f64, f64)>,
    /// The planned session it was matched to when it came in.
    pub session: Option<SessionId>,
    /// Perceived exertion given by the athlete or coach, if any.
    pub rpe: Option<Rpe>,
    /// Values computed here.
    pub summary: Summary,
}

impl Activity {
    /// The athlete-local calendar day the activity counts for: the day it started (SCIENCE: day boundary).
    #[must_use]
    pub fn day(&self) -> NaiveDate {
        self.start_local.date()
    }
}

#[cfg(test)]
pub(crate) mod tests;
