//! The grid: only the rows on the screen and a few beyond its edges are on the page, however many athletes there are. It
//! has the keyboard as a whole and names the cell that is active, so that a row may leave the page without taking the
//! keyboard along.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Element, HtmlElement, KeyboardEvent, MouseEvent};

use super::hands::Hands;
use super::place::{Place, window};
use super::row::{Row, short};
use super::sheet::{Carried, Line, Sheet};
use crate::keys;
use crate::state::{Command, press};
use crate::words::{t, t_with};

/// Height of a row, pixels; the style sheet has the same.
const ROW: f64 = 62.0;
/// Height of the head, pixels; the style sheet has the same.
const HEAD: f64 = 40.0;

/// The grid.
#[component]
pub(super) fn Grid(
    /// What is done with it.
    hands: Hands,
    /// What its keys do.
    commands: StoredValue<Vec<Command>>,
) -> impl IntoView {
    let sheet = hands.sheet;
    let node = NodeRef::<html::Div>::new();
    let scrolled = RwSignal::new(0.0_f64);
    let height = RwSignal::new(600.0_f64);
    let measure = move || {
        if let Some(grid) = node.try_get_untracked().flatten() {
            scrolled.set(f64::from(grid.scroll_top()));
            height.set((f64::from(grid.client_height()) - HEAD).max(ROW));
            sheet.page.set(((height.get_untracked() / ROW) as usize).max(1));
        }
    };
    Effect::new(move |_| {
        if node.get().is_some() {
            measure();
            focus(node);
        }
    });
    let resized = window_event_listener(leptos::ev::resize, move |_| measure());
    on_cleanup(move || resized.remove());
    // A dialog that closes gives the keyboard back.
    Effect::new(move |earlier: Option<bool>| {
        let open = sheet.desk.overriding.get() || sheet.swapping.with(Option::is_some);
        if earlier == Some(true) && !open {
            request_animation_frame(move || focus(node));
        }
        open
    });
    Effect::new(move |_| {
        let at = sheet.at.get();
        if let Some(grid) = node.get_untracked() {
            reveal(&grid, at);
        }
    });
    let range = Memo::new(move |_| window(scrolled.get(), height.get(), ROW, sheet.shown.with(Vec::len)));
    let visible = move || {
        let (first, last) = range.get();
        sheet.shown.with(|shown| {
            sheet.lines.with(|lines| {
                let of = |at: usize| shown.get(at).and_then(|line| lines.get(*line)).map(|line| (at, line.clone()));
                (first..last).filter_map(of).collect::<Vec<(usize, Line)>>()
            })
        })
    };
    let active = move || {
        sheet.changes.track();
        sheet.shown.track();
        let at = sheet.at.get();
        let line = sheet.line(at.row)?;
        Some(match sheet.sessions(at.row, at.day).get(at.slot) {
            Some(session) => format!("on-board-{}", session.id),
            None => format!("on-board-{}-{}", line.athlete, sheet.days().get(at.day)?),
        })
    };
    let columns = move || {
        let week = " var(--sheet-week) repeat(7, minmax(var(--sheet-day), 1fr))";
        format!("var(--sheet-name){}", week.repeat(sheet.weeks().len()))
    };
    view! {
        <div
            node_ref=node
            class="sheet"
            class:sheet-wide=move || sheet.weeks().len() == 1
            class:sheet-carrying=move || sheet.carried.with(Option::is_some)
            role="grid"
            tabindex="0"
            aria-label=t("board-grid")
            aria-rowcount=move || (sheet.shown.with(Vec::len) + 1).to_string()
            aria-activedescendant=active
            data-testid="board-grid"
            style=("--sheet-columns", columns)
            style=("--sheet-weeks", move || sheet.weeks().len().to_string())
            on:scroll=move |_| measure()
            on:keydown=move |event| commands.with_value(|commands| pressed(hands, commands, &event))
            on:click=move |event| clicked(sheet, &event)
            on:dblclick=move |event| {
                if place_of(&event).is_some() {
                    sheet.panel.set(true);
                }
            }
            on:dragstart=move |event| drag_begun(sheet, &event)
            on:dragover=move |event| dragged_over(sheet, &event)
            on:drop=move |event| {
                event.prevent_default();
                hands.put_down();
            }
            on:dragend=move |_| sheet.carried.set(None)
        >
            <Head sheet=sheet />
            <div
                class="sheet-body"
                role="presentation"
                style:height=move || format!("{}px", sheet.shown.with(Vec::len) as f64 * ROW)
                style:padding-top=move || format!("{}px", range.get().0 as f64 * ROW)
            >
                <For
                    each=visible
                    key=|(at, line)| (*at, line.athlete)
                    children=move |(at, line)| view! { <Row sheet=sheet at=at line=line /> }
                />
            </div>
        </div>
    }
}

#[component]
fn Head(sheet: Sheet) -> impl IntoView {
    let today = move || sheet.state.today();
    let weeks = move || {
        let today = today();
        let head = |week: domain::week::Week| {
            let days = week.days().map(|date| {
                let class = if today == Some(date) { "sheet-head sheet-head-today" } else { "sheet-head" };
                view! {
                    <div class=class role="columnheader" aria-label=crate::format::long_day(date)>
                        <b>{crate::format::weekday_short(date)}</b>
                        <span>{crate::format::short_day(date)}</span>
                    </div>
                }
            });
            let days = days.into_iter().collect_view();
            view! {
                <div class="sheet-head sheet-head-week" role="columnheader">
                    <b>{short(week)}</b>
                    <span>{t("board-head-load")}</span>
                </div>
                {days}
            }
        };
        sheet.weeks().into_iter().map(head).collect_view()
    };
    view! {
        <div class="sheet-row sheet-heads" role="row" aria-rowindex="1">
            <div class="sheet-head sheet-head-name" role="columnheader">
                {move || t_with("board-shown", &[("count", sheet.shown.with(Vec::len).into())])}
            </div>
            {weeks}
        </div>
    }
}

fn focus(node: NodeRef<html::Div>) {
    if let Some(grid) = node.try_get_untracked().flatten()
        && !keys::is_typing()
    {
        // Refused by nothing that can have focus.
        let _ = grid.focus();
    }
}

/// Scrolls just as far as needed to see a place.
fn reveal(grid: &HtmlElement, at: Place) {
    let day = grid.query_selector(&format!(".sheet-row [data-day='{}']", at.day)).ok().flatten();
    let name = grid.query_selector(".sheet-head-name").ok().flatten();
    if let Some((day, name)) = day.zip(name).and_then(|(day, name)| Some((day.dyn_into::<HtmlElement>().ok()?, name))) {
        let (left, right) = (day.offset_left() - name.client_width(), day.offset_left() + day.offset_width());
        let width = grid.client_width();
        if left < grid.scroll_left() {
            grid.set_scroll_left(left);
        } else if right > grid.scroll_left() + width {
            grid.set_scroll_left(right - width);
        }
    }
    let top = at.row as f64 * ROW;
    let (from, height) = (f64::from(grid.scroll_top()), f64::from(grid.client_height()) - HEAD);
    if top < from {
        grid.set_scroll_top(top as i32);
    } else if top + ROW > from + height {
        grid.set_scroll_top((top + ROW - height).ceil() as i32);
    }
}

/// Where on the board something happened: its row, its day and the session.
fn place_of(event: &web_sys::Event) -> Option<Place> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let number = |name: &str| {
        let element = target.closest(&format!("[data-{name}]")).ok().flatten()?;
        element.get_attribute(&format!("data-{name}"))?.parse::<usize>().ok()
    };
    Some(Place { row: number("row")?, day: number("day")?, slot: number("slot").unwrap_or(0) })
}

fn clicked(sheet: Sheet, event: &MouseEvent) {
    if let Some(place) = place_of(event) {
        sheet.carried.set(None);
        sheet.at.set(place);
    }
}

fn drag_begun(sheet: Sheet, event: &DragEvent) {
    let Some(place) = place_of(event) else { return };
    sheet.at.set(place);
    let Some(here) = sheet.here() else { return };
    let Some(session) = here.session.filter(|session| !session.removed).map(|session| session.id) else { return };
    if let Some(data) = event.data_transfer() {
        // Refused only for names that are not types.
        let _ = data.set_data("text/plain", &session.to_string());
        data.set_effect_allowed("move");
    }
    let (athlete, week, from) = (here.athlete, here.week, here.date);
    sheet.carried.set(Some(Carried { athlete, week, session, from, to: from, swap: false }));
}

/// A card can be put down on the days of its own week in its own row.
fn dragged_over(sheet: Sheet, event: &DragEvent) {
    let Some((carried, place)) = sheet.carried.get_untracked().zip(place_of(event)) else { return };
    let own = sheet.line(place.row).is_some_and(|line| line.athlete == carried.athlete);
    let date = untrack(|| sheet.days()).get(place.day).copied().filter(|date| carried.week.contains(*date));
    if let Some(date) = date.filter(|_| own) {
        event.prevent_default();
        if carried.to != date {
            sheet.carried.set(Some(Carried { to: date, ..carried }));
        }
    }
}

/// One key for each thing that is done often.
fn pressed(hands: Hands, commands: &[Command], event: &KeyboardEvent) {
    let sheet = hands.sheet;
    let (key, chord) = (event.key(), keys::is_chord(event));
    if sheet.carried.get_untracked().is_some() {
        match key.as_str() {
            "ArrowLeft" => hands.carry(-1),
            "ArrowRight" => hands.carry(1),
            "Enter" => hands.put_down(),
            "Escape" => sheet.carried.set(None),
            _ => return,
        }
        event.prevent_default();
        return;
    }
    let at = sheet.at.get_untracked();
    let extent = sheet.extent();
    let to = match key.as_str() {
        "Home" if chord => Some(Place::default()),
        "End" if chord => Some(Place { row: extent.rows.saturating_sub(1), ..Place::default() }),
        _ if chord => return,
        key => at.after(key, extent, |row, day| sheet.sessions(row, day).len()),
    };
    if let Some(to) = to {
        event.prevent_default();
        sheet.at.set(to);
        return;
    }
    if key == "Escape" {
        sheet.panel.set(false);
    } else if !press(commands, &key) {
        return;
    }
    event.prevent_default();
}
