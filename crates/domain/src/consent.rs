//! What an athlete agreed to, by kind of data and by purpose. The newest entry that holds on a day counts; withdrawing
//! appends. The store's queries decide by the same rule (see its `consent` views); [`allowed`] is that rule in words.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::id::{AthleteId, ConsentId};
use crate::locale;
use crate::words::Words;

macro_rules! codes {
    ($(#[$meta:meta])* $name:ident, $one:literal { $($(#[$doc:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$doc])* #[serde(rename = $code)] $variant,)+
        }

        impl $name {
            /// All of them, in the order of screens.
            pub const ALL: &[$name] = &[$($name::$variant),+];

            #[doc = concat!("The stable name used in files and in the words file (`", $one, "-…`).")]
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $($name::$variant => $code,)+ }
            }

            /// The one with this stable name.
            #[must_use]
            pub fn from_code(code: &str) -> Option<$name> {
                Self::ALL.iter().copied().find(|one| one.code() == code)
            }
        }
    };
}

codes! {
    /// A kind of data.
    DataCategory, "category" {
        /// Activities, loads, results.
        Training = "training",
        /// Heart rate, beat intervals of an activity, resting heart rate, and every number made from them.
        Heart = "heart",
        /// Heart rate variability of mornings, and what devices make of it.
        Hrv = "hrv",
        /// Sleep.
        Sleep = "sleep",
        /// What is felt and weighed: fatigue, mood, body mass.
        Wellness = "wellness",
        /// Illness, injury, pain, fever.
        Injury = "injury",
        /// The menstrual cycle. Where nothing was said, the answer is no for every purpose.
        Cycle = "cycle",
        /// Where the athlete was.
        Location = "location",
        /// Notes about the athlete, and comments of theirs.
        Notes = "notes",
    }
}

codes! {
    /// What the data may be used for.
    Purpose, "purpose" {
        /// Coaching on this laptop by the head coach.
        Coach = "coach",
        /// Work of the rest of the staff on this roster: assistant, physio, viewer.
        Assistant = "assistant",
        /// Files given to other coaches.
        TeamShare = "team-share",
        /// Training of models on this laptop.
        ModelTraining = "model-training",
        /// Anonymised tables for research.
        Research = "research",
    }
}

codes! {
    /// What somebody is on this roster. It decides what they read and what they may do.
    Role, "role" {
        /// Reads and does everything; alone changes consents, roles, and erases.
        HeadCoach = "head-coach",
        /// Coaches; reads what athletes let the staff read.
        Assistant = "assistant",
        /// Reads health, wellness and the short form of training, and writes about health. No private notes.
        Physio = "physio",
        /// Reads what athletes let the staff read, without private notes. Writes nothing.
        Viewer = "viewer",
    }
}

impl Role {
    /// The purpose of what somebody in this role reads.
    #[must_use]
    pub const fn purpose(self) -> Purpose {
        match self {
            Role::HeadCoach => Purpose::Coach,
            Role::Assistant | Role::Physio | Role::Viewer => Purpose::Assistant,
        }
    }

    /// Whether this role may do more, or read more, than another.
    #[must_use]
    pub const fn is_wider_than(self, other: Role) -> bool {
        (self as u8) < other as u8
    }
}

/// For whom and for what something is read: the scope of a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Reading {
    /// For what.
    pub purpose: Purpose,
    /// As what; a file that leaves is read as the head coach reads, for its own purpose.
    pub role: Role,
}

impl Reading {
    /// What the head coach reads: the widest, and the one the program computes with.
    pub const COACH: Reading = Reading { purpose: Purpose::Coach, role: Role::HeadCoach };

    /// What somebody in a role reads on the screen.
    #[must_use]
    pub const fn of(role: Role) -> Reading {
        Reading { purpose: role.purpose(), role }
    }

    /// What a file for a purpose is made from.
    #[must_use]
    pub const fn for_purpose(purpose: Purpose) -> Reading {
        Reading { purpose, role: Role::HeadCoach }
    }
}

/// Who speaks for a minor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guardian {
    /// Name.
    pub name: String,
    /// What they are to the athlete ("mother").
    pub relation: String,
}

/// Which text was agreed to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgreedText {
    /// Version of the text, as in `assets/consent` (`2026-11`).
    pub version: String,
    /// Its language (`en`).
    pub language: String,
    /// BLAKE3 of its bytes, hexadecimal.
    pub hash: String,
}

/// One consent, given or withdrawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// Identity.
    pub id: ConsentId,
    /// Whose.
    pub athlete: AthleteId,
    /// Which data.
    pub category: DataCategory,
    /// For what.
    pub purpose: Purpose,
    /// Given (`true`) or withdrawn.
    pub given: bool,
    /// From which day: data of earlier days stay under what was said before.
    pub from: NaiveDate,
    /// The last day it is given for; open if `None`. A withdrawal is always open.
    #[serde(default)]
    pub to: Option<NaiveDate>,
    /// Who spoke for the athlete.
    #[serde(default)]
    pub guardian: Option<Guardian>,
    /// Which text was agreed to; `None` in entries of earlier versions of this program, and in withdrawals.
    #[serde(default)]
    pub text: Option<AgreedText>,
    /// Who recorded it.
    pub by: String,
    /// When it was recorded.
    pub at: DateTime<Utc>,
}

impl Consent {
    /// What was said, in one sentence.
    #[must_use]
    pub fn say(&self, words: &Words) -> String {
        let key = match (self.given, self.to) {
            (false, _) => "consent-line-withdrawn",
            (true, None) => "consent-line-given",
            (true, Some(_)) => "consent-line-given-until",
        };
        let day = |day: NaiveDate| locale::here().day_of_year(day);
        let facts = [
            ("category", words.say(&format!("category-{}", self.category.code())).into()),
            ("purpose", words.say(&format!("purpose-{}", self.purpose.code())).into()),
            ("from", since(words, self.from).into()),
            ("to", self.to.map(day).unwrap_or_default().into()),
        ];
        words.say_with(key, &facts)
    }

    /// Who recorded it and when, who spoke for the athlete, and which text was agreed to. `day`: the day of recording, as
    /// the reader's clock has it.
    #[must_use]
    pub fn recorded(&self, words: &Words, day: String) -> String {
        let mut parts =
            vec![words.say_with("consent-line-by", &[("by", self.by.as_str().into()), ("day", day.into())])];
        if let Some(Guardian { name, relation }) = &self.guardian {
            let facts = [("name", name.as_str().into()), ("relation", relation.as_str().into())];
            parts.push(words.say_with("consent-line-guardian", &facts));
        }
        if let Some(AgreedText { version, language, .. }) = &self.text {
            let facts = [("version", version.as_str().into()), ("language", language.as_str().into())];
            parts.push(words.say_with("consent-line-text", &facts));
        }
        parts.join("; ")
    }
}

/// The age from which athletes agree for themselves where a club says nothing else: the age the GDPR names (art. 8) where
/// a country sets none. Countries set 13 to 16, so a club may.
pub const USUAL_AGE: u8 = 16;

/// Ages a club may set: below 13 no country of the GDPR lets a child decide, and an adult needs no guardian.
pub const AGES: std::ops::RangeInclusive<u8> = 13..=18;

/// Whether a guardian must speak for an athlete on a day. Where the birthday is unknown nobody can say, so nobody must:
/// the screen asks for the birthday instead.
#[must_use]
pub fn needs_guardian(born: Option<NaiveDate>, on: NaiveDate, age: u8) -> bool {
    // Somebody born on 29 February is a year older on 1 March.
    born.is_some_and(|born| {
        (on.year() - i32::from(age), on.month(), on.day()) < (born.year(), born.month(), born.day())
    })
}

/// Why a consent cannot be recorded so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAConsent {
    /// A minor's yes without a guardian.
    #[error("a guardian must give this consent")]
    NoGuardian,
    /// It ends before it begins.
    #[error("the last day is before the first")]
    EndsBeforeStart,
    /// A withdrawal with an end: give it again from a day instead.
    #[error("a withdrawal has no last day")]
    WithdrawalEnds,
    /// A yes to no text.
    #[error("no text was agreed to")]
    NoText,
}

/// Checks a new entry. Withdrawing is always possible, for a minor without a guardian too.
///
/// # Errors
/// [`NotAConsent`].
pub fn check(consent: &Consent, born: Option<NaiveDate>, age: u8) -> Result<(), NotAConsent> {
    if !consent.given {
        return if consent.to.is_some() { Err(NotAConsent::WithdrawalEnds) } else { Ok(()) };
    }
    if consent.to.is_some_and(|to| to < consent.from) {
        return Err(NotAConsent::EndsBeforeStart);
    }
    if consent.text.is_none() {
        return Err(NotAConsent::NoText);
    }
    if consent.guardian.is_none() && needs_guardian(born, consent.at.date_naive(), age) {
        return Err(NotAConsent::NoGuardian);
    }
    Ok(())
}

/// What holds where nothing was said: coaching is what a roster is for, the cycle is not part of it, and nothing else is
/// allowed unless somebody said so.
#[must_use]
pub fn unsaid(category: DataCategory, purpose: Purpose) -> bool {
    purpose == Purpose::Coach && category != DataCategory::Cycle
}

/// Whether data of a kind and a day may be used for a purpose: the newest entry that begins on or before the day decides.
/// `consents`: oldest first.
#[must_use]
pub fn allowed(consents: &[Consent], category: DataCategory, purpose: Purpose, day: NaiveDate) -> bool {
    consents
        .iter()
        .rfind(|one| one.category == category && one.purpose == purpose && one.from <= day)
        .map_or_else(|| unsaid(category, purpose), |one| one.given && one.to.is_none_or(|to| day <= to))
}

/// A first day in words: what holds of all days has none that means something.
fn since(words: &Words, day: NaiveDate) -> String {
    if day <= NaiveDate::default() { words.say("consent-first-day") } else { locale::here().day_of_year(day) }
}

/// Why a kind of data is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// The athlete, or who speaks for them, withdrew it.
    Withdrawn,
    /// It was given until a day that is past.
    Ended,
    /// Nobody was asked yet.
    NeverGiven,
    /// The role of who reads does not see it.
    Role,
}

impl Why {
    /// The stable name used in the words file (`withheld-withdrawn`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Why::Withdrawn => "withdrawn",
            Why::Ended => "ended",
            Why::NeverGiven => "never-given",
            Why::Role => "role",
        }
    }
}

/// A kind of data that a reader does not get.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withheld {
    /// Which.
    pub category: DataCategory,
    /// Why.
    pub why: Why,
    /// Data of this day and after it; `None`: all.
    pub since: Option<NaiveDate>,
}

impl Withheld {
    /// The sentence for it.
    #[must_use]
    pub fn say(&self, words: &Words) -> String {
        let category = words.say(&format!("category-{}", self.category.code()));
        let since = self.since.map(|day| since(words, day)).unwrap_or_default();
        words.say_with(
            &format!("withheld-{}", self.why.code()),
            &[("category", category.into()), ("since", since.into())],
        )
    }
}

/// What a reader does not get of the data of a day, in the order of [`DataCategory::ALL`]. `consents`: oldest first.
#[must_use]
pub fn withheld(consents: &[Consent], reading: Reading, day: NaiveDate) -> Vec<Withheld> {
    let one = |category: DataCategory| {
        let newest =
            consents.iter().rfind(|one| one.category == category && one.purpose == reading.purpose && one.from <= day);
        let by_role = reading.role == Role::Physio && category == DataCategory::Location;
        let (why, since) = match newest {
            Some(one) if !one.given => (Why::Withdrawn, Some(one.from)),
            Some(one) => match one.to.filter(|to| *to < day) {
                Some(to) => (Why::Ended, to.succ_opt()),
                None if by_role => (Why::Role, None),
                None => return None,
            },
            None if !unsaid(category, reading.purpose) => (Why::NeverGiven, None),
            None if by_role => (Why::Role, None),
            None => return None,
        };
        Some(Withheld { category, why, since })
    };
    DataCategory::ALL.iter().copied().filter_map(one).collect()
}

#[cfg(test)]
mod tests;
