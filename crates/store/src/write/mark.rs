//! Days on which an athlete's usual does not hold: every word is one more row.

use chrono::{DateTime, Utc};
use domain::id::AthleteId;
use domain::mark::Mark;

use super::Write;
use crate::fault::StoreFault;
use crate::text::{day, json, time};

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

    /// Keeps an athlete's word on marks of the cycle: yes, or no more.
    ///
    /// # Errors
    /// [`StoreFault::BrokenReference`], [`StoreFault::Unwritable`].
    pub async fn insert_cycle_word(
        &mut self,
        athlete: AthleteId,
        given: bool,
        by: &str,
        at: DateTime<Utc>,
    ) -> Result<(), StoreFault> {
        let athlete = athlete.to_string();
        let clock = self.tick(Some(at));
        let at = time(at);
        sqlx::query!(
            "INSERT INTO cycle_word (athlete_id, given, by_whom, at, clock) VALUES (?, ?, ?, ?, ?)",
            athlete,
            given,
            by,
            at,
            clock,
        )
        .execute(self.connection())
        .await?;
        Ok(())
    }
}
