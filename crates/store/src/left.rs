//! How a roster was left: the size and the hash of its file when the last program closed it, kept beside it.
//!
//! SQLite keeps no digest of a page. A digit that a disk forgot, or that another program changed, would be read as if it had
//! always been there. So whoever closes the roster last notes how the file stands, and whoever opens it next, alone,
//! compares. The note goes before the first write and is only written again in order: after a cut there is none, and none
//! says nothing. It is no signature: who changes the file with care can change the note as well.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use crate::fault::StoreFault;
use crate::files::{private_file, settle_folder, suffixed};
use crate::snapshot::beside;

/// What the note's file name ends in, after the roster's own.
const NOTE: &str = "left";
/// Reading a larger file through at every opening would take longer than the opening itself, bytes.
const LARGEST: u64 = 256 * 1024 * 1024;

/// The note of one opening.
#[derive(Debug)]
pub(crate) struct Left {
    roster: PathBuf,
    /// Whether this opening may still find a note to remove.
    stands: AtomicBool,
}

impl Left {
    pub(crate) fn of(roster: &Path) -> Left {
        Left { roster: roster.to_owned(), stands: AtomicBool::new(true) }
    }

    /// Something is about to be written: what the note says will not be so any more.
    ///
    /// # Errors
    /// When the note cannot be removed; then nothing must be written.
    pub(crate) fn forget(&self) -> Result<(), StoreFault> {
        if self.stands.load(Ordering::Acquire) {
            forget(&self.roster)?;
            self.stands.store(false, Ordering::Release);
        }
        Ok(())
    }
}

/// Removes the note, for good also after a power cut: one from before must not come back beside a file that changed since.
///
/// # Errors
/// What the file system says.
pub(crate) fn forget(roster: &Path) -> Result<(), StoreFault> {
    let note = beside(roster, NOTE);
    match std::fs::remove_file(&note) {
        Ok(()) => settle_folder(&note),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(StoreFault::io(&note)(error)),
    }
}

/// Whether the file is another than the one that was closed; `false` where nothing is known. Only for who has the roster
/// alone, and before SQLite has it open: closing a handle of ours would give up SQLite's locks on it.
///
/// # Errors
/// When the file cannot be read.
pub(crate) async fn is_changed(roster: &Path) -> Result<bool, StoreFault> {
    let note = match std::fs::read_to_string(beside(roster, NOTE)) {
        Ok(note) => note,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(false),
        Err(error) => {
            tracing::warn!(%error, "the note of how the roster was left cannot be read");
            return Ok(false);
        }
    };
    // One that is not whole was being written when the power went.
    if !note.ends_with('\n') || suffixed(roster, "-wal").exists() {
        return Ok(false);
    }
    Ok(stand(roster).await?.is_some_and(|stand| stand != note))
}

/// Notes how the file stands. Only for who has the roster alone; nothing is noted while commits wait beside the file, or
/// where a note stands and nobody wrote since.
///
/// # Errors
/// What the file system says.
pub(crate) async fn note(roster: &Path) -> Result<(), StoreFault> {
    let note = beside(roster, NOTE);
    if note.exists() || suffixed(roster, "-wal").exists() {
        return Ok(());
    }
    let Some(stand) = stand(roster).await? else { return Ok(()) };
    let write = || {
        private_file(&note)?;
        std::fs::write(&note, stand)
    };
    write().map_err(StoreFault::io(&note))
}

/// The size and the blake3 of a file as a line; none for one that is too large.
async fn stand(file: &Path) -> Result<Option<String>, StoreFault> {
    let path = file.to_owned();
    let reading = tokio::task::spawn_blocking(move || {
        let mut file = std::fs::File::open(&path)?;
        let bytes = file.metadata()?.len();
        if bytes > LARGEST {
            return Ok(None);
        }
        let mut hasher = blake3::Hasher::new();
        std::io::copy(&mut file, &mut hasher)?;
        Ok(Some(format!("{bytes} {}\n", hasher.finalize().to_hex())))
    });
    reading.await.map_err(std::io::Error::other).flatten().map_err(StoreFault::io(file))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_file_is_known_again_and_a_changed_one_shows() {
        let folder = tempfile::tempdir().expect("a folder");
        let roster = folder.path().join("club.trackside");
        std::fs::write(&roster, b"a row of 42").expect("written");
        assert!(!is_changed(&roster).await.expect("read"), "nothing is known");

        note(&roster).await.expect("noted");
        assert!(!is_changed(&roster).await.expect("read"));
        std::fs::write(&roster, b"a row of 43").expect("written");
        assert!(is_changed(&roster).await.expect("read"));
        note(&roster).await.expect("a note that stands is left");
        assert!(is_changed(&roster).await.expect("read"));

        let left = Left::of(&roster);
        left.forget().expect("removed");
        left.forget().expect("once is enough");
        assert!(!is_changed(&roster).await.expect("read"), "nothing is known");
    }

    #[tokio::test]
    async fn half_a_note_and_a_log_beside_the_file_say_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        let roster = folder.path().join("club.trackside");
        std::fs::write(&roster, b"a row of 42").expect("written");
        std::fs::write(beside(&roster, NOTE), b"11 5a7").expect("written");
        assert!(!is_changed(&roster).await.expect("read"));

        forget(&roster).expect("removed");
        std::fs::write(suffixed(&roster, "-wal"), b"a commit").expect("written");
        note(&roster).await.expect("nothing to note");
        assert!(!beside(&roster, NOTE).exists(), "the file alone is not the whole");
    }
}
