//! One athlete: page, settings, availability, races, wellness by hand.

use chrono::NaiveDate;
use domain::annotation::Annotation;
use domain::athlete::{Athlete, Device, Squad};
use domain::attention::Flag;
use domain::availability::{Availability, Exception};
use domain::id::{AthleteId, SessionId};
use domain::readiness::ReadinessDay;
use domain::season::{PhaseKind, Priority, Race, SeasonPhase};
use domain::session::Session;
use domain::settings::Settings;
use domain::sport::Sport;
use domain::trend::TrendPoint;
use domain::unit::{Meters, Sex};
use domain::wellness::WellnessValue;
use serde::{Deserialize, Serialize};

/// Add an athlete.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AddAthlete {
    /// Name.
    pub name: String,
    /// Sex, if known.
    pub sex: Option<Sex>,
    /// Date of birth, if known.
    pub born: Option<NaiveDate>,
    /// IANA zone; the laptop's own if left out.
    pub zone: Option<String>,
    /// Squad by name; made if new.
    pub squad: Option<String>,
}

/// Through whose eyes a person looks. What only the coach may read is left out by the host, never by a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Eyes {
    /// Everything.
    #[default]
    Coach,
    /// Shared notes only, no list of reasons for attention, nothing that somebody wrote for the coach alone.
    Athlete,
}

/// Everything the top of an athlete's page shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AthletePage {
    /// Who.
    pub athlete: AthleteId,
    /// As of which day; today if left out.
    pub on: Option<NaiveDate>,
    /// Through whose eyes.
    #[serde(default)]
    pub eyes: Eyes,
}

/// A session that stands in today's plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlannedToday {
    /// Which.
    pub id: SessionId,
    /// What.
    pub session: Session,
    /// Whether an activity was matched to it.
    pub done: bool,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AthleteView {
    /// Who.
    pub athlete: Athlete,
    /// Squad.
    pub squad: Option<Squad>,
    /// As of which day.
    pub on: NaiveDate,
    /// Why they need attention.
    pub flags: Vec<Flag>,
    /// Today's readiness with contributors.
    pub readiness: ReadinessDay,
    /// Today's fitness, fatigue, form.
    pub trend: Option<TrendPoint>,
    /// All settings, oldest first.
    pub settings: Vec<Settings>,
    /// All availability answers, oldest first.
    pub availability: Vec<Availability>,
    /// Dated exceptions that count and are not over, by first day.
    pub exceptions: Vec<Exception>,
    /// Races, by date.
    pub races: Vec<Race>,
    /// Phases, by date.
    pub phases: Vec<SeasonPhase>,
    /// Devices.
    pub devices: Vec<Device>,
    /// Notes, newest first, superseded ones left out; for the athlete those that are shared.
    pub notes: Vec<Annotation>,
    /// What the plan holds for the day; `None` while the week has no plan.
    #[serde(default)]
    pub planned: Option<Vec<PlannedToday>>,
}

/// Settings that hold from a day on. Earlier ones stay.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AddSettings {
    /// Who.
    pub athlete: AthleteId,
    /// What, from when.
    pub settings: Settings,
}

/// Minutes per weekday from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetAvailability {
    /// Who.
    pub athlete: AthleteId,
    /// What, from when.
    pub availability: Availability,
}

/// Add a race.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AddRace {
    /// Who.
    pub athlete: AthleteId,
    /// Name.
    pub name: String,
    /// Day.
    pub date: NaiveDate,
    /// Sport.
    pub sport: Sport,
    /// Distance.
    pub distance: Option<Meters>,
    /// How much it matters.
    pub priority: Priority,
}

/// Add a phase of the season.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddPhase {
    /// Who.
    pub athlete: AthleteId,
    /// What kind.
    pub kind: PhaseKind,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
}

/// Wellness entered by hand. Replies how many values were kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AddWellness {
    /// Who.
    pub athlete: AthleteId,
    /// Values.
    pub values: Vec<WellnessValue>,
}
