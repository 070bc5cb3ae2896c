//! What part of a chart is shown: a span of its across axis that zooms and pans inside the whole, and the span a reader
//! marks on it. Plain numbers in the axis' own unit (days since 1 January 1970, seconds of a recording), so that one
//! arithmetic serves every chart and is tested without a browser.

use chrono::{Datelike, NaiveDate};

/// Days from the first day of chrono's count to 1 January 1970.
const EPOCH: i32 = 719_163;

/// A shown span of the across axis: `from` is left of `to`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct View {
    /// Left edge, in the axis' unit.
    pub from: f64,
    /// Right edge, in the axis' unit.
    pub to: f64,
}

impl View {
    /// The span between two places, whichever comes first. A place that is no number counts as zero.
    #[must_use]
    pub fn new(from: f64, to: f64) -> View {
        let number = |value: f64| if value.is_finite() { value } else { 0.0 };
        let (from, to) = (number(from), number(to));
        View { from: from.min(to), to: from.max(to) }
    }

    /// How much of the axis is shown, in its unit.
    #[must_use]
    pub fn span(self) -> f64 {
        self.to - self.from
    }

    /// The place in the middle.
    #[must_use]
    pub fn middle(self) -> f64 {
        f64::midpoint(self.from, self.to)
    }

    /// Whether a place lies in it, the edges included.
    #[must_use]
    pub fn contains(self, at: f64) -> bool {
        (self.from..=self.to).contains(&at)
    }

    /// What two spans share, if anything.
    #[must_use]
    pub fn shared(self, other: View) -> Option<View> {
        let (from, to) = (self.from.max(other.from), self.to.min(other.to));
        (from <= to).then_some(View { from, to })
    }

    /// `factor` times as narrow around `at`, which keeps its place on the screen: above one shows less, below one more.
    /// Never beyond the whole, never under `least` unless the whole itself is narrower.
    #[must_use]
    pub fn zoomed(self, at: f64, factor: f64, whole: View, least: f64) -> View {
        let factor = if factor.is_finite() && factor > 0.0 { factor } else { 1.0 };
        let span = (self.span() / factor).max(least.min(whole.span())).min(whole.span());
        let at = if at.is_finite() { at.clamp(self.from, self.to) } else { self.middle() };
        let share = if self.span() > 0.0 { (at - self.from) / self.span() } else { 0.5 };
        View { from: at - share * span, to: at - share * span + span }.inside(whole)
    }

    /// Moved by `by`, as far as the whole goes.
    #[must_use]
    pub fn panned(self, by: f64, whole: View) -> View {
        let by = if by.is_finite() { by } else { 0.0 };
        View { from: self.from + by, to: self.to + by }.inside(whole)
    }

    /// The same width pushed back into the whole; the whole itself when it is wider than that.
    #[must_use]
    pub fn inside(self, whole: View) -> View {
        if self.span() >= whole.span() {
            return whole;
        }
        if self.from < whole.from {
            return View { from: whole.from, to: (whole.from + self.span()).min(whole.to) };
        }
        if self.to > whole.to {
            return View { from: (whole.to - self.span()).max(whole.from), to: whole.to };
        }
        self
    }

    /// Where a place lies on a plot from pixel `plot.0` to pixel `plot.1`.
    #[must_use]
    pub fn px(self, plot: (f64, f64), at: f64) -> f64 {
        let share = if self.span() > 0.0 { (at - self.from) / self.span() } else { 0.5 };
        plot.0 + share * (plot.1 - plot.0)
    }

    /// Which place lies at a pixel of a plot; pixels beside the plot read its edges.
    #[must_use]
    pub fn at(self, plot: (f64, f64), px: f64) -> f64 {
        let wide = plot.1 - plot.0;
        let share = if wide.abs() > 0.0 { ((px - plot.0) / wide).clamp(0.0, 1.0) } else { 0.5 };
        self.from + share * self.span()
    }
}

/// A span that is being marked: where it began and where it is now.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Brush {
    start: f64,
    end: f64,
}

impl Brush {
    /// Begins at a place.
    #[must_use]
    pub const fn begin(at: f64) -> Brush {
        Brush { start: at, end: at }
    }

    /// The other edge is at a place now.
    #[must_use]
    pub const fn moved(self, at: f64) -> Brush {
        Brush { end: at, ..self }
    }

    /// What is marked; `None` when narrower than `least`, which is what a few pixels are worth: a click marks nothing.
    #[must_use]
    pub fn span(self, least: f64) -> Option<View> {
        let view = View::new(self.start, self.end);
        (view.span() >= least && view.span() > 0.0).then_some(view)
    }
}

/// The place of a day on an axis of days, counted from 1 January 1970: the day lies from here to one more.
#[must_use]
pub fn day(date: NaiveDate) -> f64 {
    f64::from(date.num_days_from_ce() - EPOCH)
}

/// The day that holds a place on an axis of days; far outside of any calendar the first or last day there is.
#[must_use]
pub fn date(at: f64) -> NaiveDate {
    let days = at.floor().clamp(-1e8, 1e8) as i32;
    let edge = if days < 0 { NaiveDate::MIN } else { NaiveDate::MAX };
    NaiveDate::from_num_days_from_ce_opt(days.saturating_add(EPOCH)).unwrap_or(edge)
}

/// A line cut to what is shown: the points inside, and where it crosses an edge the value it has there, so that a zoomed
/// line runs out of the picture as it would have gone on. `points` in rising order.
#[must_use]
pub fn clip(points: &[(f64, f64)], view: View) -> Vec<(f64, f64)> {
    let first = points.partition_point(|point| point.0 < view.from);
    let end = points.partition_point(|point| point.0 <= view.to).max(first);
    let crossing = |edge: f64, before: Option<&(f64, f64)>, after: Option<&(f64, f64)>| {
        let ((x0, y0), (x1, y1)) = (*before?, *after?);
        let share = if x1 > x0 { (edge - x0) / (x1 - x0) } else { 0.0 };
        (edge > x0 && edge < x1).then_some((edge, y0 + share * (y1 - y0)))
    };
    let enters = crossing(view.from, first.checked_sub(1).and_then(|i| points.get(i)), points.get(first));
    let leaves = crossing(view.to, end.checked_sub(1).and_then(|i| points.get(i)), points.get(end));
    enters.into_iter().chain(points[first..end].iter().copied()).chain(leaves).collect()
}

pub use crate::scale::thin;

#[cfg(test)]
mod tests;
