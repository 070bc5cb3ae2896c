//! Recordings, activities and the bytes of device files.

use chrono::{DateTime, NaiveDate, Utc};
use domain::activity::{Activity, Identity};
use domain::id::{ActivityId, AthleteId, BatchId, ContentHash};
use domain::recording::{Channel, ChannelKind, Recording};
use domain::sport::Sport;
use domain::summary::{Load, LoadSource, METHOD, Summary};
use domain::unit::{Meters, Seconds};

use crate::id;

/// A recording at 1 Hz without pauses, with these channels constant over its whole length.
#[must_use]
pub fn steady(sport: Sport, start: DateTime<Utc>, minutes: u32, channels: &[(ChannelKind, f64)]) -> Recording {
    let seconds = minutes * 60;
    let ms: Vec<u32> = (0..seconds).map(|second| second * 1000).collect();
    Recording {
        sport,
        start,
        timer: Seconds(f64::from(seconds)),
        elapsed: Seconds(f64::from(seconds)),
        distance: Some(Meters(f64::from(seconds) * 3.0)),
        channels: channels
            .iter()
            .map(|(kind, value)| Channel {
                kind: *kind,
                ms: ms.clone(),
                values: vec![*value; ms.len()],
                suspect: Vec::new(),
            })
            .collect(),
        records: seconds,
        ..Recording::default()
    }
}

/// An activity as kept, at 17:00 on a day, with a load from power.
#[must_use]
pub fn activity(number: u64, athlete: AthleteId, day: NaiveDate, sport: Sport, minutes: u32, load: f64) -> Activity {
    let start_local = day.and_hms_opt(17, 0, 0).unwrap_or_default();
    let seconds = Seconds(f64::from(minutes) * 60.0);
    let summary = Summary {
        avg_hr: None,
        max_hr: None,
        avg_power: None,
        max_power: None,
        normalized_power: None,
        intensity_factor: None,
        trimp: None,
        avg_speed: None,
        ascent: None,
        load: Some(Load { points: load, source: LoadSource::Power, scale: None, stands_in: false }),
        load_missing: None,
        method: METHOD,
        basis: String::new(),
    };
    let identity = Identity {
        id: ActivityId(id(number)),
        athlete,
        batch: BatchId(id(1)),
        source: ContentHash(format!("{number:064x}")),
        part: 0,
    };
    let recording = Recording {
        sport,
        start: start_local.and_utc(),
        timer: seconds,
        elapsed: seconds,
        records: minutes * 60,
        ..Recording::default()
    };
    Activity::of(identity, &recording, summary)
}

/// The bytes of a device file: a ride of so many minutes at constant power.
#[must_use]
pub fn ride_file(start: DateTime<Utc>, minutes: u32, watts: u16) -> Vec<u8> {
    sample::ride(start, minutes * 60, Some(watts))
}
