//! Races run and tests taken: every word is one more row.

use domain::result::Outcome;

use super::Write;
use crate::fault::StoreFault;
use crate::text::{day, json};

impl Write {
    /// Adds a result. One it corrects or withdraws stays.
    ///
    /// # Errors
    /// [`StoreFault::AlreadyThere`], [`StoreFault::BrokenReference`], [`StoreFault::Unwritable`].
    pub async fn insert_result(&mut self, outcome: &Outcome) -> Result<(), StoreFault> {
        let (id, athlete) = (outcome.id.to_string(), outcome.athlete.to_string());
        let on = day(outcome.date);
        let text = json("result", outcome)?;
        let clock = self.tick(Some(outcome.at));
        sqlx::query!(
            "INSERT INTO result (id, athlete_id, day, outcome, clock) VALUES (?, ?, ?, ?, ?)",
            id,
            athlete,
            on,
            text,
            clock,
        )
        .execute(self.connection())
        .await?;
        Ok(())
    }
}
