//! Import batches and the raw bytes they brought.

use chrono::{DateTime, Utc};
use domain::id::{AthleteId, BatchId};

use super::Write;
use crate::fault::StoreFault;
use crate::raw::Raw;
use crate::text::time;

impl Write {
    /// Adds an import.
    ///
    /// # Errors
    /// [`StoreFault::AlreadyThere`].
    pub async fn insert_batch(&mut self, id: BatchId, at: DateTime<Utc>, author: &str) -> Result<(), StoreFault> {
        let (id, at) = (id.to_string(), time(at));
        sqlx::query!("INSERT INTO import_batch (id, at, author) VALUES (?, ?, ?)", id, at, author)
            .execute(self.connection())
            .await?;
        Ok(())
    }

    /// Keeps a file's bytes. `routed` is the code of what it is when it is neither activity nor wellness.
    ///
    /// # Errors
    /// [`StoreFault::AlreadyThere`] when the same bytes are here, [`StoreFault::BrokenReference`] for an unknown batch.
    pub async fn insert_source(
        &mut self,
        raw: &Raw,
        batch: BatchId,
        at: DateTime<Utc>,
        athlete: Option<AthleteId>,
        routed: Option<&str>,
    ) -> Result<(), StoreFault> {
        let (batch, at) = (batch.to_string(), time(at));
        let athlete = athlete.map(|id| id.to_string());
        let (hash, packed) = (raw.hash.0.as_str(), raw.packed.as_slice());
        sqlx::query!(
            "INSERT INTO raw_source (hash, athlete_id, batch_id, name, at, routed, size, packed)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            hash,
            athlete,
            batch,
            raw.name,
            at,
            routed,
            raw.size,
            packed,
        )
        .execute(self.connection())
        .await?;
        Ok(())
    }
}
