//! Why a week is as it is, and the same proposal made once more: both from what the engine was told when it proposed.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use contract::explain::{ExplainWeek, ReplayProposal, Replayed};
use domain::athlete::Athlete;
use domain::explanation::Explanation;
use domain::plan::Proposal;
use domain::week::Week;
use planner::{Context, Draft, DraftSession};
use store::Roster;

use crate::drafting::{aside, draft_of, own_sessions, says_the_same};
use crate::refusal::Refusal;
use crate::{Answer, App, AppFault};

impl Answer for ExplainWeek {
    async fn answer(self, app: &App) -> Result<Explanation, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let plan = app.plan(&roster, &athlete, self.week).await?;
        let context = told(&roster, &athlete, self.week, &plan.proposal).await?;
        let draft = draft_of(&plan.proposal, &context);
        aside(move || planner::explain::explain(&context, &draft)).await
    }
}

impl Answer for ReplayProposal {
    async fn answer(self, app: &App) -> Result<Replayed, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let plan = app.plan(&roster, &athlete, self.week).await?;
        let version = self.version.unwrap_or(plan.versions);
        let index = usize::try_from(version).unwrap_or(usize::MAX).checked_sub(1);
        let kept = roster.proposals_of(plan.id).await?;
        let Some(proposal) = index.and_then(|index| kept.get(index)) else {
            let (value, high) = (f64::from(version), f64::from(plan.versions));
            return Err(AppFault::OutOfRange { what: "version", value, low: 1.0, high });
        };
        let context = told(&roster, &athlete, self.week, proposal).await?;
        let then = draft_of(proposal, &context);
        let inputs_hold = planner::digest(&context) == proposal.inputs;
        let now = aside(move || planner::propose(&context)).await?;
        Ok(Replayed {
            version,
            versions: plan.versions,
            engine: proposal.engine.clone(),
            engine_now: planner::ENGINE.to_owned(),
            inputs: proposal.inputs.clone(),
            inputs_hold,
            same: says_the_same(&then, &now),
            different: different(&then, &now),
        })
    }
}

/// What the engine was told for a proposal.
///
/// # Errors
/// [`Refusal::InputsGone`] where it was not kept, or was kept in another shape by another version of this program.
async fn told(roster: &Roster, athlete: &Athlete, week: Week, proposal: &Proposal) -> Result<Context, AppFault> {
    let kept = roster.proposal_input(athlete.id, &proposal.inputs).await?;
    let context = kept.and_then(|json| serde_json::from_slice(&json).ok());
    Ok(context.ok_or(Refusal::InputsGone { week })?)
}

/// Days on which two drafts have other sessions of their own.
fn different(one: &Draft, other: &Draft) -> Vec<NaiveDate> {
    let days = |draft: &Draft| own_sessions(draft).map(|drafted| drafted.date).collect::<BTreeSet<NaiveDate>>();
    let on = |draft: &Draft, day: NaiveDate| -> Vec<_> {
        let its = own_sessions(draft).filter(|drafted| drafted.date == day);
        its.map(|DraftSession { session, block, .. }| (session.clone(), *block)).collect()
    };
    days(one).union(&days(other)).copied().filter(|day| on(one, *day) != on(other, *day)).collect()
}
