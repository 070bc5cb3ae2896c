//! Sentences about one session.

use science::statistics::median;

use super::{Saying, by_side, percent_over};
use crate::activity::Activity;
use crate::daily::in_three;
use crate::measures::{Doubt, Measured, Measures, Quantity};
use crate::metric::Metric;
use crate::sport::Sport;

/// Earlier sessions needed before a usual is spoken of.
const USUAL_NEEDED: usize = 5;
/// Differences to the usual worth a word, percent: a session's load differs more from day to day than an efficiency.
const LOAD_DIFFERS: f64 = 10.0;
const EFFICIENCY_DIFFERS: f64 = 3.0;
/// Variability from which a ride was uneven, decoupling from which heart rate drifted (Friel, by convention), and
/// durability below which output faded.
const UNEVEN: f64 = 1.05;
const DRIFTED: f64 = 5.0;
const KEPT: f64 = 0.97;

/// A sentence for every number known of a session, in the order of the registry; after them its zones. `usual` are the
/// measures of the athlete's earlier sessions of the same sport, those of the last months.
#[must_use]
pub fn of_activity(activity: &Activity, measures: &Measures, usual: &[&Measures]) -> Vec<Saying> {
    let mut sayings: Vec<Saying> = measures
        .values
        .iter()
        .filter_map(|(metric, measured)| match measured {
            Measured::Known { value, doubts } if value.is_finite() => {
                Some(one(activity, *metric, *value, doubts, usual))
            }
            _ => None,
        })
        .collect();
    sayings.extend(zones(measures));
    sayings
}

fn one(activity: &Activity, metric: Metric, value: f64, doubts: &[Doubt], usual: &[&Measures]) -> Saying {
    let usual = || {
        let earlier: Vec<f64> = usual.iter().filter_map(|measures| measures.value(metric)).collect();
        let usual = median(&earlier).filter(|_| earlier.len() >= USUAL_NEEDED)?;
        Some((usual, percent_over(value, usual)?))
    };
    let say = |key: &str, facts: &[(&str, f64)]| Saying::new(metric, key, facts);
    let plain = |key: &str| say(key, &[("value", value)]);
    let against = |from: f64, keys: [&str; 3], alone: &str| match usual() {
        Some((usual, percent)) => {
            say(by_side(percent, from, keys), &[("value", value), ("usual", usual), ("percent", percent.abs())])
        }
        None => plain(alone),
    };
    match metric {
        Metric::Load if doubts.iter().any(|doubt| matches!(doubt, Doubt::Unbridged | Doubt::Bridged { .. })) => {
            plain("load-stands-in")
        }
        Metric::Load => against(LOAD_DIFFERS, ["load-more", "load-less", "load-usual"], "load"),
        Metric::Distance => say("distance", &[("km", value / 1000.0)]),
        Metric::NormalizedPower => plain("normalized-power"),
        Metric::IntensityFactor => say("intensity", &[("value", value), ("percent", 100.0 * value)]),
        Metric::VariabilityIndex if value >= UNEVEN => plain("power-uneven"),
        Metric::VariabilityIndex => plain("power-even"),
        Metric::EfficiencyFactor => {
            against(EFFICIENCY_DIFFERS, ["efficiency-more", "efficiency-less", "efficiency-usual"], "efficiency")
        }
        Metric::Decoupling if value >= DRIFTED => plain("decoupling-high"),
        Metric::Decoupling => plain("decoupling-low"),
        Metric::WBalanceLowest if value < 0.0 => plain("w-balance-below"),
        Metric::WBalanceLowest => plain("w-balance"),
        Metric::Durability if value < KEPT => {
            say("durability-faded", &[("value", value), ("percent", 100.0 * (1.0 - value))])
        }
        Metric::Durability => plain("durability-kept"),
        Metric::GradedSpeed => plain("graded-speed"),
        Metric::NormalizedGradedSpeed => plain("normalized-graded-speed"),
        // Only those who move on foot think in minutes a kilometre.
        Metric::AvgSpeed => match activity.sport {
            Sport::Run | Sport::Walk => plain("number"),
            Sport::Swim if value > 0.0 => say("swim-speed", &[("hundred", 100.0 / value)]),
            _ => say("speed", &[("kmh", 3.6 * value)]),
        },
        Metric::ContactBalance => match usual() {
            Some((usual, _)) => say("contact-balance-usual", &[("value", value), ("usual", usual)]),
            None => plain("contact-balance"),
        },
        Metric::Asymmetry => plain("asymmetry"),
        _ => plain("number"),
    }
}

/// Time by intensity, of the first quantity that has zones: power and speed do not lag behind, as heart rate does.
fn zones(measures: &Measures) -> Option<Saying> {
    let times = Quantity::ALL.into_iter().find_map(|quantity| in_three(measures, quantity))?;
    let all: f64 = times.iter().sum();
    let [easy, middle, hard] = times.map(|time| time / all);
    Some(Saying::new(Metric::EasyShare, "zones", &[("value", easy), ("middle", middle), ("hard", hard)]))
}
