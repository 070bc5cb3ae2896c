//! The week: hard limits first, then a weekly target, then a template week scaled to it, with reasons as data.
//!
//! What belongs here: pure functions from what is known about one athlete to a proposal, and the numbers it is made of.
//! What never does: SQL, files, the clock, randomness, words for people. The same context always gives the same draft.
//!
//! The layers, their limits, sources and grades are described in `docs/planner.md`.

mod aim;
mod board;
mod confidence;
mod fill;
mod history;
mod limits;
mod pick;
mod race;

use chrono::NaiveDate;
use domain::availability::Availability;
use domain::effective::EffectiveSession;
use domain::id::SessionId;
use domain::library::Template;
use domain::plan::Confidence;
use domain::readiness::ReadinessDay;
use domain::reason::{Effect, Grade, Reason, Rule};
use domain::season::{Race, SeasonPhase};
use domain::session::Session;
use domain::settings::Settings;
use domain::sport::Sport;
use domain::trend::DayLoad;
use domain::week::Week;
use serde::Serialize;

/// Name and version of this engine, as kept with each proposal. A change of any rule raises the version.
pub const ENGINE: &str = "guardrails-template/1";

/// Everything the engine looks at. Nothing else decides: two equal contexts give two equal drafts.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Context {
    /// The week to fill.
    pub week: Week,
    /// Today on the athlete's clock. Days before it are left alone.
    pub today: NaiveDate,
    /// Full years of age, if the date of birth is known.
    pub age: Option<u32>,
    /// The athlete's main sport; the week's endurance sessions are of this sport.
    pub sport: Sport,
    /// Load of each day so far, any order; at least the last 28 days (42 or more are better for the ramp).
    pub days: Vec<DayLoad>,
    /// Activities of at least the last 30 days, any order, all sports.
    pub recent: Vec<Past>,
    /// The answers that hold for the week; `None` if nobody ever answered.
    pub availability: Option<Availability>,
    /// Races; those before today are ignored.
    pub races: Vec<Race>,
    /// Phases of the season.
    pub phases: Vec<SeasonPhase>,
    /// The newest day with something reported or measured. Older than 7 days is ignored.
    pub readiness: Option<ReadinessDay>,
    /// Thresholds of today.
    pub settings: Option<Settings>,
    /// Sessions of the week that must stay as they are (see [`domain::effective::pinned`]), removed ones included.
    pub pinned: Vec<EffectiveSession>,
    /// The session library; empty means the built-in one.
    pub templates: Vec<Template>,
}

/// An activity that was done.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Past {
    /// Athlete-local day it started.
    pub date: NaiveDate,
    /// Sport.
    pub sport: Sport,
    /// Minutes with the timer running.
    pub minutes: f64,
    /// Load, points, if known.
    pub load: Option<f64>,
    /// Hard enough that the next hard one needs distance.
    pub quality: bool,
}

/// One session of a draft.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DraftSession {
    /// Set when this is a session that stays: the caller keeps its own proposed session with this id exactly as it was
    /// (overrides are applied to that one again), and adds none for a session the coach added.
    pub pinned: Option<SessionId>,
    /// Day.
    pub date: NaiveDate,
    /// What.
    pub session: Session,
    /// Why, in the numbers that decided.
    pub reasons: Vec<Reason>,
}

/// A week as the engine would have it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Draft {
    /// Load the week aims at, points, races left out; `None` when the engine abstained.
    pub target_load: Option<f64>,
    /// Sessions by date: pinned ones, new ones, and a rest session for each open day without training.
    pub sessions: Vec<DraftSession>,
    /// Reasons for the week as a whole, in the order they were applied.
    pub reasons: Vec<Reason>,
    /// How sure, and what lowers it.
    pub confidence: Confidence,
    /// There was too little to go on: this is a cautious template week, and the coach decides.
    pub abstained: bool,
}

/// Proposes a week. Pure and total: any context gives a draft, and no session it places breaks a hard limit.
#[must_use]
pub fn propose(context: &Context) -> Draft {
    let limits = limits::Limits::of(context);
    let aim = aim::Aim::of(context, &limits);
    let board = board::Board::of(context, &limits, &aim);
    let filled = fill::fill(context, &limits, &aim, board);

    let mut reasons = limits.reasons(context);
    reasons.extend(aim.reasons);
    reasons.extend(filled.reasons);
    let mut sessions: Vec<DraftSession> = context
        .pinned
        .iter()
        .map(|kept| DraftSession {
            pinned: Some(kept.id),
            date: kept.date,
            session: kept.session.clone(),
            reasons: vec![if kept.date < context.today {
                Reason::new(Rule::Past, Effect::Kept, Grade::D).on(kept.date)
            } else {
                Reason::new(Rule::Pinned, Effect::Kept, Grade::D).on(kept.date).named(kept.session.title.clone())
            }],
        })
        .collect();
    sessions.extend(filled.sessions);
    sessions.sort_by(|a, b| {
        (a.date, a.pinned, a.session.kind, &a.session.title).cmp(&(b.date, b.pinned, b.session.kind, &b.session.title))
    });
    Draft {
        target_load: aim.target,
        sessions,
        reasons,
        confidence: confidence::confidence(context, aim.abstained),
        abstained: aim.abstained,
    }
}

/// blake3, as hex, of the context as canonical JSON (keys sorted, no spaces): equal digests mean equal inputs.
#[must_use]
pub fn digest(context: &Context) -> String {
    // Keys are all strings, so this cannot fail; a number that JSON cannot hold becomes null.
    let canonical = serde_json::to_value(context).map(|value| value.to_string()).unwrap_or_default();
    blake3::hash(canonical.as_bytes()).to_hex().to_string()
}
