use chrono::NaiveDate;

use super::*;
use crate::measures::{self, Curves};
use crate::reading::Missing;
use crate::settings::Basis;
use crate::unit::Kilograms;

fn entered() -> EnteredActivity {
    EnteredActivity {
        sport: Sport::Strength,
        start_local: NaiveDate::from_ymd_opt(2026, 11, 21).unwrap().and_hms_opt(18, 0, 0).unwrap(),
        minutes: 50.0,
        rpe: Some(Rpe(6.0)),
        distance: None,
        sets: vec![StrengthSet {
            span: None,
            active: true,
            exercise: Some("squat".to_owned()),
            reps: Some(8),
            weight: Some(Kilograms(60.0)),
            velocity: Vec::new(),
        }],
        comment: Some("Heavy legs.".to_owned()),
    }
}

#[test]
fn what_a_person_enters_becomes_a_recording_on_their_own_clock() {
    let recording = entered().recording();
    assert!(recording.local_clock, "nobody said which zone");
    assert_eq!(recording.start.naive_utc(), entered().start_local);
    assert_eq!((recording.timer, recording.elapsed), (Seconds(3000.0), Seconds(3000.0)));
    assert_eq!((recording.sets, recording.comment), (entered().sets, entered().comment));
    assert!(recording.channels.is_empty() && recording.records == 0);
}

#[test]
fn the_effort_times_the_minutes_is_its_load_and_without_effort_it_has_none() {
    let basis = Basis { rpe_scale: Some(0.25), ..Basis::default() };
    let load = |entered: &EnteredActivity| measures::of(&entered.recording(), &basis, None, Curves::Kept).summary;
    assert_eq!(load(&entered()).load.unwrap().points, 6.0 * 50.0 * 0.25);
    let silent = EnteredActivity { rpe: None, ..entered() };
    assert_eq!(load(&silent).load_missing, Some(Missing::NeverRecorded));
}

#[test]
fn an_entry_survives_its_own_text_and_older_texts_without_sets_are_read() {
    let text = serde_json::to_string(&entered()).unwrap();
    assert_eq!(serde_json::from_str::<EnteredActivity>(&text).unwrap(), entered());
    let short = r#"{"sport":"run","start_local":"2026-11-21T18:00:00","minutes":40.0,"rpe":null,"distance":null}"#;
    let read: EnteredActivity = serde_json::from_str(short).unwrap();
    assert_eq!((read.sets.len(), read.comment), (0, None));
}
