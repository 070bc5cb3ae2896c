//! Files and folders chosen in a dialog.

use domain::id::AthleteId;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{File, HtmlInputElement};

use super::{GoTo, Picked, go_to, preview_files, preview_paths};
use crate::ipc::{self, Choose};
use crate::parts::{Button, ButtonKind};
use crate::state::State;
use crate::words::t;

/// Ways to ask for files and folders: the system's dialogs in the window, fields nobody sees in a browser. Cheap to copy.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pickers {
    files: NodeRef<html::Input>,
    folder: NodeRef<html::Input>,
}

impl Pickers {
    /// For fields that [`PickerFields`] puts on the page.
    pub(crate) fn new() -> Pickers {
        Pickers { files: NodeRef::new(), folder: NodeRef::new() }
    }

    /// Asks for files or a folder, and shows what would become of them.
    pub(crate) fn ask(self, state: State, go: GoTo, what: Choose, athlete: Option<AthleteId>) {
        if !ipc::in_window() {
            let field = if what == Choose::Folder { self.folder } else { self.files };
            if let Some(input) = field.get_untracked() {
                input.click();
            }
            return;
        }
        spawn_local(async move {
            let paths = ipc::choose(what).await;
            preview_paths(state, go, paths, athlete);
        });
    }
}

/// The fields nobody sees: a browser gives files to nothing else.
#[component]
pub(crate) fn PickerFields(
    /// Whose fields they are.
    pickers: Pickers,
    /// Whose the files are; guessed if left out.
    #[prop(optional, into)]
    athlete: Signal<Option<AthleteId>>,
) -> impl IntoView {
    let state = State::here();
    let go = go_to();
    Effect::new(move |_| {
        if let Some(input) = pickers.folder.get() {
            // Refused only for names that are not attribute names.
            let _ = input.set_attribute("webkitdirectory", "");
        }
    });
    let taken = move |event: web_sys::Event| {
        let input: HtmlInputElement = event_target(&event);
        let list = input.files();
        let chosen: Vec<Picked> = list
            .map(|list| (0..list.length()).filter_map(|i| list.get(i)).map(|file| (path_of(&file), Ok(file))).collect())
            .unwrap_or_default();
        // The same files may be chosen again.
        input.set_value("");
        let go = go.clone();
        if !chosen.is_empty() {
            preview_files(state, go, chosen, athlete.get_untracked());
        }
    };
    view! {
        <input
            node_ref=pickers.files
            type="file"
            multiple=true
            hidden=true
            aria-hidden="true"
            on:change=taken.clone()
        />
        <input
            node_ref=pickers.folder
            type="file"
            multiple=true
            hidden=true
            aria-hidden="true"
            on:change=taken
        />
    }
}

/// Two buttons: import files, import a folder.
#[component]
pub fn ImportButtons(
    /// Whose the files are; guessed if left out.
    #[prop(optional, into)]
    athlete: Signal<Option<AthleteId>>,
    /// The first button is what a person most likely wants.
    #[prop(optional)]
    primary: bool,
) -> impl IntoView {
    let state = State::here();
    let go = StoredValue::new(go_to());
    let pickers = Pickers::new();
    let ask = move |what: Choose| pickers.ask(state, go.get_value(), what, athlete.get_untracked());
    view! {
        <Button
            kind=if primary { ButtonKind::Primary } else { ButtonKind::Plain }
            on_press=move || ask(Choose::Files)
        >
            {t("screen-import-files")}
        </Button>
        <Button on_press=move || ask(Choose::Folder)>{t("screen-import-folder")}</Button>
        <PickerFields pickers=pickers athlete=athlete />
    }
}

/// The file's path inside the chosen folder, or its name.
fn path_of(file: &File) -> String {
    js_sys::Reflect::get(file, &"webkitRelativePath".into())
        .ok()
        .and_then(|path| path.as_string())
        .filter(|path| !path.is_empty())
        .unwrap_or_else(|| file.name())
}
