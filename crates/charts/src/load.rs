//! Load and fitness: fitness and fatigue as lines, daily load as bars, form below, each with its own scale. Phases are
//! quiet bands, races flags, changed settings diamonds. An unknown day is a hollow mark, never a zero.

use chrono::NaiveDate;
use contract::measure::LoadTrendView;
use domain::words::Words;
use plotters::prelude::DrawingBackend;
use plotters::style::Color;

use crate::axis::{self, Days};
use crate::canvas::{Canvas, Hang, Ink, TEXT, fit, width};
use crate::scale::{Linear, nice, thin};
use crate::{ChartFault, Theme, document, number, summary};

const LEFT: f64 = 40.0;
const RIGHT: f64 = 96.0;
const TOP: f64 = 20.0;
const BOTTOM: f64 = 22.0;
const GAP: f64 = 18.0;

/// Where everything lies; the pointer's hit test reads the same.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Layout {
    pub(crate) days: Days,
    pub(crate) lines: Linear,
    pub(crate) bars: Linear,
    pub(crate) form: Linear,
    pub(crate) right: f64,
    pub(crate) top: f64,
    pub(crate) bottom: f64,
    panels: [(f64, f64); 3],
    ticks: [Vec<f64>; 3],
}

impl Layout {
    /// `None` when there is nothing to draw.
    pub(crate) fn of(view: &LoadTrendView, (w, h): (f64, f64)) -> Option<Layout> {
        let right = (w - RIGHT).max(LEFT + 1.0);
        let days = Days::of(view.points.iter().map(|p| p.date), (LEFT, right))?;
        let room = (h - TOP - BOTTOM - 2.0 * GAP).max(3.0);
        let (a, b) = (TOP + room * 0.5, TOP + GAP + room * 0.74);
        let panels = [(TOP, a), (a + GAP, b), (b + GAP, TOP + 2.0 * GAP + room)];
        let ticks_for = |px: (f64, f64)| ((px.1 - px.0) / 32.0).clamp(1.0, 5.0) as u32;
        let points = &view.points;
        let (l0, l1, lt) = nice(points.iter().flat_map(|p| [p.ctl, p.atl]), true, ticks_for(panels[0]));
        let (b0, b1, bt) = nice(points.iter().filter_map(|p| p.load), true, ticks_for(panels[1]).min(2));
        let (f0, f1, ft) = nice(points.iter().map(|p| p.form_morning), true, ticks_for(panels[2]).min(3));
        let down = |domain: (f64, f64), (top, bottom): (f64, f64)| Linear::new(domain, (bottom, top));
        Some(Layout {
            days,
            lines: down((l0, l1), panels[0]),
            bars: down((b0, b1), panels[1]),
            form: down((f0, f1), panels[2]),
            right,
            top: TOP,
            bottom: panels[2].1,
            panels,
            ticks: [lt, bt, ft],
        })
    }
}

/// The chart as an SVG document of `size` pixels.
///
/// # Errors
/// [`ChartFault::Size`] for a size that cannot be drawn.
pub fn svg(view: &LoadTrendView, size: (u32, u32), theme: &Theme, words: &Words) -> Result<String, ChartFault> {
    document::svg("load", size, &summary::load(view, words), theme, |canvas| draw(canvas, view, theme, words))
}

/// Draws the chart on any canvas.
///
/// # Errors
/// [`ChartFault::Backend`] when the backend refuses.
pub fn draw<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    view: &LoadTrendView,
    theme: &Theme,
    words: &Words,
) -> Result<(), ChartFault> {
    let (w, h) = canvas.size();
    let Some(layout) = Layout::of(view, (w, h)) else {
        return canvas.text(&words.say("chart-load-empty"), (w / 2.0, h / 2.0), Hang::Middle, Ink::plain(theme.quiet));
    };
    phases(canvas, view, &layout, theme, words)?;
    layout.days.draw(canvas, (layout.top, layout.bottom), theme)?;
    for (scale, ticks) in [layout.lines, layout.bars, layout.form].into_iter().zip(&layout.ticks) {
        axis::values(canvas, scale, ticks, (LEFT, layout.right), theme)?;
    }
    bars(canvas, view, &layout, theme)?;
    form(canvas, view, &layout, theme)?;
    fitness(canvas, view, &layout, theme)?;
    settings(canvas, view, &layout, theme, words)?;
    races(canvas, view, &layout, theme)?;
    labels(canvas, view, &layout, theme, words)
}

fn phases<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    view: &LoadTrendView,
    layout: &Layout,
    theme: &Theme,
    words: &Words,
) -> Result<(), ChartFault> {
    for (i, phase) in view.phases.iter().enumerate() {
        let from = layout.days.edge(phase.from);
        let to = layout.days.edge(phase.to.checked_add_days(chrono::Days::new(1)).unwrap_or(phase.to));
        if to - from < 1.0 {
            continue;
        }
        if i % 2 == 0 {
            canvas.rect((from, layout.top), (to, layout.bottom), theme.band)?;
        }
        let label = fit(&words.say(&format!("phase-{}", phase.kind.code())), to - from - 8.0);
        canvas.text(&label, (from + 4.0, layout.top + 8.0), Hang::Left, Ink::plain(theme.quiet))?;
    }
    Ok(())
}

/// Bars by day, or by week when a day is narrower than two pixels.
pub(crate) fn by_week(layout: &Layout) -> bool {
    layout.days.slot() < 2.0
}

fn bars<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    view: &LoadTrendView,
    layout: &Layout,
    theme: &Theme,
) -> Result<(), ChartFault> {
    let zero = layout.bars.px(0.0);
    let slot = layout.days.slot();
    if by_week(layout) {
        for week in view.points.chunks(7) {
            let known: Vec<f64> = week.iter().filter_map(|p| p.load).collect();
            let (Some(first), Some(last)) = (week.first(), week.last()) else { continue };
            let (from, to) = (layout.days.edge(first.date), layout.days.edge(last.date) + slot);
            if known.is_empty() {
                canvas.line(&[(from, zero - 1.5), (to, zero - 1.5)], 1.0, theme.faint)?;
                continue;
            }
            let mean = known.iter().sum::<f64>() / known.len() as f64;
            let inset = ((to - from) * 0.15).min(1.0);
            canvas.rect((from + inset, layout.bars.px(mean)), (to - inset, zero), theme.bar)?;
        }
        return Ok(());
    }
    let half = (slot * 0.35).clamp(0.6, 9.0);
    for point in &view.points {
        let x = layout.days.px(point.date);
        match point.load {
            Some(load) if load > 0.0 => {
                canvas.rect((x - half, layout.bars.px(load)), (x + half, zero), theme.bar)?;
            }
            Some(_) => {}
            None => canvas.hollow((x - half, zero - 5.0), (x + half, zero - 0.5), theme.faint)?,
        }
    }
    Ok(())
}

fn form<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    view: &LoadTrendView,
    layout: &Layout,
    theme: &Theme,
) -> Result<(), ChartFault> {
    let zero = layout.form.px(0.0);
    let points: Vec<(f64, f64)> =
        view.points.iter().map(|p| (layout.days.px(p.date), layout.form.px(p.form_morning))).collect();
    let points = thin(&points);
    let side = |keep: fn(f64, f64) -> f64| {
        let mut shape: Vec<(f64, f64)> = points.iter().map(|(x, y)| (*x, keep(*y, zero))).collect();
        if let (Some(first), Some(last)) = (points.first(), points.last()) {
            shape.push((last.0, zero));
            shape.push((first.0, zero));
        }
        shape
    };
    canvas.area(&side(f64::min), theme.accent.mix(0.16))?;
    canvas.area(&side(f64::max), theme.warm.mix(0.20))?;
    canvas.line(&[(LEFT, zero), (layout.right, zero)], 1.0, theme.faint)?;
    canvas.line(&points, 1.25, theme.quiet)
}

fn fitness<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    view: &LoadTrendView,
    layout: &Layout,
    theme: &Theme,
) -> Result<(), ChartFault> {
    let line = |value: fn(&domain::trend::TrendPoint) -> f64| {
        let points: Vec<(f64, f64)> =
            view.points.iter().map(|p| (layout.days.px(p.date), layout.lines.px(value(p)))).collect();
        thin(&points)
    };
    canvas.line(&line(|p| p.atl), 1.0, theme.warm)?;
    canvas.line(&line(|p| p.ctl), 2.25, theme.accent)
}

fn settings<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    view: &LoadTrendView,
    layout: &Layout,
    theme: &Theme,
    words: &Words,
) -> Result<(), ChartFault> {
    let y = layout.panels[0].1;
    let shown = view.settings_changed.iter().copied().filter(|d| layout.days.holds(*d));
    let mut last: Option<NaiveDate> = None;
    for date in shown {
        let x = layout.days.px(date);
        canvas.area(&[(x, y - 4.0), (x + 4.0, y), (x, y + 4.0), (x - 4.0, y)], theme.ink)?;
        last = last.max(Some(date));
    }
    if let Some(date) = last {
        let label = words.say("chart-settings-changed");
        let x = layout.days.px(date);
        let (x, hang) =
            if x + 8.0 + width(&label) < layout.right { (x + 7.0, Hang::Left) } else { (x - 7.0, Hang::Right) };
        canvas.text(&label, (x, y + 9.0), hang, Ink::plain(theme.quiet))?;
    }
    Ok(())
}

fn races<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    view: &LoadTrendView,
    layout: &Layout,
    theme: &Theme,
) -> Result<(), ChartFault> {
    let mut free = f64::NEG_INFINITY;
    let mut races: Vec<_> = view.races.iter().filter(|r| layout.days.holds(r.date)).collect();
    races.sort_by_key(|r| r.date);
    for race in races {
        let x = layout.days.px(race.date);
        canvas.dashes((x, layout.top), (x, layout.bottom), 3.0, theme.ink)?;
        canvas.area(&[(x, 5.0), (x + 8.0, 9.5), (x, 14.0)], theme.ink)?;
        canvas.line(&[(x, 5.0), (x, layout.top)], 1.0, theme.ink)?;
        let label = format!("{:?} {}", race.priority, race.name);
        let label = fit(&label, (layout.right + RIGHT - 8.0 - x - 12.0).min(160.0));
        if x >= free {
            canvas.text(&label, (x + 12.0, 9.5), Hang::Left, Ink::plain(theme.ink))?;
            free = x + 24.0 + width(&label);
        }
    }
    Ok(())
}

fn labels<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    view: &LoadTrendView,
    layout: &Layout,
    theme: &Theme,
    words: &Words,
) -> Result<(), ChartFault> {
    let Some(last) = view.points.last() else { return Ok(()) };
    let x = layout.right + 8.0;
    let (mut ctl, mut atl) = (layout.lines.px(last.ctl), layout.lines.px(last.atl));
    // Two lines of text need their own rows even where the lines end together.
    let apart = 2.0 * (TEXT + 3.0);
    if (ctl - atl).abs() < apart {
        let highest = layout.panels[0].0 + apart / 2.0;
        // A panel too low for two rows keeps the upper one on the picture.
        let middle = f64::midpoint(ctl, atl).min(layout.panels[0].1 - apart / 2.0).max(highest);
        let sign = if ctl <= atl { -0.5 } else { 0.5 };
        ctl = middle + sign * apart;
        atl = middle - sign * apart;
    }
    let entry = |key: &str, value: String, y: f64, color| {
        canvas.text(&value, (x, y - 6.0), Hang::Left, Ink::bold(color))?;
        canvas.text(&words.say(key), (x, y + 6.5), Hang::Left, Ink::plain(color))
    };
    entry("chart-fitness", number::whole(last.ctl), ctl, theme.accent)?;
    entry("chart-fatigue", number::whole(last.atl), atl, theme.warm)?;
    let middle = |panel: (f64, f64)| f64::midpoint(panel.0, panel.1);
    let load = if by_week(layout) { "chart-load-weekly" } else { "chart-load-daily" };
    let unknown = view.points.iter().filter(|p| p.load.is_none()).count();
    let y = middle(layout.panels[1]);
    canvas.text(&words.say(load), (x, y - 6.0), Hang::Left, Ink::plain(theme.quiet))?;
    if unknown > 0 {
        let text = words.say_with("chart-unknown-days", &[("days", unknown.into())]);
        canvas.text(&text, (x, y + 6.5), Hang::Left, Ink::plain(theme.quiet))?;
    }
    entry("chart-form", number::signed(last.form_morning), middle(layout.panels[2]), theme.ink)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples;

    #[test]
    fn the_picture_names_its_lines_its_race_and_its_phase() {
        let svg = svg(&examples::load(60), (640, 320), &Theme::light(), Words::english()).expect("a picture");
        let phase = Words::english().say("phase-build");
        for text in ["Fitness", "Fatigue", "Form", "A Lake Run", &phase, "Settings changed", "role=\"img\"", "<title>"]
        {
            assert!(svg.contains(text), "{text} is missing");
        }
        assert!(!svg.contains("NaN"), "a number was lost");
    }

    #[test]
    fn an_unknown_day_is_drawn_hollow_and_counted() {
        let view = examples::load(30);
        let unknown = view.points.iter().filter(|p| p.load.is_none()).count();
        assert!(unknown > 0, "the example has unknown days");
        let svg = svg(&view, (640, 320), &Theme::light(), Words::english()).expect("a picture");
        assert!(svg.contains(&format!("{unknown} unknown")));
    }

    #[test]
    fn nothing_to_draw_is_a_sentence() {
        let mut view = examples::load(1);
        view.points.clear();
        let svg = svg(&view, (400, 200), &Theme::light(), Words::english()).expect("a picture");
        assert!(svg.contains(&Words::english().say("chart-load-empty")));
    }

    #[test]
    fn the_load_picture_is_as_it_was() {
        insta::assert_snapshot!(
            svg(&examples::load(14), (420, 240), &Theme::light(), Words::english()).expect("a picture")
        );
    }

    #[test]
    fn a_size_that_cannot_be_drawn_is_refused() {
        let refused = svg(&examples::load(3), (0, 20), &Theme::light(), Words::english());
        assert_eq!(refused, Err(ChartFault::Size { width: 0, height: 20 }));
    }
}
