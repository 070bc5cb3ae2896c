//! Files dropped anywhere on the page.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Promise, Reflect};
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DataTransfer, File, FileSystemDirectoryEntry, FileSystemEntry, FileSystemFileEntry};

use super::run::{Picked, reason};
use super::{go_to, preview_files, preview_paths};
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
            preview_paths(state, go.clone(), paths.iter().filter_map(|path| path.as_string()).collect(), None);
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
                let mut found: Vec<Picked> = Vec::new();
                for entry in entries {
                    walk(entry, &mut found).await;
                }
                if found.is_empty() {
                    found = files.into_iter().map(|file| (file.name(), Ok(file))).collect();
                }
                preview_files(state, go, found, None);
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

/// Gathers the files of a dropped entry, folders walked, each with its path inside the drop. What cannot be opened is kept
/// with its reason.
async fn walk(entry: FileSystemEntry, found: &mut Vec<Picked>) {
    let mut open = vec![entry];
    while let Some(entry) = open.pop() {
        let name = entry.full_path().trim_start_matches('/').to_owned();
        if entry.is_directory() {
            let reader = entry.unchecked_into::<FileSystemDirectoryEntry>().create_reader();
            // A reader gives a hundred entries at a time and an empty list at the end.
            loop {
                let list = once(|done, failed| {
                    let read: Function = Reflect::get(&reader, &"readEntries".into())?.dyn_into()?;
                    read.call2(&reader, done, failed).map(drop)
                })
                .await
                .map(|list| Array::from(&list));
                match list {
                    Ok(list) if list.length() == 0 => break,
                    Ok(list) => open.extend(list.iter().map(JsCast::unchecked_into::<FileSystemEntry>)),
                    Err(error) => {
                        found.push((name, Err(reason(&error))));
                        break;
                    }
                }
            }
        } else {
            let entry = entry.unchecked_into::<FileSystemFileEntry>();
            let file = once(|done, failed| {
                let read: Function = Reflect::get(&entry, &"file".into())?.dyn_into()?;
                read.call2(&entry, done, failed).map(drop)
            })
            .await;
            found.push((name, file.map(JsCast::unchecked_into).map_err(|error| reason(&error))));
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
