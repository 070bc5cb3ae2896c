//! Columns of records to channels: each quantity at its own times, repeated and empty records told.

use domain::recording::{Channel, ChannelKind, Repair, RepairKind};

use super::records::Records;

/// Records of a file, given as (milliseconds since the start, place in `records`) in an order in which time never decreases,
/// as channels in the order of kinds.
pub(super) fn of(records: &Records, rows: &[(u32, u32)]) -> (Vec<Channel>, Vec<Repair>) {
    let mut channels = Vec::new();
    let mut overwritten: Vec<u32> = Vec::new();
    for kind in ChannelKind::ALL {
        let Some(column) = records.column(*kind) else { continue };
        let mut channel = Channel {
            kind: *kind,
            ms: Vec::with_capacity(rows.len()),
            values: Vec::with_capacity(rows.len()),
            suspect: Vec::new(),
        };
        for (ms, row) in rows {
            let value = column[*row as usize];
            if !value.is_nan() && push(&mut channel, *ms, value) {
                overwritten.push(*row);
            }
        }
        if !channel.ms.is_empty() {
            channels.push(channel);
        }
    }
    overwritten.sort_unstable();
    overwritten.dedup();
    let (mut repeated, mut empty) = (Tally::default(), Tally::default());
    if !overwritten.is_empty() {
        for (ms, _) in rows.iter().filter(|(_, row)| overwritten.binary_search(row).is_ok()) {
            repeated.add(*ms);
        }
    }
    for (ms, _) in rows.iter().filter(|(_, row)| !records.measured(*row as usize)) {
        empty.add(*ms);
    }
    let repeated = repeated.repair(RepairKind::DuplicatedTime, None);
    let empty = empty.repair(RepairKind::EmptyRecords, None);
    (channels, repeated.into_iter().chain(empty).collect())
}

/// One channel from samples at milliseconds since the start; samples out of order are left out.
pub(super) fn from_samples(kind: ChannelKind, samples: impl Iterator<Item = (u32, f64)>) -> Channel {
    let mut channel = Channel { kind, ms: Vec::new(), values: Vec::new(), suspect: Vec::new() };
    for (ms, value) in samples {
        if channel.ms.last().is_none_or(|last| *last < ms) {
            push(&mut channel, ms, value);
        }
    }
    channel
}

/// Puts a channel in its place. One of its kind that holds no more is replaced, one that holds more stays.
pub(super) fn add(channels: &mut Vec<Channel>, channel: Channel) {
    match channels.binary_search_by_key(&channel.kind, |other| other.kind) {
        Ok(i) if channels[i].ms.len() < channel.ms.len() => channels[i] = channel,
        Err(i) if !channel.ms.is_empty() => channels.insert(i, channel),
        _ => {}
    }
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
    use crate::fit::message::record;
    use crate::fit::records::Row;

    fn records(rows: &[&[(u8, f64)]]) -> Records {
        let mut records = Records::default();
        for fields in rows {
            let mut row = Row::EMPTY;
            row.at(0);
            for (field, raw) in *fields {
                row.field(*field, *raw);
            }
            records.push(row);
        }
        records
    }

    #[test]
    fn two_halves_of_one_second_are_joined_and_a_true_repeat_is_told() {
        let (channels, repairs) =
            of(&records(&[&[(record::HEART_RATE, 120.0)], &[(record::POWER, 180.0)]]), &[(0, 0), (0, 1)]);
        assert_eq!(channels.len(), 2);
        assert!(repairs.is_empty(), "nothing was overwritten: {repairs:?}");
        let (channels, repairs) =
            of(&records(&[&[(record::HEART_RATE, 120.0)], &[(record::HEART_RATE, 121.0)]]), &[(0, 0), (0, 1)]);
        assert_eq!(channels[0].values, vec![121.0], "the last one is kept");
        assert_eq!(repairs.len(), 1);
        assert_eq!((repairs[0].kind, repairs[0].samples), (RepairKind::DuplicatedTime, 1));
    }

    #[test]
    fn a_heart_rate_of_zero_is_not_a_sample_and_an_empty_record_is_told() {
        let (channels, repairs) = of(&records(&[&[(record::HEART_RATE, 0.0)]]), &[(0, 0)]);
        assert!(channels.is_empty());
        assert_eq!(repairs[0].kind, RepairKind::EmptyRecords);
    }

    #[test]
    fn values_no_body_can_have_stay_as_they_are() {
        let (channels, repairs) =
            of(&records(&[&[(record::POWER, 6000.0)], &[(record::POWER, 0.0)]]), &[(0, 0), (1000, 1)]);
        assert_eq!(channels[0].values, vec![6000.0, 0.0]);
        assert!(channels[0].suspect.is_empty() && repairs.is_empty());
    }
}
