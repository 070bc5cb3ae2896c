//! Stories of a roster under a passphrase.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use contract::athlete::AddAthlete;
use contract::rescue::ShowWayOut;
use contract::roster::{OpenRoster, ReadJournal, RosterInfo};
use contract::safety::{MakeBackup, RestoreBackup};
use contract::{Call, Fault, FaultCode};
use tempfile::TempDir;
use uuid::Uuid;

use super::*;
use crate::keychain::tests::InMemory;
use crate::{Clock, Place};

const FIRST: &str = "harbour lantern seven oars";
const SECOND: &str = "nine quiet otters at noon";

/// A clock that only a story moves, in seconds; every identity is the next one.
#[derive(Debug, Default)]
struct Moved {
    passed: AtomicI64,
    ids: AtomicU64,
}

impl Clock for Moved {
    fn now(&self) -> DateTime<Utc> {
        testkit::clock::now() + TimeDelta::seconds(self.passed.load(Ordering::SeqCst))
    }

    fn id(&self) -> Uuid {
        testkit::id(1_000_000 + self.ids.fetch_add(1, Ordering::SeqCst))
    }

    fn zone(&self) -> chrono_tz::Tz {
        chrono_tz::UTC
    }
}

struct Scene {
    folder: TempDir,
    clock: Arc<Moved>,
    keychain: Arc<InMemory>,
    app: App,
}

impl Scene {
    async fn new() -> Scene {
        let folder = tempfile::tempdir().expect("a folder");
        let (clock, keychain) = (Arc::new(Moved::default()), Arc::new(InMemory::default()));
        let app = start(&folder, &clock, &keychain);
        app.open_usual().await.expect("a new roster");
        Scene { folder, clock, keychain, app }
    }

    async fn ask<C: Call>(&self, request: &C) -> Result<C::Reply, Fault> {
        let reply = crate::dispatch(&self.app, C::NAME, &serde_json::to_string(request).expect("JSON")).await?;
        Ok(serde_json::from_str(&reply).expect("the reply's shape"))
    }

    async fn set(&self, present: Option<&str>, passphrase: &str) -> Result<ProtectionView, Fault> {
        let present = present.map(secret);
        Ok(self.ask(&ProtectRoster { present, passphrase: secret(passphrase) }).await?.value)
    }

    async fn unlock(&self, passphrase: &str, keep: bool) -> Result<Done<RosterView>, Fault> {
        self.ask(&UnlockRoster { passphrase: secret(passphrase), keep }).await
    }

    async fn shown(&self) -> ProtectionView {
        self.ask(&ShowProtection {}).await.expect("shown")
    }

    /// The program ends and starts again.
    async fn restarted(self) -> (Scene, Result<(), AppFault>) {
        self.app.close().await;
        let app = start(&self.folder, &self.clock, &self.keychain);
        let opened = app.open_usual().await;
        (Scene { app, ..self }, opened)
    }
}

fn start(folder: &TempDir, clock: &Arc<Moved>, keychain: &Arc<InMemory>) -> App {
    App::guarded(Place::in_folder(folder.path()), clock.clone(), Guard::with(keychain.clone()))
}

fn secret(text: &str) -> Secret {
    Secret(text.to_owned())
}

fn code<T>(answer: &Result<T, Fault>) -> Option<FaultCode> {
    answer.as_ref().err().map(|fault| fault.code)
}

#[tokio::test]
async fn a_passphrase_is_set_asked_for_changed_and_taken_away() {
    let scene = Scene::new().await;
    let ada = AddAthlete { name: "Ada Fell".to_owned(), sex: None, born: None, zone: None, squad: None };
    scene.ask(&ada).await.expect("added");
    assert_eq!(scene.shown().await.protection, Protection::Open);
    assert_eq!(code(&scene.set(None, "too short").await), Some(FaultCode::BadValue));
    assert_eq!(scene.set(None, FIRST).await.expect("set").protection, Protection::Unlocked);
    assert_eq!(scene.ask(&RosterInfo {}).await.expect("open").athletes, 1, "it goes on at once");

    let (scene, opened) = scene.restarted().await;
    assert!(opened.expect_err("asks").needs_passphrase());
    assert_eq!(code(&scene.ask(&RosterInfo {}).await), Some(FaultCode::Locked));
    let view = scene.shown().await;
    assert_eq!((view.protection, view.name.as_str()), (Protection::Locked, "My club"));
    let refused = scene.unlock(SECOND, false).await.expect_err("another");
    assert_eq!(refused.code, FaultCode::BadValue);
    assert!(!refused.what.contains("damaged"), "{}", refused.what);
    assert_eq!(scene.unlock(FIRST, false).await.expect("opens").value.athletes, 1);

    assert_eq!(
        code(&scene.set(Some(SECOND), SECOND).await),
        Some(FaultCode::BadValue),
        "the one in force is asked for"
    );
    assert_eq!(code(&scene.set(None, SECOND).await), Some(FaultCode::BadValue));
    scene.set(Some(FIRST), SECOND).await.expect("changed");
    let (scene, _) = scene.restarted().await;
    assert_eq!(code(&scene.unlock(FIRST, false).await), Some(FaultCode::BadValue));
    scene.unlock(SECOND, false).await.expect("opens");

    assert_eq!(code(&scene.ask(&UnprotectRoster { present: secret(FIRST) }).await), Some(FaultCode::BadValue));
    let view = scene.ask(&UnprotectRoster { present: secret(SECOND) }).await.expect("taken away").value;
    assert_eq!(view.protection, Protection::Open);
    let (scene, opened) = scene.restarted().await;
    opened.expect("opens without");
    let journal = scene.ask(&ReadJournal { limit: 50 }).await.expect("read");
    let actions: Vec<_> = journal.iter().map(|line| line.action.as_str()).collect();
    for action in ["protect-roster", "change-passphrase", "unprotect-roster"] {
        assert!(actions.contains(&action), "{actions:?}");
    }
}

#[tokio::test]
async fn locking_closes_the_roster_and_says_so() {
    let scene = Scene::new().await;
    assert!(!scene.ask(&LockRoster {}).await.expect("asked"), "there is no lock without a passphrase");
    scene.set(None, FIRST).await.expect("set");
    let mut touched = scene.app.touched();
    assert!(scene.ask(&LockRoster {}).await.expect("locked"));
    assert_eq!(touched.recv().await.expect("told"), WHOLE[0]);
    assert_eq!(code(&scene.ask(&RosterInfo {}).await), Some(FaultCode::Locked));
    assert!(!scene.ask(&StillHere {}).await.expect("answered"), "nothing is open");
    assert!(scene.app.0.roster.read().await.is_none() && scene.app.0.key.lock().await.is_none());
    scene.unlock(FIRST, false).await.expect("opens");
}

#[tokio::test]
async fn it_is_locked_after_minutes_without_a_hand_on_it_but_not_in_the_middle_of_work() {
    let scene = Scene::new().await;
    scene.set(None, FIRST).await.expect("set");
    assert_eq!(scene.shown().await.idle_minutes, USUAL_IDLE);
    let too_long = scene.ask(&SetIdleLock { minutes: LONGEST_IDLE + 1 }).await;
    assert_eq!(code(&too_long), Some(FaultCode::BadValue));
    scene.ask(&SetIdleLock { minutes: 3 }).await.expect("set");
    let open = async || {
        tokio::time::sleep(Duration::from_millis(300)).await;
        scene.app.0.roster.read().await.is_some()
    };
    scene.clock.passed.store(170, Ordering::SeqCst);
    assert!(scene.ask(&StillHere {}).await.expect("answered") && open().await);
    scene.clock.passed.store(340, Ordering::SeqCst);
    assert!(open().await, "less than three minutes since the last hand");
    let task = domain::id::TaskId(testkit::id(7));
    let work = scene.app.begin(Some(task), contract::Work::Export, 1);
    scene.clock.passed.store(400, Ordering::SeqCst);
    assert!(open().await, "work is let finish");
    drop(work);
    assert!(!open().await);
    assert_eq!(code(&scene.ask(&RosterInfo {}).await), Some(FaultCode::Locked));
}

#[tokio::test]
async fn the_keychain_opens_it_only_on_request_and_follows_the_passphrase() {
    let scene = Scene::new().await;
    scene.set(None, FIRST).await.expect("set");
    assert!(scene.keychain.names().is_empty(), "nothing is kept unasked");
    let view = scene.ask(&KeepKey { keep: true }).await.expect("kept");
    assert!(view.in_keychain && view.no_keychain.is_none());
    let first = scene.keychain.names();
    let (scene, opened) = scene.restarted().await;
    opened.expect("opens by the keychain");
    scene.set(Some(FIRST), SECOND).await.expect("changed");
    let second = scene.keychain.names();
    assert!(second.len() == 1 && second != first, "the new key in the place of the old: {second:?}");
    let (scene, opened) = scene.restarted().await;
    opened.expect("opens by the new one");
    assert!(!scene.ask(&KeepKey { keep: false }).await.expect("forgotten").in_keychain);
    let (scene, opened) = scene.restarted().await;
    assert!(opened.expect_err("asks").needs_passphrase());
    scene.unlock(SECOND, true).await.expect("opens and keeps");
    assert_eq!(scene.keychain.names(), second);
    scene.ask(&UnprotectRoster { present: secret(SECOND) }).await.expect("taken away");
    assert!(scene.keychain.names().is_empty());
}

#[tokio::test]
async fn where_no_keychain_may_be_asked_it_is_said() {
    let scene = Scene::new().await;
    let app = App::new(Place::in_folder(scene.folder.path()), scene.clock.clone());
    let view = ShowProtection {}.answer(&app).await.expect("shown");
    assert!(view.no_keychain.expect("why").contains("keychain"));
}

#[tokio::test]
async fn copies_of_the_program_go_along_with_the_passphrase() {
    let scene = Scene::new().await;
    let roster = scene.app.roster().await.expect("open");
    let (path, backups) = (roster.path().to_owned(), scene.app.0.place.backups_of(roster.path()));
    let now = scene.clock.now();
    let kept = store::make_backup(&path, None, &backups, "asked", now).expect("a backup");
    drop(roster);
    let view = scene.set(None, FIRST).await.expect("set");
    assert_eq!(view.other_copies, Vec::<String>::new());
    assert!(store::is_protected(&kept.path).expect("looked"));
    // One that cannot be taken along is named.
    let odd = kept.path.with_file_name(kept.name().replace("asked", "daily"));
    let key = RosterKey::of(&kept.path, FIRST).expect("the key of the roster");
    store::rewrite_copy(&kept.path, Some(key), None).await.expect("in the clear");
    std::fs::rename(&kept.path, &odd).expect("moved");
    assert_eq!(scene.shown().await.other_copies, [odd.to_string_lossy().into_owned()]);
}

#[tokio::test]
async fn a_damaged_one_is_told_from_a_wrong_passphrase_and_its_backup_asks_for_the_same() {
    let scene = Scene::new().await;
    scene.set(None, FIRST).await.expect("set");
    let made = scene.ask(&MakeBackup { folder: None }).await.expect("made");
    let path = scene.ask(&RosterInfo {}).await.expect("open").path;
    let (scene, _) = {
        scene.app.close().await;
        let mut bytes = std::fs::read(&path).expect("reads");
        bytes[100] ^= 1;
        std::fs::write(&path, bytes).expect("written");
        scene.restarted().await
    };
    assert_eq!(code(&scene.unlock(SECOND, false).await), Some(FaultCode::BadValue), "it still waits");
    assert_eq!(
        code(&scene.unlock(FIRST, false).await),
        Some(FaultCode::RosterUnreadable),
        "the right one, and damaged"
    );
    assert_eq!(code(&scene.ask(&RosterInfo {}).await), Some(FaultCode::Unopened));
    assert!(scene.ask(&ShowWayOut {}).await.expect("shown").protected);
    let restore =
        |passphrase: Option<&str>| RestoreBackup { name: made.backup.name.clone(), passphrase: passphrase.map(secret) };
    assert_eq!(code(&scene.ask(&restore(None)).await), Some(FaultCode::Locked), "nobody restores it without");
    assert_eq!(code(&scene.ask(&restore(Some(SECOND))).await), Some(FaultCode::BadValue));
    scene.ask(&restore(Some(FIRST))).await.expect("restored, and open at once");
    assert_eq!(scene.shown().await.protection, Protection::Unlocked);
    // While it is open its key is known; it is open again afterwards.
    scene.ask(&restore(None)).await.expect("restored again");
    assert_eq!(scene.shown().await.protection, Protection::Unlocked);
}

#[tokio::test]
async fn another_protected_roster_is_asked_for_and_the_first_is_left() {
    let scene = Scene::new().await;
    scene.set(None, FIRST).await.expect("set");
    let first = scene.ask(&RosterInfo {}).await.expect("open").path;
    let other =
        contract::roster::CreateRoster { path: scene.folder.path().join("other").to_string_lossy().into_owned() };
    let other = scene.ask(&other).await.expect("made").value.path;
    let asked = scene.ask(&OpenRoster { path: first }).await;
    assert_eq!(code(&asked), Some(FaultCode::Locked));
    assert_eq!(code(&scene.ask(&RosterInfo {}).await), Some(FaultCode::Locked), "the other one is closed");
    scene.unlock(FIRST, false).await.expect("opens");
    let back = scene.ask(&OpenRoster { path: other }).await.expect("opens").value;
    assert_eq!(back.name, "other");
}
