//! Even effort over a course whose profile somebody recorded.

use science::grade::CostModel;
use science::pacing::{Leg, paced};
use serde::{Deserialize, Serialize};

use crate::recording::Channel;
use crate::unit::{Meters, Seconds};

/// Step of the profile, metres: short enough that a hill is not hidden in the mean of a leg, long enough that the ripple of
/// an altimeter is no hill.
const STEP_M: f64 = 100.0;

/// One leg of a paced course.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct CourseLeg {
    /// Where it ends, from the start.
    pub to: Meters,
    /// Mean slope, rise over run.
    pub slope: f64,
    /// Mean speed, metres per second.
    pub speed: f64,
    /// Time from the start at its end.
    pub at: Seconds,
}

/// A course at even effort, in legs of about `leg`; what is left at the end stands alone if it is half a leg.
///
/// The slope is taken every 100 m and the effort kept even over those, so that a leg over a hill is slower than its mean
/// slope says. `None` when the two channels share no course of at least a leg, the leg is shorter than the step of the
/// profile, or the time is not positive.
#[must_use]
pub fn course(
    distance: &Channel,
    altitude: &Channel,
    time: Seconds,
    leg: Meters,
    model: CostModel,
) -> Option<Vec<CourseLeg>> {
    let steps = profile(&heights(distance, altitude));
    let whole: f64 = steps.iter().map(|step| step.distance_m).sum();
    if !(STEP_M..=whole).contains(&leg.0) {
        return None;
    }
    let speeds = paced(&steps, time, model)?;
    let mut legs: Vec<CourseLeg> = Vec::new();
    let (mut length, mut rise, mut took) = (0.0, 0.0, 0.0);
    let (mut to, mut at) = (0.0, 0.0);
    for (index, (step, speed)) in steps.iter().zip(&speeds).enumerate() {
        length += step.distance_m;
        rise += step.distance_m * step.slope;
        took += step.distance_m / speed.0;
        to += step.distance_m;
        at += step.distance_m / speed.0;
        let left = whole - to;
        let ends = index + 1 == steps.len();
        // Half a step of tolerance, so that ten legs of a kilometre are ten although the steps do not add up exactly; a
        // remainder too short to stand alone joins the leg before it.
        if ends || (length >= leg.0 - STEP_M / 2.0 && left >= leg.0 / 2.0) {
            legs.push(CourseLeg { to: Meters(to), slope: rise / length, speed: length / took, at: Seconds(at) });
            (length, rise, took) = (0.0, 0.0, 0.0);
        }
    }
    Some(legs)
}

/// Height at every recorded distance, metres: rising in distance, where both channels were recorded.
fn heights(distance: &Channel, altitude: &Channel) -> Vec<(f64, f64)> {
    let way: Vec<(u32, f64)> = distance.usable().collect();
    let mut heights: Vec<(f64, f64)> = Vec::new();
    for (ms, height) in altitude.usable() {
        let after = way.partition_point(|place| place.0 < ms);
        let covered = match (after.checked_sub(1).map(|before| way[before]), way.get(after)) {
            (_, Some(next)) if next.0 == ms => next.1,
            (Some(last), Some(next)) => {
                let share = f64::from(ms - last.0) / f64::from(next.0 - last.0);
                last.1 + (next.1 - last.1) * share
            }
            _ => continue,
        };
        let further = heights.last().is_none_or(|last| covered > last.0);
        if further && covered.is_finite() && height.is_finite() {
            heights.push((covered, height));
        }
    }
    heights
}

/// Steps of 100 m from the first height to the last, the last one shorter. The height of a mark is the mean of those within
/// half a step of it, or lies on the line between its neighbours.
fn profile(heights: &[(f64, f64)]) -> Vec<Leg> {
    let (Some(first), Some(last)) = (heights.first(), heights.last()) else { return Vec::new() };
    let whole = last.0 - first.0;
    let at = |metres: f64| {
        let place = first.0 + metres;
        let from = heights.partition_point(|height| height.0 < place - STEP_M / 2.0);
        let to = heights.partition_point(|height| height.0 <= place + STEP_M / 2.0);
        if from < to {
            let near = &heights[from..to];
            return near.iter().map(|height| height.1).sum::<f64>() / near.len() as f64;
        }
        // No height within half a step: neighbours on both sides exist, for the ends have heights of their own.
        let (before, after) = (heights[from.saturating_sub(1)], heights[from.min(heights.len() - 1)]);
        let apart = after.0 - before.0;
        if apart > 0.0 { before.1 + (after.1 - before.1) * (place - before.0) / apart } else { before.1 }
    };
    let marks = (whole / STEP_M).floor() as usize;
    let mut ends: Vec<f64> = (0..=marks).map(|mark| mark as f64 * STEP_M).collect();
    match ends.last_mut() {
        // Less than half a step left joins the last one: a slope over a few metres means nothing.
        Some(end) if marks > 0 && whole - *end < STEP_M / 2.0 => *end = whole,
        _ => ends.push(whole),
    }
    ends.windows(2)
        .filter(|ends| ends[1] > ends[0])
        .map(|ends| {
            let length = ends[1] - ends[0];
            Leg { distance_m: length, slope: (at(ends[1]) - at(ends[0])) / length }
        })
        .collect()
}
