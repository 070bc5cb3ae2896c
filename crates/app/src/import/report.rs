//! What became of earlier imports: the list, the kept report, and the report as a table.

use std::path::PathBuf;

use contract::entry::Exported;
use contract::import::{
    BatchState, BatchView, ExportReport, FileReport, ImportReport, ListBatches, Outcome, ShowImport,
};
use domain::words::Words;
use store::Batch;

use super::ledger::source_of;
use super::look::blocking;
use super::resume::{batch, reports};
use super::words::{repair, sentences};
use crate::exports::write_new;
use crate::{Answer, App, AppFault};

impl Answer for ListBatches {
    async fn answer(self, app: &App) -> Result<Vec<BatchView>, AppFault> {
        let batches = app.roster().await?.batches().await?.into_iter();
        Ok(batches.map(|batch| view(app, batch)).collect())
    }
}

fn view(app: &App, batch: Batch) -> BatchView {
    let state = match batch.state.as_str() {
        _ if batch.undone => BatchState::Undone,
        _ if app.0.importing.runs(batch.id) => BatchState::Running,
        "running" => BatchState::Interrupted,
        "cancelled" => BatchState::Cancelled,
        _ => BatchState::Done,
    };
    let count = |outcome: Outcome| {
        let found = batch.outcomes.iter().find(|(code, _)| code == outcome.code());
        found.map(|(_, count)| (outcome, *count)).filter(|(_, count)| *count > 0)
    };
    BatchView {
        id: batch.id,
        at: batch.at,
        source: source_of(&batch.source),
        state,
        files: batch.files,
        outcomes: Outcome::ALL.into_iter().filter_map(count).collect(),
        activities: batch.activities,
        author: batch.author,
    }
}

impl Answer for ShowImport {
    async fn answer(self, app: &App) -> Result<ImportReport, AppFault> {
        let roster = app.roster().await?;
        let batch = batch(&roster, self.batch).await?;
        let files = reports(&roster, batch.id).await?;
        Ok(ImportReport { batch: batch.id, files, cancelled: batch.state == "cancelled", changed: Vec::new() })
    }
}

impl Answer for ExportReport {
    async fn answer(self, app: &App) -> Result<Exported, AppFault> {
        let roster = app.roster().await?;
        let batch = batch(&roster, self.batch).await?;
        let folder = self.folder.map_or_else(|| app.0.place.documents.clone(), PathBuf::from);
        let unwritable = |error: csv::Error| AppFault::Unwritable { path: folder.clone(), source: error.into() };
        let bytes = table(&reports(&roster, batch.id).await?).map_err(unwritable)?;
        let size = bytes.len() as u64;
        let at = batch.at.with_timezone(&app.0.clock.zone()).format("%Y-%m-%d %H%M");
        let stem = format!("{} {at}", Words::here().say("report-file"));
        let path = blocking(move || write_new(&folder, &stem, "csv", &bytes)).await??;
        Ok(Exported { path: path.to_string_lossy().into_owned(), bytes: size, left_out: Vec::new() })
    }
}

const HEADINGS: [&str; 11] = [
    "file",
    "outcome",
    "athlete",
    "why",
    "activities",
    "wellness",
    "templates",
    "sessions",
    "repairs",
    "message",
    "hash",
];

/// The report as comma-separated values with a heading for each column.
fn table(files: &[FileReport]) -> Result<Vec<u8>, csv::Error> {
    let words = Words::here();
    let mut table = csv::Writer::from_writer(Vec::new());
    let mut rows = vec![HEADINGS.map(|heading| words.say(&format!("report-heading-{heading}"))).to_vec()];
    rows.extend(files.iter().map(|file| {
        let repairs = sentences(file.repairs.iter().map(repair));
        vec![
            harmless(&file.path),
            words.say(&format!("screen-outcome-{}", file.outcome.code())),
            harmless(file.athlete.as_deref().unwrap_or_default()),
            file.guess.clone().unwrap_or_default(),
            file.activities.len().to_string(),
            file.wellness.to_string(),
            file.templates.to_string(),
            harmless(&file.sessions.join("; ")),
            repairs,
            harmless(&file.message),
            file.hash.as_ref().map_or_else(String::new, ToString::to_string),
        ]
    }));
    for row in rows {
        table.write_record(&row)?;
    }
    table.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}

/// A foreign text that a spreadsheet would take for a formula is marked as text.
fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use domain::recording::{Repair, RepairKind};

    use super::*;

    #[test]
    fn a_report_is_a_table_that_reads_back_and_holds_no_formula() {
        let file = FileReport {
            path: "=cmd|' /C calc'!A0".to_owned(),
            hash: None,
            outcome: Outcome::Refused,
            activities: Vec::new(),
            wellness: 0,
            templates: 0,
            athlete: Some("Ada, Fell".to_owned()),
            guess: None,
            sessions: Vec::new(),
            repairs: vec![Repair { kind: RepairKind::TruncatedTail, channel: None, at_s: None, samples: 1 }],
            message: "Two\nlines.".to_owned(),
        };
        let bytes = table(&[file]).expect("written");
        let mut read = csv::Reader::from_reader(bytes.as_slice());
        let headings: Vec<String> = read.headers().expect("headings").iter().map(str::to_owned).collect();
        assert!(headings.len() == HEADINGS.len() && headings.iter().all(|h| !h.contains("report-")), "{headings:?}");
        let row = read.records().next().expect("a row").expect("reads");
        assert_eq!((&row[0], &row[2], &row[9]), ("'=cmd|' /C calc'!A0", "Ada, Fell", "Two\nlines."));
        assert!(row[8].contains("ends in the middle"), "{}", &row[8]);
    }
}
