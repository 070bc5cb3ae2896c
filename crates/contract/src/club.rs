//! Time and fixed things: availability of everybody, dated exceptions, and blocks of the club.

use chrono::{NaiveDate, NaiveTime};
use domain::availability::{Availability, Exception, ExceptionKind, Room};
use domain::club::{BlockKind, ClubBlock, Fit};
use domain::id::{AthleteId, BlockId, ExceptionId, SquadId};
use domain::session::Session;
use domain::week::Week;
use serde::{Deserialize, Serialize};

/// Show who has how much time in a week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShowAvailability {
    /// Which week.
    pub week: Week,
    /// One squad only.
    pub squad: Option<SquadId>,
}

/// The grid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AvailabilityGrid {
    /// Which week.
    pub week: Week,
    /// One row an athlete, by name; days nobody answered for have no minutes.
    pub rows: Vec<AvailabilityRow>,
    /// Every squad, by name.
    pub squads: Vec<(SquadId, String)>,
}

/// One athlete's time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AvailabilityRow {
    /// Who.
    pub athlete: AthleteId,
    /// Name.
    pub name: String,
    /// Squad.
    pub squad: Option<SquadId>,
    /// Monday to Sunday.
    pub rooms: [Room; 7],
    /// Exceptions that touch the week and count.
    pub exceptions: Vec<Exception>,
    /// The usual weeks that hold on some day of the week, oldest first; empty where nobody ever answered.
    pub usual: Vec<Availability>,
}

/// Add days on which the usual time does not hold, for one athlete or many.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddException {
    /// Who.
    pub athletes: Vec<AthleteId>,
    /// Why.
    pub kind: ExceptionKind,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// Minutes on each of these days.
    pub minutes: u32,
    /// In words.
    pub note: Option<String>,
    /// The exception this one replaces; only with one athlete.
    pub supersedes: Option<ExceptionId>,
}

/// Take an exception back. Replies whether it counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WithdrawException {
    /// Who.
    pub athlete: AthleteId,
    /// Which.
    pub exception: ExceptionId,
}

/// Blocks of the club that count, by first day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListBlocks {}

/// The club's blocks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BlocksView {
    /// Those that count, by first day.
    pub blocks: Vec<ClubBlock>,
    /// Every squad, by name.
    pub squads: Vec<(SquadId, String)>,
}

/// Add a block, or replace one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AddBlock {
    /// For which squad; the whole club if left out.
    pub squad: Option<SquadId>,
    /// What kind.
    pub kind: BlockKind,
    /// Name.
    pub name: String,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// On which weekdays, Monday first.
    pub weekdays: [bool; 7],
    /// When it begins.
    pub starts: Option<NaiveTime>,
    /// What is trained.
    pub session: Session,
    /// The block this one replaces.
    pub supersedes: Option<BlockId>,
}

/// Take a block back: from now on no week is planned with it. Replies whether it counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WithdrawBlock {
    /// Which.
    pub block: BlockId,
}

/// Put a block into the week of everybody it is for: weeks are drafted (again) around it, pins stay. Without `write` it only
/// says what would become of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApplyBlock {
    /// Which.
    pub block: BlockId,
    /// Which week.
    pub week: Week,
    /// Do it.
    pub write: bool,
}

/// What became of a block for one athlete.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BlockLine {
    /// Who.
    pub athlete: AthleteId,
    /// Name.
    pub name: String,
    /// How it fits; `None` where the week is approved and nothing was touched.
    pub fit: Option<Fit>,
}
