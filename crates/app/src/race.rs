//! Race week: the weeks before a race beside those before earlier ones, its sheet, and what was expected beside what
//! was run.

use chrono::{Duration, NaiveDate};
use contract::race::{Course, Expected, PastRace, RaceView, SetRaceSheet, ShowRace};
use contract::{Done, Topic, Touched};
use domain::activity::Activity;
use domain::athlete::Athlete;
use domain::daily::PlannedLoad;
use domain::id::{AthleteId, RaceId, RaceSheetId};
use domain::race_sheet::{RaceSheet, TAPER_DAYS, Taper, taper};
use domain::result::{self, Conditions, Effort, Outcome};
use domain::season::Race;
use domain::settings::{self, Settings};
use domain::sport::Sport;
use domain::threshold::{self, Prediction, RaceDay};
use domain::trend::DayLoad;
use domain::unit::Meters;
use serde_json::{Value as Json, json};
use store::Roster;

use crate::derive::days_until;
use crate::entry::{text, within};
use crate::refusal::Refusal;
use crate::results::check_conditions;
use crate::weeks::planned;
use crate::{Answer, App, AppFault};

/// Characters of a text of the sheet.
const LONGEST: u32 = 4000;
/// Earlier races shown.
const MOST_PAST: usize = 6;
/// Recordings offered as a course, and how much longer or shorter than the race they may be.
const MOST_COURSES: usize = 12;
const COURSE_SPAN: std::ops::RangeInclusive<f64> = 0.9..=1.15;
/// Days of running an expected time looks back on.
const RUN_DAYS: i64 = 90;

impl Answer for ShowRace {
    async fn answer(self, app: &App) -> Result<RaceView, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let race = race_of(&roster, self.athlete, self.race).await?;
        let today = app.today_of(&athlete);
        let known = Known::of(&roster, athlete, today).await?;
        let sheets = roster.race_sheets(race.id).await?;
        let outcome = result::counting(&known.results).into_iter().rfind(|one| is_of(one, &race)).cloned();
        // What became of it also tells the weather it had.
        let conditions = match (&outcome, sheets.first()) {
            (Some(outcome), _) if outcome.conditions != Conditions::default() => outcome.conditions,
            (_, Some(sheet)) => sheet.conditions,
            (_, None) => Conditions::default(),
        };
        let asked = match (race.sport, race.distance) {
            (Sport::Run, Some(distance)) => Some((distance, conditions)),
            _ => None,
        };
        Ok(RaceView {
            name: known.athlete.name.clone(),
            prediction: asked.and_then(|(distance, conditions)| known.expected(race.date, distance, conditions)),
            weekly: known.weekly(race.date),
            taper: known.taper(race.date),
            past: known.past(&race),
            courses: known.courses(&race),
            outcome,
            sheets,
            today,
            race,
        })
    }
}

impl Answer for SetRaceSheet {
    async fn answer(self, app: &App) -> Result<Done<RaceSheet>, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let race = race_of(&roster, self.athlete, self.race).await?;
        check_conditions(&self.conditions)?;
        if let Some(target) = self.target {
            within("result-time", target.0, 60.0, 360_000.0)?;
        }
        if let Some(id) = self.course
            && app.activity(&roster, id).await?.athlete != athlete.id
        {
            return Err(Refusal::NotTheirs { what: "activity", athlete: athlete.name }.into());
        }
        let earlier = roster.race_sheets(race.id).await?;
        let sheet = RaceSheet {
            id: app.id(RaceSheetId),
            athlete: athlete.id,
            race: race.id,
            version: earlier.first().map_or(0, |newest| newest.version) + 1,
            conditions: self.conditions,
            weather: text("weather", self.weather, LONGEST)?,
            course: self.course,
            target: self.target,
            pacing: text("pacing", self.pacing, LONGEST)?,
            fuel: text("fuel", self.fuel, LONGEST)?,
            kit: text("kit", self.kit, LONGEST)?,
            author: app.author(),
            at: app.0.clock.now(),
        };
        let mut write = roster.write().await?;
        write.insert_race_sheet(&sheet).await?;
        let before = earlier.first().map_or(Json::Null, |newest| json!(newest.version));
        write.commit(app.entry("set-race-sheet", Some(athlete.id), Some(race.id.to_string()), before)).await?;
        Ok(app.done(sheet, vec![Touched { athlete: Some(athlete.id), topic: Topic::Athlete }]))
    }
}

async fn race_of(roster: &Roster, athlete: AthleteId, id: RaceId) -> Result<Race, AppFault> {
    let races = roster.races(athlete).await?;
    Ok(races.into_iter().find(|race| race.id == id).ok_or_else(|| Refusal::NoSuchRace { asked: id.to_string() })?)
}

/// Whether a result is that of a race: by its own word, or a race on its day without any.
fn is_of(outcome: &Outcome, race: &Race) -> bool {
    match outcome.race {
        Some(id) => id == race.id,
        None => outcome.effort == Effort::Race && outcome.date == race.date && outcome.sport == race.sport,
    }
}

/// What is known of an athlete around races.
struct Known {
    athlete: Athlete,
    today: NaiveDate,
    activities: Vec<Activity>,
    results: Vec<Outcome>,
    races: Vec<Race>,
    settings: Vec<Settings>,
    days: Vec<DayLoad>,
    planned: Vec<PlannedLoad>,
}

impl Known {
    async fn of(roster: &Roster, athlete: Athlete, today: NaiveDate) -> Result<Known, AppFault> {
        let activities = roster.activities(athlete.id, None, Some(today), None).await?;
        Ok(Known {
            results: roster.results(athlete.id).await?,
            races: roster.races(athlete.id).await?,
            settings: roster.settings(athlete.id).await?,
            days: days_until(roster, athlete.id, today).await?,
            planned: planned(roster, &athlete, today - Duration::days(TAPER_DAYS), &activities).await?,
            athlete,
            today,
            activities,
        })
    }

    fn taper(&self, date: NaiveDate) -> Taper {
        taper(date, self.today, &self.days, &self.planned)
    }

    /// Running a week as of the day before a race, or today where that is earlier.
    fn weekly(&self, date: NaiveDate) -> Option<Meters> {
        let last = (date - Duration::days(1)).min(self.today);
        let recent: Vec<Activity> = self
            .activities
            .iter()
            .filter(|activity| (0..RUN_DAYS).contains(&(last - activity.day()).num_days()))
            .cloned()
            .collect();
        threshold::weekly(&recent, last)
    }

    /// What would be expected of a run from what was known before its day.
    fn expected(&self, date: NaiveDate, distance: Meters, conditions: Conditions) -> Option<Prediction> {
        let before: Vec<&Outcome> =
            result::counting(&self.results).into_iter().filter(|outcome| outcome.date < date).collect();
        let race = RaceDay { date, distance, conditions, weekly: self.weekly(date) };
        let held = settings::on(&self.settings, date.min(self.today));
        threshold::predict(&race, &before, held, self.athlete.sex, self.athlete.age_on(date))
    }

    /// Earlier races of the sport that have a result, newest first.
    fn past(&self, race: &Race) -> Vec<PastRace> {
        let of_sport = |outcome: &&&Outcome| {
            outcome.effort == Effort::Race && outcome.sport == race.sport && outcome.date < race.date
        };
        let counting = result::counting(&self.results);
        let earlier = counting.iter().rev().filter(of_sport).filter(|outcome| !is_of(outcome, race));
        earlier
            .take(MOST_PAST)
            .map(|outcome| PastRace {
                name: self.races.iter().find(|race| is_of(outcome, race)).map(|race| race.name.clone()),
                taper: self.taper(outcome.date),
                expected: (outcome.sport == Sport::Run)
                    .then_some(outcome.distance)
                    .flatten()
                    .and_then(|distance| self.expected(outcome.date, distance, outcome.conditions))
                    .map(|prediction| Expected::of(&prediction)),
                outcome: (*outcome).clone(),
            })
            .collect()
    }

    fn courses(&self, race: &Race) -> Vec<Course> {
        let Some(wanted) = race.distance.filter(|distance| distance.0 > 0.0) else { return Vec::new() };
        let fits = |activity: &&Activity| {
            let share = activity.distance.map(|distance| distance.0 / wanted.0);
            activity.sport == race.sport && share.is_some_and(|share| COURSE_SPAN.contains(&share))
        };
        let fitting = self.activities.iter().filter(fits).take(MOST_COURSES);
        fitting
            .filter_map(|activity| {
                Some(Course { activity: activity.id, date: activity.day(), distance: activity.distance? })
            })
            .collect()
    }
}
