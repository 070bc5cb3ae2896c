//! The grid: athletes by days. The rows stay while answers change, so that the keyboard stays where it is.

use domain::id::AthleteId;
use leptos::html;
use leptos::prelude::*;
use leptos_router::components::A;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use super::desk::{Desk, name, named};
use super::edit::{self, Cell};
use super::usual::DAYS;
use crate::format;
use crate::keys;
use crate::state::athlete_path;
use crate::words::{t, t_with};

/// The grid.
#[component]
pub(super) fn Grid(desk: Desk) -> impl IntoView {
    let ids = Memo::new(move |_| {
        desk.with(|grid| grid.rows.iter().map(|row| row.athlete).collect::<Vec<AthleteId>>()).unwrap_or_default()
    });
    // The cell looked at is always one that is there, so that Tab finds the grid.
    Effect::new(move |_| {
        let here = desk.at.get_untracked();
        ids.with(|ids| {
            if here.is_none_or(|(id, _)| !ids.contains(&id)) {
                desk.at.set(ids.first().map(|id| (*id, 0)));
            }
        });
        desk.chosen.update(|chosen| chosen.retain(|id| ids.with_untracked(|ids| ids.contains(id))));
    });
    let head = move |day: usize| {
        let date = move || desk.week.get().map(|week| format::short_day(week.days()[day]));
        view! {
            <div role="columnheader" class="time-head">
                {t(DAYS[day])} <span class="under">{date}</span>
            </div>
        }
    };
    view! {
        <div
            class="time-grid"
            role="grid"
            aria-label=t("availability-title")
            on:keydown=move |event| pressed(desk, &event)
            on:focusin=move |event| looked_at(desk, event.target())
            on:dblclick=move |_| desk.begin(None)
        >
            <div role="row" class="time-row time-heads">
                <div role="columnheader">{t("availability-athlete")}</div>
                {(0..7).map(head).collect_view()}
            </div>
            <For each=move || ids.get() key=|id| *id let(id)>
                <Row id=id desk=desk />
            </For>
        </div>
    }
}

#[component]
fn Row(id: AthleteId, desk: Desk) -> impl IntoView {
    let row = Memo::new(move |_| desk.row(id));
    let here = Memo::new(move |_| desk.at.get().filter(|at| at.0 == id).map(|at| at.1));
    let typed = Memo::new(move |_| desk.editing.get().filter(|at| at.0 == id).map(|at| at.1));
    let who = move || row.with(|row| row.as_ref().map(|(_, row)| row.name.clone())).unwrap_or_default();
    let chosen = move || desk.chosen.with(|chosen| chosen.contains(&id));
    let cell = move |day: usize| {
        let shown = Memo::new(move |_| row.with(|row| row.as_ref().map(|(week, row)| edit::cell(row, *week, day))));
        let look = move || shown.with(|cell| cell.as_ref().map_or("time-cell", |cell| look_of(cell.look)));
        view! {
            <div
                role="gridcell"
                class=look
                data-cell=name((id, day))
                tabindex=move || if here.get() == Some(day) { "0" } else { "-1" }
            >
                {move || {
                    if typed.get() == Some(day) {
                        view! { <Field desk=desk /> }.into_any()
                    } else {
                        shown.get().map(said).into_any()
                    }
                }}
            </div>
        }
    };
    view! {
        <div role="row" class="time-row" class:chosen=chosen aria-selected=move || chosen().then_some("true")>
            <div role="rowheader" class="time-name">
                <input
                    type="checkbox"
                    tabindex="-1"
                    aria-label=move || t_with("availability-choose", &[("name", who().into())])
                    prop:checked=chosen
                    on:change=move |_| desk.choose(id)
                />
                <A href=athlete_path(id)>{who}</A>
            </div>
            {(0..7).map(cell).collect_view()}
        </div>
    }
}

const fn look_of(look: &str) -> &'static str {
    match look.as_bytes() {
        b"exception" => "time-cell time-exception",
        b"unanswered" => "time-cell time-unanswered",
        b"none" => "time-cell time-none",
        _ => "time-cell",
    }
}

/// The two lines of a cell for those who see them, the whole sentence for the others.
fn said(cell: Cell) -> impl IntoView {
    view! {
        <span class="time-minutes" aria-hidden="true">{cell.minutes}</span>
        <span class="time-under" aria-hidden="true">{cell.under}</span>
        <span class="only-read">{cell.said}</span>
    }
}

/// What is typed into a cell.
#[component]
fn Field(desk: Desk) -> impl IntoView {
    let node = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        let Some(field) = node.get() else { return };
        // The field takes the keyboard once it stands on the page.
        request_animation_frame(move || {
            let _ = field.focus();
            let end = field.value().len() as u32;
            let _ = field.set_selection_range(end, end);
        });
    });
    view! {
        <input
            node_ref=node
            class="time-field"
            type="text"
            inputmode="numeric"
            autocomplete="off"
            aria-label=t("availability-minutes")
            aria-invalid=move || desk.wrong.get().then_some("true")
            prop:value=move || desk.text.get()
            on:input=move |event| desk.text.set(event_target_value(&event))
            on:blur=move |_| {
                if !desk.keep() {
                    desk.cancel();
                }
            }
        />
    }
}

/// The cell an event happened in.
fn cell_of(target: Option<web_sys::EventTarget>) -> Option<Element> {
    target?.dyn_into::<Element>().ok()?.closest("[data-cell]").ok().flatten()
}

fn looked_at(desk: Desk, target: Option<web_sys::EventTarget>) {
    let at = cell_of(target).and_then(|cell| cell.get_attribute("data-cell")).and_then(|name| named(&name));
    if at.is_some() && at != desk.at.get_untracked() {
        desk.at.set(at);
    }
}

/// Keys of the grid: while a cell is typed into, only those that end it.
fn pressed(desk: Desk, event: &KeyboardEvent) {
    if keys::is_chord(event) || cell_of(event.target()).is_none() {
        return;
    }
    let typing = desk.editing.get_untracked();
    let key = event.key();
    match (key.as_str(), typing) {
        ("Escape", Some(at)) => {
            desk.cancel();
            desk.look_at(at);
        }
        ("Enter" | "Tab", Some(at)) => {
            if desk.keep() {
                desk.look_at(at);
                match key.as_str() {
                    "Enter" => desk.go(1, 0),
                    _ => desk.go(0, if event.shift_key() { -1 } else { 1 }),
                }
            }
        }
        (_, Some(_)) => return,
        ("ArrowUp", None) => desk.go(-1, 0),
        ("ArrowDown", None) => desk.go(1, 0),
        ("ArrowLeft", None) => desk.go(0, -1),
        ("ArrowRight", None) => desk.go(0, 1),
        ("Home", None) => desk.go(0, -7),
        ("End", None) => desk.go(0, 7),
        ("PageUp", None) => desk.go(-10, 0),
        ("PageDown", None) => desk.go(10, 0),
        ("Enter", None) => desk.begin(None),
        ("Backspace" | "Delete", None) => desk.begin(Some("")),
        (" ", None) => desk.at.get_untracked().into_iter().for_each(|(id, _)| desk.choose(id)),
        ("e" | "E", None) => desk.excepting.set(true),
        ("s" | "S", None) => desk.answering.set(true),
        ("x" | "X", None) => desk.withdraw(),
        (digit, None) if digit.len() == 1 && digit.as_bytes()[0].is_ascii_digit() => desk.begin(Some(digit)),
        _ => return,
    }
    event.prevent_default();
}
