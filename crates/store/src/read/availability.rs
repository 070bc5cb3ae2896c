//! How much time athletes have: the usual week, and days on which it does not hold.

use domain::availability::{Availability, Exception};
use domain::id::AthleteId;

use crate::fault::StoreFault;
use crate::open::Roster;
use crate::text::{read, read_json, whose};

impl Roster {
    /// An athlete's answers about time, in the order they were entered: of two for one day, the later counts.
    ///
    /// # Errors
    /// What the database says.
    pub async fn availability(&self, athlete: AthleteId) -> Result<Vec<Availability>, StoreFault> {
        Ok(self.availability_of(Some(athlete)).await?.into_iter().map(|(_, answers)| answers).collect())
    }

    /// The answers of an athlete, or of everybody for `None`, in the order they were entered.
    ///
    /// # Errors
    /// What the database says.
    pub async fn availability_of(
        &self,
        athlete: Option<AthleteId>,
    ) -> Result<Vec<(AthleteId, Availability)>, StoreFault> {
        const TABLE: &str = "availability";
        let (low, high) = whose(athlete);
        sqlx::query!(
            "SELECT athlete_id, from_day, minutes, sports FROM availability
             WHERE athlete_id >= ? AND athlete_id <= ? ORDER BY clock",
            low,
            high
        )
        .fetch_all(&mut *self.reader().await?)
        .await?
        .into_iter()
        .map(|row| {
            let answers = Availability {
                from: read(TABLE, &row.from_day)?,
                minutes: read_json(TABLE, &row.minutes)?,
                sports: row.sports.as_deref().map(|text| read_json(TABLE, text)).transpose()?.unwrap_or_default(),
            };
            Ok((read(TABLE, &row.athlete_id)?, answers))
        })
        .collect()
    }

    /// An athlete's dated exceptions, oldest first, replaced and withdrawn ones included: see
    /// [`domain::availability::counting`]. Where health data are withheld, an illness or injury is an exception without
    /// a reason.
    ///
    /// # Errors
    /// What the database says.
    pub async fn exceptions(&self, athlete: AthleteId) -> Result<Vec<Exception>, StoreFault> {
        self.exceptions_of(Some(athlete)).await
    }

    /// The dated exceptions of an athlete, or of everybody for `None`, as [`Roster::exceptions`] gives them.
    ///
    /// # Errors
    /// What the database says.
    pub async fn exceptions_of(&self, athlete: Option<AthleteId>) -> Result<Vec<Exception>, StoreFault> {
        let (low, high) = whose(athlete);
        sqlx::query_scalar!(
            r#"SELECT exception AS "exception!: String" FROM visible_exception
               WHERE athlete_id >= ? AND athlete_id <= ? ORDER BY clock"#,
            low,
            high
        )
        .fetch_all(&mut *self.reader().await?)
        .await?
        .iter()
        .map(|text| read_json("availability_exception", text))
        .collect()
    }
}
