//! Tables, told apart by their headings: mornings (one row a day), samples (one row a moment of an activity), beat
//! intervals (one row a beat).

mod activity;
mod apps;
mod axis;
mod cell;
mod columns;
mod day;
mod rr;
mod sheet;
mod spelling;
mod stamp;
mod wellness;

use std::borrow::Cow;

use self::columns::{Column, Known};
use self::sheet::Sheet;
use crate::text::decode;
use crate::{ExchangeFault, Hints, Parsed};

/// Rows shown to whoever must say what the columns are, and characters of each cell.
const SAMPLE_ROWS: usize = 5;
const SAMPLE_CELL: usize = 60;
/// The most columns of a table; exports have about a hundred.
const MAX_COLUMNS: usize = 1000;
/// How much of a file is looked at to see whether it is a table, bytes.
const HEAD: usize = 8 * 1024;

/// Reads a table.
///
/// # Errors
/// [`ExchangeFault::NeedsColumns`] when somebody must say what its columns are, [`ExchangeFault::NotAWellnessTable`]
/// without days, [`ExchangeFault::NoDate`] for samples and beats without any date, [`ExchangeFault::NoValues`] and
/// [`ExchangeFault::NoActivity`] when nothing in it could be taken.
pub(crate) fn read(name: &str, bytes: &[u8], hints: &Hints<'_>) -> Result<Parsed, ExchangeFault> {
    let (text, encoding) = decode(bytes)?;
    let mut parsed = read_text(name, text, hints)?;
    parsed.repairs.extend(encoding);
    Ok(parsed)
}

fn read_text(name: &str, text: Cow<'_, str>, hints: &Hints<'_>) -> Result<Parsed, ExchangeFault> {
    if rr::is_list(&text) {
        return rr::read_list(name, &text);
    }
    let Some(sheet) = Sheet::of(text) else { return Err(ExchangeFault::Empty) };
    if sheet.headings.len() > MAX_COLUMNS {
        return Err(ExchangeFault::UnknownFormat { name: name.to_owned() });
    }
    let told = hints.columns.iter().any(|map| map.headings == sheet.headings);
    if !told && apps::recognise(&sheet).is_none() {
        let (beats, axes) = (rr::intervals(&sheet), activity::axes(&sheet));
        match (beats, axes) {
            (Some(at), axes) if axes.as_ref().is_none_or(activity::Axes::is_only_beats) => {
                return rr::read(name, &sheet, at);
            }
            (_, Some(axes)) => return activity::read(name, &sheet, &axes),
            _ => {}
        }
    }
    match columns::plan(&sheet, hints.columns) {
        Known::Plan(plan) => wellness::read(&sheet, &plan),
        Known::Ask(uses) => {
            Err(ExchangeFault::NeedsColumns { headings: sheet.headings.clone(), sample: sample(&sheet), uses })
        }
        Known::NoDay => Err(ExchangeFault::NotAWellnessTable { missing: "date" }),
    }
}

/// The first rows, a cell for each heading.
fn sample(sheet: &Sheet<'_>) -> Vec<Vec<String>> {
    let cell = |text: Option<&str>| text.unwrap_or_default().chars().take(SAMPLE_CELL).collect();
    let rows = sheet.rows().take(SAMPLE_ROWS);
    rows.map(|(_, row)| (0..sheet.headings.len()).map(|at| cell(row.get(at))).collect()).collect()
}

/// Whether text under a name that does not say so is a table read here.
pub(crate) fn looks_like_one(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(HEAD)];
    if head.contains(&0) {
        return false;
    }
    // Cut in the middle of a character or a row, it still shows what it is.
    let text = String::from_utf8_lossy(head);
    if rr::is_list(&text) {
        return true;
    }
    let Some(sheet) = Sheet::of(text).filter(|sheet| (2..=MAX_COLUMNS).contains(&sheet.headings.len())) else {
        return false;
    };
    let kinds: Vec<Column> = sheet.plain.iter().map(|plain| spelling::column(plain)).collect();
    let mornings = kinds.contains(&Column::Day) && kinds.iter().any(|kind| matches!(kind, Column::Field(..)));
    mornings || rr::intervals(&sheet).is_some() || activity::axes(&sheet).is_some()
}
