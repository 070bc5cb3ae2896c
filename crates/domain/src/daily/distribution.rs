//! How easy and how hard the training of a week was.

use science::zone::polarisation_index;
use serde::{Deserialize, Serialize};

use super::done::{intensity, is_hard};
use crate::activity::Activity;
use crate::measures::{Measures, Quantity, ZoneTime};
use crate::trend::is_endurance;
use crate::zones::Scheme;

/// Time by intensity in three zones.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Distribution {
    /// By what.
    pub quantity: Quantity,
    /// Shares of easy, middle and hard time; sum 1.
    pub shares: [f64; 3],
    /// Polarisation index of the shares, where it has one.
    pub index: Option<f64>,
    /// Time that could be sorted.
    pub time: crate::unit::Seconds,
    /// Share of the week's endurance time that could be sorted.
    pub coverage: f64,
    /// Sessions by their goal instead of seconds: easy, middle, hard. Another method gives another distribution.
    pub sessions: [u32; 3],
}

/// Intensity from which a session without zones is no easy one, as a share of threshold.
const MIDDLE_INTENSITY: f64 = 0.75;
/// Perceived exertion from which a session without anything measured is no easy one, CR-10.
const MIDDLE_RPE: f64 = 5.0;
/// Share of a session's time in a zone that makes it the session's goal.
const GOAL_SHARE: f64 = 0.1;

/// The distribution of some activities by the quantity that sorts most of their time; `None` where nothing was sorted.
///
/// Schemes of more than three zones are folded at the edges nearest to the two thresholds: that is only near what three
/// measured zones would say. A session's goal is the hardest zone that holds a tenth of its sorted time; without zones
/// its intensity says, or how hard it felt.
pub(super) fn of(done: &[&(Activity, Option<Measures>)]) -> Option<Distribution> {
    let endurance = || done.iter().filter(|(activity, _)| is_endurance(activity.sport));
    let all: f64 = endurance().map(|(activity, _)| activity.timer.0.max(0.0)).sum();
    let sorted = |quantity: Quantity| {
        let times = endurance().filter_map(|(_, measures)| in_three(measures.as_ref()?, quantity));
        times.fold([0.0; 3], |sum, times| std::array::from_fn(|zone| sum[zone] + times[zone]))
    };
    let total = |times: &[f64; 3]| times.iter().sum::<f64>();
    // Of equal times the first: power and speed do not lag behind, as heart rate does.
    let (quantity, times) = Quantity::ALL
        .map(|quantity| (quantity, sorted(quantity)))
        .into_iter()
        .reduce(|best, next| if total(&next.1) > total(&best.1) { next } else { best })?;
    let time = total(&times);
    if !(time > 0.0 && time.is_finite()) {
        return None;
    }
    let mut sessions = [0; 3];
    for (activity, measures) in endurance() {
        if let Some(goal) = goal(activity, measures.as_ref()) {
            sessions[goal] += 1;
        }
    }
    Some(Distribution {
        quantity,
        shares: times.map(|zone| zone / time),
        index: polarisation_index(times),
        time: crate::unit::Seconds(time),
        coverage: if all > 0.0 { (time / all).min(1.0) } else { 0.0 },
        sessions,
    })
}

/// Seconds easy, middle and hard by one quantity: measured thresholds before folded schemes.
pub(crate) fn in_three(measures: &Measures, quantity: Quantity) -> Option<[f64; 3]> {
    let of_quantity = || measures.zones.iter().filter(|zones| zones.quantity == quantity);
    let zones = of_quantity().find(|zones| zones.scheme == Scheme::ThreeZone).or_else(|| of_quantity().next())?;
    folded(zones).filter(|times| times.iter().sum::<f64>() > 0.0)
}

fn folded(zones: &ZoneTime) -> Option<[f64; 3]> {
    let (middle, hard) = match zones.scheme {
        Scheme::ThreeZone => (1, 2),
        Scheme::MaxHeart => (3, 4),
        Scheme::CogganPower
        | Scheme::CogganHeart
        | Scheme::FrielRun
        | Scheme::FrielRide
        | Scheme::RunPace
        | Scheme::SwimPace => (2, 4),
    };
    let sum = |part: Option<&[f64]>| part.map(|seconds| seconds.iter().sum::<f64>());
    let seconds = &zones.seconds;
    Some([sum(seconds.get(..middle))?, sum(seconds.get(middle..hard))?, sum(seconds.get(hard..))?])
}

/// Easy 0, middle 1 or hard 2; `None` where nothing says.
fn goal(activity: &Activity, measures: Option<&Measures>) -> Option<usize> {
    let times = measures.and_then(|measures| Quantity::ALL.into_iter().find_map(|of| in_three(measures, of)));
    let by_time = times.map(|times| {
        let all: f64 = times.iter().sum();
        (0..3).rev().find(|zone| times[*zone] >= GOAL_SHARE * all).unwrap_or(0)
    });
    let felt = activity.rpe.or(activity.totals.rpe).map(|rpe| usize::from(rpe.0 >= MIDDLE_RPE));
    let measured = intensity(activity).map(|intensity| usize::from(intensity >= MIDDLE_INTENSITY));
    if is_hard(activity) { Some(2) } else { by_time.or(measured).or(felt) }
}
