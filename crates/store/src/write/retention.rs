//! Rules on how long things are kept, and their application.

use chrono::{DateTime, NaiveDate, Utc};
use domain::erasure::RetentionKind;

use super::Write;
use crate::erase::rows::{execute, lift};
use crate::fault::StoreFault;
use crate::text::{day, time};

impl Write {
    /// Sets a rule; `None` switches it off.
    ///
    /// # Errors
    /// What the database says.
    pub async fn insert_retention_rule(
        &mut self,
        kind: RetentionKind,
        months: Option<u32>,
        author: &str,
        at: DateTime<Utc>,
    ) -> Result<(), StoreFault> {
        let (kind, clock, at) = (kind.code(), self.tick(Some(at)), time(at));
        sqlx::query!(
            "INSERT INTO retention_rule (kind, months, author, at, clock) VALUES (?, ?, ?, ?, ?)",
            kind,
            months,
            author,
            at,
            clock
        )
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// Removes where athletes were, of activities before a day: positions, starting places, and the bytes of the files they
    /// came in. Returns how many files lost their bytes.
    ///
    /// # Errors
    /// What the database says.
    pub async fn forget_locations(&mut self, before: NaiveDate) -> Result<u64, StoreFault> {
        let before = day(before);
        let lifted = self.lifted().await?;
        let files = sqlx::query!(
            "UPDATE raw_source SET packed = x'', kept = 0, stride = 0
             WHERE kept AND hash IN (
                SELECT a.source FROM activity AS a WHERE a.start_local < ?
                   AND (a.place IS NOT NULL OR EXISTS (
                      SELECT 1 FROM channel AS c WHERE c.activity_id = a.id AND c.kind IN ('latitude', 'longitude'))))",
            before
        )
        .execute(self.connection())
        .await?
        .rows_affected();
        sqlx::query!(
            "DELETE FROM channel WHERE kind IN ('latitude', 'longitude')
               AND activity_id IN (SELECT id FROM activity WHERE start_local < ?)",
            before
        )
        .execute(self.connection())
        .await?;
        sqlx::query!(
            "DELETE FROM recorded_channel WHERE kind IN ('latitude', 'longitude')
               AND activity_id IN (SELECT id FROM activity WHERE start_local < ?)",
            before
        )
        .execute(self.connection())
        .await?;
        sqlx::query!(
            "UPDATE recorded_activity SET shapes = json_remove(shapes, '$.place')
             WHERE activity_id IN (SELECT id FROM activity WHERE start_local < ?)",
            before
        )
        .execute(self.connection())
        .await?;
        sqlx::query!("UPDATE activity SET place = NULL WHERE start_local < ? AND place IS NOT NULL", before)
            .execute(self.connection())
            .await?;
        self.guard(lifted).await?;
        Ok(files)
    }

    /// Removes the bytes of original files whose activities are all before a day. What was read from them stays, and so does
    /// the hash by which they are known. Returns how many.
    ///
    /// # Errors
    /// What the database says.
    pub async fn forget_originals(&mut self, before: NaiveDate) -> Result<u64, StoreFault> {
        let before = day(before);
        let lifted = self.lifted().await?;
        let files = sqlx::query!(
            "UPDATE raw_source SET packed = x'', kept = 0, stride = 0
             WHERE kept AND hash IN (SELECT source FROM activity WHERE start_local < ?)
               AND hash NOT IN (SELECT source FROM activity WHERE start_local >= ?)",
            before,
            before
        )
        .execute(self.connection())
        .await?
        .rows_affected();
        self.guard(lifted).await?;
        Ok(files)
    }

    async fn lifted(&mut self) -> Result<Vec<(String, String)>, StoreFault> {
        sqlx::query("PRAGMA secure_delete = ON").execute(self.connection()).await?;
        lift(self.connection()).await
    }

    async fn guard(&mut self, lifted: Vec<(String, String)>) -> Result<(), StoreFault> {
        for (_, sql) in lifted {
            execute(self.connection(), sql, &[]).await?;
        }
        Ok(())
    }
}
