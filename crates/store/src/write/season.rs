//! Races, phases and the coach's own session templates.

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

    /// Adds a session template of the coach's own.
    ///
    /// # Errors
    /// [`StoreFault::AlreadyThere`].
    pub async fn insert_template(&mut self, template: &Template) -> Result<(), StoreFault> {
        let clock = self.tick(None);
        let text = json("session_template", template)?;
        sqlx::query!("INSERT INTO session_template (id, clock, template) VALUES (?, ?, ?)", template.id, clock, text,)
            .execute(self.connection())
            .await?;
        Ok(())
    }
}
