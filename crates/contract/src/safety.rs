//! What keeps a roster from being lost: backups, checks of the file, and the journal with its chain.

use chrono::{DateTime, NaiveDate, Utc};
use domain::id::AthleteId;
use domain::journal::JournalLine;
use serde::{Deserialize, Serialize};

use crate::keyring::Secret;
use crate::roster::RosterView;

/// Backups, and how safe the roster stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShowSafety {}

/// Make a backup now. It is verified before it counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MakeBackup {
    /// Another folder, such as on a disk of its own; the roster's folder of backups if left out.
    pub folder: Option<String>,
}

/// Look at a backup again: its bytes, its pages, the rows of every table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerifyBackup {
    /// Its file name in the roster's folder of backups, or a path.
    pub name: String,
}

/// Put a backup in the roster's place. The present file is kept beside it under another name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RestoreBackup {
    /// Its file name in the roster's folder of backups, or a path.
    pub name: String,
    /// Its passphrase, where it has another than the open roster, or none is open.
    pub passphrase: Option<Secret>,
}

/// How many backups stay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetBackups {
    /// The limits.
    pub keep: KeepBackups,
}

/// Check the whole file and the journal's chain now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckRoster {}

/// Lines of the journal, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadAudit {
    /// Only of this athlete.
    pub athlete: Option<AthleteId>,
    /// Only by this person.
    pub author: Option<String>,
    /// Only of this kind (`override-session`).
    pub action: Option<String>,
    /// Only from this day on (UTC).
    pub from: Option<NaiveDate>,
    /// Only up to this day (UTC).
    pub to: Option<NaiveDate>,
    /// Only before this reading of the roster's clock: the next page.
    pub before: Option<String>,
    /// At most this many, up to 1000.
    pub limit: u32,
}

/// Go through the journal's chain, also against what the backups know of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerifyAudit {}

/// The newest backup of each of the last days, weeks and months stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeepBackups {
    /// Days.
    pub daily: u32,
    /// Weeks.
    pub weekly: u32,
    /// Months.
    pub monthly: u32,
}

/// How safe the roster stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SafetyView {
    /// The roster's folder of backups.
    pub folder: String,
    /// Backups in it, newest first.
    pub backups: Vec<BackupLine>,
    /// How many stay.
    pub keep: KeepBackups,
    /// The newest check of the whole file.
    pub checked: Option<Checked>,
    /// What a person should know, in words: what it is and what to do.
    pub warnings: Vec<String>,
}

/// One backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackupLine {
    /// File name.
    pub name: String,
    /// Whole path.
    pub path: String,
    /// Of when it is.
    pub at: DateTime<Utc>,
    /// Why it was made (`daily`, `import`, `by-hand`, `before-erase`).
    pub reason: String,
    /// Bytes.
    pub bytes: u64,
}

/// What a look at a backup found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerifiedBackup {
    /// The backup.
    pub backup: BackupLine,
    /// What is wrong with it; `None` when it is whole.
    pub wrong: Option<String>,
    /// Rows in it, all tables together.
    pub rows: u64,
}

/// A backup took the roster's place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RestoredBackup {
    /// The roster as it is now.
    pub roster: RosterView,
    /// Where the file that stood there is.
    pub aside: Option<String>,
}

/// A check of the whole file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checked {
    /// When.
    pub at: DateTime<Utc>,
    /// What SQLite found; empty when the file is sound.
    pub findings: Vec<String>,
    /// The journal's chain.
    pub chain: ChainView,
}

/// How the journal's chain stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChainView {
    /// Lines in it.
    pub lines: u64,
    /// Lines whose words were erased.
    pub erased: u64,
    /// The newest link: it stands for the whole journal up to here.
    pub head: Option<String>,
    /// Links that backups know and that were looked for.
    pub known: u32,
    /// What does not hold.
    pub breaks: Vec<ChainBreak>,
}

/// A place where the chain does not hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChainBreak {
    /// What does not hold (`changed`, `missing`, `slipped-in`, `unbound`, `erased-by-nobody`, `head-gone`); the words are
    /// `chain-break-<kind>`.
    pub kind: String,
    /// The line's reading of the roster's clock.
    pub clock: String,
}

/// Lines of the journal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AuditView {
    /// The lines, newest first.
    pub lines: Vec<JournalLine>,
    /// Whether there are older ones.
    pub more: bool,
    /// Everybody who wrote something.
    pub authors: Vec<String>,
    /// Every kind of change there is.
    pub actions: Vec<String>,
}
