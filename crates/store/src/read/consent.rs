//! What athletes agreed to, and who uses this roster.

use chrono::NaiveDate;
use domain::consent::{AgreedText, Consent, DataCategory, Guardian, USUAL_AGE, Withheld};
use domain::id::AthleteId;
use domain::staff::StaffEntry;

use crate::fault::StoreFault;
use crate::open::Roster;
use crate::text::{day, read, read_code, read_opt, read_time};

const TABLE: &str = "consent";
/// The club's own age from which athletes agree for themselves, as a fact about the roster.
pub(crate) const AGE: &str = "consent-age";

impl Roster {
    /// Everything an athlete agreed to or withdrew, oldest first.
    ///
    /// # Errors
    /// What the database says.
    pub async fn consents(&self, athlete: AthleteId) -> Result<Vec<Consent>, StoreFault> {
        let id = athlete.to_string();
        sqlx::query!(
            r#"SELECT id, category, purpose, given AS "given: bool", from_day, to_day, guardian, guardian_relation,
                      text_version, text_language, text_hash, by_whom, at
               FROM consent WHERE athlete_id = ? ORDER BY clock"#,
            id
        )
        .fetch_all(&mut *self.reader().await?)
        .await?
        .into_iter()
        .map(|row| {
            let guardian = row.guardian.zip(row.guardian_relation).map(|(name, relation)| Guardian { name, relation });
            let text = row.text_version.zip(row.text_language).zip(row.text_hash);
            Ok(Consent {
                id: read(TABLE, &row.id)?,
                athlete,
                category: read_code(TABLE, row.category)?,
                purpose: read_code(TABLE, row.purpose)?,
                given: row.given,
                from: read(TABLE, &row.from_day)?,
                to: read_opt(TABLE, row.to_day.as_deref())?,
                guardian,
                text: text.map(|((version, language), hash)| AgreedText { version, language, hash }),
                by: row.by_whom,
                at: read_time(TABLE, &row.at)?,
            })
        })
        .collect()
    }

    /// Whether an athlete's data of a kind and a day may be read by this handle's reader, as the views decide it: the newest
    /// entry that has begun on that day. Where nothing was said, coaching is allowed (it is what the roster is for), but for
    /// the cycle, and nothing else is.
    ///
    /// # Errors
    /// What the database says.
    pub async fn may(&self, athlete: AthleteId, category: DataCategory, on: NaiveDate) -> Result<bool, StoreFault> {
        let (id, on, category) = (athlete.to_string(), day(on), category.code());
        let may = sqlx::query_scalar!(
            r#"SELECT COALESCE((
                   SELECT c.given = 1 AND (c.to_day IS NULL OR ?3 <= c.to_day) FROM consent AS c
                   WHERE c.athlete_id = ?1 AND c.category = ?2 AND c.purpose = r.purpose AND c.from_day <= ?3
                   ORDER BY c.clock DESC LIMIT 1), r.purpose = 'coach' AND ?2 <> 'cycle') AS "may!: bool"
               FROM reading AS r"#,
            id,
            category,
            on
        )
        .fetch_one(&mut *self.reader().await?)
        .await?;
        Ok(may)
    }

    /// What this handle's reader does not get of an athlete's data of a day, each with why and since when.
    ///
    /// # Errors
    /// What the database says.
    pub async fn withheld(&self, athlete: AthleteId, on: NaiveDate) -> Result<Vec<Withheld>, StoreFault> {
        let (consents, scope) = (self.consents(athlete).await?, self.scope().await?);
        Ok(domain::consent::withheld(&consents, scope, on))
    }

    /// Whether anything of a kind is held back from this handle's reader, of whatever day.
    ///
    /// # Errors
    /// What the database says.
    pub async fn is_restricted(&self, athlete: AthleteId, category: DataCategory) -> Result<bool, StoreFault> {
        let (id, category) = (athlete.to_string(), category.code());
        let found = sqlx::query_scalar!(
            r#"SELECT EXISTS (SELECT 1 FROM restricted WHERE athlete_id = ? AND category = ?) AS "found!: bool""#,
            id,
            category
        )
        .fetch_one(&mut *self.reader().await?)
        .await?;
        Ok(found)
    }

    /// The age from which athletes of this club agree for themselves.
    ///
    /// # Errors
    /// What the database says.
    pub async fn consent_age(&self) -> Result<u8, StoreFault> {
        self.meta(AGE).await?.map_or(Ok(USUAL_AGE), |age| read("meta", &age))
    }

    /// Everything said about who uses this roster, oldest first: see [`domain::staff::present`].
    ///
    /// # Errors
    /// What the database says.
    pub async fn staff(&self) -> Result<Vec<StaffEntry>, StoreFault> {
        sqlx::query!(r#"SELECT id, name, role, gone AS "gone: bool", by_whom, at FROM person ORDER BY clock"#)
            .fetch_all(&mut *self.reader().await?)
            .await?
            .into_iter()
            .map(|row| {
                Ok(StaffEntry {
                    id: read("person", &row.id)?,
                    name: row.name,
                    role: read_code("person", row.role)?,
                    gone: row.gone,
                    by: row.by_whom,
                    at: read_time("person", &row.at)?,
                })
            })
            .collect()
    }
}
