//! Use cases: one [`Answer`] per call of the contract's list. The order of steps, the policy, and the mapping of every
//! room's typed faults to words live here.
//!
//! What belongs here: steps that join reading, computing and writing. What never does: SQL text, windows, widgets, maths.

mod adapt;
mod afterwards;
mod anonymous;
mod answer;
mod athlete;
mod availability;
mod board;
mod causes;
mod clock;
mod club;
mod consent;
mod derive;
mod door;
mod drafting;
mod effort;
mod entry;
mod erasing;
mod explain;
mod export_activity;
mod export_athlete;
mod exports;
mod fault;
mod given;
mod help;
mod history;
mod import;
mod incoming;
mod key;
mod keychain;
mod keyring;
mod library;
mod limits;
pub mod log;
mod marks;
mod measures;
mod morning;
mod newcomers;
mod outside;
mod overriding;
mod own;
mod past;
mod people;
mod pictures;
mod place;
mod planning;
mod preferences;
mod protect;
mod race;
mod recompute;
mod refusal;
mod rescue;
mod results;
mod retention;
mod revising;
mod roster;
mod rules;
mod safety;
mod save_chart;
mod season;
mod show_file;
mod signals;
mod span;
mod staff;
mod story;
mod sync_folder;
mod tasks;
mod threshold;
mod trace;
mod track;
mod triage;
mod upkeep;
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
pub use door::Turned;
pub use fault::AppFault;
pub use key::{Key, KeyFault};
pub use outside::{
    SampleWritten, backup_unsound, bad_arguments, cannot_listen, cannot_read, chain_broken, needs_passphrase, new_id,
    no_front_end, no_such_activity, no_such_change, no_such_import, no_such_person, no_such_session, no_such_template,
    only_the_name, roster_unsound, unreadable_reply, untraced, write_sample,
};
pub use own::OwnRefusal;
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
    acting: staff::Acting,
    key: tokio::sync::Mutex<Option<Arc<Key>>>,
    guard: protect::Guard,
    unopened: rescue::Unopened,
    tasks: tasks::Tasks,
    upkeep: upkeep::Upkeep,
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
        let guard = protect::Guard::new(&place);
        Self::guarded(place, clock, guard)
    }

    fn guarded(place: Place, clock: Arc<dyn Clock>, guard: protect::Guard) -> App {
        App(Arc::new(Inner {
            place,
            clock,
            preferences: preferences::Kept::default(),
            roster: RwLock::new(None),
            acting: staff::Acting::default(),
            key: tokio::sync::Mutex::default(),
            guard,
            unopened: rescue::Unopened::default(),
            tasks: tasks::Tasks::default(),
            upkeep: upkeep::Upkeep::default(),
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
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let opened = self.open_or_make(&path).await;
        if let Err(fault) = &opened {
            self.did_not_open(&path, fault).await;
        }
        opened
    }

    async fn open_or_make(&self, path: &Path) -> Result<(), AppFault> {
        let roster = if path.exists() { self.open_file(path).await? } else { self.make(path).await? };
        self.put(roster).await
    }

    /// Opens the roster that was open last; where none ever was, the default one in the user's data folder, which is made
    /// if need be.
    ///
    /// # Errors
    /// As [`App::open_or_create`]. The last one is not made anew: where it is gone, that is said, with its backups at hand.
    /// An empty roster in its place would look as if everybody in it were lost.
    pub async fn open_usual(&self) -> Result<(), AppFault> {
        let Some(path) = self.0.place.last_roster() else {
            return self.open_or_create(&self.0.place.default_roster()).await;
        };
        let opened = match self.open_file(&path).await {
            Ok(roster) => self.put(roster).await,
            Err(fault) => Err(fault),
        };
        if let Err(fault) = &opened {
            self.did_not_open(&path, fault).await;
        }
        opened
    }

    /// The roster that was open last, or the default one.
    #[must_use]
    pub fn usual_roster(&self) -> std::path::PathBuf {
        self.0.place.last_roster().unwrap_or_else(|| self.0.place.default_roster())
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
        self.leave_seat().await;
        self.take_seat(&roster).await?;
        *self.0.roster.write().await = Some(roster.clone());
        upkeep::forget(self);
        self.guard(&roster).await?;
        self.write_down_change(&roster).await;
        erasing::resume(self, &roster).await;
        let (app, opened) = (self.clone(), roster.clone());
        tokio::spawn(async move {
            tokio::time::sleep(SCREENS_FIRST).await;
            if app.is_open(&opened).await {
                upkeep::begin(&app, &opened);
                recompute::resume(&app, &opened);
                afterwards::follow_up_quietly(&app, &opened, None);
            }
        });
        import::rewatch(self, &roster).await
    }

    /// Whether this roster is (still) the one that is open.
    async fn is_open(&self, roster: &store::Roster) -> bool {
        self.0.roster.read().await.as_ref().is_some_and(|open| open.is_one_with(roster))
    }

    /// Closes the roster, so that all of it stands in its one file when the program ends. Work under way is waited for, but
    /// not for ever: what is committed is safe beside the file as well, and is folded in at the next start.
    pub async fn close(&self) {
        self.0.guard.rest();
        self.0.importing.watch.stop();
        self.0.recomputing.stop(self);
        self.leave_seat().await;
        if let Some(roster) = self.0.roster.write().await.take()
            && tokio::time::timeout(CLOSING, roster.close()).await.is_err()
        {
            tracing::warn!("the roster was still busy when the program ended");
        }
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
            author: self.author(),
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
