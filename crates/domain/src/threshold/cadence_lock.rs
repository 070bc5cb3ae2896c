//! A heart rate that is really the cadence: an optical sensor counts arm swings.

use crate::recording::Channel;

/// Closer than this to the steps a minute, for longer than this many seconds (SCIENCE 9).
const CLOSE: f64 = 3.0;
const LONGEST_CHANCE_S: f64 = 30.0;
/// A cadence this long ago says nothing about now.
const STALE_MS: u32 = 5000;

/// Whether the heart rate at a moment (seconds since the start) lies in a stretch of more than 30 s during which it stays
/// within 3 bpm of the steps a minute. `cadence` in strides a minute, as channels have it: half the steps.
///
/// A real heart rate can run beside the cadence for a while, too: this keeps a value from being believed, and marks nothing.
#[must_use]
pub fn follows_cadence(heart: &Channel, cadence: &Channel, at_s: u32) -> bool {
    let at_ms = at_s.saturating_mul(1000);
    let steps: Vec<(u32, f64)> = cadence.usable().map(|(ms, strides)| (ms, 2.0 * strides)).collect();
    let close = |ms: u32, heart: f64| {
        let after = steps.partition_point(|step| step.0 <= ms);
        let now = after.checked_sub(1).map(|at| steps[at]).filter(|step| ms - step.0 <= STALE_MS);
        now.is_some_and(|step| step.1 > 0.0 && (heart - step.1).abs() < CLOSE)
    };
    let mut began: Option<u32> = None;
    let mut last = 0;
    let locked = |began: Option<u32>, last: u32| {
        let long = began.is_some_and(|began| f64::from(last - began) / 1000.0 > LONGEST_CHANCE_S);
        long && began.is_some_and(|began| began <= at_ms) && at_ms <= last
    };
    for (ms, value) in heart.usable() {
        if close(ms, value) {
            began = began.or(Some(ms));
            last = ms;
        } else {
            if locked(began, last) {
                return true;
            }
            began = None;
        }
    }
    locked(began, last)
}
