//! What the stories share: a folder that goes away, ids by number, and a club of two.

use std::path::PathBuf;

use chrono::{DateTime, Duration, NaiveDate, Utc};
use domain::activity::Activity;
use domain::athlete::{Athlete, DeviceStamp};
use domain::id::{ActivityId, AthleteId, BatchId, ContentHash, JournalId, SessionId};
use domain::reading::Missing;
use domain::recording::{Channel, ChannelKind, DeviceTotals, Lap, Repair, RepairKind, Span};
use domain::sport::Sport;
use domain::summary::{Load, LoadSource, Summary};
use domain::unit::{Bpm, Meters, Rpe, Seconds, Sex};
use store::{Encoded, Entry, NewBatch, Raw, Roster, StoreFault, Write};
use tempfile::TempDir;
use uuid::Uuid;

pub(crate) const ADA: AthleteId = AthleteId(Uuid::from_u128(0xADA));
pub(crate) const BO: AthleteId = AthleteId(Uuid::from_u128(0xB0));
pub(crate) const NOBODY: AthleteId = AthleteId(Uuid::from_u128(0x0));
pub(crate) const BATCH: BatchId = BatchId(Uuid::from_u128(0xBA7C));

pub(crate) fn now() -> DateTime<Utc> {
    "2026-11-21T09:00:00.123456789Z".parse().expect("a time")
}

pub(crate) fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

pub(crate) fn uuid(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

pub(crate) struct Scene {
    folder: TempDir,
    pub(crate) roster: Roster,
}

impl Scene {
    /// An empty roster.
    pub(crate) async fn new() -> Scene {
        let folder = TempDir::new().expect("a folder");
        let roster = Roster::create(&folder.path().join("club.trackside"), "laptop-1", now()).await.expect("created");
        Scene { folder, roster }
    }

    /// A roster with two athletes, the stand-in and an import batch.
    pub(crate) async fn club() -> Scene {
        let scene = Scene::new().await;
        let mut w = scene.roster.write().await.expect("begins");
        for (id, name, unassigned) in [(ADA, "Ada Fell", false), (BO, "bo Hale", false), (NOBODY, "Unassigned", true)] {
            w.insert_athlete(&athlete(id, name, unassigned)).await.expect("inserted");
        }
        w.insert_batch(&batch(BATCH)).await.expect("inserted");
        commit(w, 1, "add-club").await.expect("committed");
        scene
    }

    pub(crate) fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn files(&self) -> Vec<String> {
        let mut names: Vec<String> = std::fs::read_dir(self.folder.path())
            .expect("lists")
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    /// Closes the roster and opens it again from the file.
    pub(crate) async fn reopened(self) -> Scene {
        let path = self.roster.path().to_owned();
        self.roster.close().await;
        let roster = Roster::open(&path, now()).await.expect("opens again");
        Scene { folder: self.folder, roster }
    }
}

pub(crate) fn entry(number: u128, action: &'static str) -> Entry {
    Entry {
        id: JournalId(uuid(0xE000 + number)),
        at: now() + Duration::seconds(i64::try_from(number).expect("small")),
        author: "coach".to_owned(),
        action,
        athlete: None,
        subject: None,
        before: serde_json::Value::Null,
    }
}

pub(crate) async fn commit(w: Write, number: u128, action: &'static str) -> Result<(), StoreFault> {
    w.commit(entry(number, action)).await
}

pub(crate) fn batch(id: BatchId) -> NewBatch {
    NewBatch {
        id,
        at: now(),
        author: "coach".to_owned(),
        source: "files",
        request: serde_json::json!({ "paths": ["/in"] }),
    }
}

pub(crate) fn athlete(id: AthleteId, name: &str, unassigned: bool) -> Athlete {
    Athlete {
        id,
        name: name.to_owned(),
        sex: Some(Sex::Female),
        born: Some(date("1998-02-28")),
        zone: "Europe/Berlin".to_owned(),
        squad: None,
        unassigned,
    }
}

pub(crate) fn stamp(serial: Option<u32>) -> DeviceStamp {
    DeviceStamp { maker: Some("garmin".to_owned()), product: None, serial }
}

pub(crate) fn summary(points: f64) -> Summary {
    Summary {
        avg_hr: Some(Bpm(141.0 + 1.0 / 3.0)),
        max_hr: Some(Bpm(171.0)),
        avg_power: None,
        max_power: None,
        normalized_power: None,
        intensity_factor: None,
        trimp: Some(80.1),
        avg_speed: None,
        ascent: None,
        load: Some(Load { points, source: LoadSource::HeartRate, scale: None, stands_in: false }),
        load_missing: Some(Missing::NoThreshold),
        method: 1,
        basis: "ftp=- lthr=170".to_owned(),
    }
}

/// An activity that started at 06:30 UTC on a day, 07:30 on the athlete's clock.
pub(crate) fn activity(number: u128, athlete: AthleteId, day: &str) -> Activity {
    let start = date(day).and_hms_opt(6, 30, 0).expect("a time");
    Activity {
        id: ActivityId(uuid(0xAC00 + number)),
        athlete,
        batch: BATCH,
        source: ContentHash(format!("hash-{number}")),
        part: 0,
        sport: Sport::Run,
        sport_detail: Some("trail".to_owned()),
        start: start.and_utc(),
        start_local: start + Duration::hours(1),
        timer: Seconds(3599.5),
        elapsed: Seconds(3700.25),
        distance: Some(Meters(12_034.56)),
        laps: vec![Lap { span: Span { from_ms: 0, to_ms: 600_000 }, timer: Seconds(600.0), distance: None }],
        pauses: vec![Span { from_ms: 1_000, to_ms: 2_000 }],
        device: Some(stamp(Some(4_000_000_000))),
        totals: DeviceTotals { avg_hr: Some(Bpm(140.0)), rpe: Some(Rpe(5.0)), ..DeviceTotals::default() },
        records: 3600,
        repairs: vec![Repair {
            kind: RepairKind::ImpossibleValues,
            channel: Some(ChannelKind::HeartRate),
            at_s: Some(12.5),
            samples: 3,
        }],
        lengths: Vec::new(),
        pool: None,
        sets: Vec::new(),
        utc_offset_s: Some(3600),
        comment: Some("Legs felt heavy – \"ok\"".to_owned()),
        place: Some((47.12, -8.55)),
        session: Some(SessionId(uuid(0x5E55))),
        rpe: Some(Rpe(6.0)),
        summary: summary(61.7 + 1.0 / 3.0),
    }
}

pub(crate) fn channels() -> Vec<Channel> {
    let ms: Vec<u32> = (0..120).map(|s| s * 1000).collect();
    let of = |kind, value: &dyn Fn(u32) -> f64, suspect| Channel {
        kind,
        ms: ms.clone(),
        values: (0..120).map(value).collect(),
        suspect,
    };
    vec![
        of(ChannelKind::HeartRate, &|s| f64::from(120 + s % 7), vec![Span { from_ms: 3_000, to_ms: 5_000 }]),
        of(ChannelKind::Latitude, &|s| f64::from(470_000_000 + s * 13) / 1e7, Vec::new()),
        of(ChannelKind::Longitude, &|s| f64::from(80_000_000 + s * 17) / 1e7, Vec::new()),
    ]
}

/// Writes one file with one activity, as an import does.
pub(crate) async fn import(w: &mut Write, activity: &Activity) -> Result<(), StoreFault> {
    let bytes = activity.source.0.repeat(50);
    let raw = Raw::of(&activity.source, &format!("{}.fit", activity.source), bytes.as_bytes())?;
    w.insert_source(&raw, activity.batch, now(), Some(activity.athlete), None).await?;
    w.insert_activity(activity, &Encoded::of(&channels())?).await
}
