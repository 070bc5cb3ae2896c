//! Tables without names, for research: people who are at least so many alike, what they did and how their mornings were.
//! Only those who agreed to research are in it, and of them only the kinds of data they agreed to.

use std::path::PathBuf;

use chrono::{Datelike, Days, NaiveDate};
use contract::privacy::{AnonymousExport, AnonymousView, ExportAnonymous, PreviewAnonymous};
use domain::activity::Activity;
use domain::anonymous::{Coarseness, Grouped, Known, MIX_SHARE, Told, group};
use domain::athlete::Athlete;
use domain::consent::{DataCategory, Purpose, Reading, allowed};
use domain::sport::Sport;
use domain::wellness::{WellnessEntry, WellnessField};
use domain::words::Words;
use serde_json::json;
use store::Roster;

use crate::export_athlete::archive::Archive;
use crate::export_athlete::tables::{document, number, table};
use crate::{Answer, App, AppFault};

/// Where a roster keeps what lasting codes and moved days are made from.
const SECRET: &str = "pseudonym-secret";
/// Days are moved by whole weeks, so that a weekday stays one, by at most so many either way.
const WEEKS: i64 = 26;
/// Roundings, so that a known session is not found by its exact length.
const MINUTES: f64 = 5.0;
const KILOMETRES: f64 = 0.5;
const WATTS: f64 = 5.0;

impl Answer for PreviewAnonymous {
    async fn answer(self, app: &App) -> Result<AnonymousView, AppFault> {
        let scope = scope(app).await?;
        let people = people(app, &scope).await;
        scope.end_reading().await;
        let (people, not_agreed) = people?;
        let grouped = grouped(&people, self.k)?;
        Ok(view(self.k, &grouped, not_agreed))
    }
}

impl Answer for ExportAnonymous {
    async fn answer(self, app: &App) -> Result<AnonymousExport, AppFault> {
        let scope = scope(app).await?;
        let written = write(&self, app, &scope).await;
        scope.end_reading().await;
        written
    }
}

async fn write(asked: &ExportAnonymous, app: &App, scope: &Roster) -> Result<AnonymousExport, AppFault> {
    let (people, not_agreed) = people(app, scope).await?;
    let grouped = grouped(&people, asked.k)?;
    let view = view(asked.k, &grouped, not_agreed);
    let masks = Masks::new(app, scope, asked.lasting).await?;
    let mut masked: Vec<(Mask, &Told, &Person)> = people
        .iter()
        .zip(&grouped.told)
        .filter_map(|(person, told)| Some((masks.of(&person.athlete), told.as_ref()?, person)))
        .collect();
    // By their codes: the order of the roster would say something.
    masked.sort_by(|(one, ..), (other, ..)| one.code.cmp(&other.code));
    let mut mornings = Vec::new();
    for (mask, _, person) in &masked {
        for entry in scope.wellness(person.athlete.id, None, None).await? {
            mornings.push((mask.clone(), entry));
        }
    }
    let folder = asked.folder.as_ref().map_or_else(|| app.0.place.documents.clone(), PathBuf::from);
    let words = Words::here();
    let kind = if asked.lasting { "anonymous-read-lasting" } else { "anonymous-read-once" };
    let readme = format!("{}\r\n\r\n{}\r\n", words.say("anonymous-read"), words.say(kind));
    let archive = Archive::begin(&folder, app.0.clock.now())?
        .put("", ("people", "csv"), people_table(&masked)?)
        .await?
        .put("", ("activities", "csv"), activity_table(&masked, grouped.coarseness)?)
        .await?
        .put("", ("mornings", "csv"), morning_table(&mornings)?)
        .await?
        .put("", ("report", "json"), document(&view)?)
        .await?
        .put("", ("README", "txt"), readme.into_bytes())
        .await?;
    let (path, bytes) = archive.end(format!("{} {}", words.say("anonymous-file"), app.today())).await?;
    let path = path.to_string_lossy().into_owned();
    let write = scope.write().await?;
    let said = json!({ "k": asked.k, "people": view.people, "lasting": asked.lasting });
    write.commit(app.entry("export-anonymous", None, Some(path.clone()), said)).await?;
    Ok(AnonymousExport { path, bytes, view })
}

/// The roster as research may read it.
async fn scope(app: &App) -> Result<Roster, AppFault> {
    Ok(app.roster().await?.reading(Reading::for_purpose(Purpose::Research)).await?)
}

/// Somebody who agreed, with what they did.
struct Person {
    athlete: Athlete,
    activities: Vec<Activity>,
    known: Known,
}

/// Those who agreed to research with their training today, and how many did not.
async fn people(app: &App, scope: &Roster) -> Result<(Vec<Person>, u32), AppFault> {
    let squads = scope.squads().await?;
    let (mut people, mut not_agreed) = (Vec::new(), 0);
    for athlete in scope.athletes().await?.into_iter().filter(|athlete| !athlete.unassigned) {
        let consents = scope.consents(athlete.id).await?;
        if !allowed(&consents, DataCategory::Training, Purpose::Research, app.today_of(&athlete)) {
            not_agreed += 1;
            continue;
        }
        let activities = scope.activities(athlete.id, None, None, None).await?;
        let squad = squads.iter().position(|squad| Some(squad.id) == athlete.squad);
        let squad = squad.and_then(|place| u32::try_from(place + 1).ok());
        let born = athlete.born.map(|day| day.year());
        let known = Known { sex: athlete.sex, born, squad, sports: mix(&activities) };
        people.push(Person { athlete, activities, known });
    }
    Ok((people, not_agreed))
}

fn grouped(people: &[Person], k: u32) -> Result<Grouped, AppFault> {
    let known: Vec<Known> = people.iter().map(|person| person.known.clone()).collect();
    Ok(group(&known, k).map_err(crate::refusal::Refusal::from)?)
}

/// The sports that make up at least a tenth of somebody's time, the main one first.
fn mix(activities: &[Activity]) -> Vec<Sport> {
    let time = |sport: Sport| -> f64 {
        activities.iter().filter(|activity| activity.sport == sport).map(|activity| activity.timer.0).sum()
    };
    let all: f64 = activities.iter().map(|activity| activity.timer.0).sum();
    let mut shares: Vec<(Sport, f64)> = Sport::ALL
        .into_iter()
        .map(|sport| (sport, time(sport)))
        .filter(|(_, time)| *time > 0.0 && *time >= all * MIX_SHARE)
        .collect();
    shares.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    shares.into_iter().map(|(sport, _)| sport).collect()
}

fn view(k: u32, grouped: &Grouped, not_agreed: u32) -> AnonymousView {
    AnonymousView {
        k,
        people: u32::try_from(grouped.told.iter().flatten().count()).unwrap_or(u32::MAX),
        groups: grouped.groups,
        smallest: grouped.smallest,
        left_out: grouped.left_out(),
        not_agreed,
        coarseness: grouped.coarseness,
    }
}

/// What stands for somebody.
#[derive(Debug, Clone)]
struct Mask {
    code: String,
    /// By how many days theirs are moved.
    days: i64,
}

impl Mask {
    fn day(&self, day: NaiveDate) -> String {
        let by = Days::new(self.days.unsigned_abs());
        let moved = if self.days < 0 { day.checked_sub_days(by) } else { day.checked_add_days(by) };
        moved.map(|day| day.to_string()).unwrap_or_default()
    }
}

/// Codes and moved days, made from a secret that is new each time or kept by the roster.
struct Masks([u8; 32]);

impl Masks {
    async fn new(app: &App, roster: &Roster, lasting: bool) -> Result<Masks, AppFault> {
        if lasting && let Some(kept) = roster.meta(SECRET).await? {
            let secret = blake3::Hash::from_hex(&kept);
            return Ok(Masks(*secret.map_err(|error| AppFault::Panicked { said: error.to_string() })?.as_bytes()));
        }
        let mut secret = [0; 32];
        getrandom::fill(&mut secret).map_err(|error| AppFault::Panicked { said: error.to_string() })?;
        if lasting {
            let mut write = roster.write().await?;
            write.set_meta(SECRET, &blake3::Hash::from(secret).to_hex()).await?;
            write.commit(app.entry("make-pseudonyms", None, None, json!(null))).await?;
        }
        Ok(Masks(secret))
    }

    fn of(&self, athlete: &Athlete) -> Mask {
        let hash = blake3::keyed_hash(&self.0, athlete.id.0.as_bytes());
        let bytes = hash.as_bytes();
        let number = bytes.iter().take(8).fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
        let weeks = i64::try_from(number % (2 * WEEKS.unsigned_abs() + 1)).unwrap_or_default() - WEEKS;
        // The part that moves the days is not the part that names.
        Mask { code: hash.to_hex()[32..44].to_owned(), days: weeks * 7 }
    }
}

fn people_table(people: &[(Mask, &Told, &Person)]) -> Result<Vec<u8>, AppFault> {
    table(&["person", "sex", "born", "squad", "sports"], people, |(mask, told, _)| {
        vec![
            mask.code.clone(),
            told.sex.clone().unwrap_or_default(),
            told.born.clone().unwrap_or_default(),
            told.squad.map_or_else(String::new, |squad| squad.to_string()),
            told.sports.clone().unwrap_or_default(),
        ]
    })
}

fn activity_table(people: &[(Mask, &Told, &Person)], coarseness: Coarseness) -> Result<Vec<u8>, AppFault> {
    let rows: Vec<(&Mask, &Known, &Activity)> = people
        .iter()
        .flat_map(|(mask, _, person)| {
            person.activities.iter().rev().map(move |activity| (mask, &person.known, activity))
        })
        .collect();
    let headings = [
        "person",
        "day",
        "sport",
        "minutes",
        "distance_km",
        "load_points",
        "avg_hr_bpm",
        "avg_power_w",
        "felt effort (0 to 10)",
    ];
    table(&headings, &rows, |(mask, known, activity)| {
        let summary = &activity.summary;
        vec![
            mask.code.clone(),
            mask.day(activity.day()),
            coarseness.sport(known, activity.sport).map_or_else(String::new, |sport| sport.code().to_owned()),
            rounded(activity.timer.0 / 60.0, MINUTES),
            activity.distance.map_or_else(String::new, |distance| rounded(distance.0 / 1000.0, KILOMETRES)),
            summary.load.as_ref().map_or_else(String::new, |load| rounded(load.points, 1.0)),
            summary.avg_hr.map_or_else(String::new, |heart| rounded(heart.0, 1.0)),
            summary.avg_power.map_or_else(String::new, |power| rounded(power.0, WATTS)),
            number(activity.rpe.map(|rpe| rpe.0)),
        ]
    })
}

fn morning_table(rows: &[(Mask, WellnessEntry)]) -> Result<Vec<u8>, AppFault> {
    table(&["person", "day", "field", "value"], rows, |(mask, entry)| {
        let value = &entry.value;
        let told = rounded(value.value, step(value.field));
        vec![mask.code.clone(), mask.day(value.date), value.field.code().to_owned(), told]
    })
}

/// Steps of what is measured of a morning: who knows somebody's body mass, or saw their watch, must not find them by it.
const fn step(field: WellnessField) -> f64 {
    match field {
        WellnessField::BodyMass => 5.0,
        WellnessField::Steps => 500.0,
        WellnessField::Sleep => 0.25,
        _ => 1.0,
    }
}

fn rounded(value: f64, to: f64) -> String {
    ((value / to).round() * to).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_moved_by_whole_weeks_the_same_for_all_of_one_person() {
        let masks = Masks([7; 32]);
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        let moves: Vec<i64> = (0..200_u128)
            .map(|number| {
                let id = domain::id::AthleteId(uuid::Uuid::from_u128(number));
                let athlete = Athlete { id, ..testkit::people::athlete(1, "Ada Fell") };
                let mask = masks.of(&athlete);
                let moved = |from: &str| (day(&mask.day(day(from))) - day(from)).num_days();
                assert_eq!(moved("2026-11-02"), moved("2025-02-28"));
                moved("2026-11-02")
            })
            .collect();
        assert!(moves.iter().all(|days| days % 7 == 0 && days.abs() <= 182), "{moves:?}");
        assert!(moves.iter().collect::<std::collections::BTreeSet<_>>().len() > 30, "spread over the year");
    }

    #[test]
    fn numbers_are_rounded_to_steps() {
        assert_eq!((rounded(62.4, MINUTES), rounded(62.6, MINUTES)), ("60".to_owned(), "65".to_owned()));
        assert_eq!(rounded(10.3, KILOMETRES), "10.5");
    }
}
