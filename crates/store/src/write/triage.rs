//! What the coach decides about rows of the triage table: every word is one more row.

use domain::triage::{TriageFilter, TriageMark};

use super::Write;
use crate::fault::StoreFault;
use crate::text::json;

impl Write {
    /// Adds a decision, or that one was taken back. Earlier rows stay.
    ///
    /// # Errors
    /// [`StoreFault::AlreadyThere`], [`StoreFault::BrokenReference`], [`StoreFault::Unwritable`].
    pub async fn insert_triage_mark(&mut self, mark: &TriageMark) -> Result<(), StoreFault> {
        let (id, athlete) = (mark.id.to_string(), mark.athlete.to_string());
        let kind = mark.decision.kind().code();
        let text = json("triage_mark", mark)?;
        let clock = self.tick(Some(mark.at));
        sqlx::query!(
            "INSERT INTO triage_mark (id, athlete_id, kind, mark, clock) VALUES (?, ?, ?, ?, ?)",
            id,
            athlete,
            kind,
            text,
            clock,
        )
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// Keeps a filter under a name, or for `None` keeps it no longer. The newest row counts, earlier ones stay.
    ///
    /// # Errors
    /// What the database says.
    pub async fn insert_triage_filter(
        &mut self,
        name: &str,
        filter: Option<&TriageFilter>,
        author: &str,
    ) -> Result<(), StoreFault> {
        let text = filter.map(|filter| json("triage_filter", filter)).transpose()?;
        let clock = self.tick(None);
        sqlx::query!(
            "INSERT INTO triage_filter (name, filter, author, clock) VALUES (?, ?, ?, ?)",
            name,
            text,
            author,
            clock,
        )
        .execute(self.connection())
        .await?;
        Ok(())
    }
}
