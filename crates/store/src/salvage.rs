//! What can still be read of a damaged roster, copied into a new file. The roster itself is only ever read.
//!
//! SQLite reads a table row by row and stops at a page that is damaged. Here a table is read from both ends towards what
//! cannot be read, and again between two such places, so that a damaged page costs the rows on it and no others. The new file
//! has the schema of this program and not the one in the damaged file, and SQLite finds it sound.

use std::collections::BTreeMap;
use std::path::Path;

use rusqlite::types::ToSqlOutput;
use rusqlite::{Connection, ErrorCode, OpenFlags, Row, Statement, params_from_iter};

use crate::backup::{findings, open_still, open_to_look};
use crate::fault::StoreFault;
use crate::files::{private_file, remove_database, settle_file, settle_folder};
use crate::open::{APPLICATION_ID, blank};
use crate::protect::{RosterKey, target, unlock};
use crate::schema::{known_version, knows};
use crate::snapshot::beside;

/// The table that says which schema a roster has; the new file has its own.
const HISTORY: &str = "_sqlx_migrations";
/// How often a table is tried anew between two places that cannot be read. Each damaged page costs a few dozen.
const TRIES: u32 = 4096;

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Salvaged {
    /// Rows in the new file, by table.
    pub kept: BTreeMap<String, u64>,
    /// What is not in it, by table. Tables that came over whole are not named.
    pub left: BTreeMap<String, Left>,
}

/// Rows of one table that stayed behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Left {
    /// Rows that cannot be read: how many, where that can still be told.
    pub unreadable: Unreadable,
    /// Rows that were read and hold something no roster can hold.
    pub refused: u64,
    /// Rows that mean nothing without one that was lost (a channel without its activity).
    pub orphaned: u64,
}

/// How many rows cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Unreadable {
    /// So many; 0 for none.
    #[default]
    None,
    /// So many.
    Rows(u64),
    /// There is a place that cannot be read, and nothing says how many rows were on it.
    Some,
}

impl Left {
    fn is_nothing(self) -> bool {
        self == Left::default()
    }
}

/// Copies what can be read of the roster at `from` into a new roster at `to`, which gets the same key. `origin` is written
/// into it where its own can no longer be read.
///
/// # Errors
/// [`StoreFault::AlreadyExists`] when anything is at `to`, [`StoreFault::NotARoster`] or [`StoreFault::Corrupt`] when not even
/// the names of its tables can be read, [`StoreFault::RosterNewer`], or what the disk says about `to`.
pub async fn salvage(from: &Path, key: Option<RosterKey>, to: &Path, origin: &str) -> Result<Salvaged, StoreFault> {
    if !from.is_file() {
        return Err(StoreFault::Missing { path: from.to_owned() });
    }
    if to.exists() {
        return Err(StoreFault::AlreadyExists { path: to.to_owned() });
    }
    let (part, empty) = (beside(to, "part"), beside(to, "new"));
    remove_database(&part)?;
    remove_database(&empty)?;
    let made = make(from, key, [&empty, &part], origin).await;
    // Only tidying up; whether it was made is what the caller needs.
    let _ = remove_database(&empty);
    let made = made.and_then(|salvaged| {
        settle_file(&part)?;
        std::fs::rename(&part, to).map_err(StoreFault::io(to))?;
        settle_folder(to)?;
        Ok(salvaged)
    });
    if made.is_err() {
        let _ = remove_database(&part);
    }
    made
}

async fn make(
    from: &Path,
    key: Option<RosterKey>,
    [empty, part]: [&Path; 2],
    origin: &str,
) -> Result<Salvaged, StoreFault> {
    let (source, known) = (from.to_owned(), key.clone());
    let version = blocking(from, move || version_of(&source, known.as_ref())).await?;
    private_file(empty).map_err(StoreFault::io(empty))?;
    private_file(part).map_err(StoreFault::io(part))?;
    blank(empty, version).await?;
    let (from, empty, part, origin) = (from.to_owned(), empty.to_owned(), part.to_owned(), origin.to_owned());
    blocking(&from.clone(), move || fill(&from, key.as_ref(), [&empty, &part], &origin)).await
}

async fn blocking<T: Send + 'static>(
    path: &Path,
    work: impl FnOnce() -> Result<T, StoreFault> + Send + 'static,
) -> Result<T, StoreFault> {
    tokio::task::spawn_blocking(work).await.map_err(|ended| StoreFault::io(path)(std::io::Error::other(ended)))?
}

/// The damaged file, for reading. A log that does not fit it, or cannot be opened where it is, is left out.
fn open_damaged(from: &Path, key: Option<&RosterKey>) -> Result<Connection, StoreFault> {
    let with_log = open_to_look(from, key).and_then(lenient);
    if let Ok(source) = with_log
        && !tables(&source)?.is_empty()
    {
        return Ok(source);
    }
    open_still(from, key).and_then(lenient)
}

/// What can be read of the schema counts, even where not all of it can. The first statement fails then; the next ones hold
/// against what there is (SQLite, `prepare.c`: `SQLITE_NoSchemaError`).
fn lenient(source: Connection) -> Result<Connection, StoreFault> {
    source.pragma_update(None, "writable_schema", true)?;
    // Whether it fails is what is provided for.
    let _ = source.query_row("SELECT COUNT(*) FROM sqlite_schema", [], |_| Ok(()));
    Ok(source)
}

fn unreadable() -> StoreFault {
    StoreFault::Corrupt { message: "nothing in it can be read".to_owned() }
}

/// The schema of the file, or the newest where that cannot be read.
fn version_of(from: &Path, key: Option<&RosterKey>) -> Result<i64, StoreFault> {
    let source = open_damaged(from, key)?;
    let names = tables(&source)?;
    if names.is_empty() {
        return Err(unreadable());
    }
    // A header can be damaged too; the names of the tables tell as well.
    let mark: Option<i32> = source.pragma_query_value(None, "application_id", |row| row.get(0)).ok();
    if mark != Some(APPLICATION_ID) && !names.iter().any(|name| name == HISTORY) {
        return Err(StoreFault::NotARoster { path: from.to_owned() });
    }
    let found =
        source.query_row(&format!("SELECT MAX(version) FROM {HISTORY}"), [], |row| row.get::<_, Option<i64>>(0));
    let known = known_version();
    match found {
        Ok(Some(found)) if found > known => Err(StoreFault::RosterNewer { path: from.to_owned(), found, known }),
        Ok(Some(found)) if knows(found) => Ok(found),
        _ => Ok(known),
    }
}

fn fill(from: &Path, key: Option<&RosterKey>, [empty, part]: [&Path; 2], origin: &str) -> Result<Salvaged, StoreFault> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    // By this way the new file is under the key before anything of the club is in it.
    Connection::open_with_flags(empty, flags)?.execute("VACUUM INTO ?1", [target(part, key).as_str()])?;
    let source = open_damaged(from, key)?;
    let made = Connection::open_with_flags(part, flags)?;
    unlock(&made, key)?;
    made.pragma_update(None, "foreign_keys", false)?;
    // Nobody looks at the file before it is whole, and it is synced then.
    made.pragma_update(None, "synchronous", "off")?;
    let _mode: String = made.query_row("PRAGMA journal_mode = memory", [], |row| row.get(0))?;
    let triggers = drop_triggers(&made)?;
    made.execute_batch("BEGIN")?;
    let here = tables(&source)?;
    let mut salvaged = Salvaged::default();
    for table in tables(&made)?.into_iter().filter(|table| table != HISTORY) {
        // What a migration put there comes from the roster, as it is there.
        made.execute(&format!("DELETE FROM {}", quoted(&table)), [])?;
        let (kept, left) = if here.contains(&table) {
            Table::new(&source, &made, &table)?.copy()?
        } else {
            (0, Left { unreadable: Unreadable::Some, ..Left::default() })
        };
        salvaged.kept.insert(table.clone(), kept);
        salvaged.left.insert(table, left);
    }
    made.execute("INSERT OR IGNORE INTO meta (key, value) VALUES ('origin', ?1)", [origin])?;
    leave_orphans(&made, &mut salvaged)?;
    for trigger in triggers {
        made.execute_batch(&trigger)?;
    }
    made.execute_batch("COMMIT")?;
    if salvaged.kept.values().all(|kept| *kept == 0) {
        return Err(unreadable());
    }
    if let Some(said) = findings(&made, true)?.into_iter().next() {
        return Err(StoreFault::UnsoundCopy { path: part.to_owned(), said });
    }
    made.close().map_err(|(_, error)| error)?;
    salvaged.left.retain(|_, left| !left.is_nothing());
    Ok(salvaged)
}

fn tables(of: &Connection) -> Result<Vec<String>, StoreFault> {
    let mut asked = of.prepare(
        "SELECT name FROM pragma_table_list
         WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
    )?;
    let names = asked.query_map([], |row| row.get(0))?;
    Ok(names.collect::<Result<_, _>>()?)
}

/// Takes the triggers out while rows come in that they were asked about once already, and says how to put them back.
fn drop_triggers(made: &Connection) -> Result<Vec<String>, StoreFault> {
    let mut asked = made.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid")?;
    let found = asked.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
    let found: Vec<_> = found.collect::<Result<_, _>>()?;
    for (name, _) in &found {
        made.execute(&format!("DROP TRIGGER {}", quoted(name)), [])?;
    }
    Ok(found.into_iter().map(|(_, sql)| sql).collect())
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// A table on its way from one file to the other.
struct Table<'c> {
    source: &'c Connection,
    name: String,
    forth: Statement<'c>,
    back: Statement<'c>,
    insert: Statement<'c>,
    tries: u32,
    kept: u64,
    refused: u64,
    holes: bool,
}

impl<'c> Table<'c> {
    fn new(source: &'c Connection, made: &'c Connection, name: &str) -> Result<Table<'c>, StoreFault> {
        let there = columns(source, name)?;
        let columns: Vec<String> =
            columns(made, name)?.into_iter().filter(|column| there.contains(column)).map(|one| quoted(&one)).collect();
        let (table, listed) = (quoted(name), columns.join(", "));
        // Along the table itself: an index can be damaged where the table is whole.
        let select = |order: &str| {
            format!(
                "SELECT rowid, {listed} FROM {table} NOT INDEXED WHERE rowid BETWEEN ?1 AND ?2 ORDER BY rowid {order}"
            )
        };
        // Rows stay in their order, from whichever side they are read.
        let places = vec!["?"; columns.len() + 1].join(", ");
        Ok(Table {
            source,
            name: name.to_owned(),
            forth: source.prepare(&select("ASC"))?,
            back: source.prepare(&select("DESC"))?,
            insert: made.prepare(&format!("INSERT INTO {table} (rowid, {listed}) VALUES ({places})"))?,
            tries: TRIES,
            kept: 0,
            refused: 0,
            holes: false,
        })
    }

    fn copy(mut self) -> Result<(u64, Left), StoreFault> {
        // SQLite counts rows from 1.
        self.between(0, i64::MAX)?;
        let read = self.kept + self.refused;
        // Often answered by an index that is whole.
        let count =
            self.source.query_row(&format!("SELECT COUNT(*) FROM {}", quoted(&self.name)), [], |row| row.get(0));
        let missing =
            count.ok().and_then(|count: i64| u64::try_from(count).ok()).map(|count| count.saturating_sub(read));
        let unreadable = match missing {
            Some(rows) if rows > 0 => Unreadable::Rows(rows),
            _ if self.holes => Unreadable::Some,
            _ => Unreadable::None,
        };
        Ok((self.kept, Left { unreadable, refused: self.refused, orphaned: 0 }))
    }

    /// Copies the rows of a range, whatever in it cannot be read.
    fn between(&mut self, low: i64, high: i64) -> Result<(), StoreFault> {
        let Some(last) = self.run(true, low, high)? else { return Ok(()) };
        // Where it stopped is the first of the hole, and where it stops from the other side the last.
        let low = last.map_or(low, |last| last.saturating_add(1));
        let Some(first) = (if low <= high { self.run(false, low, high)? } else { None }) else { return Ok(()) };
        let high = first.map_or(high, |first| first.saturating_sub(1));
        self.holes = true;
        if low >= high || self.tries == 0 {
            return Ok(());
        }
        self.tries -= 1;
        let middle = low + (high - low) / 2;
        self.between(low, middle)?;
        self.between(middle + 1, high)
    }

    /// Copies rows one after the other; `None` when the range came to its end, otherwise the last one before what cannot be
    /// read, if there was one.
    fn run(&mut self, forth: bool, low: i64, high: i64) -> Result<Option<Option<i64>>, StoreFault> {
        let mut last = None;
        let select = if forth { &mut self.forth } else { &mut self.back };
        let width = select.column_count();
        let mut rows = match select.query([low, high]) {
            Ok(rows) => rows,
            Err(error) => return hole(error, last),
        };
        loop {
            let row = match rows.next() {
                Ok(None) => return Ok(None),
                Ok(Some(row)) => row,
                Err(error) => return hole(error, last),
            };
            last = Some(row.get(0)?);
            match self.insert.execute(params_from_iter(values(row, width)?)) {
                Ok(_) => self.kept += 1,
                Err(error) if is_refused(&error) => self.refused += 1,
                Err(error) => return Err(error.into()),
            }
        }
    }
}

fn hole(error: rusqlite::Error, last: Option<i64>) -> Result<Option<Option<i64>>, StoreFault> {
    match StoreFault::from(error) {
        // It can be read, only not now.
        StoreFault::Busy => Err(StoreFault::Busy),
        _ => Ok(Some(last)),
    }
}

/// A row's values as they stand.
fn values<'r>(row: &'r Row<'_>, width: usize) -> Result<Vec<ToSqlOutput<'r>>, StoreFault> {
    Ok((0..width).map(|column| row.get_ref(column).map(ToSqlOutput::Borrowed)).collect::<Result<_, _>>()?)
}

fn is_refused(error: &rusqlite::Error) -> bool {
    matches!(
        error.sqlite_error_code(),
        Some(ErrorCode::ConstraintViolation | ErrorCode::TypeMismatch | ErrorCode::TooBig)
    )
}

/// The columns that hold something of their own; generated ones follow from them.
fn columns(of: &Connection, table: &str) -> Result<Vec<String>, StoreFault> {
    let mut asked = of.prepare("SELECT name FROM pragma_table_xinfo(?1) WHERE hidden = 0 ORDER BY cid")?;
    let names = asked.query_map([table], |row| row.get(0))?;
    Ok(names.collect::<Result<_, _>>()?)
}

/// Takes out what refers to a row that is not there: the reference where there need be none, else the row, and then what
/// refers to that.
fn leave_orphans(made: &Connection, salvaged: &mut Salvaged) -> Result<(), StoreFault> {
    loop {
        let mut asked = made.prepare("SELECT \"table\", rowid, fkid FROM pragma_foreign_key_check")?;
        let broken = asked.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        let broken: Vec<(String, i64, i64)> = broken.collect::<Result<_, _>>()?;
        if broken.is_empty() {
            return Ok(());
        }
        for (table, row, reference) in broken {
            let may_be_empty: Option<String> = made
                .query_row(
                    "SELECT f.\"from\" FROM pragma_foreign_key_list(?1) AS f JOIN pragma_table_info(?1) AS c
                       ON c.name = f.\"from\" AND c.\"notnull\" = 0 AND c.pk = 0
                     WHERE f.id = ?2",
                    (&table, reference),
                    |found| found.get(0),
                )
                .ok();
            let emptied = may_be_empty.is_some_and(|column| {
                let empty = format!("UPDATE {} SET {} = NULL WHERE rowid = ?1", quoted(&table), quoted(&column));
                made.execute(&empty, [row]).is_ok()
            });
            if !emptied {
                let gone = made.execute(&format!("DELETE FROM {} WHERE rowid = ?1", quoted(&table)), [row])? as u64;
                salvaged.kept.entry(table.clone()).and_modify(|kept| *kept -= gone);
                salvaged.left.entry(table).or_default().orphaned += gone;
            }
        }
    }
}
