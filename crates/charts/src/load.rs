//! Load and fitness: fitness and fatigue as lines, daily load as bars, form below, each with its own scale. Done is filled
//! and solid, planned hollow and dashed, expected a band. Phases are quiet bands, races flags, changed settings diamonds. An
//! unknown day is a hollow mark, never a zero.

mod bars;
mod happened;
mod layout;
mod lines;
mod read;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use contract::history::{ExpectedFitness, HistoryEvent, HistoryView};
use contract::measure::LoadTrendView;
use domain::daily::Projected;
use domain::trend::TrendPoint;
use domain::words::Words;
use plotters::prelude::DrawingBackend;

use crate::axis;
use crate::canvas::{Canvas, Hang, Ink};
use crate::view::View;
use crate::{ChartFault, Theme, document, summary};

use layout::Layout;
pub use read::{hit, table};

/// What is drawn: a trend, what lies ahead of it, and the part of it that is shown.
#[derive(Debug, Clone, Copy)]
struct Drawn<'a> {
    trend: &'a LoadTrendView,
    ahead: &'a [Projected],
    expected: &'a [ExpectedFitness],
    events: &'a [HistoryEvent],
    /// Drawn as a line where days lie ahead.
    today: Option<NaiveDate>,
    shown: View,
}

impl<'a> Drawn<'a> {
    /// A trend alone, whole; `None` without a day.
    fn trend(trend: &'a LoadTrendView) -> Option<Drawn<'a>> {
        let shown = axis::whole_of(trend.points.iter().map(|point| point.date))?;
        Some(Drawn { trend, ahead: &[], expected: &[], events: &[], today: None, shown })
    }

    /// A part of a history.
    fn history(view: &'a HistoryView, shown: View) -> Drawn<'a> {
        Drawn {
            trend: &view.trend,
            ahead: &view.ahead,
            expected: &view.expected,
            events: &view.events,
            today: Some(view.today),
            shown,
        }
    }

    /// The points that are shown; trends have one a day, in order.
    fn points(&self) -> &'a [TrendPoint] {
        let place = |point: &TrendPoint| crate::view::day(point.date) + 0.5;
        let first = self.trend.points.partition_point(|point| place(point) < self.shown.from);
        let end = self.trend.points.partition_point(|point| place(point) <= self.shown.to).max(first);
        self.trend.points.get(first..end).unwrap_or_default()
    }
}

/// Everything a history has on its axis. `None` without a day.
fn whole(view: &HistoryView) -> Option<View> {
    let done = view.trend.points.iter().map(|point| point.date);
    let planned = view.ahead.iter().map(|day| day.date);
    axis::whole_of(done.chain(planned).chain(view.expected.iter().map(|week| week.date)))
}

/// A trend as an SVG document of `size` pixels.
///
/// # Errors
/// [`ChartFault::Size`] for a size that cannot be drawn.
pub fn svg(view: &LoadTrendView, size: (u32, u32), theme: &Theme, words: &Words) -> Result<String, ChartFault> {
    document::svg("load", size, &summary::load(view, words), theme, |canvas| draw(canvas, view, theme, words))
}

/// Draws a trend on any canvas.
///
/// # Errors
/// [`ChartFault::Backend`] when the backend refuses.
pub fn draw<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    view: &LoadTrendView,
    theme: &Theme,
    words: &Words,
) -> Result<(), ChartFault> {
    match Drawn::trend(view) {
        Some(drawn) => paint(canvas, &drawn, theme, words),
        None => empty(canvas, theme, words),
    }
}

/// A part of a history as an SVG document of `size` pixels, by the same drawing.
fn history(
    view: &HistoryView,
    shown: View,
    size: (u32, u32),
    theme: &Theme,
    words: &Words,
) -> Result<String, ChartFault> {
    let drawn = Drawn::history(view, shown);
    let title = summary::load_points(drawn.points(), words);
    document::svg("load", size, &title, theme, |canvas| match whole(view) {
        Some(_) => paint(canvas, &drawn, theme, words),
        None => empty(canvas, theme, words),
    })
}

fn empty<DB: DrawingBackend>(canvas: &Canvas<'_, DB>, theme: &Theme, words: &Words) -> Result<(), ChartFault> {
    let (w, h) = canvas.size();
    canvas.text(&words.say("chart-load-empty"), (w / 2.0, h / 2.0), Hang::Middle, Ink::plain(theme.quiet))
}

fn paint<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    drawn: &Drawn<'_>,
    theme: &Theme,
    words: &Words,
) -> Result<(), ChartFault> {
    let layout = Layout::of(drawn, canvas.size());
    happened::phases(canvas, drawn, &layout, theme, words)?;
    lines::band(canvas, drawn, &layout, theme)?;
    layout.days.draw(canvas, (layout.top, layout.bottom), theme)?;
    for (scale, ticks) in [layout.lines, layout.bars, layout.form].into_iter().zip(&layout.ticks) {
        axis::values(canvas, scale, ticks, (layout::LEFT, layout.right), theme)?;
    }
    bars::draw(canvas, &layout, theme)?;
    lines::form(canvas, drawn, &layout, theme)?;
    lines::fitness(canvas, drawn, &layout, theme)?;
    happened::events(canvas, drawn, &layout, theme, words)?;
    happened::races(canvas, drawn, &layout, theme)?;
    happened::today(canvas, drawn, &layout, theme, words)?;
    lines::labels(canvas, drawn, &layout, theme, words)
}
