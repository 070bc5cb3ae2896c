//! How sure a draft is: each gap in what is known lowers it by a stated amount. A design of this program, not a probability.

use chrono::NaiveDate;
use domain::plan::Confidence;
use domain::reason::{Effect, Grade, Reason, Rule};
use domain::sport::Sport;

use crate::Context;
use crate::abstain::SILENCE_DAYS;
use crate::aim::{Aim, OLD_THRESHOLD_DAYS};
use crate::history::{BASE_DAYS, History};
use crate::limits::{answered, default_minutes};

/// Where a draft with nothing missing starts: no trial compares engine-made with coach-made weeks.
const START: f64 = 0.9;
/// The most a draft can claim when the engine abstained.
const ABSTAINED: f64 = 0.2;
/// What each doubt lowers it by: a moved threshold, a new place, signals that contradict, a week beyond all before.
const DOUBT: f64 = 0.1;
/// Share of the readiness weights that must have a signal (SCIENCE 12).
const COVERAGE: f64 = 0.5;

pub(crate) fn confidence(context: &Context, aim: &Aim) -> Confidence {
    let mut value = START;
    let mut lowered_by = Vec::new();
    let mut lower = |by: f64, reason: Reason| {
        value -= by;
        lowered_by.push(reason);
    };
    let doubt = |rule| Reason::new(rule, Effect::Doubted, Grade::D);
    let history = History::of(context);

    let length = history.length();
    if length < BASE_DAYS {
        lower(0.4, doubt(Rule::LittleHistory).fact("days", length as f64).limit(BASE_DAYS as f64));
    }
    let silent = history.unknown(SILENCE_DAYS);
    if silent > 0 {
        let by = (0.02 * silent as f64).min(0.2);
        lower(by, doubt(Rule::SilentDays).fact("days", silent as f64).fact("of", SILENCE_DAYS as f64));
    }
    let unanswered: Vec<NaiveDate> = context
        .week
        .days()
        .into_iter()
        .filter(|date| *date >= context.today && answered(context, *date).is_none())
        .collect();
    if !unanswered.is_empty() {
        let minutes: u32 = unanswered.iter().map(|date| default_minutes(*date)).sum();
        lower(
            0.03 * unanswered.len() as f64,
            doubt(Rule::AvailabilityUnknown).fact("days", unanswered.len() as f64).fact("minutes", f64::from(minutes)),
        );
    }
    match context.settings.as_ref().filter(|settings| has_threshold(context.sport(), settings)) {
        None => lower(0.15, doubt(Rule::NoThreshold)),
        Some(settings) => {
            let days = (context.today - settings.from).num_days();
            if days > OLD_THRESHOLD_DAYS {
                lower(0.1, doubt(Rule::OldThreshold).fact("days", days as f64).limit(OLD_THRESHOLD_DAYS as f64));
            }
        }
    }
    let readiness = context.readiness.as_ref().filter(|day| (context.today - day.date).num_days() <= 2);
    if readiness.and_then(|day| day.readiness.known()).is_none() {
        let coverage = readiness.map_or(0.0, |day| {
            let weight = |c: &domain::readiness::Contributor| c.signal.weight();
            let used: f64 = day.contributors.iter().filter(|c| c.z.is_some()).map(weight).sum();
            used / domain::readiness::Signal::ALL.iter().map(|signal| signal.weight()).sum::<f64>()
        });
        lower(0.05, doubt(Rule::ReadinessUnknown).fact("coverage", coverage).limit(COVERAGE));
    }
    if !context.races.iter().any(|race| race.date >= context.today) {
        lower(0.1, doubt(Rule::NoGoal));
    }
    for doubt in &aim.doubts {
        lower(DOUBT, doubt.clone());
    }
    let most = if aim.abstained { ABSTAINED } else { START };
    Confidence { value: value.clamp(0.05, most), lowered_by }
}

/// Whether the thresholds hold one that this sport's load can be judged by.
fn has_threshold(sport: Sport, settings: &domain::settings::Settings) -> bool {
    settings.lthr.is_some()
        || match sport {
            Sport::Ride => settings.ftp.is_some(),
            Sport::Run => settings.threshold_speed.is_some(),
            _ => false,
        }
}
