//! The plan board: the whole club (or a squad) day by day, and what can be done for many athletes at once.

use chrono::NaiveDate;
use domain::availability::Room;
use domain::effective::{EffectiveWeek, Source, active};
use domain::id::{AthleteId, SessionId, SquadId, TaskId};
pub use domain::insight::Insight;
use domain::plan::PlanWeek;
use domain::readiness::Readiness;
use domain::reading::Reading;
use domain::reason::Reason;
use domain::season::Race;
use domain::session::SessionKind;
use domain::sport::Sport;
use domain::week::Week;
use serde::{Deserialize, Serialize};

use crate::plan::WeekView;
use crate::roster::PlanStatus;

/// Show the plan board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShowBoard {
    /// First week.
    pub week: Week,
    /// Weeks beside each other, 1 to 4.
    pub weeks: u32,
    /// One squad only.
    pub squad: Option<SquadId>,
}

/// The board.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BoardView {
    /// First week.
    pub week: Week,
    /// Weeks beside each other.
    pub weeks: u32,
    /// Today on this laptop.
    pub today: NaiveDate,
    /// Squads to choose from, with their names.
    pub squads: Vec<(SquadId, String)>,
    /// One row an athlete: those that need review first, then by name.
    pub rows: Vec<BoardRow>,
    /// What many did alike to one session, such as scaling it.
    pub insights: Vec<Insight>,
}

/// One athlete on the board.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BoardRow {
    /// Who.
    pub athlete: AthleteId,
    /// Name.
    pub name: String,
    /// Squad.
    pub squad: Option<SquadId>,
    /// Readiness today.
    pub readiness: Reading<Readiness>,
    /// The weeks shown, in order.
    pub weeks: Vec<BoardWeek>,
    /// Minutes done on each day shown that has passed; `None` for a day without anything recorded.
    pub done: Vec<Option<f64>>,
    /// The time of each day shown.
    pub rooms: Vec<Room>,
    /// Races in the days shown.
    pub races: Vec<Race>,
}

/// One week of one athlete on the board.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BoardWeek {
    /// Which.
    pub week: Week,
    /// How its plan stands.
    pub status: PlanStatus,
    /// What asks for a look.
    pub review: Vec<Reason>,
    /// Load aimed at, points.
    pub target: Option<f64>,
    /// Load as planned, points.
    pub load: f64,
    /// Confidence of the proposal.
    pub confidence: Option<f64>,
    /// The engine had too little to go on.
    pub abstained: bool,
    /// Sessions as they count, removed ones included.
    pub sessions: Vec<BoardSession>,
}

/// One session on the board: what a small card shows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BoardSession {
    /// Which.
    pub id: SessionId,
    /// Day.
    pub date: NaiveDate,
    /// What it is for.
    pub kind: SessionKind,
    /// Sport.
    pub sport: Sport,
    /// Title.
    pub title: String,
    /// Minutes.
    pub minutes: u32,
    /// Load, points.
    pub load: f64,
    /// Whose.
    pub source: Source,
    /// Kept through re-proposals.
    pub locked: bool,
    /// Taken out.
    pub removed: bool,
    /// Limits it breaks because the coach insisted.
    pub broken: Vec<Reason>,
}

impl BoardWeek {
    /// A week without a plan.
    #[must_use]
    pub const fn none(week: Week) -> BoardWeek {
        BoardWeek {
            week,
            status: PlanStatus::None,
            review: Vec::new(),
            target: None,
            load: 0.0,
            confidence: None,
            abstained: false,
            sessions: Vec::new(),
        }
    }

    /// A planned week as it counts now: on the board, and in each reply that renews its part of the board.
    #[must_use]
    pub fn of(plan: &PlanWeek, now: &EffectiveWeek, status: PlanStatus, review: Vec<Reason>) -> BoardWeek {
        let counting = active(&plan.overrides);
        let insisted = |id: SessionId| {
            let made = plan.overrides.iter().filter(|made| made.session == id && counting.contains(&made.id));
            let mut broken: Vec<Reason> = Vec::new();
            for reason in made.flat_map(|made| &made.insisted) {
                if !broken.contains(reason) {
                    broken.push(reason.clone());
                }
            }
            broken
        };
        let sessions = now.sessions.iter().map(|one| BoardSession {
            id: one.id,
            date: one.date,
            kind: one.session.kind,
            sport: one.session.sport,
            title: one.session.title.clone(),
            minutes: one.session.minutes,
            load: one.session.load,
            source: one.source,
            locked: one.locked,
            removed: one.removed,
            broken: insisted(one.id),
        });
        BoardWeek {
            week: plan.week,
            status,
            review,
            target: plan.proposal.target_load,
            load: now.load(),
            confidence: Some(plan.proposal.confidence.value),
            abstained: plan.proposal.abstained,
            sessions: sessions.collect(),
        }
    }
}

impl From<&WeekView> for BoardWeek {
    fn from(view: &WeekView) -> BoardWeek {
        BoardWeek::of(&view.plan, &view.effective, view.status, view.review.clone())
    }
}

/// Draft the week of many athletes. Approved weeks, past days and whatever the coach touched stay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftAll {
    /// Which week.
    pub week: Week,
    /// One squad only.
    pub squad: Option<SquadId>,
    /// Only those without a draft.
    pub missing_only: bool,
    /// Task that reports progress.
    pub task: Option<TaskId>,
}

/// What became of one athlete's week.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DraftLine {
    /// Who.
    pub athlete: AthleteId,
    /// Name.
    pub name: String,
    /// How the plan stands now.
    pub status: PlanStatus,
    /// What was done.
    pub outcome: DraftOutcome,
    /// What asks for a look.
    pub review: Vec<Reason>,
}

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DraftOutcome {
    /// Drafted.
    Drafted,
    /// Drafted, the same as before: nothing was written.
    Same,
    /// Approved: left as it is.
    Approved,
    /// There was a draft, and only missing ones were asked for.
    Kept,
    /// It failed; the others were done.
    Failed,
    /// The work was stopped before it came to this week.
    NotReached,
}

/// Approve a week, or take the approval back. While it stands, nothing in the week is proposed anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApproveWeek {
    /// Who.
    pub athlete: AthleteId,
    /// Which.
    pub week: Week,
    /// Take it back.
    pub withdraw: bool,
}

/// Approve every week that is drafted and asks for no look. Replies who.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApproveGreen {
    /// Which week.
    pub week: Week,
    /// One squad only.
    pub squad: Option<SquadId>,
}

/// Put a session back to what was proposed: every change of it that counts is undone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RevertSession {
    /// Who.
    pub athlete: AthleteId,
    /// Which week.
    pub week: Week,
    /// Which session.
    pub session: SessionId,
}
