//! The session library: templates a week is built from, in `assets/sessions.json`.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use crate::session::{Session, SessionKind, Step};
use crate::settings::Settings;
use crate::sport::Sport;
use crate::workout::Workout;

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
    #[serde(default)]
    pub steps: Vec<Step>,
    /// The workout at the shortest duration, where the template has one; the steps are then made from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub workout: Option<Workout>,
}

impl Template {
    /// A template that is a workout, held against these thresholds where they are known. It has the workout's duration and
    /// no other, and the mean intensity that gives its load.
    #[must_use]
    pub fn of_workout(
        id: String,
        kind: SessionKind,
        sport: Sport,
        title: String,
        workout: Workout,
        settings: Option<&Settings>,
    ) -> Template {
        let session = Session::of_workout(kind, sport, title, workout, settings);
        let intensity = session.intensity().unwrap_or_default();
        Template {
            id,
            kind,
            sport,
            title: session.title,
            min_minutes: session.minutes,
            max_minutes: session.minutes,
            intensity,
            steps: session.steps,
            workout: session.workout,
        }
    }

    /// A session of this many minutes. Time beyond the shortest goes, half each, to the first and last step (warm-up and
    /// cool-down), so that the title stays true; steps are left out when there is too little time for them. A workout
    /// without such ends is scaled. Load is the template's intensity held for that long, points.
    #[must_use]
    pub fn session(&self, sport: Sport, minutes: u32) -> Session {
        let load = |minutes: u32| 100.0 * f64::from(minutes) / 60.0 * self.intensity * self.intensity;
        let (kind, title) = (self.kind, self.title.clone());
        if minutes < self.min_minutes {
            return Session { kind, sport, title, minutes, load: load(minutes), steps: Vec::new(), workout: None };
        }
        let extra = f64::from(minutes - self.min_minutes);
        let stretched = self.workout.as_ref().map(|workout| workout.stretched(extra * 60.0));
        if let Some(None) = stretched {
            let (steps, workout, shortest) = (self.steps.clone(), self.workout.clone(), self.min_minutes);
            let session = Session { kind, sport, title, minutes: shortest, load: load(shortest), steps, workout };
            return session.scaled(f64::from(minutes) / f64::from(shortest));
        }
        let mut steps = self.steps.clone();
        if let [first, .., last] = steps.as_mut_slice() {
            first.minutes += extra / 2.0;
            last.minutes += extra / 2.0;
        } else if let [only] = steps.as_mut_slice() {
            only.minutes += extra / f64::from(only.repeat.max(1));
        }
        Session { kind, sport, title, minutes, load: load(minutes), steps, workout: stretched.flatten() }
    }
}

/// A template as it stands in the file: a workout and by how many minutes it may be longer, or a steady session.
#[derive(Debug, Deserialize)]
struct Shipped {
    id: String,
    kind: SessionKind,
    sport: Sport,
    title: String,
    #[serde(flatten)]
    what: What,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum What {
    Written { workout: Workout, longer: u32 },
    Steady { min_minutes: u32, max_minutes: u32, intensity: f64 },
}

impl From<Shipped> for Template {
    fn from(shipped: Shipped) -> Template {
        let Shipped { id, kind, sport, title, what } = shipped;
        match what {
            What::Written { workout, longer } => {
                let template = Template::of_workout(id, kind, sport, title, workout, None);
                // In hundredths, as of every template that ships.
                let intensity = (template.intensity * 100.0).round() / 100.0;
                Template { max_minutes: template.min_minutes + longer, intensity, ..template }
            }
            What::Steady { min_minutes, max_minutes, intensity } => {
                let steps = Vec::new();
                Template { id, kind, sport, title, min_minutes, max_minutes, intensity, steps, workout: None }
            }
        }
    }
}

/// The templates that ship with the program, by id.
#[must_use]
pub fn builtin() -> &'static [Template] {
    static BUILTIN: OnceLock<Vec<Template>> = OnceLock::new();
    // The file ships inside the program and a test reads it whole; were it broken, the library would be empty.
    BUILTIN.get_or_init(|| read().unwrap_or_default())
}

fn read() -> Result<Vec<Template>, serde_json::Error> {
    let shipped: Vec<Shipped> = serde_json::from_str(BUILTIN_JSON)?;
    Ok(shipped.into_iter().map(Template::from).collect())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_built_in_library_reads_and_every_template_is_sound() {
        let read = read().expect("assets/sessions.json reads");
        assert!(read.len() >= 60, "{} templates", read.len());
        let ids: BTreeSet<&str> = read.iter().map(|t| t.id.as_str()).collect();
        assert_eq!(ids.len(), read.len(), "ids are unique");
        for t in &read {
            assert!(t.min_minutes > 0 && t.min_minutes <= t.max_minutes, "{}", t.id);
            assert!((0.3..=1.0).contains(&t.intensity), "{}: {}", t.id, t.intensity);
            assert!(t.steps.iter().all(|s| s.repeat >= 1 && s.minutes > 0.0 && s.rest_minutes >= 0.0), "{}", t.id);
        }
    }

    #[test]
    fn what_shipped_before_workouts_had_text_is_what_it_was() {
        for (id, minutes, intensity) in [
            ("any-tempo-2x15", 55, 0.79),
            ("ride-interval-5x4", 60, 0.8),
            ("ride-threshold-3x10", 60, 0.82),
            ("run-easy-strides", 35, 0.65),
            ("run-interval-8x1", 44, 0.73),
            ("run-threshold-4x6", 50, 0.83),
            ("swim-interval-10x1", 35, 0.78),
            ("strength-general", 25, 0.5),
        ] {
            let t = builtin().iter().find(|t| t.id == id).expect(id);
            assert_eq!((t.min_minutes, t.intensity), (minutes, intensity), "{id}");
        }
    }

    #[test]
    fn a_session_is_its_workout_at_every_length() {
        for t in builtin().iter().filter(|t| t.workout.is_some()) {
            for minutes in [t.min_minutes, t.min_minutes.midpoint(t.max_minutes), t.max_minutes] {
                let session = t.session(t.sport, minutes);
                let workout = session.workout.clone().expect("the text stays");
                let anew = Session::of_workout(t.kind, t.sport, session.title.clone(), workout, None);
                assert_eq!(anew.minutes, minutes, "{}", t.id);
                let apart: Vec<_> = anew.steps.iter().zip(&session.steps).filter(|(a, b)| !close(a, b)).collect();
                assert!(apart.is_empty() && anew.steps.len() == session.steps.len(), "{} {minutes}: {apart:?}", t.id);
                if minutes == t.min_minutes {
                    assert!((anew.load / session.load - 1.0).abs() < 0.025, "{}: {} {}", t.id, anew.load, session.load);
                }
            }
        }
    }

    fn close(a: &Step, b: &Step) -> bool {
        let gap = (a.minutes - b.minutes).abs() + (a.rest_minutes - b.rest_minutes).abs();
        a.repeat == b.repeat && gap < 1e-9 && (a.intensity - b.intensity).abs() < 1e-9
    }

    #[test]
    fn a_workout_without_ends_of_its_own_is_scaled_to_the_minutes() {
        let workout = "4x8min @ 100%, r2min".parse().expect("a workout");
        let (kind, sport) = (SessionKind::Threshold, Sport::Run);
        let t = Template::of_workout("own".into(), kind, sport, "Threshold 4 x 8 min".into(), workout, None);
        let longer = t.session(Sport::Run, 60);
        assert_eq!((longer.minutes, longer.title.as_str()), (60, "Threshold 6 x 8 min"));
        assert_eq!(longer.workout.map(|w| w.to_string()).as_deref(), Some("6x8min @ 100%, r2min"));
    }

    #[test]
    fn the_library_can_fill_a_week_of_every_main_sport() {
        use SessionKind::{Drills, Easy, Interval, Long, Recovery, Tempo, Test, Threshold};
        let sports = [Sport::Run, Sport::Ride, Sport::Swim];
        let endurance = [Easy, Long, Recovery, Tempo, Threshold, Interval, Test, Drills];
        let beside = [SessionKind::Strength, SessionKind::Mobility, SessionKind::Yoga, SessionKind::Relaxation];
        let has = |kind, sport| builtin().iter().any(|t| t.kind == kind && sport == t.sport);
        for kind in endurance {
            assert!(sports.into_iter().all(|sport| has(kind, sport)), "{kind:?}");
        }
        assert!([Easy, Long, Threshold].into_iter().all(|kind| has(kind, Sport::Other)));
        assert!(beside.into_iter().all(|kind| builtin().iter().any(|t| t.kind == kind)));
    }

    #[test]
    fn a_title_that_names_repeats_has_them_in_its_workout() {
        for t in builtin() {
            let Some((before, _)) = t.title.split_once(" x ") else { continue };
            let repeats: u32 = before.rsplit(' ').next().and_then(|n| n.parse().ok()).expect("a number before x");
            let text = t.workout.as_ref().map(ToString::to_string).unwrap_or_default();
            assert!(text.contains(&format!("{repeats}x")), "{}", t.id);
        }
    }
}
