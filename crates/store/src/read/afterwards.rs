//! Changes of running weeks, and what came of the plans.

use std::collections::BTreeMap;

use domain::adaptation::DecidedAdaptation;
use domain::follow_up::FollowUp;
use domain::id::{AdaptationId, AthleteId, OverrideId};
use domain::week::Week;

use crate::fault::StoreFault;
use crate::open::Roster;
use crate::text::{read, read_json, whose};

impl Roster {
    /// Adaptations of a week that were decided on, oldest first.
    ///
    /// # Errors
    /// What the database says.
    pub async fn adaptations(&self, athlete: AthleteId, week: Week) -> Result<Vec<DecidedAdaptation>, StoreFault> {
        let (athlete, week) = (athlete.to_string(), week.to_string());
        sqlx::query_scalar!(
            "SELECT decided FROM visible_adaptation WHERE athlete_id = ? AND week = ? ORDER BY clock",
            athlete,
            week
        )
        .fetch_all(&mut *self.reader().await?)
        .await?
        .iter()
        .map(|text| read_json("adaptation", text))
        .collect()
    }

    /// The overrides of an athlete that an adaptation made, each with it.
    ///
    /// # Errors
    /// What the database says.
    pub async fn adapted_overrides(
        &self,
        athlete: AthleteId,
    ) -> Result<BTreeMap<OverrideId, AdaptationId>, StoreFault> {
        self.adapted_overrides_of(Some(athlete)).await
    }

    /// The overrides of an athlete, or of everybody for `None`, that an adaptation made, each with it.
    ///
    /// # Errors
    /// What the database says.
    pub async fn adapted_overrides_of(
        &self,
        athlete: Option<AthleteId>,
    ) -> Result<BTreeMap<OverrideId, AdaptationId>, StoreFault> {
        const TABLE: &str = "adaptation_override";
        let (low, high) = whose(athlete);
        sqlx::query!(
            "SELECT override_id, adaptation_id FROM adaptation_override WHERE athlete_id >= ? AND athlete_id <= ?",
            low,
            high
        )
        .fetch_all(&mut *self.reader().await?)
        .await?
        .into_iter()
        .map(|row| Ok((read(TABLE, &row.override_id)?, read(TABLE, &row.adaptation_id)?)))
        .collect()
    }

    /// What came of the sessions of an athlete, or of everybody for `None`: newest days first, at most `limit`. A row
    /// joins training, readiness and reports of illness, and is given only where all three may be seen.
    ///
    /// # Errors
    /// What the database says.
    pub async fn follow_ups(&self, athlete: Option<AthleteId>, limit: u32) -> Result<Vec<FollowUp>, StoreFault> {
        let (low, high) = whose(athlete);
        sqlx::query_scalar!(
            r#"SELECT row AS "row!" FROM visible_follow_up
               WHERE athlete_id >= ? AND athlete_id <= ? ORDER BY day DESC, athlete_id, session_id LIMIT ?"#,
            low,
            high,
            limit
        )
        .fetch_all(&mut *self.reader().await?)
        .await?
        .iter()
        .map(|text| read_json("follow_up", text))
        .collect()
    }
}
