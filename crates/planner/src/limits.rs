//! Hard limits: what no session this engine places may break, whatever the target. Each limit is said once, here: the
//! choice builds its constraints from the same definitions that [`crate::check`] judges a coach's week by.

mod health;
mod session;
mod week;

use chrono::{Duration, NaiveDate};
pub(crate) use domain::availability::assumed as default_minutes;
use domain::effective::EffectiveSession;
use domain::reason::{Effect, Reason};
use domain::session::{Session, SessionKind};
use domain::sport::Sport;

pub(crate) use self::health::Hold;
pub(crate) use self::session::{INJURY_DAYS, NEW_PLACE_DAYS, jet_lag_days, spike_reason};
pub(crate) use self::week::Measure;
use crate::Context;
use crate::history::longest;

/// Pain from which on only easy sessions are planned (0 to 10).
pub(crate) const PAIN: f64 = 4.0;
/// Age under which the coach must approve each week, and at most one quality session is planned.
pub(crate) const YOUTH: u32 = 16;
/// Age from which quality sessions stand 72 h apart and every third week of rising load is a recovery week.
pub(crate) const MASTERS: u32 = 50;
/// A session shorter than this is not worth the shoes.
pub(crate) const SHORTEST: u32 = 10;
/// A session done is a long one from this many minutes on, when it also lasted half as long again as the middle one of its
/// sport in the last 30 days.
pub(crate) const LONG_FROM: u32 = 50;

/// A session as the limits see it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Item {
    pub(crate) date: NaiveDate,
    pub(crate) sport: Sport,
    pub(crate) kind: SessionKind,
    pub(crate) minutes: u32,
    /// Points.
    pub(crate) load: f64,
    pub(crate) quality: bool,
    pub(crate) long: bool,
}

impl Item {
    pub(crate) fn of(date: NaiveDate, session: &Session) -> Item {
        Item {
            date,
            sport: session.sport,
            kind: session.kind,
            minutes: session.minutes,
            load: if session.load.is_finite() { session.load.max(0.0) } else { 0.0 },
            quality: session.kind.is_quality(),
            long: session.kind == SessionKind::Long,
        }
    }

    /// Mean intensity as a share of threshold.
    fn intensity(&self) -> f64 {
        if self.minutes == 0 { 0.0 } else { (self.load * 0.6 / f64::from(self.minutes)).sqrt() }
    }
}

/// One limit as it meets one session: the minutes it leaves it, and the reason it gives.
#[derive(Debug, Clone)]
pub(crate) struct Bar {
    /// Minutes the session may have; 0 where it may not be at all.
    pub(crate) minutes: u32,
    reason: Reason,
    /// The reason names the minutes asked for, its day's others included.
    asks: Option<u32>,
}

impl Bar {
    /// It may not be at all.
    fn never(reason: Reason) -> Bar {
        Bar { minutes: 0, reason, asks: None }
    }

    /// It may have so many minutes, beside those of others of the day.
    fn most(minutes: u32, beside: u32, reason: Reason) -> Bar {
        Bar { minutes, reason, asks: Some(beside) }
    }

    /// The reason, said of so many minutes asked.
    pub(crate) fn reason(&self, asked: u32, effect: Effect) -> Reason {
        let mut reason = self.reason.clone();
        reason.effect = effect;
        match self.asks {
            Some(beside) => reason.fact("minutes", f64::from(asked + beside)),
            None => reason,
        }
    }
}

/// The limits of one athlete in one week.
#[derive(Debug)]
pub(crate) struct Limits<'a> {
    context: &'a Context,
    pub(crate) hold: Option<Hold>,
    illnesses: Vec<health::Illness>,
    /// The last day of an injury that is over for less than [`INJURY_DAYS`].
    injury: Option<NaiveDate>,
    /// Hours between two quality sessions, at least.
    pub(crate) spacing_hours: i64,
    /// Quality sessions in the week, at most.
    pub(crate) quality: u32,
    /// Days of the week without training, at least.
    pub(crate) rest_days: u32,
    /// Minutes of the week, at most.
    week_minutes: Option<u32>,
    /// Load of the week, at most: the coach's.
    pub(crate) week_load: Option<f64>,
}

impl<'a> Limits<'a> {
    pub(crate) fn of(context: &'a Context) -> Limits<'a> {
        let youth = context.age.filter(|age| *age < YOUTH);
        let bounds = &context.bounds;
        let masters = context.age.is_some_and(|age| age >= MASTERS);
        // Hours of training a week at most the age in years, for those under age (SCIENCE 18.5).
        let hours = youth.map(|age| age * 60);
        Limits {
            context,
            hold: Hold::of(context),
            illnesses: health::Illness::of(context),
            injury: health::injury(context),
            spacing_hours: (if masters { 72 } else { 48 }).max(i64::from(bounds.spacing_hours.unwrap_or(0))),
            quality: (if youth.is_some() { 1 } else { 2 }).min(bounds.quality.unwrap_or(u32::MAX)),
            rest_days: (if youth.is_some() { 2 } else { 1 }).max(bounds.rest_days.unwrap_or(0)).min(7),
            week_minutes: hours.into_iter().chain(bounds.week_minutes).min(),
            week_load: bounds.week_load.filter(|load| load.is_finite() && *load >= 0.0),
        }
    }

    /// The last day of an injury that is over for a short time only.
    pub(crate) const fn injury(&self) -> Option<NaiveDate> {
        self.injury
    }

    /// Every limit that meets a session which would stand beside others.
    pub(crate) fn bars(&self, item: &Item, others: &[Item]) -> Vec<Bar> {
        let mut bars = self.session_bars(item);
        bars.extend(self.day_bars(item, others));
        bars.extend(others.iter().filter_map(|other| self.pair(item, other)).map(Bar::never));
        bars.extend(self.week_bars(item, others));
        bars
    }

    /// The minutes a session may have beside others.
    pub(crate) fn room(&self, item: &Item, others: &[Item]) -> u32 {
        self.bars(item, others).iter().map(|bar| bar.minutes).min().unwrap_or(1440).min(1440)
    }

    /// The limits a session would break beside others; none if it may stand.
    pub(crate) fn stops(&self, item: &Item, others: &[Item], effect: Effect) -> Vec<Reason> {
        let broken = self.bars(item, others).into_iter().filter(|bar| item.minutes > bar.minutes);
        broken.map(|bar| bar.reason(item.minutes, effect)).collect()
    }
}

/// Minutes of a day, answered or assumed.
pub(crate) fn assumed(context: &Context, date: NaiveDate) -> u32 {
    answered(context, date).unwrap_or_else(|| default_minutes(date))
}

/// Minutes answered for a day, if any (a day has 1440).
pub(crate) fn answered(context: &Context, date: NaiveDate) -> Option<u32> {
    context.room(date).minutes.map(|minutes| minutes.min(1440))
}

/// Whether something was trained on a day.
pub(crate) fn used(context: &Context, date: NaiveDate) -> bool {
    context.recent.iter().any(|past| past.date == date && past.minutes > 0.0)
}

/// What was done in the week and shortly before it, as the limits see it.
pub(crate) fn done(context: &Context) -> Vec<Item> {
    let from = context.week.monday() - Duration::days(7);
    let mut done: Vec<Item> = context
        .recent
        .iter()
        .filter(|past| past.date >= from && past.minutes.is_finite() && past.minutes > 0.0)
        .map(|past| Item {
            date: past.date,
            sport: past.sport,
            kind: SessionKind::Easy,
            minutes: past.minutes.min(1440.0).round() as u32,
            load: past.load.filter(|load| load.is_finite() && *load > 0.0).unwrap_or(0.0),
            quality: past.quality,
            long: was_long(context, past.sport, past.minutes),
        })
        .collect();
    done.sort_by(|a, b| {
        (a.date, a.sport, a.minutes).cmp(&(b.date, b.sport, b.minutes)).then(a.load.total_cmp(&b.load))
    });
    done
}

fn was_long(context: &Context, sport: Sport, minutes: f64) -> bool {
    if minutes < f64::from(LONG_FROM) {
        return false;
    }
    let from = context.today - Duration::days(30);
    let of_sport = context.recent.iter().filter(|p| p.sport == sport && p.date >= from && p.date <= context.today);
    let mut lengths: Vec<f64> = of_sport.map(|past| past.minutes).filter(|m| m.is_finite() && *m > 0.0).collect();
    lengths.sort_by(f64::total_cmp);
    lengths.get(lengths.len() / 2).is_some_and(|middle| minutes >= 1.5 * middle)
}

/// Sessions that are planned, as the limits see them: of days already past or trained only that they stand there counts,
/// what was done there is counted instead.
pub(crate) fn planned(context: &Context, sessions: &[EffectiveSession]) -> Vec<Item> {
    let standing = sessions.iter().filter(|s| !s.removed && s.session.kind != SessionKind::Rest);
    let mut planned: Vec<Item> = standing
        .map(|s| {
            let item = Item::of(s.date, &s.session);
            if s.date < context.today || used(context, s.date) { Item { minutes: 0, load: 0.0, ..item } } else { item }
        })
        .collect();
    planned.sort_by_key(|item| (item.date, item.kind, item.sport, item.minutes));
    planned
}

/// The longest session of a sport in 30 days, and the whole minutes one session may last after it.
pub(crate) fn spike(context: &Context, sport: Sport) -> Option<(u32, f64)> {
    longest(context, sport).map(|longest| ((longest * session::SPIKE).floor().clamp(0.0, 1440.0) as u32, longest))
}
