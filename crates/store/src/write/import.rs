//! Import batches: begun, ended, reported file by file, taken back and brought again; and the raw bytes they brought.

use chrono::{DateTime, Utc};
use domain::id::{ActivityId, AthleteId, BatchId, ContentHash};
use serde_json::Value;

use super::Write;
use crate::fault::StoreFault;
use crate::raw::{Packed, Raw};
use crate::text::{read, time};

/// An import that begins.
#[derive(Debug, Clone, PartialEq)]
pub struct NewBatch {
    /// Identity.
    pub id: BatchId,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub author: String,
    /// Where the files come from, as a stable code (`files`, `uploads`, `watch`, `hand`).
    pub source: &'static str,
    /// What was asked for, so that the import can go on after a crash; null when it cannot.
    pub request: Value,
}

impl Write {
    /// Adds an import; it stands as running until [`Write::end_batch`].
    ///
    /// # Errors
    /// [`StoreFault::AlreadyThere`].
    pub async fn insert_batch(&mut self, batch: &NewBatch) -> Result<(), StoreFault> {
        let (id, at) = (batch.id.to_string(), time(batch.at));
        let request = batch.request.to_string();
        sqlx::query!(
            "INSERT INTO import_batch (id, at, author, source, state, request) VALUES (?, ?, ?, ?, 'running', ?)",
            id,
            at,
            batch.author,
            batch.source,
            request,
        )
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// Says how an import ended (`done`, `cancelled`) or that it goes on (`running`).
    ///
    /// # Errors
    /// [`StoreFault::NoSuch`].
    pub async fn end_batch(&mut self, id: BatchId, state: &'static str) -> Result<(), StoreFault> {
        let text = id.to_string();
        let done = sqlx::query!("UPDATE import_batch SET state = ? WHERE id = ?", state, text)
            .execute(self.connection())
            .await?;
        if done.rows_affected() == 0 { Err(StoreFault::no_such("import", &id)) } else { Ok(()) }
    }

    /// Keeps what became of one file of an import. `position` is its place in the report, from 0; `hash` is left out for
    /// bytes that could not be read.
    ///
    /// # Errors
    /// [`StoreFault::AlreadyThere`] when this place is taken, [`StoreFault::BrokenReference`] for an unknown batch.
    pub async fn insert_batch_file(
        &mut self,
        batch: BatchId,
        position: u32,
        path: &str,
        hash: Option<&ContentHash>,
        outcome: &'static str,
        report: &Value,
    ) -> Result<(), StoreFault> {
        let batch = batch.to_string();
        let hash = hash.map(|hash| hash.0.as_str());
        let report = report.to_string();
        sqlx::query!(
            "INSERT INTO batch_file (batch_id, position, path, hash, outcome, report) VALUES (?, ?, ?, ?, ?, ?)",
            batch,
            position,
            path,
            hash,
            outcome,
            report,
        )
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// Takes a batch back: its activities, values, links, devices and templates are not seen any more, and neither are
    /// notes on its activities. Nothing is removed. A batch that was taken back before keeps its first time.
    ///
    /// # Errors
    /// [`StoreFault::NoSuch`].
    pub async fn undo_batch(&mut self, id: BatchId, at: DateTime<Utc>) -> Result<(), StoreFault> {
        let (text, at) = (id.to_string(), time(at));
        let done = sqlx::query!("UPDATE import_batch SET undone_at = COALESCE(undone_at, ?) WHERE id = ?", at, text)
            .execute(self.connection())
            .await?;
        if done.rows_affected() == 0 { Err(StoreFault::no_such("import", &id)) } else { Ok(()) }
    }

    /// Brings a batch that was taken back again, with all that came with it. Activities that a later import of the same
    /// files took over stay there, unless that import was taken back too.
    ///
    /// # Errors
    /// [`StoreFault::NoSuch`].
    pub async fn redo_batch(&mut self, id: BatchId) -> Result<(), StoreFault> {
        let text = id.to_string();
        let done = sqlx::query!("UPDATE import_batch SET undone_at = NULL WHERE id = ?", text)
            .execute(self.connection())
            .await?;
        if done.rows_affected() == 0 {
            return Err(StoreFault::no_such("import", &id));
        }
        sqlx::query!(
            "UPDATE activity SET batch_id = ?1
             WHERE source IN (SELECT hash FROM raw_source WHERE batch_id = ?1)
               AND EXISTS (SELECT 1 FROM taken_back AS b WHERE b.id = batch_id)",
            text
        )
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
        let hash = raw.hash.0.as_str();
        let (packed, stride, kept) = match &raw.packed {
            Packed::Here { frame, stride } => (frame.as_slice(), stride.unwrap_or_default(), true),
            Packed::Outside => (&[][..], 0, false),
        };
        sqlx::query!(
            "INSERT INTO raw_source (hash, athlete_id, batch_id, name, at, routed, size, packed, kept, stride)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            hash,
            athlete,
            batch,
            raw.name,
            at,
            routed,
            raw.size,
            packed,
            kept,
            stride,
        )
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// The file with these bytes comes again after its batch was taken back: its activities belong to `batch` from now
    /// on. The bytes stay with the import that brought them first. Replies the activities, in the order of the file; none
    /// when they are here already.
    ///
    /// # Errors
    /// [`StoreFault::BrokenReference`] for an unknown batch.
    pub async fn adopt_source(&mut self, hash: &ContentHash, batch: BatchId) -> Result<Vec<ActivityId>, StoreFault> {
        let batch = batch.to_string();
        let hash = hash.0.as_str();
        let mut adopted = sqlx::query!(
            "UPDATE activity SET batch_id = ?
             WHERE source = ? AND EXISTS (SELECT 1 FROM taken_back AS b WHERE b.id = batch_id)
             RETURNING id, part",
            batch,
            hash,
        )
        .fetch_all(self.connection())
        .await?;
        adopted.sort_by_key(|row| row.part);
        adopted.iter().map(|row| read("activity", &row.id)).collect()
    }
}
