//! Weeks with their proposals, overrides and notes. They are only gathered here; `domain::effective` combines them.

use std::collections::BTreeMap;

use domain::annotation::Annotation;
use domain::id::{AthleteId, PlanWeekId};
use domain::overrides::Override;
use domain::plan::{Approval, PlanWeek, Proposal, ProposedSession};
use domain::week::Week;
use sqlx::SqliteConnection;

use crate::fault::StoreFault;
use crate::open::Roster;
use crate::text::{read, read_code, read_json, read_opt, read_time, whose};
use crate::zip;

pub(super) struct NoteRow {
    pub(super) id: String,
    pub(super) athlete_id: String,
    pub(super) week: Option<String>,
    pub(super) subject: String,
    pub(super) text: String,
    pub(super) shared: bool,
    pub(super) author: String,
    pub(super) at: String,
    pub(super) supersedes: Option<String>,
}

impl TryFrom<NoteRow> for Annotation {
    type Error = StoreFault;

    fn try_from(row: NoteRow) -> Result<Annotation, StoreFault> {
        Ok(Annotation {
            id: read("annotation", &row.id)?,
            athlete: read("annotation", &row.athlete_id)?,
            subject: read_json("annotation", &row.subject)?,
            text: row.text,
            shared: row.shared,
            author: row.author,
            at: read_time("annotation", &row.at)?,
            supersedes: read_opt("annotation", row.supersedes.as_deref())?,
        })
    }
}

struct ProposalRow {
    id: String,
    engine: String,
    inputs: String,
    made_at: String,
    target_load: Option<f64>,
    reasons: String,
    confidence: String,
    abstained: bool,
}

impl ProposalRow {
    fn with(self, sessions: Vec<ProposedSession>) -> Result<Proposal, StoreFault> {
        Ok(Proposal {
            id: read("proposal", &self.id)?,
            engine: self.engine,
            inputs: self.inputs,
            made_at: read_time("proposal", &self.made_at)?,
            target_load: self.target_load,
            sessions,
            reasons: read_json("proposal", &self.reasons)?,
            confidence: read_json("proposal", &self.confidence)?,
            abstained: self.abstained,
        })
    }
}

struct SessionRow {
    proposal_id: String,
    id: String,
    day: String,
    session: String,
    reasons: String,
    block_id: Option<String>,
}

/// Sessions by the proposal they are part of, each list in its order.
fn by_proposal(rows: Vec<SessionRow>) -> Result<BTreeMap<String, Vec<ProposedSession>>, StoreFault> {
    let mut sessions: BTreeMap<String, Vec<ProposedSession>> = BTreeMap::new();
    for row in rows {
        let session = ProposedSession {
            id: read("proposed_session", &row.id)?,
            date: read("proposed_session", &row.day)?,
            session: read_json("proposed_session", &row.session)?,
            reasons: read_json("proposal_session", &row.reasons)?,
            block: read_opt("proposed_block", row.block_id.as_deref())?,
        };
        sessions.entry(row.proposal_id).or_default().push(session);
    }
    Ok(sessions)
}

struct OverrideRow {
    plan_week_id: String,
    id: String,
    session_id: String,
    change: String,
    before: Option<String>,
    tag: String,
    text: Option<String>,
    insisted: String,
    author: String,
    at: String,
}

impl TryFrom<OverrideRow> for Override {
    type Error = StoreFault;

    fn try_from(row: OverrideRow) -> Result<Override, StoreFault> {
        const TABLE: &str = "session_override";
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
    }
}

impl Roster {
    /// An athlete's week with everything written about it; `None` when nothing was proposed.
    ///
    /// # Errors
    /// What the database says.
    pub async fn plan_week(&self, athlete: AthleteId, week: Week) -> Result<Option<PlanWeek>, StoreFault> {
        Ok(self.plans(Some(athlete), week, week).await?.pop())
    }

    /// An athlete's planned weeks from one to another (both included), in order.
    ///
    /// # Errors
    /// What the database says.
    pub async fn plan_weeks(&self, athlete: AthleteId, from: Week, to: Week) -> Result<Vec<PlanWeek>, StoreFault> {
        self.plans(Some(athlete), from, to).await
    }

    /// Everybody's planned weeks from one to another (both included), by athlete and week.
    ///
    /// # Errors
    /// What the database says.
    pub async fn plan_weeks_of_all(&self, from: Week, to: Week) -> Result<Vec<PlanWeek>, StoreFault> {
        self.plans(None, from, to).await
    }

    /// One query for each kind of row, however many weeks there are.
    async fn plans(&self, athlete: Option<AthleteId>, from: Week, to: Week) -> Result<Vec<PlanWeek>, StoreFault> {
        let (low, high) = whose(athlete);
        let (from, to) = (from.to_string(), to.to_string());
        let mut moment = self.moment().await?;
        let weeks = sqlx::query!(
            r#"SELECT w.id, w.athlete_id, w.week, p.id AS "proposal_id!", p.version, p.engine, p.inputs, p.made_at,
                      p.target_load, p.reasons, p.confidence, p.abstained AS "abstained: bool",
                      (SELECT MAX(at) FROM plan_export AS e WHERE e.plan_week_id = w.id) AS "exported_at: String"
               FROM plan_week AS w JOIN visible_proposal AS p ON p.plan_week_id = w.id
                AND p.version = (SELECT MAX(n.version) FROM proposal AS n WHERE n.plan_week_id = w.id)
               WHERE w.athlete_id >= ? AND w.athlete_id <= ? AND w.week >= ? AND w.week <= ?
               ORDER BY w.athlete_id, w.week"#,
            low,
            high,
            from,
            to,
        )
        .fetch_all(&mut *moment)
        .await?;
        if weeks.is_empty() {
            return Ok(Vec::new());
        }
        let sessions = sqlx::query_as!(
            SessionRow,
            r#"SELECT p.id AS "proposal_id!", s.id, s.day, s.session, l.reasons, b.block_id AS "block_id?"
               FROM plan_week AS w JOIN visible_proposal AS p ON p.plan_week_id = w.id
                AND p.version = (SELECT MAX(n.version) FROM proposal AS n WHERE n.plan_week_id = w.id)
               JOIN visible_proposal_session AS l ON l.proposal_id = p.id
               JOIN proposed_session AS s ON s.id = l.session_id
               LEFT JOIN proposed_block AS b ON b.session_id = s.id
               WHERE w.athlete_id >= ? AND w.athlete_id <= ? AND w.week >= ? AND w.week <= ?
               ORDER BY p.id, l.position"#,
            low,
            high,
            from,
            to,
        )
        .fetch_all(&mut *moment)
        .await?;
        let overrides = sqlx::query_as!(
            OverrideRow,
            "SELECT o.plan_week_id, o.id, o.session_id, o.change, o.before, o.tag, o.text, o.insisted, o.author, o.at
             FROM plan_week AS w JOIN visible_override AS o ON o.plan_week_id = w.id
             WHERE w.athlete_id >= ? AND w.athlete_id <= ? AND w.week >= ? AND w.week <= ? ORDER BY o.clock",
            low,
            high,
            from,
            to,
        )
        .fetch_all(&mut *moment)
        .await?;
        let approvals = sqlx::query!(
            r#"SELECT a.plan_week_id, a.id, a.proposal_id, a.withdrawn AS "withdrawn: bool", a.author, a.at
               FROM plan_week AS w JOIN plan_approval AS a ON a.plan_week_id = w.id
               WHERE w.athlete_id >= ? AND w.athlete_id <= ? AND w.week >= ? AND w.week <= ? ORDER BY a.clock"#,
            low,
            high,
            from,
            to,
        )
        .fetch_all(&mut *moment)
        .await?;
        let notes = sqlx::query_as!(
            NoteRow,
            r#"SELECT id AS "id!", athlete_id AS "athlete_id!", week, subject AS "subject!", text AS "text!",
                      shared AS "shared!: bool", author AS "author!", at AS "at!", supersedes
               FROM visible_annotation
               WHERE athlete_id >= ? AND athlete_id <= ? AND week >= ? AND week <= ? ORDER BY clock"#,
            low,
            high,
            from,
            to,
        )
        .fetch_all(&mut *moment)
        .await?;
        drop(moment);

        let mut sessions = by_proposal(sessions)?;
        let mut overridden: BTreeMap<String, Vec<Override>> = BTreeMap::new();
        for row in overrides {
            overridden.entry(row.plan_week_id.clone()).or_default().push(row.try_into()?);
        }
        let mut approved: BTreeMap<String, Vec<Approval>> = BTreeMap::new();
        for row in approvals {
            let approval = Approval {
                id: read("plan_approval", &row.id)?,
                proposal: read("plan_approval", &row.proposal_id)?,
                withdrawn: row.withdrawn,
                author: row.author,
                at: read_time("plan_approval", &row.at)?,
            };
            approved.entry(row.plan_week_id).or_default().push(approval);
        }
        let mut noted: BTreeMap<(String, Option<String>), Vec<Annotation>> = BTreeMap::new();
        for row in notes {
            noted.entry((row.athlete_id.clone(), row.week.clone())).or_default().push(row.try_into()?);
        }
        weeks
            .into_iter()
            .map(|row| {
                let proposal = ProposalRow {
                    engine: row.engine,
                    inputs: row.inputs,
                    made_at: row.made_at,
                    target_load: row.target_load,
                    reasons: row.reasons,
                    confidence: row.confidence,
                    abstained: row.abstained,
                    id: row.proposal_id,
                };
                let its = sessions.remove(&proposal.id).unwrap_or_default();
                Ok(PlanWeek {
                    id: read("plan_week", &row.id)?,
                    athlete: read("plan_week", &row.athlete_id)?,
                    week: read("plan_week", &row.week)?,
                    proposal: proposal.with(its)?,
                    versions: u32::try_from(row.version).unwrap_or(u32::MAX),
                    overrides: overridden.remove(&row.id).unwrap_or_default(),
                    approvals: approved.remove(&row.id).unwrap_or_default(),
                    annotations: noted.remove(&(row.athlete_id, Some(row.week))).unwrap_or_default(),
                    exported_at: row.exported_at.as_deref().map(|at| read_time("plan_export", at)).transpose()?,
                })
            })
            .collect()
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
    pub async fn proposals_of(&self, plan: PlanWeekId) -> Result<Vec<Proposal>, StoreFault> {
        let mut moment = self.moment().await?;
        proposals(&mut moment, plan).await
    }

    /// What the engine was told, by its digest: the canonical JSON, or `None` where it was not kept (proposals of earlier
    /// versions of this program).
    ///
    /// # Errors
    /// [`StoreFault::Packing`] when it cannot be unpacked, or what the database says.
    pub async fn proposal_input(&self, athlete: AthleteId, digest: &str) -> Result<Option<Vec<u8>>, StoreFault> {
        let athlete = athlete.to_string();
        let row = sqlx::query!(
            "SELECT size, packed FROM visible_proposal_input WHERE athlete_id = ? AND digest = ?",
            athlete,
            digest
        )
        .fetch_optional(&mut *self.reader().await?)
        .await?;
        let failed = |source| StoreFault::Packing { name: digest.to_owned(), source };
        row.map(|row| {
            let size = usize::try_from(row.size).map_err(|e| failed(std::io::Error::other(e)))?;
            zip::unpack(&row.packed, size).map_err(failed)
        })
        .transpose()
    }

    /// Every note about an athlete, oldest first.
    ///
    /// # Errors
    /// What the database says.
    pub async fn annotations(&self, athlete: AthleteId) -> Result<Vec<Annotation>, StoreFault> {
        let id = athlete.to_string();
        sqlx::query_as!(
            NoteRow,
            r#"SELECT id AS "id!", athlete_id AS "athlete_id!", week, subject AS "subject!", text AS "text!",
                      shared AS "shared!: bool", author AS "author!", at AS "at!", supersedes
               FROM visible_annotation WHERE athlete_id = ? ORDER BY clock"#,
            id
        )
        .fetch_all(&mut *self.reader().await?)
        .await?
        .into_iter()
        .map(Annotation::try_from)
        .collect()
    }
}

/// Every version of a week's proposal, oldest first.
pub(crate) async fn proposals(
    connection: &mut SqliteConnection,
    plan: PlanWeekId,
) -> Result<Vec<Proposal>, StoreFault> {
    let plan = plan.to_string();
    let rows = sqlx::query_as!(
        ProposalRow,
        r#"SELECT id, engine, inputs, made_at, target_load, reasons, confidence, abstained AS "abstained: bool"
           FROM visible_proposal WHERE plan_week_id = ? ORDER BY version"#,
        plan
    )
    .fetch_all(&mut *connection)
    .await?;
    let sessions = sqlx::query_as!(
        SessionRow,
        r#"SELECT p.id AS "proposal_id!", s.id, s.day, s.session, l.reasons, b.block_id AS "block_id?"
           FROM visible_proposal AS p JOIN visible_proposal_session AS l ON l.proposal_id = p.id
           JOIN proposed_session AS s ON s.id = l.session_id
           LEFT JOIN proposed_block AS b ON b.session_id = s.id
           WHERE p.plan_week_id = ? ORDER BY p.version, l.position"#,
        plan
    )
    .fetch_all(&mut *connection)
    .await?;
    let mut sessions = by_proposal(sessions)?;
    rows.into_iter()
        .map(|row| {
            let its = sessions.remove(&row.id).unwrap_or_default();
            row.with(its)
        })
        .collect()
}

/// A week's overrides, oldest first.
pub(crate) async fn overrides(
    connection: &mut SqliteConnection,
    plan: PlanWeekId,
) -> Result<Vec<Override>, StoreFault> {
    let plan = plan.to_string();
    sqlx::query_as!(
        OverrideRow,
        "SELECT plan_week_id, id, session_id, change, before, tag, text, insisted, author, at
         FROM visible_override WHERE plan_week_id = ? ORDER BY clock",
        plan
    )
    .fetch_all(connection)
    .await?
    .into_iter()
    .map(Override::try_from)
    .collect()
}
