//! Where a change came from, when it came in a file: who signed it, and what it rests on. Plain data; the signatures are
//! made and checked where files are written and read.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::id::{AthleteId, OverrideId, SessionId};
use crate::overrides::Override;
use crate::week::Week;

/// A signature that travels with a change, so that it stays its author's when others pass it on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stamp {
    /// The ed25519 public key that signed, 32 bytes in base64.
    pub key: String,
    /// The signature, 64 bytes in base64.
    pub signature: String,
}

/// The file a change was taken from, by the word of the one who took it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Who wrote the file, by their own word.
    pub author: String,
    /// The key that signed the file, 32 bytes in base64.
    pub key: String,
    /// blake3 of the file, lower-case hexadecimal.
    pub file: String,
    /// The session's identity in the file.
    pub session: SessionId,
    /// The changes in the file behind this one, oldest first; none where the session was taken as proposed there.
    pub overrides: Vec<OverrideId>,
}

/// What proves whose a change is. The text is signed apart from the rest, so that it can be left out later.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stamps {
    /// Over the change without its text, whose and which week it is, and its source.
    pub change: Stamp,
    /// Over the text, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Stamp>,
}

/// A change that somebody else made in their own roster, as they signed it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Origin {
    /// The athlete's identity in their roster.
    pub athlete: AthleteId,
    /// The week.
    pub week: Week,
    /// The change.
    pub made: Override,
    /// The file it was taken from in turn, if it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// What proves it.
    pub stamps: Stamps,
}

/// What is kept beside a change that was taken from a file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Provenance {
    /// The file.
    pub source: Source,
    /// Every signed change behind it, those it was taken from and those they were taken from in turn.
    pub origins: Vec<Origin>,
}

/// The origins behind some changes, each once: those named, and what they were taken from.
#[must_use]
pub fn behind(wanted: &[OverrideId], all: &BTreeMap<OverrideId, Origin>) -> Vec<Origin> {
    let mut found: BTreeMap<OverrideId, Origin> = BTreeMap::new();
    let mut open: Vec<OverrideId> = wanted.to_vec();
    while let Some(id) = open.pop() {
        if found.contains_key(&id) {
            continue;
        }
        let Some(origin) = all.get(&id) else { continue };
        open.extend(origin.source.iter().flat_map(|source| source.overrides.iter().copied()));
        found.insert(id, origin.clone());
    }
    found.into_values().collect()
}
