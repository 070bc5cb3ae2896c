//! Days on which an athlete's usual does not hold.

use domain::id::AthleteId;
use domain::mark::Mark;

use crate::fault::StoreFault;
use crate::open::Roster;
use crate::text::read_json;

impl Roster {
    /// Every mark of an athlete that may be seen, by first day, those entered later last. Replaced and withdrawn ones are
    /// among them: see [`domain::mark::counting`].
    ///
    /// # Errors
    /// What the database says.
    pub async fn marks(&self, athlete: AthleteId) -> Result<Vec<Mark>, StoreFault> {
        let id = athlete.to_string();
        sqlx::query_scalar!(
            r#"SELECT mark AS "mark!" FROM visible_mark WHERE athlete_id = ? ORDER BY from_day, clock"#,
            id
        )
        .fetch_all(&mut *self.reader().await?)
        .await?
        .iter()
        .map(|text| read_json("context_mark", text))
        .collect()
    }

    /// Whether the athlete's newest word on marks of the cycle is a yes; nothing said is a no.
    ///
    /// # Errors
    /// What the database says.
    pub async fn cycle_allowed(&self, athlete: AthleteId) -> Result<bool, StoreFault> {
        let id = athlete.to_string();
        let given = sqlx::query_scalar!(
            r#"SELECT c.given AS "given: bool" FROM reading AS r CROSS JOIN consent AS c
               WHERE c.athlete_id = ? AND c.category = 'cycle' AND c.purpose = r.purpose ORDER BY c.clock DESC LIMIT 1"#,
            id
        )
        .fetch_optional(&mut *self.reader().await?)
        .await?;
        Ok(given.unwrap_or(false))
    }
}
