//! The journal as an audit reads it: by person, kind, athlete and day.

use domain::id::AthleteId;
use domain::journal::JournalLine;

use super::roster::JournalRow;
use crate::fault::StoreFault;
use crate::open::Roster;
use crate::text::{AFTER_ALL, time};

/// Which lines of the journal; everything left out means all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AuditFilter {
    /// Of whom.
    pub athlete: Option<AthleteId>,
    /// By whom.
    pub author: Option<String>,
    /// Of which kind.
    pub action: Option<String>,
    /// From this moment on.
    pub from: Option<chrono::DateTime<chrono::Utc>>,
    /// Before this moment.
    pub until: Option<chrono::DateTime<chrono::Utc>>,
    /// Before this reading of the roster's clock.
    pub before: Option<String>,
}

impl Roster {
    /// The newest lines of the journal that fit, newest first.
    ///
    /// # Errors
    /// What the database says.
    pub async fn audit(&self, filter: &AuditFilter, limit: u32) -> Result<Vec<JournalLine>, StoreFault> {
        let athlete = filter.athlete.map(|id| id.to_string());
        let from = filter.from.map_or_else(String::new, time);
        let until = filter.until.map_or_else(|| AFTER_ALL.to_owned(), time);
        let before = filter.before.clone().unwrap_or_else(|| AFTER_ALL.to_owned());
        sqlx::query_as!(
            JournalRow,
            "SELECT id, clock, at, author, origin, action, athlete_id, subject, before
             FROM visible_journal
             WHERE clock < ?1 AND at >= ?2 AND at < ?3 AND (?4 IS NULL OR athlete_id = ?4)
               AND (?5 IS NULL OR author = ?5) AND (?6 IS NULL OR action = ?6)
             ORDER BY clock DESC LIMIT ?7",
            before,
            from,
            until,
            athlete,
            filter.author,
            filter.action,
            limit
        )
        .fetch_all(&mut *self.reader().await?)
        .await?
        .into_iter()
        .map(JournalLine::try_from)
        .collect()
    }

    /// Everybody who wrote something, and every kind of change there is, by name.
    ///
    /// # Errors
    /// What the database says.
    pub async fn audit_names(&self) -> Result<(Vec<String>, Vec<String>), StoreFault> {
        let mut reader = self.reader().await?;
        let authors = sqlx::query_scalar!("SELECT DISTINCT author FROM visible_journal ORDER BY author")
            .fetch_all(&mut *reader)
            .await?;
        let actions = sqlx::query_scalar!("SELECT DISTINCT action FROM visible_journal ORDER BY action")
            .fetch_all(&mut *reader)
            .await?;
        Ok((authors, actions))
    }
}
