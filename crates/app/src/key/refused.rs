//! Why something about keys, plan files of others and encrypted files was not done, in words.

use contract::FaultCode;
use domain::words::Value;
use exchange::sealed::SealedFault;

type Words = (FaultCode, &'static str, Vec<(&'static str, Value)>);

/// A request about keys or a plan file that cannot be followed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the fields are the facts their names say; the message says the rest")]
pub enum KeyFault {
    #[error("the file is encrypted, and no passphrase came with the call")]
    PassphraseWanted,
    #[error("the decrypted file holds no keys")]
    NotAKeyFile,
    #[error("the key was revoked")]
    Revoked { name: String },
    #[error("session {session} is not one that can be taken from the file")]
    NotInFile { session: String },
    #[error("nothing that was taken from this file counts here")]
    NothingTaken,
    #[error("no change was named that has a text in this week")]
    NoSuchText,
    #[error("the file is another than the one that was read")]
    OtherFile,
    #[error("another key is known by that name")]
    NameTaken { name: String },
    #[error("only the name fits")]
    OnlyTheName { name: String },
}

impl KeyFault {
    /// Code, key and facts of its words.
    pub(crate) fn words(&self) -> Words {
        match self {
            KeyFault::PassphraseWanted => (FaultCode::Key, "passphrase-wanted", vec![]),
            KeyFault::NotAKeyFile => (FaultCode::Key, "not-a-key-file", vec![]),
            KeyFault::Revoked { name } => (FaultCode::PlanFile, "key-revoked", vec![("name", name.as_str().into())]),
            KeyFault::NotInFile { .. } => (FaultCode::Impossible, "not-in-file", vec![]),
            KeyFault::NothingTaken => (FaultCode::Impossible, "nothing-taken", vec![]),
            KeyFault::NoSuchText => (FaultCode::BadValue, "no-such-text", vec![]),
            KeyFault::OtherFile => (FaultCode::Impossible, "other-file", vec![]),
            KeyFault::NameTaken { name } => {
                (FaultCode::BadValue, "key-name-taken", vec![("name", name.as_str().into())])
            }
            KeyFault::OnlyTheName { name } => {
                (FaultCode::BadValue, "only-the-name", vec![("name", name.as_str().into())])
            }
        }
    }
}

/// Code, key and facts of the words of an encrypted file's fault.
pub(crate) fn sealed_words(fault: &SealedFault) -> Words {
    match fault {
        SealedFault::NotSealed => (FaultCode::Key, "sealed-not", vec![]),
        SealedFault::Unknown | SealedFault::TooMuchWork { .. } => (FaultCode::Key, "sealed-unknown", vec![]),
        SealedFault::OtherLock { .. } | SealedFault::WrongSecret => (FaultCode::Key, "sealed-wrong", vec![]),
        SealedFault::Damaged => (FaultCode::Key, "sealed-damaged", vec![]),
        SealedFault::TooLarge { limit } => {
            (FaultCode::Key, "sealed-large", vec![("limit", Value::Number(*limit as f64))])
        }
        SealedFault::ShortPassphrase { least } => {
            (FaultCode::BadValue, "passphrase-short", vec![("least", (*least).into())])
        }
        SealedFault::NoRecipient | SealedFault::BadRecipient => (FaultCode::BadValue, "bad-recipient", vec![]),
    }
}

#[cfg(test)]
mod tests {
    use exchange::sealed::Lock;
    use uuid::Uuid;

    use super::*;
    use crate::AppFault;

    #[test]
    fn every_fault_has_words_without_a_key_in_them() {
        let keys = [
            KeyFault::PassphraseWanted,
            KeyFault::NotAKeyFile,
            KeyFault::Revoked { name: "Bo Hart".to_owned() },
            KeyFault::NotInFile { session: String::new() },
            KeyFault::NothingTaken,
            KeyFault::NoSuchText,
            KeyFault::OtherFile,
            KeyFault::NameTaken { name: "Bo Hart".to_owned() },
            KeyFault::OnlyTheName { name: "Ada Fell".to_owned() },
        ];
        let sealed = [
            SealedFault::NotSealed,
            SealedFault::Unknown,
            SealedFault::OtherLock { wants: Lock::Identity },
            SealedFault::WrongSecret,
            SealedFault::TooMuchWork { asked: 30, limit: 19 },
            SealedFault::Damaged,
            SealedFault::TooLarge { limit: 7 },
            SealedFault::ShortPassphrase { least: 12 },
            SealedFault::NoRecipient,
            SealedFault::BadRecipient,
        ];
        for fault in keys.into_iter().map(AppFault::from).chain(sealed.into_iter().map(AppFault::from)) {
            let told = fault.told("test", &Uuid::nil());
            for part in [&told.what, &told.next] {
                assert!(!part.contains("fault-") && !part.contains('{') && part.ends_with('.'), "{fault:?}: {part}");
            }
        }
    }
}
