//! What happens as the window opens: the roster, what the system was asked to open, and the way of news to the page.

use std::path::PathBuf;

use app::{App, AppFault, Clock, SystemClock};
use contract::domain::id::TaskId;
use contract::domain::words::Words;
use contract::plan::VerifyPlan;
use contract::roster::OpenSample;
use contract::{Call, Fault};
use serde::Serialize;
use tauri::{AppHandle, Emitter, Manager};
use tauri_plugin_dialog::{DialogExt, MessageDialogKind};
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;

use crate::Wish;

pub(super) fn start(handle: &AppHandle, wish: Wish) {
    let app = handle.state::<App>().inner().clone();
    forward(handle, "touched", app.touched());
    forward(handle, "progress", app.progress());
    let (plan, file) = match wish.file {
        Some(file) if file.extension().is_some_and(|ending| ending == "tsplan") => (Some(file), None),
        file => (None, file),
    };
    // A page that asks before its roster is open would be told that there is none.
    let opened = match wish.roster.or(file) {
        Some(path) => tauri::async_runtime::block_on(app.open_or_create(&path)),
        None if wish.sample => Ok(()),
        None => tauri::async_runtime::block_on(app.open_usual()),
    };
    if let Err(fault) = opened {
        tell(handle, &told(&fault));
    }
    if let Some(plan) = plan {
        verify(handle.clone(), app.clone(), plan);
    }
    if wish.sample {
        open_sample(handle.clone(), app);
    }
}

/// Somebody double-clicked a plan file: who signed it, or why it does not hold.
fn verify(handle: AppHandle, app: App, plan: PathBuf) {
    tauri::async_runtime::spawn(async move {
        match ask(&app, &VerifyPlan { path: plan.to_string_lossy().into_owned() }).await {
            Ok(plan) => {
                let words = Words::english();
                let facts = [
                    ("athlete", plan.athlete.into()),
                    ("week", plan.week.to_string().into()),
                    ("author", plan.author.into()),
                    ("fingerprint", plan.fingerprint.into()),
                ];
                let text = ["window-plan-holds", "window-plan-signed"].map(|key| words.say_with(key, &facts));
                show(&handle, text.join("\n\n"), MessageDialogKind::Info);
            }
            Err(fault) => tell(&handle, &fault),
        }
    });
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
    show(handle, format!("{}\n\n{}", fault.what, fault.next), MessageDialogKind::Error);
}

fn show(handle: &AppHandle, text: String, kind: MessageDialogKind) {
    handle.dialog().message(text).title(Words::english().say("app-name")).kind(kind).show(|_| {});
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
