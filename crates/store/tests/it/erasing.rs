//! Erasing an athlete: from the roster, its log and its copies; and that everybody else keeps everything.

use std::path::PathBuf;

use domain::erasure::{ErasureReason, RetentionKind};
use domain::id::{AthleteId, ContentHash, ErasureId, LinkId, WellnessId};
use domain::recording::ChannelKind;
use domain::wellness::{WellnessEntry, WellnessField, WellnessValue};
use sqlx::Connection;
use store::{Cleaned, Entry, NewErasure, NewLink, Raw, StoreFault, copies, make_backup, search};

use crate::scene::{ADA, BATCH, BO, NOBODY, Scene, activity, athlete, commit, date, entry, import, now, uuid};

/// Words that stand only in what is about Ada.
const PLANTED: [&str; 4] = ["PLANTED-COMMENT", "PLANTED-FILE", "PLANTED-PATH", "PLANTED-BEFORE"];

fn erasure() -> NewErasure {
    NewErasure {
        id: ErasureId(uuid(0xE7A5)),
        athlete: ADA,
        day: now().date_naive(),
        reason: ErasureReason::Asked,
        models: vec!["effort-scale/1".to_owned()],
        activities: Vec::new(),
    }
}

fn wellness(number: u128, athlete: AthleteId) -> WellnessEntry {
    let value =
        WellnessValue { date: date("2026-11-02"), field: WellnessField::Mood, value: 3.0, source: "csv".to_owned() };
    WellnessEntry { id: WellnessId(uuid(0xE110 + number)), athlete, batch: Some(BATCH), value, recorded_at: now() }
}

/// Two athletes with a file each, a table of both, a ride of Bo's that is said to be a copy of Ada's, and words about Ada
/// in places that are not rows of hers.
async fn planted() -> Scene {
    let scene = Scene::club().await;
    let mut w = scene.roster.write().await.expect("begins");
    let mut ride = activity(1, ADA, "2026-11-02");
    ride.comment = Some(PLANTED[0].to_owned());
    import(&mut w, &ride).await.expect("written");
    import(&mut w, &activity(2, BO, "2026-11-02")).await.expect("written");
    let table = ContentHash("both".to_owned());
    let bytes = format!("{}{}", PLANTED[1], "x".repeat(3));
    w.insert_source(&Raw::of(&table, "squad.csv", bytes.as_bytes()).expect("packs"), BATCH, now(), None, None)
        .await
        .expect("kept");
    for entry in [wellness(1, ADA), wellness(2, BO)] {
        w.insert_wellness(&entry).await.expect("written");
    }
    let report = serde_json::json!({ "file": "ride.fit" });
    let path = format!("/in/{}/ada_fell.fit", PLANTED[2]);
    w.insert_batch_file(BATCH, 0, &path, None, "refused", &report).await.expect("told");
    w.insert_batch_file(BATCH, 1, "/in/bo.fit", None, "refused", &report).await.expect("told");
    let link = NewLink {
        id: LinkId(uuid(1)),
        athlete: BO,
        activity: activity(2, BO, "2026-11-02").id,
        of: ride.id,
        same: true,
        score: None,
        evidence: Vec::new(),
        batch: None,
        author: "coach".to_owned(),
        at: now(),
    };
    w.insert_link(&link).await.expect("said");
    let before = serde_json::json!({ "text": PLANTED[3], "with": "Ada Fell" });
    w.commit(Entry { subject: Some("a week".to_owned()), before, ..entry(2, "move-week") }).await.expect("committed");
    scene
}

fn files_of(scene: &Scene) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = scene.files().iter().map(|name| scene.at(name)).collect();
    let backups = std::fs::read_dir(scene.at("backups")).expect("lists");
    files.extend(backups.map(|entry| entry.expect("an entry").path()));
    files
}

async fn schema(scene: &Scene) -> Vec<(String, Option<String>)> {
    let address = format!("sqlite://{}", scene.roster.path().display());
    let mut connection = sqlx::SqliteConnection::connect(&address).await.expect("connects");
    sqlx::query_as("SELECT name, sql FROM sqlite_schema ORDER BY name").fetch_all(&mut connection).await.expect("reads")
}

#[tokio::test]
async fn an_erased_athlete_is_in_no_byte_of_the_roster_its_log_and_its_copies() {
    let scene = planted().await;
    let backups = scene.at("backups");
    make_backup(scene.roster.path(), None, &backups, "daily", now()).expect("backed up");
    std::fs::write(backups.join("club 2026-11-20 09-30-00Z daily.trackside"), "not a roster: Ada Fell")
        .expect("written");
    let (before, bo) = (schema(&scene).await, scene.roster.rows_about(BO).await.expect("counted"));
    let mut needles: Vec<Vec<u8>> = PLANTED.iter().map(|text| text.as_bytes().to_vec()).collect();
    needles.extend([b"Ada Fell".to_vec(), b"ada_fell".to_vec(), ADA.to_string().into_bytes()]);
    let planted = search(&files_of(&scene), &needles).expect("searched");
    for what in 0..needles.len() {
        assert!(planted.iter().any(|found| found.what == what), "{what} was there to be found");
    }

    let mut w = scene.roster.write().await.expect("begins");
    let preview = w.erase_athlete(&erasure()).await.expect("previewed");
    drop(w);
    assert!(scene.roster.athlete(ADA).await.expect("reads").is_some(), "a preview leaves everything");
    let mut w = scene.roster.write().await.expect("begins");
    let erased = w.erase_athlete(&erasure()).await.expect("erased");
    assert_eq!(erased, preview);
    w.commit(Entry { id: erasure().line(), ..entry(3, "erase-athlete") }).await.expect("committed");
    assert_eq!((&*erased.files, &*erased.shared), (&["hash-1.fit".to_owned()][..], &["squad.csv".to_owned()][..]));
    for (table, rows) in [
        ("athlete", 1),
        ("activity", 1),
        ("channel", 3),
        ("raw_source", 1),
        ("wellness_entry", 1),
        ("activity_link", 1),
        ("batch_file", 1),
        ("journal", 1),
    ] {
        assert_eq!(erased.rows.get(table), Some(&rows), "{table}: {:?}", erased.rows);
    }

    let unfinished = scene.roster.unfinished_erasures().await.expect("reads");
    assert_eq!(unfinished.iter().map(|one| &one.erasure).collect::<Vec<_>>(), [&erasure()]);
    let mut became = Vec::new();
    for copy in copies(scene.roster.path(), &backups).expect("listed") {
        became.push(copy.erase(&erasure(), None).await.expect("cleaned"));
    }
    assert_eq!(became, [Cleaned::Removed, Cleaned::Erased]);
    let mut w = scene.roster.write().await.expect("begins");
    w.finish_erasure(erasure().id).await.expect("finished");
    commit(w, 4, "finish-erasure").await.expect("committed");
    scene.roster.scrub().await.expect("packed");

    let found = search(&files_of(&scene), &needles).expect("searched");
    assert!(found.is_empty(), "{found:?}");
    assert_eq!(schema(&scene).await, before, "the guards are back, word for word");
    assert_eq!(scene.roster.integrity().await.expect("checked"), Vec::<String>::new());
    let chain = scene.roster.verify_chain(&[]).await.expect("verified");
    assert!(chain.breaks.is_empty() && chain.erased == 1, "{chain:?}");
    let mut after = scene.roster.rows_about(BO).await.expect("counted");
    after.insert("activity_link".to_owned(), 1);
    assert_eq!(after, bo, "Bo keeps everything but the word about Ada's ride");
    assert_eq!(
        scene.roster.raw(&ContentHash("hash-2".to_owned())).await.expect("reads"),
        Some("hash-2".repeat(50).into_bytes())
    );
    let tombstone = &scene.roster.tombstones().await.expect("reads")[0];
    assert_eq!((tombstone.pending, &tombstone.removed), (false, &erased.rows));
}

#[tokio::test]
async fn a_copy_stays_sound_after_an_erasure_and_can_be_restored() {
    let scene = planted().await;
    let backups = scene.at("backups");
    let kept = make_backup(scene.roster.path(), None, &backups, "daily", now()).expect("backed up");
    for copy in copies(scene.roster.path(), &backups).expect("listed") {
        assert_eq!(copy.erase(&erasure(), None).await.expect("cleaned"), Cleaned::Erased);
        assert_eq!(copy.erase(&erasure(), None).await.expect("looked at"), Cleaned::Untouched);
    }
    let scene_of_copy = store::Roster::open(&kept.path, now()).await.expect("opens");
    let chain = scene_of_copy.verify_chain(&[]).await.expect("verified");
    assert!(chain.breaks.is_empty() && chain.erased == 1, "{chain:?}");
    scene_of_copy.close().await;
}

#[tokio::test]
async fn a_copy_from_before_a_ride_was_given_to_somebody_loses_it_as_well() {
    let scene = Scene::club().await;
    let (of_nobody, of_bo) = (activity(1, NOBODY, "2026-11-02"), activity(2, BO, "2026-11-03"));
    let mut w = scene.roster.write().await.expect("begins");
    import(&mut w, &of_nobody).await.expect("written");
    import(&mut w, &of_bo).await.expect("written");
    commit(w, 2, "import-files").await.expect("committed");
    let backups = scene.at("backups");
    let kept = make_backup(scene.roster.path(), None, &backups, "daily", now()).expect("backed up");
    let mut w = scene.roster.write().await.expect("begins");
    for ride in [&of_nobody, &of_bo] {
        w.assign_activity(ride.id, ADA, ride.start_local, &ride.summary).await.expect("given");
    }
    commit(w, 3, "assign").await.expect("committed");
    let (activities, _) = scene.roster.activities_to_erase(ADA).await.expect("told");
    let erasure = NewErasure { activities, ..erasure() };
    let mut w = scene.roster.write().await.expect("begins");
    w.erase_athlete(&erasure).await.expect("erased");
    w.commit(Entry { id: erasure.line(), ..entry(4, "erase-athlete") }).await.expect("committed");
    let unfinished = scene.roster.unfinished_erasures().await.expect("reads");
    assert_eq!(unfinished.iter().map(|one| &one.erasure).collect::<Vec<_>>(), [&erasure]);
    for copy in copies(scene.roster.path(), &backups).expect("listed") {
        assert_eq!(copy.erase(&unfinished[0].erasure, None).await.expect("cleaned"), Cleaned::Erased);
    }
    let copy = store::Roster::open(&kept.path, now()).await.expect("opens");
    for ride in [of_nobody, of_bo] {
        assert_eq!(copy.activity(ride.id).await.expect("reads"), None);
        assert_eq!(copy.raw(&ride.source).await.expect("reads"), None, "nor the file it came in");
    }
    assert_eq!(copy.integrity().await.expect("checked"), Vec::<String>::new());
    copy.close().await;
}

#[tokio::test]
async fn an_erased_athlete_does_not_come_back() {
    let scene = planted().await;
    let mut w = scene.roster.write().await.expect("begins");
    w.erase_athlete(&erasure()).await.expect("erased");
    w.commit(Entry { id: erasure().line(), ..entry(3, "erase-athlete") }).await.expect("committed");
    let mut w = scene.roster.write().await.expect("begins");
    w.undo_batch(BATCH, now()).await.expect("taken back");
    w.redo_batch(BATCH).await.expect("brought again");
    let refused = w.insert_athlete(&athlete(ADA, "Ada Fell", false)).await;
    let on = date("2026-11-21");
    assert!(matches!(refused, Err(StoreFault::Erased { on: day }) if day == on), "{refused:?}");
    commit(w, 4, "nothing").await.expect("committed");
    assert_eq!(scene.roster.erased_on(ADA).await.expect("reads"), Some(on));
    assert_eq!(scene.roster.erased_on(BO).await.expect("reads"), None);
    assert!(scene.roster.rows_about(ADA).await.expect("counted").values().all(|rows| *rows == 0));
}

#[tokio::test]
async fn a_ride_that_was_given_to_somebody_else_stays_theirs() {
    let scene = Scene::club().await;
    let ride = activity(1, ADA, "2026-11-02");
    let mut w = scene.roster.write().await.expect("begins");
    import(&mut w, &ride).await.expect("written");
    w.assign_activity(ride.id, BO, ride.start_local, &ride.summary).await.expect("given");
    commit(w, 2, "assign").await.expect("committed");
    let mut w = scene.roster.write().await.expect("begins");
    let erased = w.erase_athlete(&erasure()).await.expect("erased");
    w.commit(Entry { id: erasure().line(), ..entry(3, "erase-athlete") }).await.expect("committed");
    assert!(erased.files.is_empty() && erased.shared.is_empty(), "{erased:?}");
    assert_eq!(scene.roster.activity(ride.id).await.expect("reads").map(|ride| ride.athlete), Some(BO));
    assert!(scene.roster.raw(&ride.source).await.expect("reads").is_some(), "with the file it came in");
}

#[tokio::test]
async fn old_places_go_with_the_files_that_hold_them_and_nothing_else_does() {
    let scene = Scene::club().await;
    let (old, new) = (activity(1, ADA, "2024-11-02"), activity(2, ADA, "2026-11-02"));
    let mut w = scene.roster.write().await.expect("begins");
    import(&mut w, &old).await.expect("written");
    import(&mut w, &new).await.expect("written");
    commit(w, 2, "import-files").await.expect("committed");
    let before = schema(&scene).await;
    let day = date("2025-11-21");
    let met = scene.roster.retention_meets(RetentionKind::Location, day).await.expect("looked");
    let met: Vec<(AthleteId, u32, u32)> = met.iter().map(|met| (met.athlete, met.activities, met.files)).collect();
    assert_eq!(met, [(ADA, 1, 1)]);
    let mut w = scene.roster.write().await.expect("begins");
    assert_eq!(w.forget_locations(day).await.expect("forgotten"), 1);
    commit(w, 3, "apply-retention").await.expect("committed");
    assert_eq!(scene.roster.channel_kinds(old.id).await.expect("reads"), [ChannelKind::HeartRate]);
    assert_eq!(scene.roster.channel_kinds(new.id).await.expect("reads").len(), 3);
    let gone = scene.roster.raw(&old.source).await;
    assert!(matches!(gone, Err(StoreFault::LeftOutside { .. })), "{gone:?}");
    assert!(scene.roster.raw(&new.source).await.expect("reads").is_some());
    let place = async |id| scene.roster.activity(id).await.expect("reads").expect("there").place;
    assert_eq!((place(old.id).await, place(new.id).await), (None, new.place));
    assert_eq!(schema(&scene).await, before, "the guards are back, word for word");
    assert!(scene.roster.retention_meets(RetentionKind::Location, day).await.expect("looked").is_empty());
}
