//! What a passphrase costs: the same files into two new rosters, one under a passphrase, then opening and the triage table
//! of each, by turns. Not a criterion benchmark: the middle of a few runs is the measure. The rows go to
//! `target/tmp/measured`, where `cargo xtask bench` finds them.

#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration as Span, Instant};

use app::{App, Clock, Place, SystemClock};
use chrono::Duration;
use contract::Call;
use contract::athlete::AddAthlete;
use contract::import::{ImportFiles, Outcome};
use contract::keyring::Secret;
use contract::protect::{ProtectRoster, UnlockRoster};
use contract::roster::Triage;
use serde_json::{Value, json};
use store::{Roster, RosterKey};
use tests::rides::{ATHLETES, write_rides};

const FILES: i64 = 300;
const ROUNDS: usize = 3;
const QUESTIONS: usize = 20;
const PASSPHRASE: &str = "harbour lantern seven oars";

type Fault = Box<dyn std::error::Error>;

/// What one roster took.
#[derive(Debug, Clone, Copy)]
struct Told {
    import: Span,
    open: Span,
    triage: Span,
    bytes: u64,
}

fn main() -> Result<(), Fault> {
    if !std::env::args().any(|arg| arg == "--bench") {
        return Ok(());
    }
    let folder = tempfile::tempdir()?;
    let files = folder.path().join("files");
    write_rides(&files, FILES, SystemClock.now() - Duration::days(60))?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let (mut clear, mut protected) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        let home = |name: &str| folder.path().join(format!("{name}-{round}"));
        clear.push(runtime.block_on(measure(&home("clear"), &files, false))?);
        protected.push(runtime.block_on(measure(&home("protected"), &files, true))?);
    }
    let begun = Instant::now();
    drop(RosterKey::new(PASSPHRASE, [0; 12]));
    let trying = begun.elapsed();

    let ms = |span: Span| format!("{:.1} ms", span.as_secs_f64() * 1e3);
    let row = |what: &str, of: fn(&Told) -> Span| {
        let (ours, floor) = (middle(&protected, of), middle(&clear, of));
        json!({
            "what": format!("a roster of {FILES} files of an hour, under a passphrase: {what}"),
            "value": ms(ours),
            "beside": format!("floor without one {}", ms(floor)),
            "times": ours.as_secs_f64() / floor.as_secs_f64(),
        })
    };
    let bytes = |told: &[Told]| told.iter().map(|one| one.bytes).max().unwrap_or(1) as f64;
    let rows = vec![
        row("import", |told| told.import),
        row("opening, its key known", |told| told.open),
        row("triage table", |told| told.triage),
        json!({
            "what": "trying a passphrase",
            "value": ms(trying),
            "beside": "slow on purpose",
            "times": Value::Null,
        }),
        json!({
            "what": format!("a roster of {FILES} files of an hour, under a passphrase: its size"),
            "value": format!("{:.1} MB", bytes(&protected) / 1e6),
            "beside": format!("floor without one {:.1} MB", bytes(&clear) / 1e6),
            "times": bytes(&protected) / bytes(&clear),
        }),
    ];
    for row in &rows {
        println!("{}: {} | {} | {:.2}", row["what"], row["value"], row["beside"], row["times"].as_f64().unwrap_or(0.0));
    }
    let measured = Path::new(env!("CARGO_TARGET_TMPDIR")).join("measured");
    std::fs::create_dir_all(&measured)?;
    std::fs::write(measured.join("protect.json"), serde_json::to_string_pretty(&rows)?)?;
    Ok(())
}

fn middle(told: &[Told], of: fn(&Told) -> Span) -> Span {
    let mut spans: Vec<Span> = told.iter().map(of).collect();
    spans.sort();
    spans[spans.len() / 2]
}

async fn measure(home: &Path, files: &Path, protect: bool) -> Result<Told, Fault> {
    let path = home.join("club.trackside");
    let app = App::new(Place::in_folder(home), Arc::new(SystemClock));
    app.never_watch();
    app.never_lock();
    app.open_or_create(&path).await?;
    let passphrase = || Secret(PASSPHRASE.to_owned());
    if protect {
        ask(&app, &ProtectRoster { present: None, passphrase: passphrase() }).await?;
    }
    for n in 0..ATHLETES {
        let name = format!("Rider {n:02}");
        ask(&app, &AddAthlete { name, sex: None, born: None, zone: None, squad: None }).await?;
    }
    // The folder as a whole: its subfolders say whose each file is.
    let paths = vec![files.to_string_lossy().into_owned()];
    let begun = Instant::now();
    let report = ask(&app, &ImportFiles { paths, athlete: None, task: None }).await?.value;
    let import = begun.elapsed();
    let taken = report.files.iter().filter(|file| file.outcome == Outcome::Imported).count();
    if i64::try_from(taken)? != FILES {
        return Err(format!("{taken} of {FILES} files were taken").into());
    }
    app.close().await;
    let bytes = std::fs::metadata(&path)?.len();

    let key = if protect { Some(RosterKey::of(&path, PASSPHRASE)?) } else { None };
    let begun = Instant::now();
    let roster = Roster::open_with(&path, key, SystemClock.now()).await?;
    roster.counts().await?;
    let open = begun.elapsed();
    roster.close().await;

    match app.open_or_create(&path).await {
        Err(fault) if fault.needs_passphrase() => {
            ask(&app, &UnlockRoster { passphrase: passphrase(), keep: false }).await?;
        }
        opened => opened?,
    }
    let mut asked = Vec::with_capacity(QUESTIONS);
    for _ in 0..QUESTIONS {
        let begun = Instant::now();
        ask(&app, &Triage { on: None }).await?;
        asked.push(begun.elapsed());
    }
    asked.sort();
    app.close().await;
    Ok(Told { import, open, triage: asked[QUESTIONS / 2], bytes })
}

async fn ask<C: Call>(app: &App, request: &C) -> Result<C::Reply, Fault> {
    let reply = app::dispatch(app, C::NAME, &serde_json::to_string(request)?).await?;
    Ok(serde_json::from_str(&reply)?)
}
