//! Critical swimming speed.

use science::critical_speed::critical_speed;

use super::effort::{Effort, RESULT_DAYS};
use super::estimate::{Evidence, Found, around};
use super::{Estimate, Method};
use crate::metric::Metric;
use crate::reading::Missing;
use crate::sport::Sport;

/// Distances that stand on the line, metres.
const DISTANCES: std::ops::RangeInclusive<f64> = 150.0..=1500.0;
/// The test as coaches take it: 400 m and 200 m.
const TEST: (f64, f64) = (200.0, 400.0);
/// The longer of two is at least this many times the shorter: a smaller step is mostly error of the watch.
const APART: f64 = 1.5;
/// Results of one test lie within so many days.
const ONE_TEST_DAYS: i64 = 28;
/// Bands: two swims pass their errors on undamped. Design choices.
const OF_TWO: f64 = 0.04;
const OF_MORE: f64 = 0.03;

/// Critical swimming speed from time trials and races of the last 180 days: the line through three distances and more, or
/// the 400 m less the 200 m over the difference of their times (any two distances that differ enough stand in for them).
pub(super) fn speed(evidence: &Evidence<'_>) -> Found {
    let mut efforts: Vec<Effort> = evidence
        .all_out(Sport::Swim, RESULT_DAYS)
        .into_iter()
        .filter_map(|result| Some(Effort::of(result, result.distance?.0 / result.time.0)))
        .filter(|effort| DISTANCES.contains(&distance(effort)))
        .collect();
    if efforts.is_empty() {
        let swam = evidence.activities.iter().any(|(activity, _)| activity.sport == Sport::Swim);
        return Err(if swam { Missing::TooFewEfforts } else { Missing::NeverRecorded });
    }
    // Fastest of each distance.
    efforts.sort_by(|a, b| distance(a).total_cmp(&distance(b)).then(a.seconds.total_cmp(&b.seconds)));
    efforts.dedup_by(|later, kept| (distance(later) - distance(kept)).abs() < 1.0);
    let of_line = line(evidence, &efforts);
    let found: Vec<Estimate> = of_line.into_iter().chain(pair(evidence, &efforts)).collect();
    if found.is_empty() { Err(Missing::TooFewEfforts) } else { Ok(found) }
}

fn distance(effort: &Effort) -> f64 {
    effort.value * effort.seconds
}

fn line(evidence: &Evidence<'_>, efforts: &[Effort]) -> Option<Estimate> {
    let seconds: Vec<f64> = efforts.iter().map(|effort| effort.seconds).collect();
    let metres: Vec<f64> = efforts.iter().map(distance).collect();
    let speed = critical_speed(&seconds, &metres)?.speed.0;
    Some(estimate(evidence, speed, (OF_MORE, 0.9), efforts.iter()))
}

fn pair(evidence: &Evidence<'_>, efforts: &[Effort]) -> Option<Estimate> {
    let off = |effort: &Effort, wanted: f64| (distance(effort) / wanted).ln().abs();
    let pairs =
        efforts.iter().enumerate().flat_map(|(i, short)| efforts[i + 1..].iter().map(move |long| (short, long)));
    let (short, long) = pairs
        .filter(|(short, long)| distance(long) >= APART * distance(short) && long.seconds > short.seconds)
        .filter(|(short, long)| (long.date - short.date).num_days().abs() <= ONE_TEST_DAYS)
        .min_by(|a, b| {
            let far = |pair: &(&Effort, &Effort)| off(pair.0, TEST.0) + off(pair.1, TEST.1);
            far(a).total_cmp(&far(b))
        })?;
    let speed = (distance(long) - distance(short)) / (long.seconds - short.seconds);
    // Faster than the longer swim itself: one of the two was not all-out.
    (speed > 0.0 && speed < long.value).then(|| estimate(evidence, speed, (OF_TWO, 0.8), [short, long].into_iter()))
}

fn estimate<'a>(
    evidence: &Evidence<'_>,
    speed: f64,
    (band, confidence): (f64, f64),
    efforts: impl Iterator<Item = &'a Effort>,
) -> Estimate {
    let sources = efforts.map(Effort::source).collect();
    let of = (Metric::SwimSpeed, Method::DistanceTime);
    evidence.estimate(of, speed, around(speed, band), confidence, sources)
}
