//! What athletes agree to, and who uses this roster: every word is one more row.

use domain::consent::Consent;
use domain::staff::StaffEntry;

use super::Write;
use crate::fault::StoreFault;
use crate::read::consent::AGE;
use crate::text::{day, time};

impl Write {
    /// Adds a consent, given or withdrawn. The newest entry counts; earlier ones stay.
    ///
    /// # Errors
    /// [`StoreFault::GuardianMissing`] for a yes of a minor that nobody gave for them, [`StoreFault::AlreadyThere`],
    /// [`StoreFault::BrokenReference`].
    pub async fn insert_consent(&mut self, consent: &Consent) -> Result<(), StoreFault> {
        let clock = self.tick(Some(consent.at));
        let (id, athlete) = (consent.id.to_string(), consent.athlete.to_string());
        let (category, purpose) = (consent.category.code(), consent.purpose.code());
        let (from, to, at) = (day(consent.from), consent.to.map(day), time(consent.at));
        let (guardian, relation) =
            consent.guardian.as_ref().map(|one| (one.name.as_str(), one.relation.as_str())).unzip();
        let version = consent.text.as_ref().map(|text| text.version.as_str());
        let language = consent.text.as_ref().map(|text| text.language.as_str());
        let hash = consent.text.as_ref().map(|text| text.hash.as_str());
        sqlx::query!(
            "INSERT INTO consent (id, athlete_id, category, purpose, given, from_day, to_day, guardian, guardian_relation,
                                  text_version, text_language, text_hash, by_whom, at, clock)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            id,
            athlete,
            category,
            purpose,
            consent.given,
            from,
            to,
            guardian,
            relation,
            version,
            language,
            hash,
            consent.by,
            at,
            clock,
        )
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// Keeps the age from which athletes of this club agree for themselves.
    ///
    /// # Errors
    /// [`StoreFault::Unwritable`], or what the database says.
    pub async fn set_consent_age(&mut self, age: u8) -> Result<(), StoreFault> {
        self.set_meta(AGE, &age.to_string()).await
    }

    /// Says who somebody is on this roster, or that they left. What was said before stays.
    ///
    /// # Errors
    /// What the database says.
    pub async fn insert_staff(&mut self, entry: &StaffEntry) -> Result<(), StoreFault> {
        let clock = self.tick(Some(entry.at));
        let (id, role, at) = (entry.id.to_string(), entry.role.code(), time(entry.at));
        sqlx::query!(
            "INSERT INTO person (id, name, role, gone, by_whom, at, clock) VALUES (?, ?, ?, ?, ?, ?, ?)",
            id,
            entry.name,
            role,
            entry.gone,
            entry.by,
            at,
            clock,
        )
        .execute(self.connection())
        .await?;
        Ok(())
    }
}
