//! Whose keys are known here. A key is a stranger's until a person names it; every word about it is one more row, and the
//! newest counts.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// How far a key is believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KeyState {
    /// Met before and named: the same key as then, but nobody compared the words.
    Known,
    /// The words were compared with the person by another way.
    Trusted,
    /// No longer that person's: lost, stolen or replaced.
    Revoked,
}

impl KeyState {
    /// Every state.
    pub const ALL: [KeyState; 3] = [KeyState::Known, KeyState::Trusted, KeyState::Revoked];

    /// The stable name used in words (`key-state-known`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            KeyState::Known => "known",
            KeyState::Trusted => "trusted",
            KeyState::Revoked => "revoked",
        }
    }
}

/// One word about a key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyWord {
    /// The ed25519 public key, 32 bytes in base64.
    pub key: String,
    /// What the user calls its holder.
    pub name: String,
    /// How far it is believed from now on.
    pub state: KeyState,
    /// Why, where something is to be said.
    pub why: Option<String>,
    /// Who said so.
    pub author: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// How the signer of a file stands here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// The key of this program.
    Own,
    /// Never met.
    Stranger,
    /// Never met, but it signs with the name of somebody whose key is known: somebody else, or they changed their key.
    OtherKey,
    /// See [`KeyState::Known`].
    Known,
    /// See [`KeyState::Trusted`].
    Trusted,
    /// See [`KeyState::Revoked`].
    Revoked,
}

impl Standing {
    /// The stable name used in words (`key-standing-stranger`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Standing::Own => "own",
            Standing::Stranger => "stranger",
            Standing::OtherKey => "other-key",
            Standing::Known => "known",
            Standing::Trusted => "trusted",
            Standing::Revoked => "revoked",
        }
    }
}

/// The newest word about each key, by name. `words` come oldest first.
#[must_use]
pub fn newest(words: &[KeyWord]) -> Vec<KeyWord> {
    let later = |at: usize, word: &KeyWord| words[at + 1..].iter().any(|other| other.key == word.key);
    let mut newest: Vec<KeyWord> =
        words.iter().enumerate().filter(|(at, word)| !later(*at, word)).map(|(_, word)| word.clone()).collect();
    newest.sort_by_key(|word| (word.name.to_lowercase(), word.at));
    newest
}

/// Whether two names look the same to a person: case and spaces do not tell people apart.
#[must_use]
pub fn alike(one: &str, other: &str) -> bool {
    let told = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    told(one) == told(other)
}

/// How a key stands that signed as `author`, going by the [`newest`] words. Keys of this program are for the caller to know.
#[must_use]
pub fn standing(newest: &[KeyWord], key: &str, author: &str) -> Standing {
    match newest.iter().find(|word| word.key == key) {
        Some(word) => match word.state {
            KeyState::Known => Standing::Known,
            KeyState::Trusted => Standing::Trusted,
            KeyState::Revoked => Standing::Revoked,
        },
        None if newest.iter().any(|word| word.state != KeyState::Revoked && alike(&word.name, author)) => {
            Standing::OtherKey
        }
        None => Standing::Stranger,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(key: &str, name: &str, state: KeyState) -> KeyWord {
        KeyWord {
            key: key.to_owned(),
            name: name.to_owned(),
            state,
            why: None,
            author: "Robin".to_owned(),
            at: DateTime::UNIX_EPOCH,
        }
    }

    #[test]
    fn the_newest_word_about_a_key_counts_and_the_earlier_ones_stay() {
        let words =
            [word("a", "Bo", KeyState::Known), word("b", "Ada", KeyState::Known), word("a", "Bo", KeyState::Trusted)];
        let newest = newest(&words);
        let told: Vec<_> = newest.iter().map(|word| (word.name.as_str(), word.state)).collect();
        assert_eq!(told, [("Ada", KeyState::Known), ("Bo", KeyState::Trusted)]);
    }

    #[test]
    fn a_known_name_with_another_key_is_not_a_stranger() {
        let known = newest(&[word("a", "Bo Hart", KeyState::Trusted)]);
        assert_eq!(standing(&known, "a", "anything"), Standing::Trusted, "the key counts, not what it calls itself");
        assert_eq!(standing(&known, "z", " bo\u{a0} hart "), Standing::OtherKey);
        assert_eq!(standing(&known, "z", "Cleo"), Standing::Stranger);
        let lost = newest(&[word("a", "Bo Hart", KeyState::Revoked)]);
        assert_eq!(standing(&lost, "a", "Bo Hart"), Standing::Revoked);
        assert_eq!(
            standing(&lost, "z", "Bo Hart"),
            Standing::Stranger,
            "after a key was given up a new one is expected"
        );
    }
}
