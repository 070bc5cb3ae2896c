//! Power thresholds on the bike.

use science::critical_power::{self, CriticalPower};

use super::effort::{Effort, TRAINING_DAYS, attempts};
use super::estimate::{Evidence, Found, JOULES_A_KILOJOULE, around, joined};
use super::{Estimate, Method};
use crate::measures::Quantity;
use crate::metric::Metric;
use crate::reading::Missing;
use crate::sport::Sport;

/// Share of the best 20 minutes (Allen & Coggan).
const OF_TWENTY: f64 = 0.95;
/// Band of every functional threshold power. Published limits are wider still: the 95 % of 20 minutes lies within 9.2 % of
/// the maximal lactate steady state (bias 1.4 %, Borszcz 2019), from 19 W below to 33 W above critical power (Front Physiol
/// 2021;11:613151: "not interchangeable"), and from 40 W below to 32 W above the best 60 minutes; riders hold it for 50.9
/// (SD 15.7) minutes (Borszcz 2018).
const FTP_BAND: f64 = 0.05;
/// Functional threshold power over critical power, lower and upper (SCIENCE 9).
const OF_CRITICAL: (f64, f64) = (0.96, 1.0);
/// W' over critical power of riders at large, seconds: bends the scale on which efforts are compared. Design choice.
const BEND: f64 = 70.0;
/// Durations efforts are looked for at, by thirds of the range: each third gives one before any gives a second.
const DURATIONS: [&[u32]; 3] = [&[120, 150, 180, 210, 240], &[300, 360, 420, 480, 540], &[600, 720, 900, 1050, 1200]];
/// Activities looked at for every duration.
const DEPTH: usize = 3;
const MOST: usize = 5;
/// Least widths of the bands of critical power and W'.
const CP_BAND: f64 = 0.03;
const W_BAND: f64 = 0.15;

/// Functional threshold power: 95 % of the best 20 minutes, the best 60 minutes, and 96 to 100 % of critical power, all over
/// 90 days. An effort that was no race or time trial may have been less than everything: a lower bound.
pub(super) fn ftp(evidence: &Evidence<'_>, critical: Option<&Estimate>) -> Found {
    let mut found = Vec::new();
    let trust = evidence.trust(Sport::Ride, Quantity::Power);
    for (method, seconds, span, share) in
        [(Method::TwentyMinutes, 1200, 1140.0..=1320.0, OF_TWENTY), (Method::SixtyMinutes, 3600, 3300.0..=4200.0, 1.0)]
    {
        let mut efforts = evidence.bests(Sport::Ride, Quantity::Power, seconds, TRAINING_DAYS);
        efforts.extend(results(evidence).into_iter().filter(|effort| span.contains(&effort.seconds)));
        efforts.sort_by(|a, b| b.value.total_cmp(&a.value));
        let best = efforts.first().cloned();
        let tested = efforts.into_iter().find(Effort::is_tagged);
        let distinct = best.filter(|best| tested.as_ref() != Some(best));
        for effort in [tested, distinct].into_iter().flatten() {
            let value = share * effort.value;
            let confidence = if effort.is_tagged() { 0.9 } else { trust };
            let mut estimate = evidence.estimate(
                (Metric::Ftp, method),
                value,
                around(value, FTP_BAND),
                confidence,
                vec![effort.source()],
            );
            estimate.lower_bound = !effort.is_tagged();
            found.push(estimate);
        }
    }
    if let Some(critical) = critical {
        let value = critical.value * f64::midpoint(OF_CRITICAL.0, OF_CRITICAL.1);
        let (low, high) =
            joined(around(value, FTP_BAND), (critical.low * OF_CRITICAL.0, critical.high * OF_CRITICAL.1));
        found.push(Estimate {
            metric: Metric::Ftp,
            method: Method::FromCriticalPower,
            value,
            low,
            high,
            // Its confidence has faded already; the step from one threshold to the other costs some more.
            confidence: critical.confidence * 0.9,
            ..critical.clone()
        });
    }
    if found.is_empty() { Err(why_not(evidence)) } else { Ok(found) }
}

/// Critical power and W' from separate efforts of 2 to 20 minutes in 90 days.
///
/// With fewer than two efforts from races or time trials critical power is a lower bound; W', which submaximal efforts may
/// push either way, then only loses confidence. Efforts of training are checked against the best 40 minutes; known tests are
/// not contradicted by an athlete never having gone all-out for that long.
pub(super) fn critical(evidence: &Evidence<'_>) -> Result<(Estimate, Estimate), Missing> {
    let efforts = separate(evidence);
    let tagged = efforts.iter().filter(|effort| effort.is_tagged()).count();
    let tested = tagged == efforts.len();
    let longest = evidence.bests(Sport::Ride, Quantity::Power, 2400, TRAINING_DAYS);
    let best_40_min = longest.first().map(|effort| effort.value).filter(|_| !tested);
    let points: Vec<critical_power::Effort> =
        efforts.iter().map(|effort| critical_power::Effort { seconds: effort.seconds, watts: effort.value }).collect();
    let fitted = critical_power::critical_power(&points, best_40_min).map_err(|_| why_not(evidence))?;
    let CriticalPower { fit, cp_band, w_band, poor, .. } = fitted;
    let confidence =
        if tagged >= 2 { 0.85 } else { evidence.trust(Sport::Ride, Quantity::Power) } * if poor { 0.6 } else { 1.0 };
    let sources = || efforts.iter().map(Effort::source).collect::<Vec<_>>();
    let mut cp = evidence.estimate(
        (Metric::CriticalPower, Method::Hyperbola),
        fit.cp,
        joined(cp_band, around(fit.cp, CP_BAND)),
        confidence,
        sources(),
    );
    cp.lower_bound = tagged < 2;
    let (low, high) = joined(w_band, around(fit.w_prime, W_BAND));
    let w_prime = evidence.estimate(
        (Metric::WPrime, Method::Hyperbola),
        fit.w_prime / JOULES_A_KILOJOULE,
        (low / JOULES_A_KILOJOULE, high / JOULES_A_KILOJOULE),
        confidence * if tagged >= 2 { 0.9 } else { 0.7 },
        sources(),
    );
    Ok((cp, w_prime))
}

/// Results with a mean power.
fn results(evidence: &Evidence<'_>) -> Vec<Effort> {
    let all = evidence.all_out(Sport::Ride, TRAINING_DAYS).into_iter();
    all.filter_map(|result| Some(Effort::of(result, result.power?.0))).filter(|effort| effort.value > 0.0).collect()
}

/// At most five efforts that share no time: one of each third of the range, then the strongest of the rest.
fn separate(evidence: &Evidence<'_>) -> Vec<Effort> {
    let (shortest, longest) = critical_power::RANGE_S;
    let mut all = results(evidence);
    all.retain(|effort| (shortest..=longest).contains(&effort.seconds));
    for seconds in DURATIONS.concat() {
        all.extend(evidence.bests(Sport::Ride, Quantity::Power, seconds, TRAINING_DAYS).into_iter().take(DEPTH));
    }
    let all = attempts(all, BEND);
    let third = |effort: &Effort| match effort.seconds {
        s if s < 270.0 => 0,
        s if s < 570.0 => 1,
        _ => 2,
    };
    let mut chosen: Vec<Effort> = Vec::new();
    let stands_alone = |chosen: &[Effort], effort: &Effort| {
        chosen.iter().all(|other| {
            let ratio = other.seconds / effort.seconds;
            !other.overlaps(effort) && !(0.9..=1.1).contains(&ratio)
        })
    };
    for each_third in [true, false] {
        for effort in &all {
            let taken = each_third && chosen.iter().any(|other| third(other) == third(effort));
            if chosen.len() < MOST && !taken && stands_alone(&chosen, effort) {
                chosen.push(effort.clone());
            }
        }
    }
    chosen
}

fn why_not(evidence: &Evidence<'_>) -> Missing {
    if !evidence.curves(Sport::Ride, Quantity::Power, 365).is_empty() || !results(evidence).is_empty() {
        return Missing::TooFewEfforts;
    }
    let rode = evidence.activities.iter().any(|(activity, _)| activity.sport == Sport::Ride);
    if rode { Missing::NoChannel } else { Missing::NeverRecorded }
}
