//! What the columns of a wellness table are: told by a person, known from an app, or known by their headings.

use domain::table::{ColumnMap, ColumnUse, DayOrder, Scale};
use domain::wellness::WellnessField;

use super::cell::Reading;
use super::day::{self, Told};
use super::sheet::Sheet;
use super::{apps, spelling};
use crate::text::number;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Column {
    /// Left out without a word.
    Ignored,
    /// Left out, and told.
    Unknown,
    /// The day.
    Day,
    /// The athlete's name.
    Athlete,
    /// The app or device.
    Source,
    /// A value.
    Field(WellnessField, Reading),
}

/// How a wellness table is read.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Plan {
    /// One for each heading.
    pub(super) columns: Vec<Column>,
    /// Place of the day.
    pub(super) day: usize,
    /// How the day is written.
    pub(super) order: DayOrder,
    /// An evening counts for the morning after it.
    pub(super) evening: bool,
    /// Who says so, where no column does.
    pub(super) source: &'static str,
    /// The only rows that count: a column and the word in it.
    pub(super) only: Option<(usize, &'static str)>,
    /// A zero stands for "not measured".
    pub(super) zero_is_blank: bool,
}

/// The source of values whose file names none.
const SOURCE: &str = "csv";

/// What is known about a table.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Known {
    /// All that is needed.
    Plan(Plan),
    /// It holds days; somebody must say what the columns are. The best guess so far.
    Ask(Vec<ColumnUse>),
    /// No column holds days.
    NoDay,
}

/// How to read a table, in order: as told by a person, as its app writes, by its headings.
pub(super) fn plan(sheet: &Sheet<'_>, told: &[ColumnMap]) -> Known {
    if let Some(map) = told.iter().rev().find(|map| map.headings == sheet.headings) {
        return as_told(sheet, &map.uses);
    }
    if let Some(plan) = apps::recognise(sheet) {
        return Known::Plan(plan);
    }
    by_headings(sheet)
}

fn as_told(sheet: &Sheet<'_>, uses: &[ColumnUse]) -> Known {
    let column = |at| match uses.get(at) {
        Some(ColumnUse::Day(_)) => Column::Day,
        Some(ColumnUse::Athlete) => Column::Athlete,
        Some(ColumnUse::Wellness(field, scale)) => Column::Field(*field, Reading::Scale(*scale)),
        Some(ColumnUse::Ignore) | None => Column::Ignored,
    };
    let day = uses.iter().enumerate().find_map(|(at, told)| match told {
        ColumnUse::Day(order) if at < sheet.headings.len() => Some((at, *order)),
        _ => None,
    });
    let Some((day, order)) = day else { return Known::Ask(uses.to_vec()) };
    let columns: Vec<Column> = (0..sheet.headings.len()).map(column).collect();
    Known::Plan(Plan { columns, day, order, evening: false, source: SOURCE, only: None, zero_is_blank: false })
}

fn by_headings(sheet: &Sheet<'_>) -> Known {
    let mut columns: Vec<Column> = Vec::new();
    for heading in &sheet.plain {
        let column = spelling::column(heading);
        // Two columns of one kind: the first counts.
        let taken = columns.iter().any(|known| same_kind(*known, column));
        columns.push(if taken { Column::Unknown } else { column });
    }
    let Some((day, order)) = day_column(sheet, &columns) else { return Known::NoDay };
    columns[day] = Column::Day;
    let fields = columns.iter().filter(|column| matches!(column, Column::Field(..))).count();
    let known = columns.iter().filter(|column| **column != Column::Unknown).count();
    let unknown = sheet.headings.iter().zip(&columns).filter(|(h, c)| **c == Column::Unknown && !h.is_empty()).count();
    // Another program's table shares some headings but not their scales: where most are unknown, somebody must tell.
    let foreign = fields == 0 || unknown > known;
    let doubtful = columns.iter().enumerate().any(|(at, column)| match column {
        Column::Field(field, _) => guess_scale(*field, &numbers(sheet, at)) != Scale::AsIs,
        _ => false,
    });
    match order {
        Told::Sure(order) if !foreign && !doubtful => {
            Known::Plan(Plan { columns, day, order, evening: false, source: SOURCE, only: None, zero_is_blank: false })
        }
        order => Known::Ask(guess(sheet, &columns, day, order)),
    }
}

fn same_kind(known: Column, column: Column) -> bool {
    match (known, column) {
        (Column::Field(a, _), Column::Field(b, _)) => a == b,
        (a, b) => a == b && !matches!(a, Column::Unknown | Column::Ignored),
    }
}

/// The column of the days: by its heading, else the first whose cells are days.
fn day_column(sheet: &Sheet<'_>, columns: &[Column]) -> Option<(usize, Told)> {
    let named = columns.iter().position(|column| *column == Column::Day);
    let all = named.into_iter().chain(0..columns.len());
    let mut found = all.map(|at| (at, day::order(&sheet.column(at)))).filter(|(_, told)| *told != Told::NoDays);
    // A table whose day column holds no day at all is still read: each cell is told.
    found.next().or(named.map(|at| (at, Told::Sure(DayOrder::YearMonthDay))))
}

/// The best guess for each column, for a person to correct.
fn guess(sheet: &Sheet<'_>, columns: &[Column], day: usize, order: Told) -> Vec<ColumnUse> {
    let order = match order {
        Told::Sure(order) | Told::Likely(order) => order,
        Told::NoDays => DayOrder::YearMonthDay,
    };
    let mut fields = Vec::new();
    let guess = |(at, column): (usize, &Column)| {
        let field = match column {
            _ if at == day => return ColumnUse::Day(order),
            Column::Athlete => return ColumnUse::Athlete,
            Column::Field(field, _) => Some(*field),
            Column::Unknown => sheet.plain.get(at).and_then(|heading| spelling::likely(heading)),
            _ => None,
        };
        match field.filter(|field| !fields.contains(field)) {
            Some(field) => {
                fields.push(field);
                let logarithm = sheet.plain.get(at).is_some_and(|heading| heading.starts_with("ln"));
                let scale = guess_scale(field, &numbers(sheet, at));
                ColumnUse::Wellness(field, if logarithm { Scale::Exponential } else { scale })
            }
            None => ColumnUse::Ignore,
        }
    };
    columns.iter().enumerate().map(guess).collect()
}

fn numbers(sheet: &Sheet<'_>, at: usize) -> Vec<f64> {
    sheet.column(at).iter().filter_map(|cell| number(cell)).collect()
}

/// The scale that brings a column's numbers to the field's unit. Anything but [`Scale::AsIs`] is a guess that a person must
/// confirm.
fn guess_scale(field: WellnessField, numbers: &[f64]) -> Scale {
    let mut sorted = numbers.to_vec();
    sorted.sort_by(f64::total_cmp);
    let Some(median) = sorted.get(sorted.len() / 2).copied() else { return Scale::AsIs };
    let tens = sorted.iter().filter(|value| (5.0..=10.0).contains(*value) && **value > 5.0).count();
    match field {
        WellnessField::Sleep if median > 1440.0 => Scale::SecondsToHours,
        WellnessField::Sleep if median > 24.0 => Scale::MinutesToHours,
        // Nobody's rMSSD stays below 6 ms for weeks; its logarithm does.
        WellnessField::Rmssd if sorted.len() > 2 && sorted.iter().all(|v| (1.0..6.0).contains(v)) => Scale::Exponential,
        WellnessField::Spo2 if median <= 1.0 => Scale::ShareToPercent,
        WellnessField::SleepQuality
        | WellnessField::Fatigue
        | WellnessField::Soreness
        | WellnessField::Stress
        | WellnessField::Mood
            if tens > 1 && tens * 10 >= sorted.len() =>
        {
            Scale::TenToFive
        }
        _ => Scale::AsIs,
    }
}
