//! Seasons, races and phases.

use domain::id::AthleteId;
use domain::season::plan::SeasonPlan;
use domain::season::{Race, SeasonPhase};
use domain::unit::Meters;

use crate::fault::StoreFault;
use crate::open::Roster;
use crate::text::{read, read_code, read_json, whose};

impl Roster {
    /// An athlete's races by date, those taken back left out.
    ///
    /// # Errors
    /// What the database says.
    pub async fn races(&self, athlete: AthleteId) -> Result<Vec<Race>, StoreFault> {
        self.races_of(Some(athlete)).await
    }

    /// An athlete's races, or everybody's for `None`, by date, those taken back left out.
    ///
    /// # Errors
    /// What the database says.
    pub async fn races_of(&self, athlete: Option<AthleteId>) -> Result<Vec<Race>, StoreFault> {
        let (low, high) = whose(athlete);
        sqlx::query!(
            "SELECT id, athlete_id, name, day, sport, distance_m, priority FROM race AS r
             WHERE athlete_id >= ? AND athlete_id <= ?
               AND NOT EXISTS (SELECT 1 FROM race_withdrawn AS w WHERE w.race_id = r.id)
             ORDER BY day, id",
            low,
            high
        )
        .fetch_all(&mut *self.reader().await?)
        .await?
        .into_iter()
        .map(|row| {
            Ok(Race {
                id: read("race", &row.id)?,
                athlete: read("race", &row.athlete_id)?,
                name: row.name,
                date: read("race", &row.day)?,
                sport: read_code("race", row.sport)?,
                distance: row.distance_m.map(Meters),
                priority: read_code("race", row.priority)?,
            })
        })
        .collect()
    }

    /// The phases of an athlete's season set by hand, by first day, those taken back left out.
    ///
    /// # Errors
    /// What the database says.
    pub async fn phases(&self, athlete: AthleteId) -> Result<Vec<SeasonPhase>, StoreFault> {
        let id = athlete.to_string();
        sqlx::query!(
            "SELECT id, kind, from_day, to_day FROM season_phase AS p
             WHERE athlete_id = ? AND NOT EXISTS (SELECT 1 FROM phase_withdrawn AS w WHERE w.phase_id = p.id)
             ORDER BY from_day, id",
            id
        )
        .fetch_all(&mut *self.reader().await?)
        .await?
        .into_iter()
        .map(|row| {
            Ok(SeasonPhase {
                id: read("season_phase", &row.id)?,
                athlete,
                kind: read_code("season_phase", row.kind)?,
                from: read("season_phase", &row.from_day)?,
                to: read("season_phase", &row.to_day)?,
            })
        })
        .collect()
    }

    /// Every version of an athlete's seasons, oldest first; see [`domain::season::plan::counting`] for those that count.
    ///
    /// # Errors
    /// What the database says.
    pub async fn season_plans(&self, athlete: AthleteId) -> Result<Vec<SeasonPlan>, StoreFault> {
        let id = athlete.to_string();
        sqlx::query_scalar!("SELECT season FROM season_plan WHERE athlete_id = ? ORDER BY clock", id)
            .fetch_all(&mut *self.reader().await?)
            .await?
            .iter()
            .map(|text| read_json("season_plan", text))
            .collect()
    }
}
