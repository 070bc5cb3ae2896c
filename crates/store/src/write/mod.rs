//! Writes: one transaction each, with its journal line.

pub(crate) mod activity;
pub(crate) mod afterwards;
pub(crate) mod athlete;
pub(crate) mod availability;
pub(crate) mod beneath;
pub(crate) mod club;
pub(crate) mod consent;
pub(crate) mod custom;
pub(crate) mod import;
pub(crate) mod keyring;
pub(crate) mod link;
pub(crate) mod mark;
pub(crate) mod measures;
pub(crate) mod own;
pub(crate) mod plan;
pub(crate) mod race_sheet;
pub(crate) mod result;
pub(crate) mod retention;
pub(crate) mod revision;
pub(crate) mod rule;
pub(crate) mod season;
pub(crate) mod template;
pub(crate) mod triage;
pub(crate) mod wellness;

use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::id::{AthleteId, JournalId};
use sqlx::{Sqlite, SqliteConnection, SqlitePool, Transaction};

use crate::clock::HybridClock;
use crate::fault::StoreFault;
use crate::text::time;

/// A write under way. It becomes part of the roster by [`Write::commit`]; dropped, it leaves nothing.
#[derive(Debug)]
pub struct Write {
    transaction: Transaction<'static, Sqlite>,
    clock: HybridClock,
    origin: Arc<str>,
}

/// What the journal says about a write.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Identity of the line.
    pub id: JournalId,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub author: String,
    /// What was done, as a stable code (`import-files`).
    pub action: &'static str,
    /// Whose data, if one athlete's.
    pub athlete: Option<AthleteId>,
    /// What it was done to.
    pub subject: Option<String>,
    /// What stood there before; null for something new.
    pub before: serde_json::Value,
}

impl Write {
    pub(crate) async fn begin(writer: &SqlitePool, origin: Arc<str>) -> Result<Write, StoreFault> {
        // IMMEDIATE: takes the write lock now, so that no later statement of this write can find it taken.
        let mut transaction = writer.begin_with("BEGIN IMMEDIATE").await?;
        let last = sqlx::query_scalar!(r#"SELECT MAX(clock) AS "clock: String" FROM journal"#)
            .fetch_one(&mut *transaction)
            .await?;
        let clock = last.map_or_else(|| Ok(HybridClock::default()), |text| HybridClock::read(&text))?;
        Ok(Write { transaction, clock, origin })
    }

    pub(crate) fn connection(&mut self) -> &mut SqliteConnection {
        &mut self.transaction
    }

    /// The next reading of the roster's clock, after every row written so far.
    pub(crate) fn tick(&mut self, at: Option<DateTime<Utc>>) -> String {
        self.clock.tick(at).to_string()
    }

    /// Keeps a fact about the roster under a name, in place of an earlier one.
    ///
    /// # Errors
    /// What the database says.
    pub async fn set_meta(&mut self, key: &str, value: &str) -> Result<(), StoreFault> {
        sqlx::query!(
            "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            key,
            value,
        )
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// Writes the journal line, then makes everything written part of the roster.
    ///
    /// # Errors
    /// What the database says; then nothing of this write stays.
    pub async fn commit(mut self, entry: Entry) -> Result<(), StoreFault> {
        let clock = self.tick(Some(entry.at));
        let origin = self.origin.clone();
        let (id, at) = (entry.id.to_string(), time(entry.at));
        let athlete = entry.athlete.map(|id| id.to_string());
        let before = entry.before.to_string();
        let origin = &*origin;
        sqlx::query!(
            "INSERT INTO journal (id, clock, at, author, origin, action, athlete_id, subject, before)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            id,
            clock,
            at,
            entry.author,
            origin,
            entry.action,
            athlete,
            entry.subject,
            before,
        )
        .execute(self.connection())
        .await?;
        crate::chain::extend(self.connection()).await?;
        self.transaction.commit().await?;
        Ok(())
    }
}
