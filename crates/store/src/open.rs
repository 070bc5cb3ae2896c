//! Making and opening a roster: the one way in, for the program and the tests alike.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use domain::id::JournalId;
use sqlx::migrate::MigrateError;
use sqlx::sqlite::SqlitePool;

use crate::backup::RESTORING;
use crate::connect::{PATIENCE, looking, marked, options, pool, still};
use crate::fault::StoreFault;
use crate::files::{locked_away, log_waits, private_file, remove_database, set_log_aside, settle_folder};
use crate::left::{self, Left};
use crate::lock::{Hold, PATIENCE as ENTRY};
use crate::protect::{PART, RosterKey, is_protected};
use crate::schema::{MIGRATIONS, Pending, is_behind, is_chained, known_version, pending, versions};
use crate::snapshot::{beside, half_taken, take};
use crate::text::damaged;
use crate::write::{Entry, Write};

/// Marks a SQLite file as a roster: "TRKS" in its header.
pub const APPLICATION_ID: i32 = 0x5452_4B53;

/// What a roster's file name ends in.
pub const ENDING: &str = "trackside";

const READERS: u32 = 3;

/// An open roster: one writer, three readers. Clones share them.
#[derive(Debug, Clone)]
pub struct Roster {
    pub(crate) writer: SqlitePool,
    pub(crate) readers: SqlitePool,
    path: Arc<Path>,
    origin: Arc<str>,
    snapshot: Option<Arc<Path>>,
    hold: Option<Arc<Hold>>,
    cut: bool,
    left: Arc<Left>,
    changed: bool,
    key: Option<Arc<RosterKey>>,
}

impl Roster {
    /// Makes a new roster and opens it. Its folder must exist. `origin` names this copy of the club's data, so that two
    /// copies can merge later; `now` dates the first journal line.
    ///
    /// # Errors
    /// [`StoreFault::AlreadyExists`] when anything is at `path`; it is left as it is.
    pub async fn create(path: &Path, origin: &str, now: DateTime<Utc>) -> Result<Roster, StoreFault> {
        let taken = || StoreFault::AlreadyExists { path: path.to_owned() };
        if path.exists() {
            return Err(taken());
        }
        // Two programs that make the same roster take turns; the second finds it made.
        let hold = Hold::alone(path, ENTRY).await?;
        if path.exists() {
            return Err(taken());
        }
        // Built under another name: a half-made roster never stands where a whole one is looked for.
        let part = beside(path, "new");
        remove_database(&part)?;
        private_file(&part).map_err(StoreFault::io(&part))?;
        left::forget(path)?;
        let made = Self::fill(&part, origin, now).await;
        if made.is_err() {
            // Only tidying up; why it could not be made is what the caller needs.
            let _ = remove_database(&part);
        }
        made?;
        if path.exists() {
            remove_database(&part)?;
            return Err(taken());
        }
        // The log of a roster that was deleted or moved away would be taken for this one's.
        set_log_aside(path, now)?;
        std::fs::rename(&part, path).map_err(StoreFault::io(path))?;
        settle_folder(path)?;
        drop(hold);
        Self::open(path, now).await
    }

    async fn fill(part: &Path, origin: &str, now: DateTime<Utc>) -> Result<(), StoreFault> {
        let options = marked(part);
        let roster = Roster {
            writer: pool(options.clone(), 1),
            readers: pool(options, 1),
            path: part.into(),
            origin: origin.into(),
            snapshot: None,
            hold: None,
            cut: false,
            left: Arc::new(Left::of(part)),
            changed: false,
            key: None,
        };
        MIGRATIONS.run(&roster.writer).await.map_err(StoreFault::Migration)?;
        let mut write = Write::begin(&roster.writer, roster.origin.clone()).await?;
        write.set_meta("origin", origin).await?;
        write
            .commit(Entry {
                id: first_line(origin, now),
                at: now,
                author: origin.to_owned(),
                action: "create-roster",
                athlete: None,
                subject: None,
                before: serde_json::Value::Null,
            })
            .await?;
        roster.close().await;
        Ok(())
    }

    /// Opens a roster. An older one gets the present schema, after a snapshot of it was written beside it
    /// (see [`Roster::snapshot`]). Where it cannot be written to (a read-only disk or folder, a full disk that leaves no room
    /// to begin), it is opened for reading only (see [`Roster::is_read_only`]).
    ///
    /// # Errors
    /// [`StoreFault::Missing`], [`StoreFault::NotARoster`], [`StoreFault::RosterNewer`], [`StoreFault::Diverged`],
    /// [`StoreFault::InUse`] when it has an older schema and another program has it open, or what the file system or the
    /// database says. A file that is refused is left as it is.
    pub async fn open(path: &Path, now: DateTime<Utc>) -> Result<Roster, StoreFault> {
        Self::open_with(path, None, now).await
    }

    /// The same with the key of a protected roster.
    ///
    /// # Errors
    /// As [`Roster::open`]; [`StoreFault::NeedsPassphrase`] without the key of a protected roster, [`StoreFault::Corrupt`]
    /// when the key is this file's and yet does not open it.
    pub async fn open_with(path: &Path, key: Option<RosterKey>, now: DateTime<Utc>) -> Result<Roster, StoreFault> {
        if !path.exists() {
            return Err(StoreFault::Missing { path: path.to_owned() });
        }
        let key = key.map(Arc::new);
        if locked_away(path) {
            return Self::open_to_read(path, key).await;
        }
        match Self::open_to_write(path, key.clone(), now).await {
            Err(fault @ (StoreFault::ReadOnly | StoreFault::DiskFull)) => {
                let opened = Self::open_to_read(path, key).await;
                // With room it would open: that is what is in the way.
                if opened.is_err() && matches!(fault, StoreFault::DiskFull) { Err(fault) } else { opened }
            }
            opened => opened,
        }
    }

    async fn open_to_write(path: &Path, key: Option<Arc<RosterKey>>, now: DateTime<Utc>) -> Result<Roster, StoreFault> {
        if !bears_our_mark(path, key.as_deref()).await? {
            return Err(StoreFault::NotARoster { path: path.to_owned() });
        }
        let mut hold = Hold::enter(path).await?;
        // Nobody else has it open, and yet a log waits beside it: the program that wrote it did not end in order.
        let cut = hold.is_alone() && log_waits(path);
        let changed = hold.is_alone() && left::is_changed(path).await?;
        let mut snapshot = None;
        if pending(path, looking(path, key.as_deref())).await? != Pending::Nothing {
            if !hold.is_alone() {
                drop(hold);
                hold = Hold::alone(path, PATIENCE).await?;
            }
            left::forget(path)?;
            snapshot = Self::upgrade(path, key.as_deref(), now).await?;
        }
        let hold = hold.share().await?;
        let writer = pool(options(path, key.as_deref()), 1);
        let origin = match origin(&writer).await {
            Ok(origin) => origin,
            Err(fault) => {
                writer.close().await;
                return Err(fault);
            }
        };
        let readers = pool(options(path, key.as_deref()).read_only(true), READERS);
        let (snapshot, hold) = (snapshot.map(Into::into), Some(Arc::new(hold)));
        let left = Arc::new(Left::of(path));
        Ok(Roster { writer, readers, path: path.into(), origin, snapshot, hold, cut, left, changed, key })
    }

    /// The whole file as it stands, without anything written beside it.
    async fn open_to_read(path: &Path, key: Option<Arc<RosterKey>>) -> Result<Roster, StoreFault> {
        if log_waits(path) {
            return Err(StoreFault::LogWaits { path: path.to_owned() });
        }
        let options = still(path, key.as_deref());
        let changed = left::is_changed(path).await?;
        if !bears_our_mark(path, key.as_deref()).await? {
            return Err(StoreFault::NotARoster { path: path.to_owned() });
        }
        if pending(path, options.clone()).await? == Pending::Schema {
            return Err(StoreFault::ReadOnly);
        }
        let readers = pool(options, READERS);
        let origin = origin(&readers).await?;
        tracing::warn!(path = %path.display(), "the roster cannot be written to; it is opened for reading");
        let (writer, left) = (readers.clone(), Arc::new(Left::of(path)));
        Ok(Roster {
            writer,
            readers,
            path: path.into(),
            origin,
            snapshot: None,
            hold: None,
            cut: false,
            left,
            changed,
            key,
        })
    }

    /// Brings the present schema, with nobody else in the file. Nothing is done when another program just did it.
    async fn upgrade(path: &Path, key: Option<&RosterKey>, now: DateTime<Utc>) -> Result<Option<PathBuf>, StoreFault> {
        let writer = pool(options(path, key), 1);
        let upgraded = Self::upgrade_through(&writer, path, now).await;
        writer.close().await;
        upgraded
    }

    async fn upgrade_through(
        writer: &SqlitePool,
        path: &Path,
        now: DateTime<Utc>,
    ) -> Result<Option<PathBuf>, StoreFault> {
        let found = versions(writer, path).await?;
        let behind = is_behind(&found);
        if !behind && is_chained(writer).await? {
            return Ok(None);
        }
        let known = known_version();
        let snapshot = if behind { Some(Self::migrate(writer, path, known).await?) } else { None };
        let origin = origin(writer).await?;
        let version = found.last().copied().unwrap_or_default();
        let write = Write::begin(writer, origin.clone()).await?;
        write
            .commit(Entry {
                id: first_line(&format!("{origin} {known}"), now),
                at: now,
                author: origin.to_string(),
                action: "migrate-roster",
                athlete: None,
                subject: Some(known.to_string()),
                before: serde_json::json!({ "version": version }),
            })
            .await?;
        Ok(snapshot)
    }

    async fn migrate(writer: &SqlitePool, path: &Path, known: i64) -> Result<PathBuf, StoreFault> {
        let mut connection = writer.acquire().await?;
        let snapshot = take(&mut connection, path, known).await?;
        // Through the pool (of one): a future that lends the connection itself to the migrator is not `Send`.
        drop(connection);
        MIGRATIONS.run(writer).await.map_err(|error| match error {
            MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => match StoreFault::from(error) {
                StoreFault::Database(error) => StoreFault::Migration(MigrateError::Execute(error)),
                fault => fault,
            },
            error => StoreFault::Migration(error),
        })?;
        tracing::info!(version = known, snapshot = %snapshot.display(), "roster migrated");
        Ok(snapshot)
    }

    /// Where the file is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether both are handles of one opening of the file: after it was closed and opened again, one from before is of no
    /// use, and would keep others from having the file alone.
    #[must_use]
    pub fn is_one_with(&self, other: &Roster) -> bool {
        Arc::ptr_eq(&self.path, &other.path)
    }

    /// Which copy of the club's data this is.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The snapshot that was written when this roster was opened, if its schema was older.
    #[must_use]
    pub fn snapshot(&self) -> Option<&Path> {
        self.snapshot.as_deref()
    }

    /// The key it was opened with; `None` for a roster without a passphrase.
    #[must_use]
    pub fn key(&self) -> Option<&RosterKey> {
        self.key.as_deref()
    }

    /// Whether it was opened for reading only, because its place cannot be written to.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.hold.is_none()
    }

    /// Whether the program that had it open before did not end in order (it was killed, or the power went).
    #[must_use]
    pub fn was_cut(&self) -> bool {
        self.cut
    }

    /// Whether the file was not the one that the last program closed: something other than this program changed it, or put
    /// another in its place. `false` where it is not known.
    #[must_use]
    pub fn was_changed(&self) -> bool {
        self.changed
    }

    /// Begins a write. There is one at a time; others wait their turn.
    ///
    /// # Errors
    /// [`StoreFault::Busy`] when another program writes for longer than ten seconds; [`StoreFault::ReadOnly`] when the
    /// roster was opened for reading.
    pub async fn write(&self) -> Result<Write, StoreFault> {
        if self.is_read_only() {
            return Err(StoreFault::ReadOnly);
        }
        self.left.forget()?;
        Write::begin(&self.writer, self.origin.clone()).await
    }

    /// Closes every connection, folds the write-ahead log into the file, and notes how the file was left.
    pub async fn close(self) {
        self.readers.close().await;
        self.writer.close().await;
        let Some(hold) = &self.hold else { return };
        hold.release();
        // Whoever else has it open will note it.
        let Ok(Some(_alone)) = Hold::at_once(&self.path) else { return };
        if let Err(fault) = left::note(&self.path).await {
            tracing::warn!(%fault, "how the roster was left is not noted");
        }
    }
}

async fn origin(connections: &SqlitePool) -> Result<Arc<str>, StoreFault> {
    Ok(sqlx::query_scalar!("SELECT value FROM meta WHERE key = 'origin'")
        .fetch_optional(connections)
        .await?
        .ok_or_else(|| damaged("meta", "the roster has no origin"))?
        .into())
}

/// Fills an empty file with a schema, and with nothing else.
pub(crate) async fn blank(path: &Path, version: i64) -> Result<(), StoreFault> {
    let connections = pool(marked(path), 1);
    let made = MIGRATIONS.run_to(version, &connections).await;
    connections.close().await;
    made.map_err(StoreFault::Migration)
}

/// Removes what a program left beside the roster that was killed while it made it, restored it or changed its passphrase.
/// Another program's work that goes on now is left alone.
///
/// # Errors
/// What the file system says.
pub async fn tidy(path: &Path) -> Result<(), StoreFault> {
    let parts = ["new", RESTORING, PART].map(|ending| beside(path, ending));
    let left: Vec<_> = parts.into_iter().filter(|part| part.exists()).chain(half_taken(path)?).collect();
    if left.is_empty() {
        return Ok(());
    }
    match Hold::alone(path, Duration::ZERO).await {
        Ok(_hold) => left.iter().try_for_each(|part| remove_database(part)),
        Err(StoreFault::InUse { .. }) => Ok(()),
        Err(fault) => Err(fault),
    }
}

/// Whether the file is ours, by the application id in its header. Asked through SQLite and not by reading the file: closing
/// another handle of a database this program has open would give up SQLite's locks on it.
async fn bears_our_mark(path: &Path, key: Option<&RosterKey>) -> Result<bool, StoreFault> {
    if !path.is_file() {
        return Ok(false);
    }
    // Pages that a cut program had begun to fold into the file make sense only with the log they come from.
    let options = if log_waits(path) { looking(path, key) } else { still(path, key) };
    let connections = pool(options, 1);
    let mark = sqlx::query_scalar::<_, i32>("PRAGMA application_id").fetch_one(&connections).await;
    connections.close().await;
    match mark.map_err(StoreFault::from) {
        Ok(mark) => Ok(mark == APPLICATION_ID),
        // The key is this file's, so it is a roster.
        Err(fault @ StoreFault::Corrupt { .. }) if key.is_some() => Err(fault),
        // Nobody has it open with another key, so nobody loses a lock by this look at its first bytes.
        Err(StoreFault::Corrupt { .. }) if is_protected(path)? => {
            Err(StoreFault::NeedsPassphrase { path: path.to_owned() })
        }
        Err(StoreFault::Corrupt { .. }) => Ok(false),
        Err(fault) => Err(fault),
    }
}

/// A UUIDv7 for the lines the store itself writes, made from what was passed in: nobody hands an id to `open`.
fn first_line(seed: &str, now: DateTime<Utc>) -> JournalId {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut hasher = DefaultHasher::new();
    (seed, now.timestamp_nanos_opt()).hash(&mut hasher);
    let mut tail = [0; 10];
    tail[..8].copy_from_slice(&hasher.finish().to_be_bytes());
    let ms = u64::try_from(now.timestamp_millis()).unwrap_or_default();
    JournalId(uuid::Builder::from_unix_timestamp_millis(ms, &tail).into_uuid())
}
