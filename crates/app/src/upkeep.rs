//! What the program does for a roster by itself while it is open: the check of the file, a backup a day, and one after a
//! large import. Only a program that stays open does so; a command that answers and ends leaves it alone.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use store::Roster;
use tokio::task::AbortHandle;

use crate::safety::{CHECKED, keep, off};
use crate::{App, AppFault};

/// The whole file is checked when the last check is older than this, or the last program did not end
/// in order, or something else changed the file.
const CHECK_AFTER: chrono::Duration = chrono::Duration::days(7);
/// How often a program that stays open looks whether a day began.
const LOOK_AGAIN: std::time::Duration = std::time::Duration::from_secs(3600);
/// An import of so many files is worth a backup of its own.
const LARGE_IMPORT: usize = 50;

/// The upkeep of one program.
#[derive(Default)]
pub(crate) struct Upkeep {
    on: AtomicBool,
    /// One at a time.
    turn: tokio::sync::Mutex<()>,
    watching: Mutex<Option<AbortHandle>>,
    found: Mutex<Found>,
}

#[derive(Default)]
struct Found {
    findings: Vec<String>,
    trouble: Option<String>,
}

impl Upkeep {
    fn with<T>(&self, look: impl FnOnce(&mut Found) -> T) -> T {
        // Whole after every step, so a panic elsewhere leaves nothing broken in it.
        look(&mut self.found.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// What the quick check found in the open roster.
    pub(crate) fn findings(&self) -> Vec<String> {
        self.with(|found| found.findings.clone())
    }

    fn watch(&self, next: Option<AbortHandle>) {
        let mut now = self.watching.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(before) = std::mem::replace(&mut *now, next) {
            before.abort();
        }
    }

    /// Why the last upkeep could not be done.
    pub(crate) fn trouble(&self) -> Option<String> {
        self.with(|found| found.trouble.clone())
    }
}

impl App {
    /// This program stays open: it looks after the rosters it opens.
    pub fn look_after(&self) {
        self.0.upkeep.on.store(true, Ordering::Relaxed);
    }
}

/// What was found in the roster before is not said of the one that opens now.
pub(crate) fn forget(app: &App) {
    app.0.upkeep.watch(None);
    app.0.upkeep.with(|found| *found = Found::default());
}

/// Begins the upkeep of a roster that was opened, and goes on with it day by day.
pub(crate) fn begin(app: &App, roster: &Roster) {
    if !app.0.upkeep.on.load(Ordering::Relaxed) {
        return;
    }
    quietly(app, roster, Occasion::Opened);
    // Neither the program nor the roster's key is kept alive by what only waits for tomorrow.
    let app_then = Arc::downgrade(&app.0);
    let daily = tokio::spawn(async move {
        loop {
            tokio::time::sleep(LOOK_AGAIN).await;
            let Some(app) = app_then.upgrade().map(App) else { return };
            let Some(roster) = app.0.roster.read().await.clone() else { return };
            quietly(&app, &roster, Occasion::StillOpen);
        }
    });
    app.0.upkeep.watch(Some(daily.abort_handle()));
}

/// Whether an import of so many files or activities is a large one.
pub(crate) const fn is_large(count: usize) -> bool {
    count >= LARGE_IMPORT
}

/// A large import is worth a backup of its own.
pub(crate) fn after_import(app: &App, roster: &Roster, files: usize) {
    if is_large(files) {
        quietly(app, roster, Occasion::Import);
    }
}

fn quietly(app: &App, roster: &Roster, occasion: Occasion) {
    if !app.0.upkeep.on.load(Ordering::Relaxed) {
        return;
    }
    let (app, roster) = (app.clone(), roster.clone());
    let locale = app.locale();
    tokio::spawn(async move {
        let _turn = app.0.upkeep.turn.lock().await;
        // Nobody waits for an answer: it is said where backups are shown.
        let trouble = look_after(&app, &roster, occasion).await.err().map(|fault| {
            let told = locale.during(|| fault.told("upkeep", &app.0.clock.id()));
            format!("{} {}", told.what, told.next)
        });
        app.0.upkeep.with(|found| found.trouble = trouble);
    });
}

/// What is to be done now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Occasion {
    /// The roster was opened.
    Opened,
    /// It is still open, perhaps on another day.
    StillOpen,
    /// Much was imported.
    Import,
}

async fn look_after(app: &App, roster: &Roster, occasion: Occasion) -> Result<(), AppFault> {
    if !app.is_open(roster).await {
        return Ok(());
    }
    let now = app.0.clock.now();
    let folder = app.backups_of(roster);
    let listed = folder.clone();
    let backups = off(move || store::list_backups(&listed)).await?;
    let today = backups.iter().any(|kept| kept.at.date_naive() == now.date_naive() && kept.reason != "by-hand");
    if occasion == Occasion::StillOpen && today {
        return Ok(());
    }
    if occasion != Occasion::Import && !is_sound(app, roster, occasion).await? {
        // A damaged roster must not push out a good backup.
        return Ok(());
    }
    if occasion == Occasion::Opened && today {
        return Ok(());
    }
    let reason = if occasion == Occasion::Import { "import" } else { "daily" };
    let made = app.back_up(roster, folder.clone(), reason).await?;
    let keep = keep(roster).await?;
    let gone = off(move || store::prune_backups(&folder, keep, &made.path)).await?;
    if !gone.is_empty() {
        tracing::info!(count = gone.len(), "backups gave way to newer ones");
    }
    Ok(())
}

/// Looks at the file, wholly when that is due, and keeps what was found for the screens.
async fn is_sound(app: &App, roster: &Roster, occasion: Occasion) -> Result<bool, AppFault> {
    let last = roster.journal_of(CHECKED, None, 1).await?.first().map(|line| line.at);
    let doubtful = occasion == Occasion::Opened && (roster.was_cut() || roster.was_changed());
    let due = doubtful || last.is_none_or(|last| app.0.clock.now() - last > CHECK_AFTER);
    let findings = if due && !roster.is_read_only() {
        app.check_whole(roster).await?.findings
    } else {
        let (path, key) = (roster.path().to_owned(), roster.key().cloned());
        off(move || store::check(&path, key.as_ref(), false)).await?
    };
    let sound = findings.is_empty();
    app.0.upkeep.with(|found| found.findings = findings);
    Ok(sound)
}
