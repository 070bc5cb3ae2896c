//! Sheets of races.

use domain::id::RaceId;
use domain::race_sheet::RaceSheet;

use crate::fault::StoreFault;
use crate::open::Roster;
use crate::text::read_json;

impl Roster {
    /// Every version of a race's sheet, the newest first.
    ///
    /// # Errors
    /// What the database says.
    pub async fn race_sheets(&self, race: RaceId) -> Result<Vec<RaceSheet>, StoreFault> {
        let id = race.to_string();
        sqlx::query_scalar!(r#"SELECT sheet AS "sheet!" FROM race_sheet WHERE race_id = ? ORDER BY version DESC"#, id)
            .fetch_all(&mut *self.reader().await?)
            .await?
            .iter()
            .map(|text| read_json("race_sheet", text))
            .collect()
    }
}
