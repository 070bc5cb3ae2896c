//! What one race says about another.
//!
//! Every method is a rule for people at large; [`blend`] gathers them with an interval that never shrinks because two
//! methods repeat the same race.

use serde::{Deserialize, Serialize};

use crate::normal::Z80;
use crate::unit::{Meters, MetersPerSecond, Seconds};

/// Riegel's exponent for runners at large.
pub const RIEGEL: f64 = 1.06;

/// The exponent Vickers & Vertosick put into Riegel's rule inside their own.
const VICKERS_RIEGEL: f64 = 1.07;

/// Length of the marathon.
pub const MARATHON: Meters = Meters(42_195.0);

/// Length of the half marathon.
pub const HALF_MARATHON: Meters = Meters(21_097.5);

/// Races whose times critical speed describes, seconds: 2 to 30 minutes.
pub const CRITICAL_SPEED_VALID_S: std::ops::RangeInclusive<f64> = 120.0..=1800.0;

const MILE_M: f64 = 1609.344;

fn positive(values: &[f64]) -> bool {
    values.iter().all(|value| *value > 0.0 && value.is_finite())
}

fn time(seconds: f64) -> Option<Seconds> {
    positive(&[seconds]).then_some(Seconds(seconds))
}

/// Time over another distance: `t1 (d2 / d1)^exponent`.
///
/// Source: Riegel 1981, American Scientist 69:285-90, exponent [`RIEGEL`]. Holds from about 3.5 minutes to 4 hours; more than ten
/// minutes too fast for half of all marathoners (Vickers & Vertosick 2016). `None` unless all is positive.
#[must_use]
pub fn riegel(d1: Meters, t1: Seconds, d2: Meters, exponent: f64) -> Option<Seconds> {
    if !positive(&[d1.0, t1.0, d2.0, exponent]) {
        return None;
    }
    time(t1.0 * (d2.0 / d1.0).powf(exponent))
}

/// The exponent that joins two races of one runner. `None` unless distances are positive and differ, times too.
#[must_use]
pub fn exponent(d1: Meters, t1: Seconds, d2: Meters, t2: Seconds) -> Option<f64> {
    let k = (t2.0 / t1.0).ln() / (d2.0 / d1.0).ln();
    (positive(&[d1.0, t1.0, d2.0, t2.0]) && k.is_finite()).then_some(k)
}

/// VDOT of a race: oxygen its speed takes over the share of the maximum that its time allows, ml/kg/min.
///
/// Source: Daniels & Gilbert 1979, *Oxygen Power*. Meant for races of about 3.5 minutes to 4 hours. `None` unless distance and
/// time are positive and the speed needs oxygen above rest.
#[must_use]
pub fn vdot(distance: Meters, time: Seconds) -> Option<f64> {
    if !positive(&[distance.0, time.0]) {
        return None;
    }
    let minutes = time.0 / 60.0;
    let speed = distance.0 / minutes;
    let oxygen = -4.60 + 0.182_258 * speed + 0.000_104 * speed * speed;
    let share = 0.8 + 0.189_439_3 * (-0.012_778 * minutes).exp() + 0.298_955_8 * (-0.193_260_5 * minutes).exp();
    let vdot = oxygen / share;
    positive(&[vdot]).then_some(vdot)
}

/// Time over a distance at a VDOT, by bisection of [`vdot`]. `None` unless the answer lies between 0.8 and 12 m/s.
#[must_use]
pub fn vdot_time(vdot: f64, distance: Meters) -> Option<Seconds> {
    if !positive(&[vdot, distance.0]) {
        return None;
    }
    let reached = |seconds: f64| self::vdot(distance, Seconds(seconds)).is_some_and(|value| value > vdot);
    let (mut fast, mut slow) = (distance.0 / 12.0, distance.0 / 0.8);
    if !reached(fast) || reached(slow) {
        return None;
    }
    // Sixty halvings end at the last digit.
    for _ in 0..60 {
        let middle = f64::midpoint(fast, slow);
        if reached(middle) {
            fast = middle;
        } else {
            slow = middle;
        }
    }
    time(f64::midpoint(fast, slow))
}

/// Speed at which a VDOT is used up, from Daniels' inverse regression (m/min: `29.54 + 5.000663 V - 0.007546 V^2`); training
/// speeds are shares of it. `None` outside VDOT 20 to 90.
#[must_use]
pub fn vdot_speed(vdot: f64) -> Option<MetersPerSecond> {
    let metres_a_minute = 29.54 + 5.000_663 * vdot - 0.007_546 * vdot * vdot;
    (20.0..=90.0).contains(&vdot).then_some(MetersPerSecond(metres_a_minute / 60.0))
}

/// Marathon time from one race and the usual distance run in a week, miles.
///
/// Source: Vickers & Vertosick 2016, BMC Sports Sci Med Rehabil 8:26 (2303 recreational runners), with the coefficient
/// 0.06423826: a tenfold one is in circulation and turns a half marathon of 1:30 into a marathon of two hours. `None` unless
/// distance and time are positive and the mileage is not negative.
#[must_use]
pub fn vickers_one(distance: Meters, time: Seconds, miles_per_week: f64) -> Option<Seconds> {
    let riegel = riegel(distance, time, MARATHON, VICKERS_RIEGEL)?;
    let speed = 0.160_186_17 + 0.830_762_02 * MARATHON.0 / riegel.0 + 0.064_238_26 * miles_per_week / 10.0;
    (miles_per_week >= 0.0).then_some(MARATHON.0 / speed).and_then(self::time)
}

/// Marathon time from two races, the longer one second, and the usual distance run in a week, miles.
///
/// Source as for [`vickers_one`]. `None` for races of one length or in the wrong order too.
#[must_use]
pub fn vickers_two(d1: Meters, t1: Seconds, d2: Meters, t2: Seconds, miles_per_week: f64) -> Option<Seconds> {
    let k = exponent(d1, t1, d2, t2).filter(|_| d2.0 > d1.0 && miles_per_week >= 0.0)?;
    let marathon = 1.451_075_6 - 0.237_979_48 * k - 0.014_100_23 * miles_per_week / 10.0;
    riegel(d2, t2, MARATHON, marathon)
}

/// Miles in a number of kilometres, for the rules that ask for miles.
#[must_use]
pub fn miles(kilometres: f64) -> f64 {
    kilometres * 1000.0 / MILE_M
}

/// Time over a distance from critical speed and the distance above it: `(D - D') / CS`, wherever it falls.
///
/// `None` unless both are positive and the distance is longer than D'.
#[must_use]
pub fn hyperbola_time(speed: MetersPerSecond, d_prime: Meters, distance: Meters) -> Option<Seconds> {
    positive(&[speed.0, d_prime.0, distance.0]).then(|| (distance.0 - d_prime.0) / speed.0).and_then(time)
}

/// As [`hyperbola_time`], where it holds: `None` for races outside [`CRITICAL_SPEED_VALID_S`].
#[must_use]
pub fn critical_speed_time(speed: MetersPerSecond, d_prime: Meters, distance: Meters) -> Option<Seconds> {
    hyperbola_time(speed, d_prime, distance).filter(|time| CRITICAL_SPEED_VALID_S.contains(&time.0))
}

/// Marathon time from critical speed: finishers of 2:30 held 93.0 % of it and those of 6:00 78.9 %, with a straight line
/// between.
///
/// Source: Smyth & Muniz-Pumares 2020, MSSE 52:2637-45 (training bests of more than 25,000 runners; 84.8 % on average, with a
/// spread of 13.6 points). `None` for marathons outside that range.
#[must_use]
pub fn critical_speed_marathon(speed: MetersPerSecond) -> Option<Seconds> {
    let (fast, slow) = ((9000.0, 0.930), (21_600.0, 0.789));
    let share = |seconds: f64| fast.1 + (slow.1 - fast.1) * (seconds - fast.0) / (slow.0 - fast.0);
    if !positive(&[speed.0]) {
        return None;
    }
    let at_critical = MARATHON.0 / speed.0;
    let late = |seconds: f64| seconds * share(seconds) > at_critical;
    let (mut low, mut high) = (fast.0, slow.0);
    if late(low) || !late(high) {
        return None;
    }
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        if late(middle) {
            high = middle;
        } else {
            low = middle;
        }
    }
    time(low)
}

/// How a time was predicted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// [`riegel`].
    Riegel,
    /// [`vdot_time`].
    Vdot,
    /// [`critical_speed_time`], or [`critical_speed_marathon`].
    CriticalSpeed,
    /// [`vickers_one`].
    VickersOne,
    /// [`vickers_two`].
    VickersTwo,
}

impl Method {
    /// Usual error of the method from a race of one distance to another, standard deviation as a share of the time.
    ///
    /// For the marathon from the mean squared errors of Vickers & Vertosick (381, 228 and 208 min^2 for Riegel, one and two
    /// races) over a marathon of four hours, and for critical speed from Smyth's spread. Elsewhere a design choice: 2 % and
    /// 1 % more for every doubling between the distances. `None` where the method does not apply.
    #[must_use]
    pub fn usual_sd_share(self, from: Meters, to: Meters) -> Option<f64> {
        if !positive(&[from.0, to.0]) {
            return None;
        }
        let doublings = (to.0 / from.0).log2().abs();
        let marathon = is_marathon(to);
        match self {
            Self::VickersOne => marathon.then_some(228f64.sqrt() / 240.0),
            Self::VickersTwo => marathon.then_some(208f64.sqrt() / 240.0),
            Self::Riegel | Self::Vdot if marathon && doublings > 0.1 => Some(381f64.sqrt() / 240.0),
            Self::Riegel | Self::Vdot => Some(0.02 + 0.01 * doublings),
            Self::CriticalSpeed if marathon => Some(0.136 / 0.848),
            Self::CriticalSpeed => Some(0.03),
        }
    }
}

fn is_marathon(distance: Meters) -> bool {
    (distance.0 / MARATHON.0 - 1.0).abs() < 0.01
}

/// One method's answer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Predicted {
    /// Its method.
    pub method: Method,
    /// Its time.
    pub time: Seconds,
    /// Standard deviation as a share of the time; see [`Method::usual_sd_share`].
    pub sd_share: f64,
}

/// What one method gave to a blend.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Part {
    /// Its method.
    pub method: Method,
    /// Its time.
    pub time: Seconds,
    /// Its share of the blend, 0 to 1.
    pub weight: f64,
}

/// A prediction with its interval.
#[derive(Debug, Clone, PartialEq)]
pub struct Blend {
    /// The time to expect.
    pub time: Seconds,
    /// Fast end of the 80 % interval.
    pub low: Seconds,
    /// Slow end of the 80 % interval.
    pub high: Seconds,
    /// What it was made of; the weights add up to 1.
    pub parts: Vec<Part>,
}

/// Half an 80 % interval is never narrower than this share of the time: 3 % up to the half marathon, 5.5 % from the marathon.
const FLOOR: (f64, f64) = (0.03, 0.055);

/// What a race tells fades by this share a month.
const FADES_A_MONTH: f64 = 0.05;

/// The methods' answers weighted by the inverse of their variance, with an 80 % interval.
///
/// All of them rest on the same few races, so their errors are taken as one: the interval is as wide as the weighted mean of
/// theirs, wider where they disagree, never below the floors (3 % of the time up to the half marathon, 5.5 % from the
/// marathon, in between in between), and wider by the root of 5 % a month of `months_old`, the age of the race they
/// rest on. Methods outside their range are left out: Vickers & Vertosick beside the marathon, critical speed outside 2 to 30
/// minutes beside the marathon, and whatever has no positive time and spread. `None` where nothing is left or the age is
/// negative. Design choice; heat, height and hills come on top.
#[must_use]
pub fn blend(predictions: &[Predicted], distance: Meters, months_old: f64) -> Option<Blend> {
    if !positive(&[distance.0]) || !(0.0..f64::INFINITY).contains(&months_old) {
        return None;
    }
    let usable: Vec<&Predicted> = predictions.iter().filter(|part| applies(part, distance)).collect();
    let total: f64 = usable.iter().map(|part| part.sd_share.powi(-2)).sum();
    let parts: Vec<Part> = usable
        .iter()
        .map(|part| Part { method: part.method, time: part.time, weight: part.sd_share.powi(-2) / total })
        .collect();
    if parts.is_empty() {
        return None;
    }
    let middle: f64 = parts.iter().map(|part| part.weight * part.time.0.ln()).sum();
    let own: f64 = parts.iter().zip(&usable).map(|(part, from)| part.weight * from.sd_share).sum();
    let apart: f64 = parts.iter().map(|part| part.weight * (part.time.0.ln() - middle).powi(2)).sum();
    let faded = (1.0 - FADES_A_MONTH).powf(-months_old / 2.0);
    let half = (Z80 * own.hypot(apart.sqrt())).max(floor(distance)) * faded;
    let time = time(middle.exp())?;
    Some(Blend { time, low: Seconds(time.0 * (-half).exp()), high: Seconds(time.0 * half.exp()), parts })
}

fn applies(part: &Predicted, distance: Meters) -> bool {
    positive(&[part.time.0, part.sd_share])
        && match part.method {
            Method::Riegel | Method::Vdot => true,
            Method::VickersOne | Method::VickersTwo => is_marathon(distance),
            Method::CriticalSpeed => is_marathon(distance) || CRITICAL_SPEED_VALID_S.contains(&part.time.0),
        }
}

fn floor(distance: Meters) -> f64 {
    let share = (distance.0 / HALF_MARATHON.0).log2().clamp(0.0, 1.0);
    FLOOR.0 + (FLOOR.1 - FLOOR.0) * share
}

#[cfg(test)]
mod tests;
