//! Sentences about a morning. Where a number is missing or old, the sentence says so and holds none.

use super::Saying;
use crate::metric::Metric;
use crate::readiness::{HrvVerdict, ReadinessDay, Signal};
use crate::reading::{Missing, Reading};

/// The athlete's own usual, on the scale of readiness.
const USUAL: f64 = 50.0;

/// A sentence for every number of a morning.
#[must_use]
pub fn of_readiness(day: &ReadinessDay) -> Vec<Saying> {
    let mut sayings = vec![readiness(day), hrv(day)];
    if let Some(variation) = day.hrv.variation {
        sayings.push(Saying::new(Metric::HrvVariation, "hrv-variation", &[("value", variation)]));
    }
    sayings.extend(resting_hr(day));
    sayings.push(sleep(day));
    if let Some(hooper) = day.hooper {
        sayings.push(Saying::new(Metric::Hooper, "hooper", &[("value", hooper)]));
    }
    sayings
}

fn readiness(day: &ReadinessDay) -> Saying {
    let say = |key, facts: &[(&str, f64)]| Saying::new(Metric::Readiness, key, facts);
    match &day.readiness {
        Reading::Known { value, .. } => {
            let key = match value {
                value if value.low > USUAL => "readiness-above",
                value if value.high < USUAL => "readiness-below",
                _ => "readiness-usual",
            };
            say(key, &[("value", value.score), ("low", value.low), ("high", value.high)])
        }
        Reading::Stale { value, days, .. } => {
            say("readiness-stale", &[("value", value.score), ("days", f64::from(*days))])
        }
        Reading::Missing { why: Missing::NeverRecorded } => say("readiness-never", &[]),
        Reading::Missing { .. } => say("readiness-too-little", &[]),
    }
}

fn hrv(day: &ReadinessDay) -> Saying {
    let say = |key, facts: &[(&str, f64)]| Saying::new(Metric::Hrv, key, facts);
    let key = match day.hrv.week {
        HrvVerdict::Usual => "hrv-usual",
        HrvVerdict::Below => "hrv-below",
        HrvVerdict::Above => "hrv-above",
        HrvVerdict::Unknown { why: Missing::SetAside } => return say("hrv-set-aside", &[]),
        HrvVerdict::Unknown { why: Missing::NeverRecorded } => return say("hrv-never", &[]),
        HrvVerdict::Unknown { .. } => return say("hrv-too-little", &[]),
    };
    let contributor = day.contributors.iter().find(|contributor| contributor.signal == Signal::Hrv);
    match contributor.and_then(|contributor| Some((contributor.value.known()?, contributor.band?))) {
        Some((mean, (low, high))) => say(key, &[("value", *mean), ("low", low), ("high", high)]),
        None => say("hrv-too-little", &[]),
    }
}

fn resting_hr(day: &ReadinessDay) -> Option<Saying> {
    let contributor = day.contributors.iter().find(|contributor| contributor.signal == Signal::RestingHr)?;
    let say = |key, facts: &[(&str, f64)]| Some(Saying::new(Metric::RestingHr, key, facts));
    match (&contributor.value, contributor.band) {
        (Reading::Known { value, .. }, Some((low, high))) => {
            let key = match *value {
                value if value < low => "resting-hr-below",
                value if value > high => "resting-hr-above",
                _ => "resting-hr-usual",
            };
            say(key, &[("value", *value), ("low", low), ("high", high)])
        }
        (Reading::Known { value, .. }, None) => say("resting-hr", &[("value", *value)]),
        (Reading::Stale { value, days, .. }, _) => {
            say("resting-hr-stale", &[("value", *value), ("days", f64::from(*days))])
        }
        (Reading::Missing { .. }, _) => None,
    }
}

fn sleep(day: &ReadinessDay) -> Saying {
    let say = |key, facts: &[(&str, f64)]| Saying::new(Metric::SleepDebt, key, facts);
    match &day.sleep_debt {
        Reading::Known { value: debt, .. } => {
            let key = match (debt.hours > 0.0, debt.guessed) {
                (true, false) => "sleep-debt",
                (true, true) => "sleep-debt-guessed",
                (false, _) => "sleep-debt-none",
            };
            say(key, &[("value", debt.hours), ("need", debt.need), ("nights", f64::from(debt.nights))])
        }
        Reading::Stale { days, .. } => say("sleep-stale", &[("days", f64::from(*days))]),
        Reading::Missing { why: Missing::NeverRecorded } => say("sleep-never", &[]),
        Reading::Missing { .. } => say("sleep-too-little", &[]),
    }
}
