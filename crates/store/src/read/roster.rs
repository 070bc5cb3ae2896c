//! The roster as a whole: counts, journal, facts about the file, and whether it is sound.

use domain::id::AthleteId;
use domain::journal::JournalLine;

use crate::fault::StoreFault;
use crate::open::Roster;
use crate::text::{count, read, read_json, read_opt, read_time};

pub(super) struct JournalRow {
    pub(super) id: String,
    pub(super) clock: String,
    pub(super) at: String,
    pub(super) author: String,
    pub(super) origin: String,
    pub(super) action: String,
    pub(super) athlete_id: Option<String>,
    pub(super) subject: Option<String>,
    pub(super) before: String,
}

impl TryFrom<JournalRow> for JournalLine {
    type Error = StoreFault;

    fn try_from(row: JournalRow) -> Result<JournalLine, StoreFault> {
        Ok(JournalLine {
            id: read("journal", &row.id)?,
            at: read_time("journal", &row.at)?,
            clock: row.clock,
            author: row.author,
            origin: row.origin,
            action: row.action,
            athlete: read_opt("journal", row.athlete_id.as_deref())?,
            subject: row.subject,
            before: read_json("journal", &row.before)?,
        })
    }
}

/// How much is in a roster.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// Athletes, the stand-in for unassigned files left out.
    pub athletes: u32,
    /// Activities that are nobody's yet.
    pub unassigned: u32,
}

impl Roster {
    /// How much is in the roster.
    ///
    /// # Errors
    /// What the database says.
    pub async fn counts(&self) -> Result<Counts, StoreFault> {
        let row = sqlx::query!(
            r#"SELECT (SELECT COUNT(*) FROM athlete WHERE NOT unassigned) AS "athletes!: i64",
                      (SELECT COUNT(*) FROM visible_activity
                       WHERE athlete_id IN (SELECT id FROM athlete WHERE unassigned)) AS "unassigned!: i64""#
        )
        .fetch_one(&mut *self.reader().await?)
        .await?;
        Ok(Counts { athletes: count("athlete", row.athletes)?, unassigned: count("activity", row.unassigned)? })
    }

    /// Activities a coach may see, each once. Looks at every one of them.
    ///
    /// # Errors
    /// What the database says.
    pub async fn activity_count(&self) -> Result<u32, StoreFault> {
        let visible = sqlx::query_scalar!(r#"SELECT COUNT(*) AS "n!: i64" FROM visible_activity"#)
            .fetch_one(&mut *self.reader().await?)
            .await?;
        count("activity", visible)
    }

    /// The newest lines of the journal, newest first.
    ///
    /// # Errors
    /// What the database says.
    pub async fn journal(&self, limit: u32) -> Result<Vec<JournalLine>, StoreFault> {
        sqlx::query_as!(
            JournalRow,
            "SELECT id, clock, at, author, origin, action, athlete_id, subject, before
             FROM visible_journal ORDER BY clock DESC LIMIT ?",
            limit
        )
        .fetch_all(&mut *self.reader().await?)
        .await?
        .into_iter()
        .map(JournalLine::try_from)
        .collect()
    }

    /// The newest lines of one kind, of one athlete or of all, newest first.
    ///
    /// # Errors
    /// What the database says.
    pub async fn journal_of(
        &self,
        action: &str,
        athlete: Option<AthleteId>,
        limit: u32,
    ) -> Result<Vec<JournalLine>, StoreFault> {
        let athlete = athlete.map(|id| id.to_string());
        sqlx::query_as!(
            JournalRow,
            "SELECT id, clock, at, author, origin, action, athlete_id, subject, before
             FROM visible_journal
             WHERE action = ?1 AND (?2 IS NULL OR athlete_id = ?2) ORDER BY clock DESC LIMIT ?3",
            action,
            athlete,
            limit
        )
        .fetch_all(&mut *self.reader().await?)
        .await?
        .into_iter()
        .map(JournalLine::try_from)
        .collect()
    }

    /// The clock of the newest write: as long as it stands still, nothing in the roster moved.
    ///
    /// # Errors
    /// What the database says.
    pub async fn newest_clock(&self) -> Result<String, StoreFault> {
        let newest = sqlx::query_scalar!(r#"SELECT MAX(clock) AS "clock: String" FROM journal"#)
            .fetch_one(&mut *self.reader().await?)
            .await?;
        Ok(newest.unwrap_or_default())
    }

    /// A fact about the roster by name, as [`crate::Write::set_meta`] kept it.
    ///
    /// # Errors
    /// What the database says.
    pub async fn meta(&self, key: &str) -> Result<Option<String>, StoreFault> {
        Ok(sqlx::query_scalar!("SELECT value FROM meta WHERE key = ?", key)
            .fetch_optional(&mut *self.reader().await?)
            .await?)
    }

    /// What is wrong with the file, as SQLite finds it: pages, indexes, references. Empty when it is sound.
    ///
    /// # Errors
    /// What the database says.
    pub async fn integrity(&self) -> Result<Vec<String>, StoreFault> {
        let mut reader = self.reader().await?;
        // Pragmas have no columns to check at compile time.
        let mut found: Vec<String> = sqlx::query_scalar("PRAGMA integrity_check").fetch_all(&mut *reader).await?;
        found.retain(|line| line != "ok");
        let broken: Vec<(String, Option<i64>, String, i64)> =
            sqlx::query_as("PRAGMA foreign_key_check").fetch_all(&mut *reader).await?;
        found.extend(broken.into_iter().map(|(table, row, parent, _)| {
            format!("row {} of {table} refers to a missing row of {parent}", row.unwrap_or_default())
        }));
        Ok(found)
    }
}
