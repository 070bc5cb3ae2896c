//! The hard limits, checked from the outside and independently of the engine's own code.

use chrono::{Datelike, Duration, NaiveDate};
use domain::session::SessionKind;
use domain::sport::Sport;
use planner::{Context, Draft, DraftSession};

/// Every limit the draft's own sessions break, in words. Empty: none.
pub(crate) fn broken(context: &Context, draft: &Draft) -> Vec<String> {
    let mut broken = Vec::new();
    let own: Vec<&DraftSession> = draft.sessions.iter().filter(|s| s.pinned.is_none()).collect();
    let trained: Vec<&DraftSession> = own.iter().copied().filter(|s| s.session.kind != SessionKind::Rest).collect();
    let ill = context.readiness.as_ref().is_some_and(|r| r.ill && (context.today - r.date).num_days() <= 7);
    let pain = context
        .readiness
        .as_ref()
        .is_some_and(|r| r.pain.is_some_and(|pain| pain >= 4.0) && (context.today - r.date).num_days() <= 7);
    if ill && !trained.is_empty() {
        broken.push("trains while ill".to_owned());
    }
    for s in &own {
        if !context.week.contains(s.date) || s.date < context.today {
            broken.push(format!("{} lies outside the days to fill", s.date));
        }
        if context.pinned.iter().any(|kept| kept.date == s.date) {
            broken.push(format!("{} is pinned", s.date));
        }
        if s.session.minutes > 1440 || !s.session.load.is_finite() || s.session.load < 0.0 {
            broken.push(format!("{} is not a session", s.session.title));
        }
    }
    for s in &trained {
        let kind = s.session.kind;
        if pain && !matches!(kind, SessionKind::Easy | SessionKind::Recovery) {
            broken.push(format!("{kind:?} with pain"));
        }
        if context.age.is_some_and(|age| age < 14) && kind == SessionKind::Interval {
            broken.push("intervals for a child".to_owned());
        }
        if kind != SessionKind::Race {
            let month = context.today - Duration::days(30);
            let longest = context
                .recent
                .iter()
                .filter(|p| p.sport == s.session.sport && p.date >= month && p.date <= context.today && p.minutes > 0.0)
                .map(|p| p.minutes)
                .fold(0.0, f64::max);
            if longest > 0.0 && f64::from(s.session.minutes) > 1.10 * longest + 1e-9 {
                broken.push(format!("{} min after {longest} min", s.session.minutes));
            }
        }
    }
    for date in context.week.days() {
        let asked: u32 = trained.iter().filter(|s| s.date == date).map(|s| s.session.minutes).sum();
        if asked == 0 {
            continue;
        }
        let race = trained.iter().any(|s| s.date == date && s.session.kind == SessionKind::Race);
        let weekend = date.weekday().num_days_from_monday() >= 5;
        match context.availability.as_ref().and_then(|a| a.on(date)) {
            Some(available) if asked > available => broken.push(format!("{date}: {asked} of {available} min")),
            None if !race && asked > if weekend { 90 } else { 60 } => {
                broken.push(format!("{date}: {asked} min on an unanswered day"));
            }
            _ => {}
        }
    }
    broken.extend(broken_quality(context, &trained));
    let kept = |date| {
        context.pinned.iter().any(|p| p.date == date && !p.removed && p.session.kind != SessionKind::Rest)
            || context.recent.iter().any(|p| p.date == date && p.minutes > 0.0)
    };
    let days = context.week.days();
    let training = days.into_iter().filter(|d| kept(*d) || trained.iter().any(|s| s.date == *d)).count();
    if training > 6 && !trained.is_empty() {
        broken.push("no rest day".to_owned());
    }
    broken
}

/// Spacing and number of quality sessions; what was done or kept counts, but only what was placed can be at fault.
fn broken_quality(context: &Context, trained: &[&DraftSession]) -> Vec<String> {
    let mut broken = Vec::new();
    let own: Vec<NaiveDate> = trained.iter().filter(|s| s.session.kind.is_quality()).map(|s| s.date).collect();
    let fixed: Vec<NaiveDate> = context
        .pinned
        .iter()
        .filter(|p| !p.removed && p.session.kind.is_quality())
        .map(|p| p.date)
        .chain(context.recent.iter().filter(|p| p.quality).map(|p| p.date))
        .collect();
    let days = if context.age.is_some_and(|age| age >= 50) { 3 } else { 2 };
    for (n, date) in own.iter().enumerate() {
        for other in own.iter().skip(n + 1).chain(&fixed) {
            if (*other - *date).num_days().abs() < days {
                broken.push(format!("quality on {date} and {other}"));
            }
        }
    }
    let mut all: Vec<NaiveDate> = own.iter().chain(&fixed).copied().filter(|d| context.week.contains(*d)).collect();
    all.sort_unstable();
    all.dedup();
    let most = if context.age.is_some_and(|age| age < 16) { 1 } else { 2 };
    if !own.is_empty() && all.len() > most {
        broken.push(format!("{} quality sessions", all.len()));
    }
    broken
}

/// Points the draft's own sessions hold, races left out.
pub(crate) fn own_load(draft: &Draft) -> f64 {
    draft
        .sessions
        .iter()
        .filter(|s| s.pinned.is_none() && s.session.kind != SessionKind::Race)
        .map(|s| s.session.load)
        .sum()
}

/// The endurance session (or rest) the draft has on a day of the week.
pub(crate) fn on(draft: &Draft, date: NaiveDate) -> Option<&DraftSession> {
    draft.sessions.iter().find(|s| s.date == date && s.session.sport != Sport::Strength)
}
