//! Making and opening a roster: the one way in, for the program and the tests alike.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use domain::id::JournalId;
use sqlx::migrate::{MigrateError, Migrator};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous};

use crate::fault::StoreFault;
use crate::snapshot::{beside, take};
use crate::text::damaged;
use crate::write::{Entry, Write};

/// Marks a SQLite file as a roster: "TRKS" in its header.
pub const APPLICATION_ID: i32 = 0x5452_4B53;

/// What a roster's file name ends in.
pub const ENDING: &str = "trackside";

/// How long a write waits for another program's.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long a write waits for this program's own (a long import commits file by file).
const TURN: Duration = Duration::from_secs(120);
const READERS: u32 = 3;

static MIGRATIONS: Migrator = sqlx::migrate!("../../migrations");

/// The newest schema version this program knows.
#[must_use]
pub fn known_version() -> i64 {
    MIGRATIONS.iter().map(|migration| migration.version).max().unwrap_or_default()
}

/// An open roster: one writer, three readers. Clones share them.
#[derive(Debug, Clone)]
pub struct Roster {
    writer: SqlitePool,
    pub(crate) readers: SqlitePool,
    path: Arc<Path>,
    origin: Arc<str>,
    snapshot: Option<Arc<Path>>,
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
        // Built under another name: a half-made roster never stands where a whole one is looked for.
        let part = beside(path, "new");
        remove_database(&part)?;
        private_file(&part).map_err(StoreFault::io(&part))?;
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
        std::fs::rename(&part, path).map_err(StoreFault::io(path))?;
        Self::open(path, now).await
    }

    async fn fill(part: &Path, origin: &str, now: DateTime<Utc>) -> Result<(), StoreFault> {
        let options = options(part).pragma("application_id", APPLICATION_ID.to_string());
        let roster = Roster {
            writer: pool(options.clone(), 1),
            readers: pool(options, 1),
            path: part.into(),
            origin: origin.into(),
            snapshot: None,
        };
        MIGRATIONS.run(&roster.writer).await.map_err(StoreFault::Migration)?;
        let mut write = roster.write().await?;
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
    /// (see [`Roster::snapshot`]).
    ///
    /// # Errors
    /// [`StoreFault::Missing`], [`StoreFault::NotARoster`], [`StoreFault::RosterNewer`], [`StoreFault::Diverged`], or
    /// what the file system or the database says. A file that is refused is left as it is.
    pub async fn open(path: &Path, now: DateTime<Utc>) -> Result<Roster, StoreFault> {
        if !path.exists() {
            return Err(StoreFault::Missing { path: path.to_owned() });
        }
        if !bears_our_mark(path).map_err(StoreFault::io(path))? {
            return Err(StoreFault::NotARoster { path: path.to_owned() });
        }
        let writer = pool(options(path), 1);
        let opened = Self::upgrade(&writer, path, now).await;
        let (origin, snapshot) = match opened {
            Ok(opened) => opened,
            Err(fault) => {
                writer.close().await;
                return Err(fault);
            }
        };
        let readers = pool(options(path).read_only(true), READERS);
        Ok(Roster { writer, readers, path: path.into(), origin, snapshot })
    }

    async fn upgrade(
        writer: &SqlitePool,
        path: &Path,
        now: DateTime<Utc>,
    ) -> Result<(Arc<str>, Option<Arc<Path>>), StoreFault> {
        let mut connection = writer.acquire().await?;
        // The table is sqlx's own and not in our schema, so this is not checked at compile time.
        let found: Vec<i64> = sqlx::query_scalar("SELECT version FROM _sqlx_migrations ORDER BY version")
            .fetch_all(&mut *connection)
            .await
            .map_err(|error| match StoreFault::from(error) {
                StoreFault::Database(sqlx::Error::Database(db)) if db.message().contains("no such table") => {
                    StoreFault::NotARoster { path: path.to_owned() }
                }
                fault => fault,
            })?;
        let known = known_version();
        match found.last() {
            None => return Err(StoreFault::NotARoster { path: path.to_owned() }),
            Some(found) if *found > known => {
                return Err(StoreFault::RosterNewer { path: path.to_owned(), found: *found, known });
            }
            Some(_) => {}
        }
        let pending = MIGRATIONS.iter().any(|migration| !found.contains(&migration.version));
        let snapshot = if pending { Some(take(&mut connection, path, known).await?) } else { None };
        // Through the pool (of one): a future that lends the connection itself to the migrator is not `Send`.
        drop(connection);
        MIGRATIONS.run(writer).await.map_err(|error| match error {
            MigrateError::VersionMissing(version) | MigrateError::VersionMismatch(version) => {
                StoreFault::Diverged { path: path.to_owned(), version }
            }
            error => StoreFault::Migration(error),
        })?;
        let origin: Arc<str> = sqlx::query_scalar!("SELECT value FROM meta WHERE key = 'origin'")
            .fetch_optional(writer)
            .await?
            .ok_or_else(|| damaged("meta", "the roster has no origin"))?
            .into();
        if let Some(snapshot) = &snapshot {
            tracing::info!(version = known, snapshot = %snapshot.display(), "roster migrated");
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
        }
        Ok((origin, snapshot.map(Into::into)))
    }

    /// Where the file is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
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

    /// Begins a write. There is one at a time; others wait their turn.
    ///
    /// # Errors
    /// [`StoreFault::Busy`] when another program writes for longer than ten seconds.
    pub async fn write(&self) -> Result<Write, StoreFault> {
        Write::begin(&self.writer, self.origin.clone()).await
    }

    /// Closes every connection and folds the write-ahead log into the file.
    pub async fn close(self) {
        self.readers.close().await;
        self.writer.close().await;
    }
}

fn options(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .journal_mode(SqliteJournalMode::Wal)
        // A crash of the program loses nothing; a power cut may lose the last writes but never damages the file.
        .synchronous(SqliteSynchronous::Normal)
        .foreign_keys(true)
        .busy_timeout(PATIENCE)
        // A list of half a year fits: the two threads need not wait for each other at every few rows.
        .row_buffer_size(1024)
        // Without this, REPLACE would get past the append-only triggers.
        .pragma("recursive_triggers", "ON")
        // Kilobytes of pages each connection keeps: what a club's lists ask for stays in memory.
        .pragma("cache_size", "-16000")
        // Pages until the log is folded in, 16 MB: a large import waits for the disk less often.
        .pragma("wal_autocheckpoint", "4000")
}

fn pool(options: SqliteConnectOptions, connections: u32) -> SqlitePool {
    SqlitePoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(TURN)
        .idle_timeout(None)
        .max_lifetime(None)
        .test_before_acquire(false)
        .connect_lazy_with(options)
}

/// Whether the header says SQLite and ours. Reads the header only, so that a foreign file is not touched.
fn bears_our_mark(path: &Path) -> std::io::Result<bool> {
    let mut header = Vec::with_capacity(100);
    if path.is_file() {
        std::fs::File::open(path)?.take(100).read_to_end(&mut header)?;
    }
    // sqlite.org/fileformat.html: 16 bytes of magic, the application id big-endian at offset 68.
    Ok(header.starts_with(b"SQLite format 3\0") && header.get(68..72) == Some(&APPLICATION_ID.to_be_bytes()[..]))
}

/// A new empty file; on Unix only its owner may read it, for what athletes confide is in it.
fn private_file(path: &Path) -> std::io::Result<()> {
    let mut new = std::fs::OpenOptions::new();
    new.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut new, 0o600);
    new.open(path).map(drop)
}

fn remove_database(path: &Path) -> Result<(), StoreFault> {
    for file in [path.to_owned(), suffixed(path, "-wal"), suffixed(path, "-shm"), suffixed(path, "-journal")] {
        if file.is_file() {
            std::fs::remove_file(&file).map_err(StoreFault::io(&file))?;
        }
    }
    Ok(())
}

fn suffixed(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
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
