//! What people changed about activities, and what was recorded.

use chrono::{DateTime, Utc};
use domain::activity::{Activity, FIRST_PART_MADE_HERE};
use domain::id::{ActivityId, BatchId, ContentHash, RevisionId};
use domain::recording::{Channel, ChannelKind};
use domain::revision::{Member, Revision, Undone};

use super::activity::{ActivityRow, kind_of};
use crate::codec::decode;
use crate::fault::StoreFault;
use crate::open::Roster;
use crate::text::{count, read, read_code, read_json, read_time, time};

const TABLE: &str = "activity_revision";

struct RevisionRow {
    id: String,
    activity_id: String,
    change: String,
    reason: String,
    author: String,
    at: String,
    undone_reason: Option<String>,
    undone_author: Option<String>,
    undone_at: Option<String>,
}

impl TryFrom<RevisionRow> for Revision {
    type Error = StoreFault;

    fn try_from(row: RevisionRow) -> Result<Revision, StoreFault> {
        let undone = match (row.undone_reason, row.undone_author, row.undone_at) {
            (Some(reason), Some(author), Some(at)) => Some(Undone { reason, author, at: read_time(TABLE, &at)? }),
            _ => None,
        };
        Ok(Revision {
            id: read(TABLE, &row.id)?,
            activity: read(TABLE, &row.activity_id)?,
            change: read_json(TABLE, &row.change)?,
            reason: row.reason,
            author: row.author,
            at: read_time(TABLE, &row.at)?,
            undone,
        })
    }
}

struct MemberRow {
    activity_id: String,
    revision_id: String,
    of_id: String,
    role: String,
}

impl TryFrom<MemberRow> for Member {
    type Error = StoreFault;

    fn try_from(row: MemberRow) -> Result<Member, StoreFault> {
        const TABLE: &str = "revision_member";
        Ok(Member {
            activity: read(TABLE, &row.activity_id)?,
            role: read_code(TABLE, row.role)?,
            revision: read(TABLE, &row.revision_id)?,
            of: read(TABLE, &row.of_id)?,
        })
    }
}

impl Roster {
    /// Every change made to an activity, oldest first, those that were taken back too, without the words that may not be
    /// read: for showing.
    ///
    /// # Errors
    /// What the database says.
    pub async fn revisions_shown(&self, activity: ActivityId) -> Result<Vec<Revision>, StoreFault> {
        let id = activity.to_string();
        sqlx::query_as!(
            RevisionRow,
            r#"SELECT r.id, r.activity_id, r.change AS "change!: String", r.reason AS "reason!: String", r.author, r.at,
                      u.reason AS "undone_reason?: String", u.author AS "undone_author?", u.at AS "undone_at?"
               FROM visible_revision AS r LEFT JOIN visible_revision AS u ON u.undoes = r.id
               WHERE r.activity_id = ? AND r.undoes IS NULL ORDER BY r.clock"#,
            id
        )
        .fetch_all(&mut *self.reader().await?)
        .await?
        .into_iter()
        .map(Revision::try_from)
        .collect()
    }

    /// The same with every word: for computing the version in force, never for showing.
    ///
    /// # Errors
    /// What the database says.
    pub async fn revisions(&self, activity: ActivityId) -> Result<Vec<Revision>, StoreFault> {
        let id = activity.to_string();
        sqlx::query_as!(
            RevisionRow,
            r#"SELECT r.id, r.activity_id, r.change AS "change!", r.reason, r.author, r.at,
                      u.reason AS "undone_reason?", u.author AS "undone_author?", u.at AS "undone_at?"
               FROM activity_revision AS r LEFT JOIN activity_revision AS u ON u.undoes = r.id
               WHERE r.activity_id = ? AND r.undoes IS NULL ORDER BY r.clock"#,
            id
        )
        .fetch_all(&mut *self.reader().await?)
        .await?
        .into_iter()
        .map(Revision::try_from)
        .collect()
    }

    /// One change.
    ///
    /// # Errors
    /// What the database says.
    pub async fn revision(&self, id: RevisionId) -> Result<Option<Revision>, StoreFault> {
        let id = id.to_string();
        sqlx::query_as!(
            RevisionRow,
            r#"SELECT r.id, r.activity_id, r.change AS "change!", r.reason, r.author, r.at,
                      u.reason AS "undone_reason?", u.author AS "undone_author?", u.at AS "undone_at?"
               FROM activity_revision AS r LEFT JOIN activity_revision AS u ON u.undoes = r.id
               WHERE r.id = ? AND r.undoes IS NULL"#,
            id
        )
        .fetch_optional(&mut *self.reader().await?)
        .await?
        .map(Revision::try_from)
        .transpose()
    }

    /// The activities that a change made count or not count.
    ///
    /// # Errors
    /// What the database says.
    pub async fn members(&self, revision: RevisionId) -> Result<Vec<Member>, StoreFault> {
        let id = revision.to_string();
        sqlx::query_as!(
            MemberRow,
            r#"SELECT m.activity_id, m.revision_id, r.activity_id AS of_id, m.role
               FROM revision_member AS m JOIN activity_revision AS r ON r.id = m.revision_id
               JOIN activity AS a ON a.id = m.activity_id
               WHERE m.revision_id = ? ORDER BY a.part, a.start_utc, a.id"#,
            id
        )
        .fetch_all(&mut *self.reader().await?)
        .await?
        .into_iter()
        .map(Member::try_from)
        .collect()
    }

    /// The roles an activity has in changes that stand.
    ///
    /// # Errors
    /// What the database says.
    pub async fn roles(&self, activity: ActivityId) -> Result<Vec<Member>, StoreFault> {
        let id = activity.to_string();
        sqlx::query_as!(
            MemberRow,
            r#"SELECT m.activity_id, m.revision_id, r.activity_id AS of_id, m.role
               FROM revision_member AS m JOIN activity_revision AS r ON r.id = m.revision_id
               WHERE m.activity_id = ? AND NOT EXISTS (SELECT 1 FROM activity_revision AS u WHERE u.undoes = r.id)
               ORDER BY r.clock"#,
            id
        )
        .fetch_all(&mut *self.reader().await?)
        .await?
        .into_iter()
        .map(Member::try_from)
        .collect()
    }

    /// Why an activity does not count because of a change: it was split, it was merged into another, or it is a part of one
    /// whose split was taken back.
    ///
    /// # Errors
    /// What the database says.
    pub async fn replaced(&self, activity: ActivityId) -> Result<Option<Member>, StoreFault> {
        let id = activity.to_string();
        sqlx::query_as!(
            MemberRow,
            r#"SELECT activity_id AS "activity_id!", revision_id AS "revision_id!", of_id AS "of_id!", role AS "role!"
               FROM replaced_activity WHERE activity_id = ? LIMIT 1"#,
            id
        )
        .fetch_optional(&mut *self.reader().await?)
        .await?
        .map(Member::try_from)
        .transpose()
    }

    /// Whether an activity counts: it is neither a copy of another nor replaced by others.
    ///
    /// # Errors
    /// What the database says.
    pub async fn activity_counts(&self, activity: ActivityId) -> Result<bool, StoreFault> {
        let id = activity.to_string();
        let found = sqlx::query_scalar!(r#"SELECT COUNT(*) AS "n: i64" FROM visible_activity WHERE id = ?"#, id)
            .fetch_one(&mut *self.reader().await?)
            .await?;
        Ok(found > 0)
    }

    /// What was recorded of an activity that somebody changed, `None` where nobody did; as whose it is now. With all its
    /// channels, positions without consent too: it is for computing a version in force, never for showing.
    ///
    /// # Errors
    /// [`StoreFault::Codec`] when a blob is damaged, or what the database says.
    pub async fn recorded(&self, activity: ActivityId) -> Result<Option<(Activity, Vec<Channel>)>, StoreFault> {
        let id = activity.to_string();
        let mut moment = self.moment().await?;
        let row = sqlx::query_as!(
            ActivityRow,
            r#"SELECT r.activity_id AS "id!", a.athlete_id AS "athlete_id!", a.batch_id AS "batch_id!",
                      a.source AS "source!", a.part AS "part!", r.sport AS "sport!", r.sport_detail,
                      r.start_utc AS "start_utc!", r.start_local AS "start_local!", r.timer_s AS "timer_s!",
                      r.elapsed_s AS "elapsed_s!", r.distance_m, r.records AS "records!", r.pool_m, r.utc_offset_s,
                      r.comment, a.session_id, a.rpe, r.shapes AS "shapes!: String"
               FROM recorded_activity AS r JOIN readable_activity AS a ON a.id = r.activity_id
               WHERE r.activity_id = ?"#,
            id
        )
        .fetch_optional(&mut *moment)
        .await?;
        let Some(row) = row else { return Ok(None) };
        let channels = sqlx::query!("SELECT kind, packed FROM recorded_channel WHERE activity_id = ?", id)
            .fetch_all(&mut *moment)
            .await?
            .into_iter()
            .map(|row| Ok(decode(kind_of(&row.kind)?, &row.packed)?))
            .collect::<Result<_, StoreFault>>()?;
        Ok(Some((row.try_into()?, in_order(channels))))
    }

    /// What was recorded of an activity that somebody changed, `None` where nobody did, without the numbers that may not be
    /// read: for showing.
    ///
    /// # Errors
    /// What the database says.
    pub async fn recorded_shown(&self, activity: ActivityId) -> Result<Option<Activity>, StoreFault> {
        let id = activity.to_string();
        sqlx::query_as!(
            ActivityRow,
            r#"SELECT activity_id AS "id!", athlete_id AS "athlete_id!", batch_id AS "batch_id!", source AS "source!",
                      part AS "part!", sport AS "sport!", sport_detail, start_utc AS "start_utc!",
                      start_local AS "start_local!", timer_s AS "timer_s!", elapsed_s AS "elapsed_s!", distance_m,
                      records AS "records!", pool_m, utc_offset_s, comment AS "comment: String", session_id, rpe,
                      shapes AS "shapes!: String"
               FROM visible_recorded_activity WHERE activity_id = ?"#,
            id
        )
        .fetch_optional(&mut *self.reader().await?)
        .await?
        .map(Activity::try_from)
        .transpose()
    }

    /// The version in force of an activity that may be seen, with all that is withheld of it: for computing another version
    /// of it, never for showing.
    ///
    /// # Errors
    /// [`StoreFault::Codec`] when a blob is damaged, or what the database says.
    pub async fn whole(&self, activity: ActivityId) -> Result<Option<(Activity, Vec<Channel>)>, StoreFault> {
        let id = activity.to_string();
        let mut moment = self.moment().await?;
        let row = sqlx::query_as!(
            ActivityRow,
            r#"SELECT a.id, a.athlete_id, a.batch_id, a.source, a.part, a.sport, a.sport_detail, a.start_utc,
                      a.start_local, a.timer_s, a.elapsed_s, a.distance_m, a.records, a.pool_m, a.utc_offset_s,
                      a.comment, a.session_id, a.rpe,
                      '{"laps":' || a.laps || ',"pauses":' || a.pauses || ',"device":' || COALESCE(a.device, 'null')
                      || ',"totals":' || a.totals || ',"repairs":' || a.repairs || ',"summary":' || a.summary
                      || ',"lengths":' || a.lengths || ',"sets":' || a.sets || ',"place":' || COALESCE(a.place, 'null')
                      || '}' AS "shapes!: String"
               FROM activity AS a JOIN readable_activity AS v ON v.id = a.id WHERE a.id = ?"#,
            id
        )
        .fetch_optional(&mut *moment)
        .await?;
        let Some(row) = row else { return Ok(None) };
        let channels = sqlx::query!("SELECT kind, packed FROM channel WHERE activity_id = ?", id)
            .fetch_all(&mut *moment)
            .await?
            .into_iter()
            .map(|row| Ok(decode(kind_of(&row.kind)?, &row.packed)?))
            .collect::<Result<_, StoreFault>>()?;
        Ok(Some((row.try_into()?, in_order(channels))))
    }

    /// One channel as it was recorded; `None` where it was not, where it may not be shown, or where nobody changed the
    /// activity.
    ///
    /// # Errors
    /// [`StoreFault::Codec`] when the blob is damaged, or what the database says.
    pub async fn recorded_channel(
        &self,
        activity: ActivityId,
        kind: ChannelKind,
    ) -> Result<Option<Channel>, StoreFault> {
        let (id, code) = (activity.to_string(), kind.code());
        sqlx::query_scalar!(
            r#"SELECT packed AS "packed!" FROM visible_recorded_channel WHERE activity_id = ? AND kind = ?"#,
            id,
            code
        )
        .fetch_optional(&mut *self.reader().await?)
        .await?
        .map(|packed| Ok(decode(kind, &packed)?))
        .transpose()
    }

    /// What was recorded, from `from` on and before `to`, of everybody's activities of which a change stands, or that are
    /// merged into another: a further file of the same session is told by this, not by what was made of it.
    ///
    /// # Errors
    /// What the database says.
    pub async fn recorded_near(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> Result<Vec<Activity>, StoreFault> {
        let (from, to) = (time(from), time(to));
        sqlx::query_as!(
            ActivityRow,
            r#"SELECT r.activity_id AS "id!", a.athlete_id AS "athlete_id!", a.batch_id AS "batch_id!",
                      a.source AS "source!", a.part AS "part!", r.sport AS "sport!", r.sport_detail,
                      r.start_utc AS "start_utc!", r.start_local AS "start_local!", r.timer_s AS "timer_s!",
                      r.elapsed_s AS "elapsed_s!", r.distance_m, r.records AS "records!", r.pool_m, r.utc_offset_s,
                      r.comment, a.session_id, a.rpe, r.shapes AS "shapes!: String"
               FROM recorded_activity AS r JOIN readable_activity AS a ON a.id = r.activity_id
               WHERE r.start_utc >= ? AND r.start_utc < ?
                 AND (EXISTS (SELECT 1 FROM activity_revision AS s
                              WHERE s.activity_id = r.activity_id AND s.undoes IS NULL
                                AND NOT EXISTS (SELECT 1 FROM activity_revision AS u WHERE u.undoes = s.id))
                      OR EXISTS (SELECT 1 FROM replaced_activity AS m
                                 WHERE m.activity_id = r.activity_id AND m.role = 'merged'))
               ORDER BY r.start_utc, r.activity_id"#,
            from,
            to
        )
        .fetch_all(&mut *self.reader().await?)
        .await?
        .into_iter()
        .map(Activity::try_from)
        .collect()
    }

    /// Activities into which one of an import is merged.
    ///
    /// # Errors
    /// What the database says.
    pub async fn merged_from(&self, batch: BatchId) -> Result<Vec<ActivityId>, StoreFault> {
        let id = batch.to_string();
        sqlx::query_scalar!(
            r#"SELECT DISTINCT r.activity_id FROM revision_member AS m
               JOIN activity_revision AS r ON r.id = m.revision_id JOIN activity AS a ON a.id = m.activity_id
               WHERE m.role = 'merged' AND a.batch_id = ?
                 AND NOT EXISTS (SELECT 1 FROM activity_revision AS u WHERE u.undoes = r.id)"#,
            id
        )
        .fetch_all(&mut *self.reader().await?)
        .await?
        .into_iter()
        .map(|id| read(TABLE, &id))
        .collect()
    }

    /// The number for the next part made here of an activity of a file.
    ///
    /// # Errors
    /// What the database says.
    pub async fn next_part(&self, source: &ContentHash) -> Result<u32, StoreFault> {
        let hash = source.0.as_str();
        let last = sqlx::query_scalar!(r#"SELECT MAX(part) AS "part: i64" FROM activity WHERE source = ?"#, hash)
            .fetch_one(&mut *self.reader().await?)
            .await?;
        let last = last.map(|last| count("activity", last)).transpose()?;
        Ok(last.map_or(0, |last| last + 1).max(FIRST_PART_MADE_HERE))
    }
}

fn in_order(mut channels: Vec<Channel>) -> Vec<Channel> {
    channels.sort_unstable_by_key(|channel| channel.kind);
    channels
}
