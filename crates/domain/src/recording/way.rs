//! The way covered: from a moment to metres and back.

use super::{ChannelKind, Recording};

/// Metres since the start by time, never falling.
#[derive(Debug, Clone, PartialEq)]
pub struct Way {
    ms: Vec<u32>,
    meters: Vec<f64>,
}

impl Way {
    /// The way of a recording: the usable samples of its distance channel, a fall back held at the highest value before
    /// it. `None` with fewer than two samples.
    #[must_use]
    pub fn of(recording: &Recording) -> Option<Way> {
        let channel = recording.channel(ChannelKind::Distance)?;
        let mut far = 0.0_f64;
        let held = channel.usable().filter(|(_, meters)| meters.is_finite()).map(|(ms, meters)| {
            far = far.max(meters);
            (ms, far)
        });
        let (ms, meters): (Vec<u32>, Vec<f64>) = held.unzip();
        (ms.len() >= 2).then_some(Way { ms, meters })
    }

    /// Metres covered by a moment (milliseconds since the start), on a straight line between the samples around it; before
    /// the first and after the last sample what those say.
    #[must_use]
    pub fn at(&self, ms: u32) -> f64 {
        between(
            f64::from(ms),
            |i| f64::from(self.ms[i]),
            |i| self.meters[i],
            self.ms.partition_point(|at| *at < ms),
            self.ms.len(),
        )
    }

    /// The moment a distance was reached, milliseconds since the start; `None` for one that never was.
    #[must_use]
    pub fn when(&self, meters: f64) -> Option<u32> {
        if !(self.meters[0]..=self.total()).contains(&meters) {
            return None;
        }
        let after = self.meters.partition_point(|far| *far < meters);
        Some(between(meters, |i| self.meters[i], |i| f64::from(self.ms[i]), after, self.ms.len()).round() as u32)
    }

    /// Metres covered in all.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.meters[self.meters.len() - 1]
    }

    /// Its samples: milliseconds since the start and metres.
    pub fn samples(&self) -> impl ExactSizeIterator<Item = (u32, f64)> + '_ {
        self.ms.iter().copied().zip(self.meters.iter().copied())
    }
}

/// The value `to` takes where `from` takes `at`, between the points `after - 1` and `after`, held at both ends.
fn between(at: f64, from: impl Fn(usize) -> f64, to: impl Fn(usize) -> f64, after: usize, length: usize) -> f64 {
    if after == 0 {
        return to(0);
    }
    if after >= length {
        return to(length - 1);
    }
    let (a, b) = (from(after - 1), from(after));
    let share = if b > a { (at - a) / (b - a) } else { 1.0 };
    to(after - 1) + share * (to(after) - to(after - 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recording::Channel;

    fn way(samples: &[(u32, f64)]) -> Option<Way> {
        let (ms, values) = samples.iter().copied().unzip();
        let channel = Channel { kind: ChannelKind::Distance, ms, values, suspect: Vec::new() };
        Way::of(&Recording { channels: vec![channel], ..Recording::default() })
    }

    #[test]
    fn metres_and_moments_answer_each_other() {
        let way = way(&[(0, 0.0), (10_000, 40.0), (20_000, 40.0), (30_000, 100.0)]).unwrap();
        assert_eq!((way.at(5_000), way.at(15_000), way.at(99_000)), (20.0, 40.0, 100.0));
        assert_eq!((way.when(20.0), way.when(40.0), way.when(70.0)), (Some(5_000), Some(10_000), Some(25_000)));
        assert_eq!((way.when(101.0), way.when(-1.0), way.total()), (None, None, 100.0));
    }

    #[test]
    fn a_way_never_falls_and_one_sample_is_none() {
        let way = way(&[(0, 0.0), (1_000, 50.0), (2_000, 30.0), (3_000, 60.0)]).unwrap();
        assert_eq!(way.at(2_000), 50.0);
        assert_eq!(super::tests::way(&[(0, 1.0)]), None);
    }
}
