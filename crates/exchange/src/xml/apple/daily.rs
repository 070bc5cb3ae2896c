//! Records of a phone to one value a day and source.
//!
//! - SDNN, blood oxygen, breathing: the median of the records between midnight and noon of the phone's clock, the night
//!   and the morning; records of the day are context of another kind and are left out.
//! - Resting heart rate: the median of the day (there is usually one).
//! - Sleep: hours asleep, whatever the stage, overlaps counted once; the day of waking, which begins at six in the evening.
//! - Body mass and fat: the last of the day.
//! - Steps: the sum of the day, of the source that counted most: a phone and a watch count the same steps.

use std::collections::BTreeMap;

use chrono::{Days, Duration, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use domain::wellness::{WellnessField, WellnessValue};

type Key = (NaiveDate, WellnessField, u16);

/// Values gathered, by day, field and source.
#[derive(Debug, Default)]
pub(super) struct Daily {
    samples: BTreeMap<Key, Vec<f32>>,
    last: BTreeMap<Key, (NaiveTime, f64)>,
    sums: BTreeMap<Key, f64>,
    /// Stretches asleep, seconds since the midnight before the night.
    sleep: BTreeMap<(NaiveDate, u16), Vec<(u32, u32)>>,
}

impl Daily {
    /// A measurement at a time of the phone's clock.
    pub(super) fn add(&mut self, field: WellnessField, when: NaiveDateTime, value: f64, source: u16) {
        let key = (when.date(), field, source);
        match field {
            WellnessField::Steps => *self.sums.entry(key).or_default() += value,
            WellnessField::BodyMass | WellnessField::BodyFat => {
                let last = self.last.entry(key).or_insert((when.time(), value));
                if when.time() >= last.0 {
                    *last = (when.time(), value);
                }
            }
            WellnessField::RestingHr => self.samples.entry(key).or_default().push(value as f32),
            _ if when.hour() < 12 => self.samples.entry(key).or_default().push(value as f32),
            _ => {}
        }
    }

    /// A stretch asleep on the phone's clock; longer than a day is none.
    pub(super) fn asleep(&mut self, from: NaiveDateTime, to: NaiveDateTime, source: u16) {
        let woke = (to + Duration::hours(6)).date();
        let Some(zero) = woke.checked_sub_days(Days::new(2)).map(|day| day.and_time(NaiveTime::MIN)) else { return };
        let second = |at: NaiveDateTime| u32::try_from((at - zero).num_seconds()).ok();
        if let (Some(from), Some(to)) = (second(from), second(to))
            && from < to
            && to - from <= 86_400
        {
            self.sleep.entry((woke, source)).or_default().push((from, to));
        }
    }

    /// One value for each day, field and source, in that order, and how many no person can have.
    pub(super) fn finish(self, source: impl Fn(u16) -> String) -> (Vec<WellnessValue>, u32) {
        let mut values: BTreeMap<Key, f64> = BTreeMap::new();
        values.extend(self.samples.into_iter().map(|(key, samples)| (key, median(samples))));
        values.extend(self.last.into_iter().map(|(key, (_, value))| (key, value)));
        let mut steps: BTreeMap<NaiveDate, (Key, f64)> = BTreeMap::new();
        for (key, sum) in self.sums {
            let most = steps.entry(key.0).or_insert((key, sum));
            if sum > most.1 {
                *most = (key, sum);
            }
        }
        values.extend(steps.into_values());
        values.extend(
            self.sleep
                .into_iter()
                .map(|((date, source), stretches)| ((date, WellnessField::Sleep, source), hours(stretches))),
        );
        let all = values.len();
        let values: Vec<WellnessValue> = values
            .into_iter()
            .filter(|((_, field, _), value)| {
                let (low, high) = field.range();
                (low..=high).contains(value)
            })
            .map(|((date, field, from), value)| WellnessValue { date, field, value, source: source(from) })
            .collect();
        let odd = (all - values.len()) as u32;
        (values, odd)
    }
}

fn median(mut samples: Vec<f32>) -> f64 {
    samples.sort_by(f32::total_cmp);
    let (low, high) = (samples[(samples.len() - 1) / 2], samples[samples.len() / 2]);
    // A device's tenths would otherwise show their binary tails.
    (f64::midpoint(f64::from(low), f64::from(high)) * 1000.0).round() / 1000.0
}

/// Hours covered by stretches that may overlap.
fn hours(mut stretches: Vec<(u32, u32)>) -> f64 {
    stretches.sort_unstable();
    let (mut seconds, mut reached) = (0, 0);
    for (from, to) in stretches {
        seconds += to.saturating_sub(from.max(reached));
        reached = reached.max(to);
    }
    f64::from(seconds) / 3600.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        text.parse().expect("a time")
    }

    fn found(daily: Daily) -> Vec<(String, WellnessField, f64, String)> {
        let values = daily.finish(|n| format!("s{n}")).0;
        values.into_iter().map(|v| (v.date.to_string(), v.field, v.value, v.source)).collect()
    }

    #[test]
    fn the_night_gives_the_median_and_the_day_is_left_out() {
        let mut daily = Daily::default();
        for (time, value) in [("02:00", 40.1), ("05:00", 60.0), ("07:00", 50.0), ("15:00", 10.0)] {
            daily.add(WellnessField::Sdnn, at(&format!("2026-03-01T{time}:00")), value, 0);
        }
        assert_eq!(found(daily), vec![("2026-03-01".to_owned(), WellnessField::Sdnn, 50.0, "s0".to_owned())]);
    }

    #[test]
    fn sleep_belongs_to_the_day_of_waking_and_overlaps_count_once() {
        let mut daily = Daily::default();
        daily.asleep(at("2026-02-28T22:30:00"), at("2026-02-28T23:30:00"), 0);
        daily.asleep(at("2026-02-28T23:00:00"), at("2026-03-01T05:30:00"), 0);
        daily.asleep(at("2026-03-01T13:00:00"), at("2026-03-01T13:30:00"), 0);
        daily.asleep(at("2026-03-01T05:30:00"), at("2026-03-01T05:00:00"), 0);
        assert_eq!(found(daily), vec![("2026-03-01".to_owned(), WellnessField::Sleep, 7.5, "s0".to_owned())]);
    }

    #[test]
    fn steps_are_those_of_the_source_that_counted_most() {
        let mut daily = Daily::default();
        for (source, steps) in [(0, 4000.0), (1, 3000.0), (1, 2500.0)] {
            daily.add(WellnessField::Steps, at("2026-03-01T12:00:00"), steps, source);
        }
        daily.add(WellnessField::BodyMass, at("2026-03-01T20:00:00"), 71.0, 0);
        daily.add(WellnessField::BodyMass, at("2026-03-01T07:00:00"), 70.0, 0);
        let day = "2026-03-01".to_owned();
        let expected = vec![
            (day.clone(), WellnessField::BodyMass, 71.0, "s0".to_owned()),
            (day, WellnessField::Steps, 5500.0, "s1".to_owned()),
        ];
        assert_eq!(found(daily), expected);
    }

    #[test]
    fn what_no_person_has_is_counted_and_left_out() {
        let mut daily = Daily::default();
        daily.add(WellnessField::RestingHr, at("2026-03-01T07:00:00"), 500.0, 0);
        assert_eq!(daily.finish(|_| String::new()), (Vec::new(), 1));
    }
}
