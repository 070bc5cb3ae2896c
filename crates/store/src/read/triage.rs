//! What the triage table shows beside each athlete's own picture, for one athlete or the whole club in one query each.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::annotation::Annotation;
use domain::id::AthleteId;
use domain::triage::{SavedFilter, TriageMark};
use domain::wellness::{WellnessEntry, WellnessValue};

use crate::fault::StoreFault;
use crate::open::Roster;
use crate::read::plan::NoteRow;
use crate::text::{AFTER_ALL, day, read, read_code, read_json, read_opt, read_time, time, whose};

impl Roster {
    /// The newest decision of each kind about an athlete, or about everybody for `None`, oldest first. Those taken back
    /// are among them: see [`domain::triage::Standing::of`].
    ///
    /// # Errors
    /// What the database says.
    pub async fn triage_marks(&self, athlete: Option<AthleteId>) -> Result<Vec<TriageMark>, StoreFault> {
        let (low, high) = whose(athlete);
        sqlx::query_scalar!(
            "SELECT mark FROM visible_triage_mark AS m WHERE athlete_id >= ? AND athlete_id <= ?
               AND clock = (SELECT MAX(n.clock) FROM triage_mark AS n
                            WHERE n.athlete_id = m.athlete_id AND n.kind = m.kind)
             ORDER BY clock",
            low,
            high
        )
        .fetch_all(&mut *self.reader().await?)
        .await?
        .iter()
        .map(|text| read_json("triage_mark", text))
        .collect()
    }

    /// The filters of the triage table that are kept, by name.
    ///
    /// # Errors
    /// What the database says.
    pub async fn triage_filters(&self) -> Result<Vec<SavedFilter>, StoreFault> {
        let rows = sqlx::query!("SELECT name, filter FROM triage_filter ORDER BY clock")
            .fetch_all(&mut *self.reader().await?)
            .await?;
        let newest: BTreeMap<String, Option<String>> = rows.into_iter().map(|row| (row.name, row.filter)).collect();
        newest
            .into_iter()
            .filter_map(|(name, filter)| Some((name, filter?)))
            .map(|(name, filter)| Ok(SavedFilter { name, filter: read_json("triage_filter", &filter)? }))
            .collect()
    }

    /// Entries of illness, fever and injury of an athlete, or of everybody for `None`, from a day to another: those
    /// recorded later last.
    ///
    /// # Errors
    /// What the database says.
    pub async fn health_reports(
        &self,
        athlete: Option<AthleteId>,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<Vec<(AthleteId, WellnessEntry)>, StoreFault> {
        const TABLE: &str = "wellness_entry";
        let (low, high) = whose(athlete);
        let (from, to) = (day(from), day(to));
        // The cross join keeps this order: by the index of each athlete's days, not through every entry there is.
        sqlx::query!(
            r#"SELECT w.id AS "id!", w.athlete_id AS "athlete_id!", w.batch_id, w.day AS "day!", w.field AS "field!",
                      w.value AS "value!", w.source AS "source!", w.recorded_at AS "recorded_at!"
               FROM athlete AS a CROSS JOIN visible_wellness AS w ON w.athlete_id = a.id AND w.day >= ? AND w.day <= ?
               WHERE a.id >= ? AND a.id <= ? AND w.field IN ('illness', 'fever', 'injured')
               ORDER BY w.day, w.recorded_at, w.id"#,
            from,
            to,
            low,
            high
        )
        .fetch_all(&mut *self.reader().await?)
        .await?
        .into_iter()
        .map(|row| {
            let entry = WellnessEntry {
                id: read(TABLE, &row.id)?,
                athlete: read(TABLE, &row.athlete_id)?,
                batch: read_opt(TABLE, row.batch_id.as_deref())?,
                value: WellnessValue {
                    date: read(TABLE, &row.day)?,
                    field: read_code(TABLE, row.field)?,
                    value: row.value,
                    source: row.source,
                },
                recorded_at: read_time(TABLE, &row.recorded_at)?,
            };
            Ok((entry.athlete, entry))
        })
        .collect()
    }

    /// The newest note about an athlete, or about each of all for `None`. Notes that a later one replaces are left out.
    ///
    /// # Errors
    /// What the database says.
    pub async fn newest_notes(&self, athlete: Option<AthleteId>) -> Result<Vec<Annotation>, StoreFault> {
        let (low, high) = whose(athlete);
        sqlx::query_as!(
            NoteRow,
            // With MAX the other columns are those of the newest row.
            r#"SELECT id AS "id!", athlete_id AS "athlete_id!", week, subject AS "subject!", text AS "text!",
                      shared AS "shared!: bool", author AS "author!", at AS "at!", supersedes
               FROM (SELECT n.*, MAX(n.clock) AS newest FROM visible_annotation AS n
                     WHERE n.athlete_id >= ? AND n.athlete_id <= ?
                       AND NOT EXISTS (SELECT 1 FROM annotation AS s WHERE s.supersedes = n.id)
                     GROUP BY n.athlete_id)"#,
            low,
            high
        )
        .fetch_all(&mut *self.reader().await?)
        .await?
        .into_iter()
        .map(Annotation::try_from)
        .collect()
    }

    /// When data of an athlete, or of each of all for `None`, last came in after a moment: activities of imports that
    /// stand, and wellness of the days from `day_from` on. Athletes for whom nothing came are left out.
    ///
    /// # Errors
    /// What the database says.
    pub async fn arrived_since(
        &self,
        athlete: Option<AthleteId>,
        since: DateTime<Utc>,
        day_from: NaiveDate,
    ) -> Result<BTreeMap<AthleteId, DateTime<Utc>>, StoreFault> {
        let (low, high) = whose(athlete);
        let (since, from, last) = (time(since), day(day_from), AFTER_ALL);
        sqlx::query!(
            r#"SELECT athlete_id AS "athlete!: String", MAX(at) AS "at!: String" FROM (
                   SELECT a.athlete_id, b.at FROM import_batch AS b CROSS JOIN visible_activity AS a ON a.batch_id = b.id
                   WHERE b.at > ?1
                   UNION ALL
                   SELECT w.athlete_id, w.recorded_at FROM athlete AS p
                   CROSS JOIN visible_wellness AS w ON w.athlete_id = p.id AND w.day >= ?2 AND w.day <= ?3
                   WHERE w.recorded_at > ?1)
               WHERE athlete_id >= ?4 AND athlete_id <= ?5 GROUP BY athlete_id"#,
            since,
            from,
            last,
            low,
            high
        )
        .fetch_all(&mut *self.reader().await?)
        .await?
        .into_iter()
        .map(|row| Ok((read("athlete", &row.athlete)?, read_time("import_batch", &row.at)?)))
        .collect()
    }
}
