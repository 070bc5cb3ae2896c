//! Recordings, activities and the bytes of device files.

use chrono::{DateTime, NaiveDate, Utc};
use domain::activity::Activity;
use domain::id::{ActivityId, AthleteId, BatchId, ContentHash};
use domain::recording::{Channel, ChannelKind, DeviceTotals, Recording};
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
    Activity {
        id: ActivityId(id(number)),
        athlete,
        batch: BatchId(id(1)),
        source: ContentHash(format!("{number:064x}")),
        part: 0,
        sport,
        sport_detail: None,
        start: start_local.and_utc(),
        start_local,
        timer: seconds,
        elapsed: seconds,
        distance: None,
        laps: Vec::new(),
        pauses: Vec::new(),
        device: None,
        totals: DeviceTotals::default(),
        records: minutes * 60,
        repairs: Vec::new(),
        lengths: Vec::new(),
        pool: None,
        sets: Vec::new(),
        utc_offset_s: None,
        comment: None,
        place: None,
        session: None,
        rpe: None,
        summary: Summary {
            avg_hr: None,
            max_hr: None,
            avg_power: None,
            max_power: None,
            normalized_power: None,
            intensity_factor: None,
            trimp: None,
            avg_speed: None,
            ascent: None,
            load: Some(Load { points: load, source: LoadSource::Power, scale: None }),
            load_missing: None,
            method: METHOD,
            basis: String::new(),
        },
    }
}

/// The bytes of a device file: a ride of so many minutes at constant power.
#[must_use]
pub fn ride_file(start: DateTime<Utc>, minutes: u32, watts: u16) -> Vec<u8> {
    sample::ride(start, minutes * 60, Some(watts))
}
