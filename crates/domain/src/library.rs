//! The session library: templates a week is built from, in `assets/sessions.json`.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use crate::session::{Session, SessionKind, Step};
use crate::sport::Sport;

const BUILTIN_JSON: &str = include_str!("../../../assets/sessions.json");

/// One template.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Template {
    /// Stable name.
    pub id: String,
    /// What it is for.
    pub kind: SessionKind,
    /// Sport.
    pub sport: Sport,
    /// Title with its steps, such as "Threshold 3 x 10 min".
    pub title: String,
    /// Shortest sensible duration, minutes.
    pub min_minutes: u32,
    /// Longest sensible duration, minutes.
    pub max_minutes: u32,
    /// Mean intensity as a share of threshold over the whole session, warm-up included.
    pub intensity: f64,
    /// Steps at the shortest duration; empty for steady sessions.
    pub steps: Vec<Step>,
}

impl Template {
    /// A session of this many minutes. Time beyond the shortest goes, half each, to the first and last step (warm-up and
    /// cool-down), so that the title stays true; steps are left out when there is too little time for them. Load is the
    /// template's intensity held for that long, points.
    #[must_use]
    pub fn session(&self, sport: Sport, minutes: u32) -> Session {
        let mut steps = if minutes < self.min_minutes { Vec::new() } else { self.steps.clone() };
        let extra = f64::from(minutes.saturating_sub(self.min_minutes));
        if let [first, .., last] = steps.as_mut_slice() {
            first.minutes += extra / 2.0;
            last.minutes += extra / 2.0;
        } else if let [only] = steps.as_mut_slice() {
            only.minutes += extra / f64::from(only.repeat.max(1));
        }
        let load = 100.0 * f64::from(minutes) / 60.0 * self.intensity * self.intensity;
        Session { kind: self.kind, sport, title: self.title.clone(), minutes, load, steps }
    }
}

/// The templates that ship with the program, by id.
#[must_use]
pub fn builtin() -> &'static [Template] {
    static BUILTIN: OnceLock<Vec<Template>> = OnceLock::new();
    // The file ships inside the program and a test reads it whole; were it broken, the library would be empty.
    BUILTIN.get_or_init(|| serde_json::from_str(BUILTIN_JSON).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_built_in_library_reads_and_every_template_is_sound() {
        let read: Vec<Template> = serde_json::from_str(BUILTIN_JSON).expect("assets/sessions.json reads");
        assert!(read.len() >= 25, "{} templates", read.len());
        let ids: BTreeSet<&str> = read.iter().map(|t| t.id.as_str()).collect();
        assert_eq!(ids.len(), read.len(), "ids are unique");
        for t in &read {
            assert!(t.min_minutes > 0 && t.min_minutes <= t.max_minutes, "{}", t.id);
            assert!((0.3..=1.0).contains(&t.intensity), "{}", t.id);
            assert!(t.steps.iter().all(|s| s.repeat >= 1 && s.minutes > 0.0 && s.rest_minutes >= 0.0), "{}", t.id);
        }
    }

    #[test]
    fn steps_fill_the_shortest_duration_and_give_the_stated_intensity() {
        for t in builtin().iter().filter(|t| !t.steps.is_empty()) {
            let minutes: f64 = t.steps.iter().map(|s| f64::from(s.repeat) * (s.minutes + s.rest_minutes)).sum();
            assert!((minutes - f64::from(t.min_minutes)).abs() < 1e-9, "{}: {minutes}", t.id);
            // Recoveries between repeats are trained at 0.6 of threshold.
            let squares: f64 = t
                .steps
                .iter()
                .map(|s| f64::from(s.repeat) * (s.minutes * s.intensity.powi(2) + s.rest_minutes * 0.36))
                .sum();
            assert!(((squares / minutes).sqrt() - t.intensity).abs() < 0.006, "{}", t.id);
        }
    }

    #[test]
    fn the_library_can_fill_a_week_of_every_main_sport() {
        for sport in [Sport::Run, Sport::Ride, Sport::Swim, Sport::Other] {
            for kind in [SessionKind::Easy, SessionKind::Long, SessionKind::Threshold] {
                assert!(builtin().iter().any(|t| t.sport == sport && t.kind == kind), "{sport:?} {kind:?}");
            }
        }
    }

    #[test]
    fn a_title_that_names_repeats_has_them_in_its_steps() {
        for t in builtin() {
            let Some((before, _)) = t.title.split_once(" x ") else { continue };
            let repeats: u32 = before.rsplit(' ').next().and_then(|n| n.parse().ok()).expect("a number before x");
            assert!(t.steps.iter().any(|s| s.repeat == repeats), "{}", t.id);
        }
    }
}
