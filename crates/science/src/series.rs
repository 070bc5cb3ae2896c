//! A channel seen once a second: short gaps bridged, long ones and pauses left open.

use std::ops::Range;

/// Samples at most this far apart are joined by a straight line; a longer gap is a break. Seconds.
pub const LONGEST_BRIDGED_S: u32 = 5;

/// A stretch without a break, one value a second.
#[derive(Debug, Clone, PartialEq)]
pub struct Segment {
    /// Second of the first value, since the activity's start.
    pub start_s: u32,
    /// One value a second, never empty.
    pub values: Vec<f64>,
}

/// The 1 Hz view of a channel.
///
/// `samples` are (milliseconds, value) in time order; several in one second are averaged, a sample earlier than the one
/// before it and values that are not numbers are left out. `pauses` are half-open stretches of milliseconds in any
/// order: samples inside are left out and every pause is a break, however short. Gaps of up to
/// [`LONGEST_BRIDGED_S`] are interpolated, longer ones break.
#[must_use]
pub fn one_hz(samples: impl IntoIterator<Item = (u32, f64)>, pauses: &[Range<u32>]) -> Vec<Segment> {
    one_hz_bridging(samples, pauses, LONGEST_BRIDGED_S)
}

/// As [`one_hz`], with the longest bridged gap (seconds) chosen by the caller: for slow quantities of devices that
/// record only now and then.
#[must_use]
pub fn one_hz_bridging(
    samples: impl IntoIterator<Item = (u32, f64)>,
    pauses: &[Range<u32>],
    longest_s: u32,
) -> Vec<Segment> {
    let mut segments: Vec<Segment> = Vec::new();
    let mut previous: Option<Second> = None;
    for second in seconds(samples, pauses) {
        let joined = previous.filter(|last| !second.after_pause && second.at - last.at <= longest_s);
        match (joined, segments.last_mut()) {
            (Some(last), Some(open)) => {
                let step = (second.mean - last.mean) / f64::from(second.at - last.at);
                open.values.extend((1..second.at - last.at).map(|i| last.mean + step * f64::from(i)));
                open.values.push(second.mean);
            }
            _ => segments.push(Segment { start_s: second.at, values: vec![second.mean] }),
        }
        previous = Some(second);
    }
    segments
}

/// Segments laid end to end: recorded time without its breaks (what normalized power wants; nothing else may bridge a
/// pause).
#[must_use]
pub fn end_to_end(segments: &[Segment]) -> Vec<f64> {
    segments.iter().flat_map(|segment| segment.values.iter().copied()).collect()
}

/// One second that has samples.
#[derive(Clone, Copy)]
struct Second {
    at: u32,
    mean: f64,
    count: u32,
    after_pause: bool,
}

fn seconds(samples: impl IntoIterator<Item = (u32, f64)>, pauses: &[Range<u32>]) -> Vec<Second> {
    let pauses = merged(pauses);
    let mut ahead = pauses.iter().peekable();
    let mut seconds: Vec<Second> = Vec::new();
    let mut after_pause = false;
    for (ms, value) in samples {
        while ahead.next_if(|pause| pause.end <= ms).is_some() {
            after_pause = true;
        }
        if !value.is_finite() || ahead.peek().is_some_and(|pause| pause.contains(&ms)) {
            continue;
        }
        let at = ms / 1000;
        match seconds.last_mut() {
            Some(last) if at < last.at => continue,
            Some(last) if at == last.at && !after_pause => {
                last.count += 1;
                last.mean += (value - last.mean) / f64::from(last.count);
            }
            // A pause within one second: the second is counted once.
            Some(last) if at == last.at => continue,
            _ => seconds.push(Second { at, mean: value, count: 1, after_pause }),
        }
        after_pause = false;
    }
    seconds
}

fn merged(pauses: &[Range<u32>]) -> Vec<Range<u32>> {
    let mut sorted: Vec<Range<u32>> = pauses.iter().filter(|pause| !pause.is_empty()).cloned().collect();
    sorted.sort_by_key(|pause| pause.start);
    let mut merged: Vec<Range<u32>> = Vec::with_capacity(sorted.len());
    for pause in sorted {
        match merged.last_mut() {
            Some(last) if pause.start <= last.end => last.end = last.end.max(pause.end),
            _ => merged.push(pause),
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at_seconds(samples: &[(u32, f64)]) -> Vec<(u32, f64)> {
        samples.iter().map(|&(s, value)| (s * 1000, value)).collect()
    }

    #[test]
    fn a_gap_of_five_seconds_is_bridged_by_a_straight_line() {
        let segments = one_hz(at_seconds(&[(0, 100.0), (5, 200.0)]), &[]);
        assert_eq!(segments, [Segment { start_s: 0, values: vec![100.0, 120.0, 140.0, 160.0, 180.0, 200.0] }]);
    }

    #[test]
    fn a_gap_of_six_seconds_is_a_break_and_not_filled() {
        let segments = one_hz(at_seconds(&[(0, 100.0), (6, 200.0), (7, 200.0)]), &[]);
        assert_eq!(segments.len(), 2);
        assert_eq!(end_to_end(&segments), [100.0, 200.0, 200.0]);
        assert_eq!(segments[1].start_s, 6);
    }

    #[test]
    fn a_pause_of_two_seconds_is_a_break_and_its_samples_are_left_out() {
        let samples = at_seconds(&[(0, 1.0), (1, 2.0), (2, 50.0), (3, 60.0), (4, 3.0)]);
        let segments = one_hz(samples, std::slice::from_ref(&(2000..4000)));
        assert_eq!(end_to_end(&segments), [1.0, 2.0, 3.0]);
        assert_eq!(segments.len(), 2);
    }

    #[test]
    fn pauses_may_overlap_and_come_in_any_order() {
        let samples = (0..10).map(|s| (s * 1000, f64::from(s)));
        let segments = one_hz(samples, &[5000..7000, 1000..6000, 3000..4000]);
        assert_eq!(end_to_end(&segments), [0.0, 7.0, 8.0, 9.0]);
    }

    #[test]
    fn samples_within_one_second_are_averaged() {
        assert_eq!(end_to_end(&one_hz([(0, 100.0), (250, 200.0), (999, 300.0), (1000, 7.0)], &[])), [200.0, 7.0]);
    }

    #[test]
    fn values_that_are_not_numbers_and_steps_back_in_time_are_left_out() {
        assert_eq!(end_to_end(&one_hz([(1000, 1.0), (2000, f64::NAN), (0, 9.0), (3000, 3.0)], &[])), [1.0, 2.0, 3.0]);
    }
}
