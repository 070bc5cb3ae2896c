//! How long things are kept, and what a rule would meet.

use chrono::NaiveDate;
use domain::erasure::{RetentionKind, RetentionRule};
use domain::id::AthleteId;

use crate::fault::StoreFault;
use crate::open::Roster;
use crate::text::{count, day, read, read_code, read_opt, read_time};

const TABLE: &str = "retention_rule";

/// What a rule would meet of one athlete.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Met {
    /// Who.
    pub athlete: AthleteId,
    /// Their name.
    pub name: String,
    /// Activities.
    pub activities: u32,
    /// Original files that are kept.
    pub files: u32,
    /// The day of the newest thing.
    pub newest: Option<NaiveDate>,
}

struct Row {
    athlete: String,
    name: String,
    activities: i64,
    files: i64,
    newest: Option<String>,
}

impl TryFrom<Row> for Met {
    type Error = StoreFault;

    fn try_from(row: Row) -> Result<Met, StoreFault> {
        Ok(Met {
            athlete: read("athlete", &row.athlete)?,
            name: row.name,
            activities: count("activity", row.activities)?,
            files: count("raw_source", row.files)?,
            newest: read_opt("activity", row.newest.as_deref())?,
        })
    }
}

impl Roster {
    /// The rules in force; those switched off or never set are left out.
    ///
    /// # Errors
    /// What the database says.
    pub async fn retention_rules(&self) -> Result<Vec<RetentionRule>, StoreFault> {
        let rows = sqlx::query!(
            "SELECT kind, months, author, at FROM retention_rule AS r
             WHERE months IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM retention_rule AS n WHERE n.kind = r.kind AND n.clock > r.clock)
             ORDER BY kind"
        )
        .fetch_all(&mut *self.reader().await?)
        .await?;
        rows.into_iter()
            .map(|row| {
                Ok(RetentionRule {
                    kind: read_code(TABLE, row.kind)?,
                    months: row.months.map(|months| count(TABLE, months)).transpose()?,
                    author: row.author,
                    at: read_time(TABLE, &row.at)?,
                })
            })
            .collect()
    }

    /// What a rule would meet that names this day, consent apart: what is withheld from a reader is kept all the same.
    ///
    /// # Errors
    /// What the database says.
    pub async fn retention_meets(&self, kind: RetentionKind, before: NaiveDate) -> Result<Vec<Met>, StoreFault> {
        let before = day(before);
        let mut reader = self.reader().await?;
        let rows = match kind {
            RetentionKind::Location => {
                sqlx::query_as!(
                    Row,
                    r#"SELECT n.id AS "athlete!", n.name AS "name!", COUNT(*) AS "activities!: i64",
                              COUNT(DISTINCT CASE WHEN r.kept THEN r.hash END) AS "files!: i64",
                              MAX(substr(a.start_local, 1, 10)) AS "newest?: String"
                       FROM activity AS a JOIN athlete AS n ON n.id = a.athlete_id JOIN raw_source AS r ON r.hash = a.source
                       WHERE a.start_local < ?
                         AND (a.place IS NOT NULL OR EXISTS (
                            SELECT 1 FROM channel AS c WHERE c.activity_id = a.id AND c.kind IN ('latitude', 'longitude')))
                       GROUP BY n.id ORDER BY n.name, n.id"#,
                    before
                )
                .fetch_all(&mut *reader)
                .await?
            }
            RetentionKind::Originals => {
                sqlx::query_as!(
                    Row,
                    r#"SELECT n.id AS "athlete!", n.name AS "name!", COUNT(*) AS "activities!: i64",
                              COUNT(DISTINCT r.hash) AS "files!: i64", MAX(substr(a.start_local, 1, 10)) AS "newest?: String"
                       FROM activity AS a JOIN athlete AS n ON n.id = a.athlete_id JOIN raw_source AS r ON r.hash = a.source
                       WHERE a.start_local < ? AND r.kept
                       GROUP BY n.id ORDER BY n.name, n.id"#,
                    before
                )
                .fetch_all(&mut *reader)
                .await?
            }
            RetentionKind::Left => {
                sqlx::query_as!(
                    Row,
                    r#"SELECT n.id AS "athlete!", n.name AS "name!",
                              (SELECT COUNT(*) FROM activity AS a WHERE a.athlete_id = n.id) AS "activities!: i64",
                              (SELECT COUNT(*) FROM raw_source AS r WHERE r.kept AND r.hash IN (
                                SELECT a.source FROM activity AS a WHERE a.athlete_id = n.id)) AS "files!: i64",
                              MAX(COALESCE((SELECT MAX(substr(a.start_local, 1, 10)) FROM activity AS a WHERE a.athlete_id = n.id), ''),
                                  COALESCE((SELECT MAX(w.day) FROM wellness_entry AS w WHERE w.athlete_id = n.id), ''),
                                  COALESCE((SELECT MAX(substr(j.at, 1, 10)) FROM journal AS j WHERE j.athlete_id = n.id), ''))
                              AS "newest?: String"
                       FROM athlete AS n WHERE NOT n.unassigned ORDER BY n.name, n.id"#
                )
                .fetch_all(&mut *reader)
                .await?
                .into_iter()
                // Nobody of whom nothing is known has left.
                .filter(|row| row.newest.as_ref().is_some_and(|newest| !newest.is_empty() && *newest < before))
                .collect()
            }
        };
        rows.into_iter().map(Met::try_from).collect()
    }
}
