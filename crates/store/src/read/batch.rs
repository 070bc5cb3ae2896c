//! Imports as they were: what was asked for, what became of each file, and what an undo takes along.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::id::{AthleteId, BatchId};
use serde_json::Value;

use crate::fault::StoreFault;
use crate::open::Roster;
use crate::text::{count, read, read_json, read_time};

/// One import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// Identity.
    pub id: BatchId,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub author: String,
    /// Where the files came from, as a stable code (`files`, `uploads`, `watch`, `hand`).
    pub source: String,
    /// `running`, `done` or `cancelled`. One that runs no more and still stands as running was interrupted.
    pub state: String,
    /// It was taken back.
    pub undone: bool,
    /// Files looked at.
    pub files: u32,
    /// Files of each outcome, by its stable code; empty for imports older than reports.
    pub outcomes: Vec<(String, u32)>,
    /// Activities that belong to it, copies too, also when it was taken back.
    pub activities: u32,
}

/// What comes and goes with a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct BatchContents {
    /// Activities.
    pub activities: u32,
    /// Wellness values.
    pub wellness: u32,
    /// Devices remembered.
    pub devices: u32,
    /// Session templates.
    pub templates: u32,
    /// Activities that the batch linked as copies.
    pub links: u32,
    /// Notes on its activities, corrected ones counted once.
    pub notes: u32,
}

struct BatchRow {
    id: String,
    at: String,
    author: String,
    source: String,
    state: String,
    undone: bool,
    files: i64,
    activities: i64,
}

impl BatchRow {
    fn batch(self, outcomes: Vec<(String, u32)>) -> Result<Batch, StoreFault> {
        let kept = count("import_batch", self.files)?;
        let told = outcomes.iter().map(|(_, files)| files).sum();
        Ok(Batch {
            id: read("import_batch", &self.id)?,
            at: read_time("import_batch", &self.at)?,
            author: self.author,
            source: self.source,
            state: self.state,
            undone: self.undone,
            // Before there were reports, only the files that were kept are known.
            files: if outcomes.is_empty() { kept } else { told },
            outcomes,
            activities: count("import_batch", self.activities)?,
        })
    }
}

impl Roster {
    /// Every import, newest first.
    ///
    /// # Errors
    /// What the database says.
    pub async fn batches(&self) -> Result<Vec<Batch>, StoreFault> {
        let mut moment = self.moment().await?;
        let mut outcomes: HashMap<String, Vec<(String, u32)>> = HashMap::new();
        let rows = sqlx::query!(
            r#"SELECT batch_id, outcome, COUNT(*) AS "files: i64" FROM batch_file GROUP BY batch_id, outcome"#
        )
        .fetch_all(&mut *moment)
        .await?;
        for row in rows {
            outcomes.entry(row.batch_id).or_default().push((row.outcome, count("batch_file", row.files)?));
        }
        sqlx::query_as!(
            BatchRow,
            r#"SELECT id, at, author, source, state, undone_at IS NOT NULL AS "undone!: bool",
                      (SELECT COUNT(*) FROM raw_source AS r WHERE r.batch_id = b.id) AS "files!: i64",
                      (SELECT COUNT(*) FROM activity AS a WHERE a.batch_id = b.id) AS "activities!: i64"
               FROM import_batch AS b ORDER BY at DESC, id DESC"#
        )
        .fetch_all(&mut *moment)
        .await?
        .into_iter()
        .map(|row| {
            let outcomes = outcomes.remove(&row.id).unwrap_or_default();
            row.batch(outcomes)
        })
        .collect()
    }

    /// One import.
    ///
    /// # Errors
    /// What the database says.
    pub async fn batch(&self, id: BatchId) -> Result<Option<Batch>, StoreFault> {
        let id = id.to_string();
        let mut moment = self.moment().await?;
        let row = sqlx::query_as!(
            BatchRow,
            r#"SELECT id, at, author, source, state, undone_at IS NOT NULL AS "undone!: bool",
                      (SELECT COUNT(*) FROM raw_source AS r WHERE r.batch_id = b.id) AS "files!: i64",
                      (SELECT COUNT(*) FROM activity AS a WHERE a.batch_id = b.id) AS "activities!: i64"
               FROM import_batch AS b WHERE id = ?"#,
            id
        )
        .fetch_optional(&mut *moment)
        .await?;
        let Some(row) = row else { return Ok(None) };
        let outcomes = sqlx::query!(
            r#"SELECT outcome, COUNT(*) AS "files: i64" FROM batch_file WHERE batch_id = ? GROUP BY outcome"#,
            id
        )
        .fetch_all(&mut *moment)
        .await?
        .into_iter()
        .map(|row| Ok((row.outcome, count("batch_file", row.files)?)))
        .collect::<Result<_, StoreFault>>()?;
        row.batch(outcomes).map(Some)
    }

    /// What was asked for when an import began, as it was given to [`crate::Write::insert_batch`]; `None` where nothing
    /// was kept.
    ///
    /// # Errors
    /// What the database says.
    pub async fn batch_request(&self, id: BatchId) -> Result<Option<Value>, StoreFault> {
        let id = id.to_string();
        let request = sqlx::query_scalar!("SELECT request FROM import_batch WHERE id = ?", id)
            .fetch_optional(&mut *self.reader().await?)
            .await?;
        request.map_or(Ok(None), |text| read_json("import_batch", &text))
    }

    /// What became of each file of an import, by its place in the report.
    ///
    /// # Errors
    /// What the database says.
    pub async fn batch_files(&self, id: BatchId) -> Result<Vec<Value>, StoreFault> {
        let id = id.to_string();
        sqlx::query_scalar!("SELECT report FROM batch_file WHERE batch_id = ? ORDER BY position", id)
            .fetch_all(&mut *self.reader().await?)
            .await?
            .iter()
            .map(|text| read_json("batch_file", text))
            .collect()
    }

    /// What comes and goes with a batch, whether it was taken back or not. All zeros for an unknown one.
    ///
    /// # Errors
    /// What the database says.
    pub async fn batch_contents(&self, id: BatchId) -> Result<BatchContents, StoreFault> {
        let id = id.to_string();
        let row = sqlx::query!(
            r#"SELECT (SELECT COUNT(*) FROM activity WHERE batch_id = ?1)
                      - (SELECT COUNT(*) FROM revision_member AS m CROSS JOIN activity AS a
                         WHERE m.role = 'part' AND a.id = m.activity_id AND a.batch_id = ?1) AS "activities!: i64",
                      (SELECT COUNT(*) FROM wellness_entry WHERE batch_id = ?1) AS "wellness!: i64",
                      (SELECT COUNT(*) FROM device WHERE batch_id = ?1) AS "devices!: i64",
                      (SELECT COUNT(*) FROM session_template WHERE batch_id = ?1) AS "templates!: i64",
                      (SELECT COUNT(DISTINCT activity_id) FROM activity_link WHERE batch_id = ?1 AND same = 1)
                          AS "links!: i64",
                      (SELECT COUNT(*) FROM annotation AS n JOIN activity AS a
                           ON a.id = json_extract(n.subject, '$.activity') AND a.batch_id = ?1
                       WHERE NOT EXISTS (SELECT 1 FROM annotation AS c WHERE c.supersedes = n.id)) AS "notes!: i64""#,
            id
        )
        .fetch_one(&mut *self.reader().await?)
        .await?;
        Ok(BatchContents {
            activities: count("activity", row.activities)?,
            wellness: count("wellness_entry", row.wellness)?,
            devices: count("device", row.devices)?,
            templates: count("session_template", row.templates)?,
            links: count("activity_link", row.links)?,
            notes: count("annotation", row.notes)?,
        })
    }

    /// Whose data a batch brought.
    ///
    /// # Errors
    /// What the database says.
    pub async fn batch_athletes(&self, id: BatchId) -> Result<Vec<AthleteId>, StoreFault> {
        let id = id.to_string();
        sqlx::query_scalar!(
            r#"SELECT athlete_id AS "athlete_id!" FROM (
                   SELECT athlete_id FROM activity WHERE batch_id = ?1
                   UNION SELECT athlete_id FROM wellness_entry WHERE batch_id = ?1
                   UNION SELECT athlete_id FROM device WHERE batch_id = ?1
                   UNION SELECT athlete_id FROM session_template WHERE batch_id = ?1 AND athlete_id IS NOT NULL
                   UNION SELECT athlete_id FROM activity_link WHERE batch_id = ?1
                   UNION SELECT athlete_id FROM athlete_word WHERE batch_id = ?1)
               ORDER BY athlete_id"#,
            id
        )
        .fetch_all(&mut *self.reader().await?)
        .await?
        .iter()
        .map(|text| read("athlete", text))
        .collect()
    }
}
