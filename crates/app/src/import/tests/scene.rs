//! The program over a temporary folder, and files as people have them.

use std::io::Write as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::time::{Duration as Wait, Instant};

use base64::Engine as _;
use chrono::{DateTime, Duration, NaiveDate, Utc};
use contract::athlete::AddAthlete;
use contract::import::{Choice, ImportFiles, ImportReport, Upload};
use domain::activity::Activity;
use domain::id::AthleteId;
use domain::recording::Recording;
use exchange::Content;
use sample::fit::{ActivitySpec, Sample, activity};
use tempfile::TempDir;

use crate::{Answer, App, Clock, Place};

/// A clock that stands still until it is moved; every identity is the next one.
struct Still {
    passed: AtomicI64,
    ids: AtomicU64,
}

impl Clock for Still {
    fn now(&self) -> DateTime<Utc> {
        testkit::clock::now() + Duration::milliseconds(self.passed.fetch_add(1, Ordering::SeqCst))
    }

    fn id(&self) -> uuid::Uuid {
        testkit::id(1_000_000 + self.ids.fetch_add(1, Ordering::SeqCst))
    }

    fn zone(&self) -> chrono_tz::Tz {
        chrono_tz::Tz::Europe__London
    }
}

pub(crate) struct Scene {
    pub(crate) app: App,
    clock: Arc<Still>,
    folder: TempDir,
}

impl Scene {
    pub(crate) async fn new() -> Scene {
        let clock = Arc::new(Still { passed: AtomicI64::new(0), ids: AtomicU64::new(0) });
        Scene::open(tempfile::tempdir().expect("a folder"), clock).await
    }

    async fn open(folder: TempDir, clock: Arc<Still>) -> Scene {
        let app = App::new(Place::in_folder(&folder.path().join("home")), clock.clone());
        app.open_or_create(&folder.path().join("club.trackside")).await.expect("opens");
        std::fs::create_dir_all(folder.path().join("files")).expect("made");
        Scene { app, clock, folder }
    }

    pub(crate) async fn restart(self) -> Scene {
        let Scene { app, clock, folder } = self;
        drop(app);
        Scene::open(folder, clock).await
    }

    pub(crate) fn pass(&self, time: Duration) {
        self.clock.passed.fetch_add(time.num_milliseconds(), Ordering::SeqCst);
    }

    pub(crate) fn day(&self, from_now: i64) -> NaiveDate {
        testkit::clock::days_ago(-from_now)
    }

    pub(crate) async fn roster(&self) -> store::Roster {
        self.app.roster().await.expect("open")
    }

    pub(crate) async fn athlete(&self, name: &str) -> AthleteId {
        let zone = Some("Europe/London".to_owned());
        let add = AddAthlete { name: name.to_owned(), sex: None, born: None, zone, squad: None };
        add.answer(&self.app).await.expect("added").value.id
    }

    pub(crate) async fn activities(&self, athlete: AthleteId) -> Vec<Activity> {
        self.roster().await.activities(athlete, None, None, None).await.expect("listed")
    }

    /// The folder that is imported.
    pub(crate) fn files(&self) -> String {
        self.folder.path().join("files").to_string_lossy().into_owned()
    }

    pub(crate) fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.folder.path().join("files").join(name);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("made");
        std::fs::write(path, bytes).expect("written");
    }

    pub(crate) async fn import(&self) -> ImportReport {
        let files = ImportFiles { paths: vec![self.files()], athlete: None, task: None };
        files.answer(&self.app).await.expect("imported").value
    }

    /// Waits until something holds; what the system tells of a folder takes its time.
    pub(crate) async fn until<F: Future<Output = bool>>(&self, holds: impl Fn() -> F) {
        let begun = Instant::now();
        while !holds().await {
            assert!(begun.elapsed() < Wait::from_secs(60), "it never came to that");
            tokio::time::sleep(Wait::from_millis(50)).await;
        }
    }
}

/// An hour's ride so many days ago, by a device with this serial.
pub(crate) fn ride(days_ago: i64, watts: u16, serial: u32) -> Vec<u8> {
    ride_at(testkit::clock::now() - Duration::days(days_ago) - Duration::hours(2), 3600, watts, serial)
}

pub(crate) fn ride_at(start: DateTime<Utc>, seconds: u32, watts: u16, serial: u32) -> Vec<u8> {
    let samples = (0..=seconds)
        .map(|second| Sample {
            second,
            position: Some((51.4 + f64::from(second) * 0.000_07, -3.2)),
            altitude: Some(60.0 + f64::from(second % 600) / 20.0),
            heart_rate: u8::try_from(110 + 40 * second / seconds + (second / 60) % 7).ok(),
            power: Some(watts),
            cadence: Some(88),
            speed: Some(8.0),
            distance: Some(8.0 * f64::from(second)),
            temperature: Some(16),
            stride: None,
        })
        .collect();
    activity(&ActivitySpec { start, serial: Some(serial), samples, seconds, ..ActivitySpec::default() })
}

/// What a device file holds.
pub(crate) fn twin(bytes: &[u8]) -> Recording {
    let contents = exchange::read("ride.fit", bytes).expect("a whole file").contents;
    let found = contents.into_iter().find_map(|content| match content {
        Content::Activity { recording, .. } => Some(recording),
        _ => None,
    });
    found.expect("an activity")
}

pub(crate) fn upload(name: &str, bytes: &[u8]) -> Upload {
    Upload { name: name.to_owned(), base64: base64::engine::general_purpose::STANDARD.encode(bytes) }
}

pub(crate) const fn choice(row: u32) -> Choice {
    Choice { row, skip: false, athlete: None, remember_device: false, link: None }
}

pub(crate) fn gz(bytes: &[u8]) -> Vec<u8> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packed.write_all(bytes).expect("packs");
    packed.finish().expect("packs")
}

pub(crate) fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut packed = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        packed.start_file(*name, zip::write::SimpleFileOptions::default()).expect("begins");
        packed.write_all(bytes).expect("packs");
    }
    packed.finish().expect("packs").into_inner()
}
