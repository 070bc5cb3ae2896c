//! Words on which activities are copies of which.

use chrono::{DateTime, Utc};
use domain::id::{ActivityId, AthleteId, BatchId, LinkId};
use domain::same::Evidence;

use super::Write;
use crate::fault::StoreFault;
use crate::text::{finite, json, time};

/// One word on whether an activity is a copy of another.
#[derive(Debug, Clone, PartialEq)]
pub struct NewLink {
    /// Identity.
    pub id: LinkId,
    /// Whose activities.
    pub athlete: AthleteId,
    /// Which.
    pub activity: ActivityId,
    /// Of which it is a copy.
    pub of: ActivityId,
    /// It is (`true`), or it is not (`false`).
    pub same: bool,
    /// How alike they are, 0 to 1; `None` when a person says so.
    pub score: Option<f64>,
    /// Why.
    pub evidence: Vec<Evidence>,
    /// The import it came with: taken back with it. `None` when a person says so.
    pub batch: Option<BatchId>,
    /// Who.
    pub author: String,
    /// When.
    pub at: DateTime<Utc>,
}

impl Write {
    /// Adds a word. It counts instead of every earlier one about the two, whichever of them was said to be the copy then.
    ///
    /// # Errors
    /// [`StoreFault::CopyOfItself`] when the activity would be a copy of one of its own copies, or of itself;
    /// [`StoreFault::AlreadyThere`], [`StoreFault::BrokenReference`], [`StoreFault::NotFinite`].
    pub async fn insert_link(&mut self, link: &NewLink) -> Result<(), StoreFault> {
        let clock = self.tick(Some(link.at));
        let (id, athlete) = (link.id.to_string(), link.athlete.to_string());
        let (activity, of) = (link.activity.to_string(), link.of.to_string());
        let batch = link.batch.map(|id| id.to_string());
        let at = time(link.at);
        let score = link.score.map(|score| finite("score", score)).transpose()?;
        let evidence = json("activity_link", &link.evidence)?;
        let round = link.activity == link.of || (link.same && self.leads_to(&of, &activity).await?);
        if round {
            return Err(StoreFault::CopyOfItself { activity: link.activity, of: link.of });
        }
        sqlx::query!(
            "INSERT INTO activity_link (id, athlete_id, activity_id, of_id, same, score, evidence, batch_id, author, at,
                                        clock)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            id,
            athlete,
            activity,
            of,
            link.same,
            score,
            evidence,
            batch,
            link.author,
            at,
            clock,
        )
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// Whether `copy` is said to be a copy of a copy of … `original`. What was said of the two themselves is left out,
    /// because a new word about them takes its place.
    async fn leads_to(&mut self, copy: &str, original: &str) -> Result<bool, StoreFault> {
        let found = sqlx::query_scalar!(
            r#"WITH RECURSIVE next (id) AS (
                   SELECT ?1
                   UNION
                   SELECT w.of_id FROM next CROSS JOIN activity_word AS w
                   WHERE w.activity_id = next.id AND w.same = 1 AND NOT (w.activity_id = ?1 AND w.of_id = ?2))
               SELECT COUNT(*) AS "found: i64" FROM next WHERE id = ?2"#,
            copy,
            original,
        )
        .fetch_one(self.connection())
        .await?;
        Ok(found > 0)
    }
}
