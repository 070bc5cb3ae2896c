//! Hard limits: what no session this engine places may break, whatever the target.

use chrono::{Datelike, Duration, NaiveDate, Weekday};
use domain::reason::{Effect, Grade, Reason, Rule};
use domain::sport::Sport;

use crate::Context;
use crate::history::longest;

/// Pain from which on only easy sessions are planned (0 to 10).
pub(crate) const PAIN: f64 = 4.0;
/// One session may be this much longer than the longest of the last 30 days (Frandsen 2025, running).
pub(crate) const SPIKE: f64 = 1.10;
/// Age under which the coach must approve each week, and at most one quality session is planned.
pub(crate) const YOUTH: u32 = 16;
/// Age under which no intervals above threshold are planned.
const CHILD: u32 = 14;
/// Age from which quality sessions stand 72 h apart and every third week of rising load is a recovery week.
pub(crate) const MASTERS: u32 = 50;
/// Training days in a week at most.
pub(crate) const TRAINING_DAYS: usize = 6;
/// A session shorter than this is not worth the shoes.
pub(crate) const SHORTEST: u32 = 10;

/// Why nothing, or nothing hard, is planned.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Hold {
    /// Reported ill on that day: rest until well.
    Ill(NaiveDate),
    /// Reported pain on that day: easy sessions or rest.
    Pain(NaiveDate, f64),
}

/// The limits of one athlete in one week.
#[derive(Debug)]
pub(crate) struct Limits {
    pub(crate) hold: Option<Hold>,
    /// Days between two quality sessions, at least.
    pub(crate) spacing_days: i64,
    /// Quality sessions in the week, at most.
    pub(crate) quality: u32,
    /// Intervals above threshold may be planned.
    pub(crate) intervals: bool,
}

impl Limits {
    pub(crate) fn of(context: &Context) -> Limits {
        let age = context.age;
        let hold = context.readiness.as_ref().filter(|day| (context.today - day.date).num_days() <= 7).and_then(
            |day| match day.pain {
                _ if day.ill || day.fever => Some(Hold::Ill(day.date)),
                Some(pain) if pain >= PAIN => Some(Hold::Pain(day.date, pain)),
                // An injury without a number holds as the least pain that does.
                pain if day.injured => Some(Hold::Pain(day.date, pain.unwrap_or_default().max(PAIN))),
                _ => None,
            },
        );
        Limits {
            hold,
            spacing_days: if age.is_some_and(|age| age >= MASTERS) { 3 } else { 2 },
            quality: if age.is_some_and(|age| age < YOUTH) { 1 } else { 2 },
            intervals: age.is_none_or(|age| age >= CHILD),
        }
    }

    pub(crate) fn ill(&self) -> bool {
        matches!(self.hold, Some(Hold::Ill(_)))
    }

    pub(crate) fn pain(&self) -> bool {
        matches!(self.hold, Some(Hold::Pain(..)))
    }

    /// The hold as a reason, with the number of days it keeps free.
    pub(crate) fn hold_reason(&self, context: &Context) -> Option<Reason> {
        let held = context.week.days().into_iter().filter(|date| *date >= context.today).count();
        self.hold.map(|hold| match hold {
            Hold::Ill(date) => {
                Reason::new(Rule::IllnessHold, Effect::Removed, Grade::D).on(date).fact("days", held as f64)
            }
            Hold::Pain(date, pain) => {
                Reason::new(Rule::PainHold, Effect::Lowered, Grade::D).on(date).fact("pain", pain).limit(PAIN)
            }
        })
    }

    /// Reasons for the whole week.
    pub(crate) fn reasons(&self, context: &Context) -> Vec<Reason> {
        let mut reasons: Vec<Reason> = self.hold_reason(context).into_iter().collect();
        if let Some(age) = context.age.filter(|age| *age < YOUTH) {
            reasons.push(
                Reason::new(Rule::Youth, Effect::Flagged, Grade::D)
                    .fact("age", f64::from(age))
                    .fact("quality", f64::from(self.quality))
                    .limit(f64::from(YOUTH)),
            );
        }
        let [first, ..] = context.week.days();
        if first < context.today {
            reasons.push(Reason::new(Rule::Past, Effect::Kept, Grade::D).on(first));
        }
        reasons
    }

    /// The longest a session of this sport may be, with what sets it; `None` without history of that sport.
    pub(crate) fn spike(&self, context: &Context, sport: Sport) -> Option<(u32, f64)> {
        longest(context, sport).map(|longest| ((longest * SPIKE).floor().clamp(0.0, 1440.0) as u32, longest))
    }
}

/// The spike rule as a reason. The study is about running; for other sports it is carried over by design.
pub(crate) fn spike_reason(sport: Sport, date: NaiveDate, asked: u32, longest: f64, effect: Effect) -> Reason {
    let grade = if sport == Sport::Run { Grade::B } else { Grade::D };
    Reason::new(Rule::SingleSessionSpike, effect, grade)
        .on(date)
        .fact("longest", longest)
        .fact("minutes", f64::from(asked))
        .limit(longest * SPIKE)
}

/// Minutes assumed on a day nobody answered for.
pub(crate) fn default_minutes(date: NaiveDate) -> u32 {
    if matches!(date.weekday(), Weekday::Sat | Weekday::Sun) { 90 } else { 60 }
}

/// Minutes answered for a day, if any (a day has 1440).
pub(crate) fn answered(context: &Context, date: NaiveDate) -> Option<u32> {
    context.availability.as_ref().and_then(|a| a.on(date)).map(|minutes| minutes.min(1440))
}

/// Minutes already used on a day: activities done.
pub(crate) fn used(context: &Context, date: NaiveDate) -> bool {
    context.recent.iter().any(|past| past.date == date && past.minutes > 0.0)
}

/// Days of quality sessions done or kept, in the week and shortly before and after it.
pub(crate) fn fixed_quality(context: &Context) -> Vec<NaiveDate> {
    let from = context.week.monday() - Duration::days(7);
    let done = context.recent.iter().filter(|past| past.quality && past.date >= from).map(|past| past.date);
    let kept = context.pinned.iter().filter(|s| !s.removed && s.session.kind.is_quality()).map(|s| s.date);
    let mut days: Vec<NaiveDate> = done.chain(kept).collect();
    days.sort_unstable();
    days.dedup();
    days
}
