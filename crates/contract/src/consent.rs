//! What an athlete agreed to, and who uses this roster.

use chrono::NaiveDate;
use domain::consent::{AgreedText, Consent, DataCategory, Guardian, Purpose, Role, Withheld};
use domain::id::{AthleteId, StaffId};
use domain::staff::StaffEntry;
use serde::{Deserialize, Serialize};

use crate::keyring::Secret;

/// Everything an athlete agreed to, as it stands on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShowConsent {
    /// Who.
    pub athlete: AthleteId,
    /// As of which day; today if left out.
    pub on: Option<NaiveDate>,
}

/// How one kind of data stands for one purpose on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentCell {
    /// Which data.
    pub category: DataCategory,
    /// For what.
    pub purpose: Purpose,
    /// Whether they may be used.
    pub allowed: bool,
    /// The entry that decides; `None` where nothing was said.
    pub said: Option<Consent>,
}

/// A text that can be agreed to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentText {
    /// Version, language and hash.
    pub agreed: AgreedText,
    /// The words, paragraphs apart by an empty line; the first line is the title.
    pub words: String,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentView {
    /// Who.
    pub athlete: AthleteId,
    /// Their name.
    pub name: String,
    /// As of which day.
    pub on: NaiveDate,
    /// The age from which athletes of this club agree for themselves.
    pub age: u8,
    /// A guardian must speak for them; `None` where the birthday is unknown.
    pub needs_guardian: Option<bool>,
    /// Every kind of data for every purpose, by kind and purpose.
    pub table: Vec<ConsentCell>,
    /// Everything that was said, newest first.
    pub history: Vec<Consent>,
    /// What whoever asks does not get, of this day.
    pub withheld: Vec<Withheld>,
    /// The texts, newest first.
    pub texts: Vec<ConsentText>,
}

/// Record what was agreed to, or withdrawn, for kinds of data and purposes: one entry for each pair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordConsent {
    /// Whose.
    pub athlete: AthleteId,
    /// Which data.
    pub categories: Vec<DataCategory>,
    /// For what.
    pub purposes: Vec<Purpose>,
    /// Given, or withdrawn.
    pub given: bool,
    /// From which day; data of earlier days stay under what was said before. All days if left out.
    pub from: Option<NaiveDate>,
    /// The last day it is given for.
    pub to: Option<NaiveDate>,
    /// Who speaks for the athlete.
    pub guardian: Option<Guardian>,
    /// Version of the text that was agreed to; the newest if left out.
    pub version: Option<String>,
    /// Its language; that of the screen if left out.
    pub language: Option<String>,
}

/// Set the age from which athletes of this club agree for themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetConsentAge {
    /// Years.
    pub age: u8,
}

/// What whoever asks does not get of an athlete's data of today: for the head of the athlete's page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShowWithheld {
    /// Whose.
    pub athlete: AthleteId,
}

/// Who uses this roster, and who does now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShowStaff {}

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffView {
    /// Who uses the program now: the id of one of `people`; `None` for the head coach whose computer it is.
    pub acting: Option<StaffId>,
    /// Their name.
    pub name: String,
    /// What they are here.
    pub role: Role,
    /// Everybody who is here, by role and name.
    pub people: Vec<StaffEntry>,
    /// Whether becoming somebody with a wider role asks for the roster's passphrase. If not, roles are a guard rail.
    pub guarded: bool,
    /// The age from which athletes agree for themselves, years.
    pub consent_age: u8,
}

/// Add somebody, change their name or role, or say that they left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetStaff {
    /// Whom; somebody new if left out.
    pub id: Option<StaffId>,
    /// Name.
    pub name: String,
    /// What they are here.
    pub role: Role,
    /// They left.
    pub gone: bool,
}

/// Use the program as somebody from now on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActAs {
    /// As whom; as the head coach whose computer it is if left out.
    pub id: Option<StaffId>,
    /// The roster's passphrase, which a wider role needs where the roster is protected.
    pub passphrase: Option<Secret>,
}
