//! Fitness, fatigue and form: solid where done, dashed where planned, a band where the season leads.

use domain::daily::Projected;
use domain::trend::TrendPoint;
use domain::words::Words;
use plotters::prelude::DrawingBackend;
use plotters::style::Color;

use super::Drawn;
use super::layout::{LEFT, Layout};
use crate::canvas::{Canvas, Hang, Ink, TEXT};
use crate::scale::{Linear, thin};
use crate::{ChartFault, Theme, number, view};

/// Pixels of a line through places and values, cut to what is shown and thinned to what can be seen.
fn traced(values: &[(f64, f64)], drawn: &Drawn<'_>, layout: &Layout, scale: Linear) -> Vec<(f64, f64)> {
    let cut = view::clip(values, drawn.shown);
    thin(&cut.into_iter().map(|(at, value)| (layout.days.at(at), scale.px(value))).collect::<Vec<_>>())
}

fn place(date: chrono::NaiveDate) -> f64 {
    view::day(date) + 0.5
}

/// A value of the days done, around what is shown.
fn done(drawn: &Drawn<'_>, value: fn(&TrendPoint) -> f64) -> Vec<(f64, f64)> {
    let points = &drawn.trend.points;
    // One more at each side: the line runs out of the picture.
    let first = points.partition_point(|point| place(point.date) < drawn.shown.from).saturating_sub(1);
    let end = (points.partition_point(|point| place(point.date) <= drawn.shown.to) + 1).clamp(first, points.len());
    points[first..end].iter().map(|point| (place(point.date), value(point))).collect()
}

/// A value of the days ahead, from the last day done on.
fn ahead(drawn: &Drawn<'_>, last: fn(&TrendPoint) -> f64, value: fn(&Projected) -> f64) -> Vec<(f64, f64)> {
    if drawn.ahead.is_empty() {
        return Vec::new();
    }
    let from = drawn.trend.points.last().map(|point| (place(point.date), last(point)));
    from.into_iter().chain(drawn.ahead.iter().map(|day| (place(day.date), value(day)))).collect()
}

/// Where the season leads within the limits.
pub(super) fn band<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    drawn: &Drawn<'_>,
    layout: &Layout,
    theme: &Theme,
) -> Result<(), ChartFault> {
    if drawn.expected.is_empty() {
        return Ok(());
    }
    let start = || drawn.trend.points.last().map(|point| (place(point.date), point.ctl)).into_iter();
    let after = drawn.trend.points.last().map(|point| point.date);
    let weeks = || drawn.expected.iter().filter(|week| after.is_none_or(|after| after < week.date));
    let edge = |keep: fn((f64, f64)) -> f64| -> Vec<(f64, f64)> {
        let line: Vec<_> = start().chain(weeks().map(|week| (place(week.date), keep(week.band)))).collect();
        traced(&line, drawn, layout, layout.lines)
    };
    let mut shape = edge(|band| band.1);
    shape.extend(edge(|band| band.0).into_iter().rev());
    canvas.area(&shape, theme.accent.mix(0.12))?;
    let line: Vec<_> = start().chain(weeks().map(|week| (place(week.date), week.ctl))).collect();
    canvas.dashed(&traced(&line, drawn, layout, layout.lines), 1.5, 1.25, theme.accent)
}

pub(super) fn form<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    drawn: &Drawn<'_>,
    layout: &Layout,
    theme: &Theme,
) -> Result<(), ChartFault> {
    let zero = layout.form.px(0.0);
    let points = traced(&done(drawn, |point| point.form_morning), drawn, layout, layout.form);
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
    canvas.line(&points, 1.25, theme.quiet)?;
    let planned = ahead(drawn, |point| point.form_morning, |day| day.form_morning);
    canvas.dashed(&traced(&planned, drawn, layout, layout.form), 3.5, 1.0, theme.quiet)
}

pub(super) fn fitness<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    drawn: &Drawn<'_>,
    layout: &Layout,
    theme: &Theme,
) -> Result<(), ChartFault> {
    let line = |values: &[(f64, f64)]| traced(values, drawn, layout, layout.lines);
    canvas.line(&line(&done(drawn, |point| point.atl)), 1.0, theme.warm)?;
    canvas.line(&line(&done(drawn, |point| point.ctl)), 2.25, theme.accent)?;
    canvas.dashed(&line(&ahead(drawn, |point| point.atl, |day| day.atl)), 3.5, 1.0, theme.warm)?;
    canvas.dashed(&line(&ahead(drawn, |point| point.ctl, |day| day.ctl)), 4.5, 2.0, theme.accent)
}

/// Names with the last value shown, beside the ends of their lines.
pub(super) fn labels<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    drawn: &Drawn<'_>,
    layout: &Layout,
    theme: &Theme,
    words: &Words,
) -> Result<(), ChartFault> {
    let Some(last) = drawn.points().last().or(drawn.trend.points.last()) else { return Ok(()) };
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
    let unknown = drawn.points().iter().filter(|p| p.load.is_none()).count();
    let y = middle(layout.panels[1]);
    canvas.text(&words.say(layout.grain.key()), (x, y - 6.0), Hang::Left, Ink::plain(theme.quiet))?;
    if unknown > 0 {
        let text = words.say_with("chart-unknown-days", &[("days", unknown.into())]);
        canvas.text(&text, (x, y + 6.5), Hang::Left, Ink::plain(theme.quiet))?;
    }
    entry("chart-form", number::signed(last.form_morning), middle(layout.panels[2]), theme.ink)
}
