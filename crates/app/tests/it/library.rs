//! The session library: own sessions come, are refused with the place that is wrong, and go.

use contract::athlete::AddSettings;
use contract::library::{AddTemplate, LibraryLine, ReadWorkout, ShowLibrary, WithdrawTemplate};
use contract::plan::ListTemplates;
use domain::id::AthleteId;
use domain::session::SessionKind;
use domain::settings::Settings;
use domain::sport::Sport;
use domain::unit::MetersPerSecond;

use crate::club::Club;

fn cruise(athlete: Option<AthleteId>) -> AddTemplate {
    AddTemplate {
        title: " Cruise ".to_owned(),
        kind: SessionKind::Threshold,
        sport: Sport::Run,
        text: "15min@65%, 5x1000m @ 100%, r90s, 10min @ 60%".to_owned(),
        athlete,
    }
}

async fn own(club: &Club, athlete: Option<AthleteId>) -> Vec<LibraryLine> {
    let all = club.ask(&ShowLibrary { athlete }).await.expect("the library");
    assert!(all.len() > 60, "what ships is there");
    all.into_iter().filter(|line| line.own).collect()
}

async fn fast_athlete(club: &Club) -> AthleteId {
    let athlete = club.athlete("Ada Fell").await.id;
    let from = testkit::clock::now().date_naive();
    let settings = Settings { from, threshold_speed: Some(MetersPerSecond(4.0)), ..Settings::default() };
    club.ask(&AddSettings { athlete, settings }).await.expect("set");
    athlete
}

#[tokio::test]
async fn an_own_session_comes_into_the_library_and_goes_again() {
    let club = Club::new().await;
    let made = club.ask(&cruise(None)).await.expect("added").value;
    assert_eq!((made.title.as_str(), made.min_minutes), ("Cruise", 56), "at the usual speed of running");
    assert_eq!(made.workout.map(|w| w.to_string()).as_deref(), Some("15min @ 65%, 5x1000m @ 100%, r90s, 10min @ 60%"));
    let lines = own(&club, None).await;
    assert!(lines.len() == 1 && lines[0].load > 60.0 && lines[0].rpe.is_some_and(|rpe| rpe > 5.0), "{lines:?}");
    let listed = club.ask(&ListTemplates {}).await.expect("templates");
    assert!(listed.iter().any(|t| t.id == made.id), "weeks can be built from it");

    let withdraw = WithdrawTemplate { template: made.id };
    assert!(club.ask(&withdraw).await.expect("taken out").value);
    assert!(own(&club, None).await.is_empty());
    assert!(!club.ask(&withdraw).await.expect("a reply").value, "it is gone already");
    let shipped = WithdrawTemplate { template: "run-easy".to_owned() };
    club.ask(&shipped).await.expect_err("what ships stays");
}

#[tokio::test]
async fn a_line_that_is_no_session_is_refused_with_its_place() {
    let club = Club::new().await;
    let fault = club.ask(&AddTemplate { text: "15min @ 250W".to_owned(), ..cruise(None) }).await.expect_err("refused");
    assert!(fault.what.contains("12") && fault.next.contains('%'), "{} {}", fault.what, fault.next);
    club.ask(&AddTemplate { title: "  ".to_owned(), ..cruise(None) }).await.expect_err("a title is needed");
    club.ask(&AddTemplate { kind: SessionKind::Rest, ..cruise(None) }).await.expect_err("rest has no workout");
    assert!(own(&club, None).await.is_empty(), "nothing was added");
}

#[tokio::test]
async fn a_line_is_read_in_the_athletes_own_numbers_and_their_sessions_are_theirs() {
    let club = Club::new().await;
    let athlete = fast_athlete(&club).await;
    let AddTemplate { title, kind, sport, text, .. } = cruise(None);
    let read = |athlete| ReadWorkout { text: text.clone(), title: title.clone(), kind, sport, athlete };
    let theirs = club.ask(&read(Some(athlete))).await.expect("read");
    assert_eq!(theirs.lines[1], "5 × 1000 m at 4:10 /km (100 % of threshold pace), each then 90 s recovery");
    assert!((theirs.zones[1] - 5.0 * 250.0 / 60.0).abs() < 1e-9, "{:?}", theirs.zones);
    let anybody = club.ask(&read(None)).await.expect("read");
    assert!(anybody.lines[1].contains("not set"), "{:?}", anybody.lines);
    assert!(anybody.session.minutes > theirs.session.minutes, "who is faster is done sooner");

    club.ask(&cruise(Some(athlete))).await.expect("added");
    assert_eq!(own(&club, Some(athlete)).await.len(), 1);
    assert!(own(&club, None).await.is_empty(), "it is for one athlete only");
}
