//! A copy of a roster while it is in use, through SQLite's online backup.

use std::path::Path;
use std::time::Duration;

use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags};

use crate::fault::StoreFault;
use crate::snapshot::beside;

/// Pages copied before others get their turn.
const PAGES: i32 = 1024;
const PAUSE: Duration = Duration::from_millis(5);

/// Copies the roster at `from` to the new file `to`, whole and consistent, also while others write. Blocks.
///
/// # Errors
/// [`StoreFault::AlreadyExists`] when `to` is there, [`StoreFault::Missing`] when `from` is not, [`StoreFault::Io`] or
/// [`StoreFault::Backup`] when the copy fails; a half-made copy is never left under the name `to`.
pub fn backup(from: &Path, to: &Path) -> Result<(), StoreFault> {
    if !from.is_file() {
        return Err(StoreFault::Missing { path: from.to_owned() });
    }
    if to.exists() {
        return Err(StoreFault::AlreadyExists { path: to.to_owned() });
    }
    let part = beside(to, "part");
    if part.exists() {
        std::fs::remove_file(&part).map_err(StoreFault::io(&part))?;
    }
    let copied = copy(from, &part);
    if copied.is_err() {
        // The copy is of no use; that it could not be made is what matters.
        let _ = std::fs::remove_file(&part);
    }
    copied?;
    std::fs::rename(&part, to).map_err(StoreFault::io(to))
}

fn copy(from: &Path, part: &Path) -> Result<(), StoreFault> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let source = Connection::open_with_flags(from, flags)?;
    let mut target = Connection::open(part)?;
    Backup::new(&source, &mut target)?.run_to_completion(PAGES, PAUSE, None)?;
    // The copy is one file: nothing waits in a write-ahead log beside it.
    target.pragma_update(None, "journal_mode", "delete")?;
    target.close().map_err(|(_, error)| error)?;
    std::fs::File::open(part).and_then(|file| file.sync_all()).map_err(StoreFault::io(part))
}
