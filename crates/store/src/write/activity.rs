//! Activities with their channels, and the values computed from them.

use chrono::NaiveDateTime;
use domain::activity::Activity;
use domain::id::{ActivityId, AthleteId, SessionId};
use domain::recording::Repair;
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
        let lengths = json(TABLE, &activity.lengths)?;
        let pool = activity.pool.map(|pool| finite("pool", pool.0)).transpose()?;
        let sets = json(TABLE, &activity.sets)?;
        let place = activity.place.as_ref().map(|place| json(TABLE, place)).transpose()?;
        let session = activity.session.map(|id| id.to_string());
        sqlx::query!(
            "INSERT INTO activity (id, athlete_id, batch_id, source, part, sport, sport_detail, start_utc, start_local,
                                   timer_s, elapsed_s, distance_m, laps, pauses, device, totals, records, repairs, rpe,
                                   summary, lengths, pool_m, sets, utc_offset_s, comment, place, session_id)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
            lengths,
            pool,
            sets,
            activity.utc_offset_s,
            activity.comment,
            place,
            session,
        )
        .execute(self.connection())
        .await?;
        self.put_channels(&id, channels).await
    }

    /// One statement for all channels: each statement has its price, and an import writes thousands of channels.
    pub(super) async fn put_channels(&mut self, activity: &str, channels: &Encoded) -> Result<(), StoreFault> {
        if channels.channels.is_empty() {
            return Ok(());
        }
        let mut packed = Vec::with_capacity(channels.size());
        let mut rows = Vec::with_capacity(channels.channels.len());
        for channel in &channels.channels {
            // Places in SQL count from 1.
            rows.push((channel.kind.code(), channel.samples, packed.len() + 1, channel.packed.len()));
            packed.extend_from_slice(&channel.packed);
        }
        let rows = serde_json::json!(rows).to_string();
        sqlx::query!(
            "INSERT INTO channel (activity_id, kind, athlete_id, samples, packed)
             SELECT a.id, c.value ->> 0, a.athlete_id, c.value ->> 1, substr(?, c.value ->> 2, c.value ->> 3)
             FROM activity AS a CROSS JOIN json_each(?) AS c WHERE a.id = ?
             ON CONFLICT (activity_id, kind) DO UPDATE SET samples = excluded.samples, packed = excluded.packed",
            packed,
            rows,
            activity,
        )
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// Puts channels cleaned anew in place of the earlier ones, with the repairs and the values that go with them. A channel
    /// that is not among them stays: positions whose use is withdrawn are not read, and must not be lost by that.
    ///
    /// # Errors
    /// [`StoreFault::NoSuch`], [`StoreFault::Unwritable`].
    pub async fn replace_channels(
        &mut self,
        activity: ActivityId,
        channels: &Encoded,
        repairs: &[Repair],
        summary: &Summary,
    ) -> Result<(), StoreFault> {
        let id = activity.to_string();
        let repairs = json(TABLE, &repairs.to_vec())?;
        let summary = json(TABLE, summary)?;
        let done = sqlx::query!("UPDATE activity SET repairs = ?, summary = ? WHERE id = ?", repairs, summary, id)
            .execute(self.connection())
            .await?;
        found(done.rows_affected(), activity)?;
        self.put_channels(&id, channels).await
    }

    /// Says which planned session an activity is, or that it is none.
    ///
    /// # Errors
    /// [`StoreFault::NoSuch`].
    pub async fn set_session(&mut self, activity: ActivityId, session: Option<SessionId>) -> Result<(), StoreFault> {
        let id = activity.to_string();
        let session = session.map(|id| id.to_string());
        let done = sqlx::query!("UPDATE activity SET session_id = ? WHERE id = ?", session, id)
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

    /// Gives an activity to an athlete, with its start on that athlete's clock and the summary computed with that
    /// athlete's settings. What was measured with it is put in place by [`Write::replace_measures`].
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
        sqlx::query!("UPDATE activity_curve SET athlete_id = ? WHERE activity_id = ?", athlete, id)
            .execute(self.connection())
            .await?;
        sqlx::query!("UPDATE activity_measures SET athlete_id = ? WHERE activity_id = ?", athlete, id)
            .execute(self.connection())
            .await?;
        found(done.rows_affected(), activity)
    }
}

fn found(rows: u64, activity: ActivityId) -> Result<(), StoreFault> {
    if rows == 0 { Err(StoreFault::no_such("activity", &activity)) } else { Ok(()) }
}
