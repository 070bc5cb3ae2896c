//! What a club set for its imports: limits of repairs, meanings of columns.

use domain::clean::RepairLimits;
use domain::id::AthleteId;
use domain::table::ColumnMap;

use super::Write;
use crate::fault::StoreFault;
use crate::text::json;

impl Write {
    /// Sets past which values an athlete's samples are marked as suspect; `None` is the usual limits again. The newest row
    /// counts, earlier ones stay.
    ///
    /// # Errors
    /// [`StoreFault::BrokenReference`] for an unknown athlete, [`StoreFault::Unwritable`] for a limit that is no number.
    pub async fn insert_repair_limits(
        &mut self,
        athlete: AthleteId,
        limits: Option<&RepairLimits>,
    ) -> Result<(), StoreFault> {
        let clock = self.tick(None);
        let athlete = athlete.to_string();
        let limits = limits.map_or_else(|| Ok("null".to_owned()), |limits| json("repair_limits", limits))?;
        sqlx::query!("INSERT INTO repair_limits (athlete_id, clock, limits) VALUES (?, ?, ?)", athlete, clock, limits)
            .execute(self.connection())
            .await?;
        Ok(())
    }

    /// Remembers what the columns of tables with these headings mean. The newest row counts, earlier ones stay.
    ///
    /// # Errors
    /// What the database says.
    pub async fn insert_column_map(&mut self, map: &ColumnMap) -> Result<(), StoreFault> {
        let clock = self.tick(None);
        let headings = json("column_map", &map.headings)?;
        let uses = json("column_map", &map.uses)?;
        sqlx::query!("INSERT INTO column_map (headings, clock, uses) VALUES (?, ?, ?)", headings, clock, uses)
            .execute(self.connection())
            .await?;
        Ok(())
    }
}
