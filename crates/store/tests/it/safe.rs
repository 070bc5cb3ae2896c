//! Nothing is lost: disks that are full or read-only, clocks that go back, two programs at once, migrations that are cut,
//! journals that were tampered with, backups and the way back from one.

use std::collections::BTreeSet;
use std::path::Path;

use chrono::Duration as Span;
use sqlx::Connection;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use store::{APPLICATION_ID, Break, Entry, Roster, StoreFault, list_backups, make_backup, restore, verify};

use crate::file::migrations;
use crate::scene::{ADA, Scene, activity, athlete, commit, entry, import, now};

async fn raw_connection(path: &Path) -> SqliteConnection {
    let options = SqliteConnectOptions::new().filename(path).foreign_keys(false);
    SqliteConnection::connect_with(&options).await.expect("connects")
}

async fn raw(path: &Path, statements: &[&'static str]) {
    let mut connection = raw_connection(path).await;
    for statement in statements {
        sqlx::query(*statement).execute(&mut connection).await.unwrap_or_else(|error| panic!("{statement}: {error}"));
    }
    connection.close().await.expect("closed");
}

/// Tables whose rows may change or go, and why. Every other one must be guarded by triggers.
const MAY_CHANGE: [(&str, &str); 10] = [
    ("_sqlx_migrations", "the migrator's own"),
    ("activity", "what is computed from the recording, and whose it is; versions and the journal have what was before"),
    ("activity_curve", "computed"),
    ("activity_measures", "computed"),
    ("athlete", "given up by an erasure; nothing else touches it"),
    ("channel", "computed from the recording, which stays"),
    ("follow_up", "computed"),
    ("import_batch", "its state, and whether it is taken back; both are lines of the journal"),
    ("meta", "facts about the file, in place of earlier ones; the journal has what they were"),
    ("session_template", "what ships with the program is brought up to date"),
];

#[tokio::test]
async fn every_table_is_append_only_unless_it_says_why_not() {
    let scene = Scene::new().await;
    let mut connection = raw_connection(scene.roster.path()).await;
    let unguarded: Vec<String> = sqlx::query_scalar(
        "SELECT name FROM sqlite_master AS t WHERE type = 'table' AND name NOT LIKE 'sqlite%'
         AND (SELECT COUNT(*) FROM sqlite_master AS g WHERE g.type = 'trigger' AND g.tbl_name = t.name
              AND g.sql LIKE '%append-only: ' || t.name || '%'
              AND (g.sql LIKE '%BEFORE UPDATE ON%' OR g.sql LIKE '%BEFORE DELETE ON%')) < 2 ORDER BY name",
    )
    .fetch_all(&mut connection)
    .await
    .expect("reads");
    let known: BTreeSet<&str> = MAY_CHANGE.iter().map(|(table, _)| *table).collect();
    let silent: Vec<&String> = unguarded.iter().filter(|table| !known.contains(table.as_str())).collect();
    assert!(silent.is_empty(), "guard these with triggers, or say here why not: {silent:?}");
}

#[tokio::test]
async fn a_line_that_is_changed_taken_out_or_slipped_in_shows_in_the_chain() {
    let scene = Scene::club().await;
    for number in 2..6 {
        let mut w = scene.roster.write().await.expect("begins");
        w.set_meta("step", &number.to_string()).await.expect("written");
        commit(w, number, "set-rule").await.expect("committed");
    }
    let whole = scene.roster.verify_chain(&[]).await.expect("walked");
    assert_eq!((whole.lines, whole.erased, whole.breaks.len()), (6, 0, 0), "{whole:?}");
    let head = whole.head.clone().expect("a head");
    assert_eq!(scene.roster.chain_head().await.expect("read"), Some(head.clone()));
    let path = scene.roster.path().to_owned();
    let clocks: Vec<String> =
        scene.roster.journal(10).await.expect("reads").into_iter().rev().map(|line| line.clock).collect();

    let free = "DROP TRIGGER journal_never_changes";
    raw(&path, &[free, "UPDATE journal SET author = 'somebody else' WHERE rowid = 2"]).await;
    let found = scene.roster.verify_chain(&[]).await.expect("walked").breaks;
    assert_eq!(found, [Break::Changed { clock: clocks[1].clone() }]);
    raw(&path, &["UPDATE journal SET author = 'coach' WHERE rowid = 2"]).await;

    raw(
        &path,
        &[
            "DROP TRIGGER journal_never_forgets",
            "CREATE TABLE aside AS SELECT * FROM journal",
            "DELETE FROM journal WHERE rowid = 3",
        ],
    )
    .await;
    let found = scene.roster.verify_chain(&[]).await.expect("walked").breaks;
    assert_eq!(found, [Break::Missing { clock: clocks[2].clone() }]);
    raw(&path, &["INSERT INTO journal SELECT * FROM aside WHERE rowid = 3"]).await;

    raw(
        &path,
        &["INSERT INTO journal SELECT 'new', '000000000000001.000000', at, author, origin, action, NULL, NULL, 'null' FROM aside WHERE rowid = 4"],
    )
    .await;
    let found = scene.roster.verify_chain(&[]).await.expect("walked").breaks;
    assert_eq!(found, [Break::SlippedIn { clock: "000000000000001.000000".to_owned() }]);
    raw(&path, &["DELETE FROM journal WHERE id = 'new'"]).await;

    // The end cut off together with its links: the chain holds, and the head a backup kept tells.
    raw(
        &path,
        &[
            "DROP TRIGGER journal_chain_never_forgets",
            "DELETE FROM journal WHERE clock = (SELECT MAX(clock) FROM journal)",
            "DELETE FROM journal_chain WHERE clock = (SELECT MAX(clock) FROM journal_chain)",
        ],
    )
    .await;
    assert!(scene.roster.verify_chain(&[]).await.expect("walked").breaks.is_empty());
    let found = scene.roster.verify_chain(std::slice::from_ref(&head)).await.expect("walked").breaks;
    assert_eq!(found, [Break::HeadGone { clock: head.clock }]);
}

/// The recipe of docs/never-lose.md, with SQLite and blake3 alone.
#[tokio::test]
async fn the_chain_can_be_gone_through_without_this_program() {
    let scene = Scene::club().await;
    let mut w = scene.roster.write().await.expect("begins");
    w.set_meta("odd", "tab").await.expect("written");
    let odd = "quote \" backslash \\ tab \t umlaut \u{fc} line \n bell \u{7} slash /";
    let before = serde_json::json!({ "text": odd });
    let entry = Entry { subject: Some(odd.to_owned()), before, ..entry(2, "set-rule") };
    w.commit(entry).await.expect("committed");
    let mut connection = raw_connection(scene.roster.path()).await;
    let lines: Vec<(String, String, String)> = sqlx::query_as(
        "SELECT c.content, c.chain,
                (SELECT json_array(j.id, j.clock, j.at, j.author, j.origin, j.action, j.athlete_id, j.subject, j.before)
                 FROM journal j WHERE j.id = c.journal_id)
         FROM journal_chain c ORDER BY c.clock",
    )
    .fetch_all(&mut connection)
    .await
    .expect("reads");
    assert_eq!(lines.len(), 3);
    let hash = |text: &str| blake3::hash(text.as_bytes()).to_hex().to_string();
    let mut chain = "0".repeat(64);
    for (content, link, line) in lines {
        assert_eq!(hash(&line), content, "{line}");
        assert_eq!(hash(&format!("{chain}{content}")), link);
        chain = link;
    }
}

#[tokio::test]
async fn an_erased_line_keeps_its_place_in_the_chain_by_its_hash() {
    let scene = Scene::club().await;
    let lines = scene.roster.journal(10).await.expect("reads");
    let of_club = lines[0].id;
    let free = ["DROP TRIGGER journal_never_changes"];
    raw(scene.roster.path(), &free).await;
    raw(scene.roster.path(), &["UPDATE journal SET subject = NULL, before = '\"erased\"' WHERE action = 'add-club'"])
        .await;
    assert_eq!(scene.roster.verify_chain(&[]).await.expect("walked").breaks.len(), 1);
    let mut w = scene.roster.write().await.expect("begins");
    let by = entry(7, "erase-athlete").id;
    w.mark_line_erased(of_club, by).await.expect("marked");
    commit(w, 7, "erase-athlete").await.expect("committed");
    let state = scene.roster.verify_chain(&[]).await.expect("walked");
    assert_eq!((state.erased, state.breaks), (1, Vec::new()));
}

#[tokio::test]
async fn a_roster_from_before_the_chain_is_chained_whole_by_its_migration() {
    let scene = Scene::new().await;
    let path = scene.at("old.trackside");
    earlier(&path, 25).await;
    let roster = Roster::open(&path, now()).await.expect("opens");
    let state = roster.verify_chain(&[]).await.expect("walked");
    assert_eq!((state.lines, state.breaks), (26, Vec::new()), "25 lines, and that of the migration");
    roster.close().await;
}

/// A roster of the schema before the chain, with so many lines in its journal.
async fn earlier(path: &Path, lines: u32) {
    let options = SqliteConnectOptions::new().filename(path).create_if_missing(true);
    let mut connection = SqliteConnection::connect_with(&options).await.expect("connects");
    let mark = format!("PRAGMA application_id = {APPLICATION_ID}");
    sqlx::query(sqlx::AssertSqlSafe(mark)).execute(&mut connection).await.expect("marked");
    migrations().await.run_to(20_261_123_140_000, &mut connection).await.expect("migrated");
    sqlx::query("INSERT INTO meta VALUES ('origin', 'old-laptop')").execute(&mut connection).await.expect("filled");
    for line in 0..lines {
        let sql = format!(
            "INSERT INTO journal VALUES ('00000000-0000-7000-8000-{line:012}', '{line:015}.000000',
             '2026-11-01T06:30:00.000000000Z', 'coach', 'old-laptop', 'set-rule', NULL, NULL, 'null')"
        );
        sqlx::query(sqlx::AssertSqlSafe(sql)).execute(&mut connection).await.expect("filled");
    }
    connection.close().await.expect("closed");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_programs_that_open_an_earlier_roster_at_once_migrate_it_once() {
    let scene = Scene::new().await;
    let path = scene.at("old.trackside");
    earlier(&path, 400).await;
    let open = |path: std::path::PathBuf| tokio::spawn(async move { Roster::open(&path, now()).await });
    let (one, other) = (open(path.clone()), open(path.clone()));
    let (one, other) = (one.await.expect("ran").expect("opens"), other.await.expect("ran").expect("opens"));
    assert_eq!(one.snapshot().is_some(), other.snapshot().is_none(), "one of them migrated");
    let migrated = one.journal_of("migrate-roster", None, 10).await.expect("reads");
    assert_eq!(migrated.len(), 1);
    assert!(one.verify_chain(&[]).await.expect("walked").breaks.is_empty());
    // Both write: SQLite orders them, and the chain is one.
    for (number, roster) in [(11, &one), (12, &other), (13, &one)] {
        let mut w = roster.write().await.expect("begins");
        w.set_meta("who", &number.to_string()).await.expect("written");
        commit(w, number, "set-rule").await.expect("committed");
    }
    assert!(other.verify_chain(&[]).await.expect("walked").breaks.is_empty());
    one.close().await;
    other.close().await;
}

#[tokio::test]
async fn a_migration_that_is_cut_leaves_the_earlier_roster_and_the_next_start_goes_on() {
    let scene = Scene::new().await;
    let path = scene.at("old.trackside");
    earlier(&path, 3).await;
    // A table of the migration's own name is in its way: it fails in the middle, as a full disk would make it.
    raw(&path, &["CREATE TABLE journal_chain (x)"]).await;
    let cut = Roster::open(&path, now()).await;
    assert!(matches!(cut, Err(StoreFault::Migration(_))), "{cut:?}");
    raw(&path, &["DROP TABLE journal_chain"]).await;
    let roster = Roster::open(&path, now()).await.expect("opens");
    assert_eq!(roster.journal(10).await.expect("reads").len(), 4);
    assert_eq!(roster.integrity().await.expect("checked"), Vec::<String>::new());
    roster.close().await;
}

#[tokio::test]
async fn a_backup_is_verified_and_comes_back_with_the_present_file_kept() {
    let scene = Scene::club().await;
    let folder = scene.at("kept");
    let kept = make_backup(scene.roster.path(), None, &folder, "daily", now()).expect("made");
    assert_eq!(verify(&kept, None).expect("whole").head, scene.roster.chain_head().await.expect("read"));
    assert_eq!(list_backups(&folder).expect("listed"), std::slice::from_ref(&kept));

    let mut w = scene.roster.write().await.expect("begins");
    import(&mut w, &activity(1, ADA, "2026-11-02")).await.expect("written");
    commit(w, 2, "import-files").await.expect("committed");
    let path = scene.roster.path().to_owned();

    let in_use = restore(&kept, None, &path, now()).await;
    assert!(matches!(in_use, Err(StoreFault::InUse { .. })), "{in_use:?}");
    scene.roster.clone().close().await;
    let aside = restore(&kept, None, &path, now()).await.expect("restored").expect("something stood there");
    let back = Roster::open(&path, now()).await.expect("opens");
    assert_eq!((back.counts().await.expect("counts").athletes, back.activity_count().await.expect("counts")), (2, 0));
    back.close().await;
    let aside = Roster::open(&aside, now()).await.expect("opens");
    assert_eq!(aside.activity_count().await.expect("counts"), 1, "nothing was overwritten");
    aside.close().await;

    // One byte of a backup turned: it is not taken, and the roster stays.
    let mut bytes = std::fs::read(&kept.path).expect("read");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&kept.path, bytes).expect("written");
    let refused = restore(&kept, None, &path, now()).await;
    assert!(matches!(refused, Err(StoreFault::UnsoundCopy { .. })), "{refused:?}");
    Roster::open(&path, now()).await.expect("still there").close().await;
}

#[tokio::test]
async fn a_clock_that_jumps_back_a_year_changes_no_order_and_breaks_no_chain() {
    let scene = Scene::club().await;
    for (number, back) in [(2, 0), (3, 365), (4, 1), (5, 400)] {
        let mut w = scene.roster.write().await.expect("begins");
        w.set_meta("step", &number.to_string()).await.expect("written");
        let at = now() - Span::days(back);
        w.commit(Entry { at, ..entry(number, "set-rule") }).await.expect("committed");
    }
    let journal = scene.roster.journal(10).await.expect("reads");
    assert!(journal.is_sorted_by(|a, b| a.clock > b.clock));
    assert!(scene.roster.verify_chain(&[]).await.expect("walked").breaks.is_empty());
}

/// A file system of so many kilobytes, as long as the test runs; `None` where mounting is not allowed.
#[cfg(target_os = "linux")]
struct Small(std::path::PathBuf);

#[cfg(target_os = "linux")]
impl Small {
    fn mount(scene: &Scene, kilobytes: u32) -> Option<Small> {
        let at = scene.at("small");
        std::fs::create_dir(&at).expect("made");
        let size = format!("size={kilobytes}k");
        let mut mount = std::process::Command::new("mount");
        let mounted = mount.args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(&at).output();
        mounted.is_ok_and(|done| done.status.success()).then_some(Small(at))
    }

    fn again(&self, options: &str) {
        let mut mount = std::process::Command::new("mount");
        let done = mount.args(["-o", &format!("remount,{options}")]).arg(&self.0).status().expect("runs");
        assert!(done.success(), "remounted {options}");
    }
}

#[cfg(target_os = "linux")]
impl Drop for Small {
    fn drop(&mut self) {
        drop(std::process::Command::new("umount").arg("-l").arg(&self.0).status());
    }
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_full_disk_refuses_the_write_keeps_what_was_there_and_lets_it_be_read() {
    let scene = Scene::new().await;
    // Without the right to mount, the same by hand: docs/never-lose.md says how.
    let Some(small) = Small::mount(&scene, 6_000) else {
        assert!(!is_root(), "root may mount");
        return;
    };
    let path = small.0.join("club.trackside");
    let roster = Roster::create(&path, "laptop-1", now()).await.expect("created");
    let mut w = roster.write().await.expect("begins");
    w.insert_athlete(&athlete(ADA, "Ada Fell", false)).await.expect("inserted");
    commit(w, 1, "add-athlete").await.expect("committed");
    let mut number = 2;
    let refused = loop {
        let mut w = roster.write().await.expect("begins");
        let text = "x".repeat(200_000);
        let kept = match w.set_meta(&format!("filler {number}"), &text).await {
            Ok(()) => commit(w, number, "fill").await,
            Err(fault) => Err(fault),
        };
        match kept {
            Ok(()) => number += 1,
            Err(fault) => break fault,
        }
        assert!(number < 200, "the disk never filled");
    };
    assert!(matches!(refused, StoreFault::DiskFull), "{refused:?}");
    assert_eq!(roster.athletes().await.expect("still read").len(), 1);
    let lines = roster.journal(500).await.expect("still read").len();
    assert_eq!(lines as u128, number, "every commit that was acknowledged, and that of its making");
    let kept = make_backup(&path, None, &scene.at("kept"), "by-hand", now()).expect("copied to a disk with room");
    verify(&kept, None).expect("whole");
    let refused = make_backup(&path, None, &small.0.join("kept"), "by-hand", now());
    assert!(matches!(refused, Err(StoreFault::DiskFull)), "{refused:?}");
    assert!(list_backups(&small.0.join("kept")).expect("listed").is_empty(), "no half copy under a name");
    roster.close().await;
    small.again("size=20000k");
    let roster = Roster::open(&path, now()).await.expect("opens once there is room");
    assert_eq!(roster.journal(500).await.expect("reads").len(), lines);
    assert_eq!(roster.integrity().await.expect("checked"), Vec::<String>::new());
    roster.close().await;
}

#[cfg(target_os = "linux")]
fn is_root() -> bool {
    std::process::Command::new("id").arg("-u").output().is_ok_and(|said| said.stdout.starts_with(b"0\n"))
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_roster_on_a_read_only_disk_opens_for_reading_and_says_so_when_asked_to_write() {
    let scene = Scene::new().await;
    let Some(small) = Small::mount(&scene, 20_000) else {
        assert!(!is_root(), "root may mount");
        return;
    };
    let path = small.0.join("club.trackside");
    let roster = Roster::create(&path, "laptop-1", now()).await.expect("created");
    let mut w = roster.write().await.expect("begins");
    w.insert_athlete(&athlete(ADA, "Ada Fell", false)).await.expect("inserted");
    commit(w, 1, "add-athlete").await.expect("committed");
    roster.close().await;
    small.again("ro");
    let roster = Roster::open(&path, now()).await.expect("opens for reading");
    assert!(roster.is_read_only());
    assert_eq!(roster.athletes().await.expect("reads").len(), 1);
    assert!(matches!(roster.write().await, Err(StoreFault::ReadOnly)));
    let kept = make_backup(&path, None, &scene.at("kept"), "by-hand", now()).expect("copied elsewhere");
    assert_eq!(verify(&kept, None).expect("whole").rows["athlete"], 1);
    roster.close().await;
    small.again("rw");
}

#[tokio::test]
async fn a_file_marked_read_only_opens_for_reading() {
    let scene = Scene::club().await;
    let path = scene.roster.path().to_owned();
    scene.roster.clone().close().await;
    let mut rights = std::fs::metadata(&path).expect("there").permissions();
    rights.set_readonly(true);
    std::fs::set_permissions(&path, rights).expect("set");
    let roster = Roster::open(&path, now()).await.expect("opens for reading");
    assert!(roster.is_read_only() && matches!(roster.write().await, Err(StoreFault::ReadOnly)));
    assert_eq!(roster.athletes().await.expect("reads").len(), 3);
    roster.close().await;
}
