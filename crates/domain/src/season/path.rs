//! Where a season leads: the load of each week within the limits, the fitness it gives, the lowest and the highest that the
//! limits leave, and whether a goal lies within.
//!
//! Weeks are trained evenly here: what a week does to fitness by its Sunday hardly depends on the order of its days.

use science::pmc::{CTL_DAYS, ramp_limits};
use serde::{Deserialize, Serialize};

use super::plan::Goal;
use crate::bounds::Bounds;
use crate::trend::{DayLoad, TrendPoint};
use crate::week::Week;

/// A week may hold this much more than the larger of the week before and the mean of the four before.
pub const RISE: f64 = 1.15;
/// After the longest break training begins at a third of what it was (SCIENCE 18.6): a week of this share of the base is
/// never a jump.
const RESTART: f64 = 0.33;
/// A season is not scaled below half of what it was, nor above this many times.
const SCALES: (f64, f64) = (0.5, 16.0);
/// Of the last 28 days at least this many are known, or nobody knows the base.
const KNOWN_DAYS: usize = 17;

/// What an athlete comes with, at the end of the last full week.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Start {
    /// Fitness on its Sunday, points a day.
    pub ctl: f64,
    /// Loads of the last four weeks, points, oldest first.
    pub recent: [f64; 4],
    /// Load done since then, in the first week of the path, points.
    pub done: f64,
}

impl Start {
    /// From daily loads and their trend, before a week. `None` when the four weeks before it are not all on record or too
    /// much of them is unknown; unknown days count as the mean of the known.
    #[must_use]
    pub fn before(week: Week, days: &[DayLoad], trend: &[TrendPoint]) -> Option<Start> {
        let monday = week.monday();
        let sunday = week.previous().sunday();
        let ctl = trend.iter().find(|point| point.date == sunday)?.ctl;
        let four: Vec<&DayLoad> =
            days.iter().filter(|day| day.date < monday && (monday - day.date).num_days() <= 28).collect();
        let known: Vec<f64> = four.iter().filter_map(|day| day.load).collect();
        if four.len() < 28 || known.len() < KNOWN_DAYS {
            return None;
        }
        let usual = known.iter().sum::<f64>() / known.len() as f64;
        let mut recent = [0.0; 4];
        for day in four {
            let back = (monday - day.date).num_days() - 1;
            let index = 3 - usize::try_from(back / 7).unwrap_or(3).min(3);
            recent[index] += day.load.unwrap_or(usual);
        }
        let done = days.iter().filter(|day| week.contains(day.date)).filter_map(|day| day.load).sum();
        Some(Start { ctl, recent, done })
    }

    /// Mean of the four weeks, points: the base of a season that begins now.
    #[must_use]
    pub fn usual(&self) -> f64 {
        self.recent.iter().sum::<f64>() / 4.0
    }
}

/// What no week may pass.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limits {
    /// Times what the athlete is used to.
    pub rise: f64,
    /// Points a week, where the coach set it.
    pub week_load: Option<f64>,
    /// A week of this load is never a jump, points.
    pub restart: f64,
}

impl Limits {
    /// The program's own limits for a base week, points.
    #[must_use]
    pub fn of_base(base: f64) -> Limits {
        Limits { rise: RISE, week_load: None, restart: RESTART * base }
    }

    /// With the coach's own limits, which only tighten.
    #[must_use]
    pub fn within(self, bounds: &Bounds) -> Limits {
        Limits { rise: self.rise.min(rise(bounds)), week_load: bounds.week_load, ..self }
    }

    /// The most a week may hold after four others, from a fitness.
    fn ceiling(&self, ctl: f64, recent: &[f64; 4]) -> f64 {
        let used_to = recent[3].max(recent.iter().sum::<f64>() / 4.0).max(self.restart);
        week_ceiling(self.rise, used_to, Some(ctl)).min(self.week_load.unwrap_or(f64::INFINITY))
    }
}

/// Times what the athlete is used to that a week may hold: the program's own, or the coach's where it is less.
#[must_use]
pub fn rise(bounds: &Bounds) -> f64 {
    bounds.ramp.filter(|ramp| *ramp >= 0.0).map_or(RISE, |ramp| RISE.min(1.0 + ramp))
}

/// The most a week may hold, points: the rise over what the athlete is used to, and (where fitness is known) no more than
/// lifts it by the stop line of SCIENCE 6, `min(10, max(5, 15 %))` points a week. The one ceiling of seasons and weeks.
#[must_use]
pub fn week_ceiling(rise: f64, used_to: f64, ctl: Option<f64>) -> f64 {
    let ramp = ctl.map_or(f64::INFINITY, |ctl| 7.0 * (ctl + ramp_limits(ctl).1 / week_gain()));
    (rise * used_to).min(ramp)
}

/// How far a week of even load moves fitness towards it.
fn week_gain() -> f64 {
    -(-7.0 / CTL_DAYS).exp_m1()
}

/// Fitness after some days of an even load.
fn after_days(ctl: f64, week_load: f64, days: u32) -> f64 {
    let gain = -(-f64::from(days) / CTL_DAYS).exp_m1();
    ctl + gain * (week_load / 7.0 - ctl)
}

/// One week of a path.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PathWeek {
    /// What the season asks for, points.
    pub asked: f64,
    /// The most the limits leave after the weeks before it, points.
    pub ceiling: f64,
    /// What is then trained, points: the smaller of both, and never less than is done already.
    pub load: f64,
    /// Fitness on its Sunday if that is trained.
    pub fitness: f64,
    /// Fitness on its Sunday if nothing more is trained from the start on.
    pub lowest: f64,
    /// Fitness on its Sunday if every week holds the most that the limits leave.
    pub highest: f64,
}

/// The walk of one athlete through the weeks.
#[derive(Debug, Clone, Copy)]
struct Walk {
    ctl: f64,
    recent: [f64; 4],
}

impl Walk {
    fn from(start: &Start) -> Walk {
        Walk { ctl: start.ctl, recent: start.recent }
    }

    fn train(&mut self, load: f64) {
        self.ctl = after_days(self.ctl, load, 7);
        self.recent.rotate_left(1);
        self.recent[3] = load;
    }
}

/// The path of the weeks' loads asked for, points, from the week after the start on; one [`PathWeek`] each.
///
/// The fitness of the path lies between its lowest and highest, and none of the three falls when a week asks for more.
#[must_use]
pub fn path(start: &Start, limits: &Limits, asked: &[f64]) -> Vec<PathWeek> {
    let (mut planned, mut idle, mut full) = (Walk::from(start), Walk::from(start), Walk::from(start));
    asked
        .iter()
        .enumerate()
        .map(|(index, &asked)| {
            let done = if index == 0 { start.done } else { 0.0 };
            let ceiling = limits.ceiling(planned.ctl, &planned.recent);
            let load = asked.min(ceiling).max(done);
            let most = limits.ceiling(full.ctl, &full.recent).max(done);
            planned.train(load);
            idle.train(done);
            full.train(most);
            PathWeek { asked, ceiling, load, fitness: planned.ctl, lowest: idle.ctl, highest: full.ctl }
        })
        .collect()
}

/// A goal on a path.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Target {
    /// The highest week, points.
    PeakLoad(f64),
    /// Fitness on a day.
    Fitness {
        /// Points a day.
        ctl: f64,
        /// Week of the path, from 0.
        week: usize,
        /// Days of that week until then, the day itself included: 1 to 7.
        days: u32,
    },
}

impl Target {
    /// The goal of a season on a path of so many weeks from `first` on; `None` without a goal in it.
    #[must_use]
    pub fn of(goal: Goal, first: Week, weeks: usize) -> Option<Target> {
        match goal {
            Goal::Weeks => None,
            Goal::PeakLoad { points } => Some(Target::PeakLoad(points)),
            Goal::Fitness { ctl, on } => {
                let day = (on - first.monday()).num_days();
                let week = usize::try_from(day / 7).ok().filter(|week| day >= 0 && *week < weeks)?;
                Some(Target::Fitness { ctl, week, days: u32::try_from(day % 7 + 1).ok()? })
            }
        }
    }

    fn asked(self) -> f64 {
        match self {
            Target::PeakLoad(points) => points,
            Target::Fitness { ctl, .. } => ctl,
        }
    }

    /// What a path gives of it.
    fn given(self, start: &Start, weeks: &[PathWeek]) -> f64 {
        match self {
            Target::PeakLoad(_) => weeks.iter().map(|week| week.load).fold(0.0, f64::max),
            Target::Fitness { week, days, .. } => {
                let before = week.checked_sub(1).and_then(|before| weeks.get(before)).map_or(start.ctl, |w| w.fitness);
                weeks.get(week).map_or(before, |week| after_days(before, week.load, days))
            }
        }
    }
}

/// Whether a goal is within reach.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Reach {
    /// What is asked.
    pub asked: f64,
    /// What the weeks as planned give.
    pub planned: f64,
    /// The most the limits leave to a season of this shape: lighter weeks stay lighter.
    pub most: f64,
    /// Whether the asked lies within.
    pub within: bool,
}

/// Whether a goal is within reach of the weeks asked for, of which the first `fixed` are not the season's to change.
#[must_use]
pub fn reach(start: &Start, limits: &Limits, asked: &[f64], fixed: usize, target: Target) -> Reach {
    let given = |asked: &[f64]| target.given(start, &path(start, limits, asked));
    let most = given(&scaled(start, limits, asked, fixed, SCALES.1));
    let planned = given(asked);
    Reach {
        asked: target.asked(),
        planned,
        most: most.max(planned),
        within: target.asked() <= most.max(planned) + 1e-9,
    }
}

/// The weeks' loads, scaled so that the goal is met, or as near as the limits allow: points, one for each week asked for.
/// The first `fixed` stay. The shape stays, too: a week that was lighter than the highest before it stays lighter by the
/// same share. Never less than half of what was asked for.
#[must_use]
pub fn toward(start: &Start, limits: &Limits, asked: &[f64], fixed: usize, target: Target) -> Vec<f64> {
    let loads = |scale: f64| scaled(start, limits, asked, fixed, scale);
    let given = |scale: f64| target.given(start, &path(start, limits, &loads(scale)));
    let (mut low, mut high) = SCALES;
    if given(low) >= target.asked() {
        return loads(low);
    }
    // What a scale gives never falls with it: halving finds the smallest that is enough.
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        if given(middle) < target.asked() {
            low = middle;
        } else {
            high = middle;
        }
    }
    loads(high)
}

/// The loads at a scale, within the limits, in their shape.
fn scaled(start: &Start, limits: &Limits, asked: &[f64], fixed: usize, scale: f64) -> Vec<f64> {
    let mut walk = Walk::from(start);
    // The highest week so far: as it was asked for, and as it became.
    let mut peak: Option<(f64, f64)> = None;
    asked
        .iter()
        .enumerate()
        .map(|(index, &asked)| {
            let done = if index == 0 { start.done } else { 0.0 };
            let ceiling = limits.ceiling(walk.ctl, &walk.recent);
            let wanted = if index < fixed {
                asked
            } else {
                let shape = match peak {
                    Some((highest, became)) if asked < highest => asked / highest * became,
                    _ => f64::INFINITY,
                };
                (asked * scale).min(shape)
            };
            let load = wanted.min(ceiling);
            if index >= fixed && peak.is_none_or(|(highest, _)| asked >= highest) {
                peak = Some((asked, load));
            }
            walk.train(load.max(done));
            load
        })
        .collect()
}

#[cfg(test)]
mod tests;
