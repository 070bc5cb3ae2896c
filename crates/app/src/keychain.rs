//! The system's keychain, for keys of rosters: only where a person asks for it, and only the key, never the passphrase.

use zeroize::Zeroizing;

const SERVICE: &str = "org.trackside.Trackside";

/// Somewhere the system keeps secrets for the person who is logged in. May block, and may ask the person something.
pub(crate) trait Keychain: Send + Sync {
    /// A secret by its name; `None` where there is none.
    fn get(&self, name: &str) -> Result<Option<Zeroizing<Vec<u8>>>, keyring::Error>;
    /// Keeps a secret under a name, in the place of an earlier one.
    fn set(&self, name: &str, secret: &[u8]) -> Result<(), keyring::Error>;
    /// Takes a secret out. One that is not there is no error.
    fn remove(&self, name: &str) -> Result<(), keyring::Error>;
}

/// Keychain on macOS, Credential Manager on Windows, the secret service of the session on Linux.
#[derive(Debug)]
pub(crate) struct OfSystem;

impl Keychain for OfSystem {
    fn get(&self, name: &str) -> Result<Option<Zeroizing<Vec<u8>>>, keyring::Error> {
        match keyring::Entry::new(SERVICE, name)?.get_secret() {
            Ok(secret) => Ok(Some(Zeroizing::new(secret))),
            Err(keyring::Error::NoEntry) => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn set(&self, name: &str, secret: &[u8]) -> Result<(), keyring::Error> {
        keyring::Entry::new(SERVICE, name)?.set_secret(secret)
    }

    fn remove(&self, name: &str) -> Result<(), keyring::Error> {
        match keyring::Entry::new(SERVICE, name)?.delete_credential() {
            Err(keyring::Error::NoEntry) => Ok(()),
            other => other,
        }
    }
}

/// Where the program is told to stay out of the keychain.
#[derive(Debug)]
pub(crate) struct OutOfBounds;

impl OutOfBounds {
    fn said() -> keyring::Error {
        keyring::Error::NoStorageAccess(
            "this program was started with a folder of its own, outside the keychain".into(),
        )
    }
}

impl Keychain for OutOfBounds {
    fn get(&self, _: &str) -> Result<Option<Zeroizing<Vec<u8>>>, keyring::Error> {
        Err(OutOfBounds::said())
    }

    fn set(&self, _: &str, _: &[u8]) -> Result<(), keyring::Error> {
        Err(OutOfBounds::said())
    }

    fn remove(&self, _: &str) -> Result<(), keyring::Error> {
        // Nothing was ever kept.
        Ok(())
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use std::collections::BTreeMap;
    use std::sync::{Mutex, PoisonError};

    use super::*;

    /// A keychain that lasts as long as a test.
    #[derive(Debug, Default)]
    pub(crate) struct InMemory(Mutex<BTreeMap<String, Vec<u8>>>);

    impl InMemory {
        fn with<T>(&self, work: impl FnOnce(&mut BTreeMap<String, Vec<u8>>) -> T) -> T {
            work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
        }

        pub(crate) fn names(&self) -> Vec<String> {
            self.with(|kept| kept.keys().cloned().collect())
        }
    }

    impl Keychain for InMemory {
        fn get(&self, name: &str) -> Result<Option<Zeroizing<Vec<u8>>>, keyring::Error> {
            Ok(self.with(|kept| kept.get(name).cloned().map(Zeroizing::new)))
        }

        fn set(&self, name: &str, secret: &[u8]) -> Result<(), keyring::Error> {
            self.with(|kept| kept.insert(name.to_owned(), secret.to_vec()));
            Ok(())
        }

        fn remove(&self, name: &str) -> Result<(), keyring::Error> {
            self.with(|kept| kept.remove(name));
            Ok(())
        }
    }

    /// The real one, where the machine has one that answers; elsewhere the reason is printed, and nothing is claimed.
    #[test]
    fn the_systems_keychain_keeps_gives_and_forgets() {
        let name = "roster-of-a-test";
        if let Err(error) = OfSystem.get(name) {
            eprintln!("no keychain answers on this machine, so the real one was not tried: {error}");
            return;
        }
        OfSystem.set(name, &[7; 32]).expect("kept");
        assert_eq!(OfSystem.get(name).expect("asked").as_deref().map(Vec::as_slice), Some(&[7; 32][..]));
        OfSystem.remove(name).expect("forgotten");
        assert!(OfSystem.get(name).expect("asked").is_none());
        OfSystem.remove(name).expect("nothing to forget is fine");
    }
}
