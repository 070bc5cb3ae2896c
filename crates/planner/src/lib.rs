//! The week: hard limits first, then a weekly target, then the choice of sessions that comes nearest to it; reasons as data.
//!
//! What belongs here: pure functions from what is known about one athlete to a proposal, and the numbers it is made of.
//! What never does: SQL, files, the clock, randomness, words for people. The same context always gives the same draft.
//!
//! The layers, their limits, sources and grades are described in `docs/planner.md`.

mod abstain;
pub mod adapt;
mod aim;
pub mod check;
mod choose;
pub mod club;
mod confidence;
pub mod explain;
mod fixed;
pub mod habit;
mod history;
mod limits;
mod pick;
mod race;
mod returning;
mod say;

use chrono::NaiveDate;
use domain::availability::Room;
use domain::bounds::Bounds;
use domain::club::ClubBlock;
use domain::effective::EffectiveSession;
use domain::habit::HabitSeen;
use domain::id::{BlockId, SessionId};
use domain::library::Template;
use domain::mark::Mark;
use domain::plan::Confidence;
use domain::readiness::ReadinessDay;
use domain::reason::{Effect, Grade, Reason, Rule};
use domain::season::plan::SeasonPlan;
use domain::season::{Race, SeasonPhase};
use domain::session::Session;
use domain::settings::Settings;
use domain::sport::Sport;
use domain::trend::DayLoad;
use domain::week::Week;
use serde::{Deserialize, Serialize};

/// Name and version of this engine, as kept with each proposal. A change of any rule raises the version.
pub const ENGINE: &str = "guardrails-optimum/2";

/// Everything the engine looks at. Nothing else decides: two equal contexts give two equal drafts. It is kept with each
/// proposal, so that any of them can be made again later.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Context {
    /// The week to fill.
    pub week: Week,
    /// Today on the athlete's clock. Days before it are left alone.
    pub today: NaiveDate,
    /// Full years of age, if the date of birth is known.
    pub age: Option<u32>,
    /// The athlete's endurance sports with their share of the usual minutes, the main one first; at least one.
    pub sports: Vec<SportShare>,
    /// Load of each day so far, any order; at least the last 28 days (42 or more are better for the ramp).
    pub days: Vec<DayLoad>,
    /// Activities of at least the last 60 days, any order, all sports.
    pub recent: Vec<Past>,
    /// The time of each day of the week, Monday first.
    pub rooms: [Room; 7],
    /// Races; those before today are ignored.
    pub races: Vec<Race>,
    /// Phases of the season, as set by hand.
    pub phases: Vec<SeasonPhase>,
    /// The season that covers the week, if one is planned. It goes before phases set by hand.
    pub season: Option<SeasonPlan>,
    /// Fixed things of the club in this week.
    pub blocks: Vec<ClubBlock>,
    /// The newest day with something reported or measured. Older than 7 days is ignored.
    pub readiness: Option<ReadinessDay>,
    /// Newest day reported ill or with fever, and newest day reported injured or with pain from 4 on, within 60 days.
    pub health: Health,
    /// Stretches in which the usual does not hold (travel, altitude), those that count.
    pub marks: Vec<Mark>,
    /// Thresholds of today.
    pub settings: Option<Settings>,
    /// The biggest change of a threshold within 28 days, as a share (0.1 is 10 %), and days since.
    pub threshold_moved: Option<(f64, i64)>,
    /// The coach's limits, scopes already joined.
    pub bounds: Bounds,
    /// Sessions of the week that must stay as they are (see [`domain::effective::pinned`]), removed ones included.
    pub pinned: Vec<EffectiveSession>,
    /// The week as it was planned before, pinned sessions left out; empty for a first draft or a fresh one.
    pub standing: Vec<Standing>,
    /// The coach's habits that are switched on and frequent enough.
    pub habits: Vec<HabitSeen>,
    /// A learned correction, where one is switched on and has been validated.
    pub correction: Option<Correction>,
    /// The coach's own templates; the built-in library is always there beside them.
    pub templates: Vec<Template>,
}

impl Context {
    /// The main sport.
    #[must_use]
    pub fn sport(&self) -> Sport {
        self.sports.first().map_or(Sport::Run, |main| main.sport)
    }

    /// The time of a date of the week; nothing known for other dates.
    #[must_use]
    pub fn room(&self, date: NaiveDate) -> Room {
        let index = usize::try_from((date - self.week.monday()).num_days()).ok();
        index.and_then(|index| self.rooms.get(index)).cloned().unwrap_or_default()
    }
}

/// A sport with its share of an athlete's usual minutes.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct SportShare {
    /// Sport.
    pub sport: Sport,
    /// 0 to 1.
    pub share: f64,
}

/// A session as planned before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Standing {
    /// Day.
    pub date: NaiveDate,
    /// What.
    pub session: Session,
}

/// What was reported about health lately, as far as it outlasts one morning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Health {
    /// Newest day reported ill or with fever.
    pub ill: Option<NaiveDate>,
    /// First day of that illness: reports at most three days apart belong together.
    pub ill_since: Option<NaiveDate>,
    /// Newest day reported injured, or with pain of 4 or more.
    pub hurt: Option<NaiveDate>,
    /// First day of that.
    pub hurt_since: Option<NaiveDate>,
}

/// A learned correction of the week's target. Whatever it says, it moves the target by at most [`Correction::BOUND`], and
/// never over a hard limit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Correction {
    /// The model and its version.
    pub model: String,
    /// What the target is multiplied with.
    pub share: f64,
}

impl Correction {
    /// The most a correction may move the target, either way.
    pub const BOUND: f64 = 0.10;

    /// The share within the bound; 1 when it is no number.
    #[must_use]
    pub fn bounded(&self) -> f64 {
        if self.share.is_finite() { self.share.clamp(1.0 - Self::BOUND, 1.0 + Self::BOUND) } else { 1.0 }
    }
}

/// An activity that was done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DraftSession {
    /// Set when this is a session that stays: the caller keeps its own proposed session with this id exactly as it was
    /// (overrides are applied to that one again), and adds none for a session the coach added.
    pub pinned: Option<SessionId>,
    /// Set when it stands for a block of the club.
    pub block: Option<BlockId>,
    /// Day.
    pub date: NaiveDate,
    /// What.
    pub session: Session,
    /// Why, in the numbers that decided.
    pub reasons: Vec<Reason>,
}

/// A week as the engine would have it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
    let fixed = fixed::Fixed::of(context, &limits, &aim);
    let problem = choose::Problem::of(context, &limits, &aim, &fixed);
    let choice = problem.choose();
    let said = say::say(context, &limits, &aim, &fixed, &problem, &choice);

    let mut reasons = say::of_week(context, &limits);
    reasons.extend(aim.reasons.iter().cloned());
    reasons.extend(said.reasons);
    let mut sessions: Vec<DraftSession> = context
        .pinned
        .iter()
        .map(|kept| DraftSession {
            pinned: Some(kept.id),
            block: None,
            date: kept.date,
            session: kept.session.clone(),
            reasons: vec![if kept.date < context.today {
                Reason::new(Rule::Past, Effect::Kept, Grade::D).on(kept.date)
            } else {
                Reason::new(Rule::Pinned, Effect::Kept, Grade::D).on(kept.date).named(kept.session.title.clone())
            }],
        })
        .collect();
    sessions.extend(said.sessions);
    sessions.extend(fixed.placed);
    sessions.sort_by(|a, b| {
        (a.date, a.pinned, a.session.kind, &a.session.title).cmp(&(b.date, b.pinned, b.session.kind, &b.session.title))
    });
    Draft {
        target_load: aim.target,
        sessions,
        reasons,
        confidence: confidence::confidence(context, &aim),
        abstained: aim.abstained,
    }
}

/// The context as canonical JSON: keys sorted, no spaces. This is what is kept with a proposal.
#[must_use]
pub fn canonical(context: &Context) -> String {
    // Keys are all strings, so this cannot fail; a number that JSON cannot hold becomes null.
    serde_json::to_value(context).map(|value| value.to_string()).unwrap_or_default()
}

/// blake3, as hex, of [`canonical`]: equal digests mean equal inputs.
#[must_use]
pub fn digest(context: &Context) -> String {
    blake3::hash(canonical(context).as_bytes()).to_hex().to_string()
}
