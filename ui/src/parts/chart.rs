//! Charts on a page: the picture at the width there is, a crosshair that reads it, gestures that zoom and move it, its
//! numbers as a table, and ways to take it along.
//!
//! What moves is drawn apart: the crosshair and marked spans lie over the picture, and the picture itself is drawn anew at
//! most once a frame, with no more points than it has pixels.

mod hands;
mod layers;
mod linked;
mod menu;
mod told;

use std::rc::Rc;

use charts::plot::{Across, Plot};
use charts::season::SeasonPlot;
use charts::view::View;
use contract::measure::ReadinessTrendView;
use contract::season::SeasonView;
use leptos::html;
use leptos::prelude::*;
use leptos_use::{UseElementSizeReturn, use_element_size};

use super::lines::Lines;
use super::{Icon, fresh_id};
use crate::state::{Asked, State, Theme};
use crate::words::{t, words};

use hands::{Hands, Held};
use layers::{band, crosshair, spoken};
pub use linked::Linked;
use menu::ChartMenu;
use told::{Marks, Numbers};

/// Height of the readiness trend, pixels.
const READINESS: u32 = 210;
/// Height of a season, pixels.
const SEASON: u32 = 300;

/// A chart to be shown.
#[derive(Clone)]
pub struct Picture(Rc<dyn Plot>);

impl<P: Plot + 'static> From<P> for Picture {
    fn from(plot: P) -> Picture {
        Picture(Rc::new(plot))
    }
}

impl std::fmt::Debug for Picture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Picture").field(&self.0.name()).finish()
    }
}

/// The chart's colours for the page's theme; follows the switch and the system.
#[must_use]
pub fn colors() -> Signal<charts::Theme> {
    let theme = use_context::<State>().map(|state| state.theme);
    let asked = Asked::now();
    Signal::derive(move || theme.map_or(Theme::System, |theme| theme.get()).colors(asked.get()))
}

/// Readiness with its range.
#[component]
pub fn ReadinessChart(
    /// What to draw.
    view: ReadinessTrendView,
    /// What is shown of it, where other charts show the same.
    #[prop(optional_no_strip)]
    linked: Option<Linked>,
) -> impl IntoView {
    view! { <Chart plot=view height=READINESS label=t("chart-readiness") linked=linked /> }
}

/// The weeks of a season: fitness with what is possible, and load.
#[component]
pub fn SeasonChart(
    /// What to draw.
    view: SeasonView,
    /// Today.
    today: chrono::NaiveDate,
) -> impl IntoView {
    view! { <Chart plot=SeasonPlot { view, today } height=SEASON label=t("screen-season") /> }
}

/// Lines and bars of any kind.
#[component]
pub fn LinesChart(
    /// What to draw.
    lines: Lines,
) -> impl IntoView {
    let (height, label) = (lines.height(), lines.title.clone());
    view! { <Chart plot=lines height=height label=label /> }
}

/// Any chart.
#[component]
pub fn Chart(
    /// What to draw.
    #[prop(into)]
    plot: Picture,
    /// Its height, pixels.
    height: u32,
    /// Its name, for those who cannot see it and for its menu.
    #[prop(into)]
    label: String,
    /// What it shares with other charts; its own if left out.
    #[prop(optional_no_strip)]
    linked: Option<Linked>,
    /// A marked span is chosen ([`Linked::chosen`]); else it is zoomed to.
    #[prop(optional)]
    chooses: bool,
) -> impl IntoView {
    let nothing = Across { whole: View::new(0.0, 0.0), least: 0.0 };
    let across = plot.0.across().unwrap_or(nothing);
    let linked = linked.unwrap_or_else(|| Linked::of(across.whole));
    let node = NodeRef::<html::Div>::new();
    let UseElementSizeReturn { width, .. } = use_element_size(node);
    let size = Memo::new(move |_| (width.get().clamp(0.0, 4000.0) as u32, height));
    let hands = Hands {
        plot: StoredValue::new_local(plot.0),
        across,
        linked,
        size: size.into(),
        node,
        brush: RwSignal::new(None),
        marking: RwSignal::new(false),
        chooses,
        spoken: RwSignal::new(false),
        grip: StoredValue::new(Held::default()),
    };
    let shown = each_frame(linked.view);
    let colors = colors();
    let drawn = Memo::new(move |_| {
        let (size, view) = (size.get(), shown.get());
        if size.0 == 0 {
            return Ok(String::new());
        }
        hands.plot.with_value(|plot| plot.svg(view, size, &colors.get(), words()))
    });
    let count = StoredValue::new(0_u32);
    let times = move || {
        drawn.track();
        count.try_update_value(|count| {
            *count += 1;
            *count
        })
    };
    let hit = Memo::new(move |_| {
        size.track();
        linked.at.get().and_then(|at| hands.read(shown.get(), at))
    });
    let sides = move || hands.plot.with_value(|plot| plot.sides(size.get()));
    let hint = fresh_id("chart-hint");
    let zooms = hands.zooms();
    let keys = if zooms { "chart-hint-zoom" } else { "chart-hint" };
    view! {
        <figure class="plot" data-testid="chart">
            <div
                class="plot-box"
                class:plot-zooms=zooms
                class:plot-marks=move || hands.marking.get()
                node_ref=node
                style:height=format!("{height}px")
                tabindex="0"
                role="application"
                aria-label=label.clone()
                aria-describedby=hint.clone()
                on:pointerdown=move |event| hands.down(&event)
                on:pointermove=move |event| hands.moved(&event)
                on:pointerup=move |event| hands.up(&event)
                on:pointercancel=move |event| hands.up(&event)
                on:pointerleave=move |_| hands.left()
                on:dblclick=move |_| hands.whole()
                on:wheel=move |event| hands.wheel(&event)
                on:keydown=move |event| hands.key(&event)
                on:blur=move |_| linked.at.set(None)
            >
                <div class="plot-picture" data-drawn=times inner_html=move || drawn.get().unwrap_or_default()></div>
                {move || drawn.get().err().map(|fault| view! { <p class="missing">{fault.to_string()}</p> })}
                {move || linked.chosen.get().and_then(|span| band(span, shown.get(), sides(), "plot-chosen"))}
                {move || {
                    let marked = hands.brush.get().and_then(|(brush, _)| brush.span(0.0));
                    marked.and_then(|span| band(span, shown.get(), sides(), "plot-brush"))
                }}
                {move || hit.get().map(|hit| crosshair(&hit, size.get_untracked().0))}
            </div>
            <p class="only-read" role="status">
                {move || hands.spoken.get().then(|| hit.get().map(|hit| spoken(&hit)))}
            </p>
            <div class="plot-foot">
                <p class="plot-hint" id=hint>{t(keys)}</p>
                {zooms.then(|| view! { <Steps hands=hands shown=shown /> })}
                <ChartMenu hands=hands shown=shown label=label colors=colors />
            </div>
            <Numbers hands=hands shown=shown />
            <Marks hands=hands shown=shown />
        </figure>
    }
}

/// Follows a view at most once a frame: many events between two frames draw one picture.
fn each_frame(view: RwSignal<View>) -> Signal<View> {
    let shown = RwSignal::new(view.get_untracked());
    let waiting = StoredValue::new(false);
    Effect::new(move |_| {
        if view.get() == shown.get_untracked() || waiting.get_value() {
            return;
        }
        waiting.set_value(true);
        request_animation_frame(move || {
            // The chart may be gone by then.
            if waiting.try_set_value(false).is_none()
                && let Some(now) = view.try_get_untracked()
            {
                shown.try_set(now);
            }
        });
    });
    shown.into()
}

/// Zoom and pan for a pointer that cannot drag.
#[component]
fn Steps(hands: Hands, shown: Signal<View>) -> impl IntoView {
    let whole = hands.across.whole;
    let steps = [
        ("chart-earlier", Icon::Back, Callback::new(move |()| hands.pan(-1.0))),
        ("chart-later", Icon::Forward, Callback::new(move |()| hands.pan(1.0))),
    ];
    let steps = steps.map(|(key, icon, run)| {
        view! {
            <button
                type="button"
                class="button button-quiet button-icon"
                title=t(key)
                aria-label=t(key)
                aria-disabled=move || (shown.get() == whole).then_some("true")
                on:click=move |_| run.run(())
            >
                {icon.view()}
            </button>
        }
    });
    let zoom = [("chart-farther", "\u{2212}", false), ("chart-nearer", "+", true)].map(|(key, sign, nearer)| {
        view! {
            <button
                type="button"
                class="button button-quiet button-icon"
                title=t(key)
                aria-label=t(key)
                on:click=move |_| hands.nearer(nearer)
            >
                {sign}
            </button>
        }
    });
    view! { <div class="plot-steps" role="group" aria-label=t("chart-steps")>{steps.collect_view()} {zoom.collect_view()}</div> }
}
