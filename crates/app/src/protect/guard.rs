//! What stands between a protected roster and whoever sits down at the computer next.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::MutexGuard;
use tokio::task::AbortHandle;

use crate::keychain::{Keychain, OfSystem, OutOfBounds};
use crate::{App, Inner, Place};

/// How often the time is looked at.
const LOOK: Duration = if cfg!(test) { Duration::from_millis(50) } else { Duration::from_secs(5) };

/// Which roster waits for its passphrase, when somebody was last here, and where keys may be kept.
pub(crate) struct Guard {
    keychain: Arc<dyn Keychain>,
    waiting: Mutex<Option<PathBuf>>,
    seen: Mutex<DateTime<Utc>>,
    watching: Mutex<Option<AbortHandle>>,
    turn: tokio::sync::Mutex<()>,
    never: AtomicBool,
}

impl Guard {
    pub(crate) fn new(place: &Place) -> Guard {
        Guard::with(if place.keychain { Arc::new(OfSystem) } else { Arc::new(OutOfBounds) })
    }

    pub(crate) fn with(keychain: Arc<dyn Keychain>) -> Guard {
        Guard {
            keychain,
            waiting: Mutex::default(),
            seen: Mutex::default(),
            watching: Mutex::default(),
            turn: tokio::sync::Mutex::default(),
            never: AtomicBool::default(),
        }
    }

    pub(super) fn keychain(&self) -> Arc<dyn Keychain> {
        Arc::clone(&self.keychain)
    }

    /// One at a time opens, locks or changes the key.
    pub(super) async fn turn(&self) -> MutexGuard<'_, ()> {
        self.turn.lock().await
    }

    /// The roster that waits for its passphrase.
    pub(crate) fn waiting(&self) -> Option<PathBuf> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn wait(&self, path: Option<PathBuf>) {
        *self.waiting.lock().unwrap_or_else(PoisonError::into_inner) = path;
    }

    /// Somebody is here.
    pub(super) fn seen(&self, now: DateTime<Utc>) {
        *self.seen.lock().unwrap_or_else(PoisonError::into_inner) = now;
    }

    /// How long nobody was here. A clock that was set back begins anew.
    fn alone_for(&self, now: DateTime<Utc>) -> TimeDelta {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if now < *seen {
            *seen = now;
        }
        now - *seen
    }

    /// Nothing is open that would have to be locked.
    pub(crate) fn rest(&self) {
        self.look_on(None);
    }

    fn look_on(&self, watching: Option<AbortHandle>) {
        let mut now = self.watching.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(before) = std::mem::replace(&mut *now, watching) {
            before.abort();
        }
    }

    /// Locks the open roster when nobody was here for so many minutes. Long work is let finish first.
    pub(super) fn watch(&self, app: &App, minutes: u32) {
        if minutes == 0 || self.never.load(Ordering::Relaxed) {
            self.rest();
            return;
        }
        // Not the program itself: a watch must not keep it alive.
        let app = Arc::downgrade(&app.0);
        let task = tokio::spawn(until_alone(app, TimeDelta::minutes(i64::from(minutes))));
        self.look_on(Some(task.abort_handle()));
    }
}

impl App {
    /// This program answers one question and ends: nobody is expected to sit before it.
    pub fn never_lock(&self) {
        self.0.guard.never.store(true, Ordering::Relaxed);
        self.0.guard.rest();
    }
}

async fn until_alone(app: Weak<Inner>, limit: TimeDelta) {
    loop {
        tokio::time::sleep(LOOK).await;
        let Some(app) = app.upgrade().map(App) else { return };
        if app.0.guard.alone_for(app.0.clock.now()) >= limit && !app.0.tasks.any() {
            // In a task of its own: locking ends this one.
            tokio::spawn(async move { app.lock().await });
            return;
        }
    }
}
