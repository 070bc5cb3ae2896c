//! A squad's morning in lines a coach types fast: `Ada: sleep 7.5, sore 3, hr 48; ill`.

use crate::athlete::Athlete;
use crate::id::AthleteId;
use crate::names;
use crate::wellness::WellnessField;

#[cfg(test)]
mod tests;
mod words;

use words::Word;

/// One line read.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Line number from 1.
    pub number: u32,
    /// Who and what, or what was not understood.
    pub read: Result<(AthleteId, Vec<(WellnessField, f64)>), LineFault>,
}

/// What of a line was not understood.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum LineFault {
    /// Nobody has this name.
    #[error("nobody is called {name}")]
    Nobody {
        /// As written.
        name: String,
    },
    /// Several have it.
    #[error("{count} athletes are called {name}")]
    Several {
        /// As written.
        name: String,
        /// How many.
        count: u32,
    },
    /// A word that names no field.
    #[error("{word} is no field")]
    UnknownWord {
        /// As written.
        word: String,
    },
    /// A field without its number.
    #[error("{word} has no number")]
    NoNumber {
        /// As written.
        word: String,
    },
    /// A number no person has.
    #[error("{value} is not possible for {}", field.code())]
    OutOfRange {
        /// The field.
        field: WellnessField,
        /// As written.
        value: f64,
    },
    /// A name and nothing else.
    #[error("the line holds no value")]
    Nothing,
}

impl LineFault {
    /// The stable name used in the words file (`morning-fault-nobody`).
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            LineFault::Nobody { .. } => "nobody",
            LineFault::Several { .. } => "several",
            LineFault::UnknownWord { .. } => "unknown-word",
            LineFault::NoNumber { .. } => "no-number",
            LineFault::OutOfRange { .. } => "out-of-range",
            LineFault::Nothing => "nothing",
        }
    }
}

/// Reads lines; empty ones are left out. A name may be cut short where it stays clear whose it is.
///
/// A line is a name, a colon (which may be missing) and fields with their numbers in any order: `Ada: sleep 7.5, sore 3, hr 48;
/// ill`. Fields go by their stable names or by short ones ([`ALIASES`]); commas, semicolons and spaces separate; numbers may
/// have a decimal comma, hours may be written `7:30` or `7h30`, and a unit may follow. `ill` alone means ill. Of a field given
/// twice the last counts. The first thing that is not understood makes the whole line a fault: half a line is never taken.
/// The stand-in for files of nobody has no morning.
#[must_use]
pub fn read(text: &str, club: &[Athlete]) -> Vec<Line> {
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(i, line)| Line { number: i as u32 + 1, read: one(line, club) })
        .collect()
}

/// Short names of fields, in English and German.
pub const ALIASES: [(&str, WellnessField); 42] = [
    ("q", WellnessField::SleepQuality),
    ("quality", WellnessField::SleepQuality),
    ("fat", WellnessField::Fatigue),
    ("fresh", WellnessField::Fatigue),
    ("freshness", WellnessField::Fatigue),
    ("sore", WellnessField::Soreness),
    ("muscles", WellnessField::Soreness),
    ("calm", WellnessField::Stress),
    ("hr", WellnessField::RestingHr),
    ("rhr", WellnessField::RestingHr),
    ("pulse", WellnessField::RestingHr),
    ("hrv", WellnessField::Rmssd),
    ("kg", WellnessField::BodyMass),
    ("mass", WellnessField::BodyMass),
    ("weight", WellnessField::BodyMass),
    ("ill", WellnessField::Illness),
    ("sick", WellnessField::Illness),
    ("hurt", WellnessField::Pain),
    ("injury", WellnessField::Injury),
    ("feverish", WellnessField::Fever),
    ("score", WellnessField::SleepScore),
    ("readiness", WellnessField::DeviceReadiness),
    ("oxygen", WellnessField::Spo2),
    ("breaths", WellnessField::Respiration),
    ("bodyfat", WellnessField::BodyFat),
    ("step", WellnessField::Steps),
    ("schlaf", WellnessField::Sleep),
    ("schlafgüte", WellnessField::SleepQuality),
    ("frisch", WellnessField::Fatigue),
    ("frische", WellnessField::Fatigue),
    ("muskeln", WellnessField::Soreness),
    ("muskelkater", WellnessField::Soreness),
    ("ruhig", WellnessField::Stress),
    ("stimmung", WellnessField::Mood),
    ("puls", WellnessField::RestingHr),
    ("ruhepuls", WellnessField::RestingHr),
    ("gewicht", WellnessField::BodyMass),
    ("krank", WellnessField::Illness),
    ("schmerz", WellnessField::Pain),
    ("verletzt", WellnessField::Injury),
    ("fieber", WellnessField::Fever),
    ("schritte", WellnessField::Steps),
];

/// Units that may follow a number.
const UNITS: [&str; 9] = ["h", "hrs", "hours", "bpm", "ms", "kg", "of", "min", "steps"];

fn one(line: &str, club: &[Athlete]) -> Result<(AthleteId, Vec<(WellnessField, f64)>), LineFault> {
    let (name, rest) = split(line);
    let athlete = who(&name, club)?;
    let words = words::of(rest);
    let mut values: Vec<(WellnessField, f64)> = Vec::new();
    let mut words = words.iter().peekable();
    while let Some(word) = words.next() {
        let field = match word {
            Word::Text(text) => field(text).ok_or_else(|| LineFault::UnknownWord { word: text.clone() })?,
            Word::Number(_, written) => return Err(LineFault::UnknownWord { word: written.clone() }),
        };
        let value = match (words.peek(), field) {
            (Some(Word::Number(value, _)), _) => {
                let value = *value;
                words.next();
                // A unit, which is no field of its own unless a number follows it.
                if let Some(Word::Text(unit)) = words.peek()
                    && UNITS.contains(&unit.as_str())
                    && !matches!(words.clone().nth(1), Some(Word::Number(..)))
                {
                    words.next();
                }
                value
            }
            (_, WellnessField::Illness) => 1.0,
            _ => return Err(LineFault::NoNumber { word: word.written().to_owned() }),
        };
        let (low, high) = field.range();
        if !(low..=high).contains(&value) {
            return Err(LineFault::OutOfRange { field, value });
        }
        values.retain(|(other, _)| *other != field);
        values.push((field, value));
    }
    if values.is_empty() { Err(LineFault::Nothing) } else { Ok((athlete, values)) }
}

/// The name and what follows it: up to a colon that no number stands before, else up to the first word that is a field.
fn split(line: &str) -> (String, &str) {
    if let Some((name, rest)) = line.split_once(':')
        && !name.contains(|c: char| c.is_ascii_digit())
        && !name.trim().is_empty()
    {
        return (name.trim().to_owned(), rest);
    }
    let mut end = line.len();
    let mut at = 0;
    for (i, word) in line.split_whitespace().enumerate() {
        let start = at + line[at..].find(word).unwrap_or(0);
        at = start + word.len();
        let bare: String = word.chars().take_while(|c| c.is_alphabetic() || *c == '-').collect();
        let is_value = field(&bare.to_lowercase()).is_some() || word.starts_with(|c: char| c.is_ascii_digit());
        if i > 0 && is_value {
            end = start;
            break;
        }
    }
    (line[..end].trim().trim_end_matches([',', ';']).to_owned(), &line[end..])
}

fn who(name: &str, club: &[Athlete]) -> Result<AthleteId, LineFault> {
    let words: Vec<String> = names::plain(name).split_whitespace().map(str::to_owned).collect();
    let people = || club.iter().filter(|athlete| !athlete.unassigned);
    let whole: Vec<&Athlete> = people().filter(|a| names::plain(&a.name) == words.join(" ")).collect();
    let held: Vec<&Athlete> = people().filter(|a| names::holds(&words, &a.name)).collect();
    let begun: Vec<&Athlete> = people().filter(|a| names::begins(&words, &a.name)).collect();
    let found = [whole, held, begun].into_iter().find(|found| !found.is_empty()).unwrap_or_default();
    match found.as_slice() {
        [athlete] => Ok(athlete.id),
        [] => Err(LineFault::Nobody { name: name.to_owned() }),
        several => Err(LineFault::Several { name: name.to_owned(), count: several.len() as u32 }),
    }
}

fn field(word: &str) -> Option<WellnessField> {
    WellnessField::from_code(word).or_else(|| ALIASES.iter().find(|(alias, _)| *alias == word).map(|(_, field)| *field))
}
