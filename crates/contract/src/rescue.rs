//! The way out when a roster does not open: a backup in its place, or what can still be read in a new file.

use serde::{Deserialize, Serialize};

use crate::fault::Fault;
use crate::keyring::Secret;
use crate::safety::BackupLine;

/// Which roster did not open, why, and what there is to go on with? Also answers while one is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShowWayOut {}

/// A roster and the ways out of its troubles.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WayOut {
    /// Its file; empty when none is open and none was tried.
    pub path: String,
    /// File name without its ending.
    pub name: String,
    /// Why it did not open; `None` for one that did.
    pub why: Option<Fault>,
    /// Its file is under a passphrase, which a backup of it and what is salvaged ask for as well.
    pub protected: bool,
    /// Its folder of backups.
    pub folder: String,
    /// Backups in it, newest first.
    pub backups: Vec<BackupLine>,
}

/// Copy what can still be read of a roster into a new file. The roster itself is only read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SalvageRoster {
    /// Its file; the one that is open, or that did not open, if left out.
    pub roster: Option<String>,
    /// The new file; beside the roster, under a name that says what it is, if left out.
    pub to: Option<String>,
    /// The roster's passphrase, where it has one and is not open.
    pub passphrase: Option<Secret>,
}

/// What could be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SalvagedRoster {
    /// The new file.
    pub path: String,
    /// Rows in it, all tables together.
    pub rows: u64,
    /// Tables that came over whole.
    pub whole: u32,
    /// What stayed behind, in words: a line a table. Empty when everything could be read.
    pub left: Vec<String>,
}
