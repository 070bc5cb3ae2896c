//! The rest of a running week: what is proposed for it, and the coach's decision. A decision is a row; an applied one is
//! also the overrides it made, each linked to it.

use contract::adapt::{AdaptationOutcome, AdaptationView, DecideAdaptation, ProposeAdaptation};
use contract::{Done, Topic, Touched};
use domain::adaptation::{Adaptation, DecidedAdaptation};
use domain::athlete::Athlete;
use domain::effective::{EffectiveWeek, effective};
use domain::id::{AdaptationId, OverrideId};
use domain::overrides::{Change, Impossible, Override};
use domain::plan::PlanWeek;
use domain::week::Week;
use serde_json::json;
use store::Roster;

use crate::entry::text;
use crate::{Answer, App, AppFault};

/// Characters of a reason, as for any override.
const LONGEST_REASON: u32 = 2000;

impl Answer for ProposeAdaptation {
    async fn answer(self, app: &App) -> Result<AdaptationView, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        Ok(app.adaptation(&roster, &athlete).await?.0)
    }
}

impl Answer for DecideAdaptation {
    async fn answer(self, app: &App) -> Result<Done<AdaptationOutcome>, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let text = text("reason", self.text, LONGEST_REASON)?;
        let (view, plan) = app.adaptation(&roster, &athlete).await?;
        let (Some(adaptation), Some(plan)) = (view.adaptation.clone(), plan) else {
            return Err(AppFault::NoPlan { week: view.week });
        };
        if adaptation.inputs != self.inputs {
            let outcome = AdaptationOutcome::Moved { now: Box::new(view) };
            return Ok(Done { value: outcome, touched: Vec::new() });
        }
        let made = if self.apply { app.overrides_of(&plan, &adaptation, text.as_deref())? } else { Vec::new() };
        let decided = DecidedAdaptation {
            id: app.id(AdaptationId),
            athlete: athlete.id,
            week: plan.week,
            day: app.today_of(&athlete),
            adaptation,
            applied: self.apply,
            author: app.author(),
            at: app.0.clock.now(),
        };
        let mut write = roster.write().await?;
        write.insert_adaptation(plan.id, &decided).await?;
        for one in &made {
            write.insert_override(plan.id, one).await?;
            write.link_adaptation(one.id, decided.id, athlete.id).await?;
        }
        let action = if self.apply { "apply-adaptation" } else { "set-aside-adaptation" };
        let before: Vec<_> = made.iter().map(|one| &one.before).collect();
        write.commit(app.entry(action, Some(athlete.id), Some(decided.id.to_string()), json!(before))).await?;
        let outcome = AdaptationOutcome::Decided { decided: Box::new(decided) };
        Ok(app.done(outcome, vec![Touched { athlete: Some(athlete.id), topic: Topic::Plan }]))
    }
}

impl App {
    /// What is proposed for the running week of an athlete, and that week's plan.
    async fn adaptation(
        &self,
        roster: &Roster,
        athlete: &Athlete,
    ) -> Result<(AdaptationView, Option<PlanWeek>), AppFault> {
        let today = self.today_of(athlete);
        let week = Week::of(today);
        let planned = self.planning_context(roster, athlete, week, false).await?;
        let Some(plan) = planned.earlier else {
            let (now, then) = (EffectiveWeek::default(), EffectiveWeek::default());
            let none = AdaptationView { week, adaptation: None, now, then, set_aside: false, decided: Vec::new() };
            return Ok((none, None));
        };
        let decided = roster.adaptations(athlete.id, week).await?;
        let now = effective(&plan.proposal, &plan.overrides);
        let adaptation = planner::adapt::adapt(&planned.context, &now.sessions, &decided);
        let mut overrides = plan.overrides.clone();
        overrides.extend(self.overrides_of(&plan, &adaptation, None)?);
        // A decision is itself part of what the next proposal is made from, so what is compared is what it says.
        let same = |old: &DecidedAdaptation| {
            let before = &old.adaptation;
            let changes = |of: &Adaptation| -> Vec<_> {
                of.changes.iter().map(|change| (change.session, change.change.clone())).collect()
            };
            before.intervention == adaptation.intervention && changes(before) == changes(&adaptation)
        };
        let view = AdaptationView {
            week,
            then: effective(&plan.proposal, &overrides),
            now,
            set_aside: decided.iter().any(|old| !old.applied && old.day == today && same(old)),
            adaptation: Some(adaptation),
            decided,
        };
        Ok((view, Some(plan)))
    }

    /// The overrides that make an adaptation so, in its order.
    fn overrides_of(
        &self,
        plan: &PlanWeek,
        adaptation: &Adaptation,
        text: Option<&str>,
    ) -> Result<Vec<Override>, AppFault> {
        let mut all = plan.overrides.clone();
        for adapted in &adaptation.changes {
            let now = effective(&plan.proposal, &all);
            let before = now.sessions.into_iter().find(|session| session.id == adapted.session);
            if before.is_none() && !matches!(adapted.change, Change::Add { .. }) {
                return Err(Impossible::UnknownSession(adapted.session).into());
            }
            all.push(Override {
                id: self.id(OverrideId),
                session: adapted.session,
                change: adapted.change.clone(),
                before,
                tag: adaptation.tag,
                text: text.map(str::to_owned),
                // The engine keeps every limit: nothing had to be insisted on.
                insisted: Vec::new(),
                author: self.author(),
                at: self.0.clock.now(),
            });
        }
        Ok(all.split_off(plan.overrides.len()))
    }
}
