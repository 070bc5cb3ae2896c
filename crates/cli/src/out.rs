//! The commands that write files for elsewhere: an activity, everything about an athlete.

use std::path::PathBuf;

use app::App;
use clap::ValueEnum;
use contract::Fault;
use contract::domain::id::TaskId;
use contract::domain::words::Words;
use contract::entry::{ActivityFormat, ExportActivity, ExportAthlete, Exported};

use crate::ask::ask;
use crate::imports::told;

/// A format an activity can leave in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// The bytes as they were imported.
    Original,
    /// A device file.
    Fit,
    /// Training Center XML.
    Tcx,
    /// GPS exchange XML, with positions only.
    Gpx,
    /// A table, one row a sample.
    Csv,
}

impl From<Format> for ActivityFormat {
    fn from(format: Format) -> ActivityFormat {
        match format {
            Format::Original => ActivityFormat::Original,
            Format::Fit => ActivityFormat::Fit,
            Format::Tcx => ActivityFormat::Tcx,
            Format::Gpx => ActivityFormat::Gpx,
            Format::Csv => ActivityFormat::Csv,
        }
    }
}

/// `export`.
pub(crate) async fn activity(
    app: &App,
    id: &str,
    format: Format,
    out: Option<PathBuf>,
    as_json: bool,
) -> Result<(), Fault> {
    let id = id.parse().map_err(|_| app::no_such_activity(id))?;
    let request = ExportActivity { id, format: format.into(), folder: folder(out) };
    told(&ask(app, &request).await?, as_json, exported)
}

/// `export-athlete`.
pub(crate) async fn athlete(app: &App, name: &str, out: Option<PathBuf>, as_json: bool) -> Result<(), Fault> {
    let athlete = app.athlete_named(name).await?.id;
    let task = TaskId(app::new_id());
    if !as_json {
        crate::shown::progress(app, task);
    }
    let request = ExportAthlete { athlete, folder: folder(out), task: Some(task) };
    told(&ask(app, &request).await?, as_json, exported)
}

fn folder(out: Option<PathBuf>) -> Option<String> {
    out.map(|out| out.to_string_lossy().into_owned())
}

/// Prints where a file went and what is not in it.
pub(crate) fn exported(file: &Exported) {
    println!("{} ({} bytes)", file.path, file.bytes);
    if !file.left_out.is_empty() {
        println!("{}", Words::here().say("cli-left-out"));
        for line in &file.left_out {
            println!("  {line}");
        }
    }
}
