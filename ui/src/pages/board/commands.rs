//! The board's commands with their keys: one list for the keyboard, the line of hints, the palette and the sheet of keys.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::hands::Hands;
use crate::pages::week::change_form::Kind;
use crate::state::Command;

/// Everything that has one key.
pub(super) fn of(hands: Hands) -> Vec<Command> {
    vec![
        Command::new("board-choose", "board-key-choose", "\u{2190} \u{2191} \u{2192} \u{2193}", focus_grid),
        Command::new("board-move", "board-key-move", "m", move || hands.pick_up(false)),
        Command::new("board-swap", "board-key-swap", "x", move || hands.pick_up(true)),
        Command::new("board-scale", "board-key-scale", "s", move || hands.ask(Kind::Scale)),
        Command::new("board-remove", "board-key-remove", "r", move || hands.ask(Kind::Remove)),
        Command::new("board-replace", "board-key-replace", "p", move || hands.ask(Kind::Replace)),
        Command::new("board-add", "board-key-add", "a", move || hands.add()),
        Command::new("board-lock", "board-key-lock", "l", move || hands.toggle_lock()),
        Command::new("board-note", "board-key-note", "n", move || hands.note()),
        Command::new("board-undo", "board-key-undo", "u", move || hands.undo()),
        Command::new("board-revert", "board-key-revert", "v", move || hands.revert()),
        Command::new("board-approve", "board-key-approve", "y", move || hands.approve()),
        Command::new("board-draft", "board-key-draft", "d", move || hands.draft()),
        Command::new("board-why", "board-key-why", "Enter", move || hands.toggle_panel()),
    ]
}

/// Puts the keyboard on the grid, where the arrows choose.
fn focus_grid() {
    let grid = document().query_selector("[data-testid='board-page'] [role='grid']").ok().flatten();
    if let Some(grid) = grid.and_then(|grid| grid.dyn_into::<web_sys::HtmlElement>().ok()) {
        // Refused by nothing that can have focus.
        let _ = grid.focus();
    }
}
