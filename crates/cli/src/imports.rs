//! The commands about imports: bringing files in, looking first, earlier imports and the way back.

use std::path::PathBuf;

use app::App;
use clap::Subcommand;
use contract::Fault;
use contract::domain::id::{BatchId, TaskId};
use contract::domain::words::{Value, Words};
use contract::import::{
    BatchMoved, BatchView, DiscardPreview, ExportReport, FileReport, ImportFiles, ImportReport, ListBatches, Origin,
    Outcome, Preview, PreviewImport, PreviewRow, RedoImport, ResumeImport, ShowImport, UndoImport,
};
use serde::Serialize;
use serde_json::Value as Json;

use crate::ask::{ask, text};

/// What to do with earlier imports.
#[derive(Debug, Subcommand)]
pub(crate) enum Imports {
    /// Every import, newest first.
    List,
    /// What became of each file of an import.
    Show {
        /// Id.
        id: String,
    },
    /// Take an import back, with everything that came with it; the files' bytes are kept.
    Undo {
        /// Id.
        id: String,
    },
    /// Bring an import that was taken back again.
    Redo {
        /// Id.
        id: String,
    },
    /// Go on with an import that ended in the middle.
    Resume {
        /// Id.
        id: String,
    },
    /// Write what became of each file as a table.
    Report {
        /// Id.
        id: String,
        /// Folder; the documents folder if left out.
        #[arg(long)]
        out: Option<PathBuf>,
    },
}

/// `import`.
pub(crate) async fn import(
    app: &App,
    paths: Vec<String>,
    athlete: Option<&str>,
    preview: bool,
    as_json: bool,
) -> Result<(), Fault> {
    let athlete = match athlete {
        Some(name) => Some(app.athlete_named(name).await?.id),
        None => None,
    };
    let task = begin(app, as_json);
    if preview {
        let origin = Origin::Paths(paths);
        let view = ask(app, &PreviewImport { origin, athlete, task }).await?;
        // Only looked at: nothing waits for a decision that this command cannot take.
        ask(app, &DiscardPreview { preview: view.id }).await?;
        return told(&view, as_json, review);
    }
    let done = ask(app, &ImportFiles { paths, athlete, task }).await?;
    told(&done.value, as_json, report)
}

/// `imports ...`.
pub(crate) async fn imports(app: &App, command: Option<Imports>, as_json: bool) -> Result<(), Fault> {
    match command.unwrap_or(Imports::List) {
        Imports::List => told(&ask(app, &ListBatches {}).await?, as_json, |batches| batches.iter().for_each(batch)),
        Imports::Show { id } => told(&ask(app, &ShowImport { batch: which(&id)? }).await?, as_json, report),
        Imports::Undo { id } => {
            let moved = ask(app, &UndoImport { batch: which(&id)? }).await?.value;
            told(&moved, as_json, |moved| println!("{}", moved_words("cli-import-undone", moved)))
        }
        Imports::Redo { id } => {
            let moved = ask(app, &RedoImport { batch: which(&id)? }).await?.value;
            told(&moved, as_json, |moved| println!("{}", moved_words("cli-import-redone", moved)))
        }
        Imports::Resume { id } => {
            let request = ResumeImport { batch: which(&id)?, task: begin(app, as_json) };
            told(&ask(app, &request).await?.value, as_json, report)
        }
        Imports::Report { id, out } => {
            let request =
                ExportReport { batch: which(&id)?, folder: out.map(|out| out.to_string_lossy().into_owned()) };
            told(&ask(app, &request).await?, as_json, crate::out::exported)
        }
    }
}

fn begin(app: &App, as_json: bool) -> Option<TaskId> {
    let task = TaskId(app::new_id());
    if !as_json {
        crate::shown::progress(app, task);
    }
    Some(task)
}

fn which(id: &str) -> Result<BatchId, Fault> {
    id.parse().map_err(|_| app::no_such_import(id))
}

/// Prints a reply as JSON, or for a person.
pub(crate) fn told<T: Serialize>(reply: &T, as_json: bool, print: impl FnOnce(&T)) -> Result<(), Fault> {
    if as_json {
        println!("{}", text(reply)?);
    } else {
        print(reply);
    }
    Ok(())
}

/// The stable code of a value, as it stands in JSON.
fn code<T: Serialize>(value: T) -> String {
    match serde_json::to_value(value) {
        Ok(Json::String(code)) => code,
        _ => String::new(),
    }
}

fn report(report: &ImportReport) {
    report.files.iter().for_each(file);
    let count = |outcome| report.files.iter().filter(|file| file.outcome == outcome).map(|_| 1).sum();
    println!("{}", outcomes(&Outcome::ALL.map(|outcome| (outcome, count(outcome)))));
    if report.cancelled {
        println!("{}", Words::here().say("cli-import-cancelled"));
    }
    for changed in &report.changed {
        let facts = [
            ("athlete", Value::from(changed.name.as_str())),
            ("activities", changed.activities.into()),
            ("wellness", changed.wellness.into()),
            ("before", whole(changed.load_7d.0)),
            ("after", whole(changed.load_7d.1)),
        ];
        println!("{}", Words::here().say_with("cli-import-changed", &facts));
        for flag in &changed.new_flags {
            println!("  + {flag}");
        }
        for flag in &changed.gone_flags {
            println!("  - {flag}");
        }
    }
    println!("{}", Words::here().say_with("cli-import-id", &[("id", report.batch.to_string().into())]));
}

/// Rounded; never minus zero.
fn whole(value: f64) -> Value {
    Value::Number(value.round() + 0.0)
}

fn file(file: &FileReport) {
    let words = Words::here();
    let whose = file.athlete.as_deref().unwrap_or("");
    println!("{:<10} {}  {whose}\n           {}", file.outcome.code(), file.path, file.message);
    for title in &file.sessions {
        println!("           {}", words.say_with("cli-import-session", &[("title", title.as_str().into())]));
    }
    for repair in &file.repairs {
        let key = format!("repair-{}", repair.kind.code());
        println!("           {}", words.say_with(&key, &[("samples", repair.samples.into())]));
    }
}

/// `12 imported, 1 duplicate`: what there is none of is left out.
fn outcomes(counts: &[(Outcome, u32)]) -> String {
    let some: Vec<String> = counts
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(outcome, count)| format!("{count} {}", outcome.code()))
        .collect();
    if some.is_empty() { Words::here().say("cli-import-nothing") } else { some.join(", ") }
}

fn batch(batch: &BatchView) {
    println!(
        "{}  {:<11} {:<8} {:<16} {}  {}",
        batch.at.format("%Y-%m-%d %H:%M"),
        code(batch.state),
        code(batch.source),
        batch.author,
        batch.id,
        outcomes(&batch.outcomes)
    );
}

fn review(view: &Preview) {
    view.rows.iter().for_each(row);
    if view.cancelled {
        println!("{}", Words::here().say("cli-import-cancelled"));
    }
    println!("{}", Words::here().say_with("cli-preview", &[("files", view.rows.len().into())]));
}

fn row(row: &PreviewRow) {
    let whose = row
        .guesses
        .first()
        .map_or_else(String::new, |guess| format!("{} {:.0} %: {}", guess.name, guess.confidence * 100.0, guess.why));
    println!("{:<13} {}  {whose}", code(row.verdict), row.path);
    for activity in &row.activities {
        let km = activity.distance_m.map_or_else(String::new, |m| format!("{:.2} km", m / 1000.0));
        let session = activity.session.as_ref().map_or("", |(_, title)| title.as_str());
        println!(
            "              {} {:<9} {:>6.0} s {km:>9}  {session}",
            activity.start_local.format("%Y-%m-%d %H:%M"),
            activity.sport.code(),
            activity.timer_s
        );
    }
    if let Some(same) = &row.same {
        println!("              = {}: {}", same.file, same.why);
    }
    if !row.message.is_empty() {
        println!("              {}", row.message);
    }
}

fn moved_words(key: &str, moved: &BatchMoved) -> String {
    let facts = [
        ("activities", Value::from(moved.activities)),
        ("wellness", moved.wellness.into()),
        ("devices", moved.devices.into()),
        ("templates", moved.templates.into()),
        ("notes", moved.notes.into()),
    ];
    Words::here().say_with(key, &facts)
}
