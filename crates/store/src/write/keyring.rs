//! Words about keys, and where changes that came in files are from.

use domain::id::OverrideId;
use domain::keyring::KeyWord;
use domain::provenance::Provenance;

use super::Write;
use crate::fault::StoreFault;
use crate::text::{code, json, time};

impl Write {
    /// Adds a word about a key. Earlier ones stay.
    ///
    /// # Errors
    /// What the database says.
    pub async fn insert_key_word(&mut self, word: &KeyWord) -> Result<(), StoreFault> {
        let (state, at) = (code("key_word", &word.state)?, time(word.at));
        let clock = self.tick(Some(word.at));
        sqlx::query!(
            "INSERT INTO key_word (key, name, state, why, author, at, clock) VALUES (?, ?, ?, ?, ?, ?, ?)",
            word.key,
            word.name,
            state,
            word.why,
            word.author,
            at,
            clock,
        )
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// Keeps where a change is from, which must be written already.
    ///
    /// # Errors
    /// [`StoreFault::NoSuch`] for an unknown change, [`StoreFault::AlreadyThere`] when it was said before.
    pub async fn insert_provenance(&mut self, made: OverrideId, from: &Provenance) -> Result<(), StoreFault> {
        let id = made.to_string();
        let source = json("override_source", &from.source)?;
        let origins = json("override_source", &from.origins)?;
        let written = sqlx::query!(
            "INSERT INTO override_source (override_id, athlete_id, source, origins)
             SELECT id, athlete_id, ?, ? FROM session_override WHERE id = ?",
            source,
            origins,
            id,
        )
        .execute(self.connection())
        .await?;
        if written.rows_affected() == 0 { Err(StoreFault::no_such("override", &made)) } else { Ok(()) }
    }
}
