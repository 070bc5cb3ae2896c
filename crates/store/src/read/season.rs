//! Races, phases and the coach's own session templates.

use domain::id::AthleteId;
use domain::library::Template;
use domain::season::{Race, SeasonPhase};
use domain::unit::Meters;

use crate::fault::StoreFault;
use crate::open::Roster;
use crate::text::{read, read_code, read_json};

impl Roster {
    /// An athlete's races by date.
    ///
    /// # Errors
    /// What the database says.
    pub async fn races(&self, athlete: AthleteId) -> Result<Vec<Race>, StoreFault> {
        let id = athlete.to_string();
        sqlx::query!(
            "SELECT id, name, day, sport, distance_m, priority FROM race WHERE athlete_id = ? ORDER BY day, id",
            id
        )
        .fetch_all(&mut *self.reader().await?)
        .await?
        .into_iter()
        .map(|row| {
            Ok(Race {
                id: read("race", &row.id)?,
                athlete,
                name: row.name,
                date: read("race", &row.day)?,
                sport: read_code("race", row.sport)?,
                distance: row.distance_m.map(Meters),
                priority: read_code("race", row.priority)?,
            })
        })
        .collect()
    }

    /// The phases of an athlete's season by first day.
    ///
    /// # Errors
    /// What the database says.
    pub async fn phases(&self, athlete: AthleteId) -> Result<Vec<SeasonPhase>, StoreFault> {
        let id = athlete.to_string();
        sqlx::query!(
            "SELECT id, kind, from_day, to_day FROM season_phase WHERE athlete_id = ? ORDER BY from_day, id",
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

    /// The coach's own session templates, oldest first.
    ///
    /// # Errors
    /// What the database says.
    pub async fn own_templates(&self) -> Result<Vec<Template>, StoreFault> {
        sqlx::query_scalar!(
            "SELECT template FROM session_template AS t
             WHERE NOT EXISTS (SELECT 1 FROM taken_back AS b WHERE b.id = t.batch_id) ORDER BY clock"
        )
        .fetch_all(&mut *self.reader().await?)
        .await?
        .iter()
        .map(|text| read_json("session_template", text))
        .collect()
    }
}
