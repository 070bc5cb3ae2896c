//! Races, phases and the coach's own session templates.

use domain::id::{AthleteId, BatchId};
use domain::library::Template;
use domain::season::{Race, SeasonPhase};

use super::Write;
use crate::fault::StoreFault;
use crate::text::{code, day, finite, json};

impl Write {
    /// Adds a race.
    ///
    /// # Errors
    /// [`StoreFault::AlreadyThere`], [`StoreFault::BrokenReference`], [`StoreFault::NotFinite`].
    pub async fn insert_race(&mut self, race: &Race) -> Result<(), StoreFault> {
        let (id, athlete) = (race.id.to_string(), race.athlete.to_string());
        let on = day(race.date);
        let sport = code("race", &race.sport)?;
        let distance = race.distance.map(|d| finite("distance", d.0)).transpose()?;
        let priority = code("race", &race.priority)?;
        sqlx::query!(
            "INSERT INTO race (id, athlete_id, name, day, sport, distance_m, priority) VALUES (?, ?, ?, ?, ?, ?, ?)",
            id,
            athlete,
            race.name,
            on,
            sport,
            distance,
            priority,
        )
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// Adds a phase of an athlete's season.
    ///
    /// # Errors
    /// [`StoreFault::AlreadyThere`], [`StoreFault::BrokenReference`].
    pub async fn insert_phase(&mut self, phase: &SeasonPhase) -> Result<(), StoreFault> {
        let (id, athlete) = (phase.id.to_string(), phase.athlete.to_string());
        let kind = phase.kind.code();
        let (from, to) = (day(phase.from), day(phase.to));
        sqlx::query!(
            "INSERT INTO season_phase (id, athlete_id, kind, from_day, to_day) VALUES (?, ?, ?, ?, ?)",
            id,
            athlete,
            kind,
            from,
            to,
        )
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// Adds a session template of the coach's own, for one athlete or for all. `batch` is the import that brought it: it is
    /// taken back with it, and one of the same name may come again after that.
    ///
    /// # Errors
    /// [`StoreFault::AlreadyThere`], [`StoreFault::BrokenReference`].
    pub async fn insert_template(
        &mut self,
        template: &Template,
        athlete: Option<AthleteId>,
        batch: Option<BatchId>,
    ) -> Result<(), StoreFault> {
        let clock = self.tick(None);
        let athlete = athlete.map(|id| id.to_string());
        let batch = batch.map(|id| id.to_string());
        let text = json("session_template", template)?;
        let done = sqlx::query!(
            "INSERT INTO session_template (id, athlete_id, clock, template, batch_id) VALUES (?, ?, ?, ?, ?)
             ON CONFLICT (id) DO UPDATE SET athlete_id = excluded.athlete_id, clock = excluded.clock,
                                            template = excluded.template, batch_id = excluded.batch_id
             WHERE EXISTS (SELECT 1 FROM taken_back AS b WHERE b.id = session_template.batch_id)",
            template.id,
            athlete,
            clock,
            text,
            batch,
        )
        .execute(self.connection())
        .await?;
        if done.rows_affected() == 0 {
            return Err(StoreFault::AlreadyThere { constraint: format!("session_template {}", template.id) });
        }
        Ok(())
    }
}
