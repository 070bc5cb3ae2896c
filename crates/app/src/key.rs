//! The key that signs plan files: made on first use, kept in the keychain where there is one, else in a file that only
//! this user can read.

use std::io::Write;
use std::path::Path;

use contract::plan::{KeyView, MyKey};
use ed25519_dalek::SigningKey;
use exchange::plan_file::fingerprint;

use crate::{Answer, App, AppFault, Place};

const SERVICE: &str = "org.trackside.Trackside";
const ENTRY: &str = "signing-key";

/// The signing key and where it is kept. Its `Debug` shows the fingerprint only.
pub struct Key {
    pub(crate) signing: SigningKey,
    pub(crate) in_keychain: bool,
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Key").field("fingerprint", &self.fingerprint()).finish_non_exhaustive()
    }
}

impl Key {
    pub(crate) fn fingerprint(&self) -> String {
        fingerprint(&self.signing.verifying_key())
    }
}

impl Answer for MyKey {
    async fn answer(self, app: &App) -> Result<KeyView, AppFault> {
        let key = app.key().await?;
        let words = domain::words::Words::here();
        let kept = words.say(if key.in_keychain { "key-in-keychain" } else { "key-in-file" });
        Ok(KeyView { author: app.0.place.author.clone(), fingerprint: key.fingerprint(), kept })
    }
}

/// Reads the key, or makes one.
pub(crate) async fn load(place: &Place) -> Result<Key, AppFault> {
    let place = place.clone();
    // The keychain blocks, and may ask the person something.
    tokio::task::spawn_blocking(move || load_now(&place))
        .await
        .map_err(|source| AppFault::Panicked { said: source.to_string() })?
}

fn load_now(place: &Place) -> Result<Key, AppFault> {
    let path = place.key_file();
    if path.exists() {
        return from_file(&path);
    }
    if place.keychain {
        match from_keychain(place) {
            Ok(key) => return Ok(key),
            Err(error) if place.keychain_marker().exists() => return Err(AppFault::Keychain { source: error }),
            // No keychain on this machine: a file does it.
            Err(error) => tracing::info!(%error, "no keychain; keeping the signing key in a file"),
        }
    }
    let signing = fresh()?;
    write_file(&path, signing.as_bytes())?;
    Ok(Key { signing, in_keychain: false })
}

fn from_keychain(place: &Place) -> Result<Key, keyring::Error> {
    let entry = keyring::Entry::new(SERVICE, ENTRY)?;
    let bytes = match entry.get_secret() {
        Ok(bytes) => bytes,
        Err(keyring::Error::NoEntry) if !place.keychain_marker().exists() => {
            let signing = fresh().map_err(|fault| keyring::Error::PlatformFailure(Box::new(fault)))?;
            entry.set_secret(signing.as_bytes())?;
            let marked =
                std::fs::create_dir_all(&place.home).and_then(|()| std::fs::write(place.keychain_marker(), b""));
            marked.map_err(|error| keyring::Error::PlatformFailure(Box::new(error)))?;
            signing.to_bytes().to_vec()
        }
        Err(error) => return Err(error),
    };
    let bytes: [u8; 32] = bytes.try_into().map_err(keyring::Error::BadEncoding)?;
    Ok(Key { signing: SigningKey::from_bytes(&bytes), in_keychain: true })
}

fn from_file(path: &Path) -> Result<Key, AppFault> {
    let bytes = std::fs::read(path).map_err(|source| AppFault::Unreadable { path: path.to_owned(), source })?;
    let found = bytes.len();
    let bytes: [u8; 32] = bytes.try_into().map_err(|_| AppFault::KeyDamaged { path: path.to_owned(), bytes: found })?;
    Ok(Key { signing: SigningKey::from_bytes(&bytes), in_keychain: false })
}

fn fresh() -> Result<SigningKey, AppFault> {
    let mut seed = [0u8; 32];
    getrandom::fill(&mut seed).map_err(|source| AppFault::NoRandomness { source })?;
    Ok(SigningKey::from_bytes(&seed))
}

/// Temporary file (0600 from its first moment), fsync, rename; never over an existing key.
fn write_file(path: &Path, bytes: &[u8]) -> Result<(), AppFault> {
    let unwritable = |source| AppFault::Unwritable { path: path.to_owned(), source };
    let folder = path.parent().unwrap_or_else(|| Path::new("."));
    std::fs::create_dir_all(folder).map_err(unwritable)?;
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(unwritable)?;
    file.write_all(bytes).map_err(unwritable)?;
    file.as_file().sync_all().map_err(unwritable)?;
    file.persist_noclobber(path).map_err(|error| unwritable(error.error))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_made_once_and_only_its_owner_can_read_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let place = Place::in_folder(folder.path());
        let first = load_now(&place).expect("made");
        let again = load_now(&place).expect("read");
        assert_eq!(first.fingerprint(), again.fingerprint());
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = std::fs::metadata(place.key_file()).expect("there").permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
    }

    #[test]
    fn a_damaged_key_is_told_and_not_replaced() {
        let folder = tempfile::tempdir().expect("a folder");
        let place = Place::in_folder(folder.path());
        std::fs::write(place.key_file(), b"short").expect("written");
        assert!(matches!(load_now(&place), Err(AppFault::KeyDamaged { bytes: 5, .. })));
        assert_eq!(std::fs::read(place.key_file()).expect("there"), b"short");
    }
}
