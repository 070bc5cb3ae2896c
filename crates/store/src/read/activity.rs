//! Activities and their channels.

use chrono::{DateTime, NaiveDate, Utc};
use domain::activity::Activity;
use domain::athlete::DeviceStamp;
use domain::id::{ActivityId, AthleteId, ContentHash};
use domain::recording::{Channel, ChannelKind, DeviceTotals, Lap, Length, Repair, Span, StrengthSet};
use domain::summary::Summary;
use domain::unit::{Meters, Rpe, Seconds};
use serde::Deserialize;

use crate::codec::decode;
use crate::fault::StoreFault;
use crate::open::Roster;
use crate::text::{
    AFTER_ALL, count, damaged, day, read, read_code, read_json, read_local, read_opt, read_rows, read_time, real,
    real_opt, time,
};

const TABLE: &str = "activity";

/// Its fields stand in the order of the columns of a gathered row.
#[derive(Deserialize)]
pub(super) struct ActivityRow {
    pub(super) id: String,
    pub(super) athlete_id: String,
    pub(super) batch_id: String,
    pub(super) source: String,
    pub(super) part: i64,
    pub(super) sport: String,
    pub(super) sport_detail: Option<String>,
    pub(super) start_utc: String,
    pub(super) start_local: String,
    #[serde(deserialize_with = "real")]
    pub(super) timer_s: f64,
    #[serde(deserialize_with = "real")]
    pub(super) elapsed_s: f64,
    #[serde(deserialize_with = "real_opt")]
    pub(super) distance_m: Option<f64>,
    pub(super) records: i64,
    #[serde(deserialize_with = "real_opt")]
    pub(super) pool_m: Option<f64>,
    pub(super) utc_offset_s: Option<i64>,
    pub(super) comment: Option<String>,
    pub(super) session_id: Option<String>,
    #[serde(deserialize_with = "real_opt")]
    pub(super) rpe: Option<f64>,
    pub(super) shapes: String,
}

/// What is kept as JSON.
#[derive(Deserialize)]
struct Shapes {
    laps: Vec<Lap>,
    pauses: Vec<Span>,
    device: Option<DeviceStamp>,
    totals: DeviceTotals,
    repairs: Vec<Repair>,
    summary: Summary,
    lengths: Vec<Length>,
    sets: Vec<StrengthSet>,
    place: Option<(f64, f64)>,
}

impl TryFrom<ActivityRow> for Activity {
    type Error = StoreFault;

    fn try_from(row: ActivityRow) -> Result<Activity, StoreFault> {
        let shapes: Shapes = read_json(TABLE, &row.shapes)?;
        Ok(Activity {
            id: read(TABLE, &row.id)?,
            athlete: read(TABLE, &row.athlete_id)?,
            batch: read(TABLE, &row.batch_id)?,
            source: ContentHash(row.source),
            part: count(TABLE, row.part)?,
            sport: read_code(TABLE, row.sport)?,
            sport_detail: row.sport_detail,
            start: read_time(TABLE, &row.start_utc)?,
            start_local: read_local(TABLE, &row.start_local)?,
            timer: Seconds(row.timer_s),
            elapsed: Seconds(row.elapsed_s),
            distance: row.distance_m.map(Meters),
            laps: shapes.laps,
            pauses: shapes.pauses,
            device: shapes.device,
            totals: shapes.totals,
            records: count(TABLE, row.records)?,
            repairs: shapes.repairs,
            lengths: shapes.lengths,
            pool: row.pool_m.map(Meters),
            sets: shapes.sets,
            utc_offset_s: row.utc_offset_s.map(i32::try_from).transpose().map_err(|e| damaged(TABLE, &e))?,
            comment: row.comment,
            place: shapes.place,
            session: read_opt(TABLE, row.session_id.as_deref())?,
            rpe: row.rpe.map(Rpe),
            summary: shapes.summary,
        })
    }
}

/// A channel as it stands in the roster: unpacking takes time and may happen on another thread.
#[derive(Debug, Clone)]
pub struct PackedChannel {
    kind: ChannelKind,
    packed: Vec<u8>,
}

impl PackedChannel {
    /// Which channel.
    #[must_use]
    pub const fn kind(&self) -> ChannelKind {
        self.kind
    }

    /// Its samples.
    ///
    /// # Errors
    /// [`StoreFault::Codec`] when the blob is damaged.
    pub fn unpack(&self) -> Result<Channel, StoreFault> {
        Ok(decode(self.kind, &self.packed)?)
    }
}

impl Roster {
    /// An athlete's activities that started on a day from `from` to `to` (athlete's clock, both included, `None` is
    /// open), newest first, at most `limit`.
    ///
    /// # Errors
    /// What the database says.
    pub async fn activities(
        &self,
        athlete: AthleteId,
        from: Option<NaiveDate>,
        to: Option<NaiveDate>,
        limit: Option<u32>,
    ) -> Result<Vec<Activity>, StoreFault> {
        let athlete = athlete.to_string();
        let from = from.map(day).unwrap_or_default();
        let end = to.map_or_else(|| AFTER_ALL.to_owned(), |to| day(to) + AFTER_ALL);
        let limit = limit.map_or(-1, i64::from);
        // `MAX`, because a bare parameter as the limit makes SQLite prepare the statement anew each time.
        let gathered = sqlx::query_scalar!(
            r#"SELECT json_group_array(json_array(id, athlete_id, batch_id, source, part, sport, sport_detail, start_utc,
                          start_local, format('%!.20g', timer_s), format('%!.20g', elapsed_s),
                          iif(distance_m IS NULL, NULL, format('%!.20g', distance_m)), records,
                          iif(pool_m IS NULL, NULL, format('%!.20g', pool_m)), utc_offset_s, comment, session_id,
                          iif(rpe IS NULL, NULL, format('%!.20g', rpe)), shapes)
                      ORDER BY start_local DESC, id DESC) AS "all!: String"
               FROM (SELECT * FROM visible_activity WHERE athlete_id = ? AND start_local >= ? AND start_local < ?
                     ORDER BY start_local DESC, id DESC LIMIT MAX(?, -1))"#,
            athlete,
            from,
            end,
            limit
        )
        .fetch_one(&mut *self.reader().await?)
        .await?;
        read_rows::<ActivityRow>(TABLE, &gathered)?.into_iter().map(Activity::try_from).collect()
    }

    /// Everybody's activities, each once, that started from `from` on and before `to`, in order of time.
    ///
    /// # Errors
    /// What the database says.
    pub async fn near(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> Result<Vec<Activity>, StoreFault> {
        let (from, to) = (time(from), time(to));
        sqlx::query_as!(
            ActivityRow,
            r#"SELECT id AS "id!", athlete_id AS "athlete_id!", batch_id AS "batch_id!", source AS "source!",
                      part AS "part!", sport AS "sport!", sport_detail, start_utc AS "start_utc!",
                      start_local AS "start_local!", timer_s AS "timer_s!", elapsed_s AS "elapsed_s!", distance_m,
                      records AS "records!", pool_m, utc_offset_s, comment AS "comment: String", session_id, rpe, shapes AS "shapes!: String"
               FROM visible_activity WHERE start_utc >= ? AND start_utc < ? ORDER BY start_utc, id"#,
            from,
            to
        )
        .fetch_all(&mut *self.reader().await?)
        .await?
        .into_iter()
        .map(Activity::try_from)
        .collect()
    }

    /// One activity, a copy of another too.
    ///
    /// # Errors
    /// What the database says.
    pub async fn activity(&self, id: ActivityId) -> Result<Option<Activity>, StoreFault> {
        let id = id.to_string();
        sqlx::query_as!(
            ActivityRow,
            r#"SELECT id AS "id!", athlete_id AS "athlete_id!", batch_id AS "batch_id!", source AS "source!",
                      part AS "part!", sport AS "sport!", sport_detail, start_utc AS "start_utc!",
                      start_local AS "start_local!", timer_s AS "timer_s!", elapsed_s AS "elapsed_s!", distance_m,
                      records AS "records!", pool_m, utc_offset_s, comment AS "comment: String", session_id, rpe, shapes AS "shapes!: String"
               FROM readable_activity WHERE id = ?"#,
            id
        )
        .fetch_optional(&mut *self.reader().await?)
        .await?
        .map(Activity::try_from)
        .transpose()
    }

    /// An activity's channels of the kinds named, or all of them when none is; in the order of [`ChannelKind::ALL`].
    /// A kind that was not recorded is left out.
    ///
    /// # Errors
    /// [`StoreFault::Codec`] when a blob is damaged, or what the database says.
    pub async fn channels(&self, id: ActivityId, kinds: &[ChannelKind]) -> Result<Vec<Channel>, StoreFault> {
        let id = id.to_string();
        let codes = serde_json::json!(kinds.iter().map(|kind| kind.code()).collect::<Vec<_>>()).to_string();
        let mut channels = sqlx::query!(
            r#"SELECT kind AS "kind!", packed AS "packed!" FROM visible_channel
               WHERE activity_id = ?1 AND (?2 = '[]' OR kind IN (SELECT value FROM json_each(?2)))"#,
            id,
            codes
        )
        .fetch_all(&mut *self.reader().await?)
        .await?
        .into_iter()
        .map(|row| Ok(decode(kind_of(&row.kind)?, &row.packed)?))
        .collect::<Result<Vec<_>, StoreFault>>()?;
        channels.sort_unstable_by_key(|channel| channel.kind);
        Ok(channels)
    }

    /// Which channels an activity has, in the order of [`ChannelKind::ALL`].
    ///
    /// # Errors
    /// What the database says.
    pub async fn channel_kinds(&self, id: ActivityId) -> Result<Vec<ChannelKind>, StoreFault> {
        Ok(self.channel_sizes(id).await?.into_iter().map(|(kind, _)| kind).collect())
    }

    /// Which channels an activity has and how many samples each, in the order of [`ChannelKind::ALL`].
    ///
    /// # Errors
    /// What the database says.
    pub async fn channel_sizes(&self, id: ActivityId) -> Result<Vec<(ChannelKind, u32)>, StoreFault> {
        let id = id.to_string();
        let mut sizes = sqlx::query!(
            r#"SELECT kind AS "kind!", samples AS "samples!" FROM visible_channel WHERE activity_id = ?"#,
            id
        )
        .fetch_all(&mut *self.reader().await?)
        .await?
        .into_iter()
        .map(|row| Ok((kind_of(&row.kind)?, count("channel", row.samples)?)))
        .collect::<Result<Vec<_>, StoreFault>>()?;
        sizes.sort_unstable();
        Ok(sizes)
    }

    /// Activities with their channels still packed, but for those of the kinds named; an activity that is not here, or may
    /// not be seen, is left out. For work on many at once.
    ///
    /// # Errors
    /// What the database says.
    pub async fn packed_activities(
        &self,
        ids: &[ActivityId],
        without: &[ChannelKind],
    ) -> Result<Vec<(Activity, Vec<PackedChannel>)>, StoreFault> {
        let ids = serde_json::json!(ids).to_string();
        let without = serde_json::json!(without.iter().map(|kind| kind.code()).collect::<Vec<_>>()).to_string();
        let mut moment = self.moment().await?;
        let rows = sqlx::query_as!(
            ActivityRow,
            r#"SELECT id AS "id!", athlete_id AS "athlete_id!", batch_id AS "batch_id!", source AS "source!",
                      part AS "part!", sport AS "sport!", sport_detail, start_utc AS "start_utc!",
                      start_local AS "start_local!", timer_s AS "timer_s!", elapsed_s AS "elapsed_s!", distance_m,
                      records AS "records!", pool_m, utc_offset_s, comment AS "comment: String", session_id, rpe, shapes AS "shapes!: String"
               FROM readable_activity WHERE id IN (SELECT value FROM json_each(?))"#,
            ids
        )
        .fetch_all(&mut *moment)
        .await?;
        let mut found: Vec<(Activity, Vec<PackedChannel>)> =
            rows.into_iter().map(|row| Ok((row.try_into()?, Vec::new()))).collect::<Result<_, StoreFault>>()?;
        let channels = sqlx::query!(
            r#"SELECT activity_id AS "activity!", kind AS "kind!", packed AS "packed!" FROM visible_channel
               WHERE activity_id IN (SELECT value FROM json_each(?1))
                 AND kind NOT IN (SELECT value FROM json_each(?2))"#,
            ids,
            without
        )
        .fetch_all(&mut *moment)
        .await?;
        for row in channels {
            let id: ActivityId = read("channel", &row.activity)?;
            if let Some((_, channels)) = found.iter_mut().find(|(activity, _)| activity.id == id) {
                channels.push(PackedChannel { kind: kind_of(&row.kind)?, packed: row.packed });
            }
        }
        for (_, channels) in &mut found {
            channels.sort_unstable_by_key(|channel| channel.kind);
        }
        Ok(found)
    }
}

pub(super) fn kind_of(code: &str) -> Result<ChannelKind, StoreFault> {
    ChannelKind::from_code(code).ok_or_else(|| damaged("channel", &format!("kind `{code}`")))
}
