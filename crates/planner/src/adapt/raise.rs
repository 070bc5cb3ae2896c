//! A little more, where everything speaks for it and nothing against it.

use chrono::Duration;
use domain::adaptation::Intervention;
use domain::overrides::Change;
use domain::reason::{Effect, Grade, Reason, Rule};
use domain::season::Priority;
use domain::session::SessionKind;

use super::MISSED;
use super::care::{USUAL, is_free, this_morning};
use super::running::{Remedy, Running};
use crate::propose;

/// No more is proposed within so many days before an A or B race.
const RACE_DAYS: i64 = 14;
/// A session gets at most this much longer, percent.
const MOST: u32 = 120;
/// Minutes are added in steps of five.
const STEP: u32 = 5;

/// Lengthens the easy session of today or tomorrow, within the target the engine gives this very week. Not when anything was
/// missed, taken out or adapted this week: that would add it again.
pub(super) fn raise(running: &mut Running<'_>, adapted: bool) {
    let context = running.context;
    let Some(readiness) = this_morning(context).map(|readiness| readiness.score).filter(|score| *score >= USUAL) else {
        return;
    };
    let as_planned = match (running.so_far.done, running.so_far.share()) {
        (Some(_), Some(share)) => (MISSED..=1.0).contains(&share),
        (Some(done), None) => done <= 0.0,
        (None, _) => false,
    };
    let near = |race: &domain::season::Race| {
        race.priority != Priority::C && (0..=RACE_DAYS).contains(&(race.date - context.today).num_days())
    };
    if !as_planned
        || adapted
        || running.week.iter().any(|session| session.removed)
        || !running.broken.is_empty()
        || context.races.iter().any(near)
    {
        return;
    }
    let to_come = running.to_come();
    let soon = context.today + Duration::days(1);
    let chosen = to_come.iter().find(|session| {
        is_free(session)
            && session.session.kind == SessionKind::Easy
            && session.date <= soon
            && context.room(session.date).minutes.is_some()
    });
    let Some(session) = chosen else { return };
    let draft = propose(context);
    let Some(target) = draft.target_load.filter(|_| !draft.abstained) else { return };
    let planned: f64 = to_come.iter().filter(|s| s.session.kind != SessionKind::Race).map(|s| s.session.load).sum();
    let room = target - running.so_far.done.unwrap_or_default() - planned;
    for percent in (101..=MOST).rev() {
        let longer = session.session.scaled(f64::from(percent) / 100.0);
        let more = longer.minutes.saturating_sub(session.session.minutes);
        if more == 0 || !longer.minutes.is_multiple_of(STEP) || longer.load - session.session.load > room {
            continue;
        }
        let reason = Reason::new(Rule::RoomForMore, Effect::Set, Grade::D)
            .on(session.date)
            .fact("minutes", f64::from(more))
            .fact("readiness", readiness);
        let changes = vec![(session.id, Change::Scale { percent })];
        let intervention = Intervention::RaiseVolume;
        if running.attempt(Remedy { intervention, changes, reasons: vec![reason], clears: None, safety: false }) {
            return;
        }
    }
}
