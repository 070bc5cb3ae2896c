//! What the week aims at: phase, load, number of quality sessions; or the decision to abstain.

mod line;

use chrono::{Datelike, NaiveDate};
use domain::reading::Reading;
use domain::reason::{Effect, Grade, Reason, Rule};
use domain::season::path::{rise, week_ceiling};
use domain::season::{PhaseKind, Priority, Race};
use domain::week::Week;

pub(crate) use self::line::Line;
use crate::history::History;
use crate::limits::{Limits, MASTERS};
use crate::{Context, Correction, abstain, returning};

/// Share of a recovery week.
const RECOVERY: f64 = 0.75;
/// Share when readiness is below the athlete's own usual, range included.
const LOW_READINESS: f64 = 0.85;
/// Readiness that is the athlete's own usual.
pub(crate) const USUAL_READINESS: f64 = 50.0;
/// Time constant of chronic load, days.
pub(crate) const CTL_DAYS: f64 = 42.0;
/// A threshold older than this is doubted, days (SCIENCE 21).
pub(crate) const OLD_THRESHOLD_DAYS: i64 = 120;
/// Every so many weeks a base week tests a threshold that is old.
const TEST_WEEKS: u32 = 4;

/// The aim of one week.
#[derive(Debug)]
pub(crate) struct Aim<'a> {
    /// Points, races left out; `None` when abstaining.
    pub(crate) target: Option<f64>,
    /// Points that no week may pass, races left out: the ramp and the coach's own limit.
    pub(crate) ceiling: f64,
    pub(crate) phase: PhaseKind,
    /// Share of the target the long session aims at.
    pub(crate) long_share: f64,
    /// Quality sessions of this phase, before the hard limits.
    pub(crate) quality: u32,
    /// Strength sessions beside.
    pub(crate) strength: u32,
    /// A test belongs into the week, and what asks for it: `season` or `threshold`.
    pub(crate) test: Option<&'static str>,
    pub(crate) abstained: bool,
    pub(crate) reasons: Vec<Reason>,
    /// What lowers confidence besides what is missing.
    pub(crate) doubts: Vec<Reason>,
    /// The race an opener leads to: the next A or B race.
    pub(crate) goal: Option<&'a Race>,
}

impl<'a> Aim<'a> {
    pub(crate) fn of(context: &'a Context, limits: &Limits) -> Aim<'a> {
        let history = History::of(context);
        let line = Line::of(context, &history);
        let masters = context.age.is_some_and(|age| age >= MASTERS);
        let mut aim = Aim {
            target: None,
            ceiling: limits.week_load.unwrap_or(f64::INFINITY),
            phase: line.phase,
            long_share: line.long_share,
            quality: line.quality,
            strength: line.strength.max(if masters && line.strength > 0 { 2 } else { 0 }),
            test: if line.test { Some("season") } else { old_threshold(context, line.phase) },
            abstained: false,
            reasons: Vec::new(),
            doubts: Vec::new(),
            goal: next_race(context, |race| race.priority != Priority::C),
        };
        let why = abstain::why(context, limits, &history);
        let base = history.base();
        let Some(base) = base.filter(|_| why.is_empty()) else {
            aim.abstained = true;
            aim.quality = 0;
            aim.strength = 0;
            aim.test = None;
            // A hold is said once, by the limits.
            aim.reasons = why.into_iter().filter(|reason| Some(reason) != limits.hold_reason().as_ref()).collect();
            return aim;
        };
        aim.doubts = abstain::doubts(context, &line);
        aim.set(context, &history, &line, base, masters);
        aim
    }

    /// The target: the season's (or the phase's) load, lowered by what speaks against it, within the ceiling.
    fn set(&mut self, context: &'a Context, history: &History, line: &Line, base: f64, masters: bool) {
        let mut asked = line.asked;
        self.reasons.extend(line.reasons.iter().cloned());
        let tapering = line.season && matches!(line.phase, PhaseKind::Taper | PhaseKind::Race);
        let taper = taper(context).filter(|_| !tapering);
        if let Some((race, days, share)) = taper {
            asked = base * share;
            self.phase = PhaseKind::Taper;
            self.quality = line::quality(PhaseKind::Taper);
            self.long_share = line::long_share(PhaseKind::Taper);
            self.strength = 0;
            self.test = None;
            self.reasons.retain(|reason| !matches!(reason.rule, Rule::Phase | Rule::GoalPath));
            self.reasons.push(
                Reason::new(Rule::Taper, Effect::Set, Grade::A)
                    .fact("days", days as f64)
                    .fact("share", share)
                    .named(race.name.clone())
                    .on(race.date),
            );
        }
        let rising = history.rising_weeks();
        if taper.is_none() && !line.season && asked > RECOVERY * base && rising >= if masters { 2 } else { 3 } {
            asked = RECOVERY * base;
            self.quality = self.quality.min(1);
            self.reasons.push(
                Reason::new(Rule::RecoveryWeek, Effect::Lowered, Grade::D)
                    .fact("weeks", f64::from(rising))
                    .fact("share", RECOVERY),
            );
        }
        let wanted = self.quality;
        if let Some(lowered) = low_readiness(context) {
            if wanted > 1 {
                let readiness = lowered.facts.get("readiness").copied().unwrap_or_default();
                let doubt = Reason::new(Rule::SignalsContradict, Effect::Doubted, Grade::D);
                self.doubts.push(doubt.fact("readiness", readiness).fact("quality", f64::from(wanted)));
            }
            asked *= LOW_READINESS;
            self.quality = wanted.min(1);
            self.reasons.push(lowered);
        }
        if let Some(correction) = &context.correction {
            let share = correction.bounded();
            asked *= share;
            self.reasons.push(
                Reason::new(Rule::LearnedCorrection, Effect::Set, Grade::D)
                    .fact("share", share)
                    .limit(Correction::BOUND * 100.0),
            );
        }
        let last = history.week(0).unwrap_or(base);
        let back = returning::share(context, history);
        // After days off the last weeks are no measure: what was before them is, and only a share of it.
        if let Some(back) = &back {
            asked = if line.season { asked } else { asked / base * back.before * back.share };
            self.reasons.push(
                Reason::new(Rule::ReturnVolume, Effect::Lowered, Grade::D)
                    .fact("days", back.days as f64)
                    .fact("share", back.share),
            );
        }
        let ramp = match &back {
            Some(back) => back.before * back.share,
            None => week_ceiling(rise(&context.bounds), base.max(last), history.ctl()),
        };
        self.ceiling = ramp.min(self.ceiling);
        if asked > self.ceiling {
            match context.bounds.week_load.filter(|load| *load <= ramp) {
                Some(bound) => self.reasons.push(
                    Reason::new(Rule::WeekBound, Effect::Lowered, Grade::D)
                        .named("load")
                        .fact("asked", asked)
                        .limit(bound),
                ),
                None if back.is_none() => self.reasons.push(
                    Reason::new(Rule::RampLimit, Effect::Lowered, Grade::D)
                        .fact("asked", asked)
                        .fact("last", last)
                        .limit(ramp),
                ),
                None => {}
            }
        }
        let target = asked.min(self.ceiling).max(0.0);
        for reason in self.reasons.iter_mut().filter(|reason| reason.rule == Rule::GoalPath) {
            reason.limit = Some(self.ceiling.min(f64::MAX));
            reason.facts.insert("target".to_owned(), target);
        }
        if let Some(highest) = history.highest().filter(|highest| target > *highest) {
            let doubt = Reason::new(Rule::OutOfRange, Effect::Doubted, Grade::D);
            self.doubts.push(doubt.fact("target", target).fact("highest", highest));
        }
        self.reasons.push(
            Reason::new(Rule::WeeklyTarget, Effect::Set, Grade::D)
                .fact("base", base)
                .fact("share", target / base)
                .fact("target", target),
        );
        self.target = Some(target);
    }
}

/// A base week tests an old threshold, every fourth week until there is a newer one.
fn old_threshold(context: &Context, phase: PhaseKind) -> Option<&'static str> {
    let settings = context.settings.as_ref()?;
    let old = (context.today - settings.from).num_days() > OLD_THRESHOLD_DAYS;
    let turn = context.week.monday().iso_week().week().is_multiple_of(TEST_WEEKS);
    (old && turn && phase == PhaseKind::Base).then_some("threshold")
}

/// Whole weeks from the planned week to the week of a date.
fn weeks_to(context: &Context, date: NaiveDate) -> i64 {
    (Week::of(date).monday() - context.week.monday()).num_days() / 7
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
