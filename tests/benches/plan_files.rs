//! The plan files of a club of two hundred, as an assistant hands them over: all of them verified, shown and taken by the
//! head coach's program, beside the floor: verifying their signatures and nothing else. Not a criterion benchmark: a file can
//! be taken once. The rows go to `target/tmp/measured`, where `cargo xtask bench` finds them.

#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration as Span, Instant};

use app::{App, Clock, Place, SystemClock};
use chrono::Duration;
use contract::Call;
use contract::athlete::SetAvailability;
use contract::board::DraftAll;
use contract::incoming::{ReadPlan, TakeOutcome, TakePlan};
use contract::keyring::FileFrom;
use contract::newcomers::AddAthletes;
use contract::people::ListAthletes;
use contract::plan::{ExportPlan, OverrideSession, ShowWeek};
use domain::availability::Availability;
use domain::id::{AthleteId, SessionId};
use domain::incoming::Would;
use domain::overrides::{Change, ReasonTag};
use domain::week::Week;
use exchange::plan_file;
use serde_json::json;
use tokio::task::JoinSet;

const ATHLETES: usize = 200;
/// How many files are on their way at once, as a page that was handed many of them asks.
const AT_ONCE: usize = 8;
/// The longest it may take, all files together.
const LIMIT: Span = Span::from_millis(500);

type Fault = Box<dyn std::error::Error>;

fn main() -> Result<(), Fault> {
    if !std::env::args().any(|arg| arg == "--bench") {
        return Ok(());
    }
    let folder = tempfile::tempdir()?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let (files, head) = runtime.block_on(handed_over(folder.path()))?;
    let begun = Instant::now();
    for file in &files {
        plan_file::read(&std::fs::read(file)?)?;
    }
    let floor = begun.elapsed();
    let (read, taken) = runtime.block_on(take(&head, &files))?;

    let ms = |span: Span| format!("{:.0} ms", span.as_secs_f64() * 1e3);
    let times = |span: Span| span.as_secs_f64() / floor.as_secs_f64();
    let row = |what: &str, span: Span| {
        let what = format!("plan files of {ATHLETES} athletes: {what}");
        let beside = format!("floor signatures alone {}, limit {}", ms(floor), ms(LIMIT));
        json!({ "what": what, "value": ms(span), "beside": beside, "times": times(span) })
    };
    let rows = [row("verified and shown", read), row("verified and taken", taken)];
    for row in &rows {
        println!("{}: {} | {} | {:.2}", row["what"], row["value"], row["beside"], row["times"].as_f64().unwrap_or(0.0));
    }
    let measured = Path::new(env!("CARGO_TARGET_TMPDIR")).join("measured");
    std::fs::create_dir_all(&measured)?;
    std::fs::write(measured.join("plan-files.json"), serde_json::to_string_pretty(&rows)?)?;
    Ok(())
}

fn person(folder: &Path, name: &str) -> App {
    let place = Place { author: name.to_owned(), ..Place::in_folder(&folder.join(name)) };
    App::new(place, Arc::new(SystemClock))
}

async fn ask<C: Call>(app: &App, request: &C) -> Result<C::Reply, Fault> {
    let reply = app::dispatch(app, C::NAME, &serde_json::to_string(request)?).await?;
    Ok(serde_json::from_str(&reply)?)
}

/// A drafted club that two people have; one of them changes a session of everybody's week and exports it. The files, and the
/// other one's program.
async fn handed_over(folder: &Path) -> Result<(Vec<PathBuf>, App), Fault> {
    let (assistant, head) = (person(folder, "Assistant"), person(folder, "Head"));
    let (ours, theirs) = (folder.join("Club.trackside"), folder.join("Copy.trackside"));
    assistant.open_or_create(&ours).await?;
    let text: String = (0..ATHLETES).map(|n| format!("Runa Hollis {n}\n")).collect();
    ask(&assistant, &AddAthletes { text, zone: None, look: false }).await?;
    let athletes: Vec<AthleteId> = ask(&assistant, &ListAthletes {}).await?.iter().map(|person| person.id).collect();
    let today = SystemClock.now().date_naive();
    let availability =
        Availability { from: today - Duration::days(7), minutes: [Some(60); 7], sports: Default::default() };
    for athlete in &athletes {
        ask(&assistant, &SetAvailability { athlete: *athlete, availability: availability.clone() }).await?;
    }
    let week = Week::of(today).next();
    ask(&assistant, &DraftAll { week, squad: None, missing_only: false, task: None }).await?;
    assistant.close().await;
    std::fs::copy(&ours, &theirs)?;

    let assistant = person(folder, "Assistant");
    assistant.open_or_create(&ours).await?;
    let mut files = Vec::new();
    for athlete in athletes {
        let view = ask(&assistant, &ShowWeek { athlete, week }).await?.week.ok_or("a drafted week")?;
        // Scaling a day of rest changes nothing.
        let session = view.effective.sessions.iter().find(|one| one.session.minutes > 0).ok_or("a session")?.id;
        let change = OverrideSession {
            athlete,
            week,
            session: Some(session),
            change: Change::Scale { percent: 80 },
            tag: ReasonTag::Fatigue,
            text: None,
            insist: true,
        };
        ask(&assistant, &change).await?;
        let folder = Some(folder.join("plans").to_string_lossy().into_owned());
        let export = ExportPlan { athlete, week, folder, texts: Vec::new(), seal: None, for_team: false };
        files.push(PathBuf::from(ask(&assistant, &export).await?.value.path));
    }
    assistant.close().await;
    head.open_or_create(&theirs).await?;
    Ok((files, head))
}

/// Every file verified and shown; then every file verified once more and its changed session taken.
async fn take(head: &App, files: &[PathBuf]) -> Result<(Span, Span), Fault> {
    let from = |file: &PathBuf| FileFrom::Path { path: file.to_string_lossy().into_owned() };
    let begun = Instant::now();
    let mut wanted: Vec<(String, AthleteId, SessionId)> = Vec::new();
    for file in files {
        let read = ask(head, &ReadPlan { file: from(file), passphrase: None, athlete: None }).await?;
        let here = read.here.ok_or("known by their identity")?.athlete;
        let session =
            read.sessions.iter().find(|one| one.would != Would::Nothing).ok_or("a changed session")?.theirs.id;
        wanted.push((read.file, here, session));
    }
    let shown = begun.elapsed();
    let begun = Instant::now();
    let mut taking = JoinSet::new();
    let mut left = files.iter().zip(wanted);
    loop {
        while taking.len() < AT_ONCE
            && let Some((file, (read, athlete, session))) = left.next()
        {
            let request = TakePlan {
                file: from(file),
                passphrase: None,
                read,
                athlete,
                sessions: vec![session],
                name: Some("Assistant".to_owned()),
                insist: true,
            };
            let head = head.clone();
            taking.spawn(async move { ask(&head, &request).await.map_err(|fault| fault.to_string()) });
        }
        match taking.join_next().await {
            Some(taken) => match taken??.value {
                TakeOutcome::Taken { made, .. } if !made.is_empty() => {}
                other => return Err(format!("not taken: {other:?}").into()),
            },
            None => break,
        }
    }
    Ok((shown, begun.elapsed()))
}
