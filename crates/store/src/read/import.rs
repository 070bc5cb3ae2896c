//! Raw files: is this one here, and its bytes.

use chrono::{DateTime, Utc};
use domain::id::{ActivityId, AthleteId, BatchId, ContentHash};

use crate::fault::StoreFault;
use crate::open::Roster;
use crate::raw::Raw;
use crate::text::{read, read_opt, read_time};

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
    /// What it brought was taken back, and nothing brought it again since.
    pub undone: bool,
}

impl Roster {
    /// The file with these bytes, if it is here.
    ///
    /// # Errors
    /// What the database says.
    pub async fn source(&self, hash: &ContentHash) -> Result<Option<SourceSeen>, StoreFault> {
        let hash = hash.0.as_str();
        let mut moment = self.moment().await?;
        let row = sqlx::query!(
            r#"SELECT name, batch_id, at, athlete_id,
                      EXISTS (SELECT 1 FROM taken_back AS b WHERE b.id = r.batch_id) AS "taken_back!: bool",
                      EXISTS (SELECT 1 FROM batch_file AS f
                              WHERE f.hash = r.hash AND f.outcome IN ('imported', 'linked', 'routed')
                                AND NOT EXISTS (SELECT 1 FROM taken_back AS b WHERE b.id = f.batch_id))
                          AS "told!: bool"
               FROM raw_source AS r WHERE hash = ?"#,
            hash
        )
        .fetch_optional(&mut *moment)
        .await?;
        let Some(row) = row else { return Ok(None) };
        let rows = sqlx::query!(
            r#"SELECT id, athlete_id,
                      EXISTS (SELECT 1 FROM taken_back AS b WHERE b.id = a.batch_id) AS "taken_back!: bool"
               FROM activity AS a WHERE source = ? AND part < 1000000 ORDER BY part"#,
            hash
        )
        .fetch_all(&mut *moment)
        .await?;
        // Activities may have been given to somebody since; the row of the file stays as it was.
        let athlete = rows.first().map(|row| row.athlete_id.as_str()).or(row.athlete_id.as_deref());
        Ok(Some(SourceSeen {
            athlete: read_opt("raw_source", athlete)?,
            activities: rows.iter().map(|row| read("activity", &row.id)).collect::<Result<_, _>>()?,
            batch: read("raw_source", &row.batch_id)?,
            at: read_time("raw_source", &row.at)?,
            // Activities move to the import that brings them again; of other files its report tells.
            undone: if rows.is_empty() { row.taken_back && !row.told } else { rows.iter().any(|row| row.taken_back) },
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
    /// [`StoreFault::Withheld`] when something that may be in it is held back from this reader,
    /// [`StoreFault::LeftOutside`] when the file was too large to be copied, [`StoreFault::Packing`] when its bytes are
    /// damaged, or what the database says.
    pub async fn raw(&self, hash: &ContentHash) -> Result<Option<Vec<u8>>, StoreFault> {
        let hash = hash.0.as_str();
        let row = sqlx::query!(
            r#"SELECT r.name, r.size, r.packed, r.stride, r.kept AS "kept: bool",
                      EXISTS (SELECT 1 FROM visible_raw_source AS v WHERE v.hash = r.hash) AS "readable!: bool"
               FROM raw_source AS r WHERE r.hash = ?"#,
            hash
        )
        .fetch_optional(&mut *self.reader().await?)
        .await?;
        match row {
            None => Ok(None),
            Some(row) if !row.readable => Err(StoreFault::Withheld { name: row.name }),
            Some(row) if row.kept => Raw::unpack(&row.name, row.size, row.stride, &row.packed).map(Some),
            Some(row) => Err(StoreFault::LeftOutside { name: row.name }),
        }
    }
}
