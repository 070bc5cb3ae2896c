//! One athlete's own file: a whole roster that holds what may be read of one athlete, and nothing else.
//!
//! It is made in memory and written under its key at once. What goes in is named table by table, read through
//! the same views that every screen reads; what is not named here stays out.

use std::path::Path;

use chrono::{DateTime, Utc};
use domain::id::AthleteId;
use domain::own::OwnFile;
use sqlx::sqlite::SqliteOwnedBuf;
use sqlx::{ConnectOptions, Connection, SqliteConnection};
use zeroize::Zeroizing;

use crate::fault::StoreFault;
use crate::files::{private_file, remove_database, settle_file, settle_folder};
use crate::open::Roster;
use crate::protect::{RosterKey, target};
use crate::snapshot::beside;
use crate::text::{count, json};

/// Where a roster says that it is an own file.
pub(crate) const OWN: &str = "own";

/// What goes in. `?1` is the athlete. The columns of an activity come from the view, so that what the view
/// withholds is not there; its raw bytes stay with the coach. So does what the coach wrote beside a change, a setting, a day
/// off, a mark or a result: nobody shared that, as a note is shared.
const TAKEN: &[&str] = &[
    // Marks of the cycle show only with a yes to them. Other consents hold nothing back from the athlete in their own file.
    // Before the athlete, for what was said before there were guardians is not asked for one now.
    "INSERT INTO own.consent (id, athlete_id, category, purpose, given, from_day, to_day, guardian, guardian_relation,
                              text_version, text_language, text_hash, by_whom, at, clock)
     SELECT id, athlete_id, category, purpose, given, from_day, to_day, guardian, guardian_relation, text_version,
            text_language, text_hash, by_whom, at, clock
     FROM consent WHERE athlete_id = ?1 AND category = 'cycle' AND purpose = 'coach'",
    "INSERT INTO own.squad (id, name)
     SELECT s.id, s.name FROM squad AS s JOIN athlete AS a ON a.squad_id = s.id WHERE a.id = ?1",
    "INSERT INTO own.athlete (id, name, sex, born, zone, squad_id, unassigned)
     SELECT id, name, sex, born, zone, squad_id, 0 FROM athlete WHERE id = ?1",
    "INSERT INTO own.athlete_settings (athlete_id, from_day, clock, settings)
     SELECT athlete_id, from_day, clock, json_remove(settings, '$.note') FROM visible_settings WHERE athlete_id = ?1",
    "INSERT INTO own.availability (athlete_id, from_day, clock, minutes, sports)
     SELECT athlete_id, from_day, clock, minutes, sports FROM availability WHERE athlete_id = ?1",
    "INSERT INTO own.availability_exception (id, athlete_id, from_day, to_day, exception, clock)
     SELECT e.id, e.athlete_id, e.from_day, t.to_day, json_remove(e.exception, '$.note'), e.clock
     FROM visible_exception AS e JOIN availability_exception AS t ON t.id = e.id WHERE e.athlete_id = ?1",
    "INSERT INTO own.repair_limits (athlete_id, clock, limits)
     SELECT athlete_id, clock, limits FROM repair_limits WHERE athlete_id = ?1",
    "INSERT INTO own.import_batch (id, at, author)
     SELECT b.id, b.at, b.author FROM import_batch AS b
     WHERE b.id IN (SELECT batch_id FROM visible_activity WHERE athlete_id = ?1
                    UNION SELECT batch_id FROM visible_wellness WHERE athlete_id = ?1
                    UNION SELECT batch_id FROM visible_word WHERE athlete_id = ?1
                    UNION SELECT r.batch_id FROM raw_source AS r JOIN visible_activity AS a ON a.source = r.hash
                          WHERE a.athlete_id = ?1)",
    // Names of files can name others. The hash says which file it was to whoever has it.
    "INSERT INTO own.raw_source (hash, athlete_id, batch_id, name, at, size, packed, kept)
     SELECT r.hash, ?1, r.batch_id, substr(r.hash, 1, 12), r.at, r.size, x'', 0
     FROM raw_source AS r WHERE r.hash IN (SELECT source FROM visible_activity WHERE athlete_id = ?1)",
    "INSERT INTO own.activity (id, athlete_id, batch_id, source, part, sport, sport_detail, start_utc, start_local, timer_s,
                               elapsed_s, distance_m, laps, pauses, device, totals, records, repairs, rpe, summary, lengths,
                               pool_m, sets, utc_offset_s, comment, place, session_id)
     SELECT id, athlete_id, batch_id, source, part, sport, sport_detail, start_utc, start_local, timer_s, elapsed_s,
            distance_m, json_extract(shapes, '$.laps'), json_extract(shapes, '$.pauses'),
            json_extract(shapes, '$.device'), json_extract(shapes, '$.totals'), records,
            json_extract(shapes, '$.repairs'), rpe, json_extract(shapes, '$.summary'), json_extract(shapes, '$.lengths'),
            pool_m, json_extract(shapes, '$.sets'), utc_offset_s, comment, json_extract(shapes, '$.place'), session_id
     FROM visible_activity WHERE athlete_id = ?1",
    "INSERT INTO own.channel (activity_id, kind, athlete_id, samples, packed)
     SELECT c.activity_id, c.kind, c.athlete_id, c.samples, c.packed
     FROM visible_channel AS c JOIN own.activity AS a ON a.id = c.activity_id",
    "INSERT INTO own.activity_measures (activity_id, athlete_id, sport, source, method, basis, measures)
     SELECT m.activity_id, m.athlete_id, t.sport, t.source, t.method, t.basis, m.measures
     FROM visible_measures AS m JOIN activity_measures AS t ON t.activity_id = m.activity_id
     JOIN own.activity AS a ON a.id = m.activity_id",
    "INSERT INTO own.activity_curve (activity_id, quantity, athlete_id, method, packed)
     SELECT c.activity_id, c.quantity, c.athlete_id, c.method, c.packed
     FROM visible_curve AS c JOIN own.activity AS a ON a.id = c.activity_id",
    "INSERT INTO own.wellness_entry (id, athlete_id, batch_id, day, field, value, source, recorded_at)
     SELECT id, athlete_id, batch_id, day, field, value, source, recorded_at FROM visible_wellness WHERE athlete_id = ?1",
    "INSERT INTO own.athlete_word (id, athlete_id, activity_id, batch_id, said, author, at, key, clock)
     SELECT w.id, w.athlete_id, w.activity_id, w.batch_id, w.said, w.author, w.at, w.key, w.clock
     FROM visible_word AS w JOIN own.activity AS a ON a.id = w.activity_id WHERE w.batch_id IS NOT NULL",
    "INSERT INTO own.result (id, athlete_id, day, outcome, clock)
     SELECT id, athlete_id, day, json_remove(outcome, '$.note'), clock FROM visible_result WHERE athlete_id = ?1",
    "INSERT INTO own.context_mark (id, athlete_id, kind, from_day, mark, clock)
     SELECT id, athlete_id, kind, from_day, json_remove(mark, '$.note'), clock FROM visible_mark WHERE athlete_id = ?1",
    "INSERT INTO own.race (id, athlete_id, name, day, sport, distance_m, priority)
     SELECT id, athlete_id, name, day, sport, distance_m, priority FROM race WHERE athlete_id = ?1",
    "INSERT INTO own.race_withdrawn (race_id, athlete_id, author, at)
     SELECT race_id, athlete_id, author, at FROM race_withdrawn WHERE athlete_id = ?1",
    "INSERT INTO own.race_sheet (id, athlete_id, race_id, version, sheet, clock)
     SELECT id, athlete_id, race_id, version, sheet, clock FROM race_sheet WHERE athlete_id = ?1",
    "INSERT INTO own.season_phase (id, athlete_id, kind, from_day, to_day)
     SELECT id, athlete_id, kind, from_day, to_day FROM season_phase WHERE athlete_id = ?1",
    "INSERT INTO own.phase_withdrawn (phase_id, athlete_id, author, at)
     SELECT phase_id, athlete_id, author, at FROM phase_withdrawn WHERE athlete_id = ?1",
    "INSERT INTO own.season_plan (id, athlete_id, start_week, season, clock)
     SELECT id, athlete_id, start_week, season, clock FROM season_plan WHERE athlete_id = ?1",
    "INSERT INTO own.plan_week (id, athlete_id, week) SELECT id, athlete_id, week FROM plan_week WHERE athlete_id = ?1",
    "INSERT INTO own.proposal (id, plan_week_id, athlete_id, version, engine, inputs, made_at, target_load, reasons,
                               confidence, abstained)
     SELECT id, plan_week_id, athlete_id, version, engine, inputs, made_at, target_load, reasons, confidence, abstained
     FROM visible_proposal WHERE athlete_id = ?1 ORDER BY version",
    "INSERT INTO own.proposed_session (id, plan_week_id, athlete_id, day, session)
     SELECT id, plan_week_id, athlete_id, day, session FROM proposed_session WHERE athlete_id = ?1",
    "INSERT INTO own.proposal_session (proposal_id, session_id, athlete_id, position, reasons)
     SELECT proposal_id, session_id, athlete_id, position, reasons FROM visible_proposal_session WHERE athlete_id = ?1",
    "INSERT INTO own.session_override (id, plan_week_id, athlete_id, session_id, undoes, change, before, tag, text,
                                       insisted, author, at, clock)
     SELECT id, plan_week_id, athlete_id, session_id, undoes, change, before, tag, NULL, insisted, author, at, clock
     FROM visible_override WHERE athlete_id = ?1 ORDER BY clock",
    "INSERT INTO own.plan_approval (id, plan_week_id, athlete_id, proposal_id, withdrawn, author, at, clock)
     SELECT id, plan_week_id, athlete_id, proposal_id, withdrawn, author, at, clock
     FROM plan_approval WHERE athlete_id = ?1 ORDER BY clock",
    // Notes as they stand and are shared; of what one of them replaced nothing goes out.
    "INSERT INTO own.annotation (id, athlete_id, subject, week, text, shared, author, at, clock)
     SELECT n.id, n.athlete_id, n.subject, n.week, n.text, 1, n.author, n.at, n.clock FROM visible_annotation AS n
     WHERE n.athlete_id = ?1 AND n.shared = 1
       AND NOT EXISTS (SELECT 1 FROM annotation AS later WHERE later.supersedes = n.id)",
];

impl Roster {
    /// Writes one athlete's own file to `to`, under a key. `scratch` is a folder for the empty roster that is filled in
    /// memory: no byte of the athlete is on a disk outside the encrypted file.
    ///
    /// # Errors
    /// [`StoreFault::AlreadyExists`] when anything is at `to`, or what the database or the file system says.
    pub async fn make_own(
        &self,
        own: &OwnFile,
        to: &Path,
        key: &RosterKey,
        scratch: &Path,
        now: DateTime<Utc>,
    ) -> Result<(), StoreFault> {
        if to.exists() {
            return Err(StoreFault::AlreadyExists { path: to.to_owned() });
        }
        let empty = empty(own, scratch, now).await?;
        // A connection of its own: what is attached here must not be met by others. It only reads the roster itself.
        let options = self.readers.connect_options();
        let mut connection = options.as_ref().clone().read_only(false).connect().await?;
        let part = beside(to, "part");
        remove_database(&part)?;
        private_file(&part).map_err(StoreFault::io(&part))?;
        let made = fill(&mut connection, own, &empty, target(&part, Some(key))).await;
        connection.close().await?;
        if made.is_err() {
            // Why there is no file is what the caller needs; half a file is of no use.
            let _ = remove_database(&part);
        }
        made?;
        settle_file(&part)?;
        // The name is taken first: nothing that came there meanwhile is written over.
        if let Err(error) = private_file(to) {
            remove_database(&part)?;
            return Err(match error.kind() {
                std::io::ErrorKind::AlreadyExists => StoreFault::AlreadyExists { path: to.to_owned() },
                _ => StoreFault::io(to)(error),
            });
        }
        std::fs::rename(&part, to).map_err(StoreFault::io(to))?;
        settle_folder(to)
    }

    /// How much of an athlete is here that an own file does not hold, because it is private or consent does not cover it:
    /// notes, texts beside other things, activities, values of mornings, channels of activities.
    ///
    /// # Errors
    /// What the database says.
    pub async fn own_withheld(&self, athlete: AthleteId) -> Result<[u32; 5], StoreFault> {
        let id = athlete.to_string();
        let row = sqlx::query!(
            r#"SELECT (SELECT COUNT(*) FROM annotation AS n WHERE n.athlete_id = ?1
                         AND NOT EXISTS (SELECT 1 FROM annotation AS c WHERE c.supersedes = n.id)
                         AND (n.shared = 0 OR n.id NOT IN (SELECT id FROM visible_annotation WHERE athlete_id = ?1)))
                          AS "notes!: i64",
                      (SELECT COUNT(*) FROM session_override WHERE athlete_id = ?1 AND text IS NOT NULL) +
                      (SELECT COUNT(*) FROM athlete_settings WHERE athlete_id = ?1 AND settings ->> '$.note' IS NOT NULL) +
                      (SELECT COUNT(*) FROM availability_exception
                       WHERE athlete_id = ?1 AND exception ->> '$.note' IS NOT NULL) +
                      (SELECT COUNT(*) FROM context_mark WHERE athlete_id = ?1 AND mark ->> '$.note' IS NOT NULL) +
                      (SELECT COUNT(*) FROM result WHERE athlete_id = ?1 AND outcome ->> '$.note' IS NOT NULL)
                          AS "texts!: i64",
                      (SELECT COUNT(*) FROM present_activity AS a WHERE a.athlete_id = ?1
                         AND a.id NOT IN (SELECT id FROM readable_activity WHERE athlete_id = ?1)) AS "activities!: i64",
                      (SELECT COUNT(*) FROM wellness_entry AS w WHERE w.athlete_id = ?1
                         AND NOT EXISTS (SELECT 1 FROM taken_back AS b WHERE b.id = w.batch_id)
                         AND w.id NOT IN (SELECT id FROM visible_wellness WHERE athlete_id = ?1)) AS "mornings!: i64",
                      (SELECT COUNT(*) FROM channel AS c JOIN readable_activity AS a ON a.id = c.activity_id
                       WHERE a.athlete_id = ?1) -
                      (SELECT COUNT(*) FROM visible_channel AS c JOIN readable_activity AS a ON a.id = c.activity_id
                       WHERE a.athlete_id = ?1) AS "channels!: i64""#,
            id
        )
        .fetch_one(&mut *self.reader().await?)
        .await?;
        let [notes, texts, activities, values, channels] =
            [row.notes, row.texts, row.activities, row.mornings, row.channels].map(|number| count("own_file", number));
        Ok([notes?, texts?, activities?, values?, channels?])
    }
}

/// An empty roster that says whose own file it is, as one file without a write-ahead log.
async fn empty(own: &OwnFile, scratch: &Path, now: DateTime<Utc>) -> Result<Vec<u8>, StoreFault> {
    let path = scratch.join("empty.trackside");
    // A copy of its own among those of the club: what is said there is told apart by it.
    let roster = Roster::create(&path, &format!("own {}", own.id), now).await?;
    roster.close().await;
    let mut bytes = std::fs::read(&path).map_err(StoreFault::io(&path))?;
    std::fs::remove_file(&path).map_err(StoreFault::io(&path))?;
    // sqlite.org/fileformat.html: the versions for writing and reading; 2 is a write-ahead log, which memory has none of.
    if let Some(versions) = bytes.get_mut(18..20) {
        versions.fill(1);
    }
    Ok(bytes)
}

async fn fill(
    connection: &mut SqliteConnection,
    own: &OwnFile,
    empty: &[u8],
    address: Zeroizing<String>,
) -> Result<(), StoreFault> {
    // SQLite cannot prepare statements against a schema that is attached later, so none of these is checked at compile time.
    sqlx::query("ATTACH ':memory:' AS own KEY ''").execute(&mut *connection).await?;
    connection.deserialize(Some("own"), SqliteOwnedBuf::try_from(empty)?, false).await?;
    let id = own.athlete.to_string();
    let header = json("meta", own)?;
    // One transaction: all of it is of one moment.
    let mut moment = connection.begin().await?;
    sqlx::query("PRAGMA defer_foreign_keys = ON").execute(&mut *moment).await?;
    for statement in TAKEN {
        sqlx::query(*statement).bind(&id).execute(&mut *moment).await?;
    }
    sqlx::query("INSERT INTO own.meta (key, value) VALUES (?, ?)").bind(OWN).bind(header).execute(&mut *moment).await?;
    moment.commit().await?;
    sqlx::query("VACUUM own INTO ?").bind(address.as_str()).execute(&mut *connection).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What stays out, each on purpose: the club's and the coach's own, what is computed from what is in, what a person's
    /// changes were made from, and what the file gets of its own.
    const LEFT_OUT: &[&str] = &[
        "_sqlx_migrations",
        "activity_link",
        "activity_revision",
        "adaptation",
        "adaptation_override",
        "batch_file",
        "club_block",
        "column_map",
        "device",
        "erasure",
        "follow_up",
        "journal",
        "journal_chain",
        "journal_erasure",
        "key_word",
        "meta",
        "override_source",
        "own_file",
        "own_return",
        "person",
        "plan_bounds",
        "plan_export",
        "plan_switch",
        "proposal_input",
        "proposed_block",
        "recorded_activity",
        "recorded_channel",
        "retention_rule",
        "revision_member",
        "rule_setting",
        "session_template",
        "template_withdrawn",
        "triage_filter",
        "triage_mark",
    ];

    #[tokio::test]
    async fn of_every_table_somebody_decided_whether_an_athlete_gets_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("club.trackside");
        let roster = Roster::create(&path, "a laptop", DateTime::UNIX_EPOCH).await.expect("made");
        let tables: Vec<String> = sqlx::query_scalar("SELECT name FROM sqlite_schema WHERE type = 'table'")
            .fetch_all(&roster.readers)
            .await
            .expect("the schema");
        for table in &tables {
            let taken = TAKEN.iter().any(|statement| statement.contains(&format!("own.{table} (")));
            assert!(taken != LEFT_OUT.contains(&table.as_str()), "{table}: in an own file, or left out?");
        }
        assert!(LEFT_OUT.iter().all(|left| tables.iter().any(|table| table == left)), "a table that is gone");
    }
}
