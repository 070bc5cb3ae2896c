//! A training session: what to do, for how long, how hard, and the load it is expected to give.

use serde::{Deserialize, Serialize};

use crate::sport::Sport;

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
    /// Mobility, yoga, breathing.
    Mobility,
}

impl SessionKind {
    /// Every kind, in the order of menus.
    pub const ALL: [SessionKind; 11] = [
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
    /// Steps in order; empty for free sessions.
    pub steps: Vec<Step>,
}

impl Session {
    /// The intensity factor that gives `load` in `minutes`: `sqrt(load / (100 h))`; `None` for no duration.
    #[must_use]
    pub fn intensity(&self) -> Option<f64> {
        (self.minutes > 0).then(|| (self.load / (100.0 * f64::from(self.minutes) / 60.0)).max(0.0).sqrt())
    }

    /// The same session at a share of its duration (1.0 = unchanged): load in proportion, intensity kept.
    ///
    /// Repeats are scaled to whole numbers, at least one, and warm-up and cool-down take up the difference, so that the
    /// steps still add up to the minutes where they did before. Numbers of the title that name a step follow it.
    #[must_use]
    pub fn scaled(&self, share: f64) -> Session {
        let minutes = (f64::from(self.minutes) * share).round().max(0.0) as u32;
        let exact = if self.minutes == 0 { 0.0 } else { f64::from(minutes) / f64::from(self.minutes) };
        let mut steps: Vec<Step> = self.steps.iter().map(|step| step.scaled(exact)).collect();
        if (total(&self.steps) - f64::from(self.minutes)).abs() < 1.0 {
            fit(&mut steps, f64::from(minutes));
        }
        let title = retitled(&self.title, &self.steps, &steps);
        Session { minutes, load: self.load * exact, steps, title, ..self.clone() }
    }
}

/// Below this share of threshold a step is warm-up, cool-down or recovery.
const EASY: f64 = 0.8;

impl Step {
    fn scaled(&self, share: f64) -> Step {
        if self.repeat > 1 {
            Step { repeat: ((f64::from(self.repeat) * share).round() as u32).max(1), ..self.clone() }
        } else {
            Step { minutes: self.minutes * share, ..self.clone() }
        }
    }

    fn total(&self) -> f64 {
        f64::from(self.repeat) * (self.minutes + self.rest_minutes)
    }
}

fn total(steps: &[Step]) -> f64 {
    steps.iter().map(Step::total).sum()
}

/// Makes steps add up to the minutes: easy steps first, then fewer repeats, and last everything in proportion.
fn fit(steps: &mut [Step], minutes: f64) {
    loop {
        let easy: f64 = steps.iter().filter(|s| s.repeat == 1 && s.intensity < EASY).map(Step::total).sum();
        let wanted = minutes - (total(steps) - easy);
        if easy > 0.0 && wanted >= 0.0 {
            for step in steps.iter_mut().filter(|s| s.repeat == 1 && s.intensity < EASY) {
                step.minutes *= wanted / easy;
            }
            return;
        }
        match steps.iter_mut().filter(|s| s.repeat > 1).max_by_key(|s| s.repeat) {
            Some(step) if wanted < 0.0 => step.repeat -= 1,
            _ => break,
        }
    }
    let all = total(steps);
    if all > 0.0 {
        for step in steps {
            step.minutes *= minutes / all;
            step.rest_minutes *= minutes / all;
        }
    }
}

/// The title with the numbers of changed work steps: "3 x 10 min" with two repeats left is "2 x 10 min".
fn retitled(title: &str, before: &[Step], after: &[Step]) -> String {
    let mut words: Vec<String> = title.split(' ').map(str::to_owned).collect();
    let mut rename = |old: f64, new: f64| {
        let (old, new) = (old.round().to_string(), new.round().to_string());
        if let Some(word) = words.iter_mut().find(|word| **word == old) {
            *word = new;
        }
    };
    for (old, new) in before.iter().zip(after).filter(|(old, _)| old.intensity >= EASY) {
        if old.repeat != new.repeat {
            rename(f64::from(old.repeat), f64::from(new.repeat));
        } else if (old.minutes - new.minutes).abs() >= 0.5 {
            rename(old.minutes, new.minutes);
        }
    }
    words.join(" ")
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
        }
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
        };
        for (share, title) in [
            (0.7, "Threshold 2 x 10 min"),
            (1.5, "Threshold 5 x 10 min"),
            (0.3, "Threshold 1 x 10 min"),
            (1.0, "Threshold 3 x 10 min"),
        ] {
            let scaled = threshold.scaled(share);
            assert_eq!(scaled.title, title, "{share}: {scaled:?}");
            assert!((total(&scaled.steps) - f64::from(scaled.minutes)).abs() < 1e-9, "{share}: {scaled:?}");
        }
        let shortest = threshold.scaled(0.1);
        assert!((total(&shortest.steps) - f64::from(shortest.minutes)).abs() < 1e-9, "{shortest:?}");
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
