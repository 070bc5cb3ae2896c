//! Many athletes at once, from a list somebody keeps elsewhere: looked at line by line, then added in one write.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use chrono_tz::Tz;
use contract::newcomers::{AddAthletes, NewcomerLine};
use contract::{Done, Topic, Touched};
use csv::{ReaderBuilder, StringRecord, Trim};
use domain::athlete::{Athlete, Squad};
use domain::id::{AthleteId, SquadId};
use domain::unit::Sex;
use domain::words::Words;
use serde_json::Value as Json;

use crate::athlete::name_of;
use crate::{Answer, App, AppFault};

/// Lines of one list: a club is smaller, and a file taken by mistake is longer.
const MOST_LINES: usize = 1000;

/// Bytes of one list.
const MOST_BYTES: usize = 500_000;

/// Nobody was born before.
const OLDEST_YEAR: i32 = 1900;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Name,
    Born,
    Sex,
    Squad,
}

impl Column {
    /// In the order of a list that does not name them.
    const USUAL: [Column; 4] = [Column::Name, Column::Born, Column::Sex, Column::Squad];

    /// The column of a heading, in the languages of the program.
    fn of(heading: &str) -> Option<Column> {
        match heading.trim().to_lowercase().as_str() {
            "name" | "athlete" | "athlet" => Some(Column::Name),
            "born" | "birthday" | "date of birth" | "geboren" | "geburtsdatum" => Some(Column::Born),
            "sex" | "gender" | "geschlecht" => Some(Column::Sex),
            "squad" | "group" | "team" | "gruppe" => Some(Column::Squad),
            _ => None,
        }
    }
}

impl Answer for AddAthletes {
    async fn answer(self, app: &App) -> Result<Done<Vec<NewcomerLine>>, AppFault> {
        let zone = match self.zone {
            Some(zone) => zone.parse::<Tz>().map_err(|_| AppFault::NoSuchZone { zone })?,
            None => app.0.clock.zone(),
        };
        if self.text.len() > MOST_BYTES {
            return Err(AppFault::BadText { what: "list", longest: MOST_BYTES as u32 });
        }
        let roster = app.roster().await?;
        let known = roster.athletes().await?.into_iter().map(|athlete| athlete.name.to_lowercase()).collect();
        let lines = read(&self.text, known, app.today());
        if self.look || lines.iter().all(|line| line.refused.is_some()) {
            return Ok(Done { value: lines, touched: Vec::new() });
        }
        let mut squads: BTreeMap<String, SquadId> =
            roster.squads().await?.into_iter().map(|squad| (squad.name, squad.id)).collect();
        let mut write = roster.write().await?;
        let mut touched = Vec::new();
        for line in lines.iter().filter(|line| line.refused.is_none()) {
            let squad = match &line.squad {
                None => None,
                Some(name) => Some(match squads.get(name) {
                    Some(id) => *id,
                    None => {
                        let squad = Squad { id: app.id(SquadId), name: name.clone() };
                        write.insert_squad(&squad).await?;
                        squads.insert(squad.name, squad.id);
                        squad.id
                    }
                }),
            };
            let athlete = Athlete {
                id: app.id(AthleteId),
                name: line.name.clone(),
                sex: line.sex,
                born: line.born,
                zone: zone.name().to_owned(),
                squad,
                unassigned: false,
            };
            write.insert_athlete(&athlete).await?;
            touched.push(Touched { athlete: Some(athlete.id), topic: Topic::Athlete });
        }
        let added = touched.len().to_string();
        write.commit(app.entry("add-athletes", None, Some(added), Json::Null)).await?;
        // Everybody's table has rows it did not have.
        touched.push(Touched { athlete: None, topic: Topic::Athlete });
        Ok(app.done(lines, touched))
    }
}

/// The lines of a list that hold anything. `known` are names there are, in lower case.
fn read(text: &str, mut known: BTreeSet<String>, today: NaiveDate) -> Vec<NewcomerLine> {
    let text = text.trim_start_matches('\u{feff}');
    let mut rows = ReaderBuilder::new()
        .delimiter(delimiter(text))
        .has_headers(false)
        .flexible(true)
        .trim(Trim::All)
        .from_reader(text.as_bytes())
        .into_records()
        .filter_map(Result::ok)
        .filter(|row| row.iter().any(|cell| !cell.is_empty()))
        .peekable();
    let headings = |row: &StringRecord| row.iter().map(Column::of).collect::<Vec<_>>();
    let columns = match rows.peek().map(headings) {
        Some(named) if named.contains(&Some(Column::Name)) => {
            rows.next();
            named
        }
        _ => Column::USUAL.map(Some).to_vec(),
    };
    // One line more than comes in says where the list stops.
    rows.take(MOST_LINES + 1)
        .enumerate()
        .map(|(count, row)| line(count, text, &row, &columns, &mut known, today))
        .collect()
}

/// The sign between columns: the one of these that the first line has most of.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |sign: u8| first.bytes().filter(|byte| *byte == sign).count();
    [b',', b';', b'\t'].into_iter().rev().max_by_key(|sign| count(*sign)).unwrap_or(b',')
}

fn line(
    count: usize,
    text: &str,
    row: &StringRecord,
    columns: &[Option<Column>],
    known: &mut BTreeSet<String>,
    today: NaiveDate,
) -> NewcomerLine {
    let cell = |wanted: Column| {
        let place = columns.iter().position(|column| *column == Some(wanted))?;
        row.get(place).filter(|cell| !cell.is_empty())
    };
    let words = Words::here();
    let refuse = |key: &str, text: &str| words.say_with(key, &[("text", text.into())]);
    let mut refused = None;
    let name = cell(Column::Name).unwrap_or_default().to_owned();
    let fits = |text: &str| name_of(text, "name").is_ok();
    if count >= MOST_LINES {
        refused = Some(words.say_with("newcomer-too-many", &[("most", MOST_LINES.into())]));
    } else if name.is_empty() {
        refused = Some(words.say("newcomer-no-name"));
    } else if !fits(&name) {
        refused = Some(refuse("newcomer-bad-name", &name));
    }
    let mut born = None;
    if let Some(text) = cell(Column::Born) {
        born = day(text).filter(|day| *day <= today && *day >= first_day());
        if born.is_none() {
            refused = refused.or_else(|| Some(refuse("newcomer-bad-day", text)));
        }
    }
    let mut sex = None;
    if let Some(text) = cell(Column::Sex) {
        sex = sex_of(text);
        if sex.is_none() {
            refused = refused.or_else(|| Some(refuse("newcomer-bad-sex", text)));
        }
    }
    let squad = cell(Column::Squad).map(str::to_owned);
    if let Some(squad) = squad.as_deref().filter(|squad| !fits(squad)) {
        refused = refused.or_else(|| Some(refuse("newcomer-bad-squad", squad)));
    }
    // Only a line that comes in takes the name.
    if refused.is_none() && !known.insert(name.to_lowercase()) {
        refused = Some(refuse("newcomer-known", &name));
    }
    NewcomerLine { line: line_of(text, row), name, born, sex, squad, refused }
}

/// On which line of the text a row begins, from 1. The reader's own count stands before blank lines it skips.
fn line_of(text: &str, row: &StringRecord) -> u32 {
    let start = row.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or(0);
    let bytes = text.as_bytes();
    let blank = bytes[start.min(bytes.len())..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    let before = bytes[..(start + blank).min(bytes.len())].iter().filter(|byte| **byte == b'\n').count();
    u32::try_from(before + 1).unwrap_or(u32::MAX)
}

fn first_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(OLDEST_YEAR, 1, 1).unwrap_or(NaiveDate::MIN)
}

/// `2001-07-30` or `30.7.2001`. Days with slashes are left out: nobody can tell which of the two numbers is the month.
fn day(text: &str) -> Option<NaiveDate> {
    ["%Y-%m-%d", "%d.%m.%Y"].iter().find_map(|form| NaiveDate::parse_from_str(text, form).ok())
}

/// `other` and the like mean that none of the two is said.
fn sex_of(text: &str) -> Option<Sex> {
    match text.to_lowercase().as_str() {
        "f" | "w" | "female" | "woman" | "weiblich" => Some(Sex::Female),
        "m" | "male" | "man" | "männlich" => Some(Sex::Male),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<NewcomerLine> {
        let known = BTreeSet::from(["ada fell".to_owned()]);
        read(text, known, NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day"))
    }

    fn names(lines: &[NewcomerLine]) -> Vec<(&str, bool)> {
        lines.iter().map(|line| (line.name.as_str(), line.refused.is_none())).collect()
    }

    #[test]
    fn a_list_of_names_alone_is_enough_and_keeps_its_order() {
        let lines = told("Zoe Tarn\n\n  Bo Beck  \nCai Holt");
        assert_eq!(names(&lines), [("Zoe Tarn", true), ("Bo Beck", true), ("Cai Holt", true)]);
        assert_eq!(lines.iter().map(|line| line.line).collect::<Vec<_>>(), [1, 3, 4]);
    }

    #[test]
    fn columns_are_found_by_their_headings_in_any_order_and_with_any_sign() {
        let lines = told("Squad;Name;Geburtsdatum;Sex\nHarbour;\"Tarn; Zoe\";30.7.2001;w\n");
        let [line] = lines.as_slice() else { panic!("{lines:?}") };
        assert_eq!(
            (line.name.as_str(), line.squad.as_deref(), line.sex),
            ("Tarn; Zoe", Some("Harbour"), Some(Sex::Female))
        );
        assert_eq!(line.born, NaiveDate::from_ymd_opt(2001, 7, 30));
        assert_eq!(line.refused, None);
    }

    #[test]
    fn bad_lines_are_told_with_what_is_wrong_and_the_others_come_in() {
        let lines = told(
            "name,born,sex,squad\nBo,2001-02-30,,\nCai,7/8/2001,,\nDee,2030-01-01,,\nEli,,x,\n,,,Hill\nFae,,m,Hill",
        );
        let wrong: Vec<_> = lines.iter().filter_map(|line| line.refused.clone()).collect();
        assert_eq!(wrong.len(), 5, "{lines:?}");
        for (text, sentence) in ["2001-02-30", "7/8/2001", "2030-01-01", "x"].iter().zip(&wrong) {
            assert!(sentence.contains(text), "{sentence}");
        }
        assert_eq!(names(&lines).last(), Some(&("Fae", true)));
    }

    #[test]
    fn a_name_that_is_there_or_came_before_is_left_out_but_a_bad_line_takes_no_name() {
        let lines = told("ADA FELL\nBo,1.1.3000\nBo\nbo");
        assert_eq!(names(&lines), [("ADA FELL", false), ("Bo", false), ("Bo", true), ("bo", false)]);
    }

    #[test]
    fn a_list_longer_than_a_club_says_where_it_stops() {
        let text: String = (0..=MOST_LINES).map(|number| format!("Runner {number}\n")).collect();
        let lines = told(&text);
        assert_eq!(lines.iter().filter(|line| line.refused.is_some()).count(), 1);
        assert!(lines[MOST_LINES].refused.is_some());
    }
}
