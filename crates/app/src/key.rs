//! One's own keys: the one that signs, and the one that opens what others encrypt for this program.

use std::path::PathBuf;
use std::str::FromStr as _;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use contract::plan::{KeyView, MyKey};
use ed25519_dalek::SigningKey;
use exchange::sealed::{ExposeSecret as _, Identity};
use exchange::signed::{fingerprint, fingerprint_words, key_text};

use crate::{Answer, App, AppFault, Place};

mod own;
mod refused;
mod slot;

pub use refused::KeyFault;
pub(crate) use refused::sealed_words;
use slot::{Found, Slot};

const SIGNING: &str = "signing-key";
const READING: &str = "reading-key";

/// One's own keys and where they are kept. Its `Debug` shows the fingerprint only.
pub struct Key {
    pub(crate) signing: SigningKey,
    pub(crate) reading: Identity,
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

    /// The public key that signs, base64.
    pub(crate) fn public(&self) -> String {
        key_text(&self.signing.verifying_key())
    }
}

impl App {
    /// One's own keys; made on first use.
    pub(crate) async fn key(&self) -> Result<Arc<Key>, AppFault> {
        self.key_in(&mut *self.0.key.lock().await).await
    }

    /// The same for who holds the lock already.
    async fn key_in(&self, kept: &mut Option<Arc<Key>>) -> Result<Arc<Key>, AppFault> {
        if let Some(key) = &*kept {
            return Ok(key.clone());
        }
        let place = self.0.place.clone();
        // The keychain blocks, and may ask the person something.
        let key = Arc::new(blocking(move || load(&place)).await?);
        *kept = Some(key.clone());
        Ok(key)
    }

    /// One's own public key, if there is one yet; asking never makes one.
    ///
    /// # Errors
    /// What [`App::key`] fails with: a key that cannot be read is not the same as none.
    pub(crate) async fn own_public(&self) -> Result<Option<String>, AppFault> {
        if !Slot::new(&self.0.place, SIGNING).is_used() {
            return Ok(None);
        }
        Ok(Some(self.key().await?.public()))
    }

    pub(crate) async fn key_view(&self) -> Result<KeyView, AppFault> {
        let key = self.key().await?;
        let words = domain::words::Words::here();
        let kept = words.say(if key.in_keychain { "key-in-keychain" } else { "key-in-file" });
        Ok(KeyView {
            author: self.author(),
            key: key.public(),
            fingerprint: key.fingerprint(),
            words: fingerprint_words(&key.signing.verifying_key()),
            recipient: key.reading.to_public().to_string(),
            kept,
        })
    }
}

impl Answer for MyKey {
    async fn answer(self, app: &App) -> Result<KeyView, AppFault> {
        app.key_view().await
    }
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, AppFault> + Send + 'static,
) -> Result<T, AppFault> {
    tokio::task::spawn_blocking(work).await.map_err(|source| AppFault::Panicked { said: source.to_string() })?
}

fn load(place: &Place) -> Result<Key, AppFault> {
    let slot = Slot::new(place, SIGNING);
    let found = slot.obtain(|| Ok(fresh()?.to_bytes().to_vec()))?;
    let in_keychain = found.in_keychain;
    let signing = signing(&found.bytes, slot.file())?;
    let slot = Slot::new(place, READING);
    let found = slot.obtain(|| Ok(Identity::generate().to_string().expose_secret().as_bytes().to_vec()))?;
    Ok(Key { signing, reading: reading(&found.bytes, slot.file())?, in_keychain })
}

fn signing(bytes: &[u8], path: PathBuf) -> Result<SigningKey, AppFault> {
    let seed: [u8; 32] = bytes.try_into().map_err(|_| AppFault::KeyDamaged { path, bytes: bytes.len() })?;
    Ok(SigningKey::from_bytes(&seed))
}

fn reading(bytes: &[u8], path: PathBuf) -> Result<Identity, AppFault> {
    let text = std::str::from_utf8(bytes).ok();
    text.and_then(|text| Identity::from_str(text).ok()).ok_or(AppFault::KeyDamaged { path, bytes: bytes.len() })
}

fn fresh() -> Result<SigningKey, AppFault> {
    let mut seed = [0u8; 32];
    getrandom::fill(&mut seed).map_err(|source| AppFault::NoRandomness { source })?;
    Ok(SigningKey::from_bytes(&seed))
}

/// Puts other keys in the place of one's own, which stay aside.
fn replace(place: &Place, signing: &SigningKey, reading: Option<&Identity>) -> Result<(), AppFault> {
    // The one that signs last: as long as it is the old one, nothing was changed that others have to be told.
    if let Some(reading) = reading {
        let slot = Slot::new(place, READING);
        let text = reading.to_string();
        let old = slot.obtain(|| Ok(text.expose_secret().as_bytes().to_vec()))?;
        swap(&slot, &old, text.expose_secret().as_bytes())?;
    }
    let slot = Slot::new(place, SIGNING);
    let old = slot.obtain(|| Ok(signing.to_bytes().to_vec()))?;
    swap(&slot, &old, signing.as_bytes())
}

/// The name of what is put aside tells keys apart and nothing of them.
fn swap(slot: &Slot<'_>, old: &Found, new: &[u8]) -> Result<(), AppFault> {
    if old.bytes == new {
        return Ok(());
    }
    let tag: String = exchange::identity(&old.bytes).0.chars().take(12).collect();
    slot.replace(old, new, &tag)
}

/// A private file's fields.
#[derive(serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyFile {
    format: String,
    version: u32,
    author: String,
    signing: String,
    reading: String,
}

impl KeyFile {
    const FORMAT: &'static str = "trackside-own-key";

    fn of(key: &Key, author: &str) -> KeyFile {
        KeyFile {
            format: KeyFile::FORMAT.to_owned(),
            version: 1,
            author: author.to_owned(),
            signing: STANDARD.encode(key.signing.as_bytes()),
            reading: key.reading.to_string().expose_secret().to_owned(),
        }
    }

    /// The keys inside; `None` if they are none.
    fn keys(&self) -> Option<(SigningKey, Identity)> {
        let known = self.format == KeyFile::FORMAT && self.version == 1;
        let seed: [u8; 32] = STANDARD.decode(&self.signing).ok()?.try_into().ok()?;
        let reading = Identity::from_str(&self.reading).ok()?;
        known.then(|| (SigningKey::from_bytes(&seed), reading))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_made_once_and_only_its_owner_can_read_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let place = Place::in_folder(folder.path());
        let first = load(&place).expect("made");
        let again = load(&place).expect("read");
        assert_eq!(first.fingerprint(), again.fingerprint());
        assert_eq!(first.reading.to_public().to_string(), again.reading.to_public().to_string());
        #[cfg(unix)]
        for name in [SIGNING, READING] {
            use std::os::unix::fs::PermissionsExt;
            let mode = std::fs::metadata(Slot::new(&place, name).file()).expect("there").permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
    }

    #[test]
    fn a_damaged_key_is_told_and_not_replaced() {
        let folder = tempfile::tempdir().expect("a folder");
        let place = Place::in_folder(folder.path());
        let file = Slot::new(&place, SIGNING).file();
        std::fs::write(&file, b"short").expect("written");
        assert!(matches!(load(&place), Err(AppFault::KeyDamaged { bytes: 5, .. })));
        assert_eq!(std::fs::read(file).expect("there"), b"short");
    }

    #[test]
    fn a_replaced_key_stays_aside() {
        let folder = tempfile::tempdir().expect("a folder");
        let place = Place::in_folder(folder.path());
        let first = load(&place).expect("made");
        let next = fresh().expect("a key");
        replace(&place, &next, None).expect("replaced");
        assert_eq!(load(&place).expect("read").signing.to_bytes(), next.to_bytes());
        let aside: Vec<_> = std::fs::read_dir(&place.home)
            .expect("a folder")
            .filter_map(|entry| std::fs::read(entry.expect("an entry").path()).ok())
            .collect();
        assert!(aside.contains(&first.signing.to_bytes().to_vec()), "the old key is kept");
    }
}
