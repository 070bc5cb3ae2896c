//! The roster as files: the database, what SQLite keeps beside it, and the folder around them.

use std::path::{Path, PathBuf};

use crate::fault::StoreFault;

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

/// A rename lasts through a power cut only once the folder is on the disk.
pub(crate) fn settle_folder(path: &Path) -> Result<(), StoreFault> {
    #[cfg(unix)]
    if let Some(folder) = path.parent() {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        std::fs::File::open(folder).and_then(|folder| folder.sync_all()).map_err(StoreFault::io(folder))?;
    }
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

/// The same path with something at its end, as SQLite names what it keeps beside a database.
pub(crate) fn suffixed(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}
