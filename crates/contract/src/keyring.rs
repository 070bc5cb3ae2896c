//! Keys: one's own, and whose others are known.

use chrono::{DateTime, Utc};
use domain::keyring::KeyState;
use domain::words::Words;
use serde::{Deserialize, Serialize};

use crate::plan::KeyView;

/// Something that must not be shown: a passphrase on its way. Its `Debug` says nothing.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Secret(pub String);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret")
    }
}

/// A file that a call reads: where it lies, or its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "from", rename_all = "kebab-case")]
pub enum FileFrom {
    /// On this computer.
    Path {
        /// Path.
        path: String,
    },
    /// With the call.
    Bytes {
        /// Bytes, base64.
        base64: String,
    },
}

/// Whose keys are known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListKeys {}

/// A known key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownKey {
    /// The public key, base64.
    pub key: String,
    /// Its fingerprint.
    pub fingerprint: String,
    /// The fingerprint as words.
    pub words: String,
    /// What the user calls its holder.
    pub name: String,
    /// How far it is believed.
    pub state: KeyState,
    /// Why, where something was said.
    pub why: Option<String>,
    /// First met.
    pub since: DateTime<Utc>,
    /// When it was last judged.
    pub at: DateTime<Utc>,
    /// By whom.
    pub author: String,
}

/// Say whose a key is and how far it is believed. What was said before stays in the roster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JudgeKey {
    /// The public key, base64.
    pub key: String,
    /// What to call its holder; as before if left out.
    #[serde(default)]
    pub name: Option<String>,
    /// How far it is believed from now on.
    pub state: KeyState,
    /// Why.
    #[serde(default)]
    pub why: Option<String>,
}

/// Write one's own keys to a file that a passphrase protects, for another computer or a safe place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportKey {
    /// Protects the file.
    pub passphrase: Secret,
    /// Folder to write into; the user's documents folder if left out.
    #[serde(default)]
    pub folder: Option<String>,
}

/// Take over one's own keys from such a file. Those in use until now are kept aside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportKey {
    /// The file.
    pub file: FileFrom,
    /// What it was protected with.
    pub passphrase: Secret,
}

/// Give up one's own key for a new one, and write a signed statement that says so, for everybody who knows the old one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RenewKey {
    /// The old key may be in other hands: nothing signed with it is to be believed, the statement's word on the new key
    /// included.
    pub lost: bool,
    /// Why, for the readers of the statement.
    #[serde(default)]
    pub why: Option<String>,
    /// Folder to write the statement into; the user's documents folder if left out.
    #[serde(default)]
    pub folder: Option<String>,
}

/// The new key, and the statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Renewed {
    /// The new key.
    pub own: KeyView,
    /// The statement's file.
    pub statement: String,
}

/// Read somebody's statement that they gave up a key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadStatement {
    /// The file.
    pub file: FileFrom,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatementRead {
    /// Who wrote it, by their own word.
    pub author: String,
    /// Fingerprint of the key that was given up.
    pub fingerprint: String,
    /// What its holder is called here; `None` if the key was not known here, and nothing was changed.
    pub name: Option<String>,
    /// The old key may be in other hands.
    pub lost: bool,
    /// Why, in the author's words.
    pub why: Option<String>,
    /// The new key, if it is known from now on: by the word of an old one that was not lost.
    pub next: Option<KnownKey>,
}

impl StatementRead {
    /// What became of it, in words. A name that is known here counts more than what somebody calls themselves.
    #[must_use]
    pub fn told(&self, words: &Words) -> String {
        let key = match (&self.name, &self.next) {
            (None, _) => "key-statement-unknown",
            (Some(_), Some(_)) => "key-statement-next",
            (Some(_), None) if self.lost => "key-statement-lost",
            (Some(_), None) => "key-statement-believed",
        };
        let author = self.name.as_ref().unwrap_or(&self.author);
        let next = self.next.as_ref().map(|next| next.words.as_str()).unwrap_or_default();
        let facts = [
            ("author", author.as_str().into()),
            ("fingerprint", self.fingerprint.as_str().into()),
            ("words", next.into()),
        ];
        words.say_with(key, &facts)
    }
}
