//! Copies of a roster that the program made: snapshots beside it and backups. What was erased from the roster is erased from
//! them; one that cannot be opened is removed.

use std::path::{Path, PathBuf};

use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions};

use super::rows::{self, Erased};
use super::{NewErasure, TABLE, leave_tombstone};
use crate::backup::renew_record;
use crate::fault::StoreFault;
use crate::files::folder_of;
use crate::kept::{self, record_path};
use crate::open::ENDING;
use crate::protect::{RosterKey, keyed, of_copy};

/// A copy of a roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterCopy {
    /// The file.
    pub path: PathBuf,
    /// Its size in bytes.
    pub bytes: u64,
    /// It stands where only the program writes: one that cannot be opened is of no use, and may be removed.
    pub ours: bool,
}

/// What became of a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cleaned {
    /// Nobody with this id was in it.
    Untouched,
    /// They were in it and are not any more.
    Erased,
    /// It could not be opened as a roster and was removed.
    Removed,
}

/// The copies the program made of a roster: snapshots and set-aside files beside it, and backups of it in a folder, by name.
///
/// # Errors
/// [`StoreFault::Io`] when a folder cannot be read.
pub fn copies(roster: &Path, backups: &Path) -> Result<Vec<RosterCopy>, StoreFault> {
    let stem = roster.file_stem().unwrap_or_default().to_string_lossy();
    let (snapshot, dated) = (format!("{stem}.before-"), format!("{stem} "));
    let folder = folder_of(roster);
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(StoreFault::io(folder))? {
        let entry = entry.map_err(StoreFault::io(folder))?;
        let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        if path.is_file() && name.starts_with(&snapshot) && name.ends_with(&format!(".{ENDING}")) {
            let bytes = entry.metadata().map_err(StoreFault::io(&path))?.len();
            found.push(RosterCopy { path, bytes, ours: true });
        }
    }
    for kept in kept::list(folder)?.into_iter().chain(kept::list(backups)?) {
        if kept.name().starts_with(&dated) {
            found.push(RosterCopy { path: kept.path, bytes: kept.bytes, ours: true });
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found.dedup();
    Ok(found)
}

impl RosterCopy {
    /// A backup of a roster that somebody had made in a folder of their own, if the file is there and bears its name.
    #[must_use]
    pub fn elsewhere(roster: &Path, path: PathBuf) -> Option<RosterCopy> {
        let dated = format!("{} ", roster.file_stem().unwrap_or_default().to_string_lossy());
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let bytes = std::fs::metadata(&path).ok().filter(std::fs::Metadata::is_file)?.len();
        let named = name.starts_with(&dated) && name.ends_with(&format!(".{ENDING}"));
        named.then_some(RosterCopy { path, bytes, ours: false })
    }

    /// Erases an athlete from this copy, which may be of any schema. `key` is that of the roster. One of ours that is no
    /// roster, is damaged or is under another key is removed.
    ///
    /// # Errors
    /// Why one that is not ours could not be cleaned: it stays as it is.
    /// [`StoreFault::Io`] when it can be neither cleaned nor removed; [`StoreFault::DiskFull`], [`StoreFault::ReadOnly`],
    /// [`StoreFault::Busy`]: it stays as it is, and the erasure stays unfinished.
    pub async fn erase(&self, erasure: &NewErasure, key: Option<&RosterKey>) -> Result<Cleaned, StoreFault> {
        match self.clean(erasure, key).await {
            Ok(Some(_)) => Ok(Cleaned::Erased),
            Ok(None) => Ok(Cleaned::Untouched),
            Err(fault @ (StoreFault::DiskFull | StoreFault::ReadOnly | StoreFault::Busy)) => Err(fault),
            Err(fault) if !self.ours => Err(fault),
            Err(fault) => {
                tracing::warn!(%fault, path = %self.path.display(), "a copy that cannot be cleaned is removed");
                for file in [self.path.clone(), record_path(&self.path)] {
                    match std::fs::remove_file(&file) {
                        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                            return Err(StoreFault::io(&file)(error));
                        }
                        _ => {}
                    }
                }
                Ok(Cleaned::Removed)
            }
        }
    }

    async fn clean(&self, erasure: &NewErasure, key: Option<&RosterKey>) -> Result<Option<Erased>, StoreFault> {
        let key = of_copy(&self.path, key)?;
        // A copy is one file and stays one: no log beside it.
        let options = keyed(SqliteConnectOptions::new(), key)
            .filename(&self.path)
            .journal_mode(SqliteJournalMode::Delete)
            .foreign_keys(true)
            .pragma("recursive_triggers", "ON")
            .pragma("secure_delete", "ON");
        let pool = SqlitePoolOptions::new().max_connections(1).connect_with(options).await?;
        let cleaned = clean_open(&pool, erasure).await;
        pool.close().await;
        if matches!(cleaned, Ok(Some(_))) {
            renew_record(&self.path, key)?;
        }
        cleaned
    }
}

async fn clean_open(pool: &SqlitePool, erasure: &NewErasure) -> Result<Option<Erased>, StoreFault> {
    let mut transaction = pool.begin_with("BEGIN IMMEDIATE").await?;
    let erased = rows::erase(&mut transaction, erasure).await?;
    let Some(erased) = erased else { return Ok(None) };
    let known: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM sqlite_schema WHERE type = 'table' AND name = ?")
        .bind(TABLE)
        .fetch_one(&mut *transaction)
        .await?;
    if known > 0 {
        leave_tombstone(&mut transaction, erasure, &erased, None).await?;
    }
    transaction.commit().await?;
    sqlx::query("VACUUM").execute(pool).await?;
    Ok(Some(erased))
}
