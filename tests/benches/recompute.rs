//! Five thousand stored rides of an hour computed again after their FTP changed, by the program itself, beside the floor:
//! reading and unpacking the same channels and nothing else, on as many threads. While it runs, screens are asked for as
//! fast as they answer, and the longest anybody waited is told. Not a criterion benchmark: one run is the measure. The rows
//! go to `target/tmp/measured`, where `cargo xtask bench` finds them.

#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration as Span, Instant};

use app::{App, Clock, Place, SystemClock};
use chrono::{Duration, NaiveDate};
use contract::Call;
use contract::athlete::AddSettings;
use contract::measure::{ListActivities, LoadTrend, LoadWeeks, ShowStale, StaleView};
use contract::roster::Triage;
use domain::activity::{Activity, Identity};
use domain::athlete::Athlete;
use domain::clean::{RepairLimits, clean};
use domain::id::{ActivityId, AthleteId, BatchId, JournalId};
use domain::measures::{self, Curves};
use domain::recording::{ChannelKind, Recording};
use domain::settings::{Basis, Settings};
use domain::unit::{Bpm, Watts};
use exchange::Content;
use serde_json::{Value, json};
use store::{Encoded, EncodedMeasures, Entry, NewBatch, PackedChannel, Raw, Roster};

const RIDES: usize = 5000;
/// Different recordings; the others repeat them on other days.
const DIFFERENT: usize = 40;
/// Activities of one question and of one transaction.
const CHUNK: usize = 16;

type Fault = Box<dyn std::error::Error>;

fn main() -> Result<(), Fault> {
    if !std::env::args().any(|arg| arg == "--bench") {
        return Ok(());
    }
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("club.trackside");
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let (ids, athlete) = runtime.block_on(fill(&path))?;
    let threads = std::thread::available_parallelism().map_or(1, usize::from).min(2);
    let floor = runtime.block_on(floor(&path, &ids, threads))?;
    let told = runtime.block_on(recompute(folder.path(), &path, athlete))?;

    let group = format!("{RIDES} stored rides of an hour");
    let seconds = |span: Span| format!("{:.2} s", span.as_secs_f64());
    let ms = |span: Span| format!("{:.1} ms", span.as_secs_f64() * 1e3);
    let row = |what: &str, value: String, beside: String, times: f64| json!({ "what": format!("{group}: {what}"), "value": value, "beside": beside, "times": times });
    let rows = vec![
        row(
            "computed again after an FTP change",
            seconds(told.all),
            format!("floor read and unpack {}, limit 10 s", seconds(floor)),
            told.all.as_secs_f64() / floor.as_secs_f64(),
        ),
        row("the call that changed it", ms(told.call), "limit 1 s".to_owned(), told.call.as_secs_f64()),
        row(
            &format!("longest wait of {} screens meanwhile", told.screens),
            ms(told.longest),
            format!("the same screens at rest, longest {}", ms(told.rest)),
            told.longest.as_secs_f64() / told.rest.as_secs_f64(),
        ),
    ];
    for row in &rows {
        println!("{}: {} | {} | {:.2}", row["what"], row["value"], row["beside"], row["times"].as_f64().unwrap_or(0.0));
    }
    let measured = Path::new(env!("CARGO_TARGET_TMPDIR")).join("measured");
    std::fs::create_dir_all(&measured)?;
    std::fs::write(measured.join("recompute.json"), serde_json::to_string_pretty(&rows)?)?;
    Ok(())
}

/// Rides as a device records them: second by second, nothing constant.
fn rides() -> Result<Vec<Recording>, Fault> {
    let start = SystemClock.now() - Duration::days(3000);
    let mut rides = Vec::with_capacity(DIFFERENT);
    for n in 0..DIFFERENT as u32 {
        let wobble = |second: u32, size: u32| (second.wrapping_mul(2_654_435_761) >> 16).wrapping_add(n * 7) % size;
        let samples = (0..=3600)
            .map(|second| sample::fit::Sample {
                second,
                position: Some((0.4 + f64::from(second) * 0.000_07, 23.7)),
                altitude: Some(200.0 + f64::from((second + n * 11) % 600) / 20.0),
                heart_rate: u8::try_from(115 + second / 90 + wobble(second / 9, 6)).ok(),
                power: u16::try_from(140 + n + wobble(second, 90) + 60 * u32::from(second / 240 % 2 == 1)).ok(),
                cadence: u8::try_from(84 + wobble(second / 3, 9)).ok(),
                speed: Some(8.0 + f64::from(wobble(second / 2, 20)) / 10.0),
                distance: Some(8.9 * f64::from(second)),
                temperature: Some(16),
                stride: None,
            })
            .collect();
        let spec =
            sample::fit::ActivitySpec { start, serial: Some(4711), samples, seconds: 3600, ..Default::default() };
        let bytes = sample::fit::activity(&spec);
        let contents = exchange::read("ride.fit", &bytes)?.contents;
        let found = contents.into_iter().find_map(|content| match content {
            Content::Activity { recording, .. } => Some(recording),
            _ => None,
        });
        let mut ride = found.ok_or("a ride was written and not read")?;
        clean(&mut ride, &RepairLimits::default());
        rides.push(ride);
    }
    Ok(rides)
}

fn settings(from: NaiveDate, ftp: f64) -> Settings {
    Settings {
        from,
        ftp: Some(Watts(ftp)),
        lthr: Some(Bpm(165.0)),
        hr_max: Some(Bpm(185.0)),
        hr_rest: Some(Bpm(50.0)),
        critical_power: Some(Watts(ftp * 1.02)),
        w_prime: Some(domain::unit::Joules(18_000.0)),
        ..Settings::default()
    }
}

fn entry(action: &'static str) -> Entry {
    Entry {
        id: JournalId(SystemClock.id()),
        at: SystemClock.now(),
        author: "bench".into(),
        action,
        athlete: None,
        subject: None,
        before: Value::Null,
    }
}

/// A roster with an athlete whose numbers all stand on their settings.
async fn fill(path: &Path) -> Result<(Vec<ActivityId>, AthleteId), Fault> {
    let now = SystemClock.now();
    let roster = Roster::create(path, "bench", now).await?;
    let rider: Athlete = testkit::people::athlete(1, "Rider One");
    let batch = BatchId(SystemClock.id());
    let first = (now - Duration::days(4000)).date_naive();
    let settings = settings(first, 250.0);
    let basis = Basis { settings: Some(settings.clone()), sex: rider.sex, ..Basis::default() };
    let mut write = roster.write().await?;
    write.insert_athlete(&rider).await?;
    write.insert_settings(rider.id, &settings).await?;
    let new = NewBatch { id: batch, at: now, author: "bench".into(), source: "files", request: Value::Null };
    write.insert_batch(&new).await?;
    write.commit(entry("fill")).await?;
    let mut packed = Vec::new();
    for ride in rides()? {
        let computed = measures::of(&ride, &basis, None, Curves::Wanted);
        assert!(computed.summary.load.is_some_and(|load| load.points > 20.0), "a ride with power has a load");
        let measured = EncodedMeasures::of(&computed, Curves::Wanted)?;
        packed.push((Encoded::of(&ride.channels)?, measured, ride, computed.summary));
    }
    let mut ids = Vec::with_capacity(RIDES);
    for chunk in (0..RIDES).collect::<Vec<_>>().chunks(100) {
        let mut write = roster.write().await?;
        for &n in chunk {
            let (channels, measured, ride, summary) = &packed[n % DIFFERENT];
            let hash = exchange::identity(format!("ride {n}").as_bytes());
            write.insert_source(&Raw::of(&hash, "ride.fit", b"ride")?, batch, now, Some(rider.id), None).await?;
            let id = ActivityId(SystemClock.id());
            let identity = Identity { id, athlete: rider.id, batch, source: hash, part: 0 };
            let mut activity = Activity::of(identity, ride, summary.clone());
            activity.start = now - Duration::hours(6 + 14 * (RIDES - n) as i64);
            activity.start_local = activity.start.naive_utc();
            write.insert_activity(&activity, channels).await?;
            write.replace_measures(id, measured).await?;
            ids.push(id);
        }
        write.commit(entry("fill")).await?;
    }
    roster.close().await;
    Ok((ids, rider.id))
}

/// Reading and unpacking the same channels, nothing else.
async fn floor(path: &Path, ids: &[ActivityId], threads: usize) -> Result<Span, Fault> {
    let roster = Roster::open(path, SystemClock.now()).await?;
    let without = [ChannelKind::Latitude, ChannelKind::Longitude];
    let begun = Instant::now();
    let mut tasks = Vec::new();
    for part in ids.chunks(ids.len().div_ceil(threads)) {
        let (roster, part) = (roster.clone(), part.to_vec());
        tasks.push(tokio::spawn(async move {
            let mut samples = 0;
            for chunk in part.chunks(CHUNK) {
                let read = roster.packed_activities(chunk, &without).await.expect("reads");
                let unpacked = tokio::task::spawn_blocking(move || {
                    let unpack = |channel: &PackedChannel| channel.unpack().expect("unpacks").ms.len();
                    read.iter().flat_map(|(_, channels)| channels).map(unpack).sum::<usize>()
                });
                samples += unpacked.await.expect("unpacked");
            }
            samples
        }));
    }
    let mut samples = 0;
    for task in tasks {
        samples += task.await?;
    }
    let spent = begun.elapsed();
    assert!(samples > ids.len() * 3600 * 5, "every channel is unpacked: {samples}");
    roster.close().await;
    Ok(spent)
}

struct Told {
    all: Span,
    call: Span,
    screens: usize,
    longest: Span,
    rest: Span,
}

async fn ask<C: Call>(app: &App, call: &C) -> Result<String, Fault> {
    Ok(app::dispatch(app, C::NAME, &serde_json::to_string(call)?).await?)
}

/// A round of what a coach looks at. The longest wait.
async fn screens(app: &App, athlete: AthleteId, today: NaiveDate) -> Result<(usize, Span), Fault> {
    let mut longest = Span::ZERO;
    let from = Some(today - Duration::days(90));
    for screen in 0..4 {
        let begun = Instant::now();
        match screen {
            0 => drop(ask(app, &ListActivities { athlete, from, to: None, limit: Some(50) }).await?),
            1 => drop(ask(app, &LoadTrend { athlete, from: None, to: None }).await?),
            2 => drop(ask(app, &LoadWeeks { athlete, from: None, to: None }).await?),
            _ => drop(ask(app, &Triage { on: None }).await?),
        }
        longest = longest.max(begun.elapsed());
    }
    Ok((4, longest))
}

async fn waiting(app: &App) -> Result<StaleView, Fault> {
    Ok(serde_json::from_str(&ask(app, &ShowStale { athlete: None }).await?)?)
}

async fn recompute(folder: &Path, path: &Path, athlete: AthleteId) -> Result<Told, Fault> {
    let app = App::new(Place::in_folder(&folder.join("home")), Arc::new(SystemClock));
    app.open_or_create(path).await?;
    let today = app.today();
    assert_eq!(waiting(&app).await?.waiting, 0, "everything stands on its settings");
    let mut rest = Span::ZERO;
    for _ in 0..3 {
        rest = rest.max(screens(&app, athlete, today).await?.1);
    }
    let mut progress = app.progress();
    let begun = Instant::now();
    let changed = AddSettings { athlete, settings: settings(today - Duration::days(4000), 262.0) };
    ask(&app, &changed).await?;
    let call = begun.elapsed();
    let done = tokio::spawn(async move {
        loop {
            // A listener that fell behind hears the end all the same.
            match progress.recv().await {
                Ok(told) if told.finished => return Instant::now(),
                Ok(_) | Err(tokio::sync::broadcast::error::RecvError::Lagged(_)) => {}
                Err(tokio::sync::broadcast::error::RecvError::Closed) => return Instant::now(),
            }
        }
    });
    let (mut asked, mut longest) = (0, Span::ZERO);
    while !done.is_finished() {
        let (more, wait) = screens(&app, athlete, today).await?;
        asked += more;
        longest = longest.max(wait);
        // A coach is not a benchmark: some looks a second.
        tokio::time::sleep(Span::from_millis(150)).await;
    }
    let all = done.await? - begun;
    let view = waiting(&app).await?;
    assert_eq!((view.waiting, view.task), (0, None), "all of it was computed");
    assert_eq!(view.audit.first().map(|line| line.changed), Some(RIDES as u32), "and its loads moved");
    app.close().await;
    Ok(Told { all, call, screens: asked, longest, rest })
}
