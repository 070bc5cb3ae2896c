//! Wellness tables: one row a day, one column a field. A cell that cannot be taken is left out with a [`Note`]; the rest of
//! its row counts.

use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

use chrono::{Days, NaiveDate};
use csv::StringRecord;
use domain::wellness::{WellnessField, WellnessValue};

use super::cell::value;
use super::columns::{Column, Plan};
use super::day;
use super::sheet::{Sheet, is_blank};
use crate::{Content, ExchangeFault, Format, Note, NoteKind, Parsed};

/// The most notes kept of one table; nobody reads more, and a damaged table has one for each cell.
const MAX_NOTES: usize = 10_000;

/// Athlete (by place among `athletes`), day, field, source (by place among `sources`).
type Key = (usize, NaiveDate, WellnessField, usize);

struct Table<'a> {
    sheet: &'a Sheet<'a>,
    plan: &'a Plan,
    notes: Vec<Note>,
    athletes: Seen<Option<String>>,
    sources: Seen<String>,
    values: BTreeMap<Key, f64>,
}

/// Things in the order they were first seen.
struct Seen<T> {
    order: Vec<T>,
    places: HashMap<T, usize>,
}

impl<T: Clone + Eq + Hash> Seen<T> {
    fn new() -> Seen<T> {
        Seen { order: Vec::new(), places: HashMap::new() }
    }

    fn place(&mut self, thing: T) -> usize {
        let next = self.order.len();
        let place = *self.places.entry(thing.clone()).or_insert(next);
        if place == next {
            self.order.push(thing);
        }
        place
    }
}

/// Reads a table as planned.
pub(super) fn read(sheet: &Sheet<'_>, plan: &Plan) -> Result<Parsed, ExchangeFault> {
    let mut table =
        Table { sheet, plan, notes: Vec::new(), athletes: Seen::new(), sources: Seen::new(), values: BTreeMap::new() };
    for (at, column) in plan.columns.iter().enumerate() {
        if *column == Column::Unknown && sheet.headings.get(at).is_some_and(|heading| !heading.is_empty()) {
            table.note(NoteKind::UnknownColumn, 1, at, "");
        }
    }
    let mut count = 0_u32;
    for (line, row) in sheet.rows() {
        count = count.saturating_add(1);
        table.take(line, &row);
    }
    if table.values.is_empty() {
        return Err(ExchangeFault::NoValues { rows: count });
    }
    Ok(table.into_parsed())
}

impl Table<'_> {
    fn note(&mut self, kind: NoteKind, line: u32, at: usize, cell: &str) {
        if self.notes.len() < MAX_NOTES {
            let column = self.sheet.headings.get(at).cloned().unwrap_or_default();
            self.notes.push(Note { kind, line, column, cell: cell.chars().take(200).collect() });
        }
    }

    fn take(&mut self, line: u32, row: &StringRecord) {
        let plan = self.plan;
        if plan.only.is_some_and(|(at, word)| !row.get(at).is_some_and(|cell| cell.eq_ignore_ascii_case(word))) {
            return;
        }
        let cell = |at: usize| row.get(at).filter(|cell| !is_blank(cell));
        let named = |wanted: Column| plan.columns.iter().position(|column| *column == wanted).and_then(cell);
        let written = row.get(plan.day).unwrap_or_default();
        let Some(date) = day::read(written, plan.order) else {
            self.note(NoteKind::NotADate, line, plan.day, written);
            return;
        };
        let after = plan.evening && day::hour(written).is_some_and(|hour| hour >= 15);
        let date = date.checked_add_days(Days::new(u64::from(after))).unwrap_or(date);
        let athlete = named(Column::Athlete).map(str::to_owned);
        let source = named(Column::Source).unwrap_or(plan.source).to_owned();
        let (athlete, source) = (self.athletes.place(athlete), self.sources.place(source));
        for (at, column) in plan.columns.iter().enumerate() {
            let (Column::Field(field, reading), Some(cell)) = (*column, cell(at)) else { continue };
            if plan.zero_is_blank && is_unmeasured(field, cell) {
                continue;
            }
            let told = match value(field, reading, cell) {
                Ok(value) => {
                    let before = self.values.insert((athlete, date, field, source), value);
                    before.is_some().then_some(NoteKind::RepeatedDay)
                }
                Err(kind) => Some(kind),
            };
            if let Some(kind) = told {
                self.note(kind, line, at, cell);
            }
        }
    }

    fn into_parsed(self) -> Parsed {
        let mut contents: Vec<(Option<String>, Vec<WellnessValue>)> =
            self.athletes.order.into_iter().map(|athlete| (athlete, Vec::new())).collect();
        for ((athlete, date, field, source), value) in self.values {
            contents[athlete].1.push(WellnessValue { date, field, value, source: self.sources.order[source].clone() });
        }
        let contents = contents
            .into_iter()
            .filter(|(_, values)| !values.is_empty())
            .map(|(athlete, values)| Content::Wellness { athlete, values })
            .collect();
        Parsed { format: Format::WellnessTable, contents, repairs: Vec::new(), notes: self.notes }
    }
}

/// A zero where the body has none: apps write it on mornings without a reading.
fn is_unmeasured(field: WellnessField, cell: &str) -> bool {
    let digits = cell.trim().chars().all(|c| matches!(c, '0' | '.' | ',' | ':'));
    let body = matches!(
        field,
        WellnessField::RestingHr
            | WellnessField::Rmssd
            | WellnessField::Sdnn
            | WellnessField::Sleep
            | WellnessField::Spo2
            | WellnessField::Respiration
            | WellnessField::BodyMass
    );
    body && digits
}
