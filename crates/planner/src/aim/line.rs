//! The line of the week: from the season, else from phases set by hand, else from the weeks to the next A race.

use chrono::Duration;
use domain::reason::{Effect, Grade, Reason, Rule};
use domain::season::plan::{Goal, SeasonPlan, SeasonWeek};
use domain::season::{PhaseKind, Priority, SeasonPhase};
use domain::week::Week;

use super::{CTL_DAYS, next_race, weeks_to};
use crate::Context;
use crate::history::History;

/// What a week is for, before anything speaks against it.
#[derive(Debug)]
pub(crate) struct Line {
    pub(crate) phase: PhaseKind,
    /// Points.
    pub(super) asked: f64,
    pub(super) long_share: f64,
    pub(crate) quality: u32,
    pub(super) strength: u32,
    pub(super) test: bool,
    /// The season says so.
    pub(super) season: bool,
    pub(super) reasons: Vec<Reason>,
}

impl Line {
    pub(super) fn of(context: &Context, history: &History) -> Line {
        let base = history.base().unwrap_or_default();
        let planned = context.season.as_ref().filter(|season| !season.withdrawn);
        if let Some((season, (number, week))) = planned.and_then(|season| Some((season, season.week(context.week)?))) {
            return Line::season(season, number, week, history, base);
        }
        let (phase, week, planned) = phase(context);
        let share = volume_share(phase, week);
        let reason = Reason::new(Rule::Phase, Effect::Set, Grade::D)
            .fact("share", share)
            .fact("week", f64::from(week))
            .named(phase.code());
        Line {
            phase,
            asked: base * share,
            long_share: long_share(phase),
            quality: quality(phase),
            strength: u32::from(matches!(phase, PhaseKind::Base | PhaseKind::Build)),
            test: false,
            season: false,
            reasons: planned.then_some(reason).into_iter().collect(),
        }
    }

    fn season(season: &SeasonPlan, number: u32, week: &SeasonWeek, history: &History, base: f64) -> Line {
        let own = season.base.filter(|base| base.is_finite() && *base > 0.0);
        let base = own.or_else(|| history.base_before(season.start.monday())).unwrap_or(base);
        let share = |week: &SeasonWeek| if week.share.is_finite() { week.share.clamp(0.0, 3.0) } else { 1.0 };
        let mut asked = base * share(week);
        let mut reasons = vec![
            Reason::new(Rule::SeasonWeek, Effect::Set, Grade::D)
                .fact("week", f64::from(number))
                .fact("base", base)
                .fact("share", share(week))
                .named(week.phase.code()),
        ];
        let ahead = season.weeks.iter().skip(usize::try_from(number - 1).unwrap_or(0));
        let path = match season.goal {
            Goal::Weeks => None,
            Goal::PeakLoad { points } => {
                let peak = season.weeks.iter().map(share).fold(0.0, f64::max);
                (peak > 0.0).then(|| points * share(week) / peak)
            }
            // The even load that leads from here to the fitness asked for, in the proportions of the weeks that are left.
            Goal::Fitness { ctl, on } => {
                let start = Week::of(season.start.monday() + Duration::weeks(i64::from(number) - 1)).monday();
                let days = (on - start).num_days() + 1;
                let weeks = usize::try_from(days / 7).unwrap_or(0).max(1);
                let shares: Vec<f64> = ahead.take(weeks).map(share).collect();
                let mean = shares.iter().sum::<f64>() / shares.len().max(1) as f64;
                let fade = (-(days as f64) / CTL_DAYS).exp();
                history
                    .ctl()
                    .filter(|_| days > 0 && mean > 0.0)
                    .map(|now| (7.0 * (ctl - now * fade) / (1.0 - fade)).max(0.0) * share(week) / mean)
            }
        };
        if let Some(path) = path.filter(|path| path.is_finite()) {
            asked = path;
            reasons.push(Reason::new(Rule::GoalPath, Effect::Set, Grade::D).fact("asked", path));
        }
        let long_share = if week.long_share.is_finite() { week.long_share.clamp(0.0, 0.35) } else { 0.0 };
        Line {
            phase: week.phase,
            asked,
            long_share,
            quality: week.quality,
            strength: week.strength.min(3),
            test: week.test,
            season: true,
            reasons,
        }
    }
}

/// The phase of the week, its week number within the phase (from 1), and whether it was set by hand (or by a goal race).
fn phase(context: &Context) -> (PhaseKind, u32, bool) {
    let middle = context.week.monday() + Duration::days(3);
    let set: Option<&SeasonPhase> = context
        .phases
        .iter()
        .filter(|phase| phase.contains(middle))
        .max_by_key(|phase| (phase.from, phase.kind.code()));
    if let Some(set) = set {
        let weeks = (context.week.monday() - Week::of(set.from).monday()).num_days() / 7;
        return (set.kind, u32::try_from(weeks).unwrap_or(0) + 1, true);
    }
    let Some(race) = next_race(context, |race| race.priority == Priority::A) else {
        return (PhaseKind::Base, 1, false);
    };
    // Twelve weeks to a race, after SCIENCE 18.4: build from the third week on, sharpen for two, taper for two.
    match weeks_to(context, race.date) {
        0 => (PhaseKind::Taper, 2, true),
        1 => (PhaseKind::Taper, 1, true),
        weeks @ 2..=3 => (PhaseKind::Sharpen, u32::try_from(4 - weeks).unwrap_or(1), true),
        weeks @ 4..=9 => (PhaseKind::Build, u32::try_from(10 - weeks).unwrap_or(1), true),
        _ => (PhaseKind::Base, 1, false),
    }
}

/// Share of the four-week mean, by phase and week (SCIENCE 18.4; transition: a design of this program).
fn volume_share(phase: PhaseKind, week: u32) -> f64 {
    let at = |shares: &[f64]| {
        let index = usize::try_from(week.max(1) - 1).unwrap_or(0).min(shares.len() - 1);
        shares[index]
    };
    match phase {
        PhaseKind::Base => 1.0,
        PhaseKind::Build => at(&[1.05, 1.10, 0.95, 1.15, 1.20, 1.05]),
        PhaseKind::Sharpen => at(&[1.02, 0.90]),
        PhaseKind::Taper => at(&[0.70, 0.48]),
        PhaseKind::Race => 0.48,
        PhaseKind::Transition => 0.60,
    }
}

/// Share of the week's load in its long session (SCIENCE 18.4).
pub(super) fn long_share(phase: PhaseKind) -> f64 {
    match phase {
        PhaseKind::Base => 0.28,
        PhaseKind::Build => 0.30,
        PhaseKind::Sharpen => 0.27,
        PhaseKind::Taper | PhaseKind::Race | PhaseKind::Transition => 0.22,
    }
}

/// Quality sessions of a phase (SCIENCE 18.4).
pub(super) fn quality(phase: PhaseKind) -> u32 {
    match phase {
        PhaseKind::Build | PhaseKind::Sharpen => 2,
        PhaseKind::Base | PhaseKind::Taper | PhaseKind::Race => 1,
        PhaseKind::Transition => 0,
    }
}
