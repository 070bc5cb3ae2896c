//! A training session: what to do, for how long, how hard, and the load it is expected to give.

mod scale;

use serde::{Deserialize, Serialize};

use crate::settings::Settings;
use crate::sport::Sport;
use crate::workout::profile::RECOVERY;
use crate::workout::{Workout, Yardstick};

/// What a session is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SessionKind {
    /// No training.
    Rest,
    /// Very easy, to recover.
    Recovery,
    /// Easy endurance.
    Easy,
    /// The long session of the week.
    Long,
    /// Steady below or around threshold.
    Tempo,
    /// Intervals around threshold.
    Threshold,
    /// Intervals above threshold.
    Interval,
    /// A race.
    Race,
    /// A test of thresholds.
    Test,
    /// Strength training.
    Strength,
    /// Mobility.
    Mobility,
    /// Yoga.
    Yoga,
    /// Drills for technique.
    Drills,
    /// Breathing and relaxation.
    Relaxation,
}

impl SessionKind {
    /// Every kind, in the order of menus.
    pub const ALL: [SessionKind; 14] = [
        SessionKind::Rest,
        SessionKind::Recovery,
        SessionKind::Easy,
        SessionKind::Long,
        SessionKind::Tempo,
        SessionKind::Threshold,
        SessionKind::Interval,
        SessionKind::Race,
        SessionKind::Test,
        SessionKind::Strength,
        SessionKind::Mobility,
        SessionKind::Yoga,
        SessionKind::Drills,
        SessionKind::Relaxation,
    ];

    /// The stable name used in files and the words file (`kind-easy`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            SessionKind::Rest => "rest",
            SessionKind::Recovery => "recovery",
            SessionKind::Easy => "easy",
            SessionKind::Long => "long",
            SessionKind::Tempo => "tempo",
            SessionKind::Threshold => "threshold",
            SessionKind::Interval => "interval",
            SessionKind::Race => "race",
            SessionKind::Test => "test",
            SessionKind::Strength => "strength",
            SessionKind::Mobility => "mobility",
            SessionKind::Yoga => "yoga",
            SessionKind::Drills => "drills",
            SessionKind::Relaxation => "relaxation",
        }
    }

    /// The kind with this stable name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<SessionKind> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// A quality session: hard enough that two of them need 48 hours between.
    #[must_use]
    pub const fn is_quality(self) -> bool {
        matches!(
            self,
            SessionKind::Tempo | SessionKind::Threshold | SessionKind::Interval | SessionKind::Race | SessionKind::Test
        )
    }
}

/// One step of a session, targets relative to threshold so that a new threshold moves them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// How many times, at least 1.
    pub repeat: u32,
    /// Minutes of work each time.
    pub minutes: f64,
    /// Intensity as a share of threshold (1.0 = threshold).
    pub intensity: f64,
    /// Minutes of easy recovery after each time; 0 for none.
    pub rest_minutes: f64,
}

/// A session as planned.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Session {
    /// What it is for.
    pub kind: SessionKind,
    /// Sport.
    pub sport: Sport,
    /// Short title, such as "Threshold 3 x 10 min".
    pub title: String,
    /// Whole duration in minutes; 0 for rest.
    pub minutes: u32,
    /// Expected load, points (100 = one hour at threshold).
    pub load: f64,
    /// The profile: steps in order, flat; empty for free sessions. Where there is a workout, made from it.
    pub steps: Vec<Step>,
    /// The workout as written, with targets and nested repeats; on the wire and on disk its one line of text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub workout: Option<Workout>,
}

impl Session {
    /// The intensity factor that gives `load` in `minutes`: `sqrt(load / (100 h))`; `None` for no duration.
    #[must_use]
    pub fn intensity(&self) -> Option<f64> {
        (self.minutes > 0).then(|| (self.load / (100.0 * f64::from(self.minutes) / 60.0)).max(0.0).sqrt())
    }

    /// Minutes and intensity of every stretch in the order it is trained, repeats written out and recoveries between;
    /// a session without steps is one stretch, rest none.
    #[must_use]
    pub fn profile(&self) -> Vec<(f64, f64)> {
        if self.steps.is_empty() {
            return self.intensity().map(|intensity| (f64::from(self.minutes), intensity)).into_iter().collect();
        }
        let once = |step: &Step| Step { repeat: 1, ..step.clone() }.stretches();
        let all = self.steps.iter().flat_map(|step| once(step).repeat(step.repeat as usize));
        all.filter(|(minutes, _)| *minutes > 0.0).collect()
    }

    /// A session from a workout in one line: minutes, load and steps are the workout's. Distances and zones follow the
    /// thresholds, where they are known.
    #[must_use]
    pub fn of_workout(
        kind: SessionKind,
        sport: Sport,
        title: String,
        workout: Workout,
        settings: Option<&Settings>,
    ) -> Session {
        let steps = workout.steps(&Yardstick { kind, sport, settings });
        let minutes: f64 = steps.iter().map(Step::total).sum();
        let load = steps.iter().map(Step::load).sum();
        Session { kind, sport, title, minutes: minutes.round().max(1.0) as u32, load, steps, workout: Some(workout) }
    }

    /// The same session at a share of its duration (1.0 = unchanged): load in proportion, intensity kept.
    ///
    /// Repeats are scaled to whole numbers, at least one, and warm-up and cool-down take up the difference, so that the
    /// steps still add up to the minutes where they did before. A workout is scaled with its steps, and numbers of the
    /// title that name a step follow it.
    #[must_use]
    pub fn scaled(&self, share: f64) -> Session {
        scale::scaled(self, share)
    }
}

impl Step {
    /// Minutes of all repeats with their recoveries.
    #[must_use]
    pub fn total(&self) -> f64 {
        f64::from(self.repeat) * (self.minutes + self.rest_minutes)
    }

    /// Minutes and intensity of the work and of the recoveries, all repeats together. Recoveries are trained at 0.6 of
    /// threshold, and never harder than the work.
    #[must_use]
    pub fn stretches(&self) -> [(f64, f64); 2] {
        let repeat = f64::from(self.repeat);
        [(repeat * self.minutes, self.intensity), (repeat * self.rest_minutes, self.intensity.min(RECOVERY))]
    }

    /// Load, points: 100 times hours times intensity squared.
    #[must_use]
    pub fn load(&self) -> f64 {
        self.stretches().map(|(minutes, intensity)| 100.0 * minutes / 60.0 * intensity * intensity).iter().sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn intervals() -> Session {
        Session {
            kind: SessionKind::Interval,
            sport: Sport::Run,
            title: "Intervals 6 x 3 min".into(),
            minutes: 60,
            load: 81.0,
            steps: vec![
                Step { repeat: 1, minutes: 15.0, intensity: 0.65, rest_minutes: 0.0 },
                Step { repeat: 6, minutes: 3.0, intensity: 1.07, rest_minutes: 2.0 },
            ],
            workout: None,
        }
    }

    fn total(session: &Session) -> f64 {
        session.steps.iter().map(Step::total).sum()
    }

    #[test]
    fn intensity_is_the_factor_that_gives_the_load() {
        let intensity = intervals().intensity().expect("it has a duration");
        assert!((intensity - 0.9).abs() < 1e-12, "81 points in an hour are 0.9 of threshold");
        assert_eq!(Session { minutes: 0, load: 0.0, ..intervals() }.intensity(), None);
    }

    #[test]
    fn scaling_keeps_the_intensity_and_whole_repeats() {
        let half = intervals().scaled(0.5);
        assert_eq!((half.minutes, half.load), (30, 40.5));
        assert_eq!((half.steps[0].minutes, half.steps[1].repeat), (7.5, 3));
        assert!((half.intensity().expect("long enough") - 0.9).abs() < 1e-12);
        assert_eq!(intervals().scaled(1.0), intervals());
        assert_eq!(intervals().scaled(0.1).steps[1].repeat, 1, "at least one repeat stays");
    }

    #[test]
    fn a_scaled_title_says_what_the_steps_hold_and_the_steps_fill_the_minutes() {
        let threshold = Session {
            kind: SessionKind::Threshold,
            sport: Sport::Run,
            title: "Threshold 3 x 10 min".into(),
            minutes: 55,
            load: 70.0,
            steps: vec![
                Step { repeat: 1, minutes: 12.0, intensity: 0.65, rest_minutes: 0.0 },
                Step { repeat: 3, minutes: 10.0, intensity: 0.99, rest_minutes: 2.0 },
                Step { repeat: 1, minutes: 7.0, intensity: 0.6, rest_minutes: 0.0 },
            ],
            workout: None,
        };
        for (share, title) in [
            (0.7, "Threshold 2 x 10 min"),
            (1.5, "Threshold 5 x 10 min"),
            (0.3, "Threshold 1 x 10 min"),
            (1.0, "Threshold 3 x 10 min"),
        ] {
            let scaled = threshold.scaled(share);
            assert_eq!(scaled.title, title, "{share}: {scaled:?}");
            assert!((total(&scaled) - f64::from(scaled.minutes)).abs() < 1e-9, "{share}: {scaled:?}");
        }
        let shortest = threshold.scaled(0.1);
        assert!((total(&shortest) - f64::from(shortest.minutes)).abs() < 1e-9, "{shortest:?}");
    }

    #[test]
    fn a_workout_is_scaled_with_its_steps_in_whole_repeats() {
        let text = "15min @ 65%, 2x(4x4min @ 105% CP, r2min), r6min, 10min @ 60%";
        let session = |text: &str| {
            let workout = text.parse().expect("a workout");
            Session::of_workout(SessionKind::Interval, Sport::Run, "2 x (4 x 4 min)".into(), workout, None)
        };
        assert_eq!(session(text).minutes, 85);
        for (share, scaled) in [
            (1.0, text),
            (0.8, "5min @ 65%, 2x(4x4min @ 105% CP, r2min), r6min, 3min @ 60%"),
            (0.6, "12min30s @ 65%, 1x(4x4min @ 105% CP, r2min), r6min, 8min30s @ 60%"),
            (1.4, "17min30s @ 65%, 3x(4x4min @ 105% CP, r2min), r6min, 11min30s @ 60%"),
        ] {
            let made = session(text).scaled(share);
            let written = made.workout.as_ref().expect("the workout stays").to_string();
            assert_eq!(written, scaled);
            assert!((total(&made) - f64::from(made.minutes)).abs() < 1e-9, "{made:?}");
            for (step, anew) in made.steps.iter().zip(&session(&written).steps) {
                assert!((step.total() - anew.total()).abs() < 1e-9, "{share}: the steps are the workout's");
            }
        }
        assert_eq!(session(text).scaled(0.6).title, "1 x (4 x 4 min)");
        let strength = session("back squat 4x5 @ 80% 1RM, r3min").scaled(0.5);
        assert_eq!(strength.workout.map(|w| w.to_string()).as_deref(), Some("back squat 2x5 @ 80% 1RM, r3min"));
    }

    #[test]
    fn a_profile_is_what_is_trained_one_after_the_other() {
        let profile = intervals().profile();
        assert_eq!(profile.len(), 13, "a warm-up and six times work and recovery");
        assert_eq!(profile[..3], [(15.0, 0.65), (3.0, 1.07), (2.0, 0.6)]);
        let steady = Session { steps: Vec::new(), ..intervals() };
        assert_eq!(steady.profile().iter().map(|(minutes, _)| minutes).sum::<f64>(), 60.0);
    }

    #[test]
    fn scaling_by_nothing_or_nonsense_never_panics() {
        for share in [0.0, -1.0, f64::NAN] {
            let scaled = intervals().scaled(share);
            assert_eq!((scaled.minutes, scaled.load), (0, 0.0), "{share}");
        }
    }

    #[test]
    fn every_kind_has_its_own_name_and_races_are_quality() {
        for kind in SessionKind::ALL {
            assert_eq!(SessionKind::from_code(kind.code()), Some(kind));
        }
        assert!(SessionKind::Race.is_quality() && !SessionKind::Long.is_quality());
    }
}
