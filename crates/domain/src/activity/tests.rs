use uuid::Uuid;

use super::*;
use crate::measures::{self, Curves};
use crate::recording::Recording;
use crate::settings::Basis;

/// An activity of nobody that began with the epoch and measured nothing.
pub(crate) fn blank() -> Activity {
    let identity = Identity {
        id: ActivityId(Uuid::nil()),
        athlete: AthleteId(Uuid::nil()),
        batch: BatchId(Uuid::nil()),
        source: ContentHash(String::new()),
        part: 0,
    };
    let nothing = Recording::default();
    Activity::of(identity, &nothing, measures::of(&nothing, &Basis::default(), None, Curves::Kept).summary)
}

#[test]
fn an_activity_counts_for_the_day_it_started_on_the_athletes_clock() {
    let mut late = blank();
    late.start_local = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap().and_hms_opt(23, 59, 0).unwrap();
    assert_eq!(late.day(), late.start_local.date());
}

#[test]
fn a_recording_that_became_an_activity_comes_back_as_it_was() {
    let recording =
        Recording { sport: Sport::Swim, records: 7, comment: Some("cold".to_owned()), ..Recording::default() };
    let identity = Identity {
        id: ActivityId(Uuid::nil()),
        athlete: AthleteId(Uuid::nil()),
        batch: BatchId(Uuid::nil()),
        source: ContentHash(String::new()),
        part: 0,
    };
    let activity = Activity::of(identity, &recording, blank().summary);
    assert_eq!(activity.recording(Vec::new()), recording);
}
