//! What holds for many athletes at once: fixed things of the club, the coach's limits, and the planner's switches.

use std::collections::BTreeMap;

use domain::bounds::{Bounds, Scope};
use domain::club::ClubBlock;

use crate::fault::StoreFault;
use crate::open::Roster;
use crate::text::{read_json, read_opt};

const BOUNDS: &str = "plan_bounds";

impl Roster {
    /// Every fixed thing of the club, oldest first, replaced and withdrawn ones included: see [`domain::club::counting`].
    ///
    /// # Errors
    /// What the database says.
    pub async fn blocks(&self) -> Result<Vec<ClubBlock>, StoreFault> {
        sqlx::query_scalar!("SELECT block FROM club_block ORDER BY clock")
            .fetch_all(&mut *self.reader().await?)
            .await?
            .iter()
            .map(|text| read_json("club_block", text))
            .collect()
    }

    /// The limits set for a scope itself: wider ones are not joined in. Nothing set is no limit.
    ///
    /// # Errors
    /// What the database says.
    pub async fn bounds(&self, scope: Scope) -> Result<Bounds, StoreFault> {
        let (squad, athlete) = columns(scope);
        let newest = sqlx::query_scalar!(
            "SELECT bounds FROM plan_bounds WHERE squad_id IS ? AND athlete_id IS ? ORDER BY clock DESC LIMIT 1",
            squad,
            athlete
        )
        .fetch_optional(&mut *self.reader().await?)
        .await?;
        newest.map_or_else(|| Ok(Bounds::default()), |text| read_json(BOUNDS, &text))
    }

    /// The limits of every scope that has any: the club, then squads, then athletes.
    ///
    /// # Errors
    /// What the database says.
    pub async fn all_bounds(&self) -> Result<Vec<(Scope, Bounds)>, StoreFault> {
        let rows = sqlx::query!("SELECT squad_id, athlete_id, bounds FROM plan_bounds ORDER BY clock")
            .fetch_all(&mut *self.reader().await?)
            .await?;
        let mut newest = BTreeMap::new();
        for row in rows {
            let squad = read_opt(BOUNDS, row.squad_id.as_deref())?;
            let scope = match (squad, read_opt(BOUNDS, row.athlete_id.as_deref())?) {
                (_, Some(athlete)) => Scope::Athlete { athlete },
                (Some(squad), None) => Scope::Squad { squad },
                (None, None) => Scope::Club,
            };
            newest.insert(scope, read_json(BOUNDS, &row.bounds)?);
        }
        Ok(newest.into_iter().filter(|(_, bounds)| *bounds != Bounds::default()).collect())
    }

    /// The planner's switches that were ever set, as they stand.
    ///
    /// # Errors
    /// What the database says.
    pub async fn switches(&self) -> Result<BTreeMap<String, bool>, StoreFault> {
        let rows = sqlx::query!(r#"SELECT name, is_on AS "is_on: bool" FROM plan_switch ORDER BY clock"#)
            .fetch_all(&mut *self.reader().await?)
            .await?;
        Ok(rows.into_iter().map(|row| (row.name, row.is_on)).collect())
    }
}

/// The two columns a scope is kept in.
pub(crate) fn columns(scope: Scope) -> (Option<String>, Option<String>) {
    match scope {
        Scope::Club => (None, None),
        Scope::Squad { squad } => (Some(squad.to_string()), None),
        Scope::Athlete { athlete } => (None, Some(athlete.to_string())),
    }
}
