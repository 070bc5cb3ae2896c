use chrono::{DateTime, Duration, Utc};
use uuid::Uuid;

use super::*;
use crate::activity::tests::blank;
use crate::unit::{Meters, Seconds};

fn athlete(number: u128, name: &str) -> Athlete {
    Athlete {
        id: id(number),
        name: name.to_owned(),
        sex: None,
        born: None,
        zone: "Europe/Oslo".to_owned(),
        squad: None,
        unassigned: number == 0,
    }
}

fn id(number: u128) -> AthleteId {
    AthleteId(Uuid::from_u128(number))
}

fn start() -> DateTime<Utc> {
    DateTime::from_timestamp(1_790_000_000, 0).unwrap()
}

fn activity(sport: Sport, place: Option<(f64, f64)>, metres: Option<f64>) -> Activity {
    Activity { sport, timer: Seconds(3600.0), elapsed: Seconds(3600.0), distance: metres.map(Meters), place, ..blank() }
}

const INNSBRUCK: (f64, f64) = (47.26, 11.39);
const VIENNA: (f64, f64) = (48.21, 16.37);

fn runs(place: (f64, f64), metres: f64) -> Habits {
    let runs: Vec<Activity> =
        (0..10).map(|i| activity(Sport::Run, Some(place), Some(metres + 100.0 * f64::from(i % 3)))).collect();
    Habits::of(&runs)
}

fn club() -> Vec<(Athlete, Habits)> {
    vec![
        (athlete(0, "Not yet assigned"), runs(INNSBRUCK, 10_000.0)),
        (athlete(1, "Ada Fell"), runs(INNSBRUCK, 10_000.0)),
        (athlete(2, "Ben Fell"), runs(VIENNA, 12_000.0)),
        (athlete(3, "Åse Østby"), Habits::of(&[activity(Sport::Ski, None, None)])),
    ]
}

fn outline(sport: Sport, place: Option<(f64, f64)>, metres: f64) -> Outline {
    Outline {
        sport,
        start: start() + Duration::days(1),
        local_clock: false,
        timer_s: 3600.0,
        elapsed_s: 3600.0,
        distance_m: Some(metres),
        place,
    }
}

fn first(clues: &Clues<'_>) -> Option<(AthleteId, f64, Vec<GuessReason>)> {
    guess(clues, &club()).into_iter().next().map(|guess| (guess.athlete, guess.confidence, guess.reasons))
}

#[test]
fn nobody_is_guessed_where_nothing_speaks() {
    assert_eq!(guess(&Clues { path: "/club/2026/ride.fit", ..Clues::default() }, &club()), Vec::new());
    assert_eq!(guess(&Clues::default(), &[]), Vec::new());
}

#[test]
fn the_person_who_imports_is_believed_whatever_else_speaks() {
    let clues = Clues { named: Some(id(2)), device: Some((id(1), 7)), path: "Ada Fell/1.fit", ..Clues::default() };
    let (who, confidence, reasons) = first(&clues).unwrap();
    assert_eq!((who, confidence, reasons), (id(2), 1.0, vec![GuessReason::Named]));
}

#[test]
fn device_file_and_path_are_each_enough() {
    let by_device = first(&Clues { device: Some((id(1), 7)), ..Clues::default() }).unwrap();
    assert_eq!((by_device.0, by_device.2), (id(1), vec![GuessReason::Device { serial: 7 }]));
    let in_file = first(&Clues { written: Some("FELL, Ben"), ..Clues::default() }).unwrap();
    assert_eq!((in_file.0, in_file.2), (id(2), vec![GuessReason::NameInFile]));
    let in_path = first(&Clues { path: "club/ÅSE_ØSTBY/2026-06-01.fit", ..Clues::default() }).unwrap();
    assert_eq!((in_path.0, in_path.2), (id(3), vec![GuessReason::NameInPath]));
    for confidence in [by_device.1, in_file.1, in_path.1] {
        assert!(confidence >= SURE, "{confidence}");
    }
}

#[test]
fn part_of_a_name_speaks_only_where_nobody_else_has_it_and_is_not_enough_alone() {
    let (who, confidence, reasons) = first(&Clues { path: "ada-run.fit", ..Clues::default() }).unwrap();
    assert_eq!((who, reasons), (id(1), vec![GuessReason::PartOfName]));
    assert!(confidence < SURE);
    assert_eq!(first(&Clues { path: "fell-run.fit", ..Clues::default() }), None);
    assert_eq!(first(&Clues { path: "canada-run.fit", ..Clues::default() }), None);
}

#[test]
fn independent_reasons_add_up_and_stand_weightiest_first() {
    let here = outline(Sport::Run, Some(INNSBRUCK), 10_100.0);
    let clues = Clues { path: "ada-run.fit", outline: Some(&here), ..Clues::default() };
    let (who, confidence, reasons) = first(&clues).unwrap();
    assert_eq!(who, id(1));
    assert!(confidence >= SURE, "{confidence}");
    assert_eq!(reasons[..2], [GuessReason::PartOfName, GuessReason::Place { share: 1.0 }]);
    assert!(matches!(reasons[2], GuessReason::Pace { .. }));
}

#[test]
fn where_the_device_says_one_and_the_path_another_neither_is_sure() {
    let here = outline(Sport::Run, Some(INNSBRUCK), 10_100.0);
    let clues = Clues {
        device: Some((id(1), 7)),
        path: "Ben Fell/run.fit",
        outline: Some(&here),
        planned: &[id(1)],
        ..Clues::default()
    };
    let found = guess(&clues, &club());
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].athlete, id(1));
    assert!(found.iter().all(|guess| guess.confidence < SURE), "{found:?}");
}

#[test]
fn history_alone_is_never_sure_and_tells_near_from_far() {
    let here = outline(Sport::Run, Some(INNSBRUCK), 10_100.0);
    let clues = Clues { outline: Some(&here), planned: &[id(1)], ..Clues::default() };
    let found = guess(&clues, &club());
    assert_eq!(found[0].athlete, id(1));
    assert!(found[0].confidence <= HISTORY + 1e-9, "{found:?}");
    assert!(found.iter().all(|guess| guess.athlete != id(0)), "the stand-in is never guessed");
    let ski = outline(Sport::Ski, None, 20_000.0);
    let (who, _, reasons) = first(&Clues { outline: Some(&ski), ..Clues::default() }).unwrap();
    assert_eq!((who, reasons), (id(3), vec![GuessReason::OnlyOne]));
}

#[test]
fn a_copy_of_a_known_activity_belongs_to_its_athlete_and_a_likely_one_is_asked_about() {
    let sure = first(&Clues { same: Some((id(2), 0.95)), ..Clues::default() }).unwrap();
    assert!(sure.0 == id(2) && sure.1 >= SURE, "{sure:?}");
    let maybe = first(&Clues { same: Some((id(2), 0.7)), ..Clues::default() }).unwrap();
    assert!(maybe.1 < SURE, "{maybe:?}");
}

#[test]
fn two_of_one_name_are_both_asked_about() {
    let club = vec![(athlete(1, "Ada Fell"), Habits::of(&[])), (athlete(2, "Ada Fell"), Habits::of(&[]))];
    let found = guess(&Clues { path: "Ada Fell/run.fit", ..Clues::default() }, &club);
    assert_eq!(found.len(), 2);
    assert!(found.iter().all(|guess| guess.confidence < SURE), "{found:?}");
}

#[test]
fn at_most_five_are_guessed() {
    let club: Vec<_> = (1..9).map(|number| (athlete(number, &format!("N{number}")), runs(INNSBRUCK, 9000.0))).collect();
    let here = outline(Sport::Run, Some(INNSBRUCK), 9_100.0);
    assert_eq!(guess(&Clues { outline: Some(&here), ..Clues::default() }, &club).len(), 5);
}

#[test]
fn habits_count_each_sport_and_know_a_pace_from_three_on() {
    let habits = Habits::of(&[
        activity(Sport::Run, Some(VIENNA), Some(10_800.0)),
        activity(Sport::Run, None, Some(10_800.0)),
        activity(Sport::Ride, None, Some(30_000.0)),
        activity(Sport::Run, None, Some(10_800.0)),
    ]);
    let run = habits.sport(Sport::Run).unwrap();
    assert_eq!((run.count, run.places.clone(), run.speed), (3, vec![VIENNA], Some((3.0, 0.0))));
    assert_eq!(habits.sport(Sport::Ride).unwrap().speed, None);
    assert!(habits.sport(Sport::Swim).is_none());
}
