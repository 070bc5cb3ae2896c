//! Files, activities and channels.

use chrono::Duration;
use domain::id::ContentHash;
use domain::recording::ChannelKind;
use domain::unit::{Rpe, Seconds};
use store::{Encoded, Raw, StoreFault};

use crate::scene::{ADA, BATCH, BO, NOBODY, Scene, activity, channels, commit, date, import, now, summary};

#[tokio::test]
async fn an_activity_comes_back_as_written_after_reopening() {
    let scene = Scene::club().await;
    let run = activity(1, ADA, "2026-11-02");
    let mut bare = activity(2, ADA, "2026-11-03");
    (bare.distance, bare.device, bare.rpe, bare.summary.load, bare.sport_detail) = (None, None, None, None, None);
    let mut w = scene.roster.write().await.expect("begins");
    import(&mut w, &run).await.expect("written");
    import(&mut w, &bare).await.expect("written");
    commit(w, 2, "import-files").await.expect("committed");

    let scene = scene.reopened().await;
    let roster = &scene.roster;
    assert_eq!(roster.activity(run.id).await.expect("reads").as_ref(), Some(&run));
    assert_eq!(roster.activities(ADA, None, None, None).await.expect("reads"), [bare.clone(), run.clone()]);
    assert_eq!(roster.raw(&run.source).await.expect("reads"), Some("hash-1".repeat(50).into_bytes()));
    assert_eq!(roster.file_name(&run.source).await.expect("reads").as_deref(), Some("hash-1.fit"));
    let kept = roster.channels(run.id, &[]).await.expect("reads");
    let kinds = [ChannelKind::Latitude, ChannelKind::Longitude, ChannelKind::HeartRate];
    assert_eq!(kept.iter().map(|c| c.kind).collect::<Vec<_>>(), kinds, "in the order of ALL");
    assert_eq!(roster.channel_kinds(run.id).await.expect("reads"), kinds);
    for channel in channels() {
        assert!(kept.contains(&channel), "{}", channel.kind.code());
    }
    let one = roster.channels(run.id, &[ChannelKind::Power, ChannelKind::HeartRate]).await.expect("reads");
    assert_eq!(one, channels()[..1], "a kind that was not recorded is left out");
}

#[tokio::test]
async fn activities_are_found_by_the_athletes_day_newest_first() {
    let scene = Scene::club().await;
    let days = ["2026-11-01", "2026-11-02", "2026-11-03", "2026-11-04"];
    let mut w = scene.roster.write().await.expect("begins");
    for (number, day) in (1..).zip(days) {
        let mut run = activity(number, ADA, day);
        if number == 4 {
            // Late in the evening: still that day on the athlete's clock.
            run.start_local = date(day).and_hms_opt(23, 59, 59).expect("a time");
        }
        import(&mut w, &run).await.expect("written");
    }
    import(&mut w, &activity(9, BO, "2026-11-02")).await.expect("written");
    commit(w, 2, "import-files").await.expect("committed");
    let found = async |from: Option<&str>, to: Option<&str>, limit| {
        let runs = scene.roster.activities(ADA, from.map(date), to.map(date), limit).await.expect("reads");
        runs.iter().map(|run| run.day().to_string()).collect::<Vec<_>>()
    };
    assert_eq!(found(None, None, None).await, ["2026-11-04", "2026-11-03", "2026-11-02", "2026-11-01"]);
    assert_eq!(found(Some("2026-11-02"), Some("2026-11-03"), None).await, ["2026-11-03", "2026-11-02"]);
    assert_eq!(found(Some("2026-11-04"), Some("2026-11-04"), None).await, ["2026-11-04"]);
    assert_eq!(found(None, Some("2026-11-03"), Some(1)).await, ["2026-11-03"]);
    assert_eq!(found(None, None, Some(0)).await, Vec::<String>::new());
}

#[tokio::test]
async fn the_same_bytes_are_kept_once_and_told_as_seen() {
    let scene = Scene::club().await;
    let run = activity(1, ADA, "2026-11-02");
    let mut second = activity(2, ADA, "2026-11-02");
    (second.source, second.part) = (run.source.clone(), 1);
    let hash = ContentHash("settings".to_owned());
    let mut w = scene.roster.write().await.expect("begins");
    import(&mut w, &run).await.expect("written");
    w.insert_activity(&second, &Encoded::of(&[]).expect("packs")).await.expect("another part of the file");
    let raw = Raw::of(&hash, "device.fit", b"zones").expect("packs");
    w.insert_source(&raw, BATCH, now(), None, Some("settings")).await.expect("inserted");
    commit(w, 2, "import-files").await.expect("committed");

    let seen = scene.roster.source(&run.source).await.expect("reads").expect("seen");
    assert_eq!((seen.name.as_str(), seen.batch, seen.at, seen.athlete), ("hash-1.fit", BATCH, now(), Some(ADA)));
    assert_eq!(seen.activities, [run.id, second.id]);
    let routed = scene.roster.source(&hash).await.expect("reads").expect("seen");
    assert_eq!((routed.athlete, routed.activities.len()), (None, 0));
    assert_eq!(scene.roster.source(&ContentHash("new".to_owned())).await.expect("reads"), None);
    let batches = scene.roster.batches().await.expect("reads");
    assert_eq!((batches.len(), batches[0].files, batches[0].activities), (1, 2, 2));

    let mut w = scene.roster.write().await.expect("begins");
    let again = Raw::of(&run.source, "copy.fit", b"x").expect("packs");
    let refused = w.insert_source(&again, BATCH, now(), None, None).await;
    assert!(matches!(refused, Err(StoreFault::AlreadyThere { .. })), "{refused:?}");
    let mut twin = activity(3, ADA, "2026-11-02");
    twin.source = run.source.clone();
    let refused = w.insert_activity(&twin, &Encoded::of(&[]).expect("packs")).await;
    assert!(matches!(refused, Err(StoreFault::AlreadyThere { .. })), "part 0 of that file is here: {refused:?}");
    twin.source = ContentHash("unknown".to_owned());
    let refused = w.insert_activity(&twin, &Encoded::of(&[]).expect("packs")).await;
    assert!(matches!(refused, Err(StoreFault::BrokenReference)), "no activity without its bytes: {refused:?}");
}

#[tokio::test]
async fn numbers_that_are_not_finite_are_refused_before_they_spoil_a_list() {
    let scene = Scene::club().await;
    let mut w = scene.roster.write().await.expect("begins");
    let mut endless = activity(1, ADA, "2026-11-02");
    endless.timer = Seconds(f64::INFINITY);
    let refused = import(&mut w, &endless).await;
    assert!(matches!(refused, Err(StoreFault::NotFinite { what: "timer" })), "{refused:?}");
    let mut odd = activity(2, ADA, "2026-11-02");
    odd.summary = summary(f64::NAN);
    let refused = import(&mut w, &odd).await;
    assert!(matches!(refused, Err(StoreFault::Unwritable { table: "activity", .. })), "{refused:?}");
}

#[tokio::test]
async fn an_unassigned_activity_moves_to_its_athlete_with_its_channels() {
    let scene = Scene::club().await;
    let run = activity(1, NOBODY, "2026-11-02");
    let mut w = scene.roster.write().await.expect("begins");
    import(&mut w, &run).await.expect("written");
    commit(w, 2, "import-files").await.expect("committed");
    assert_eq!(scene.roster.counts().await.expect("counts").unassigned, 1);

    let start_local = run.start_local + Duration::hours(8);
    let mut w = scene.roster.write().await.expect("begins");
    w.assign_activity(run.id, BO, start_local, &summary(44.0)).await.expect("assigned");
    commit(w, 3, "assign-activities").await.expect("committed");
    let moved = scene.roster.activity(run.id).await.expect("reads").expect("there");
    assert_eq!((moved.athlete, moved.start_local, &moved.summary), (BO, start_local, &summary(44.0)));
    assert_eq!(moved.start, run.start, "the moment itself does not move");
    assert_eq!(scene.roster.channels(run.id, &[]).await.expect("reads").len(), 3);
    assert_eq!(scene.roster.counts().await.expect("counts").unassigned, 0);
    assert_eq!(scene.roster.source(&run.source).await.expect("reads").expect("seen").athlete, Some(BO));
}

#[tokio::test]
async fn an_effort_replaces_the_computed_values_only() {
    let scene = Scene::club().await;
    let run = activity(1, ADA, "2026-11-02");
    let mut w = scene.roster.write().await.expect("begins");
    import(&mut w, &run).await.expect("written");
    w.set_effort(run.id, Rpe(8.5), &summary(70.0)).await.expect("set");
    commit(w, 2, "set-effort").await.expect("committed");
    let expected = domain::activity::Activity { rpe: Some(Rpe(8.5)), summary: summary(70.0), ..run.clone() };
    assert_eq!(scene.roster.activity(run.id).await.expect("reads"), Some(expected));
}
