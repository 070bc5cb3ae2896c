//! The triage table: the whole club, most urgent first.

use std::cmp::Reverse;

use chrono::{Duration, NaiveDate};
use contract::roster::{PlanStatus, Triage, TriageRow, TriageView};
use domain::athlete::Athlete;
use domain::attention::Severity;
use domain::effective;
use domain::overrides::{Change, Override};
use domain::plan::PlanWeek;
use domain::reason::Reason;
use domain::review;
use domain::trend::DayLoad;
use domain::week::Week;

use crate::{Answer, App, AppFault};

impl Answer for Triage {
    async fn answer(self, app: &App) -> Result<TriageView, AppFault> {
        let roster = app.roster().await?;
        let on = self.on.unwrap_or_else(|| app.today());
        let mut rows = Vec::new();
        let mut holder = None;
        for athlete in roster.athletes().await? {
            if athlete.unassigned {
                holder = Some(athlete.id);
                continue;
            }
            rows.push(row(app, &roster, athlete, on).await?);
        }
        rows.sort_by_cached_key(urgency);
        Ok(TriageView { on, rows, unassigned: roster.counts().await?.unassigned, holder })
    }
}

/// Athletes with nothing to say go last; else the worst severity first, more flags first within it, then the name.
fn urgency(row: &TriageRow) -> (bool, Option<Severity>, Reverse<usize>, String) {
    let worst = row.flags.iter().map(|flag| flag.severity).min();
    (worst.is_none(), worst, Reverse(row.flags.len()), row.athlete.name.to_lowercase())
}

async fn row(app: &App, roster: &store::Roster, athlete: Athlete, on: NaiveDate) -> Result<TriageRow, AppFault> {
    let picture = app.picture(roster, &athlete, on, crate::derive::Look::Among).await?;
    let load_on = |day| picture.trend.iter().rev().find(|point| point.date == day).and_then(|point| point.load);
    let sum =
        |from: i64, days: i64| -> f64 { (0..days).filter_map(|back| load_on(on - Duration::days(from + back))).sum() };
    let known_weeks = picture.trend.first().map_or(0, |first| (on - first.date).num_days() + 1 - 7);
    let plan_week = plan_week_of(on);
    let plan = roster.plan_week(athlete.id, plan_week).await?;
    Ok(TriageRow {
        readiness: picture.today().readiness.clone(),
        trend: picture.trend.last().copied(),
        spark: (0..14).rev().map(|back| load_on(on - Duration::days(back))).collect(),
        load_7d: sum(0, 7),
        load_usual: (known_weeks >= 28).then(|| sum(7, 28) / 4.0),
        last_activity: picture.activities.first().map(|activity| (activity.start_local, activity.sport)),
        last_data: roster.last_data(athlete.id).await?,
        next_race: picture.races.iter().find(|race| race.date >= on).cloned(),
        plan: status_of(plan.as_ref(), &review_of(plan.as_ref(), &picture.days, on)),
        plan_week,
        flags: picture.flags,
        athlete,
    })
}

/// The week a coach plans on a day: from Thursday on, the next one.
fn plan_week_of(on: NaiveDate) -> Week {
    use chrono::Datelike;
    let week = Week::of(on);
    if on.weekday().num_days_from_monday() >= 3 { week.next() } else { week }
}

/// How a week's plan stands, with what asks for a look (see [`domain::review::needs`]).
pub(crate) fn status_of(plan: Option<&PlanWeek>, review: &[Reason]) -> PlanStatus {
    let Some(plan) = plan else { return PlanStatus::None };
    let counts = effective::active(&plan.overrides);
    let changes = |made: &Override| counts.contains(&made.id) && !matches!(made.change, Change::Undo { .. });
    let newest = plan.overrides.iter().map(|o| o.at).chain([plan.proposal.made_at]).max();
    match plan.exported_at {
        Some(exported) if newest.is_none_or(|newest| newest <= exported) => PlanStatus::Exported,
        _ if plan.approved().is_some() => PlanStatus::Approved,
        _ if plan.overrides.iter().any(changes) => PlanStatus::Edited,
        _ if !review.is_empty() => PlanStatus::NeedsReview,
        _ => PlanStatus::Draft,
    }
}

/// What asks for a look in a week, for an athlete with these days of load; nothing where there is no plan.
pub(crate) fn review_of(plan: Option<&PlanWeek>, days: &[DayLoad], today: NaiveDate) -> Vec<Reason> {
    plan.map(|plan| review::needs(plan, review::usual_load(days, today))).unwrap_or_default()
}
