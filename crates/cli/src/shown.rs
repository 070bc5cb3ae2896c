//! Progress on standard error, and small reports.

use app::App;
use contract::Fault;
use contract::domain::id::TaskId;
use std::io::IsTerminal;

/// Prints a task's progress on standard error while it runs, where a person looks on.
pub(crate) fn progress(app: &App, task: TaskId) {
    if !std::io::stderr().is_terminal() {
        return;
    }
    let mut told = app.progress();
    tokio::spawn(async move {
        while let Ok(step) = told.recv().await {
            if step.task != task {
                continue;
            }
            if step.finished {
                eprintln!();
                break;
            }
            eprint!("\r\x1b[K{}/{} {}", step.done, step.total, step.at);
        }
    });
}

/// What `sample` wrote.
pub(crate) fn sample(written: &app::SampleWritten, as_json: bool) -> Result<(), Fault> {
    if as_json {
        println!("{}", serde_json::json!({ "folder": written.folder, "files": written.files, "bytes": written.bytes }));
    } else {
        println!("{} made-up device files ({} bytes) in {}", written.files, written.bytes, written.folder.display());
    }
    Ok(())
}
