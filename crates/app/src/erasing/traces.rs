//! Where else an athlete may stand: files this program wrote about them, uploads that wait, the log; and the search for them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use contract::privacy::Sought;
use domain::athlete::Athlete;
use store::{Found, Roster};

use super::{Copies, needles};
use crate::exports::file_name;
use crate::{App, AppFault};

/// What the journal says was written about an athlete, gathered before their lines go.
pub(super) struct Traces {
    needles: Vec<(Sought, Vec<u8>)>,
    /// How their name stands in the names of files.
    stem: String,
    /// Files about them that are still there.
    exports: BTreeSet<PathBuf>,
}

/// What a search found.
pub(super) struct Look {
    pub(super) sought: Vec<Sought>,
    pub(super) searched: Vec<String>,
    pub(super) found: Vec<(String, Sought, u64)>,
}

impl Traces {
    pub(super) async fn of(app: &App, roster: &Roster, athlete: &Athlete) -> Result<Traces, AppFault> {
        let stem = file_name(&athlete.name);
        let mut exports = BTreeSet::new();
        for action in ["export-plan", "export-athlete", "export-activity", "give-own-file"] {
            for line in roster.journal_of(action, Some(athlete.id), u32::MAX).await? {
                let Some(path) = line.subject.map(PathBuf::from) else { continue };
                // A plan file has a page to read beside it.
                let page = path.with_extension("html");
                let written = [path, page].into_iter().filter(|path| is_ours(app, path, &stem));
                exports.extend(written);
            }
        }
        Ok(Traces { needles: needles(athlete), stem, exports })
    }

    pub(super) fn exports(&self) -> Vec<String> {
        self.exports.iter().map(|path| path.to_string_lossy().into_owned()).collect()
    }

    /// Removes the files about them that are still there, and says which. One that cannot be removed stays, and is found by
    /// the search: the erasure itself is done.
    pub(super) fn remove_exports(&self) -> Vec<String> {
        let removed = |path: &&PathBuf| match std::fs::remove_file(path) {
            Ok(()) => true,
            Err(error) => {
                tracing::warn!(%error, "a file that was written about somebody erased could not be removed");
                false
            }
        };
        self.exports.iter().filter(removed).map(|path| path.to_string_lossy().into_owned()).collect()
    }

    /// Looks for them in every row, then closes the roster, looks through every byte of it and of all that stands around it,
    /// and opens it again.
    pub(super) async fn search(self, app: &App, roster: Roster) -> Result<Look, AppFault> {
        let bytes: Vec<Vec<u8>> = self.needles.iter().map(|(_, bytes)| bytes.clone()).collect();
        let rows = roster.rows_with(&bytes).await?;
        let mut files = around(app, &roster).await?;
        files.extend(self.exports.iter().filter(|path| path.is_file()).cloned());
        files.sort();
        files.dedup();
        drop(roster);
        let looked = files.clone();
        let found = app.while_closed(move || store::search(&looked, &bytes)).await??;
        let sought = |what: usize| self.needles.get(what).map_or(Sought::Name, |(sought, _)| *sought);
        let rows = rows.into_iter().map(|(place, what, times)| (place, sought(what), times));
        let stands = |Found { path, what, times }: Found| (path.to_string_lossy().into_owned(), sought(what), times);
        let named = files.iter().filter(|path| names(path, &self.stem));
        let named = named.map(|path| (path.to_string_lossy().into_owned(), Sought::Name, 1));
        Ok(Look {
            sought: self.needles.iter().map(|(sought, _)| *sought).collect(),
            found: rows.chain(found.into_iter().map(stands)).chain(named).collect(),
            searched: files.iter().map(|path| path.to_string_lossy().into_owned()).collect(),
        })
    }
}

/// Endings of files that are written about one athlete.
const WRITTEN: [&str; 8] = ["tsplan", "html", "zip", "fit", "tcx", "gpx", "csv", "trackside"];

/// Whether a file that the journal names is one of our exports: the journal is data, and a roster from elsewhere may name
/// any file. It really stands in the folder for exports, or bears their name and an ending of ours.
fn is_ours(app: &App, path: &Path, stem: &str) -> bool {
    let (Ok(there), documents) = (std::fs::canonicalize(path), std::fs::canonicalize(&app.0.place.documents)) else {
        return false;
    };
    let ending = there.extension().unwrap_or_default().to_string_lossy();
    there.is_file()
        && (documents.is_ok_and(|documents| there.starts_with(documents))
            || (names(&there, stem) && WRITTEN.contains(&&*ending)))
}

fn names(path: &Path, stem: &str) -> bool {
    path.file_name().unwrap_or_default().to_string_lossy().starts_with(stem)
}

/// Every file the program keeps around a roster: itself with its log, copies, exports, uploads that wait, logs of faults.
async fn around(app: &App, open: &Roster) -> Result<Vec<PathBuf>, AppFault> {
    let roster = open.path();
    let suffixed = |suffix: &str| {
        let mut name = roster.as_os_str().to_owned();
        name.push(suffix);
        PathBuf::from(name)
    };
    let mut files = vec![roster.to_owned()];
    files.extend(["-wal", "-shm", "-journal"].map(suffixed).into_iter().filter(|path| path.exists()));
    files.extend(Copies::of(app, open).await?.there.into_iter().map(|copy| copy.path));
    for folder in [app.0.place.documents.clone(), app.0.place.staging(), app.0.place.home.join("logs")] {
        if !folder.is_dir() {
            continue;
        }
        for entry in walkdir::WalkDir::new(&folder) {
            let entry = entry
                .map_err(|error| AppFault::Unreadable { path: folder.clone(), source: std::io::Error::other(error) })?;
            if entry.file_type().is_file() {
                files.push(entry.into_path());
            }
        }
    }
    Ok(files)
}

impl App {
    /// Does something with the roster closed, so that its file is only a file; then opens it again, whatever came of it.
    async fn while_closed<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, AppFault> {
        let mut open = self.0.roster.write().await;
        let Some(roster) = open.take() else { return Err(self.none_open()) };
        let (path, key) = (roster.path().to_owned(), roster.key().cloned());
        self.quiet();
        self.leave_seat().await;
        roster.close().await;
        let done = tokio::task::spawn_blocking(work).await;
        if key.is_some() {
            // If it does not open again, it waits for its passphrase; what opens takes this back.
            self.0.guard.wait(Some(path.clone()));
        }
        let roster = Roster::open_with(&path, key, self.0.clock.now()).await?;
        drop(open);
        self.put(roster).await?;
        done.map_err(|ended| AppFault::Panicked { said: ended.to_string() })
    }
}
