//! Plan files of other people: what one says and would do here, taking it, and where changes are from.

use chrono::{DateTime, NaiveDate, Utc};
use domain::effective::EffectiveWeek;
use domain::id::{AthleteId, OverrideId, SessionId};
use domain::incoming::Incoming;
use domain::keyring::Standing;
use domain::overrides::{Change, ReasonTag};
use domain::reason::Reason;
use domain::week::Week;
use serde::{Deserialize, Serialize};

use crate::keyring::{FileFrom, Secret};
use crate::plan::WeekView;

/// Read and verify a plan file, and say what it would do here. Changes nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadPlan {
    /// The file.
    pub file: FileFrom,
    /// What it is encrypted with, if it is.
    #[serde(default)]
    pub passphrase: Option<Secret>,
    /// For whom here; found by the file if left out.
    #[serde(default)]
    pub athlete: Option<AthleteId>,
}

/// Who signed something, and how they stand here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signer {
    /// By their own word.
    pub author: String,
    /// What they are called here, if their key is known.
    pub name: Option<String>,
    /// The public key, base64.
    pub key: String,
    /// Its fingerprint.
    pub fingerprint: String,
    /// The fingerprint as words.
    pub words: String,
    /// How the key stands.
    pub standing: Standing,
}

/// How the athlete of a file was found here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FoundBy {
    /// The identity in the file is one of this roster.
    Identity,
    /// Only the name fits: a person has to say that it is the same.
    Name,
    /// The user said so.
    Choice,
}

/// An athlete here who may be the one of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Here {
    /// Who.
    pub athlete: AthleteId,
    /// Name here.
    pub name: String,
    /// Why they.
    pub by: FoundBy,
}

/// One signed change of a file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SignedChange {
    /// Its identity in the file.
    pub id: OverrideId,
    /// Who signed it.
    pub by: Signer,
    /// When it was made.
    pub at: DateTime<Utc>,
    /// What.
    pub change: Change,
    /// Why.
    pub tag: ReasonTag,
    /// In their words, where they told them.
    pub text: Option<String>,
    /// The changes it was taken from.
    pub from: Vec<OverrideId>,
}

/// A plan file that holds, and what it would do here.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlanRead {
    /// blake3 of the file as it was signed: what was taken from it is found and undone by this.
    pub file: String,
    /// Who signed it.
    pub by: Signer,
    /// Whether it was encrypted.
    pub sealed: bool,
    /// When it was written.
    pub written_at: DateTime<Utc>,
    /// The athlete's name in the file.
    pub athlete: String,
    /// Who that is here; `None` if nobody fits, and nothing can be taken.
    pub here: Option<Here>,
    /// Which week.
    pub week: Week,
    /// Its Monday.
    pub monday: NaiveDate,
    /// Whether a week was drafted here: without one nothing can be taken.
    pub drafted: bool,
    /// The week of the file as it counts.
    pub effective: EffectiveWeek,
    /// What each session would do. Empty while nobody here fits or nothing was drafted.
    pub sessions: Vec<Incoming>,
    /// Every signed change in the file, oldest first.
    pub changes: Vec<SignedChange>,
    /// Notes in it.
    pub notes: Vec<String>,
    /// How many changes here were taken from this very file and still count.
    pub taken: u32,
}

/// Take sessions of a plan file: each becomes changes of one's own, beside which stands whose they were.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakePlan {
    /// The file.
    pub file: FileFrom,
    /// What it is encrypted with, if it is.
    #[serde(default)]
    pub passphrase: Option<Secret>,
    /// [`PlanRead::file`] of what was read, so that nothing else is taken than what was seen.
    pub read: String,
    /// For whom here.
    pub athlete: AthleteId,
    /// Which sessions of the file.
    pub sessions: Vec<SessionId>,
    /// What to call the author, for a key that is not known yet; as they call themselves if left out. A name by which another
    /// key is known is refused.
    #[serde(default)]
    pub name: Option<String>,
    /// Do it although limits break.
    #[serde(default)]
    pub insist: bool,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "kebab-case")]
pub enum TakeOutcome {
    /// Done.
    Taken {
        /// The week as it stands now.
        week: Box<WeekView>,
        /// The changes that were made.
        made: Vec<OverrideId>,
    },
    /// It breaks limits; nothing was changed. Ask again with `insist` to do it all the same.
    Refused {
        /// Which limits, with numbers.
        broken: Vec<Reason>,
    },
}

/// Take back everything that was taken from a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UntakePlan {
    /// Who.
    pub athlete: AthleteId,
    /// Which week.
    pub week: Week,
    /// blake3 of the file.
    pub file: String,
}

/// Where the changes of a week are from, for those that came in files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanSources {
    /// Who.
    pub athlete: AthleteId,
    /// Which week.
    pub week: Week,
}

/// A change here, and the people behind it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SourceLine {
    /// The change here.
    pub made: OverrideId,
    /// blake3 of the file it came in.
    pub file: String,
    /// Who signed the file.
    pub by: Signer,
    /// The signed changes behind it, oldest first.
    pub changes: Vec<SignedChange>,
}

/// What a plan file of a week would tell, before it is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanTexts {
    /// Who.
    pub athlete: AthleteId,
    /// Which week.
    pub week: Week,
    /// A file for another coach, see [`crate::plan::ExportPlan::for_team`].
    #[serde(default)]
    pub for_team: bool,
}

/// The free text of a change, which a plan file holds only if one says so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeText {
    /// The change.
    pub id: OverrideId,
    /// Why, as a tag: always told.
    pub tag: ReasonTag,
    /// In the coach's words.
    pub text: String,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanTextsView {
    /// Texts of changes: none is told unless it is named in the export.
    pub texts: Vec<ChangeText>,
    /// Private notes: never told.
    pub private_notes: u32,
    /// Shared notes: always told.
    pub shared_notes: u32,
}

/// Whom a file is encrypted for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "for", rename_all = "kebab-case")]
pub enum Seal {
    /// Whoever knows this.
    Passphrase {
        /// At least 12 characters.
        passphrase: Secret,
    },
    /// Whoever holds the reading key of one of these.
    Recipients {
        /// Their public keys, `age1…`.
        recipients: Vec<String>,
    },
}
