//! What people enter themselves: a session nobody recorded, a squad's morning, limits of their own.

use chrono::Duration;
use contract::athlete::AthletePage;
use contract::entry::{AddActivity, SetRepairLimits, ShowRepairLimits, ShowSignals, SquadMorning};
use contract::import::{BatchSource, ListBatches, UndoImport};
use contract::measure::{ActivityDetail, ListActivities};
use domain::clean::RepairLimits;
use domain::entered::EnteredActivity;
use domain::recording::{ChannelKind, RepairKind, StrengthSet};
use domain::signal::{Freshness, SignalId};
use domain::sport::Sport;
use domain::unit::{Kilograms, Rpe};
use domain::wellness::WellnessField;

use crate::club::{Club, monday, november};

fn strength() -> EnteredActivity {
    let set = |reps, kilograms| StrengthSet {
        span: None,
        active: true,
        exercise: Some("Squat".to_owned()),
        reps: Some(reps),
        weight: Some(Kilograms(kilograms)),
        velocity: Vec::new(),
    };
    EnteredActivity {
        sport: Sport::Strength,
        start_local: november(15).and_hms_opt(18, 30, 0).expect("a moment"),
        minutes: 50.0,
        rpe: Some(Rpe(6.0)),
        distance: None,
        sets: vec![set(8, 60.0), set(6, 70.0)],
        comment: Some("Good depth".to_owned()),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_entered_by_hand_has_its_load_and_can_be_taken_back() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    let entered = club.ask(&AddActivity { athlete: ada.id, entered: strength() }).await.expect("entered").value;
    let load = entered.summary.load.expect("effort times minutes");
    assert!((load.points - 300.0 * domain::summary::DEFAULT_RPE_SCALE).abs() < 0.5, "{load:?}");
    assert_eq!(entered.start_local, strength().start_local, "the athlete's clock");
    let shown = club.ask(&ActivityDetail { id: entered.id }).await.expect("shown").activity;
    assert_eq!((shown.sets.len(), shown.comment.as_deref()), (2, Some("Good depth")));
    let batches = club.ask(&ListBatches {}).await.expect("batches");
    assert_eq!(batches[0].source, BatchSource::Hand);
    club.ask(&UndoImport { batch: batches[0].id }).await.expect("undone");
    let list = ListActivities { athlete: ada.id, from: None, to: None, limit: None };
    assert!(club.ask(&list).await.expect("listed").is_empty());

    for wrong in [
        EnteredActivity { minutes: 0.0, ..strength() },
        EnteredActivity { rpe: Some(Rpe(11.0)), ..strength() },
        EnteredActivity { start_local: november(30).and_hms_opt(8, 0, 0).expect("a moment"), ..strength() },
    ] {
        let refused = club.ask(&AddActivity { athlete: ada.id, entered: wrong }).await.expect_err("not possible");
        assert!(!refused.what.is_empty() && !refused.next.is_empty(), "{refused:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_squads_morning_is_read_back_before_it_is_kept_and_kept_whole_or_not_at_all() {
    let club = Club::new().await;
    let (ada, bo) = (club.athlete("Ada Fell").await, club.athlete("Bo Marsh").await);
    let ask = |text: &str, keep| SquadMorning { day: november(16), text: text.to_owned(), keep };
    let wrong = "Ada: sleep 7,5, hr 48\nBo Marsh: ill\nCy: sleep 8\nBo: sleep many";
    let read = club.ask(&ask(wrong, false)).await.expect("read").value;
    assert_eq!((read.lines.len(), read.kept), (4, 0));
    assert_eq!(read.lines[0].athlete.as_ref().map(|(id, _)| *id), Some(ada.id));
    assert_eq!(read.lines[0].values.len(), 2, "{:?}", read.lines[0]);
    assert!(read.lines[2].problem.is_some() && read.lines[3].problem.is_some(), "{:?}", read.lines);
    let refused = club.ask(&ask(wrong, true)).await.expect("read").value;
    assert_eq!(refused.kept, 0, "nothing is kept while a line is not understood: {refused:?}");
    let page =
        club.ask(&AthletePage { athlete: bo.id, on: None, eyes: contract::athlete::Eyes::Coach }).await.expect("page");
    assert!(!page.readiness.ill, "nothing was kept");

    let right = "Ada: sleep 7,5, hr 48\nBo Marsh: ill";
    assert_eq!(club.ask(&ask(right, true)).await.expect("kept").value.kept, 3);
    assert!(
        club.ask(&AthletePage { athlete: bo.id, on: None, eyes: contract::athlete::Eyes::Coach })
            .await
            .expect("page")
            .readiness
            .ill
    );
    let signals = club.ask(&ShowSignals { athlete: ada.id, on: None }).await.expect("signals");
    let of = |id| signals.iter().find(|signal| signal.signal == id).expect("in the registry");
    let sleep = of(SignalId::Wellness(WellnessField::Sleep));
    assert_eq!((sleep.value, sleep.freshness), (Some(7.5), Freshness::Current));
    assert_eq!(of(SignalId::Channel(ChannelKind::Power)).freshness, Freshness::Never);
}

#[tokio::test(flavor = "multi_thread")]
async fn other_limits_mark_other_samples_and_the_recorded_values_stay() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    let bytes = sample::ride(monday() - Duration::days(3), 3600, Some(400));
    let id = club.upload(&[("Ada Fell/ride.fit", &bytes)]).await.files[0].activities[0];
    let before = club.ask(&ActivityDetail { id }).await.expect("shown").activity;
    assert!(before.summary.avg_power.is_some());
    let usual = club.ask(&ShowRepairLimits { athlete: ada.id }).await.expect("shown");
    assert!(!usual.own);
    let strict = RepairLimits { power_max: 300.0, ..usual.limits };
    let set = SetRepairLimits { athlete: ada.id, limits: Some(strict), task: None };
    assert_eq!(club.ask(&set).await.expect("set").value, 1, "the ride changed");
    let marked = club.ask(&ActivityDetail { id }).await.expect("shown").activity;
    let repair = marked.repairs.iter().find(|repair| repair.channel == Some(ChannelKind::Power));
    assert_eq!(repair.map(|repair| repair.kind), Some(RepairKind::ImpossibleValues), "{:?}", marked.repairs);
    assert!(marked.summary.avg_power < before.summary.avg_power, "{:?}", marked.summary);
    let back = SetRepairLimits { athlete: ada.id, limits: None, task: None };
    club.ask(&back).await.expect("set");
    let after = club.ask(&ActivityDetail { id }).await.expect("shown").activity;
    assert_eq!(
        (after.repairs, after.summary.avg_power),
        (before.repairs, before.summary.avg_power),
        "nothing was lost"
    );
    assert_eq!((after.summary.load, after.summary.avg_hr), (before.summary.load, before.summary.avg_hr));
}
