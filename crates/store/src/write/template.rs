//! The coach's own session templates.

use chrono::{DateTime, Utc};
use domain::id::{AthleteId, BatchId};
use domain::library::Template;

use super::Write;
use crate::fault::StoreFault;
use crate::text::{json, time};

impl Write {
    /// Adds a session template of the coach's own, for one athlete or for all. `batch` is the import that brought it: it is
    /// taken back with it. One of the same name may come again after it was taken back or withdrawn.
    ///
    /// # Errors
    /// [`StoreFault::AlreadyThere`], [`StoreFault::BrokenReference`].
    pub async fn insert_template(
        &mut self,
        template: &Template,
        athlete: Option<AthleteId>,
        batch: Option<BatchId>,
    ) -> Result<(), StoreFault> {
        let clock = self.tick(None);
        let athlete = athlete.map(|id| id.to_string());
        let batch = batch.map(|id| id.to_string());
        let text = json("session_template", template)?;
        let done = sqlx::query!(
            "INSERT INTO session_template (id, athlete_id, clock, template, batch_id) VALUES (?, ?, ?, ?, ?)
             ON CONFLICT (id) DO UPDATE SET athlete_id = excluded.athlete_id, clock = excluded.clock,
                                            template = excluded.template, batch_id = excluded.batch_id
             WHERE EXISTS (SELECT 1 FROM taken_back AS b WHERE b.id = session_template.batch_id)
                OR EXISTS (SELECT 1 FROM template_withdrawn AS w
                           WHERE w.template_id = session_template.id AND w.clock > session_template.clock)",
            template.id,
            athlete,
            clock,
            text,
            batch,
        )
        .execute(self.connection())
        .await?;
        if done.rows_affected() == 0 {
            return Err(StoreFault::AlreadyThere { constraint: format!("session_template {}", template.id) });
        }
        Ok(())
    }

    /// Takes an own template out of the library. Whether it was in it.
    ///
    /// # Errors
    /// What the database says.
    pub async fn withdraw_template(&mut self, id: &str, at: DateTime<Utc>) -> Result<bool, StoreFault> {
        let clock = self.tick(Some(at));
        let at = time(at);
        let done = sqlx::query!(
            "INSERT INTO template_withdrawn (template_id, at, clock)
             SELECT id, ?, ? FROM session_template AS t
             WHERE id = ? AND NOT EXISTS (SELECT 1 FROM taken_back AS b WHERE b.id = t.batch_id)
               AND NOT EXISTS (SELECT 1 FROM template_withdrawn AS w WHERE w.template_id = t.id AND w.clock > t.clock)",
            at,
            clock,
            id,
        )
        .execute(self.connection())
        .await?;
        Ok(done.rows_affected() > 0)
    }
}
