//! The coach's changes: checked, recorded, never overwritten.

use contract::plan::{OverrideOutcome, OverrideSession};
use contract::{Done, Topic, Touched};
use domain::athlete::Athlete;
use domain::id::{OverrideId, SessionId};
use domain::overrides::{self, Change, Checked, Limits, Override};
use domain::plan::PlanWeek;
use domain::week::Week;
use domain::{availability, effective};
use serde_json::json;
use store::Roster;

use crate::{Answer, App, AppFault};

/// From this age on quality sessions stand 72 hours apart (SCIENCE 18.5), before it 48 (18.3).
const MASTERS_AGE: u32 = 50;

impl App {
    pub(crate) async fn plan(&self, roster: &Roster, athlete: &Athlete, week: Week) -> Result<PlanWeek, AppFault> {
        roster.plan_week(athlete.id, week).await?.ok_or(AppFault::NoPlan { week })
    }

    /// Fails unless the session stands in the week, proposed or added.
    pub(crate) async fn session_in(
        &self,
        roster: &Roster,
        athlete: &Athlete,
        week: Week,
        session: SessionId,
    ) -> Result<PlanWeek, AppFault> {
        let plan = self.plan(roster, athlete, week).await?;
        let now = effective::effective(&plan.proposal, &plan.overrides);
        if now.sessions.iter().any(|s| s.id == session) || plan.overrides.iter().any(|o| o.session == session) {
            Ok(plan)
        } else {
            Err(AppFault::Impossible(overrides::Impossible::UnknownSession(session)))
        }
    }
}

impl Answer for OverrideSession {
    async fn answer(self, app: &App) -> Result<Done<OverrideOutcome>, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let plan = app.plan(&roster, &athlete, self.week).await?;
        let session = target(app, &plan, self.session, &self.change)?;
        let today = app.today_of(&athlete);
        let answers = roster.availability(athlete.id).await?;
        let limits = Limits {
            today,
            availability: availability::on(&answers, self.week.monday()),
            quality_spacing_hours: if athlete.age_on(today).is_some_and(|age| age >= MASTERS_AGE) { 72 } else { 48 },
        };
        let Checked { before, broken } = overrides::check(&plan, session, &self.change, limits)?;
        if !broken.is_empty() && !self.insist {
            return Ok(Done { value: OverrideOutcome::Refused { broken }, touched: Vec::new() });
        }
        let text = self.text.as_deref().map(str::trim).filter(|text| !text.is_empty());
        if text.is_some_and(|text| text.chars().count() > 2000) {
            return Err(AppFault::BadText { what: "reason", longest: 2000 });
        }
        let made = Override {
            id: app.id(OverrideId),
            session,
            change: self.change,
            before,
            tag: self.tag,
            text: text.map(str::to_owned),
            insisted: broken,
            author: app.0.place.author.clone(),
            at: app.0.clock.now(),
        };
        let mut write = roster.write().await?;
        write.insert_override(plan.id, &made).await?;
        let before = json!(made.before);
        write.commit(app.entry("override-session", Some(athlete.id), Some(session.to_string()), before)).await?;
        let week = app.week_view(&roster, &athlete, self.week).await?.ok_or(AppFault::NoPlan { week: self.week })?;
        let outcome = OverrideOutcome::Applied { week: Box::new(week), made: Box::new(made) };
        Ok(app.done(outcome, vec![Touched { athlete: Some(athlete.id), topic: Topic::Plan }]))
    }
}

/// The session a change is about: a new one for an added session, the undone override's for an undo.
fn target(app: &App, plan: &PlanWeek, asked: Option<SessionId>, change: &Change) -> Result<SessionId, AppFault> {
    match change {
        Change::Add { .. } => Ok(app.id(SessionId)),
        Change::Undo { of } => plan
            .overrides
            .iter()
            .find(|o| o.id == *of)
            .map(|o| o.session)
            .ok_or(AppFault::Impossible(overrides::Impossible::UnknownOverride(*of))),
        _ => asked.ok_or(AppFault::WhichSession { change: change.code() }),
    }
}
