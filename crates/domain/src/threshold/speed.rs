//! Speed thresholds of running.

use science::critical_speed::{SpeedFit, critical_speed};
use science::race;

use super::effort::{Effort, RESULT_DAYS, TRAINING_DAYS, attempts};
use super::estimate::{Evidence, Found, around};
use super::{Estimate, Method};
use crate::measures::Quantity;
use crate::metric::Metric;
use crate::reading::Missing;
use crate::result::Outcome;
use crate::sport::Sport;
use crate::unit::{Meters, Seconds};

/// Distances looked for in training, metres, and the three that told most (Smyth & Muniz-Pumares 2020).
const DISTANCES: [f64; 6] = [400.0, 800.0, 1000.0, 1500.0, 3000.0, 5000.0];
const BEST_TRIO: [f64; 3] = [400.0, 800.0, 5000.0];
/// Activities looked at for every distance.
const DEPTH: usize = 3;
/// Efforts the line holds for, seconds.
const RANGE_S: std::ops::RangeInclusive<f64> = 60.0..=1800.0;
/// Longest effort over shortest.
const RANGE_RATIO: f64 = 3.0;
/// D' over critical speed of runners at large, seconds: bends the scale on which efforts are compared. Design choice.
const BEND: f64 = 45.0;
/// Bands, as shares below and above. Training bests are not maximal, so that the truth lies above rather than below; 7.67 %
/// is the error Smyth & Muniz-Pumares found. The others are design choices.
const FROM_RESULTS: (f64, f64) = (0.03, 0.03);
const FROM_TRAINING: (f64, f64) = (0.03, 0.0767);
const D_FROM_RESULTS: f64 = 0.2;
const D_FROM_TRAINING: f64 = 0.4;
/// Threshold over critical speed, lower and upper (SCIENCE 9).
const OF_CRITICAL: (f64, f64) = (0.95, 1.0);
/// Races that say what an hour's race would be: 10 minutes to 4 hours, 1500 m and more.
const EQUIVALENT_S: std::ops::RangeInclusive<f64> = 600.0..=14_400.0;
const EQUIVALENT_M: f64 = 1500.0;
const EQUIVALENT_BAND: f64 = 0.03;
/// Share by which an older race counts less when the best is looked for, a month. Design choice.
const FADES_A_MONTH: f64 = 0.005;
const MONTH_DAYS: f64 = 30.4;
const HOUR: Seconds = Seconds(3600.0);

/// Critical speed and D' from the best trio of efforts: results before training, of training the three distances that told
/// most before others, then the strongest. With fewer than two efforts from races or time trials it is a lower bound.
pub(super) fn critical(evidence: &Evidence<'_>) -> Result<(Estimate, Estimate), Missing> {
    let efforts = efforts(evidence);
    let (trio, fit) = best_trio(&efforts).ok_or_else(|| why_not(evidence))?;
    let tagged = trio.iter().filter(|effort| effort.is_tagged()).count();
    let (band, d_band, confidence) = match tagged {
        3.. => (FROM_RESULTS, D_FROM_RESULTS, 0.9),
        2 => (FROM_RESULTS, D_FROM_RESULTS, 0.8),
        _ => (FROM_TRAINING, D_FROM_TRAINING, evidence.trust(Sport::Run, Quantity::Speed)),
    };
    let sources = || trio.iter().map(|effort| effort.source()).collect::<Vec<_>>();
    let (cs, d_prime) = (fit.speed.0, fit.d_prime.0);
    let mut speed = evidence.estimate(
        (Metric::CriticalSpeed, Method::DistanceTime),
        cs,
        (cs * (1.0 - band.0), cs * (1.0 + band.1)),
        confidence,
        sources(),
    );
    speed.lower_bound = tagged < 2;
    let d_prime = evidence.estimate(
        (Metric::DPrime, Method::DistanceTime),
        d_prime,
        around(d_prime, d_band),
        confidence * if tagged >= 2 { 0.9 } else { 0.7 },
        sources(),
    );
    Ok((speed, d_prime))
}

/// Threshold speed: what the best race says of an hour's race, and 95 to 100 % of critical speed.
pub(super) fn threshold(evidence: &Evidence<'_>, critical: Option<&Estimate>) -> Found {
    let mut found: Vec<Estimate> = equivalent(evidence).into_iter().collect();
    if let Some(critical) = critical {
        found.push(Estimate {
            metric: Metric::ThresholdSpeed,
            method: Method::FromCriticalSpeed,
            value: critical.value * f64::midpoint(OF_CRITICAL.0, OF_CRITICAL.1),
            low: critical.low * OF_CRITICAL.0,
            high: critical.high * OF_CRITICAL.1,
            confidence: critical.confidence * 0.9,
            ..critical.clone()
        });
    }
    if found.is_empty() { Err(why_not(evidence)) } else { Ok(found) }
}

fn equivalent(evidence: &Evidence<'_>) -> Option<Estimate> {
    let vdot = |result: &Outcome| {
        let distance = result.distance.filter(|distance| distance.0 >= EQUIVALENT_M)?;
        let fits = EQUIVALENT_S.contains(&result.time.0);
        race::vdot(distance, result.time).filter(|_| fits)
    };
    let faded = |result: &Outcome, vdot: f64| {
        let months = (evidence.today - result.date).num_days() as f64 / MONTH_DAYS;
        vdot * (1.0 - FADES_A_MONTH).powf(months)
    };
    let (result, vdot) = evidence
        .all_out(Sport::Run, RESULT_DAYS)
        .into_iter()
        .filter_map(|result| Some((result, vdot(result)?)))
        .max_by(|a, b| faded(a.0, a.1).total_cmp(&faded(b.0, b.1)))?;
    let speed = hour_of(vdot)?.0 / HOUR.0;
    let near = (1800.0..=7200.0).contains(&result.time.0);
    let effort = Effort::of(result, result.distance?.0 / result.time.0);
    Some(evidence.estimate(
        (Metric::ThresholdSpeed, Method::RaceEquivalent),
        speed,
        around(speed, EQUIVALENT_BAND),
        if near { 0.85 } else { 0.7 },
        vec![effort.source()],
    ))
}

/// The distance a VDOT covers in an hour, by bisection.
fn hour_of(vdot: f64) -> Option<Meters> {
    let covers = |metres: f64| race::vdot(Meters(metres), HOUR).is_some_and(|needed| needed > vdot);
    let (mut low, mut high) = (2000.0, 40_000.0);
    if covers(low) || !covers(high) {
        return None;
    }
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        if covers(middle) {
            high = middle;
        } else {
            low = middle;
        }
    }
    Some(Meters(f64::midpoint(low, high)))
}

fn efforts(evidence: &Evidence<'_>) -> Vec<Effort> {
    let results = evidence.all_out(Sport::Run, RESULT_DAYS).into_iter();
    let of_result = |result: &Outcome| Some(Effort::of(result, result.distance?.0 / result.time.0));
    let mut all: Vec<Effort> = results.filter_map(of_result).collect();
    for distance in DISTANCES {
        all.extend(evidence.over(Sport::Run, distance, TRAINING_DAYS).into_iter().take(DEPTH));
    }
    all.retain(|effort| RANGE_S.contains(&effort.seconds));
    attempts(all, BEND)
}

/// Whether an effort covered one of the distances that told most.
fn is_of_best(effort: &Effort) -> bool {
    let covered = effort.value * effort.seconds;
    BEST_TRIO.iter().any(|distance| (0.99..=1.05).contains(&(covered / distance)))
}

/// The best trio that a line fits.
fn best_trio(efforts: &[Effort]) -> Option<([&Effort; 3], SpeedFit)> {
    let mut trios: Vec<[&Effort; 3]> = Vec::new();
    for (i, one) in efforts.iter().enumerate() {
        for (j, two) in efforts.iter().enumerate().skip(i + 1) {
            trios.extend(efforts[j + 1..].iter().map(|three| [one, two, three]).filter(is_sound));
        }
    }
    let rank = |trio: &[&Effort; 3]| {
        let tagged = trio.iter().filter(|effort| effort.is_tagged()).count();
        let best = trio.iter().filter(|effort| is_of_best(effort)).count();
        (tagged, best)
    };
    let strength = |trio: &[&Effort; 3]| trio.iter().map(|effort| effort.strength(BEND)).sum::<f64>();
    trios.sort_by(|a, b| rank(b).cmp(&rank(a)).then(strength(b).total_cmp(&strength(a))));
    trios.into_iter().find_map(|trio| {
        let seconds = trio.map(|effort| effort.seconds);
        let distance = trio.map(|effort| effort.seconds * effort.value);
        Some((trio, critical_speed(&seconds, &distance)?))
    })
}

/// Three efforts that share no time and differ enough in length.
fn is_sound(trio: &[&Effort; 3]) -> bool {
    let [one, two, three] = trio;
    let mut seconds = trio.map(|effort| effort.seconds);
    seconds.sort_by(f64::total_cmp);
    let [shortest, middle, longest] = seconds;
    let apart = longest >= RANGE_RATIO * shortest && middle >= 1.1 * shortest && longest >= 1.1 * middle;
    apart && !one.overlaps(two) && !one.overlaps(three) && !two.overlaps(three)
}

fn why_not(evidence: &Evidence<'_>) -> Missing {
    let measured = !evidence.curves(Sport::Run, Quantity::Speed, 365).is_empty();
    if measured || !evidence.all_out(Sport::Run, 365).is_empty() {
        return Missing::TooFewEfforts;
    }
    let ran = evidence.activities.iter().any(|(activity, _)| activity.sport == Sport::Run);
    if ran { Missing::NoChannel } else { Missing::NeverRecorded }
}
