//! A batch while it is written: its row, the reports of its files, how it ends. What brought nothing is written together
//! with the next file that did, so that a folder of known files costs one transaction.

use contract::import::{BatchSource, FileReport, Outcome};
use domain::id::{AthleteId, BatchId};
use serde_json::{Value as Json, json};
use store::{NewBatch, Roster, Write};

use super::request::Request;
use crate::{App, AppFault};

/// The book of one batch.
pub(crate) struct Ledger {
    app: App,
    roster: Roster,
    pub(crate) batch: BatchId,
    source: BatchSource,
    request: Request,
    /// The batch's row is written.
    begun: bool,
    waiting: Vec<(u32, FileReport)>,
}

impl Ledger {
    pub(crate) fn of(
        app: &App,
        roster: &Roster,
        batch: BatchId,
        source: BatchSource,
        request: Request,
        begun: bool,
    ) -> Ledger {
        Ledger { app: app.clone(), roster: roster.clone(), batch, source, request, begun, waiting: Vec::new() }
    }

    /// Writes the batch's row, so that a cut leaves something to go on with.
    pub(crate) async fn begin(&mut self) -> Result<(), AppFault> {
        if self.begun {
            return Ok(());
        }
        let write = self.open().await?;
        self.close(write, "begin-import", None, self.batch.to_string()).await
    }

    /// Opens a transaction and writes what waits.
    pub(crate) async fn open(&mut self) -> Result<Write, AppFault> {
        let mut write = self.roster.write().await?;
        if !self.begun {
            let batch = NewBatch {
                id: self.batch,
                at: self.app.0.clock.now(),
                author: self.app.author(),
                source: source_code(self.source),
                request: json!(self.request),
            };
            write.insert_batch(&batch).await?;
        }
        for (position, report) in &self.waiting {
            note(&mut write, self.batch, *position, report).await?;
        }
        Ok(write)
    }

    /// Commits it.
    pub(crate) async fn close(
        &mut self,
        write: Write,
        action: &'static str,
        athlete: Option<AthleteId>,
        subject: String,
    ) -> Result<(), AppFault> {
        write.commit(self.app.entry(action, athlete, Some(subject), Json::Null)).await?;
        self.begun = true;
        self.waiting.clear();
        Ok(())
    }

    /// Notes a file that brought nothing.
    pub(crate) fn later(&mut self, position: u32, report: &FileReport) {
        self.waiting.push((position, report.clone()));
    }

    /// Ends the batch. One of the watched folder that brought nothing and has nothing to tell is never written.
    pub(crate) async fn end(&mut self, state: &'static str, quiet: bool) -> Result<(), AppFault> {
        let nothing = self.waiting.iter().all(|(_, report)| quiet || report.outcome == Outcome::Duplicate);
        if !self.begun && self.source == BatchSource::Watch && nothing {
            return Ok(());
        }
        let mut write = self.open().await?;
        write.end_batch(self.batch, state).await?;
        self.close(write, "end-import", None, self.batch.to_string()).await
    }
}

/// Writes the report of one file.
pub(crate) async fn note(
    write: &mut Write,
    batch: BatchId,
    position: u32,
    report: &FileReport,
) -> Result<(), AppFault> {
    let (hash, outcome) = (report.hash.as_ref(), report.outcome.code());
    Ok(write.insert_batch_file(batch, position, &report.path, hash, outcome, &json!(report)).await?)
}

/// The stable name of where a batch came from.
const fn source_code(source: BatchSource) -> &'static str {
    match source {
        BatchSource::Files => "files",
        BatchSource::Uploads => "uploads",
        BatchSource::Watch => "watch",
        BatchSource::Hand => "hand",
    }
}

/// Where a batch came from, by its stable name.
pub(crate) fn source_of(code: &str) -> BatchSource {
    let all = [BatchSource::Uploads, BatchSource::Watch, BatchSource::Hand];
    all.into_iter().find(|source| source_code(*source) == code).unwrap_or(BatchSource::Files)
}
