//! Activities with their channels, and the values computed from them.

use chrono::NaiveDateTime;
use domain::activity::Activity;
use domain::id::{ActivityId, AthleteId};
use domain::summary::Summary;
use domain::unit::Rpe;

use super::Write;
use crate::encoded::Encoded;
use crate::fault::StoreFault;
use crate::text::{code, finite, json, local, time};

const TABLE: &str = "activity";

impl Write {
    /// Adds an activity with its channels. Its raw source and batch must be there.
    ///
    /// # Errors
    /// [`StoreFault::AlreadyThere`] when this part of this file is here, [`StoreFault::BrokenReference`],
    /// [`StoreFault::NotFinite`].
    pub async fn insert_activity(&mut self, activity: &Activity, channels: &Encoded) -> Result<(), StoreFault> {
        let id = activity.id.to_string();
        let athlete = activity.athlete.to_string();
        let batch = activity.batch.to_string();
        let source = activity.source.0.as_str();
        let sport = code(TABLE, &activity.sport)?;
        let (start, start_local) = (time(activity.start), local(activity.start_local));
        let timer = finite("timer", activity.timer.0)?;
        let elapsed = finite("elapsed", activity.elapsed.0)?;
        let distance = activity.distance.map(|d| finite("distance", d.0)).transpose()?;
        let rpe = activity.rpe.map(|rpe| finite("rpe", rpe.0)).transpose()?;
        let laps = json(TABLE, &activity.laps)?;
        let pauses = json(TABLE, &activity.pauses)?;
        let device = activity.device.as_ref().map(|device| json(TABLE, device)).transpose()?;
        let totals = json(TABLE, &activity.totals)?;
        let repairs = json(TABLE, &activity.repairs)?;
        let summary = json(TABLE, &activity.summary)?;
        sqlx::query!(
            "INSERT INTO activity (id, athlete_id, batch_id, source, part, sport, sport_detail, start_utc, start_local,
                                   timer_s, elapsed_s, distance_m, laps, pauses, device, totals, records, repairs, rpe,
                                   summary)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            id,
            athlete,
            batch,
            source,
            activity.part,
            sport,
            activity.sport_detail,
            start,
            start_local,
            timer,
            elapsed,
            distance,
            laps,
            pauses,
            device,
            totals,
            activity.records,
            repairs,
            rpe,
            summary,
        )
        .execute(self.connection())
        .await?;
        for channel in &channels.channels {
            let (kind, packed) = (channel.kind.code(), channel.packed.as_slice());
            sqlx::query!(
                "INSERT INTO channel (activity_id, kind, athlete_id, samples, packed) VALUES (?, ?, ?, ?, ?)",
                id,
                kind,
                athlete,
                channel.samples,
                packed,
            )
            .execute(self.connection())
            .await?;
        }
        Ok(())
    }

    /// Puts newly computed values in place of older ones.
    ///
    /// # Errors
    /// [`StoreFault::NoSuch`].
    pub async fn update_summary(&mut self, activity: ActivityId, summary: &Summary) -> Result<(), StoreFault> {
        let id = activity.to_string();
        let summary = json(TABLE, summary)?;
        let done = sqlx::query!("UPDATE activity SET summary = ? WHERE id = ?", summary, id)
            .execute(self.connection())
            .await?;
        found(done.rows_affected(), activity)
    }

    /// Sets the perceived exertion and the values computed with it. The journal line holds what stood there before.
    ///
    /// # Errors
    /// [`StoreFault::NoSuch`], [`StoreFault::NotFinite`].
    pub async fn set_effort(&mut self, activity: ActivityId, rpe: Rpe, summary: &Summary) -> Result<(), StoreFault> {
        let id = activity.to_string();
        let rpe = finite("rpe", rpe.0)?;
        let summary = json(TABLE, summary)?;
        let done = sqlx::query!("UPDATE activity SET rpe = ?, summary = ? WHERE id = ?", rpe, summary, id)
            .execute(self.connection())
            .await?;
        found(done.rows_affected(), activity)
    }

    /// Gives an activity to an athlete, with its start on that athlete's clock and the values computed with that
    /// athlete's settings.
    ///
    /// # Errors
    /// [`StoreFault::NoSuch`], [`StoreFault::BrokenReference`] for an unknown athlete.
    pub async fn assign_activity(
        &mut self,
        activity: ActivityId,
        athlete: AthleteId,
        start_local: NaiveDateTime,
        summary: &Summary,
    ) -> Result<(), StoreFault> {
        let (id, athlete) = (activity.to_string(), athlete.to_string());
        let start_local = local(start_local);
        let summary = json(TABLE, summary)?;
        let done = sqlx::query!(
            "UPDATE activity SET athlete_id = ?, start_local = ?, summary = ? WHERE id = ?",
            athlete,
            start_local,
            summary,
            id,
        )
        .execute(self.connection())
        .await?;
        sqlx::query!("UPDATE channel SET athlete_id = ? WHERE activity_id = ?", athlete, id)
            .execute(self.connection())
            .await?;
        found(done.rows_affected(), activity)
    }
}

fn found(rows: u64, activity: ActivityId) -> Result<(), StoreFault> {
    if rows == 0 { Err(StoreFault::no_such("activity", &activity)) } else { Ok(()) }
}
