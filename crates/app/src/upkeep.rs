//! What the program does for a roster by itself while it is open: the check of the file, a backup a day, and one after a
//! large import. Only a program that stays open does so; a command that answers and ends leaves it alone.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use store::Roster;

use crate::safety::{CHECKED, keep, off};
use crate::{App, AppFault};

/// The whole file is checked when the last check is older than this, or the last program did not end in order.
const CHECK_AFTER: chrono::Duration = chrono::Duration::days(7);
/// An import of so many files is worth a backup of its own.
const LARGE_IMPORT: usize = 50;

/// The upkeep of one program.
#[derive(Default)]
pub(crate) struct Upkeep {
    on: AtomicBool,
    /// One at a time.
    turn: tokio::sync::Mutex<()>,
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
    app.0.upkeep.with(|found| *found = Found::default());
}

/// Begins the upkeep of a roster that was opened.
pub(crate) fn begin(app: &App, roster: &Roster) {
    quietly(app, roster, "daily");
}

/// Whether an import of so many files or activities is a large one.
pub(crate) const fn is_large(count: usize) -> bool {
    count >= LARGE_IMPORT
}

/// A large import is worth a backup of its own.
pub(crate) fn after_import(app: &App, roster: &Roster, files: usize) {
    if is_large(files) {
        quietly(app, roster, "import");
    }
}

fn quietly(app: &App, roster: &Roster, reason: &'static str) {
    if !app.0.upkeep.on.load(Ordering::Relaxed) {
        return;
    }
    let (app, roster) = (app.clone(), roster.clone());
    let locale = app.locale();
    tokio::spawn(async move {
        let _turn = app.0.upkeep.turn.lock().await;
        if let Err(fault) = look_after(&app, &roster, reason).await {
            // Nobody waits for an answer: it is said where backups are shown.
            let told = locale.during(|| fault.told("upkeep", &app.0.clock.id()));
            app.0.upkeep.with(|found| found.trouble = Some(format!("{} {}", told.what, told.next)));
        }
    });
}

async fn look_after(app: &App, roster: &Roster, reason: &'static str) -> Result<(), AppFault> {
    if !app.is_open(roster).await {
        return Ok(());
    }
    let now = app.0.clock.now();
    if reason == "daily" {
        let last = roster.journal_of(CHECKED, None, 1).await?.first().map(|line| line.at);
        let due = roster.was_cut() || last.is_none_or(|last| now - last > CHECK_AFTER);
        let (path, key) = (roster.path().to_owned(), roster.key().cloned());
        let findings = if due && !roster.is_read_only() {
            app.check_whole(roster).await?.findings
        } else {
            off(move || store::check(&path, key.as_ref(), false)).await?
        };
        let sound = findings.is_empty();
        app.0.upkeep.with(|found| found.findings = findings);
        if !sound {
            // A damaged roster must not push out a good backup.
            return Ok(());
        }
    }
    let folder = app.backups_of(roster);
    let listed = folder.clone();
    let backups = off(move || store::list_backups(&listed)).await?;
    let today = backups.iter().any(|kept| kept.at.date_naive() == now.date_naive() && kept.reason != "by-hand");
    if reason == "daily" && today {
        return Ok(());
    }
    app.back_up(roster, folder.clone(), reason).await?;
    let keep = keep(roster).await?;
    let gone = off(move || store::prune_backups(&folder, keep)).await?;
    if !gone.is_empty() {
        tracing::info!(count = gone.len(), "backups gave way to newer ones");
    }
    Ok(())
}
