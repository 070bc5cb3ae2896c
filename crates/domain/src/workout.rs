//! The workout of a session in one line of text: steps with targets relative to threshold, nested repeats, sets and reps.
//!
//! `15min @ 65%, 3x10min @ 95-100% FTP, r3min "spin easy", 10min @ 60%`
//!
//! A recovery that stands right after a repeat is taken after every time of it, the last included, as coaches write it:
//! `3x10min, r3min` is three times ten and three minutes, and `2x(4x4min, r2min), r6min` has two minutes in the sets and
//! six after each set. A second recovery, and one after anything else, stands for itself. After sets of an exercise a
//! plain time of recovery is the rest between them. [`grammar`] has the whole notation; what is printed reads back the
//! same ([`mod@print`]).

pub mod grammar;
pub mod print;
pub mod profile;
pub(crate) mod reshape;
pub mod told;

use serde::{Deserialize, Serialize};

pub use grammar::Expected;
pub use profile::Yardstick;

/// A workout. On the wire and on disk it is its text, which reads back the same.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Workout {
    /// Parts in order; at least one.
    pub parts: Vec<Part>,
}

/// One part of a workout.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// One step.
    Step(WorkStep),
    /// Parts done several times: `4x(…)`.
    Repeat {
        /// How many times, at least 1.
        times: u32,
        /// What is repeated; at least one part.
        parts: Vec<Part>,
    },
    /// Sets of one exercise: `back squat 3x5 @ 80% 1RM, r3min`.
    Sets(Sets),
}

/// One step.
#[derive(Debug, Clone, PartialEq)]
pub struct WorkStep {
    /// How long.
    pub length: Length,
    /// How hard.
    pub target: Target,
    /// A recovery: written `r2min`.
    pub recovery: bool,
    /// What to mind, without quotes: `"high cadence"`.
    pub cue: Option<String>,
}

/// How long a step is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Length {
    /// Whole seconds.
    Time(f64),
    /// Whole metres.
    Distance(f64),
}

/// How hard a step is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Target {
    /// As easy as feels good; a recovery without a target is this.
    Free,
    /// A share of a threshold, low to high (equal for one number), in thousandths; 1.0 is the threshold.
    Share {
        /// Low end.
        low: f64,
        /// High end.
        high: f64,
        /// Of what.
        of: Reference,
    },
    /// A zone of the sport's usual scheme, from 1.
    Zone(u8),
    /// Felt effort, 0 to 10, in tenths.
    Rpe(f64),
}

/// What a share is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reference {
    /// The sport's own threshold: written as a bare `%`.
    Threshold,
    /// FTP.
    Ftp,
    /// Critical power.
    Cp,
    /// Critical speed.
    Cs,
    /// Threshold pace.
    ThresholdPace,
    /// Critical swim speed.
    Css,
    /// Heart rate at lactate threshold.
    Lthr,
    /// Highest heart rate.
    HrMax,
}

/// Sets of one exercise.
#[derive(Debug, Clone, PartialEq)]
pub struct Sets {
    /// Name of the exercise.
    pub exercise: String,
    /// Sets, at least 1.
    pub sets: u32,
    /// Repetitions, at least 1; or seconds held.
    pub reps: Reps,
    /// How heavy.
    pub load: Weight,
    /// Seconds between sets.
    pub rest: Option<f64>,
}

/// Repetitions of a set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Reps {
    /// So many times.
    Count(u32),
    /// Held so long, seconds.
    Hold(f64),
}

/// How heavy a set is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Weight {
    /// Body weight, or as the athlete likes.
    Free,
    /// Kilograms.
    Kg(f64),
    /// Share of the one-repetition maximum.
    OneRm(f64),
    /// Mean velocity of the bar, m/s: as heavy as still moves that fast.
    Velocity(f64),
    /// Repetitions left in reserve.
    Reserve(f64),
}

/// A text is not a workout.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a workout from character {at} on: expected {}", expected.code())]
pub struct NotAWorkout {
    /// Where reading stopped, characters from 0.
    pub at: usize,
    /// What would have been fine there.
    pub expected: Expected,
}

impl std::str::FromStr for Workout {
    type Err = NotAWorkout;

    fn from_str(text: &str) -> Result<Workout, NotAWorkout> {
        grammar::read(text)
    }
}

impl TryFrom<String> for Workout {
    type Error = NotAWorkout;
    fn try_from(text: String) -> Result<Workout, NotAWorkout> {
        text.parse()
    }
}

impl From<Workout> for String {
    fn from(workout: Workout) -> String {
        workout.to_string()
    }
}
