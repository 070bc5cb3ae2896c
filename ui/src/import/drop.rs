//! Files dropped anywhere on the page.

use std::cell::RefCell;
use std::rc::Rc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use contract::import::Upload;
use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DataTransfer, File, FileSystemDirectoryEntry, FileSystemEntry, FileSystemFileEntry};

use super::{go_to, import_paths, import_uploads};
use crate::ipc;
use crate::state::State;
use crate::words::t;

/// Takes files dropped anywhere, and says so while they hover.
#[component]
pub fn DropZone() -> impl IntoView {
    let state = State::here();
    let hovering = RwSignal::new(false);
    let go = go_to();
    if ipc::in_window() {
        ipc::listen_window("tauri://drag-enter", move |_| hovering.set(true));
        ipc::listen_window("tauri://drag-leave", move |_| hovering.set(false));
        ipc::listen_window("tauri://drag-drop", move |payload| {
            hovering.set(false);
            let paths = Reflect::get(&payload, &"paths".into()).map(|paths| Array::from(&paths)).unwrap_or_default();
            import_paths(state, go.clone(), paths.iter().filter_map(|path| path.as_string()).collect(), None);
        });
    } else {
        let over = window_event_listener(ev::dragover, move |event| {
            if event.data_transfer().is_some_and(|data| carries_files(&data)) {
                event.prevent_default();
                hovering.set(true);
            }
        });
        // Leaving for nowhere is leaving the page; leaving for another element is not.
        let leave = window_event_listener(ev::dragleave, move |event| {
            if event.related_target().is_none() {
                hovering.set(false);
            }
        });
        let dropped = window_event_listener(ev::drop, move |event| {
            let Some(data) = event.data_transfer().filter(carries_files) else { return };
            event.prevent_default();
            hovering.set(false);
            // The entries must be taken before this handler ends; their files may be read later.
            let (entries, files) = contents(&data);
            let go = go.clone();
            spawn_local(async move {
                let mut found: Vec<(String, File)> = Vec::new();
                for entry in entries {
                    walk(entry, &mut found).await;
                }
                if found.is_empty() {
                    found = files.into_iter().map(|file| (file.name(), file)).collect();
                }
                import_uploads(state, go, read_all(found).await, None);
            });
        });
        on_cleanup(move || {
            over.remove();
            leave.remove();
            dropped.remove();
        });
    }
    view! {
        <div class="drop" hidden=move || !hovering.get() aria-hidden="true">
            <div class="drop-words">
                <p class="drop-title">{t("screen-drop")}</p>
                <p class="quiet">{t("screen-drop-hint")}</p>
            </div>
        </div>
    }
}

fn carries_files(data: &DataTransfer) -> bool {
    data.types().iter().any(|kind| kind.as_string().as_deref() == Some("Files"))
}

fn contents(data: &DataTransfer) -> (Vec<FileSystemEntry>, Vec<File>) {
    let items = data.items();
    let entries =
        (0..items.length()).filter_map(|i| items.get(i)?.webkit_get_as_entry().ok().flatten()).collect::<Vec<_>>();
    let files = data.files().map(|list| (0..list.length()).filter_map(|i| list.get(i)).collect()).unwrap_or_default();
    (entries, files)
}

/// Gathers the files of a dropped entry, folders walked, each with its path inside the drop.
async fn walk(entry: FileSystemEntry, found: &mut Vec<(String, File)>) {
    let mut open = vec![entry];
    while let Some(entry) = open.pop() {
        if entry.is_directory() {
            let reader = entry.unchecked_into::<FileSystemDirectoryEntry>().create_reader();
            // A reader gives a hundred entries at a time and an empty list at the end.
            while let Ok(list) = once(|done, failed| {
                let read: Function = Reflect::get(&reader, &"readEntries".into())?.dyn_into()?;
                read.call2(&reader, done, failed).map(drop)
            })
            .await
            {
                let list = Array::from(&list);
                if list.length() == 0 {
                    break;
                }
                open.extend(list.iter().map(JsCast::unchecked_into::<FileSystemEntry>));
            }
        } else {
            let name = entry.full_path().trim_start_matches('/').to_owned();
            let entry = entry.unchecked_into::<FileSystemFileEntry>();
            let file = once(|done, failed| {
                let read: Function = Reflect::get(&entry, &"file".into())?.dyn_into()?;
                read.call2(&entry, done, failed).map(drop)
            })
            .await;
            if let Ok(file) = file {
                found.push((name, file.unchecked_into()));
            }
        }
    }
    found.sort_by(|a, b| a.0.cmp(&b.0));
}

/// Waits for an old-style function that calls back once, with success or failure.
async fn once(start: impl FnOnce(&Function, &Function) -> Result<(), JsValue>) -> Result<JsValue, JsValue> {
    let start = Rc::new(RefCell::new(Some(start)));
    let promise = Promise::new(&mut |done, failed| {
        let Some(start) = start.borrow_mut().take() else { return };
        if let Err(error) = start(&done, &failed) {
            // A rejection that cannot be told leaves nothing to wait for.
            let _ = failed.call1(&JsValue::NULL, &error);
        }
    });
    JsFuture::from(promise).await
}

/// Reads the files; hidden ones and those that cannot be read are left out of the import.
pub(super) async fn read_all(files: Vec<(String, File)>) -> Vec<Upload> {
    let mut uploads = Vec::with_capacity(files.len());
    for (name, file) in files {
        if name.rsplit('/').next().is_some_and(|last| last.starts_with('.')) {
            continue;
        }
        match JsFuture::from(file.array_buffer()).await {
            Ok(buffer) => {
                uploads.push(Upload { name, base64: STANDARD.encode(Uint8Array::new(&buffer).to_vec()) });
            }
            Err(error) => leptos::logging::error!("{name} cannot be read: {error:?}"),
        }
    }
    uploads
}
