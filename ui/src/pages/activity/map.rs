//! The track on a plain sheet: zoomed and moved by pointer and keys, its crosshair tied to the recording's.

use charts::map::{self, Look, Sheet};
use charts::view::View;
use contract::Topic;
use contract::track::{ActivityTrack, TrackBy, TrackView};
use domain::id::ActivityId;
use domain::locale::here;
use leptos::prelude::*;
use leptos::{ev, html};
use leptos_use::{UseElementSizeReturn, use_element_size};

use super::desk::Desk;
use crate::format::Quantity;
use crate::parts::chart::colors;
use crate::parts::{Button, ButtonKind, Card, Empty, Segments, Shown};
use crate::state::ask;
use crate::words::{t, words};

/// Height of the map, pixels.
const HEIGHT: u32 = 420;
/// How much closer one step is.
const STEP: f64 = 1.4;
/// How far an arrow key moves it, pixels.
const KEY: f64 = 60.0;
/// From how far away the pointer takes hold of the track, pixels.
const REACH: f64 = 40.0;

/// The card.
#[component]
pub(super) fn MapCard(
    /// Which activity.
    id: ActivityId,
    /// What the page shares.
    desk: Desk,
) -> impl IntoView {
    let track = ask(
        |moved| matches!(moved.topic, Topic::Activities | Topic::Athlete),
        move || Some(ActivityTrack { id, mark_m: here().kept(Quantity::Distance, 1.0) }),
    );
    view! {
        <Card title=t("activity-map") under=t("activity-map-under")>
            <div data-testid="map">
                <Shown ask=track lines=6 then=move |track| view! { <Track track=track desk=desk /> }.into_any() />
            </div>
        </Card>
    }
}

#[component]
fn Track(track: TrackView, desk: Desk) -> impl IntoView {
    if track.withheld {
        return view! { <Empty title=t("activity-map-withheld") hint=t("activity-map-withheld-hint") /> }.into_any();
    }
    if track.points.is_empty() {
        return view! { <Empty title=t("activity-map-empty") hint=t("activity-map-empty-hint") /> }.into_any();
    }
    let by = RwSignal::new(None::<TrackBy>);
    let options: Vec<(Option<TrackBy>, String)> = std::iter::once((None, t("activity-map-plain")))
        .chain(track.values.iter().map(|of| (Some(of.by), t(&format!("activity-map-by-{}", of.by.code())))))
        .collect();
    let colours =
        (options.len() > 1).then(|| view! { <Segments label=t("activity-map-by") value=by options=options /> });
    let table = map::table(&track, words());
    let track = StoredValue::new(track);
    view! {
        {colours}
        <Picture track=track by=by desk=desk />
        <Key track=track by=by />
        <details class="plot-numbers">
            <summary>{t("chart-as-table")}</summary>
            <div class="plot-table">
                <table class="grid-table">
                    <thead>
                        <tr>
                            {table.head.into_iter().map(|head| view! { <th scope="col">{head}</th> }).collect_view()}
                        </tr>
                    </thead>
                    <tbody>
                        {table
                            .rows
                            .into_iter()
                            .map(|row| {
                                let cells = row.into_iter().map(|cell| view! { <td>{cell}</td> }).collect_view();
                                view! { <tr>{cells}</tr> }
                            })
                            .collect_view()}
                    </tbody>
                </table>
            </div>
        </details>
    }
    .into_any()
}

#[component]
fn Picture(track: StoredValue<TrackView>, by: RwSignal<Option<TrackBy>>, desk: Desk) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    let UseElementSizeReturn { width, .. } = use_element_size(node);
    let size = Memo::new(move |_| (width.get().clamp(0.0, 4000.0) as u32, HEIGHT));
    let whole = Memo::new(move |_| track.with_value(|track| Sheet::whole(track, size.get())));
    // `None`: all of it, at whatever size there is.
    let moved = RwSignal::new(None::<Sheet>);
    let sheet = Memo::new(move |_| moved.get().unwrap_or_else(|| whole.get()));
    let colors = colors();
    let drawn = Memo::new(move |_| {
        let size = size.get();
        if size.0 == 0 {
            return Ok(String::new());
        }
        let second = |ms: u32| f64::from(ms) / 1000.0;
        let chosen = desk
            .spans
            .with(|spans| spans.iter().map(|span| View::new(second(span.from_ms), second(span.to_ms))).collect());
        let look = Look { by: by.get(), chosen };
        track.with_value(|track| map::svg(track, sheet.get(), &look, size, &colors.get(), words()))
    });
    let zoom = move |px: (f64, f64), factor: f64| {
        let (size, whole) = (size.get_untracked(), whole.get_untracked());
        let next = sheet.get_untracked().zoomed(size, px, factor, whole);
        moved.set((next != whole).then_some(next));
    };
    let middle = move || (f64::from(size.get_untracked().0) / 2.0, f64::from(HEIGHT) / 2.0);
    let pan = move |by: (f64, f64)| {
        let (size, whole) = (size.get_untracked(), whole.get_untracked());
        let next = sheet.get_untracked().panned(size, by, whole);
        moved.set((next != whole).then_some(next));
    };
    let place = move |x: i32, y: i32| {
        node.get_untracked().map(|node| {
            let rect = node.get_bounding_client_rect();
            (f64::from(x) - rect.left(), f64::from(y) - rect.top())
        })
    };
    let held = StoredValue::new(None::<(f64, f64)>);
    let on_move = move |event: ev::PointerEvent| {
        let Some(here) = place(event.client_x(), event.client_y()) else { return };
        if let Some(before) = held.get_value() {
            held.set_value(Some(here));
            return pan((here.0 - before.0, here.1 - before.1));
        }
        let (sheet, size) = (sheet.get_untracked(), size.get_untracked());
        desk.at.set(track.with_value(|track| map::nearest(track, sheet, size, here, REACH)));
    };
    let on_down = move |event: ev::PointerEvent| {
        held.set_value(place(event.client_x(), event.client_y()));
        if let Some(node) = node.get_untracked() {
            // A pointer that is gone already cannot be captured; then the drag ends at the edge, and nothing is lost.
            let _ = node.set_pointer_capture(event.pointer_id());
        }
    };
    let on_wheel = move |event: ev::WheelEvent| {
        // A plain wheel scrolls the page unless the map was taken in hand.
        let mine = event.ctrl_key() || event.meta_key() || node.get_untracked().is_some_and(|node| focused(&node));
        if let Some(here) = place(event.client_x(), event.client_y()).filter(|_| mine) {
            event.prevent_default();
            zoom(here, if event.delta_y() < 0.0 { STEP } else { 1.0 / STEP });
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        match event.key().as_str() {
            "ArrowLeft" => pan((KEY, 0.0)),
            "ArrowRight" => pan((-KEY, 0.0)),
            "ArrowUp" => pan((0.0, KEY)),
            "ArrowDown" => pan((0.0, -KEY)),
            "+" | "=" => zoom(middle(), STEP),
            "-" => zoom(middle(), 1.0 / STEP),
            "Home" | "0" => moved.set(None),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let cross = move || {
        let at = desk.at.get()?;
        let (x, y) = sheet.get().px(size.get(), track.with_value(|track| map::place_at(track, at))?);
        let inside = (0.0..=f64::from(size.get().0)).contains(&x) && (0.0..=f64::from(HEIGHT)).contains(&y);
        let px = |value: f64| format!("{value:.1}px");
        inside.then(|| view! { <span class="plot-dot map-dot" style:left=px(x) style:top=px(y)></span> })
    };
    view! {
        <div
            class="plot-box map-box"
            node_ref=node
            style:height=format!("{HEIGHT}px")
            tabindex="0"
            role="application"
            aria-label=t("activity-map-keys")
            on:pointermove=on_move
            on:pointerdown=on_down
            on:pointerup=move |_| held.set_value(None)
            on:pointercancel=move |_| held.set_value(None)
            on:pointerleave=move |_| desk.at.set(None)
            on:dblclick=move |_| moved.set(None)
            on:wheel=on_wheel
            on:keydown=on_key
        >
            <div class="plot-picture" inner_html=move || drawn.get().unwrap_or_default()></div>
            {move || drawn.get().err().map(|fault| view! { <p class="missing">{fault.to_string()}</p> })}
            {cross}
        </div>
        <div class="map-tools">
            <Button kind=ButtonKind::Quiet on_press=move || zoom(middle(), STEP)>
                {t("activity-map-closer")}
            </Button>
            <Button kind=ButtonKind::Quiet on_press=move || zoom(middle(), 1.0 / STEP)>
                {t("activity-map-farther")}
            </Button>
            <Button
                kind=ButtonKind::Quiet
                disabled=Signal::derive(move || moved.with(Option::is_none))
                on_press=move || moved.set(None)
            >
                {t("activity-map-all")}
            </Button>
        </div>
    }
}

fn focused(node: &web_sys::HtmlDivElement) -> bool {
    document().active_element().is_some_and(|active| node.is_same_node(Some(&active)))
}

/// What the colours and widths mean.
#[component]
fn Key(track: StoredValue<TrackView>, by: RwSignal<Option<TrackBy>>) -> impl IntoView {
    let colors = colors();
    move || {
        let by = by.get()?;
        track.with_value(|track| {
            let values = track.values.iter().find(|values| values.by == by)?;
            let edges = values.edges.len();
            let rows = map::classes(values, track.sport, words())
                .into_iter()
                .enumerate()
                .map(|(class, words)| {
                    let (color, broad) = map::key(class, edges, &colors.get());
                    view! {
                        <li>
                            <svg viewBox="0 0 22 8" width="22" height="8" aria-hidden="true">
                                <line x1="0" y1="4" x2="22" y2="4" stroke=color stroke-width=broad.to_string() />
                            </svg>
                            {words}
                        </li>
                    }
                })
                .collect_view();
            Some(view! { <ul class="map-key" data-testid="map-key">{rows}</ul> })
        })
    }
}
