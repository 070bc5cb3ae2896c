//! Weeks: proposals, overrides, notes, exports. Every one of them is one more row.

use chrono::{DateTime, NaiveDate, Utc};
use domain::annotation::{Annotation, Subject};
use domain::effective::{effective, pinned};
use domain::id::{AthleteId, PlanWeekId, ProposalId, SessionId};
use domain::overrides::{Change, Override};
use domain::plan::{Approval, Proposal, ProposedSession};
use domain::session::Session;
use domain::week::Week;

use super::Write;
use crate::fault::StoreFault;
use crate::read::plan as kept;
use crate::text::{code, day, finite, json, read, read_json, time};
use crate::zip;

/// Inputs are JSON of some tens of kilobytes, kept for good: a little more work for a smaller file.
const INPUT_LEVEL: i32 = 9;

impl Write {
    /// Adds a version of the proposal for a week; the first one makes the week. `today` is the athlete's day.
    ///
    /// A session that is past, locked or edited must be in the new version as the model first proposed it: its row is
    /// kept and linked, and the overrides still stand on top. Sessions the coach added are not part of any proposal. One
    /// that stands for a block of the club is not the coach's edit: a new version may leave it out or hold it elsewhere.
    ///
    /// # Errors
    /// [`StoreFault::WeekApproved`] while an approval stands, [`StoreFault::PinnedDropped`], [`StoreFault::PinnedChanged`], [`StoreFault::AddedInProposal`],
    /// [`StoreFault::WeekHasOtherId`], [`StoreFault::AlreadyThere`], [`StoreFault::BrokenReference`].
    pub async fn insert_proposal(
        &mut self,
        plan: PlanWeekId,
        athlete: AthleteId,
        week: Week,
        proposal: &Proposal,
        today: NaiveDate,
    ) -> Result<(), StoreFault> {
        self.ensure_week(plan, athlete, week).await?;
        if self.is_approved(plan).await? {
            return Err(StoreFault::WeekApproved { week });
        }
        let previous = kept::proposals(self.connection(), plan).await?;
        let overrides = kept::overrides(self.connection(), plan).await?;
        keeps_what_stands(previous.last(), &overrides, proposal, today)?;
        let version = i64::try_from(previous.len()).unwrap_or(i64::MAX) + 1;
        self.insert_version(plan, athlete, version, proposal).await?;
        for (position, session) in (0_i64..).zip(&proposal.sessions) {
            self.insert_session(plan, athlete, session).await?;
            self.link_session(proposal.id, athlete, position, session).await?;
        }
        Ok(())
    }

    async fn ensure_week(&mut self, plan: PlanWeekId, athlete: AthleteId, week: Week) -> Result<(), StoreFault> {
        let (id, athlete, text) = (plan.to_string(), athlete.to_string(), week.to_string());
        let existing = sqlx::query_scalar!("SELECT id FROM plan_week WHERE athlete_id = ? AND week = ?", athlete, text)
            .fetch_optional(self.connection())
            .await?;
        match existing {
            Some(existing) if existing == id => {}
            Some(existing) => {
                return Err(StoreFault::WeekHasOtherId { week, existing: read("plan_week", &existing)? });
            }
            None => {
                sqlx::query!("INSERT INTO plan_week (id, athlete_id, week) VALUES (?, ?, ?)", id, athlete, text)
                    .execute(self.connection())
                    .await?;
            }
        }
        Ok(())
    }

    async fn is_approved(&mut self, plan: PlanWeekId) -> Result<bool, StoreFault> {
        let plan = plan.to_string();
        let withdrawn = sqlx::query_scalar!(
            r#"SELECT withdrawn AS "withdrawn: bool" FROM plan_approval
               WHERE plan_week_id = ? ORDER BY clock DESC LIMIT 1"#,
            plan
        )
        .fetch_optional(self.connection())
        .await?;
        Ok(withdrawn == Some(false))
    }

    /// Keeps what the engine was told: the canonical JSON under its digest, packed. The same input is kept once.
    ///
    /// # Errors
    /// [`StoreFault::Packing`], [`StoreFault::BrokenReference`] for an unknown athlete.
    pub async fn insert_proposal_input(
        &mut self,
        athlete: AthleteId,
        digest: &str,
        json: &[u8],
    ) -> Result<(), StoreFault> {
        let failed = |source| StoreFault::Packing { name: digest.to_owned(), source };
        let packed = zip::pack(json, INPUT_LEVEL).map_err(failed)?;
        let size = i64::try_from(json.len()).map_err(|e| failed(std::io::Error::other(e)))?;
        let athlete = athlete.to_string();
        sqlx::query!(
            "INSERT INTO proposal_input (athlete_id, digest, size, packed) VALUES (?, ?, ?, ?)
             ON CONFLICT (athlete_id, digest) DO NOTHING",
            athlete,
            digest,
            size,
            packed,
        )
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// Adds the coach's word that a week stands, or that it no longer does. The newest counts.
    ///
    /// # Errors
    /// [`StoreFault::NoSuch`] for an unknown week, [`StoreFault::AlreadyThere`], [`StoreFault::BrokenReference`] for an
    /// unknown proposal.
    pub async fn insert_approval(&mut self, plan: PlanWeekId, approval: &Approval) -> Result<(), StoreFault> {
        let clock = self.tick(Some(approval.at));
        let athlete = self.athlete_of(plan).await?;
        let (id, plan, proposal) = (approval.id.to_string(), plan.to_string(), approval.proposal.to_string());
        let at = time(approval.at);
        sqlx::query!(
            "INSERT INTO plan_approval (id, plan_week_id, athlete_id, proposal_id, withdrawn, author, at, clock)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            id,
            plan,
            athlete,
            proposal,
            approval.withdrawn,
            approval.author,
            at,
            clock,
        )
        .execute(self.connection())
        .await?;
        Ok(())
    }

    async fn insert_version(
        &mut self,
        plan: PlanWeekId,
        athlete: AthleteId,
        version: i64,
        proposal: &Proposal,
    ) -> Result<(), StoreFault> {
        let (id, plan, athlete) = (proposal.id.to_string(), plan.to_string(), athlete.to_string());
        let made_at = time(proposal.made_at);
        let target = proposal.target_load.map(|load| finite("target load", load)).transpose()?;
        let reasons = json("proposal", &proposal.reasons)?;
        let confidence = json("proposal", &proposal.confidence)?;
        sqlx::query!(
            "INSERT INTO proposal (id, plan_week_id, athlete_id, version, engine, inputs, made_at, target_load, reasons,
                                   confidence, abstained)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            id,
            plan,
            athlete,
            version,
            proposal.engine,
            proposal.inputs,
            made_at,
            target,
            reasons,
            confidence,
            proposal.abstained,
        )
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// Adds a session's row, or finds the same one already there.
    async fn insert_session(
        &mut self,
        plan: PlanWeekId,
        athlete: AthleteId,
        proposed: &ProposedSession,
    ) -> Result<(), StoreFault> {
        let (id, plan, athlete) = (proposed.id.to_string(), plan.to_string(), athlete.to_string());
        let date = day(proposed.date);
        let block = proposed.block.map(|block| block.to_string());
        let row = sqlx::query!(
            r#"SELECT s.plan_week_id, s.day, s.session, b.block_id AS "block_id?"
               FROM proposed_session AS s LEFT JOIN proposed_block AS b ON b.session_id = s.id WHERE s.id = ?"#,
            id
        )
        .fetch_optional(self.connection())
        .await?;
        if let Some(row) = row {
            let same = row.plan_week_id == plan
                && row.day == date
                && row.block_id == block
                && read_json::<Session>("proposed_session", &row.session)? == proposed.session;
            return if same { Ok(()) } else { Err(StoreFault::PinnedChanged { session: proposed.id }) };
        }
        let session = json("proposed_session", &proposed.session)?;
        sqlx::query!(
            "INSERT INTO proposed_session (id, plan_week_id, athlete_id, day, session) VALUES (?, ?, ?, ?, ?)",
            id,
            plan,
            athlete,
            date,
            session,
        )
        .execute(self.connection())
        .await?;
        if let Some(block) = block {
            sqlx::query!(
                "INSERT INTO proposed_block (session_id, athlete_id, block_id) VALUES (?, ?, ?)",
                id,
                athlete,
                block,
            )
            .execute(self.connection())
            .await?;
        }
        Ok(())
    }

    async fn link_session(
        &mut self,
        proposal: ProposalId,
        athlete: AthleteId,
        position: i64,
        proposed: &ProposedSession,
    ) -> Result<(), StoreFault> {
        let (proposal, session) = (proposal.to_string(), proposed.id.to_string());
        let athlete = athlete.to_string();
        let reasons = json("proposal_session", &proposed.reasons)?;
        sqlx::query!(
            "INSERT INTO proposal_session (proposal_id, session_id, athlete_id, position, reasons)
             VALUES (?, ?, ?, ?, ?)",
            proposal,
            session,
            athlete,
            position,
            reasons,
        )
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// Adds an override.
    ///
    /// # Errors
    /// [`StoreFault::NoSuch`] when the week or the session is not there, [`StoreFault::AddedInProposal`] when an added
    /// session has a proposed one's identity, [`StoreFault::BrokenReference`] for an undo of an unknown override.
    pub async fn insert_override(&mut self, plan: PlanWeekId, made: &Override) -> Result<(), StoreFault> {
        let clock = self.tick(Some(made.at));
        let (id, session) = (made.id.to_string(), made.session.to_string());
        let week = plan.to_string();
        let athlete = self.athlete_of(plan).await?;
        let proposed = sqlx::query_scalar!(
            r#"SELECT EXISTS (SELECT 1 FROM proposed_session WHERE id = ? AND plan_week_id = ?) AS "there: bool""#,
            session,
            week,
        )
        .fetch_one(self.connection())
        .await?;
        if let Change::Add { .. } = made.change {
            if proposed {
                return Err(StoreFault::AddedInProposal { session: made.session });
            }
        } else if !proposed {
            let added = kept::overrides(self.connection(), plan).await?;
            if !added.iter().any(|o| o.session == made.session && matches!(o.change, Change::Add { .. })) {
                return Err(StoreFault::no_such("session", &made.session));
            }
        }
        let undoes = match made.change {
            Change::Undo { of } => Some(of.to_string()),
            _ => None,
        };
        let change = json("session_override", &made.change)?;
        let before = made.before.as_ref().map(|before| json("session_override", before)).transpose()?;
        let tag = code("session_override", &made.tag)?;
        let insisted = json("session_override", &made.insisted)?;
        let at = time(made.at);
        sqlx::query!(
            "INSERT INTO session_override (id, plan_week_id, athlete_id, session_id, undoes, change, before, tag, text,
                                           insisted, author, at, clock)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            id,
            week,
            athlete,
            session,
            undoes,
            change,
            before,
            tag,
            made.text,
            insisted,
            made.author,
            at,
            clock,
        )
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// Adds a note.
    ///
    /// # Errors
    /// [`StoreFault::AlreadyThere`], [`StoreFault::BrokenReference`].
    pub async fn insert_annotation(&mut self, note: &Annotation) -> Result<(), StoreFault> {
        let clock = self.tick(Some(note.at));
        let (id, athlete) = (note.id.to_string(), note.athlete.to_string());
        let week = match note.subject {
            Subject::Session { week, .. } | Subject::Week { week } => Some(week.to_string()),
            Subject::Day { date } => Some(Week::of(date).to_string()),
            Subject::Activity { .. } => None,
        };
        let subject = json("annotation", &note.subject)?;
        let supersedes = note.supersedes.map(|id| id.to_string());
        let at = time(note.at);
        sqlx::query!(
            "INSERT INTO annotation (id, athlete_id, subject, week, text, shared, author, at, supersedes, clock)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            id,
            athlete,
            subject,
            week,
            note.text,
            note.shared,
            note.author,
            at,
            supersedes,
            clock,
        )
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// Notes that a week was written to a plan file, and with which key it was signed.
    ///
    /// # Errors
    /// [`StoreFault::NoSuch`] for an unknown week.
    pub async fn mark_exported(
        &mut self,
        plan: PlanWeekId,
        at: DateTime<Utc>,
        path: &str,
        fingerprint: &str,
    ) -> Result<(), StoreFault> {
        let (week, at) = (plan.to_string(), time(at));
        let athlete = self.athlete_of(plan).await?;
        sqlx::query!(
            "INSERT INTO plan_export (plan_week_id, athlete_id, at, path, fingerprint) VALUES (?, ?, ?, ?, ?)
             ON CONFLICT (plan_week_id, at, path) DO NOTHING",
            week,
            athlete,
            at,
            path,
            fingerprint,
        )
        .execute(self.connection())
        .await?;
        Ok(())
    }

    async fn athlete_of(&mut self, plan: PlanWeekId) -> Result<String, StoreFault> {
        let id = plan.to_string();
        sqlx::query_scalar!("SELECT athlete_id FROM plan_week WHERE id = ?", id)
            .fetch_optional(self.connection())
            .await?
            .ok_or_else(|| StoreFault::no_such("plan week", &plan))
    }
}

/// Refuses a proposal that would touch what stands.
fn keeps_what_stands(
    previous: Option<&Proposal>,
    overrides: &[Override],
    proposal: &Proposal,
    today: NaiveDate,
) -> Result<(), StoreFault> {
    let added = |id: SessionId| overrides.iter().any(|o| o.session == id && matches!(o.change, Change::Add { .. }));
    if let Some(session) = proposal.sessions.iter().find(|s| added(s.id)) {
        return Err(StoreFault::AddedInProposal { session: session.id });
    }
    let Some(previous) = previous else { return Ok(()) };
    for pin in pinned(&effective(previous, overrides), today) {
        let Some(old) = previous.sessions.iter().find(|s| s.id == pin.id) else { continue };
        match proposal.sessions.iter().find(|s| s.id == pin.id) {
            None => return Err(StoreFault::PinnedDropped { session: pin.id }),
            Some(new) if (new.date, &new.session, new.block) != (old.date, &old.session, old.block) => {
                return Err(StoreFault::PinnedChanged { session: pin.id });
            }
            Some(_) => {}
        }
    }
    Ok(())
}
