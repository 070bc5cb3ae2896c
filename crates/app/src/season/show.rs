//! The season as its screen shows it: weeks with what is planned, drafted and done, and where fitness can go.

use std::collections::BTreeMap;

use chrono::Duration;
use contract::season::{SeasonLine, SeasonView, ShowSeason};
use domain::athlete::Athlete;
use domain::availability::{self, Availability, Exception};
use domain::bounds::{Bounds, Scope};
use domain::effective::effective;
use domain::season::path::{self, Limits, PathWeek, Reach, Start, Target};
use domain::season::plan::{Goal, SeasonPlan, counting, covering};
use domain::season::{Race, SeasonPhase};
use domain::session::SessionKind;
use domain::trend::{self, DayLoad, TrendPoint};
use domain::week::Week;
use store::Roster;

use crate::derive::days_of;
use crate::entry::within;
use crate::{Answer, App, AppFault};

impl Answer for ShowSeason {
    async fn answer(self, app: &App) -> Result<SeasonView, AppFault> {
        within("season-weeks", f64::from(self.weeks), 4.0, 60.0)?;
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let last = Week::of(self.from.monday() + Duration::weeks(i64::from(self.weeks) - 1));
        let ground = Ground::of(app, &roster, &athlete, self.from, last).await?;
        Ok(ground.view(self.from, last))
    }
}

/// Everything a season is shown from.
struct Ground {
    /// The running week.
    this: Week,
    plans: Vec<SeasonPlan>,
    phases: Vec<SeasonPhase>,
    races: Vec<Race>,
    days: Vec<DayLoad>,
    trend: Vec<TrendPoint>,
    start: Option<Start>,
    bounds: Bounds,
    answers: Vec<Availability>,
    exceptions: Vec<Exception>,
    /// Load drafted, by week.
    drafted: BTreeMap<Week, f64>,
}

impl Ground {
    async fn of(app: &App, roster: &Roster, athlete: &Athlete, from: Week, to: Week) -> Result<Ground, AppFault> {
        let today = app.today_of(athlete);
        let activities = roster.activities(athlete.id, None, Some(today), None).await?;
        let days = days_of(&activities, today);
        let trend = trend::trend(&days);
        let this = Week::of(today);
        let mut bounds = roster.bounds(Scope::Athlete { athlete: athlete.id }).await?;
        if let Some(squad) = athlete.squad {
            bounds = bounds.over(roster.bounds(Scope::Squad { squad }).await?);
        }
        let weeks = roster.plan_weeks(athlete.id, from, to).await?;
        let drafted = weeks.iter().map(|plan| {
            let sessions = effective(&plan.proposal, &plan.overrides);
            let trained = sessions.standing().filter(|one| one.session.kind != SessionKind::Rest);
            (plan.week, trained.map(|one| one.session.load).sum())
        });
        Ok(Ground {
            this,
            plans: roster.season_plans(athlete.id).await?,
            phases: roster.phases(athlete.id).await?,
            races: roster.races(athlete.id).await?,
            start: Start::before(this, &days, &trend),
            days,
            trend,
            bounds: bounds.over(roster.bounds(Scope::Club).await?),
            answers: roster.availability(athlete.id).await?,
            exceptions: roster.exceptions(athlete.id).await?,
            drafted: drafted.collect(),
        })
    }

    fn view(self, from: Week, to: Week) -> SeasonView {
        let holding = self.holding();
        let road = self.road(holding);
        let touches = |plan: &SeasonPlan| plan.start <= to && from <= plan.last();
        let (reach, toward) = holding.filter(|plan| touches(plan)).and_then(|plan| self.goal(plan)).unzip();
        let weeks = weeks_from(from).take_while(|week| *week <= to).map(|week| self.line(week, &road)).collect();
        let mut seasons: Vec<SeasonPlan> =
            counting(&self.plans).into_iter().filter(|plan| touches(plan)).cloned().collect();
        seasons.sort_by_key(|plan| holding.is_some_and(|holding| holding.id == plan.id));
        let shown = from.monday()..=to.sunday();
        let mut races: Vec<Race> = self.races.iter().filter(|race| shown.contains(&race.date)).cloned().collect();
        races.sort_by_key(|race| (race.date, race.priority));
        SeasonView {
            seasons,
            phases: self.phases.iter().filter(|p| p.from <= to.sunday() && from.monday() <= p.to).cloned().collect(),
            races,
            weeks,
            reach,
            toward,
            usual: self.start.map(|start| start.usual()),
        }
    }

    /// The season that holds this week, else the next one to begin.
    fn holding(&self) -> Option<&SeasonPlan> {
        let next = || counting(&self.plans).into_iter().find(|plan| self.this < plan.start);
        covering(&self.plans, self.this).or_else(next)
    }

    /// The base of a season; where none was known when it was planned, the mean of the four weeks before it (or before
    /// this week, while it is still to come).
    fn base(&self, plan: &SeasonPlan) -> Option<f64> {
        let known = || {
            let before = plan.start.min(self.this);
            Start::before(before, &self.days, &self.trend).map(|start| start.usual())
        };
        plan.base.or_else(known)
    }

    /// The load that the seasons plan for a week.
    fn target(&self, week: Week) -> Option<f64> {
        let plan = covering(&self.plans, week)?;
        Some(plan.week(week)?.1.share * self.base(plan)?)
    }

    /// Weeks from this one to the last of a season, with what is asked for: where no season asks, what is usual.
    fn asked(&self, until: &SeasonPlan, usual: f64) -> Vec<(Week, f64)> {
        weeks_from(self.this)
            .take_while(|week| *week <= until.last())
            .map(|week| (week, self.target(week).unwrap_or(usual)))
            .collect()
    }

    fn limits(&self, base: f64) -> Limits {
        Limits::of_base(base).within(&self.bounds)
    }

    /// Where fitness goes, by week, from this one to the end of the last season.
    fn road(&self, holding: Option<&SeasonPlan>) -> BTreeMap<Week, PathWeek> {
        let last = counting(&self.plans).into_iter().max_by_key(|plan| plan.last());
        let (Some(start), Some(holding), Some(last)) = (&self.start, holding, last) else { return BTreeMap::new() };
        let asked = self.asked(last, start.usual());
        let loads: Vec<f64> = asked.iter().map(|(_, load)| *load).collect();
        let limits = self.limits(self.base(holding).unwrap_or(start.usual()));
        asked.iter().map(|(week, _)| *week).zip(path::path(start, &limits, &loads)).collect()
    }

    /// Whether a season reaches its goal, and the shares of its weeks that would.
    fn goal(&self, plan: &SeasonPlan) -> Option<(Reach, Vec<f64>)> {
        let start = self.start.as_ref()?;
        let base = self.base(plan).filter(|base| *base > 0.0)?;
        let loads: Vec<f64> = self.asked(plan, start.usual()).into_iter().map(|(_, load)| load).collect();
        let target = Target::of(plan.goal, self.this, loads.len())?;
        let limits = self.limits(base);
        // Weeks before the season are not its own; weeks of it that are over cannot be changed.
        let fixed = weeks_from(self.this).take_while(|week| *week < plan.start).count();
        let over = weeks_from(plan.start).take_while(|week| *week < self.this).count();
        let mut reach = path::reach(start, &limits, &loads, fixed, target);
        if let Goal::PeakLoad { points } = plan.goal {
            let done = weeks_from(plan.start).take(over).filter_map(|week| self.done(week)).fold(0.0, f64::max);
            reach.planned = reach.planned.max(done);
            reach.most = reach.most.max(done);
            reach.within |= points <= done;
        }
        let ahead = path::toward(start, &limits, &loads, fixed, target);
        let past = plan.weeks.iter().take(over).map(|week| week.share);
        let shares = past.chain(ahead.into_iter().skip(fixed).map(|load| load / base)).collect();
        Some((reach, shares))
    }

    /// Load done in a week, as far as it is known; `None` where no day of it is.
    fn done(&self, week: Week) -> Option<f64> {
        let known: Vec<f64> =
            self.days.iter().filter(|day| week.contains(day.date)).filter_map(|day| day.load).collect();
        (!known.is_empty()).then(|| known.iter().sum())
    }

    fn line(&self, week: Week, road: &BTreeMap<Week, PathWeek>) -> SeasonLine {
        let line = covering(&self.plans, week).and_then(|plan| plan.week(week));
        let middle = week.monday() + Duration::days(3);
        let by_hand = || self.phases.iter().filter(|p| p.contains(middle)).max_by_key(|p| p.from).map(|p| p.kind);
        let step = road.get(&week);
        let measured = (week < self.this)
            .then(|| self.trend.iter().find(|point| point.date == week.sunday()))
            .flatten()
            .map(|point| point.ctl);
        let rooms = availability::rooms(&self.answers, &self.exceptions, week);
        SeasonLine {
            week,
            phase: line.map(|(_, line)| line.phase).or_else(by_hand),
            line: line.map(|(number, line)| (number, line.clone())),
            target: self.target(week),
            limit: step.filter(|step| step.ceiling < step.asked && line.is_some()).map(|step| step.ceiling),
            drafted: self.drafted.get(&week).copied(),
            done: (week <= self.this).then(|| self.done(week)).flatten(),
            fitness: measured.or(step.map(|step| step.fitness)),
            measured: measured.is_some(),
            band: step.map(|step| (step.lowest, step.highest)),
            unavailable: rooms.iter().map(|room| u32::from(room.minutes == Some(0))).sum(),
        }
    }
}

/// A week and all after it.
fn weeks_from(first: Week) -> impl Iterator<Item = Week> {
    std::iter::successors(Some(first), |week| Some(week.next()))
}
