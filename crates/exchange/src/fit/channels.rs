//! Records to channels: each quantity at its own times, impossible values marked, empty and repeated records told.

use domain::recording::{Channel, ChannelKind, Repair, RepairKind, Span};

use super::message::{Message, record};

/// Degrees per semicircle.
const DEGREES: f64 = 180.0 / 2_147_483_648.0;

/// What a person, a bicycle and a barometer can show: lowest and highest value in the channel's unit.
const fn possible(kind: ChannelKind) -> (f64, f64) {
    match kind {
        ChannelKind::Latitude => (-90.0, 90.0),
        ChannelKind::Longitude => (-180.0, 180.0),
        ChannelKind::Altitude => (-450.0, 9000.0),
        ChannelKind::HeartRate => (25.0, 240.0),
        ChannelKind::Power => (0.0, 2500.0),
        ChannelKind::Cadence => (0.0, 250.0),
        ChannelKind::Speed => (0.0, 45.0),
        ChannelKind::Distance => (0.0, 2_000_000.0),
        ChannelKind::Temperature => (-50.0, 70.0),
    }
}

/// Records at milliseconds since the start, in an order in which time never decreases, as channels.
pub(super) fn of(records: &[(u32, &Message)]) -> (Vec<Channel>, Vec<Repair>) {
    let mut channels: Vec<Channel> = ChannelKind::ALL
        .into_iter()
        .map(|kind| Channel { kind, ms: Vec::new(), values: Vec::new(), suspect: Vec::new() })
        .collect();
    let mut packed = PackedDistance::default();
    let mut repeated = Tally::default();
    let mut empty = Tally::default();
    for (ms, message) in records {
        let packed = packed.next(message);
        let (mut measured, mut overwritten) = (false, false);
        for channel in &mut channels {
            let Some(value) = value(channel.kind, message, packed) else { continue };
            measured = true;
            overwritten |= push(channel, *ms, value);
        }
        if overwritten {
            repeated.add(*ms);
        }
        if !measured {
            empty.add(*ms);
        }
    }
    let mut repairs = Vec::new();
    repairs.extend(repeated.repair(RepairKind::DuplicatedTime, None));
    repairs.extend(empty.repair(RepairKind::EmptyRecords, None));
    channels.retain(|channel| !channel.ms.is_empty());
    for channel in &mut channels {
        repairs.extend(mark_impossible(channel));
    }
    (channels, repairs)
}

/// One channel from samples at milliseconds since the start; samples out of order are left out.
pub(super) fn from_samples(kind: ChannelKind, samples: impl Iterator<Item = (u32, f64)>) -> (Channel, Option<Repair>) {
    let mut channel = Channel { kind, ms: Vec::new(), values: Vec::new(), suspect: Vec::new() };
    for (ms, value) in samples {
        if channel.ms.last().is_none_or(|last| *last < ms) {
            push(&mut channel, ms, value);
        }
    }
    let repair = mark_impossible(&mut channel);
    (channel, repair)
}

/// Adds a sample; one at the same time as the last replaces it, which is told by `true`.
fn push(channel: &mut Channel, ms: u32, value: f64) -> bool {
    if channel.ms.last() == Some(&ms) {
        if let Some(last) = channel.values.last_mut() {
            *last = value;
        }
        return true;
    }
    channel.ms.push(ms);
    channel.values.push(value);
    false
}

fn value(kind: ChannelKind, message: &Message, packed: Option<(f64, f64)>) -> Option<f64> {
    match kind {
        ChannelKind::Latitude => message.number(record::LATITUDE).map(|v| v * DEGREES),
        ChannelKind::Longitude => message.number(record::LONGITUDE).map(|v| v * DEGREES),
        ChannelKind::Altitude => message
            .number(record::ENHANCED_ALTITUDE)
            .or_else(|| message.number(record::ALTITUDE))
            .map(|v| v / 5.0 - 500.0),
        // A strap that has lost its skin writes zero: not a heart rate.
        ChannelKind::HeartRate => message.number(record::HEART_RATE).filter(|v| *v > 0.0),
        ChannelKind::Power => message.number(record::POWER),
        ChannelKind::Cadence => {
            message.number(record::CADENCE).map(|v| v + message.scaled(record::CADENCE_FRACTION, 128.0).unwrap_or(0.0))
        }
        ChannelKind::Speed => message
            .number(record::ENHANCED_SPEED)
            .or_else(|| message.number(record::SPEED))
            .map(|v| v / 1000.0)
            .or(packed.map(|(speed, _)| speed)),
        ChannelKind::Distance => message.scaled(record::DISTANCE, 100.0).or(packed.map(|(_, distance)| distance)),
        ChannelKind::Temperature => message.number(record::TEMPERATURE),
    }
}

/// Speed (1/100 m/s) and distance (1/16 m, counting round every 256 m) packed into three bytes by old foot pods.
#[derive(Debug, Default)]
struct PackedDistance {
    last: Option<i64>,
    total: i64,
}

impl PackedDistance {
    /// Speed in m/s and distance so far in metres.
    fn next(&mut self, message: &Message) -> Option<(f64, f64)> {
        let bytes = message.list(record::SPEED_AND_DISTANCE);
        let [Some(a), Some(b), Some(c)] = bytes.as_slice() else { return None };
        let (a, b, c) = (*a as i64, *b as i64, *c as i64);
        if (a, b, c) == (255, 255, 255) {
            return None;
        }
        let sixteenths = b >> 4 | c << 4;
        self.total += self.last.map_or(sixteenths, |last| (sixteenths - last).rem_euclid(0x1000));
        self.last = Some(sixteenths);
        Some(((a | (b & 0x0f) << 8) as f64 / 100.0, self.total as f64 / 16.0))
    }
}

/// Marks stretches of impossible values as suspect. The values stay.
fn mark_impossible(channel: &mut Channel) -> Option<Repair> {
    let (low, high) = possible(channel.kind);
    let mut tally = Tally::default();
    let mut last_was_bad = false;
    for (ms, value) in channel.ms.iter().zip(&channel.values) {
        let bad = !(low..=high).contains(value);
        if bad {
            tally.add(*ms);
            match channel.suspect.last_mut() {
                Some(span) if last_was_bad => span.to_ms = ms.saturating_add(1),
                _ => channel.suspect.push(Span { from_ms: *ms, to_ms: ms.saturating_add(1) }),
            }
        }
        last_was_bad = bad;
    }
    tally.repair(RepairKind::ImpossibleValues, Some(channel.kind))
}

/// Counts what was repaired and remembers the first place.
#[derive(Debug, Default)]
pub(super) struct Tally {
    first_ms: Option<u32>,
    samples: u32,
}

impl Tally {
    pub(super) fn add(&mut self, ms: u32) {
        self.first_ms.get_or_insert(ms);
        self.samples += 1;
    }

    pub(super) fn repair(&self, kind: RepairKind, channel: Option<ChannelKind>) -> Option<Repair> {
        let first = self.first_ms?;
        Some(Repair { kind, channel, at_s: Some(f64::from(first) / 1000.0), samples: self.samples })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fit::message::{Cell, num};

    fn record_of(fields: &[(u8, f64)]) -> Message {
        Message {
            num: num::RECORD,
            fields: fields.iter().map(|(field, value)| (*field, Cell::Number(*value))).collect(),
            developer: Vec::new(),
        }
    }

    #[test]
    fn impossible_power_is_kept_marked_and_told() {
        let records: Vec<Message> =
            [200.0, 6000.0, 7000.0, 210.0].iter().map(|w| record_of(&[(record::POWER, *w)])).collect();
        let timed: Vec<(u32, &Message)> = records.iter().enumerate().map(|(i, m)| (i as u32 * 1000, m)).collect();
        let (channels, repairs) = of(&timed);
        assert_eq!(channels[0].values, vec![200.0, 6000.0, 7000.0, 210.0]);
        assert_eq!(channels[0].suspect, vec![Span { from_ms: 1000, to_ms: 2001 }]);
        assert_eq!(channels[0].usable().map(|(_, v)| v).collect::<Vec<_>>(), vec![200.0, 210.0]);
        assert_eq!(
            repairs,
            vec![Repair {
                kind: RepairKind::ImpossibleValues,
                channel: Some(ChannelKind::Power),
                at_s: Some(1.0),
                samples: 2
            }]
        );
    }

    #[test]
    fn two_halves_of_one_second_are_joined_and_a_true_repeat_is_told() {
        let (a, b) = (record_of(&[(record::HEART_RATE, 120.0)]), record_of(&[(record::POWER, 180.0)]));
        let c = record_of(&[(record::HEART_RATE, 121.0)]);
        let (channels, repairs) = of(&[(0, &a), (0, &b)]);
        assert_eq!(channels.len(), 2);
        assert!(repairs.is_empty(), "nothing was overwritten: {repairs:?}");
        let (channels, repairs) = of(&[(0, &a), (0, &c)]);
        assert_eq!(channels[0].values, vec![121.0], "the last one is kept");
        assert_eq!(repairs[0].kind, RepairKind::DuplicatedTime);
    }

    #[test]
    fn a_heart_rate_of_zero_is_not_a_sample_and_an_empty_record_is_told() {
        let a = record_of(&[(record::HEART_RATE, 0.0)]);
        let (channels, repairs) = of(&[(0, &a)]);
        assert!(channels.is_empty());
        assert_eq!(repairs[0].kind, RepairKind::EmptyRecords);
    }

    #[test]
    fn packed_distance_counts_on_after_256_metres() {
        let packed = |speed: i64, sixteenths: i64| Message {
            num: num::RECORD,
            fields: vec![(
                record::SPEED_AND_DISTANCE,
                Cell::List(
                    [speed & 0xff, speed >> 8 | (sixteenths & 0x0f) << 4, sixteenths >> 4]
                        .map(|v| Some(v as f64))
                        .to_vec(),
                ),
            )],
            developer: Vec::new(),
        };
        let (a, b) = (packed(312, 4000), packed(300, 4000 + 160 - 4096));
        let (channels, _) = of(&[(0, &a), (5000, &b)]);
        let by = |kind| channels.iter().find(|c| c.kind == kind).map(|c| c.values.clone());
        assert_eq!(by(ChannelKind::Speed), Some(vec![3.12, 3.0]));
        assert_eq!(by(ChannelKind::Distance), Some(vec![250.0, 260.0]));
    }
}
