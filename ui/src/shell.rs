//! The frame around every page: navigation at the side, the palette, the sheet of keys, the last actions and long work. What
//! can be done from everywhere stands in `contract::action`; this is where it is done.

mod about;
mod act;
pub mod entries;
mod history;
pub mod keyboard;
mod lock;
mod notices;
mod palette;
mod presenting;
pub mod rank;
mod rescue;
mod sheet;
mod side;
mod tour;

use contract::action::Action;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;

pub(crate) use act::Doors;
pub use history::LastActions;
pub(crate) use keyboard::hints;
pub(crate) use lock::{Door, Locked, door, lock_now, tell_of_hands};
pub use notices::Notices;
pub(crate) use notices::steps_said;
pub use palette::Palette;
pub use presenting::{PresentButton, Presenting};
pub(crate) use rescue::{RestoreButton, Salvage, Unopened, reason};
pub use sheet::KeySheet;
pub(crate) use side::{Side, theme_options};
pub use tour::Tour;
pub(crate) use tour::{begin as begin_tour, end as end_tour};

use crate::entry::{AddActivityDialog, SquadMorningDialog};
use crate::import::{PickerFields, go_to, preview_paths};
use crate::pages::roster::add::AddAthleteDialog;
use crate::pages::settings::PathDialog;
use crate::state::State;
use crate::words::t;
use crate::{ipc, keys};

/// What floats above every page, and the keys and the menu that open it.
#[component]
pub(crate) fn Above(
    /// What is open.
    doors: Doors,
) -> impl IntoView {
    let state = State::here();
    act::offer(state, doors, &go_to());
    keyboard::listen(state);
    // The menu of the window names a command; what it does is the page's to know.
    if ipc::in_window() {
        ipc::listen_window("menu", move |payload| {
            if let Some(id) = payload.as_string() {
                chosen(state, &id);
            }
        });
        // Files the system was asked to open: plans and returns are read, all others previewed.
        let go = go_to();
        spawn_local(async move {
            let open = move |paths| {
                let paths = js_sys::Array::from(&paths).iter().filter_map(|path| path.as_string()).collect();
                preview_paths(state, go.clone(), paths, None);
            };
            ipc::listening("opened", open).await;
            // What waits for the page comes at once, so it has to listen before it says so.
            ipc::page_ready().await;
        });
    }
    view! {
        <Palette open=doors.palette />
        <KeySheet open=doors.sheet />
        <LastActions open=doors.history />
        <Presenting />
        <Tour />
        <Notices open=doors.notices />
        <about::About open=doors.about />
        <AddAthleteDialog open=doors.adding />
        <AddActivityDialog open=doors.recording />
        <SquadMorningDialog open=doors.morning />
        <PathDialog open=doors.opening title=t("screen-roster-open") make=false />
        <PathDialog open=doors.making title=t("screen-roster-new") make=true />
        <PickerFields pickers=doors.pickers />
    }
}

/// A line of the window's menu was chosen. In a field, undo and redo are the field's own.
fn chosen(state: State, id: &str) {
    let editing = matches!(Action::from_code(id), Some(Action::Undo | Action::Redo));
    if editing && keys::is_typing() {
        if let Some(document) = document().dyn_ref::<web_sys::HtmlDocument>() {
            // Refused where there is nothing to undo.
            let _ = document.exec_command(id);
        }
    } else if let Some(command) = state.command(id) {
        command.run.run(());
    }
}
