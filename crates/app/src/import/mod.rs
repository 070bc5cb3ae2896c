//! Import: bytes to activities, one transaction a file. What one file does never depends on whether an earlier import was
//! interrupted, so that running it again after a crash ends where an undisturbed import would have.

mod assign;
mod gather;
mod keep;
mod whose;

use std::collections::BTreeSet;

use contract::import::{BatchView, FileReport, ImportFiles, ImportReport, ImportUploads, ListBatches, Outcome};
use contract::{Done, Topic, Touched};
use domain::athlete::Athlete;
use domain::id::{AthleteId, BatchId, TaskId};
use domain::words::Words;
use exchange::{ExchangeFault, Parsed};
use futures::{StreamExt, stream};
use store::Roster;

use crate::{Answer, App, AppFault, effort};
use gather::Found;

/// Files read and decoded ahead of the writer. Two cores decode while one connection writes.
const AHEAD: usize = 4;

/// Files after which screens are told what moved so far, so that a large import fills them as it goes.
const SHOWN_EVERY: usize = 100;

/// A file, read and decoded.
pub(crate) struct Decoded {
    name: String,
    hash: domain::id::ContentHash,
    raw: Result<store::Raw, store::StoreFault>,
    parsed: Result<Parsed, ExchangeFault>,
}

impl Answer for ImportFiles {
    async fn answer(self, app: &App) -> Result<Done<ImportReport>, AppFault> {
        let paths = self.paths;
        let found = tokio::task::spawn_blocking(move || gather::walk(&paths))
            .await
            .map_err(|source| AppFault::Panicked { said: source.to_string() })?;
        import(app, found, self.athlete, self.task).await
    }
}

impl Answer for ImportUploads {
    async fn answer(self, app: &App) -> Result<Done<ImportReport>, AppFault> {
        import(app, gather::uploads(self.files), self.athlete, self.task).await
    }
}

impl Answer for ListBatches {
    async fn answer(self, app: &App) -> Result<Vec<BatchView>, AppFault> {
        let batches = app.roster().await?.batches().await?.into_iter();
        let view = |b: store::Batch| BatchView {
            id: b.id,
            at: b.at,
            author: b.author,
            files: b.files,
            activities: b.activities,
        };
        Ok(batches.map(view).collect())
    }
}

/// Imports what was found, in order.
pub(crate) async fn import(
    app: &App,
    found: Vec<Found>,
    athlete: Option<AthleteId>,
    task: Option<TaskId>,
) -> Result<Done<ImportReport>, AppFault> {
    let roster = app.roster().await?;
    if let Some(named) = athlete {
        app.athlete(&roster, named).await?;
    }
    let mut running = app.begin(task, found.len());
    let mut batch = Batch { id: app.id(BatchId), begun: false };
    let mut report = ImportReport { batch: batch.id, files: Vec::with_capacity(found.len()), cancelled: false };
    let mut moved = BTreeSet::new();
    let mut met = BTreeSet::new();
    // Tasks of their own: a future that is only polled between two writes could sit on a connection the writer waits for.
    let mut decoded = stream::iter(found).map(|one| tokio::spawn(look(roster.clone(), one))).buffered(AHEAD);
    while let Some(looked) = decoded.next().await {
        let looked = looked.map_err(|source| AppFault::Panicked { said: source.to_string() })?;
        if running.is_cancelled() {
            report.cancelled = true;
            break;
        }
        let file = match looked? {
            Looked::Unreadable { name, source } => refused(name, &source.to_string(), "import-cannot-open"),
            Looked::Known(seen) => seen.report,
            Looked::Fresh(decoded) => keep::keep(app, &roster, &mut batch, *decoded, athlete, &mut moved).await?,
        };
        running.step(&file.path);
        if (report.files.len() + 1).is_multiple_of(SHOWN_EVERY) {
            app.tell(&moved);
        }
        met.extend(whose::owner_of(&roster, &file).await?);
        report.files.push(file);
    }
    drop(decoded);
    // Duplicates count too: an import that was interrupted before this step is made whole by running it again.
    for id in met {
        let athlete: Athlete = app.athlete(&roster, id).await?;
        if effort::settle(app, &roster, &athlete).await? > 0 {
            moved.insert(Touched { athlete: Some(id), topic: Topic::Activities });
        }
    }
    Ok(app.done(report, moved.into_iter().collect()))
}

/// The batch row is written with the first file that is kept, so that an import of duplicates leaves no empty batch.
pub(crate) struct Batch {
    id: BatchId,
    begun: bool,
}

enum Looked {
    Unreadable { name: String, source: std::io::Error },
    Known(Seen),
    Fresh(Box<Decoded>),
}

struct Seen {
    report: FileReport,
}

/// Reads, hashes and (unless the same bytes are here already) decodes one file, off the async threads.
async fn look(roster: Roster, found: Found) -> Result<Looked, AppFault> {
    let blocked = |source: tokio::task::JoinError| AppFault::Panicked { said: source.to_string() };
    let name = found.name.clone();
    let read = tokio::task::spawn_blocking(move || found.read().map(|bytes| (exchange::identity(&bytes), bytes)));
    let (hash, bytes) = match read.await.map_err(blocked)? {
        Ok(read) => read,
        Err(source) => return Ok(Looked::Unreadable { name, source }),
    };
    if let Some(seen) = roster.source(&hash).await? {
        return Ok(Looked::Known(Seen { report: duplicate(&roster, name, seen).await? }));
    }
    let decoded = tokio::task::spawn_blocking(move || Decoded {
        parsed: exchange::read(&name, &bytes),
        raw: store::Raw::of(&hash, &name, &bytes),
        name,
        hash,
    });
    Ok(Looked::Fresh(Box::new(decoded.await.map_err(blocked)?)))
}

/// The report of bytes that are here already, naming the first file that brought them.
pub(crate) async fn duplicate(roster: &Roster, name: String, seen: store::SourceSeen) -> Result<FileReport, AppFault> {
    let owner = match seen.athlete {
        Some(id) => roster.athlete(id).await?.map(|athlete| athlete.name),
        None => None,
    };
    let day = seen.at.format("%Y-%m-%d").to_string();
    let message = Words::english().say_with("import-duplicate", &[("first", seen.name.into()), ("day", day.into())]);
    Ok(FileReport {
        path: name,
        outcome: Outcome::Duplicate,
        activities: seen.activities,
        wellness: 0,
        athlete: owner,
        guess: None,
        repairs: Vec::new(),
        message,
    })
}

/// The report of a file that was not kept.
pub(crate) fn refused(name: String, detail: &str, key: &str) -> FileReport {
    let message = Words::english().say_with(key, &[("detail", detail.into())]);
    FileReport {
        path: name,
        outcome: Outcome::Refused,
        activities: Vec::new(),
        wellness: 0,
        athlete: None,
        guess: None,
        repairs: Vec::new(),
        message,
    }
}

/// The sample club's files, as if a person had dropped them.
pub(crate) fn sample_files(files: Vec<sample::SampleFile>) -> Vec<Found> {
    files.into_iter().map(|file| Found::here(file.path, file.bytes)).collect()
}
