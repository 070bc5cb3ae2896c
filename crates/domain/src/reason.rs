//! Reasons as data. The engine that decides emits the rule, its inputs, the limit and the effect in the same pass;
//! words are rendered from that data (see [`crate::words`]) and hold no number that is not here.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Every rule the planner, the override check and the attention list can name.
/// The words file has one sentence for each: `reason-<code>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    // Hard limits
    /// The day's minutes (facts: `minutes`; limit: `available`).
    AvailableMinutes,
    /// No minutes that day.
    NoTimeThatDay,
    /// Reported ill: no training until well (facts: `days`).
    IllnessHold,
    /// Pain at or above the limit: no quality, no long session (facts: `pain`; limit).
    PainHold,
    /// One session not longer than 1.10 times the longest of the last 30 days (facts: `longest`, `minutes`; limit).
    SingleSessionSpike,
    /// 48 hours (72 for masters) between quality sessions (facts: `hours`; limit).
    QualitySpacing,
    /// At least one rest day in seven.
    RestDay,
    /// At most this many quality sessions a week (facts: `quality`; limit).
    QualityCount,
    /// Under 14 or 16 years: fewer quality sessions and the coach's approval (facts: `age`; limit).
    Youth,
    /// The coach locked or edited this session; the plan is built around it.
    Pinned,
    /// The day has passed.
    Past,
    /// The coach's medical hold: no training until it is lifted (facts: `days`).
    MedicalHold,
    /// The coach's limit for a day (facts: `minutes`; limit).
    DayBound,
    /// The coach's limit for a week, or hours for the age (facts: `asked`; limit; name: `minutes` or `load`).
    WeekBound,
    /// A dated exception gives the day's minutes (facts: `minutes`; name: its kind's code).
    DatedException,
    /// Only some sports are possible that day (name: the sport left out, its code).
    SportThatDay,
    /// A fixed thing of the club stands there (facts: `minutes`; name).
    ClubBlock,
    /// Coming back after an illness, step by step (facts: `stage`, `minutes`, `intensity`; date: well since).
    ReturnStage,
    /// Coming back after days off: less than before (facts: `days`, `share`).
    ReturnVolume,
    /// After crossing time zones no quality for some days (facts: `zones`, `days`).
    TravelQuality,
    /// No quality on the day after a long session.
    DayAfterLong,
    /// The week was approved: nothing in it is proposed anew.
    Approved,
    /// Limits that cannot hold together (facts: `asked`; limit; name: the code of the rule that gave way).
    LimitsCollide,
    // Weekly target
    /// Load aimed at: mean of the last four weeks times the phase's share (facts: `base`, `share`, `target`).
    WeeklyTarget,
    /// The season's line for the week (facts: `week`, `base`, `share`; name: the phase's code).
    SeasonWeek,
    /// The season's goal asks for more or less than its weeks would (facts: `asked`, `target`; limit).
    GoalPath,
    /// A learned correction moved the target (facts: `share`; limit: its bound).
    LearnedCorrection,
    /// Ramp limited (facts: `asked`, `limit`, `last`).
    RampLimit,
    /// Recovery week after weeks of rising load (facts: `weeks`, `share`).
    RecoveryWeek,
    /// Phase of the season sets the share (facts: `share`, `week`).
    Phase,
    /// Taper before a race (facts: `days`, `share`).
    Taper,
    /// Readiness lowered the target (facts: `readiness`, `low`, `high`, `share`).
    ReadinessLowered,
    /// The minutes available hold less than the target (facts: `target`, `reached`).
    TimeLimitsTarget,
    // Choice of sessions
    /// Race day.
    RaceDay,
    /// Short opener some days before a race (facts: `days`).
    Opener,
    /// The long session of the week, on the day with most time (facts: `minutes`, `share`).
    LongSession,
    /// Quality session of this phase (facts: `minutes`, `intensity`).
    QualityOfPhase,
    /// Easy session that fills the week to its target (facts: `minutes`).
    EasyFill,
    /// Rest because the week's sessions are placed.
    RestByPlan,
    /// Strength session beside the endurance ones.
    StrengthBeside,
    /// A test, because the season (or an old threshold) asks for one.
    TestOfWeek,
    /// The sport's share of the week (facts: `share`, `usual`; name: the sport's code).
    SportShare,
    /// The exact choice could not be made: a plain one, which keeps every limit, took its place.
    PlainChoice,
    /// Kept as in the plan before: the least change (facts: `changed`; limit).
    LeastChange,
    /// This coach usually does so (facts: `times`, `of`; name: the habit's code).
    Preference,
    // What lowers confidence, and why it abstains
    /// Too little history (facts: `days`; limit).
    LittleHistory,
    /// Nobody answered for the minutes of some days; the default was used (facts: `days`, `minutes`).
    AvailabilityUnknown,
    /// No threshold: expected load is a guess.
    NoThreshold,
    /// A threshold is old (facts: `days`; limit).
    OldThreshold,
    /// Readiness is unknown (facts: `coverage`; limit).
    ReadinessUnknown,
    /// No race or goal is set.
    NoGoal,
    /// Days without any data lately (facts: `days`).
    SilentDays,
    /// A threshold changed a lot lately (facts: `share`, `days`; limit).
    ThresholdMoved,
    /// Back from an injury for a short time only (facts: `days`; limit).
    ReturnFromInjury,
    /// High above the sea or across time zones for a short time only (facts: `days`; limit; name: the mark's code).
    NewPlace,
    /// Readiness is low while the season asks for quality (facts: `readiness`, `quality`).
    SignalsContradict,
    /// The week would be outside of what this athlete ever did (facts: `target`, `highest`).
    OutOfRange,
    // The rest of a running week
    /// Readiness of today is below the athlete's own usual (facts: `readiness`, `low`, `high`; limit).
    LowToday,
    /// Done so far against what was planned so far (facts: `done`, `planned`, `share`).
    DoneSoFar,
    /// What was missed is not made up for (facts: `missed`).
    NotMadeUp,
    /// Changes of this week so far (facts: `changes`; limit).
    ChangesUsed,
    /// Room and readiness for a little more (facts: `minutes`, `readiness`).
    RoomForMore,
    /// Two sessions that came too close (facts: `hours`; limit).
    TooClose,
    // Before approving
    /// The week differs much from the usual one (facts: `planned`, `usual`, `share`; limit).
    BigChange,
    /// Confidence is low (facts: `confidence`; limit).
    LowConfidence,
    /// The coach insisted on changes that break limits (facts: `count`).
    InsistedOn,
    // Attention
    /// No file for days (facts: `days`).
    NoRecentData,
    /// Readiness below the athlete's own usual (facts: `readiness`, `low`, `high`).
    LowReadiness,
    /// Fitness rises faster than the caution line (facts: `ramp`; limit).
    FastRamp,
    /// Form is far below (facts: `form`; limit).
    DeepFatigue,
    /// The last session was much longer than any in 30 days (facts: `minutes`, `longest`).
    RecentSpike,
    /// Reported ill today or lately (facts: `days`).
    ReportedIll,
    /// Reported pain (facts: `pain`).
    ReportedPain,
    /// Resting heart rate above the athlete's own band (facts: `mean`, `baseline`, `limit`).
    RestingHrHigh,
    /// HRV outside the athlete's own band over seven days (facts: `mean`, `low`, `high`; name: `below` or `above`).
    HrvOutOfBand,
    /// HRV of one day below the limit of the last ten, or falling for two days (facts: `today`, `limit`).
    HrvSingleDay,
    /// This week's load against the four-week average (facts: `week`, `usual`, `share`; limit).
    LoadJump,
    /// Days much alike (facts: `monotony`; limit).
    HighMonotony,
    /// Sleep missed in seven nights (facts: `debt`, `nights`; limit).
    SleepDebt,
    /// The balance between the legs moved away from the athlete's own (facts: `now`, `usual`, `sd`; limit).
    AsymmetryChange,
    /// Wellness answers well below the athlete's own (facts: `z`; limit; name: the item's code).
    WellnessLow,
    /// A better threshold is offered (facts: `value`, `current`; name: the metric's code).
    ThresholdOffered,
    /// Loads from a source that is not the athlete's usual one, without a known scale (facts: `sessions`).
    SourceSwitched,
    /// A race is near (facts: `days`).
    RaceSoon,
    /// Files wait to be assigned to somebody (facts: `files`).
    Unassigned,
}

/// What a reason did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// Chose this session.
    Chose,
    /// Set a number.
    Set,
    /// Lowered a number or shortened a session.
    Lowered,
    /// Took a session away or kept a day free.
    Removed,
    /// Left something as it was.
    Kept,
    /// Lowered confidence.
    Doubted,
    /// Asks for attention.
    Flagged,
    /// Refused a change.
    Refused,
}

/// How well the rule is supported, after SCIENCE's grades: A trials agree, B large observational, C weak or mixed,
/// D coach consensus or design of this program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Grade {
    /// Several trials agree.
    A,
    /// Large observational studies.
    B,
    /// Weak or mixed.
    C,
    /// Coaches' consensus, or a design of this program.
    D,
}

/// One reason.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reason {
    /// Which rule.
    pub rule: Rule,
    /// Its inputs by name, unrounded.
    pub facts: BTreeMap<String, f64>,
    /// The limit it compared with, if any.
    pub limit: Option<f64>,
    /// The day it speaks of, if one.
    pub date: Option<NaiveDate>,
    /// A name it speaks of (a race, a phase code, a session), if any.
    pub name: Option<String>,
    /// What it did.
    pub effect: Effect,
    /// How well supported.
    pub grade: Grade,
}

impl Reason {
    /// A reason without facts yet; add them with [`Reason::fact`].
    #[must_use]
    pub const fn new(rule: Rule, effect: Effect, grade: Grade) -> Reason {
        Reason { rule, facts: BTreeMap::new(), limit: None, date: None, name: None, effect, grade }
    }

    /// The same with one more fact.
    #[must_use]
    pub fn fact(mut self, name: &str, value: f64) -> Reason {
        self.facts.insert(name.to_owned(), value);
        self
    }

    /// The same with the limit it compared with.
    #[must_use]
    pub const fn limit(mut self, limit: f64) -> Reason {
        self.limit = Some(limit);
        self
    }

    /// The same about a day.
    #[must_use]
    pub const fn on(mut self, date: NaiveDate) -> Reason {
        self.date = Some(date);
        self
    }

    /// The same about something with a name.
    #[must_use]
    pub fn named(mut self, name: impl Into<String>) -> Reason {
        self.name = Some(name.into());
        self
    }
}
