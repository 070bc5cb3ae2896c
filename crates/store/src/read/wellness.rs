//! Wellness values, and how recent an athlete's data are.

use chrono::{DateTime, NaiveDate, Utc};
use domain::id::AthleteId;
use domain::wellness::{WellnessEntry, WellnessField, WellnessValue};
use serde::Deserialize;

use crate::fault::StoreFault;
use crate::open::Roster;
use crate::text::{AFTER_ALL, day, read, read_opt, read_rows, read_time, real};

const TABLE: &str = "wellness_entry";

/// A gathered row.
#[derive(Deserialize)]
struct Row {
    id: String,
    batch_id: Option<String>,
    day: NaiveDate,
    field: WellnessField,
    #[serde(deserialize_with = "real")]
    value: f64,
    source: String,
    recorded_at: String,
}

impl Roster {
    /// An athlete's values of the days from `from` to `to` (both included, `None` is open), by day, the ones recorded
    /// later last. The newest entry of a day and field counts.
    ///
    /// # Errors
    /// What the database says.
    pub async fn wellness(
        &self,
        athlete: AthleteId,
        from: Option<NaiveDate>,
        to: Option<NaiveDate>,
    ) -> Result<Vec<WellnessEntry>, StoreFault> {
        let id = athlete.to_string();
        let from = from.map(day).unwrap_or_default();
        let last = to.map_or_else(|| AFTER_ALL.to_owned(), day);
        let gathered = sqlx::query_scalar!(
            r#"SELECT json_group_array(json_array(id, batch_id, day, field, format('%!.20g', value), source, recorded_at)
                      ORDER BY day, recorded_at, id) AS "all!: String"
               FROM visible_wellness WHERE athlete_id = ? AND day >= ? AND day <= ?"#,
            id,
            from,
            last
        )
        .fetch_one(&mut *self.reader().await?)
        .await?;
        let entry = |row: Row| {
            Ok(WellnessEntry {
                id: read(TABLE, &row.id)?,
                athlete,
                batch: read_opt(TABLE, row.batch_id.as_deref())?,
                value: WellnessValue { date: row.day, field: row.field, value: row.value, source: row.source },
                recorded_at: read_time(TABLE, &row.recorded_at)?,
            })
        };
        read_rows(TABLE, &gathered)?.into_iter().map(entry).collect()
    }

    /// The moment the newest data of an athlete speak of: an activity's start, or a wellness value's day (its noon, UTC,
    /// or the time it was recorded if that is earlier). A late import of old days does not make them recent. Only values of
    /// the last 60 days before the newest are looked at: nobody says a day's sleep two months ahead.
    ///
    /// # Errors
    /// What the database says.
    pub async fn last_data(&self, athlete: AthleteId) -> Result<Option<DateTime<Utc>>, StoreFault> {
        let id = athlete.to_string();
        let newest = sqlx::query_scalar!(
            r#"SELECT MAX(at) AS "at: String" FROM (
                   SELECT MAX(start_utc) AS at FROM visible_activity
                   WHERE athlete_id = ?1 AND start_local >= (
                       SELECT date(start_local, '-2 days') FROM visible_activity
                       WHERE athlete_id = ?1 ORDER BY start_local DESC LIMIT 1)
                   UNION ALL
                   SELECT MAX(MIN(recorded_at, day || 'T12:00:00.000000000Z')) FROM visible_wellness
                   WHERE athlete_id = ?1 AND day >= (
                       SELECT date(day, '-60 days') FROM visible_wellness
                       WHERE athlete_id = ?1 ORDER BY day DESC LIMIT 1))"#,
            id
        )
        .fetch_one(&mut *self.reader().await?)
        .await?;
        newest.as_deref().map(|at| read_time(TABLE, at)).transpose()
    }
}
