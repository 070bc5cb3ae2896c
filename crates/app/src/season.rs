//! Seasons planned, edited, copied and taken back; races and phases taken back.

mod check;
mod show;

use contract::season::{
    CopyLine, CopySeason, ListSeasonTemplates, SetSeason, WithdrawPhase, WithdrawRace, WithdrawSeason,
};
use contract::{Done, Topic, Touched};
use domain::athlete::Athlete;
use domain::id::{AthleteId, SeasonId};
use domain::season::path::Start;
use domain::season::plan::{Goal, SeasonPlan, counting};
use domain::season::template::{self, SeasonTemplate};
use domain::trend;
use domain::week::Week;
use serde_json::{Value as Json, json};
use store::Roster;

use crate::derive::days_until;
use crate::refusal::Refusal;
use crate::{Answer, App, AppFault};

impl Answer for ListSeasonTemplates {
    async fn answer(self, _app: &App) -> Result<Vec<SeasonTemplate>, AppFault> {
        Ok(template::builtin().to_vec())
    }
}

impl Answer for SetSeason {
    async fn answer(self, app: &App) -> Result<Done<SeasonPlan>, AppFault> {
        let name = check::season(&self)?;
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let plans = roster.season_plans(athlete.id).await?;
        let before = self.supersedes.map(|old| standing(&plans, old)).transpose()?;
        let base = match self.base {
            Some(base) => Some(base),
            None => usual(app, &roster, &athlete, self.start).await?,
        };
        let plan = SeasonPlan {
            id: app.id(SeasonId),
            athlete: athlete.id,
            name,
            template: self.template,
            start: self.start,
            base,
            goal: self.goal,
            weeks: self.weeks,
            supersedes: self.supersedes,
            withdrawn: false,
            author: app.author(),
            at: app.0.clock.now(),
        };
        let action = if before.is_some() { "change-season" } else { "set-season" };
        keep(app, &roster, &plan, action, json!(before)).await?;
        Ok(app.done(plan, moved([athlete.id])))
    }
}

impl Answer for CopySeason {
    async fn answer(self, app: &App) -> Result<Done<Vec<CopyLine>>, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let plans = roster.season_plans(athlete.id).await?;
        let season = standing(&plans, self.season)?.clone();
        // All of them are known before the first is written.
        let mut to = Vec::new();
        for (id, start) in self.to {
            to.push((app.athlete(&roster, id).await?, start));
        }
        let mut lines = Vec::new();
        for (athlete, start) in to {
            lines.push(copy(app, &roster, &season, &athlete, start).await?);
        }
        let written: Vec<AthleteId> = lines.iter().filter(|line| line.season.is_some()).map(|l| l.athlete).collect();
        Ok(app.done(lines, moved(written)))
    }
}

/// One copy, unless a season stands in its weeks. Load follows the athlete's own base; a goal in points is the other
/// athlete's and is not copied.
async fn copy(
    app: &App,
    roster: &Roster,
    season: &SeasonPlan,
    athlete: &Athlete,
    start: Week,
) -> Result<CopyLine, AppFault> {
    let mut line = CopyLine { athlete: athlete.id, name: athlete.name.clone(), season: None, in_the_way: None };
    let copy = SeasonPlan {
        id: app.id(SeasonId),
        athlete: athlete.id,
        start,
        base: usual(app, roster, athlete, start).await?,
        goal: Goal::Weeks,
        supersedes: None,
        author: app.author(),
        at: app.0.clock.now(),
        ..season.clone()
    };
    let plans = roster.season_plans(athlete.id).await?;
    if let Some(other) = counting(&plans).into_iter().find(|other| other.overlaps(&copy)) {
        line.in_the_way = Some(other.name.clone());
        return Ok(line);
    }
    keep(app, roster, &copy, "copy-season", Json::Null).await?;
    line.season = Some(copy.id);
    Ok(line)
}

impl Answer for WithdrawSeason {
    async fn answer(self, app: &App) -> Result<Done<bool>, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let plans = roster.season_plans(athlete.id).await?;
        let taken = match standing(&plans, self.season) {
            Ok(taken) => taken,
            Err(Refusal::SeasonGone) => return Ok(app.done(false, Vec::new())),
            Err(unknown) => return Err(unknown.into()),
        };
        let gone = SeasonPlan {
            id: app.id(SeasonId),
            supersedes: Some(taken.id),
            withdrawn: true,
            author: app.author(),
            at: app.0.clock.now(),
            ..taken.clone()
        };
        keep(app, &roster, &gone, "withdraw-season", json!(taken)).await?;
        Ok(app.done(true, moved([athlete.id])))
    }
}

impl Answer for WithdrawRace {
    async fn answer(self, app: &App) -> Result<Done<bool>, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let before = json!(roster.races(athlete.id).await?.into_iter().find(|race| race.id == self.race));
        let (author, at) = (app.author(), app.0.clock.now());
        let mut write = roster.write().await?;
        if !write.withdraw_race(athlete.id, self.race, &author, at).await? {
            return Ok(app.done(false, Vec::new()));
        }
        let subject = Some(self.race.to_string());
        write.commit(app.entry("withdraw-race", Some(athlete.id), subject, before)).await?;
        Ok(app.done(true, moved([athlete.id])))
    }
}

impl Answer for WithdrawPhase {
    async fn answer(self, app: &App) -> Result<Done<bool>, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let before = json!(roster.phases(athlete.id).await?.into_iter().find(|phase| phase.id == self.phase));
        let (author, at) = (app.author(), app.0.clock.now());
        let mut write = roster.write().await?;
        if !write.withdraw_phase(athlete.id, self.phase, &author, at).await? {
            return Ok(app.done(false, Vec::new()));
        }
        let subject = Some(self.phase.to_string());
        write.commit(app.entry("withdraw-phase", Some(athlete.id), subject, before)).await?;
        Ok(app.done(true, moved([athlete.id])))
    }
}

/// The mean of the four weeks before a season, or before this week when the season is still to come; `None` if unknown.
async fn usual(app: &App, roster: &Roster, athlete: &Athlete, start: Week) -> Result<Option<f64>, AppFault> {
    let today = app.today_of(athlete);
    let days = days_until(roster, athlete.id, today).await?;
    let before = start.min(Week::of(today));
    Ok(Start::before(before, &days, &trend::trend(&days)).map(|start| start.usual()).filter(|usual| *usual >= 1.0))
}

/// A season that still counts.
fn standing(plans: &[SeasonPlan], id: SeasonId) -> Result<&SeasonPlan, Refusal> {
    if !plans.iter().any(|plan| plan.id == id) {
        return Err(Refusal::NoSuchSeason { asked: id.to_string() });
    }
    counting(plans).into_iter().find(|plan| plan.id == id).ok_or(Refusal::SeasonGone)
}

async fn keep(
    app: &App,
    roster: &Roster,
    plan: &SeasonPlan,
    action: &'static str,
    before: Json,
) -> Result<(), AppFault> {
    let mut write = roster.write().await?;
    write.insert_season(plan).await?;
    write.commit(app.entry(action, Some(plan.athlete), Some(plan.name.clone()), before)).await?;
    Ok(())
}

/// A season is part of the athlete, and what the planner plans by.
fn moved(athletes: impl IntoIterator<Item = AthleteId>) -> Vec<Touched> {
    athletes
        .into_iter()
        .flat_map(|athlete| [Topic::Athlete, Topic::Plan].map(|topic| Touched { athlete: Some(athlete), topic }))
        .collect()
}
