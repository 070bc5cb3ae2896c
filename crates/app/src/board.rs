//! The plan board: the whole club day by day. What concerns everybody is read at once; each athlete's own picture beside
//! each other.

mod approve;
mod draft_all;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Duration, NaiveDate};
use contract::board::{BoardRow, BoardView, BoardWeek, ShowBoard};
use contract::roster::PlanStatus;
use domain::activity::Activity;
use domain::adherence::Joined;
use domain::athlete::Athlete;
use domain::availability::{self, Availability, Exception};
use domain::effective::effective;
use domain::id::AthleteId;
use domain::insight::insights;
use domain::plan::PlanWeek;
use domain::season::Race;
use domain::week::Week;
use futures::{StreamExt, TryStreamExt, stream};
use store::Roster;

use crate::afterwards::Doings;
use crate::availability::{athletes_of, squads};
use crate::derive::{Look, Picture, RECENT_DAYS};
use crate::entry::within;
use crate::preferences::carried;
use crate::triage::{review_of, status_of};
use crate::{Answer, App, AppFault};

/// Weeks beside each other at most.
const MOST_WEEKS: u32 = 4;
/// Athletes worked on beside each other: enough for every reader of the roster.
const BESIDE: usize = 4;

impl Answer for ShowBoard {
    async fn answer(self, app: &App) -> Result<BoardView, AppFault> {
        within("weeks", f64::from(self.weeks), 1.0, f64::from(MOST_WEEKS))?;
        let roster = app.roster().await?;
        let weeks: Vec<Week> =
            (0..i64::from(self.weeks)).map(|n| Week::of(self.week.monday() + Duration::weeks(n))).collect();
        let mut common = Common::read(&roster, weeks).await?;
        let people: Vec<_> = athletes_of(&roster, self.squad)
            .await?
            .into_iter()
            .map(|athlete| {
                let mine = common.of(athlete.id);
                (athlete, mine)
            })
            .collect();
        let rows = stream::iter(people).map(|(athlete, mine)| beside(app, &roster, athlete, mine)).buffered(BESIDE);
        let mut shown: Vec<Shown> = rows.try_collect().await?;
        shown.sort_by_key(|one| !one.needs_review());
        let (rows, plans): (Vec<_>, Vec<_>) = shown.into_iter().map(|one| (one.row, one.plans)).unzip();
        Ok(BoardView {
            week: self.week,
            weeks: self.weeks,
            today: app.today(),
            squads: squads(&roster).await?,
            rows,
            insights: insights(&plans.concat()),
        })
    }
}

/// What is read for everybody at once.
struct Common {
    weeks: Vec<Week>,
    plans: BTreeMap<AthleteId, Vec<PlanWeek>>,
    answers: BTreeMap<AthleteId, Vec<Availability>>,
    exceptions: BTreeMap<AthleteId, Vec<Exception>>,
}

/// What of it is one athlete's.
struct Mine {
    weeks: Vec<Week>,
    plans: Vec<PlanWeek>,
    answers: Vec<Availability>,
    exceptions: Vec<Exception>,
}

impl Common {
    async fn read(roster: &Roster, weeks: Vec<Week>) -> Result<Common, AppFault> {
        let plans = match weeks.as_slice() {
            [first, .., last] | [first @ last] => roster.plan_weeks_of_all(*first, *last).await?,
            [] => Vec::new(),
        };
        Ok(Common {
            weeks,
            plans: by_athlete(plans.into_iter().map(|plan| (plan.athlete, plan))),
            answers: by_athlete(roster.availability_of(None).await?),
            exceptions: by_athlete(roster.exceptions_of(None).await?.into_iter().map(|one| (one.athlete, one))),
        })
    }

    fn of(&mut self, athlete: AthleteId) -> Mine {
        Mine {
            weeks: self.weeks.clone(),
            plans: self.plans.remove(&athlete).unwrap_or_default(),
            answers: self.answers.remove(&athlete).unwrap_or_default(),
            exceptions: self.exceptions.remove(&athlete).unwrap_or_default(),
        }
    }
}

fn by_athlete<T>(all: impl IntoIterator<Item = (AthleteId, T)>) -> BTreeMap<AthleteId, Vec<T>> {
    let mut by: BTreeMap<AthleteId, Vec<T>> = BTreeMap::new();
    for (athlete, one) in all {
        by.entry(athlete).or_default().push(one);
    }
    by
}

/// A row with the plans it was made of, each joined with what was done.
struct Shown {
    row: BoardRow,
    plans: Vec<(PlanWeek, Vec<Joined>)>,
}

impl Shown {
    fn needs_review(&self) -> bool {
        self.row.weeks.iter().any(|week| week.status == PlanStatus::NeedsReview)
    }
}

/// One athlete's row, worked out on another thread than its neighbours'.
async fn beside(app: &App, roster: &Roster, athlete: Athlete, mine: Mine) -> Result<Shown, AppFault> {
    let (app, roster) = (app.clone(), roster.clone());
    tokio::spawn(carried(async move { row(&app, &roster, athlete, mine).await }))
        .await
        .map_err(|source| AppFault::Panicked { said: source.to_string() })?
}

async fn row(app: &App, roster: &Roster, athlete: Athlete, mine: Mine) -> Result<Shown, AppFault> {
    let today = app.today_of(&athlete);
    let days: Vec<NaiveDate> = mine.weeks.iter().flat_map(|week| week.days()).collect();
    // What was done in weeks long past is not in a glance.
    let lately = days.iter().all(|day| today - Duration::days(RECENT_DAYS) <= *day);
    let picture = app.picture(roster, &athlete, today, if lately { Look::Glance } else { Look::Among }).await?;
    let weeks = mine.weeks.iter().map(|week| {
        let plan = mine.plans.iter().find(|plan| plan.week == *week);
        board_week(*week, plan, &picture, today)
    });
    let races: Vec<Race> = picture.races.iter().filter(|race| days.contains(&race.date)).cloned().collect();
    let rooms = mine.weeks.iter().flat_map(|week| availability::rooms(&mine.answers, &mine.exceptions, *week));
    let row = BoardRow {
        athlete: athlete.id,
        name: athlete.name,
        squad: athlete.squad,
        readiness: picture.today().readiness.clone(),
        weeks: weeks.collect(),
        done: done(&picture.activities, &days),
        rooms: rooms.collect(),
        races,
    };
    Ok(Shown { row, plans: joined(roster, athlete.id, mine.plans, today).await? })
}

/// Plans with what was done in those of their weeks that have begun.
async fn joined(
    roster: &Roster,
    athlete: AthleteId,
    plans: Vec<PlanWeek>,
    today: NaiveDate,
) -> Result<Vec<(PlanWeek, Vec<Joined>)>, AppFault> {
    let begun = |plan: &&PlanWeek| plan.week.monday() <= today;
    let begun: BTreeSet<Week> = plans.iter().filter(begun).map(|plan| plan.week).collect();
    let doings = match (begun.first(), begun.last()) {
        (Some(first), Some(last)) => Some(Doings::of(roster, athlete, (*first, *last), today).await?),
        _ => None,
    };
    let its = |plan: &PlanWeek| {
        let doings = doings.as_ref().filter(|_| begun.contains(&plan.week));
        doings.map(|doings| doings.joined(plan)).unwrap_or_default()
    };
    Ok(plans.into_iter().map(|plan| (plan.clone(), its(&plan))).collect())
}

/// Minutes recorded on each day; `None` where nothing was.
fn done(activities: &[Activity], days: &[NaiveDate]) -> Vec<Option<f64>> {
    let mut minutes: BTreeMap<NaiveDate, f64> = BTreeMap::new();
    for activity in activities {
        *minutes.entry(activity.day()).or_default() += activity.timer.0 / 60.0;
    }
    days.iter().map(|day| minutes.get(day).copied()).collect()
}

fn board_week(week: Week, plan: Option<&PlanWeek>, picture: &Picture, today: NaiveDate) -> BoardWeek {
    let Some(plan) = plan else { return BoardWeek::none(week) };
    let review = review_of(Some(plan), &picture.days, today);
    let status = status_of(Some(plan), &review);
    BoardWeek::of(plan, &effective(&plan.proposal, &plan.overrides), status, review)
}
