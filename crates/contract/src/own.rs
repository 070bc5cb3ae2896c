//! An athlete's own file: handed out by the coach, spoken in by the athlete, sent back and merged.

use chrono::{DateTime, NaiveDate, Utc};
use domain::id::{ActivityId, AthleteId, BatchId, ContentHash};
use domain::own::{OwnFile, OwnWord, Said};
use domain::sport::Sport;
use serde::{Deserialize, Serialize};

use crate::keyring::{FileFrom, Secret};

/// Write one athlete's own file: a roster under a passphrase that only reads, but for what the athlete says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GiveOwnFile {
    /// Whose.
    pub athlete: AthleteId,
    /// What opens it. It is not kept anywhere.
    pub passphrase: Secret,
    /// Folder; the usual one for exports if left out.
    pub folder: Option<String>,
}

/// Is the open roster an athlete's own file, and what did they say in it?
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShowOwn {}

/// An own file from the athlete's side.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OwnView {
    /// Whose it is, and who handed it out.
    pub own: OwnFile,
    /// The athlete's name.
    pub name: String,
    /// Today for the athlete.
    pub today: NaiveDate,
    /// What was said, newest first.
    pub said: Vec<OwnWord>,
    /// The newest activities, to say something about.
    pub activities: Vec<OwnActivity>,
    /// When it was last sent back; `None` if never.
    pub sent: Option<DateTime<Utc>>,
    /// How much was said since then.
    pub unsent: u32,
    /// The fingerprint of the key that signs what is sent back, as words.
    pub words_of_key: String,
}

/// An activity that something can be said about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OwnActivity {
    /// Identity.
    pub id: ActivityId,
    /// The athlete's day.
    pub day: NaiveDate,
    /// Sport.
    pub sport: Sport,
    /// Minutes.
    pub minutes: f64,
    /// How hard it felt by the newest word of the athlete; `None` if they did not say.
    pub rpe: Option<f64>,
    /// Their newest text about it.
    pub comment: Option<String>,
}

/// Say something in one's own file. All of it is kept, or none.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SayOwn {
    /// What.
    pub said: Vec<Said>,
}

/// Write everything said in the own file as a signed file that only the coach who handed it out can open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SendBack {
    /// Folder; the usual one for exports if left out.
    pub folder: Option<String>,
}

/// A return file that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SentBack {
    /// Where it is.
    pub path: String,
    /// Its size, bytes.
    pub bytes: u64,
    /// How much is in it.
    pub said: u32,
    /// The fingerprint of the key that signed it, as words: the coach compares them once.
    pub words_of_key: String,
}

/// What would a return file bring? Nothing is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LookAtReturn {
    /// The file.
    pub file: FileFrom,
}

/// Whether the key that signed is one that signed for this athlete before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReturnKey {
    /// Nothing of this athlete was merged before: the fingerprint is to be compared with them.
    First,
    /// The same as before.
    Known,
    /// Another than before.
    Other,
}

/// What a return file would bring.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReturnPreview {
    /// Its bytes, by their hash. A merge names it, so that nothing else is merged than what was seen.
    pub hash: ContentHash,
    /// Whose.
    pub athlete: AthleteId,
    /// Their name here.
    pub name: String,
    /// When it was written, by its own word.
    pub written_at: DateTime<Utc>,
    /// When the own file was handed out.
    pub given_at: DateTime<Utc>,
    /// The fingerprint of the key that signed, as words.
    pub words_of_key: String,
    /// Whether that key is known.
    pub key: ReturnKey,
    /// Everything it says, oldest first.
    pub rows: Vec<ReturnRow>,
    /// How many of them are new.
    pub new: u32,
}

/// What would become of one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReturnFate {
    /// It is not here yet.
    New,
    /// It is here already.
    Here,
    /// It was here; the import that brought it was taken back, and can be brought again.
    TakenBack,
    /// It is about an activity that is not here, or not to be seen.
    NoActivity,
    /// It is about a day that has not come here: the clock it was said by runs ahead. It can be merged then.
    DayToCome,
}

impl ReturnFate {
    /// Its name in the words file.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            ReturnFate::New => "own-fate-new",
            ReturnFate::Here => "own-fate-here",
            ReturnFate::TakenBack => "own-fate-taken-back",
            ReturnFate::NoActivity => "own-fate-no-activity",
            ReturnFate::DayToCome => "own-fate-day-to-come",
        }
    }
}

/// One word of a return file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReturnRow {
    /// What.
    pub word: OwnWord,
    /// What would become of it.
    pub fate: ReturnFate,
    /// The activity it is about: day and sport.
    pub about: Option<(NaiveDate, Sport)>,
    /// What stands here about the same thing from elsewhere, in words. Both stay.
    pub beside: Option<String>,
}

/// Merge what is new in a return file, as an import of its own that can be taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MergeReturn {
    /// The file.
    pub file: FileFrom,
    /// The bytes that were looked at.
    pub hash: ContentHash,
    /// The key is another than before, and a person says that it is theirs all the same.
    pub other_key: bool,
}

/// What a merge brought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merged {
    /// The import; `None` when there was nothing new.
    pub batch: Option<BatchId>,
    /// Values of mornings.
    pub mornings: u32,
    /// Words about activities.
    pub words: u32,
    /// What was here already.
    pub here: u32,
}

/// What did the athlete say of an activity?
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivityWords {
    /// Which.
    pub activity: ActivityId,
}
