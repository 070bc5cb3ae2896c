//! Efforts that estimators choose from: bests of recordings and results, each with where it comes from.

use std::cmp::Reverse;

use chrono::{Duration, NaiveDate};

use super::{Evidence, Source};
use crate::activity::Activity;
use crate::id::ActivityId;
use crate::measures::{Curve, Quantity};
use crate::result::{self, Outcome};
use crate::sport::Sport;

/// Days of training efforts that speak for today.
pub(super) const TRAINING_DAYS: i64 = 90;
/// Days of results that speak for today: they were all-out, so they are believed for longer.
pub(super) const RESULT_DAYS: i64 = 180;
/// Fewer recordings than this hardly hold a best: what they show is not offered. Design choice.
const ENOUGH: usize = 6;
/// An effort this far below the strongest of its kind was no attempt at a best. Design choice.
const ATTEMPT: f64 = 0.85;

/// One effort: a mean over a time.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Effort {
    /// Duration, seconds.
    pub(super) seconds: f64,
    /// Mean over it: watts, m/s or bpm.
    pub(super) value: f64,
    /// Where it began in its activity, where it is part of a recording.
    start_s: Option<f64>,
    pub(super) date: NaiveDate,
    activity: Option<ActivityId>,
    result: Option<crate::id::ResultId>,
}

impl Effort {
    /// From a result: it lasted the whole time.
    pub(super) fn of(result: &Outcome, value: f64) -> Effort {
        Effort {
            seconds: result.time.0,
            value,
            start_s: None,
            date: result.date,
            activity: result.activity,
            result: Some(result.id),
        }
    }

    /// Whether it was all-out: part of a race or a time trial.
    pub(super) const fn is_tagged(&self) -> bool {
        self.result.is_some()
    }

    /// Whether two efforts share time of one activity: then the weaker says nothing of its own. A result without a place in
    /// its recording shares all of it.
    pub(super) fn overlaps(&self, other: &Effort) -> bool {
        let same = match (self.activity, other.activity) {
            (Some(one), Some(two)) => one == two,
            _ => self.result.is_some() && self.result == other.result,
        };
        let apart = match (self.start_s, other.start_s) {
            (Some(one), Some(two)) => one + self.seconds <= two || two + other.seconds <= one,
            _ => false,
        };
        same && !apart
    }

    /// Seconds by which it began after another effort of the same activity; `None` for two activities.
    pub(super) fn began_after(&self, other: &Effort) -> Option<f64> {
        let same = self.activity.is_some() && self.activity == other.activity;
        self.start_s.zip(other.start_s).filter(|_| same).map(|(own, other)| own - other)
    }

    /// How strong it was for its duration: the value over `1 + bend / seconds`, a hyperbola whose reserve is `bend` seconds
    /// at the critical value. Ranks efforts of different duration; no estimate by itself.
    pub(super) fn strength(&self, bend: f64) -> f64 {
        self.value / (1.0 + bend / self.seconds)
    }

    pub(super) fn source(&self) -> Source {
        Source {
            date: self.date,
            activity: self.activity,
            result: self.result,
            effort: Some((self.seconds, self.value)),
        }
    }
}

/// Those strong enough to have been attempts, the strongest first.
pub(super) fn attempts(mut efforts: Vec<Effort>, bend: f64) -> Vec<Effort> {
    efforts.retain(|effort| effort.value > 0.0 && effort.value.is_finite() && effort.seconds > 0.0);
    efforts.sort_by(|a, b| b.strength(bend).total_cmp(&a.strength(bend)));
    let strongest = efforts.first().map_or(0.0, |effort| effort.strength(bend));
    efforts.retain(|effort| effort.strength(bend) >= ATTEMPT * strongest);
    efforts
}

impl Evidence<'_> {
    /// Curves of a sport and quantity in the days up to today.
    pub(super) fn curves(&self, sport: Sport, quantity: Quantity, days: i64) -> Vec<(&Activity, &Curve)> {
        let from = self.today - Duration::days(days);
        let fits = |activity: &Activity| activity.sport == sport && (from..=self.today).contains(&activity.day());
        self.activities
            .iter()
            .filter(|(activity, _)| fits(activity))
            .flat_map(|(activity, curves)| curves.iter().map(move |curve| (activity, curve)))
            .filter(|(_, curve)| curve.quantity == quantity)
            .collect()
    }

    /// What a best of training is trusted with, before it fades: less while there are hardly any recordings to choose from.
    pub(super) fn trust(&self, sport: Sport, quantity: Quantity) -> f64 {
        if self.curves(sport, quantity, TRAINING_DAYS).len() >= ENOUGH { 0.6 } else { 0.4 }
    }

    /// Races and time trials of a sport in the days up to today: all-out over their whole length, as a test in steps is not.
    pub(super) fn all_out(&self, sport: Sport, days: i64) -> Vec<&Outcome> {
        let from = self.today - Duration::days(days);
        let all = self.results.iter().copied();
        all.filter(|result| {
            let lasted = result.time.0 > 0.0 && result.time.0.is_finite();
            let day = (from..=self.today).contains(&result.date);
            lasted && day && result.sport == sport && result.effort != result::Effort::Laboratory
        })
        .collect()
    }

    /// The strongest efforts over one duration, best first, one an activity.
    pub(super) fn bests(&self, sport: Sport, quantity: Quantity, seconds: u32, days: i64) -> Vec<Effort> {
        let at = |curve: &Curve| {
            let place = curve.bests.binary_search_by_key(&seconds, |best| best.seconds).ok()?;
            Some(curve.bests[place])
        };
        self.collect(sport, quantity, days, at)
    }

    /// The fastest times over one distance, best first, one an activity: the shortest duration of the curve that covers it.
    pub(super) fn over(&self, sport: Sport, distance_m: f64, days: i64) -> Vec<Effort> {
        let at =
            |curve: &Curve| curve.bests.iter().find(|best| best.value * f64::from(best.seconds) >= distance_m).copied();
        self.collect(sport, Quantity::Speed, days, at)
    }

    fn collect(
        &self,
        sport: Sport,
        quantity: Quantity,
        days: i64,
        at: impl Fn(&Curve) -> Option<science::mean_maximal::Best>,
    ) -> Vec<Effort> {
        let mut efforts: Vec<Effort> = self
            .curves(sport, quantity, days)
            .into_iter()
            .filter_map(|(activity, curve)| {
                let best = at(curve).filter(|best| best.value > 0.0 && best.value.is_finite())?;
                Some(Effort {
                    seconds: f64::from(best.seconds),
                    value: best.value,
                    start_s: Some(f64::from(best.start_s)),
                    date: activity.day(),
                    activity: Some(activity.id),
                    result: self.result_of(activity.id),
                })
            })
            .collect();
        efforts.sort_by(|a, b| b.value.total_cmp(&a.value).then(Reverse(a.date).cmp(&Reverse(b.date))));
        efforts
    }

    /// The race or time trial an activity was.
    fn result_of(&self, activity: ActivityId) -> Option<crate::id::ResultId> {
        let all_out =
            |result: &&&Outcome| result.activity == Some(activity) && result.effort != result::Effort::Laboratory;
        self.results.iter().find(all_out).map(|result| result.id)
    }
}
