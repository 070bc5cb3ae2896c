//! Results: races and tests, entered, corrected and taken back. Nothing is ever overwritten.

use contract::threshold::{AddResult, WithdrawResult};
use contract::{Done, Topic, Touched};
use domain::athlete::Athlete;
use domain::id::ResultId;
use domain::result::{Conditions, Effort, Outcome, counting};
use domain::sport::Sport;
use serde_json::{Value as Json, json};
use store::{Replaceable, Roster};

use crate::entry::{text, within};
use crate::refusal::Refusal;
use crate::{Answer, App, AppFault};

/// Characters of a note.
const LONGEST_NOTE: u32 = 2000;

impl Answer for AddResult {
    async fn answer(self, app: &App) -> Result<Done<Outcome>, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let today = app.today_of(&athlete);
        if self.date > today {
            return Err(AppFault::DayToCome { day: self.date, today });
        }
        check_numbers(&self)?;
        let note = text("note", self.note.clone(), LONGEST_NOTE)?;
        if let Some(id) = self.activity {
            let activity = app.activity(&roster, id).await?;
            if activity.athlete != athlete.id {
                return Err(Refusal::NotTheirs { what: "activity", athlete: athlete.name }.into());
            }
            if activity.day() != self.date {
                return Err(Refusal::OtherDay { activity: activity.day(), result: self.date }.into());
            }
        }
        if let Some(id) = self.race
            && !roster.races(athlete.id).await?.iter().any(|race| race.id == id)
        {
            return Err(Refusal::NotTheirs { what: "season-race", athlete: athlete.name }.into());
        }
        let earlier = roster.results(athlete.id).await?;
        let before = match self.corrects {
            None => Json::Null,
            Some(id) => json!(standing(&earlier, id)?),
        };
        let outcome = Outcome {
            id: app.id(ResultId),
            athlete: athlete.id,
            date: self.date,
            effort: self.effort,
            sport: self.sport,
            distance: self.distance,
            time: self.time,
            power: self.power,
            heart: self.heart,
            conditions: self.conditions,
            activity: self.activity,
            race: self.race,
            note,
            supersedes: self.corrects,
            withdrawn: false,
            author: app.author(),
            at: app.0.clock.now(),
        };
        let action = if self.corrects.is_some() { "correct-result" } else { "add-result" };
        keep(app, &roster, &athlete, &outcome, action, before).await?;
        let moved = moved(&athlete);
        Ok(app.done(outcome, moved))
    }
}

impl Answer for WithdrawResult {
    async fn answer(self, app: &App) -> Result<Done<bool>, AppFault> {
        let roster = app.roster().await?;
        for athlete in roster.athletes().await? {
            let results = roster.results(athlete.id).await?;
            if !results.iter().any(|result| result.id == self.result) {
                continue;
            }
            let taken = standing(&results, self.result)?;
            let outcome = Outcome {
                id: app.id(ResultId),
                supersedes: Some(taken.id),
                withdrawn: true,
                author: app.author(),
                at: app.0.clock.now(),
                ..taken.clone()
            };
            keep(app, &roster, &athlete, &outcome, "withdraw-result", json!(taken)).await?;
            return Ok(app.done(true, moved(&athlete)));
        }
        Err(Refusal::NoSuchResult { asked: self.result.to_string() }.into())
    }
}

async fn keep(
    app: &App,
    roster: &Roster,
    athlete: &Athlete,
    outcome: &Outcome,
    action: &'static str,
    before: Json,
) -> Result<(), AppFault> {
    let mut write = roster.write().await?;
    let whole = write.with_withheld(Replaceable::Result, &before, outcome.clone()).await?;
    write.insert_result(&whole).await?;
    write.commit(app.entry(action, Some(athlete.id), Some(outcome.id.to_string()), before)).await?;
    Ok(())
}

fn moved(athlete: &Athlete) -> Vec<Touched> {
    vec![Touched { athlete: Some(athlete.id), topic: Topic::Athlete }]
}

/// A result that still counts: the newest of its chain.
fn standing(results: &[Outcome], id: ResultId) -> Result<&Outcome, Refusal> {
    if !results.iter().any(|result| result.id == id) {
        return Err(Refusal::NoSuchResult { asked: id.to_string() });
    }
    counting(results).into_iter().find(|result| result.id == id).ok_or(Refusal::ResultGone)
}

/// What a body can have done.
fn check_numbers(result: &AddResult) -> Result<(), AppFault> {
    within("result-time", result.time.0, 5.0, 360_000.0)?;
    if let Some(distance) = result.distance {
        within("distance", distance.0, 20.0, 1_000_000.0)?;
        // Records of the world with a margin: beyond them it is a mistyped time.
        let fastest = match result.sport {
            Sport::Run | Sport::Walk => 12.0,
            Sport::Swim => 2.6,
            Sport::Row => 7.0,
            Sport::Ski => 35.0,
            _ => 25.0,
        };
        within("result-speed", distance.0 / result.time.0, 0.1, fastest)?;
    }
    if let Some(power) = result.power {
        within("power", power.0, 20.0, 2500.0)?;
    }
    if let Some(heart) = result.heart {
        within("heart", heart.0, 60.0, 230.0)?;
    }
    check_conditions(&result.conditions)?;
    // A race has run its distance; a laboratory's test may say nothing but its heart rate.
    let says = match (result.effort, result.sport) {
        (Effort::Race, Sport::Run | Sport::Swim) => result.distance.is_some(),
        _ => result.distance.is_some() || result.power.is_some() || result.heart.is_some(),
    };
    if says { Ok(()) } else { Err(Refusal::ResultSaysNothing.into()) }
}

/// Weather and height people race in.
pub(crate) fn check_conditions(conditions: &Conditions) -> Result<(), AppFault> {
    if let Some(temperature) = conditions.temperature {
        within("temperature", temperature.0, -40.0, 55.0)?;
    }
    if let Some(humidity) = conditions.humidity {
        within("humidity", humidity, 0.0, 100.0)?;
    }
    if let Some(altitude) = conditions.altitude {
        within("altitude", altitude.0, -450.0, 6000.0)?;
    }
    Ok(())
}
