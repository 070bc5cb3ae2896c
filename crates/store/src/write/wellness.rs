//! Wellness: every value is one more row.

use domain::wellness::WellnessEntry;

use super::Write;
use crate::fault::StoreFault;
use crate::text::{day, finite, time};

impl Write {
    /// Adds a value. An earlier one of the same day and field stays.
    ///
    /// # Errors
    /// [`StoreFault::AlreadyThere`], [`StoreFault::BrokenReference`], [`StoreFault::NotFinite`].
    pub async fn insert_wellness(&mut self, entry: &WellnessEntry) -> Result<(), StoreFault> {
        let (id, athlete) = (entry.id.to_string(), entry.athlete.to_string());
        let batch = entry.batch.map(|id| id.to_string());
        let (on, recorded_at) = (day(entry.value.date), time(entry.recorded_at));
        let field = entry.value.field.code();
        let value = finite(field, entry.value.value)?;
        sqlx::query!(
            "INSERT INTO wellness_entry (id, athlete_id, batch_id, day, field, value, source, recorded_at)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            id,
            athlete,
            batch,
            on,
            field,
            value,
            entry.value.source,
            recorded_at,
        )
        .execute(self.connection())
        .await?;
        Ok(())
    }
}
