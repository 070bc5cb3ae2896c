//! Plan files that were dropped among others, or opened by the system: they are shown on a page of their own, never imported.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use contract::Fault;
use contract::keyring::FileFrom;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::HtmlInputElement;

use super::run::bytes;
use super::{Picked, go_to};
use crate::state::State;
use crate::words::own_fault;

/// Where plan files are read.
const PAGE: &str = "/plan-file";

/// Whether a name is a plan file's.
pub(crate) fn is_plan(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("tsplan"))
}

/// Hands over plan files by path.
pub(crate) fn check_paths(state: State, paths: Vec<String>) {
    if !paths.is_empty() {
        state.plans.set(paths.into_iter().map(|path| (path.clone(), Ok(FileFrom::Path { path }))).collect());
    }
}

/// Hands over plan files whose bytes are here.
pub(super) fn check_files(state: State, files: Vec<Picked>) {
    if files.is_empty() {
        return;
    }
    spawn_local(async move {
        let mut handed: Vec<(String, Result<FileFrom, Fault>)> = Vec::new();
        for (name, file) in files {
            let file = bytes(&file).await.map(|bytes| FileFrom::Bytes { base64: STANDARD.encode(bytes) });
            let told = |reason: String| own_fault(contract::FaultCode::BadCall, "screen-fault-unreadable", &reason);
            handed.push((name, file.map_err(told)));
        }
        state.plans.try_set(handed);
    });
}

/// Hands over the files a person chose.
pub(crate) fn take_plan_files(state: State, input: &HtmlInputElement) {
    let list = input.files();
    let files = list.iter().flat_map(|list| (0..list.length()).filter_map(move |at| list.get(at)));
    check_files(state, files.map(|file| (file.name(), Ok(file))).collect());
    // The same file may be chosen again.
    input.set_value("");
}

/// Goes to the page of plan files whenever some were handed over.
#[component]
pub fn PlanDoor() -> impl IntoView {
    let state = State::here();
    let go = go_to();
    Effect::new(move |_| {
        if state.plans.with(|plans| !plans.is_empty()) {
            go(PAGE);
        }
    });
}
