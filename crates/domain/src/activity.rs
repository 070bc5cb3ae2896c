//! A recorded activity with its summary: what lists, loads and plans refer to.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::athlete::DeviceStamp;
use crate::id::{ActivityId, AthleteId, BatchId, ContentHash, SessionId};
use crate::recording::{Channel, DeviceTotals, Lap, Length, Recording, Repair, Span, StrengthSet};
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

/// A file's own activities are numbered from 0; parts made here, by splitting one of them, from this number on.
pub const FIRST_PART_MADE_HERE: u32 = 1_000_000;

/// What makes an activity one of the roster's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// Identity.
    pub id: ActivityId,
    /// Whose it is.
    pub athlete: AthleteId,
    /// The import that brings it.
    pub batch: BatchId,
    /// Content hash of the raw file.
    pub source: ContentHash,
    /// Which activity of that file, from 0.
    pub part: u32,
}

impl Activity {
    /// A recording as an activity of the roster: on the clock of UTC, without repairs, place, session or effort until
    /// somebody says so.
    #[must_use]
    pub fn of(identity: Identity, recording: &Recording, summary: Summary) -> Activity {
        Activity {
            id: identity.id,
            athlete: identity.athlete,
            batch: identity.batch,
            source: identity.source,
            part: identity.part,
            sport: recording.sport,
            sport_detail: recording.sport_detail.clone(),
            start: recording.start,
            start_local: recording.start.naive_utc(),
            timer: recording.timer,
            elapsed: recording.elapsed,
            distance: recording.distance,
            laps: recording.laps.clone(),
            pauses: recording.pauses.clone(),
            device: recording.device.clone(),
            totals: recording.totals.clone(),
            records: recording.records,
            repairs: Vec::new(),
            lengths: recording.lengths.clone(),
            pool: recording.pool,
            sets: recording.sets.clone(),
            utc_offset_s: recording.utc_offset_s,
            comment: recording.comment.clone(),
            place: None,
            session: None,
            rpe: None,
            summary,
        }
    }

    /// The recording an activity was made of, with its channels, which are kept apart.
    #[must_use]
    pub fn recording(&self, channels: Vec<Channel>) -> Recording {
        Recording {
            sport: self.sport,
            sport_detail: self.sport_detail.clone(),
            start: self.start,
            timer: self.timer,
            elapsed: self.elapsed,
            distance: self.distance,
            laps: self.laps.clone(),
            pauses: self.pauses.clone(),
            channels,
            device: self.device.clone(),
            totals: self.totals.clone(),
            records: self.records,
            lengths: self.lengths.clone(),
            pool: self.pool,
            sets: self.sets.clone(),
            utc_offset_s: self.utc_offset_s,
            // The start was moved out of the file's clock when it came in.
            local_clock: false,
            comment: self.comment.clone(),
        }
    }

    /// The athlete-local calendar day the activity counts for: the day it started (SCIENCE: day boundary).
    #[must_use]
    pub fn day(&self) -> NaiveDate {
        self.start_local.date()
    }
}

#[cfg(test)]
pub(crate) mod tests;
