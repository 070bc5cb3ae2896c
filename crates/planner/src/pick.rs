//! Templates from the library, and sessions made from them.

use domain::library::{Template, builtin};
use domain::season::PhaseKind;
use domain::session::{Session, SessionKind};
use domain::sport::Sport;

use crate::Context;
use crate::history::longest;

/// Share of the minutes from which on a sport beside the main one is planned, and the most sports of a week.
const SPORT_FROM: f64 = 0.15;
const MOST_SPORTS: usize = 3;

/// Templates of a kind for the athlete's sport, by id; those for any sport (`Sport::Other`) when it has none.
/// Unusable ones are left out. Openers are found by their id.
fn of_kind(context: &Context, sport: Sport, kind: SessionKind, opener: bool) -> Vec<&Template> {
    let all: &[Template] = if context.templates.is_empty() { builtin() } else { &context.templates };
    let of = |library: Sport, all: &'_ [Template]| -> Vec<usize> {
        let mut found: Vec<usize> = all
            .iter()
            .enumerate()
            .filter(|(_, t)| t.kind == kind && t.sport == library && usable(t) && t.id.contains("opener") == opener)
            .map(|(index, _)| index)
            .collect();
        found.sort_by(|a, b| all[*a].id.cmp(&all[*b].id));
        found
    };
    for (library, all) in [(sport, all), (Sport::Other, all), (sport, builtin()), (Sport::Other, builtin())] {
        let found = of(library, all);
        if !found.is_empty() {
            return found.into_iter().map(|index| &all[index]).collect();
        }
    }
    Vec::new()
}

fn usable(template: &Template) -> bool {
    template.min_minutes > 0
        && template.min_minutes <= template.max_minutes
        && template.max_minutes <= 600
        && template.intensity > 0.0
        && template.intensity <= 1.2
}

/// Points a minute of a template gives.
pub(crate) fn rate(template: &Template) -> f64 {
    100.0 / 60.0 * template.intensity * template.intensity
}

/// The template for easy (or long, recovery, strength) sessions, the `nth` of the week. `plain` leaves out those with steps.
pub(crate) fn steady(context: &Context, sport: Sport, kind: SessionKind, nth: usize, plain: bool) -> Option<&Template> {
    let mut all = of_kind(context, sport, kind, false);
    if plain && all.iter().any(|t| t.steps.is_empty()) {
        all.retain(|t| t.steps.is_empty());
    }
    (!all.is_empty()).then(|| all[nth % all.len()])
}

/// The opener before a race.
pub(crate) fn opener(context: &Context) -> Option<&Template> {
    of_kind(context, context.sport(), SessionKind::Tempo, true).first().copied()
}

/// Templates for a quality session of a phase, the ones to be tried first in front: the phase's kinds in order, and of each
/// kind those whose turn it is. Weeks take turns through the library, so that not every Tuesday is the same.
pub(crate) fn quality(context: &Context, sport: Sport, phase: PhaseKind, slot: usize, turn: usize) -> Vec<&Template> {
    let kinds: &[SessionKind] = match (phase, slot % 2) {
        (PhaseKind::Base | PhaseKind::Transition, _) => &[SessionKind::Tempo, SessionKind::Threshold],
        (PhaseKind::Build, 0) | (PhaseKind::Taper | PhaseKind::Race, _) => {
            &[SessionKind::Threshold, SessionKind::Tempo]
        }
        (PhaseKind::Build, _) => &[SessionKind::Interval, SessionKind::Threshold, SessionKind::Tempo],
        (PhaseKind::Sharpen, 0) => &[SessionKind::Interval, SessionKind::Threshold, SessionKind::Tempo],
        (PhaseKind::Sharpen, _) => &[SessionKind::Tempo, SessionKind::Threshold],
    };
    kinds
        .iter()
        .flat_map(|kind| {
            let mut all = of_kind(context, sport, *kind, false);
            let by = turn % all.len().max(1);
            all.rotate_left(by);
            all
        })
        .collect()
}

/// Tests of thresholds.
pub(crate) fn tests(context: &Context, sport: Sport) -> Vec<&Template> {
    of_kind(context, sport, SessionKind::Test, false)
}

/// The sports sessions are planned for, with their share among them: the main one, and others from [`SPORT_FROM`] on.
pub(crate) fn sports(context: &Context) -> Vec<(Sport, f64)> {
    let main = context.sport();
    let share = |sport: Sport| {
        let of_sport = context.sports.iter().filter(|one| one.sport == sport).map(|one| one.share);
        of_sport.filter(|share| share.is_finite()).fold(0.0, f64::max).clamp(0.0, 1.0)
    };
    let mut others: Vec<Sport> = context.sports.iter().map(|one| one.sport).collect();
    others.retain(|sport| {
        let endurance = !matches!(sport, Sport::Strength | Sport::Mobility | Sport::Transition);
        *sport != main && endurance && share(*sport) >= SPORT_FROM && longest(context, *sport).is_some()
    });
    others.sort_by(|a, b| share(*b).total_cmp(&share(*a)).then(a.cmp(b)));
    others.dedup();
    others.truncate(MOST_SPORTS - 1);
    let all: Vec<Sport> = [main].into_iter().chain(others).collect();
    let whole: f64 = all.iter().map(|sport| share(*sport)).sum();
    let even = 1.0 / all.len() as f64;
    all.into_iter().map(|sport| (sport, if whole > 0.0 { share(sport) / whole } else { even })).collect()
}

/// A day without training.
pub(crate) fn rest(sport: Sport) -> Session {
    Session {
        kind: SessionKind::Rest,
        sport,
        title: "Rest".to_owned(),
        minutes: 0,
        load: 0.0,
        steps: Vec::new(),
        workout: None,
    }
}
