//! The program in a folder of its own, on a clock that stands still but for its own looks.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use app::{App, Clock, Place};
use chrono::{DateTime, Duration, NaiveDate, TimeZone, Utc};
use chrono_tz::Tz;
use contract::athlete::AddAthlete;
use contract::import::{ImportFiles, ImportReport};
use contract::measure::ListActivities;
use contract::{Call, Fault};
use domain::activity::Activity;
use domain::athlete::Athlete;
use domain::consent::{Consent, DataCategory, Purpose};
use domain::id::{AthleteId, ConsentId, JournalId};
use tempfile::TempDir;
use uuid::{NoContext, Timestamp, Uuid};

/// Every look is a millisecond later than the one before.
struct Ticks(AtomicI64);

impl Clock for Ticks {
    fn now(&self) -> DateTime<Utc> {
        let ms = self.0.fetch_add(1, Ordering::SeqCst);
        Utc.timestamp_millis_opt(ms).single().expect("a moment")
    }

    fn id(&self) -> Uuid {
        let ms = u64::try_from(self.0.fetch_add(1, Ordering::SeqCst)).expect("after 1970");
        Uuid::new_v7(Timestamp::from_unix(NoContext, ms / 1000, u32::try_from(ms % 1000).expect("small") * 1_000_000))
    }

    fn zone(&self) -> Tz {
        Tz::Europe__London
    }
}

pub(crate) struct Club {
    pub(crate) folder: TempDir,
    pub(crate) app: App,
    clock: Arc<Ticks>,
}

impl Club {
    /// A new, empty roster on the fixed day.
    pub(crate) async fn new() -> Club {
        let folder = tempfile::tempdir().expect("a folder");
        let place = Place { author: "Coach of the story".to_owned(), ..Place::in_folder(folder.path()) };
        let clock = Arc::new(Ticks(AtomicI64::new(testkit::clock::now().timestamp_millis())));
        let app = App::new(place, clock.clone());
        app.open_usual().await.expect("the roster opens");
        Club { folder, app, clock }
    }

    /// So many days go by.
    pub(crate) fn wait(&self, days: i64) {
        self.clock.0.fetch_add(Duration::days(days).num_milliseconds(), Ordering::SeqCst);
    }

    /// Asks over the wire.
    pub(crate) async fn ask<C: Call>(&self, request: &C) -> Result<C::Reply, Fault> {
        let args = serde_json::to_string(request).expect("a request is JSON");
        let reply = app::dispatch(&self.app, C::NAME, &args).await?;
        Ok(serde_json::from_str(&reply).unwrap_or_else(|error| panic!("{} replied {reply}: {error}", C::NAME)))
    }

    pub(crate) async fn athlete(&self, name: &str) -> Athlete {
        let request = AddAthlete {
            name: name.to_owned(),
            sex: None,
            born: None,
            zone: Some("Europe/London".to_owned()),
            squad: None,
        };
        self.ask(&request).await.expect("added").value
    }

    /// Brings a file in for an athlete.
    pub(crate) async fn bring(&self, name: &str, bytes: &[u8], athlete: AthleteId) -> ImportReport {
        let path = self.folder.path().join("brought").join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        std::fs::write(&path, bytes).expect("written");
        let paths = vec![path.to_string_lossy().into_owned()];
        self.ask(&ImportFiles { paths, athlete: Some(athlete), task: None }).await.expect("imported").value
    }

    pub(crate) async fn activities(&self, athlete: AthleteId) -> Vec<Activity> {
        self.ask(&ListActivities { athlete, from: None, to: None, limit: None }).await.expect("listed")
    }

    /// The roster file, opened a second time.
    pub(crate) async fn roster(&self) -> store::Roster {
        let path: PathBuf = self.folder.path().join("My club.trackside");
        store::Roster::open(&path, testkit::clock::now()).await.expect("opens")
    }

    /// Gives or withdraws a consent for coaching.
    pub(crate) async fn consent(&self, number: u64, athlete: AthleteId, category: DataCategory, given: bool) {
        let at = testkit::clock::now() + Duration::seconds(i64::try_from(number).expect("small"));
        let consent = Consent {
            id: ConsentId(testkit::id(number)),
            athlete,
            category,
            purpose: Purpose::Coach,
            to: None,
            guardian: None,
            text: None,
            given,
            from: NaiveDate::from_ymd_opt(2020, 1, 1).expect("a day"),
            by: "Coach of the story".to_owned(),
            at,
        };
        let mut write = self.roster().await.write().await.expect("writes");
        write.insert_consent(&consent).await.expect("kept");
        let entry = store::Entry {
            id: JournalId(testkit::id(1000 + number)),
            at,
            author: "Coach of the story".to_owned(),
            action: "set-consent",
            athlete: Some(athlete),
            subject: None,
            before: serde_json::Value::Null,
        };
        write.commit(entry).await.expect("committed");
    }
}

/// A ride of an hour so many days ago, at 200 W.
pub(crate) fn ride(days: i64) -> Vec<u8> {
    sample::ride(testkit::clock::now() - Duration::days(days), 3600, Some(200))
}
