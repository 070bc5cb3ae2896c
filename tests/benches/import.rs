//! A thousand one-hour device files from a folder into a new roster, by the program itself in a process of its own (so
//! that its peak memory is the import's), beside bare decoding of the same files on the same cores. Not a criterion
//! benchmark: one run is the measure. The rows go to `target/tmp/measured`, where `cargo xtask bench` finds them.

#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use app::{App, Clock, Place, SystemClock};
use chrono::Duration;
use contract::Call;
use contract::import::{ImportFiles, ImportReport, Outcome};
use domain::activity::{Activity, Identity};
use domain::clean::{RepairLimits, clean};
use domain::id::{ActivityId, BatchId, JournalId};
use domain::measures::{self, Curves};
use domain::settings::Basis;
use exchange::Content;
use rustyfit::StreamingIterator as _;
use serde_json::{Value, json};
use tests::rides::{ATHLETES, write_rides};

const FILES: i64 = 1000;
/// Files walked through phase by phase in one thread, for the shares.
const PHASED: usize = 100;
/// Set for the process that imports.
const CHILD: &str = "TRACKSIDE_BENCH_IMPORT";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    if let Some(folder) = std::env::var_os(CHILD) {
        return import(Path::new(&folder));
    }
    if !std::env::args().any(|arg| arg == "--bench") {
        return Ok(());
    }
    let folder = tempfile::tempdir()?;
    let files = write_rides(&folder.path().join("files"), FILES, SystemClock.now() - Duration::days(60))?;
    let bytes: u64 = files.iter().map(|file| std::fs::metadata(file).map_or(0, |about| about.len())).sum();
    let threads = std::thread::available_parallelism().map_or(2, usize::from);

    let fast = timed(|| on_all(&files, threads, bare_rustyfit));
    let slow = timed(|| on_all(&files, threads, bare_fitparser));
    let output = Command::new(std::env::current_exe()?).env(CHILD, folder.path()).output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
    }
    let told: Value = serde_json::from_slice(&output.stdout)?;
    let seconds = told["seconds"].as_f64().ok_or("the import told no time")?;
    let megabytes = |bytes: f64| format!("{:.0} MB", bytes / 1e6);
    let raw = bytes as f64;
    let group = format!("{FILES} files of an hour, {} on {threads} cores", megabytes(raw));
    let row = |what: &str, value: String, beside: String, times: Option<f64>| json!({ "what": format!("{group}: {what}"), "value": value, "beside": beside, "times": times });
    let mut rows = vec![
        row(
            &format!("import, {:.0} files/s", FILES as f64 / seconds),
            format!("{seconds:.2} s"),
            format!("peer bare fitparser {slow:.2} s"),
            Some(seconds / slow),
        ),
        row(
            "import beside the faster decoder",
            format!("{seconds:.2} s"),
            format!("floor bare rustyfit {fast:.2} s"),
            Some(seconds / fast),
        ),
        row(
            "roster size",
            megabytes(told["roster"].as_f64().unwrap_or_default()),
            format!("floor raw bytes {}", megabytes(raw)),
            told["roster"].as_f64().map(|size| size / raw),
        ),
    ];
    match told["peak"].as_f64() {
        Some(peak) => rows.push(row("peak memory", megabytes(peak), "limit 300 MB".into(), Some(peak / 300e6))),
        None => println!("peak memory is only told by Linux"),
    }
    let phases = phases(&files[..PHASED.min(files.len())], folder.path())?;
    let all: f64 = phases.iter().map(|(_, seconds)| seconds).sum();
    for (phase, seconds) in phases {
        let each = format!("{:.2} ms a file", seconds * 1e3 / PHASED as f64);
        rows.push(row(&format!("{phase}, one thread"), each, "share of the whole".into(), Some(seconds / all)));
    }
    for row in &rows {
        println!("{}: {} | {} | {:.2}", row["what"], row["value"], row["beside"], row["times"].as_f64().unwrap_or(0.0));
    }
    let measured = Path::new(env!("CARGO_TARGET_TMPDIR")).join("measured");
    std::fs::create_dir_all(&measured)?;
    std::fs::write(measured.join("import.json"), serde_json::to_string_pretty(&rows)?)?;
    Ok(())
}

fn timed(work: impl FnOnce()) -> f64 {
    let begun = Instant::now();
    work();
    begun.elapsed().as_secs_f64()
}

/// Reads every file from disk and hands its bytes on, on as many threads as there are cores.
fn on_all(files: &[PathBuf], threads: usize, work: fn(&[u8]) -> usize) {
    let (next, messages) = (AtomicUsize::new(0), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let bytes = std::fs::read(file).expect("a file just written");
                    messages.fetch_add(work(&bytes), Ordering::Relaxed);
                }
            });
        }
    });
    assert!(messages.into_inner() > files.len() * 3600, "every record is decoded");
}

fn bare_rustyfit(bytes: &[u8]) -> usize {
    let mut decoder = rustyfit::Decoder::new();
    let mut stream = decoder.stream(bytes);
    let mut messages = 0;
    while let Some(Ok(event)) = stream.next() {
        messages += usize::from(matches!(event, rustyfit::DecoderEvent::Message(_)));
    }
    messages
}

fn bare_fitparser(bytes: &[u8]) -> usize {
    fitparser::from_bytes(bytes).expect("a whole file").len()
}

/// The other process: imports the folder and tells how long it took and what it took.
fn import(folder: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let app = App::new(Place::in_folder(&folder.join("home")), Arc::new(SystemClock));
        let roster = folder.join("club.trackside");
        app.open_or_create(&roster).await?;
        for n in 0..ATHLETES {
            let add = json!({ "name": format!("Rider {n:02}"), "sex": null, "born": null, "zone": "Europe/Berlin", "squad": null });
            app::dispatch(&app, "AddAthlete", &add.to_string()).await?;
        }
        let files =
            ImportFiles { paths: vec![folder.join("files").to_string_lossy().into_owned()], athlete: None, task: None };
        let begun = Instant::now();
        let reply = app::dispatch(&app, ImportFiles::NAME, &serde_json::to_string(&files)?).await?;
        let seconds = begun.elapsed().as_secs_f64();
        let report: ImportReport = serde_json::from_value(serde_json::from_str::<Value>(&reply)?["value"].take())?;
        let imported = report.files.iter().filter(|file| file.outcome == Outcome::Imported).count();
        assert_eq!(imported as i64, FILES, "every file counts: {:?}", report.files.iter().find(|f| f.outcome != Outcome::Imported));
        drop(app);
        let size = |path: PathBuf| std::fs::metadata(path).map_or(0, |about| about.len());
        let size = size(roster.clone()) + size(roster.with_extension("trackside-wal"));
        println!("{}", json!({ "seconds": seconds, "peak": peak_memory(), "roster": size }));
        Ok(())
    })
}

/// The most memory this process ever held, bytes.
fn peak_memory() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.trim().parse::<f64>().ok().map(|kilobytes| kilobytes * 1024.0)
}

/// Seconds each phase takes over some files, one after the other in one thread.
fn phases(files: &[PathBuf], folder: &Path) -> Result<Vec<(&'static str, f64)>, Box<dyn std::error::Error>> {
    let bytes: Vec<Vec<u8>> = files.iter().map(std::fs::read).collect::<Result<_, _>>()?;
    let mut recordings = Vec::new();
    let decode = timed(|| {
        for bytes in &bytes {
            let parsed = exchange::read("ride.fit", bytes).expect("a whole file");
            recordings.extend(parsed.contents.into_iter().filter_map(|content| match content {
                Content::Activity { recording, .. } => Some(recording),
                _ => None,
            }));
        }
    });
    let basis = Basis::default();
    let mut computed = Vec::new();
    let compute = timed(|| {
        for recording in &mut recordings {
            clean(recording, &RepairLimits::default());
            computed.push(measures::of(recording, &basis, None, Curves::Wanted));
        }
    });
    let mut packed = Vec::new();
    let pack = timed(|| {
        for ((recording, computed), bytes) in recordings.iter().zip(&computed).zip(&bytes) {
            let hash = exchange::identity(bytes);
            let raw = store::Raw::of(&hash, "ride.fit", bytes).expect("packs");
            let measured = store::EncodedMeasures::of(computed, Curves::Wanted).expect("packs");
            packed.push((raw, store::Encoded::of(&recording.channels).expect("packs"), measured, hash));
        }
    });
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let now = SystemClock.now();
    let roster = runtime.block_on(store::Roster::create(&folder.join("phases.trackside"), "bench", now))?;
    let rider = testkit::people::athlete(1, "Rider 00");
    let athlete = rider.id;
    let batch = BatchId(SystemClock.id());
    let entry = || store::Entry {
        id: JournalId(SystemClock.id()),
        at: now,
        author: "bench".into(),
        action: "import-file",
        athlete: None,
        subject: None,
        before: Value::Null,
    };
    runtime.block_on(async {
        let mut write = roster.write().await?;
        write.insert_athlete(&rider).await?;
        let batch =
            store::NewBatch { id: batch, at: now, author: "bench".into(), source: "files", request: Value::Null };
        write.insert_batch(&batch).await?;
        write.commit(entry()).await
    })?;
    let begun = Instant::now();
    runtime.block_on(async {
        for ((recording, computed), (raw, channels, measured, hash)) in recordings.iter().zip(computed).zip(&packed) {
            let id = ActivityId(SystemClock.id());
            let identity = Identity { id, athlete, batch, source: hash.clone(), part: 0 };
            let activity = Activity::of(identity, recording, computed.summary);
            let mut write = roster.write().await?;
            write.insert_source(raw, batch, now, Some(athlete), None).await?;
            write.insert_activity(&activity, channels).await?;
            write.replace_measures(id, measured).await?;
            write.commit(entry()).await?;
        }
        Ok::<(), store::StoreFault>(())
    })?;
    let write = begun.elapsed().as_secs_f64();
    Ok(vec![("decode", decode), ("clean and measure", compute), ("pack", pack), ("write", write)])
}
