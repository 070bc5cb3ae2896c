//! What illness, pain, an injury or a medical hold forbids in the rest of the week.

use domain::adaptation::Intervention;
use domain::effective::EffectiveSession;
use domain::overrides::Change;
use domain::reason::{Effect, Grade, Reason, Rule};
use domain::session::SessionKind;

use super::running::{Remedy, Running, gentle};

/// Rules that go before everything, the coach's own changes included.
pub(super) const SAFETY: [Rule; 4] = [Rule::MedicalHold, Rule::IllnessHold, Rule::PainHold, Rule::ReturnStage];

/// Changes every session to come that a safety rule forbids: to an easy one where that is allowed, else to rest. A race is
/// an appointment: what becomes of it is the coach's to say. `true` if a safety rule forbids anything.
pub(super) fn keep_safe(running: &mut Running<'_>) -> bool {
    let mut asked = false;
    for session in running.to_come() {
        let why: Vec<Reason> = running
            .broken
            .iter()
            .filter(|one| one.session == session.id && SAFETY.contains(&one.reason.rule))
            .map(|one| one.reason.clone())
            .collect();
        if why.is_empty() {
            continue;
        }
        asked = true;
        running.safety.extend(why.iter().cloned());
        if session.session.kind == SessionKind::Race {
            running.needs_you.push(race(&session));
            continue;
        }
        for (intervention, change) in milder(running, &session, &why) {
            let changes = vec![(session.id, change)];
            let clears = Some((session.id, SAFETY.as_slice()));
            if running.attempt(Remedy { intervention, changes, reasons: why.clone(), clears, safety: true }) {
                break;
            }
        }
    }
    asked
}

/// Milder and milder: easy for as long (with pain half as long), easier for as long as the stage of return allows, nothing.
fn milder(running: &Running<'_>, session: &EffectiveSession, why: &[Reason]) -> Vec<(Intervention, Change)> {
    let (sport, minutes) = (session.session.sport, session.session.minutes);
    let allowed =
        why.iter().filter_map(|reason| reason.facts.get("minutes")).fold(f64::from(minutes), |a, b| a.min(*b));
    // What hurts is not trained for an hour and a half, however easily.
    let hurts = why.iter().any(|reason| reason.rule == Rule::PainHold);
    let (minutes, allowed) = if hurts { (minutes / 2, allowed / 2.0) } else { (minutes, allowed) };
    let tries = [
        (Intervention::ReduceIntensity, SessionKind::Easy, minutes),
        (Intervention::ReduceIntensity, SessionKind::Recovery, minutes),
        (Intervention::Replace, SessionKind::Easy, allowed.max(0.0) as u32),
        (Intervention::Replace, SessionKind::Recovery, allowed.max(0.0) as u32),
    ];
    let instead = tries.into_iter().filter_map(|(intervention, kind, minutes)| {
        Some((intervention, Change::Replace { session: gentle(running.context, kind, sport, minutes)? }))
    });
    instead.chain([(Intervention::ExtendRecovery, Change::Remove)]).collect()
}

fn race(session: &EffectiveSession) -> Reason {
    Reason::new(Rule::RaceDay, Effect::Flagged, Grade::D)
        .on(session.date)
        .named(session.session.title.clone())
        .fact("minutes", f64::from(session.session.minutes))
        .fact("load", session.session.load)
}
