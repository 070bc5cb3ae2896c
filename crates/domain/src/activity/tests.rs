use uuid::Uuid;

use super::*;
use crate::recording::Recording;
use crate::settings::Basis;

/// An activity of nobody that began with the epoch and measured nothing.
pub(crate) fn blank() -> Activity {
    Activity {
        id: ActivityId(Uuid::nil()),
        athlete: AthleteId(Uuid::nil()),
        batch: BatchId(Uuid::nil()),
        source: ContentHash(String::new()),
        part: 0,
        sport: Sport::Other,
        sport_detail: None,
        start: DateTime::UNIX_EPOCH,
        start_local: DateTime::UNIX_EPOCH.naive_utc(),
        timer: Seconds(0.0),
        elapsed: Seconds(0.0),
        distance: None,
        laps: Vec::new(),
        pauses: Vec::new(),
        device: None,
        totals: DeviceTotals::default(),
        records: 0,
        repairs: Vec::new(),
        lengths: Vec::new(),
        pool: None,
        sets: Vec::new(),
        utc_offset_s: None,
        comment: None,
        place: None,
        session: None,
        rpe: None,
        summary: crate::summary::of(&Recording::default(), &Basis::default(), None, None),
    }
}

#[test]
fn an_activity_counts_for_the_day_it_started_on_the_athletes_clock() {
    let mut late = blank();
    late.start_local = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap().and_hms_opt(23, 59, 0).unwrap();
    assert_eq!(late.day(), late.start_local.date());
}
