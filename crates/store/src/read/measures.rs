//! Everything measured on activities, and what it stands on.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::attention;
use domain::id::{ActivityId, AthleteId};
use domain::measures::{Measured, Measures};
use domain::metric::Metric;
use domain::sport::Sport;
use domain::summary::LoadSource;
use domain::unit::{Rpe, Seconds};

use crate::fault::StoreFault;
use crate::open::Roster;
use crate::text::{AFTER_ALL, count, day, read, read_code, read_json, read_local, read_rows};

const TABLE: &str = "activity_measures";

/// What the numbers of one activity stand on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Footing {
    /// Which activity.
    pub id: ActivityId,
    /// The day it counts for.
    pub day: NaiveDate,
    /// What it was measured from; `None` where only a summary is there, in a roster of an earlier version.
    pub ground: Option<Ground>,
}

/// What an activity was measured from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ground {
    /// Sport.
    pub sport: Sport,
    /// What its load was computed from, if it has one.
    pub source: Option<LoadSource>,
    /// Version of the method.
    pub method: u32,
    /// Fingerprint of the inputs.
    pub basis: String,
}

/// A session with a felt effort and a load.
#[derive(Debug, Clone, PartialEq)]
pub struct Felt {
    /// The day it counts for.
    pub day: NaiveDate,
    /// Sport.
    pub sport: Sport,
    /// Time with the timer running.
    pub timer: Seconds,
    /// The effort given here, else the one the device was told.
    pub rpe: Rpe,
    /// Load, points.
    pub points: f64,
    /// What the load was computed from.
    pub source: LoadSource,
}

impl Roster {
    /// Everything measured on an activity; `None` while it was not computed yet.
    ///
    /// # Errors
    /// What the database says.
    pub async fn measures(&self, activity: ActivityId) -> Result<Option<Measures>, StoreFault> {
        let id = activity.to_string();
        sqlx::query_scalar!(
            r#"SELECT m.measures AS "measures!: String" FROM readable_activity AS a
               JOIN visible_measures AS m ON m.activity_id = a.id WHERE a.id = ?"#,
            id
        )
        .fetch_optional(&mut *self.reader().await?)
        .await?
        .map(|text| read_json(TABLE, &text))
        .transpose()
    }

    /// What was measured on an athlete's activities of the days from `from` to `to` (both included, `None` is open), in
    /// order of start; each activity once.
    ///
    /// # Errors
    /// What the database says.
    pub async fn measures_of(
        &self,
        athlete: AthleteId,
        from: Option<NaiveDate>,
        to: Option<NaiveDate>,
    ) -> Result<Vec<(ActivityId, Measures)>, StoreFault> {
        let athlete = athlete.to_string();
        let from = from.map(day).unwrap_or_default();
        let end = to.map_or_else(|| AFTER_ALL.to_owned(), |to| day(to) + AFTER_ALL);
        sqlx::query!(
            r#"SELECT a.id AS "id!", m.measures AS "measures!: String" FROM visible_activity AS a
               CROSS JOIN visible_measures AS m
               WHERE m.activity_id = a.id AND a.athlete_id = ? AND a.start_local >= ? AND a.start_local < ?
               ORDER BY a.start_local, a.id"#,
            athlete,
            from,
            end
        )
        .fetch_all(&mut *self.reader().await?)
        .await?
        .into_iter()
        .map(|row| Ok((read(TABLE, &row.id)?, read_json(TABLE, &row.measures)?)))
        .collect()
    }

    /// What the attention list looks at ([`attention::METRICS`]), measured on an athlete's activities of the days from `from`
    /// to `to`, both included.
    ///
    /// # Errors
    /// What the database says.
    pub async fn noticed(
        &self,
        athlete: AthleteId,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<BTreeMap<ActivityId, BTreeMap<Metric, Measured>>, StoreFault> {
        let (athlete, from, end) = (athlete.to_string(), day(from), day(to) + AFTER_ALL);
        let [first, second] = attention::METRICS.map(|metric| format!("$.values.\"{}\"", metric.code()));
        let gathered = sqlx::query_scalar!(
            r#"SELECT json_group_array(json_array(a.id, json_extract(m.measures, ?, ?))) AS "all!: String"
               FROM visible_activity AS a CROSS JOIN activity_measures AS m
               WHERE m.activity_id = a.id AND a.athlete_id = ? AND a.start_local >= ? AND a.start_local < ?"#,
            first,
            second,
            athlete,
            from,
            end
        )
        .fetch_one(&mut *self.reader().await?)
        .await?;
        let rows: Vec<(String, [Option<Measured>; attention::METRICS.len()])> = read_rows(TABLE, &gathered)?;
        let known = |values: [Option<Measured>; attention::METRICS.len()]| {
            attention::METRICS.into_iter().zip(values).filter_map(|(metric, value)| Some((metric, value?))).collect()
        };
        rows.into_iter().map(|(id, values)| Ok((read(TABLE, &id)?, known(values)))).collect()
    }

    /// The values of one metric over an athlete's activities of the days from `from` to `to` (both included, `None` is
    /// open), in order of start; those without a value are left out.
    ///
    /// # Errors
    /// What the database says.
    pub async fn metric_values(
        &self,
        athlete: AthleteId,
        metric: Metric,
        from: Option<NaiveDate>,
        to: Option<NaiveDate>,
    ) -> Result<Vec<(ActivityId, NaiveDate, f64)>, StoreFault> {
        let athlete = athlete.to_string();
        let path = format!("$.values.\"{}\".value", metric.code());
        let from = from.map(day).unwrap_or_default();
        let end = to.map_or_else(|| AFTER_ALL.to_owned(), |to| day(to) + AFTER_ALL);
        sqlx::query!(
            r#"SELECT a.id AS "id!", a.start_local AS "start_local!",
                      CAST(json_extract(m.measures, ?) AS REAL) AS "value?: f64"
               FROM visible_activity AS a CROSS JOIN visible_measures AS m
               WHERE m.activity_id = a.id AND a.athlete_id = ? AND a.start_local >= ? AND a.start_local < ?
               ORDER BY a.start_local, a.id"#,
            path,
            athlete,
            from,
            end
        )
        .fetch_all(&mut *self.reader().await?)
        .await?
        .into_iter()
        .filter_map(|row| row.value.map(|value| (row.id, row.start_local, value)))
        .map(|(id, start, value)| Ok((read(TABLE, &id)?, read_local(TABLE, &start)?.date(), value)))
        .collect()
    }

    /// What the numbers of all of an athlete's activities stand on, copies too, oldest first. One question to two indexes.
    ///
    /// # Errors
    /// What the database says.
    pub async fn footings(&self, athlete: AthleteId) -> Result<Vec<Footing>, StoreFault> {
        let athlete = athlete.to_string();
        sqlx::query!(
            r#"SELECT id AS "id!", start_local AS "start_local!", sport AS "sport?: String", source AS "source?: String",
                      method AS "method?: i64", basis AS "basis?: String"
               FROM activity_footing WHERE athlete_id = ? ORDER BY start_local"#,
            athlete
        )
        .fetch_all(&mut *self.reader().await?)
        .await?
        .into_iter()
        .map(|row| {
            let ground = match (row.sport, row.method, row.basis) {
                (Some(sport), Some(method), Some(basis)) => Some(Ground {
                    sport: read_code(TABLE, sport)?,
                    source: row.source.map(|source| read_code(TABLE, source)).transpose()?,
                    method: count(TABLE, method)?,
                    basis,
                }),
                _ => None,
            };
            Ok(Footing { id: read(TABLE, &row.id)?, day: read_local(TABLE, &row.start_local)?.date(), ground })
        })
        .collect()
    }

    /// An athlete's sessions that have a load and a felt effort, oldest first; each activity once.
    ///
    /// # Errors
    /// What the database says.
    pub async fn felt(&self, athlete: AthleteId) -> Result<Vec<Felt>, StoreFault> {
        let athlete = athlete.to_string();
        sqlx::query!(
            r#"SELECT v.start_local AS "start_local!", v.sport AS "sport!", v.timer_s AS "timer_s!",
                      CAST(COALESCE(a.rpe, json_extract(a.totals, '$.rpe')) AS REAL) AS "rpe!: f64",
                      v.points AS "points!: f64", a.load_source AS "source!: String"
               FROM visible_activity AS v CROSS JOIN activity AS a
               WHERE a.id = v.id AND v.athlete_id = ? AND v.points IS NOT NULL
                 AND COALESCE(a.rpe, json_extract(a.totals, '$.rpe')) IS NOT NULL
               ORDER BY v.start_local, v.id"#,
            athlete
        )
        .fetch_all(&mut *self.reader().await?)
        .await?
        .into_iter()
        .map(|row| {
            Ok(Felt {
                day: read_local("activity", &row.start_local)?.date(),
                sport: read_code("activity", row.sport)?,
                timer: Seconds(row.timer_s),
                rpe: Rpe(row.rpe),
                points: row.points,
                source: read_code("activity", row.source)?,
            })
        })
        .collect()
    }
}
