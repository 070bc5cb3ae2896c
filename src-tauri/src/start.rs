//! What happens as the window opens: the roster, what the system was asked to open, and the way of news to the page.

use std::path::PathBuf;

use app::{App, AppFault, Clock, SystemClock};
use contract::domain::id::TaskId;
use contract::domain::words::Words;
use contract::roster::{OpenRoster, OpenSample};
use contract::{Call, Fault, FaultCode};
use serde::Serialize;
use tauri::{AppHandle, Emitter, Listener, Manager};
use tauri_plugin_dialog::{DialogExt, MessageDialogKind};
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;

use crate::{Wish, opened, shape};

pub(super) fn start(handle: &AppHandle, wish: Wish) {
    let app = handle.state::<App>().inner().clone();
    forward(handle, "touched", app.touched());
    forward(handle, "progress", app.progress());
    let page = handle.clone();
    handle.listen_any("ready", move |_| opened::page_ready(&page));
    let (mut rosters, others): (Vec<_>, Vec<_>) = wish.files.into_iter().partition(|file| opened::is_roster(file));
    // A page that asks before its roster is open would be told that there is none.
    let opened = match wish.roster.or_else(|| rosters.pop()) {
        Some(path) => tauri::async_runtime::block_on(app.open_or_create(&path)),
        None if wish.sample => Ok(()),
        None => tauri::async_runtime::block_on(app.open_usual()),
    };
    // It is in the log, and the page asks for a passphrase itself or says what did not open and what to do.
    drop(opened);
    opened::hand_over(handle, others);
    if wish.sample {
        open_sample(handle.clone(), app);
    }
    if let Err(fault) = shape::restore(handle) {
        tracing::warn!(%fault, "the window did not take its old shape");
    }
    show_window(handle);
}

/// A second start, or the system, names more files: the window that is here comes to the front and opens them.
pub(super) fn again(handle: &AppHandle, files: Vec<PathBuf>) {
    let (mut rosters, others): (Vec<_>, Vec<_>) = files.into_iter().partition(|file| opened::is_roster(file));
    if let Some(path) = rosters.pop() {
        let (handle, app) = (handle.clone(), handle.state::<App>().inner().clone());
        tauri::async_runtime::spawn(async move {
            // The page hears that another roster is open, and asks anew.
            match ask(&app, &OpenRoster { path: path.to_string_lossy().into_owned() }).await {
                Err(fault) if fault.code != FaultCode::Locked => tell(&handle, &fault),
                _ => {}
            }
        });
    }
    opened::hand_over(handle, others);
    show_window(handle);
}

/// Brings the window up; it begins hidden, so that nobody sees it jump to its place.
fn show_window(handle: &AppHandle) {
    let Some(window) = handle.get_webview_window("main") else { return };
    if let Err(fault) = window.unminimize().and_then(|()| window.show()).and_then(|()| window.set_focus()) {
        tracing::warn!(%fault, "the window did not come to the front");
    }
}

/// A call of the window's own, by the same way as those of the page.
async fn ask<C: Call>(app: &App, request: &C) -> Result<C::Reply, Fault> {
    let other_shape = |source| AppFault::BadReply { call: C::NAME.to_owned(), source };
    let args = serde_json::to_string(request).map_err(|source| told(&other_shape(source)))?;
    let reply = app::dispatch(app, C::NAME, &args).await?;
    serde_json::from_str(&reply).map_err(|source| told(&other_shape(source)))
}

/// Making the sample club takes a while the first time; the window is up meanwhile and hears when it is there.
fn open_sample(handle: AppHandle, app: App) {
    tauri::async_runtime::spawn(async move {
        if let Err(fault) = ask(&app, &OpenSample { task: Some(TaskId(app::new_id())) }).await {
            tell(&handle, &fault);
        }
    });
}

fn told(fault: &AppFault) -> Fault {
    fault.told("start", &SystemClock.id())
}

fn tell(handle: &AppHandle, fault: &Fault) {
    let title = Words::of(handle.state::<App>().locale().language).say("app-name");
    let text = format!("{}\n\n{}", fault.what, fault.next);
    handle.dialog().message(text).title(title).kind(MessageDialogKind::Error).show(|_| {});
}

/// Sends what the program says to the page, for as long as there is a program.
fn forward<T: Serialize + Clone + Send + 'static>(handle: &AppHandle, event: &'static str, mut from: Receiver<T>) {
    let handle = handle.clone();
    tauri::async_runtime::spawn(async move {
        loop {
            match from.recv().await {
                Ok(said) => {
                    if let Err(fault) = handle.emit(event, said) {
                        tracing::warn!(%fault, event, "an event did not reach the page");
                    }
                }
                // The page refetches as a whole by what comes next.
                Err(RecvError::Lagged(missed)) => tracing::warn!(missed, event, "events were skipped"),
                Err(RecvError::Closed) => break,
            }
        }
    });
}
