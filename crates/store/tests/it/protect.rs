//! A roster under a passphrase: opened, refused, changed, cut off, and searched for what must not stand in the clear.

use std::path::Path;

use store::{
    Roster, RosterKey, StoreFault, is_protected, make_backup, opens_alike, rewrite, rewrite_copy, tidy, verify,
};

use crate::file::first_release;
use crate::scene::{Scene, athlete, commit, now, uuid};

const PASSPHRASE: &str = "harbour lantern seven oars";
/// Stands in the roster and nowhere else on the disk.
const PLANTED: &str = "Quillfeather Marrowby";

fn key(passphrase: &str, salt: u8) -> RosterKey {
    RosterKey::new(passphrase, [salt; 12])
}

async fn plant(roster: &Roster, number: u128) {
    let mut w = roster.write().await.expect("begins");
    let who = domain::id::AthleteId(uuid(number));
    w.insert_athlete(&athlete(who, &format!("{PLANTED} {number}"), false)).await.expect("inserted");
    commit(w, number, "add-athlete").await.expect("committed");
}

fn stands_in(path: &Path) -> bool {
    let bytes = std::fs::read(path).expect("reads");
    bytes.windows(PLANTED.len()).any(|window| window == PLANTED.as_bytes())
}

/// A club that was closed and put under the passphrase.
async fn protected() -> (Scene, std::path::PathBuf) {
    let scene = Scene::club().await;
    plant(&scene.roster, 0x51).await;
    let path = scene.roster.path().to_owned();
    scene.roster.clone().close().await;
    assert!(stands_in(&path), "in the clear it is found");
    rewrite(&path, None, Some(key(PASSPHRASE, 1))).await.expect("protected");
    (scene, path)
}

#[tokio::test]
async fn it_opens_with_its_passphrase_and_with_nothing_else() {
    let (_scene, path) = protected().await;
    assert!(is_protected(&path).expect("looked"));
    assert!(!std::fs::read(&path).expect("reads").starts_with(b"SQLite format 3"));
    let without = Roster::open(&path, now()).await;
    assert!(matches!(&without, Err(StoreFault::NeedsPassphrase { path: p }) if *p == path), "{without:?}");
    let other = RosterKey::of(&path, "harbour lantern seven oar");
    assert!(matches!(&other, Err(StoreFault::WrongPassphrase { .. })), "{other:?}");
    let kept = RosterKey::kept(&path, key(PASSPHRASE, 2).bytes());
    assert!(matches!(&kept, Err(StoreFault::WrongPassphrase { .. })), "another salt is another key: {kept:?}");
    let right = RosterKey::of(&path, PASSPHRASE).expect("the key");
    assert!(right.fits(PASSPHRASE) && !right.fits("harbour"));
    assert_eq!(format!("{right:?}"), "RosterKey { .. }", "nothing of a key is shown");
    let roster = Roster::open_with(&path, Some(right.clone()), now()).await.expect("opens");
    assert_eq!(roster.counts().await.expect("counts").athletes, 3);
    assert_eq!(roster.integrity().await.expect("checks"), Vec::<String>::new());
    roster.close().await;
    let kept = RosterKey::kept(&path, right.bytes()).expect("as a keychain gives it");
    Roster::open_with(&path, Some(kept), now()).await.expect("opens").close().await;
}

#[tokio::test]
async fn nothing_of_it_stands_in_the_clear_on_the_disk() {
    let (scene, path) = protected().await;
    let key = key(PASSPHRASE, 1);
    let roster = Roster::open_with(&path, Some(key.clone()), now()).await.expect("opens");
    plant(&roster, 0x52).await;
    let kept = make_backup(&path, Some(&key), &scene.at("backups"), "asked", now()).expect("a backup");
    let log = std::fs::metadata(scene.at("club.trackside-wal")).expect("a log");
    assert!(log.len() > 0, "what was written waits in it");
    let files = scene.files().into_iter().map(|name| scene.at(&name)).filter(|path| path.is_file());
    for file in files.chain([kept.path.clone()]) {
        assert!(!stands_in(&file), "{}", file.display());
    }
    assert_eq!(verify(&kept, Some(&key)).expect("sound").rows["athlete"], 5);
    let without = verify(&kept, None);
    assert!(matches!(&without, Err(StoreFault::NeedsPassphrase { .. })), "{without:?}");
    roster.close().await;
    assert!(is_protected(&kept.path).expect("looked"));
    Roster::open_with(&kept.path, Some(key), now()).await.expect("a backup opens as its roster").close().await;
}

#[tokio::test]
async fn another_passphrase_takes_the_place_of_the_first_and_none_of_the_second() {
    let (_scene, path) = protected().await;
    let second = key("nine quiet otters at noon", 3);
    rewrite(&path, Some(key(PASSPHRASE, 1)), Some(second.clone())).await.expect("changed");
    let old = RosterKey::of(&path, PASSPHRASE);
    assert!(matches!(&old, Err(StoreFault::WrongPassphrase { .. })), "{old:?}");
    let old = rewrite(&path, Some(key(PASSPHRASE, 1)), None).await;
    assert!(matches!(&old, Err(StoreFault::Corrupt { .. } | StoreFault::Backup(_))), "{old:?}");
    let roster = Roster::open_with(&path, Some(second.clone()), now()).await.expect("opens");
    assert_eq!(roster.counts().await.expect("counts").athletes, 3);
    let busy = rewrite(&path, Some(second.clone()), None).await;
    assert!(matches!(&busy, Err(StoreFault::InUse { .. })), "nobody may have it open: {busy:?}");
    roster.close().await;
    rewrite(&path, Some(second), None).await.expect("in the clear");
    assert!(stands_in(&path) && !is_protected(&path).expect("looked"));
    Roster::open(&path, now()).await.expect("opens without").close().await;
}

#[tokio::test]
async fn a_damaged_roster_is_told_from_a_wrong_passphrase() {
    let (_scene, path) = protected().await;
    let whole = std::fs::read(&path).expect("reads");
    for at in [100, 3000] {
        let mut damaged = whole.clone();
        damaged[at] ^= 1;
        std::fs::write(&path, &damaged).expect("written");
        let wrong = RosterKey::of(&path, "harbour lantern");
        assert!(matches!(&wrong, Err(StoreFault::WrongPassphrase { .. })), "{wrong:?}");
        let right = RosterKey::of(&path, PASSPHRASE).expect("the passphrase is right all the same");
        let opened = Roster::open_with(&path, Some(right), now()).await;
        assert!(matches!(&opened, Err(StoreFault::Corrupt { .. })), "{opened:?}");
    }
}

#[tokio::test]
async fn a_rewrite_that_was_cut_leaves_the_roster_and_is_cleared_away() {
    let (scene, path) = protected().await;
    let part = scene.at("club.trackside.rewritten");
    // As it stands the moment before the swap, and as it stands in the middle of the copy.
    let before = std::fs::read(&path).expect("reads");
    std::fs::write(&part, format!("SQLite format 3\0 {PLANTED}")).expect("written");
    let right = RosterKey::of(&path, PASSPHRASE).expect("the key");
    Roster::open_with(&path, Some(right.clone()), now()).await.expect("opens as ever").close().await;
    tidy(&path).await.expect("tidied");
    assert!(!part.exists(), "{:?}", scene.files());
    std::fs::write(&part, &before[..before.len() / 2]).expect("written");
    rewrite(&path, Some(right), None).await.expect("what is left is in nobody's way");
    assert!(!part.exists());
    Roster::open(&path, now()).await.expect("opens").close().await;
}

#[tokio::test]
async fn copies_the_program_made_go_along() {
    let scene = Scene::club().await;
    let path = scene.roster.path().to_owned();
    plant(&scene.roster, 0x51).await;
    let kept = make_backup(&path, None, &scene.at("backups"), "asked", now()).expect("a backup");
    scene.roster.clone().close().await;
    let (first, second) = (key(PASSPHRASE, 1), key("nine quiet otters at noon", 3));
    rewrite(&path, None, Some(first.clone())).await.expect("protected");
    assert!(!opens_alike(&kept.path, Some(&first)).expect("looked"));
    assert_eq!(verify(&kept, Some(&first)).expect("one in the clear is read as it is").rows["athlete"], 4);
    rewrite_copy(&kept.path, None, Some(first.clone())).await.expect("goes along");
    assert!(opens_alike(&kept.path, Some(&first)).expect("looked") && !stands_in(&kept.path));
    assert_eq!(verify(&kept, Some(&first)).expect("its record is renewed").rows["athlete"], 4);
    let other = rewrite_copy(&kept.path, Some(second.clone()), Some(second)).await;
    assert!(matches!(&other, Err(StoreFault::NeedsPassphrase { .. })), "{other:?}");
    verify(&kept, Some(&first)).expect("left as it was");
}

#[tokio::test]
async fn the_snapshot_before_a_new_schema_is_under_the_same_key() {
    let scene = Scene::new().await;
    let path = scene.at("old.trackside");
    first_release(&path).await;
    let key = key(PASSPHRASE, 1);
    rewrite(&path, None, Some(key.clone())).await.expect("protected");
    let roster = Roster::open_with(&path, Some(key.clone()), now()).await.expect("migrated");
    let snapshot = roster.snapshot().expect("a snapshot").to_owned();
    assert_eq!(roster.meta("kept").await.expect("reads").as_deref(), Some("yes"));
    roster.close().await;
    assert!(is_protected(&snapshot).expect("looked") && opens_alike(&snapshot, Some(&key)).expect("looked"));
    assert!(is_protected(&path).expect("looked"), "the upgrade kept it protected");
}

#[tokio::test]
async fn what_is_not_a_roster_is_not_taken_for_a_protected_one() {
    let scene = Scene::new().await;
    let path = scene.at("noise.trackside");
    let noise: Vec<u8> = (0..8192_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    std::fs::write(&path, noise).expect("written");
    assert!(!is_protected(&path).expect("looked"));
    let opened = Roster::open(&path, now()).await;
    assert!(matches!(&opened, Err(StoreFault::NotARoster { .. })), "{opened:?}");
    std::fs::write(&path, b"short").expect("written");
    assert!(!is_protected(&path).expect("looked"));
}

#[tokio::test]
async fn the_sqlite_that_is_linked_is_past_the_bug_of_the_write_ahead_log() {
    use sqlx::Connection;
    let mut connection = sqlx::SqliteConnection::connect("sqlite::memory:").await.expect("connects");
    let version: String =
        sqlx::query_scalar("SELECT sqlite_version()").fetch_one(&mut connection).await.expect("a version");
    let numbers: Vec<u32> = version.split('.').map(|part| part.parse().expect("a number")).collect();
    // sqlite.org/wal.html, "The WAL-reset bug": mended in 3.51.3.
    assert!(numbers >= vec![3, 51, 3], "{version}");
}
