use super::*;
use crate::unit::Rpe;

fn session(number: u128, days: i64, sport: Sport, minutes: f64, rpe: Option<f64>) -> Activity {
    Activity { timer: Seconds(minutes * 60.0), rpe: rpe.map(Rpe), ..activity(number, days, sport) }
}

fn whole(shift: i64) -> (Vec<Activity>, Outcome, Vec<NaiveDate>) {
    let activities = vec![
        session(1, shift + 1, Sport::Run, 40.0, Some(3.0)),
        session(2, shift + 3, Sport::Run, 45.0, Some(2.0)),
        session(3, shift + 5, Sport::Run, 50.0, Some(9.0)),
        session(4, shift + 7, Sport::Run, 100.0, Some(4.0)),
        session(5, shift + 9, Sport::Strength, 45.0, Some(6.0)),
        session(6, shift + 12, Sport::Strength, 45.0, Some(6.0)),
    ];
    let test = Outcome { activity: Some(id(3)), ..outcome(1, shift + 5, Sport::Run, Effort::TimeTrial, 1800.0) };
    (activities, test, (0..10).map(|days| back(shift + days)).collect())
}

fn counts(baseline: &Baseline) -> Vec<u32> {
    baseline.items.iter().map(|item| item.1).collect()
}

#[test]
fn two_easy_a_test_a_long_one_two_strength_and_ten_mornings_are_complete() {
    let (activities, test, mornings) = whole(0);
    let found = baseline(&activities, &[&test], &mornings, today());
    assert!(found.complete, "{found:?}");
    assert_eq!(counts(&found), [2, 1, 1, 2, 10]);
    assert_eq!((found.from, found.to), (back(13), today()));
    assert_eq!(found.items[2].3, [id(4)], "the long one is not easy as well");
}

#[test]
fn the_best_fourteen_of_the_last_twenty_eight_days_count() {
    let (activities, test, mornings) = whole(12);
    let found = baseline(&activities, &[&test], &mornings, today());
    assert!(found.complete, "{found:?}");
    assert!(found.to <= back(11) && found.from >= back(27));
    let (activities, test, mornings) = whole(20);
    assert!(!baseline(&activities, &[&test], &mornings, today()).complete, "half of it is too long ago");
}

#[test]
fn what_is_missing_is_counted_and_unknown_effort_is_not_called_easy() {
    let (mut activities, _, mornings) = whole(0);
    activities[0].rpe = None;
    activities[4].sport = Sport::Mobility;
    let found = baseline(&activities, &[], &mornings[..4], today());
    assert!(!found.complete);
    assert_eq!(counts(&found), [1, 0, 1, 1, 4]);
    let needed: Vec<u32> = found.items.iter().map(|item| item.2).collect();
    assert_eq!(needed, [2, 1, 1, 2, 10]);
}

#[test]
fn an_easy_session_can_be_known_by_its_heart_rate() {
    let (mut activities, test, mornings) = whole(0);
    activities[0].rpe = None;
    activities[0].summary.avg_hr = Some(Bpm(140.0));
    activities[2].summary.max_hr = Some(Bpm(188.0));
    assert_eq!(counts(&baseline(&activities, &[&test], &mornings, today()))[0], 2);
    activities[0].summary.avg_hr = Some(Bpm(160.0));
    assert_eq!(counts(&baseline(&activities, &[&test], &mornings, today()))[0], 1);
}

#[test]
fn nothing_at_all_lacks_everything() {
    let found = baseline(&[], &[], &[], today());
    assert_eq!((counts(&found), found.complete), (vec![0; 5], false));
}
