//! A roster under a passphrase: opening and locking it, and putting it under a passphrase, another one, or none.
//!
//! The passphrase lives as long as the call that brings it. The key lives in the open roster and nowhere else, unless a
//! person asks for it to be kept in the system's keychain. docs/at-rest.md says what that is worth.

mod guard;
#[cfg(test)]
mod tests;

use std::path::Path;

use contract::keyring::Secret;
use contract::protect::{
    KeepKey, LockRoster, ProtectRoster, Protection, ProtectionView, SetIdleLock, ShowProtection, StillHere,
    UnlockRoster, UnprotectRoster,
};
use contract::roster::RosterView;
use contract::{Done, Topic, Touched};
use exchange::sealed::{MIN_PASSPHRASE, SealedFault};
use serde_json::json;
use store::{Roster, RosterKey, StoreFault};
use zeroize::Zeroizing;

pub(crate) use guard::Guard;

use crate::{Answer, App, AppFault, CLOSING};

/// Where a roster says after how many minutes it is locked.
const IDLE: &str = "idle-minutes";
/// Where it does not say.
const USUAL_IDLE: u32 = 10;
/// A day; longer would be never.
const LONGEST_IDLE: u32 = 24 * 60;

const WHOLE: [Touched; 1] = [Touched { athlete: None, topic: Topic::Roster }];

impl App {
    /// Opens a roster file. A protected one opens by the key that is in force here or in the keychain; without one it waits
    /// for its passphrase, which is a fault that says so.
    pub(crate) async fn open_file(&self, path: &Path) -> Result<Roster, AppFault> {
        let now = self.0.clock.now();
        if let Some(key) = self.open_here(path).await {
            return Ok(Roster::open_with(path, Some(key), now).await?);
        }
        if let Err(fault) = store::tidy(path).await {
            // Opening says what is wrong with the place; what is left there is looked for again the next time.
            tracing::warn!(%fault, "what a killed program left beside the roster could not be removed");
        }
        match Roster::open(path, now).await {
            Err(StoreFault::NeedsPassphrase { .. }) => match self.kept_key(path).await? {
                Some(key) => Ok(Roster::open_with(path, Some(key), now).await?),
                None => {
                    self.0.unopened.set(None);
                    self.0.guard.wait(Some(path.to_owned()));
                    Err(StoreFault::NeedsPassphrase { path: path.to_owned() }.into())
                }
            },
            opened => Ok(opened?),
        }
    }

    /// The key of a protected roster that is open here already, perhaps by another name.
    async fn open_here(&self, path: &Path) -> Option<RosterKey> {
        let open = self.0.roster.read().await;
        let open = open.as_ref()?;
        let (one, other) = (std::fs::canonicalize(path).ok()?, std::fs::canonicalize(open.path()).ok()?);
        open.key().filter(|_| one == other).cloned()
    }

    /// What the keychain has for a file. A keychain that does not answer, or has the key of an earlier passphrase, has none.
    async fn kept_key(&self, path: &Path) -> Result<Option<RosterKey>, AppFault> {
        let (keychain, path) = (self.0.guard.keychain(), path.to_owned());
        blocking(move || {
            let name = store::key_name(&path)?;
            match keychain.get(&name) {
                Ok(Some(bytes)) => match RosterKey::kept(&path, &bytes) {
                    Err(StoreFault::WrongPassphrase { .. }) => Ok(None),
                    other => Ok(Some(other?)),
                },
                Ok(None) => Ok(None),
                Err(error) => {
                    tracing::info!(%error, "the keychain was not asked for the roster's key");
                    Ok(None)
                }
            }
        })
        .await
    }

    /// Opens the roster that waits for its passphrase; there must be one.
    async fn unlock(&self, passphrase: &Zeroizing<String>) -> Result<(), AppFault> {
        // One at a time: trying is slow on purpose, and stays so.
        let _turn = self.0.guard.turn().await;
        let path = self.0.guard.waiting().ok_or(AppFault::NoRoster)?;
        let (of, passphrase) = (path.clone(), passphrase.clone());
        let key = blocking(move || Ok(RosterKey::of(&of, &passphrase)?)).await?;
        let opened = match Roster::open_with(&path, Some(key), self.0.clock.now()).await {
            Ok(roster) => self.put(roster).await,
            Err(fault) => Err(fault.into()),
        };
        if let Err(fault) = &opened {
            // The passphrase is right; that is not what is in the way.
            self.did_not_open(&path, fault).await;
        }
        opened
    }

    /// Closes a protected roster, forgets its key, and waits for the passphrase. Whether there was one to lock.
    async fn lock(&self) -> bool {
        let _turn = self.0.guard.turn().await;
        let mut open = self.0.roster.write().await;
        let Some(roster) = open.take_if(|roster| roster.key().is_some()) else { return false };
        self.0.guard.wait(Some(roster.path().to_owned()));
        drop(open);
        self.quiet();
        self.leave_seat().await;
        if tokio::time::timeout(CLOSING, roster.close()).await.is_err() {
            tracing::warn!("the roster was still busy when it was locked; it closes with what was under way");
        }
        // One's own keys are read anew as well.
        *self.0.key.lock().await = None;
        self.tell(&WHOLE);
        true
    }

    /// Closes the open roster for another one that waits for its passphrase.
    pub(crate) async fn leave(&self) {
        self.quiet();
        self.leave_seat().await;
        let left = self.0.roster.write().await.take();
        if let Some(roster) = left
            && tokio::time::timeout(CLOSING, roster.close()).await.is_err()
        {
            tracing::warn!("the roster was still busy when another was opened; it closes with what was under way");
        }
        self.tell(&WHOLE);
    }

    /// Ends what works on the open roster by itself.
    pub(crate) fn quiet(&self) {
        self.0.guard.rest();
        self.0.importing.watch.stop();
        self.0.recomputing.stop(self);
    }

    /// What a roster that was just opened means for the lock.
    pub(crate) async fn guard(&self, roster: &Roster) -> Result<(), AppFault> {
        self.0.guard.wait(None);
        self.0.unopened.set(None);
        self.0.guard.seen(self.0.clock.now());
        if roster.key().is_some() {
            self.0.guard.watch(self, idle(roster).await?);
        } else {
            self.0.guard.rest();
        }
        Ok(())
    }

    /// What is said while no roster is open.
    pub(crate) fn none_open(&self) -> AppFault {
        match (self.0.guard.waiting(), self.0.unopened.get()) {
            (Some(path), _) => StoreFault::NeedsPassphrase { path }.into(),
            (None, Some((path, _))) => AppFault::Unopened { path },
            (None, None) => AppFault::NoRoster,
        }
    }

    /// Writes the open roster anew under another key, or none, and opens it again; on a fault it opens as it was.
    async fn rekey(&self, to: Option<RosterKey>, action: &'static str) -> Result<(), AppFault> {
        if self.0.tasks.any() {
            return Err(AppFault::WorkRuns);
        }
        let mut open = self.0.roster.write().await;
        let roster = open.take().ok_or_else(|| self.none_open())?;
        let (path, from) = (roster.path().to_owned(), roster.key().cloned());
        self.quiet();
        self.leave_seat().await;
        roster.close().await;
        let written = store::rewrite(&path, from.clone(), to.clone()).await;
        let key = if written.is_ok() { to.clone() } else { from.clone() };
        if key.is_some() {
            // If it does not open again, it waits for its passphrase; what opens takes this back.
            self.0.guard.wait(Some(path.clone()));
        }
        let roster = Roster::open_with(&path, key, self.0.clock.now()).await?;
        drop(open);
        self.put(roster.clone()).await?;
        written?;
        let write = roster.write().await?;
        write.commit(self.entry(action, None, None, json!(null))).await?;
        for copy in self.copies_of(&path)? {
            // The view names what is left; it can be tried again by setting the passphrase once more.
            if let Err(fault) = store::rewrite_copy(&copy, from.clone(), to.clone()).await {
                tracing::warn!(%fault, "a copy of the roster keeps its old protection");
            }
        }
        self.move_kept_key(from, to).await
    }

    /// In the keychain, the new key takes the place of the old one if that was there.
    async fn move_kept_key(&self, from: Option<RosterKey>, to: Option<RosterKey>) -> Result<(), AppFault> {
        let (keychain, Some(from)) = (self.0.guard.keychain(), from) else { return Ok(()) };
        blocking(move || {
            // A keychain that does not answer holds nothing that would open the roster any more.
            if !matches!(keychain.get(&from.name()), Ok(Some(_))) {
                return Ok(());
            }
            let moved = keychain.remove(&from.name()).and_then(|()| match &to {
                Some(to) => keychain.set(&to.name(), to.bytes()),
                None => Ok(()),
            });
            moved.map_err(|source| AppFault::Keychain { source })
        })
        .await
    }

    /// Copies the program made of a roster: before other versions of it, and backups.
    fn copies_of(&self, path: &Path) -> Result<Vec<std::path::PathBuf>, AppFault> {
        let copies = store::copies(path, &self.0.place.backups_of(path))?;
        Ok(copies.into_iter().map(|copy| copy.path).collect())
    }

    async fn protection(&self) -> Result<ProtectionView, AppFault> {
        let keychain = self.0.guard.keychain();
        let open = self.0.roster.read().await.clone();
        let Some(roster) = open else {
            let waiting = self.0.guard.waiting();
            let no_keychain = blocking(move || Ok(keychain.get(IDLE).err())).await?.map(|error| error.to_string());
            let protection = if waiting.is_some() { Protection::Locked } else { Protection::NoRoster };
            return Ok(view(protection, waiting.as_deref(), no_keychain));
        };
        let key = roster.key().cloned();
        let name = key.as_ref().map_or_else(|| IDLE.to_owned(), RosterKey::name);
        let asked = blocking(move || Ok(keychain.get(&name))).await?;
        let protection = if key.is_some() { Protection::Unlocked } else { Protection::Open };
        let mut other_copies = Vec::new();
        for copy in self.copies_of(roster.path())? {
            if !store::opens_alike(&copy, key.as_ref())? {
                other_copies.push(copy.to_string_lossy().into_owned());
            }
        }
        Ok(ProtectionView {
            in_keychain: key.is_some() && matches!(&asked, Ok(Some(_))),
            idle_minutes: idle(&roster).await?,
            other_copies,
            ..view(protection, Some(roster.path()), asked.err().map(|error| error.to_string()))
        })
    }

    /// The open roster's key, if a passphrase is that of it.
    async fn proven(&self, roster: &Roster, present: Option<Secret>) -> Result<(), AppFault> {
        let Some(key) = roster.key().cloned() else { return Ok(()) };
        let path = roster.path().to_owned();
        blocking(move || {
            let present = present.map(|present| Zeroizing::new(present.0));
            match present.is_some_and(|present| key.fits(&present)) {
                true => Ok(()),
                false => Err(StoreFault::WrongPassphrase { path }.into()),
            }
        })
        .await
    }
}

fn view(protection: Protection, path: Option<&Path>, no_keychain: Option<String>) -> ProtectionView {
    let name = path.and_then(Path::file_stem).unwrap_or_default().to_string_lossy().into_owned();
    ProtectionView {
        protection,
        path: path.map(|path| path.to_string_lossy().into_owned()).unwrap_or_default(),
        name,
        in_keychain: false,
        no_keychain,
        idle_minutes: 0,
        least: u32::try_from(MIN_PASSPHRASE).unwrap_or(u32::MAX),
        other_copies: Vec::new(),
    }
}

/// Minutes until a roster is locked by itself, as it says.
async fn idle(roster: &Roster) -> Result<u32, AppFault> {
    Ok(roster.meta(IDLE).await?.and_then(|minutes| minutes.parse().ok()).unwrap_or(USUAL_IDLE))
}

impl Answer for ShowProtection {
    async fn answer(self, app: &App) -> Result<ProtectionView, AppFault> {
        app.protection().await
    }
}

impl Answer for UnlockRoster {
    async fn answer(self, app: &App) -> Result<Done<RosterView>, AppFault> {
        app.unlock(&Zeroizing::new(self.passphrase.0)).await?;
        app.0.place.remember_roster(app.roster().await?.path());
        // It is open, also where the keychain then refuses to keep its key.
        app.tell(&WHOLE);
        if self.keep {
            KeepKey { keep: true }.answer(app).await?;
        }
        Ok(app.done(app.view().await?, WHOLE.to_vec()))
    }
}

impl Answer for LockRoster {
    async fn answer(self, app: &App) -> Result<bool, AppFault> {
        Ok(app.lock().await)
    }
}

impl Answer for StillHere {
    async fn answer(self, app: &App) -> Result<bool, AppFault> {
        app.0.guard.seen(app.0.clock.now());
        Ok(app.0.roster.read().await.is_some())
    }
}

impl Answer for ProtectRoster {
    async fn answer(self, app: &App) -> Result<Done<ProtectionView>, AppFault> {
        let _turn = app.0.guard.turn().await;
        let passphrase = Zeroizing::new(self.passphrase.0);
        if passphrase.chars().count() < MIN_PASSPHRASE {
            return Err(SealedFault::ShortPassphrase { least: MIN_PASSPHRASE }.into());
        }
        let roster = app.roster().await?;
        app.proven(&roster, self.present).await?;
        let action = if roster.key().is_some() { "change-passphrase" } else { "protect-roster" };
        drop(roster);
        let key = blocking(move || {
            let mut salt = [0; 12];
            getrandom::fill(&mut salt).map_err(|source| AppFault::NoRandomness { source })?;
            Ok(RosterKey::new(&passphrase, salt))
        })
        .await?;
        app.rekey(Some(key), action).await?;
        Ok(app.done(app.protection().await?, WHOLE.to_vec()))
    }
}

impl Answer for UnprotectRoster {
    async fn answer(self, app: &App) -> Result<Done<ProtectionView>, AppFault> {
        let _turn = app.0.guard.turn().await;
        let roster = app.roster().await?;
        app.proven(&roster, Some(self.present)).await?;
        if roster.key().is_some() {
            drop(roster);
            app.rekey(None, "unprotect-roster").await?;
        }
        Ok(app.done(app.protection().await?, WHOLE.to_vec()))
    }
}

impl Answer for KeepKey {
    async fn answer(self, app: &App) -> Result<ProtectionView, AppFault> {
        let keychain = app.0.guard.keychain();
        if let Some(key) = app.roster().await?.key().cloned() {
            blocking(move || {
                let name = key.name();
                let done = if self.keep { keychain.set(&name, key.bytes()) } else { keychain.remove(&name) };
                done.map_err(|source| AppFault::Keychain { source })
            })
            .await?;
        }
        app.protection().await
    }
}

impl Answer for SetIdleLock {
    async fn answer(self, app: &App) -> Result<Done<ProtectionView>, AppFault> {
        let (value, high) = (f64::from(self.minutes), f64::from(LONGEST_IDLE));
        if self.minutes > LONGEST_IDLE {
            return Err(AppFault::OutOfRange { what: "idle-minutes", value, low: 0.0, high });
        }
        let roster = app.roster().await?;
        let before = json!({ "minutes": idle(&roster).await? });
        let mut write = roster.write().await?;
        write.set_meta(IDLE, &self.minutes.to_string()).await?;
        write.commit(app.entry("set-idle-lock", None, Some(self.minutes.to_string()), before)).await?;
        app.guard(&roster).await?;
        Ok(app.done(app.protection().await?, vec![]))
    }
}

/// Work that takes its time, or asks the system, away from the threads that answer.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, AppFault> + Send + 'static,
) -> Result<T, AppFault> {
    tokio::task::spawn_blocking(work).await.map_err(|source| AppFault::Panicked { said: source.to_string() })?
}
