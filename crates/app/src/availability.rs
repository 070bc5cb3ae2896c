//! Who has how much time: the grid of a week, and days on which the usual does not hold.

use std::collections::{BTreeMap, BTreeSet};

use contract::club::{AddException, AvailabilityGrid, AvailabilityRow, ShowAvailability, WithdrawException};
use contract::{Done, Topic, Touched};
use domain::athlete::Athlete;
use domain::availability::{
    self, Availability, Exception, ExceptionKind, LONGEST_DAYS, MINUTES_OF_A_DAY, Unsound, check_days, check_minutes,
};
use domain::consent::DataCategory;
use domain::id::{AthleteId, ExceptionId, SquadId};
use domain::week::Week;
use serde_json::{Value as Json, json};
use store::{Replaceable, Roster};

use crate::entry::text;
use crate::refusal::Refusal;
use crate::{Answer, App, AppFault};

/// Characters of a note.
const LONGEST_NOTE: u32 = 2000;

impl From<Unsound> for AppFault {
    fn from(unsound: Unsound) -> AppFault {
        match unsound {
            Unsound::EndsBeforeStart { from, to } => AppFault::EndsBeforeStart { from, to },
            Unsound::TooLong { days } => {
                AppFault::OutOfRange { what: "days", value: days as f64, low: 1.0, high: LONGEST_DAYS as f64 }
            }
            Unsound::TooManyMinutes { minutes } => AppFault::OutOfRange {
                what: "minutes",
                value: f64::from(minutes),
                low: 0.0,
                high: f64::from(MINUTES_OF_A_DAY),
            },
            Unsound::NoDay => Refusal::BlockWithoutDay.into(),
        }
    }
}

/// The athletes of a squad, or of the club; the stand-in for unassigned files is nobody.
///
/// # Errors
/// [`Refusal::NoSuchSquad`].
pub(crate) async fn athletes_of(roster: &Roster, squad: Option<SquadId>) -> Result<Vec<Athlete>, AppFault> {
    if let Some(asked) = squad {
        squad_named(roster, asked).await?;
    }
    let mut athletes = roster.athletes().await?;
    athletes.retain(|athlete| !athlete.unassigned && (squad.is_none() || athlete.squad == squad));
    Ok(athletes)
}

/// The name of a squad.
///
/// # Errors
/// [`Refusal::NoSuchSquad`].
pub(crate) async fn squad_named(roster: &Roster, asked: SquadId) -> Result<String, AppFault> {
    let found = roster.squads().await?.into_iter().find(|squad| squad.id == asked);
    found.map(|squad| squad.name).ok_or_else(|| Refusal::NoSuchSquad { asked: asked.to_string() }.into())
}

/// Every squad with its name.
pub(crate) async fn squads(roster: &Roster) -> Result<Vec<(SquadId, String)>, AppFault> {
    Ok(roster.squads().await?.into_iter().map(|squad| (squad.id, squad.name)).collect())
}

impl Answer for ShowAvailability {
    async fn answer(self, app: &App) -> Result<AvailabilityGrid, AppFault> {
        let roster = app.roster().await?;
        let mut answers: BTreeMap<AthleteId, Vec<Availability>> = BTreeMap::new();
        for (athlete, one) in roster.availability_of(None).await? {
            answers.entry(athlete).or_default().push(one);
        }
        let mut exceptions: BTreeMap<AthleteId, Vec<Exception>> = BTreeMap::new();
        for one in roster.exceptions_of(None).await? {
            exceptions.entry(one.athlete).or_default().push(one);
        }
        let of = |athlete: Athlete| {
            let answers = answers.get(&athlete.id).map(Vec::as_slice).unwrap_or_default();
            let exceptions = exceptions.get(&athlete.id).map(Vec::as_slice).unwrap_or_default();
            row(athlete, answers, exceptions, self.week)
        };
        let rows = athletes_of(&roster, self.squad).await?.into_iter().map(of).collect();
        Ok(AvailabilityGrid { week: self.week, rows, squads: squads(&roster).await? })
    }
}

fn row(athlete: Athlete, history: &[Availability], exceptions: &[Exception], week: Week) -> AvailabilityRow {
    let (first, last) = (week.monday(), week.sunday());
    let touching = availability::counting(exceptions).into_iter().filter(|one| one.from <= last && first <= one.to);
    let mut usual: Vec<Availability> = Vec::new();
    for answers in week.days().into_iter().filter_map(|day| availability::on(history, day)) {
        if usual.last() != Some(answers) {
            usual.push(answers.clone());
        }
    }
    AvailabilityRow {
        rooms: availability::rooms(history, exceptions, week),
        exceptions: touching.cloned().collect(),
        usual,
        athlete: athlete.id,
        name: athlete.name,
        squad: athlete.squad,
    }
}

impl Answer for AddException {
    async fn answer(self, app: &App) -> Result<Done<Vec<Exception>>, AppFault> {
        check_days(self.from, self.to)?;
        check_minutes(self.minutes)?;
        let note = text("note", self.note, LONGEST_NOTE)?;
        let asked: BTreeSet<AthleteId> = self.athletes.into_iter().collect();
        if asked.is_empty() || (asked.len() > 1 && self.supersedes.is_some()) {
            return Err(Refusal::WhichAthletes.into());
        }
        let roster = app.roster().await?;
        let mut athletes = Vec::new();
        for id in asked {
            let athlete = app.athlete(&roster, id).await?;
            let health = matches!(self.kind, ExceptionKind::Illness | ExceptionKind::Injury);
            if health && !roster.may(id, DataCategory::Injury, self.from).await? {
                return Err(Refusal::HealthWithheld { athlete: athlete.name }.into());
            }
            athletes.push(id);
        }
        let before = match (self.supersedes, athletes.first()) {
            (Some(replaced), Some(athlete)) => {
                let known = roster.exceptions(*athlete).await?;
                json!(standing(&known, replaced)?.ok_or(Refusal::ExceptionGone)?)
            }
            _ => Json::Null,
        };
        let made: Vec<Exception> = athletes
            .iter()
            .map(|athlete| Exception {
                id: app.id(ExceptionId),
                athlete: *athlete,
                kind: self.kind,
                from: self.from,
                to: self.to,
                minutes: self.minutes,
                note: note.clone(),
                supersedes: self.supersedes,
                withdrawn: false,
                author: app.author(),
                at: app.0.clock.now(),
            })
            .collect();
        keep(app, &roster, "add-exception", &made, before).await?;
        let moved = moved(&made);
        Ok(app.done(made, moved))
    }
}

impl Answer for WithdrawException {
    async fn answer(self, app: &App) -> Result<Done<bool>, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let known = roster.exceptions(athlete.id).await?;
        let Some(taken) = standing(&known, self.exception)? else {
            return Ok(Done { value: false, touched: Vec::new() });
        };
        let gone = Exception {
            id: app.id(ExceptionId),
            supersedes: Some(taken.id),
            withdrawn: true,
            author: app.author(),
            at: app.0.clock.now(),
            ..taken.clone()
        };
        let gone = [gone];
        keep(app, &roster, "withdraw-exception", &gone, json!(taken)).await?;
        Ok(app.done(true, moved(&gone)))
    }
}

/// An exception of the athlete: itself while it counts, `None` once it was replaced or taken back.
fn standing(known: &[Exception], id: ExceptionId) -> Result<Option<&Exception>, Refusal> {
    if !known.iter().any(|one| one.id == id) {
        return Err(Refusal::NoSuchException { asked: id.to_string() });
    }
    Ok(availability::counting(known).into_iter().find(|one| one.id == id))
}

/// Writes exceptions of one or many athletes together, or none of them.
async fn keep(
    app: &App,
    roster: &Roster,
    action: &'static str,
    made: &[Exception],
    before: Json,
) -> Result<(), AppFault> {
    let mut write = roster.write().await?;
    for one in made {
        let whole = write.with_withheld(Replaceable::Exception, &before, one.clone()).await?;
        write.insert_exception(&whole).await?;
    }
    let athlete = if let [only] = made { Some(only.athlete) } else { None };
    let subject = made.iter().map(|one| one.id.to_string()).collect::<Vec<_>>().join(" ");
    write.commit(app.entry(action, athlete, Some(subject), before)).await?;
    Ok(())
}

fn moved(made: &[Exception]) -> Vec<Touched> {
    made.iter().map(|one| Touched { athlete: Some(one.athlete), topic: Topic::Athlete }).collect()
}

#[cfg(test)]
mod tests {
    use chrono::{Duration, NaiveDate};
    use domain::unit::Sex;

    use super::*;

    fn athlete() -> Athlete {
        Athlete {
            id: AthleteId(testkit::id(1)),
            name: "Ada Fell".to_owned(),
            sex: Some(Sex::Female),
            born: None,
            zone: "Europe/London".to_owned(),
            squad: None,
            unassigned: false,
        }
    }

    #[test]
    fn a_row_holds_every_usual_week_that_says_something_about_its_days_and_no_other() {
        let week = testkit::clock::next_week();
        let answers =
            |from: NaiveDate, minutes| Availability { from, minutes: [Some(minutes); 7], sports: Default::default() };
        let long_ago = answers(week.monday() - Duration::days(90), 30);
        let before = answers(week.monday() - Duration::days(30), 60);
        let from_thursday = answers(week.monday() + Duration::days(3), 90);
        let later = answers(week.sunday() + Duration::days(1), 120);
        let shown = row(athlete(), &[long_ago, before.clone(), from_thursday.clone(), later], &[], week);
        assert_eq!(shown.usual, [before, from_thursday]);
        let minutes = shown.rooms.map(|room| room.minutes.expect("answered"));
        assert_eq!(minutes, [60, 60, 60, 90, 90, 90, 90]);
        assert!(row(athlete(), &[], &[], week).usual.is_empty());
    }
}
