//! A person's signed word that they gave up a key (`*.tskey`), in the form of [`crate::signed`], signed by that very key.

use chrono::{DateTime, Utc};
use domain::provenance::Stamp;
use ed25519_dalek::{SigningKey, VerifyingKey};
use serde::{Deserialize, Serialize};

use crate::signed::sound::{bad, length, moment, name};
use crate::signed::{self, Payload, SignedFault, Verified, check_stamp, key_of, key_text};

/// The file's extension.
pub const EXTENSION: &str = "tskey";

/// The longest reason, characters.
const WHY: usize = 2000;

const NEXT: &str = "trackside-next-key/1";

/// What is said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyStatement {
    /// Who, by their own word.
    pub author: String,
    /// When.
    pub at: DateTime<Utc>,
    /// The key may be in other hands: whoever holds it could have written this too, so its word on the next key counts for
    /// nothing.
    pub lost: bool,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// The next key, 32 bytes in base64.
    pub next: String,
    /// The next key's signature on the old key: it is held by the same person, not merely named.
    pub agreed: Stamp,
}

impl Payload for KeyStatement {
    const FORMAT: &'static str = "trackside-key-statement";
    const VERSION: u32 = 1;
    const MAX_BYTES: usize = 64 * 1024;
}

/// Writes the statement that `old` is given up for `next`.
///
/// # Errors
/// [`SignedFault::NotWritable`] if a text holds what no reader would take.
pub fn write(
    (old, next): (&SigningKey, &SigningKey),
    author: &str,
    at: DateTime<Utc>,
    lost: bool,
    why: Option<String>,
) -> Result<Vec<u8>, SignedFault> {
    let statement = KeyStatement {
        author: author.to_owned(),
        at,
        lost,
        why,
        next: key_text(&next.verifying_key()),
        agreed: signed::stamp(NEXT, &key_text(&old.verifying_key()), next)?,
    };
    signed::write(&statement, old)
}

/// Reads a statement: what it says with the key that was given up, and the next key, which agreed to it.
///
/// # Errors
/// [`SignedFault`] says why it is refused. Never panics, whatever the bytes.
pub fn read(bytes: &[u8]) -> Result<(Verified<KeyStatement>, VerifyingKey), SignedFault> {
    let verified: Verified<KeyStatement> = signed::read(bytes)?;
    let said = &verified.payload;
    name("author", &said.author)?;
    moment("at", said.at)?;
    said.why.as_deref().map_or(Ok(()), |why| length("why", why, WHY))?;
    let next = key_of(&said.next)?;
    let agreed = check_stamp(&said.agreed, NEXT, &key_text(&verified.key))?;
    if agreed != next || next == verified.key {
        return Err(bad("next"));
    }
    Ok((verified, next))
}
