//! From evidence to what is shown and offered.

use std::cmp::Ordering;

use chrono::{Days, NaiveDate};

use super::{ESTIMATED, Estimate, Method, Source, ThresholdView, heart, power, speed, swim};
use crate::activity::Activity;
use crate::athlete::Athlete;
use crate::measures::Curve;
use crate::metric::Metric;
use crate::reading::Missing;
use crate::result::Outcome;
use crate::settings::Settings;
use crate::unit::{Bpm, Joules, Meters, MetersPerSecond, Watts};
use crate::wellness::WellnessEntry;

/// Share of confidence that stays after 30 days (SCIENCE 9).
const STAYS: f64 = 0.9;
const STAYS_DAYS: f64 = 30.0;
/// Below this confidence nothing is offered. Design choice.
pub(super) const OFFERED_FROM: f64 = 0.5;
/// A smaller change is not worth a new setting (SCIENCE 9).
const SMALLEST_CHANGE: f64 = 0.02;

/// What estimators look at.
#[derive(Debug, Clone, Copy)]
pub struct Evidence<'a> {
    /// Who.
    pub athlete: &'a Athlete,
    /// Today on the athlete's clock.
    pub today: NaiveDate,
    /// Activities of the last 12 months with their curves, any order.
    pub activities: &'a [(Activity, Vec<Curve>)],
    /// Results that count.
    pub results: &'a [&'a Outcome],
    /// Wellness of the last 30 days.
    pub wellness: &'a [WellnessEntry],
    /// Settings in force today.
    pub settings: Option<&'a Settings>,
    /// All settings in the order they were entered.
    pub history: &'a [Settings],
}

/// What an estimator gives: estimates, or why there is none.
pub(super) type Found = Result<Vec<Estimate>, Missing>;

/// Every threshold of [`super::ESTIMATED`], in that order.
///
/// Nothing here is applied: an estimate is offered, and holds from the day a person takes it over. What lies after
/// [`Evidence::today`] is not looked at.
#[must_use]
pub fn estimates(evidence: &Evidence<'_>) -> Vec<ThresholdView> {
    let power = power::critical(evidence);
    let speed = speed::critical(evidence);
    let one = |estimate: &Estimate| vec![estimate.clone()];
    ESTIMATED
        .into_iter()
        .map(|metric| {
            let found = match metric {
                Metric::Ftp => power::ftp(evidence, power.as_ref().ok().map(|found| &found.0)),
                Metric::CriticalPower => power.as_ref().map(|found| one(&found.0)).map_err(|why| *why),
                Metric::WPrime => power.as_ref().map(|found| one(&found.1)).map_err(|why| *why),
                Metric::CriticalSpeed => speed.as_ref().map(|found| one(&found.0)).map_err(|why| *why),
                Metric::DPrime => speed.as_ref().map(|found| one(&found.1)).map_err(|why| *why),
                Metric::ThresholdSpeed => speed::threshold(evidence, speed.as_ref().ok().map(|found| &found.0)),
                Metric::SwimSpeed => swim::speed(evidence),
                Metric::Lthr => heart::threshold(evidence),
                Metric::HrMax => heart::highest(evidence),
                _ => heart::resting(evidence),
            };
            view(evidence, metric, found)
        })
        .collect()
}

fn view(evidence: &Evidence<'_>, metric: Metric, found: Found) -> ThresholdView {
    let current = evidence.settings.and_then(|settings| setting(settings, metric));
    let (mut estimates, missing) = match found {
        Ok(estimates) => (estimates, None),
        Err(why) => (Vec::new(), Some(why)),
    };
    rank(&mut estimates);
    for estimate in &mut estimates {
        estimate.current = current;
    }
    // Only the most trusted that may speak at all is asked: a weaker one must not offer what it does not.
    if let Some(asked) = estimates.iter_mut().find(|estimate| estimate.confidence >= OFFERED_FROM) {
        asked.proposed = is_worth_offering(asked);
    }
    ThresholdView {
        metric,
        current: current.map(|value| (value, since(evidence, metric, value))),
        missing: missing.or_else(|| estimates.is_empty().then_some(Missing::TooFewEfforts)),
        estimates,
        prior: (metric == Metric::HrMax).then(|| heart::prior(evidence)).flatten(),
    }
}

fn rank(estimates: &mut [Estimate]) {
    let exact = estimates.iter().filter(|estimate| !estimate.lower_bound).map(|estimate| estimate.high);
    let above = exact.fold(f64::NEG_INFINITY, f64::max);
    let group = |estimate: &Estimate| match estimate.lower_bound {
        true if estimate.value > above => 0,
        false => 1,
        true => 2,
    };
    estimates.sort_by(|a, b| {
        group(a).cmp(&group(b)).then_with(|| match a.lower_bound && b.lower_bound {
            true => b.value.total_cmp(&a.value),
            false => b.confidence.partial_cmp(&a.confidence).unwrap_or(Ordering::Equal),
        })
    });
}

fn is_worth_offering(estimate: &Estimate) -> bool {
    let Some(current) = estimate.current else { return true };
    let change = estimate.value - current;
    let enough = (SMALLEST_CHANGE * current).max((estimate.high - estimate.low) / 2.0);
    change.abs() > enough && (change > 0.0 || !estimate.lower_bound)
}

/// The registry gives W' in kilojoules.
pub(super) const JOULES_A_KILOJOULE: f64 = 1000.0;

/// A threshold's value in settings, in the registry's unit; `None` for what is no threshold.
pub(super) fn setting(settings: &Settings, metric: Metric) -> Option<f64> {
    match metric {
        Metric::Ftp => settings.ftp.map(f64::from),
        Metric::CriticalPower => settings.critical_power.map(f64::from),
        Metric::WPrime => settings.w_prime.map(|w_prime| w_prime.0 / JOULES_A_KILOJOULE),
        Metric::CriticalSpeed => settings.critical_speed.map(f64::from),
        Metric::DPrime => settings.d_prime.map(f64::from),
        Metric::ThresholdSpeed => settings.threshold_speed.map(f64::from),
        Metric::SwimSpeed => settings.swim_speed.map(f64::from),
        Metric::Lthr => settings.lthr.map(f64::from),
        Metric::HrMax => settings.hr_max.map(f64::from),
        Metric::HrRest => settings.hr_rest.map(f64::from),
        _ => None,
    }
}

/// Settings that make a value hold from a day on: those of that day with the one threshold changed, first, and then those of
/// later days that merely kept the threshold's old value, changed alike. A later day that set another value keeps it.
///
/// `history` in the order it was entered. Empty for a metric that is no threshold of [`super::ESTIMATED`].
#[must_use]
pub fn accepted(history: &[Settings], metric: Metric, value: f64, from: NaiveDate) -> Vec<Settings> {
    let held = crate::settings::on(history, from);
    let old = held.and_then(|held| setting(held, metric));
    let mut later: Vec<&Settings> = history.iter().filter(|settings| settings.from > from).collect();
    later.sort_by_key(|settings| settings.from);
    // Of one day the one entered last counts; the sort keeps the order in which they were entered.
    later.reverse();
    later.dedup_by_key(|settings| settings.from);
    let kept = later.into_iter().rev().take_while(|settings| setting(settings, metric) == old);
    let first = Settings { from, ..held.cloned().unwrap_or_default() };
    [first].into_iter().chain(kept.cloned()).filter_map(|settings| changed(settings, metric, value)).collect()
}

fn changed(mut settings: Settings, metric: Metric, value: f64) -> Option<Settings> {
    match metric {
        Metric::Ftp => settings.ftp = Some(Watts(value)),
        Metric::CriticalPower => settings.critical_power = Some(Watts(value)),
        Metric::WPrime => settings.w_prime = Some(Joules(value * JOULES_A_KILOJOULE)),
        Metric::CriticalSpeed => settings.critical_speed = Some(MetersPerSecond(value)),
        Metric::DPrime => settings.d_prime = Some(Meters(value)),
        Metric::ThresholdSpeed => settings.threshold_speed = Some(MetersPerSecond(value)),
        Metric::SwimSpeed => settings.swim_speed = Some(MetersPerSecond(value)),
        Metric::Lthr => settings.lthr = Some(Bpm(value)),
        Metric::HrMax => settings.hr_max = Some(Bpm(value)),
        Metric::HrRest => settings.hr_rest = Some(Bpm(value)),
        _ => return None,
    }
    Some(settings)
}

/// The day from which a setting has held without a change.
fn since(evidence: &Evidence<'_>, metric: Metric, value: f64) -> NaiveDate {
    let mut past: Vec<&Settings> = evidence.history.iter().filter(|s| s.from <= evidence.today).collect();
    past.sort_by_key(|settings| settings.from);
    // Of one day the one entered last counts; the sort keeps the order in which they were entered.
    past.reverse();
    past.dedup_by_key(|settings| settings.from);
    let held = past.iter().take_while(|settings| setting(settings, metric) == Some(value)).last();
    held.map_or_else(|| evidence.settings.map_or(evidence.today, |settings| settings.from), |settings| settings.from)
}

impl Evidence<'_> {
    /// An estimate whose confidence has faded since the newest of its sources.
    pub(super) fn estimate(
        &self,
        (metric, method): (Metric, Method),
        value: f64,
        (low, high): (f64, f64),
        confidence: f64,
        sources: Vec<Source>,
    ) -> Estimate {
        let newest = sources.iter().map(|source| source.date).max();
        let days = newest.map_or(0, |newest| (self.today - newest).num_days().max(0));
        let faded = confidence * STAYS.powf(days as f64 / STAYS_DAYS);
        Estimate {
            metric,
            method,
            value,
            low,
            high,
            confidence: faded.clamp(0.0, 1.0),
            sources,
            lower_bound: false,
            current: None,
            proposed: false,
        }
    }

    /// The first of so many days that end today.
    pub(super) fn first_of(&self, days: u64) -> NaiveDate {
        self.today.checked_sub_days(Days::new(days.saturating_sub(1))).unwrap_or(NaiveDate::MIN)
    }
}

/// A band of this share on both sides.
pub(super) fn around(value: f64, share: f64) -> (f64, f64) {
    (value * (1.0 - share), value * (1.0 + share))
}

/// A band widened to hold another.
pub(super) fn joined(one: (f64, f64), two: (f64, f64)) -> (f64, f64) {
    (one.0.min(two.0), one.1.max(two.1))
}
