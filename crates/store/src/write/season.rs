//! Seasons, races and phases: each later word is one more row.

use chrono::{DateTime, Utc};
use domain::id::{AthleteId, PhaseId, RaceId};
use domain::season::plan::SeasonPlan;
use domain::season::{Race, SeasonPhase};

use super::Write;
use crate::fault::StoreFault;
use crate::text::{code, day, finite, json, time};

impl Write {
    /// Adds a season, or a new version of one; what it replaces or takes back stays.
    ///
    /// # Errors
    /// [`StoreFault::AlreadyThere`], [`StoreFault::BrokenReference`], [`StoreFault::Unwritable`].
    pub async fn insert_season(&mut self, season: &SeasonPlan) -> Result<(), StoreFault> {
        let (id, athlete) = (season.id.to_string(), season.athlete.to_string());
        let start = season.start.to_string();
        let text = json("season_plan", season)?;
        let clock = self.tick(Some(season.at));
        sqlx::query!(
            "INSERT INTO season_plan (id, athlete_id, start_week, season, clock) VALUES (?, ?, ?, ?, ?)",
            id,
            athlete,
            start,
            text,
            clock,
        )
        .execute(self.connection())
        .await?;
        Ok(())
    }

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

    /// Takes a race back; its row stays. Whether the athlete had it and it was not taken back before.
    ///
    /// # Errors
    /// What the database says.
    pub async fn withdraw_race(
        &mut self,
        athlete: AthleteId,
        race: RaceId,
        author: &str,
        at: DateTime<Utc>,
    ) -> Result<bool, StoreFault> {
        let (athlete, race, at) = (athlete.to_string(), race.to_string(), time(at));
        let done = sqlx::query!(
            "INSERT INTO race_withdrawn (race_id, athlete_id, author, at)
             SELECT id, athlete_id, ?, ? FROM race WHERE id = ? AND athlete_id = ?
             ON CONFLICT (race_id) DO NOTHING",
            author,
            at,
            race,
            athlete,
        )
        .execute(self.connection())
        .await?;
        Ok(done.rows_affected() > 0)
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

    /// Takes a phase back; its row stays. Whether the athlete had it and it was not taken back before.
    ///
    /// # Errors
    /// What the database says.
    pub async fn withdraw_phase(
        &mut self,
        athlete: AthleteId,
        phase: PhaseId,
        author: &str,
        at: DateTime<Utc>,
    ) -> Result<bool, StoreFault> {
        let (athlete, phase, at) = (athlete.to_string(), phase.to_string(), time(at));
        let done = sqlx::query!(
            "INSERT INTO phase_withdrawn (phase_id, athlete_id, author, at)
             SELECT id, athlete_id, ?, ? FROM season_phase WHERE id = ? AND athlete_id = ?
             ON CONFLICT (phase_id) DO NOTHING",
            author,
            at,
            phase,
            athlete,
        )
        .execute(self.connection())
        .await?;
        Ok(done.rows_affected() > 0)
    }
}
