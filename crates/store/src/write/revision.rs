//! Changes that people make to activities, and the version in force they lead to.

use domain::activity::Activity;
use domain::id::{ActivityId, AthleteId, RevisionId};
use domain::revision::{Revision, Role, Undone};

use super::Write;
use crate::encoded::Encoded;
use crate::fault::StoreFault;
use crate::text::{code, finite, json, local, time};

const TABLE: &str = "activity_revision";

impl Write {
    /// Keeps what was recorded of an activity, as it stands now, before anything of it changes. Does nothing when that is
    /// kept already.
    ///
    /// # Errors
    /// What the database says.
    pub async fn keep_recorded(&mut self, activity: ActivityId) -> Result<(), StoreFault> {
        let id = activity.to_string();
        let kept = sqlx::query!(
            r#"INSERT INTO recorded_activity (activity_id, athlete_id, sport, sport_detail, start_utc, start_local, timer_s,
                                              elapsed_s, distance_m, records, pool_m, utc_offset_s, comment, shapes)
               SELECT id, athlete_id, sport, sport_detail, start_utc, start_local, timer_s, elapsed_s, distance_m, records,
                      pool_m, utc_offset_s, comment,
                      '{"laps":' || laps || ',"pauses":' || pauses || ',"device":' || COALESCE(device, 'null')
                      || ',"totals":' || totals || ',"repairs":' || repairs || ',"summary":' || summary
                      || ',"lengths":' || lengths || ',"sets":' || sets || ',"place":null}'
               FROM activity WHERE id = ?
               ON CONFLICT (activity_id) DO NOTHING"#,
            id
        )
        .execute(self.connection())
        .await?;
        if kept.rows_affected() == 0 {
            return Ok(());
        }
        sqlx::query!(
            "INSERT INTO recorded_channel (activity_id, kind, athlete_id, samples, packed)
             SELECT activity_id, kind, athlete_id, samples, packed FROM channel WHERE activity_id = ?",
            id
        )
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// Adds a change, with the activities that count or do not because of it.
    ///
    /// # Errors
    /// [`StoreFault::AlreadyThere`], [`StoreFault::BrokenReference`], [`StoreFault::Unwritable`].
    pub async fn insert_revision(
        &mut self,
        athlete: AthleteId,
        revision: &Revision,
        members: &[(ActivityId, Role)],
    ) -> Result<(), StoreFault> {
        let clock = self.tick(Some(revision.at));
        let (id, athlete) = (revision.id.to_string(), athlete.to_string());
        let (activity, at) = (revision.activity.to_string(), time(revision.at));
        let change = json(TABLE, &revision.change)?;
        sqlx::query!(
            "INSERT INTO activity_revision (id, athlete_id, activity_id, change, reason, author, at, clock)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            id,
            athlete,
            activity,
            change,
            revision.reason,
            revision.author,
            at,
            clock,
        )
        .execute(self.connection())
        .await?;
        for (member, role) in members {
            let (member, role) = (member.to_string(), code("revision_member", role)?);
            sqlx::query!(
                "INSERT INTO revision_member (activity_id, revision_id, athlete_id, role) VALUES (?, ?, ?, ?)",
                member,
                id,
                athlete,
                role,
            )
            .execute(self.connection())
            .await?;
        }
        Ok(())
    }

    /// Takes a change back by a word of its own.
    ///
    /// # Errors
    /// [`StoreFault::AlreadyThere`] when it was taken back before.
    pub async fn undo_revision(
        &mut self,
        id: RevisionId,
        athlete: AthleteId,
        of: &Revision,
        undone: &Undone,
    ) -> Result<(), StoreFault> {
        let clock = self.tick(Some(undone.at));
        let (id, athlete) = (id.to_string(), athlete.to_string());
        let (activity, undoes, at) = (of.activity.to_string(), of.id.to_string(), time(undone.at));
        sqlx::query!(
            "INSERT INTO activity_revision (id, athlete_id, activity_id, undoes, reason, author, at, clock)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            id,
            athlete,
            activity,
            undoes,
            undone.reason,
            undone.author,
            at,
            clock,
        )
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// Puts a version of an activity in force: its channels in place of the earlier ones, and all that was computed of them
    /// but what [`Write::replace_measures`] keeps. What was recorded must have been kept ([`Write::keep_recorded`]).
    ///
    /// # Errors
    /// [`StoreFault::NoSuch`], [`StoreFault::NotFinite`], [`StoreFault::Unwritable`].
    pub async fn put_version(&mut self, version: &Activity, channels: &Encoded) -> Result<(), StoreFault> {
        const TABLE: &str = "activity";
        let id = version.id.to_string();
        let sport = code(TABLE, &version.sport)?;
        let (start, start_local) = (time(version.start), local(version.start_local));
        let timer = finite("timer", version.timer.0)?;
        let elapsed = finite("elapsed", version.elapsed.0)?;
        let distance = version.distance.map(|d| finite("distance", d.0)).transpose()?;
        let laps = json(TABLE, &version.laps)?;
        let pauses = json(TABLE, &version.pauses)?;
        let totals = json(TABLE, &version.totals)?;
        let repairs = json(TABLE, &version.repairs)?;
        let summary = json(TABLE, &version.summary)?;
        let lengths = json(TABLE, &version.lengths)?;
        let sets = json(TABLE, &version.sets)?;
        let pool = version.pool.map(|pool| finite("pool", pool.0)).transpose()?;
        let place = version.place.as_ref().map(|place| json(TABLE, place)).transpose()?;
        let done = sqlx::query!(
            "UPDATE activity
             SET sport = ?, sport_detail = ?, start_utc = ?, start_local = ?, timer_s = ?, elapsed_s = ?, distance_m = ?,
                 laps = ?, pauses = ?, totals = ?, records = ?, repairs = ?, summary = ?, lengths = ?, sets = ?, pool_m = ?,
                 comment = ?, place = ?
             WHERE id = ?",
            sport,
            version.sport_detail,
            start,
            start_local,
            timer,
            elapsed,
            distance,
            laps,
            pauses,
            totals,
            version.records,
            repairs,
            summary,
            lengths,
            sets,
            pool,
            version.comment,
            place,
            id,
        )
        .execute(self.connection())
        .await?;
        if done.rows_affected() == 0 {
            return Err(StoreFault::no_such(TABLE, &version.id));
        }
        sqlx::query!("DELETE FROM channel WHERE activity_id = ?", id).execute(self.connection()).await?;
        self.put_channels(&id, channels).await
    }
}
