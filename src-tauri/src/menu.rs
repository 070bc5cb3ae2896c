//! The menu of the window. Its lines are the actions of the contract, sent to the page by their names; only what belongs to the
//! window itself (size of everything, full screen, the clipboard) is done here.

use contract::action::{Action, Area};
use contract::domain::words::Words;
use tauri::menu::{Menu, MenuItemBuilder, MenuItemKind, PredefinedMenuItem, Submenu, SubmenuBuilder};
use tauri::{AppHandle, Emitter, Manager, Result, WebviewWindow, Wry};

use crate::shape::{self, Zoom};

/// The window's own lines of the view: their names, the keys of their words, and their accelerators.
const OF_WINDOW: [(&str, &str, &str); 4] = [
    ("zoom-in", "menu-zoom-in", "CmdOrCtrl+="),
    ("zoom-out", "menu-zoom-out", "CmdOrCtrl+-"),
    ("zoom-reset", "menu-zoom-reset", "CmdOrCtrl+0"),
    ("full-screen", "menu-full-screen", FULL_SCREEN),
];

const FULL_SCREEN: &str = if cfg!(target_os = "macos") { "Ctrl+Cmd+F" } else { "F11" };

/// The clipboard: names, keys of their words, and what the web view of Linux calls them.
#[cfg(target_os = "linux")]
const CLIPBOARD: [(&str, &str, &str); 4] = [
    ("cut", "menu-cut", "Cut"),
    ("copy", "menu-copy", "Copy"),
    ("paste", "menu-paste", "Paste"),
    ("select-all", "menu-select-all", "SelectAll"),
];

/// Makes the menu in the words given. The page listens to the keys of the actions itself, so they have no accelerators: a menu
/// would take Control+Z away from a field that is written in.
pub(super) fn make(handle: &AppHandle, words: &Words) -> Result<Menu<Wry>> {
    let menu = Menu::new(handle)?;
    #[cfg(target_os = "macos")]
    menu.append(&of_program(handle, words)?)?;
    for area in Area::ALL {
        let mut part = SubmenuBuilder::new(handle, words.say(area.words()));
        for action in Action::ALL.into_iter().filter(|action| action.area() == area) {
            part = part.item(&MenuItemBuilder::with_id(action.code(), words.say(action.words())).build(handle)?);
        }
        menu.append(&finished(handle, words, area, part)?)?;
    }
    Ok(menu)
}

/// A part of the menu with what only the window can do.
fn finished(
    handle: &AppHandle,
    words: &Words,
    area: Area,
    mut part: SubmenuBuilder<'_, Wry, AppHandle>,
) -> Result<Submenu<Wry>> {
    match area {
        Area::File if cfg!(not(target_os = "macos")) => {
            part = part.separator().item(&PredefinedMenuItem::quit(handle, Some(&words.say("menu-quit")))?);
        }
        Area::Edit => part = clipboard(handle, words, part.separator())?,
        Area::View => {
            part = part.separator();
            for (id, key, accelerator) in OF_WINDOW {
                let line = MenuItemBuilder::with_id(id, words.say(key)).accelerator(accelerator);
                part = part.item(&line.build(handle)?);
            }
        }
        Area::File | Area::Club | Area::Help => {}
    }
    part.build()
}

/// The system's own lines: on a Mac their keys work nowhere else.
#[cfg(not(target_os = "linux"))]
fn clipboard<'m>(
    _: &AppHandle,
    words: &Words,
    part: SubmenuBuilder<'m, Wry, AppHandle>,
) -> Result<SubmenuBuilder<'m, Wry, AppHandle>> {
    let part = part.cut_with_text(words.say("menu-cut")).copy_with_text(words.say("menu-copy"));
    Ok(part.paste_with_text(words.say("menu-paste")).select_all_with_text(words.say("menu-select-all")))
}

/// Lines of our own: the toolkit of Linux has none that reach into a web view.
#[cfg(target_os = "linux")]
fn clipboard<'m>(
    handle: &AppHandle,
    words: &Words,
    mut part: SubmenuBuilder<'m, Wry, AppHandle>,
) -> Result<SubmenuBuilder<'m, Wry, AppHandle>> {
    for (id, key, _) in CLIPBOARD {
        part = part.item(&MenuItemBuilder::with_id(id, words.say(key)).build(handle)?);
    }
    Ok(part)
}

/// The first menu of a Mac, without which a program there cannot be hidden or left.
#[cfg(target_os = "macos")]
fn of_program(handle: &AppHandle, words: &Words) -> Result<Submenu<Wry>> {
    let quit = PredefinedMenuItem::quit(handle, Some(&words.say("menu-quit")))?;
    let part = SubmenuBuilder::new(handle, words.say("app-name"));
    part.services().separator().hide().hide_others().show_all().separator().item(&quit).build()
}

/// Says the lines of the menu in other words: the language was changed.
pub(super) fn reword(handle: &AppHandle, words: &Words) -> Result<()> {
    let Some(menu) = handle.menu() else { return Ok(()) };
    for (part, area) in menu.items()?.iter().rev().zip(Area::ALL.iter().rev()) {
        let MenuItemKind::Submenu(part) = part else { continue };
        part.set_text(words.say(area.words()))?;
        for line in part.items()? {
            if let MenuItemKind::MenuItem(line) = line
                && let Some(key) = key_of(line.id().as_ref())
            {
                line.set_text(words.say(&key))?;
            }
        }
    }
    Ok(())
}

/// The key of the words of a line.
fn key_of(id: &str) -> Option<String> {
    if let Some(action) = Action::from_code(id) {
        return Some(action.words().to_owned());
    }
    let known = OF_WINDOW.iter().any(|(own, ..)| *own == id) || matches!(id, "cut" | "copy" | "paste" | "select-all");
    known.then(|| format!("menu-{id}"))
}

/// A line was chosen.
pub(super) fn chosen(handle: &AppHandle, id: &str) {
    let Some(window) = handle.get_webview_window("main") else { return };
    let done = match id {
        "zoom-in" => shape::zoom(&window, Zoom::In),
        "zoom-out" => shape::zoom(&window, Zoom::Out),
        "zoom-reset" => shape::zoom(&window, Zoom::Reset),
        "full-screen" => window.is_fullscreen().and_then(|full| window.set_fullscreen(!full)),
        _ if edited(&window, id) => Ok(()),
        action => handle.emit("menu", action),
    };
    if let Err(fault) = done {
        tracing::warn!(%fault, id, "a line of the menu did nothing");
    }
}

/// Whether a line was one of the clipboard's, and is done.
#[cfg(target_os = "linux")]
fn edited(window: &WebviewWindow, id: &str) -> bool {
    use webkit2gtk::WebViewExt;

    let Some((_, _, command)) = CLIPBOARD.iter().find(|(own, ..)| *own == id) else { return false };
    let done = window.with_webview(move |view| view.inner().execute_editing_command(command));
    if let Err(fault) = done {
        tracing::warn!(%fault, id, "the web view did not take an edit");
    }
    true
}

/// Elsewhere the system does these itself.
#[cfg(not(target_os = "linux"))]
fn edited(_: &WebviewWindow, _: &str) -> bool {
    false
}
