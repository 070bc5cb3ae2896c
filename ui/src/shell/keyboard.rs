//! Keys that work everywhere: one after the other (`g r`) or together (`mod+k`). Which they are stands in the list of commands.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::KeyboardEvent;

use crate::keys::is_typing;
use crate::state::{Command, State};
use crate::words::t;

/// How long a first key waits for the second.
const WAITS: Duration = Duration::from_millis(1500);

/// A key as the list of commands writes it; `None` for keys that are only held, and for chords with Alt.
fn written(event: &KeyboardEvent) -> Option<String> {
    let key = event.key();
    if event.alt_key() || matches!(key.as_str(), "Control" | "Meta" | "Shift" | "Alt" | "Dead") {
        return None;
    }
    if !(event.ctrl_key() || event.meta_key()) {
        // Caps Lock is not Shift.
        return Some(if event.shift_key() { key } else { key.to_lowercase() });
    }
    let shift = if event.shift_key() { "shift+" } else { "" };
    Some(format!("mod+{shift}{}", key.to_lowercase()))
}

/// Letters choose in an open menu.
fn menu_is_open() -> bool {
    document().query_selector(":popover-open").ok().flatten().is_some()
}

/// What a key means after the one before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// Nothing.
    Nothing,
    /// It begins keys of a command.
    Begins,
    /// The command at this place.
    Runs(usize),
}

/// What a key means, given the first key that waits and the keys of all commands.
pub fn meaning(waiting: Option<&str>, key: &str, all: &[&str]) -> Meaning {
    let whole = waiting.map_or_else(|| key.to_owned(), |first| format!("{first} {key}"));
    if let Some(place) = all.iter().position(|keys| *keys == whole) {
        return Meaning::Runs(place);
    }
    let begins = |keys: &&&str| keys.split_once(' ').is_some_and(|(first, _)| first == key);
    if waiting.is_none() && all.iter().find(begins).is_some() { Meaning::Begins } else { Meaning::Nothing }
}

/// Listens for as long as the frame lives. Keys do nothing while somebody types or a dialog is open.
pub fn listen(state: State) {
    let waiting = StoredValue::new(None::<String>);
    let turn = StoredValue::new(0_u32);
    // In the first phase: a second key is nobody else's, whatever the page does with such a letter by itself.
    let pressed = move |event: KeyboardEvent| {
        let Some(key) = written(&event) else { return };
        if is_typing() || menu_is_open() {
            waiting.set_value(None);
            return;
        }
        let everywhere: Vec<Command> = state
            .commands
            .with_untracked(|all| all.iter().filter(|one| !one.page).flat_map(|one| one.commands.clone()).collect());
        let keys: Vec<&str> = everywhere.iter().map(|command| command.keys).collect();
        let first = waiting.try_update_value(Option::take).flatten();
        match meaning(first.as_deref(), &key, &keys) {
            Meaning::Nothing => {}
            Meaning::Begins => {
                waiting.set_value(Some(key));
                let mine = turn.try_update_value(|turn| {
                    *turn += 1;
                    *turn
                });
                set_timeout(
                    move || {
                        if turn.try_get_value() == mine {
                            waiting.try_set_value(None);
                        }
                    },
                    WAITS,
                );
                event.prevent_default();
                event.stop_immediate_propagation();
            }
            Meaning::Runs(place) => {
                event.prevent_default();
                event.stop_immediate_propagation();
                if let Some(command) = everywhere.get(place) {
                    command.run.run(());
                }
            }
        }
    };
    let closure = StoredValue::new_local(Closure::<dyn Fn(KeyboardEvent)>::new(pressed));
    closure.with_value(|closure| {
        // Refused only for names that are not events.
        let _ = window().add_event_listener_with_callback_and_bool("keydown", closure.as_ref().unchecked_ref(), true);
    });
    on_cleanup(move || {
        closure.try_with_value(|closure| {
            let listener = closure.as_ref().unchecked_ref();
            // What was never added is not there to be removed.
            let _ = window().remove_event_listener_with_callback_and_bool("keydown", listener, true);
        });
    });
}

/// Keys in words: what is printed on them.
#[must_use]
pub fn caps(keys: &str, mac: bool) -> Vec<String> {
    let cap = |key: &str| match key {
        "mod" if mac => "\u{2318}".to_owned(),
        "mod" => "Ctrl".to_owned(),
        "shift" if mac => "\u{21e7}".to_owned(),
        "shift" => "Shift".to_owned(),
        key if key.chars().count() == 1 => key.to_uppercase(),
        key => key.to_owned(),
    };
    // A plus by itself is a key.
    let all = keys.split(' ').filter(|one| !one.is_empty());
    all.flat_map(|one| if one == "+" { vec![one] } else { one.split('+').collect() }).map(cap).collect()
}

/// Whether this machine has a Command key.
#[must_use]
pub fn is_mac() -> bool {
    web_sys::window().and_then(|w| w.navigator().platform().ok()).is_some_and(|name| name.starts_with("Mac"))
}

/// Keys, each as a key cap.
pub(crate) fn key_caps(keys: &str) -> impl IntoView + use<> {
    caps(keys, is_mac()).into_iter().map(|cap| view! { <kbd>{cap}</kbd> }).collect_view()
}

/// A line of hints: each key with its word. For the eyes only; the sheet of keys says the same to everybody.
pub(crate) fn hints(commands: &[Command]) -> impl IntoView + use<> {
    let hints = commands.iter().map(|command| view! { {key_caps(command.keys)} {t(command.words)} }).collect_view();
    view! {
        <p class="key-hints" aria-hidden="true">
            {hints}
        </p>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEYS: [&str; 5] = ["g r", "g b", "mod+k", "?", ""];

    #[test]
    fn two_keys_one_after_the_other_run_a_command() {
        assert_eq!(meaning(None, "g", &KEYS), Meaning::Begins);
        assert_eq!(meaning(Some("g"), "b", &KEYS), Meaning::Runs(1));
        assert_eq!(meaning(Some("g"), "x", &KEYS), Meaning::Nothing);
        assert_eq!(meaning(None, "b", &KEYS), Meaning::Nothing, "alone it is the page's");
    }

    #[test]
    fn chords_and_single_keys_run_at_once() {
        assert_eq!(meaning(None, "mod+k", &KEYS), Meaning::Runs(2));
        assert_eq!(meaning(None, "?", &KEYS), Meaning::Runs(3));
    }

    #[test]
    fn keys_are_written_as_they_are_printed() {
        assert_eq!(caps("mod+shift+z", false), ["Ctrl", "Shift", "Z"]);
        assert_eq!(caps("mod+k", true), ["\u{2318}", "K"]);
        assert_eq!(caps("g r", false), ["G", "R"]);
        assert_eq!(caps("ArrowUp", false), ["ArrowUp"]);
    }
}
