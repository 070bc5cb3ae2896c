//! A squad's morning in lines: read first, kept when asked, and never half of it.

use contract::entry::{MorningLine, SquadMorning, SquadMorningView};
use contract::{Done, Topic, Touched};
use domain::athlete::Athlete;
use domain::id::{AthleteId, WellnessId};
use domain::morning::{self, LineFault};
use domain::wellness::{WellnessEntry, WellnessValue};
use domain::words::{Value, Words};
use serde_json::Value as Json;

use crate::{Answer, App, AppFault};

/// What values a coach enters are said by: the same as in the form for one athlete, because baselines never mix sources.
const BY_HAND: &str = "coach";

impl Answer for SquadMorning {
    async fn answer(self, app: &App) -> Result<Done<SquadMorningView>, AppFault> {
        let roster = app.roster().await?;
        let today = app.today();
        if self.day > today {
            return Err(AppFault::DayToCome { day: self.day, today });
        }
        let mut club = roster.athletes().await?;
        club.retain(|athlete| !athlete.unassigned);
        let read = morning::read(&self.text, &club);
        let lines: Vec<MorningLine> = read.into_iter().map(|line| shown(line, &club, self.day)).collect();
        if !self.keep || lines.iter().any(|line| line.problem.is_some()) {
            return Ok(Done { value: SquadMorningView { lines, kept: 0 }, touched: Vec::new() });
        }
        let mut moved: Vec<Touched> = Vec::new();
        let mut kept = 0;
        // One transaction for all: a morning is kept whole or not at all.
        let mut write = roster.write().await?;
        for (athlete, values) in lines.iter().filter_map(|line| Some((line.athlete.as_ref()?.0, &line.values))) {
            for value in values {
                write.insert_wellness(&entry(app, athlete, value)).await?;
                kept += 1;
            }
            let touched = Touched { athlete: Some(athlete), topic: Topic::Wellness };
            if !moved.contains(&touched) {
                moved.push(touched);
            }
        }
        if kept == 0 {
            return Ok(Done { value: SquadMorningView { lines, kept }, touched: Vec::new() });
        }
        write.commit(app.entry("squad-morning", None, Some(self.day.to_string()), Json::Null)).await?;
        Ok(app.done(SquadMorningView { lines, kept }, moved))
    }
}

fn entry(app: &App, athlete: AthleteId, value: &WellnessValue) -> WellnessEntry {
    WellnessEntry { id: app.id(WellnessId), athlete, batch: None, value: value.clone(), recorded_at: app.0.clock.now() }
}

fn shown(line: morning::Line, club: &[Athlete], date: chrono::NaiveDate) -> MorningLine {
    let number = line.number;
    match line.read {
        Ok((id, values)) => MorningLine {
            line: number,
            athlete: club.iter().find(|athlete| athlete.id == id).map(|athlete| (id, athlete.name.clone())),
            values: values
                .into_iter()
                .map(|(field, value)| WellnessValue { date, field, value, source: BY_HAND.to_owned() })
                .collect(),
            problem: None,
        },
        Err(fault) => MorningLine { line: number, athlete: None, values: Vec::new(), problem: Some(problem(&fault)) },
    }
}

/// What was not understood, in words.
fn problem(fault: &LineFault) -> String {
    let words = Words::here();
    let facts: Vec<(&str, Value)> = match fault {
        LineFault::Nobody { name } => vec![("name", name.clone().into())],
        LineFault::Several { name, count } => vec![("name", name.clone().into()), ("count", (*count).into())],
        LineFault::UnknownWord { word } | LineFault::NoNumber { word } => vec![("word", word.clone().into())],
        LineFault::OutOfRange { field, value } => {
            let (low, high) = field.range();
            let name = words.say(&format!("wellness-{}", field.code()));
            vec![("name", name.into()), ("value", (*value).into()), ("low", low.into()), ("high", high.into())]
        }
        LineFault::Nothing => vec![],
    };
    words.say_with(&format!("morning-fault-{}", fault.code()), &facts)
}

#[cfg(test)]
mod tests {
    use domain::wellness::WellnessField;

    use super::*;

    #[test]
    fn every_problem_of_a_line_has_words_that_name_what_was_written() {
        let (name, word) = (|| "Zoe".to_owned(), || "sleeep".to_owned());
        for (fault, told) in [
            (LineFault::Nobody { name: name() }, "Zoe"),
            (LineFault::Several { name: name(), count: 2 }, "Zoe"),
            (LineFault::UnknownWord { word: word() }, "sleeep"),
            (LineFault::NoNumber { word: word() }, "sleeep"),
            (LineFault::OutOfRange { field: WellnessField::Sleep, value: 75.0 }, "75"),
            (LineFault::Nothing, "value"),
        ] {
            let said = problem(&fault);
            assert!(said.contains(told) && !said.contains("morning-"), "{fault:?}: {said}");
        }
    }
}
