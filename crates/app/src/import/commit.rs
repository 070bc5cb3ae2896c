//! Bringing in what was previewed: the files are read again, and one that is no longer what was looked at stays out.

use contract::import::{CommitImport, ImportReport};
use contract::{Done, Work};
use domain::id::BatchId;

use super::request::{Chosen, Request, Row, Whence, items};
use super::run::{Job, run};
use super::stage;
use crate::{Answer, App, AppFault};

impl Answer for CommitImport {
    async fn answer(self, app: &App) -> Result<Done<ImportReport>, AppFault> {
        let roster = app.whole().await?;
        for named in self.choices.iter().filter_map(|choice| choice.athlete) {
            app.athlete(&roster, named).await?;
        }
        let mut place = app.0.importing.preview.lock().await;
        let asked = || AppFault::NoSuchPreview { asked: self.preview.to_string() };
        let waiting = place.as_ref().filter(|waiting| waiting.preview.id == self.preview).ok_or_else(asked)?;
        let mut rows: Vec<Row> = waiting
            .files
            .iter()
            .map(|(found, hash)| Row { path: found.path.clone(), hash: hash.clone(), chosen: Chosen::default() })
            .collect();
        let last = rows.len().saturating_sub(1) as f64;
        for choice in &self.choices {
            let value = f64::from(choice.row);
            let row = rows.get_mut(choice.row as usize);
            row.ok_or(AppFault::OutOfRange { what: "row", value, low: 0.0, high: last })?.chosen = choice.into();
        }
        let Some(waiting) = place.take() else { return Err(asked()) };
        drop(place);
        let from = waiting.from;
        let source = from.source();
        let found = waiting.files.into_iter().map(|(found, _)| found).collect();
        let items = items(found, Some(&rows), &[]);
        let running = app.begin(self.task, Work::Import, items.len());
        let request = Request { from: from.clone(), athlete: waiting.athlete, rows: Some(rows) };
        let job = Job { batch: app.id(BatchId), source, request, items, before: None, quiet: false };
        let done = run(app, &roster, job, running).await?;
        if let Whence::Staged(stage) = from {
            stage::clear(&app.0.place, stage);
        }
        Ok(done)
    }
}
