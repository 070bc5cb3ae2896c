//! Wellness values, and how recent an athlete's data are.

use chrono::{DateTime, NaiveDate, Utc};
use domain::id::AthleteId;
use domain::wellness::{WellnessEntry, WellnessValue};

use crate::fault::StoreFault;
use crate::open::Roster;
use crate::text::{AFTER_ALL, day, read, read_code, read_opt, read_time};

const TABLE: &str = "wellness_entry";

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
        sqlx::query!(
            r#"SELECT id AS "id!", batch_id, day AS "day!", field AS "field!", value AS "value!", source AS "source!",
                      recorded_at AS "recorded_at!"
               FROM visible_wellness
               WHERE athlete_id = ? AND day >= ? AND day <= ? ORDER BY day, recorded_at, id"#,
            id,
            from,
            last
        )
        .fetch_all(&mut *self.reader().await?)
        .await?
        .into_iter()
        .map(|row| {
            Ok(WellnessEntry {
                id: read(TABLE, &row.id)?,
                athlete,
                batch: read_opt(TABLE, row.batch_id.as_deref())?,
                value: WellnessValue {
                    date: read(TABLE, &row.day)?,
                    field: read_code(TABLE, row.field)?,
                    value: row.value,
                    source: row.source,
                },
                recorded_at: read_time(TABLE, &row.recorded_at)?,
            })
        })
        .collect()
    }

    /// The moment the newest data of an athlete speak of: an activity's start, or a wellness value's day (its noon, UTC,
    /// or the time it was recorded if that is earlier). A late import of old days does not make them recent.
    ///
    /// # Errors
    /// What the database says.
    pub async fn last_data(&self, athlete: AthleteId) -> Result<Option<DateTime<Utc>>, StoreFault> {
        let id = athlete.to_string();
        let newest = sqlx::query_scalar!(
            r#"SELECT MAX(at) AS "at: String" FROM (
                   SELECT MAX(start_utc) AS at FROM visible_activity WHERE athlete_id = ?1
                   UNION ALL
                   SELECT MAX(MIN(recorded_at, day || 'T12:00:00.000000000Z')) FROM visible_wellness
                   WHERE athlete_id = ?1)"#,
            id
        )
        .fetch_one(&mut *self.reader().await?)
        .await?;
        newest.as_deref().map(|at| read_time(TABLE, at)).transpose()
    }
}
