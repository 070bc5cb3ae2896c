//! The plans that are compared.

use std::collections::BTreeMap;

use chrono::{Duration, NaiveDate};
use domain::reason::Rule;
use domain::session::{Session, SessionKind};
use domain::sport::Sport;
use planner::{Context, Draft, Past, Standing, propose};

/// Every fourth week of the rising plan holds this much of the week before it.
const LIGHTER: f64 = 0.75;
/// Each other one this much.
const RISING: f64 = 1.05;

/// Minutes by which a session may differ and still be the same.
const SAME: u32 = 5;

/// How a week is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Plan {
    /// This engine.
    Engine,
    /// The last seven days once more, weekday by weekday.
    Copy,
    /// The usual week of the last four.
    Mean,
    /// The last seven days, five percent longer; every fourth week lighter.
    Rising,
}

impl Plan {
    pub(crate) const ALL: [Plan; 4] = [Plan::Engine, Plan::Copy, Plan::Mean, Plan::Rising];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Plan::Engine => "engine",
            Plan::Copy => "last week copied",
            Plan::Mean => "4-week mean",
            Plan::Rising => "+5 %, every 4th week lighter",
        }
    }
}

/// A week as planned, and on how many of its days it differs from the one planned the day before.
pub(crate) struct Planned {
    pub(crate) sessions: Vec<(NaiveDate, Session)>,
    pub(crate) changed: usize,
    /// It comes back after days off, at a share of what was trained before them.
    pub(crate) returning: bool,
}

/// The engine's draft, made the day before and once more with one more day of data.
pub(crate) struct Drafts {
    before: Draft,
    pub(crate) now: Draft,
}

pub(crate) fn engine(before: &Context, context: &Context) -> Drafts {
    let first = propose(before);
    let standing = trained(&first).into_iter().map(|(date, session)| Standing { date, session });
    let again = Context { standing: standing.collect(), ..context.clone() };
    Drafts { now: propose(&again), before: first }
}

impl Drafts {
    pub(crate) fn planned(&self) -> Planned {
        let sessions = trained(&self.now);
        let changed = changed(&trained(&self.before), &sessions);
        let returning = self.now.reasons.iter().any(|reason| reason.rule == Rule::ReturnVolume);
        Planned { sessions, changed, returning }
    }
}

fn trained(draft: &Draft) -> Vec<(NaiveDate, Session)> {
    let trained = draft.sessions.iter().filter(|planned| planned.session.kind != SessionKind::Rest);
    trained.map(|planned| (planned.date, planned.session.clone())).collect()
}

/// A plan that looks at nothing but the last weeks; `nth` counts the athlete's weeks.
pub(crate) fn dumb(plan: Plan, before: &Context, context: &Context, nth: usize) -> Planned {
    let sessions = repeated(plan, context, nth);
    let changed = changed(&repeated(plan, before, nth), &sessions);
    Planned { sessions, changed, returning: false }
}

fn repeated(plan: Plan, context: &Context, nth: usize) -> Vec<(NaiveDate, Session)> {
    let share = match plan {
        Plan::Engine | Plan::Copy | Plan::Mean => 1.0,
        Plan::Rising if nth % 4 == 3 => LIGHTER,
        Plan::Rising => RISING,
    };
    let mut sessions: Vec<(NaiveDate, Session)> = match plan {
        Plan::Mean => mean(context),
        _ => last(context, 1).map(|(date, past)| (date, session(past))).collect(),
    };
    sessions.sort_by_key(|(date, session)| (*date, session.minutes));
    sessions.into_iter().map(|(date, session)| (date, session.scaled(share))).collect()
}

/// What was done in the last weeks, each on the day of the planned week that is its weekday.
fn last(context: &Context, weeks: i64) -> impl Iterator<Item = (NaiveDate, &Past)> {
    let since = context.today - Duration::weeks(weeks);
    let days = context.week.days();
    let recent = context.recent.iter().filter(move |past| past.date >= since);
    recent.filter_map(move |past| Some((*days.iter().find(|date| (**date - past.date).num_days() % 7 == 0)?, past)))
}

/// The usual week of the last four: the weekdays trained in at least two of them, at the four-week mean of the load.
fn mean(context: &Context) -> Vec<(NaiveDate, Session)> {
    let mut days: BTreeMap<(NaiveDate, Sport), Vec<&Past>> = BTreeMap::new();
    for (date, past) in last(context, 4) {
        days.entry((date, past.sport)).or_default().push(past);
    }
    let load = days.values().flatten().filter_map(|past| past.load).sum::<f64>() / 4.0;
    let most = days.values().map(Vec::len).max().unwrap_or_default();
    days.retain(|_, done| done.len() >= most.min(2));
    let usual = |((date, sport), done): ((NaiveDate, Sport), Vec<&Past>)| {
        let times = done.len() as f64;
        let mean = |of: fn(&Past) -> f64| done.iter().map(|past| of(past)).sum::<f64>() / times;
        let quality = done.iter().filter(|past| past.quality).count() * 2 >= done.len();
        let (minutes, load) = (mean(|past| past.minutes), mean(|past| past.load.unwrap_or_default()));
        (date, session(&Past { date, sport, minutes, load: Some(load), quality }))
    };
    let sessions: Vec<(NaiveDate, Session)> = days.into_iter().map(usual).collect();
    let whole: f64 = sessions.iter().map(|(_, session)| session.load).sum();
    sessions.into_iter().map(|(date, session)| (date, session.scaled(load / whole.max(1.0)))).collect()
}

fn session(past: &Past) -> Session {
    Session {
        kind: if past.quality { SessionKind::Tempo } else { SessionKind::Easy },
        sport: past.sport,
        title: String::new(),
        minutes: past.minutes.round() as u32,
        load: past.load.unwrap_or_default(),
        steps: Vec::new(),
        workout: None,
    }
}

/// Days on which two plans differ.
fn changed(one: &[(NaiveDate, Session)], other: &[(NaiveDate, Session)]) -> usize {
    let on = |plan: &[(NaiveDate, Session)], date| -> Vec<(SessionKind, Sport, u32)> {
        let day = plan.iter().filter(|(day, _)| *day == date);
        let mut day: Vec<_> = day.map(|(_, session)| (session.kind, session.sport, session.minutes)).collect();
        day.sort_unstable();
        day
    };
    let same = |one: &[(SessionKind, Sport, u32)], other: &[(SessionKind, Sport, u32)]| {
        let near = |a: &(SessionKind, Sport, u32), b: &(SessionKind, Sport, u32)| {
            (a.0, a.1) == (b.0, b.1) && a.2.abs_diff(b.2) <= SAME
        };
        one.len() == other.len() && one.iter().zip(other).all(|(a, b)| near(a, b))
    };
    let mut dates: Vec<NaiveDate> = one.iter().chain(other).map(|(date, _)| *date).collect();
    dates.sort_unstable();
    dates.dedup();
    dates.into_iter().filter(|date| !same(&on(one, *date), &on(other, *date))).count()
}
