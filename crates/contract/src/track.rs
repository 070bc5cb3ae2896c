//! Where an activity went: a track for a picture drawn without a map service.

use domain::id::ActivityId;
use domain::sport::Sport;
use serde::{Deserialize, Serialize};

/// The track of an activity in metres on a flat sheet, thinned to what a picture can show.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct ActivityTrack {
    /// Which.
    pub id: ActivityId,
    /// Metres from mark to mark along the way: 1000 for kilometres, 1609.344 for miles. 100 to 100,000.
    pub mark_m: f64,
}

/// What a track can be coloured by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TrackBy {
    /// Zones of heart rate, bpm.
    HeartRate,
    /// Speed, metres per second, in fifths of this activity.
    Speed,
    /// Rise over run.
    Slope,
}

impl TrackBy {
    /// The stable name in the words file (`activity-map-by-speed`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            TrackBy::HeartRate => "heart-rate",
            TrackBy::Speed => "speed",
            TrackBy::Slope => "slope",
        }
    }
}

/// A value for each point, and the edges of its classes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TrackValues {
    /// Of what.
    pub by: TrackBy,
    /// Rising; a value belongs to as high a class as there are edges at or below it.
    pub edges: Vec<f64>,
    /// One a point; `None` where it is not known.
    pub values: Vec<Option<f64>>,
}

/// A round distance along the way.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct TrackMark {
    /// Which: 1 after the first kilometre or mile.
    pub number: u32,
    /// Seconds since the start.
    pub at_s: f64,
    /// Metres east and north.
    pub place: (f64, f64),
}

/// The answer. Points lie in metres east and north of the middle of the track (the latitude of its middle holds for all of
/// it, so that lengths are true and north is up).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TrackView {
    /// Which activity.
    pub id: ActivityId,
    /// What was done: it decides how speed is written.
    pub sport: Sport,
    /// The athlete does not let positions of that day be used: none is sent.
    pub withheld: bool,
    /// Seconds since the start, east, north.
    pub points: Vec<(f64, f64, f64)>,
    /// Where in `points` a new stretch begins after a pause or a gap; nothing is drawn to it.
    pub breaks: Vec<usize>,
    /// What it can be coloured by.
    pub values: Vec<TrackValues>,
    /// Kilometres or miles.
    pub marks: Vec<TrackMark>,
}
