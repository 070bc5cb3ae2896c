//! The file itself: made, opened, refused, snapshotted, backed up, killed.

use std::path::Path;

use domain::id::ContentHash;
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{Connection, SqlSafeStr};
use store::{APPLICATION_ID, Raw, Roster, StoreFault, backup, known_version};

use crate::scene::{ADA, BATCH, Scene, activity, athlete, commit, date, import, now};

async fn raw_connection(path: &Path) -> SqliteConnection {
    let options = SqliteConnectOptions::new().filename(path).create_if_missing(true);
    SqliteConnection::connect_with(&options).await.expect("connects")
}

pub(crate) async fn migrations() -> Migrator {
    Migrator::new(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../migrations")).await.expect("reads migrations")
}

/// A roster as the program wrote it when only the first migration existed.
pub(crate) async fn first_release(path: &Path) {
    let mut connection = raw_connection(path).await;
    let mark = format!("PRAGMA application_id = {APPLICATION_ID}");
    sqlx::query(sqlx::AssertSqlSafe(mark)).execute(&mut connection).await.expect("marked");
    let all = migrations().await;
    let first = all.iter().next().expect("a first migration").version;
    all.run_to(first, &mut connection).await.expect("migrated to the first");
    sqlx::query("INSERT INTO meta (key, value) VALUES ('origin', 'old-laptop'), ('kept', 'yes')")
        .execute(&mut connection)
        .await
        .expect("filled");
    connection.close().await.expect("closed");
}

#[tokio::test]
async fn a_new_roster_is_one_sound_file_with_its_first_journal_line() {
    let scene = Scene::new().await;
    assert_eq!(scene.roster.origin(), "laptop-1");
    assert!(scene.roster.snapshot().is_none());
    assert_eq!(scene.roster.integrity().await.expect("checks"), Vec::<String>::new());
    let journal = scene.roster.journal(10).await.expect("reads");
    assert_eq!(journal.len(), 1);
    assert_eq!((journal[0].action.as_str(), journal[0].at), ("create-roster", now()));
    assert_eq!(journal[0].id.0.get_version_num(), 7, "ids are UUIDv7");
    let counts = scene.roster.counts().await.expect("counts");
    assert_eq!((counts.athletes, counts.unassigned), (0, 0));
    let scene = scene.reopened().await;
    assert!(scene.files().iter().all(|name| name.starts_with("club.trackside")), "{:?}", scene.files());
}

#[tokio::test]
async fn an_existing_file_is_never_overwritten_by_a_new_roster() {
    let scene = Scene::new().await;
    let path = scene.at("letter.trackside");
    std::fs::write(&path, "dear coach").expect("written");
    let refused = Roster::create(&path, "x", now()).await;
    assert!(matches!(&refused, Err(StoreFault::AlreadyExists { path: p }) if *p == path), "{refused:?}");
    assert_eq!(std::fs::read_to_string(&path).expect("reads"), "dear coach");
}

#[tokio::test]
async fn what_a_broken_off_creation_left_does_not_stand_in_the_way() {
    let scene = Scene::new().await;
    std::fs::write(scene.at("next.trackside.new"), "half a roster").expect("written");
    let roster = Roster::create(&scene.at("next.trackside"), "x", now()).await.expect("created");
    roster.close().await;
    assert!(!scene.files().contains(&"next.trackside.new".to_owned()));
}

#[tokio::test]
async fn missing_and_foreign_files_are_refused_and_left_as_they_are() {
    let scene = Scene::new().await;
    let missing = Roster::open(&scene.at("none.trackside"), now()).await;
    assert!(matches!(missing, Err(StoreFault::Missing { .. })), "{missing:?}");

    let text = scene.at("text.trackside");
    let empty = scene.at("empty.trackside");
    let other = scene.at("other.trackside");
    std::fs::write(&text, "SQLite format 4, honestly").expect("written");
    std::fs::write(&empty, "").expect("written");
    let mut connection = raw_connection(&other).await;
    sqlx::query("CREATE TABLE recipe (cake TEXT)").execute(&mut connection).await.expect("made");
    connection.close().await.expect("closed");
    for path in [text, empty, other, scene.at("")] {
        let before = path.is_file().then(|| std::fs::read(&path).expect("reads"));
        let refused = Roster::open(&path, now()).await;
        assert!(matches!(refused, Err(StoreFault::NotARoster { .. })), "{}: {refused:?}", path.display());
        assert_eq!(before, path.is_file().then(|| std::fs::read(&path).expect("reads")), "{}", path.display());
    }
    assert!(!scene.files().iter().any(|name| name.starts_with("other.trackside-")), "{:?}", scene.files());
}

#[tokio::test]
async fn an_older_roster_is_copied_beside_itself_before_it_is_migrated() {
    let scene = Scene::new().await;
    let path = scene.at("old.trackside");
    first_release(&path).await;

    let roster = Roster::open(&path, now()).await.expect("opens");
    let snapshot = roster.snapshot().expect("a snapshot").to_owned();
    assert_eq!(snapshot, scene.at(&format!("old.before-{}.trackside", known_version())));
    assert_eq!(roster.origin(), "old-laptop");
    assert_eq!(roster.meta("kept").await.expect("reads").as_deref(), Some("yes"));
    let journal = roster.journal(10).await.expect("reads");
    assert_eq!(journal[0].action, "migrate-roster");
    let mut w = roster.write().await.expect("begins");
    w.insert_athlete(&athlete(ADA, "Ada Fell", false)).await.expect("the new tables are there");
    commit(w, 1, "add-athlete").await.expect("committed");
    roster.close().await;

    let mut copy = raw_connection(&snapshot).await;
    let tables: Vec<String> =
        sqlx::query_scalar("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%sqlx%' ORDER BY 1")
            .fetch_all(&mut copy)
            .await
            .expect("reads");
    assert_eq!(tables, ["journal", "meta"], "the snapshot has the old schema");
    copy.close().await.expect("closed");

    let again = Roster::open(&path, now()).await.expect("opens");
    assert!(again.snapshot().is_none(), "nothing was pending the second time");
    again.close().await;
    let old = Roster::open(&snapshot, now()).await.expect("a snapshot is a roster itself");
    assert_eq!(old.meta("kept").await.expect("reads").as_deref(), Some("yes"));
    old.close().await;
}

#[tokio::test]
async fn a_taken_snapshot_name_is_left_alone() {
    let scene = Scene::new().await;
    let path = scene.at("old.trackside");
    first_release(&path).await;
    let taken = scene.at(&format!("old.before-{}.trackside", known_version()));
    std::fs::write(&taken, "from an earlier try").expect("written");
    let roster = Roster::open(&path, now()).await.expect("opens");
    let second = scene.at(&format!("old.before-{}-2.trackside", known_version()));
    assert_eq!(roster.snapshot(), Some(second.as_path()));
    roster.close().await;
    assert_eq!(std::fs::read_to_string(&taken).expect("reads"), "from an earlier try");
}

#[tokio::test]
async fn a_newer_roster_is_refused_and_left_as_it_is() {
    let scene = Scene::club().await;
    let path = scene.roster.path().to_owned();
    scene.roster.clone().close().await;
    let mut connection = raw_connection(&path).await;
    let mut all: Vec<Migration> = migrations().await.iter().cloned().collect();
    let later = known_version() + 1;
    all.push(Migration::new(
        later,
        "invent moods".into(),
        MigrationType::Simple,
        "CREATE TABLE mood (id TEXT) STRICT".into_sql_str(),
        false,
    ));
    Migrator::with_migrations(all).run(&mut connection).await.expect("migrated by the later program");
    connection.close().await.expect("closed");

    let refused = Roster::open(&path, now()).await;
    match refused {
        Err(StoreFault::RosterNewer { path: p, found, known }) => {
            assert_eq!((p, found, known), (path, later, known_version()));
        }
        other => panic!("{other:?}"),
    }
    assert!(!scene.files().iter().any(|name| name.contains("before")), "no snapshot: {:?}", scene.files());
}

#[tokio::test]
async fn a_roster_with_another_history_is_refused() {
    let scene = Scene::club().await;
    let path = scene.roster.path().to_owned();
    scene.roster.clone().close().await;
    let mut connection = raw_connection(&path).await;
    sqlx::query(
        "UPDATE _sqlx_migrations SET checksum = x'00' WHERE version = (SELECT MIN(version) FROM _sqlx_migrations)",
    )
    .execute(&mut connection)
    .await
    .expect("changed");
    connection.close().await.expect("closed");
    let refused = Roster::open(&path, now()).await;
    assert!(matches!(refused, Err(StoreFault::Diverged { .. })), "{refused:?}");
}

#[tokio::test]
async fn a_write_that_is_dropped_leaves_nothing() {
    let scene = Scene::club().await;
    {
        let mut w = scene.roster.write().await.expect("begins");
        import(&mut w, &activity(1, ADA, "2026-11-02")).await.expect("written");
        w.set_meta("half", "done").await.expect("written");
    }
    let lines = scene.roster.journal(100).await.expect("reads").len();
    assert_eq!(scene.roster.activity_count().await.expect("counts"), 0);
    assert_eq!(scene.roster.meta("half").await.expect("reads"), None);
    let mut w = scene.roster.write().await.expect("the writer is free again");
    import(&mut w, &activity(1, ADA, "2026-11-02")).await.expect("the same file can come again");
    commit(w, 2, "import-files").await.expect("committed");
    assert_eq!(scene.roster.journal(100).await.expect("reads").len(), lines + 1);
    assert_eq!(scene.roster.activity_count().await.expect("counts"), 1);
}

#[tokio::test]
async fn a_copy_taken_in_the_middle_of_a_write_opens_without_the_half_of_it() {
    // What a killed program leaves is the file and its log as they are at that moment.
    let scene = Scene::club().await;
    let mut w = scene.roster.write().await.expect("begins");
    for number in 1..40 {
        import(&mut w, &activity(number, ADA, "2026-11-02")).await.expect("written");
    }
    // More than fits SQLite's cache, in bytes that do not pack, so that half a write stands in the log.
    let mut state = 1_u64;
    let noise: Vec<u8> = (0..16_000_000)
        .map(|_| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (state >> 56) as u8
        })
        .collect();
    let raw = Raw::of(&ContentHash("noise".to_owned()), "noise.fit", &noise).expect("packs");
    w.insert_source(&raw, BATCH, now(), None, None).await.expect("written");
    let log = std::fs::metadata(scene.at("club.trackside-wal")).expect("a log").len();
    assert!(log > 1_000_000, "{log} bytes of the write are on the disk");
    std::fs::create_dir(scene.at("left")).expect("made");
    for name in scene.files().iter().filter(|name| name.starts_with("club.trackside") && !name.ends_with("-shm")) {
        std::fs::copy(scene.at(name), scene.at("left").join(name)).expect("copied");
    }
    commit(w, 2, "import-files").await.expect("committed");
    assert_eq!(scene.roster.activity_count().await.expect("counts"), 39);

    let left = Roster::open(&scene.at("left").join("club.trackside"), now()).await.expect("opens");
    assert_eq!(left.activity_count().await.expect("counts"), 0);
    assert_eq!(left.athletes().await.expect("reads").len(), 3, "what was committed before is there");
    assert_eq!(left.integrity().await.expect("checks"), Vec::<String>::new());
    left.close().await;
}

#[tokio::test]
async fn readers_see_the_last_commit_while_a_write_is_under_way() {
    let scene = Scene::club().await;
    let mut w = scene.roster.write().await.expect("begins");
    import(&mut w, &activity(1, ADA, "2026-11-02")).await.expect("written");
    assert!(scene.roster.activities(ADA, None, None, None).await.expect("reads").is_empty());
    commit(w, 2, "import-files").await.expect("committed");
    assert_eq!(scene.roster.activities(ADA, None, None, None).await.expect("reads").len(), 1);
}

#[tokio::test]
async fn every_commit_leaves_one_journal_line_in_order_even_when_the_wall_clock_jumps_back() {
    let scene = Scene::club().await;
    for (number, action) in [(9, "first"), (3, "second"), (5, "third")] {
        let mut w = scene.roster.write().await.expect("begins");
        w.set_meta("step", action).await.expect("written");
        commit(w, number, action).await.expect("committed");
    }
    let scene = scene.reopened().await;
    let mut w = scene.roster.write().await.expect("begins");
    w.set_meta("step", "fourth").await.expect("written");
    commit(w, 4, "fourth").await.expect("committed");
    let journal = scene.roster.journal(4).await.expect("reads");
    let actions: Vec<&str> = journal.iter().map(|line| line.action.as_str()).collect();
    assert_eq!(actions, ["fourth", "third", "second", "first"]);
    assert!(journal.is_sorted_by(|a, b| a.clock > b.clock), "the logical clock only goes on");
    assert!(journal.iter().all(|line| line.origin == "laptop-1"));
}

#[tokio::test]
async fn a_backup_is_a_whole_roster_and_replaces_nothing() {
    let scene = Scene::club().await;
    let mut w = scene.roster.write().await.expect("begins");
    import(&mut w, &activity(1, ADA, "2026-11-02")).await.expect("written");
    commit(w, 2, "import-files").await.expect("committed");
    let to = scene.at("copy.trackside");
    backup(scene.roster.path(), None, &to).expect("copied while open");
    let copy = Roster::open(&to, now()).await.expect("opens");
    let from = Some(date("2026-11-02"));
    assert_eq!(
        copy.activities(ADA, from, from, None).await.expect("reads"),
        scene.roster.activities(ADA, from, from, None).await.expect("reads")
    );
    copy.close().await;
    let refused = backup(scene.roster.path(), None, &to);
    assert!(matches!(refused, Err(StoreFault::AlreadyExists { .. })), "{refused:?}");
    let refused = backup(&scene.at("none.trackside"), None, &scene.at("x.trackside"));
    assert!(matches!(refused, Err(StoreFault::Missing { .. })), "{refused:?}");
}

#[cfg(unix)]
#[tokio::test]
async fn only_its_owner_may_read_a_new_roster() {
    use std::os::unix::fs::PermissionsExt;
    let scene = Scene::new().await;
    let mode = std::fs::metadata(scene.roster.path()).expect("stands").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}
