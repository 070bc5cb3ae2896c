//! Which recordings are of one activity.

use chrono::{DateTime, Utc};
use domain::id::ActivityId;
use domain::same::Evidence;

use crate::fault::StoreFault;
use crate::open::Roster;
use crate::text::{read, read_json, read_time};

const TABLE: &str = "activity_link";

/// A recording that is a copy of another: it does not show in lists and its load is not counted.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// The copy.
    pub activity: ActivityId,
    /// The recording that shows instead.
    pub of: ActivityId,
    /// How alike they are, 0 to 1; `None` when a person said so.
    pub score: Option<f64>,
    /// Why.
    pub evidence: Vec<Evidence>,
    /// Who said it.
    pub author: String,
    /// When.
    pub at: DateTime<Utc>,
}

impl Roster {
    /// The copies of an activity that a coach may see, in the order of their identities.
    ///
    /// # Errors
    /// What the database says.
    pub async fn copies(&self, of: ActivityId) -> Result<Vec<Link>, StoreFault> {
        let id = of.to_string();
        let others = sqlx::query_scalar!(
            r#"WITH RECURSIVE twin (id) AS (
                   SELECT ?1
                   UNION SELECT w.of_id FROM twin CROSS JOIN activity_word AS w
                         WHERE w.activity_id = twin.id AND w.same = 1
                   UNION SELECT w.activity_id FROM twin CROSS JOIN activity_word AS w
                         WHERE w.of_id = twin.id AND w.same = 1)
               SELECT a.id AS "id!" FROM twin CROSS JOIN readable_activity AS a
               WHERE a.id = twin.id AND a.id <> ?1 ORDER BY a.id"#,
            id
        )
        .fetch_all(&mut *self.reader().await?)
        .await?;
        let mut copies = Vec::new();
        for other in others {
            copies.extend(self.copy_of(read(TABLE, &other)?).await?.filter(|link| link.of == of));
        }
        Ok(copies)
    }

    /// The activity this one is a copy of, if it is one. Of several recordings that stand for it, the one that shows.
    ///
    /// # Errors
    /// What the database says.
    pub async fn copy_of(&self, activity: ActivityId) -> Result<Option<Link>, StoreFault> {
        let id = activity.to_string();
        let mut moment = self.moment().await?;
        // The same conditions as in `visible_activity`, turned round: which recording is it that keeps this one from showing.
        let of = sqlx::query_scalar!(
            r#"WITH RECURSIVE twin (id) AS (
                   SELECT ?1
                   UNION SELECT w.of_id FROM twin CROSS JOIN activity_word AS w
                         WHERE w.activity_id = twin.id AND w.same = 1
                   UNION SELECT w.activity_id FROM twin CROSS JOIN activity_word AS w
                         WHERE w.of_id = twin.id AND w.same = 1)
               SELECT o.id AS "id!" FROM twin CROSS JOIN present_activity AS o CROSS JOIN present_activity AS mine
               WHERE twin.id <> ?1 AND o.id = twin.id AND mine.id = ?1
                 AND (o.copied, -o.records, o.id) < (mine.copied, -mine.records, mine.id)
                 AND (o.athlete_id = mine.athlete_id
                      OR EXISTS (SELECT 1 FROM athlete AS n WHERE n.id = mine.athlete_id AND n.unassigned))
                 AND NOT EXISTS (SELECT 1 FROM activity_word AS w
                                 WHERE w.pair = MIN(?1, o.id) || MAX(?1, o.id) AND w.same = 0)
               ORDER BY o.copied, -o.records, o.id LIMIT 1"#,
            id
        )
        .fetch_optional(&mut *moment)
        .await?;
        let Some(of) = of else { return Ok(None) };
        // The word about these two, or else the newest that ties this one to the others.
        let word = sqlx::query!(
            r#"SELECT score, evidence AS "evidence!", author AS "author!", at AS "at!" FROM activity_word
               WHERE same = 1 AND (activity_id = ?1 OR of_id = ?1)
               ORDER BY activity_id = ?2 OR of_id = ?2 DESC, clock DESC LIMIT 1"#,
            id,
            of
        )
        .fetch_one(&mut *moment)
        .await?;
        Ok(Some(Link {
            activity,
            of: read(TABLE, &of)?,
            score: word.score,
            evidence: read_json(TABLE, &word.evidence)?,
            author: word.author,
            at: read_time(TABLE, &word.at)?,
        }))
    }
}
