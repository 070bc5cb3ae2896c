//! Thresholds, results, predictions, zones, and the days on which an athlete's usual does not hold.

use chrono::NaiveDate;
use domain::id::{ActivityId, AthleteId, MarkId, RaceId, ResultId, SquadId};
use domain::mark::{Mark, MarkKind};
use domain::metric::Metric;
use domain::reason::Rule;
use domain::result::{Conditions, Effort, Outcome};
use domain::settings::Settings;
use domain::sport::Sport;
use domain::threshold::{Baseline, Prediction, ThresholdView};
use domain::tuning::{RuleSetting, Tunable};
use domain::unit::{Bpm, Meters, Seconds, Watts};
use domain::zones::Zones;
use serde::{Deserialize, Serialize};

/// Thresholds of an athlete: what is set, what their efforts say, and what is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShowThresholds {
    /// Who.
    pub athlete: AthleteId,
    /// As of which day; today if left out.
    pub on: Option<NaiveDate>,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ThresholdsView {
    /// Who.
    pub athlete: AthleteId,
    /// As of which day.
    pub on: NaiveDate,
    /// One for each threshold that can be estimated.
    pub thresholds: Vec<ThresholdView>,
    /// All settings, oldest first.
    pub history: Vec<Settings>,
    /// Zones that hold that day, by sport.
    pub zones: Vec<(Sport, Vec<Zones>)>,
    /// The baseline protocol.
    pub baseline: Baseline,
    /// Results, newest first, superseded and withdrawn ones left out.
    pub results: Vec<Outcome>,
}

/// Take an estimate over as a setting from a day on. The rest of the settings stays as it holds on that day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AcceptEstimate {
    /// Who.
    pub athlete: AthleteId,
    /// Which threshold.
    pub metric: Metric,
    /// The value, in the registry's unit.
    pub value: f64,
    /// First day it holds.
    pub from: NaiveDate,
    /// Why, in the coach's words.
    pub note: Option<String>,
}

/// Enter a race or a test; or correct an earlier one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AddResult {
    /// Who.
    pub athlete: AthleteId,
    /// Day.
    pub date: NaiveDate,
    /// Kind.
    pub effort: Effort,
    /// Sport.
    pub sport: Sport,
    /// Distance.
    pub distance: Option<Meters>,
    /// Time.
    pub time: Seconds,
    /// Mean power.
    pub power: Option<Watts>,
    /// Mean heart rate of the last 20 minutes.
    pub heart: Option<Bpm>,
    /// What the day was like.
    pub conditions: Conditions,
    /// The recording it is part of.
    pub activity: Option<ActivityId>,
    /// The race of the season it was.
    pub race: Option<RaceId>,
    /// Note.
    pub note: Option<String>,
    /// The result this one corrects.
    pub corrects: Option<ResultId>,
}

/// Take a result back. It stays in the journal and counts no more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WithdrawResult {
    /// Which.
    pub result: ResultId,
}

/// What a race may take.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PredictRace {
    /// Who.
    pub athlete: AthleteId,
    /// Distance.
    pub distance: Meters,
    /// Day; today if left out.
    pub date: Option<NaiveDate>,
    /// What the day will be like.
    pub conditions: Conditions,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PredictionView {
    /// `None` without a result to stand on.
    pub prediction: Option<Prediction>,
    /// Running a week over the last eight weeks, as used.
    pub weekly: Option<Meters>,
}

/// Even effort over a course, whose profile is that of an activity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PaceCourse {
    /// The activity that has the profile.
    pub activity: ActivityId,
    /// Time to aim at.
    pub time: Seconds,
    /// Length of a leg; 1 km if left out, at least 500 m.
    pub leg: Option<Meters>,
}

/// One leg.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PacedLeg {
    /// Where it ends, from the start.
    pub to: Meters,
    /// Mean slope, rise over run.
    pub slope: f64,
    /// Speed to hold, metres per second.
    pub speed: f64,
    /// Time from the start at its end.
    pub at: Seconds,
}

/// A stretch of days on which the athlete's usual does not hold.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AddMark {
    /// Who.
    pub athlete: AthleteId,
    /// Why.
    pub kind: MarkKind,
    /// First day.
    pub from: NaiveDate,
    /// Last day; open if left out.
    pub to: Option<NaiveDate>,
    /// Zones crossed (east positive) or metres above the sea.
    pub size: Option<f64>,
    /// Note.
    pub note: Option<String>,
    /// The mark this one replaces (to end an open one, for instance).
    pub replaces: Option<MarkId>,
}

/// Take a mark back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WithdrawMark {
    /// Which.
    pub mark: MarkId,
}

/// Marks of an athlete, newest first, those taken back left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListMarks {
    /// Who.
    pub athlete: AthleteId,
}

/// The athlete says yes, or no more, to marks of the cycle. A word of its own: a no hides nothing else. Nothing said is a no.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AllowCycle {
    /// Who.
    pub athlete: AthleteId,
    /// Yes or no.
    pub given: bool,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MarksView {
    /// Marks.
    pub marks: Vec<Mark>,
    /// Whether the athlete opted in to marks of the cycle.
    pub cycle: bool,
}

/// Which rules ask for attention in a squad, or in the whole club.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShowRules {
    /// Squad; the whole club if left out.
    pub squad: Option<SquadId>,
}

/// One rule.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RuleLine {
    /// What can be set.
    pub tunable: Tunable,
    /// What is set here; `None`: the program's (or the club's, for a squad).
    pub own: Option<RuleSetting>,
    /// What holds.
    pub holds: RuleSetting,
    /// Athletes it flags today.
    pub flagged: u32,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RulesView {
    /// Squads there are, with their names.
    pub squads: Vec<(SquadId, String)>,
    /// Every rule that can be set.
    pub rules: Vec<RuleLine>,
}

/// Set a rule for a squad or the whole club.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetRule {
    /// Squad; the whole club if left out.
    pub squad: Option<SquadId>,
    /// Which rule.
    pub rule: Rule,
    /// What holds; `None` goes back to the program's (or the club's).
    pub setting: Option<RuleSetting>,
}
