//! Wellness tables: one row a day, one column a field.
//!
//! Headings: `date` (year-month-day), the codes of [`WellnessField`] and the spellings below, optionally `athlete` and
//! `source`. A cell that cannot be taken is left out with a [`Note`]; the rest of its row counts.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::wellness::{WellnessField, WellnessValue};

use crate::{Content, ExchangeFault, Note, NoteKind, Parsed};

/// The source of values whose file names none.
const SOURCE: &str = "csv";

/// Other spellings of headings, compared in lower case with every separator as `-`.
const SPELLINGS: [(&str, WellnessField); 27] = [
    ("resting-heart-rate", WellnessField::RestingHr),
    ("resting-hr-bpm", WellnessField::RestingHr),
    ("restinghr", WellnessField::RestingHr),
    ("rhr", WellnessField::RestingHr),
    ("rmssd-ms", WellnessField::Rmssd),
    ("hrv", WellnessField::Rmssd),
    ("hrv-rmssd", WellnessField::Rmssd),
    ("hrv-ms", WellnessField::Rmssd),
    ("sleep-h", WellnessField::Sleep),
    ("sleep-hours", WellnessField::Sleep),
    ("sleephours", WellnessField::Sleep),
    ("sleepquality", WellnessField::SleepQuality),
    ("freshness", WellnessField::Fatigue),
    ("muscle-soreness", WellnessField::Soreness),
    ("body-mass-kg", WellnessField::BodyMass),
    ("bodymass", WellnessField::BodyMass),
    ("weight", WellnessField::BodyMass),
    ("weight-kg", WellnessField::BodyMass),
    ("mass-kg", WellnessField::BodyMass),
    ("ill", WellnessField::Illness),
    ("sick", WellnessField::Illness),
    ("injury", WellnessField::Pain),
    ("injury-pain", WellnessField::Pain),
    ("pain-0-10", WellnessField::Pain),
    ("stress-level", WellnessField::Stress),
    ("mood-level", WellnessField::Mood),
    ("fatigue-level", WellnessField::Fatigue),
];

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Date,
    Athlete,
    Source,
    Field(WellnessField),
}

/// Reads a wellness table; a table with neither date nor wellness headings is told as a table that is not read yet.
pub(crate) fn read(bytes: &[u8]) -> Result<Parsed, ExchangeFault> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter(bytes))
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(bytes);
    let mut rows = reader.byte_records();
    let heading = rows.next().and_then(Result::ok).unwrap_or_default();
    let headings: Vec<String> = heading.iter().map(text).collect();
    let columns: Vec<Option<Column>> = headings.iter().map(|heading| column(heading)).collect();
    let has = |wanted: fn(&Column) -> bool| columns.iter().flatten().any(wanted);
    match (has(|c| *c == Column::Date), has(|c| matches!(c, Column::Field(_)))) {
        (true, true) => {}
        (false, false) => return Err(ExchangeFault::NotYetSupported { format: "csv" }),
        (true, false) => return Err(ExchangeFault::NotAWellnessTable { missing: "rmssd" }),
        (false, true) => return Err(ExchangeFault::NotAWellnessTable { missing: "date" }),
    }
    // Another program's export shares some headings but not their scales: mostly unknown headings mean a foreign table.
    let known = columns.iter().flatten().count();
    let unknown = headings.iter().zip(&columns).filter(|(h, c)| c.is_none() && !h.is_empty()).count();
    if unknown > known {
        return Err(ExchangeFault::NotYetSupported { format: "csv" });
    }
    let mut table = Table { headings, columns, notes: Vec::new(), athletes: Vec::new(), values: BTreeMap::new() };
    table.note_unknown_columns();
    let mut count = 0_u32;
    for row in rows.flatten() {
        let line = row.position().map_or(0, |p| u32::try_from(p.line()).unwrap_or(u32::MAX));
        let cells: Vec<String> =
            row.iter().map(text).map(|cell| if is_blank(&cell) { String::new() } else { cell }).collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            count += 1;
            table.take(line, &cells);
        }
    }
    if table.values.is_empty() {
        return Err(ExchangeFault::NoValues { rows: count });
    }
    Ok(table.into_parsed())
}

/// Athlete (by place among `athletes`), day, field, source.
type Key = (usize, NaiveDate, WellnessField, String);

struct Table {
    headings: Vec<String>,
    columns: Vec<Option<Column>>,
    notes: Vec<Note>,
    athletes: Vec<Option<String>>,
    values: BTreeMap<Key, f64>,
}

impl Table {
    fn note_unknown_columns(&mut self) {
        for (heading, column) in self.headings.iter().zip(&self.columns) {
            if column.is_none() && !heading.is_empty() {
                self.notes.push(Note {
                    kind: NoteKind::UnknownColumn,
                    line: 1,
                    column: heading.clone(),
                    cell: String::new(),
                });
            }
        }
    }

    fn take(&mut self, line: u32, cells: &[String]) {
        let place = |wanted: Column| self.columns.iter().position(|c| *c == Some(wanted));
        let named = |wanted: Column| place(wanted).and_then(|i| cells.get(i)).filter(|cell| !cell.is_empty());
        let at = place(Column::Date).unwrap_or(0);
        let day = cells.get(at).cloned().unwrap_or_default();
        let athlete = named(Column::Athlete).cloned();
        let source = named(Column::Source).cloned().unwrap_or_else(|| SOURCE.to_owned());
        let Some(date) = date(&day) else {
            let column = self.headings.get(at).cloned().unwrap_or_default();
            self.notes.push(Note { kind: NoteKind::NotADate, line, column, cell: day });
            return;
        };
        let athlete = self.athletes.iter().position(|known| *known == athlete).unwrap_or_else(|| {
            self.athletes.push(athlete);
            self.athletes.len() - 1
        });
        for (i, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            let Some(Some(Column::Field(field))) = self.columns.get(i).copied() else { continue };
            let told = match value(field, cell) {
                Ok(value) => {
                    let before = self.values.insert((athlete, date, field, source.clone()), value);
                    before.is_some().then_some(NoteKind::RepeatedDay)
                }
                Err(kind) => Some(kind),
            };
            if let Some(kind) = told {
                self.notes.push(Note { kind, line, column: self.headings[i].clone(), cell: cell.clone() });
            }
        }
    }

    fn into_parsed(self) -> Parsed {
        let mut contents: Vec<(Option<String>, Vec<WellnessValue>)> =
            self.athletes.into_iter().map(|athlete| (athlete, Vec::new())).collect();
        for ((athlete, date, field, source), value) in self.values {
            contents[athlete].1.push(WellnessValue { date, field, value, source });
        }
        let contents = contents
            .into_iter()
            .filter(|(_, values)| !values.is_empty())
            .map(|(athlete, values)| Content::Wellness { athlete, values })
            .collect();
        Parsed { contents, repairs: Vec::new(), notes: self.notes }
    }
}

/// Signs for "nothing here".
fn is_blank(cell: &str) -> bool {
    ["-", "--", "na", "n/a", "null", "none"].iter().any(|sign| cell.eq_ignore_ascii_case(sign))
}

fn text(cell: &[u8]) -> String {
    String::from_utf8_lossy(cell).into_owned()
}

/// The separator that the first line holds most of.
fn delimiter(bytes: &[u8]) -> u8 {
    let first = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let count = |wanted: u8| first.iter().filter(|byte| **byte == wanted).count();
    [b',', b';', b'\t'].into_iter().rev().max_by_key(|separator| count(*separator)).unwrap_or(b',')
}

fn column(heading: &str) -> Option<Column> {
    let plain: String = heading.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    let plain = plain.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    match plain.as_str() {
        "date" | "day" => Some(Column::Date),
        "athlete" | "name" => Some(Column::Athlete),
        "source" => Some(Column::Source),
        other => WellnessField::from_code(other)
            .or_else(|| SPELLINGS.iter().find(|(spelling, _)| *spelling == other).map(|(_, field)| *field))
            .map(Column::Field),
    }
}

/// Year-month-day, with a time of day after it or not.
fn date(cell: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(cell.get(..10)?, "%Y-%m-%d")
        .ok()
        .filter(|_| matches!(cell.as_bytes().get(10), None | Some(b'T' | b' ')))
}

fn value(field: WellnessField, cell: &str) -> Result<f64, NoteKind> {
    let number = match (field, cell.to_lowercase().as_str()) {
        (WellnessField::Illness, "yes" | "true") => 1.0,
        (WellnessField::Illness, "no" | "false") => 0.0,
        _ => cell.parse::<f64>().or_else(|_| cell.replace(',', ".").parse()).map_err(|_| NoteKind::NotANumber)?,
    };
    let (low, high) = field.range();
    if !number.is_finite() {
        return Err(NoteKind::NotANumber);
    }
    if (low..=high).contains(&number) { Ok(number) } else { Err(NoteKind::OutOfRange) }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Read = Vec<(Option<String>, Vec<WellnessValue>)>;

    fn values(text: &str) -> (Read, Vec<Note>) {
        let parsed = read(text.as_bytes()).expect("a wellness table");
        let contents = parsed
            .contents
            .into_iter()
            .map(|content| match content {
                Content::Wellness { athlete, values } => (athlete, values),
                other => panic!("not wellness: {other:?}"),
            })
            .collect();
        (contents, parsed.notes)
    }

    #[test]
    fn every_field_is_read_under_its_own_code() {
        for field in WellnessField::ALL {
            let (low, _) = field.range();
            let (contents, notes) = values(&format!("date,{}\n2026-03-01,{low}\n", field.code()));
            assert_eq!(contents[0].1[0].field, field);
            assert!(notes.is_empty(), "{notes:?}");
        }
    }

    #[test]
    fn other_spellings_separators_and_decimal_commas_are_read() {
        let (contents, notes) = values("Day;rMSSD (ms);Resting_HR;sleep_h;sick\r\n2026-03-01;61,5;48;7.25;yes\r\n");
        let read: Vec<(WellnessField, f64)> = contents[0].1.iter().map(|v| (v.field, v.value)).collect();
        assert_eq!(
            read,
            vec![
                (WellnessField::RestingHr, 48.0),
                (WellnessField::Rmssd, 61.5),
                (WellnessField::Sleep, 7.25),
                (WellnessField::Illness, 1.0),
            ]
        );
        assert!(notes.is_empty(), "{notes:?}");
    }

    #[test]
    fn bad_cells_are_told_with_their_line_and_the_rest_of_the_row_counts() {
        let (contents, notes) =
            values("date,rmssd,mood,shoe\n2026-03-01,x,4,a\n01.03.2026,60,3,b\n2026-03-02,900,,c\n2026-03-01,,5,d\n");
        assert_eq!(contents[0].1.len(), 1);
        assert_eq!(contents[0].1[0].value, 5.0, "the later row counts");
        let told: Vec<(NoteKind, u32, &str)> = notes.iter().map(|n| (n.kind, n.line, n.column.as_str())).collect();
        assert_eq!(
            told,
            vec![
                (NoteKind::UnknownColumn, 1, "shoe"),
                (NoteKind::NotANumber, 2, "rmssd"),
                (NoteKind::NotADate, 3, "date"),
                (NoteKind::OutOfRange, 4, "rmssd"),
                (NoteKind::RepeatedDay, 5, "mood"),
            ]
        );
    }

    #[test]
    fn one_table_may_hold_several_athletes_and_sources() {
        let (contents, _) = values(
            "athlete,date,source,rmssd\nAda Fell,2026-03-01,strap,60\nBo Lind,2026-03-01,,55\nAda Fell,2026-03-01,watch,58\n",
        );
        assert_eq!(
            contents.iter().map(|(a, v)| (a.as_deref(), v.len())).collect::<Vec<_>>(),
            vec![(Some("Ada Fell"), 2), (Some("Bo Lind"), 1)]
        );
        assert_eq!(contents[1].1[0].source, "csv");
    }

    #[test]
    fn tables_of_other_kinds_are_refused_with_what_is_missing() {
        let fault = |text: &str| read(text.as_bytes()).expect_err("refused");
        assert_eq!(fault("secs,watts\n1,200\n"), ExchangeFault::NotYetSupported { format: "csv" });
        let foreign = "date,rMSSD,sleep_quality,HR,AVNN,SDNN,pNN50\n2026-03-01,60,7,50,1,1,1\n";
        assert_eq!(fault(foreign), ExchangeFault::NotYetSupported { format: "csv" }, "its scales are not ours");
        assert_eq!(fault("rmssd\n60\n"), ExchangeFault::NotAWellnessTable { missing: "date" });
        assert_eq!(fault("date,athlete,shoe\n2026-03-01,b,a\n"), ExchangeFault::NotAWellnessTable { missing: "rmssd" });
        assert_eq!(fault("date,rmssd\n2026-03-01,x\n"), ExchangeFault::NoValues { rows: 1 });
    }
}
