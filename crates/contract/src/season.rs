//! The season screen: macro-, meso- and microcycles with races, and where fitness can go.

use domain::id::{AthleteId, PhaseId, RaceId, SeasonId};
use domain::season::path::Reach;
use domain::season::plan::{Goal, SeasonPlan, SeasonWeek};
use domain::season::{PhaseKind, Race, SeasonPhase};
use domain::week::Week;
use serde::{Deserialize, Serialize};

/// Season templates to begin from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListSeasonTemplates {}

/// Show an athlete's season.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShowSeason {
    /// Who.
    pub athlete: AthleteId,
    /// First week shown.
    pub from: Week,
    /// Weeks shown, 4 to 60.
    pub weeks: u32,
}

/// The season.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SeasonView {
    /// Seasons that count and touch the weeks shown, the one that holds last.
    pub seasons: Vec<SeasonPlan>,
    /// Phases set by hand.
    pub phases: Vec<SeasonPhase>,
    /// Races in the weeks shown.
    pub races: Vec<Race>,
    /// One line a week.
    pub weeks: Vec<SeasonLine>,
    /// Whether the goal of the season that holds can be reached within the limits, and if not what can.
    pub reach: Option<Reach>,
    /// The weeks' shares that would bring that season to its goal, or as near as the limits allow; as long as its weeks.
    /// Weeks that are over stay as they are. `None` without a goal ahead, or where nobody knows the fitness it starts from.
    pub toward: Option<Vec<f64>>,
    /// Mean weekly load of the four weeks before this one, points: what a season takes as its base. `None` if unknown.
    pub usual: Option<f64>,
}

/// One week of the season.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SeasonLine {
    /// Which week.
    pub week: Week,
    /// Phase, from the season or set by hand.
    pub phase: Option<PhaseKind>,
    /// The season's line with its number, where one covers the week.
    pub line: Option<(u32, SeasonWeek)>,
    /// Load planned by the season, points.
    pub target: Option<f64>,
    /// The most the limits leave in the week, points, where that is less than planned.
    pub limit: Option<f64>,
    /// Load as drafted, points.
    pub drafted: Option<f64>,
    /// Load done, points; for weeks that began.
    pub done: Option<f64>,
    /// Fitness (CTL) at the end of the week: measured, or expected if the season is trained.
    pub fitness: Option<f64>,
    /// Whether that fitness was measured.
    pub measured: bool,
    /// The lowest and highest fitness that the limits leave reachable by then; for weeks ahead.
    pub band: Option<(f64, f64)>,
    /// Days of the week on which the athlete cannot train.
    pub unavailable: u32,
}

/// Plan a season, or a new version of one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetSeason {
    /// Who.
    pub athlete: AthleteId,
    /// Name.
    pub name: String,
    /// Template it began from.
    pub template: Option<String>,
    /// First week.
    pub start: Week,
    /// Load of the base week; the mean of the last four weeks if left out.
    pub base: Option<f64>,
    /// What it leads to.
    pub goal: Goal,
    /// The weeks, 1 to 60.
    pub weeks: Vec<SeasonWeek>,
    /// The version this one replaces.
    pub supersedes: Option<SeasonId>,
}

/// Copy a season to other athletes, each with a first week of their own. Loads follow each athlete's own base.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CopySeason {
    /// Whose.
    pub athlete: AthleteId,
    /// Which.
    pub season: SeasonId,
    /// To whom, from when.
    pub to: Vec<(AthleteId, Week)>,
}

/// What became of a copy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CopyLine {
    /// Who.
    pub athlete: AthleteId,
    /// Name.
    pub name: String,
    /// The copy; `None` where one stands already in those weeks.
    pub season: Option<SeasonId>,
    /// The season that stands there and was left alone.
    pub in_the_way: Option<String>,
}

/// Take a season back. Replies whether it counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WithdrawSeason {
    /// Who.
    pub athlete: AthleteId,
    /// Which.
    pub season: SeasonId,
}

/// Take a race back. Replies whether it stood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WithdrawRace {
    /// Who.
    pub athlete: AthleteId,
    /// Which.
    pub race: RaceId,
}

/// Take a phase set by hand back. Replies whether it stood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WithdrawPhase {
    /// Who.
    pub athlete: AthleteId,
    /// Which.
    pub phase: PhaseId,
}
