//! Athletes, squads, devices, and what holds from a day on.

use domain::athlete::{Athlete, Device, Squad};
use domain::id::{AthleteId, BatchId};
use domain::settings::Settings;

use super::Write;
use crate::fault::StoreFault;
use crate::text::{code, day, json, time};

impl Write {
    /// Adds an athlete.
    ///
    /// # Errors
    /// [`StoreFault::AlreadyThere`], [`StoreFault::Erased`], or [`StoreFault::BrokenReference`] for an unknown squad.
    pub async fn insert_athlete(&mut self, athlete: &Athlete) -> Result<(), StoreFault> {
        self.refuse_erased(athlete.id).await?;
        let id = athlete.id.to_string();
        let sex = athlete.sex.map(|sex| code("athlete", &sex)).transpose()?;
        let born = athlete.born.map(day);
        let squad = athlete.squad.map(|squad| squad.to_string());
        sqlx::query!(
            "INSERT INTO athlete (id, name, sex, born, zone, squad_id, unassigned) VALUES (?, ?, ?, ?, ?, ?, ?)",
            id,
            athlete.name,
            sex,
            born,
            athlete.zone,
            squad,
            athlete.unassigned,
        )
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// Adds a squad.
    ///
    /// # Errors
    /// [`StoreFault::AlreadyThere`].
    pub async fn insert_squad(&mut self, squad: &Squad) -> Result<(), StoreFault> {
        let id = squad.id.to_string();
        sqlx::query!("INSERT INTO squad (id, name) VALUES (?, ?)", id, squad.name).execute(self.connection()).await?;
        Ok(())
    }

    /// Adds a device. A device that changes hands is added again; the newest row of its stamp counts. `batch` is the import
    /// that made it known: it is taken back with it.
    ///
    /// # Errors
    /// [`StoreFault::AlreadyThere`], [`StoreFault::BrokenReference`].
    pub async fn insert_device(&mut self, device: &Device, batch: Option<BatchId>) -> Result<(), StoreFault> {
        let clock = self.tick(None);
        let (id, athlete) = (device.id.to_string(), device.athlete.to_string());
        let first_seen = time(device.first_seen);
        let serial = device.stamp.serial.map(i64::from);
        let batch = batch.map(|id| id.to_string());
        sqlx::query!(
            "INSERT INTO device (id, athlete_id, maker, product, serial, first_seen, clock, batch_id)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            id,
            athlete,
            device.stamp.maker,
            device.stamp.product,
            serial,
            first_seen,
            clock,
            batch,
        )
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// Adds settings that hold from their day on. For the same day, the later entry counts and the earlier one stays.
    ///
    /// # Errors
    /// [`StoreFault::BrokenReference`] for an unknown athlete.
    pub async fn insert_settings(&mut self, athlete: AthleteId, settings: &Settings) -> Result<(), StoreFault> {
        let clock = self.tick(None);
        let athlete = athlete.to_string();
        let from = day(settings.from);
        let settings = json("athlete_settings", settings)?;
        sqlx::query!(
            "INSERT INTO athlete_settings (athlete_id, from_day, clock, settings) VALUES (?, ?, ?, ?)",
            athlete,
            from,
            clock,
            settings,
        )
        .execute(self.connection())
        .await?;
        Ok(())
    }
}
