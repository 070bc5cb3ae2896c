//! Erasing an athlete: every row, the copies the program made, and a look through the bytes afterwards.

mod copies;
pub(crate) mod rows;
mod search;
pub(crate) mod tables;

use chrono::NaiveDate;
use domain::erasure::{ErasureReason, Tombstone};
use domain::id::{ActivityId, AthleteId, ErasureId, JournalId};
use serde::{Deserialize, Serialize};
use sqlx::SqliteConnection;

use crate::fault::StoreFault;
use crate::open::Roster;
use crate::text::{day, json, read, read_code, read_json};
use crate::write::Write;

pub use copies::{Cleaned, RosterCopy, copies};
pub use rows::Erased;
pub use search::{Found, search};

const TABLE: &str = "erasure";

/// An erasure to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewErasure {
    /// Identity, random.
    pub id: ErasureId,
    /// Who.
    pub athlete: AthleteId,
    /// The day it is done.
    pub day: NaiveDate,
    /// Why.
    pub reason: ErasureReason,
    /// Versions of models that learned from them.
    pub models: Vec<String>,
    /// Activities that are theirs, whoever had them before: a copy may be older than the word that gave them to somebody.
    pub activities: Vec<ActivityId>,
}

impl NewErasure {
    /// The identity of the journal's line about it: the same as its own.
    #[must_use]
    pub const fn line(&self) -> JournalId {
        JournalId(self.id.0)
    }
}

/// What a tombstone knows of somebody until the copies are clean.
#[derive(Serialize, Deserialize)]
struct Pending {
    athlete: AthleteId,
    activities: Vec<ActivityId>,
}

/// A tombstone with what is still to be cleaned out of copies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfinished {
    /// The erasure as it was begun.
    pub erasure: NewErasure,
    /// The roster is clean, copies may not be.
    pub tombstone: Tombstone,
}

struct Row {
    id: String,
    day: String,
    reason: String,
    removed: String,
    models: String,
    pending: Option<String>,
}

impl Row {
    fn tombstone(&self) -> Result<Tombstone, StoreFault> {
        Ok(Tombstone {
            id: read(TABLE, &self.id)?,
            day: read(TABLE, &self.day)?,
            reason: read_code(TABLE, self.reason.clone())?,
            removed: read_json(TABLE, &self.removed)?,
            models: read_json(TABLE, &self.models)?,
            pending: self.pending.is_some(),
        })
    }
}

async fn leave_tombstone(
    connection: &mut SqliteConnection,
    erasure: &NewErasure,
    erased: &Erased,
    pending: Option<String>,
) -> Result<(), StoreFault> {
    let (id, day, reason) = (erasure.id.to_string(), day(erasure.day), erasure.reason.code());
    let (removed, models) = (json(TABLE, &erased.rows)?, json(TABLE, &erasure.models)?);
    let digest = rows::digest(erasure.athlete).0;
    sqlx::query!(
        "INSERT INTO erasure (id, day, reason, removed, models, digest, pending) VALUES (?, ?, ?, ?, ?, ?, ?)",
        id,
        day,
        reason,
        removed,
        models,
        digest,
        pending,
    )
    .execute(connection)
    .await?;
    Ok(())
}

impl Write {
    /// Removes everything about an athlete and leaves a tombstone, as part of this write, whose journal line has the identity
    /// [`NewErasure::line`]. Files that hold others' data too keep what was read from them for the others; their bytes go.
    /// Dropped without a commit, it was a preview.
    ///
    /// # Errors
    /// [`StoreFault::NoSuch`].
    pub async fn erase_athlete(&mut self, erasure: &NewErasure) -> Result<Erased, StoreFault> {
        // What is removed is overwritten with zeros in its page, before the file is packed anew.
        sqlx::query("PRAGMA secure_delete = ON").execute(self.connection()).await?;
        let erased = rows::erase(self.connection(), erasure)
            .await?
            .ok_or_else(|| StoreFault::no_such("athlete", &erasure.athlete))?;
        let pending = Pending { athlete: erasure.athlete, activities: erasure.activities.clone() };
        leave_tombstone(self.connection(), erasure, &erased, Some(json(TABLE, &pending)?)).await?;
        Ok(erased)
    }

    /// Takes the id out of a tombstone: the copies are clean too.
    ///
    /// # Errors
    /// What the database says.
    pub async fn finish_erasure(&mut self, id: ErasureId) -> Result<(), StoreFault> {
        sqlx::query("PRAGMA secure_delete = ON").execute(self.connection()).await?;
        let id = id.to_string();
        sqlx::query!("UPDATE erasure SET pending = NULL WHERE id = ? AND pending IS NOT NULL", id)
            .execute(self.connection())
            .await?;
        Ok(())
    }

    /// Refuses an id that was erased.
    pub(crate) async fn refuse_erased(&mut self, athlete: AthleteId) -> Result<(), StoreFault> {
        let digest = rows::digest(athlete).0;
        let erased = sqlx::query_scalar!("SELECT day FROM erasure WHERE digest = ?", digest)
            .fetch_optional(self.connection())
            .await?;
        match erased {
            Some(on) => Err(StoreFault::Erased { on: read(TABLE, &on)? }),
            None => Ok(()),
        }
    }
}

impl Roster {
    /// Every tombstone, newest first.
    ///
    /// # Errors
    /// What the database says.
    pub async fn tombstones(&self) -> Result<Vec<Tombstone>, StoreFault> {
        sqlx::query_as!(Row, "SELECT id, day, reason, removed, models, pending FROM erasure ORDER BY day DESC, id DESC")
            .fetch_all(&self.readers)
            .await?
            .iter()
            .map(Row::tombstone)
            .collect()
    }

    /// Erasures of which copies may not be clean yet: the program ended in the middle.
    ///
    /// # Errors
    /// What the database says.
    pub async fn unfinished_erasures(&self) -> Result<Vec<Unfinished>, StoreFault> {
        let rows = sqlx::query_as!(
            Row,
            "SELECT id, day, reason, removed, models, pending FROM erasure WHERE pending IS NOT NULL ORDER BY id"
        )
        .fetch_all(&self.readers)
        .await?;
        rows.iter()
            .map(|row| {
                let tombstone = row.tombstone()?;
                let Pending { athlete, activities } = read_json(TABLE, row.pending.as_deref().unwrap_or_default())?;
                let erasure = NewErasure {
                    id: tombstone.id,
                    athlete,
                    activities,
                    day: tombstone.day,
                    reason: tombstone.reason,
                    models: tombstone.models.clone(),
                };
                Ok(Unfinished { erasure, tombstone })
            })
            .collect()
    }

    /// What an erasure must know of somebody beforehand: every activity of theirs, whatever may be read of it, and how many of
    /// them have both a felt effort and a measured load, from which a scale of effort is learned.
    ///
    /// # Errors
    /// What the database says.
    pub async fn activities_to_erase(&self, athlete: AthleteId) -> Result<(Vec<ActivityId>, u64), StoreFault> {
        let athlete = athlete.to_string();
        let rows = sqlx::query!(
            r#"SELECT id, load_source IS NOT NULL AND load_source <> 'perceived'
                      AND COALESCE(rpe, json_extract(totals, '$.rpe')) IS NOT NULL AS "learned!: bool"
               FROM activity WHERE athlete_id = ? ORDER BY id"#,
            athlete
        )
        .fetch_all(&mut *self.reader().await?)
        .await?;
        let learned = rows.iter().filter(|row| row.learned).count() as u64;
        let ids = rows.iter().map(|row| read("activity", &row.id)).collect::<Result<_, _>>()?;
        Ok((ids, learned))
    }

    /// Whether an athlete with this id was erased here, and when. Files that bring them again are refused by it.
    ///
    /// # Errors
    /// What the database says.
    pub async fn erased_on(&self, athlete: AthleteId) -> Result<Option<NaiveDate>, StoreFault> {
        let digest = rows::digest(athlete).0;
        let day = sqlx::query_scalar!("SELECT day FROM erasure WHERE digest = ?", digest)
            .fetch_optional(&self.readers)
            .await?;
        day.map(|day| read(TABLE, &day)).transpose()
    }

    /// Packs the file anew without the pages that were freed, and empties the log beside it, so that nothing removed is
    /// left in either. Waits for readers that are at an older state.
    ///
    /// # Errors
    /// [`StoreFault::Busy`] when somebody reads an old state for too long; [`StoreFault::DiskFull`]: there must be room for
    /// a second roster while it is packed.
    pub async fn scrub(&self) -> Result<(), StoreFault> {
        // Neither statement can be prepared against a schema.
        sqlx::query("VACUUM").execute(&self.writer).await?;
        for _ in 0..TRIES {
            let (busy, ..): (i64, i64, i64) =
                sqlx::query_as("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(&self.writer).await?;
            if busy == 0 {
                return Ok(());
            }
            tracing::info!("a reader is still at an older state of the roster");
        }
        Err(StoreFault::Busy)
    }
}

/// How often the log is tried; each try waits as long as any write does.
const TRIES: u32 = 3;
