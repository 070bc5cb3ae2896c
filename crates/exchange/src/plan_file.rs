//! The signed plan file (`*.tsplan`): one athlete's week as it counts, with the proposal, the coach's changes and the shared
//! notes. The format is described for other programs in `docs/plan-file.md`.
//!
//! The whole file is canonical JSON (RFC 8785) and must equal, byte for byte, what this module writes for the values read
//! from it. So there is one file for one content, and a changed byte anywhere is refused: inside the payload by the
//! signature, outside it by the form.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Utc};
use domain::annotation::Annotation;
use domain::athlete::Athlete;
use domain::effective::{EffectiveWeek, active, effective};
use domain::id::{AthleteId, OverrideId};
use domain::overrides::Override;
use domain::plan::{PlanWeek, Proposal};
use domain::week::Week;
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use serde::{Deserialize, Serialize};

/// What the `format` field says.
pub const FORMAT: &str = "trackside-plan";

/// The version written and the newest one read.
pub const VERSION: u32 = 2;

/// The largest file read, bytes. A week with a hundred changes stays under 200 kB.
pub const MAX_BYTES: usize = 4 * 1024 * 1024;

/// The file's extension.
pub const EXTENSION: &str = "tsplan";

/// What a plan file says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanFile {
    /// Who wrote it, by their own word; the key says who signed.
    pub author: String,
    /// For whom.
    pub athlete: PlanAthlete,
    /// Which week.
    pub week: Week,
    /// When it was written.
    pub written_at: DateTime<Utc>,
    /// The week as it counts: proposal and changes combined.
    pub effective: EffectiveWeek,
    /// The model's proposal.
    pub proposal: Proposal,
    /// The coach's changes, oldest first, those taken back included.
    pub overrides: Vec<Override>,
    /// The changes that count.
    pub active: Vec<OverrideId>,
    /// Notes meant to be shared, oldest first.
    pub notes: Vec<Annotation>,
}

/// The athlete of a plan file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanAthlete {
    /// Identity in the roster that wrote the file.
    pub id: AthleteId,
    /// Name.
    pub name: String,
}

impl PlanFile {
    /// The file of a week, and how many private notes were left out. Notes that a later one replaced are left out silently.
    #[must_use]
    pub fn of(plan: &PlanWeek, athlete: &Athlete, author: &str, written_at: DateTime<Utc>) -> (PlanFile, u32) {
        let replaced = |note: &Annotation| plan.annotations.iter().any(|later| later.supersedes == Some(note.id));
        let current: Vec<&Annotation> = plan.annotations.iter().filter(|note| !replaced(note)).collect();
        let withheld = current.iter().filter(|note| !note.shared).count();
        let file = PlanFile {
            author: author.to_owned(),
            athlete: PlanAthlete { id: athlete.id, name: athlete.name.clone() },
            week: plan.week,
            written_at,
            effective: effective(&plan.proposal, &plan.overrides),
            proposal: plan.proposal.clone(),
            overrides: plan.overrides.clone(),
            active: active(&plan.overrides).into_iter().collect(),
            notes: current.into_iter().filter(|note| note.shared).cloned().collect(),
        };
        (file, u32::try_from(withheld).unwrap_or(u32::MAX))
    }
}

/// A plan file whose signature holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Verified {
    /// What it says.
    pub file: PlanFile,
    /// The key that signed it.
    pub key: VerifyingKey,
}

impl Verified {
    /// The fingerprint of the key that signed.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        fingerprint(&self.key)
    }
}

/// Why a plan file is refused or cannot be written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlanFileFault {
    /// Larger than any plan.
    #[error("the file has {bytes} bytes; a plan file has at most {limit}")]
    TooLarge {
        /// Its size.
        bytes: u64,
        /// The largest size read.
        limit: u64,
    },
    /// Not JSON of this kind.
    #[error("this is not a plan file, or it is damaged{}", at_byte.map(|at| format!(" near byte {at}")).unwrap_or_default())]
    NotAPlanFile {
        /// Where reading stopped, if it is known.
        at_byte: Option<u64>,
    },
    /// Written by a newer program.
    #[error("the plan file has version {found}; this program reads up to {known}")]
    NewerVersion {
        /// Its version.
        found: u64,
        /// The newest version read here.
        known: u32,
    },
    /// A field is missing, unknown, or holds something else than it should.
    #[error("the plan file is damaged: {field}")]
    BadField {
        /// Which, and what is wrong with it.
        field: String,
    },
    /// Not written in the one form a plan file has: somebody changed it.
    #[error("the plan file was changed: byte {at_byte} is not as it was written")]
    NotCanonical {
        /// First byte that differs from the form.
        at_byte: u64,
    },
    /// The key inside is not a key.
    #[error("the plan file's key is not a key")]
    BadKey,
    /// The signature does not belong to this content and key: somebody changed it.
    #[error("the plan file's signature does not hold: its content or key was changed")]
    BadSignature,
    /// A value has no place in a file: a number that is not finite.
    #[error("the plan cannot be written: {why}")]
    NotWritable {
        /// What is wrong.
        why: String,
    },
}

impl PlanFileFault {
    /// The stable name used in the words file (`fault-<code>-what`, `fault-<code>-next`).
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            PlanFileFault::TooLarge { .. } => "plan-too-large",
            PlanFileFault::NotAPlanFile { .. } => "not-a-plan-file",
            PlanFileFault::NewerVersion { .. } => "plan-newer",
            PlanFileFault::BadField { .. } => "plan-field",
            PlanFileFault::NotCanonical { .. } => "plan-not-canonical",
            PlanFileFault::BadKey => "plan-key",
            PlanFileFault::BadSignature => "plan-signature",
            PlanFileFault::NotWritable { .. } => "plan-not-writable",
        }
    }
}

/// The outer object, in the order in which canonical JSON writes it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Envelope {
    format: String,
    key: String,
    payload: PlanFile,
    signature: String,
    version: u32,
}

/// The part of the outer object that says how to read the rest.
#[derive(Deserialize)]
struct Head {
    format: String,
    version: u64,
}

/// Writes and signs a plan file.
///
/// # Errors
/// [`PlanFileFault::NotWritable`] if the plan holds a number that JSON cannot carry; [`PlanFileFault::TooLarge`] if nobody
/// could read it back.
pub fn write(file: &PlanFile, key: &SigningKey) -> Result<Vec<u8>, PlanFileFault> {
    let signature = key.sign(&signed_bytes(file, VERSION)?);
    let bytes = canonical(&Envelope {
        format: FORMAT.to_owned(),
        key: STANDARD.encode(key.verifying_key().as_bytes()),
        payload: file.clone(),
        signature: STANDARD.encode(signature.to_bytes()),
        version: VERSION,
    })?;
    // What cannot be read back must not leave the house.
    match read(&bytes) {
        Ok(_) => Ok(bytes),
        Err(PlanFileFault::TooLarge { bytes, limit }) => Err(PlanFileFault::TooLarge { bytes, limit }),
        Err(fault) => Err(PlanFileFault::NotWritable { why: fault.to_string() }),
    }
}

/// Reads and verifies a plan file. The file's own key is what it is verified with: whether that key is known and trusted
/// is for the reader to decide, by its [`fingerprint`].
///
/// # Errors
/// [`PlanFileFault`] says why it is refused. Never panics, whatever the bytes.
pub fn read(bytes: &[u8]) -> Result<Verified, PlanFileFault> {
    if bytes.len() > MAX_BYTES {
        return Err(PlanFileFault::TooLarge { bytes: bytes.len() as u64, limit: MAX_BYTES as u64 });
    }
    let text = std::str::from_utf8(bytes)
        .map_err(|error| PlanFileFault::NotAPlanFile { at_byte: Some(error.valid_up_to() as u64) })?;
    let head: Head = serde_json::from_str(text)
        .map_err(|error| PlanFileFault::NotAPlanFile { at_byte: u64::try_from(error.column()).ok() })?;
    if head.format != FORMAT {
        return Err(PlanFileFault::NotAPlanFile { at_byte: None });
    }
    if head.version > u64::from(VERSION) {
        return Err(PlanFileFault::NewerVersion { found: head.version, known: VERSION });
    }
    if head.version == 0 {
        return Err(PlanFileFault::BadField { field: "version".to_owned() });
    }
    let envelope: Envelope =
        serde_json::from_str(text).map_err(|error| PlanFileFault::BadField { field: error.to_string() })?;
    let again = canonical(&envelope)?;
    if again != bytes {
        let at = again.iter().zip(bytes).position(|(a, b)| a != b).unwrap_or(again.len().min(bytes.len()));
        return Err(PlanFileFault::NotCanonical { at_byte: at as u64 });
    }
    let key: [u8; 32] = decoded(&envelope.key).ok_or(PlanFileFault::BadKey)?;
    let key = VerifyingKey::from_bytes(&key).map_err(|_| PlanFileFault::BadKey)?;
    let signature: [u8; 64] = decoded(&envelope.signature).ok_or(PlanFileFault::BadSignature)?;
    key.verify_strict(&signed_bytes(&envelope.payload, envelope.version)?, &Signature::from_bytes(&signature))
        .map_err(|_| PlanFileFault::BadSignature)?;
    Ok(Verified { file: envelope.payload, key })
}

/// A key's fingerprint: the first 16 bytes of its blake3 hash, as groups of four hexadecimal digits.
#[must_use]
pub fn fingerprint(key: &VerifyingKey) -> String {
    let hash = blake3::hash(key.as_bytes());
    let groups: Vec<String> =
        hash.as_bytes()[..16].chunks(2).map(|pair| pair.iter().map(|byte| format!("{byte:02x}")).collect()).collect();
    groups.join(" ")
}

/// What is signed: format and version as a line of their own, so that the signature fits nothing else, then the payload.
fn signed_bytes(file: &PlanFile, version: u32) -> Result<Vec<u8>, PlanFileFault> {
    let mut bytes = format!("{FORMAT}/{version}\n").into_bytes();
    bytes.extend(canonical(file)?);
    Ok(bytes)
}

fn canonical(value: &impl Serialize) -> Result<Vec<u8>, PlanFileFault> {
    serde_jcs::to_vec(value).map_err(|error| PlanFileFault::NotWritable { why: error.to_string() })
}

fn decoded<const N: usize>(text: &str) -> Option<[u8; N]> {
    STANDARD.decode(text).ok()?.try_into().ok()
}
