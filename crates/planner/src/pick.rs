//! Templates from the library, and sessions made from them.

use chrono::Datelike;
use domain::library::{Template, builtin};
use domain::season::PhaseKind;
use domain::session::{Session, SessionKind};
use domain::sport::Sport;

use crate::Context;
use crate::limits::Limits;

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
    of_kind(context, context.sport, SessionKind::Tempo, true).first().copied()
}

/// The `nth` quality session of a phase that fits into `minutes` and whose load at its shortest stays under `points`.
/// Weeks take turns through the library, so that not every Tuesday is the same.
pub(crate) fn quality<'a>(
    context: &'a Context,
    limits: &Limits,
    phase: PhaseKind,
    nth: usize,
    minutes: u32,
    points: f64,
) -> Option<&'a Template> {
    let kinds: &[SessionKind] = match (phase, nth % 2) {
        (PhaseKind::Base | PhaseKind::Transition, _) => &[SessionKind::Tempo, SessionKind::Threshold],
        (PhaseKind::Build, 0) | (PhaseKind::Taper | PhaseKind::Race, _) => {
            &[SessionKind::Threshold, SessionKind::Tempo]
        }
        (PhaseKind::Build, _) => &[SessionKind::Interval, SessionKind::Threshold, SessionKind::Tempo],
        (PhaseKind::Sharpen, 0) => &[SessionKind::Interval, SessionKind::Threshold, SessionKind::Tempo],
        (PhaseKind::Sharpen, _) => &[SessionKind::Tempo, SessionKind::Threshold],
    };
    let turn = usize::try_from(context.week.monday().iso_week().week()).unwrap_or(0);
    kinds.iter().filter(|kind| limits.intervals || **kind != SessionKind::Interval).find_map(|kind| {
        let mut fits = of_kind(context, context.sport, *kind, false);
        fits.retain(|t| t.min_minutes <= minutes && f64::from(t.min_minutes) * rate(t) <= points);
        (!fits.is_empty()).then(|| fits[turn % fits.len()])
    })
}

/// A day without training.
pub(crate) fn rest(sport: Sport) -> Session {
    Session { kind: SessionKind::Rest, sport, title: "Rest".to_owned(), minutes: 0, load: 0.0, steps: Vec::new() }
}
