//! The coach's own session templates.

use domain::id::AthleteId;
use domain::library::Template;

use crate::fault::StoreFault;
use crate::open::Roster;
use crate::text::{read_json, read_opt};

impl Roster {
    /// The coach's own session templates with the athlete each is for, oldest first: the general ones, and those of one
    /// athlete if one is named. What was taken back is left out.
    ///
    /// # Errors
    /// What the database says.
    pub async fn own_templates_of(
        &self,
        athlete: Option<AthleteId>,
    ) -> Result<Vec<(Template, Option<AthleteId>)>, StoreFault> {
        let athlete = athlete.map(|id| id.to_string());
        sqlx::query!(
            "SELECT athlete_id, template FROM session_template AS t
             WHERE (athlete_id IS NULL OR athlete_id = ?)
               AND NOT EXISTS (SELECT 1 FROM taken_back AS b WHERE b.id = t.batch_id)
               AND NOT EXISTS (SELECT 1 FROM template_withdrawn AS w WHERE w.template_id = t.id AND w.clock > t.clock)
             ORDER BY clock",
            athlete
        )
        .fetch_all(&mut *self.reader().await?)
        .await?
        .into_iter()
        .map(|row| {
            let athlete = read_opt("session_template", row.athlete_id.as_deref())?;
            Ok((read_json("session_template", &row.template)?, athlete))
        })
        .collect()
    }
}
