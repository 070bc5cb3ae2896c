//! Limits thought away, one at a time. What protects health is not thought away: illness, pain, a medical hold, the stages of
//! a return, age.

use chrono::NaiveDate;
use domain::bounds::Bounds;
use domain::reading::Reading;
use domain::reason::{Effect, Grade, Reason, Rule};
use domain::season::Priority;
use domain::session::Session;

use super::Days;
use crate::limits::MASTERS;
use crate::{Context, Draft};

/// Minutes a day has when its time is thought away and no other day of the week has more.
const FREE_DAY: u32 = 120;
/// A race further away than this shapes no week by itself.
const RACE_DAYS: i64 = 21;
/// A readiness like the athlete's own usual.
const USUAL: f64 = 50.0;

/// One limit and the context without it.
pub(super) struct Thought {
    pub(super) limit: Reason,
    pub(super) context: Context,
    asked: Asked,
}

/// Where the number that meets the limit is read off, once the week without it is known.
#[derive(Clone, Copy)]
enum Asked {
    /// The limit names it itself.
    Named,
    /// Minutes of a day.
    Minutes(NaiveDate),
    /// Hours from a hard session done on a day.
    Hours(NaiveDate),
}

impl Thought {
    /// The limit as it is told, now that the week without it is known; `None` where the week would not meet it.
    pub(super) fn told(&self, then: &Days) -> Option<Reason> {
        let told = self.limit.clone();
        let limit = self.limit.limit.unwrap_or_default();
        match self.asked {
            Asked::Named => Some(told),
            Asked::Minutes(date) => {
                let asked = f64::from(then.on(date).iter().map(|session| session.minutes).sum::<u32>());
                (asked > limit).then(|| told.fact("minutes", asked))
            }
            Asked::Hours(done) => {
                let hours = |date: NaiveDate| ((date - done).num_days() * 24) as f64;
                let near = |(date, session): &(NaiveDate, &Session)| {
                    session.kind.is_quality() && *date > done && hours(*date) < limit
                };
                let (date, _) = then.sessions().find(near)?;
                Some(told.on(date).fact("hours", hours(date)))
            }
        }
    }
}

/// Every limit that can be thought away.
pub(super) fn thoughts(context: &Context, draft: &Draft) -> Vec<Thought> {
    let mut thoughts = Vec::new();
    let mut think = |limit: Option<Reason>, asked: Asked, change: &dyn Fn(&mut Context)| {
        let Some(limit) = limit else { return };
        let mut context = context.clone();
        change(&mut context);
        thoughts.push(Thought { limit, context, asked });
    };
    let named = |rule: Rule, date: Option<NaiveDate>| named(draft, rule, date);

    let most = context.rooms.iter().filter_map(|room| room.minutes).max().unwrap_or(0).clamp(FREE_DAY, 1440);
    for (index, date) in context.week.days().into_iter().enumerate().filter(|(_, date)| *date >= context.today) {
        let room = &context.rooms[index];
        if let (Some(kind), Some(minutes)) = (room.exception, room.minutes) {
            let limit = new(Rule::DatedException).on(date).named(kind.code()).fact("minutes", f64::from(minutes));
            think(Some(limit), Asked::Named, &|context| {
                context.rooms[index].minutes = None;
                context.rooms[index].exception = None;
            });
        } else if let Some(minutes) = room.minutes.filter(|minutes| *minutes < most) {
            let (limit, asked) = match named(Rule::NoTimeThatDay, Some(date)) {
                Some(limit) => (limit, Asked::Named),
                None => (new(Rule::AvailableMinutes).on(date).limit(f64::from(minutes)), Asked::Minutes(date)),
            };
            think(Some(limit), asked, &|context| context.rooms[index].minutes = Some(most));
        }
        if !room.sports.is_empty() && !room.sports.contains(&context.sport()) {
            let limit = new(Rule::SportThatDay).on(date).named(context.sport().code());
            think(Some(limit), Asked::Named, &|context| context.rooms[index].sports.clear());
        }
    }
    for block in &context.blocks {
        let days = context.week.days().into_iter().filter(|date| *date >= context.today);
        let limit = days.into_iter().find(|date| block.on(*date)).map(|date| {
            new(Rule::ClubBlock).on(date).named(block.name.clone()).fact("minutes", f64::from(block.session.minutes))
        });
        think(limit, Asked::Named, &|context| context.blocks.retain(|other| other.id != block.id));
    }
    for kept in context.pinned.iter().filter(|kept| kept.date >= context.today && context.week.contains(kept.date)) {
        let limit = new(Rule::Pinned).on(kept.date).named(kept.session.title.clone());
        think(Some(limit), Asked::Named, &|context| context.pinned.retain(|other| other.id != kept.id));
    }
    for race in &context.races {
        let days = (race.date - context.week.monday()).num_days();
        let near = (0..7).contains(&days) || (race.priority != Priority::C && (0..RACE_DAYS).contains(&days));
        let limit = named(Rule::Taper, Some(race.date)).or_else(|| named(Rule::RaceDay, Some(race.date)));
        think(limit.filter(|_| near), Asked::Named, &|context| context.races.retain(|other| other.id != race.id));
    }
    think(named(Rule::ReadinessLowered, None), Asked::Named, &|context| {
        if let Some(Reading::Known { value, .. }) = context.readiness.as_mut().map(|day| &mut day.readiness) {
            (value.score, value.low, value.high) = (USUAL, USUAL, USUAL);
        }
    });
    think(named(Rule::SingleSessionSpike, None), Asked::Named, &|context| {
        let sport = context.sport();
        for past in context.recent.iter_mut().filter(|past| past.sport == sport && past.minutes > 0.0) {
            past.minutes = past.minutes.max(1440.0);
        }
    });
    if let Some((done, limit)) = spacing(context) {
        think(Some(limit), Asked::Hours(done), &|context| {
            for past in context.recent.iter_mut().filter(|past| past.date == done) {
                past.quality = false;
            }
        });
    }
    for (rule, name, unset) in BOUNDS {
        let limit = named(rule, None).filter(|limit| name.is_none() || limit.name.as_deref() == name);
        let mut bounds = context.bounds;
        unset(&mut bounds);
        think(limit.filter(|_| bounds != context.bounds), Asked::Named, &|context| unset(&mut context.bounds));
    }
    thoughts
}

type Unset = fn(&mut Bounds);

/// The coach's limits, each with the rule that names it.
const BOUNDS: [(Rule, Option<&str>, Unset); 7] = [
    (Rule::DayBound, None, |bounds| bounds.day_minutes = None),
    (Rule::WeekBound, Some("minutes"), |bounds| bounds.week_minutes = None),
    (Rule::WeekBound, Some("load"), |bounds| bounds.week_load = None),
    (Rule::QualityCount, None, |bounds| bounds.quality = None),
    (Rule::QualitySpacing, None, |bounds| bounds.spacing_hours = None),
    (Rule::RestDay, None, |bounds| bounds.rest_days = None),
    (Rule::RampLimit, None, |bounds| bounds.ramp = None),
];

fn new(rule: Rule) -> Reason {
    Reason::new(rule, Effect::Lowered, Grade::D)
}

/// The first reason of the draft with this rule (and about this day).
fn named(draft: &Draft, rule: Rule, date: Option<NaiveDate>) -> Option<Reason> {
    let mut all = draft.reasons.iter().chain(draft.sessions.iter().flat_map(|session| &session.reasons));
    all.find(|reason| reason.rule == rule && (date.is_none() || reason.date == date)).cloned()
}

/// The newest hard session that was done before the open days, and the distance kept to it.
fn spacing(context: &Context) -> Option<(NaiveDate, Reason)> {
    let first = context.week.monday().max(context.today);
    let done = context.recent.iter().filter(|past| past.quality && past.date <= first).map(|past| past.date).max()?;
    let usual = if context.age.is_some_and(|age| age >= MASTERS) { 72 } else { 48 };
    let hours = context.bounds.spacing_hours.unwrap_or(0).max(usual);
    let near = (first - done).num_days() * 24 < i64::from(hours);
    near.then(|| (done, new(Rule::QualitySpacing).limit(f64::from(hours))))
}
