//! Files and folders chosen in a dialog.

use domain::id::AthleteId;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{File, HtmlInputElement};

use super::{Picked, go_to, preview_files, preview_paths};
use crate::ipc::{self, Choose};
use crate::parts::{Button, ButtonKind};
use crate::state::State;
use crate::words::t;

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
    let go = go_to();
    let files = NodeRef::<html::Input>::new();
    let folder = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        if let Some(input) = folder.get() {
            // Refused only for names that are not attribute names.
            let _ = input.set_attribute("webkitdirectory", "");
        }
    });
    let ask = {
        let go = go.clone();
        move |what: Choose, input: NodeRef<html::Input>| {
            if !ipc::in_window() {
                if let Some(input) = input.get_untracked() {
                    input.click();
                }
                return;
            }
            let go = go.clone();
            spawn_local(async move {
                let paths = ipc::choose(what).await;
                preview_paths(state, go, paths, athlete.get_untracked());
            });
        }
    };
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
    let ask_folder = ask.clone();
    view! {
        <Button
            kind=if primary { ButtonKind::Primary } else { ButtonKind::Plain }
            on_press=move || ask(Choose::Files, files)
        >
            {t("screen-import-files")}
        </Button>
        <Button on_press=move || ask_folder(Choose::Folder, folder)>{t("screen-import-folder")}</Button>
        <input node_ref=files type="file" multiple=true hidden=true aria-hidden="true" on:change=taken.clone() />
        <input
            node_ref=folder
            type="file"
            multiple=true
            hidden=true
            aria-hidden="true"
            on:change=taken
        />
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
