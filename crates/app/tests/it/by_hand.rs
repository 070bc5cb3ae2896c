//! What a person enters.

use chrono::{Duration, NaiveDate, NaiveDateTime};
use contract::FaultCode;
use contract::athlete::AthletePage;
use contract::entry::{ActivityFormat, AddActivity, ExportActivity, SquadMorning};
use contract::import::{BatchSource, ListBatches, UndoImport};
use contract::roster::ReadJournal;
use domain::entered::EnteredActivity;
use domain::recording::StrengthSet;
use domain::sport::Sport;
use domain::summary::{DEFAULT_RPE_SCALE, LoadSource};
use domain::unit::{Kilograms, Rpe};
use domain::wellness::WellnessField;

use crate::club::Club;

fn yesterday_evening() -> NaiveDateTime {
    testkit::clock::days_ago(1).and_hms_opt(18, 30, 0).expect("a moment")
}

fn strength() -> EnteredActivity {
    let set = StrengthSet {
        span: None,
        active: true,
        exercise: Some("squat".to_owned()),
        reps: Some(5),
        weight: Some(Kilograms(80.0)),
        velocity: Vec::new(),
    };
    EnteredActivity {
        sport: Sport::Strength,
        start_local: yesterday_evening(),
        minutes: 60.0,
        rpe: Some(Rpe(7.0)),
        distance: None,
        sets: vec![set; 3],
        comment: Some("Heavy day".to_owned()),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_nobody_recorded_counts_by_its_felt_effort_and_can_be_taken_back() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    let request = AddActivity { athlete: ada.id, entered: strength() };
    let added = club.ask(&request).await.expect("added").value;
    assert_eq!((added.sport, added.start_local, added.sets.len()), (Sport::Strength, yesterday_evening(), 3));
    assert_eq!(added.comment.as_deref(), Some("Heavy day"));
    let load = added.summary.load.expect("a load");
    assert_eq!(load.source, LoadSource::Perceived);
    assert!((load.points - 60.0 * 7.0 * DEFAULT_RPE_SCALE).abs() < 1e-6, "{load:?}");

    let again = club.ask(&request).await.expect("the same words twice are one session").value;
    assert_eq!(again.id, added.id);
    assert_eq!(club.activities(ada.id).await.len(), 1);

    let export = ExportActivity { id: added.id, format: ActivityFormat::Original, folder: None };
    let original = club.ask(&export).await.expect("written");
    assert!(original.path.ends_with(".tsactivity"), "{}", original.path);
    let batches = club.ask(&ListBatches {}).await.expect("listed");
    let batch = batches.iter().find(|batch| batch.activities == 1).expect("its batch");
    assert_eq!(batch.source, BatchSource::Hand);
    club.ask(&UndoImport { batch: batch.id }).await.expect("taken back");
    assert!(club.activities(ada.id).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn two_athletes_who_did_the_same_each_keep_their_own() {
    let club = Club::new().await;
    let (ada, bo) = (club.athlete("Ada Fell").await, club.athlete("Bo Marsh").await);
    for athlete in [ada.id, bo.id] {
        let added = club.ask(&AddActivity { athlete, entered: strength() }).await.expect("added").value;
        assert_eq!(added.athlete, athlete);
    }
    assert_eq!(club.activities(ada.id).await.len(), 1);
    assert_eq!(club.activities(bo.id).await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_that_cannot_have_been_is_refused_with_words_and_leaves_nothing() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    let tomorrow = yesterday_evening() + Duration::days(2);
    for wrong in [
        EnteredActivity { start_local: tomorrow, ..strength() },
        EnteredActivity { minutes: 0.0, ..strength() },
        EnteredActivity { rpe: Some(Rpe(10.5)), ..strength() },
    ] {
        let refused = club.ask(&AddActivity { athlete: ada.id, entered: wrong }).await.expect_err("refused");
        assert_eq!(refused.code, FaultCode::BadValue);
        assert!(!refused.what.contains("fault-") && !refused.next.contains("fault-"), "{refused:?}");
    }
    assert!(club.activities(ada.id).await.is_empty());
    assert!(club.ask(&ListBatches {}).await.expect("listed").is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_squads_morning_is_read_first_and_kept_whole_or_not_at_all() {
    let club = Club::new().await;
    let (ada, bo) = (club.athlete("Ada Fell").await, club.athlete("Bo Marsh").await);
    let day = testkit::clock::today();
    let morning = |text: &str, keep| SquadMorning { day, text: text.to_owned(), keep };

    let read = club.ask(&morning("Ada: sleep 7.5, hr 48\nZoe: sleep 8\n", false)).await.expect("read").value;
    assert_eq!((read.lines.len(), read.kept), (2, 0));
    assert_eq!(read.lines[0].athlete.as_ref().map(|(id, _)| *id), Some(ada.id));
    assert!(read.lines[1].problem.as_ref().is_some_and(|said| said.contains("Zoe")), "{read:?}");
    let half = club.ask(&morning("Ada: sleep 7.5, hr 48\nZoe: sleep 8\n", true)).await.expect("read").value;
    assert_eq!(half.kept, 0, "a line with a problem keeps all of them out");
    let roster = club.roster().await;
    assert!(roster.wellness(ada.id, None, None).await.expect("read").is_empty());

    let whole = club.ask(&morning("Ada: sleep 7.5, hr 48\nBo: sleep 6; ill\n", true)).await.expect("kept");
    assert_eq!((whole.value.kept, whole.touched.len()), (4, 2));
    let kept = roster.wellness(bo.id, Some(day), Some(day)).await.expect("read");
    assert!(kept.iter().any(|e| e.value.field == WellnessField::Illness && e.value.value > 0.5), "{kept:?}");
    assert!(kept.iter().all(|entry| entry.value.source == "coach" && entry.batch.is_none()));
    assert!(
        club.ask(&AthletePage { athlete: bo.id, on: None, eyes: contract::athlete::Eyes::Coach })
            .await
            .expect("page")
            .readiness
            .ill
    );
    let journal = club.ask(&ReadJournal { limit: 20 }).await.expect("journal");
    assert_eq!(journal.iter().filter(|line| line.action == "squad-morning").count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_morning_that_is_yet_to_come_is_refused() {
    let club = Club::new().await;
    club.athlete("Ada Fell").await;
    let day: NaiveDate = testkit::clock::today() + Duration::days(1);
    let request = SquadMorning { day, text: "Ada: sleep 8".to_owned(), keep: true };
    assert_eq!(club.ask(&request).await.expect_err("refused").code, FaultCode::BadValue);
}
