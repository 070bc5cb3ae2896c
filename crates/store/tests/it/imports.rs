//! Imports: told file by file, ended or interrupted, taken back with everything that came with them, and brought again.

use domain::annotation::{Annotation, Subject};
use domain::athlete::Device;
use domain::clean::RepairLimits;
use domain::id::{AnnotationId, BatchId, ContentHash, DeviceId, LinkId, WellnessId};
use domain::recording::{Channel, ChannelKind};
use domain::session::SessionKind;
use domain::sport::Sport;
use domain::table::{ColumnMap, ColumnUse, DayOrder, Scale};
use domain::wellness::{WellnessEntry, WellnessField, WellnessValue};
use serde_json::json;
use store::{BatchContents, Encoded, NewBatch, NewLink, Raw, StoreFault, Write};

use crate::scene::{ADA, BATCH, BO, Scene, activity, batch, channels, commit, date, import, now, stamp, summary, uuid};

const SECOND: BatchId = BatchId(uuid::Uuid::from_u128(0xBA7D));

fn template(id: &str) -> domain::library::Template {
    domain::library::Template {
        id: id.to_owned(),
        kind: SessionKind::Threshold,
        sport: Sport::Ride,
        title: "Steady".to_owned(),
        min_minutes: 40,
        max_minutes: 90,
        intensity: 0.7,
        steps: Vec::new(),
        workout: None,
    }
}

fn wellness(number: u128, batch: BatchId) -> WellnessEntry {
    let (field, source) = (WellnessField::Rmssd, "app".to_owned());
    WellnessEntry {
        id: WellnessId(uuid(number)),
        athlete: ADA,
        batch: Some(batch),
        value: WellnessValue { date: date("2026-11-03"), field, value: 61.5, source },
        recorded_at: now(),
    }
}

fn link(number: u128, batch: BatchId) -> NewLink {
    NewLink {
        id: LinkId(uuid(number)),
        athlete: ADA,
        activity: activity(1, ADA, "2026-11-02").id,
        of: activity(2, ADA, "2026-11-02").id,
        same: true,
        score: Some(0.9),
        evidence: Vec::new(),
        batch: Some(batch),
        author: "coach".to_owned(),
        at: now(),
    }
}

/// Ada's run 1 from the first batch. The second batch brings run 2 of which run 1 is a copy, a wellness value, a device, a
/// template, and a note was written on run 2 and corrected.
async fn two_batches() -> Scene {
    let scene = Scene::club().await;
    let mut w = scene.roster.write().await.expect("begins");
    import(&mut w, &activity(1, ADA, "2026-11-02")).await.expect("written");
    commit(w, 2, "import-files").await.expect("committed");
    let mut w = scene.roster.write().await.expect("begins");
    w.insert_batch(&batch(SECOND)).await.expect("inserted");
    fill(&mut w).await.expect("filled");
    commit(w, 3, "import-files").await.expect("committed");
    scene
}

async fn fill(w: &mut Write) -> Result<(), StoreFault> {
    let mut run = activity(2, ADA, "2026-11-02");
    run.batch = SECOND;
    let raw = Raw::of(&run.source, "run.fit", b"run")?;
    w.insert_source(&raw, SECOND, now(), Some(ADA), None).await?;
    w.insert_activity(&run, &Encoded::of(&channels())?).await?;
    w.insert_link(&link(1, SECOND)).await?;
    w.insert_wellness(&wellness(1, SECOND)).await?;
    let device = Device { id: DeviceId(uuid(1)), athlete: BO, stamp: stamp(Some(900)), first_seen: now() };
    w.insert_device(&device, Some(SECOND)).await?;
    w.insert_template(&template("steady"), Some(ADA), Some(SECOND)).await?;
    let note = Annotation {
        id: AnnotationId(uuid(1)),
        athlete: ADA,
        subject: Subject::Activity { activity: run.id },
        text: "strong".to_owned(),
        shared: false,
        author: "coach".to_owned(),
        at: now(),
        supersedes: None,
    };
    w.insert_annotation(&note).await?;
    let corrected =
        Annotation { id: AnnotationId(uuid(2)), text: "very strong".to_owned(), supersedes: Some(note.id), ..note };
    w.insert_annotation(&corrected).await
}

/// What of the second batch is seen: Ada's runs, values, notes, Bo's device and its owner, templates, last data.
async fn seen(scene: &Scene) -> (Vec<u128>, usize, usize, usize, bool, usize, usize) {
    let roster = &scene.roster;
    let runs = roster.activities(ADA, None, None, None).await.expect("reads");
    let runs = runs.iter().map(|run| run.id.0.as_u128() - 0xAC00).collect();
    let owner = roster.device_owner(&stamp(Some(900))).await.expect("reads");
    (
        runs,
        roster.wellness(ADA, None, None).await.expect("reads").len(),
        roster.annotations(ADA).await.expect("reads").len(),
        roster.devices(BO).await.expect("reads").len(),
        owner == Some(BO),
        roster.own_templates_of(Some(ADA)).await.expect("reads").len(),
        roster.channels(activity(2, ADA, "2026-11-02").id, &[]).await.expect("reads").len(),
    )
}

#[tokio::test]
async fn an_undo_takes_back_everything_that_came_with_a_batch_and_a_redo_brings_it_again() {
    let scene = two_batches().await;
    let everything = (vec![2], 1, 2, 1, true, 1, 3);
    assert_eq!(seen(&scene).await, everything, "run 1 is a copy of run 2");
    let contents = BatchContents { activities: 1, wellness: 1, devices: 1, templates: 1, links: 1, notes: 1 };
    assert_eq!(scene.roster.batch_contents(SECOND).await.expect("reads"), contents);
    assert_eq!(scene.roster.batch_athletes(SECOND).await.expect("reads"), [BO, ADA]);

    let mut w = scene.roster.write().await.expect("begins");
    w.undo_batch(SECOND, now()).await.expect("undone");
    w.undo_batch(SECOND, now()).await.expect("once more changes nothing");
    commit(w, 4, "undo-import").await.expect("committed");
    let scene = scene.reopened().await;
    assert_eq!(seen(&scene).await, (vec![1], 0, 0, 0, false, 0, 0));
    assert_eq!(scene.roster.activity(activity(2, ADA, "2026-11-02").id).await.expect("reads"), None);
    assert_eq!(scene.roster.batch_contents(SECOND).await.expect("reads"), contents, "what a redo would bring");
    let source = ContentHash("hash-2".to_owned());
    assert!(scene.roster.source(&source).await.expect("reads").expect("kept").undone);
    assert_eq!(scene.roster.raw(&source).await.expect("reads").as_deref(), Some(&b"run"[..]), "the bytes are kept");
    let batch = scene.roster.batch(SECOND).await.expect("reads").expect("there");
    assert!(batch.undone && batch.activities == 1);
    assert!(!scene.roster.batch(BATCH).await.expect("reads").expect("there").undone);

    let mut w = scene.roster.write().await.expect("begins");
    w.redo_batch(SECOND).await.expect("brought again");
    commit(w, 5, "redo-import").await.expect("committed");
    assert_eq!(seen(&scene).await, everything);
    assert!(!scene.roster.source(&source).await.expect("reads").expect("kept").undone);

    let mut w = scene.roster.write().await.expect("begins");
    let unknown = BatchId(uuid(0xDEAD));
    for refused in [w.undo_batch(unknown, now()).await, w.redo_batch(unknown).await, w.end_batch(unknown, "done").await]
    {
        assert!(matches!(refused, Err(StoreFault::NoSuch { what: "import", .. })), "{refused:?}");
    }
}

#[tokio::test]
async fn files_that_come_again_after_an_undo_belong_to_the_later_batch() {
    let scene = two_batches().await;
    let run = activity(2, ADA, "2026-11-02");
    let third = BatchId(uuid(0xBA7E));
    let mut w = scene.roster.write().await.expect("begins");
    assert!(w.adopt_source(&run.source, SECOND).await.expect("asked").is_empty(), "it is here");
    w.undo_batch(SECOND, now()).await.expect("undone");
    w.insert_batch(&batch(third)).await.expect("inserted");
    assert_eq!(w.adopt_source(&run.source, third).await.expect("adopted"), [run.id]);
    w.insert_wellness(&wellness(2, third)).await.expect("inserted again");
    w.insert_template(&template("steady"), Some(ADA), Some(third)).await.expect("the name is free again");
    commit(w, 4, "import-files").await.expect("committed");

    let kept = scene.roster.activity(run.id).await.expect("reads").expect("there");
    assert_eq!(kept.batch, third);
    let source = scene.roster.source(&run.source).await.expect("reads").expect("kept");
    assert_eq!((source.batch, source.undone), (SECOND, false), "the bytes stay with the first");
    assert_eq!(scene.roster.batch_contents(third).await.expect("reads").activities, 1);
    let mut w = scene.roster.write().await.expect("begins");
    let refused = w.insert_template(&template("steady"), None, None).await;
    assert!(matches!(refused, Err(StoreFault::AlreadyThere { .. })), "{refused:?}");
    w.redo_batch(SECOND).await.expect("brought again");
    commit(w, 5, "redo-import").await.expect("committed");
    assert_eq!(scene.roster.activity(run.id).await.expect("reads").expect("there").batch, third, "not twice");

    let mut w = scene.roster.write().await.expect("begins");
    w.undo_batch(third, now()).await.expect("undone");
    commit(w, 6, "undo-import").await.expect("committed");
    assert_eq!(scene.roster.activity(run.id).await.expect("reads"), None);
    let mut w = scene.roster.write().await.expect("begins");
    w.redo_batch(SECOND).await.expect("brought again");
    commit(w, 7, "redo-import").await.expect("committed");
    assert_eq!(scene.roster.activity(run.id).await.expect("reads").expect("there").batch, SECOND, "all of it again");
}

#[tokio::test]
async fn a_file_without_activities_counts_as_here_again_once_a_later_report_says_so() {
    let scene = Scene::club().await;
    let hash = ContentHash("morning".to_owned());
    let undone = async || scene.roster.source(&hash).await.expect("reads").expect("kept").undone;
    let mut w = scene.roster.write().await.expect("begins");
    w.insert_source(&Raw::of(&hash, "morning.csv", b"a,b").expect("packs"), BATCH, now(), Some(ADA), None)
        .await
        .expect("inserted");
    w.undo_batch(BATCH, now()).await.expect("undone");
    w.insert_batch(&batch(SECOND)).await.expect("inserted");
    w.insert_batch_file(SECOND, 0, "/in/other.csv", Some(&hash), "refused", &json!({})).await.expect("told");
    commit(w, 2, "import-files").await.expect("committed");
    assert!(undone().await);
    let mut w = scene.roster.write().await.expect("begins");
    w.insert_batch_file(SECOND, 1, "/in/morning.csv", Some(&hash), "imported", &json!({})).await.expect("told");
    commit(w, 3, "import-files").await.expect("committed");
    assert!(!undone().await);
    let mut w = scene.roster.write().await.expect("begins");
    w.undo_batch(SECOND, now()).await.expect("undone");
    commit(w, 4, "undo-import").await.expect("committed");
    assert!(undone().await);
}

#[tokio::test]
async fn an_import_is_told_file_by_file_and_stands_as_running_until_it_ends() {
    let scene = Scene::club().await;
    let request = json!({ "paths": ["/in/Ada Fell", "/in/club.zip"], "athlete": null, "share": 0.1 });
    let new = NewBatch { id: SECOND, at: now(), author: "bo".to_owned(), source: "watch", request: request.clone() };
    let reports: Vec<serde_json::Value> =
        (0..3).map(|n| json!({ "path": format!("{n}.fit"), "wellness": n })).collect();
    let mut w = scene.roster.write().await.expect("begins");
    w.insert_batch(&new).await.expect("inserted");
    let hash = ContentHash("h".to_owned());
    for (position, outcome) in [(2, "refused"), (0, "imported"), (1, "imported")] {
        let report = &reports[position as usize];
        w.insert_batch_file(SECOND, position, "x.fit", Some(&hash), outcome, report).await.expect("told");
    }
    let refused = w.insert_batch_file(SECOND, 1, "x.fit", None, "imported", &json!({})).await;
    assert!(matches!(refused, Err(StoreFault::AlreadyThere { .. })), "{refused:?}");
    let refused = w.insert_batch_file(BatchId(uuid(9)), 1, "x.fit", None, "imported", &json!({})).await;
    assert!(matches!(refused, Err(StoreFault::BrokenReference)), "{refused:?}");
    commit(w, 2, "import-files").await.expect("committed");

    // As after a crash: nobody said how it ended.
    let scene = scene.reopened().await;
    let told = scene.roster.batch(SECOND).await.expect("reads").expect("there");
    assert_eq!((told.state.as_str(), told.source.as_str(), told.author.as_str()), ("running", "watch", "bo"));
    assert_eq!((told.files, told.undone), (3, false));
    assert_eq!(told.outcomes, [("imported".to_owned(), 2), ("refused".to_owned(), 1)]);
    assert_eq!(scene.roster.batch_request(SECOND).await.expect("reads"), Some(request));
    assert_eq!(scene.roster.batch_files(SECOND).await.expect("reads"), reports, "in the order of the report");
    assert_eq!(scene.roster.batch(BatchId(uuid(9))).await.expect("reads"), None);
    assert_eq!(scene.roster.batch_request(BatchId(uuid(9))).await.expect("reads"), None);

    let mut w = scene.roster.write().await.expect("begins");
    w.end_batch(SECOND, "cancelled").await.expect("ended");
    commit(w, 3, "end-import").await.expect("committed");
    let batches = scene.roster.batches().await.expect("reads");
    assert_eq!(batches.iter().map(|batch| batch.id).collect::<Vec<_>>(), [SECOND, BATCH], "newest first");
    assert_eq!((batches[0].state.as_str(), batches[0].outcomes.len(), batches[1].files), ("cancelled", 2, 0));
}

#[tokio::test]
async fn a_file_left_outside_is_known_and_its_bytes_are_refused_with_its_name() {
    let scene = Scene::club().await;
    let hash = ContentHash("phone".to_owned());
    let mut w = scene.roster.write().await.expect("begins");
    let raw = Raw::outside(&hash, "rides/export.xml", 3_000_000_000);
    w.insert_source(&raw, BATCH, now(), Some(ADA), None).await.expect("inserted");
    commit(w, 2, "import-files").await.expect("committed");
    assert!(!scene.roster.source(&hash).await.expect("reads").expect("seen").undone);
    let refused = scene.roster.raw(&hash).await;
    assert!(matches!(&refused, Err(StoreFault::LeftOutside { name }) if name == "rides/export.xml"), "{refused:?}");
}

#[tokio::test]
async fn limits_and_meanings_of_columns_are_remembered_and_the_newest_counts() {
    let scene = Scene::club().await;
    let limits = RepairLimits { power_max: 1800.5, ..RepairLimits::default() };
    let map = |day, field| ColumnMap {
        headings: vec!["Datum".to_owned(), "HRV \"ms\"".to_owned()],
        uses: vec![ColumnUse::Day(day), ColumnUse::Wellness(field, Scale::AsIs)],
    };
    let other = ColumnMap { headings: vec!["x".to_owned()], uses: vec![ColumnUse::Ignore] };
    assert_eq!(scene.roster.repair_limits(ADA).await.expect("reads"), None);
    let mut w = scene.roster.write().await.expect("begins");
    w.insert_repair_limits(ADA, Some(&limits)).await.expect("inserted");
    w.insert_column_map(&map(DayOrder::MonthDayYear, WellnessField::Sdnn)).await.expect("inserted");
    w.insert_column_map(&other).await.expect("inserted");
    w.insert_column_map(&map(DayOrder::DayMonthYear, WellnessField::Rmssd)).await.expect("inserted");
    let odd = RepairLimits { hr_max: f64::NAN, ..limits };
    let refused = w.insert_repair_limits(ADA, Some(&odd)).await;
    assert!(matches!(refused, Err(StoreFault::Unwritable { .. })), "{refused:?}");
    commit(w, 2, "set-limits").await.expect("committed");
    let scene = scene.reopened().await;
    assert_eq!(scene.roster.repair_limits(ADA).await.expect("reads"), Some(limits));
    assert_eq!(scene.roster.repair_limits(BO).await.expect("reads"), None);
    let maps = scene.roster.column_maps().await.expect("reads");
    assert_eq!(maps, [other, map(DayOrder::DayMonthYear, WellnessField::Rmssd)]);
    let mut w = scene.roster.write().await.expect("begins");
    w.insert_repair_limits(ADA, None).await.expect("inserted");
    commit(w, 3, "set-limits").await.expect("committed");
    assert_eq!(scene.roster.repair_limits(ADA).await.expect("reads"), None, "the usual ones again");
}

#[tokio::test]
async fn channels_cleaned_anew_replace_the_earlier_ones_and_leave_the_rest() {
    let scene = Scene::club().await;
    let run = activity(1, ADA, "2026-11-02");
    let mut w = scene.roster.write().await.expect("begins");
    import(&mut w, &run).await.expect("written");
    commit(w, 2, "import-files").await.expect("committed");
    let cleaned = Channel { suspect: Vec::new(), ..channels()[0].clone() };
    let added = Channel { kind: ChannelKind::Power, ms: vec![0], values: vec![210.0], suspect: Vec::new() };
    let encoded = Encoded::of(&[cleaned.clone(), added.clone()]).expect("packs");
    let mut w = scene.roster.write().await.expect("begins");
    w.replace_channels(run.id, &encoded, &[], &summary(3.0)).await.expect("replaced");
    w.set_session(run.id, None).await.expect("set");
    let unknown = activity(9, ADA, "2026-11-02").id;
    let refused = w.replace_channels(unknown, &encoded, &[], &summary(3.0)).await;
    assert!(matches!(refused, Err(StoreFault::NoSuch { .. })), "{refused:?}");
    let refused = w.set_session(unknown, None).await;
    assert!(matches!(refused, Err(StoreFault::NoSuch { .. })), "{refused:?}");
    commit(w, 3, "clean").await.expect("committed");
    let kept = scene.roster.channels(run.id, &[]).await.expect("reads");
    assert_eq!(kept, [channels()[1].clone(), channels()[2].clone(), cleaned, added]);
    let sizes = scene.roster.channel_sizes(run.id).await.expect("reads");
    let kinds = [ChannelKind::Latitude, ChannelKind::Longitude, ChannelKind::HeartRate, ChannelKind::Power];
    assert_eq!(sizes, kinds.into_iter().zip([120, 120, 120, 1]).collect::<Vec<_>>());
    let now = scene.roster.activity(run.id).await.expect("reads").expect("there");
    assert_eq!((now.repairs, now.summary, now.session), (Vec::new(), summary(3.0), None));
}
