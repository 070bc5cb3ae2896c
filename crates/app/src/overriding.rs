//! The coach's changes: checked, recorded, never overwritten.

use contract::Done;
use contract::board::RevertSession;
use contract::plan::{OverrideOutcome, OverrideSession, WeekView};
use domain::athlete::Athlete;
use domain::effective::{self, EffectiveWeek};
use domain::id::{OverrideId, SessionId};
use domain::overrides::{self, Change, Checked, Override, ReasonTag};
use domain::plan::PlanWeek;
use domain::reason::{Effect, Reason};
use domain::week::Week;
use planner::check::Broken;
use serde_json::json;
use store::Roster;

use crate::refusal::Refusal;
use crate::{Answer, App, AppFault};

impl App {
    pub(crate) async fn plan(&self, roster: &Roster, athlete: &Athlete, week: Week) -> Result<PlanWeek, AppFault> {
        roster.plan_week(athlete.id, week).await?.ok_or(AppFault::NoPlan { week })
    }

    /// Limits that a week would break and does not break now, or not as far. They are the engine's own: a change of the coach
    /// is measured by what a proposal is held to.
    pub(crate) async fn newly_broken(
        &self,
        roster: &Roster,
        athlete: &Athlete,
        week: Week,
        now: &EffectiveWeek,
        then: &EffectiveWeek,
    ) -> Result<Vec<Reason>, AppFault> {
        let planned = self.limiting_context(roster, athlete, week).await?;
        let broken = |week: &EffectiveWeek| planner::check::broken(&planned.context, &week.sessions);
        Ok(newly(&broken(now), broken(then)))
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
        let Checked { before, now, then, mut broken } = overrides::check(&plan, session, &self.change, today)?;
        broken.extend(app.newly_broken(&roster, &athlete, self.week, &now, &then).await?);
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
            author: app.author(),
            at: app.0.clock.now(),
        };
        let mut write = roster.write().await?;
        write.insert_override(plan.id, &made).await?;
        let before = json!(made.before);
        write.commit(app.entry("override-session", Some(athlete.id), Some(session.to_string()), before)).await?;
        let Done { value, touched } = app.week_changed(&roster, &athlete, self.week).await?;
        Ok(Done { value: OverrideOutcome::Applied { week: Box::new(value), made: Box::new(made) }, touched })
    }
}

impl Answer for RevertSession {
    async fn answer(self, app: &App) -> Result<Done<WeekView>, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let plan = app.session_in(&roster, &athlete, self.week, self.session).await?;
        let counts = effective::active(&plan.overrides);
        let changes = plan.overrides.iter().rev().filter(|made| {
            made.session == self.session && counts.contains(&made.id) && !matches!(made.change, Change::Undo { .. })
        });
        // The newest first, as a person would take them back.
        let undos: Vec<Change> = changes.map(|made| Change::Undo { of: made.id }).collect();
        if undos.is_empty() {
            let view = app.week_view(&roster, &athlete, self.week).await?;
            let value = view.ok_or(AppFault::NoPlan { week: self.week })?;
            return Ok(Done { value, touched: Vec::new() });
        }
        let now = effective::effective(&plan.proposal, &plan.overrides);
        let then = overrides::with(&plan, undos.iter().map(|undo| (self.session, undo.clone())));
        let mut broken = overrides::rewritten(&now, &then, app.today_of(&athlete));
        broken.extend(app.newly_broken(&roster, &athlete, self.week, &now, &then).await?);
        if !broken.is_empty() {
            return Err(Refusal::RevertBreaks { broken }.into());
        }
        let before = now.sessions.into_iter().find(|session| session.id == self.session);
        let journal = json!(before);
        let mut write = roster.write().await?;
        for change in undos {
            let made = Override {
                id: app.id(OverrideId),
                session: self.session,
                change,
                before: before.clone(),
                tag: ReasonTag::Other,
                text: None,
                insisted: Vec::new(),
                author: app.author(),
                at: app.0.clock.now(),
            };
            write.insert_override(plan.id, &made).await?;
        }
        let subject = Some(self.session.to_string());
        write.commit(app.entry("revert-session", Some(athlete.id), subject, journal)).await?;
        app.week_changed(&roster, &athlete, self.week).await
    }
}

/// What is broken after a change and was not before, or less: each reason once, as a refusal.
fn newly(before: &[Broken], after: Vec<Broken>) -> Vec<Reason> {
    let mut reasons: Vec<Reason> = Vec::new();
    for Broken { session, reason } in after {
        let alike = |old: &&Broken| (old.session, old.reason.rule) == (session, reason.rule);
        let as_far = before.iter().filter(alike).any(|old| beyond(&old.reason) >= beyond(&reason));
        let refused = Reason { effect: Effect::Refused, ..reason };
        if !as_far && !reasons.contains(&refused) {
            reasons.push(refused);
        }
    }
    reasons
}

/// How far a reason's facts lie from its limit, all together: what does not change between two weeks cancels out.
fn beyond(reason: &Reason) -> f64 {
    reason.limit.map_or(0.0, |limit| reason.facts.values().map(|fact| (fact - limit).abs()).sum())
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

#[cfg(test)]
mod tests {
    use domain::reason::{Grade, Rule};

    use super::*;

    fn broken(session: u64, rule: Rule, fact: f64, limit: f64) -> Broken {
        let reason =
            Reason::new(rule, Effect::Lowered, Grade::D).fact("minutes", fact).fact("longest", 60.0).limit(limit);
        Broken { session: SessionId(testkit::id(session)), reason }
    }

    #[test]
    fn what_was_broken_before_is_told_again_only_when_it_gets_worse() {
        let full = |minutes| broken(1, Rule::AvailableMinutes, minutes, 90.0);
        assert_eq!(newly(&[full(120.0)], vec![full(120.0)]), []);
        assert_eq!(newly(&[full(120.0)], vec![full(100.0)]), [], "better is not refused");
        let [worse] = newly(&[full(120.0)], vec![full(121.0)]).try_into().expect("one");
        assert_eq!(
            (worse.rule, worse.facts["minutes"], worse.effect),
            (Rule::AvailableMinutes, 121.0, Effect::Refused)
        );
        let near = |hours| broken(1, Rule::QualitySpacing, hours, 48.0);
        assert_eq!(newly(&[near(24.0)], vec![near(0.0)]).len(), 1, "closer is worse");
        let others =
            vec![broken(2, Rule::AvailableMinutes, 120.0, 90.0), broken(3, Rule::AvailableMinutes, 120.0, 90.0)];
        assert_eq!(newly(&[full(120.0)], others).len(), 1, "another session's, and each reason once");
    }
}
