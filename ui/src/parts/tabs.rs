//! Tabs: several panels in one place, of which one is shown.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use super::id::fresh_id;

/// Where an arrow, Home or End leads from a place in a row of `len`; the row is a ring, and is mirrored where text runs
/// from right to left. `None` for other keys.
pub(super) fn stepped(key: &str, at: usize, len: usize, mirrored: bool) -> Option<usize> {
    let last = len.checked_sub(1)?;
    let forward = |at: usize| if at >= last { 0 } else { at + 1 };
    let back = |at: usize| if at == 0 { last } else { at - 1 };
    match key {
        "ArrowRight" if mirrored => Some(back(at)),
        "ArrowLeft" if mirrored => Some(forward(at)),
        "ArrowRight" | "ArrowDown" => Some(forward(at)),
        "ArrowLeft" | "ArrowUp" => Some(back(at)),
        "Home" => Some(0),
        "End" => Some(last),
        _ => None,
    }
}

/// Whether text on the page runs from right to left.
fn mirrored() -> bool {
    document().document_element().and_then(|root| root.get_attribute("dir")).is_some_and(|dir| dir == "rtl")
}

/// A row of tabs with the panel of the chosen one below. The arrows, Home and End move along the row and choose.
#[component]
pub fn Tabs<T, F>(
    /// What the tabs are about, for those who cannot see them.
    #[prop(into)]
    label: Signal<String>,
    /// The tab that is shown.
    value: RwSignal<T>,
    /// The tabs with their words.
    options: Vec<(T, String)>,
    /// Draws the panel of a tab; it is made anew each time one is chosen.
    panel: F,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
    F: Fn(T) -> AnyView + Send + 'static,
{
    let id = StoredValue::new(fresh_id("tabs"));
    let tab_id = move |i: usize| id.with_value(|id| format!("{id}-tab-{i}"));
    let panel_id = id.with_value(|id| format!("{id}-panel"));
    let all = StoredValue::new(options.iter().map(|(tab, _)| *tab).collect::<Vec<T>>());
    let at = move || all.with_value(|all| all.iter().position(|tab| *tab == value.get()).unwrap_or(0));
    let press = move |event: KeyboardEvent| {
        let (now, len) = (untrack(at), all.with_value(Vec::len));
        let Some(next) = stepped(&event.key(), now, len, mirrored()) else { return };
        event.prevent_default();
        if let Some(tab) = all.with_value(|all| all.get(next).copied()) {
            value.set(tab);
            let node = document().get_element_by_id(&tab_id(next)).and_then(|node| node.dyn_into::<HtmlElement>().ok());
            // Refused by nothing that can have focus.
            let _ = node.map(|node| node.focus());
        }
    };
    let tabs = options
        .into_iter()
        .enumerate()
        .map(|(i, (tab, words))| {
            view! {
                <button
                    type="button"
                    role="tab"
                    class="tab"
                    id=tab_id(i)
                    aria-selected=move || if value.get() == tab { "true" } else { "false" }
                    aria-controls=panel_id.clone()
                    tabindex=move || if value.get() == tab { "0" } else { "-1" }
                    on:click=move |_| value.set(tab)
                >
                    {words}
                </button>
            }
        })
        .collect_view();
    let shown = Memo::new(move |_| value.get());
    view! {
        <div class="tabs">
            <div class="tab-row" role="tablist" aria-label=move || label.get() on:keydown=press>
                {tabs}
            </div>
            <div class="tab-panel" role="tabpanel" id=panel_id.clone() aria-labelledby=move || tab_id(at()) tabindex="0">
                {move || panel(shown.get())}
            </div>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::stepped;

    #[test]
    fn arrows_go_around_the_row_and_turn_with_the_text() {
        assert_eq!(stepped("ArrowRight", 2, 3, false), Some(0));
        assert_eq!(stepped("ArrowLeft", 0, 3, false), Some(2));
        assert_eq!(stepped("ArrowRight", 0, 3, true), Some(2), "in a right-to-left language the row is mirrored");
        assert_eq!((stepped("Home", 1, 3, false), stepped("End", 1, 3, false)), (Some(0), Some(2)));
        assert_eq!((stepped("a", 1, 3, false), stepped("End", 0, 0, false)), (None, None));
    }
}
