//! Bytes only their reader can open, in the age format (age-encryption.org/v1): to a passphrase, or to the keys of people.
//!
//! The cryptography is the `age` crate's. Here are the bounds a file of a stranger must keep before anything is spent on it
//! (its header, the work of its passphrase, the size of what comes out), and faults that can be told to a person. Nothing is
//! handed on before it was proven whole: the payload is read to its end first.

use std::io::{Read as _, Write as _};

use age::scrypt;
use age::{DecryptError, Decryptor, EncryptError, Encryptor};

pub use age::secrecy::{ExposeSecret, SecretString};
pub use age::x25519::{Identity, Recipient};

/// How every file of this format begins.
const MAGIC: &[u8] = b"age-encryption.org/v1\n";

/// How far the header may reach, bytes. A recipient takes about 100: some six hundred people, tried one by one.
const MAX_HEADER: usize = 64 * 1024;

/// Work to try one passphrase, as the power of two of scrypt's N (with r = 8, p = 1): 128 MB and a good part of a second.
const WORK: u8 = 17;

/// The most work done for a file that asks for it: half a gigabyte, some seconds.
const MAX_WORK: u8 = 19;

/// The fewest characters of a passphrase. Length is what counts; no rule on which characters.
pub const MIN_PASSPHRASE: usize = 12;

/// Whom something is sealed for.
pub enum To<'a> {
    /// Whoever knows this.
    Passphrase(&'a SecretString),
    /// Whoever holds the key of one of these.
    Recipients(&'a [Recipient]),
}

/// What opens it.
pub enum With<'a> {
    /// The passphrase it was sealed with.
    Passphrase(&'a SecretString),
    /// The key of one of those it was sealed for.
    Identity(&'a Identity),
}

/// What a sealed file asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lock {
    /// A passphrase.
    Passphrase,
    /// The key of one of its recipients.
    Identity,
}

/// Why nothing was sealed or opened. Never holds what was entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SealedFault {
    /// The bytes are not in this format.
    #[error("this is not an encrypted file of this kind")]
    NotSealed,
    /// Sealed by a version of the format this program does not know, or by means it does not have.
    #[error("the file is encrypted in a way this program does not know")]
    Unknown,
    /// It wants the other kind of secret.
    #[error("the file wants {wants:?}")]
    OtherLock {
        /// What it wants.
        wants: Lock,
    },
    /// The passphrase is not the one, or no key here is one of its recipients'.
    #[error("the passphrase or the key is not the one it was encrypted with")]
    WrongSecret,
    /// It asks for more work than any file this program reads.
    #[error("the file asks for 2^{asked} rounds; at most 2^{limit} are done")]
    TooMuchWork {
        /// What it asks for, as a power of two.
        asked: u8,
        /// The most that is done.
        limit: u8,
    },
    /// Cut short, or changed after it was sealed.
    #[error("the encrypted file is cut short, or was changed")]
    Damaged,
    /// What is inside is larger than what was expected there.
    #[error("the encrypted file holds more than {limit} bytes")]
    TooLarge {
        /// The most that is taken out.
        limit: u64,
    },
    /// Too short to protect anything.
    #[error("a passphrase has at least {least} characters")]
    ShortPassphrase {
        /// The fewest characters.
        least: usize,
    },
    /// Nobody to seal it for.
    #[error("no recipient was named")]
    NoRecipient,
    /// A text that is not a recipient's public key.
    #[error("this is not a recipient's key")]
    BadRecipient,
}

/// Encrypts `bytes`. Two calls never give the same file.
///
/// # Errors
/// [`SealedFault::ShortPassphrase`] or [`SealedFault::NoRecipient`].
pub fn seal(bytes: &[u8], to: &To<'_>) -> Result<Vec<u8>, SealedFault> {
    let encryptor = match to {
        To::Passphrase(passphrase) => {
            if passphrase.expose_secret().chars().count() < MIN_PASSPHRASE {
                return Err(SealedFault::ShortPassphrase { least: MIN_PASSPHRASE });
            }
            let mut recipient = scrypt::Recipient::new((*passphrase).clone());
            recipient.set_work_factor(WORK);
            Encryptor::with_recipients(std::iter::once(&recipient as _))
        }
        To::Recipients(recipients) => Encryptor::with_recipients(recipients.iter().map(|one| one as _)),
    };
    let encryptor = encryptor.map_err(|fault| match fault {
        EncryptError::MissingRecipients => SealedFault::NoRecipient,
        _ => SealedFault::BadRecipient,
    })?;
    let mut sealed = Vec::with_capacity(bytes.len() + bytes.len() / 4096 + 1024);
    let written = encryptor.wrap_output(&mut sealed).and_then(|mut writer| {
        writer.write_all(bytes)?;
        writer.finish()
    });
    written.map_err(|_| SealedFault::Damaged)?;
    Ok(sealed)
}

/// Decrypts what [`seal`] or any other program of the format made, if it holds at most `limit` bytes.
///
/// # Errors
/// [`SealedFault`]; nothing of a file that is not whole is returned.
pub fn open(sealed: &[u8], with: &With<'_>, limit: u64) -> Result<Vec<u8>, SealedFault> {
    let wants = lock(sealed)?;
    let decryptor = Decryptor::new(sealed).map_err(|fault| told(&fault))?;
    let reader = match (with, wants) {
        (With::Passphrase(passphrase), Lock::Passphrase) => {
            let mut identity = scrypt::Identity::new((*passphrase).clone());
            identity.set_max_work_factor(MAX_WORK);
            decryptor.decrypt(std::iter::once(&identity as _))
        }
        (With::Identity(identity), Lock::Identity) => decryptor.decrypt(std::iter::once(*identity as _)),
        (_, wants) => return Err(SealedFault::OtherLock { wants }),
    };
    let mut bytes = Vec::new();
    reader
        .map_err(|fault| told(&fault))?
        .take(limit.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|_| SealedFault::Damaged)?;
    if bytes.len() as u64 > limit { Err(SealedFault::TooLarge { limit }) } else { Ok(bytes) }
}

/// Whether the bytes begin as a sealed file does.
#[must_use]
pub fn is_sealed(head: &[u8]) -> bool {
    head.starts_with(MAGIC)
}

/// What a sealed file asks for. Cheap: nothing is derived or decrypted.
///
/// # Errors
/// [`SealedFault::NotSealed`], [`SealedFault::Unknown`] or [`SealedFault::Damaged`].
pub fn lock(sealed: &[u8]) -> Result<Lock, SealedFault> {
    if !is_sealed(sealed) {
        let newer = sealed.starts_with(b"age-encryption.org/");
        return Err(if newer { SealedFault::Unknown } else { SealedFault::NotSealed });
    }
    let head = &sealed[..sealed.len().min(MAX_HEADER)];
    // The header ends in a line of its own with its check value.
    if !head.windows(5).any(|line| line == b"\n--- ") {
        return Err(SealedFault::Damaged);
    }
    let decryptor = Decryptor::new(sealed).map_err(|fault| told(&fault))?;
    Ok(if decryptor.is_scrypt() { Lock::Passphrase } else { Lock::Identity })
}

/// A recipient's public key from its text (`age1…`).
///
/// # Errors
/// [`SealedFault::BadRecipient`].
pub fn recipient(text: &str) -> Result<Recipient, SealedFault> {
    text.trim().parse().map_err(|_| SealedFault::BadRecipient)
}

fn told(fault: &DecryptError) -> SealedFault {
    match fault {
        DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed | DecryptError::NoMatchingKeys => {
            SealedFault::WrongSecret
        }
        DecryptError::ExcessiveWork { required, .. } => SealedFault::TooMuchWork { asked: *required, limit: MAX_WORK },
        DecryptError::UnknownFormat => SealedFault::Unknown,
        // Reading from memory fails only where the bytes are not what was written.
        _ => SealedFault::Damaged,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secret(text: &str) -> SecretString {
        SecretString::from(text.to_owned())
    }

    #[test]
    fn what_was_sealed_opens_with_its_passphrase_and_with_no_other() {
        let right = secret("a heron by the weir");
        let sealed = seal(b"forty minutes easy", &To::Passphrase(&right)).expect("sealed");
        assert!(!sealed.windows(5).any(|five| five == b"forty"));
        assert_eq!(lock(&sealed), Ok(Lock::Passphrase));
        assert_eq!(open(&sealed, &With::Passphrase(&right), 100).as_deref(), Ok(&b"forty minutes easy"[..]));
        let wrong = secret("a heron by the bridge");
        assert_eq!(open(&sealed, &With::Passphrase(&wrong), 100), Err(SealedFault::WrongSecret));
        let other = With::Identity(&Identity::generate());
        assert_eq!(open(&sealed, &other, 100), Err(SealedFault::OtherLock { wants: Lock::Passphrase }));
        let fewest = SealedFault::ShortPassphrase { least: MIN_PASSPHRASE };
        assert_eq!(seal(b"", &To::Passphrase(&secret("short"))), Err(fewest));
        assert!(!format!("{right:?}").contains("heron"), "a secret is not in any log");
    }

    #[test]
    fn what_was_sealed_for_people_opens_with_the_key_of_each() {
        let (one, other, stranger) = (Identity::generate(), Identity::generate(), Identity::generate());
        let text = other.to_public().to_string();
        let recipients = [one.to_public(), recipient(&text).expect("its own text")];
        let sealed = seal(b"rest day", &To::Recipients(&recipients)).expect("sealed");
        for identity in [&one, &other] {
            assert_eq!(open(&sealed, &With::Identity(identity), 8).as_deref(), Ok(&b"rest day"[..]));
        }
        assert_eq!(open(&sealed, &With::Identity(&stranger), 8), Err(SealedFault::WrongSecret));
        assert_eq!(open(&sealed, &With::Identity(&one), 7), Err(SealedFault::TooLarge { limit: 7 }));
        assert_eq!(seal(b"", &To::Recipients(&[])), Err(SealedFault::NoRecipient));
        assert!(matches!(recipient("age1nobody"), Err(SealedFault::BadRecipient)));
    }

    #[test]
    fn no_changed_or_cut_file_opens() {
        let identity = Identity::generate();
        let sealed = seal(&[7; 300], &To::Recipients(&[identity.to_public()])).expect("sealed");
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert!(open(&changed, &With::Identity(&identity), 1000).is_err(), "byte {at} changed");
            assert!(open(&sealed[..at], &With::Identity(&identity), 1000).is_err(), "cut at {at}");
        }
        assert_eq!(open(b"{}", &With::Identity(&identity), 10), Err(SealedFault::NotSealed));
        assert_eq!(lock(b"age-encryption.org/v9\n"), Err(SealedFault::Unknown));
    }

    #[test]
    fn a_file_that_asks_for_endless_work_is_refused_at_once() {
        let right = secret("a heron by the weir");
        let sealed = seal(b"x", &To::Passphrase(&right)).expect("sealed");
        let end = sealed.windows(5).position(|five| five == b"\n--- ").expect("a header");
        let header = String::from_utf8_lossy(&sealed[..end]).replacen(" 17\n", " 40\n", 1);
        let hostile = [header.as_bytes(), &sealed[end..]].concat();
        let asked = SealedFault::TooMuchWork { asked: 40, limit: MAX_WORK };
        assert_eq!(open(&hostile, &With::Passphrase(&right), 10), Err(asked));
        let long = [MAGIC, "-> X25519 a b\n".repeat(20_000).as_bytes()].concat();
        assert_eq!(lock(&long), Err(SealedFault::Damaged));
    }
}
