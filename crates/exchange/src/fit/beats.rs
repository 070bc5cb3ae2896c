//! Beat intervals to a channel. They have no time of their own: each counts on from the beat before it, and the records
//! they stand between in the file keep them from drifting.

use domain::recording::{Channel, ChannelKind};

use super::channels;
use super::gathered::Beat;

/// How far a beat may lie from the record it follows, milliseconds. Devices write beats with the record of their second or
/// the next; further away beats are missing (a lost strap, a pause) or counted twice.
const SLACK: i64 = 3000;

/// The beats of an activity, each at the time of the beat that ends it; `since_start` gives the milliseconds of a device
/// time, `None` where it is not part of the activity.
pub(super) fn channel(beats: &[Beat], since_start: impl Fn(Option<i64>) -> Option<u32>) -> Channel {
    let mut last: Option<i64> = None;
    let timed = beats.iter().filter_map(|beat| {
        let beside = i64::from(since_start(beat.after)?);
        let counted = last.map_or(beside, |last| last + beat.interval.round() as i64);
        let placed = if counted < beside - SLACK { beside } else { counted.min(beside + SLACK) };
        // Artefacts stay in the order they came.
        let at = last.map_or(placed, |last| placed.max(last + 1));
        last = Some(at);
        Some((u32::try_from(at).ok()?, beat.interval))
    });
    channels::from_samples(ChannelKind::RrInterval, timed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn times(beats: &[(Option<i64>, f64)]) -> Vec<u32> {
        let beats: Vec<Beat> =
            beats.iter().map(|(after, interval)| Beat { after: *after, interval: *interval }).collect();
        channel(&beats, |at| Some(at.unwrap_or(0) as u32 * 1000)).ms
    }

    #[test]
    fn beats_count_on_from_each_other() {
        let beats = [(Some(0), 800.0), (Some(1), 810.0), (Some(1), 790.0), (Some(2), 805.0)];
        assert_eq!(times(&beats), vec![0, 810, 1600, 2405]);
    }

    #[test]
    fn after_a_silence_they_go_on_beside_the_records() {
        assert_eq!(times(&[(None, 800.0), (Some(60), 800.0), (Some(61), 800.0)]), vec![0, 60_000, 60_800]);
    }

    #[test]
    fn beats_counted_twice_stay_near_their_record_and_in_order() {
        let beats: Vec<(Option<i64>, f64)> = (0..12).map(|i| (Some(i / 6), 1000.0)).collect();
        let times = times(&beats);
        assert_eq!(times.len(), 12);
        assert!(times.windows(2).all(|pair| pair[0] < pair[1]), "{times:?}");
        assert!(*times.last().expect("some") <= 5000, "{times:?}");
    }
}
