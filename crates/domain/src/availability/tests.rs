use chrono::{Duration, TimeZone};
use uuid::Uuid;

use super::*;

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).expect("a day")
}

/// Monday 23 to Sunday 29 November 2026.
fn week() -> Week {
    Week::of(day(23))
}

/// An hour on weekdays, the weekend not answered; only riding on Tuesdays.
fn usual() -> Availability {
    let mut sports: [Vec<Sport>; 7] = Default::default();
    sports[1] = vec![Sport::Ride];
    let minutes = [Some(60), Some(60), Some(60), Some(60), Some(60), None, None];
    Availability { from: day(1), minutes, sports }
}

fn exception(number: u128, from: u32, to: u32, minutes: u32) -> Exception {
    Exception {
        id: ExceptionId(Uuid::from_u128(number)),
        athlete: AthleteId(Uuid::from_u128(99)),
        kind: ExceptionKind::Travel,
        from: day(from),
        to: day(to),
        minutes,
        note: None,
        supersedes: None,
        withdrawn: false,
        author: "Coach".to_owned(),
        at: Utc.timestamp_opt(1_700_000_000, 0).single().expect("a moment") + Duration::hours(number as i64),
    }
}

fn minutes(exceptions: &[Exception]) -> [Option<u32>; 7] {
    rooms(&[usual()], exceptions, week()).map(|room| room.minutes)
}

#[test]
fn of_several_exceptions_on_a_day_the_newest_counts() {
    let early = exception(1, 24, 26, 0);
    let late = Exception { kind: ExceptionKind::Holiday, ..exception(2, 26, 28, 180) };
    let rooms = rooms(&[usual()], &[late, early], week());
    assert_eq!(
        rooms.each_ref().map(|room| room.minutes),
        [Some(60), Some(0), Some(0), Some(180), Some(180), Some(180), None]
    );
    assert_eq!((rooms[2].exception, rooms[3].exception), (Some(ExceptionKind::Travel), Some(ExceptionKind::Holiday)));
    assert_eq!(rooms[0].exception, None);
}

#[test]
fn the_sports_of_a_day_stay_when_its_minutes_are_an_exception() {
    let rooms = rooms(&[usual()], &[exception(1, 24, 24, 20)], week());
    assert_eq!((rooms[1].minutes, rooms[1].sports.as_slice()), (Some(20), [Sport::Ride].as_slice()));
}

#[test]
fn what_was_taken_back_or_replaced_does_not_count_and_leaves_the_usual_time() {
    let usual = [Some(60), Some(60), Some(60), Some(60), Some(60), None, None];
    let first = exception(1, 23, 29, 0);
    let shorter = Exception { supersedes: Some(first.id), ..exception(2, 23, 24, 0) };
    let both = [first, shorter.clone()];
    assert_eq!(minutes(&both), [Some(0), Some(0), Some(60), Some(60), Some(60), None, None]);
    let gone = Exception { supersedes: Some(shorter.id), withdrawn: true, ..exception(3, 23, 24, 0) };
    let all = [both[0].clone(), both[1].clone(), gone];
    assert_eq!(minutes(&all), usual);
    assert!(counting(&all).is_empty());
}

#[test]
fn an_unanswered_day_has_no_minutes_and_an_exception_answers_it() {
    assert_eq!(minutes(&[])[5], None);
    assert_eq!(week().days().map(assumed), [60, 60, 60, 60, 60, 90, 90]);
    assert_eq!(minutes(&[exception(1, 28, 28, 0)])[5], Some(0), "said, not unknown");
    assert_eq!(rooms(&[], &[], week()), <[Room; 7]>::default());
}

#[test]
fn later_answers_hold_from_their_day_on() {
    let later = Availability { from: day(26), minutes: [Some(30); 7], sports: Default::default() };
    let rooms = rooms(&[later, usual()], &[], week());
    assert_eq!(rooms.map(|room| room.minutes), [Some(60), Some(60), Some(60), Some(30), Some(30), Some(30), Some(30)]);
}

#[test]
fn a_change_begins_no_earlier_than_the_answers_it_changes() {
    let later = Availability { from: day(26), minutes: [Some(30); 7], sports: Default::default() };
    let history = [usual(), later.clone()];
    assert_eq!(to_change(&history, day(24), day(23)), Availability { from: day(23), ..usual() });
    assert_eq!(to_change(&history, day(27), day(23)), later, "on Friday the answers of Thursday hold");
    let open = to_change(&[], day(24), day(23));
    assert_eq!((open.from, open.minutes), (day(23), [None; 7]));
}

#[test]
fn a_stretch_has_a_beginning_an_end_and_at_most_a_year_between() {
    assert_eq!(check_days(day(23), day(23)), Ok(()));
    assert_eq!(check_days(day(23), day(22)), Err(Unsound::EndsBeforeStart { from: day(23), to: day(22) }));
    assert_eq!(check_days(day(1), day(1) + Duration::days(365)), Ok(()));
    assert_eq!(check_days(day(1), day(1) + Duration::days(366)), Err(Unsound::TooLong { days: 367 }));
    assert_eq!(check_minutes(1440), Ok(()));
    assert_eq!(check_minutes(1441), Err(Unsound::TooManyMinutes { minutes: 1441 }));
}
