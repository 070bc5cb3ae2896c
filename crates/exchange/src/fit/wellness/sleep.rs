//! Hours asleep from the levels a watch wrote through the night.

use domain::wellness::WellnessField;

use super::{Days, Readings};
use crate::fit::message::{Message, event, health, num};

/// Event number of falling asleep and waking up.
const SLEEP_EVENT: f64 = 74.0;

/// Levels that are sleep: light, deep and dream sleep. Lower ones are awake and not measurable.
const ASLEEP: f64 = 2.0;

/// Length of a sample where the file does not say, seconds.
const USUAL_SAMPLE: i64 = 60;

/// Hours asleep, for the day of waking up. Watches write a level for every minute, or one whenever it changes: where most
/// stand one sample apart each counts for its sample alone, else until the next.
pub(super) fn of(messages: &[Message], days: &Days) -> Readings {
    let mut levels: Vec<(i64, f64)> = messages
        .iter()
        .filter(|m| m.num == num::SLEEP_LEVEL)
        .filter_map(|m| Some((m.time()?, m.number(health::SLEEP_LEVEL)?)))
        .collect();
    levels.sort_by_key(|(time, _)| *time);
    let sample = messages
        .iter()
        .filter(|m| m.num == num::SLEEP_INFO)
        .find_map(|m| m.seconds(health::SLEEP_SAMPLE_LENGTH))
        .filter(|seconds| *seconds > 0)
        .unwrap_or(USUAL_SAMPLE);
    let Some((last, _)) = levels.last().copied() else { return Readings::new() };
    let woke = messages
        .iter()
        .filter(|m| m.num == num::EVENT && m.number(event::EVENT) == Some(SLEEP_EVENT))
        .filter_map(Message::time)
        .max()
        .filter(|woke| *woke > last)
        .unwrap_or(last + sample);
    let gaps = levels.windows(2).filter(|pair| pair[1].0 - pair[0].0 <= sample).count();
    let each_sample = gaps * 2 > levels.len();
    let ends = levels.iter().skip(1).map(|(time, _)| *time).chain([woke]);
    let asleep: i64 = levels
        .iter()
        .zip(ends)
        .filter(|((_, level), _)| *level >= ASLEEP)
        .map(|((from, _), to)| if each_sample { (to - from).min(sample) } else { to - from })
        .sum();
    let day = days.day(woke).filter(|_| asleep > 0);
    day.map(|day| ((day, WellnessField::Sleep), asleep as f64 / 3600.0)).into_iter().collect()
}
