//! The rest of a running week: what to change after an import or a morning entry, if anything.
//!
//! Safety first: a session that illness, pain, an injury or a medical hold forbids is changed whoever put it there. Without
//! such a rule at most two changes a week are proposed, past, locked and coach-edited sessions are left alone, what was
//! missed is never added anywhere, and no change breaks a limit that stood before. More than planned is only ever proposed
//! within the week's own target.

mod care;
mod raise;
mod running;
mod safety;
mod week;

use domain::adaptation::{Adaptation, DecidedAdaptation, Intervention};
use domain::effective::EffectiveSession;
use domain::overrides::ReasonTag;
use domain::reason::{Effect, Grade, Reason, Rule};

use self::running::Running;
use crate::Context;

/// Changes of sessions a week, those of safety rules left out (SCIENCE 20: stability).
pub const CHANGES: usize = 2;
/// Done so far below this share of what was planned so far is called missed.
const MISSED: f64 = 0.90;

/// What to do with the rest of the running week. Pure and total, like [`crate::propose`].
///
/// `context` is that of the running week as of today, `week` its sessions as they count now (removed ones included), and
/// `decided` the adaptations of that week the coach already decided on.
#[must_use]
pub fn adapt(context: &Context, week: &[EffectiveSession], decided: &[DecidedAdaptation]) -> Adaptation {
    let inputs = digest(context, week, decided);
    let used: usize = decided
        .iter()
        .filter(|one| one.applied && one.week == context.week && !one.adaptation.safety)
        .map(|one| one.adaptation.changes.len())
        .sum();
    let mut running = Running::of(context, week, CHANGES.saturating_sub(used));
    let safety = safety::keep_safe(&mut running);
    if !safety {
        care::keep_limits(&mut running);
        care::mind_readiness(&mut running);
        care::mind_what_was_done(&mut running);
        if running.changes.is_empty() && running.needs_you.is_empty() {
            raise::raise(&mut running, decided.iter().any(|one| one.applied));
        }
    }
    let intervention = match running.changes.is_empty() {
        true if running.needs_you.is_empty() => Intervention::Keep,
        true => Intervention::NeedsYou,
        false => running.strongest,
    };
    let said = running.changes.iter().flat_map(|change| &change.reasons).chain(&running.needs_you);
    let tag = said.map(|reason| tag(reason.rule)).next().unwrap_or(ReasonTag::Other);
    let reasons = reasons(&running, used);
    Adaptation { intervention, changes: running.changes, reasons, tag, safety, inputs }
}

/// blake3, as hex, of everything it is made from as canonical JSON.
fn digest(context: &Context, week: &[EffectiveSession], decided: &[DecidedAdaptation]) -> String {
    // Keys are all strings, so this cannot fail; a number that JSON cannot hold becomes null.
    let told = serde_json::to_value((context, week, decided)).map(|value| value.to_string()).unwrap_or_default();
    blake3::hash(told.as_bytes()).to_hex().to_string()
}

/// Why, for the week as a whole: how it went so far, what needs the coach, and how many changes are used.
fn reasons(running: &Running<'_>, used: usize) -> Vec<Reason> {
    let mut reasons: Vec<Reason> = Vec::new();
    for reason in running.safety.iter().chain(&running.needs_you) {
        if !reasons.contains(reason) {
            reasons.push(reason.clone());
        }
    }
    let so_far = &running.so_far;
    if so_far.unknown > 0 {
        reasons.push(
            Reason::new(Rule::SilentDays, Effect::Doubted, Grade::D)
                .fact("days", so_far.unknown as f64)
                .fact("of", so_far.days as f64),
        );
    }
    reasons.extend(so_far.reason(Effect::Kept));
    if let Some(missed) = so_far.missed() {
        reasons.push(Reason::new(Rule::NotMadeUp, Effect::Kept, Grade::D).fact("missed", missed));
    }
    if used > 0 {
        reasons.push(
            Reason::new(Rule::ChangesUsed, Effect::Kept, Grade::D).fact("changes", used as f64).limit(CHANGES as f64),
        );
    }
    reasons
}

/// The tag its overrides get, from the first rule that asked.
const fn tag(rule: Rule) -> ReasonTag {
    match rule {
        Rule::IllnessHold | Rule::ReturnStage => ReasonTag::Illness,
        Rule::PainHold => ReasonTag::AcuteInjuryRisk,
        Rule::TravelQuality => ReasonTag::Travel,
        Rule::AvailableMinutes | Rule::NoTimeThatDay | Rule::DatedException | Rule::SportThatDay | Rule::ClubBlock => {
            ReasonTag::ScheduleConflict
        }
        Rule::LowToday
        | Rule::DoneSoFar
        | Rule::TooClose
        | Rule::QualitySpacing
        | Rule::QualityCount
        | Rule::DayAfterLong
        | Rule::RestDay => ReasonTag::Fatigue,
        _ => ReasonTag::Other,
    }
}
