//! Words about keys, and where changes that came in files are from.

use std::collections::BTreeMap;

use domain::id::{OverrideId, PlanWeekId};
use domain::keyring::KeyWord;
use domain::provenance::Provenance;

use crate::fault::StoreFault;
use crate::open::Roster;
use crate::text::{read, read_code, read_json, read_time};

impl Roster {
    /// Every word about keys, oldest first.
    ///
    /// # Errors
    /// What the database says.
    pub async fn key_words(&self) -> Result<Vec<KeyWord>, StoreFault> {
        let rows = sqlx::query!("SELECT key, name, state, why, author, at FROM key_word ORDER BY position")
            .fetch_all(&mut *self.reader().await?)
            .await?;
        rows.into_iter()
            .map(|row| {
                Ok(KeyWord {
                    key: row.key,
                    name: row.name,
                    state: read_code("key_word", row.state)?,
                    why: row.why,
                    author: row.author,
                    at: read_time("key_word", &row.at)?,
                })
            })
            .collect()
    }

    /// For the changes of a week that came in files: where from. A text that may not be read is not in what stands behind it
    /// either.
    ///
    /// # Errors
    /// What the database says.
    pub async fn provenance(&self, plan: PlanWeekId) -> Result<BTreeMap<OverrideId, Provenance>, StoreFault> {
        const TABLE: &str = "override_source";
        let plan = plan.to_string();
        let rows = sqlx::query!(
            r#"SELECT s.override_id, s.source, s.origins,
                      o.text IS NULL AND s.athlete_id IN (SELECT athlete_id FROM restricted WHERE category = 'notes')
                          AS "silent!: bool"
               FROM override_source AS s JOIN visible_override AS o ON o.id = s.override_id WHERE o.plan_week_id = ?"#,
            plan
        )
        .fetch_all(&mut *self.reader().await?)
        .await?;
        rows.into_iter()
            .map(|row| {
                let mut from =
                    Provenance { source: read_json(TABLE, &row.source)?, origins: read_json(TABLE, &row.origins)? };
                if row.silent {
                    for origin in &mut from.origins {
                        (origin.made.text, origin.stamps.text) = (None, None);
                    }
                }
                Ok((read(TABLE, &row.override_id)?, from))
            })
            .collect()
    }
}
