//! Where everything lies; the pointer reads the same.

use contract::measure::TraceLine;
use domain::recording::ChannelKind;

use super::{Along, By, Drawn, SHOWN, shown};
use crate::scale::{Linear, nice};
use crate::view::View;

const LEFT: f64 = 40.0;
const RIGHT: f64 = 88.0;
const TOP: f64 = 18.0;
const BOTTOM: f64 = 22.0;
const GAP: f64 = 22.0;

/// Left and right edge of the plot in a picture this wide, pixels.
#[must_use]
pub fn sides(width: f64) -> (f64, f64) {
    (LEFT, (width - RIGHT).max(LEFT + 1.0))
}

/// The axis across, from moments to pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Wide<'a> {
    pub(crate) by: By,
    pub(crate) view: View,
    along: Along<'a>,
    plot: (f64, f64),
}

impl Wide<'_> {
    /// A moment in the unit of the axis.
    pub(crate) fn place(self, seconds: f64) -> f64 {
        match self.by {
            By::Time => seconds,
            By::Distance => self.along.meters(seconds),
        }
    }

    /// The moment at a place of the axis.
    pub(crate) fn seconds(self, place: f64) -> f64 {
        match self.by {
            By::Time => place,
            By::Distance => self.along.seconds(place),
        }
    }

    /// Where a place of the axis lies, on the plot or beside it.
    pub(crate) fn px(self, place: f64) -> f64 {
        self.view.px(self.plot, place)
    }
}

/// One channel's place.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Panel<'a> {
    pub(crate) line: &'a TraceLine,
    pub(crate) scale: Linear,
    pub(crate) top: f64,
    pub(crate) bottom: f64,
    pub(crate) ticks: Vec<f64>,
}

/// The whole chart.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Layout<'a> {
    pub(crate) wide: Wide<'a>,
    pub(crate) panels: Vec<Panel<'a>>,
    pub(crate) left: f64,
    pub(crate) right: f64,
    pub(crate) top: f64,
    pub(crate) bottom: f64,
}

/// The channels of a trace that can be drawn, in the order of the panels.
fn lines(trace: &contract::measure::Trace) -> Vec<&TraceLine> {
    let drawn = |line: &&TraceLine| line.points.iter().any(|point| point.1.is_some_and(f64::is_finite));
    SHOWN.iter().filter_map(|kind| trace.lines.iter().find(|line| line.kind == *kind)).filter(drawn).collect()
}

impl<'a> Layout<'a> {
    /// `None` when no channel can be drawn. The panels are those of the whole, also where a span lacks a channel.
    pub(crate) fn of(drawn: &Drawn<'a>, (w, h): (f64, f64)) -> Option<Layout<'a>> {
        let all = lines(drawn.whole);
        if all.is_empty() {
            return None;
        }
        let fine = drawn.lines();
        let (left, right) = sides(w);
        let bottom = (h - BOTTOM).max(TOP + 1.0);
        let each = ((bottom - TOP - GAP * (all.len() - 1) as f64) / all.len() as f64).max(1.0);
        let panels = all
            .into_iter()
            .enumerate()
            .map(|(i, whole)| {
                let top = TOP + i as f64 * (each + GAP);
                let line = fine.lines.iter().find(|line| line.kind == whole.kind).unwrap_or(whole);
                let zero = matches!(line.kind, ChannelKind::Power | ChannelKind::Speed | ChannelKind::Cadence);
                let wanted = (each / 30.0).clamp(1.0, 4.0) as u32;
                let values = [whole, line].into_iter().flat_map(|line| &line.points).filter_map(|point| point.1);
                let (low, high, ticks) = nice(values.map(|value| shown(line.kind, value)), zero, wanted);
                Panel { line, scale: Linear::new((low, high), (top + each, top)), top, bottom: top + each, ticks }
            })
            .collect();
        let along = Along(&fine.along);
        let wide = Wide { by: drawn.by, view: drawn.view, along, plot: (left, right) };
        Some(Layout { wide, panels, left, right, top: TOP, bottom })
    }
}
