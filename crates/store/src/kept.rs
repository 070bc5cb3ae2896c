//! Backups in their folder: how they are named, which there are, and which give way to newer ones.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Datelike, NaiveDateTime, SubsecRound, Utc};
use serde::{Deserialize, Serialize};

use crate::chain::Head;
use crate::fault::StoreFault;
use crate::files::{settle_folder, suffixed};
use crate::open::ENDING;

const STAMP: &str = "%Y-%m-%d %H-%M-%SZ";
/// The reason of a copy a person asked for: it is never removed by the program.
pub(crate) const BY_HAND: &str = "by-hand";

/// How many backups stay: the newest of each of the last days, weeks and months that have one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Keep {
    /// Days.
    pub daily: u32,
    /// ISO weeks.
    pub weekly: u32,
    /// Months.
    pub monthly: u32,
}

impl Default for Keep {
    fn default() -> Keep {
        Keep { daily: 7, weekly: 4, monthly: 6 }
    }
}

/// A backup in its folder, as its name tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The file.
    pub path: PathBuf,
    /// Of when it is.
    pub at: DateTime<Utc>,
    /// Why it was made (`daily`, `import`, `by-hand`, `before-erase`).
    pub reason: String,
    /// Size in bytes.
    pub bytes: u64,
}

impl Kept {
    /// The file's name.
    #[must_use]
    pub fn name(&self) -> String {
        self.path.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// What was written down about it when it was made; `None` when that is gone.
    ///
    /// # Errors
    /// [`StoreFault::Io`] when it is there and cannot be read, [`StoreFault::UnsoundCopy`] when it says nothing.
    pub fn record(&self) -> Result<Option<Record>, StoreFault> {
        let path = record_path(&self.path);
        let text = match std::fs::read_to_string(&path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            read => read.map_err(StoreFault::io(&path))?,
        };
        serde_json::from_str(&text)
            .map(Some)
            .map_err(|error| StoreFault::UnsoundCopy { path: self.path.clone(), said: error.to_string() })
    }
}

/// What is known of a backup from the moment it was made; it stands beside it, ending in `.check`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Shape of this record.
    pub version: u32,
    /// Newest schema version in it.
    pub schema: i64,
    /// Rows of each table.
    pub rows: BTreeMap<String, u64>,
    /// Where the journal's chain ended.
    pub head: Option<Head>,
    /// blake3 of the file, in hex.
    pub blake3: String,
}

pub(crate) const RECORD_VERSION: u32 = 1;

pub(crate) fn record_path(backup: &Path) -> PathBuf {
    suffixed(backup, ".check")
}

/// A name not taken yet, and the moment it tells: `My club 2026-11-22 09-30-00Z daily.trackside`. What has such a name is known
/// as the program's own copy: a new passphrase and an erasure reach it.
#[must_use]
pub fn free_name(folder: &Path, stem: &str, at: DateTime<Utc>, reason: &str) -> (PathBuf, DateTime<Utc>) {
    let mut at = at.trunc_subsecs(0);
    loop {
        let path = folder.join(format!("{stem} {} {reason}.{ENDING}", at.format(STAMP)));
        if !path.exists() {
            return (path, at);
        }
        // Two within a second: the later one is named by the next.
        at += chrono::Duration::seconds(1);
    }
}

fn read_name(path: &Path) -> Option<(DateTime<Utc>, String)> {
    if path.extension()? != ENDING {
        return None;
    }
    let stem = path.file_stem()?.to_str()?;
    let (rest, reason) = stem.rsplit_once(' ')?;
    let from = rest.len().checked_sub("2026-11-22 09-30-00Z".len())?;
    let at = NaiveDateTime::parse_from_str(rest.get(from..)?, STAMP).ok()?.and_utc();
    Some((at, reason.to_owned()))
}

/// The backup at a path, if its name is one.
pub(crate) fn of(path: PathBuf) -> Result<Option<Kept>, StoreFault> {
    let Some((at, reason)) = read_name(&path) else { return Ok(None) };
    let bytes = std::fs::metadata(&path).map_err(StoreFault::io(&path))?.len();
    Ok(Some(Kept { path, at, reason, bytes }))
}

/// The backups in a folder, newest first. A folder that is not there has none.
///
/// # Errors
/// [`StoreFault::Io`] when the folder cannot be read.
pub fn list(folder: &Path) -> Result<Vec<Kept>, StoreFault> {
    let entries = match std::fs::read_dir(folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(StoreFault::io(folder))?,
    };
    let mut all = Vec::new();
    for entry in entries {
        all.extend(of(entry.map_err(StoreFault::io(folder))?.path())?);
    }
    all.sort_by(|a, b| b.at.cmp(&a.at).then_with(|| b.path.cmp(&a.path)));
    Ok(all)
}

/// Which of these, newest first, give way. Copies made by hand never do, the newest never does, and neither does the one just
/// made: with a clock that was ahead once, it is not the newest by its name.
fn outdated<'k>(all: &'k [Kept], keep: Keep, made: &Path) -> Vec<&'k Kept> {
    let mut days = BTreeSet::new();
    let mut weeks = BTreeSet::new();
    let mut months = BTreeSet::new();
    // The newest of its day, week or month, as long as there is room for one more of them.
    fn first<T: Ord>(seen: &mut BTreeSet<T>, of: T, room: u32) -> bool {
        seen.len() < room as usize && seen.insert(of)
    }
    let rotating = all.iter().filter(|kept| kept.reason != BY_HAND).enumerate();
    rotating
        .filter(|(place, kept)| {
            let date = kept.at.date_naive();
            let of_day = first(&mut days, date, keep.daily);
            let of_week = first(&mut weeks, (date.iso_week().year(), date.iso_week().week()), keep.weekly);
            let of_month = first(&mut months, (date.year(), date.month()), keep.monthly);
            *place > 0 && kept.path != made && !of_day && !of_week && !of_month
        })
        .map(|(_, kept)| kept)
        .collect()
}

/// Removes the backups that give way to newer ones, and says which. `made` is the one that was just made, and stays.
///
/// # Errors
/// [`StoreFault::Io`] when one cannot be removed.
pub fn prune(folder: &Path, keep: Keep, made: &Path) -> Result<Vec<Kept>, StoreFault> {
    let all = list(folder)?;
    let gone: Vec<Kept> = outdated(&all, keep, made).into_iter().cloned().collect();
    for kept in &gone {
        discard(kept)?;
    }
    Ok(gone)
}

/// Removes one backup and what was written down about it.
pub(crate) fn discard(kept: &Kept) -> Result<(), StoreFault> {
    std::fs::remove_file(&kept.path).map_err(StoreFault::io(&kept.path))?;
    let record = record_path(&kept.path);
    match std::fs::remove_file(&record) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(StoreFault::io(&record)(error)),
        _ => {}
    }
    settle_folder(&kept.path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(at: &str, reason: &str) -> Kept {
        let at: DateTime<Utc> = at.parse().expect("a time");
        let (path, at) = free_name(Path::new("/nowhere"), "My club", at, reason);
        Kept { path, at, reason: reason.to_owned(), bytes: 1 }
    }

    #[test]
    fn a_name_says_when_and_why_again() {
        let one = kept("2026-11-22T09:30:00Z", "before-erase");
        assert_eq!(one.name(), "My club 2026-11-22 09-30-00Z before-erase.trackside");
        assert_eq!(read_name(&one.path), Some((one.at, one.reason.clone())));
        for other in [
            "My club.trackside",
            "x 2026-11-22 09-30-00Z.trackside",
            "a 2026-11-22 09-30-00Z daily.txt",
            "é b.trackside",
        ] {
            assert_eq!(read_name(Path::new(other)), None, "{other}");
        }
    }

    #[test]
    fn the_newest_of_each_of_the_last_days_weeks_and_months_stays_and_what_was_made_by_hand() {
        // Two a day through a year, newest first.
        let first: DateTime<Utc> = "2026-01-01T08:00:00Z".parse().expect("a time");
        let mut all: Vec<Kept> =
            (0..730).map(|half| kept(&(first + chrono::Duration::hours(12 * half)).to_rfc3339(), "daily")).collect();
        all.push(kept("2026-01-02T00:00:00Z", BY_HAND));
        all.sort_by_key(|kept| std::cmp::Reverse(kept.at));
        let nowhere = Path::new("");
        let gone: BTreeSet<String> = outdated(&all, Keep::default(), nowhere).into_iter().map(Kept::name).collect();
        let stay: Vec<String> = all.iter().map(Kept::name).filter(|name| !gone.contains(name)).collect();
        let days: Vec<&str> = stay.iter().map(|name| &name[8..18]).collect();
        let expected = [
            "2026-12-31",
            "2026-12-30",
            "2026-12-29",
            "2026-12-28",
            "2026-12-27",
            "2026-12-26",
            "2026-12-25",
            // Weeks 52 and 51 before that of new year's eve and of the 27th; then the last days of earlier months.
            "2026-12-20",
            "2026-12-13",
            "2026-11-30",
            "2026-10-31",
            "2026-09-30",
            "2026-08-31",
            "2026-07-31",
            "2026-01-02",
        ];
        assert_eq!(days, expected, "{stay:?}");
        assert!(stay.iter().take(14).all(|name| name.contains("20-00-00Z")), "the later of each day: {stay:?}");
        let tight = Keep { daily: 0, weekly: 0, monthly: 0 };
        let gone = outdated(&all, tight, nowhere).len();
        assert_eq!(gone, 729, "the newest stays whatever the limits say, and so does the one made by hand");
        // The clock was ahead when the newest was made, and is right again.
        let made = all[500].path.clone();
        assert!(outdated(&all, tight, &made).iter().all(|kept| kept.path != made), "what was just made stays");
    }
}
