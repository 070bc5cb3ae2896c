//! A copy of the whole roster beside it, written before the schema changes.

use std::path::{Path, PathBuf};

use sqlx::SqliteConnection;

use crate::fault::StoreFault;
use crate::files::{folder_of, private_file, settle_file, settle_folder};
use crate::open::ENDING;

/// The same path with one more ending.
pub(crate) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    PathBuf::from(name)
}

/// A name not taken yet: `club.before-20261121090500.trackside`, then `club.before-20261121090500-2.trackside`.
fn free_name(roster: &Path, version: i64) -> PathBuf {
    let stem = roster.file_stem().unwrap_or_default().to_string_lossy();
    (1_u32..)
        .map(|n| {
            let again = if n == 1 { String::new() } else { format!("-{n}") };
            roster.with_file_name(format!("{stem}.before-{version}{again}.{ENDING}"))
        })
        .find(|path| !path.exists())
        .unwrap_or_else(|| beside(roster, "before"))
}

/// Snapshots of a roster that were cut in the middle.
pub(crate) fn half_taken(roster: &Path) -> Result<Vec<PathBuf>, StoreFault> {
    let folder = folder_of(roster);
    let begins = format!("{}.before-", roster.file_stem().unwrap_or_default().to_string_lossy());
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(StoreFault::io(folder))? {
        let entry = entry.map_err(StoreFault::io(folder))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with(&begins) && name.ends_with(&format!(".{ENDING}.part")) {
            found.push(entry.path());
        }
    }
    Ok(found)
}

/// Writes the snapshot and says where it is. `version` is the schema the roster is about to get.
pub(crate) async fn take(
    connection: &mut SqliteConnection,
    roster: &Path,
    version: i64,
) -> Result<PathBuf, StoreFault> {
    let path = free_name(roster, version);
    let part = beside(&path, "part");
    if part.exists() {
        std::fs::remove_file(&part).map_err(StoreFault::io(&part))?;
    }
    // An empty file of its owner's alone, which is then filled.
    private_file(&part).map_err(StoreFault::io(&part))?;
    // SQLite cannot prepare VACUUM against a schema, so this one statement is not checked at compile time.
    let written = sqlx::query("VACUUM INTO ?").bind(part.to_string_lossy().into_owned()).execute(connection).await;
    if written.is_err() {
        // Half a copy would only fill a disk that may be full; why there is none is what the caller needs.
        let _ = std::fs::remove_file(&part);
    }
    written?;
    settle_file(&part)?;
    std::fs::rename(&part, &path).map_err(StoreFault::io(&path))?;
    settle_folder(&path)?;
    Ok(path)
}
