//! Values that leave by a jump and come back: a spike of the heart rate, a leap of the altitude.

use std::ops::Range;

use super::{Marks, RepairLimits, Sample};
use crate::recording::{Channel, ChannelKind, RepairKind};

/// What counts as an excursion.
struct Rule {
    kind: RepairKind,
    /// Fastest possible change, units per second.
    step: f64,
    /// The short beginning before a jump that stays is marked.
    beginning: bool,
}

/// Only neighbours this close tell of a jump, seconds: over a longer gap the value may have gone there.
const CLOSE_S: f64 = 5.0;
/// The longest stretch, seconds, that is marked however it ends.
const SHORT_S: f64 = 10.0;
/// The longest stretch, seconds, that is marked where it both leaves and ends by jumps of [`FAR`] times the fastest change: a
/// body that works for half a minute rises and falls as well, seen by a sensor that lags and catches up.
const LONGEST_S: f64 = 60.0;
const FAR: f64 = 2.0;
/// The longest beginning that is marked, seconds.
const LONGEST_BEGINNING_S: f64 = 30.0;

/// Marks the excursions of a channel that has a rule.
pub(super) fn mark(channel: &Channel, marks: &mut Marks, limits: &RepairLimits) {
    let rule = match channel.kind {
        ChannelKind::HeartRate => Rule { kind: RepairKind::Spike, step: limits.hr_step, beginning: false },
        ChannelKind::Altitude => Rule { kind: RepairKind::AltitudeGlitch, step: limits.climb_max, beginning: true },
        _ => return,
    };
    let samples: Vec<Sample> = marks.left(channel).collect();
    for range in excursions(&samples, &rule) {
        for sample in &samples[range] {
            marks.add(sample.at, rule.kind);
        }
    }
}

/// The stretches of `samples` that left by a jump and came back.
fn excursions(samples: &[Sample], rule: &Rule) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 1;
    while at < samples.len() {
        let Some(direction) = jump(samples[at - 1], samples[at], rule.step) else {
            at += 1;
            continue;
        };
        if let Some(back) = comes_back(samples, at, direction, rule) {
            found.push(at..back);
            // The sample it came back to may leave again.
            at = back + 1;
            continue;
        }
        if rule.beginning && found.is_empty() && samples[at].seconds - samples[0].seconds <= LONGEST_BEGINNING_S {
            found.push(0..at);
        }
        at += 1;
    }
    found
}

/// Up (1) or down (-1) faster than possible; `None` for anything slower or too far apart to tell.
fn jump(from: Sample, to: Sample, step: f64) -> Option<f64> {
    let gap = to.seconds - from.seconds;
    let change = to.value - from.value;
    // Samples closer than a second are not judged harder than by the second: the values are whole numbers.
    (gap <= CLOSE_S && change.abs() > step * gap.max(1.0)).then(|| change.signum())
}

/// Where the values that left at `at` are back within a step of where they left.
fn comes_back(samples: &[Sample], at: usize, direction: f64, rule: &Rule) -> Option<usize> {
    let before = samples[at - 1];
    let left_at = samples[at].seconds;
    let far = FAR * rule.step;
    let left_far = jump(before, samples[at], far).is_some();
    for back in at + 1..samples.len() {
        let (last, now) = (samples[back - 1], samples[back]);
        let away = now.seconds - left_at;
        if away > LONGEST_S || now.seconds - last.seconds > CLOSE_S {
            return None;
        }
        if direction * (now.value - before.value) <= rule.step {
            let back_far = jump(last, now, far).is_some_and(|way| way == -direction);
            return (away <= SHORT_S || (left_far && back_far)).then_some(back);
        }
    }
    None
}
