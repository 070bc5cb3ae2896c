//! Taking every row about one athlete out of a roster, or of a copy of one, whatever schema it has.
//!
//! Rows of what people wrote are only ever added, and triggers say so. An erasure is the one way past them: it lifts those
//! triggers and puts the very same ones back inside the one transaction that removes the rows and leaves the tombstone.

use std::collections::{BTreeMap, BTreeSet};

use domain::id::{AthleteId, ContentHash};
use sqlx::{AssertSqlSafe, SqliteConnection};

use super::NewErasure;
use super::tables::{Table, tables};
use crate::fault::StoreFault;
use crate::text::json;

/// What an erasure takes away.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Erased {
    /// Rows removed, by table. Of the journal: lines whose content was removed.
    pub rows: BTreeMap<String, u64>,
    /// Files of theirs alone, by the name they came under: removed.
    pub files: Vec<String>,
    /// Files that hold others' data too: their bytes are removed, the others' values read from them stay.
    pub shared: Vec<String>,
}

/// A file an athlete's data came in.
struct Source {
    hash: String,
    name: String,
    /// It holds something of theirs.
    theirs: bool,
    /// It holds something of others.
    others: bool,
}

struct Erasing<'a> {
    connection: &'a mut SqliteConnection,
    tables: Vec<Table>,
    athlete: String,
    /// The name as `mentions` compares it.
    name: String,
    erased: Erased,
}

/// Removes everything about an athlete. Nothing where nobody has this id and none of their activities is there.
pub(crate) async fn erase(
    connection: &mut SqliteConnection,
    erasure: &NewErasure,
) -> Result<Option<Erased>, StoreFault> {
    let (id, activities) = (erasure.athlete.to_string(), json("erasure", &erasure.activities)?);
    let name: Option<String> =
        sqlx::query_scalar("SELECT name FROM athlete WHERE id = ?").bind(&id).fetch_optional(&mut *connection).await?;
    let here: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM activity WHERE id IN (SELECT value FROM json_each(?))")
        .bind(&activities)
        .fetch_one(&mut *connection)
        .await?;
    if name.is_none() && here == 0 {
        return Ok(None);
    }
    sqlx::query("PRAGMA defer_foreign_keys = ON").execute(&mut *connection).await?;
    let tables = tables(connection).await?;
    // Where they have no name, nothing can name them.
    let name = name.map_or_else(|| id.clone(), |name| looked_for(&name));
    let erasing = Erasing { connection, tables, athlete: id, name, erased: Erased::default() };
    erasing.run(&activities, &erasure.line().to_string()).await.map(Some)
}

impl Erasing<'_> {
    async fn run(mut self, activities: &str, line: &str) -> Result<Erased, StoreFault> {
        let lifted = lift(self.connection).await?;
        let dangling_before = dangling(self.connection).await?;
        // In a copy from before they were given to them, they are nobody's or somebody else's.
        let theirs = "UPDATE activity SET athlete_id = ?1 WHERE id IN (SELECT value FROM json_each(?2))".to_owned();
        execute(self.connection, theirs, &[&self.athlete, activities]).await?;
        self.give_rows_to_whom_they_are_about().await?;
        self.sources().await?;
        self.imports().await?;
        let lines = self.journal().await?;
        for table in self.tables.clone() {
            if table.has("athlete_id") && table.name != "journal" {
                let sql = format!("DELETE FROM \"{}\" WHERE athlete_id = ?1", table.name);
                let removed = self.run_on_athlete(sql).await?;
                self.count(&table.name, removed);
            }
        }
        let removed = self.run_on_athlete("DELETE FROM athlete WHERE id = ?1".to_owned()).await?;
        self.count("athlete", removed);
        self.what_refers_to_it(&dangling_before).await?;
        self.keep_the_chain(&lines, line).await?;
        for (_, sql) in lifted {
            execute(self.connection, sql, &[]).await?;
        }
        Ok(self.erased)
    }

    /// Some rows keep the name of the athlete an activity had at first: whose they are says the activity.
    async fn give_rows_to_whom_they_are_about(&mut self) -> Result<(), StoreFault> {
        for table in self.tables.clone() {
            if table.has("athlete_id") && table.of_activity() {
                let name = &table.name;
                self.run_on_athlete(format!(
                    "UPDATE \"{name}\" SET athlete_id = (SELECT a.athlete_id FROM activity AS a WHERE a.id = \"{name}\".activity_id)
                     WHERE (athlete_id = ?1) <> (activity_id IN (SELECT id FROM activity WHERE athlete_id = ?1))"
                ))
                .await?;
            }
        }
        Ok(())
    }

    /// The files their data came in: removed where they are theirs alone, emptied where they hold others' as well, and
    /// only let go of where every activity in them was given to somebody else.
    async fn sources(&mut self) -> Result<(), StoreFault> {
        let found: Vec<(String, String, bool, bool)> = sqlx::query_as(
            "WITH batch (id) AS (SELECT DISTINCT batch_id FROM wellness_entry WHERE athlete_id = ?1 AND batch_id IS NOT NULL),
                  mine (hash) AS (SELECT source FROM activity WHERE athlete_id = ?1),
                  used (hash, name, named, batch_id, active) AS (
                    SELECT r.hash, r.name, r.athlete_id IS ?1, r.batch_id,
                           EXISTS (SELECT 1 FROM activity AS a WHERE a.source = r.hash)
                    FROM raw_source AS r
                    WHERE r.athlete_id = ?1 OR r.hash IN mine
                       OR (r.athlete_id IS NULL AND r.batch_id IN batch))
             SELECT hash, name,
                    hash IN mine OR NOT active,
                    EXISTS (SELECT 1 FROM activity AS a WHERE a.source = used.hash AND a.athlete_id <> ?1)
                    OR (NOT active AND NOT named AND EXISTS (
                        SELECT 1 FROM wellness_entry AS w WHERE w.batch_id = used.batch_id AND w.athlete_id <> ?1))
             FROM used WHERE active = 0 OR named OR hash IN mine",
        )
        .bind(&self.athlete)
        .fetch_all(&mut *self.connection)
        .await?;
        for (hash, name, theirs, others) in found {
            self.source(Source { hash, name, theirs, others }).await?;
        }
        Ok(())
    }

    async fn source(&mut self, source: Source) -> Result<(), StoreFault> {
        let hash = source.hash.as_str();
        if !source.theirs {
            let sql = "UPDATE raw_source SET athlete_id = NULL WHERE hash = ?1".to_owned();
            execute(self.connection, sql, &[hash]).await?;
            return Ok(());
        }
        if self.has("batch_file", "hash") {
            let told = execute(self.connection, "DELETE FROM batch_file WHERE hash = ?1".to_owned(), &[hash]).await?;
            self.count("batch_file", told);
        }
        if source.others {
            let name = if folded(&source.name).contains(&self.name) { "" } else { &source.name };
            let sql = "UPDATE raw_source SET packed = x'', kept = 0, stride = 0, athlete_id = NULL, name = ?2 WHERE hash = ?1";
            execute(self.connection, sql.to_owned(), &[hash, name]).await?;
            self.erased.shared.push(source.name);
        } else {
            let removed =
                execute(self.connection, "DELETE FROM raw_source WHERE hash = ?1".to_owned(), &[hash]).await?;
            self.count("raw_source", removed);
            self.erased.files.push(source.name);
        }
        Ok(())
    }

    /// What imports kept about files and requests, where it names them.
    async fn imports(&mut self) -> Result<(), StoreFault> {
        // Copies from before these were kept have neither.
        if !self.has("batch_file", "report") || !self.has("import_batch", "request") {
            return Ok(());
        }
        let told = format!("DELETE FROM batch_file WHERE {} OR {}", mentions("path"), mentions("report"));
        let removed = self.run_on_both(told).await?;
        self.count("batch_file", removed);
        let asked = format!("UPDATE import_batch SET request = 'null' WHERE {}", mentions("request"));
        let changed = self.run_on_both(asked).await?;
        self.count("import_batch", changed);
        Ok(())
    }

    /// Lines about them stay as lines, with their time and place in the order; what they said goes.
    async fn journal(&mut self) -> Result<Vec<String>, StoreFault> {
        let sql = format!(
            "UPDATE journal SET action = 'erased', athlete_id = NULL, subject = NULL, before = 'null',
                    author = CASE WHEN {} THEN '' ELSE author END
             WHERE athlete_id = ?1 OR {} OR {} RETURNING id",
            mentions("author"),
            mentions("subject"),
            mentions("before"),
        );
        let lines: Vec<String> = sqlx::query_scalar(AssertSqlSafe(sql))
            .bind(&self.athlete)
            .bind(&self.name)
            .fetch_all(&mut *self.connection)
            .await?;
        self.count("journal", lines.len() as u64);
        Ok(lines)
    }

    /// Rows of others that refer to what is gone, such as the word that somebody's ride is a copy of theirs.
    async fn what_refers_to_it(&mut self, before: &BTreeSet<(String, i64)>) -> Result<(), StoreFault> {
        loop {
            let hanging: Vec<_> = dangling(self.connection).await?.difference(before).cloned().collect();
            if hanging.is_empty() {
                return Ok(());
            }
            for (table, row) in hanging {
                let sql = AssertSqlSafe(format!("DELETE FROM \"{table}\" WHERE rowid = ?"));
                let removed = sqlx::query(sql).bind(row).execute(&mut *self.connection).await?.rows_affected();
                self.count(&table, removed);
            }
        }
    }

    /// The chain over the journal knows which lines were erased, and by which line.
    async fn keep_the_chain(&mut self, lines: &[String], by: &str) -> Result<(), StoreFault> {
        if !self.tables.iter().any(|table| table.name == "journal_erasure") {
            return Ok(());
        }
        for line in lines {
            // An erased line may be erased again by the next person's erasure that it named as well.
            let sql = "INSERT INTO journal_erasure (journal_id, by_line)
                       SELECT journal_id, ?2 FROM journal_chain WHERE journal_id = ?1 ON CONFLICT DO NOTHING";
            execute(self.connection, sql.to_owned(), &[line, by]).await?;
        }
        Ok(())
    }

    fn has(&self, table: &str, column: &str) -> bool {
        self.tables.iter().any(|known| known.name == table && known.has(column))
    }

    async fn run_on_athlete(&mut self, sql: String) -> Result<u64, StoreFault> {
        execute(self.connection, sql, &[&self.athlete]).await
    }

    async fn run_on_both(&mut self, sql: String) -> Result<u64, StoreFault> {
        execute(self.connection, sql, &[&self.athlete, &self.name]).await
    }

    fn count(&mut self, table: &str, rows: u64) {
        if rows > 0 {
            *self.erased.rows.entry(table.to_owned()).or_default() += rows;
        }
    }
}

/// Drops the triggers that keep rows as they are, and returns them. Only inside a transaction that puts them back.
pub(crate) async fn lift(connection: &mut SqliteConnection) -> Result<Vec<(String, String)>, StoreFault> {
    let guards: Vec<(String, String)> = sqlx::query_as(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND sql LIKE '%append-only: %' ORDER BY rowid",
    )
    .fetch_all(&mut *connection)
    .await?;
    for (name, _) in &guards {
        execute(connection, format!("DROP TRIGGER \"{name}\""), &[]).await?;
    }
    Ok(guards)
}

/// Rows whose reference leads nowhere.
async fn dangling(connection: &mut SqliteConnection) -> Result<BTreeSet<(String, i64)>, StoreFault> {
    let rows: Vec<(String, Option<i64>, String, i64)> =
        sqlx::query_as("PRAGMA foreign_key_check").fetch_all(&mut *connection).await?;
    Ok(rows.into_iter().filter_map(|(table, row, ..)| Some((table, row?))).collect())
}

// The tables are known only from the file, so these statements are not checked at compile time.
pub(crate) async fn execute(
    connection: &mut SqliteConnection,
    sql: String,
    values: &[&str],
) -> Result<u64, StoreFault> {
    let mut query = sqlx::query(AssertSqlSafe(sql));
    for value in values {
        query = query.bind((*value).to_owned());
    }
    Ok(query.execute(&mut *connection).await?.rows_affected())
}

/// A name as files write it: small letters, and no difference between spaces, hyphens and underscores.
fn folded(name: &str) -> String {
    name.to_ascii_lowercase().replace(['_', '-'], " ")
}

/// What is looked for in texts about others and about imports. A name of one word may be any word, so it counts only where
/// it is the whole of a value.
fn looked_for(name: &str) -> String {
    let folded = folded(name.trim());
    if folded.contains(' ') { folded } else { format!(":\"{folded}\"") }
}

/// A condition: the column holds the id (`?1`) or the name (`?2`, folded).
fn mentions(column: &str) -> String {
    format!("(instr({column}, ?1) > 0 OR instr(replace(replace(lower({column}), '_', ' '), '-', ' '), ?2) > 0)")
}

/// The digest that refuses an id another time.
pub(crate) fn digest(athlete: AthleteId) -> ContentHash {
    let hash = blake3::derive_key("Trackside 2026-11-24 erased athlete", athlete.0.as_bytes());
    ContentHash(blake3::Hash::from(hash).to_hex().to_string())
}
