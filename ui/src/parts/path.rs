//! A file that was written: its path taken along, or its folder opened.

use contract::files::ShowFile;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

use super::{Button, ButtonKind};
use crate::ipc;
use crate::state::State;
use crate::words::t;

/// Two buttons beside a path: copy it, and show the file in its folder.
#[component]
pub fn CopyPath(
    /// The path.
    path: String,
) -> impl IntoView {
    let state = State::here();
    let path = StoredValue::new(path);
    let copy = move || {
        spawn_local(async move {
            let path = path.get_value();
            let clipboard = web_sys::window().map(|window| window.navigator().clipboard());
            let copied = match clipboard {
                Some(clipboard) => JsFuture::from(clipboard.write_text(&path)).await.is_ok(),
                None => false,
            };
            state.say(t(if copied { "path-copied" } else { "path-not-copied" }));
        });
    };
    let show = move || {
        spawn_local(async move {
            if let Err(fault) = ipc::call(&ShowFile { path: path.get_value() }).await {
                state.say_fault(&fault);
            }
        });
    };
    view! {
        <Button kind=ButtonKind::Quiet on_press=copy>{t("path-copy")}</Button>
        <Button kind=ButtonKind::Quiet on_press=show>{t("path-show")}</Button>
    }
}
