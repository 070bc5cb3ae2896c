//! The watched folder: what appears in it is imported by itself. Off until a person asks for it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

use contract::Work;
use contract::import::{BatchSource, SetWatch, ShowWatch, WatchView};
use domain::id::{BatchId, TaskId};
use domain::words::Words;
use notify::{RecommendedWatcher, RecursiveMode, Watcher as _};
use serde_json::json;
use store::Roster;
use tokio::sync::mpsc;
use tokio::task::AbortHandle;

use super::request::{Request, Whence, items};
use super::run::{Job, run};
use crate::preferences::{carried, speaking};
use crate::{Answer, App, AppFault, Inner};

/// Under which name the roster keeps the folder.
const FOLDER: &str = "watch-folder";
/// A file whose size stood still for so long is taken for whole.
const STILL: Duration = Duration::from_secs(2);
/// How often sizes are looked at.
const LOOK: Duration = Duration::from_millis(500);
/// Endings of files that are still being fetched.
const UNFINISHED: [&str; 4] = ["part", "crdownload", "tmp", "download"];

/// The watch of one program.
#[derive(Default)]
pub(crate) struct Watch {
    /// One command line that ends at once does not watch.
    never: AtomicBool,
    now: Mutex<Option<Watching>>,
}

/// A folder under watch; dropped, it is left alone.
struct Watching {
    problem: Arc<Mutex<Option<String>>>,
    task: AbortHandle,
}

impl Drop for Watching {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Watch {
    /// Leaves the folder alone.
    pub(crate) fn stop(&self) {
        self.set(None);
    }

    fn set(&self, watching: Option<Watching>) {
        *self.now.lock().unwrap_or_else(PoisonError::into_inner) = watching;
    }

    /// Whether it runs, and the problem if there is one.
    fn standing(&self) -> (bool, Option<String>) {
        let now = self.now.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(watching) = now.as_ref() else { return (false, None) };
        let problem = watching.problem.lock().unwrap_or_else(PoisonError::into_inner).clone();
        (problem.is_none(), problem)
    }
}

impl App {
    /// This program answers one question and ends: it must not begin an import of its own.
    pub fn never_watch(&self) {
        self.0.importing.watch.never.store(true, Ordering::Relaxed);
        self.0.importing.watch.set(None);
    }
}

impl Answer for SetWatch {
    async fn answer(self, app: &App) -> Result<WatchView, AppFault> {
        let roster = app.whole().await?;
        let folder = self.folder.map(|folder| folder.trim().to_owned()).filter(|folder| !folder.is_empty());
        if let Some(folder) = &folder {
            let path = PathBuf::from(folder);
            if !path.is_absolute() || !path.is_dir() {
                return Err(AppFault::NotAFolder { path });
            }
        }
        let before = json!({ "folder": kept(&roster).await? });
        let mut write = roster.write().await?;
        write.set_meta(FOLDER, folder.as_deref().unwrap_or_default()).await?;
        write.commit(app.entry("set-watch", None, folder, before)).await?;
        rewatch(app, &roster).await?;
        ShowWatch {}.answer(app).await
    }
}

impl Answer for ShowWatch {
    async fn answer(self, app: &App) -> Result<WatchView, AppFault> {
        let folder = kept(&app.whole().await?).await?;
        let (running, problem) = app.0.importing.watch.standing();
        let set = folder.is_some();
        Ok(WatchView { folder, running: running && set, problem: problem.filter(|_| set) })
    }
}

async fn kept(roster: &Roster) -> Result<Option<String>, AppFault> {
    Ok(roster.meta(FOLDER).await?.filter(|folder| !folder.is_empty()))
}

/// Watches the folder of the roster that is open now, and leaves any other alone.
pub(crate) async fn rewatch(app: &App, roster: &Roster) -> Result<(), AppFault> {
    let watch = &app.0.importing.watch;
    watch.set(None);
    if watch.never.load(Ordering::Relaxed) {
        return Ok(());
    }
    // An own file takes nothing in, whatever it says of a folder.
    if roster.own().await?.is_some() {
        return Ok(());
    }
    let Some(folder) = kept(roster).await? else { return Ok(()) };
    let problem = Arc::new(Mutex::new(None));
    let round = Round {
        // Not the program itself: a watch must not keep it alive.
        app: Arc::downgrade(&app.0),
        roster: roster.clone(),
        folder: PathBuf::from(folder),
        problem: Arc::clone(&problem),
        growing: BTreeMap::new(),
        fresh: BTreeMap::new(),
        quiet: true,
    };
    let task = tokio::spawn(carried(round.watch())).abort_handle();
    watch.set(Some(Watching { problem, task }));
    Ok(())
}

/// The watch of one folder.
struct Round {
    app: Weak<Inner>,
    roster: Roster,
    folder: PathBuf,
    problem: Arc<Mutex<Option<String>>>,
    /// Files that appeared, with their size and since when it stands still.
    growing: BTreeMap<PathBuf, (u64, tokio::time::Instant)>,
    /// Folders that appeared just now. What is put into one before the system watches it is told by nobody, so each is
    /// looked through again for a moment shorter than [`STILL`].
    fresh: BTreeMap<PathBuf, tokio::time::Instant>,
    /// They came while nobody watched: those that are here already, or were refused before, leave no trace.
    quiet: bool,
}

impl Round {
    async fn watch(mut self) {
        loop {
            let (told, mut appeared) = mpsc::unbounded_channel();
            let begun = begin(&self.folder, told);
            self.say(begun.as_ref().err().cloned());
            if let Ok(_watcher) = begun {
                self.quiet = true;
                let folder = self.folder.clone();
                self.note(&folder);
                if !self.follow(&mut appeared).await {
                    return;
                }
                self.say(Some(gone(&self.folder)));
            }
            tokio::time::sleep(STILL).await;
        }
    }

    /// Follows what appears until the folder is gone (`true`) or the program ends.
    async fn follow(&mut self, appeared: &mut mpsc::UnboundedReceiver<PathBuf>) -> bool {
        let mut tick = tokio::time::interval(LOOK);
        loop {
            tokio::select! {
                path = appeared.recv() => match path {
                    Some(path) => {
                        if path.is_dir() {
                            self.fresh.insert(path.clone(), tokio::time::Instant::now());
                        }
                        self.note(&path);
                    }
                    None => return true,
                },
                _ = tick.tick() => {
                    self.look_again();
                    let whole = self.whole();
                    if !whole.is_empty() && !self.bring(whole).await {
                        return false;
                    }
                    if !self.folder.is_dir() {
                        return true;
                    }
                }
            }
        }
    }

    fn look_again(&mut self) {
        let now = tokio::time::Instant::now();
        self.fresh.retain(|_, since| now.duration_since(*since) < STILL / 2);
        let folders: Vec<PathBuf> = self.fresh.keys().cloned().collect();
        folders.iter().for_each(|folder| self.note(folder));
    }

    fn note(&mut self, path: &Path) {
        if path.is_dir() {
            // A folder that was moved in tells nothing of its files.
            let inside = walkdir::WalkDir::new(path).into_iter().filter_map(Result::ok);
            let files: Vec<PathBuf> =
                inside.filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::into_path).collect();
            files.iter().for_each(|file| self.note(file));
        } else if wanted(&self.folder, path)
            && let Ok(about) = std::fs::metadata(path)
        {
            let now = tokio::time::Instant::now();
            self.growing
                .entry(path.to_owned())
                .and_modify(|seen| {
                    if seen.0 != about.len() {
                        *seen = (about.len(), now);
                    }
                })
                .or_insert((about.len(), now));
        }
    }

    /// The files that stopped growing; none while another still grows, so that a batch holds what came together.
    fn whole(&mut self) -> Vec<PathBuf> {
        let now = tokio::time::Instant::now();
        self.growing.retain(|path, seen| match std::fs::metadata(path) {
            Ok(about) if about.len() != seen.0 => {
                *seen = (about.len(), now);
                true
            }
            Ok(_) => true,
            // Taken away again before it was whole.
            Err(_) => false,
        });
        if self.growing.values().any(|(_, since)| now.duration_since(*since) < STILL) {
            return Vec::new();
        }
        std::mem::take(&mut self.growing).into_keys().collect()
    }

    /// Imports files; `false` once the program has ended.
    async fn bring(&mut self, paths: Vec<PathBuf>) -> bool {
        let Some(app) = self.app.upgrade().map(App) else { return false };
        let (roster, quiet) = (self.roster.clone(), std::mem::take(&mut self.quiet));
        // A task of its own: an import that has begun comes to its end when the watch is stopped.
        let ended = tokio::spawn(async move {
            if let Err(fault) = speaking(app.locale(), import(&app, &roster, paths, quiet)).await {
                // Nobody asked just now: the log has it, and the next start tries again.
                let told = fault.told("watch", &app.0.clock.id());
                tracing::warn!(what = told.what, "the watched folder was not imported");
            }
        });
        if let Err(error) = ended.await {
            tracing::error!(%error, "the import of the watched folder broke off");
        }
        true
    }

    fn say(&self, problem: Option<String>) {
        *self.problem.lock().unwrap_or_else(PoisonError::into_inner) = problem;
    }
}

async fn import(app: &App, roster: &Roster, paths: Vec<PathBuf>, quiet: bool) -> Result<(), AppFault> {
    let paths: Vec<String> = paths.iter().map(|path| path.to_string_lossy().into_owned()).collect();
    let request = Request { from: Whence::Paths(paths), athlete: None, rows: None };
    // Nobody asked for it, but everybody sees it and can stop it.
    let running = app.begin(Some(app.id(TaskId)), Work::Import, 0);
    let found = request.from.clone().gather(app, running.go_on()).await?;
    let items = items(found, None, &[]);
    let job = Job { batch: app.id(BatchId), source: BatchSource::Watch, request, items, before: None, quiet };
    run(app, roster, job, running).await.map(drop)
}

/// Begins to hear of what appears in a folder; else the reason in words.
fn begin(folder: &Path, told: mpsc::UnboundedSender<PathBuf>) -> Result<RecommendedWatcher, String> {
    if !folder.is_dir() {
        return Err(gone(folder));
    }
    let heard = move |event: notify::Result<notify::Event>| {
        let Ok(event) = event else { return };
        if event.kind.is_create() || event.kind.is_modify() {
            // Nobody listens any more: the watch ends with them.
            event.paths.into_iter().for_each(|path| drop(told.send(path)));
        }
    };
    let refused =
        |error: notify::Error| Words::here().say_with("watch-refused", &[("detail", error.to_string().into())]);
    let mut watcher = notify::recommended_watcher(heard).map_err(refused)?;
    watcher.watch(folder, RecursiveMode::Recursive).map_err(refused)?;
    Ok(watcher)
}

fn gone(folder: &Path) -> String {
    Words::here().say_with("watch-gone", &[("path", folder.display().to_string().into())])
}

/// A file that is neither hidden (nor in a hidden folder) nor still being fetched.
fn wanted(folder: &Path, path: &Path) -> bool {
    let inside = path.strip_prefix(folder).unwrap_or(path);
    let hidden = inside.components().any(|part| part.as_os_str().to_string_lossy().starts_with('.'));
    !hidden && !unfinished(path)
}

fn unfinished(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| UNFINISHED.contains(&ending.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_and_unfinished_files_are_left_alone() {
        let folder = Path::new("/club/.sync/inbox");
        for (name, expected) in [
            ("Ada Fell/ride.fit", true),
            ("ride.fit.part", false),
            (".tmp/ride.fit", false),
            (".ride.fit", false),
            ("ride.FIT.CRDOWNLOAD", false),
        ] {
            assert_eq!(wanted(folder, &folder.join(name)), expected, "{name}");
        }
    }
}
