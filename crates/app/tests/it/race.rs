//! Race week.

use contract::FaultCode;
use contract::athlete::AddRace;
use contract::race::{SetRaceSheet, ShowRace};
use contract::threshold::AddResult;
use domain::result::{Conditions, Effort};
use domain::season::{Priority, Race};
use domain::sport::Sport;
use domain::unit::{Celsius, Meters, Seconds};

use crate::club::Club;

fn result(race: &Race, date: chrono::NaiveDate, seconds: f64, of_race: bool) -> AddResult {
    AddResult {
        athlete: race.athlete,
        date,
        effort: Effort::Race,
        sport: Sport::Run,
        distance: race.distance,
        time: Seconds(seconds),
        power: None,
        heart: None,
        conditions: Conditions::default(),
        activity: None,
        race: of_race.then_some(race.id),
        note: Some("Even to the end".to_owned()),
        corrects: None,
    }
}

fn sheet(race: &Race, fuel: &str) -> SetRaceSheet {
    SetRaceSheet {
        athlete: race.athlete,
        race: race.id,
        conditions: Conditions { temperature: Some(Celsius(26.0)), ..Conditions::default() },
        weather: Some("Wind from the sea".to_owned()),
        course: None,
        target: None,
        pacing: None,
        fuel: Some(fuel.to_owned()),
        kit: None,
    }
}

async fn race(club: &Club, ago: i64) -> Race {
    let ada = club.athlete("Ada Fell").await;
    let request = AddRace {
        athlete: ada.id,
        name: "Harbour ten".to_owned(),
        date: testkit::clock::days_ago(ago),
        sport: Sport::Run,
        distance: Some(Meters(10_000.0)),
        priority: Priority::A,
    };
    club.ask(&request).await.expect("a race").value
}

#[tokio::test(flavor = "multi_thread")]
async fn every_version_of_a_sheet_stays_and_the_newest_counts() {
    let club = Club::new().await;
    let race = race(&club, -5).await;
    let show = ShowRace { athlete: race.athlete, race: race.id };
    assert!(club.ask(&show).await.expect("shown").sheets.is_empty());
    for fuel in ["A gel", "Two gels", "A gel"] {
        club.ask(&sheet(&race, fuel)).await.expect("kept");
    }
    let view = club.ask(&show).await.expect("shown");
    let told: Vec<_> = view.sheets.iter().map(|one| (one.version, one.fuel.as_deref().unwrap_or_default())).collect();
    assert_eq!(told, [(3, "A gel"), (2, "Two gels"), (1, "A gel")]);

    let hot = SetRaceSheet {
        conditions: Conditions { temperature: Some(Celsius(90.0)), ..Conditions::default() },
        ..sheet(&race, "x")
    };
    assert_eq!(club.ask(&hot).await.expect_err("too hot").code, FaultCode::BadValue);
    assert_eq!(club.ask(&show).await.expect("shown").sheets.len(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_time_is_expected_from_what_was_known_before_and_stands_beside_what_was_run() {
    let club = Club::new().await;
    let race = race(&club, 10).await;
    let show = ShowRace { athlete: race.athlete, race: race.id };
    club.ask(&result(&race, testkit::clock::days_ago(60), 2400.0, false)).await.expect("an earlier race");
    let before = club.ask(&show).await.expect("shown");
    let expected = before.prediction.clone().expect("something to stand on");
    assert!((before.outcome.is_none(), before.past.len()) == (true, 1));
    assert!(expected.low < expected.time && expected.time < expected.high);

    club.ask(&result(&race, race.date, 2350.0, true)).await.expect("the race itself");
    let after = club.ask(&show).await.expect("shown");
    assert_eq!(after.outcome.as_ref().map(|outcome| outcome.time), Some(Seconds(2350.0)));
    assert_eq!(after.prediction, Some(expected), "the result of the race does not foretell itself");
    assert_eq!(after.past.len(), 1, "the race is no earlier race of its own");
    assert_eq!(after.past[0].expected, None, "nothing was known before the first");
    assert_eq!(after.taper.days.len(), 21);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_race_of_somebody_else_is_not_found() {
    let club = Club::new().await;
    let race = race(&club, -5).await;
    let bo = club.athlete("Bo Beck").await;
    let fault = club.ask(&ShowRace { athlete: bo.id, race: race.id }).await.expect_err("not theirs");
    assert_eq!(fault.code, FaultCode::NotFound);
}
