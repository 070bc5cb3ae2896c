//! The rest of a running week: proposed, applied or set aside.

use chrono::Duration;
use contract::adapt::{AdaptationOutcome, AdaptationView, DecideAdaptation, ProposeAdaptation};
use contract::entry::SquadMorning;
use contract::plan::ShowWeek;
use contract::roster::ReadJournal;
use domain::adaptation::Intervention;
use domain::athlete::Athlete;
use domain::id::SessionId;
use domain::session::SessionKind;

use crate::afterwards::proposed;
use crate::club::Club;

/// Monday of a planned week with intervals on it, after seven weeks of usual mornings and an awful one.
async fn low_monday(club: &Club) -> (Athlete, Vec<SessionId>) {
    let ada = club.athlete("Ada Fell").await;
    let monday = testkit::clock::next_week().monday();
    let mut table = "date,rmssd,resting_hr,sleep,fatigue,soreness,mood\n".to_owned();
    for back in (1..=50).rev() {
        let day = monday - Duration::days(back);
        let swing = (back % 3) as f64;
        let line = format!("{day},{},{},{},{},3,4\n", 60.0 + swing, 48.0 + swing, 7.5 + 0.2 * swing, 3 + back % 2);
        table.push_str(&line);
    }
    club.bring("ada.csv", table.as_bytes(), ada.id).await;
    for days in [2, 5, 9, 12, 16, 19, 23, 26] {
        club.bring(&format!("{days}.fit"), &crate::club::ride(days), ada.id).await;
    }
    let rides = [(0, SessionKind::Interval, 60), (2, SessionKind::Easy, 60), (5, SessionKind::Long, 120)];
    let sessions = proposed(club, &ada, &rides).await;
    club.wait(2);
    (ada, sessions)
}

async fn awful_morning(club: &Club) {
    let text = "Ada: sleep 3, hr 64, hrv 25, fatigue 1, soreness 1, mood 1".to_owned();
    let day = testkit::clock::next_week().monday();
    let read = club.ask(&SquadMorning { day, text, keep: true }).await.expect("read").value;
    assert!(read.kept > 0, "{read:?}");
}

async fn asked(club: &Club, athlete: &Athlete) -> AdaptationView {
    club.ask(&ProposeAdaptation { athlete: athlete.id }).await.expect("proposed")
}

async fn decide(club: &Club, athlete: &Athlete, inputs: &str, apply: bool) -> AdaptationOutcome {
    let request = DecideAdaptation { athlete: athlete.id, inputs: inputs.to_owned(), apply, text: None };
    club.ask(&request).await.expect("decided").value
}

#[tokio::test(flavor = "multi_thread")]
async fn a_low_morning_is_answered_with_a_draft_that_becomes_overrides_when_applied() {
    let club = Club::new().await;
    let (ada, sessions) = low_monday(&club).await;
    let before = asked(&club, &ada).await.adaptation.expect("a plan");
    awful_morning(&club).await;
    let view = asked(&club, &ada).await;
    let adaptation = view.adaptation.clone().expect("a plan");
    assert_ne!(adaptation.inputs, before.inputs);
    assert!(adaptation.changes.iter().any(|change| change.session == sessions[0]), "{adaptation:?}");
    assert_ne!(view.now, view.then, "the difference is shown before anything is written");

    let AdaptationOutcome::Moved { now } = decide(&club, &ada, &before.inputs, true).await else {
        panic!("what was shown before the morning is not what would be applied");
    };
    assert_eq!(*now, view);
    let AdaptationOutcome::Decided { decided } = decide(&club, &ada, &adaptation.inputs, true).await else {
        panic!("nothing moved");
    };
    assert!(decided.applied);
    let week = club.ask(&ShowWeek { athlete: ada.id, week: view.week }).await.expect("shown").week.expect("a plan");
    assert_eq!(week.plan.overrides.len(), adaptation.changes.len());
    assert!(week.plan.overrides.iter().all(|made| made.tag == adaptation.tag && made.before.is_some()));
    assert_eq!(week.effective, view.then);
    let linked = club.roster().await.adapted_overrides(ada.id).await.expect("read");
    assert!(week.plan.overrides.iter().all(|made| linked.get(&made.id) == Some(&decided.id)), "{linked:?}");
    let journal = club.ask(&ReadJournal { limit: 5 }).await.expect("journal");
    assert!(journal.iter().any(|line| line.action == "apply-adaptation"), "{journal:?}");
    assert_eq!(asked(&club, &ada).await.decided, [*decided]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_set_aside_stays_aside_that_day_and_changes_nothing() {
    let club = Club::new().await;
    let (ada, _) = low_monday(&club).await;
    awful_morning(&club).await;
    let view = asked(&club, &ada).await;
    let adaptation = view.adaptation.expect("a plan");
    assert!(!view.set_aside && adaptation.intervention != Intervention::Keep, "{adaptation:?}");
    let outcome = decide(&club, &ada, &adaptation.inputs, false).await;
    assert!(matches!(outcome, AdaptationOutcome::Decided { decided } if !decided.applied));
    let after = asked(&club, &ada).await;
    assert!(after.set_aside, "{after:?}");
    assert_eq!(after.now, view.now);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_plan_there_is_nothing_to_adapt() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    assert!(asked(&club, &ada).await.adaptation.is_none());
    let request = DecideAdaptation { athlete: ada.id, inputs: String::new(), apply: true, text: None };
    assert!(club.ask(&request).await.is_err());
}
