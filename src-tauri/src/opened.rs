//! Files the system was asked to open with this program: double-clicked, dropped on its icon, or named by a second start.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use tauri::{AppHandle, Emitter, Manager};

/// What the page shall open, by path. Until the page is there they wait.
#[derive(Debug, Default)]
pub(super) struct Waiting(Mutex<Queue>);

#[derive(Debug, Default)]
struct Queue {
    /// The page listens.
    ready: bool,
    paths: Vec<String>,
}

impl Waiting {
    fn with<T>(&self, work: impl FnOnce(&mut Queue) -> T) -> T {
        // A list is whole after every step.
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Adds paths and gives all that can be sent now.
    fn add(&self, paths: Vec<String>) -> Vec<String> {
        self.with(|queue| {
            queue.paths.extend(paths);
            if queue.ready { std::mem::take(&mut queue.paths) } else { Vec::new() }
        })
    }

    /// The page listens from now on: gives what waited for it.
    fn ready(&self) -> Vec<String> {
        self.with(|queue| {
            queue.ready = true;
            std::mem::take(&mut queue.paths)
        })
    }
}

/// Whether a file is a roster by its name.
pub(super) fn is_roster(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("trackside"))
}

/// Hands files to the page: plan files and returns are read there, all others are previewed for an import.
pub(super) fn hand_over(handle: &AppHandle, paths: Vec<PathBuf>) {
    let paths = paths.into_iter().map(|path| path.to_string_lossy().into_owned()).collect();
    send(handle, handle.state::<Waiting>().add(paths));
}

/// The page says that it listens.
pub(super) fn page_ready(handle: &AppHandle) {
    send(handle, handle.state::<Waiting>().ready());
}

fn send(handle: &AppHandle, paths: Vec<String>) {
    if paths.is_empty() {
        return;
    }
    if let Err(fault) = handle.emit("opened", paths) {
        tracing::warn!(%fault, "files to open did not reach the page");
    }
}

/// The files a second start named, as they are called from here.
pub(super) fn named(args: &[String], folder: &str) -> Vec<PathBuf> {
    // The first is the program; options are for a start of its own.
    let names = args.iter().skip(1).filter(|name| !name.starts_with('-'));
    names.map(|name| Path::new(folder).join(name)).filter(|path| path.exists()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_wait_until_the_page_listens() {
        let waiting = Waiting::default();
        assert!(waiting.add(vec!["ride.fit".to_owned()]).is_empty());
        assert!(waiting.add(vec!["week.tsplan".to_owned()]).is_empty());
        assert_eq!(waiting.ready(), ["ride.fit", "week.tsplan"]);
        assert_eq!(waiting.add(vec!["run.gpx".to_owned()]), ["run.gpx"], "from then on they go at once");
        assert!(waiting.ready().is_empty(), "a page loaded again opens nothing twice");
    }

    #[test]
    fn a_second_start_names_files_from_its_own_folder() {
        let folder = tempfile::tempdir().expect("a folder");
        let here = folder.path().to_str().expect("a name");
        std::fs::write(folder.path().join("ride.fit"), b"x").expect("written");
        let args = ["trackside-desktop", "--sample", "ride.fit", "gone.fit"].map(str::to_owned);
        assert_eq!(named(&args, here), [folder.path().join("ride.fit")]);
        let whole = folder.path().join("ride.fit").to_string_lossy().into_owned();
        assert_eq!(named(&["x".to_owned(), whole], "/"), [folder.path().join("ride.fit")]);
    }

    #[test]
    fn rosters_are_known_by_their_ending() {
        assert!(is_roster(Path::new("/clubs/Harbour.trackside")) && is_roster(Path::new("A.TRACKSIDE")));
        assert!(!is_roster(Path::new("ride.fit")) && !is_roster(Path::new("trackside")));
    }
}
