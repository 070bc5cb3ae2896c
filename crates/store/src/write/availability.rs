//! How much time athletes have: the usual week, and days on which it does not hold.

use domain::availability::{Availability, Exception};
use domain::id::AthleteId;

use super::Write;
use crate::fault::StoreFault;
use crate::text::{day, json};

impl Write {
    /// Adds answers that hold from their day on. For the same day, the later entry counts and the earlier one stays.
    ///
    /// # Errors
    /// [`StoreFault::BrokenReference`] for an unknown athlete.
    pub async fn insert_availability(&mut self, athlete: AthleteId, answers: &Availability) -> Result<(), StoreFault> {
        let clock = self.tick(None);
        let athlete = athlete.to_string();
        let from = day(answers.from);
        let minutes = json("availability", &answers.minutes)?;
        let sports = json("availability", &answers.sports)?;
        sqlx::query!(
            "INSERT INTO availability (athlete_id, from_day, clock, minutes, sports) VALUES (?, ?, ?, ?, ?)",
            athlete,
            from,
            clock,
            minutes,
            sports,
        )
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// Adds days on which the usual time does not hold. One it replaces or withdraws stays.
    ///
    /// # Errors
    /// [`StoreFault::AlreadyThere`], [`StoreFault::BrokenReference`].
    pub async fn insert_exception(&mut self, exception: &Exception) -> Result<(), StoreFault> {
        let (id, athlete) = (exception.id.to_string(), exception.athlete.to_string());
        let (from, to) = (day(exception.from), day(exception.to));
        let text = json("availability_exception", exception)?;
        let clock = self.tick(Some(exception.at));
        sqlx::query!(
            "INSERT INTO availability_exception (id, athlete_id, from_day, to_day, exception, clock)
             VALUES (?, ?, ?, ?, ?, ?)",
            id,
            athlete,
            from,
            to,
            text,
            clock,
        )
        .execute(self.connection())
        .await?;
        Ok(())
    }
}
