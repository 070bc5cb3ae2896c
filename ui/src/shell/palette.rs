//! The palette: type a few letters, press Enter. A field with a list below it, by the pattern screen readers know.

use contract::Topic;
use contract::people::ListAthletes;
use domain::week::Week;
use leptos::html;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::entries::{self, Act, Entry};
use super::keyboard::key_caps;
use crate::import::go_to;
use crate::keys;
use crate::state::{State, ask};
use crate::words::{t, t_with};

/// Where this machine keeps what was used last: ids only, no names.
const KEY: &str = "trackside-recent";

/// Lines that Page Up and Page Down pass.
const PAGE: isize = 8;

/// The first screen has this long before everybody is listed.
const FIRST: std::time::Duration = std::time::Duration::from_millis(1500);

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

fn recent() -> Vec<String> {
    let kept = storage().and_then(|storage| storage.get_item(KEY).ok().flatten()).unwrap_or_default();
    kept.split(' ').filter(|id| !id.is_empty()).map(str::to_owned).collect()
}

fn remember(id: &str) {
    if let Some(storage) = storage() {
        // A full or forbidden storage loses the order of the list, nothing else.
        let _ = storage.set_item(KEY, &entries::remembered(recent(), id).join(" "));
    }
}

/// The palette, while it is open.
#[component]
pub fn Palette(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let state = State::here();
    let go = go_to();
    // Asked for once there is a roster and the first screen had its turn, so that the list is there before the palette is.
    let wanted = RwSignal::new(false);
    Effect::new(move |_| {
        if open.get() {
            wanted.set(true);
        } else if state.roster.with(|answer| matches!(answer, Some(Ok(_)))) {
            set_timeout(
                move || {
                    wanted.try_set(true);
                },
                FIRST,
            );
        }
    });
    let people = ask(|moved| moved.topic == Topic::Athlete, move || wanted.get().then_some(ListAthletes {}));
    // Built when names move, not at every opening: a thousand athletes are three thousand lines.
    let everybody = Memo::new_with_compare(
        move |_| {
            let week = state.today().map(|today| Week::of(today).next());
            people.with(|answer| match answer {
                Some(Ok(people)) => entries::people(people, week),
                _ => Vec::new(),
            })
        },
        |_, _| true,
    );
    let query = RwSignal::new(String::new());
    let at = RwSignal::new(0_usize);
    let all = Memo::new_with_compare(
        move |_| {
            if !open.get() {
                return Vec::new();
            }
            let mut all = state.commands.with(|offered| entries::commands(offered));
            everybody.with(|everybody: &Vec<Entry>| all.extend(everybody.iter().cloned()));
            all
        },
        |_, _| true,
    );
    let shown = Memo::new_with_compare(
        move |_| {
            let recent = if query.with(String::is_empty) { recent() } else { Vec::new() };
            all.with(|all: &Vec<Entry>| query.with(|query| entries::found(all, query, &recent)))
        },
        |_, _| true,
    );
    let node = NodeRef::<html::Dialog>::new();
    let field = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        let Some(dialog) = node.get() else { return };
        match (open.get(), dialog.open()) {
            (true, false) => {
                query.set(String::new());
                at.set(0);
                // Refused only while it is open already or not on the page.
                drop(dialog.show_modal());
                let field = move || {
                    if let Some(field) = field.get_untracked() {
                        // Refused by nothing that can have focus.
                        let _ = field.focus();
                    }
                };
                field();
                request_animation_frame(field);
            }
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    let choose = StoredValue::new(move |place: usize| {
        let Some(entry) = shown.with_untracked(|shown: &Vec<Entry>| shown.get(place).cloned()) else { return };
        remember(&entry.id);
        open.set(false);
        match entry.act {
            Act::Go(path) => go(&path),
            // When the palette is gone: what opens next takes the keyboard.
            Act::Run(command) => request_animation_frame(move || command.run.run(())),
        }
    });
    let run = move |place: usize| choose.with_value(|choose| choose(place));
    let pressed = move |event: KeyboardEvent| {
        let len = shown.with_untracked(Vec::len);
        let now = at.get_untracked();
        let to = match event.key().as_str() {
            "ArrowDown" if now + 1 >= len => Some(0),
            "ArrowDown" => Some(now + 1),
            "ArrowUp" if now == 0 => len.checked_sub(1),
            "ArrowUp" => Some(now - 1),
            "PageDown" => keys::step(Some(now), PAGE, len),
            "PageUp" => keys::step(Some(now), -PAGE, len),
            "Enter" => {
                event.prevent_default();
                return run(now);
            }
            _ => return,
        };
        event.prevent_default();
        if let Some(to) = to {
            at.set(to);
            reveal(to);
        }
    };
    let count = move || {
        let found = shown.with(Vec::len);
        if found == 0 { t("palette-nothing") } else { t_with("palette-found", &[("count", found.into())]) }
    };
    let fault = move || {
        people.with(|answer| match answer {
            // Without a roster there is nobody to find; anything else is said.
            Some(Err(fault)) if fault.code != contract::FaultCode::NoRoster => Some(fault.what.clone()),
            _ => None,
        })
    };
    view! {
        <dialog
            node_ref=node
            class="palette"
            aria-label=t("palette")
            on:close=move |_| {
                open.set(false);
                request_animation_frame(crate::focus::keep);
            }
            on:click=move |event| {
                // A press beside the palette is one on the dialog itself.
                if event.target().zip(node.get_untracked()).is_some_and(|(target, dialog)| target == dialog.into()) {
                    open.set(false);
                }
            }
        >
            <Show when=move || open.get()>
                <div class="palette-body">
                    <input
                        node_ref=field
                        type="text"
                        class="palette-field"
                        data-testid="palette-field"
                        role="combobox"
                        aria-label=t("palette-field")
                        aria-expanded="true"
                        aria-controls="palette-list"
                        aria-autocomplete="list"
                        aria-activedescendant=move || {
                            shown.with(|shown| at.get() < shown.len()).then(|| format!("palette-{}", at.get()))
                        }
                        autocomplete="off"
                        spellcheck="false"
                        placeholder=t("palette-field")
                        prop:value=move || query.get()
                        on:input=move |event| {
                            at.set(0);
                            query.set(event_target_value(&event));
                        }
                        on:keydown=pressed
                    />
                    <p class="only-read" role="status">
                        {count}
                    </p>
                    {move || fault().map(|what| view! { <p class="palette-fault">{what}</p> })}
                    <div id="palette-list" class="palette-list" role="listbox" aria-label=t("palette")>
                        {move || lines(shown.get(), at, run)}
                    </div>
                    <p class="palette-none" hidden=move || shown.with(|shown| !shown.is_empty()) aria-hidden="true">
                        {t("palette-nothing")}
                    </p>
                </div>
            </Show>
        </dialog>
    }
}

fn lines(shown: Vec<Entry>, at: RwSignal<usize>, run: impl Fn(usize) + Copy + Send + 'static) -> impl IntoView {
    let mut groups: Vec<(String, Vec<AnyView>)> = Vec::new();
    for (place, entry) in shown.into_iter().enumerate() {
        let line = view! {
            <div
                id=format!("palette-{place}")
                role="option"
                class="palette-line"
                data-id=entry.id
                aria-selected=move || if at.get() == place { "true" } else { "false" }
                on:mousemove=move |_| {
                    if at.get_untracked() != place {
                        at.set(place);
                    }
                }
                on:click=move |_| run(place)
            >
                <span class="palette-words">{entry.words}</span>
                <span class="quiet">{entry.beside}</span>
                <span class="palette-keys">{key_caps(entry.keys)}</span>
            </div>
        }
        .into_any();
        match groups.last_mut() {
            Some((group, lines)) if *group == entry.group => lines.push(line),
            _ => groups.push((entry.group, vec![line])),
        }
    }
    let groups = groups.into_iter().enumerate().map(|(number, (group, lines))| {
        let id = format!("palette-group-{number}");
        let title = id.clone();
        view! {
            <div role="group" aria-labelledby=title class="palette-group">
                <div id=id class="palette-title" role="presentation">
                    {group}
                </div>
                {lines}
            </div>
        }
    });
    groups.collect_view()
}

/// Scrolls just as far as needed to see a line.
fn reveal(place: usize) {
    if let Some(line) = document().get_element_by_id(&format!("palette-{place}")) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        line.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
