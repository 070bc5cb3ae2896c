//! The session library, and workouts in one line.

use domain::id::AthleteId;
use domain::library::Template;
use domain::session::{Session, SessionKind};
use domain::sport::Sport;
use serde::{Deserialize, Serialize};

/// Add a session to the library, from one line of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddTemplate {
    /// Title.
    pub title: String,
    /// What it is for.
    pub kind: SessionKind,
    /// Sport.
    pub sport: Sport,
    /// The workout.
    pub text: String,
    /// For one athlete only.
    pub athlete: Option<AthleteId>,
}

/// Take an own session out of the library. Replies whether it was there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WithdrawTemplate {
    /// Its stable name.
    pub template: String,
}

/// Read a workout in one line for an athlete (distances and targets follow the thresholds of today).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadWorkout {
    /// The line.
    pub text: String,
    /// Title of the session.
    pub title: String,
    /// What it is for.
    pub kind: SessionKind,
    /// Sport.
    pub sport: Sport,
    /// For whom; without, distances follow the sport's usual speeds.
    pub athlete: Option<AthleteId>,
}

/// What it says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WorkoutView {
    /// The session.
    pub session: Session,
    /// The line as it is printed back.
    pub text: String,
    /// Expected felt effort of the session, 0 to 10.
    pub rpe: Option<f64>,
    /// Minutes in each zone of the three-zone scheme.
    pub zones: [f64; 3],
    /// Each step in words with its target in the athlete's own numbers (`4 min at 252 W`), where thresholds are set.
    pub lines: Vec<String>,
}

/// A library entry as listed: templates with whether they are one's own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LibraryLine {
    /// The template.
    pub template: Template,
    /// The coach's own.
    pub own: bool,
    /// For one athlete only.
    pub athlete: Option<AthleteId>,
    /// Expected load at the shortest duration, points.
    pub load: f64,
    /// Expected felt effort, 0 to 10.
    pub rpe: Option<f64>,
}

/// The whole library.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShowLibrary {
    /// With those made for this athlete.
    pub athlete: Option<AthleteId>,
}
