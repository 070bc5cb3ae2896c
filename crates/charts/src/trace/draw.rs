//! The picture.

use domain::locale::{self, Quantity};
use domain::recording::{ChannelKind, Span};
use domain::words::Words;
use plotters::prelude::DrawingBackend;
use plotters::style::{Color, RGBColor};

use super::layout::{Layout, Panel};
use super::{By, Drawn, shown, written};
use crate::canvas::{Canvas, Hang, Ink, width};
use crate::scale::{round_step, thin};
use crate::view::clip;
use crate::{ChartFault, Theme, axis, number};

pub(super) fn draw<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    drawn: &Drawn<'_>,
    theme: &Theme,
    words: &Words,
) -> Result<(), ChartFault> {
    let (w, h) = canvas.size();
    let Some(layout) = Layout::of(drawn, (w, h)) else {
        return canvas.text(&words.say("chart-trace-empty"), (w / 2.0, h / 2.0), Hang::Middle, Ink::plain(theme.quiet));
    };
    pauses(canvas, drawn, &layout, theme)?;
    marked(canvas, drawn, &layout, theme)?;
    for panel in &layout.panels {
        axis::values(canvas, panel.scale, &panel.ticks, (layout.left, layout.right), theme)?;
    }
    laps(canvas, drawn, &layout, theme)?;
    for panel in &layout.panels {
        channel(canvas, panel, &layout, theme, words)?;
    }
    for (place, label) in ticks(&layout) {
        let x = layout.wide.px(place);
        canvas.line(&[(x, layout.bottom), (x, layout.bottom + 4.0)], 1.0, theme.faint)?;
        canvas.text(&label, (x, layout.bottom + 13.0), Hang::Middle, Ink::plain(theme.quiet))?;
    }
    Ok(())
}

/// Round places across that lie in what is shown.
fn ticks(layout: &Layout<'_>) -> Vec<(f64, String)> {
    let (view, pixels) = (layout.wide.view, layout.right - layout.left);
    let every = match layout.wide.by {
        By::Time => axis::every(view.span(), pixels),
        By::Distance => {
            let one = locale::here().kept(Quantity::Distance, 1.0);
            one * round_step(view.span() / one / (pixels / 64.0).max(1.0))
        }
    };
    let (first, last) = ((view.from / every).ceil(), (view.to / every).floor());
    if !(first.abs() < 1e9 && (0.0..1000.0).contains(&(last - first))) {
        return Vec::new();
    }
    let decimals = usize::from(every < 1000.0) + usize::from(every < 100.0);
    (0..=(last - first) as u32)
        .map(|i| (first + f64::from(i)) * every)
        .map(|place| match layout.wide.by {
            By::Time => (place, number::clock(place)),
            By::Distance => (place, locale::here().quantity(Quantity::Distance, place, decimals)),
        })
        .collect()
}

/// From where to where a span is seen.
fn seen(span: Span, layout: &Layout<'_>) -> Option<(f64, f64)> {
    let edge = |ms: u32| layout.wide.px(layout.wide.place(f64::from(ms) / 1000.0));
    let (from, to) = (edge(span.from_ms), edge(span.to_ms));
    let inside = layout.left <= to && from <= layout.right;
    let from = from.max(layout.left);
    inside.then(|| (from, to.min(layout.right).max(from + 1.0)))
}

fn marked<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    drawn: &Drawn<'_>,
    layout: &Layout<'_>,
    theme: &Theme,
) -> Result<(), ChartFault> {
    for (from, to) in drawn.marked.iter().filter_map(|span| seen(*span, layout)) {
        for panel in &layout.panels {
            canvas.rect((from, panel.top), (to, panel.bottom), theme.accent.mix(0.12))?;
        }
    }
    Ok(())
}

fn pauses<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    drawn: &Drawn<'_>,
    layout: &Layout<'_>,
    theme: &Theme,
) -> Result<(), ChartFault> {
    for (from, to) in drawn.whole.pauses.iter().filter_map(|pause| seen(*pause, layout)) {
        for panel in &layout.panels {
            canvas.rect((from, panel.top), (to, panel.bottom), theme.band)?;
            if to - from > 10.0 {
                // Two upright strokes: a pause is told by shape as well as by shade.
                let (x, y) = (f64::midpoint(from, to), panel.top + 8.0);
                canvas.rect((x - 3.0, y - 3.5), (x - 1.25, y + 3.5), theme.faint)?;
                canvas.rect((x + 1.25, y - 3.5), (x + 3.0, y + 3.5), theme.faint)?;
            }
        }
    }
    Ok(())
}

fn laps<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    drawn: &Drawn<'_>,
    layout: &Layout<'_>,
    theme: &Theme,
) -> Result<(), ChartFault> {
    let edge = |seconds: f64| layout.wide.px(layout.wide.place(seconds));
    let inside = |x: f64| (layout.left..=layout.right).contains(&x);
    let ends = || drawn.whole.laps.iter().copied().filter(|end| end.is_finite()).map(edge);
    // Laps of a few pixels would only be a grey curtain.
    let crowded = ends().filter(|x| inside(*x)).count() as f64 * 5.0 > layout.right - layout.left;
    let mut before = edge(0.0);
    for (i, x) in ends().enumerate() {
        if !crowded && inside(x) {
            for panel in &layout.panels {
                canvas.dashes((x, panel.top), (x, panel.bottom), 2.0, theme.grid)?;
            }
        }
        if inside(x) {
            canvas.line(&[(x, layout.bottom - 4.0), (x, layout.bottom)], 1.0, theme.quiet)?;
        }
        let (from, to) = (before.max(layout.left), x.min(layout.right));
        let label = (i + 1).to_string();
        if to - from > width(&label) + 8.0 {
            let middle = f64::midpoint(from, to);
            canvas.text(&label, (middle, layout.bottom - 6.0), Hang::Middle, Ink::plain(theme.faint))?;
        }
        before = x;
    }
    Ok(())
}

fn channel<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    panel: &Panel<'_>,
    layout: &Layout<'_>,
    theme: &Theme,
    words: &Words,
) -> Result<(), ChartFault> {
    let kind = panel.line.kind;
    let color = color_of(kind, theme);
    let wide = layout.wide;
    for run in panel.line.points.split(|p| !p.1.is_some_and(f64::is_finite) || !p.0.is_finite()) {
        let places: Vec<(f64, f64)> =
            run.iter().filter_map(|(at, value)| value.map(|value| (wide.place(*at), shown(kind, value)))).collect();
        let seen = clip(&places, wide.view);
        let points: Vec<(f64, f64)> =
            seen.iter().map(|(place, value)| (wide.px(*place), panel.scale.px(*value))).collect();
        let points = thin(&points);
        let (Some(first), Some(last)) = (points.first(), points.last()) else { continue };
        if kind == ChannelKind::Altitude {
            let mut shape = points.clone();
            shape.extend([(last.0, panel.bottom), (first.0, panel.bottom)]);
            canvas.area(&shape, theme.bar.mix(0.3))?;
        }
        if points.len() == 1 {
            canvas.dot(*first, 1.0, color)?;
        }
        canvas.line(&points, 1.25, color)?;
    }
    canvas.text(&words.channel(kind), (layout.left, panel.top - 8.0), Hang::Left, Ink::bold(theme.ink))?;
    let (low, mean, high) = panel.line.range;
    let y = panel.scale.px(shown(kind, mean));
    canvas.dashes((layout.left, y), (layout.right, y), 1.5, color.mix(0.7))?;
    let x = layout.right + 8.0;
    let middle = f64::midpoint(panel.top, panel.bottom);
    for (key, value, y, ink) in [
        ("chart-high", high, middle - 13.0, Ink::plain(theme.quiet)),
        ("chart-mean", mean, middle, Ink::bold(theme.ink)),
        ("chart-low", low, middle + 13.0, Ink::plain(theme.quiet)),
    ] {
        let text = words.say_with(key, &[("value", written(kind, value).into())]);
        canvas.text(&text, (x, y), Hang::Left, ink)?;
    }
    Ok(())
}

const fn color_of(kind: ChannelKind, theme: &Theme) -> RGBColor {
    match kind {
        ChannelKind::HeartRate | ChannelKind::CoreTemperature => theme.warm,
        ChannelKind::Power | ChannelKind::Speed => theme.accent,
        _ => theme.quiet,
    }
}
