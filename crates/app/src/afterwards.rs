//! What came of the plans: sessions joined with what was done, and the rows that later models read.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use chrono::{Duration, NaiveDate};
use contract::Done;
use contract::afterwards::{AdherenceView, AdherenceWeek, JoinFollowUps, ListFollowUps, ShowAdherence};
use domain::activity::Activity;
use domain::adherence::{self, Adherence, Deed, Excuse, Joined};
use domain::athlete::Athlete;
use domain::availability::Exception;
use domain::consent::{self, Consent, DataCategory, Purpose};
use domain::effective::effective;
use domain::follow_up::{self, FollowUp};
use domain::id::AthleteId;
use domain::plan::PlanWeek;
use domain::readiness::Readiness;
use domain::reading::{Missing, Reading};
use domain::sport::Sport;
use domain::trend::{self, TrendPoint};
use domain::week::Week;
use domain::wellness::WellnessEntry;
use serde_json::Value as Json;
use store::Roster;

use crate::derive::{PersonOn, WELLNESS_DAYS, counting, days_until, readiness_of};
use crate::entry::within;
use crate::{Answer, App, AppFault};

/// Weeks shown at most.
const MOST_WEEKS: u32 = 26;
/// Days after a week whose mornings are read: readiness after its Sunday is that of the Tuesday.
const MORNINGS: i64 = follow_up::AFTER_DAYS as i64;

/// What an athlete did, and when they could not, over some weeks.
pub(crate) struct Doings {
    deeds: Vec<Deed>,
    excuses: BTreeMap<NaiveDate, Excuse>,
    today: NaiveDate,
}

impl Doings {
    /// Reads the weeks from one to another, both included, as of the athlete's `today`.
    pub(crate) async fn of(
        roster: &Roster,
        athlete: AthleteId,
        weeks: (Week, Week),
        today: NaiveDate,
    ) -> Result<Doings, AppFault> {
        let (from, to) = (weeks.0.monday(), weeks.1.sunday());
        let activities = roster.activities(athlete, Some(from), Some(to), None).await?;
        let wellness = roster.wellness(athlete, Some(from), Some(to)).await?;
        let exceptions = roster.exceptions(athlete).await?;
        Ok(Doings::told(&activities, &wellness, &exceptions, from..=to, today))
    }

    /// From what is known already.
    pub(crate) fn told(
        activities: &[Activity],
        wellness: &[WellnessEntry],
        exceptions: &[Exception],
        days: RangeInclusive<NaiveDate>,
        today: NaiveDate,
    ) -> Doings {
        let trained = activities.iter().filter(|a| a.sport != Sport::Transition && days.contains(&a.day()));
        Doings { deeds: trained.map(deed).collect(), excuses: adherence::excuses(wellness, exceptions, &days), today }
    }

    /// Days on which the athlete could not train.
    pub(crate) fn excuses(&self) -> &BTreeMap<NaiveDate, Excuse> {
        &self.excuses
    }

    /// A week as it counts now, joined with what was done in it.
    pub(crate) fn joined(&self, plan: &PlanWeek) -> Vec<Joined> {
        let deeds: Vec<Deed> = self.deeds.iter().filter(|deed| plan.week.contains(deed.date)).cloned().collect();
        let now = effective(&plan.proposal, &plan.overrides);
        adherence::join(&now.sessions, &deeds, &self.excuses, self.today)
    }
}

fn deed(activity: &Activity) -> Deed {
    Deed {
        activity: activity.id,
        date: activity.day(),
        sport: activity.sport,
        minutes: activity.timer.0 / 60.0,
        load: activity.summary.load.map(|load| load.points),
        rpe: activity.rpe.or(activity.totals.rpe),
        session: activity.session,
    }
}

impl Answer for ShowAdherence {
    async fn answer(self, app: &App) -> Result<AdherenceView, AppFault> {
        within("weeks", f64::from(self.weeks), 1.0, f64::from(MOST_WEEKS))?;
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let first = Week::of(self.week.monday() - Duration::weeks(i64::from(self.weeks) - 1));
        let doings = Doings::of(&roster, athlete.id, (first, self.week), app.today_of(&athlete)).await?;
        let mut weeks = Vec::new();
        for plan in roster.plan_weeks(athlete.id, first, self.week).await? {
            let joined = doings.joined(&plan);
            weeks.push(AdherenceWeek { week: plan.week, adherence: adherence::count(&joined), joined });
        }
        Ok(AdherenceView {
            total: weeks.iter().fold(Adherence::default(), |total, week| total + week.adherence),
            effort: adherence::efforts(weeks.iter().flat_map(|week| &week.joined)),
            weeks,
        })
    }
}

impl Answer for JoinFollowUps {
    async fn answer(self, app: &App) -> Result<Done<u32>, AppFault> {
        let roster = app.roster().await?;
        let mut made = 0;
        for athlete in roster.athletes().await? {
            made += follow_up(app, &roster, &athlete).await?;
        }
        Ok(app.done(u32::try_from(made).unwrap_or(u32::MAX), Vec::new()))
    }
}

impl Answer for ListFollowUps {
    async fn answer(self, app: &App) -> Result<Vec<FollowUp>, AppFault> {
        let roster = app.roster().await?;
        if let Some(athlete) = self.athlete {
            app.athlete(&roster, athlete).await?;
        }
        Ok(roster.follow_ups(self.athlete, self.limit).await?)
    }
}

/// Follows up everybody, or the athletes named, without anybody waiting: after a roster was opened, and after an import.
pub(crate) fn follow_up_quietly(app: &App, roster: &Roster, athletes: Option<BTreeSet<AthleteId>>) {
    let (app, roster) = (app.clone(), roster.clone());
    tokio::spawn(async move {
        if let Err(fault) = follow_up_all(&app, &roster, athletes).await {
            // Nobody waits for an answer: what is missing is found again at the next opening.
            tracing::warn!(%fault, "what came of the plans was not joined");
        }
    });
}

async fn follow_up_all(app: &App, roster: &Roster, named: Option<BTreeSet<AthleteId>>) -> Result<(), AppFault> {
    let mut athletes = roster.athletes().await?;
    athletes.retain(|athlete| named.as_ref().is_none_or(|named| named.contains(&athlete.id)));
    for athlete in athletes {
        if !app.is_open(roster).await {
            return Ok(());
        }
        follow_up(app, roster, &athlete).await?;
    }
    Ok(())
}

/// Joins every week of an athlete that has been over for long enough with what came of it. Rows are written where they say
/// something new; how many.
///
/// A week with a day on which any of what is joined may not be seen is left as it is: nothing is learned from it.
async fn follow_up(app: &App, roster: &Roster, athlete: &Athlete) -> Result<usize, AppFault> {
    let _turn = app.0.following_up.lock().await;
    let roster = &app.computing(roster).await;
    let today = app.today_of(athlete);
    let consents = roster.consents(athlete.id).await?;
    let mut plans = roster.plan_weeks(athlete.id, Week::of(NaiveDate::default()), Week::of(today)).await?;
    plans.retain(|plan| {
        follow_up::is_over(plan.week, today) && !plan.week.days().iter().any(|day| is_withheld(&consents, *day))
    });
    let (Some(first), Some(last)) = (plans.first().map(|plan| plan.week), plans.last().map(|plan| plan.week)) else {
        return Ok(0);
    };
    let doings = Doings::of(roster, athlete.id, (first, last), today).await?;
    let adapted = roster.adapted_overrides(athlete.id).await?;
    let known = roster.follow_ups(Some(athlete.id), u32::MAX).await?;
    let settings = roster.settings(athlete.id).await?;
    let marks = roster.marks(athlete.id).await?;
    let own = PersonOn { athlete, settings: &settings, marks: counting(&marks) };
    let trend = trend::trend(&days_until(roster, athlete.id, today).await?);
    let mut new: Vec<(Week, Vec<FollowUp>)> = Vec::new();
    for plan in &plans {
        let joined = doings.joined(plan);
        let readiness = mornings(roster, &own, &trend, plan.week).await?;
        let missing = || Reading::Missing { why: Missing::NeverRecorded };
        let on = |day: NaiveDate| readiness.get(&day).cloned().unwrap_or_else(missing);
        let rows = follow_up::rows(plan, &joined, &adapted, on, app.0.clock.now());
        let stands = |row: &FollowUp| known.iter().any(|old| old.session == row.session && old.says(row));
        let kept = known.iter().filter(|old| old.week == plan.week).count();
        if kept != rows.len() || !rows.iter().all(stands) {
            new.push((plan.week, rows));
        }
    }
    if new.is_empty() {
        return Ok(0);
    }
    let mut write = roster.write().await?;
    for (week, rows) in &new {
        write.replace_follow_ups(athlete.id, *week, rows).await?;
    }
    let weeks: Vec<String> = new.iter().map(|(week, _)| week.to_string()).collect();
    write.commit(app.entry("join-follow-ups", Some(athlete.id), Some(weeks.join(" ")), Json::Null)).await?;
    Ok(new.iter().map(|(_, rows)| rows.len()).sum())
}

/// Whether anything a follow-up joins may not be used for coaching on a day. `consents`: oldest first.
fn is_withheld(consents: &[Consent], day: NaiveDate) -> bool {
    use DataCategory as C;
    let joined = [C::Training, C::Heart, C::Hrv, C::Sleep, C::Wellness, C::Injury];
    joined.into_iter().any(|category| !consent::allowed(consents, category, Purpose::Coach, day))
}

/// Readiness of each morning a week's sessions can be read on: none where nothing may be said.
async fn mornings(
    roster: &Roster,
    own: &PersonOn<'_>,
    trend: &[TrendPoint],
    week: Week,
) -> Result<BTreeMap<NaiveDate, Reading<f64>>, AppFault> {
    let (from, to) = (week.monday(), week.sunday() + Duration::days(MORNINGS));
    let first = from - Duration::days(WELLNESS_DAYS);
    let wellness = roster.wellness(own.athlete.id, Some(first), Some(to)).await?;
    let days = readiness_of(from, to, &wellness, trend, own);
    Ok(days.into_iter().map(|day| (day.date, score(day.readiness))).collect())
}

fn score(readiness: Reading<Readiness>) -> Reading<f64> {
    match readiness {
        Reading::Known { value, on } => Reading::Known { value: value.score, on },
        Reading::Stale { value, on, days } => Reading::Stale { value: value.score, on, days },
        Reading::Missing { why } => Reading::Missing { why },
    }
}
