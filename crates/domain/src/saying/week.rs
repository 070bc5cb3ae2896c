//! Sentences about days and weeks of load.

use science::monotony::SHOWN_UP_TO;
use science::pmc;

use super::{Saying, by_side, percent_over};
use crate::daily::{DayMeasures, WeekMeasures};
use crate::metric::Metric;

/// A week's load differs from the usual one from this many percent on.
const WEEK_DIFFERS: f64 = 5.0;
/// Fitness, form and the plan differ from this much on: points, points, percent.
const FITNESS_DIFFERS: f64 = 1.0;
const FORM_DIFFERS: f64 = 5.0;
const PLAN_DIFFERS: f64 = 10.0;
/// Monotony that is called high, after Foster.
const MONOTONOUS: f64 = 2.0;
/// A session this much longer than any of the month before is called so.
const SPIKE: f64 = 1.1;

/// A sentence for every number of the newest day and of the newest week that is over and known. `days` and `weeks` oldest
/// first, of the same stretch.
#[must_use]
pub fn of_weeks(days: &[DayMeasures], weeks: &[WeekMeasures]) -> Vec<Saying> {
    let Some(today) = days.last() else { return Vec::new() };
    let whole = weeks.iter().rev().find(|week| week.week.sunday() <= today.date && week.unknown_days == 0);
    let mut sayings: Vec<Saying> = whole.into_iter().flat_map(week).collect();
    sayings.extend(day(today));
    sayings.extend(spike(days));
    sayings
}

fn week(week: &WeekMeasures) -> Vec<Saying> {
    let mut sayings = vec![match week.usual.and_then(|usual| Some((usual, percent_over(week.load, usual)?))) {
        Some((usual, percent)) => Saying::new(
            Metric::WeekLoad,
            by_side(percent, WEEK_DIFFERS, ["week-load-above", "week-load-below", "week-load-usual"]),
            &[("value", week.load), ("usual", usual), ("percent", percent.abs())],
        ),
        None => Saying::new(Metric::WeekLoad, "week-load", &[("value", week.load)]),
    }];
    sayings.push(Saying::new(Metric::WeekMinutes, "week-minutes", &[("value", week.time.0)]));
    if let Some(split) = &week.distribution {
        let [easy, _, hard] = split.shares;
        let facts = [("value", easy), ("hard", hard), ("percent", 100.0 * split.coverage)];
        sayings.push(Saying::new(Metric::EasyShare, "easy-share", &facts));
    }
    if let Some(done) = week.adherence {
        let percent = 100.0 * (done - 1.0);
        let key = by_side(percent, PLAN_DIFFERS, ["adherence-more", "adherence-less", "adherence-kept"]);
        sayings.push(Saying::new(Metric::Adherence, key, &[("value", done), ("percent", percent.abs())]));
    }
    if let Some(mass) = week.tonnage {
        sayings.push(Saying::new(Metric::Tonnage, "week-tonnage", &[("value", mass)]));
    }
    sayings
}

fn day(today: &DayMeasures) -> Vec<Saying> {
    let trend = &today.trend;
    let say = Saying::new;
    let mut sayings = vec![match trend.ramp {
        Some(ramp) => {
            let key = by_side(ramp, FITNESS_DIFFERS, ["fitness-up", "fitness-down", "fitness-level"]);
            say(Metric::Ctl, key, &[("value", trend.ctl), ("change", ramp.abs())])
        }
        None => say(Metric::Ctl, "fitness-settling", &[("value", trend.ctl)]),
    }];
    sayings.push(say(Metric::Atl, "fatigue", &[("value", trend.atl)]));
    let form = by_side(trend.form_morning, FORM_DIFFERS, ["form-fresh", "form-tired", "form-level"]);
    sayings.push(say(Metric::FormMorning, form, &[("value", trend.form_morning)]));
    if let Some(ramp) = trend.ramp {
        let (caution, _) = pmc::ramp_limits(trend.ctl);
        let key = if ramp >= caution { "ramp-fast" } else { "ramp-calm" };
        sayings.push(say(Metric::Ramp, key, &[("value", ramp), ("limit", caution)]));
    }
    if let Some(ratio) = today.acwr_coupled {
        sayings.push(say(Metric::AcwrCoupled, "acwr", &[("value", ratio)]));
    }
    if let Some(monotony) = &today.monotony {
        let (value, facts) = (monotony.monotony, [("value", monotony.monotony.min(SHOWN_UP_TO))]);
        let key = match value {
            value if value > SHOWN_UP_TO => "monotony-extreme",
            value if value > MONOTONOUS => "monotony-high",
            _ => "monotony",
        };
        sayings.push(say(Metric::Monotony, key, &facts));
        if value <= SHOWN_UP_TO {
            sayings.push(say(Metric::Strain, "strain", &[("value", monotony.strain)]));
        }
    }
    if let Some(days) = today.days_since_hard {
        sayings.push(say(Metric::DaysSinceHard, "days-since-hard", &[("days", f64::from(days))]));
    }
    sayings.push(say(Metric::SessionDensity, "density", &[("sessions", f64::from(today.density))]));
    sayings
}

/// The session of the last seven days that stood out most against the month before it.
fn spike(days: &[DayMeasures]) -> Option<Saying> {
    let week = &days[days.len().saturating_sub(7)..];
    let ratio = week.iter().filter_map(|day| Some(day.spike.as_ref()?.ratio)).max_by(f64::total_cmp)?;
    let facts = [("value", ratio), ("percent", 100.0 * (ratio - 1.0).abs())];
    Some(match ratio {
        ratio if ratio > SPIKE => Saying::new(Metric::SessionSpike, "spike", &facts),
        _ => Saying::new(Metric::SessionSpike, "spike-none", &facts[..1]),
    })
}
