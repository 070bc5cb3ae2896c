//! Going on with an import that ended in the middle: the same batch, without the files that are reported already.

use contract::import::{FileReport, ImportReport, ResumeImport};
use contract::{Done, Work};
use domain::id::BatchId;
use store::{Batch, Roster};

use super::gather::Found;
use super::ledger::source_of;
use super::request::{Request, Whence, items};
use super::run::{Job, run};
use super::stage;
use crate::tasks::Running;
use crate::{Answer, App, AppFault};

impl Answer for ResumeImport {
    async fn answer(self, app: &App) -> Result<Done<ImportReport>, AppFault> {
        let roster = app.whole().await?;
        let batch = batch(&roster, self.batch).await?;
        if app.0.importing.runs(batch.id) {
            return Err(AppFault::BatchRuns);
        }
        if batch.undone || batch.state != "running" {
            return Err(AppFault::BatchEnded);
        }
        let running = app.begin(self.task, Work::Import, 0);
        let request = request(&roster, batch.id).await?.ok_or(AppFault::BytesGone)?;
        let from = request.from.clone();
        let found = match from.clone().gather(app, running.go_on()).await {
            // What was at hand is gone with the program that had it, and so is a waiting place after a day; what came in is
            // whole, and the batch ends with it.
            Err(AppFault::BytesGone | AppFault::NoSuchStage { .. }) => Vec::new(),
            found => found?,
        };
        let done = go_on(app, &roster, batch, request, found, running).await?;
        if let Whence::Staged(stage) = from {
            stage::clear(&app.0.place, stage);
        }
        Ok(done)
    }
}

/// Goes on with a batch.
pub(crate) async fn go_on(
    app: &App,
    roster: &Roster,
    batch: Batch,
    request: Request,
    found: Vec<Found>,
    mut running: Running<'_>,
) -> Result<Done<ImportReport>, AppFault> {
    let before = reports(roster, batch.id).await?;
    let reported: Vec<&str> = before.iter().map(|file| file.path.as_str()).collect();
    let items = items(found, request.rows.as_deref(), &reported);
    running.of(items.len());
    let source = source_of(&batch.source);
    let job = Job { batch: batch.id, source, request, items, before: Some(before), quiet: false };
    run(app, roster, job, running).await
}

/// The batch with this identity.
pub(crate) async fn batch(roster: &Roster, id: BatchId) -> Result<Batch, AppFault> {
    roster.batch(id).await?.ok_or(AppFault::NoSuchBatch { asked: id.to_string() })
}

/// The batch of the same request that was cut in the middle, if there is one.
pub(crate) async fn interrupted(app: &App, roster: &Roster, wanted: &Request) -> Result<Option<Batch>, AppFault> {
    for batch in roster.batches().await? {
        let open = batch.state == "running" && !batch.undone && !app.0.importing.runs(batch.id);
        if open && request(roster, batch.id).await?.as_ref() == Some(wanted) {
            return Ok(Some(batch));
        }
    }
    Ok(None)
}

async fn request(roster: &Roster, batch: BatchId) -> Result<Option<Request>, AppFault> {
    let kept = roster.batch_request(batch).await?;
    kept.map(|kept| serde_json::from_value(kept).map_err(AppFault::report)).transpose()
}

/// The reports a batch has so far, in order.
pub(crate) async fn reports(roster: &Roster, batch: BatchId) -> Result<Vec<FileReport>, AppFault> {
    let kept = roster.batch_files(batch).await?;
    kept.into_iter().map(|report| serde_json::from_value(report).map_err(AppFault::report)).collect()
}
