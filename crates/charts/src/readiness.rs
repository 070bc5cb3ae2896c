//! Readiness over time: the 80 % range as a band, the score as a dot (filled when current, hollow when stale), days
//! without data as short dashes on the floor, illness and pain as shapes in their own row above.

use contract::measure::ReadinessTrendView;
use domain::readiness::{Readiness, ReadinessDay};
use domain::reading::Reading;
use domain::words::Words;
use plotters::prelude::DrawingBackend;
use plotters::style::Color;

use crate::axis::{self, Days};
use crate::canvas::{Canvas, Hang, Ink};
use crate::scale::Linear;
use crate::view::View;
use crate::{ChartFault, Theme, document, number, summary};

// As wide as around the rows that a page sets below it.
const LEFT: f64 = 46.0;
const RIGHT: f64 = 142.0;
const TOP: f64 = 22.0;
const BOTTOM: f64 = 22.0;

/// Where everything lies.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Layout {
    pub(crate) days: Days,
    pub(crate) score: Linear,
    pub(crate) right: f64,
    pub(crate) top: f64,
    pub(crate) bottom: f64,
}

impl Layout {
    /// The layout of a view.
    pub(crate) fn of(shown: View, (w, h): (f64, f64)) -> Layout {
        let (left, right) = sides(w);
        let bottom = (h - BOTTOM).max(TOP + 1.0);
        let days = Days::shown(shown, (left, right));
        Layout { days, score: Linear::new((0.0, 100.0), (bottom, TOP)), right, top: TOP, bottom }
    }
}

/// Left and right edge of the plot in a picture this wide, pixels.
pub(crate) fn sides(width: f64) -> (f64, f64) {
    (LEFT, (width - RIGHT).max(LEFT + 1.0))
}

/// The chart as an SVG document of `size` pixels.
///
/// # Errors
/// [`ChartFault::Size`] for a size that cannot be drawn.
pub fn svg(view: &ReadinessTrendView, size: (u32, u32), theme: &Theme, words: &Words) -> Result<String, ChartFault> {
    document::svg("readiness", size, &summary::readiness(view, words), theme, |canvas| draw(canvas, view, theme, words))
}

/// A part of the chart as an SVG document of `size` pixels.
///
/// # Errors
/// [`ChartFault::Size`] for a size that cannot be drawn.
pub(crate) fn svg_of(
    view: &ReadinessTrendView,
    shown: View,
    size: (u32, u32),
    theme: &Theme,
    words: &Words,
) -> Result<String, ChartFault> {
    let title = summary::readiness(view, words);
    document::svg("readiness", size, &title, theme, |canvas| paint(canvas, view, Some(shown), theme, words))
}

/// Draws the chart on any canvas.
///
/// # Errors
/// [`ChartFault::Backend`] when the backend refuses.
pub fn draw<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    view: &ReadinessTrendView,
    theme: &Theme,
    words: &Words,
) -> Result<(), ChartFault> {
    paint(canvas, view, axis::whole_of(view.days.iter().map(|day| day.date)), theme, words)
}

fn paint<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    view: &ReadinessTrendView,
    shown: Option<View>,
    theme: &Theme,
    words: &Words,
) -> Result<(), ChartFault> {
    let (w, h) = canvas.size();
    let marked = view.days.iter().any(|d| drawn(d).is_some() || d.ill || d.pain.is_some());
    let layout = shown.filter(|_| marked).map(|shown| Layout::of(shown, (w, h)));
    let Some(layout) = layout else {
        let text = words.say("chart-readiness-empty");
        return canvas.text(&text, (w / 2.0, h / 2.0), Hang::Middle, Ink::plain(theme.quiet));
    };
    layout.days.draw(canvas, (layout.top, layout.bottom), theme)?;
    axis::values(canvas, layout.score, &[0.0, 25.0, 50.0, 75.0, 100.0], (LEFT, layout.right), theme)?;
    let usual = layout.score.px(50.0);
    canvas.line(&[(LEFT, usual), (layout.right, usual)], 1.0, theme.faint)?;
    // A band that leaves the picture ends at its edge day.
    let days: Vec<&ReadinessDay> = view.days.iter().filter(|day| layout.days.holds(day.date)).collect();
    bands(canvas, &days, &layout, theme)?;
    for day in &days {
        score(canvas, day, &layout, theme)?;
        marks(canvas, day, &layout, theme)?;
    }
    labels(canvas, view, &layout, theme, words)
}

/// The readiness of a day if its numbers can be drawn.
fn drawn(day: &ReadinessDay) -> Option<&Readiness> {
    day.readiness.any().filter(|r| r.score.is_finite() && r.low.is_finite() && r.high.is_finite())
}

/// One band for each run of days that have a score; a gap stays a gap.
fn bands<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    days: &[&ReadinessDay],
    layout: &Layout,
    theme: &Theme,
) -> Result<(), ChartFault> {
    let half = layout.days.slot() / 2.0;
    for run in days.split(|day| day.readiness.known().is_none() || drawn(day).is_none()) {
        let edges: Vec<(f64, &Readiness)> =
            run.iter().filter_map(|day| drawn(day).map(|r| (layout.days.px(day.date), r))).collect();
        let (Some(first), Some(last)) = (edges.first(), edges.last()) else { continue };
        let reach = half.min(4.0);
        let ends = [(first.0 - reach, first.1), (last.0 + reach, last.1)];
        let along: Vec<(f64, &Readiness)> =
            std::iter::once(ends[0]).chain(edges.iter().copied()).chain(std::iter::once(ends[1])).collect();
        let mut shape: Vec<(f64, f64)> = along.iter().map(|(x, r)| (*x, layout.score.px(r.high))).collect();
        shape.extend(along.iter().rev().map(|(x, r)| (*x, layout.score.px(r.low))));
        canvas.area(&shape, theme.accent.mix(0.15))?;
        let line: Vec<(f64, f64)> = edges.iter().map(|(x, r)| (*x, layout.score.px(r.score))).collect();
        canvas.line(&line, 1.0, theme.accent.mix(0.55))?;
    }
    Ok(())
}

fn score<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    day: &ReadinessDay,
    layout: &Layout,
    theme: &Theme,
) -> Result<(), ChartFault> {
    let x = layout.days.px(day.date);
    let radius = (layout.days.slot() * 0.32).clamp(1.25, 3.25);
    match (&day.readiness, drawn(day)) {
        (Reading::Known { .. }, Some(r)) => canvas.dot((x, layout.score.px(r.score)), radius, theme.accent),
        (Reading::Stale { .. }, Some(r)) => {
            let at = (x, layout.score.px(r.score));
            canvas.line(&[(x, layout.score.px(r.low)), (x, layout.score.px(r.high))], 1.0, theme.faint)?;
            canvas.dot(at, radius, theme.paper)?;
            canvas.ring(at, radius, theme.quiet)
        }
        _ => {
            let reach = (layout.days.slot() * 0.3).clamp(0.5, 4.0);
            let y = layout.bottom - 3.0;
            canvas.line(&[(x - reach, y), (x + reach, y)], 1.5, theme.faint)
        }
    }
}

/// Illness is a cross, pain a triangle with its number where there is room.
fn marks<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    day: &ReadinessDay,
    layout: &Layout,
    theme: &Theme,
) -> Result<(), ChartFault> {
    let x = layout.days.px(day.date);
    let y = layout.top - 10.0;
    if day.ill {
        canvas.rect((x - 3.5, y - 1.25), (x + 3.5, y + 1.25), theme.warm)?;
        canvas.rect((x - 1.25, y - 3.5), (x + 1.25, y + 3.5), theme.warm)?;
    }
    if let Some(pain) = day.pain.filter(|p| p.is_finite() && *p > 0.0) {
        let y = if day.ill { y + 9.0 } else { y };
        canvas.area(&[(x - 3.75, y + 3.0), (x, y - 3.5), (x + 3.75, y + 3.0)], theme.warm)?;
        if layout.days.slot() > 18.0 {
            canvas.text(&number::whole(pain), (x + 5.5, y), Hang::Left, Ink::plain(theme.warm))?;
        }
    }
    Ok(())
}

fn labels<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    view: &ReadinessTrendView,
    layout: &Layout,
    theme: &Theme,
    words: &Words,
) -> Result<(), ChartFault> {
    let x = layout.right + 8.0;
    let mut usual = layout.score.px(50.0);
    let newest = view.days.iter().rev().find_map(|d| drawn(d).map(|r| (d, r)));
    if let Some((day, r)) = newest {
        let y = layout.score.px(r.score).clamp(layout.top + 8.0, (layout.bottom - 22.0).max(layout.top + 8.0));
        let color = if day.readiness.known().is_some() { theme.accent } else { theme.quiet };
        canvas.text(&number::whole(r.score), (x, y - 6.0), Hang::Left, Ink::bold(color))?;
        let range = words
            .say_with("chart-range", &[("low", number::whole(r.low).into()), ("high", number::whole(r.high).into())]);
        canvas.text(&range, (x, y + 6.5), Hang::Left, Ink::plain(color))?;
        if (usual - y).abs() < 20.0 {
            usual = if y > usual { y - 20.0 } else { y + 20.0 };
        }
    }
    canvas.text(&words.say("chart-usual"), (x, usual), Hang::Left, Ink::plain(theme.quiet))?;
    let signs = [
        (view.days.iter().any(|d| d.ill), "chart-ill"),
        (view.days.iter().any(|d| d.pain.is_some_and(|p| p > 0.0)), "chart-pain"),
    ];
    let signs: Vec<String> = signs.into_iter().filter(|s| s.0).map(|s| words.say(s.1)).collect();
    if !signs.is_empty() {
        canvas.text(&signs.join("  "), (x, layout.top - 10.0), Hang::Left, Ink::plain(theme.warm))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples;

    #[test]
    fn the_readiness_picture_is_as_it_was() {
        let svg = svg(&examples::readiness(10), (420, 200), &Theme::light(), Words::english()).expect("a picture");
        insta::assert_snapshot!(svg);
    }

    #[test]
    fn range_illness_and_missing_days_are_in_the_picture() {
        let view = examples::readiness(10);
        let svg = svg(&view, (420, 200), &Theme::dark(), Words::english()).expect("a picture");
        let missing = view.days.iter().filter(|d| d.readiness.any().is_none()).count();
        let warm = "#F09B59";
        assert!(missing > 0, "the example has missing days");
        assert!(svg.contains("<polygon"), "the range is a band");
        assert!(svg.contains(warm), "illness and pain are marked");
        assert!(svg.contains(&Words::english().say("chart-usual")));
        assert_eq!(svg.matches("stroke-width=\"6\"").count(), missing, "one dash for each missing day");
    }

    #[test]
    fn days_without_anything_are_a_sentence() {
        let mut view = examples::readiness(5);
        for day in &mut view.days {
            day.readiness = Reading::Missing { why: domain::reading::Missing::TooFewDays };
            day.ill = false;
            day.pain = None;
        }
        let svg = svg(&view, (400, 160), &Theme::light(), Words::english()).expect("a picture");
        assert!(svg.contains(&Words::english().say("chart-readiness-empty")));
    }
}
