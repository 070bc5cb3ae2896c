//! Keeping one imported file of an hour, and listing half a year, beside the floor: writing the same bytes to a plain file.

use std::hint::black_box;
use std::io::Write as _;

use chrono::{DateTime, Duration, Utc};
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use domain::activity::{Activity, Identity};
use domain::athlete::Athlete;
use domain::id::{ActivityId, AthleteId, BatchId, ContentHash, JournalId};
use domain::recording::{Channel, ChannelKind, Recording};
use domain::sport::Sport;
use domain::summary::Summary;
use domain::unit::Seconds;
use store::{Encoded, Entry, NewBatch, Raw, Roster};
use tokio::runtime::Runtime;
use uuid::Uuid;

const ADA: AthleteId = AthleteId(Uuid::from_u128(1));
const BATCH: BatchId = BatchId(Uuid::from_u128(2));

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_000_000, 0).expect("a time")
}

fn activity(number: u128) -> Activity {
    let start = now() - Duration::days(i64::try_from(number % 180).expect("small"));
    let summary = Summary {
        avg_hr: None,
        max_hr: None,
        avg_power: None,
        max_power: None,
        normalized_power: None,
        intensity_factor: None,
        trimp: None,
        avg_speed: None,
        ascent: None,
        load: None,
        load_missing: None,
        method: 1,
        basis: String::new(),
    };
    let identity = Identity {
        id: ActivityId(Uuid::from_u128(0xAC_0000 + number)),
        athlete: ADA,
        batch: BATCH,
        source: ContentHash(format!("{number:064x}")),
        part: 0,
    };
    let recording = Recording {
        sport: Sport::Run,
        start,
        timer: Seconds(3600.0),
        elapsed: Seconds(3600.0),
        records: 3600,
        ..Recording::default()
    };
    Activity { place: Some((47.12, 8.55)), ..Activity::of(identity, &recording, summary) }
}

fn channels() -> Vec<Channel> {
    ChannelKind::ALL[..6]
        .iter()
        .map(|kind| Channel {
            kind: *kind,
            ms: (0..3600).map(|s| s * 1000).collect(),
            values: (0..3600).map(|s| f64::from(s * s % 97)).collect(),
            suspect: Vec::new(),
        })
        .collect()
}

/// Some 100 kB that pack about as well as a device file does.
fn device_file() -> Vec<u8> {
    (0..100_000_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> if i % 3 == 0 { 24 } else { 30 }) as u8).collect()
}

async fn keep(roster: &Roster, activity: &Activity, raw: &Raw, encoded: &Encoded) {
    let mut w = roster.write().await.expect("begins");
    w.insert_source(raw, BATCH, now(), Some(ADA), None).await.expect("kept");
    w.insert_activity(activity, encoded).await.expect("kept");
    let id = JournalId(Uuid::from_u128(activity.id.0.as_u128() << 8));
    commit(w, id).await;
}

async fn commit(w: store::Write, id: JournalId) {
    let entry = Entry {
        id,
        at: now(),
        author: "bench".to_owned(),
        action: "import-files",
        athlete: Some(ADA),
        subject: None,
        before: serde_json::Value::Null,
    };
    w.commit(entry).await.expect("committed");
}

fn roster(c: &mut Criterion) {
    let runtime = Runtime::new().expect("a runtime");
    let folder = tempfile::tempdir().expect("a folder");
    let roster = runtime.block_on(async {
        let roster = Roster::create(&folder.path().join("bench.trackside"), "bench", now()).await.expect("created");
        let mut w = roster.write().await.expect("begins");
        let author = "bench".to_owned();
        let batch = NewBatch { id: BATCH, at: now(), author, source: "files", request: serde_json::Value::Null };
        let name = "Ada Fell".to_owned();
        let zone = "UTC".to_owned();
        let ada = Athlete { id: ADA, name, sex: None, born: None, zone, squad: None, unassigned: false };
        w.insert_athlete(&ada).await.expect("inserted");
        w.insert_batch(&batch).await.expect("inserted");
        commit(w, JournalId(Uuid::from_u128(3))).await;
        roster
    });
    let bytes = device_file();
    let encoded = Encoded::of(&channels()).expect("packs");
    let mut number = 0;
    let mut next = || {
        number += 1;
        let activity = activity(number);
        let raw = Raw::of(&activity.source, "run.fit", &bytes).expect("packs");
        (activity, raw)
    };
    for _ in 0..180 {
        let (activity, raw) = next();
        runtime.block_on(keep(&roster, &activity, &raw, &encoded));
    }

    let mut group = c.benchmark_group("reading a roster");
    group.bench_function("list 180 activities", |b| {
        b.iter(|| runtime.block_on(roster.activities(ADA, None, None, Some(180))).expect("reads").len());
    });
    group.bench_function("read six channels of an hour", |b| {
        let id = activity(1).id;
        b.iter(|| runtime.block_on(roster.channels(id, &[])).expect("reads").len());
    });
    group.finish();

    let mut group = c.benchmark_group("keeping one file of an hour");
    group.bench_function("in a roster", |b| {
        b.iter_batched(
            &mut next,
            |(activity, raw)| runtime.block_on(keep(&roster, &activity, &raw, &encoded)),
            BatchSize::SmallInput,
        );
    });
    let hash = ContentHash(String::new());
    let size = Raw::of(&hash, "run.fit", &bytes).expect("packs").packed_size() + encoded.size();
    let plain = vec![7; size];
    let mut file = std::fs::File::create(folder.path().join("plain")).expect("a file");
    group.bench_function("floor (its packed bytes appended to a file)", |b| {
        b.iter(|| file.write_all(black_box(&plain)).and_then(|()| file.flush()));
    });
    group.finish();
}

criterion_group!(benches, roster);
criterion_main!(benches);
