//! Where everything lies; the picture and the pointer read the same.

use charts::view::View;

use super::{Across, Lines, Panel, Stroke};

pub(super) const LEFT: f64 = 46.0;
pub(super) const RIGHT: f64 = 142.0;
const TOP: f64 = 16.0;
const BOTTOM: f64 = 22.0;
const GAP: f64 = 16.0;

/// A straight scale from values to pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Scale {
    domain: (f64, f64),
    pixels: (f64, f64),
}

impl Scale {
    /// The pixel of a value; values outside land on the edge.
    pub(super) fn px(self, value: f64) -> f64 {
        let share = (value - self.domain.0) / (self.domain.1 - self.domain.0);
        let share = if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.5 };
        self.pixels.0 + share * (self.pixels.1 - self.pixels.0)
    }

    /// Whether a value is on the scale.
    pub(super) fn holds(self, value: f64) -> bool {
        (self.domain.0..=self.domain.1).contains(&value)
    }
}

/// The scale across.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Wide {
    kind: Across,
    scale: Scale,
    /// Half a slot, pixels: bars need room at both ends.
    pub(super) half: f64,
}

impl Wide {
    pub(super) fn px(self, place: f64) -> f64 {
        self.scale.px(self.kind.even(place))
    }

    /// The pixel of a place of the even scale.
    pub(super) fn even(self, place: f64) -> f64 {
        self.scale.px(place)
    }

    /// Whether a place is shown.
    pub(super) fn holds(self, place: f64) -> bool {
        self.scale.holds(self.kind.even(place))
    }

    /// What is shown, on the even scale.
    pub(super) fn view(self) -> View {
        View::new(self.scale.domain.0, self.scale.domain.1)
    }

    /// A place on the even scale.
    pub(super) fn evened(self, place: f64) -> f64 {
        self.kind.even(place)
    }
}

/// One panel's place.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Placed<'a> {
    pub(super) panel: &'a Panel,
    pub(super) scale: Scale,
    pub(super) ticks: Vec<f64>,
    pub(super) top: f64,
    pub(super) bottom: f64,
}

/// The whole chart.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Layout<'a> {
    pub(super) across: Wide,
    pub(super) ticks: Vec<(f64, String)>,
    pub(super) panels: Vec<Placed<'a>>,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
}

/// Height of a whole chart, pixels.
pub(super) fn height(lines: &Lines) -> u32 {
    let panels: u32 = lines.panels.iter().map(|panel| panel.height).sum();
    let gaps = lines.panels.len().saturating_sub(1) as f64 * GAP;
    panels + (TOP + BOTTOM + gaps) as u32
}

/// Everything there is, on the even scale, days with their slots; `None` without any value.
pub(super) fn whole(lines: &Lines) -> Option<View> {
    let points = || lines.panels.iter().flat_map(|panel| &panel.series).flat_map(|series| &series.points);
    points().find(|point| point.0.is_finite() && point.1.is_some_and(f64::is_finite))?;
    let (mut from, mut to) = (f64::INFINITY, f64::NEG_INFINITY);
    for (place, _) in points().filter(|point| point.0.is_finite()) {
        (from, to) = (from.min(*place), to.max(*place));
    }
    let slot = if lines.across == Across::Days { 0.5 } else { 0.0 };
    Some(View::new(lines.across.even(from) - slot, lines.across.even(to) + slot))
}

/// Half a slot, pixels: bars need room at both ends.
fn half(lines: &Lines, view: View, width: f64) -> f64 {
    let bars = lines
        .panels
        .iter()
        .flat_map(|panel| &panel.series)
        .any(|series| matches!(series.look, Stroke::Bars | Stroke::Hollow | Stroke::Ticks));
    let slot = ((width - RIGHT).max(LEFT + 1.0) - LEFT) / view.span().max(1.0);
    if bars { (slot / 2.0).min(40.0) } else { 0.0 }
}

/// Left and right edge of the plot, pixels.
pub(super) fn sides(lines: &Lines, width: f64) -> (f64, f64) {
    // Days bring the room for their bars along.
    let half = whole(lines).filter(|_| lines.across != Across::Days).map_or(0.0, |whole| half(lines, whole, width));
    let right = (width - RIGHT).max(LEFT + 1.0);
    (LEFT + half, (right - half).max(LEFT + half))
}

impl<'a> Layout<'a> {
    /// `None` when there is nothing to draw.
    pub(super) fn of(lines: &'a Lines, view: View, width: f64) -> Option<Layout<'a>> {
        whole(lines)?;
        let right = (width - RIGHT).max(LEFT + 1.0);
        let scale = Scale { domain: (view.from, view.to), pixels: sides(lines, width) };
        let half = half(lines, view, width);
        let mut top = TOP;
        let panels: Vec<Placed<'a>> = lines
            .panels
            .iter()
            .map(|panel| {
                let bottom = top + f64::from(panel.height);
                let points = panel.series.iter().flat_map(|series| &series.points);
                let seen = points.filter(|point| view.contains(lines.across.even(point.0)));
                let values = seen.filter_map(|point| point.1);
                let (domain, ticks) =
                    panel.tall.domain(values, (panel.height / 36).clamp(1, 5)).unwrap_or(((0.0, 1.0), Vec::new()));
                let placed = Placed { panel, scale: Scale { domain, pixels: (bottom, top) }, ticks, top, bottom };
                top = bottom + GAP;
                placed
            })
            .collect();
        let bottom = panels.last()?.bottom;
        Some(Layout {
            across: Wide { kind: lines.across, scale, half },
            ticks: lines.across.ticks((lines.across.odd(view.from), lines.across.odd(view.to)), right - LEFT),
            panels,
            right,
            top: TOP,
            bottom,
        })
    }
}
