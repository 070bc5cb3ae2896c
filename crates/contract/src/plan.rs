//! Weeks: proposal, overrides, notes, plan files.

use chrono::{DateTime, NaiveDate, Utc};
use domain::annotation::{Annotation, Subject};
use domain::attention::Flag;
use domain::availability::Room;
use domain::effective::EffectiveWeek;
use domain::id::{AthleteId, OverrideId, SessionId};
use domain::overrides::{Change, Override, ReasonTag};
use domain::plan::{PlanWeek, ProposedSession};
use domain::reason::Reason;
use domain::season::Race;
use domain::week::Week;
use serde::{Deserialize, Serialize};

use crate::incoming::Seal;
use crate::roster::PlanStatus;

/// Propose a week (again). Past, locked and edited sessions stay exactly as they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftWeek {
    /// Who.
    pub athlete: AthleteId,
    /// Which.
    pub week: Week,
    /// Not bound to the draft before: as many sessions may change as like. Pins stay all the same.
    #[serde(default)]
    pub fresh: bool,
}

/// Show a week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShowWeek {
    /// Who.
    pub athlete: AthleteId,
    /// Which.
    pub week: Week,
}

/// A week with what the board draws.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WeekView {
    /// Everything written about the week.
    pub plan: PlanWeek,
    /// As it counts now.
    pub effective: EffectiveWeek,
    /// How it stands.
    pub status: PlanStatus,
    /// Overrides that count (not undone).
    pub active: Vec<OverrideId>,
    /// The time of the week's days.
    pub rooms: [Room; 7],
    /// What asks for a look before the week is approved.
    pub review: Vec<Reason>,
    /// Races in the week.
    pub races: Vec<Race>,
    /// The athlete's flags today.
    pub flags: Vec<Flag>,
    /// Load of each of the last 4 weeks, oldest first.
    pub recent_weeks: Vec<(Week, f64)>,
}

/// The week, if one was drafted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WeekAnswer {
    /// The week; `None` if nothing was drafted.
    pub week: Option<WeekView>,
}

/// Change a session.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OverrideSession {
    /// Who.
    pub athlete: AthleteId,
    /// Which week.
    pub week: Week,
    /// Which session; left out when adding one.
    pub session: Option<SessionId>,
    /// What.
    pub change: Change,
    /// Why.
    pub tag: ReasonTag,
    /// In the coach's words.
    pub text: Option<String>,
    /// Do it although limits break.
    pub insist: bool,
}

/// What became of a change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "kebab-case")]
pub enum OverrideOutcome {
    /// Done.
    Applied {
        /// The week as it stands now.
        week: Box<WeekView>,
        /// The override as kept.
        made: Box<Override>,
    },
    /// It breaks limits; nothing was changed. Ask again with `insist` to do it all the same.
    Refused {
        /// Which limits, with numbers.
        broken: Vec<Reason>,
    },
}

/// Write a note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annotate {
    /// About whom.
    pub athlete: AthleteId,
    /// About what.
    pub subject: Subject,
    /// The text.
    pub text: String,
    /// Whether the athlete and readers of exported plans see it.
    pub shared: bool,
}

/// Everything that happened to one session, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionHistory {
    /// Who.
    pub athlete: AthleteId,
    /// Which week.
    pub week: Week,
    /// Which session.
    pub session: SessionId,
}

/// One event in a session's life.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HistoryLine {
    /// When.
    pub at: DateTime<Utc>,
    /// Who: an author's name, or the engine.
    pub who: String,
    /// What.
    pub event: HistoryEvent,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum HistoryEvent {
    /// The engine proposed it.
    Proposed {
        /// As proposed.
        session: Box<ProposedSession>,
    },
    /// The coach changed it.
    Overridden {
        /// How; `before` inside says what stood there.
        made: Box<Override>,
        /// Whether it still counts.
        active: bool,
    },
    /// A note was written.
    Noted {
        /// The note.
        note: Box<Annotation>,
    },
}

/// The session library.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListTemplates {}

/// Write a signed plan file, and a readable page beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportPlan {
    /// Who.
    pub athlete: AthleteId,
    /// Which week.
    pub week: Week,
    /// Folder to write into; the user's documents folder if left out.
    pub folder: Option<String>,
    /// The changes whose free text is told; the tags of all are.
    #[serde(default)]
    pub texts: Vec<OverrideId>,
    /// Encrypt it. Then no readable page is written beside it.
    #[serde(default)]
    pub seal: Option<Seal>,
    /// It is for another coach, and holds what the athlete lets be shared with other coaches; else it is for the athlete.
    #[serde(default)]
    pub for_team: bool,
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportedPlan {
    /// The signed plan file.
    pub path: String,
    /// The readable page; none beside an encrypted file.
    pub html: Option<String>,
    /// Fingerprint of the key that signed.
    pub fingerprint: String,
    /// Private notes that were left out.
    pub withheld_notes: u32,
    /// Free texts of changes that were left out.
    pub withheld_texts: u32,
}

/// Verify a plan file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerifyPlan {
    /// Path.
    pub path: String,
}

/// Verify a plan file whose bytes come with the call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerifyPlanBytes {
    /// Bytes, base64.
    pub base64: String,
}

/// A plan file that holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct VerifiedPlan {
    /// Who signed it, by their own word.
    pub author: String,
    /// Fingerprint of the key that signed.
    pub fingerprint: String,
    /// Whether that key is this roster's own.
    pub own: bool,
    /// When it was written.
    pub written_at: DateTime<Utc>,
    /// For whom.
    pub athlete: String,
    /// Which week.
    pub week: Week,
    /// Its Monday.
    pub monday: NaiveDate,
    /// As it counts.
    pub effective: EffectiveWeek,
    /// Notes in it.
    pub notes: Vec<String>,
}

/// The key that signs here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MyKey {}

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyView {
    /// Name that goes with signatures.
    pub author: String,
    /// The public key, base64.
    pub key: String,
    /// Fingerprint.
    pub fingerprint: String,
    /// The fingerprint as words.
    pub words: String,
    /// The public key with which others encrypt for this program, `age1…`.
    pub recipient: String,
    /// Where the key is kept, in words: the keychain, or a file only this user can read.
    pub kept: String,
}
