//! Weeks with their proposals, overrides and notes. They are only gathered here; `domain::effective` combines them.

use domain::annotation::Annotation;
use domain::id::{AthleteId, PlanWeekId};
use domain::overrides::Override;
use domain::plan::{PlanWeek, Proposal, ProposedSession};
use domain::week::Week;
use sqlx::SqliteConnection;

use crate::fault::StoreFault;
use crate::open::Roster;
use crate::text::{read, read_code, read_json, read_opt, read_time};

struct NoteRow {
    id: String,
    subject: String,
    text: String,
    shared: bool,
    author: String,
    at: String,
    supersedes: Option<String>,
}

impl NoteRow {
    fn note(self, athlete: AthleteId) -> Result<Annotation, StoreFault> {
        Ok(Annotation {
            id: read("annotation", &self.id)?,
            athlete,
            subject: read_json("annotation", &self.subject)?,
            text: self.text,
            shared: self.shared,
            author: self.author,
            at: read_time("annotation", &self.at)?,
            supersedes: read_opt("annotation", self.supersedes.as_deref())?,
        })
    }
}

impl Roster {
    /// An athlete's week with everything written about it; `None` when nothing was proposed.
    ///
    /// # Errors
    /// What the database says.
    pub async fn plan_week(&self, athlete: AthleteId, week: Week) -> Result<Option<PlanWeek>, StoreFault> {
        let (athlete_id, text) = (athlete.to_string(), week.to_string());
        let mut moment = self.moment().await?;
        let row = sqlx::query!(
            r#"SELECT id, (SELECT MAX(at) FROM plan_export AS e WHERE e.plan_week_id = w.id) AS "exported_at: String"
               FROM plan_week AS w WHERE athlete_id = ? AND week = ?"#,
            athlete_id,
            text
        )
        .fetch_optional(&mut *moment)
        .await?;
        let Some(row) = row else { return Ok(None) };
        let id: PlanWeekId = read("plan_week", &row.id)?;
        let mut proposals = proposals(&mut moment, id).await?;
        let versions = proposals.len();
        let Some(proposal) = proposals.pop() else { return Ok(None) };
        let notes = sqlx::query_as!(
            NoteRow,
            r#"SELECT id AS "id!", subject AS "subject!", text AS "text!", shared AS "shared!: bool",
                      author AS "author!", at AS "at!", supersedes
               FROM visible_annotation WHERE athlete_id = ? AND week = ? ORDER BY clock"#,
            athlete_id,
            text
        )
        .fetch_all(&mut *moment)
        .await?;
        Ok(Some(PlanWeek {
            id,
            athlete,
            week,
            proposal,
            versions: u32::try_from(versions).unwrap_or(u32::MAX),
            overrides: overrides(&mut moment, id).await?,
            annotations: notes.into_iter().map(|row| row.note(athlete)).collect::<Result<_, _>>()?,
            exported_at: row.exported_at.as_deref().map(|at| read_time("plan_export", at)).transpose()?,
        }))
    }

    /// The weeks of an athlete that have a plan, from one on, in order.
    ///
    /// # Errors
    /// What the database says.
    pub async fn planned_weeks(&self, athlete: AthleteId, from: Week) -> Result<Vec<Week>, StoreFault> {
        let (athlete, from) = (athlete.to_string(), from.to_string());
        sqlx::query_scalar!(
            "SELECT week FROM plan_week WHERE athlete_id = ? AND week >= ? ORDER BY week",
            athlete,
            from
        )
        .fetch_all(&mut *self.reader().await?)
        .await?
        .iter()
        .map(|text| read("plan_week", text))
        .collect()
    }

    /// Every version of a week's proposal, oldest first.
    ///
    /// # Errors
    /// What the database says.
    pub async fn proposals(&self, plan: PlanWeekId) -> Result<Vec<Proposal>, StoreFault> {
        let mut moment = self.moment().await?;
        proposals(&mut moment, plan).await
    }

    /// Every note about an athlete, oldest first.
    ///
    /// # Errors
    /// What the database says.
    pub async fn annotations(&self, athlete: AthleteId) -> Result<Vec<Annotation>, StoreFault> {
        let id = athlete.to_string();
        sqlx::query_as!(
            NoteRow,
            r#"SELECT id AS "id!", subject AS "subject!", text AS "text!", shared AS "shared!: bool",
                      author AS "author!", at AS "at!", supersedes
               FROM visible_annotation WHERE athlete_id = ? ORDER BY clock"#,
            id
        )
        .fetch_all(&mut *self.reader().await?)
        .await?
        .into_iter()
        .map(|row| row.note(athlete))
        .collect()
    }
}

/// Every version of a week's proposal, oldest first.
pub(crate) async fn proposals(
    connection: &mut SqliteConnection,
    plan: PlanWeekId,
) -> Result<Vec<Proposal>, StoreFault> {
    let plan = plan.to_string();
    let rows = sqlx::query!(
        r#"SELECT id, engine, inputs, made_at, target_load, reasons, confidence, abstained AS "abstained: bool"
           FROM proposal WHERE plan_week_id = ? ORDER BY version"#,
        plan
    )
    .fetch_all(&mut *connection)
    .await?;
    let mut proposals = Vec::with_capacity(rows.len());
    for row in rows {
        let sessions = sqlx::query!(
            "SELECT s.id, s.day, s.session, p.reasons
             FROM proposal_session AS p JOIN proposed_session AS s ON s.id = p.session_id
             WHERE p.proposal_id = ? ORDER BY p.position",
            row.id
        )
        .fetch_all(&mut *connection)
        .await?
        .into_iter()
        .map(|row| {
            Ok(ProposedSession {
                id: read("proposed_session", &row.id)?,
                date: read("proposed_session", &row.day)?,
                session: read_json("proposed_session", &row.session)?,
                reasons: read_json("proposal_session", &row.reasons)?,
            })
        })
        .collect::<Result<_, StoreFault>>()?;
        proposals.push(Proposal {
            id: read("proposal", &row.id)?,
            engine: row.engine,
            inputs: row.inputs,
            made_at: read_time("proposal", &row.made_at)?,
            target_load: row.target_load,
            sessions,
            reasons: read_json("proposal", &row.reasons)?,
            confidence: read_json("proposal", &row.confidence)?,
            abstained: row.abstained,
        });
    }
    Ok(proposals)
}

/// A week's overrides, oldest first.
pub(crate) async fn overrides(
    connection: &mut SqliteConnection,
    plan: PlanWeekId,
) -> Result<Vec<Override>, StoreFault> {
    const TABLE: &str = "session_override";
    let plan = plan.to_string();
    sqlx::query!(
        "SELECT id, session_id, change, before, tag, text, insisted, author, at
         FROM session_override WHERE plan_week_id = ? ORDER BY clock",
        plan
    )
    .fetch_all(connection)
    .await?
    .into_iter()
    .map(|row| {
        Ok(Override {
            id: read(TABLE, &row.id)?,
            session: read(TABLE, &row.session_id)?,
            change: read_json(TABLE, &row.change)?,
            before: row.before.as_deref().map(|before| read_json(TABLE, before)).transpose()?,
            tag: read_code(TABLE, row.tag)?,
            text: row.text,
            insisted: read_json(TABLE, &row.insisted)?,
            author: row.author,
            at: read_time(TABLE, &row.at)?,
        })
    })
    .collect()
}
