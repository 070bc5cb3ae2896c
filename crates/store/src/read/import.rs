//! What was imported: batches and raw files.

use chrono::{DateTime, Utc};
use domain::id::{ActivityId, AthleteId, BatchId, ContentHash};

use crate::fault::StoreFault;
use crate::open::Roster;
use crate::raw::Raw;
use crate::text::{count, read, read_opt, read_time};

/// A file that is here already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceSeen {
    /// What the file was called.
    pub name: String,
    /// The import that brought it.
    pub batch: BatchId,
    /// When.
    pub at: DateTime<Utc>,
    /// Whose it is now.
    pub athlete: Option<AthleteId>,
    /// Its activities.
    pub activities: Vec<ActivityId>,
}

/// One import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// Identity.
    pub id: BatchId,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub author: String,
    /// Files kept.
    pub files: u32,
    /// Activities brought.
    pub activities: u32,
}

impl Roster {
    /// The file with these bytes, if it is here.
    ///
    /// # Errors
    /// What the database says.
    pub async fn source(&self, hash: &ContentHash) -> Result<Option<SourceSeen>, StoreFault> {
        let hash = hash.0.as_str();
        let mut moment = self.moment().await?;
        let row = sqlx::query!("SELECT name, batch_id, at, athlete_id FROM raw_source WHERE hash = ?", hash)
            .fetch_optional(&mut *moment)
            .await?;
        let Some(row) = row else { return Ok(None) };
        let rows = sqlx::query!("SELECT id, athlete_id FROM activity WHERE source = ? ORDER BY part", hash)
            .fetch_all(&mut *moment)
            .await?;
        // Activities may have been given to somebody since; the row of the file stays as it was.
        let athlete = rows.first().map(|row| row.athlete_id.as_str()).or(row.athlete_id.as_deref());
        Ok(Some(SourceSeen {
            athlete: read_opt("raw_source", athlete)?,
            activities: rows.iter().map(|row| read("activity", &row.id)).collect::<Result<_, _>>()?,
            batch: read("raw_source", &row.batch_id)?,
            at: read_time("raw_source", &row.at)?,
            name: row.name,
        }))
    }

    /// What the file with these bytes was called.
    ///
    /// # Errors
    /// What the database says.
    pub async fn file_name(&self, hash: &ContentHash) -> Result<Option<String>, StoreFault> {
        let hash = hash.0.as_str();
        Ok(sqlx::query_scalar!("SELECT name FROM raw_source WHERE hash = ?", hash)
            .fetch_optional(&mut *self.reader().await?)
            .await?)
    }

    /// A file's bytes as they were imported.
    ///
    /// # Errors
    /// [`StoreFault::Packing`] when they are damaged, or what the database says.
    pub async fn raw(&self, hash: &ContentHash) -> Result<Option<Vec<u8>>, StoreFault> {
        let hash = hash.0.as_str();
        sqlx::query!("SELECT name, size, packed FROM raw_source WHERE hash = ?", hash)
            .fetch_optional(&mut *self.reader().await?)
            .await?
            .map(|row| Raw::unpack(&row.name, row.size, &row.packed))
            .transpose()
    }

    /// Every import, newest first.
    ///
    /// # Errors
    /// What the database says.
    pub async fn batches(&self) -> Result<Vec<Batch>, StoreFault> {
        sqlx::query!(
            r#"SELECT id, at, author,
                      (SELECT COUNT(*) FROM raw_source AS r WHERE r.batch_id = b.id) AS "files!: i64",
                      (SELECT COUNT(*) FROM activity AS a WHERE a.batch_id = b.id) AS "activities!: i64"
               FROM import_batch AS b ORDER BY at DESC, id DESC"#
        )
        .fetch_all(&mut *self.reader().await?)
        .await?
        .into_iter()
        .map(|row| {
            Ok(Batch {
                id: read("import_batch", &row.id)?,
                at: read_time("import_batch", &row.at)?,
                author: row.author,
                files: count("import_batch", row.files)?,
                activities: count("import_batch", row.activities)?,
            })
        })
        .collect()
    }
}
