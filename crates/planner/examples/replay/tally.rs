//! What is counted of a plan.

use chrono::Duration;
use domain::effective::{EffectiveSession, Source};
use domain::id::SessionId;
use domain::session::SessionKind;
use planner::Context;
use planner::check::broken;
use uuid::Uuid;

use crate::athlete::Athlete;
use crate::plans::Planned;

/// A week that holds this much more than the larger of last week and the four-week mean is a jump (SCIENCE 18.3).
const JUMP: f64 = 1.20;
/// One session longer than this share of the longest of 30 days in its sport is a spike.
const SPIKE: f64 = 1.10;

pub(crate) const HEAD: &str = "| data | athletes | plan | weeks | weeks that break a hard limit | limits broken per 100 \
weeks | spikes per 100 weeks | jumps over 20 % (coming back) | away from the target | away from what was done | days changed a day later |\n\
|---|---:|---|---:|---:|---:|---:|---:|---:|---:|---:|";

/// One plan over all weeks of one data set.
#[derive(Default)]
pub(crate) struct Tally {
    pub(crate) weeks: usize,
    breaking: usize,
    broken: usize,
    spikes: usize,
    jumps: usize,
    /// Those of them that come back after days off.
    returning: usize,
    changed: usize,
    /// Shares by which a week's load misses the target, and what was done.
    from_target: Vec<f64>,
    from_done: Vec<f64>,
}

impl Tally {
    /// Adds one week. All plans are held against the engine's target of that week.
    pub(crate) fn add(&mut self, athlete: &Athlete, context: &Context, planned: &Planned, target: Option<f64>) {
        let sessions = effective(planned);
        let found = broken(context, &sessions).len();
        let load: f64 = planned.sessions.iter().map(|(_, session)| session.load).sum();
        let done = |weeks: i64| {
            let since = context.today - Duration::weeks(weeks);
            let recent = context.recent.iter().filter(|past| past.date >= since).filter_map(|past| past.load);
            recent.sum::<f64>() / weeks as f64
        };
        let usual = done(1).max(done(4));
        let later = athlete.load_of(context.week);
        self.weeks += 1;
        self.breaking += usize::from(found > 0);
        self.broken += found;
        self.spikes += planned.sessions.iter().filter(|(_, session)| spikes(context, session)).count();
        let jumps = load > JUMP * usual + 1e-9;
        self.jumps += usize::from(jumps);
        self.returning += usize::from(jumps && planned.returning);
        self.changed += planned.changed;
        self.from_target.extend(target.filter(|target| *target > 0.0).map(|target| (load - target).abs() / target));
        self.from_done.extend((later > 0.0).then(|| (load - later).abs() / later));
    }

    /// It as a row of the table; `of` are all weeks of the data set.
    pub(crate) fn row(&self, data: &str, athletes: usize, plan: &str, of: usize) -> String {
        let hundred = |count: usize| 100.0 * count as f64 / self.weeks.max(1) as f64;
        let share = |shares: &[f64]| median(shares).map_or_else(|| "–".to_owned(), |m| format!("{:.0} %", 100.0 * m));
        format!(
            "| {data} | {athletes} | {plan} | {} of {of} | {:.1} % | {:.1} | {:.1} | {:.1} % ({:.1} %) | {} | {} | {:.2} |",
            self.weeks,
            hundred(self.breaking),
            hundred(self.broken),
            hundred(self.spikes),
            hundred(self.jumps),
            hundred(self.returning),
            share(&self.from_target),
            share(&self.from_done),
            self.changed as f64 / self.weeks.max(1) as f64,
        )
    }
}

fn effective(planned: &Planned) -> Vec<EffectiveSession> {
    let sessions = planned.sessions.iter().zip(1_u128..);
    sessions
        .map(|((date, session), n)| EffectiveSession {
            id: SessionId(Uuid::from_u128(n)),
            date: *date,
            session: session.clone(),
            source: Source::Proposed,
            locked: false,
            removed: false,
            block: None,
        })
        .collect()
}

fn spikes(context: &Context, session: &domain::session::Session) -> bool {
    let since = context.today - Duration::days(30);
    let of_sport = context.recent.iter().filter(|past| past.sport == session.sport && past.date >= since);
    let longest = of_sport.map(|past| past.minutes).fold(0.0, f64::max);
    session.kind != SessionKind::Race && longest > 0.0 && f64::from(session.minutes) > SPIKE * longest
}

fn median(shares: &[f64]) -> Option<f64> {
    let mut sorted = shares.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied()
}
