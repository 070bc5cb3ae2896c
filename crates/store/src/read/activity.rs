//! Activities and their channels.

use chrono::NaiveDate;
use domain::activity::Activity;
use domain::id::{ActivityId, AthleteId, ContentHash};
use domain::recording::{Channel, ChannelKind};
use domain::unit::{Meters, Rpe, Seconds};

use crate::codec::decode;
use crate::fault::StoreFault;
use crate::open::Roster;
use crate::text::{AFTER_ALL, count, damaged, day, read, read_code, read_json, read_local, read_time};

const TABLE: &str = "activity";

struct ActivityRow {
    id: String,
    athlete_id: String,
    batch_id: String,
    source: String,
    part: i64,
    sport: String,
    sport_detail: Option<String>,
    start_utc: String,
    start_local: String,
    timer_s: f64,
    elapsed_s: f64,
    distance_m: Option<f64>,
    laps: String,
    pauses: String,
    device: Option<String>,
    totals: String,
    records: i64,
    repairs: String,
    rpe: Option<f64>,
    summary: String,
}

impl TryFrom<ActivityRow> for Activity {
    type Error = StoreFault;

    fn try_from(row: ActivityRow) -> Result<Activity, StoreFault> {
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
            laps: read_json(TABLE, &row.laps)?,
            pauses: read_json(TABLE, &row.pauses)?,
            device: row.device.as_deref().map(|device| read_json(TABLE, device)).transpose()?,
            totals: read_json(TABLE, &row.totals)?,
            records: count(TABLE, row.records)?,
            repairs: read_json(TABLE, &row.repairs)?,
            rpe: row.rpe.map(Rpe),
            summary: read_json(TABLE, &row.summary)?,
        })
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
        sqlx::query_as!(
            ActivityRow,
            r#"SELECT id AS "id!", athlete_id AS "athlete_id!", batch_id AS "batch_id!", source AS "source!",
                      part AS "part!", sport AS "sport!", sport_detail, start_utc AS "start_utc!",
                      start_local AS "start_local!", timer_s AS "timer_s!", elapsed_s AS "elapsed_s!", distance_m,
                      laps AS "laps!", pauses AS "pauses!", device, totals AS "totals!", records AS "records!",
                      repairs AS "repairs!", rpe, summary AS "summary!"
               FROM visible_activity
               WHERE athlete_id = ? AND start_local >= ? AND start_local < ?
               ORDER BY start_local DESC, id DESC LIMIT ?"#,
            athlete,
            from,
            end,
            limit
        )
        .fetch_all(&mut *self.reader().await?)
        .await?
        .into_iter()
        .map(Activity::try_from)
        .collect()
    }

    /// One activity.
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
                      laps AS "laps!", pauses AS "pauses!", device, totals AS "totals!", records AS "records!",
                      repairs AS "repairs!", rpe, summary AS "summary!"
               FROM visible_activity WHERE id = ?"#,
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
        let mut moment = self.moment().await?;
        let mut channels = Vec::new();
        for kind in ChannelKind::ALL.into_iter().filter(|kind| kinds.is_empty() || kinds.contains(kind)) {
            let code = kind.code();
            let packed = sqlx::query_scalar!(
                r#"SELECT packed AS "packed!" FROM visible_channel WHERE activity_id = ? AND kind = ?"#,
                id,
                code
            )
            .fetch_optional(&mut *moment)
            .await?;
            if let Some(packed) = packed {
                channels.push(decode(kind, &packed)?);
            }
        }
        Ok(channels)
    }

    /// Which channels an activity has, in the order of [`ChannelKind::ALL`].
    ///
    /// # Errors
    /// What the database says.
    pub async fn channel_kinds(&self, id: ActivityId) -> Result<Vec<ChannelKind>, StoreFault> {
        let id = id.to_string();
        let mut kinds = sqlx::query_scalar!(r#"SELECT kind AS "kind!" FROM visible_channel WHERE activity_id = ?"#, id)
            .fetch_all(&mut *self.reader().await?)
            .await?
            .iter()
            .map(|code| ChannelKind::from_code(code).ok_or_else(|| damaged("channel", &format!("kind `{code}`"))))
            .collect::<Result<Vec<_>, _>>()?;
        kinds.sort_unstable();
        Ok(kinds)
    }
}
