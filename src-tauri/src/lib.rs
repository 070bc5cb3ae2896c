//! The window: it opens, carries calls to the program and events back, and lends the system's dialogs and menu.
//!
//! What belongs here: what only an operating system's window needs. What never does: rules, words, and any second
//! command beside `call`.

mod fence;
mod menu;
mod opened;
mod shape;
mod start;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use app::{App, Clock, Place, SystemClock};
use contract::domain::words::Words;
use contract::preferences::SetPreferences;
use contract::{Call, Fault};
use tauri::{AppHandle, Builder, Manager, RunEvent, State, Wry};

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
    /// Files the system was asked to open: a roster, plan files, files of devices.
    #[arg(value_name = "FILE", conflicts_with_all = ["sample", "roster"])]
    files: Vec<PathBuf>,
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
    let kept = shape::Kept::in_folder(&place.home);
    let app = App::new(place, Arc::new(SystemClock));
    app.look_after();
    let words = Words::of(app.locale().language);
    let built = single(tauri::Builder::default())
        .plugin(tauri_plugin_dialog::init())
        .manage(app)
        .manage(kept)
        .manage(opened::Waiting::default())
        .invoke_handler(tauri::generate_handler![call])
        .menu(|handle| menu::make(handle, words))
        .on_menu_event(|handle, event| menu::chosen(handle, event.id().as_ref()))
        .on_window_event(shape::happened)
        .setup(move |program| {
            fence::open(program.handle())?;
            start::start(program.handle(), wish);
            Ok(())
        })
        .build(tauri::generate_context!());
    match built {
        Ok(program) => {
            program.run(|handle, event| happened(handle, &event));
            ExitCode::SUCCESS
        }
        Err(fault) => {
            tracing::error!(%fault, "the window could not be opened");
            ExitCode::FAILURE
        }
    }
}

/// One program a person: a second start hands its files to the first window and ends. A program with a folder of its own
/// is another program. Where the system has no way to find the first one (no session bus), the second simply starts.
fn single(builder: Builder<Wry>) -> Builder<Wry> {
    if std::env::var_os("TRACKSIDE_HOME").is_some() {
        return builder;
    }
    builder.plugin(tauri_plugin_single_instance::init(|handle, args, folder| {
        start::again(handle, opened::named(&args, &folder));
    }))
}

fn happened(handle: &AppHandle, event: &RunEvent) {
    match event {
        RunEvent::Exit => {
            handle.state::<shape::Kept>().keep();
            tauri::async_runtime::block_on(handle.state::<App>().close());
        }
        // A Mac names files by events, to a program that runs or is about to.
        #[cfg(target_os = "macos")]
        RunEvent::Opened { urls } => {
            start::again(handle, urls.iter().filter_map(|url| url.to_file_path().ok()).collect());
        }
        _ => {}
    }
}

/// The only command: every call of the contract goes through it.
#[tauri::command]
async fn call(handle: AppHandle, app: State<'_, App>, name: String, args: String) -> Result<String, Fault> {
    let reply = app::dispatch(&app, &name, &args).await?;
    if name == SetPreferences::NAME
        && let Err(fault) = menu::reword(&handle, Words::of(app.locale().language))
    {
        tracing::warn!(%fault, "the menu kept its words");
    }
    Ok(reply)
}
