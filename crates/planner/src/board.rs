//! The week's skeleton: which day carries what, before any minutes are dealt out. Ties are broken by date.

use chrono::{Datelike, NaiveDate};
use domain::effective::EffectiveSession;
use domain::reason::{Effect, Grade, Reason, Rule};
use domain::season::{Priority, Race};
use domain::session::SessionKind;

use crate::Context;
use crate::aim::Aim;
use crate::history::usual_days;
use crate::limits::{Hold, Limits, PAIN, SHORTEST, TRAINING_DAYS, answered, default_minutes, fixed_quality, used};
use crate::pick;
use crate::race::{race_reason, race_session};

/// Training days of a week when the engine abstains.
const CAUTIOUS_DAYS: usize = 4;
/// A long session is worth its name from here on, minutes.
pub(crate) const LONG_FROM: u32 = 50;

/// What a day carries.
#[derive(Debug, Clone)]
pub(crate) enum Role<'a> {
    /// Not decided yet.
    Free,
    /// A race.
    Race(&'a Race),
    /// The opener before a race, this many days ahead.
    Opener(&'a Race, i64),
    /// The week's long session.
    Long,
    /// A quality session, counted from 0.
    Quality(usize),
    /// An easy session.
    Easy,
    /// Nothing, and why.
    Rest(Vec<Reason>),
}

/// One day the engine may fill.
#[derive(Debug, Clone)]
pub(crate) struct Day<'a> {
    pub(crate) date: NaiveDate,
    /// Minutes, answered or assumed.
    pub(crate) minutes: u32,
    pub(crate) role: Role<'a>,
}

impl Day<'_> {
    fn free(&self) -> bool {
        matches!(self.role, Role::Free)
    }

    pub(crate) fn trains(&self) -> bool {
        !matches!(self.role, Role::Rest(_) | Role::Free)
    }
}

/// The days the engine may fill, and what stands already.
#[derive(Debug)]
pub(crate) struct Board<'a> {
    pub(crate) days: Vec<Day<'a>>,
    /// Days of quality sessions, fixed and placed.
    pub(crate) quality: Vec<NaiveDate>,
    spacing: i64,
}

impl<'a> Board<'a> {
    pub(crate) fn of(context: &'a Context, limits: &Limits, aim: &Aim<'a>) -> Board<'a> {
        // A removed session keeps its day empty: proposing another in its place would bring it back.
        let open = |date: NaiveDate| {
            date >= context.today && !used(context, date) && !context.pinned.iter().any(|kept| kept.date == date)
        };
        let day = |date| Day {
            date,
            minutes: answered(context, date).unwrap_or_else(|| default_minutes(date)),
            role: Role::Free,
        };
        let mut board = Board {
            days: context.week.days().into_iter().filter(|date| open(*date)).map(day).collect(),
            quality: fixed_quality(context),
            spacing: limits.spacing_days,
        };
        if limits.ill() {
            for day in &mut board.days {
                day.role = Role::Rest(limits.hold_reason(context).into_iter().collect());
            }
            return board;
        }
        board.place_races(context, limits);
        board.rest_where_no_time();
        board.place_opener(context, limits, aim);
        board.keep_rest_days(context, aim);
        board.place_long(context, limits);
        board.place_quality(context, limits, aim);
        for day in board.days.iter_mut().filter(|day| day.free()) {
            day.role = Role::Easy;
        }
        board
    }

    /// A quality session on this day keeps its distance from all others.
    pub(crate) fn spaced(&self, date: NaiveDate) -> bool {
        self.quality.iter().all(|other| (*other - date).num_days().abs() >= self.spacing)
    }

    fn nearest_hours(&self, date: NaiveDate) -> i64 {
        self.quality.iter().map(|other| (*other - date).num_days().abs() * 24).min().unwrap_or(i64::MAX)
    }

    fn quality_in_week(&self, context: &Context) -> u32 {
        u32::try_from(self.quality.iter().filter(|date| context.week.contains(**date)).count()).unwrap_or(u32::MAX)
    }

    /// Races stand where they are, if no hard limit says otherwise; then their day is kept free and says why.
    /// The spike rule only speaks up: a race is as long as its organiser made it.
    fn place_races(&mut self, context: &'a Context, limits: &Limits) {
        let mut races: Vec<&Race> = context.races.iter().filter(|race| context.week.contains(race.date)).collect();
        races.sort_by(|a, b| (a.priority, a.date, &a.name, a.id).cmp(&(b.priority, b.date, &b.name, b.id)));
        for race in races {
            let Some(index) = self.days.iter().position(|day| day.date == race.date && day.free()) else { continue };
            let asked = race_session(context, race).minutes;
            let refused = |rule, effect| Reason::new(rule, effect, Grade::D).on(race.date);
            let why = if let Some(Hold::Pain(_, pain)) = limits.hold {
                Some(refused(Rule::PainHold, Effect::Removed).fact("pain", pain).limit(PAIN))
            } else if let Some(minutes) = answered(context, race.date).filter(|minutes| *minutes < asked) {
                Some(
                    refused(Rule::AvailableMinutes, Effect::Removed)
                        .fact("minutes", f64::from(asked))
                        .limit(f64::from(minutes)),
                )
            } else if !self.spaced(race.date) {
                Some(
                    refused(Rule::QualitySpacing, Effect::Removed)
                        .fact("hours", self.nearest_hours(race.date) as f64)
                        .limit((self.spacing * 24) as f64),
                )
            } else if self.quality_in_week(context) >= limits.quality {
                Some(
                    refused(Rule::QualityCount, Effect::Removed)
                        .fact("quality", f64::from(self.quality_in_week(context) + 1))
                        .limit(f64::from(limits.quality)),
                )
            } else if training_days(context) >= TRAINING_DAYS {
                Some(refused(Rule::RestDay, Effect::Removed))
            } else {
                None
            };
            self.days[index].role = match why {
                Some(why) => Role::Rest(vec![why, race_reason(context, race, Effect::Kept)]),
                None => {
                    self.quality.push(race.date);
                    Role::Race(race)
                }
            };
        }
    }

    fn rest_where_no_time(&mut self) {
        for day in self.days.iter_mut().filter(|day| day.free() && day.minutes < SHORTEST) {
            day.role = Role::Rest(vec![
                Reason::new(Rule::NoTimeThatDay, Effect::Removed, Grade::D)
                    .on(day.date)
                    .fact("minutes", f64::from(day.minutes)),
            ]);
        }
    }

    /// A short opener three or four days before an A or B race.
    fn place_opener(&mut self, context: &Context, limits: &Limits, aim: &Aim<'a>) {
        let Some((race, template)) = aim.goal.zip(pick::opener(context)) else { return };
        let fits = |minutes: Option<(u32, f64)>| minutes.is_some_and(|(spike, _)| spike >= template.min_minutes);
        if limits.pain()
            || aim.abstained
            || self.quality_in_week(context) >= limits.quality
            || !fits(limits.spike(context, context.sport))
            || self.trained(context) >= TRAINING_DAYS
        {
            return;
        }
        for ahead in [3, 4] {
            let place = self.days.iter().position(|day| {
                day.free() && (race.date - day.date).num_days() == ahead && day.minutes >= template.min_minutes
            });
            if let Some(index) = place.filter(|index| self.spaced(self.days[*index].date)) {
                self.days[index].role = Role::Opener(race, ahead);
                self.quality.push(self.days[index].date);
                return;
            }
        }
    }

    fn trained(&self, context: &Context) -> usize {
        training_days(context) + self.days.iter().filter(|day| day.trains()).count()
    }

    /// Keeps at least one day of the week free, and no more training days than the athlete is used to (at least three).
    /// The day before a race goes first, then the days with least time, Monday before the others.
    fn keep_rest_days(&mut self, context: &Context, aim: &Aim<'a>) {
        let usual = if aim.abstained { CAUTIOUS_DAYS } else { (usual_days(context) as usize).max(3) };
        let mut left = usual.min(TRAINING_DAYS).saturating_sub(self.trained(context));
        let before_race: Vec<NaiveDate> = self.race_days().filter_map(|date| date.pred_opt()).collect();
        let mut free: Vec<usize> = (0..self.days.len()).filter(|index| self.days[*index].free()).collect();
        let whole_week = self.trained(context) + free.len() > TRAINING_DAYS;
        free.sort_by_key(|index| {
            let day = &self.days[*index];
            let eve = before_race.contains(&day.date);
            (eve, std::cmp::Reverse(day.minutes), giving_way(day.date))
        });
        let mut by_limit = whole_week;
        let resting: Vec<usize> = free
            .into_iter()
            .filter(|_| {
                let rests = left == 0;
                left = left.saturating_sub(1);
                rests
            })
            .collect();
        // The day that gives way first is the one the hard limit takes.
        for index in resting.into_iter().rev() {
            let rule = if std::mem::take(&mut by_limit) { Rule::RestDay } else { Rule::RestByPlan };
            let date = self.days[index].date;
            self.days[index].role = Role::Rest(vec![Reason::new(rule, Effect::Kept, Grade::D).on(date)]);
        }
    }

    fn race_days(&self) -> impl Iterator<Item = NaiveDate> + '_ {
        self.days.iter().filter(|day| matches!(day.role, Role::Race(_))).map(|day| day.date)
    }

    /// The long session on the day with most time; not near a race, and not on the eve of a quality session.
    fn place_long(&mut self, context: &Context, limits: &Limits) {
        let kept = context.pinned.iter().any(|s| !s.removed && s.session.kind == SessionKind::Long);
        let raced = self.days.iter().any(|day| matches!(day.role, Role::Race(race) if race.priority == Priority::A));
        // Without a session to compare with, nothing is called long.
        let short = limits.spike(context, context.sport).is_none_or(|(spike, _)| spike < LONG_FROM);
        let few = self.trained(context) + self.days.iter().filter(|day| day.free()).count() < 3;
        if limits.pain() || kept || raced || short || few {
            return;
        }
        let near_race = |date: NaiveDate| {
            let races = context.races.iter().map(|race| (race.date - date).num_days());
            races.into_iter().any(|days| (-1..=2).contains(&days))
        };
        let eve = |date: NaiveDate| self.quality.iter().any(|quality| (*quality - date).num_days() == 1);
        let chosen = (0..self.days.len())
            .filter(|index| {
                let day = &self.days[*index];
                day.free() && day.minutes >= LONG_FROM && !near_race(day.date) && !eve(day.date)
            })
            .max_by_key(|index| (self.days[*index].minutes, self.days[*index].date));
        if let Some(index) = chosen {
            self.days[index].role = Role::Long;
        }
    }

    /// Quality sessions in the middle of the week, spaced, not on the day after a long session.
    fn place_quality(&mut self, context: &Context, limits: &Limits, aim: &Aim<'a>) {
        if limits.pain() {
            return;
        }
        let wanted = aim.quality.min(limits.quality).saturating_sub(self.quality_in_week(context));
        let long: Vec<NaiveDate> = self
            .days
            .iter()
            .filter(|day| matches!(day.role, Role::Long))
            .map(|day| day.date)
            .chain(kept_long(context).map(|kept| kept.date))
            .collect();
        let mut candidates: Vec<usize> = (0..self.days.len()).filter(|index| self.days[*index].free()).collect();
        candidates.sort_by_key(|index| midweek(self.days[*index].date));
        let mut placed: Vec<NaiveDate> = Vec::new();
        for index in candidates {
            let date = self.days[index].date;
            let after_long = long.iter().any(|long| (date - *long).num_days() == 1);
            if placed.len() < wanted as usize && self.spaced(date) && !after_long {
                self.quality.push(date);
                placed.push(date);
            }
        }
        placed.sort_unstable();
        for (nth, date) in placed.into_iter().enumerate() {
            for day in self.days.iter_mut().filter(|day| day.date == date) {
                day.role = Role::Quality(nth);
            }
        }
    }
}

/// Days of the week on which training was done or is kept.
fn training_days(context: &Context) -> usize {
    let kept = |date: NaiveDate| {
        context.pinned.iter().any(|s| !s.removed && s.date == date && s.session.kind != SessionKind::Rest)
    };
    context.week.days().into_iter().filter(|date| used(context, *date) || kept(*date)).count()
}

fn kept_long(context: &Context) -> impl Iterator<Item = &EffectiveSession> {
    context.pinned.iter().filter(|s| !s.removed && s.session.kind == SessionKind::Long)
}

/// The order in which days give way to rest when they have equal time: lower stays longer.
fn giving_way(date: NaiveDate) -> u32 {
    const ORDER: [u32; 7] = [6, 2, 4, 3, 5, 1, 0];
    ORDER[date.weekday().num_days_from_monday() as usize]
}

/// The order in which days are tried for quality: Tuesday, Thursday, Wednesday, Friday, Saturday, Monday, Sunday.
fn midweek(date: NaiveDate) -> u32 {
    const ORDER: [u32; 7] = [5, 0, 2, 1, 3, 4, 6];
    ORDER[date.weekday().num_days_from_monday() as usize]
}
