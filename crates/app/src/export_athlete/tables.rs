//! The tables and documents of an athlete's archive.

use chrono::SecondsFormat;
use domain::activity::Activity;
use domain::id::ActivityId;
use domain::journal::JournalLine;
use domain::wellness::WellnessEntry;
use domain::words::Words;
use serde::Serialize;

use crate::AppFault;

/// One activity with what it came from.
pub(super) struct Row {
    pub(super) activity: Activity,
    pub(super) copy_of: Option<ActivityId>,
    pub(super) file: String,
}

const ACTIVITY_HEADINGS: [&str; 21] = [
    "id",
    "start_utc",
    "start_local",
    "sport",
    "sport_detail",
    "timer_s",
    "elapsed_s",
    "distance_m",
    "avg_hr_bpm",
    "max_hr_bpm",
    "avg_power_w",
    "max_power_w",
    "normalized_power_w",
    "ascent_m",
    "rpe",
    "load_points",
    "load_source",
    "sets",
    "comment",
    "copy_of",
    "file",
];

/// Every activity, one row each; those that are copies name the one that counts.
pub(super) fn activities(rows: &[Row]) -> Result<Vec<u8>, AppFault> {
    table(&ACTIVITY_HEADINGS, rows, |row| {
        let (a, s) = (&row.activity, &row.activity.summary);
        vec![
            a.id.to_string(),
            a.start.to_rfc3339_opts(SecondsFormat::Millis, true),
            a.start_local.format("%Y-%m-%dT%H:%M:%S").to_string(),
            a.sport.code().to_owned(),
            a.sport_detail.clone().unwrap_or_default(),
            a.timer.0.to_string(),
            a.elapsed.0.to_string(),
            number(a.distance.map(f64::from)),
            number(s.avg_hr.map(f64::from)),
            number(s.max_hr.map(f64::from)),
            number(s.avg_power.map(f64::from)),
            number(s.max_power.map(f64::from)),
            number(s.normalized_power.map(f64::from)),
            number(s.ascent.map(f64::from)),
            number(a.rpe.or(a.totals.rpe).map(f64::from)),
            number(s.load.map(|load| load.points)),
            s.load.map_or_else(String::new, |load| load.source.code().to_owned()),
            a.sets.len().to_string(),
            a.comment.clone().unwrap_or_default(),
            row.copy_of.map_or_else(String::new, |id| id.to_string()),
            row.file.clone(),
        ]
    })
}

/// Every wellness value ever recorded, corrected ones too.
pub(super) fn wellness(entries: &[WellnessEntry]) -> Result<Vec<u8>, AppFault> {
    table(&["date", "field", "value", "unit", "source", "recorded_at"], entries, |entry| {
        let field = entry.value.field.code();
        vec![
            entry.value.date.to_string(),
            field.to_owned(),
            entry.value.value.to_string(),
            Words::here().say(&format!("wellness-{field}-unit")),
            entry.value.source.clone(),
            entry.recorded_at.to_rfc3339_opts(SecondsFormat::Millis, true),
        ]
    })
}

/// The lines of the journal about the athlete, oldest first.
pub(super) fn journal(lines: &[JournalLine]) -> Result<Vec<u8>, AppFault> {
    table(&["at", "author", "origin", "action", "subject", "before"], lines, |line| {
        vec![
            line.at.to_rfc3339_opts(SecondsFormat::Millis, true),
            line.author.clone(),
            line.origin.clone(),
            line.action.clone(),
            line.subject.clone().unwrap_or_default(),
            if line.before.is_null() { String::new() } else { line.before.to_string() },
        ]
    })
}

/// A document for programs and patient people.
pub(crate) fn document<T: Serialize>(what: &T) -> Result<Vec<u8>, AppFault> {
    serde_json::to_vec_pretty(what).map_err(|source| AppFault::BadReply { call: "ExportAthlete".to_owned(), source })
}

/// A number, or nothing where it is not known.
pub(crate) fn number(value: Option<f64>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

pub(crate) fn table<T>(
    headings: &[impl AsRef<[u8]>],
    rows: &[T],
    cells: impl Fn(&T) -> Vec<String>,
) -> Result<Vec<u8>, AppFault> {
    let failed = |said: String| AppFault::Panicked { said };
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(headings).map_err(|error| failed(error.to_string()))?;
    for row in rows {
        table.write_record(cells(row)).map_err(|error| failed(error.to_string()))?;
    }
    table.into_inner().map_err(|error| failed(error.to_string()))
}
