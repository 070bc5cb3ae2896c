//! The roster as files: the database, what SQLite keeps beside it, and the folder around them.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use crate::fault::StoreFault;
use crate::kept::free_name;

/// Whether the file itself is marked read-only.
pub(crate) fn locked_away(path: &Path) -> bool {
    std::fs::metadata(path).is_ok_and(|found| found.permissions().readonly())
}

/// Whether commits wait in the write-ahead log beside the file.
pub(crate) fn log_waits(path: &Path) -> bool {
    std::fs::metadata(suffixed(path, "-wal")).is_ok_and(|log| log.len() > 0)
}

/// A new empty file; on Unix only its owner may read it, for what athletes confide is in it.
pub(crate) fn private_file(path: &Path) -> std::io::Result<()> {
    let mut new = std::fs::OpenOptions::new();
    new.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut new, 0o600);
    new.open(path).map(drop)
}

/// The folder a file is in, also of a name alone.
pub(crate) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."))
}

/// Waits until a file is on the disk. Not by `File::open`: on Windows only a handle that may write can be synced.
pub(crate) fn settle_file(path: &Path) -> Result<(), StoreFault> {
    let file = std::fs::File::options().write(true).open(path);
    file.and_then(|file| file.sync_all()).map_err(StoreFault::io(path))
}

/// A rename lasts through a power cut only once the folder is on the disk.
pub(crate) fn settle_folder(path: &Path) -> Result<(), StoreFault> {
    #[cfg(unix)]
    std::fs::File::open(folder_of(path)).and_then(|folder| folder.sync_all()).map_err(StoreFault::io(path))?;
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

/// Removes a database with what SQLite keeps beside it.
pub(crate) fn remove_database(path: &Path) -> Result<(), StoreFault> {
    for file in [path.to_owned(), suffixed(path, "-wal"), suffixed(path, "-shm"), suffixed(path, "-journal")] {
        if file.is_file() {
            std::fs::remove_file(&file).map_err(StoreFault::io(&file))?;
        }
    }
    Ok(())
}

/// Gives the log beside a roster, and what SQLite keeps with it, to the file `aside`.
pub(crate) fn move_log(roster: &Path, aside: &Path) -> Result<(), StoreFault> {
    for suffix in ["-wal", "-shm"] {
        let log = suffixed(roster, suffix);
        if log.exists() {
            std::fs::rename(&log, suffixed(aside, suffix)).map_err(StoreFault::io(&log))?;
        }
    }
    Ok(())
}

/// Removes an empty log beside a roster, and what SQLite keeps with it.
pub(crate) fn remove_log(roster: &Path) -> Result<(), StoreFault> {
    for suffix in ["-wal", "-shm"] {
        let log = suffixed(roster, suffix);
        if log.exists() {
            std::fs::remove_file(&log).map_err(StoreFault::io(&log))?;
        }
    }
    Ok(())
}

/// Moves the log of a roster that is not there any more out of the way of the one that is about to stand there: SQLite would
/// take it for that one's. It keeps a name of its own; nothing in it is lost.
pub(crate) fn set_log_aside(roster: &Path, now: DateTime<Utc>) -> Result<(), StoreFault> {
    let stem = roster.file_stem().unwrap_or_default().to_string_lossy();
    move_log(roster, &free_name(folder_of(roster), &stem, now, "aside").0)
}

/// The same path with something at its end, as SQLite names what it keeps beside a database.
pub(crate) fn suffixed(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}
