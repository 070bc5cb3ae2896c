//! A look through the bytes of files: that something is gone is not believed but searched for.

use std::io::Read;
use std::path::{Path, PathBuf};

use sqlx::AssertSqlSafe;

use super::tables::tables;
use crate::fault::StoreFault;
use crate::open::Roster;

/// Bytes read at a time.
const CHUNK: usize = 1 << 20;

/// Where something that should be gone stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The file.
    pub path: PathBuf,
    /// Which of the things looked for, by its place in the list.
    pub what: usize,
    /// How often.
    pub times: u64,
}

/// Looks for byte strings in files; those that are not there are passed over. Not for a roster this program has open:
/// closing the file after this look would give up SQLite's locks on it. Blocks.
///
/// # Errors
/// [`StoreFault::Io`] when a file is there and cannot be read: not looked at is not the same as not found.
pub fn search(files: &[PathBuf], needles: &[Vec<u8>]) -> Result<Vec<Found>, StoreFault> {
    let mut found = Vec::new();
    for path in files {
        if !path.is_file() {
            continue;
        }
        let times = counts(path, needles).map_err(StoreFault::io(path))?;
        let here = times.into_iter().enumerate().filter(|(_, times)| *times > 0);
        found.extend(here.map(|(what, times)| Found { path: path.clone(), what, times }));
    }
    Ok(found)
}

fn counts(path: &Path, needles: &[Vec<u8>]) -> std::io::Result<Vec<u64>> {
    let overlap = needles.iter().map(Vec::len).max().unwrap_or_default().saturating_sub(1);
    let mut counts = vec![0; needles.len()];
    let mut file = std::fs::File::open(path)?;
    let mut window: Vec<u8> = Vec::with_capacity(CHUNK + overlap);
    loop {
        let kept = window.len();
        let read = file.by_ref().take(CHUNK as u64).read_to_end(&mut window)?;
        for (needle, count) in needles.iter().zip(&mut counts) {
            // What ends in the part kept from before was counted then.
            let from = (kept + 1).saturating_sub(needle.len());
            *count += occurrences(window.get(from..).unwrap_or_default(), needle);
        }
        if read == 0 {
            return Ok(counts);
        }
        window.drain(..window.len().saturating_sub(overlap));
    }
}

fn occurrences(hay: &[u8], needle: &[u8]) -> u64 {
    let Some((first, rest)) = needle.split_first() else { return 0 };
    let mut count = 0;
    let mut hay = hay;
    while let Some(at) = hay.iter().position(|byte| byte == first) {
        hay = hay.get(at + 1..).unwrap_or_default();
        count += u64::from(hay.starts_with(rest));
    }
    count
}

impl Roster {
    /// Looks for byte strings in every column of every table, as a look through a file cannot where it is under a passphrase.
    /// Returns table and column, which of them, and in how many rows.
    ///
    /// # Errors
    /// What the database says.
    pub async fn rows_with(&self, needles: &[Vec<u8>]) -> Result<Vec<(String, usize, u64)>, StoreFault> {
        let mut moment = self.moment().await?;
        let mut found = Vec::new();
        for table in tables(&mut moment).await? {
            for (column, _) in table.columns.iter().filter(|(_, kind)| kind == "TEXT" || kind == "BLOB") {
                for (what, needle) in needles.iter().enumerate() {
                    // The tables are known only from the file, so this is not checked at compile time.
                    let sql = format!(
                        "SELECT COUNT(*) FROM \"{}\" WHERE instr(CAST(\"{column}\" AS BLOB), ?) > 0",
                        table.name
                    );
                    let rows: i64 =
                        sqlx::query_scalar(AssertSqlSafe(sql)).bind(needle.clone()).fetch_one(&mut *moment).await?;
                    if rows > 0 {
                        let place = format!("{}.{column}", table.name);
                        found.push((place, what, u64::try_from(rows).unwrap_or_default()));
                    }
                }
            }
        }
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_across_two_reads_is_found_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("bytes");
        let mut bytes = vec![b'x'; CHUNK * 2 + 10];
        for at in [0, CHUNK - 3, CHUNK * 2 + 5] {
            bytes[at..at + 5].copy_from_slice(b"needl");
        }
        std::fs::write(&path, &bytes).expect("written");
        let files = [path, folder.path().join("none")];
        let found = search(&files, &[b"needl".to_vec(), b"absent".to_vec(), b"x".to_vec()]).expect("searched");
        let times: Vec<(usize, u64)> = found.iter().map(|found| (found.what, found.times)).collect();
        assert_eq!(times, [(0, 3), (2, bytes.len() as u64 - 15)]);
    }
}
