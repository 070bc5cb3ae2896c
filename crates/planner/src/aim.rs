//! What the week aims at: phase, load, number of quality sessions; or the decision to abstain.

use chrono::{Datelike, Duration, NaiveDate};
use domain::reading::Reading;
use domain::reason::{Effect, Grade, Reason, Rule};
use domain::season::{PhaseKind, Priority, Race, SeasonPhase};
use domain::week::Week;

use crate::Context;
use crate::history::{BASE_DAYS, History, longest};
use crate::limits::{Limits, MASTERS};

/// A week may hold this much more than the larger of last week and the four-week mean.
const RISE: f64 = 1.15;
/// Share of a recovery week.
const RECOVERY: f64 = 0.75;
/// Share when readiness is below the athlete's own usual, range included.
const LOW_READINESS: f64 = 0.85;
/// Readiness that is the athlete's own usual.
const USUAL_READINESS: f64 = 50.0;
/// Time constant of chronic load, days.
const CTL_DAYS: f64 = 42.0;
/// Days looked at for silence, and the share of them that must be known.
pub(crate) const SILENCE_DAYS: i64 = 14;
const SILENCE_SHARE: f64 = 0.6;

/// The aim of one week.
#[derive(Debug)]
pub(crate) struct Aim<'a> {
    /// Points, races left out; `None` when abstaining.
    pub(crate) target: Option<f64>,
    pub(crate) phase: PhaseKind,
    /// Share of the target the long session aims at.
    pub(crate) long_share: f64,
    /// Quality sessions of this phase, before the hard limits.
    pub(crate) quality: u32,
    /// Strength sessions beside.
    pub(crate) strength: u32,
    pub(crate) abstained: bool,
    pub(crate) reasons: Vec<Reason>,
    /// The race an opener leads to: the next A or B race.
    pub(crate) goal: Option<&'a Race>,
}

impl<'a> Aim<'a> {
    pub(crate) fn of(context: &'a Context, limits: &Limits) -> Aim<'a> {
        let history = History::of(context);
        let goal = next_race(context, |race| race.priority != Priority::C);
        let (phase, week, planned) = phase(context);
        let masters = context.age.is_some_and(|age| age >= MASTERS);
        let mut aim = Aim {
            target: None,
            phase,
            long_share: long_share(phase),
            quality: quality(phase),
            strength: if matches!(phase, PhaseKind::Base | PhaseKind::Build) { 1 + u32::from(masters) } else { 0 },
            abstained: false,
            reasons: Vec::new(),
            goal,
        };
        if let Some(why) = too_little(context, &history) {
            aim.abstained = true;
            aim.quality = 0;
            aim.strength = 0;
            aim.reasons.push(why);
            return aim;
        }
        let Some(base) = history.base() else { return aim };
        let mut share = volume_share(phase, week);
        let taper = taper(context);
        if let Some((race, days, tapered)) = taper {
            share = tapered;
            aim.phase = PhaseKind::Taper;
            aim.quality = quality(PhaseKind::Taper);
            aim.long_share = long_share(PhaseKind::Taper);
            aim.strength = 0;
            aim.reasons.push(
                Reason::new(Rule::Taper, Effect::Set, Grade::A)
                    .fact("days", days as f64)
                    .fact("share", share)
                    .named(race.name.clone())
                    .on(race.date),
            );
        } else if planned {
            aim.reasons.push(
                Reason::new(Rule::Phase, Effect::Set, Grade::D)
                    .fact("share", share)
                    .fact("week", f64::from(week))
                    .named(phase.code()),
            );
        }
        let rising = history.rising_weeks();
        if taper.is_none() && share > RECOVERY && rising >= if masters { 2 } else { 3 } {
            share = RECOVERY;
            aim.quality = aim.quality.min(1);
            aim.reasons.push(
                Reason::new(Rule::RecoveryWeek, Effect::Lowered, Grade::D)
                    .fact("weeks", f64::from(rising))
                    .fact("share", share),
            );
        }
        if let Some(lowered) = low_readiness(context) {
            share *= LOW_READINESS;
            aim.quality = aim.quality.min(1);
            aim.reasons.push(lowered);
        }
        let last = history.week(0).unwrap_or(base);
        let ceiling = ceiling(base.max(last), history.ctl());
        let asked = base * share;
        let target = asked.min(ceiling);
        if asked > ceiling {
            aim.reasons.push(
                Reason::new(Rule::RampLimit, Effect::Lowered, Grade::D)
                    .fact("asked", asked)
                    .fact("last", last)
                    .limit(ceiling),
            );
        }
        let target = if limits.ill() { 0.0 } else { target };
        aim.reasons.push(
            Reason::new(Rule::WeeklyTarget, Effect::Set, Grade::D)
                .fact("base", base)
                .fact("share", target / base)
                .fact("target", target),
        );
        aim.target = Some(target);
        aim
    }
}

/// Why there is too little to go on, if so (SCIENCE 21: do not recommend, show the template).
fn too_little(context: &Context, history: &History) -> Option<Reason> {
    let length = history.length();
    if length < BASE_DAYS {
        return Some(
            Reason::new(Rule::LittleHistory, Effect::Doubted, Grade::D)
                .fact("days", length as f64)
                .limit(BASE_DAYS as f64),
        );
    }
    let silent = |days: i64, of: i64| {
        Some(Reason::new(Rule::SilentDays, Effect::Doubted, Grade::D).fact("days", days as f64).fact("of", of as f64))
    };
    let unknown = history.unknown(SILENCE_DAYS);
    if (SILENCE_DAYS - unknown) as f64 / (SILENCE_DAYS as f64) < SILENCE_SHARE {
        return silent(unknown, SILENCE_DAYS);
    }
    if history.base().is_none_or(|base| base < 1.0) {
        return silent(BASE_DAYS, BASE_DAYS);
    }
    // Load from another sport says nothing about how much of this one the athlete is used to.
    if longest(context, context.sport).is_none() {
        return silent(30, 30);
    }
    None
}

/// The phase of the week, its week number within the phase (from 1), and whether the season says so (or a goal race).
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
fn long_share(phase: PhaseKind) -> f64 {
    match phase {
        PhaseKind::Base => 0.28,
        PhaseKind::Build => 0.30,
        PhaseKind::Sharpen => 0.27,
        PhaseKind::Taper | PhaseKind::Race | PhaseKind::Transition => 0.22,
    }
}

/// Quality sessions of a phase (SCIENCE 18.4).
fn quality(phase: PhaseKind) -> u32 {
    match phase {
        PhaseKind::Build | PhaseKind::Sharpen => 2,
        PhaseKind::Base | PhaseKind::Taper | PhaseKind::Race => 1,
        PhaseKind::Transition => 0,
    }
}

/// Whole weeks from the planned week to the week of a date.
fn weeks_to(context: &Context, date: NaiveDate) -> i64 {
    let week = Week::of(date);
    (week.monday() - context.week.monday()).num_days() / 7
}

/// The first race from the week's Monday (or today) on that passes.
fn next_race(context: &Context, passes: impl Fn(&Race) -> bool) -> Option<&Race> {
    let from = context.week.monday().max(context.today);
    context
        .races
        .iter()
        .filter(|race| race.date >= from && race.date.year() < from.year() + 3 && passes(race))
        .min_by_key(|race| (race.date, race.priority, race.id))
}

/// The race this week tapers to, the days from Monday to it, and the share of the four-week mean.
fn taper(context: &Context) -> Option<(&Race, i64, f64)> {
    let race = next_race(context, |race| {
        let weeks = weeks_to(context, race.date);
        matches!((race.priority, weeks), (Priority::A, 0 | 1) | (Priority::B, 0))
    })?;
    let share = match (race.priority, weeks_to(context, race.date)) {
        (Priority::A, 0) => 0.48,
        (Priority::A, _) => 0.70,
        _ => 0.80,
    };
    Some((race, (race.date - context.week.monday()).num_days(), share))
}

/// Readiness lowers a week that is near when even the upper end of its range is below the athlete's own usual.
/// It never raises one.
fn low_readiness(context: &Context) -> Option<Reason> {
    if (context.week.monday() - context.today).num_days() > 7 {
        return None;
    }
    let day = context.readiness.as_ref().filter(|day| (context.today - day.date).num_days() <= 2)?;
    let Reading::Known { value, .. } = &day.readiness else { return None };
    (value.high < USUAL_READINESS).then(|| {
        Reason::new(Rule::ReadinessLowered, Effect::Lowered, Grade::D)
            .fact("readiness", value.score)
            .fact("low", value.low)
            .fact("high", value.high)
            .fact("share", LOW_READINESS)
            .limit(USUAL_READINESS)
    })
}

/// The most a week may hold: 15 % over what the athlete is used to, and no more than makes chronic load rise by the
/// stop line of SCIENCE 6, `min(10, max(5, 15 %))` points a week.
fn ceiling(used_to: f64, ctl: Option<f64>) -> f64 {
    let by_week = used_to * RISE;
    match ctl {
        None => by_week,
        Some(ctl) => {
            let stop = (0.15 * ctl).clamp(5.0, 10.0);
            let gain = 1.0 - (-7.0 / CTL_DAYS).exp();
            by_week.min(7.0 * (ctl + stop / gain))
        }
    }
}
