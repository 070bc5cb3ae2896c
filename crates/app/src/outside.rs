//! What transports need besides the calls: ids, faults that arise before a call, and the sample's files on disk.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use contract::Fault;
use uuid::Uuid;

use crate::clock::{Clock, SystemClock};
use crate::{AppFault, roster};

/// A new identity, for a task a transport begins.
#[must_use]
pub fn new_id() -> Uuid {
    SystemClock.id()
}

/// A fault outside any call, in words.
#[must_use]
pub fn untraced(fault: &AppFault) -> Fault {
    fault.told("start", &new_id())
}

/// A protected roster, and nobody to ask for its passphrase.
#[must_use]
pub fn needs_passphrase(roster: &Path) -> Fault {
    untraced(&AppFault::Store(store::StoreFault::NeedsPassphrase { path: roster.to_owned() }))
}

/// A reply that is not what its call promises.
#[must_use]
pub fn unreadable_reply(call: &str, error: &serde_json::Error) -> Fault {
    untraced(&AppFault::Panicked { said: format!("{call}: {error}") })
}

/// Arguments a person wrote that are not what they should be.
#[must_use]
pub fn bad_arguments(call: &str, source: serde_json::Error) -> Fault {
    untraced(&AppFault::BadArguments { call: call.to_owned(), source })
}

/// A text that is no activity's id.
#[must_use]
pub fn no_such_activity(asked: &str) -> Fault {
    untraced(&AppFault::NoSuchActivity { asked: asked.to_owned() })
}

/// A text that is no import's id.
#[must_use]
pub fn no_such_import(asked: &str) -> Fault {
    untraced(&AppFault::NoSuchImport { asked: asked.to_owned() })
}

/// A text that is no session's id.
#[must_use]
pub fn no_such_session(asked: &str) -> Fault {
    untraced(&AppFault::NoSuchSession { asked: asked.to_owned() })
}

/// A text that is no season template's id.
#[must_use]
pub fn no_such_template(asked: &str) -> Fault {
    untraced(&AppFault::NoSuchTemplate { asked: asked.to_owned() })
}

/// A plan file whose athlete only the name tells: whoever takes from it says whose it is.
#[must_use]
pub fn only_the_name(name: &str) -> Fault {
    untraced(&AppFault::from(crate::KeyFault::OnlyTheName { name: name.to_owned() }))
}

/// A text that is no change's id.
#[must_use]
pub fn no_such_change(asked: &str) -> Fault {
    untraced(&AppFault::NoSuchRevision { asked: asked.to_owned() })
}

/// A text that is nobody's name of those who use the roster.
#[must_use]
pub fn no_such_person(asked: &str) -> Fault {
    untraced(&AppFault::Refused(crate::Refusal::NoSuchPerson { asked: asked.to_owned() }))
}

/// A file that a person named cannot be read.
#[must_use]
pub fn cannot_read(path: &Path, source: std::io::Error) -> Fault {
    untraced(&AppFault::Unreadable { path: path.to_owned(), source })
}

/// A check of the whole file found something.
#[must_use]
pub fn roster_unsound(found: &str) -> Fault {
    untraced(&AppFault::Store(store::StoreFault::Corrupt { message: found.to_owned() }))
}

/// The journal's chain does not hold.
#[must_use]
pub fn chain_broken(count: usize) -> Fault {
    untraced(&AppFault::ChainBroken { count })
}

/// A backup is not what it was.
#[must_use]
pub fn backup_unsound(path: &Path, said: &str) -> Fault {
    untraced(&AppFault::Store(store::StoreFault::UnsoundCopy { path: path.to_owned(), said: said.to_owned() }))
}

/// The front end has not been built, or not beside the program.
#[must_use]
pub fn no_front_end() -> Fault {
    untraced(&AppFault::NoFrontEnd)
}

/// The loopback port cannot be had.
#[must_use]
pub fn cannot_listen(port: u16, source: std::io::Error) -> Fault {
    untraced(&AppFault::CannotListen { port, source })
}

/// What [`write_sample`] wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampleWritten {
    /// Into which folder.
    pub folder: PathBuf,
    /// How many files.
    pub files: usize,
    /// How many bytes.
    pub bytes: usize,
}

/// Writes the sample club's device files into a folder, one folder an athlete.
///
/// # Errors
/// A fault in words when the folder cannot be written.
pub fn write_sample(folder: &Path, today: NaiveDate) -> Result<SampleWritten, Fault> {
    let mut written = SampleWritten { folder: folder.to_owned(), files: 0, bytes: 0 };
    for file in sample::club(today, roster::SAMPLE_SEED).files {
        let path = folder.join(&file.path);
        let made =
            path.parent().map_or(Ok(()), std::fs::create_dir_all).and_then(|()| std::fs::write(&path, &file.bytes));
        made.map_err(|source| untraced(&AppFault::Unwritable { path, source }))?;
        written.files += 1;
        written.bytes += file.bytes.len();
    }
    Ok(written)
}
