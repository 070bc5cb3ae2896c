//! A damaged roster: what can still be read comes over, what cannot is counted, and the file itself stays as it is.

use std::path::Path;

use sqlx::Connection;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use store::{Left, Roster, RosterKey, StoreFault, Unreadable, is_protected, make_backup, restore, rewrite, salvage};

use crate::scene::{ADA, Scene, activity, commit, import, now};

/// Lines that each fill most of a page.
const LINES: u32 = 300;
const PAGE: usize = 4096;

/// A club with a table of many pages, closed.
async fn filled() -> (Scene, std::path::PathBuf) {
    let scene = Scene::club().await;
    let mut w = scene.roster.write().await.expect("begins");
    import(&mut w, &activity(1, ADA, "2026-11-02")).await.expect("written");
    for line in 0..LINES {
        let text = format!("planted {line:04} {}", "x".repeat(1500));
        w.set_meta(&format!("line {line}"), &text).await.expect("written");
    }
    commit(w, 2, "fill").await.expect("committed");
    let path = scene.roster.path().to_owned();
    scene.roster.clone().close().await;
    (scene, path)
}

/// Overwrites the page on which a text stands.
fn damage(path: &Path, text: &str) {
    let mut bytes = std::fs::read(path).expect("reads");
    let at = bytes.windows(text.len()).position(|window| window == text.as_bytes()).expect("it stands there");
    let page = at / PAGE * PAGE;
    bytes[page..page + PAGE].fill(0xAA);
    std::fs::write(path, bytes).expect("written");
}

async fn one<T: for<'r> sqlx::Decode<'r, sqlx::Sqlite> + sqlx::Type<sqlx::Sqlite> + Send + Unpin>(
    path: &Path,
    asked: &'static str,
) -> T {
    let options = SqliteConnectOptions::new().filename(path).read_only(true);
    let mut connection = SqliteConnection::connect_with(&options).await.expect("connects");
    let found = sqlx::query_scalar(asked).fetch_one(&mut connection).await.expect("reads");
    connection.close().await.expect("closed");
    found
}

#[tokio::test]
async fn a_whole_roster_comes_over_whole() {
    let (scene, path) = filled().await;
    let to = scene.at("saved.trackside");
    let came = salvage(&path, None, &to, "laptop-2").await.expect("salvaged");
    assert!(came.left.is_empty(), "{:?}", came.left);
    for (table, rows) in [("athlete", 3), ("activity", 1), ("journal", 3), ("journal_chain", 3)] {
        assert_eq!(came.kept[table], rows, "{table}: {:?}", came.kept);
    }
    let saved = Roster::open(&to, now()).await.expect("opens");
    assert_eq!(saved.origin(), "laptop-1");
    assert_eq!(saved.activity_count().await.expect("counts"), 1);
    assert!(saved.verify_chain(&[]).await.expect("walked").breaks.is_empty());
    saved.close().await;
    let again = salvage(&path, None, &to, "laptop-2").await;
    assert!(matches!(again, Err(StoreFault::AlreadyExists { .. })), "{again:?}");
}

#[tokio::test]
async fn damaged_pages_cost_the_rows_on_them_and_no_others() {
    let (scene, path) = filled().await;
    for line in ["planted 0050", "planted 0055", "planted 0120", "planted 0299"] {
        damage(&path, line);
    }
    let before = std::fs::read(&path).expect("reads");
    let to = scene.at("saved.trackside");
    let came = salvage(&path, None, &to, "laptop-2").await.expect("salvaged");
    assert_eq!(std::fs::read(&path).expect("reads"), before, "the roster is only read");
    assert_eq!(came.left.keys().collect::<Vec<_>>(), ["meta"], "{:?}", came.left);
    let kept = one::<i64>(&to, "SELECT COUNT(*) FROM meta WHERE key LIKE 'line %'").await;
    // Two lines stand on a page.
    assert!((292..=296).contains(&kept), "{kept}");
    let lost = u64::from(LINES) - u64::try_from(kept).expect("a number");
    assert_eq!(came.left["meta"], Left { unreadable: Unreadable::Rows(lost), refused: 0, orphaned: 0 });
    let between = one::<i64>(&to, "SELECT COUNT(*) FROM meta WHERE key IN ('line 60', 'line 100', 'line 200')").await;
    assert_eq!(between, 3, "what lies between two damaged places is there");
    let saved = Roster::open(&to, now()).await.expect("opens");
    assert_eq!(saved.integrity().await.expect("checked"), Vec::<String>::new());
    assert_eq!(saved.athletes().await.expect("reads").len(), 3);
    make_backup(&to, None, &scene.at("kept"), "by-hand", now()).expect("what was saved can be backed up");
    saved.close().await;
}

#[tokio::test]
async fn what_means_nothing_without_a_lost_row_stays_behind_and_is_counted() {
    let (scene, path) = filled().await;
    let channels = one::<i64>(&path, "SELECT COUNT(*) FROM channel").await;
    let mut raw = SqliteConnection::connect_with(&SqliteConnectOptions::new().filename(&path).foreign_keys(false))
        .await
        .expect("connects");
    sqlx::query("DELETE FROM activity").execute(&mut raw).await.expect("lost");
    raw.close().await.expect("closed");
    let to = scene.at("saved.trackside");
    let came = salvage(&path, None, &to, "laptop-2").await.expect("salvaged");
    assert!(channels > 0);
    assert_eq!(came.left["channel"].orphaned, channels.unsigned_abs(), "{:?}", came.left);
    assert_eq!((came.kept["channel"], came.kept["athlete"]), (0, 3));
}

#[tokio::test]
async fn a_protected_roster_is_saved_under_its_own_key() {
    let (scene, path) = filled().await;
    let key = RosterKey::new("harbour lantern seven oars", [1; 12]);
    rewrite(&path, None, Some(key.clone())).await.expect("protected");
    let mut bytes = std::fs::read(&path).expect("reads");
    let pages = bytes.len() / PAGE;
    for page in pages - 60..pages - 50 {
        bytes[page * PAGE + 2000] ^= 1;
    }
    std::fs::write(&path, bytes).expect("written");
    let to = scene.at("saved.trackside");
    let came = salvage(&path, Some(key.clone()), &to, "laptop-2").await.expect("salvaged");
    assert!(!came.left.is_empty(), "a page that is not what was written is not read at all");
    assert!(is_protected(&to).expect("looked"));
    assert!(!std::fs::read(&to).expect("reads").windows(8).any(|window| window == b"planted "), "nothing in the clear");
    let saved = Roster::open_with(&to, Some(key), now()).await.expect("opens with the same key");
    assert_eq!(saved.athletes().await.expect("reads").len(), 3);
    saved.close().await;
    assert_eq!(scene.files().iter().filter(|name| name.ends_with(".new") || name.ends_with(".part")).count(), 0);
}

#[tokio::test]
async fn a_schema_that_breaks_off_gives_the_tables_before_and_names_the_others() {
    let (scene, path) = filled().await;
    damage(&path, "CREATE TABLE retention_rule");
    let opened = Roster::open(&path, now()).await;
    assert!(matches!(opened, Err(StoreFault::Corrupt { .. } | StoreFault::NotARoster { .. })), "{opened:?}");
    let to = scene.at("saved.trackside");
    let came = salvage(&path, None, &to, "laptop-2").await.expect("salvaged");
    assert_eq!((came.kept["athlete"], came.kept["activity"]), (3, 1));
    assert_eq!(came.left["retention_rule"].unreadable, Unreadable::Some, "{:?}", came.left);
    Roster::open(&to, now()).await.expect("opens").close().await;
}

#[tokio::test]
async fn where_not_even_the_names_of_the_tables_are_left_nothing_is_made() {
    let (scene, path) = filled().await;
    let mut bytes = std::fs::read(&path).expect("reads");
    bytes[100..PAGE].fill(0xAA);
    std::fs::write(&path, bytes).expect("written");
    let to = scene.at("saved.trackside");
    let came = salvage(&path, None, &to, "laptop-2").await;
    assert!(matches!(came, Err(StoreFault::Corrupt { .. })), "{came:?}");
    assert!(!scene.files().iter().any(|name| name.starts_with("saved")), "{:?}", scene.files());
}

#[tokio::test]
async fn a_log_that_was_left_behind_is_not_taken_for_that_of_another_roster() {
    let scene = Scene::club().await;
    let path = scene.roster.path().to_owned();
    let kept = make_backup(&path, None, &scene.at("kept"), "daily", now()).expect("made");
    let mut w = scene.roster.write().await.expect("begins");
    w.set_meta("since", "then").await.expect("written");
    commit(w, 2, "set-rule").await.expect("committed");
    let log = scene.at("club.trackside-wal");
    let left = std::fs::read(&log).expect("a log");
    assert!(!left.is_empty());
    scene.roster.clone().close().await;
    std::fs::remove_file(&path).expect("deleted, but not its log");
    std::fs::write(&log, &left).expect("written");
    assert_eq!(restore(&kept, None, &path, now()).await.expect("restored"), None);
    let back = Roster::open(&path, now()).await.expect("opens");
    assert_eq!(back.meta("since").await.expect("reads"), None, "the backup as it is");
    assert_eq!(back.integrity().await.expect("checked"), Vec::<String>::new());
    back.close().await;
    let aside = scene.files().into_iter().find(|name| name.ends_with("aside.trackside-wal")).expect("the log is kept");
    assert_eq!(std::fs::read(scene.at(&aside)).expect("reads"), left);
    // The same for a new one.
    std::fs::remove_file(&path).expect("deleted");
    std::fs::write(&log, &left).expect("written");
    let made = Roster::create(&path, "laptop-3", now()).await.expect("made");
    assert_eq!((made.origin(), made.athletes().await.expect("reads").len()), ("laptop-3", 0));
    made.close().await;
}

#[tokio::test]
async fn a_damaged_roster_is_set_aside_with_its_log_and_a_whole_one_with_it_folded_in() {
    let scene = Scene::club().await;
    let path = scene.roster.path().to_owned();
    let kept = make_backup(&path, None, &scene.at("kept"), "daily", now()).expect("made");
    let mut w = scene.roster.write().await.expect("begins");
    w.set_meta("since", "then").await.expect("written");
    commit(w, 2, "set-rule").await.expect("committed");
    let log = scene.at("club.trackside-wal");
    let (file, waiting) = (std::fs::read(&path).expect("reads"), std::fs::read(&log).expect("a log"));
    scene.roster.clone().close().await;
    // As a killed program leaves them.
    std::fs::write(&path, &file).expect("written");
    std::fs::write(&log, &waiting).expect("written");
    let aside = restore(&kept, None, &path, now()).await.expect("restored").expect("set aside");
    assert!(!log.exists(), "it is not beside the restored one");
    assert!(!store_log(&aside).exists(), "folded in");
    let before = Roster::open(&aside, now()).await.expect("opens");
    assert_eq!(before.meta("since").await.expect("reads").as_deref(), Some("then"), "its newest lines are in it");
    before.close().await;

    let mut broken = file;
    broken[100..PAGE].fill(0xAA);
    std::fs::write(&path, &broken).expect("written");
    std::fs::write(&log, &waiting).expect("written");
    let aside = restore(&kept, None, &path, now()).await.expect("restored").expect("set aside");
    let whole_again = Roster::open(&path, now()).await.expect("opens");
    assert_eq!(whole_again.athletes().await.expect("reads").len(), 3);
    whole_again.close().await;
    assert!(aside.is_file());
}

fn store_log(path: &Path) -> std::path::PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-wal");
    name.into()
}
