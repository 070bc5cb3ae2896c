//! A table as text: its separator, its headings, its rows with the lines they stand on.

use std::borrow::Cow;

use csv::StringRecord;

/// A table whose first row is its headings.
#[derive(Debug)]
pub(super) struct Sheet<'a> {
    text: Cow<'a, str>,
    delimiter: u8,
    /// Headings, trimmed.
    pub(super) headings: Vec<String>,
    /// The headings in lower case with every separator as `-`.
    pub(super) plain: Vec<String>,
    /// The first rows, from which it is told what the columns are.
    first: Vec<StringRecord>,
}

/// How many rows tell what the columns are.
const FIRST_ROWS: usize = 2000;

impl<'a> Sheet<'a> {
    /// The table in a text; `None` when not even headings are there.
    pub(super) fn of(text: Cow<'a, str>) -> Option<Sheet<'a>> {
        // Some programs end lines with a carriage return alone; lines are counted by line feeds.
        let text = if text.contains('\n') { text } else { Cow::Owned(text.replace('\r', "\n")) };
        let delimiter = delimiter(&text);
        let headings: Vec<String> =
            reader(&text, delimiter).records().next()?.ok()?.iter().map(|cell| cell.trim().to_owned()).collect();
        let plain = headings.iter().map(|heading| plain(heading)).collect();
        let mut sheet = Sheet { text, delimiter, headings, plain, first: Vec::new() };
        sheet.first = sheet.rows().take(FIRST_ROWS).map(|(_, row)| row).collect();
        Some(sheet)
    }

    /// The rows under the headings that hold anything, with their lines in the file, from 1.
    pub(super) fn rows(&self) -> impl Iterator<Item = (u32, StringRecord)> + '_ {
        let mut line = 1_u32;
        let mut at = 0;
        let all = reader(&self.text, self.delimiter).into_records().skip(1).filter_map(Result::ok);
        all.filter(|row| row.iter().any(|cell| !cell.is_empty())).map(move |row| {
            // The reader's own count stands before blank lines it skips.
            let start = row.position().map_or(at, |p| usize::try_from(p.byte()).unwrap_or(at));
            let blank = self.text.as_bytes()[start..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
            let begins = start + blank;
            let passed = self.text.as_bytes()[at..begins.max(at)].iter().filter(|byte| **byte == b'\n').count();
            line = line.saturating_add(u32::try_from(passed).unwrap_or(u32::MAX));
            at = begins.max(at);
            (line, row)
        })
    }

    /// The place of the first of these plain headings that the table has.
    pub(super) fn place(&self, plain: &[&str]) -> Option<usize> {
        plain.iter().find_map(|wanted| self.plain.iter().position(|heading| heading == wanted))
    }

    /// The cells of a column that hold something, from the first rows.
    pub(super) fn column(&self, at: usize) -> Vec<&str> {
        self.first.iter().filter_map(|row| row.get(at)).filter(|cell| !is_blank(cell)).collect()
    }
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes())
}

/// The separator that the first line with anything in it holds most of.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |wanted: u8| first.bytes().filter(|byte| *byte == wanted).count();
    [b'\t', b';', b','].into_iter().max_by_key(|separator| count(*separator)).unwrap_or(b',')
}

/// A heading in lower case, with whatever stands between its letters and digits as `-`.
pub(super) fn plain(heading: &str) -> String {
    let plain: String = heading.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    plain.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

/// Signs for "nothing here".
pub(super) fn is_blank(cell: &str) -> bool {
    let cell = cell.trim();
    cell.is_empty()
        || ["-", "--", "na", "n/a", "nan", "null", "none"].iter().any(|sign| cell.eq_ignore_ascii_case(sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(text: &str) -> (Vec<String>, Vec<(u32, Vec<String>)>) {
        let sheet = Sheet::of(Cow::Borrowed(text)).expect("a table");
        let rows = sheet.rows().map(|(line, row)| (line, row.iter().map(str::to_owned).collect())).collect();
        (sheet.plain.clone(), rows)
    }

    #[test]
    fn separators_are_told_from_the_headings() {
        for text in ["Day,HRV (ms)\n1,2\n", "Day;HRV (ms)\r\n1;2\r\n", "Day\tHRV (ms)\r1\t2\r", "\n\nDay,HRV (ms)\n1,2"]
        {
            let (headings, rows) = sheet(text);
            assert_eq!(headings, ["day", "hrv-ms"], "{text:?}");
            assert_eq!(rows[0].1, ["1", "2"], "{text:?}");
        }
    }

    #[test]
    fn rows_stand_on_their_own_lines_whatever_ends_them() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a,b", "", "1,2", "", "", "3,\"x", "y\"", "5,6", ""].join(end);
            let lines: Vec<u32> = sheet(&text).1.iter().map(|(line, _)| *line).collect();
            assert_eq!(lines, [3, 6, 8], "{end:?}");
        }
    }
}
