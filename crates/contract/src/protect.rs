//! A roster under a passphrase: opening it, locking it, and how protection comes on, changes and goes.

use serde::{Deserialize, Serialize};

use crate::keyring::Secret;

/// How is the roster protected that is open, or that waits for its passphrase?
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShowProtection {}

/// Whether a roster can be read without a passphrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Protection {
    /// No roster is open, and none waits.
    NoRoster,
    /// Whoever has the file can read it.
    Open,
    /// It is under a passphrase, and open.
    Unlocked,
    /// It is under a passphrase and waits for it.
    Locked,
}

/// How a roster is protected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProtectionView {
    /// Whether it can be read.
    pub protection: Protection,
    /// Its file; empty without one.
    pub path: String,
    /// File name without its ending.
    pub name: String,
    /// This computer's keychain opens it without being asked for the passphrase.
    pub in_keychain: bool,
    /// Why this computer has no keychain to keep a key in, in words; `None` where it has one.
    pub no_keychain: Option<String>,
    /// It is locked after so many minutes without a hand on it; 0 for never.
    pub idle_minutes: u32,
    /// The fewest characters of a passphrase.
    pub least: u32,
    /// Copies the program made of it that open in another way than it does: without a passphrase, or with an earlier one.
    pub other_copies: Vec<String>,
}

/// Open the roster that waits for its passphrase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnlockRoster {
    /// The passphrase.
    pub passphrase: Secret,
    /// Keep its key in this computer's keychain from now on.
    pub keep: bool,
}

/// Close the roster and forget its key. Replies whether there was one to lock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LockRoster {}

/// Somebody sits here: the roster is not locked for want of a hand on it. Replies whether it is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StillHere {}

/// Put the open roster under a passphrase, or under another one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProtectRoster {
    /// The passphrase in force; `None` for a roster that has none.
    pub present: Option<Secret>,
    /// The new one.
    pub passphrase: Secret,
}

/// Take the passphrase away from the open roster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnprotectRoster {
    /// The passphrase in force.
    pub present: Secret,
}

/// Keep the key of the open roster in this computer's keychain, or take it out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeepKey {
    /// Whether it shall be there.
    pub keep: bool,
}

/// Lock the roster after so many minutes without a hand on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetIdleLock {
    /// Minutes, at most a day of them; 0 for never.
    pub minutes: u32,
}
