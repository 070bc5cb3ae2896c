//! Menus: a button that opens a list of what can be done. The browser's own popover keeps it above everything, closes it by
//! Escape or a press elsewhere, and gives the keyboard back to the button.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use super::id::fresh_id;
use super::tabs::stepped;
use super::{ButtonKind, Icon};

/// Room between the list and the button, and at least between the list and the edge of the window, in CSS pixels.
const GAP: f64 = 4.0;

/// One line of a menu.
#[derive(Debug, Clone)]
pub struct MenuItem {
    words: String,
    icon: Option<Icon>,
    keys: &'static str,
    checked: Option<bool>,
    disabled: bool,
    danger: bool,
    run: Callback<()>,
}

impl MenuItem {
    /// A line with its words and what it does.
    #[must_use]
    pub fn new(words: impl Into<String>, run: impl Fn() + Send + Sync + 'static) -> MenuItem {
        MenuItem {
            words: words.into(),
            icon: None,
            keys: "",
            checked: None,
            disabled: false,
            danger: false,
            run: Callback::new(move |()| run()),
        }
    }

    /// With a drawing before its words.
    #[must_use]
    pub fn icon(mut self, icon: Icon) -> MenuItem {
        self.icon = Some(icon);
        self
    }

    /// With the key that does the same.
    #[must_use]
    pub fn keys(mut self, keys: &'static str) -> MenuItem {
        self.keys = keys;
        self
    }

    /// One that holds or does not, as in a list of columns that are shown.
    #[must_use]
    pub fn checked(mut self, checked: bool) -> MenuItem {
        self.checked = Some(checked);
        self
    }

    /// Cannot be chosen now.
    #[must_use]
    pub fn disabled(mut self, disabled: bool) -> MenuItem {
        self.disabled = disabled;
        self
    }

    /// Takes something away.
    #[must_use]
    pub fn danger(mut self) -> MenuItem {
        self.danger = true;
        self
    }
}

/// Puts the list beside its button, on the side with more room.
fn place(list: &HtmlElement, button: &Element) {
    let window = window();
    let size = |value: Result<wasm_bindgen::JsValue, _>| value.ok().and_then(|value| value.as_f64()).unwrap_or(0.0);
    let (wide, high) = (size(window.inner_width()), size(window.inner_height()));
    let at = button.get_bounding_client_rect();
    let style = list.style();
    // A refused property leaves the list where the style sheet puts it.
    let put = |name: &str, px: Option<f64>| {
        drop(style.set_property(name, &px.map_or_else(|| "auto".to_owned(), |px| format!("{px}px"))));
    };
    let up = at.bottom() > high * 0.6;
    let room = if up { at.top() } else { high - at.bottom() } - 2.0 * GAP;
    put("top", (!up).then_some(at.bottom() + GAP));
    put("bottom", up.then_some(high - at.top() + GAP));
    put("max-height", Some(room));
    let back = at.left() + at.width() / 2.0 > wide / 2.0;
    put("left", (!back).then_some(at.left().max(GAP)));
    put("right", back.then_some((wide - at.right()).max(GAP)));
}

/// The lines that can have the keyboard.
fn lines(list: &HtmlElement) -> Vec<HtmlElement> {
    let Ok(found) = list.query_selector_all("[role^='menuitem']") else { return Vec::new() };
    (0..found.length()).filter_map(|i| found.get(i)).filter_map(|node| node.dyn_into().ok()).collect()
}

/// A button that opens a list of actions.
#[component]
pub fn Menu(
    /// What the menu is for: the words of the button.
    #[prop(into)]
    label: String,
    /// The lines, in order. They are made anew when the list opens.
    #[prop(into)]
    items: Signal<Vec<MenuItem>>,
    /// How much the button asks for attention.
    #[prop(optional)]
    kind: ButtonKind,
    /// A drawing before the button's words.
    #[prop(optional, into)]
    icon: Option<Icon>,
    /// Only the drawing is shown; the words are for those who cannot see it.
    #[prop(optional)]
    bare: bool,
) -> impl IntoView {
    let id = fresh_id("menu");
    let list = NodeRef::<html::Div>::new();
    let button = NodeRef::<html::Button>::new();
    let open = RwSignal::new(false);
    let close = move || {
        if let Some(list) = list.get_untracked() {
            // Refused only when it is closed already.
            drop(list.hide_popover());
        }
    };
    let toggled = move |_| {
        let Some(list) = list.get_untracked() else { return };
        let shown = list.matches(":popover-open").unwrap_or(false);
        open.set(shown);
        if shown {
            let first = move || {
                // Refused by nothing that can have focus.
                let _ = lines(&list).first().map(|line| line.focus());
            };
            request_animation_frame(first);
        }
    };
    let press = move |event: KeyboardEvent| {
        let Some(list) = list.get_untracked() else { return };
        let lines = lines(&list);
        let active = document().active_element();
        let at = lines.iter().position(|line| active.as_ref().is_some_and(|active| line.is_same_node(Some(active))));
        let key = event.key();
        let next = match key.as_str() {
            // The arrows across belong to nothing here.
            "ArrowLeft" | "ArrowRight" => None,
            "Tab" => return close(),
            key if key.chars().count() == 1 && key != " " => starting(&lines, at, key),
            key => stepped(key, at.unwrap_or(0), lines.len(), false),
        };
        // The page's own keys must not act behind an open list.
        event.stop_propagation();
        if let Some(line) = next.and_then(|next| lines.get(next)) {
            event.prevent_default();
            // Refused by nothing that can have focus.
            let _ = line.focus();
        }
    };
    let shape = format!("{}{}", kind.class(), if bare { " button-icon" } else { "" });
    view! {
        <button
            node_ref=button
            type="button"
            class=shape
            popovertarget=id.clone()
            aria-haspopup="menu"
            aria-expanded=move || if open.get() { "true" } else { "false" }
            title=bare.then(|| label.clone())
            on:click=move |_| {
                if let (Some(list), Some(button)) = (list.get_untracked(), button.get_untracked()) {
                    place(&list, &button);
                }
            }
        >
            {icon.map(Icon::view)}
            <span class:only-read=bare>{label.clone()}</span>
            {(!bare).then(|| Icon::Down.view())}
        </button>
        <div
            node_ref=list
            id=id
            class="menu-list"
            role="menu"
            popover="auto"
            aria-label=label
            on:toggle=toggled
            on:keydown=press
        >
            {move || {
                open.get().then(|| items.get().into_iter().map(|item| line(item, close)).collect_view())
            }}
        </div>
    }
}

/// The next line after a place that begins with a letter.
fn starting(lines: &[HtmlElement], at: Option<usize>, letter: &str) -> Option<usize> {
    let begins = |line: &HtmlElement| {
        let words = line.text_content().unwrap_or_default();
        words.trim().to_lowercase().starts_with(&letter.to_lowercase())
    };
    let from = at.map_or(0, |at| at + 1);
    (0..lines.len()).map(|i| (from + i) % lines.len()).find(|i| lines.get(*i).is_some_and(begins))
}

fn line(item: MenuItem, close: impl Fn() + Copy + 'static) -> impl IntoView {
    let MenuItem { words, icon, keys, checked, disabled, danger, run } = item;
    view! {
        <button
            type="button"
            role=if checked.is_some() { "menuitemcheckbox" } else { "menuitem" }
            aria-checked=checked.map(|checked| if checked { "true" } else { "false" })
            aria-disabled=disabled.then_some("true")
            class="menu-item"
            class:menu-danger=danger
            tabindex="-1"
            on:click=move |_| {
                if !disabled {
                    close();
                    run.run(());
                }
            }
        >
            {checked.map(|checked| view! { <span class="menu-check">{checked.then(|| Icon::Check.view())}</span> })}
            {icon.map(Icon::view)}
            <span class="menu-words">{words}</span>
            {(!keys.is_empty()).then(|| view! { <kbd>{keys}</kbd> })}
        </button>
    }
}
