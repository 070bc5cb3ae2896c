//! Days on which an athlete's usual does not hold: every word is one more row.

use domain::mark::Mark;

use super::Write;
use crate::fault::StoreFault;
use crate::text::{day, json};

impl Write {
    /// Adds a mark. One it replaces or withdraws stays.
    ///
    /// # Errors
    /// [`StoreFault::AlreadyThere`], [`StoreFault::BrokenReference`], [`StoreFault::Unwritable`].
    pub async fn insert_mark(&mut self, mark: &Mark) -> Result<(), StoreFault> {
        let (id, athlete) = (mark.id.to_string(), mark.athlete.to_string());
        let kind = mark.kind.code();
        let from = day(mark.from);
        let text = json("context_mark", mark)?;
        let clock = self.tick(Some(mark.at));
        sqlx::query!(
            "INSERT INTO context_mark (id, athlete_id, kind, from_day, mark, clock) VALUES (?, ?, ?, ?, ?, ?)",
            id,
            athlete,
            kind,
            from,
            text,
            clock,
        )
        .execute(self.connection())
        .await?;
        Ok(())
    }
}
