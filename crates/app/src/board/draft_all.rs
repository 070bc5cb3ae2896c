//! The weeks of many athletes drafted at once: worked out beside each other, kept one by one.

use contract::board::{DraftAll, DraftLine, DraftOutcome};
use contract::{Done, Topic, Touched, Work};
use domain::athlete::Athlete;
use domain::consent::Role;
use domain::plan::PlanWeek;
use domain::trend::DayLoad;
use domain::week::Week;
use futures::{StreamExt, stream};
use planner::Draft;
use store::Roster;

use super::BESIDE;
use crate::availability::athletes_of;
use crate::derive::Look;
use crate::drafting::{Everybody, Planned, proposed};
use crate::preferences::carried;
use crate::triage::{review_of, status_of};
use crate::{Answer, App, AppFault};

impl Answer for DraftAll {
    async fn answer(self, app: &App) -> Result<Done<Vec<DraftLine>>, AppFault> {
        let roster = app.roster().await?;
        let athletes = athletes_of(&roster, self.squad).await?;
        for athlete in &athletes {
            app.not_over(athlete, self.week)?;
        }
        let everyone = athletes.clone();
        let mut running = app.begin(self.task, Work::Draft, athletes.len());
        // What is kept is worked out as the head coach reads, whoever asks; the answer is what they may read of it.
        let whole = app.computing(&roster).await;
        let everybody = app.everybody(&whole).await?;
        let mut drafts =
            stream::iter(athletes).map(|athlete| worked_out(app, &whole, &everybody, athlete, &self)).buffered(BESIDE);
        let (mut lines, mut touched) = (Vec::new(), Vec::new());
        while let Some((athlete, worked)) = drafts.next().await {
            if running.is_cancelled() {
                break;
            }
            let kept = match worked {
                Ok(worked) => kept(app, (&roster, &whole), &athlete, self.week, worked).await,
                Err(fault) => Err(fault),
            };
            running.step(&athlete.name);
            let line = match kept {
                Ok(line) => line,
                Err(fault) => failed(app, &roster, &athlete, self.week, &fault).await,
            };
            if line.outcome == DraftOutcome::Drafted {
                touched.push(Touched { athlete: Some(athlete.id), topic: Topic::Plan });
            }
            lines.push(line);
        }
        drop(drafts);
        // Stopped: what was kept so far stays, and who was not reached is said.
        for athlete in everyone.iter().skip(lines.len()) {
            lines.push(left(&roster, athlete, self.week, DraftOutcome::NotReached).await);
        }
        Ok(app.done(lines, touched))
    }
}

/// What was worked out for one athlete.
enum Worked {
    /// A draft to keep.
    Draft(Box<(Planned, Draft)>),
    /// The week stays as it is.
    Left(DraftOutcome, Box<PlanWeek>, Vec<DayLoad>),
}

/// One athlete's draft, worked out on another thread than its neighbours'.
async fn worked_out(
    app: &App,
    roster: &Roster,
    everybody: &Everybody,
    athlete: Athlete,
    asked: &DraftAll,
) -> (Athlete, Result<Worked, AppFault>) {
    let (app, roster, everybody, whose) = (app.clone(), roster.clone(), everybody.clone(), athlete.clone());
    let (week, missing_only) = (asked.week, asked.missing_only);
    let worked = tokio::spawn(carried(async move {
        let mut planned = app.planned(&roster, &everybody, &whose, week, false).await?;
        match planned.earlier.take() {
            Some(plan) if plan.approved().is_some() => {
                Ok(Worked::Left(DraftOutcome::Approved, Box::new(plan), planned.picture.days))
            }
            Some(plan) if missing_only => Ok(Worked::Left(DraftOutcome::Kept, Box::new(plan), planned.picture.days)),
            earlier => {
                planned.earlier = earlier;
                Ok(Worked::Draft(Box::new(proposed(planned).await?)))
            }
        }
    }));
    let worked = worked.await.unwrap_or_else(|source| Err(AppFault::Panicked { said: source.to_string() }));
    (athlete, worked)
}

async fn kept(
    app: &App,
    (roster, whole): (&Roster, &Roster),
    athlete: &Athlete,
    week: Week,
    worked: Worked,
) -> Result<DraftLine, AppFault> {
    let (outcome, plan, days) = match worked {
        Worked::Left(outcome, plan, days) => (outcome, *plan, days),
        Worked::Draft(worked) => {
            let (planned, draft) = *worked;
            let (outcome, plan) = app.keep(whole, athlete.id, &planned.context, planned.earlier, draft).await?;
            (outcome, plan, planned.picture.days)
        }
    };
    let today = app.today_of(athlete);
    let (plan, days) = match app.role() {
        Role::HeadCoach => (Some(plan), days),
        _ => (roster.plan_week(athlete.id, week).await?, app.picture(roster, athlete, today, Look::Glance).await?.days),
    };
    let review = review_of(plan.as_ref(), &days, today);
    let status = status_of(plan.as_ref(), &review);
    Ok(DraftLine { athlete: athlete.id, name: athlete.name.clone(), status, outcome, review })
}

/// The line of an athlete whose week could not be drafted: the fault is in the log, the week as it was.
async fn failed(app: &App, roster: &Roster, athlete: &Athlete, week: Week, fault: &AppFault) -> DraftLine {
    let told = fault.told("DraftAll", &app.id(|id| id));
    tracing::warn!(athlete = %athlete.id, trace = told.trace, "a week was not drafted");
    left(roster, athlete, week, DraftOutcome::Failed).await
}

/// The line of an athlete whose week is as it was.
async fn left(roster: &Roster, athlete: &Athlete, week: Week, outcome: DraftOutcome) -> DraftLine {
    let plan = roster.plan_week(athlete.id, week).await.ok().flatten();
    let status = status_of(plan.as_ref(), &[]);
    let (athlete, name) = (athlete.id, athlete.name.clone());
    DraftLine { athlete, name, status, outcome, review: Vec::new() }
}
