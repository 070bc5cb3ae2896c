//! A program over a temporary folder, with a clock that only the story moves.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use app::{App, Clock, Place};
use chrono::{DateTime, Duration, NaiveDate, TimeZone, Utc};
use chrono_tz::Tz;
use contract::athlete::AddAthlete;
use contract::import::{Choice, CommitImport, ImportReport, Origin, Preview, PreviewImport, StageFiles, Upload};
use contract::{Call, Fault};
use domain::athlete::Athlete;
use domain::unit::Sex;
use tempfile::TempDir;
use uuid::{NoContext, Timestamp, Uuid};

/// Monday 16 November 2026, 08:00 UTC.
pub(crate) fn monday() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 16, 8, 0, 0).single().expect("a moment")
}

/// A day of November 2026.
pub(crate) fn november(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).expect("a day")
}

/// Every look at this clock is a millisecond later than the one before; nothing else moves it.
#[derive(Debug)]
pub(crate) struct StoryClock(AtomicI64);

impl StoryClock {
    pub(crate) fn at(start: DateTime<Utc>) -> Arc<StoryClock> {
        Arc::new(StoryClock(AtomicI64::new(start.timestamp_millis())))
    }

    pub(crate) fn pass(&self, time: Duration) {
        self.0.fetch_add(time.num_milliseconds(), Ordering::SeqCst);
    }
}

impl Clock for StoryClock {
    fn now(&self) -> DateTime<Utc> {
        let ms = self.0.fetch_add(1, Ordering::SeqCst);
        Utc.timestamp_millis_opt(ms).single().expect("a moment")
    }

    fn id(&self) -> Uuid {
        let ms = u64::try_from(self.0.fetch_add(1, Ordering::SeqCst)).expect("after 1970");
        Uuid::new_v7(Timestamp::from_unix(NoContext, ms / 1000, u32::try_from(ms % 1000).expect("small") * 1_000_000))
    }

    fn zone(&self) -> Tz {
        Tz::Europe__Berlin
    }
}

/// The program in a folder of its own.
pub(crate) struct Club {
    pub(crate) folder: TempDir,
    pub(crate) app: App,
    pub(crate) clock: Arc<StoryClock>,
}

impl Club {
    /// A new, empty roster.
    pub(crate) async fn new() -> Club {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let clock = StoryClock::at(monday());
        let app = open(folder.path(), &clock).await;
        Club { folder, app, clock }
    }

    /// The same folder after the program was closed and started again.
    pub(crate) async fn restart(self) -> Club {
        let Club { folder, app, clock } = self;
        drop(app);
        let app = open(folder.path(), &clock).await;
        Club { folder, app, clock }
    }

    /// Asks over the wire, and checks that request and reply survive it.
    pub(crate) async fn ask<C: Call>(&self, request: &C) -> Result<C::Reply, Fault> {
        let args = serde_json::to_string(request).expect("a request is JSON");
        let reply = app::dispatch(&self.app, C::NAME, &args).await?;
        Ok(serde_json::from_str(&reply).unwrap_or_else(|error| panic!("{} replied {reply}: {error}", C::NAME)))
    }

    /// Adds an athlete.
    pub(crate) async fn athlete(&self, name: &str) -> Athlete {
        let request = AddAthlete {
            name: name.to_owned(),
            sex: Some(Sex::Female),
            born: NaiveDate::from_ymd_opt(1995, 4, 2),
            zone: Some("Europe/Berlin".to_owned()),
            squad: Some("First squad".to_owned()),
        };
        self.ask(&request).await.expect("added").value
    }

    /// Drops files and looks at what would become of them.
    pub(crate) async fn preview(&self, files: &[(&str, &[u8])]) -> Preview {
        use base64::Engine;
        let files = files
            .iter()
            .map(|(name, bytes)| Upload {
                name: (*name).to_owned(),
                base64: base64::engine::general_purpose::STANDARD.encode(bytes),
            })
            .collect();
        let staged = self.ask(&StageFiles { stage: None, files, unreadable: Vec::new() }).await.expect("staged");
        let origin = Origin::Staged(staged.stage);
        self.ask(&PreviewImport { origin, athlete: None, task: None }).await.expect("previewed")
    }

    /// Brings a preview in.
    pub(crate) async fn commit(&self, preview: &Preview, choices: Vec<Choice>) -> ImportReport {
        self.ask(&CommitImport { preview: preview.id, choices, task: None }).await.expect("imported").value
    }

    /// Drops files and takes them as they are previewed.
    pub(crate) async fn upload(&self, files: &[(&str, &[u8])]) -> ImportReport {
        let preview = self.preview(files).await;
        self.commit(&preview, Vec::new()).await
    }
}

async fn open(folder: &Path, clock: &Arc<StoryClock>) -> App {
    let place = Place { author: "Coach of the story".to_owned(), ..Place::in_folder(folder) };
    let clock: Arc<dyn Clock> = Arc::<StoryClock>::clone(clock);
    let app = App::new(place, clock);
    app.open_usual().await.expect("the roster opens");
    app
}
