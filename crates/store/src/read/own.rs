//! An athlete's own file: its header, what was said in it, and what came back to the coach.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::id::{ActivityId, AthleteId, OwnFileId, WordId};
use domain::own::{OwnFile, OwnWord};
use zeroize::Zeroizing;

use crate::fault::StoreFault;
use crate::open::Roster;
use crate::portable::OWN;
use crate::text::{read, read_json, read_time};

const TABLE: &str = "athlete_word";

/// A word of an athlete as the coach keeps it.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptWord {
    /// What was said.
    pub word: OwnWord,
    /// The public key that signed the return it came in; `None` where it was said in this very file.
    pub key: Option<String>,
}

struct WordRow {
    id: String,
    said: String,
    author: String,
    at: String,
    key: Option<String>,
}

impl TryFrom<WordRow> for KeptWord {
    type Error = StoreFault;

    fn try_from(row: WordRow) -> Result<KeptWord, StoreFault> {
        let word = OwnWord {
            id: read(TABLE, &row.id)?,
            said: read_json(TABLE, &row.said)?,
            author: row.author,
            at: read_time(TABLE, &row.at)?,
        };
        Ok(KeptWord { word, key: row.key })
    }
}

impl Roster {
    /// Whose own file this roster is; `None` for a coach's.
    ///
    /// # Errors
    /// What the database says, or [`StoreFault::Damaged`] when the header cannot be read.
    pub async fn own(&self) -> Result<Option<OwnFile>, StoreFault> {
        self.meta(OWN).await?.map(|text| read_json("meta", &text)).transpose()
    }

    /// Everything the athlete said in this very file, oldest first.
    ///
    /// # Errors
    /// What the database says.
    pub async fn own_words(&self) -> Result<Vec<OwnWord>, StoreFault> {
        sqlx::query_as!(
            WordRow,
            "SELECT id, said, author, at, key FROM athlete_word WHERE batch_id IS NULL ORDER BY clock"
        )
        .fetch_all(&mut *self.reader().await?)
        .await?
        .into_iter()
        .map(|row| Ok(KeptWord::try_from(row)?.word))
        .collect()
    }

    /// What an athlete said of an activity, oldest first.
    ///
    /// # Errors
    /// What the database says.
    pub async fn words_of(&self, activity: ActivityId) -> Result<Vec<KeptWord>, StoreFault> {
        let id = activity.to_string();
        sqlx::query_as!(
            WordRow,
            r#"SELECT id AS "id!", said AS "said!", author AS "author!", at AS "at!", key
               FROM visible_word WHERE activity_id = ? ORDER BY clock"#,
            id
        )
        .fetch_all(&mut *self.reader().await?)
        .await?
        .into_iter()
        .map(KeptWord::try_from)
        .collect()
    }

    /// Whose file it was and when it was handed out; `None` for one that was not handed out from this roster.
    ///
    /// # Errors
    /// What the database says.
    pub async fn handed_out(&self, id: OwnFileId) -> Result<Option<(AthleteId, DateTime<Utc>)>, StoreFault> {
        let id = id.to_string();
        let row = sqlx::query!("SELECT athlete_id, at FROM own_file WHERE id = ?", id)
            .fetch_optional(&mut *self.reader().await?)
            .await?;
        row.map(|row| Ok((read("own_file", &row.athlete_id)?, read_time("own_file", &row.at)?))).transpose()
    }

    /// The age keys of everything handed out, the newest first: one of them opens what comes back.
    ///
    /// # Errors
    /// What the database says.
    pub async fn return_identities(&self) -> Result<Vec<Zeroizing<String>>, StoreFault> {
        let rows = sqlx::query_scalar!("SELECT identity FROM own_file ORDER BY clock DESC")
            .fetch_all(&mut *self.reader().await?)
            .await?;
        Ok(rows.into_iter().map(Zeroizing::new).collect())
    }

    /// Every word of an athlete that came here before, as a value of a morning or as a word, and whether the import that
    /// brought it was taken back.
    ///
    /// # Errors
    /// What the database says.
    pub async fn words_known(&self, athlete: AthleteId) -> Result<BTreeMap<WordId, bool>, StoreFault> {
        let id = athlete.to_string();
        sqlx::query!(
            r#"SELECT k.id AS "id!", EXISTS (SELECT 1 FROM taken_back AS b WHERE b.id = k.batch_id) AS "undone!: bool"
               FROM (SELECT id, batch_id FROM athlete_word WHERE athlete_id = ?1
                     UNION ALL SELECT id, batch_id FROM wellness_entry WHERE athlete_id = ?1) AS k"#,
            id
        )
        .fetch_all(&mut *self.reader().await?)
        .await?
        .into_iter()
        .map(|row| Ok((read(TABLE, &row.id)?, row.undone)))
        .collect()
    }

    /// The keys that signed an athlete's returns so far, those taken back left out.
    ///
    /// # Errors
    /// What the database says.
    pub async fn return_keys(&self, athlete: AthleteId) -> Result<Vec<String>, StoreFault> {
        let id = athlete.to_string();
        Ok(sqlx::query_scalar!(
            r#"SELECT DISTINCT r.key AS "key!" FROM own_return AS r
               WHERE r.athlete_id = ? AND NOT EXISTS (SELECT 1 FROM taken_back AS b WHERE b.id = r.batch_id)"#,
            id
        )
        .fetch_all(&mut *self.reader().await?)
        .await?)
    }
}
