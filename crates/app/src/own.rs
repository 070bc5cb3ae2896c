//! An athlete's own file: handed out by the coach, spoken in by the athlete, sent back and merged. docs/own-file.md says why
//! it is a roster under a passphrase.

mod beside;
mod merge;
mod mode;
mod refused;
mod say;

pub(crate) use mode::admit;
pub use refused::OwnRefusal;

use std::path::{Path, PathBuf};

use contract::entry::Exported;
use contract::own::{ActivityWords, GiveOwnFile};
use domain::consent::Reading;
use domain::id::OwnFileId;
use domain::own::{OwnFile, OwnWord};
use domain::words::{Value, Words};
use exchange::sealed::{ExposeSecret as _, Identity, MIN_PASSPHRASE, SealedFault};
use serde_json::Value as Json;
use store::{Roster, RosterKey};

use crate::exports::file_name;
use crate::{Answer, App, AppFault};

impl Answer for GiveOwnFile {
    async fn answer(self, app: &App) -> Result<Exported, AppFault> {
        if self.passphrase.0.chars().count() < MIN_PASSPHRASE {
            return Err(SealedFault::ShortPassphrase { least: MIN_PASSPHRASE }.into());
        }
        let roster = app.roster().await?;
        if roster.scope().await? != Reading::COACH {
            return Err(OwnRefusal::HeadCoachOnly.into());
        }
        let athlete = app.athlete(&roster, self.athlete).await?;
        // A key of this file alone, kept in the roster: what comes back can be read wherever the roster is.
        let identity = Identity::generate();
        let own = OwnFile {
            id: app.id(OwnFileId),
            athlete: athlete.id,
            author: app.author(),
            at: app.0.clock.now(),
            recipient: identity.to_public().to_string(),
        };
        let left_out = left_out(&roster, &own).await?;
        let folder = self.folder.map_or_else(|| app.0.place.documents.clone(), PathBuf::from);
        let stem = Words::here().say_with("own-file-name", &[("athlete", file_name(&athlete.name).into())]);
        let path = free(&folder, &stem)?;
        let scratch = tempfile::tempdir_in(&folder).map_err(unwritable(&folder))?;
        let passphrase = self.passphrase;
        let salt = salt()?;
        let key = tokio::task::spawn_blocking(move || RosterKey::new(&passphrase.0, salt))
            .await
            .map_err(|source| AppFault::Panicked { said: source.to_string() })?;
        roster.make_own(&own, &path, &key, scratch.path(), own.at).await?;
        if let Err(fault) = noted(app, &roster, &own, &identity, &path).await {
            // Nobody could ever open what came back from it.
            if let Err(error) = std::fs::remove_file(&path) {
                tracing::warn!(%error, "an own file that the roster does not know stays behind");
            }
            return Err(fault);
        }
        let bytes = std::fs::metadata(&path).map_err(unwritable(&path))?.len();
        Ok(Exported { path: path.to_string_lossy().into_owned(), bytes, left_out })
    }
}

/// Keeps that it was handed out, with the key that opens what comes back.
async fn noted(app: &App, roster: &Roster, own: &OwnFile, identity: &Identity, path: &Path) -> Result<(), AppFault> {
    let mut write = roster.write().await?;
    write.insert_own_file(own, identity.to_string().expose_secret()).await?;
    let path = path.to_string_lossy().into_owned();
    write.commit(app.entry("give-own-file", Some(own.athlete), Some(path), Json::Null)).await?;
    Ok(())
}

impl Answer for ActivityWords {
    async fn answer(self, app: &App) -> Result<Vec<OwnWord>, AppFault> {
        let roster = app.roster().await?;
        let activity = app.activity(&roster, self.activity).await?;
        Ok(roster.words_of(activity.id).await?.into_iter().map(|kept| kept.word).collect())
    }
}

fn unwritable(path: &Path) -> impl FnOnce(std::io::Error) -> AppFault {
    move |source| AppFault::Unwritable { path: path.to_owned(), source }
}

fn salt() -> Result<[u8; 12], AppFault> {
    let mut salt = [0; 12];
    getrandom::fill(&mut salt).map_err(|source| AppFault::NoRandomness { source })?;
    Ok(salt)
}

/// A path in a folder, made if it is not there, at which nothing stands: `name.trackside`, then `name 2.trackside`.
fn free(folder: &Path, stem: &str) -> Result<PathBuf, AppFault> {
    std::fs::create_dir_all(folder).map_err(unwritable(folder))?;
    let named = |number: u32| match number {
        1 => folder.join(format!("{stem}.{}", store::ENDING)),
        _ => folder.join(format!("{stem} {number}.{}", store::ENDING)),
    };
    let first = (1..).map(named).find(|path| !path.exists());
    Ok(first.unwrap_or_else(|| named(1)))
}

/// What is not in an own file, in words.
async fn left_out(roster: &Roster, own: &OwnFile) -> Result<Vec<String>, AppFault> {
    let words = Words::here();
    let [notes, texts, activities, values, channels] = roster.own_withheld(own.athlete).await?;
    let counted = [
        ("own-left-notes", notes),
        ("own-left-texts", texts),
        ("own-left-activities", activities),
        ("own-left-values", values),
        ("own-left-channels", channels),
    ];
    let told = counted.into_iter().filter(|(_, count)| *count > 0);
    let mut lines: Vec<String> =
        told.map(|(key, count)| words.say_with(key, &[("count", Value::from(count))])).collect();
    lines.push(words.say("own-left-always"));
    Ok(lines)
}
