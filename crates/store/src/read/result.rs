//! Races run and tests taken.

use domain::id::AthleteId;
use domain::result::Outcome;

use crate::fault::StoreFault;
use crate::open::Roster;
use crate::text::read_json;

impl Roster {
    /// Every result of an athlete that may be seen, by day, those entered later last. Corrected and withdrawn ones are
    /// among them: see [`domain::result::counting`].
    ///
    /// # Errors
    /// What the database says.
    pub async fn results(&self, athlete: AthleteId) -> Result<Vec<Outcome>, StoreFault> {
        let id = athlete.to_string();
        sqlx::query_scalar!(
            r#"SELECT outcome AS "outcome!: String" FROM visible_result WHERE athlete_id = ? ORDER BY day, clock"#,
            id
        )
        .fetch_all(&mut *self.reader().await?)
        .await?
        .iter()
        .map(|text| read_json("result", text))
        .collect()
    }
}
