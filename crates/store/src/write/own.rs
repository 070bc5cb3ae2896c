//! An athlete's own file: handed out, spoken in, and what came back. Every row is one more.

use chrono::{DateTime, Utc};
use domain::id::{AthleteId, BatchId, ContentHash};
use domain::own::{OwnFile, OwnWord};

use super::Write;
use crate::fault::StoreFault;
use crate::text::{json, time};

/// A return file that is merged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewReturn<'a> {
    /// The file, by the hash of its bytes.
    pub hash: &'a ContentHash,
    /// The import it is merged in.
    pub batch: BatchId,
    /// The own file it comes from.
    pub own: domain::id::OwnFileId,
    /// Whose.
    pub athlete: AthleteId,
    /// The public key that signed it, base64.
    pub key: &'a str,
    /// When it was merged.
    pub at: DateTime<Utc>,
}

impl Write {
    /// Notes that an own file was handed out. `identity` is the age key that opens what comes back from it.
    ///
    /// # Errors
    /// [`StoreFault::AlreadyThere`], [`StoreFault::BrokenReference`].
    pub async fn insert_own_file(&mut self, own: &OwnFile, identity: &str) -> Result<(), StoreFault> {
        let (id, athlete, at) = (own.id.to_string(), own.athlete.to_string(), time(own.at));
        let clock = self.tick(Some(own.at));
        sqlx::query!(
            "INSERT INTO own_file (id, athlete_id, identity, author, at, clock) VALUES (?, ?, ?, ?, ?, ?)",
            id,
            athlete,
            identity,
            own.author,
            at,
            clock
        )
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// Adds what an athlete said: in their own file, or (with the import it came in and the key that signed it) merged at
    /// the coach's.
    ///
    /// # Errors
    /// [`StoreFault::AlreadyThere`], [`StoreFault::BrokenReference`] for an activity that is not here.
    pub async fn insert_word(
        &mut self,
        athlete: AthleteId,
        word: &OwnWord,
        from: Option<(BatchId, &str)>,
    ) -> Result<(), StoreFault> {
        let (id, athlete, at) = (word.id.to_string(), athlete.to_string(), time(word.at));
        let activity = word.said.activity().map(|id| id.to_string());
        let batch = from.map(|(batch, _)| batch.to_string());
        let key = from.map(|(_, key)| key);
        let said = json("athlete_word", &word.said)?;
        let clock = self.tick(None);
        sqlx::query!(
            "INSERT INTO athlete_word (id, athlete_id, activity_id, batch_id, said, author, at, key, clock)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            id,
            athlete,
            activity,
            batch,
            said,
            word.author,
            at,
            key,
            clock
        )
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// Notes that a return file was merged.
    ///
    /// # Errors
    /// [`StoreFault::BrokenReference`] for a file that was not handed out from here.
    pub async fn insert_return(&mut self, new: &NewReturn<'_>) -> Result<(), StoreFault> {
        let (batch, own, athlete) = (new.batch.to_string(), new.own.to_string(), new.athlete.to_string());
        let (hash, at) = (new.hash.0.as_str(), time(new.at));
        sqlx::query!(
            "INSERT INTO own_return (hash, batch_id, own_id, athlete_id, key, at) VALUES (?, ?, ?, ?, ?, ?)",
            hash,
            batch,
            own,
            athlete,
            new.key,
            at
        )
        .execute(self.connection())
        .await?;
        Ok(())
    }
}
