//! What a club set for its imports: limits of repairs, meanings of columns.

use domain::clean::RepairLimits;
use domain::id::AthleteId;
use domain::table::ColumnMap;

use crate::fault::StoreFault;
use crate::open::Roster;
use crate::text::read_json;

impl Roster {
    /// Past which values an athlete's samples are marked as suspect; `None` where the usual limits hold.
    ///
    /// # Errors
    /// What the database says.
    pub async fn repair_limits(&self, athlete: AthleteId) -> Result<Option<RepairLimits>, StoreFault> {
        let id = athlete.to_string();
        let limits = sqlx::query_scalar!(
            "SELECT limits FROM repair_limits WHERE athlete_id = ? ORDER BY clock DESC LIMIT 1",
            id
        )
        .fetch_optional(&mut *self.reader().await?)
        .await?;
        limits.map_or(Ok(None), |text| read_json("repair_limits", &text))
    }

    /// What the columns of known tables mean, the newest word for each set of headings, in the order they were said.
    ///
    /// # Errors
    /// What the database says.
    pub async fn column_maps(&self) -> Result<Vec<ColumnMap>, StoreFault> {
        sqlx::query!(
            "SELECT headings, uses FROM column_map AS m
             WHERE clock = (SELECT MAX(n.clock) FROM column_map AS n WHERE n.headings = m.headings) ORDER BY clock"
        )
        .fetch_all(&mut *self.reader().await?)
        .await?
        .into_iter()
        .map(|row| {
            Ok(ColumnMap {
                headings: read_json("column_map", &row.headings)?,
                uses: read_json("column_map", &row.uses)?,
            })
        })
        .collect()
    }
}
