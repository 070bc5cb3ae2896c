//! Samples of years in little memory, handed out to the workouts they belong to.

use domain::recording::ChannelKind;

/// The most samples kept, over all kinds: ten years of a watch are about three million.
const MOST_SAMPLES: usize = 20_000_000;

/// The most samples handed out to workouts.
const MOST_HANDED_OUT: usize = 8_000_000;

/// Samples allocated at once, so that growing never copies what is there.
const CHUNK: usize = 65_536;

/// How many workouts at one time a sample is offered to, those that began last.
const MOST_AT_ONE_TIME: usize = 16;

/// The kinds that are kept.
pub(super) const KINDS: [ChannelKind; 3] = [ChannelKind::HeartRate, ChannelKind::Power, ChannelKind::Cadence];

/// Eight bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sample {
    /// Unix seconds.
    pub(super) at: u32,
    /// Rounded value.
    pub(super) value: u16,
    /// Place in [`KINDS`].
    pub(super) kind: u8,
    /// Number of the source; all beyond the last number share it.
    pub(super) source: u8,
}

/// Samples in the order of the file.
#[derive(Debug, Default)]
pub(super) struct Series {
    chunks: Vec<Vec<Sample>>,
    kept: usize,
}

impl Series {
    /// Keeps a sample; `false` when there is no room left.
    pub(super) fn push(&mut self, sample: Sample) -> bool {
        if self.kept >= MOST_SAMPLES {
            return false;
        }
        if self.chunks.last().is_none_or(|chunk| chunk.len() == CHUNK) {
            self.chunks.push(Vec::with_capacity(CHUNK));
        }
        if let Some(chunk) = self.chunks.last_mut() {
            chunk.push(sample);
        }
        self.kept += 1;
        true
    }

    /// The samples of each window (first and last Unix second), in order of time, and how many found no room.
    pub(super) fn within(self, windows: &[(u32, u32)]) -> (Vec<Vec<Sample>>, usize) {
        let mut out = vec![Vec::new(); windows.len()];
        let mut order: Vec<usize> = (0..windows.len()).collect();
        order.sort_by_key(|i| windows[*i].0);
        let (mut handed_out, mut left_out) = (0, 0);
        for chunk in self.chunks {
            for sample in chunk {
                let begun = order.partition_point(|i| windows[*i].0 <= sample.at);
                for window in order[..begun].iter().rev().take(MOST_AT_ONE_TIME) {
                    if windows[*window].1 < sample.at {
                        continue;
                    }
                    if handed_out == MOST_HANDED_OUT {
                        left_out += 1;
                    } else {
                        out[*window].push(sample);
                        handed_out += 1;
                    }
                }
            }
        }
        for samples in &mut out {
            samples.sort_by_key(|sample| sample.at);
        }
        (out, left_out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_go_to_every_workout_they_lie_in() {
        let mut series = Series::default();
        for at in [50, 10, 20, 30, 40, 99] {
            assert!(series.push(Sample { at, value: 100, kind: 0, source: 1 }));
        }
        let (found, left_out) = series.within(&[(30, 60), (5, 30), (70, 80)]);
        let times: Vec<Vec<u32>> = found.iter().map(|w| w.iter().map(|s| s.at).collect()).collect();
        assert_eq!(times, vec![vec![30, 40, 50], vec![10, 20, 30], vec![]]);
        assert_eq!(left_out, 0);
        assert_eq!(size_of::<Sample>(), 8);
    }
}
