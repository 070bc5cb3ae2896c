//! The roster file and its triage table.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use domain::adherence::Adherence;
use domain::athlete::Athlete;
use domain::attention::Flag;
use domain::effective::Source;
use domain::id::{AthleteId, SquadId, TaskId};
pub use domain::plan::PlanStatus;
use domain::readiness::Readiness;
use domain::reading::Reading;
use domain::season::Race;
use domain::sport::Sport;
use domain::trend::TrendPoint;
use domain::triage::{SavedFilter, Standing};
use domain::week::Week;
use serde::{Deserialize, Serialize};

/// Which roster is open?
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RosterInfo {}

/// Open a roster file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenRoster {
    /// Path of a `*.trackside` file.
    pub path: String,
}

/// Make a new roster file; an existing file is never overwritten.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CreateRoster {
    /// Path of the new file; `.trackside` is added if missing.
    pub path: String,
}

/// Open the sample club: made and imported on first use, kept beside the user's own rosters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenSample {
    /// Task that reports progress.
    pub task: Option<TaskId>,
}

/// Cancel a task. Replies whether it was running.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CancelTask {
    /// Which.
    pub task: TaskId,
}

/// The newest lines of the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadJournal {
    /// At most this many.
    pub limit: u32,
}

/// The open roster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RosterView {
    /// Where the file is.
    pub path: String,
    /// File name without its ending.
    pub name: String,
    /// Athletes, the stand-in for unassigned files left out.
    pub athletes: u32,
    /// It is the sample club.
    pub sample: bool,
    /// It is this athlete's own file, which only reads but for what they say.
    #[serde(default)]
    pub own: Option<AthleteId>,
    /// Who signs what is written here.
    pub author: String,
    /// Today on this laptop.
    pub today: NaiveDate,
}

/// How many activities are in the open roster, each once. A call of its own: in a large club it takes as long to count
/// them as to show everybody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountActivities {}

/// The whole club: who needs attention, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Triage {
    /// As of which day; today if left out.
    pub on: Option<NaiveDate>,
}

/// The triage table, most urgent first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TriageView {
    /// As of which day.
    pub on: NaiveDate,
    /// One row an athlete.
    pub rows: Vec<TriageRow>,
    /// Activities waiting to be assigned to somebody.
    pub unassigned: u32,
    /// The stand-in that holds those activities, if there ever were any.
    pub holder: Option<AthleteId>,
    /// Every squad with its name.
    pub squads: Vec<(SquadId, String)>,
    /// Filters kept for this roster, by name.
    pub filters: Vec<SavedFilter>,
}

/// One athlete in the triage table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TriageRow {
    /// Who.
    pub athlete: Athlete,
    /// Why they need attention, most severe first.
    pub flags: Vec<Flag>,
    /// Readiness with its range and age.
    pub readiness: Reading<Readiness>,
    /// Fitness, fatigue and form today; `None` without any load.
    pub trend: Option<TrendPoint>,
    /// Load of the last 14 days, oldest first; `None` for unknown days.
    pub spark: Vec<Option<f64>>,
    /// Sum of load of the last 7 days.
    pub load_7d: f64,
    /// Mean weekly load of the 4 weeks before those.
    pub load_usual: Option<f64>,
    /// Start of the newest activity on the athlete's clock, and its sport.
    pub last_activity: Option<(NaiveDateTime, Sport)>,
    /// When the newest data of any kind came in.
    pub last_data: Option<DateTime<Utc>>,
    /// The next race.
    pub next_race: Option<Race>,
    /// The coming (or running) week's plan.
    pub plan_week: Week,
    /// How that plan stands.
    pub plan: PlanStatus,
    /// What the coach decided about this row, as it stands today.
    pub marks: Standing,
    /// What was done of what was planned in the last 14 days; `None` where nothing was planned.
    pub done: Option<DoneOfPlanned>,
    /// The next session that is planned and not done.
    pub next_session: Option<NextSession>,
    /// The newest note, private ones too.
    pub last_note: Option<LastNote>,
    /// Days since the newest data of any kind.
    pub data_age: Option<u32>,
    /// The last 7 days against a usual week.
    pub load_change: Option<LoadChange>,
}

/// Done of planned. Sessions of days on which the athlete could not train are not in it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct DoneOfPlanned {
    /// Sessions, counted.
    pub sessions: Adherence,
    /// Minutes planned in the sessions that count.
    pub planned_minutes: f64,
    /// Minutes done in their place.
    pub done_minutes: f64,
}

/// A session to come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextSession {
    /// Day.
    pub date: NaiveDate,
    /// Sport.
    pub sport: Sport,
    /// Its title.
    pub title: String,
    /// Whose it is.
    pub source: Source,
}

/// The newest note about an athlete.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastNote {
    /// Its beginning.
    pub text: String,
    /// When it was written.
    pub at: DateTime<Utc>,
    /// The athlete sees it.
    pub shared: bool,
}

/// Load of the last 7 days against that of a usual week.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct LoadChange {
    /// Points more (less: negative).
    pub points: f64,
    /// The same as a share of a usual week (0.1 is a tenth more); `None` where a usual week has no load.
    pub share: Option<f64>,
}
