//! What is on offer for each open day. What a limit forbids is not, and an offer's minutes end where a limit does.

use chrono::{Datelike, NaiveDate, Weekday};
use domain::habit::Habit;
use domain::library::Template;
use domain::reason::{Effect, Grade, Reason, Rule};
use domain::session::{Session, SessionKind};
use domain::sport::Sport;

use super::{Offer, Problem, Strength, What};
use crate::aim::Aim;
use crate::fixed::Fixed;
use crate::limits::{Item, LONG_FROM, Limits, SHORTEST, assumed};
use crate::{Context, pick};

/// The most of the week's target one quality session may take.
const QUALITY_MOST: f64 = 0.35;
/// The most the long session may take when there is load left over (SCIENCE 18.3: 30 to 35 %).
const LONG_MOST: f64 = 0.35;
/// Sports with long sessions, at most.
const LONG_SPORTS: usize = 2;
/// The slot of the test, beside those of quality sessions.
const TEST_SLOT: usize = 9;

// Costs. A test that is asked for is worth most, then a training day and its load; a quality session is given up before a day is, and either before the
// day stays as it was planned for no reason. What follows only decides between days and sessions that are otherwise alike.
pub(super) const DAY: f64 = -30.0;
const QUALITY: f64 = -12.0;
const TEST: f64 = -60.0;
const LONG: f64 = -20.0;
const STAY: f64 = -8.0;
const EVE_OF_RACE: f64 = 10.0;
const WEEKDAY_LONG: f64 = 3.0;
const LATER_LONG: f64 = 1.0;
/// For each minute of the day less than the longest day has.
const LESS_TIME: f64 = 0.08;
const LESS_TIME_LONG: f64 = 0.15;
/// For each step in the order of days that rest first, or that quality sessions like best.
const GIVING_WAY: f64 = 0.5;
const MIDWEEK: f64 = 0.3;
/// For a habit of the coach, at every time it was seen: scaled by how often.
const HABIT: f64 = 6.0;
/// For each minute: of quality, so that easy minutes are added first.
const QUALITY_MINUTE: f64 = 0.08;

/// Days of the plan before that are open now.
pub(super) fn before(context: &Context, fixed: &Fixed) -> Vec<NaiveDate> {
    let planned = |date: &NaiveDate| context.standing.iter().any(|before| before.date == *date);
    fixed.open.iter().copied().filter(planned).collect()
}

/// Everything on offer, by day.
pub(super) fn offers<'a>(context: &'a Context, aim: &Aim, problem: &Problem<'a, '_>) -> Vec<Offer<'a>> {
    let open = &problem.fixed.open;
    let longest = open.iter().map(|date| assumed(context, *date)).max().unwrap_or(0);
    let mut all = Vec::new();
    for date in open {
        let maker = Maker { context, aim, problem, date: *date, minutes: assumed(context, *date), longest };
        let mut of_day = Vec::new();
        if maker.minutes >= SHORTEST {
            maker.easy(&mut of_day);
            maker.long(&mut of_day);
            maker.quality(&mut of_day);
            maker.test(&mut of_day);
        }
        all.extend(maker.kept(&of_day));
        all.extend(of_day);
    }
    all
}

/// Strength beside easy days: not on the eve of quality, not within two days before a race.
pub(super) fn strength<'a>(context: &'a Context, limits: &Limits, aim: &Aim, fixed: &Fixed) -> Option<Strength<'a>> {
    let there = fixed.items.iter().filter(|i| i.kind == SessionKind::Strength && context.week.contains(i.date)).count();
    let most = aim.strength.saturating_sub(u32::try_from(there).unwrap_or(u32::MAX));
    if aim.abstained || most == 0 || there > 0 || context.sport() == Sport::Strength {
        return None;
    }
    let template = pick::steady(context, Sport::Strength, SessionKind::Strength, 0, false)?;
    let minutes = template.min_minutes;
    let free = |date: NaiveDate| {
        let ahead = |other: NaiveDate| (other - date).num_days();
        let item = Item::of(date, &template.session(Sport::Strength, minutes));
        limits.room(&item, &fixed.items) >= minutes
            && !fixed.items.iter().any(|item| item.quality && ahead(item.date) == 1)
            && !context.races.iter().any(|race| (0..=2).contains(&ahead(race.date)))
    };
    let bound = context.bounds.day_minutes.unwrap_or(u32::MAX);
    let days = fixed.open.iter().copied().filter(|date| free(*date));
    let days = days.map(|date| (date, assumed(context, date).min(bound))).collect();
    Some(Strength { template, minutes, load: f64::from(minutes) * pick::rate(template), days, most })
}

/// Makes the offers of one day.
struct Maker<'a, 'p, 'l> {
    context: &'a Context,
    aim: &'p Aim<'p>,
    problem: &'p Problem<'a, 'l>,
    date: NaiveDate,
    minutes: u32,
    longest: u32,
}

impl<'a> Maker<'a, '_, '_> {
    /// The minutes a session of a template may have here.
    fn room(&self, template: &Template, sport: Sport) -> u32 {
        let least = Item::of(self.date, &template.session(sport, template.min_minutes));
        let room = self.problem.limits.room(&least, &self.problem.fixed.items);
        room.min(self.minutes).min(template.max_minutes)
    }

    fn days_to_race(&self) -> impl Iterator<Item = i64> + '_ {
        self.context.races.iter().map(|race| (race.date - self.date).num_days())
    }

    /// What training on this day costs, whatever it is.
    fn day_cost(&self) -> f64 {
        let eve = if self.days_to_race().any(|days| days == 1) { EVE_OF_RACE } else { 0.0 };
        let less = LESS_TIME * f64::from((self.longest - self.minutes).min(120));
        DAY + eve + less + GIVING_WAY * f64::from(giving_way(self.date))
    }

    fn offer(&self, template: &'a Template, sport: Sport, min: u32, cap: u32, cost: f64) -> Offer<'a> {
        let (habit_cost, habit) = self.habit(template.kind);
        let quality = template.kind.is_quality();
        let cap = if self.aim.abstained { min } else { self.scaled(template.kind, cap).max(min) };
        Offer {
            date: self.date,
            what: What::New(template),
            sport,
            slot: None,
            min,
            cap,
            rate: pick::rate(template),
            hard: hard_minutes(&template.session(sport, template.min_minutes)),
            quality,
            long: template.kind == SessionKind::Long,
            strength: false,
            cost: self.day_cost() + cost + habit_cost,
            minute_cost: if quality { QUALITY_MINUTE } else { 0.0 },
            habit,
        }
    }

    /// The day as it was planned before, if it still may be. When the engine abstains, only what is as cautious as what it
    /// would offer now.
    fn kept(&self, of_day: &[Offer<'a>]) -> Option<Offer<'a>> {
        if !self.problem.before.contains(&self.date) {
            return None;
        }
        let cautious = |session: &Session| {
            let like = |template: &Template| template.kind == session.kind && template.title == session.title;
            of_day.iter().any(|offer| {
                matches!(offer.what, What::New(template) if like(template)) && session.minutes <= offer.cap
            })
        };
        let mut sessions: Vec<&'a Session> =
            self.context.standing.iter().filter(|s| s.date == self.date).map(|s| &s.session).collect();
        sessions.sort_by(|a, b| (a.kind, a.sport, a.minutes, &a.title).cmp(&(b.kind, b.sport, b.minutes, &b.title)));
        let trained: Vec<&Session> = sessions.iter().copied().filter(|s| s.kind != SessionKind::Rest).collect();
        let mut others = self.problem.fixed.items.clone();
        for session in &trained {
            let item = Item::of(self.date, session);
            let race = item.kind == SessionKind::Race || !session.load.is_finite() || session.load < 0.0;
            let bold = self.aim.abstained && !cautious(session);
            if race || bold || item.minutes == 0 || self.problem.limits.room(&item, &others) < item.minutes {
                return None;
            }
            others.push(item);
        }
        let minutes: u32 = trained.iter().map(|session| session.minutes).fold(0, u32::saturating_add);
        let load: f64 = trained.iter().map(|session| session.load).sum();
        let is = |kind: SessionKind| trained.iter().any(|session| session.kind == kind);
        let quality = trained.iter().any(|session| session.kind.is_quality());
        let worth = if quality {
            QUALITY + MIDWEEK * f64::from(midweek(self.date))
        } else if is(SessionKind::Long) {
            LONG + self.long_cost()
        } else {
            0.0
        };
        let cost = if trained.is_empty() { STAY } else { STAY + self.day_cost() + worth };
        Some(Offer {
            date: self.date,
            sport: trained.first().map_or(self.context.sport(), |session| session.sport),
            slot: None,
            min: minutes,
            cap: minutes,
            rate: if minutes == 0 { 0.0 } else { load / f64::from(minutes) },
            hard: trained.iter().map(|session| hard_minutes(session)).sum(),
            quality,
            long: is(SessionKind::Long),
            strength: is(SessionKind::Strength),
            cost,
            minute_cost: 0.0,
            habit: None,
            what: What::Kept(sessions),
        })
    }

    /// Easy in each sport; very easy beside a race, and where a limit leaves no more.
    fn easy(&self, all: &mut Vec<Offer<'a>>) {
        let raced = self.days_to_race().any(|days| days.abs() == 1);
        let kinds: &[SessionKind] =
            if raced { &[SessionKind::Recovery] } else { &[SessionKind::Easy, SessionKind::Recovery] };
        let turn = self.turn() + self.date.weekday().num_days_from_monday() as usize;
        for (sport, _) in pick::sports(self.context) {
            let plain = self.problem.limits.hold.is_some() || self.aim.abstained;
            let found = kinds.iter().flat_map(|kind| [(*kind, plain), (*kind, true)]).find_map(|(kind, plain)| {
                let template = pick::steady(self.context, sport, kind, turn, plain)?;
                let cap = self.room(template, sport);
                // With less time than the template's shortest, only what has no steps is still itself.
                let whole = cap >= template.min_minutes || template.steps.is_empty();
                (cap >= SHORTEST && whole).then_some((template, cap))
            });
            if let Some((template, cap)) = found {
                all.push(self.offer(template, sport, template.min_minutes.min(cap), cap, 0.0));
            }
        }
    }

    /// Which of several templates has its turn this week.
    fn turn(&self) -> usize {
        usize::try_from(self.context.week.monday().iso_week().week()).unwrap_or(0)
    }

    fn long_cost(&self) -> f64 {
        let weekend = matches!(self.date.weekday(), Weekday::Sat | Weekday::Sun);
        let less = LESS_TIME_LONG * f64::from((self.longest - self.minutes).min(240));
        less - LATER_LONG * f64::from(self.date.weekday().num_days_from_monday())
            + if weekend { 0.0 } else { WEEKDAY_LONG }
    }

    /// The long session: not within two days before a race or the day after one, and only where it is worth its name.
    fn long(&self, all: &mut Vec<Offer<'a>>) {
        let kept = self.problem.fixed.items.iter().any(|item| item.long && self.context.week.contains(item.date));
        let few =
            self.problem.days + self.problem.limits.sum(super::Measure::Days, self.problem.fixed.items.iter()) < 3.0;
        if kept || few || self.days_to_race().any(|days| (-1..=2).contains(&days)) {
            return;
        }
        for (sport, _) in pick::sports(self.context).into_iter().take(LONG_SPORTS) {
            // Without a session to compare with, nothing is called long.
            let known = crate::limits::spike(self.context, sport).is_some_and(|(spike, _)| spike >= LONG_FROM);
            let Some(template) = pick::steady(self.context, sport, SessionKind::Long, 0, false).filter(|_| known)
            else {
                continue;
            };
            let rate = pick::rate(template);
            let wanted = self.problem.long_share * self.problem.whole / rate;
            let most = (LONG_MOST * self.problem.whole / rate) as u32;
            let room = self.room(template, sport);
            let small = !self.aim.abstained && wanted < f64::from(template.min_minutes);
            if small || room < template.min_minutes.max(LONG_FROM) {
                continue;
            }
            let cap = if self.aim.abstained { room } else { room.min(most.max(template.min_minutes)) };
            all.push(self.offer(template, sport, template.min_minutes, cap, LONG + self.long_cost()));
        }
    }

    /// Quality sessions of the phase: the first of the kinds in turn that the day and its limits leave room for.
    fn quality(&self, all: &mut Vec<Offer<'a>>) {
        let sports = pick::sports(self.context);
        let raced = self.days_to_race().any(|days| matches!(days, -1 | 1));
        for slot in 0..self.problem.quality.min(3.0) as usize {
            let mut of_slot: Vec<Sport> = sports.iter().map(|(sport, _)| *sport).take(1).collect();
            of_slot.extend(sports.get(slot).map(|(sport, _)| *sport).filter(|sport| !of_slot.contains(sport)));
            for sport in of_slot.into_iter().filter(|_| !raced) {
                let templates = pick::quality(self.context, sport, self.aim.phase, slot, self.turn());
                let found = templates.into_iter().find_map(|t| self.affordable(t, sport));
                let Some((template, cap)) = found else { continue };
                let order = MIDWEEK * f64::from(midweek(self.date));
                // The first of them earlier in the week.
                let early = 0.01 * f64::from(self.date.weekday().num_days_from_monday());
                let cost = QUALITY + order + if slot == 0 { early } else { -early };
                let offer = self.offer(template, sport, template.min_minutes, cap, cost);
                all.push(Offer { slot: Some(slot), ..offer });
            }
        }
    }

    /// The most minutes of a quality session that its day and its share of the week allow, if that is enough for it.
    fn affordable(&self, template: &'a Template, sport: Sport) -> Option<(&'a Template, u32)> {
        let (room, rate) = (self.room(template, sport), pick::rate(template));
        let points = (QUALITY_MOST * self.problem.whole).min(self.problem.budget);
        let enough = room >= template.min_minutes && f64::from(template.min_minutes) * rate <= points;
        enough.then(|| (template, room.min((points / rate) as u32).max(template.min_minutes)))
    }

    fn test(&self, all: &mut Vec<Offer<'a>>) {
        if self.aim.test.is_none()
            || self.problem.quality < 1.0
            || self.days_to_race().any(|days| (-2..=3).contains(&days))
        {
            return;
        }
        let sport = self.context.sport();
        let templates = pick::tests(self.context, sport);
        if let Some((template, _)) = templates.into_iter().find_map(|template| self.affordable(template, sport)) {
            let cost = TEST + MIDWEEK * f64::from(midweek(self.date));
            let offer = self.offer(template, sport, template.min_minutes, template.min_minutes, cost);
            all.push(Offer { slot: Some(TEST_SLOT), ..offer });
        }
    }

    /// What the coach's habits say of a kind on this day: less or more cost, and the habit that speaks for it.
    fn habit(&self, kind: SessionKind) -> (f64, Option<Reason>) {
        let mut cost = 0.0;
        let mut best = None;
        for seen in &self.context.habits {
            let weight = HABIT * f64::from(seen.times.min(seen.of)) / f64::from(seen.of.max(1));
            let on = |day: Weekday| self.date.weekday() == day;
            let by = match seen.habit {
                Habit::MovesTo { kind: of, day } if of == kind && on(day) => -weight,
                Habit::RemovesOn { kind: of, day } if of == kind && on(day) => weight,
                Habit::Replaces { kind: of, .. } if of == kind => weight,
                Habit::Replaces { by, .. } if by == kind => -weight / 2.0,
                Habit::Scales { kind: of, .. } if of == kind => 0.0,
                _ => continue,
            };
            cost += by;
            if by <= 0.0 {
                best = Some(preference(seen));
            }
        }
        (cost, best)
    }

    /// The most minutes, where the coach is used to make sessions of the kind shorter.
    fn scaled(&self, kind: SessionKind, cap: u32) -> u32 {
        let percent = self.context.habits.iter().find_map(|seen| match seen.habit {
            Habit::Scales { kind: of, percent } if of == kind && percent < 100 => Some(percent),
            _ => None,
        });
        percent.map_or(cap, |percent| (u64::from(cap) * u64::from(percent) / 100) as u32)
    }
}

/// A habit as a reason.
pub(crate) fn preference(seen: &domain::habit::HabitSeen) -> Reason {
    Reason::new(Rule::Preference, Effect::Chose, Grade::D)
        .fact("times", f64::from(seen.times))
        .fact("of", f64::from(seen.of))
        .named(seen.habit.code())
}

/// Minutes near threshold or above.
fn hard_minutes(session: &Session) -> f64 {
    let hard = session.steps.iter().filter(|step| step.intensity >= 0.85 && step.minutes.is_finite());
    if session.kind.is_quality() { hard.map(|step| f64::from(step.repeat) * step.minutes).sum() } else { 0.0 }
}

/// The order in which days give way to rest when they have equal time: Monday first, then Friday; lower stays longer.
fn giving_way(date: NaiveDate) -> u32 {
    const ORDER: [u32; 7] = [6, 2, 4, 3, 5, 1, 0];
    ORDER[date.weekday().num_days_from_monday() as usize]
}

/// The order in which days are liked for quality: Tuesday, Thursday, Wednesday, Friday, Saturday, Monday, Sunday.
fn midweek(date: NaiveDate) -> u32 {
    const ORDER: [u32; 7] = [5, 0, 2, 1, 3, 4, 6];
    ORDER[date.weekday().num_days_from_monday() as usize]
}
