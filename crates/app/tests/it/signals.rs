//! The data contract, told by what a roster holds.

use contract::athlete::AddWellness;
use contract::entry::{ShowSignals, SignalView};
use domain::recording::ChannelKind;
use domain::signal::{Freshness, Quality, SignalId, registry};
use domain::wellness::{WellnessField, WellnessValue};

use crate::club::{Club, ride};

fn one(views: &[SignalView], signal: SignalId) -> &SignalView {
    views.iter().find(|view| view.signal == signal).expect("every signal of the registry is told")
}

#[tokio::test(flavor = "multi_thread")]
async fn every_signal_is_told_with_its_newest_reading_source_age_and_quality() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    let older = club.bring("old.fit", &ride(200), ada.id).await;
    let newer = club.bring("new.fit", &ride(2), ada.id).await;
    assert_ne!(older.files[0].activities, newer.files[0].activities);
    let value = |days, field, value| WellnessValue {
        date: testkit::clock::days_ago(days),
        field,
        value,
        source: "coach".to_owned(),
    };
    let values = vec![
        value(1, WellnessField::Sleep, 7.5),
        value(3, WellnessField::Sleep, 8.0),
        value(300, WellnessField::BodyMass, 61.0),
    ];
    club.ask(&AddWellness { athlete: ada.id, values }).await.expect("kept");

    let views = club.ask(&ShowSignals { athlete: ada.id, on: None }).await.expect("told");
    assert_eq!(views.len(), registry().len());
    let power = one(&views, SignalId::Channel(ChannelKind::Power));
    assert_eq!(power.activity, Some(newer.files[0].activities[0]));
    assert_eq!((power.value, power.recent, power.freshness), (Some(200.0), 1, Freshness::Current));
    assert_eq!(power.quality, Some(Quality::Good));
    assert!(power.source.is_some(), "the device is named");
    let sleep = one(&views, SignalId::Wellness(WellnessField::Sleep));
    assert_eq!((sleep.value, sleep.recent, sleep.quality), (Some(7.5), 2, Some(Quality::Reported)));
    let mass = one(&views, SignalId::Wellness(WellnessField::BodyMass));
    assert_eq!((mass.freshness, mass.recent), (Freshness::Stale, 0));
    let oxygen = one(&views, SignalId::Channel(ChannelKind::MuscleOxygen));
    assert_eq!((oxygen.freshness, oxygen.value, oxygen.at), (Freshness::Never, None, None));

    let earlier = ShowSignals { athlete: ada.id, on: Some(testkit::clock::days_ago(100)) };
    let views = club.ask(&earlier).await.expect("told");
    let power = one(&views, SignalId::Channel(ChannelKind::Power));
    assert_eq!(power.activity, Some(older.files[0].activities[0]), "as of that day");
    assert_eq!(one(&views, SignalId::Wellness(WellnessField::Sleep)).freshness, Freshness::Never);
}
