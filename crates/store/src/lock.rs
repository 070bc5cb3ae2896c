//! Who has a roster open: an advisory lock on a file beside it.
//!
//! Programs that read and write share it; SQLite itself orders their writes. Whoever changes the file as a whole (a new
//! schema, a restored backup) must have it alone, so that no two programs migrate at once and none writes into a file that
//! is being replaced. The lock is on a file of its own, because closing any handle of the database file would give up the
//! locks SQLite holds on it.

use std::fs::{File, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use crate::fault::StoreFault;
use crate::files::folder_of;
use crate::snapshot::beside;

/// How long a start waits for another program that changes the file as a whole.
pub(crate) const PATIENCE: Duration = Duration::from_secs(60);
const LOOK_AGAIN: Duration = Duration::from_millis(50);

/// A place among those who have the roster open; given up when dropped or released.
#[derive(Debug)]
pub(crate) struct Hold {
    path: PathBuf,
    /// `None` once released, and where the file system knows no locks.
    file: Mutex<Option<File>>,
    alone: bool,
}

impl Hold {
    /// Enters: alone when nobody else has the roster open, shared otherwise. Waits for whoever has it alone.
    pub(crate) async fn enter(roster: &Path) -> Result<Hold, StoreFault> {
        let file = lock_file(roster)?;
        let alone = wait(roster, PATIENCE, || match file.try_lock() {
            Ok(()) => Ok(Some(true)),
            Err(TryLockError::WouldBlock) => match file.try_lock_shared() {
                Ok(()) => Ok(Some(false)),
                Err(TryLockError::WouldBlock) => Ok(None),
                Err(TryLockError::Error(error)) => Err(error),
            },
            Err(TryLockError::Error(error)) => Err(error),
        })
        .await?;
        Ok(Hold::of(roster, file, alone))
    }

    /// Enters alone, as soon as nobody else has the roster open.
    ///
    /// # Errors
    /// [`StoreFault::InUse`] after `patience`.
    pub(crate) async fn alone(roster: &Path, patience: Duration) -> Result<Hold, StoreFault> {
        let file = lock_file(roster)?;
        let alone = wait(roster, patience, || match file.try_lock() {
            Ok(()) => Ok(Some(true)),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        })
        .await?;
        Ok(Hold::of(roster, file, alone))
    }

    /// Enters alone if nobody else has the roster open now; `None` otherwise, and where the file system knows no locks.
    pub(crate) fn at_once(roster: &Path) -> Result<Option<Hold>, StoreFault> {
        let file = lock_file(roster)?;
        let alone = file.try_lock().is_ok();
        Ok(alone.then(|| Hold::of(roster, file, Some(true))))
    }

    fn of(roster: &Path, file: File, alone: Option<bool>) -> Hold {
        Hold { path: roster.to_owned(), file: Mutex::new(alone.map(|_| file)), alone: alone.unwrap_or(false) }
    }

    /// Whether nobody else had the roster open.
    pub(crate) fn is_alone(&self) -> bool {
        self.alone
    }

    /// Lets others in; they may have the roster alone for a moment in between.
    pub(crate) async fn share(self) -> Result<Hold, StoreFault> {
        if !self.alone {
            return Ok(self);
        }
        let path = self.path.clone();
        drop(self);
        let file = lock_file(&path)?;
        let shared = wait(&path, PATIENCE, || match file.try_lock_shared() {
            Ok(()) => Ok(Some(false)),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        })
        .await?;
        Ok(Hold::of(&path, file, shared))
    }

    /// Gives the place up, also while clones of the roster are still about.
    pub(crate) fn release(&self) {
        self.file.lock().unwrap_or_else(PoisonError::into_inner).take();
    }
}

/// Tries until it says something; `None` where the file system knows no locks.
async fn wait(
    roster: &Path,
    patience: Duration,
    mut attempt: impl FnMut() -> std::io::Result<Option<bool>>,
) -> Result<Option<bool>, StoreFault> {
    let mut waited = Duration::ZERO;
    loop {
        match attempt() {
            Ok(Some(alone)) => return Ok(Some(alone)),
            Ok(None) if waited >= patience => return Err(StoreFault::InUse { path: roster.to_owned() }),
            Ok(None) => {}
            // Systems say it in many ways; a disk that does not answer at all says so at the next read.
            Err(error) => {
                tracing::warn!(path = %roster.display(), %error, "there are no locks here; SQLite's own must do");
                return Ok(None);
            }
        }
        tokio::time::sleep(LOOK_AGAIN).await;
        waited += LOOK_AGAIN;
    }
}

/// The file the lock is on. It stays when the roster is closed: removing it would race with the next program.
fn lock_file(roster: &Path) -> Result<File, StoreFault> {
    let path = beside(roster, "lock");
    let mut options = File::options();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(&path).map_err(|error| match error.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => StoreFault::ReadOnly,
        // Made if need be, so what is not there is its folder: a drive was pulled out, perhaps.
        ErrorKind::NotFound => StoreFault::Missing { path: folder_of(roster).to_owned() },
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => StoreFault::DiskFull,
        _ => StoreFault::io(&path)(error),
    })
}
