//! The hard limits, checked from the outside and independently of the engine's own code.

use chrono::{Datelike, Duration, NaiveDate};
use domain::mark::MarkKind;
use domain::session::SessionKind;
use domain::sport::Sport;
use planner::{Context, Draft, DraftSession};

/// Every limit the draft's own sessions break, in words. Empty: none.
pub(crate) fn broken(context: &Context, draft: &Draft) -> Vec<String> {
    let mut broken = Vec::new();
    let own: Vec<&DraftSession> = draft.sessions.iter().filter(|s| s.pinned.is_none()).collect();
    let trained: Vec<&DraftSession> = own.iter().copied().filter(|s| s.session.kind != SessionKind::Rest).collect();
    for s in &own {
        if !context.week.contains(s.date) || s.date < context.today {
            broken.push(format!("{} lies outside the days to fill", s.date));
        }
        if s.block.is_none() && context.pinned.iter().any(|kept| kept.date == s.date) {
            broken.push(format!("{} is pinned", s.date));
        }
        let settled = |kept: &domain::effective::EffectiveSession| kept.date == s.date && kept.block == s.block;
        if s.block.is_some() && context.pinned.iter().any(settled) {
            broken.push(format!("{}: the coach settled this block", s.date));
        }
        if s.session.minutes > 1440 || !s.session.load.is_finite() || s.session.load < 0.0 {
            broken.push(format!("{} is not a session", s.session.title));
        }
    }
    for s in &trained {
        broken.extend(broken_alone(context, s));
    }
    broken.extend(broken_days(context, &trained));
    broken.extend(broken_quality(context, &trained));
    broken.extend(broken_week(context, &trained));
    broken
}

/// What breaks a limit whatever else stands: holds, the way back, sports, age, places, length.
fn broken_alone(context: &Context, s: &DraftSession) -> Vec<String> {
    let mut broken = Vec::new();
    let kind = s.session.kind;
    if context.bounds.hold {
        broken.push("trains in a medical hold".to_owned());
    }
    broken.extend(broken_ill(context, s));
    let newest = context.readiness.as_ref().filter(|r| (context.today - r.date).num_days() <= 7);
    let hurt = newest.is_some_and(|r| r.injured || r.pain.is_some_and(|pain| pain >= 4.0));
    let gentle =
        [SessionKind::Easy, SessionKind::Recovery, SessionKind::Mobility, SessionKind::Yoga, SessionKind::Relaxation];
    if hurt && !gentle.contains(&kind) {
        broken.push(format!("{kind:?} with pain"));
    }
    let sports = context.room(s.date).sports;
    if !sports.is_empty() && !sports.contains(&s.session.sport) {
        broken.push(format!("{:?} on a day for {sports:?}", s.session.sport));
    }
    if context.age.is_some_and(|age| age < 14) && kind == SessionKind::Interval {
        broken.push("intervals for a child".to_owned());
    }
    if kind.is_quality() {
        for mark in &context.marks {
            let without = match mark.kind {
                MarkKind::Travel => (mark.size.unwrap_or(0.0).abs() / 2.0).ceil().min(3.0) as i64,
                MarkKind::Altitude => 3,
                _ => 0,
            };
            let days = (s.date - mark.from).num_days();
            if (0..without).contains(&days) {
                broken.push(format!("quality on day {days} of {:?}", mark.kind));
            }
        }
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
    broken
}

/// Training while ill, or too much on the way back: a day or two of rest, then 15, 15, 30, 45, 60, 90 min, nothing hard.
fn broken_ill(context: &Context, s: &DraftSession) -> Option<String> {
    let report = context.readiness.as_ref().filter(|r| r.date <= context.today);
    let now = report.filter(|r| r.ill || r.fever).map(|r| r.date);
    if let Some(last) = now.into_iter().chain(context.health.ill).filter(|date| *date <= context.today).max() {
        let well = report.is_some_and(|r| r.date > last);
        let silent = (context.today - last).num_days() > 7;
        if !well && !silent {
            return Some("trains while ill".to_owned());
        }
        let first = context.health.ill_since.unwrap_or(last).min(last);
        let rest = if (last - first).num_days() + 1 >= 3 { 2 } else { 1 };
        let end = if well { last } else { last + Duration::days(7) };
        return too_soon(s, (s.date - end).num_days() - 1 - rest);
    }
    context.marks.iter().filter(|mark| mark.kind == MarkKind::Illness).find_map(|mark| {
        if mark.covers(s.date) {
            return Some("trains on a day marked ill".to_owned());
        }
        let end = mark.to.filter(|to| s.date > *to)?;
        let days = (end.min(context.today.max(mark.from)) - mark.from).num_days() + 1;
        too_soon(s, (s.date - end).num_days() - 1 - if days >= 3 { 2 } else { 1 })
    })
}

/// More than the stage of the day allows; 0 is the first day on which anything is possible.
fn too_soon(s: &DraftSession, day: i64) -> Option<String> {
    let (minutes, intensity) = match day {
        ..0 => (0, 0.0),
        0 | 1 => (15, 0.60),
        2 => (30, 0.70),
        3 => (45, 0.70),
        4 => (60, 0.70),
        5 => (90, 0.75),
        _ => return None,
    };
    let asked = s.session.intensity().unwrap_or(0.0);
    let hard = s.session.kind.is_quality() || asked > intensity + 1e-6;
    (hard || s.session.minutes > minutes)
        .then(|| format!("{} min at {asked} on day {day} of coming back", s.session.minutes))
}

/// More minutes on a day than there are.
fn broken_days(context: &Context, trained: &[&DraftSession]) -> Vec<String> {
    let mut broken = Vec::new();
    for date in context.week.days() {
        let of_day: Vec<&&DraftSession> = trained.iter().filter(|s| s.date == date).collect();
        let asked: u32 = of_day.iter().map(|s| s.session.minutes).sum();
        if asked == 0 {
            continue;
        }
        // What the coach kept takes its part of the day.
        let kept: u32 = standing(context).filter(|p| p.date == date).map(|p| p.session.minutes).sum();
        let fixed = of_day.iter().any(|s| s.block.is_some() || s.session.kind == SessionKind::Race);
        let weekend = date.weekday().num_days_from_monday() >= 5;
        match context.room(date).minutes {
            Some(available) if asked + kept > available => broken.push(format!("{date}: {asked} of {available} min")),
            None if !fixed && context.standing.is_empty() && asked > if weekend { 90 } else { 60 } => {
                broken.push(format!("{date}: {asked} min on an unanswered day"));
            }
            _ => {}
        }
        if context.bounds.day_minutes.is_some_and(|bound| asked + kept > bound) {
            broken.push(format!("{date}: {asked} min over the coach's limit"));
        }
    }
    broken
}

/// Spacing and number of quality sessions; what was done or kept counts, but only what was placed can be at fault.
fn broken_quality(context: &Context, trained: &[&DraftSession]) -> Vec<String> {
    let mut broken = Vec::new();
    let own: Vec<NaiveDate> = trained.iter().filter(|s| s.session.kind.is_quality()).map(|s| s.date).collect();
    let kept = || context.pinned.iter().filter(|p| !p.removed);
    let fixed: Vec<NaiveDate> = kept()
        .filter(|p| p.session.kind.is_quality())
        .map(|p| p.date)
        .chain(context.recent.iter().filter(|p| p.quality).map(|p| p.date))
        .collect();
    let usual = if context.age.is_some_and(|age| age >= 50) { 72 } else { 48 };
    let hours = i64::from(context.bounds.spacing_hours.unwrap_or(0)).max(usual);
    for (n, date) in own.iter().enumerate() {
        for other in own.iter().skip(n + 1).chain(&fixed) {
            if (*other - *date).num_days().abs() * 24 < hours {
                broken.push(format!("quality on {date} and {other}"));
            }
        }
    }
    let long = |date: NaiveDate| {
        trained.iter().any(|s| s.date == date && s.session.kind == SessionKind::Long)
            || kept().any(|p| p.date == date && p.session.kind == SessionKind::Long)
    };
    let own_long = |date: NaiveDate| trained.iter().any(|s| s.date == date && s.session.kind == SessionKind::Long);
    for date in &own {
        if long(*date - Duration::days(1)) {
            broken.push(format!("quality on {date}, after a long session"));
        }
    }
    for date in fixed.iter().filter(|date| context.week.contains(**date)) {
        if own_long(*date - Duration::days(1)) {
            broken.push(format!("a long session before quality on {date}"));
        }
    }
    let mut all: Vec<NaiveDate> = own.iter().chain(&fixed).copied().filter(|d| context.week.contains(*d)).collect();
    all.sort_unstable();
    all.dedup();
    let most = if context.age.is_some_and(|age| age < 16) { 1 } else { 2 };
    let most = context.bounds.quality.map_or(most, |bound| most.min(bound as usize));
    if !own.is_empty() && all.len() > most {
        broken.push(format!("{} quality sessions", all.len()));
    }
    broken
}

/// Rest days, and the minutes and load of the week.
fn broken_week(context: &Context, trained: &[&DraftSession]) -> Vec<String> {
    let mut broken = Vec::new();
    if trained.is_empty() {
        return broken;
    }
    let done = |date| context.recent.iter().any(|p| p.date == date && p.minutes > 0.0);
    let kept = |date| {
        context.pinned.iter().any(|p| p.date == date && !p.removed && p.session.kind != SessionKind::Rest) || done(date)
    };
    let youth = context.age.filter(|age| *age < 16);
    let days = context.week.days();
    let training = days.into_iter().filter(|d| kept(*d) || trained.iter().any(|s| s.date == *d)).count();
    let rest = context.bounds.rest_days.unwrap_or(0).max(if youth.is_some() { 2 } else { 1 }).min(7) as usize;
    if training + rest > 7 {
        broken.push(format!("{training} training days, {rest} of rest wanted"));
    }
    let ahead = || standing(context).filter(|p| p.date >= context.today && !done(p.date));
    let past = || context.recent.iter().filter(|p| context.week.contains(p.date));
    let minutes = trained.iter().map(|s| f64::from(s.session.minutes)).sum::<f64>()
        + ahead().map(|p| f64::from(p.session.minutes)).sum::<f64>()
        + past().map(|p| p.minutes.min(1440.0).round()).sum::<f64>();
    let most = youth.map(|age| age * 60).into_iter().chain(context.bounds.week_minutes).min();
    if most.is_some_and(|most| minutes > f64::from(most) + 1e-6) {
        broken.push(format!("{minutes} min of {most:?} in the week"));
    }
    let load = trained.iter().map(|s| s.session.load).sum::<f64>()
        + ahead().map(|p| p.session.load).sum::<f64>()
        + past().filter_map(|p| p.load).sum::<f64>();
    if context.bounds.week_load.is_some_and(|most| load > most + 1e-6) {
        broken.push(format!("{load} points of {:?} in the week", context.bounds.week_load));
    }
    broken
}

/// What the coach kept and is training.
fn standing(context: &Context) -> impl Iterator<Item = &domain::effective::EffectiveSession> {
    context.pinned.iter().filter(|p| !p.removed && p.session.kind != SessionKind::Rest)
}

/// Points the draft's own sessions hold, races left out.
pub(crate) fn own_load(draft: &Draft) -> f64 {
    draft
        .sessions
        .iter()
        .filter(|s| s.pinned.is_none() && s.block.is_none() && s.session.kind != SessionKind::Race)
        .map(|s| s.session.load)
        .sum()
}

/// The endurance session (or rest) the draft has on a day of the week.
pub(crate) fn on(draft: &Draft, date: NaiveDate) -> Option<&DraftSession> {
    draft.sessions.iter().find(|s| s.date == date && s.session.sport != Sport::Strength)
}
