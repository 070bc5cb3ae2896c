//! The window: it opens, carries calls to the program and events back, and lends the system's dialogs.
//!
//! What belongs here: what only an operating system's window needs. What never does: rules, words, and any second
//! command beside `call`.

mod start;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use app::{App, Clock, Place, SystemClock};
use contract::Fault;
use tauri::{Manager, RunEvent, State};

/// What the program is started with.
#[derive(Debug, clap::Parser)]
#[command(name = "trackside-desktop", version, about = "Trackside, a coaching workstation for endurance sports")]
pub struct Wish {
    /// Open the made-up sample club.
    #[arg(long)]
    sample: bool,
    /// Open this roster file, or make it.
    #[arg(long, value_name = "FILE", conflicts_with = "sample")]
    roster: Option<PathBuf>,
    /// A roster or plan file the system was asked to open.
    #[arg(value_name = "FILE", conflicts_with_all = ["sample", "roster"])]
    file: Option<PathBuf>,
}

/// Opens the window and stays until it is closed.
#[must_use]
pub fn open(wish: Wish) -> ExitCode {
    let place = match Place::of_user() {
        Ok(place) => place,
        Err(fault) => {
            // Logs itself; without a folder there is nothing to show a window for.
            drop(fault.told("start", &SystemClock.id()));
            return ExitCode::FAILURE;
        }
    };
    app::log::begin(&place);
    let built = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .manage(App::new(place, Arc::new(SystemClock)))
        .invoke_handler(tauri::generate_handler![call])
        .setup(move |program| {
            start::start(program.handle(), wish);
            Ok(())
        })
        .build(tauri::generate_context!());
    match built {
        Ok(program) => {
            program.run(|handle, event| {
                if matches!(event, RunEvent::Exit) {
                    tauri::async_runtime::block_on(handle.state::<App>().close());
                }
            });
            ExitCode::SUCCESS
        }
        Err(fault) => {
            tracing::error!(%fault, "the window could not be opened");
            ExitCode::FAILURE
        }
    }
}

/// The only command: every call of the contract goes through it.
#[tauri::command]
async fn call(app: State<'_, App>, name: String, args: String) -> Result<String, Fault> {
    app::dispatch(&app, &name, &args).await
}
