//! Whose keys are known here, and people's statements that they gave one up.

use contract::incoming::Signer;
use contract::keyring::{JudgeKey, KnownKey, ListKeys, ReadStatement, StatementRead};
use contract::{Done, Topic, Touched};
use domain::keyring::{KeyState, KeyWord, Standing, alike, newest, standing};
use exchange::key_statement::{self, KeyStatement};
use exchange::signed::{Payload, fingerprint, fingerprint_words, key_of, key_text};
use serde_json::json;
use store::Roster;

use crate::entry::text;
use crate::given::given;
use crate::key::KeyFault;
use crate::{Answer, App, AppFault};

/// Characters of what a person is called, and of a reason.
const LONGEST_NAME: u32 = 120;
const LONGEST_REASON: u32 = 2000;

const NO_NAME: AppFault = AppFault::BadText { what: "name", longest: LONGEST_NAME };

/// What is known of keys at one moment.
pub(crate) struct Keyring {
    words: Vec<KeyWord>,
    newest: Vec<KeyWord>,
    own: Option<String>,
    /// What the user is called.
    me: String,
}

impl Keyring {
    /// What is kept about a key.
    pub(crate) fn of(&self, key: &str) -> Option<&KeyWord> {
        self.newest.iter().find(|word| word.key == key)
    }

    /// Whether a key is no longer believed.
    pub(crate) fn revoked(&self, key: &str) -> bool {
        self.of(key).is_some_and(|word| word.state == KeyState::Revoked)
    }

    /// Who signed with a key, under the name they give themselves.
    pub(crate) fn signer(&self, key: &str, author: &str) -> Result<Signer, AppFault> {
        let public = key_of(key)?;
        let standing = match standing(&self.newest, key, author) {
            _ if self.own.as_deref() == Some(key) => Standing::Own,
            // One's own name under somebody else's key.
            Standing::Stranger if alike(&self.me, author) => Standing::OtherKey,
            standing => standing,
        };
        Ok(Signer {
            author: author.to_owned(),
            name: self.of(key).map(|word| word.name.clone()),
            key: key.to_owned(),
            fingerprint: fingerprint(&public),
            words: fingerprint_words(&public),
            standing,
        })
    }

    /// A name for a key. Two keys of one name could not be told apart, so one that is taken is refused.
    pub(crate) fn free_name(&self, name: &str, key: &str) -> Result<String, AppFault> {
        let name = one_line(name)?;
        let taken = |word: &KeyWord| word.key != key && word.state != KeyState::Revoked && alike(&word.name, &name);
        let mine = self.own.as_deref() != Some(key) && alike(&self.me, &name);
        if mine || self.newest.iter().any(taken) { Err(KeyFault::NameTaken { name }.into()) } else { Ok(name) }
    }

    fn known(&self, word: &KeyWord) -> Result<KnownKey, AppFault> {
        let public = key_of(&word.key)?;
        let first = self.words.iter().find(|earlier| earlier.key == word.key).unwrap_or(word);
        Ok(KnownKey {
            key: word.key.clone(),
            fingerprint: fingerprint(&public),
            words: fingerprint_words(&public),
            name: word.name.clone(),
            state: word.state,
            why: word.why.clone(),
            since: first.at,
            at: word.at,
            author: word.author.clone(),
        })
    }
}

impl App {
    pub(crate) async fn keyring(&self, roster: &Roster) -> Result<Keyring, AppFault> {
        let words = roster.key_words().await?;
        Ok(Keyring { newest: newest(&words), words, own: self.own_public().await?, me: self.author() })
    }

    /// A word about a key, now and by the user.
    pub(crate) fn key_word(&self, key: &str, name: &str, state: KeyState, why: Option<String>) -> KeyWord {
        let (author, at) = (self.author(), self.0.clock.now());
        KeyWord { key: key.to_owned(), name: name.to_owned(), state, why, author, at }
    }

    /// Writes words about keys as one step, and says that keys moved.
    pub(crate) async fn say_keys<T>(
        &self,
        roster: &Roster,
        action: &'static str,
        (said, before): (&[KeyWord], Option<&KeyWord>),
        value: T,
    ) -> Result<Done<T>, AppFault> {
        let mut write = roster.write().await?;
        for word in said {
            write.insert_key_word(word).await?;
        }
        let subject = said.first().map(|word| word.key.clone());
        write.commit(self.entry(action, None, subject, json!(before))).await?;
        Ok(self.done(value, vec![Touched { athlete: None, topic: Topic::Plan }]))
    }
}

impl Answer for ListKeys {
    async fn answer(self, app: &App) -> Result<Vec<KnownKey>, AppFault> {
        let ring = app.keyring(&app.roster().await?).await?;
        ring.newest.iter().map(|word| ring.known(word)).collect()
    }
}

impl Answer for JudgeKey {
    async fn answer(self, app: &App) -> Result<Done<KnownKey>, AppFault> {
        let roster = app.roster().await?;
        let ring = app.keyring(&roster).await?;
        key_of(&self.key)?;
        let before = ring.of(&self.key);
        let name = self.name.as_deref().or(before.map(|word| word.name.as_str())).ok_or(NO_NAME)?;
        // Whoever is no longer believed stands in nobody's way.
        let name = if self.state == KeyState::Revoked { one_line(name)? } else { ring.free_name(name, &self.key)? };
        let said = app.key_word(&self.key, &name, self.state, reason(self.why)?);
        let known = ring.known(&said)?;
        app.say_keys(&roster, "judge-key", (std::slice::from_ref(&said), before), known).await
    }
}

/// A name as a person gives it, on one line.
fn one_line(name: &str) -> Result<String, AppFault> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    text("name", Some(name), LONGEST_NAME)?.ok_or(NO_NAME)
}

/// A reason as a person gives it; nothing said is no reason.
pub(crate) fn reason(why: Option<String>) -> Result<Option<String>, AppFault> {
    text("reason", why, LONGEST_REASON)
}

impl Answer for ReadStatement {
    async fn answer(self, app: &App) -> Result<Done<StatementRead>, AppFault> {
        let roster = app.roster().await?;
        let (read, next) = key_statement::read(&given(&self.file, KeyStatement::MAX_BYTES)?)?;
        let old = key_text(&read.key);
        let print = read.fingerprint();
        let KeyStatement { author, lost, why, .. } = read.payload;
        let ring = app.keyring(&roster).await?;
        let told = |name, next| StatementRead { author, fingerprint: print, name, lost, why: why.clone(), next };
        let Some(before) = ring.of(&old).cloned() else {
            // Nothing is known of this key, so nothing is believed of it either.
            return Ok(Done { value: told(None, None), touched: Vec::new() });
        };
        let given_up = |word: &KeyWord| app.key_word(&word.key, &word.name, KeyState::Revoked, why.clone());
        let mut said = Vec::new();
        if before.state != KeyState::Revoked {
            said.push(given_up(&before));
        }
        if lost {
            // Whoever found the key may have named a successor before its holder missed it. One whose words nobody compared
            // has nothing else to stand on.
            let followed = |word: &&KeyWord| word.state == KeyState::Known && alike(&word.name, &before.name);
            said.extend(ring.newest.iter().filter(followed).filter(|word| word.key != old).map(given_up));
        }
        // A key that was in good hands until now may name its successor. Its words were compared with nobody yet. One that was
        // lost, or was revoked here before, may not: whoever holds it could name themselves.
        let next = key_text(&next);
        if !lost && before.state != KeyState::Revoked && ring.of(&next).is_none() {
            said.push(app.key_word(&next, &before.name, KeyState::Known, why.clone()));
        }
        let heir = said.iter().find(|word| word.key == next).map(|word| ring.known(word)).transpose()?;
        let value = told(Some(before.name.clone()), heir);
        if said.is_empty() {
            return Ok(Done { value, touched: Vec::new() });
        }
        app.say_keys(&roster, "read-key-statement", (&said, Some(&before)), value).await
    }
}
