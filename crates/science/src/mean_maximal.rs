//! The mean-maximal curve: the best mean of every duration, and where it began.
//!
//! Works on any quantity of which more is better, one value a second: power, speed, heart rate. Windows never reach
//! across a break between segments.

use crate::series::Segment;

/// Below this duration a single wrong second could make the best, so the values pass a median of three first: it takes
/// out one second that is too high and fills in one that dropped out. Seconds.
pub const SPIKES_REMOVED_BELOW_S: u32 = 10;

/// The best mean over one duration.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Best {
    /// Duration, seconds.
    pub seconds: u32,
    /// The mean, in the values' unit.
    pub value: f64,
    /// Second the window began, since the activity's start. Of equal windows the earliest.
    pub start_s: u32,
}

/// The durations of a curve, seconds, rising: every second to 2 minutes, every 5 to 10 minutes, every 30 to the hour,
/// every 60 beyond; none above `longest_s`.
#[must_use]
pub fn durations(longest_s: u32) -> Vec<u32> {
    let fine = (1..=120).chain((125..=600).step_by(5)).chain((630..=3600).step_by(30));
    fine.chain((3660..=longest_s).step_by(60)).take_while(|&seconds| seconds <= longest_s).collect()
}

/// The whole curve, one [`Best`] for each of the [`durations`] that fits into a segment.
///
/// Means come from running sums of 1 Hz values, exact for every window. Durations below [`SPIKES_REMOVED_BELOW_S`] are
/// taken from values that passed a median of three (at the ends of a segment that of its outermost three), so a segment
/// shorter than three seconds counts for nothing there. Values that are not numbers are breaks. Empty when there is no
/// value. The curve need not fall everywhere: two hard seconds with an easy one between beat any two in a row.
#[must_use]
pub fn curve(segments: &[Segment]) -> Vec<Best> {
    let runs = runs(segments);
    let Some(longest) = runs.iter().map(|run| run.values.len()).max() else { return Vec::new() };
    let (calm, raw): (Vec<Sums>, Vec<Sums>) =
        (runs.iter().filter_map(Run::sums_without_spikes).collect(), runs.iter().map(Run::sums).collect());
    let mut guess = None;
    durations(u32::try_from(longest).unwrap_or(u32::MAX))
        .into_iter()
        .filter_map(|seconds| {
            let sums = if seconds < SPIKES_REMOVED_BELOW_S { &calm } else { &raw };
            let found = largest(sums, seconds as usize, guess)?;
            guess = Some(found);
            found.best(sums, seconds)
        })
        .collect()
}

/// The best mean over one duration of whole seconds; rules as for [`curve`]. `None` when no segment is that long.
#[must_use]
pub fn best(segments: &[Segment], seconds: u32) -> Option<Best> {
    if seconds >= SPIKES_REMOVED_BELOW_S {
        return best_as_recorded(segments, seconds);
    }
    let sums: Vec<Sums> = runs(segments).iter().filter_map(Run::sums_without_spikes).collect();
    largest(&sums, seconds as usize, None)?.best(&sums, seconds)
}

/// As [`best`] with no spike removed at any duration, for values known to be sound.
#[must_use]
pub fn best_as_recorded(segments: &[Segment], seconds: u32) -> Option<Best> {
    let sums: Vec<Sums> = runs(segments).iter().map(Run::sums).collect();
    largest(&sums, seconds as usize, None)?.best(&sums, seconds)
}

/// The best of many curves at every duration any of them has, with the activity (or whatever `T` is) it came from.
///
/// Each curve is in rising order of seconds, as [`curve`] gives it. Of equal values the one given first stays.
#[must_use]
pub fn envelope<T: Copy>(curves: &[(T, &[Best])]) -> Vec<(Best, T)> {
    let mut envelope: Vec<(Best, T)> = Vec::new();
    for &(source, curve) in curves {
        let mut at = 0;
        for &best in curve {
            while envelope.get(at).is_some_and(|held| held.0.seconds < best.seconds) {
                at += 1;
            }
            match envelope.get_mut(at) {
                Some(held) if held.0.seconds == best.seconds => {
                    if best.value > held.0.value {
                        *held = (best, source);
                    }
                }
                _ => envelope.insert(at, (best, source)),
            }
        }
    }
    envelope
}

/// Numbers without a break.
struct Run<'a> {
    start_s: u32,
    values: &'a [f64],
}

fn runs(segments: &[Segment]) -> Vec<Run<'_>> {
    let mut runs = Vec::with_capacity(segments.len());
    for segment in segments {
        let mut start_s = segment.start_s;
        for values in segment.values.split(|value| !value.is_finite()) {
            if !values.is_empty() {
                runs.push(Run { start_s, values });
            }
            start_s = start_s.saturating_add(u32::try_from(values.len() + 1).unwrap_or(u32::MAX));
        }
    }
    runs
}

impl Run<'_> {
    fn sums(&self) -> Sums {
        Sums::new(self.start_s, self.values.iter().copied())
    }

    fn sums_without_spikes(&self) -> Option<Sums> {
        let (first, last) = (self.values.first_chunk::<3>()?, self.values.last_chunk::<3>()?);
        let inner = self.values.windows(3).map(|three| middle(three[0], three[1], three[2]));
        let ends = [first, last].map(|three| middle(three[0], three[1], three[2]));
        Some(Sums::new(self.start_s, std::iter::once(ends[0]).chain(inner).chain(std::iter::once(ends[1]))))
    }
}

fn middle(a: f64, b: f64, c: f64) -> f64 {
    a.min(b).max(a.max(b).min(c))
}

/// Running sums of a run: one more than its values, the first 0.
struct Sums {
    start_s: u32,
    sums: Vec<f64>,
    /// No value is below zero, so the sums never fall.
    rising: bool,
}

impl Sums {
    fn new(start_s: u32, values: impl Iterator<Item = f64>) -> Self {
        let mut sums = Vec::with_capacity(values.size_hint().0 + 1);
        let (mut sum, mut rising) = (0.0, true);
        sums.push(sum);
        for value in values {
            sum += value;
            rising &= value >= 0.0;
            sums.push(sum);
        }
        Self { start_s, sums, rising }
    }

    fn window(&self, from: usize, length: usize) -> Option<f64> {
        Some(self.sums.get(from.checked_add(length)?)? - self.sums.get(from)?)
    }
}

/// The largest sum of one length.
#[derive(Clone, Copy)]
struct Found {
    sum: f64,
    /// Which run, and where in it.
    at: (usize, usize),
}

impl Found {
    fn best(self, sums: &[Sums], seconds: u32) -> Option<Best> {
        let start = sums.get(self.at.0)?.start_s.saturating_add(u32::try_from(self.at.1).ok()?);
        Some(Best { seconds, value: self.sum / f64::from(seconds), start_s: start })
    }
}

/// Windows looked at together.
const BLOCK: usize = 64;

/// The largest sum over `length` values, the earliest of equal ones.
///
/// `guess` (the place found for a nearby length) is tried first. No window of a block is larger than the sum from its
/// first start to its last end when no value is negative, so most blocks are passed over after one subtraction; the
/// result is that of looking at every window.
fn largest(runs: &[Sums], length: usize, guess: Option<Found>) -> Option<Found> {
    if length == 0 {
        return None;
    }
    let guessed = guess.and_then(|guess| Some((guess.at, runs.get(guess.at.0)?.window(guess.at.1, length)?)));
    let mut found = guessed.map(|(at, sum)| Found { sum, at });
    for (index, run) in runs.iter().enumerate() {
        let Some(ends) = run.sums.get(length..) else { continue };
        let starts = &run.sums[..ends.len()];
        for (block, (starts, ends)) in starts.chunks(BLOCK).zip(ends.chunks(BLOCK)).enumerate() {
            let here = (index, block * BLOCK);
            let beats = |sum: f64| found.is_none_or(|held| sum > held.sum || (sum == held.sum && here < held.at));
            if run.rising && !beats(ends[ends.len() - 1] - starts[0]) {
                continue;
            }
            let sum = largest_difference(starts, ends);
            if beats(sum) {
                let offset = starts.iter().zip(ends).position(|(start, end)| end - start == sum)?;
                let at = (index, here.1 + offset);
                if found.is_none_or(|held| sum > held.sum || at < held.at) {
                    found = Some(Found { sum, at });
                }
            }
        }
    }
    found.filter(|found| found.sum.is_finite())
}

/// The largest `end - start` of two equally long slices, in lanes that a compiler makes vectors of.
fn largest_difference(starts: &[f64], ends: &[f64]) -> f64 {
    const LANES: usize = 8;
    let larger = |a: f64, b: f64| if b > a { b } else { a };
    let mut lanes = [f64::NEG_INFINITY; LANES];
    let (starts, starts_left) = starts.as_chunks::<LANES>();
    let (ends, ends_left) = ends.as_chunks::<LANES>();
    for (starts, ends) in starts.iter().zip(ends) {
        for lane in 0..LANES {
            lanes[lane] = larger(lanes[lane], ends[lane] - starts[lane]);
        }
    }
    let left = starts_left.iter().zip(ends_left).map(|(start, end)| end - start);
    lanes.into_iter().chain(left).fold(f64::NEG_INFINITY, larger)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segment(start_s: u32, values: &[f64]) -> Segment {
        Segment { start_s, values: values.to_vec() }
    }

    #[test]
    fn the_grid_is_fine_below_two_minutes_and_ends_with_the_longest() {
        assert!(durations(0).is_empty());
        assert_eq!(durations(3), [1, 2, 3]);
        let hours = durations(4 * 3600);
        assert_eq!(hours.len(), 120 + 96 + 100 + 180);
        assert_eq!((hours[119], hours[120], hours[215], hours[216], hours[316]), (120, 125, 600, 630, 3660));
        assert_eq!(hours.last(), Some(&14_400));
    }

    #[test]
    fn a_window_never_reaches_across_a_break() {
        let halves = [segment(0, &[300.0; 60]), segment(90, &[300.0; 60])];
        assert_eq!(best(&halves, 60).unwrap().value, 300.0);
        assert_eq!(best(&halves, 61), None);
        assert_eq!(curve(&halves).last().unwrap().seconds, 60);
        let mut gap = vec![300.0; 121];
        gap[60] = f64::NAN;
        assert_eq!(best(&[segment(0, &gap)], 61), None);
    }

    #[test]
    fn the_best_knows_when_it_began() {
        let mut values = vec![100.0; 600];
        values[200..260].fill(400.0);
        let minute = best(&[segment(0, &[150.0; 30]), segment(1000, &values)], 60).unwrap();
        assert_eq!(minute, Best { seconds: 60, value: 400.0, start_s: 1200 });
        let mut gap = values.clone();
        gap[100] = f64::NAN;
        assert_eq!(best(&[segment(1000, &gap)], 60), Some(minute));
    }

    #[test]
    fn of_equal_windows_the_earliest_is_given() {
        let flat = [segment(7, &[200.0; 500]), segment(600, &[200.0; 500])];
        assert!(curve(&flat).iter().all(|best| best.start_s == 7 && best.value == 200.0));
    }

    #[test]
    fn one_wrong_second_is_not_a_sprint_but_three_are() {
        let mut values = vec![200.0; 60];
        values[30] = 2000.0;
        assert_eq!(best(&[segment(0, &values)], 1).unwrap().value, 200.0);
        assert_eq!(best(&[segment(0, &values)], 9).unwrap().value, 200.0);
        assert_eq!(best(&[segment(0, &values)], 10).unwrap().value, 380.0);
        values[29..32].fill(900.0);
        assert_eq!(best(&[segment(0, &values)], 3).unwrap().value, 900.0);
        values[0] = 2500.0;
        assert_eq!(best(&[segment(0, &values)], 1).unwrap().value, 900.0);
    }

    #[test]
    fn values_below_zero_are_searched_in_full() {
        let values: Vec<f64> = (0..300).map(|i| f64::from(i % 50) - 40.0).collect();
        assert_eq!(best(&[segment(0, &values)], 10).unwrap(), Best { seconds: 10, value: 4.5, start_s: 40 });
        assert_eq!(best(&[segment(0, &[-5.0; 100])], 20).unwrap().value, -5.0);
    }

    #[test]
    fn nothing_has_no_curve() {
        assert_eq!(curve(&[]), []);
        assert_eq!(curve(&[segment(0, &[]), segment(5, &[f64::NAN, f64::INFINITY])]), []);
        assert_eq!(curve(&[segment(0, &[500.0, 600.0])]), []);
        assert_eq!(best(&[segment(0, &[200.0; 60])], 0), None);
    }

    #[test]
    fn an_envelope_keeps_the_best_of_each_duration_and_where_it_came_from() {
        let at = |seconds, value| Best { seconds, value, start_s: 0 };
        let (a, b, c) = ([at(1, 500.0), at(5, 400.0)], [at(1, 600.0)], [at(2, 450.0), at(5, 400.0), at(10, 350.0)]);
        let best = envelope(&[('a', &a[..]), ('b', &b[..]), ('c', &c[..])]);
        assert_eq!(best, [(at(1, 600.0), 'b'), (at(2, 450.0), 'c'), (at(5, 400.0), 'a'), (at(10, 350.0), 'c')]);
        assert_eq!(envelope::<char>(&[]), []);
    }
}
