//! The coach's word that a week stands.

use contract::board::{ApproveGreen, ApproveWeek};
use contract::plan::WeekView;
use contract::{Done, Topic, Touched};
use domain::athlete::Athlete;
use domain::id::{ApprovalId, AthleteId};
use domain::plan::{Approval, PlanWeek};
use serde_json::json;
use store::Roster;

use crate::availability::athletes_of;
use crate::derive::Look;
use crate::triage::review_of;
use crate::{Answer, App, AppFault};

impl Answer for ApproveWeek {
    async fn answer(self, app: &App) -> Result<Done<WeekView>, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let plan = app.plan(&roster, &athlete, self.week).await?;
        // Said twice is said once: only what changes something is kept.
        if plan.approved().is_none() == self.withdraw {
            let view = app.week_view(&roster, &athlete, self.week).await?;
            let value = view.ok_or(AppFault::NoPlan { week: self.week })?;
            return Ok(Done { value, touched: Vec::new() });
        }
        app.approve(&roster, &athlete, &plan, self.withdraw).await?;
        app.week_changed(&roster, &athlete, self.week).await
    }
}

impl Answer for ApproveGreen {
    async fn answer(self, app: &App) -> Result<Done<Vec<AthleteId>>, AppFault> {
        let roster = app.roster().await?;
        let plans = roster.plan_weeks_of_all(self.week, self.week).await?;
        let mut approved = Vec::new();
        for athlete in athletes_of(&roster, self.squad).await? {
            let today = app.today_of(&athlete);
            let open = |plan: &&PlanWeek| {
                plan.athlete == athlete.id && plan.approved().is_none() && today <= plan.week.sunday()
            };
            let Some(plan) = plans.iter().find(open) else { continue };
            let picture = app.picture(&roster, &athlete, today, Look::Glance).await?;
            if review_of(Some(plan), &picture.days, today).is_empty() {
                app.approve(&roster, &athlete, plan, false).await?;
                approved.push(athlete.id);
            }
        }
        let touched = approved.iter().map(|athlete| Touched { athlete: Some(*athlete), topic: Topic::Plan }).collect();
        Ok(app.done(approved, touched))
    }
}

impl App {
    /// Keeps an approval of the newest proposal, or that the one that stands was taken back.
    async fn approve(
        &self,
        roster: &Roster,
        athlete: &Athlete,
        plan: &PlanWeek,
        withdrawn: bool,
    ) -> Result<(), AppFault> {
        let approval = Approval {
            id: self.id(ApprovalId),
            proposal: plan.proposal.id,
            withdrawn,
            author: self.author(),
            at: self.0.clock.now(),
        };
        let action = if withdrawn { "withdraw-approval" } else { "approve-week" };
        let mut write = roster.write().await?;
        write.insert_approval(plan.id, &approval).await?;
        let before = json!(plan.approved());
        write.commit(self.entry(action, Some(athlete.id), Some(plan.week.to_string()), before)).await?;
        Ok(())
    }
}
