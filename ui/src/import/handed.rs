//! Files that have a page of their own and are never imported: plan files, and what athletes sent back. They come dropped
//! among others, opened by the system, or chosen on that page.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use contract::Fault;
use contract::keyring::FileFrom;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::run::bytes;
use super::{Picked, go_to};
use crate::parts::{Button, ButtonKind};
use crate::state::State;
use crate::words::own_fault;

/// Files that were handed over: their names, and where they are.
pub type Handed = Vec<(String, Result<FileFrom, Fault>)>;

/// What has a page of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A plan file.
    Plan,
    /// What an athlete sent back.
    Return,
}

impl Kind {
    const ALL: [Kind; 2] = [Kind::Plan, Kind::Return];

    /// What a file is by its name; `None` for one to be imported.
    pub(crate) fn of(name: &str) -> Option<Kind> {
        let ending = name.rsplit_once('.')?.1;
        Kind::ALL.into_iter().find(|kind| ending.eq_ignore_ascii_case(kind.ending()))
    }

    const fn ending(self) -> &'static str {
        match self {
            Kind::Plan => "tsplan",
            Kind::Return => "tsreturn",
        }
    }

    const fn page(self) -> &'static str {
        match self {
            Kind::Plan => "/plan-file",
            Kind::Return => "/returned",
        }
    }

    const fn shelf(self, state: State) -> RwSignal<Handed> {
        match self {
            Kind::Plan => state.plans,
            Kind::Return => state.returns,
        }
    }
}

/// Hands over files by path.
pub(crate) fn hand_paths(state: State, paths: &[String]) {
    for kind in Kind::ALL {
        let of_kind = paths.iter().filter(|path| Kind::of(path) == Some(kind));
        let handed: Handed = of_kind.map(|path| (path.clone(), Ok(FileFrom::Path { path: path.clone() }))).collect();
        if !handed.is_empty() {
            kind.shelf(state).set(handed);
        }
    }
}

/// Hands over files whose bytes are here.
pub(super) fn hand_files(state: State, files: Vec<Picked>) {
    for kind in Kind::ALL {
        hand_all(state, kind, files.iter().filter(|(name, _)| Kind::of(name) == Some(kind)).cloned().collect());
    }
}

fn hand_all(state: State, kind: Kind, files: Vec<Picked>) {
    if files.is_empty() {
        return;
    }
    spawn_local(async move {
        let mut handed = Handed::new();
        for (name, file) in files {
            let file = bytes(&file).await.map(|bytes| FileFrom::Bytes { base64: STANDARD.encode(bytes) });
            let told = |reason: String| own_fault(contract::FaultCode::BadCall, "screen-fault-unreadable", &reason);
            handed.push((name, file.map_err(told)));
        }
        kind.shelf(state).try_set(handed);
    });
}

/// A button that takes files of this computer, whatever they are called.
#[component]
pub(crate) fn HandedChooser(
    /// What they are read as.
    kind: Kind,
    /// What the button says.
    #[prop(into)]
    label: String,
    /// For tests.
    testid: &'static str,
) -> impl IntoView {
    let state = State::here();
    let input = NodeRef::<leptos::html::Input>::new();
    let taken = move |event: web_sys::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        let list = input.files();
        let files = list.iter().flat_map(|list| (0..list.length()).filter_map(move |at| list.get(at)));
        hand_all(state, kind, files.map(|file| (file.name(), Ok(file))).collect());
        // The same file may be chosen again.
        input.set_value("");
    };
    view! {
        <Button
            kind=ButtonKind::Primary
            on_press=move || {
                if let Some(input) = input.get_untracked() {
                    input.click();
                }
            }
        >
            {label}
        </Button>
        <input
            node_ref=input
            type="file"
            accept=format!(".{}", kind.ending())
            multiple=true
            hidden=true
            aria-hidden="true"
            data-testid=testid
            on:change=taken
        />
    }
}

/// Goes to the page of what was handed over, whenever something was.
#[component]
pub fn HandedDoor() -> impl IntoView {
    let state = State::here();
    for kind in Kind::ALL {
        let go = go_to();
        Effect::new(move |_| {
            if kind.shelf(state).with(|handed| !handed.is_empty()) {
                go(kind.page());
            }
        });
    }
}
