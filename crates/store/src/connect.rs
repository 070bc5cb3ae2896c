//! How SQLite is asked to open a roster's file: to write, to look, or as a file that nobody changes.

use std::path::Path;
use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous};

use crate::open::APPLICATION_ID;
use crate::protect::{RosterKey, keyed};

/// How long a write waits for another program's.
pub(crate) const PATIENCE: Duration = Duration::from_secs(10);
/// How long a write waits for this program's own (a long import commits file by file).
const TURN: Duration = Duration::from_secs(120);

/// To read and write, as every connection of an open roster does.
pub(crate) fn options(path: &Path, key: Option<&RosterKey>) -> SqliteConnectOptions {
    keyed(SqliteConnectOptions::new(), key)
        .filename(path)
        .journal_mode(SqliteJournalMode::Wal)
        // What was acknowledged is on the disk, also after a power cut: each commit waits for it. docs/never-lose.md has
        // what that costs.
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(PATIENCE)
        // A list of half a year fits: the two threads need not wait for each other at every few rows.
        .row_buffer_size(1024)
        // Without this, REPLACE would get past the append-only triggers.
        .pragma("recursive_triggers", "ON")
        // Kilobytes of pages each connection keeps: what a club's lists ask for stays in memory.
        .pragma("cache_size", "-16000")
        // Pages until the log is folded in, 16 MB: a large import waits for the disk less often.
        .pragma("wal_autocheckpoint", "4000")
}

/// A new file of ours, in the clear.
pub(crate) fn marked(path: &Path) -> SqliteConnectOptions {
    options(path, None).pragma("application_id", APPLICATION_ID.to_string())
}

/// A pool that connects when it is first asked.
pub(crate) fn pool(options: SqliteConnectOptions, connections: u32) -> SqlitePool {
    SqlitePoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(TURN)
        .idle_timeout(None)
        .max_lifetime(None)
        .test_before_acquire(false)
        .connect_lazy_with(options)
}

/// For a look at a file that stays as it is: a copy that is not in WAL mode is not put into it.
pub(crate) fn looking(path: &Path, key: Option<&RosterKey>) -> SqliteConnectOptions {
    keyed(SqliteConnectOptions::new(), key).filename(path).read_only(true).busy_timeout(PATIENCE)
}

/// A file that nobody changes while it is open: neither locks nor files beside it.
pub(crate) fn still(path: &Path, key: Option<&RosterKey>) -> SqliteConnectOptions {
    keyed(SqliteConnectOptions::new(), key).filename(path).read_only(true).immutable(true)
}
