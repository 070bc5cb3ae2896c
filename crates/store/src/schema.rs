//! Which migrations a roster went through, and which it lacks.

use std::path::Path;

use sqlx::migrate::Migrator;
use sqlx::sqlite::{SqliteConnectOptions, SqlitePool};

use crate::connect::pool;
use crate::fault::StoreFault;

pub(crate) static MIGRATIONS: Migrator = sqlx::migrate!("../../migrations");

/// The newest schema version this program knows.
#[must_use]
pub fn known_version() -> i64 {
    MIGRATIONS.iter().map(|migration| migration.version).max().unwrap_or_default()
}

/// Whether a migration of ours brings this version.
pub(crate) fn knows(version: i64) -> bool {
    MIGRATIONS.iter().any(|migration| migration.version == version)
}

/// The schema versions a file went through, oldest first.
pub(crate) async fn versions(connections: &SqlitePool, path: &Path) -> Result<Vec<i64>, StoreFault> {
    // The table is sqlx's own and not in our schema, so this is not checked at compile time.
    sqlx::query_scalar("SELECT version FROM _sqlx_migrations ORDER BY version").fetch_all(connections).await.map_err(
        |error| match StoreFault::from(error) {
            StoreFault::Database(sqlx::Error::Database(db)) if db.message().contains("no such table") => {
                StoreFault::NotARoster { path: path.to_owned() }
            }
            fault => fault,
        },
    )
}

/// Whether a migration of ours is not among those that a file went through.
pub(crate) fn is_behind(found: &[i64]) -> bool {
    MIGRATIONS.iter().any(|migration| !found.contains(&migration.version))
}

/// What the file lacks of our migrations. A file of a newer program, or with another history, is refused.
pub(crate) async fn pending(path: &Path, options: SqliteConnectOptions) -> Result<Pending, StoreFault> {
    let connections = pool(options, 1);
    let found = lacking(&connections, path).await;
    connections.close().await;
    found
}

async fn lacking(connections: &SqlitePool, path: &Path) -> Result<Pending, StoreFault> {
    if is_behind(&history(connections, path).await?) {
        return Ok(Pending::Schema);
    }
    Ok(if is_chained(connections).await? { Pending::Nothing } else { Pending::Line })
}

/// What a roster needs before it is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pending {
    /// Nothing.
    Nothing,
    /// The line about a migration that was cut after its last step; with it the lines from before the chain are bound.
    Line,
    /// A migration.
    Schema,
}

/// Whether the journal's chain has begun; every roster has it once a line was written after the migration that brought it.
pub(crate) async fn is_chained(connections: &SqlitePool) -> Result<bool, StoreFault> {
    Ok(sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM journal_chain)").fetch_one(connections).await?)
}

async fn history(connections: &SqlitePool, path: &Path) -> Result<Vec<i64>, StoreFault> {
    let found = versions(connections, path).await?;
    let known = known_version();
    match found.last() {
        None => return Err(StoreFault::NotARoster { path: path.to_owned() }),
        Some(found) if *found > known => {
            return Err(StoreFault::RosterNewer { path: path.to_owned(), found: *found, known });
        }
        Some(_) => {}
    }
    let sums: Vec<(i64, Vec<u8>)> = sqlx::query_as("SELECT version, checksum FROM _sqlx_migrations ORDER BY version")
        .fetch_all(connections)
        .await?;
    for (version, sum) in sums {
        if !MIGRATIONS.iter().any(|ours| ours.version == version && *ours.checksum == *sum) {
            return Err(StoreFault::Diverged { path: path.to_owned(), version });
        }
    }
    Ok(found)
}
