//! From files to a preview: paths as they are, bytes through a waiting place. Files that come while a preview waits join it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use contract::Fault;
use contract::import::{Origin, Preview, PreviewImport, StageFiles, StageView, Upload};
use domain::id::{AthleteId, StageId, TaskId};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use super::GoTo;
use super::handed::{Kind, hand_files, hand_paths};
use crate::ipc;
use crate::state::{Brought, Doing, State};
use crate::words::t;

/// Base64 letters that go in one call: a drop of ordinary size is one call, a huge one does not fill the memory.
const CALL_LETTERS: usize = 48 << 20;

/// A browser gives bytes in one piece and the host takes no larger one: what is larger belongs into the window, which reads
/// from the disk.
const LARGEST_FILE: f64 = (256_u32 << 20) as f64;

/// A file of a browser with its path inside the drop, or why it cannot be opened.
pub type Picked = (String, Result<File, String>);

/// Reads files and folders by path and shows what would become of them.
pub fn preview_paths(state: State, go: GoTo, paths: Vec<String>, athlete: Option<AthleteId>) {
    let (handed, paths): (Vec<String>, Vec<String>) = paths.into_iter().partition(|path| Kind::of(path).is_some());
    hand_paths(state, &handed);
    if paths.is_empty() || !free(state, &go) {
        return;
    }
    let all = match waiting(state) {
        None => paths,
        Some((Origin::Paths(before), whose)) if whose == athlete => {
            let new = paths.into_iter().filter(|path| !before.contains(path)).collect::<Vec<_>>();
            before.into_iter().chain(new).collect()
        }
        Some(_) => return decide_first(state, &go),
    };
    state.review.doing.set(Doing::Reading);
    go("/import");
    spawn_local(async move {
        preview(state, (Origin::Paths(all), athlete)).await;
    });
}

/// Reads files whose bytes are here, each with its path inside the drop, and shows what would become of them.
pub fn preview_files(state: State, go: GoTo, files: Vec<Picked>, athlete: Option<AthleteId>) {
    let (handed, files): (Vec<Picked>, Vec<Picked>) =
        files.into_iter().filter(|(name, _)| !hidden(name)).partition(|(name, _)| Kind::of(name).is_some());
    let nothing = handed.is_empty() && files.is_empty();
    hand_files(state, handed);
    if files.is_empty() {
        if nothing {
            state.say(t("screen-import-nothing"));
        }
        return;
    }
    if !free(state, &go) {
        return;
    }
    let stage = match waiting(state) {
        None => None,
        Some((Origin::Staged(stage), whose)) if whose == athlete => Some(stage),
        Some(_) => return decide_first(state, &go),
    };
    state.review.doing.set(Doing::Reading);
    go("/import");
    spawn_local(async move {
        let total = u32::try_from(files.len()).unwrap_or(u32::MAX);
        let task = state.begin_task(t("screen-review-bringing"), Some(total));
        let staged = stage_all(state, task, stage, files).await;
        let cancelled = state.task_cancelled(task);
        state.forget_task(task);
        match staged {
            Ok(Some(view)) if !cancelled => preview(state, (Origin::Staged(view.stage), athlete)).await,
            Ok(_) => {
                state.review.doing.try_set(Doing::Nothing);
            }
            Err(fault) => failed(state, &fault),
        }
    });
}

/// Whether nothing else is read or imported now.
fn free(state: State, go: &GoTo) -> bool {
    let free = state.review.doing.get_untracked() == Doing::Nothing;
    if !free {
        state.say(t("screen-review-busy"));
        go("/import");
    }
    free
}

/// Where the files of the preview that waits are; a preview found after a reload has no known place.
fn waiting(state: State) -> Option<Brought> {
    untrack(|| state.review.preview.get())?;
    Some(state.review.brought.get_value().unwrap_or((Origin::Paths(Vec::new()), None)))
}

/// Two previews do not go together: nothing is thrown away for the newer one.
fn decide_first(state: State, go: &GoTo) {
    state.say(t("screen-review-decide-first"));
    go("/import");
}

async fn preview(state: State, brought: Brought) {
    let task = state.begin_task(t("screen-review-reading"), None);
    let request = PreviewImport { origin: brought.0.clone(), athlete: brought.1, task: Some(task) };
    let read: Result<Preview, Fault> = ipc::call(&request).await;
    state.forget_task(task);
    match read {
        Ok(preview) => {
            state.review.brought.try_set_value(Some(brought));
            state.review.show(preview);
            state.review.doing.try_set(Doing::Nothing);
        }
        Err(fault) => failed(state, &fault),
    }
}

fn failed(state: State, fault: &Fault) {
    state.review.doing.try_set(Doing::Nothing);
    state.say_fault(fault);
}

/// Brings the files to the waiting place, in calls of bearable size; `None` when it was stopped before the first.
async fn stage_all(
    state: State,
    task: TaskId,
    mut stage: Option<StageId>,
    files: Vec<Picked>,
) -> Result<Option<StageView>, Fault> {
    let mut view = None;
    let mut call = StageFiles { stage: None, files: Vec::new(), unreadable: Vec::new() };
    let (mut letters, mut counted) = (0, 0);
    let last = files.len().saturating_sub(1);
    for (place, (name, file)) in files.into_iter().enumerate() {
        if state.task_cancelled(task) {
            return Ok(view);
        }
        match bytes(&file).await {
            Ok(bytes) => {
                let base64 = STANDARD.encode(bytes);
                letters += base64.len();
                call.files.push(Upload { name, base64 });
            }
            Err(reason) => call.unreadable.push((name, reason)),
        }
        counted += 1;
        if letters >= CALL_LETTERS || place == last {
            let request = StageFiles {
                stage,
                files: std::mem::take(&mut call.files),
                unreadable: std::mem::take(&mut call.unreadable),
            };
            let staged = ipc::call(&request).await?;
            stage = Some(staged.stage);
            view = Some(staged);
            state.advance_task(task, counted);
            (letters, counted) = (0, 0);
        }
    }
    Ok(view)
}

/// The bytes of a file, or why there are none, in words.
pub(super) async fn bytes(file: &Result<File, String>) -> Result<Vec<u8>, String> {
    let file = file.as_ref().map_err(Clone::clone)?;
    if file.size() > LARGEST_FILE {
        return Err(t("screen-review-too-large"));
    }
    match JsFuture::from(file.array_buffer()).await {
        Ok(buffer) => Ok(js_sys::Uint8Array::new(&buffer).to_vec()),
        Err(error) => Err(reason(&error)),
    }
}

/// What the browser says about a file it cannot read.
pub(super) fn reason(error: &JsValue) -> String {
    js_sys::Reflect::get(error, &"message".into())
        .ok()
        .and_then(|message| message.as_string())
        .filter(|message| !message.is_empty())
        .unwrap_or_else(|| format!("{error:?}"))
}

/// Files the system keeps for itself: left out, as folders on the disk are walked.
fn hidden(name: &str) -> bool {
    name.rsplit('/').next().is_some_and(|last| last.starts_with('.'))
}
