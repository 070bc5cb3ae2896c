//! The one form of every signed file of this program: an envelope of format, version, key, payload and signature in
//! canonical JSON (RFC 8785). Plan files, return files, exported keys and statements about keys are all written and read here.
//!
//! A file must equal, byte for byte, what this module writes for the values read from it. So there is one file for one
//! content, and a changed byte anywhere is refused: inside the payload by the signature, outside it by the form.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::provenance::Stamp;
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

mod form;
pub(crate) mod sound;

/// A kind of signed file. Its fields must refuse what they do not know (`deny_unknown_fields`), or come back from reading
/// as they were written: else the file is refused as changed.
pub trait Payload: Serialize + DeserializeOwned {
    /// What the `format` field says.
    const FORMAT: &'static str;
    /// The version written and the newest one read.
    const VERSION: u32;
    /// The largest file read, bytes.
    const MAX_BYTES: usize;
}

/// A payload whose signature holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Verified<P> {
    /// What it says.
    pub payload: P,
    /// The key that signed it. Whose that is, and whether it is trusted, is for the reader to decide.
    pub key: VerifyingKey,
    /// The version it was written in.
    pub version: u32,
}

impl<P> Verified<P> {
    /// The fingerprint of the key that signed.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        fingerprint(&self.key)
    }
}

/// Why a signed file is refused or cannot be written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SignedFault {
    /// Larger than any file of its kind.
    #[error("the file has {bytes} bytes; one of its kind has at most {limit}")]
    TooLarge {
        /// Its size.
        bytes: u64,
        /// The largest size read.
        limit: u64,
    },
    /// Not JSON of this kind.
    #[error("this is not a {format} file, or it is damaged{}", at_byte.map(|at| format!(" near byte {at}")).unwrap_or_default())]
    NotOfThisKind {
        /// The kind that was expected.
        format: &'static str,
        /// Where reading stopped, if it is known.
        at_byte: Option<u64>,
    },
    /// Lists in lists in lists: no file of ours, and a trap for readers.
    #[error("the file is nested deeper than {limit} levels at byte {at_byte}")]
    TooDeep {
        /// Where.
        at_byte: u64,
        /// The deepest level read.
        limit: u32,
    },
    /// A number larger or longer than any that is written.
    #[error("the file holds a number that cannot be at byte {at_byte}")]
    HugeNumber {
        /// Where.
        at_byte: u64,
    },
    /// A control character in a text: nothing a person types, and a trap for terminals.
    #[error("the file holds a control character at byte {at_byte}")]
    ControlCharacter {
        /// Where.
        at_byte: u64,
    },
    /// Written by a newer program.
    #[error("the file has version {found}; this program reads up to {known}")]
    NewerVersion {
        /// Its version.
        found: u64,
        /// The newest version read here.
        known: u32,
    },
    /// A field is missing, unknown, or holds something else than it should.
    #[error("the file is damaged: {field}")]
    BadField {
        /// Which, and what is wrong with it.
        field: String,
    },
    /// Not written in the one form a file has: somebody changed it.
    #[error("the file was changed: byte {at_byte} is not as it was written")]
    NotCanonical {
        /// First byte that differs from the form.
        at_byte: u64,
    },
    /// The key inside is not a key.
    #[error("the file's key is not a key")]
    BadKey,
    /// The signature does not belong to this content and key: somebody changed it.
    #[error("the file's signature does not hold: its content or key was changed")]
    BadSignature,
    /// A value has no place in a file, such as a number that is not finite.
    #[error("the file cannot be written: {why}")]
    NotWritable {
        /// What is wrong.
        why: String,
    },
}

impl SignedFault {
    /// The stable name used in the words file (`fault-<code>-what`, `fault-<code>-next`).
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            SignedFault::TooLarge { .. } => "signed-too-large",
            SignedFault::NotOfThisKind { .. } => "signed-other-kind",
            SignedFault::TooDeep { .. } => "signed-too-deep",
            SignedFault::HugeNumber { .. } => "signed-huge-number",
            SignedFault::ControlCharacter { .. } => "signed-control-character",
            SignedFault::NewerVersion { .. } => "signed-newer",
            SignedFault::BadField { .. } => "signed-field",
            SignedFault::NotCanonical { .. } => "signed-not-canonical",
            SignedFault::BadKey => "signed-key",
            SignedFault::BadSignature => "signed-signature",
            SignedFault::NotWritable { .. } => "signed-not-writable",
        }
    }
}

/// The outer object, in the order in which canonical JSON writes it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Envelope<P> {
    format: String,
    key: String,
    payload: P,
    signature: String,
    version: u32,
}

/// The part of the outer object that says how to read the rest.
#[derive(Deserialize)]
struct Head {
    format: String,
    version: u64,
}

/// Writes and signs a file.
///
/// # Errors
/// [`SignedFault::NotWritable`] if the payload holds what no reader would take; [`SignedFault::TooLarge`] likewise.
pub fn write<P: Payload>(payload: &P, key: &SigningKey) -> Result<Vec<u8>, SignedFault> {
    let signature = key.sign(&signed_bytes(P::FORMAT, P::VERSION, payload)?);
    let bytes = canonical(&Envelope {
        format: P::FORMAT.to_owned(),
        key: key_text(&key.verifying_key()),
        payload,
        signature: STANDARD.encode(signature.to_bytes()),
        version: P::VERSION,
    })?;
    // What cannot be read back must not leave the house.
    match read::<P>(&bytes) {
        Ok(_) => Ok(bytes),
        Err(large @ SignedFault::TooLarge { .. }) => Err(large),
        Err(fault) => Err(SignedFault::NotWritable { why: fault.to_string() }),
    }
}

/// Reads and verifies a file, with the key inside it.
///
/// # Errors
/// [`SignedFault`] says why it is refused. Never panics, whatever the bytes.
pub fn read<P: Payload>(bytes: &[u8]) -> Result<Verified<P>, SignedFault> {
    let other_kind = |at_byte| SignedFault::NotOfThisKind { format: P::FORMAT, at_byte };
    if bytes.len() > P::MAX_BYTES {
        return Err(SignedFault::TooLarge { bytes: bytes.len() as u64, limit: P::MAX_BYTES as u64 });
    }
    let text = std::str::from_utf8(bytes).map_err(|error| other_kind(Some(error.valid_up_to() as u64)))?;
    form::check(text)?;
    let head: Head = serde_json::from_str(text).map_err(|error| other_kind(u64::try_from(error.column()).ok()))?;
    if head.format != P::FORMAT {
        return Err(other_kind(None));
    }
    if head.version > u64::from(P::VERSION) {
        return Err(SignedFault::NewerVersion { found: head.version, known: P::VERSION });
    }
    if head.version == 0 {
        return Err(SignedFault::BadField { field: "version".to_owned() });
    }
    let envelope: Envelope<P> =
        serde_json::from_str(text).map_err(|error| SignedFault::BadField { field: short(&error.to_string()) })?;
    let again = canonical(&envelope)?;
    if again != bytes {
        let at = again.iter().zip(bytes).position(|(a, b)| a != b).unwrap_or(again.len().min(bytes.len()));
        return Err(SignedFault::NotCanonical { at_byte: at as u64 });
    }
    let key = key_of(&envelope.key)?;
    verify(&signed_bytes(P::FORMAT, envelope.version, &envelope.payload)?, &key, &envelope.signature)?;
    Ok(Verified { payload: envelope.payload, key, version: envelope.version })
}

/// Signs one part of a file. `context` names what it is (`trackside-override/1`), so that the signature fits nothing else.
///
/// # Errors
/// [`SignedFault::NotWritable`] if the part cannot be written as JSON.
pub fn stamp(context: &str, part: &impl Serialize, key: &SigningKey) -> Result<Stamp, SignedFault> {
    let signature = key.sign(&bytes_of(context, part)?);
    Ok(Stamp { key: key_text(&key.verifying_key()), signature: STANDARD.encode(signature.to_bytes()) })
}

/// Whose stamp it is, if it belongs to this part.
///
/// # Errors
/// [`SignedFault::BadKey`] or [`SignedFault::BadSignature`] if it does not.
pub fn check_stamp(stamp: &Stamp, context: &str, part: &impl Serialize) -> Result<VerifyingKey, SignedFault> {
    let key = key_of(&stamp.key)?;
    verify(&bytes_of(context, part)?, &key, &stamp.signature)?;
    Ok(key)
}

/// A key's fingerprint: the first 16 bytes of its blake3 hash, as groups of four hexadecimal digits.
#[must_use]
pub fn fingerprint(key: &VerifyingKey) -> String {
    let hash = blake3::hash(key.as_bytes());
    let groups: Vec<String> =
        hash.as_bytes()[..16].chunks(2).map(|pair| pair.iter().map(|byte| format!("{byte:02x}")).collect()).collect();
    groups.join(" ")
}

/// The same 16 bytes as twelve words of the BIP 39 English list, the last of which holds a checksum: to be read out and
/// compared.
#[must_use]
pub fn fingerprint_words(key: &VerifyingKey) -> String {
    let hash = blake3::hash(key.as_bytes());
    // Sixteen bytes are one of the lengths that have words.
    bip39::Mnemonic::from_entropy(&hash.as_bytes()[..16]).map(|words| words.to_string()).unwrap_or_default()
}

/// A public key as text: base64 of its 32 bytes.
#[must_use]
pub fn key_text(key: &VerifyingKey) -> String {
    STANDARD.encode(key.as_bytes())
}

/// The public key that a text holds.
///
/// # Errors
/// [`SignedFault::BadKey`].
pub fn key_of(text: &str) -> Result<VerifyingKey, SignedFault> {
    let bytes: [u8; 32] = decoded(text).ok_or(SignedFault::BadKey)?;
    VerifyingKey::from_bytes(&bytes).map_err(|_| SignedFault::BadKey)
}

/// What is signed of a file: format and version as a line of their own, so that the signature fits nothing else.
fn signed_bytes(format: &str, version: u32, payload: &impl Serialize) -> Result<Vec<u8>, SignedFault> {
    bytes_of(&format!("{format}/{version}"), payload)
}

fn bytes_of(context: &str, part: &impl Serialize) -> Result<Vec<u8>, SignedFault> {
    let mut bytes = format!("{context}\n").into_bytes();
    bytes.extend(canonical(part)?);
    Ok(bytes)
}

fn verify(bytes: &[u8], key: &VerifyingKey, signature: &str) -> Result<(), SignedFault> {
    let signature: [u8; 64] = decoded(signature).ok_or(SignedFault::BadSignature)?;
    key.verify_strict(bytes, &Signature::from_bytes(&signature)).map_err(|_| SignedFault::BadSignature)
}

fn canonical(value: &impl Serialize) -> Result<Vec<u8>, SignedFault> {
    serde_jcs::to_vec(value).map_err(|error| SignedFault::NotWritable { why: error.to_string() })
}

/// As much of what a reader says as a person reads: it quotes the file, which may hold a name of megabytes.
fn short(text: &str) -> String {
    text.chars().take(200).collect()
}

fn decoded<const N: usize>(text: &str) -> Option<[u8; N]> {
    STANDARD.decode(text).ok()?.try_into().ok()
}
