//! One's own keys on another computer, and giving one up.

use std::path::{Path, PathBuf};

use contract::Done;
use contract::entry::Exported;
use contract::keyring::{ExportKey, ImportKey, RenewKey, Renewed};
use contract::plan::KeyView;
use domain::keyring::KeyState;
use exchange::key_statement;
use exchange::sealed::{self, Identity, SecretString, To, With};

use super::{KeyFault, KeyFile, blocking, fresh, load, replace};
use crate::exports::{file_name, write_new};
use crate::given::given;
use crate::keyring::reason;
use crate::{Answer, App, AppFault};

/// The ending of a file with one's own keys.
const EXTENSION: &str = "tsownkeys";

/// The largest such file, bytes.
const MAX_BYTES: usize = 64 * 1024;

impl App {
    fn folder(&self, asked: Option<String>) -> PathBuf {
        asked.map_or_else(|| self.0.place.documents.clone(), PathBuf::from)
    }
}

impl Answer for ExportKey {
    async fn answer(self, app: &App) -> Result<Exported, AppFault> {
        let key = app.key().await?;
        let author = app.author();
        let folder = app.folder(self.folder);
        let path = blocking(move || {
            let text = serde_json::to_vec(&KeyFile::of(&key, &author))
                .map_err(|source| AppFault::BadReply { call: "ExportKey".to_owned(), source })?;
            let bytes = sealed::seal(&text, &To::Passphrase(&SecretString::from(self.passphrase.0)))?;
            write_new(&folder, &format!("{} keys", file_name(&author)), EXTENSION, &bytes)
        })
        .await?;
        let bytes =
            std::fs::metadata(&path).map_err(|source| AppFault::Unreadable { path: path.clone(), source })?.len();
        Ok(Exported { path: path.to_string_lossy().into_owned(), bytes, left_out: Vec::new() })
    }
}

impl Answer for ImportKey {
    async fn answer(self, app: &App) -> Result<KeyView, AppFault> {
        let place = app.0.place.clone();
        // Held to the end: nobody signs with a key that is being replaced.
        let mut kept = app.0.key.lock().await;
        // Whatever comes of it, what counts is what lies in its place then.
        *kept = None;
        let key = blocking(move || {
            let bytes = given(&self.file, MAX_BYTES)?;
            let passphrase = SecretString::from(self.passphrase.0);
            let text = sealed::open(&bytes, &With::Passphrase(&passphrase), MAX_BYTES as u64)?;
            let file: KeyFile = serde_json::from_slice(&text).map_err(|_| KeyFault::NotAKeyFile)?;
            let (signing, reading) = file.keys().ok_or(KeyFault::NotAKeyFile)?;
            replace(&place, &signing, Some(&reading))?;
            load(&place)
        })
        .await?;
        *kept = Some(key.into());
        drop(kept);
        app.key_view().await
    }
}

impl Answer for RenewKey {
    async fn answer(self, app: &App) -> Result<Done<Renewed>, AppFault> {
        let roster = app.roster().await?;
        let why = reason(self.why)?;
        let folder = app.folder(self.folder);
        let author = app.author();
        let at = app.0.clock.now();
        let place = app.0.place.clone();
        // Held to the end: nobody signs with a key that is being given up.
        let mut kept = app.0.key.lock().await;
        let old = app.key_in(&mut kept).await?;
        let given_up = app.key_word(&old.public(), &author, KeyState::Revoked, why.clone());
        *kept = None;
        let (key, path) = blocking(move || {
            let next = fresh()?;
            // Whoever has the one key has the other too.
            let reading = self.lost.then(Identity::generate);
            let bytes = key_statement::write((&old.signing, &next), &author, at, self.lost, why)?;
            let stem = format!("{} new key", file_name(&author));
            let path = write_new(&folder, &stem, key_statement::EXTENSION, &bytes)?;
            // The statement first: a new key of which nobody can be told would be worse than none. And no statement of a
            // key that did not come to be.
            replace(&place, &next, reading.as_ref()).inspect_err(|_| discard(&path))?;
            Ok((load(&place)?, path))
        })
        .await?;
        *kept = Some(key.into());
        drop(kept);
        let renewed = Renewed { own: app.key_view().await?, statement: path.to_string_lossy().into_owned() };
        app.say_keys(&roster, "renew-key", (&[given_up], None), renewed).await
    }
}

fn discard(path: &Path) {
    if let Err(error) = std::fs::remove_file(path) {
        tracing::warn!(%error, "a statement about a key that did not come to be stays behind");
    }
}
