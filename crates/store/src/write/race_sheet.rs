//! Sheets of races: every change is one more version.

use domain::race_sheet::RaceSheet;

use super::Write;
use crate::fault::StoreFault;
use crate::text::json;

impl Write {
    /// Adds a version of a race's sheet. Those before it stay.
    ///
    /// # Errors
    /// [`StoreFault::AlreadyThere`] when the version is taken, [`StoreFault::BrokenReference`], [`StoreFault::Unwritable`].
    pub async fn insert_race_sheet(&mut self, sheet: &RaceSheet) -> Result<(), StoreFault> {
        let (id, athlete, race) = (sheet.id.to_string(), sheet.athlete.to_string(), sheet.race.to_string());
        let text = json("race_sheet", sheet)?;
        let clock = self.tick(Some(sheet.at));
        sqlx::query!(
            "INSERT INTO race_sheet (id, athlete_id, race_id, version, sheet, clock) VALUES (?, ?, ?, ?, ?, ?)",
            id,
            athlete,
            race,
            sheet.version,
            text,
            clock,
        )
        .execute(self.connection())
        .await?;
        Ok(())
    }
}
