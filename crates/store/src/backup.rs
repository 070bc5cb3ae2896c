//! Copies of a roster through SQLite's online backup, their check, and the way back from one.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{DateTime, Utc};
use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags, OptionalExtension};

use crate::chain::Head;
use crate::fault::StoreFault;
use crate::files::{
    folder_of, log_waits, move_log, private_file, remove_log, set_log_aside, settle_file, settle_folder, suffixed,
};
use crate::kept::{Kept, RECORD_VERSION, Record, free_name, record_path};
use crate::left;
use crate::lock::Hold;
use crate::protect::{RosterKey, of_copy, unlock, unlock_new};
use crate::snapshot::beside;

/// Pages copied before others get their turn.
const PAGES: i32 = 1024;
const PAUSE: Duration = Duration::from_millis(5);
/// How long a restore waits for other programs to close the roster.
const TO_CLOSE: Duration = Duration::from_secs(5);

/// What the copy of a backup is called until it takes the roster's place.
pub(crate) const RESTORING: &str = "restoring";

/// What a copy held when it was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    /// Newest schema version.
    pub schema: i64,
    /// Rows of each table.
    pub rows: BTreeMap<String, u64>,
    /// Where the journal's chain ended; `None` before there was one.
    pub head: Option<Head>,
}

/// Copies the roster at `from` to the new file `to`, whole and consistent, also while others write. The copy is checked
/// (SQLite's integrity check, rows of every table against the roster's) before it gets its name. Blocks.
///
/// # Errors
/// [`StoreFault::AlreadyExists`] when `to` is there, [`StoreFault::Missing`] when `from` is not,
/// [`StoreFault::UnsoundCopy`] when the copy does not hold what the roster holds, or what the disk says; a half-made copy is
/// never left under the name `to`.
pub fn backup(from: &Path, key: Option<&RosterKey>, to: &Path) -> Result<Copied, StoreFault> {
    if !from.is_file() {
        return Err(StoreFault::Missing { path: from.to_owned() });
    }
    if to.exists() {
        return Err(StoreFault::AlreadyExists { path: to.to_owned() });
    }
    let part = beside(to, "part");
    remove_part(&part)?;
    let copied = copy(from, key, &part).and_then(|copied| {
        std::fs::rename(&part, to).map_err(StoreFault::io(to))?;
        settle_folder(to)?;
        Ok(copied)
    });
    if copied.is_err() {
        // The copy is of no use; that it could not be made is what matters.
        let _ = remove_part(&part);
    }
    copied
}

fn remove_part(part: &Path) -> Result<(), StoreFault> {
    for file in [part.to_owned(), suffixed(part, "-journal")] {
        match std::fs::remove_file(&file) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(StoreFault::io(&file)(error)),
            _ => {}
        }
    }
    Ok(())
}

fn copy(from: &Path, key: Option<&RosterKey>, part: &Path) -> Result<Copied, StoreFault> {
    // One moment of the roster: what is counted is what is copied, whatever others write meanwhile.
    let source = open_source(from, key)?;
    source.execute_batch("BEGIN")?;
    let copied = contents(&source)?;
    private_file(part).map_err(StoreFault::io(part))?;
    let mut target = Connection::open(part)?;
    unlock_new(&target, key)?;
    Backup::new(&source, &mut target)?.run_to_completion(PAGES, PAUSE, None)?;
    source.execute_batch("COMMIT")?;
    // The copy is one file: nothing waits in a write-ahead log beside it.
    target.pragma_update(None, "journal_mode", "delete")?;
    let unsound = |said: String| StoreFault::UnsoundCopy { path: part.to_owned(), said };
    if let Some(said) = findings(&target, true)?.into_iter().next() {
        return Err(unsound(said));
    }
    let found = contents(&target)?;
    if found != copied {
        return Err(unsound(difference(&copied, &found)));
    }
    target.close().map_err(|(_, error)| error)?;
    settle_file(part)?;
    Ok(copied)
}

/// The roster itself, for reading; nothing of it was read yet.
pub(crate) fn open_to_look(path: &Path, key: Option<&RosterKey>) -> Result<Connection, StoreFault> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
    let source = Connection::open_with_flags(path, flags)?;
    unlock(&source, key)?;
    source.busy_timeout(Duration::from_secs(10))?;
    Ok(source)
}

/// The roster itself, for reading. Where nothing may be written beside it, as the still file it is there.
fn open_source(path: &Path, key: Option<&RosterKey>) -> Result<Connection, StoreFault> {
    let source = open_to_look(path, key)?;
    match source.query_row("SELECT COUNT(*) FROM sqlite_master", [], |row| row.get::<_, i64>(0)) {
        Ok(_) => Ok(source),
        Err(error) => match StoreFault::from(error) {
            StoreFault::ReadOnly => open_still(path, key),
            fault => Err(fault),
        },
    }
}

/// A file nobody changes while it is looked at; nothing is written beside it.
pub(crate) fn open_still(path: &Path, key: Option<&RosterKey>) -> Result<Connection, StoreFault> {
    let mut address = String::from("file:");
    for byte in path.to_string_lossy().bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b':' => {
                address.push(char::from(byte));
            }
            b'\\' if cfg!(windows) => address.push('/'),
            other => address.push_str(&format!("%{other:02X}")),
        }
    }
    address.push_str("?immutable=1");
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
    let still = Connection::open_with_flags(address, flags)?;
    unlock(&still, key)?;
    Ok(still)
}

/// What a roster holds, as counts that a copy must match.
fn contents(connection: &Connection) -> Result<Copied, StoreFault> {
    let mut names = connection.prepare(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
    )?;
    let names: Vec<String> = names.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let mut rows = BTreeMap::new();
    for name in names {
        // A table's name cannot be a parameter; these come from the schema.
        let count: i64 =
            connection
                .query_row(&format!("SELECT COUNT(*) FROM \"{}\"", name.replace('"', "\"\"")), [], |r| r.get(0))?;
        rows.insert(name, u64::try_from(count).unwrap_or_default());
    }
    let schema = connection.query_row("SELECT MAX(version) FROM _sqlx_migrations", [], |row| row.get(0))?;
    let head = if rows.contains_key("journal_chain") {
        let last = "SELECT clock, chain FROM journal_chain ORDER BY clock DESC LIMIT 1";
        let head = |row: &rusqlite::Row<'_>| Ok(Head { clock: row.get(0)?, chain: row.get(1)? });
        connection.query_row(last, [], head).optional()?
    } else {
        None
    };
    Ok(Copied { schema, rows, head })
}

fn difference(was: &Copied, found: &Copied) -> String {
    let table = was.rows.iter().find(|(name, rows)| found.rows.get(*name) != Some(rows));
    match table {
        Some((name, rows)) => format!("{name} has {:?} rows, not {rows}", found.rows.get(name).copied().unwrap_or(0)),
        None => format!("schema {} and head {:?}, not {} and {:?}", found.schema, found.head, was.schema, was.head),
    }
}

/// What SQLite finds wrong; empty when it is sound.
pub(crate) fn findings(connection: &Connection, whole: bool) -> Result<Vec<String>, StoreFault> {
    let check = if whole { "PRAGMA integrity_check" } else { "PRAGMA quick_check" };
    let mut asked = connection.prepare(check)?;
    let mut found: Vec<String> = asked.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    found.retain(|line| line != "ok");
    if whole {
        let mut asked = connection.prepare("PRAGMA foreign_key_check")?;
        let broken = asked.query_map([], |row| {
            let (table, row_id, parent) =
                (row.get::<_, String>(0)?, row.get::<_, Option<i64>>(1)?, row.get::<_, String>(2)?);
            Ok(format!("row {} of {table} refers to a missing row of {parent}", row_id.unwrap_or_default()))
        })?;
        for line in broken {
            found.push(line?);
        }
    }
    Ok(found)
}

/// What SQLite finds wrong in a roster: its pages and rows (quick), also its indexes and references (whole). A file that is
/// too damaged to be checked is a finding too. Blocks, on a connection of its own.
///
/// # Errors
/// What the disk says.
pub fn check(roster: &Path, key: Option<&RosterKey>, whole: bool) -> Result<Vec<String>, StoreFault> {
    match open_source(roster, key).and_then(|source| findings(&source, whole)) {
        Err(StoreFault::Corrupt { message }) => Ok(vec![message]),
        found => found,
    }
}

/// Makes a backup in a folder, verified, with a record of what it holds beside it. Blocks.
///
/// # Errors
/// As [`backup`].
pub fn make_backup(
    roster: &Path,
    key: Option<&RosterKey>,
    folder: &Path,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<Kept, StoreFault> {
    private_folder(folder)?;
    sweep(folder)?;
    let stem = roster.file_stem().unwrap_or_default().to_string_lossy();
    let (path, at) = free_name(folder, &stem, now, reason);
    let copied = backup(roster, key, &path)?;
    let bytes = std::fs::metadata(&path).map_err(StoreFault::io(&path))?.len();
    let record = Record {
        version: RECORD_VERSION,
        schema: copied.schema,
        rows: copied.rows,
        head: copied.head,
        blake3: hash_of(&path)?,
    };
    write_record(&path, &record)?;
    let kept = Kept { path, at, reason: reason.to_owned(), bytes };
    tracing::info!(path = %kept.path.display(), bytes, "backup made and verified");
    Ok(kept)
}

/// What a backup, its record, and its change to another passphrase are called while they are made.
const LEFT: [&str; 5] = [
    ".trackside.part",
    ".trackside.part-journal",
    ".check.part",
    ".trackside.rewritten",
    ".trackside.rewritten-journal",
];

/// Removes what a killed program left half-made.
fn sweep(folder: &Path) -> Result<(), StoreFault> {
    for entry in std::fs::read_dir(folder).map_err(StoreFault::io(folder))? {
        let path = entry.map_err(StoreFault::io(folder))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if LEFT.iter().any(|ending| name.ends_with(ending)) {
            // Another program may be making one right now; it would be younger than this.
            let old = std::fs::metadata(&path)
                .and_then(|found| found.modified())
                .is_ok_and(|made| made.elapsed().is_ok_and(|age| age > Duration::from_secs(3600)));
            if old {
                std::fs::remove_file(&path).map_err(StoreFault::io(&path))?;
            }
        }
    }
    Ok(())
}

fn private_folder(folder: &Path) -> Result<(), StoreFault> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(StoreFault::io(folder))
}

fn hash_of(path: &Path) -> Result<String, StoreFault> {
    let mut hasher = blake3::Hasher::new();
    let file = std::fs::File::open(path).map_err(StoreFault::io(path))?;
    hasher.update_reader(file).map_err(StoreFault::io(path))?;
    Ok(hasher.finalize().to_hex().to_string())
}

fn write_record(backup: &Path, record: &Record) -> Result<(), StoreFault> {
    let path = record_path(backup);
    let part = beside(&path, "part");
    remove_part(&part)?;
    private_file(&part).map_err(StoreFault::io(&part))?;
    let text = serde_json::to_vec(record)
        .map_err(|error| StoreFault::Unwritable { table: "backup", what: error.to_string() })?;
    let mut file = std::fs::File::options().write(true).open(&part).map_err(StoreFault::io(&part))?;
    file.write_all(&text).and_then(|()| file.sync_all()).map_err(StoreFault::io(&part))?;
    std::fs::rename(&part, &path).map_err(StoreFault::io(&path))?;
    settle_folder(&path)
}

/// Writes down anew what a backup holds, after somebody was erased from it. One without a record gets none. Blocks.
///
/// # Errors
/// As [`verify`].
pub(crate) fn renew_record(backup: &Path, key: Option<&RosterKey>) -> Result<(), StoreFault> {
    if !record_path(backup).exists() {
        return Ok(());
    }
    let copied = sound(backup, key)?;
    let record = Record {
        version: RECORD_VERSION,
        schema: copied.schema,
        rows: copied.rows,
        head: copied.head,
        blake3: hash_of(backup)?,
    };
    write_record(backup, &record)
}

/// Looks at a backup again: its bytes against the hash from when it was made, SQLite's integrity check, rows of every table.
/// Blocks.
///
/// # Errors
/// [`StoreFault::UnsoundCopy`] with what was found, or what the disk says.
pub fn verify(kept: &Kept, key: Option<&RosterKey>) -> Result<Copied, StoreFault> {
    let unsound = |said: String| StoreFault::UnsoundCopy { path: kept.path.clone(), said };
    let record = kept.record()?;
    if let Some(record) = &record
        && hash_of(&kept.path)? != record.blake3
    {
        return Err(unsound("its bytes are not those that were written".to_owned()));
    }
    let found = sound(&kept.path, key)?;
    let expected = record.map(|record| Copied { schema: record.schema, rows: record.rows, head: record.head });
    match expected {
        Some(expected) if expected != found => Err(unsound(difference(&expected, &found))),
        _ => Ok(found),
    }
}

fn sound(path: &Path, key: Option<&RosterKey>) -> Result<Copied, StoreFault> {
    let unsound = |said: String| StoreFault::UnsoundCopy { path: path.to_owned(), said };
    let looked = open_still(path, of_copy(path, key)?).and_then(|copy| {
        if let Some(said) = findings(&copy, true)?.into_iter().next() {
            return Err(unsound(said));
        }
        contents(&copy)
    });
    looked.map_err(|fault| match fault {
        StoreFault::Corrupt { message } => unsound(message),
        fault => fault,
    })
}

/// Puts a backup in a roster's place. The backup is copied to a new file first and verified there; the present file, if
/// there is one, is kept beside it under another name, with its log. Nobody may have the roster open.
///
/// Returns where the present file went.
///
/// # Errors
/// [`StoreFault::UnsoundCopy`], [`StoreFault::InUse`], or what the disk says; the present file then stands as it was.
pub async fn restore(
    kept: &Kept,
    key: Option<&RosterKey>,
    roster: &Path,
    now: DateTime<Utc>,
) -> Result<Option<PathBuf>, StoreFault> {
    verify(kept, key)?;
    let hold = Hold::alone(roster, TO_CLOSE).await?;
    left::forget(roster)?;
    let part = beside(roster, RESTORING);
    remove_part(&part)?;
    private_file(&part).map_err(StoreFault::io(&part))?;
    let swapped = swap(kept, key, &part, roster, now);
    if swapped.is_err() {
        // The copy is of no use; why it could not be put in place is what matters.
        let _ = remove_part(&part);
    }
    drop(hold);
    swapped
}

fn swap(
    kept: &Kept,
    key: Option<&RosterKey>,
    part: &Path,
    roster: &Path,
    now: DateTime<Utc>,
) -> Result<Option<PathBuf>, StoreFault> {
    std::fs::copy(&kept.path, part).map_err(StoreFault::io(part))?;
    settle_file(part)?;
    let copied = sound(part, key)?;
    if let Some(record) = kept.record()?
        && record.rows != copied.rows
    {
        return Err(StoreFault::UnsoundCopy { path: part.to_owned(), said: "rows were lost on the way".to_owned() });
    }
    let aside = set_aside(roster, key, now)?;
    std::fs::rename(part, roster).map_err(StoreFault::io(roster))?;
    settle_folder(roster)?;
    Ok(aside)
}

/// Keeps the present file under another name. One whose log can be folded in gets a second name, and its first is then
/// replaced in one step: there is a whole roster at every moment. One that cannot, because it is damaged, is moved away with
/// its log, the file first: a program that is killed in between leaves no roster there, and never one without its newest lines.
fn set_aside(roster: &Path, key: Option<&RosterKey>, now: DateTime<Utc>) -> Result<Option<PathBuf>, StoreFault> {
    if !roster.exists() {
        set_log_aside(roster, now)?;
        return Ok(None);
    }
    let stem = roster.file_stem().unwrap_or_default().to_string_lossy();
    let (aside, _) = free_name(folder_of(roster), &stem, now, "aside");
    if let Err(fault) = fold_in(roster, key) {
        tracing::warn!(%fault, "the log of the roster that is set aside goes with it as it is");
    }
    if log_waits(roster) {
        std::fs::rename(roster, &aside).map_err(StoreFault::io(&aside))?;
        move_log(roster, &aside)?;
    } else {
        if std::fs::hard_link(roster, &aside).is_err() {
            // A file system without second names: a copy does.
            std::fs::copy(roster, &aside).map_err(StoreFault::io(&aside))?;
            settle_file(&aside)?;
        }
        // Nothing is in them.
        remove_log(roster)?;
    }
    settle_folder(roster)?;
    Ok(Some(aside))
}

/// Folds the log into the file, so that the file is all there is.
fn fold_in(roster: &Path, key: Option<&RosterKey>) -> Result<(), StoreFault> {
    if !log_waits(roster) {
        return Ok(());
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let opened = Connection::open_with_flags(roster, flags)?;
    unlock(&opened, of_copy(roster, key)?)?;
    // Pages of a damaged file are not mixed with others.
    let sound: String = opened.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if sound != "ok" {
        return Err(StoreFault::Corrupt { message: sound });
    }
    opened.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    opened.close().map_err(|(_, error)| error.into())
}
