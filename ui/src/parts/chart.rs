//! Charts on a page: the picture at the width there is, a crosshair that reads it, and its numbers as a table.

use charts::hit::Hit;
use charts::table::Table;
use charts::{ChartFault, Theme as Colors, hit, load, readiness, season, table, trace};
use contract::measure::{LoadTrendView, ReadinessTrendView, Trace};
use contract::season::SeasonView;
use leptos::prelude::*;
use leptos::{ev, html};
use leptos_use::{UseElementSizeReturn, use_element_size, use_media_query};

use super::lines::Lines;
use crate::state::{State, Theme};
use crate::words::{t, words};

/// Height of the load trend, pixels.
const LOAD: u32 = 340;
/// Height of the readiness trend, pixels.
const READINESS: u32 = 210;
/// Height of a season, pixels.
const SEASON: u32 = 300;
/// Height of one panel of an activity, pixels.
const PANEL: u32 = 112;
/// Height around the panels of an activity, pixels.
const AROUND: u32 = 40;

/// Draws at a size, in colours.
type Draw = dyn Fn((u32, u32), &Colors) -> Result<String, ChartFault>;
/// Reads what lies under a place, at a size.
type Read = dyn Fn((u32, u32), f64) -> Option<Hit>;

/// What a chart can do with its view.
struct Picture {
    height: u32,
    svg: Box<Draw>,
    hit: Box<Read>,
    table: Box<dyn Fn() -> Table>,
}

/// The chart's colours for the page's theme; follows the switch and the system.
fn colors() -> Signal<Colors> {
    let theme = use_context::<State>().map(|state| state.theme);
    let system = use_media_query("(prefers-color-scheme: dark)");
    Signal::derive(move || {
        let dark = match theme.map_or(Theme::System, |theme| theme.get()) {
            Theme::Light => false,
            Theme::Dark => true,
            Theme::System => system.get(),
        };
        if dark { Colors::dark().bare() } else { Colors::light().bare() }
    })
}

/// Load, fitness, fatigue and form.
#[component]
pub fn LoadChart(
    /// What to draw.
    view: LoadTrendView,
) -> impl IntoView {
    let (a, b) = (view.clone(), view.clone());
    plot(Picture {
        height: LOAD,
        svg: Box::new(move |size, theme| load::svg(&a, size, theme, words())),
        hit: Box::new(move |size, x| hit::load(&b, size, x, words())),
        table: Box::new(move || table::load(&view, words())),
    })
}

/// Readiness with its range.
#[component]
pub fn ReadinessChart(
    /// What to draw.
    view: ReadinessTrendView,
) -> impl IntoView {
    let (a, b) = (view.clone(), view.clone());
    plot(Picture {
        height: READINESS,
        svg: Box::new(move |size, theme| readiness::svg(&a, size, theme, words())),
        hit: Box::new(move |size, x| hit::readiness(&b, size, x, words())),
        table: Box::new(move || table::readiness(&view, words())),
    })
}

/// The weeks of a season: fitness with what is possible, and load.
#[component]
pub fn SeasonChart(
    /// What to draw.
    view: SeasonView,
    /// Today.
    today: chrono::NaiveDate,
) -> impl IntoView {
    let (a, b) = (view.clone(), view.clone());
    plot(Picture {
        height: SEASON,
        svg: Box::new(move |size, theme| season::svg(&a, today, size, theme, words())),
        hit: Box::new(move |size, x| season::hit(&b, size, x, words())),
        table: Box::new(move || season::table(&view, words())),
    })
}

/// An activity's channels.
#[component]
pub fn TraceChart(
    /// What to draw.
    view: Trace,
) -> impl IntoView {
    let (a, b) = (view.clone(), view.clone());
    let panels = u32::try_from(trace::panels(&view)).unwrap_or(1).max(1);
    plot(Picture {
        height: AROUND + PANEL * panels,
        svg: Box::new(move |size, theme| trace::svg(&a, size, theme, words())),
        hit: Box::new(move |size, x| hit::trace(&b, size, x, words())),
        table: Box::new(move || table::trace(&view, words())),
    })
}

/// Lines and bars of any kind.
#[component]
pub fn LinesChart(
    /// What to draw.
    lines: Lines,
) -> impl IntoView {
    let (a, b) = (lines.clone(), lines.clone());
    plot(Picture {
        height: lines.height(),
        // Its colours are classes: it follows the theme by itself.
        svg: Box::new(move |size, _| Ok(a.svg(size.0))),
        hit: Box::new(move |size, x| b.hit(size.0, x)),
        table: Box::new(move || lines.table()),
    })
}

fn plot(picture: Picture) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    let UseElementSizeReturn { width, .. } = use_element_size(node);
    let colors = colors();
    let height = picture.height;
    let size = Memo::new(move |_| (width.get().clamp(0.0, 4000.0) as u32, height));
    let under = RwSignal::new(None::<f64>);
    let picture = StoredValue::new_local(picture);
    let drawn = move || {
        let size = size.get();
        if size.0 == 0 {
            return Ok(String::new());
        }
        picture.with_value(|p| (p.svg)(size, &colors.get()))
    };
    let shown = Memo::new(move |_| drawn());
    let hit = Signal::derive(move || under.get().and_then(|x| picture.with_value(|p| (p.hit)(size.get(), x))));
    let follow = move |event: ev::PointerEvent| {
        if let Some(node) = node.get_untracked() {
            under.set(Some(f64::from(event.client_x()) - node.get_bounding_client_rect().left()));
        }
    };
    view! {
        <figure class="plot" data-testid="chart">
            <div
                class="plot-box"
                node_ref=node
                style:height=format!("{height}px")
                tabindex="0"
                aria-label=t("chart-keys")
                role="group"
                on:pointermove=follow
                on:pointerleave=move |_| under.set(None)
                on:blur=move |_| under.set(None)
                on:keydown=move |event| {
                    let step = match event.key().as_str() {
                        "ArrowLeft" => -1.0,
                        "ArrowRight" => 1.0,
                        _ => return,
                    };
                    event.prevent_default();
                    event.stop_propagation();
                    let from = under.get_untracked().unwrap_or(if step > 0.0 { 0.0 } else { f64::from(size.get_untracked().0) });
                    under.set(Some(picture.with_value(|p| next(p, size.get_untracked(), from, step))));
                }
            >
                <div class="plot-picture" inner_html=move || shown.get().unwrap_or_default()></div>
                {move || shown.get().err().map(|fault| view! { <p class="missing">{fault.to_string()}</p> })}
                {move || hit.get().map(|hit| crosshair(&hit, size.get_untracked()))}
            </div>
            <Numbers picture=picture />
        </figure>
    }
}

/// The next place in a direction where the crosshair reads something else; stays when there is none.
fn next(picture: &Picture, size: (u32, u32), from: f64, step: f64) -> f64 {
    let here = (picture.hit)(size, from).map(|hit| hit.label);
    let mut x = from;
    while (0.0..=f64::from(size.0)).contains(&(x + step)) {
        x += step;
        if let Some(hit) = (picture.hit)(size, x)
            && Some(&hit.label) != here.as_ref()
        {
            return hit.x;
        }
    }
    from
}

fn crosshair(hit: &Hit, size: (u32, u32)) -> impl IntoView + use<> {
    let left = hit.x > f64::from(size.0) * 0.55;
    // Each property on its own: the page's content policy forbids a whole style attribute.
    let px = |value: f64| format!("{value:.1}px");
    let (from_left, from_right) = if left {
        ("auto".to_owned(), px(f64::from(size.0) - hit.x + 10.0))
    } else {
        (px(hit.x + 10.0), "auto".to_owned())
    };
    let dots = hit
        .dots
        .iter()
        .map(|y| view! { <span class="plot-dot" style:left=px(hit.x) style:top=px(*y)></span> })
        .collect_view();
    let values = hit
        .values
        .iter()
        .map(|(name, value)| {
            view! {
                <div>
                    <dt>{name.clone()}</dt>
                    <dd>{value.clone()}</dd>
                </div>
            }
        })
        .collect_view();
    view! {
        <span
            class="plot-line"
            style:left=px(hit.x)
            style:top=px(hit.span.0)
            style:height=px(hit.span.1 - hit.span.0)
        ></span>
        {dots}
        <div class="plot-read" style:left=from_left style:right=from_right style:top=px(hit.span.0) role="status">
            <p>{hit.label.clone()}</p>
            <dl>{values}</dl>
        </div>
    }
}

/// The numbers behind a picture; made only when somebody opens them.
#[component]
fn Numbers(picture: StoredValue<Picture, LocalStorage>) -> impl IntoView {
    let open = RwSignal::new(false);
    let rows = move || {
        open.get().then(|| {
            let table = picture.with_value(|p| (p.table)());
            let head = table
                .head
                .into_iter()
                .enumerate()
                .map(|(i, words)| view! { <th scope="col" class:right={i > 0}>{words}</th> })
                .collect_view();
            let rows = table
                .rows
                .into_iter()
                .map(|row| {
                    let cells = row
                        .into_iter()
                        .enumerate()
                        .map(|(i, text)| view! { <td class:right={i > 0}>{text}</td> })
                        .collect_view();
                    view! { <tr>{cells}</tr> }
                })
                .collect_view();
            view! {
                <div class="plot-table">
                    <table class="grid-table">
                        <thead>
                            <tr>{head}</tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            }
        })
    };
    view! {
        <details class="plot-numbers" on:toggle=move |event| open.set(event_target::<web_sys::Element>(&event).has_attribute("open"))>
            <summary>{t("chart-as-table")}</summary>
            {rows}
        </details>
    }
}
