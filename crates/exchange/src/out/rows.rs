//! Channels side by side, time by time.

use domain::recording::{Channel, ChannelKind, Recording};

/// What was measured at one time.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row {
    /// Milliseconds since the start.
    pub(super) ms: u32,
    /// What was measured, in the order of kinds.
    pub(super) values: Vec<(ChannelKind, f64)>,
}

impl Row {
    /// The value of a kind.
    pub(super) fn value(&self, kind: ChannelKind) -> Option<f64> {
        self.values.iter().find(|(other, _)| *other == kind).map(|(_, value)| *value)
    }
}

/// The channels of these kinds, one row for each time at which any of them has a sample. `time` brings milliseconds to what the
/// format can say; of several samples of one channel at one such time the last is kept. Values that are no numbers are left out.
pub(super) fn of(recording: &Recording, kinds: impl Fn(ChannelKind) -> bool, time: impl Fn(u32) -> u32) -> Vec<Row> {
    let mut channels: Vec<&Channel> = recording.channels.iter().filter(|channel| kinds(channel.kind)).collect();
    channels.sort_by_key(|channel| channel.kind);
    let mut times: Vec<u32> = channels.iter().flat_map(|channel| channel.ms.iter().map(|ms| time(*ms))).collect();
    times.sort_unstable();
    times.dedup();
    let mut next = vec![0; channels.len()];
    let mut rows = Vec::with_capacity(times.len());
    for ms in times {
        let mut values = Vec::new();
        for (channel, next) in channels.iter().zip(&mut next) {
            let mut last = None;
            while channel.ms.get(*next).is_some_and(|at| time(*at) <= ms) {
                last = channel.values.get(*next).copied();
                *next += 1;
            }
            values.extend(last.filter(|value| value.is_finite()).map(|value| (channel.kind, value)));
        }
        if !values.is_empty() {
            rows.push(Row { ms, values });
        }
    }
    rows
}
