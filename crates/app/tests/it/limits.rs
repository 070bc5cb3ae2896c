//! Repair limits: marks move, values stay.

use contract::entry::{SetRepairLimits, ShowRepairLimits};
use contract::{FaultCode, Topic};
use domain::activity::Activity;
use domain::clean::RepairLimits;
use domain::consent::DataCategory;
use domain::recording::{ChannelKind, RepairKind};

use crate::club::{Club, ride};

#[tokio::test(flavor = "multi_thread")]
async fn other_limits_mark_other_samples_and_the_usual_ones_bring_everything_back() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    club.bring("a.fit", &ride(3), ada.id).await;
    club.bring("b.fit", &ride(5), ada.id).await;
    let before = club.activities(ada.id).await;
    let roster = club.roster().await;
    let values = roster.channels(before[0].id, &[ChannelKind::HeartRate]).await.expect("read").remove(0).values;

    let limits = RepairLimits { hr_max: 130.0, ..RepairLimits::default() };
    let request = SetRepairLimits { athlete: ada.id, limits: Some(limits), task: None };
    let done = club.ask(&request).await.expect("set");
    assert_eq!(done.value, 2);
    assert!(done.touched.iter().any(|moved| moved.topic == Topic::Activities));
    let shown = club.ask(&ShowRepairLimits { athlete: ada.id }).await.expect("shown");
    assert_eq!((shown.limits, shown.own), (limits, true));
    let marked = club.activities(ada.id).await;
    let highest = marked[0].summary.max_hr.expect("a heart rate").0;
    assert!(highest <= 130.0, "{highest} was used");
    let told = |repair: &domain::recording::Repair| {
        repair.kind == RepairKind::ImpossibleValues && repair.channel == Some(ChannelKind::HeartRate)
    };
    assert!(marked[0].repairs.iter().any(told), "{:?}", marked[0].repairs);
    let now = roster.channels(before[0].id, &[ChannelKind::HeartRate]).await.expect("read").remove(0);
    assert_eq!(now.values, values, "what was recorded is whole");

    assert_eq!(club.ask(&request).await.expect("set").value, 0, "nothing changes twice");
    let usual = SetRepairLimits { athlete: ada.id, limits: None, task: None };
    assert_eq!(club.ask(&usual).await.expect("set").value, 2);
    for (mut now, mut was) in club.activities(ada.id).await.into_iter().zip(before) {
        // A sum over what was kept may differ from one over what was decoded in its last digits.
        let ascent = |activity: &mut Activity| activity.summary.ascent.take().expect("an ascent").0;
        assert!((ascent(&mut now) - ascent(&mut was)).abs() < 1e-6);
        assert_eq!(now, was, "as if nothing had been");
    }
    assert!(!club.ask(&ShowRepairLimits { athlete: ada.id }).await.expect("shown").own);
}

#[tokio::test(flavor = "multi_thread")]
async fn marking_anew_loses_no_positions_that_may_not_be_seen_now() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    let id = club.bring("a.fit", &ride(3), ada.id).await.files[0].activities[0];
    let roster = club.roster().await;
    let here = roster.channels(id, &[ChannelKind::Latitude]).await.expect("read");
    assert_eq!(here.len(), 1);
    club.consent(1, ada.id, DataCategory::Location, false).await;
    let limits = Some(RepairLimits { hr_max: 130.0, ..RepairLimits::default() });
    assert_eq!(club.ask(&SetRepairLimits { athlete: ada.id, limits, task: None }).await.expect("set").value, 1);
    assert!(roster.channels(id, &[ChannelKind::Latitude]).await.expect("read").is_empty());
    club.consent(2, ada.id, DataCategory::Location, true).await;
    assert_eq!(roster.channels(id, &[ChannelKind::Latitude]).await.expect("read"), here);
}

#[tokio::test(flavor = "multi_thread")]
async fn limits_nobody_has_are_refused() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    let limits = Some(RepairLimits { hr_max: 20.0, ..RepairLimits::default() });
    let refused = club.ask(&SetRepairLimits { athlete: ada.id, limits, task: None }).await.expect_err("refused");
    assert_eq!(refused.code, FaultCode::BadValue);
    assert!(!club.ask(&ShowRepairLimits { athlete: ada.id }).await.expect("shown").own);
}
