//! Where a secret is kept: in the keychain where there is one, else in a file that only this user can read. Made on first
//! use; what it is replaced by takes its place only after the old one was put aside.

use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::{AppFault, Place};

const SERVICE: &str = "org.trackside.Trackside";

/// A secret's place, by its name: the entry in the keychain, or the file in the program's own folder.
pub(super) struct Slot<'a> {
    place: &'a Place,
    name: &'static str,
}

/// A secret, and where it was found.
pub(super) struct Found {
    pub(super) bytes: Vec<u8>,
    pub(super) in_keychain: bool,
}

impl<'a> Slot<'a> {
    pub(super) fn new(place: &'a Place, name: &'static str) -> Slot<'a> {
        Slot { place, name }
    }

    pub(super) fn file(&self) -> PathBuf {
        self.place.home.join(self.name)
    }

    /// Says that the secret is in the keychain, so that a locked keychain is not mistaken for a first start.
    fn marker(&self) -> PathBuf {
        self.place.home.join(format!("{}.in-keychain", self.name))
    }

    /// Whether something was kept here before.
    pub(super) fn is_used(&self) -> bool {
        self.file().exists() || self.marker().exists()
    }

    /// The secret, made by `fresh` if there is none yet.
    pub(super) fn obtain(&self, fresh: impl Fn() -> Result<Vec<u8>, AppFault>) -> Result<Found, AppFault> {
        let path = self.file();
        if path.exists() {
            let bytes = std::fs::read(&path).map_err(|source| AppFault::Unreadable { path, source })?;
            return Ok(Found { bytes, in_keychain: false });
        }
        if self.place.keychain {
            match self.kept_by_system(&fresh) {
                Ok(bytes) => return Ok(Found { bytes, in_keychain: true }),
                Err(error) if self.marker().exists() => return Err(AppFault::Keychain { source: error }),
                // No keychain on this machine: a file does it.
                Err(error) => tracing::info!(%error, "no keychain; keeping the key in a file"),
            }
        }
        let bytes = fresh()?;
        write_file(&path, &bytes, false)?;
        Ok(Found { bytes, in_keychain: false })
    }

    fn kept_by_system(&self, fresh: impl Fn() -> Result<Vec<u8>, AppFault>) -> Result<Vec<u8>, keyring::Error> {
        let entry = keyring::Entry::new(SERVICE, self.name)?;
        match entry.get_secret() {
            Err(keyring::Error::NoEntry) if !self.marker().exists() => {
                let bytes = fresh().map_err(|fault| keyring::Error::PlatformFailure(Box::new(fault)))?;
                entry.set_secret(&bytes)?;
                let marked =
                    std::fs::create_dir_all(&self.place.home).and_then(|()| std::fs::write(self.marker(), b""));
                marked.map_err(|error| keyring::Error::PlatformFailure(Box::new(error)))?;
                Ok(bytes)
            }
            other => other,
        }
    }

    /// Puts another secret in the place of one, which stays aside under its name and `tag`.
    pub(super) fn replace(&self, old: &Found, new: &[u8], tag: &str) -> Result<(), AppFault> {
        let aside = format!("{}.before-{tag}", self.name);
        if old.in_keychain {
            let keep = || -> Result<(), keyring::Error> {
                keyring::Entry::new(SERVICE, &aside)?.set_secret(&old.bytes)?;
                keyring::Entry::new(SERVICE, self.name)?.set_secret(new)
            };
            return keep().map_err(|source| AppFault::Keychain { source });
        }
        write_file(&self.place.home.join(aside), &old.bytes, false)?;
        write_file(&self.file(), new, true)
    }
}

/// Temporary file (0600 from its first moment), fsync, rename; over an existing one only when asked to. One with these very
/// bytes counts as written.
fn write_file(path: &Path, bytes: &[u8], over: bool) -> Result<(), AppFault> {
    let unwritable = |source| AppFault::Unwritable { path: path.to_owned(), source };
    let folder = path.parent().unwrap_or_else(|| Path::new("."));
    std::fs::create_dir_all(folder).map_err(unwritable)?;
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(unwritable)?;
    file.write_all(bytes).map_err(unwritable)?;
    file.as_file().sync_all().map_err(unwritable)?;
    let kept = if over { file.persist(path) } else { file.persist_noclobber(path) };
    match kept {
        Ok(_) => crate::exports::settle_folder(folder).map_err(unwritable),
        Err(taken)
            if taken.error.kind() == ErrorKind::AlreadyExists
                && std::fs::read(path).is_ok_and(|there| there == bytes) =>
        {
            Ok(())
        }
        Err(other) => Err(unwritable(other.error)),
    }
}
