//! One activity: a panel for each channel over one time axis, with pauses shaded, laps as lines, and the lowest, mean and
//! highest value beside each panel.

use contract::measure::{Trace, TraceLine};
use domain::recording::ChannelKind;
use domain::words::Words;
use plotters::prelude::DrawingBackend;
use plotters::style::{Color, RGBColor};

use crate::axis;
use crate::canvas::{Canvas, Hang, Ink};
use crate::scale::{Linear, nice};
use crate::{ChartFault, Theme, document, number, summary};

const LEFT: f64 = 40.0;
const RIGHT: f64 = 88.0;
const TOP: f64 = 18.0;
const BOTTOM: f64 = 22.0;
const GAP: f64 = 22.0;

/// Channels that are drawn, top to bottom: everything but where it was and how far it got.
pub const SHOWN: [ChannelKind; 21] = [
    ChannelKind::HeartRate,
    ChannelKind::Power,
    ChannelKind::Speed,
    ChannelKind::Altitude,
    ChannelKind::Cadence,
    ChannelKind::Respiration,
    ChannelKind::CoreTemperature,
    ChannelKind::SkinTemperature,
    ChannelKind::Temperature,
    ChannelKind::Spo2,
    ChannelKind::MuscleOxygen,
    ChannelKind::LeftBalance,
    ChannelKind::GroundContact,
    ChannelKind::GroundContactBalance,
    ChannelKind::VerticalOscillation,
    ChannelKind::VerticalRatio,
    ChannelKind::StepLength,
    ChannelKind::LegStiffness,
    ChannelKind::FormPower,
    ChannelKind::AirPower,
    ChannelKind::RrInterval,
];

/// One channel's place.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Panel<'a> {
    pub(crate) line: &'a TraceLine,
    pub(crate) scale: Linear,
    pub(crate) top: f64,
    pub(crate) bottom: f64,
    ticks: Vec<f64>,
}

/// Where everything lies.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Layout<'a> {
    pub(crate) time: Linear,
    pub(crate) panels: Vec<Panel<'a>>,
    pub(crate) right: f64,
    pub(crate) top: f64,
    pub(crate) bottom: f64,
}

impl<'a> Layout<'a> {
    /// `None` when no channel can be drawn.
    pub(crate) fn of(view: &'a Trace, (w, h): (f64, f64)) -> Option<Layout<'a>> {
        let lines: Vec<&TraceLine> = SHOWN
            .iter()
            .filter_map(|kind| view.lines.iter().find(|l| l.kind == *kind))
            .filter(|l| l.points.iter().any(|p| p.1.is_some_and(f64::is_finite)))
            .collect();
        if lines.is_empty() {
            return None;
        }
        let right = (w - RIGHT).max(LEFT + 1.0);
        let bottom = (h - BOTTOM).max(TOP + 1.0);
        let each = ((bottom - TOP - GAP * (lines.len() - 1) as f64) / lines.len() as f64).max(1.0);
        let latest = lines.iter().flat_map(|l| l.points.iter().map(|p| p.0)).filter(|s| s.is_finite());
        let elapsed = latest.fold(if view.elapsed_s.is_finite() { view.elapsed_s } else { 0.0 }, f64::max).max(1.0);
        let panels = lines
            .into_iter()
            .enumerate()
            .map(|(i, line)| {
                let top = TOP + i as f64 * (each + GAP);
                let zero = matches!(line.kind, ChannelKind::Power | ChannelKind::Speed | ChannelKind::Cadence);
                let wanted = (each / 30.0).clamp(1.0, 4.0) as u32;
                let values = line.points.iter().filter_map(|p| p.1).map(|v| shown(line.kind, v));
                let (low, high, ticks) = nice(values, zero, wanted);
                Panel { line, scale: Linear::new((low, high), (top + each, top)), top, bottom: top + each, ticks }
            })
            .collect();
        Some(Layout { time: Linear::new((0.0, elapsed), (LEFT, right)), panels, right, top: TOP, bottom })
    }
}

/// A channel's value in the unit shown: speed in km/h, the rest as recorded.
pub(crate) fn shown(kind: ChannelKind, value: f64) -> f64 {
    if kind == ChannelKind::Speed { value * 3.6 } else { value }
}

/// A channel's value as text, in the unit shown.
pub(crate) fn written(kind: ChannelKind, value: f64) -> String {
    match kind {
        ChannelKind::Speed
        | ChannelKind::CoreTemperature
        | ChannelKind::SkinTemperature
        | ChannelKind::LeftBalance
        | ChannelKind::GroundContactBalance
        | ChannelKind::VerticalRatio
        | ChannelKind::LegStiffness => number::tenth(shown(kind, value)),
        _ => number::whole(value),
    }
}

/// The chart as an SVG document of `size` pixels.
///
/// # Errors
/// [`ChartFault::Size`] for a size that cannot be drawn.
pub fn svg(view: &Trace, size: (u32, u32), theme: &Theme, words: &Words) -> Result<String, ChartFault> {
    document::svg("trace", size, &summary::trace(view, words), theme, |canvas| draw(canvas, view, theme, words))
}

/// How many channels of an activity are drawn, so that a page can give each panel room.
#[must_use]
pub fn panels(view: &Trace) -> usize {
    Layout::of(view, (600.0, 400.0)).map_or(0, |layout| layout.panels.len())
}

/// Draws the chart on any canvas.
///
/// # Errors
/// [`ChartFault::Backend`] when the backend refuses.
pub fn draw<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    view: &Trace,
    theme: &Theme,
    words: &Words,
) -> Result<(), ChartFault> {
    let (w, h) = canvas.size();
    let Some(layout) = Layout::of(view, (w, h)) else {
        return canvas.text(&words.say("chart-trace-empty"), (w / 2.0, h / 2.0), Hang::Middle, Ink::plain(theme.quiet));
    };
    pauses(canvas, view, &layout, theme)?;
    for panel in &layout.panels {
        axis::values(canvas, panel.scale, &panel.ticks, (LEFT, layout.right), theme)?;
    }
    laps(canvas, view, &layout, theme)?;
    for panel in &layout.panels {
        channel(canvas, panel, &layout, theme, words)?;
    }
    for seconds in axis::times(layout.time.value(layout.right), layout.right - LEFT) {
        let x = layout.time.px(seconds);
        canvas.line(&[(x, layout.bottom), (x, layout.bottom + 4.0)], 1.0, theme.faint)?;
        canvas.text(&number::clock(seconds), (x, layout.bottom + 13.0), Hang::Middle, Ink::plain(theme.quiet))?;
    }
    Ok(())
}

fn pauses<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    view: &Trace,
    layout: &Layout<'_>,
    theme: &Theme,
) -> Result<(), ChartFault> {
    for pause in &view.pauses {
        let from = layout.time.px(f64::from(pause.from_ms) / 1000.0);
        let to = layout.time.px(f64::from(pause.to_ms) / 1000.0).max(from + 1.0);
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
    view: &Trace,
    layout: &Layout<'_>,
    theme: &Theme,
) -> Result<(), ChartFault> {
    let mut before = LEFT;
    // Laps of a few pixels would only be a grey curtain.
    let crowded = view.laps.len() as f64 * 5.0 > layout.right - LEFT;
    for (i, end) in view.laps.iter().enumerate().filter(|(_, end)| end.is_finite()) {
        let x = layout.time.px(*end);
        if !crowded {
            for panel in &layout.panels {
                canvas.dashes((x, panel.top), (x, panel.bottom), 2.0, theme.grid)?;
            }
        }
        canvas.line(&[(x, layout.bottom - 4.0), (x, layout.bottom)], 1.0, theme.quiet)?;
        let label = (i + 1).to_string();
        if x - before > crate::canvas::width(&label) + 8.0 {
            let middle = f64::midpoint(before, x);
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
    for run in panel.line.points.split(|p| !p.1.is_some_and(f64::is_finite) || !p.0.is_finite()) {
        let points: Vec<(f64, f64)> =
            run.iter().filter_map(|(s, v)| v.map(|v| (layout.time.px(*s), panel.scale.px(shown(kind, v))))).collect();
        let (Some(first), Some(last)) = (points.first(), points.last()) else { continue };
        if kind == ChannelKind::Altitude {
            let mut shape = points.clone();
            shape.extend([(last.0, panel.bottom), (first.0, panel.bottom)]);
            canvas.area(&shape, theme.bar.mix(0.45))?;
        }
        if points.len() == 1 {
            canvas.dot(*first, 1.0, color)?;
        }
        canvas.line(&points, 1.25, color)?;
    }
    let name = words.say(&format!("chart-channel-{}", kind.code()));
    canvas.text(&name, (LEFT, panel.top - 8.0), Hang::Left, Ink::bold(theme.ink))?;
    let (low, mean, high) = panel.line.range;
    let y = panel.scale.px(shown(kind, mean));
    canvas.dashes((LEFT, y), (layout.right, y), 1.5, color.mix(0.7))?;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples;

    #[test]
    fn the_trace_picture_is_as_it_was() {
        let svg = svg(&examples::trace(24), (420, 260), &Theme::light(), Words::english()).expect("a picture");
        insta::assert_snapshot!(svg);
    }

    #[test]
    fn each_channel_has_its_panel_with_unit_and_range() {
        let view = examples::trace(60);
        let svg = svg(&view, (640, 420), &Theme::light(), Words::english()).expect("a picture");
        assert_eq!(panels(&view), 3);
        for text in ["Heart rate, bpm", "Power, W", "Altitude, m", "max 175", "mean 151", "min 98"] {
            assert!(svg.contains(text), "{text} is missing");
        }
    }

    #[test]
    fn every_channel_is_drawn_under_its_name_but_place_and_distance() {
        let hidden = [ChannelKind::Latitude, ChannelKind::Longitude, ChannelKind::Distance];
        for kind in ChannelKind::ALL.iter().copied().filter(|kind| !hidden.contains(kind)) {
            assert!(SHOWN.contains(&kind), "{kind:?} is never drawn");
            let mut view = examples::trace(60);
            view.lines.truncate(1);
            view.lines[0].kind = kind;
            let svg = svg(&view, (640, 200), &Theme::light(), Words::english()).expect("a picture");
            assert!(!svg.contains("chart-channel-"), "{kind:?} has no words");
        }
    }

    #[test]
    fn a_gap_breaks_the_line() {
        let mut view = examples::trace(60);
        view.lines.truncate(1);
        let whole = svg(&view, (640, 200), &Theme::light(), Words::english()).expect("a picture");
        view.lines[0].points[30].1 = None;
        let broken = svg(&view, (640, 200), &Theme::light(), Words::english()).expect("a picture");
        let lines = |svg: &str| svg.matches("stroke-width=\"5\"").count();
        assert_eq!(lines(&broken), lines(&whole) + 1);
    }

    #[test]
    fn an_activity_without_channels_is_a_sentence() {
        let mut view = examples::trace(10);
        view.lines.clear();
        let svg = svg(&view, (400, 160), &Theme::light(), Words::english()).expect("a picture");
        assert!(svg.contains(&Words::english().say("chart-trace-empty")));
    }
}
