//! Whose is it? Device, names and history speak for somebody, each with a weight a person can check; nobody is guessed
//! where nothing speaks.

use std::collections::BTreeMap;

use science::{geo, statistics};
use serde::{Deserialize, Serialize};

use crate::activity::Activity;
use crate::athlete::Athlete;
use crate::id::AthleteId;
use crate::names;
use crate::same::{Outline, SAME};
use crate::sport::Sport;

#[cfg(test)]
mod tests;

/// From this confidence on a file is given to the athlete without asking.
pub const SURE: f64 = 0.8;

/// Why somebody is guessed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum GuessReason {
    /// The person who imports said so.
    Named,
    /// A device with this serial was seen before with this athlete.
    Device {
        /// Serial number.
        serial: u32,
    },
    /// The name stands in the file.
    NameInFile,
    /// The name stands in the path.
    NameInPath,
    /// Part of the name, shared with nobody else in the club, stands in the path.
    PartOfName,
    /// It is the same activity as one of theirs.
    SameActivity {
        /// 0 to 1.
        score: f64,
    },
    /// They train this sport usually, and begin near here.
    Place {
        /// Share of their activities of this sport that began near here, 0 to 1.
        share: f64,
    },
    /// Their usual pace in this sport fits.
    Pace {
        /// Distance from their usual in standard deviations.
        deviations: f64,
    },
    /// They are the only one who trains this sport.
    OnlyOne,
    /// They have a session of this sport planned that day.
    Planned,
}

/// What the athlete's history says.
#[derive(Debug, Clone, PartialEq)]
pub struct Habits {
    /// Each sport: activities, places they began, mean and standard deviation of speed in m/s.
    pub sports: Vec<SportHabit>,
}

/// One sport of an athlete.
#[derive(Debug, Clone, PartialEq)]
pub struct SportHabit {
    /// Which.
    pub sport: Sport,
    /// Activities.
    pub count: u32,
    /// Where they began.
    pub places: Vec<(f64, f64)>,
    /// Mean and standard deviation of speed, m/s, where at least three have a distance.
    pub speed: Option<(f64, f64)>,
}

impl Habits {
    /// From an athlete's activities, in any order.
    #[must_use]
    pub fn of(activities: &[Activity]) -> Habits {
        let mut by_sport: BTreeMap<Sport, Vec<&Activity>> = BTreeMap::new();
        for activity in activities {
            by_sport.entry(activity.sport).or_default().push(activity);
        }
        let sports = by_sport
            .into_iter()
            .map(|(sport, activities)| SportHabit {
                sport,
                count: activities.len() as u32,
                places: activities.iter().filter_map(|activity| activity.place).collect(),
                speed: usual(activities.iter().filter_map(|a| speed(a.distance.map(|d| d.0), a.timer.0))),
            })
            .collect();
        Habits { sports }
    }

    /// What is known of a sport.
    #[must_use]
    pub fn sport(&self, sport: Sport) -> Option<&SportHabit> {
        self.sports.iter().find(|habit| habit.sport == sport)
    }
}

/// Metres per second of something that has a distance and a duration.
fn speed(distance_m: Option<f64>, timer_s: f64) -> Option<f64> {
    distance_m.filter(|metres| *metres > 0.0 && timer_s > 0.0).map(|metres| metres / timer_s)
}

/// Mean and standard deviation of at least three.
fn usual(speeds: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    let speeds: Vec<f64> = speeds.collect();
    if speeds.len() < 3 {
        return None;
    }
    statistics::mean(&speeds).zip(statistics::sample_sd(&speeds))
}

/// What is known about a file.
#[derive(Debug, Clone, Default)]
pub struct Clues<'a> {
    /// Named by the person who imports.
    pub named: Option<AthleteId>,
    /// Whose device it is, and its serial.
    pub device: Option<(AthleteId, u32)>,
    /// Path or name of the file.
    pub path: &'a str,
    /// Name that stands in the file.
    pub written: Option<&'a str>,
    /// What was recorded, if anything.
    pub outline: Option<&'a Outline>,
    /// The athlete one of whose activities it is the same as, and how alike.
    pub same: Option<(AthleteId, f64)>,
    /// Athletes who have a session of its sport planned that day.
    pub planned: &'a [AthleteId],
}

/// Somebody, how sure, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Guess {
    /// Who.
    pub athlete: AthleteId,
    /// 0 to 1. History alone never reaches [`SURE`].
    pub confidence: f64,
    /// Why, weightiest first.
    pub reasons: Vec<GuessReason>,
}

/// Who it may be, likeliest first, at most five; the stand-in is never guessed. Where two are equally likely neither is sure.
///
/// Each reason weighs what the table below says (design choices); reasons that have nothing to do with one another are combined
/// as 1 - (1 - a)(1 - b). Sport, place, pace and plan are history: a squad shares them, so together they never weigh more than
/// [`HISTORY`]. Where device, name or a known activity speaks for somebody else as well, nobody is sure, unless the person who
/// imports has named somebody.
///
/// | reason | weight |
/// |---|---|
/// | named | 1 |
/// | device | 0.97 |
/// | name in the file | 0.95 |
/// | full name in the path | 0.92 |
/// | part of the name | 0.75 |
/// | same activity, score 0.8 or more | 0.5 + 0.45 x score |
/// | same activity, below | 0.45 x score |
/// | place | 0.4 x share |
/// | pace within one (two) standard deviations | 0.2 (0.1) |
/// | the only one of this sport | 0.4 |
/// | planned | 0.3 |
#[must_use]
pub fn guess(clues: &Clues<'_>, club: &[(Athlete, Habits)]) -> Vec<Guess> {
    let people: Vec<&(Athlete, Habits)> = club.iter().filter(|(athlete, _)| !athlete.unassigned).collect();
    let weighed: Vec<Weighed> = people
        .iter()
        .map(|(athlete, habits)| Weighed {
            athlete: athlete.id,
            told: told(clues, athlete, &people),
            history: history(clues, athlete, habits, &people),
        })
        .collect();
    let mut guesses: Vec<Guess> = weighed
        .iter()
        .map(|one| {
            let against =
                weighed.iter().filter(|other| other.athlete != one.athlete).map(Weighed::told).fold(0.0, f64::max);
            one.guess(against)
        })
        .filter(|guess| guess.confidence > 0.0)
        .collect();
    guesses.sort_by(|a, b| b.confidence.total_cmp(&a.confidence).then_with(|| a.athlete.cmp(&b.athlete)));
    if let [first, second, ..] = guesses.as_mut_slice()
        && first.confidence - second.confidence < EQUAL
        && !first.reasons.contains(&GuessReason::Named)
    {
        first.confidence = first.confidence.min(UNSURE);
        second.confidence = second.confidence.min(UNSURE);
    }
    guesses.truncate(5);
    guesses
}

/// The most that history alone can say.
pub const HISTORY: f64 = 0.6;
/// The most anybody reaches where something speaks for somebody else as well.
const UNSURE: f64 = SURE - 0.05;
/// Something speaks for somebody else from this weight on.
const CONTRADICTS: f64 = 0.7;
/// Two closer than this are equally likely.
const EQUAL: f64 = 0.02;
/// Beginnings within this distance are near here, metres.
const NEAR_M: f64 = 10_000.0;

/// An athlete's reasons with their weights.
struct Weighed {
    athlete: AthleteId,
    told: Vec<(f64, GuessReason)>,
    history: Vec<(f64, GuessReason)>,
}

impl Weighed {
    fn told(&self) -> f64 {
        combined(&self.told)
    }

    fn guess(&self, against: f64) -> Guess {
        let named = self.told.iter().any(|(_, reason)| *reason == GuessReason::Named);
        let history = combined(&self.history).min(HISTORY);
        let mut confidence = 1.0 - (1.0 - self.told()) * (1.0 - history);
        if against >= CONTRADICTS && !named {
            confidence = (confidence * (1.0 - 0.25 * against)).min(UNSURE);
        }
        let mut reasons: Vec<&(f64, GuessReason)> = self.told.iter().chain(&self.history).collect();
        reasons.sort_by(|a, b| b.0.total_cmp(&a.0));
        Guess {
            athlete: self.athlete,
            confidence,
            reasons: reasons.into_iter().map(|(_, reason)| reason.clone()).collect(),
        }
    }
}

fn combined(reasons: &[(f64, GuessReason)]) -> f64 {
    1.0 - reasons.iter().map(|(weight, _)| 1.0 - weight).product::<f64>()
}

/// What the person, the device, the file and its path say.
fn told(clues: &Clues<'_>, athlete: &Athlete, people: &[&(Athlete, Habits)]) -> Vec<(f64, GuessReason)> {
    let mut told = Vec::new();
    if clues.named == Some(athlete.id) {
        told.push((1.0, GuessReason::Named));
    }
    if let Some((_, serial)) = clues.device.filter(|(owner, _)| *owner == athlete.id) {
        told.push((0.97, GuessReason::Device { serial }));
    }
    let alone = |part: &str| names::alone_with(part, athlete, people.iter().map(|(other, _)| other));
    let written = clues.written.unwrap_or_default();
    let part_written = names::parts_in(written, &athlete.name).any(|part| alone(&part));
    if names::is_in(written, &athlete.name) {
        told.push((0.95, GuessReason::NameInFile));
    }
    if names::is_in(clues.path, &athlete.name) {
        told.push((0.92, GuessReason::NameInPath));
    } else if told.last().is_none_or(|(_, reason)| *reason != GuessReason::NameInFile)
        && (part_written || names::parts_in(clues.path, &athlete.name).any(|part| alone(&part)))
    {
        told.push((0.75, GuessReason::PartOfName));
    }
    if let Some((_, score)) = clues.same.filter(|(owner, _)| *owner == athlete.id) {
        let weight = if score >= SAME { 0.5 + 0.45 * score } else { 0.45 * score };
        told.push((weight, GuessReason::SameActivity { score }));
    }
    told
}

/// What sport, place, pace and plan say.
fn history(
    clues: &Clues<'_>,
    athlete: &Athlete,
    habits: &Habits,
    people: &[&(Athlete, Habits)],
) -> Vec<(f64, GuessReason)> {
    let mut history = Vec::new();
    if clues.planned.contains(&athlete.id) {
        history.push((0.3, GuessReason::Planned));
    }
    let Some(outline) = clues.outline else { return history };
    let Some(habit) = habits.sport(outline.sport).filter(|habit| habit.count > 0) else { return history };
    let others = people.iter().filter(|(other, _)| other.id != athlete.id);
    if people.len() > 1 && others.clone().all(|(_, habits)| habits.sport(outline.sport).is_none()) {
        history.push((0.4, GuessReason::OnlyOne));
    }
    if let Some(here) = outline.place
        && !habit.places.is_empty()
    {
        let near = habit.places.iter().filter(|place| geo::distance(**place, here).0 <= NEAR_M).count();
        let share = near as f64 / habit.places.len() as f64;
        if near > 0 {
            history.push((0.4 * share, GuessReason::Place { share }));
        }
    }
    if let (Some((mean, sd)), Some(speed)) = (habit.speed, speed(outline.distance_m, outline.timer_s)) {
        // Nobody is as even as three equal sessions make them look.
        let deviations = (speed - mean).abs() / sd.max(0.03 * mean);
        if deviations <= 2.0 {
            history.push((if deviations <= 1.0 { 0.2 } else { 0.1 }, GuessReason::Pace { deviations }));
        }
    }
    history
}
