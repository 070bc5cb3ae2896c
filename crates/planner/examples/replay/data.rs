//! The data sets, read into athletes.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::{DateTime, NaiveDate};
use domain::id::{AthleteId, WellnessId};
use domain::sport::Sport;
use domain::summary::DEFAULT_RPE_SCALE;
use domain::wellness::{WellnessEntry, WellnessField, WellnessValue};
use planner::Past;
use uuid::Uuid;

use crate::athlete::Athlete;

/// A session counts as quality from this intensity on, as everywhere in the program.
const QUALITY: f64 = 0.85;
/// Felt effort assumed where only the product with the minutes is known.
const RPE: f64 = 5.0;

type Read = fn(&Path) -> Result<Vec<Athlete>, csv::Error>;

/// Each data set: its folder, and how to read it.
pub(crate) const ALL: [(&str, Read); 3] = [("gc_opendata", gc_opendata), ("pmdata", pmdata), ("soccermon", soccermon)];

/// Columns of a morning's answers with their fields; all from 1 (bad) to 5 (good), sleep in hours.
const ANSWERS: [(&str, WellnessField); 5] = [
    ("fatigue", WellnessField::Fatigue),
    ("mood", WellnessField::Mood),
    ("soreness", WellnessField::Soreness),
    ("stress", WellnessField::Stress),
    ("sleep_quality", WellnessField::SleepQuality),
];

/// A session as told: day, sport, minutes, load from power and from time in pulse zones (0 where there is none).
type Told = (NaiveDate, Sport, f64, f64, f64);

/// Two people with power, pulse and three sports. Load is the one from power; where there is none, the one from time in
/// pulse zones, put on the scale of power by the sessions of the same person that have both.
fn gc_opendata(folder: &Path) -> Result<Vec<Athlete>, csv::Error> {
    let mut people: BTreeMap<String, Vec<Told>> = BTreeMap::new();
    for row in rows(&folder.join("metadata.csv"))? {
        let Some(date) = date(&row, "date", "%Y/%m/%d") else { continue };
        let sport = match text(&row, "sport") {
            "Bike" => Sport::Ride,
            "Run" => Sport::Run,
            "Swim" => Sport::Swim,
            _ => Sport::Other,
        };
        let minutes = number(&row, "workout_time").unwrap_or_default() / 60.0;
        let (power, pulse) = (number(&row, "coggan_tss"), number(&row, "trimp_zonal_points"));
        let sessions = people.entry(text(&row, "id").to_owned()).or_default();
        sessions.push((date, sport, minutes, power.unwrap_or_default(), pulse.unwrap_or_default()));
    }
    let athletes = people.into_values().map(|sessions| {
        let both = sessions.iter().filter(|(.., power, pulse)| *power > 0.0 && *pulse > 0.0);
        let mut scales: Vec<f64> = both.map(|(.., power, pulse)| power / pulse).collect();
        scales.sort_by(f64::total_cmp);
        let scale = scales.get(scales.len() / 2).copied().unwrap_or(1.0);
        let done = sessions.into_iter().map(|(date, sport, minutes, power, pulse)| {
            past(date, sport, minutes, if power > 0.0 { power } else { pulse * scale })
        });
        athlete(done.collect(), Vec::new())
    });
    Ok(athletes.collect())
}

/// Eight people with minutes and felt effort of each session, and their mornings.
fn pmdata(folder: &Path) -> Result<Vec<Athlete>, csv::Error> {
    let mut athletes = Vec::new();
    for n in 1..=8 {
        let person = folder.join(format!("p{n:02}")).join("pmsys");
        let sessions = rows(&person.join("srpe.csv"))?;
        let done = sessions.iter().filter_map(|row| {
            let names = text(row, "activity_names");
            let sport = match names {
                _ if names.contains("running") => Sport::Run,
                "['individual', 'strength']" | "['team', 'strength']" => Sport::Strength,
                _ => Sport::Other,
            };
            let minutes = number(row, "duration_min")?;
            let load = minutes * number(row, "perceived_exertion")? * DEFAULT_RPE_SCALE;
            Some(past(date(row, "end_date_time", "%Y-%m-%d")?, sport, minutes, load))
        });
        let done = done.collect();
        let mornings = rows(&person.join("wellness.csv"))?;
        let wellness = mornings.iter().flat_map(|row| answers(row, "effective_time_frame", "sleep_duration_h"));
        athletes.push(athlete(done, wellness.collect()));
    }
    Ok(athletes)
}

/// Footballers of two teams with one load a day and their mornings. Minutes are not in it: each day counts as one session of
/// medium effort.
fn soccermon(folder: &Path) -> Result<Vec<Athlete>, csv::Error> {
    let mut people: BTreeMap<String, (Vec<Past>, Vec<WellnessEntry>)> = BTreeMap::new();
    for row in rows(&folder.join("load_wellness.csv"))? {
        let (done, wellness) = people.entry(text(&row, "player_id").to_owned()).or_default();
        wellness.extend(answers(&row, "date", "sleep_duration"));
        if let (Some(date), Some(load)) = (date(&row, "date", "%Y-%m-%d"), number(&row, "daily_load")) {
            done.push(past(date, Sport::Other, load / RPE, load * DEFAULT_RPE_SCALE));
        }
    }
    Ok(people.into_values().map(|(done, wellness)| athlete(done, wellness)).collect())
}

fn athlete(mut done: Vec<Past>, wellness: Vec<WellnessEntry>) -> Athlete {
    done.retain(|past| past.minutes >= 5.0 && past.minutes <= 1440.0);
    done.sort_by_key(|past| past.date);
    Athlete { done, wellness }
}

fn past(date: NaiveDate, sport: Sport, minutes: f64, load: f64) -> Past {
    let intensity = if minutes > 0.0 { (load * 0.6 / minutes).sqrt() } else { 0.0 };
    Past { date, sport, minutes, load: Some(load), quality: intensity >= QUALITY }
}

/// The answers of one morning.
fn answers(row: &Row, day: &str, sleep: &str) -> Vec<WellnessEntry> {
    let Some(date) = date(row, day, "%Y-%m-%d") else { return Vec::new() };
    let fields = ANSWERS.into_iter().chain([(sleep, WellnessField::Sleep)]);
    let values = fields.filter_map(|(column, field)| Some((field, number(row, column)?)));
    values
        .filter(|(field, value)| (field.range().0..=field.range().1).contains(value))
        .map(|(field, value)| WellnessEntry {
            id: WellnessId(Uuid::nil()),
            athlete: AthleteId(Uuid::nil()),
            batch: None,
            value: WellnessValue { date, field, value, source: "diary".to_owned() },
            recorded_at: DateTime::UNIX_EPOCH,
        })
        .collect()
}

type Row = BTreeMap<String, String>;

fn rows(file: &Path) -> Result<Vec<Row>, csv::Error> {
    csv::Reader::from_path(file)?.deserialize().collect()
}

fn text<'r>(row: &'r Row, column: &str) -> &'r str {
    row.get(column).map_or("", String::as_str)
}

/// A number above zero; nothing counts as known that is empty, zero or less.
fn number(row: &Row, column: &str) -> Option<f64> {
    text(row, column).parse::<f64>().ok().filter(|value| value.is_finite() && *value > 0.0)
}

fn date(row: &Row, column: &str, format: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text(row, column).get(..10)?, format).ok()
}
