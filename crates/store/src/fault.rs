//! What can go wrong with a roster file, with the facts needed to say so.

use std::path::{Path, PathBuf};

use domain::id::{ActivityId, PlanWeekId, SessionId};
use domain::week::Week;

use crate::codec::CodecFault;

/// A read or write of the roster that did not happen.
#[derive(Debug, thiserror::Error)]
pub enum StoreFault {
    /// A new roster was asked for where a file is already; it is never overwritten.
    #[error("{path} is already there")]
    AlreadyExists {
        /// The file.
        path: PathBuf,
    },
    /// No such file.
    #[error("{path} is not there")]
    Missing {
        /// The file.
        path: PathBuf,
    },
    /// The file is something else.
    #[error("{path} is not a roster")]
    NotARoster {
        /// The file.
        path: PathBuf,
    },
    /// The roster is protected, and no passphrase or key was given.
    #[error("{path} asks for its passphrase")]
    NeedsPassphrase {
        /// The file.
        path: PathBuf,
    },
    /// The passphrase, or the key that was kept, belongs to another roster or to an earlier time of this one.
    #[error("the passphrase does not open {path}")]
    WrongPassphrase {
        /// The file.
        path: PathBuf,
    },
    /// The copy that was to take the roster's place is not the same, so the roster stands as it was.
    #[error("the new copy of {path} differs in {what}")]
    CopyDiffers {
        /// The roster.
        path: PathBuf,
        /// The table, or what else.
        what: String,
    },
    /// A newer program wrote the roster.
    #[error("{path} has schema {found}; this program knows up to {known}")]
    RosterNewer {
        /// The file.
        path: PathBuf,
        /// Newest schema version in the file.
        found: i64,
        /// Newest schema version this program knows.
        known: i64,
    },
    /// The roster went through a migration that differs from ours of the same version.
    #[error("{path} went through another schema {version} than this program's")]
    Diverged {
        /// The file.
        path: PathBuf,
        /// Which migration.
        version: i64,
    },
    /// The file system refused.
    #[error("{path}: {source}")]
    Io {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// Another program has the roster open, and what is to be done needs it alone (a new schema, a restored backup).
    #[error("another program has {path} open")]
    InUse {
        /// The file.
        path: PathBuf,
    },
    /// The roster's place cannot be written to, and commits wait in the log beside it that cannot be folded in there.
    #[error("{path} has commits in its log and its place cannot be written to")]
    LogWaits {
        /// The file.
        path: PathBuf,
    },
    /// A copy is not what it was when it was made, or is not sound.
    #[error("the copy {path} is not sound: {said}")]
    UnsoundCopy {
        /// The copy.
        path: PathBuf,
        /// What was found.
        said: String,
    },
    /// Another program holds the roster for longer than we wait.
    #[error("another program is writing to the roster")]
    Busy,
    /// No room left on the disk.
    #[error("the disk is full")]
    DiskFull,
    /// The file or its folder cannot be written to.
    #[error("the roster cannot be written to")]
    ReadOnly,
    /// SQLite found the file damaged.
    #[error("the roster file is damaged: {message}")]
    Corrupt {
        /// What SQLite said.
        message: String,
    },
    /// A row with this identity exists.
    #[error("already there ({constraint})")]
    AlreadyThere {
        /// What must be unique.
        constraint: String,
    },
    /// A row refers to one that does not exist.
    #[error("refers to something that is not in the roster")]
    BrokenReference,
    /// Somebody with this identity was erased, and is not brought back by a file or an undo.
    #[error("this athlete was erased on {on}")]
    Erased {
        /// The day.
        on: chrono::NaiveDate,
    },
    /// No row with this identity.
    #[error("no {what} {id} in the roster")]
    NoSuch {
        /// What was looked for.
        what: &'static str,
        /// Its identity.
        id: String,
    },
    /// What a person wrote cannot be changed or removed.
    #[error("rows of {table} are only ever added")]
    AppendOnly {
        /// The table.
        table: String,
    },
    /// A stored value cannot be read.
    #[error("a value in {table} cannot be read: {what}")]
    Damaged {
        /// The table.
        table: &'static str,
        /// What is wrong with it.
        what: String,
    },
    /// A value could not be read back as it is (such as a load that is not a number), so it was not kept.
    #[error("a value for {table} could not be read back: {what}")]
    Unwritable {
        /// The table.
        table: &'static str,
        /// What is wrong with it.
        what: String,
    },
    /// A number that is not finite.
    #[error("{what} is not a finite number")]
    NotFinite {
        /// Which number.
        what: &'static str,
    },
    /// A channel cannot be packed or unpacked.
    #[error(transparent)]
    Codec(#[from] CodecFault),
    /// Raw bytes cannot be packed or unpacked.
    #[error("raw bytes of {name}: {source}")]
    Packing {
        /// The file.
        name: String,
        /// Why.
        source: std::io::Error,
    },
    /// A new proposal leaves out a session that is past, locked or edited.
    #[error("the new proposal drops session {session}, which is past, locked or edited")]
    PinnedDropped {
        /// Which.
        session: SessionId,
    },
    /// A new proposal changes a session that is kept as it was proposed.
    #[error("the new proposal changes session {session}, which stands as it was proposed")]
    PinnedChanged {
        /// Which.
        session: SessionId,
    },
    /// The week is approved: nothing in it is proposed anew while that stands.
    #[error("{week} is approved")]
    WeekApproved {
        /// Which week.
        week: Week,
    },
    /// A session the coach added appears in a proposal, or an added one takes a proposed session's identity.
    #[error("session {session} is both proposed and added by the coach")]
    AddedInProposal {
        /// Which.
        session: SessionId,
    },
    /// The bytes of a file were never copied into the roster; they are where they were when it was imported.
    #[error("the bytes of {name} were left outside the roster")]
    LeftOutside {
        /// What the file was called.
        name: String,
    },
    /// A file as it came may hold data that are withheld from who reads.
    #[error("{name} may hold data that are withheld")]
    Withheld {
        /// What the file was called.
        name: String,
    },
    /// A minor's yes that no guardian gave.
    #[error("a guardian must give this consent")]
    GuardianMissing,
    /// An activity would be a copy of its own copy, or of itself.
    #[error("{of} is {activity} itself or one of its copies")]
    CopyOfItself {
        /// Which activity.
        activity: ActivityId,
        /// Of which it was said to be a copy.
        of: ActivityId,
    },
    /// The athlete's week exists under another identity.
    #[error("{week} exists as {existing}")]
    WeekHasOtherId {
        /// Which week.
        week: Week,
        /// Its identity.
        existing: PlanWeekId,
    },
    /// Another failure of the database.
    #[error("database: {0}")]
    Database(#[source] sqlx::Error),
    /// A migration failed; the roster stands as before it.
    #[error("migration: {0}")]
    Migration(#[source] sqlx::migrate::MigrateError),
    /// A backup failed.
    #[error("backup: {0}")]
    Backup(#[source] rusqlite::Error),
}

impl StoreFault {
    /// For `map_err` on file operations.
    pub(crate) fn io(path: &Path) -> impl FnOnce(std::io::Error) -> StoreFault {
        move |source| match source.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => StoreFault::DiskFull,
            std::io::ErrorKind::ReadOnlyFilesystem => StoreFault::ReadOnly,
            _ => StoreFault::Io { path: path.to_owned(), source },
        }
    }

    pub(crate) fn no_such(what: &'static str, id: &impl ToString) -> StoreFault {
        StoreFault::NoSuch { what, id: id.to_string() }
    }
}

// SQLite's result codes: the low byte is the primary code, the whole the extended one (sqlite.org/rescode.html).
const BUSY: i32 = 5;
const LOCKED: i32 = 6;
const READ_ONLY: i32 = 8;
const CORRUPT: i32 = 11;
const FULL: i32 = 13;
const CANNOT_OPEN: i32 = 14;
const NOT_A_DATABASE: i32 = 26;
const CONSTRAINT_TRIGGER: i32 = 1811;
const IO_SHM_SIZE: i32 = 4874;

impl From<sqlx::Error> for StoreFault {
    fn from(error: sqlx::Error) -> StoreFault {
        let db = match &error {
            sqlx::Error::Database(db) => db,
            sqlx::Error::PoolTimedOut => return StoreFault::Busy,
            _ => return StoreFault::Database(error),
        };
        if db.is_unique_violation() {
            return StoreFault::AlreadyThere { constraint: db.message().to_owned() };
        }
        if db.is_foreign_key_violation() {
            return StoreFault::BrokenReference;
        }
        let code = db.code().and_then(|code| code.parse::<i32>().ok()).unwrap_or_default();
        if code == CONSTRAINT_TRIGGER
            && let Some((_, table)) = db.message().split_once("append-only: ")
        {
            return StoreFault::AppendOnly { table: table.trim().to_owned() };
        }
        if code == CONSTRAINT_TRIGGER && db.message().contains("guardian: consent") {
            return StoreFault::GuardianMissing;
        }
        by_code(code, db.message()).unwrap_or(StoreFault::Database(error))
    }
}

impl From<rusqlite::Error> for StoreFault {
    fn from(error: rusqlite::Error) -> StoreFault {
        let known = error.sqlite_error().and_then(|found| by_code(found.extended_code, &error.to_string()));
        known.unwrap_or(StoreFault::Backup(error))
    }
}

/// What SQLite's result codes say about the file and its place.
fn by_code(code: i32, message: &str) -> Option<StoreFault> {
    if code == IO_SHM_SIZE {
        return Some(StoreFault::DiskFull);
    }
    match code & 0xff {
        BUSY | LOCKED => Some(StoreFault::Busy),
        READ_ONLY | CANNOT_OPEN => Some(StoreFault::ReadOnly),
        FULL => Some(StoreFault::DiskFull),
        CORRUPT | NOT_A_DATABASE => Some(StoreFault::Corrupt { message: message.to_owned() }),
        _ => None,
    }
}
