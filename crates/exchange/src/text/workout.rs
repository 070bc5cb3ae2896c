//! A workout for a smart trainer as a template of the library.

use domain::library::Template;
use domain::session::{SessionKind, Step};
use domain::sport::Sport;

/// One stretch of a workout; a ramp goes from one intensity to the other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Stretch {
    /// How long, minutes.
    pub(crate) minutes: f64,
    /// Share of threshold at its start.
    pub(crate) from: f64,
    /// Share of threshold at its end.
    pub(crate) to: f64,
}

impl Stretch {
    /// The target a step states: the middle of a ramp.
    fn target(self) -> f64 {
        f64::midpoint(self.from, self.to)
    }

    /// Mean of the squared intensity, by which load counts.
    fn square(self) -> f64 {
        (self.from * self.from + self.from * self.to + self.to * self.to) / 3.0
    }

    fn is_same(self, other: Stretch) -> bool {
        (self.minutes - other.minutes).abs() < 1.0 / 60.0
            && (self.from - other.from).abs() < 0.005
            && (self.to - other.to).abs() < 0.005
    }
}

/// Below this share of threshold a stretch between repeats is a recovery.
const EASY: f64 = 0.75;

/// The template; `None` when nothing lasts. Its id is the name and the first digits of the file's identity, so that two
/// workouts of one name stay two.
pub(crate) fn template(bytes: &[u8], title: &str, stretches: &[Stretch]) -> Option<Template> {
    let minutes: f64 = stretches.iter().map(|s| s.minutes).sum();
    if !(minutes.is_finite() && minutes > 0.0) {
        return None;
    }
    let squares: f64 = stretches.iter().map(|s| s.minutes * s.square()).sum();
    let intensity = (squares / minutes).sqrt();
    let whole = minutes.round().max(1.0) as u32;
    let title: String = title.trim().chars().filter(|c| !c.is_control()).take(80).collect();
    let slug: String =
        title.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).take(40).collect();
    let slug = slug.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    let identity = crate::identity(bytes).0;
    Some(Template {
        id: format!("{slug}{}{}", if slug.is_empty() { "" } else { "-" }, &identity[..8]),
        kind: kind(stretches, minutes, intensity),
        sport: Sport::Ride,
        title,
        min_minutes: whole,
        max_minutes: whole,
        intensity,
        steps: steps(stretches),
        workout: None,
    })
}

/// What a workout is for, by the hardest intensity it holds for long enough.
fn kind(stretches: &[Stretch], minutes: f64, intensity: f64) -> SessionKind {
    let above = |share: f64| -> f64 { stretches.iter().filter(|s| s.target() >= share).map(|s| s.minutes).sum() };
    if above(1.06) >= 3.0 {
        SessionKind::Interval
    } else if above(0.91) >= 8.0 {
        SessionKind::Threshold
    } else if above(0.8) >= 10.0 {
        SessionKind::Tempo
    } else if minutes >= 120.0 {
        SessionKind::Long
    } else if intensity < 0.57 {
        SessionKind::Recovery
    } else {
        SessionKind::Easy
    }
}

/// Steps; work and recovery that repeat become one step. A recovery has no intensity of its own in a step.
fn steps(stretches: &[Stretch]) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut at = 0;
    while let Some(work) = stretches.get(at) {
        let rest = stretches.get(at + 1).filter(|rest| rest.target() <= EASY && work.target() > rest.target() + 0.05);
        let mut repeat = 1;
        if let Some(rest) = rest {
            let pair = |n: usize| stretches.get(at + 2 * n).zip(stretches.get(at + 2 * n + 1));
            while pair(repeat).is_some_and(|(w, r)| w.is_same(*work) && r.is_same(*rest)) {
                repeat += 1;
            }
        }
        let rest_minutes = rest.filter(|_| repeat > 1).map_or(0.0, |rest| rest.minutes);
        steps.push(Step {
            repeat: u32::try_from(repeat).unwrap_or(u32::MAX),
            minutes: work.minutes,
            intensity: work.target(),
            rest_minutes,
        });
        at += if repeat > 1 { 2 * repeat } else { 1 };
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flat(minutes: f64, share: f64) -> Stretch {
        Stretch { minutes, from: share, to: share }
    }

    #[test]
    fn repeats_become_one_step_and_the_minutes_stay() {
        let mut stretches = vec![Stretch { minutes: 10.0, from: 0.4, to: 0.7 }];
        for _ in 0..4 {
            stretches.extend([flat(4.0, 1.1), flat(3.0, 0.5)]);
        }
        stretches.push(flat(5.0, 0.5));
        let template = template(b"x", "VO2 4 x 4", &stretches).expect("a template");
        assert_eq!(template.kind, SessionKind::Interval);
        let read: Vec<(u32, f64, f64)> = template.steps.iter().map(|s| (s.repeat, s.minutes, s.rest_minutes)).collect();
        assert_eq!(read, vec![(1, 10.0, 0.0), (4, 4.0, 3.0), (1, 5.0, 0.0)]);
        assert_eq!(template.min_minutes, 43);
        // (10 x 0.31 + 16 x 1.21 + 17 x 0.25) / 43 = 0.6212
        assert!((template.intensity - 0.7881).abs() < 1e-3, "{}", template.intensity);
    }

    #[test]
    fn nothing_that_lasts_is_no_template() {
        assert_eq!(template(b"x", "t", &[]), None);
        assert_eq!(template(b"x", "t", &[flat(0.0, 1.0)]), None);
    }
}
