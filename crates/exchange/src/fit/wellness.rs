//! Days and nights: what scales, all-day monitoring, sleep and HRV files say about a person's mornings.

mod sleep;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use domain::wellness::{WellnessField, WellnessValue};

use super::message::{INDEX, Message, file_id, health, num};
use super::{clock, names};
use crate::ExchangeFault;

/// What was found.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Found {
    /// Values for each person the file holds, with the name it gives them.
    pub(super) people: Vec<(Option<String>, Vec<WellnessValue>)>,
    /// Values outside what a person can have.
    pub(super) left_out: u32,
}

/// Wellness values of one part of a file. A scale several people share is taken only if it names them: nobody's weight is
/// given to somebody else by a guess.
pub(super) fn of(messages: &[Message]) -> Result<Found, ExchangeFault> {
    let days = Days::of(messages);
    let mut found = Found::default();
    let device = names::device(messages);
    let source = names::source(device.as_ref());
    let mut person = |athlete: Option<String>, readings: BTreeMap<(NaiveDate, WellnessField), f64>| {
        let mut values = Vec::with_capacity(readings.len());
        for ((date, field), value) in readings {
            let (low, high) = field.range();
            if (low..=high).contains(&value) {
                values.push(WellnessValue { date, field, value, source: source.clone() });
            } else {
                found.left_out += 1;
            }
        }
        if !values.is_empty() {
            found.people.push((athlete, values));
        }
    };
    let mut own = BTreeMap::new();
    for reading in [steps(messages, &days), last(messages, &days), means(messages, &days), sleep::of(messages, &days)] {
        own.extend(reading);
    }
    let weighed: Vec<&Message> = messages.iter().filter(|m| m.num == num::WEIGHT_SCALE).collect();
    let users: BTreeSet<Option<u8>> = weighed.iter().map(|m| m.number(health::SCALE_USER).map(|v| v as u8)).collect();
    if users.len() > 1 {
        person(None, own);
        for user in &users {
            let name = user.and_then(|user| profile_name(messages, user));
            let Some(name) = name else {
                return Err(ExchangeFault::SeveralPeople { people: users.len() as u32 });
            };
            let theirs = weighed.iter().filter(|m| m.number(health::SCALE_USER).map(|v| v as u8) == *user);
            person(Some(name), weights(theirs.copied(), &days));
        }
    } else {
        own.extend(weights(weighed.iter().copied(), &days));
        let name = users.first().copied().flatten().and_then(|user| profile_name(messages, user));
        person(name, own);
    }
    Ok(found)
}

/// The name in a user's profile on the device.
fn profile_name(messages: &[Message], user: u8) -> Option<String> {
    let profiles = messages.iter().filter(|m| m.num == num::USER_PROFILE);
    profiles
        .filter(|m| m.number(INDEX) == Some(f64::from(user)))
        .find_map(|m| m.text(health::PROFILE_NAME))
        .map(str::to_owned)
}

type Readings = BTreeMap<(NaiveDate, WellnessField), f64>;

/// The days of a file: by its own local clock where it tells, else by UTC.
struct Days {
    offset: i64,
}

impl Days {
    fn of(messages: &[Message]) -> Days {
        let told = messages.iter().find_map(|m| {
            let field = match m.num {
                num::MONITORING_INFO => health::MONITORING_LOCAL_TIME,
                num::SLEEP_INFO => health::SLEEP_LOCAL_TIME,
                num::ACTIVITY => super::message::activity::LOCAL_TIMESTAMP,
                _ => return None,
            };
            clock::offset(m.seconds(field)?, m.time()?)
        });
        Days { offset: told.map_or(0, i64::from) }
    }

    /// The day a moment lies in; `None` for a clock that does not know the time.
    fn day(&self, time: i64) -> Option<NaiveDate> {
        let at: DateTime<Utc> = clock::instant(time + self.offset);
        (!clock::since_power_on(time)).then(|| at.date_naive())
    }

    /// The day that a total told at a moment belongs to: at midnight, the day that ends.
    fn day_told(&self, time: i64) -> Option<NaiveDate> {
        self.day(time - 1)
    }
}

/// Steps: a count for each kind of movement that grows through the day.
fn steps(messages: &[Message], days: &Days) -> Readings {
    const RUNNING: u8 = 1;
    const WALKING: u8 = 6;
    let mut highest: BTreeMap<(NaiveDate, u8), f64> = BTreeMap::new();
    let mut now: Option<i64> = None;
    for message in messages {
        now = message.time().or(now);
        if message.num != num::MONITORING {
            continue;
        }
        // Sixteen low bits that count on from the last whole time.
        if let (Some(time), Some(low)) = (now, message.seconds(health::MONITORING_TIME_16)) {
            now = Some(time + (low - (time & 0xffff)).rem_euclid(0x1_0000));
        }
        let kind = message
            .number(health::MONITORING_TYPE)
            .or_else(|| message.number(health::MONITORING_TYPE_INTENSITY).map(|both| f64::from(both as u8 & 0x1f)));
        let (Some(kind), Some(count)) = (kind.map(|kind| kind as u8), message.number(health::MONITORING_CYCLES)) else {
            continue;
        };
        if let Some(day) = now.and_then(|time| days.day_told(time)).filter(|_| kind == RUNNING || kind == WALKING) {
            let most = highest.entry((day, kind)).or_default();
            *most = most.max(count);
        }
    }
    let mut readings = Readings::new();
    for ((day, _), count) in highest.into_iter().filter(|(_, count)| *count > 0.0) {
        *readings.entry((day, WellnessField::Steps)).or_default() += count;
    }
    readings
}

/// Values of which the last of a day counts.
fn last(messages: &[Message], days: &Days) -> Readings {
    let mut readings = Readings::new();
    // A night's score has no time of its own.
    let latest = messages.iter().filter_map(Message::time).max();
    let created = messages.iter().find(|m| m.num == num::FILE_ID).and_then(|m| m.seconds(file_id::TIME_CREATED));
    for message in messages {
        let told = match message.num {
            num::MONITORING_HR => message.time().and_then(|time| days.day_told(time)).zip(
                message
                    .number(health::RESTING_HR_TODAY)
                    .filter(|bpm| *bpm > 0.0)
                    .map(|bpm| (WellnessField::RestingHr, bpm)),
            ),
            num::HRV_STATUS => message.time().and_then(|time| days.day(time)).zip(
                message
                    .scaled(health::HRV_LAST_NIGHT, 128.0)
                    .filter(|ms| *ms > 0.0)
                    .map(|ms| (WellnessField::Rmssd, ms)),
            ),
            num::SLEEP_ASSESSMENT => latest
                .or(created)
                .and_then(|time| days.day(time))
                .zip(message.number(health::SLEEP_SCORE).map(|score| (WellnessField::SleepScore, score))),
            _ => None,
        };
        if let Some((day, (field, value))) = told {
            readings.insert((day, field), value);
        }
    }
    readings
}

/// Values of which the day's mean is told. A wrist measures breath and oxygen only while it is still, so that the mean over
/// the day is one at rest.
fn means(messages: &[Message], days: &Days) -> Readings {
    let mut sums: BTreeMap<(NaiveDate, WellnessField), (f64, u32)> = BTreeMap::new();
    for message in messages {
        let (time, field, value) = match message.num {
            num::STRESS_LEVEL => {
                let level = message.number(health::STRESS).filter(|level| *level >= 0.0);
                (message.seconds(health::STRESS_TIME), WellnessField::DeviceStress, level)
            }
            num::SPO2 => {
                let share = message.number(health::SPO2).filter(|share| *share > 0.0);
                (message.time(), WellnessField::Spo2, share)
            }
            num::RESPIRATION => {
                let rate = message.scaled(health::RESPIRATION, 100.0).filter(|rate| *rate > 0.0);
                (message.time(), WellnessField::Respiration, rate)
            }
            _ => continue,
        };
        if let (Some(day), Some(value)) = (time.and_then(|time| days.day_told(time)), value) {
            let (sum, count) = sums.entry((day, field)).or_default();
            *sum += value;
            *count += 1;
        }
    }
    sums.into_iter().map(|(key, (sum, count))| (key, sum / f64::from(count))).collect()
}

/// Weight and fat; the last weighing of a day counts.
fn weights<'a>(messages: impl Iterator<Item = &'a Message>, days: &Days) -> Readings {
    /// The scale was still finding the weight.
    const STILL_WEIGHING: f64 = 65_534.0;
    let mut readings = Readings::new();
    for message in messages {
        let Some(day) = message.time().and_then(|time| days.day(time)) else { continue };
        for (number, field) in
            [(health::SCALE_WEIGHT, WellnessField::BodyMass), (health::SCALE_FAT, WellnessField::BodyFat)]
        {
            if let Some(raw) = message.number(number).filter(|raw| *raw > 0.0 && *raw < STILL_WEIGHING) {
                readings.insert((day, field), raw / 100.0);
            }
        }
    }
    readings
}
