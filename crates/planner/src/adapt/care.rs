//! What is proposed without a safety rule: limits that no longer hold, a low morning, more done than planned.

use chrono::NaiveDate;
use domain::adaptation::Intervention;
use domain::effective::{EffectiveSession, Source};
use domain::overrides::Change;
use domain::readiness::Readiness;
use domain::reading::Reading;
use domain::reason::{Effect, Grade, Reason, Rule};
use domain::session::{Session, SessionKind};
use domain::sport::Sport;

use super::running::{Remedy, Running, gentle};
use crate::Context;
use crate::check::Broken;

/// Readiness that is the athlete's own usual.
pub(super) const USUAL: f64 = 50.0;
/// Below this, range included, even an easy session is taken out.
const VERY_LOW: f64 = 30.0;
/// A long session on a low morning is this much of itself, percent.
const LONG_WHEN_LOW: u32 = 70;
/// So much of the planned week may be done too much before anything is shortened.
const TOO_MUCH: f64 = 0.10;
/// No session is shortened to less than this, percent.
const HALF: u32 = 50;

/// The engine's own sessions may be changed; what the coach or the club put there, or locked, may not.
pub(super) fn is_free(session: &EffectiveSession) -> bool {
    session.source == Source::Proposed && !session.locked && session.session.kind != SessionKind::Race
}

fn easy(context: &Context, sport: Sport, minutes: u32) -> Option<Session> {
    gentle(context, SessionKind::Easy, sport, minutes)
}

/// Readiness of this morning, if it is known.
pub(super) fn this_morning(context: &Context) -> Option<&Readiness> {
    let day = context.readiness.as_ref().filter(|day| day.date == context.today)?;
    match &day.readiness {
        Reading::Known { value, .. } => Some(value),
        _ => None,
    }
}

/// Sessions to come that break a limit by now: shorter, on another day, easy, in another sport, or left out.
pub(super) fn keep_limits(running: &mut Running<'_>) {
    let to_come = running.to_come();
    for session in &to_come {
        let why: Vec<Broken> = running.broken.iter().filter(|one| one.session == session.id).cloned().collect();
        for Broken { reason, .. } in why {
            if !is_free(session) {
                // What the coach insisted on was said then; what the club or a lock holds is said now.
                if session.source != Source::Coach {
                    running.needs_you.push(reason);
                }
                continue;
            }
            let still = running.broken.iter().any(|one| one.session == session.id && one.reason == reason);
            if still {
                repair(running, session, &to_come, &reason);
            }
        }
    }
}

/// Tries one after the other until one holds: first what keeps most of the session.
fn repair(running: &mut Running<'_>, session: &EffectiveSession, to_come: &[EffectiveSession], reason: &Reason) {
    let rules = [reason.rule];
    let context = running.context;
    let minutes = session.session.minutes;
    let one = |change: Change| vec![(session.id, change)];
    let shorter = (HALF..100).rev().filter(|percent| percent % 5 == 0);
    let mut tries: Vec<(Intervention, Vec<_>)> =
        shorter.map(|percent| (Intervention::Shorten, one(Change::Scale { percent }))).collect();
    tries.extend(other_days(running, session, to_come).into_iter().map(|changes| (Intervention::SwapDays, changes)));
    if let Some(easy) = easy(context, session.session.sport, minutes).filter(|_| session.session.kind.is_quality()) {
        tries.push((Intervention::ReduceIntensity, one(Change::Replace { session: easy })));
    }
    let others = context.sports.iter().map(|other| other.sport).filter(|sport| *sport != session.session.sport);
    let others = others.filter_map(|sport| easy(context, sport, minutes));
    tries.extend(others.map(|session| (Intervention::Replace, one(Change::Replace { session }))));
    tries.push((Intervention::ExtendRecovery, one(Change::Remove)));
    let reasons = vec![too_close(context, session, reason)];
    for (intervention, changes) in tries {
        let clears = Some((session.id, rules.as_slice()));
        if running.attempt(Remedy { intervention, changes, reasons: reasons.clone(), clears, safety: false }) {
            return;
        }
    }
}

/// The nearest other days first, later ones before earlier: a day without training, or one whose session comes here.
fn other_days(
    running: &Running<'_>,
    session: &EffectiveSession,
    to_come: &[EffectiveSession],
) -> Vec<Vec<(domain::id::SessionId, Change)>> {
    let mut days: Vec<NaiveDate> =
        running.context.week.days().into_iter().filter(|date| *date != session.date && running.open(*date)).collect();
    days.sort_by_key(|date| ((*date - session.date).num_days().abs(), *date < session.date));
    days.into_iter()
        .filter_map(|date| {
            let there: Vec<&EffectiveSession> = to_come.iter().filter(|other| other.date == date).collect();
            let mut changes = vec![(session.id, Change::Move { to: date })];
            match there.as_slice() {
                [] => {}
                [other] if is_free(other) => changes.push((other.id, Change::Move { to: session.date })),
                _ => return None,
            }
            Some(changes)
        })
        .collect()
}

/// Spacing to a session that was done is said as what it is: they came too close.
fn too_close(context: &Context, session: &EffectiveSession, reason: &Reason) -> Reason {
    let hours = reason.facts.get("hours").copied().filter(|_| reason.rule == Rule::QualitySpacing);
    let done = |hours: f64| {
        let after = |past: &crate::Past| (session.date - past.date).num_days();
        context.recent.iter().any(|past| past.quality && after(past) >= 0 && (after(past) * 24) as f64 == hours)
    };
    match hours.filter(|hours| done(*hours)).zip(reason.limit) {
        Some((hours, limit)) => Reason::new(Rule::TooClose, Effect::Lowered, reason.grade)
            .on(session.date)
            .fact("hours", hours)
            .limit(limit),
        None => reason.clone(),
    }
}

/// A low morning: quality turns easy, a long session gets shorter; when it is very low, today rests.
pub(super) fn mind_readiness(running: &mut Running<'_>) {
    let Some(readiness) = this_morning(running.context).filter(|readiness| readiness.high < USUAL).cloned() else {
        return;
    };
    let low = Reason::new(Rule::LowToday, Effect::Lowered, Grade::D)
        .fact("readiness", readiness.score)
        .fact("low", readiness.low)
        .fact("high", readiness.high)
        .limit(USUAL);
    let today = running.context.today;
    for session in running.to_come().into_iter().filter(|session| session.date == today) {
        let kind = session.session.kind;
        let change = match kind {
            _ if readiness.high < VERY_LOW => Some((Intervention::ExtendRecovery, Change::Remove)),
            SessionKind::Long => Some((Intervention::Shorten, Change::Scale { percent: LONG_WHEN_LOW })),
            _ if kind.is_quality() => easy(running.context, session.session.sport, session.session.minutes)
                .map(|session| (Intervention::ReduceIntensity, Change::Replace { session })),
            _ => None,
        };
        let Some((intervention, change)) = change else { continue };
        if is_free(&session) {
            let changes = vec![(session.id, change)];
            let reasons = vec![low.clone()];
            running.attempt(Remedy { intervention, changes, reasons, clears: None, safety: false });
        } else if kind.is_quality() {
            let pinned =
                Reason::new(Rule::Pinned, Effect::Kept, Grade::D).on(today).named(session.session.title.clone());
            running.needs_you.extend([low.clone(), pinned]);
        }
    }
}

/// More done than planned: the next easy and long sessions get shorter, by what was too much and by half at most.
pub(super) fn mind_what_was_done(running: &mut Running<'_>) {
    let Some(done) = running.so_far.done else { return };
    let Some(reason) = running.so_far.reason(Effect::Lowered) else { return };
    let mut excess = done - running.so_far.planned;
    let to_come = running.to_come();
    let whole = running.so_far.planned + to_come.iter().map(|session| session.session.load).sum::<f64>();
    if excess <= TOO_MUCH * whole {
        return;
    }
    let shortened = |kind| matches!(kind, SessionKind::Easy | SessionKind::Long);
    for session in to_come.iter().filter(|session| is_free(session) && shortened(session.session.kind)) {
        let share = 100.0 * (1.0 - excess / session.session.load.max(1.0));
        let percent = ((share.max(0.0) as u32).div_ceil(5) * 5).max(HALF);
        if percent >= 100 {
            break;
        }
        let changes = vec![(session.id, Change::Scale { percent })];
        let reasons = vec![reason.clone()];
        let intervention = Intervention::Shorten;
        if running.attempt(Remedy { intervention, changes, reasons, clears: None, safety: false }) {
            excess -= session.session.load * f64::from(100 - percent) / 100.0;
        }
    }
}
