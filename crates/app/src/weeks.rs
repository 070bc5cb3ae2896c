//! Days and weeks of an athlete, and what the plan would make of them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Duration, NaiveDate};
use contract::measure::{LoadWeeks, LoadWeeksView};
use domain::activity::Activity;
use domain::athlete::Athlete;
use domain::daily::{self, PlannedLoad};
use domain::effective::effective;
use domain::id::{ActivityId, SessionId};
use domain::measures::Measures;
use domain::saying;
use domain::session::SessionKind;
use domain::trend;
use domain::week::Week;
use store::Roster;

use crate::derive::days_of;
use crate::{Answer, App, AppFault};

/// Weeks shown when nobody says from where.
const WEEKS: i64 = 12;
/// Weeks the projection begins before today, and those a week is compared with.
const BEFORE: i64 = 4;

impl Answer for LoadWeeks {
    async fn answer(self, app: &App) -> Result<LoadWeeksView, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let today = app.today_of(&athlete);
        let to = self.to.unwrap_or(today);
        let from = self.from.unwrap_or_else(|| to - Duration::weeks(WEEKS));
        if to < from {
            return Err(AppFault::EndsBeforeStart { from, to });
        }
        // The averages need the whole history; only the range is shown.
        let activities = roster.activities(athlete.id, None, Some(to.max(today)), None).await?;
        let trend = trend::trend(&days_of(&activities, to));
        let mut days = daily::days(&activities, &trend);
        // A week's usual is that of the weeks before it.
        let first = Week::of(from).monday() - Duration::weeks(BEFORE);
        days.retain(|day| first <= day.date);
        let planned = planned(&roster, &athlete, first.min(today - Duration::weeks(BEFORE)), &activities).await?;
        let mut known: BTreeMap<ActivityId, Measures> =
            roster.measures_of(athlete.id, Some(first), Some(to)).await?.into_iter().collect();
        let measured: Vec<(Activity, Option<Measures>)> = activities
            .iter()
            .filter(|activity| (first..=to).contains(&activity.day()))
            .map(|activity| (activity.clone(), known.remove(&activity.id)))
            .collect();
        let mut weeks = daily::weeks(&days, &measured, &planned);
        // Today is not over, nor is its week.
        let over: Vec<_> = weeks.iter().filter(|week| week.week.sunday() < today).cloned().collect();
        let sayings = saying::of_weeks(&days, &over);
        // The projection starts from what is known today, whatever range is shown.
        let now = if to == today { trend } else { trend::trend(&days_of(&activities, today)) };
        let projection = daily::project(&now, &planned, today - Duration::weeks(BEFORE), today);
        days.retain(|day| from <= day.date);
        weeks.retain(|week| from <= week.week.sunday());
        let waiting = app.standing(&roster, &athlete).await?.waiting();
        Ok(LoadWeeksView { athlete: athlete.id, days, weeks, projection, sayings, waiting })
    }
}

/// What the plans say from a day on, one a day: sessions that were removed are not planned any more, and rest is no load but
/// it is a plan.
pub(crate) async fn planned(
    roster: &Roster,
    athlete: &Athlete,
    from: NaiveDate,
    activities: &[Activity],
) -> Result<Vec<PlannedLoad>, AppFault> {
    let matched: BTreeSet<SessionId> = activities.iter().filter_map(|activity| activity.session).collect();
    let mut days: BTreeMap<NaiveDate, PlannedLoad> = BTreeMap::new();
    for week in roster.planned_weeks(athlete.id, Week::of(from)).await? {
        let Some(plan) = roster.plan_week(athlete.id, week).await? else { continue };
        for session in effective(&plan.proposal, &plan.overrides).standing() {
            let date = session.date;
            let day = days.entry(date).or_insert(PlannedLoad { date, load: 0.0, done: 0.0 });
            let load = if session.session.kind == SessionKind::Rest { 0.0 } else { session.session.load };
            day.load += load;
            if matched.contains(&session.id) {
                day.done += load;
            }
        }
    }
    Ok(days.into_values().filter(|day| from <= day.date).collect())
}
