//! Import: bytes to activities, one transaction a file. What one file does never depends on whether an earlier import was
//! interrupted, so that going on after a crash ends where an undisturbed import would have.
//!
//! The way of a file: `gather` finds it, `look` reads and decodes it ahead, `decide` says in order whose it is and what it
//! is the same as, and then either `preview` shows that or `keep` writes it.

mod assign;
mod changed;
mod club;
mod columns;
mod commit;
mod decide;
mod gather;
mod keep;
mod ledger;
mod link;
mod look;
mod neighbours;
mod prepared;
mod preview;
mod report;
mod request;
mod resume;
mod row;
mod run;
mod said;
mod shelf;
mod stage;
#[cfg(test)]
pub(crate) mod tests;
mod undo;
mod watch;
mod words;

use contract::import::{BatchSource, ImportFiles, ImportReport};
use contract::{Done, Work};
use domain::id::{AthleteId, BatchId, TaskId};
use store::Roster;

use crate::tasks::Running;
use crate::{Answer, App, AppFault, Place};
use request::{Request, Whence, items};
use run::{Job, run};

pub(crate) use gather::Found;
pub(crate) use prepared::place;
pub(crate) use run::Importing;
pub(crate) use watch::rewatch;
pub(crate) use words::why_same;

/// Takes away what nobody came back to.
pub(crate) fn tidy(place: &Place, now: chrono::DateTime<chrono::Utc>) {
    stage::sweep(place, now);
}

impl Answer for ImportFiles {
    async fn answer(self, app: &App) -> Result<Done<ImportReport>, AppFault> {
        let roster = app.whole().await?;
        let running = app.begin(self.task, Work::Import, 0);
        let request = Request { from: Whence::Paths(self.paths), athlete: self.athlete, rows: None };
        start(app, &roster, request, BatchSource::Files, running).await
    }
}

/// Begins a batch with everything a request names.
async fn start(
    app: &App,
    roster: &Roster,
    request: Request,
    source: BatchSource,
    mut running: Running<'_>,
) -> Result<Done<ImportReport>, AppFault> {
    if let Some(named) = request.athlete {
        app.athlete(roster, named).await?;
    }
    let found = request.from.clone().gather(app, running.go_on()).await?;
    let items = items(found, request.rows.as_deref(), &[]);
    running.of(items.len());
    let job = Job { batch: app.id(BatchId), source, request, items, before: None, quiet: false };
    run(app, roster, job, running).await
}

/// Imports files that are at hand, in order. One that was cut in the middle goes on as the same batch.
pub(crate) async fn import(
    app: &App,
    found: Vec<Found>,
    athlete: Option<AthleteId>,
    task: Option<TaskId>,
) -> Result<Done<ImportReport>, AppFault> {
    let roster = app.whole().await?;
    let request = Request { from: Whence::here(&found), athlete, rows: None };
    let running = app.begin(task, Work::Import, found.len());
    if let Some(batch) = resume::interrupted(app, &roster, &request).await? {
        return resume::go_on(app, &roster, batch, request, found, running).await;
    }
    at_hand(app, &roster, found, request, BatchSource::Files, running).await
}

/// Imports one file at hand, as a batch of its own.
pub(crate) async fn bring(
    app: &App,
    found: Found,
    athlete: Option<AthleteId>,
    source: BatchSource,
) -> Result<ImportReport, AppFault> {
    let roster = app.whole().await?;
    let found = vec![found];
    let request = Request { from: Whence::here(&found), athlete, rows: None };
    Ok(at_hand(app, &roster, found, request, source, app.begin(None, Work::Import, 1)).await?.value)
}

async fn at_hand(
    app: &App,
    roster: &Roster,
    found: Vec<Found>,
    request: Request,
    source: BatchSource,
    running: Running<'_>,
) -> Result<Done<ImportReport>, AppFault> {
    let items = items(found, None, &[]);
    let job = Job { batch: app.id(BatchId), source, request, items, before: None, quiet: false };
    run(app, roster, job, running).await
}

/// The sample club's files, as if a person had dropped them.
pub(crate) fn sample_files(files: Vec<sample::SampleFile>) -> Vec<Found> {
    files.into_iter().map(|file| Found::here(file.path, file.bytes)).collect()
}
