//! Use cases: one [`Answer`] per call of the contract's list. The order of steps, the policy, and the mapping of every
//! room's typed faults to words live here.
//!
//! What belongs here: steps that join reading, computing and writing. What never does: SQL text, windows, widgets, maths.

mod adapt;
mod afterwards;
mod answer;
mod athlete;
mod availability;
mod board;
mod clock;
mod club;
mod derive;
mod drafting;
mod effort;
mod entry;
mod explain;
mod export_activity;
mod export_athlete;
mod exports;
mod fault;
mod help;
mod history;
mod import;
mod key;
mod library;
mod limits;
pub mod log;
mod marks;
mod measures;
mod morning;
mod newcomers;
mod outside;
mod overriding;
mod past;
mod people;
mod pictures;
mod place;
mod planning;
mod preferences;
mod race;
mod recompute;
mod refusal;
mod results;
mod revising;
mod roster;
mod rules;
mod save_chart;
mod season;
mod show_file;
mod signals;
mod span;
mod story;
mod tasks;
mod threshold;
mod trace;
mod track;
mod triage;
mod week;
mod weeks;

use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDate;
use contract::{Done, Progress, Touched};
use domain::id::{AthleteId, JournalId};
use serde_json::Value as Json;
use tokio::sync::{RwLock, broadcast};

pub use answer::{Answer, dispatch};
pub use clock::{Clock, SystemClock};
pub use fault::AppFault;
pub use key::Key;
pub use outside::{
    SampleWritten, bad_arguments, cannot_listen, new_id, no_front_end, no_such_activity, no_such_import,
    no_such_session, no_such_template, unreadable_reply, untraced, write_sample,
};
pub use place::Place;
pub use refusal::Refusal;

/// How long an ending program waits for work under way.
const CLOSING: std::time::Duration = std::time::Duration::from_secs(5);
/// What is looked through after an opening waits for so long: the screens ask first, and a large club keeps every core busy.
const SCREENS_FIRST: std::time::Duration = std::time::Duration::from_secs(2);

/// The program without a window: the open roster, the clock, and the channels on which it tells what moves.
/// Cheap to clone; every clone is the same program.
#[derive(Clone)]
pub struct App(Arc<Inner>);

struct Inner {
    place: Place,
    clock: Arc<dyn Clock>,
    preferences: preferences::Kept,
    roster: RwLock<Option<store::Roster>>,
    key: tokio::sync::OnceCell<Key>,
    tasks: tasks::Tasks,
    importing: import::Importing,
    recomputing: recompute::Recomputing,
    /// One athlete's plans are followed up at a time, so that what was read last is written last.
    following_up: tokio::sync::Mutex<()>,
    progress: broadcast::Sender<Progress>,
    touched: broadcast::Sender<Touched>,
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("App").field("place", &self.0.place).finish_non_exhaustive()
    }
}

impl App {
    /// The program at a place, without a roster yet. One constructor for the program and its tests.
    #[must_use]
    pub fn new(place: Place, clock: Arc<dyn Clock>) -> App {
        App(Arc::new(Inner {
            place,
            clock,
            preferences: preferences::Kept::default(),
            roster: RwLock::new(None),
            key: tokio::sync::OnceCell::new(),
            tasks: tasks::Tasks::default(),
            importing: import::Importing::default(),
            recomputing: recompute::Recomputing::default(),
            following_up: tokio::sync::Mutex::default(),
            // A screen that falls this far behind refetches anyway.
            progress: broadcast::channel(256).0,
            touched: broadcast::channel(256).0,
        }))
    }

    /// Opens a roster file, or makes it when nothing stands there. This is how a start names a roster; only what a person
    /// opens by a call is remembered for the next start.
    ///
    /// # Errors
    /// [`AppFault::Store`] when the file is not a roster, is newer than this program, or cannot be read.
    pub async fn open_or_create(&self, path: &Path) -> Result<(), AppFault> {
        let roster =
            if path.exists() { store::Roster::open(path, self.0.clock.now()).await? } else { self.make(path).await? };
        self.put(roster).await?;
        Ok(())
    }

    /// Opens the roster that was open last, or the default one in the user's data folder.
    ///
    /// # Errors
    /// As [`App::open_or_create`].
    pub async fn open_usual(&self) -> Result<(), AppFault> {
        let path = self.0.place.last_roster().filter(|path| path.exists());
        let path = path.unwrap_or_else(|| self.0.place.default_roster());
        self.open_or_create(&path).await
    }

    /// Progress of long tasks from now on.
    #[must_use]
    pub fn progress(&self) -> broadcast::Receiver<Progress> {
        self.0.progress.subscribe()
    }

    /// What moves from now on.
    #[must_use]
    pub fn touched(&self) -> broadcast::Receiver<Touched> {
        self.0.touched.subscribe()
    }

    /// Today on this laptop.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.0.clock.now().with_timezone(&self.0.clock.zone()).date_naive()
    }

    async fn make(&self, path: &Path) -> Result<store::Roster, AppFault> {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)
                .map_err(|source| AppFault::Unwritable { path: folder.to_owned(), source })?;
        }
        Ok(store::Roster::create(path, &self.0.place.origin, self.0.clock.now()).await?)
    }

    async fn put(&self, roster: store::Roster) -> Result<(), AppFault> {
        import::tidy(&self.0.place, self.0.clock.now());
        self.0.recomputing.stop(self);
        *self.0.roster.write().await = Some(roster.clone());
        let (app, opened) = (self.clone(), roster.clone());
        tokio::spawn(async move {
            tokio::time::sleep(SCREENS_FIRST).await;
            if app.is_open(&opened).await {
                recompute::resume(&app, &opened);
                afterwards::follow_up_quietly(&app, &opened, None);
            }
        });
        import::rewatch(self, &roster).await
    }

    /// Whether this roster is (still) the one that is open.
    async fn is_open(&self, roster: &store::Roster) -> bool {
        self.0.roster.read().await.as_ref().is_some_and(|open| open.path() == roster.path())
    }

    /// Closes the roster, so that all of it stands in its one file when the program ends. Work under way is waited for, but
    /// not for ever: what is committed is safe beside the file as well, and is folded in at the next start.
    pub async fn close(&self) {
        self.0.importing.watch.stop();
        self.0.recomputing.stop(self);
        if let Some(roster) = self.0.roster.write().await.take()
            && tokio::time::timeout(CLOSING, roster.close()).await.is_err()
        {
            tracing::warn!("the roster was still busy when the program ended");
        }
    }

    async fn roster(&self) -> Result<store::Roster, AppFault> {
        self.0.roster.read().await.clone().ok_or(AppFault::NoRoster)
    }

    async fn key(&self) -> Result<&Key, AppFault> {
        self.0.key.get_or_try_init(|| key::load(&self.0.place)).await
    }

    fn id<T>(&self, wrap: impl FnOnce(uuid::Uuid) -> T) -> T {
        wrap(self.0.clock.id())
    }

    /// The journal line of a write that is about to be committed.
    fn entry(
        &self,
        action: &'static str,
        athlete: Option<AthleteId>,
        subject: Option<String>,
        before: Json,
    ) -> store::Entry {
        store::Entry {
            id: self.id(JournalId),
            at: self.0.clock.now(),
            author: self.0.place.author.clone(),
            action,
            athlete,
            subject,
            before,
        }
    }

    /// Wraps the reply of a write, and tells every screen what moved.
    fn done<T>(&self, value: T, touched: Vec<Touched>) -> Done<T> {
        self.tell(&touched);
        Done { value, touched }
    }

    /// Tells every screen what moved.
    fn tell<'a>(&self, touched: impl IntoIterator<Item = &'a Touched>) {
        for one in touched {
            // Nobody listening is fine: whoever asked gets the same list in the reply.
            drop(self.0.touched.send(*one));
        }
    }
}
