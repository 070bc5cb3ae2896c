//! The picture as SVG. Colours are classes, so that it follows the theme by itself; every text is escaped.

use std::fmt::Write;

use super::layout::{LEFT, Layout, Placed, RIGHT};
use super::{Lines, Series, Stroke, layout};
use crate::words::t;

/// Height of a line of text, pixels.
const ROW: f64 = 14.0;

pub(super) fn svg(lines: &Lines, width: u32) -> String {
    let (w, h) = (f64::from(width), f64::from(layout::height(lines)));
    let mut out = String::new();
    let title = escaped(&lines.title);
    // Writing into a String cannot fail.
    let _ = write!(
        out,
        "<svg class=\"chart lines\" width=\"{w:.0}\" height=\"{h:.0}\" viewBox=\"0 0 {w:.0} {h:.0}\" role=\"img\" aria-label=\"{title}\"><title>{title}</title>"
    );
    match Layout::of(lines, w) {
        None => text(&mut out, (w / 2.0, h / 2.0), "middle", "", &t("screen-chart-empty")),
        Some(layout) => {
            across(&mut out, lines, &layout);
            for placed in &layout.panels {
                panel(&mut out, placed, &layout);
            }
        }
    }
    out.push_str("</svg>");
    out
}

fn across(out: &mut String, lines: &Lines, layout: &Layout<'_>) {
    for (place, label) in &layout.ticks {
        let x = layout.across.px(*place);
        line(out, (x, layout.top), (x, layout.bottom + 4.0), "line-grid");
        text(out, (x + 2.0, layout.bottom + 15.0), "start", "", label);
    }
    for (place, label) in &lines.marks {
        let x = layout.across.px(*place);
        line(out, (x, layout.top), (x, layout.bottom), "line-mark");
        text(out, (x + 3.0, layout.top - 5.0), "start", "", label);
    }
}

fn panel(out: &mut String, placed: &Placed<'_>, layout: &Layout<'_>) {
    for tick in &placed.ticks {
        let y = placed.scale.px(*tick);
        line(out, (LEFT, y), (layout.right, y), "line-grid");
        text(out, (LEFT - 6.0, y + 4.0), "end", "", &placed.panel.tall.write(*tick));
    }
    if placed.scale.holds(0.0) {
        let y = placed.scale.px(0.0);
        line(out, (LEFT, y), (layout.right, y), "line-zero");
    }
    for series in &placed.panel.series {
        match series.look {
            Stroke::Bars | Stroke::Hollow | Stroke::Ticks => bars(out, series, placed, layout),
            _ => path(out, series, placed, layout),
        }
    }
    labels(out, placed, layout);
}

fn path(out: &mut String, series: &Series, placed: &Placed<'_>, layout: &Layout<'_>) {
    let known = |point: &(f64, Option<f64>)| point.0.is_finite() && point.1.is_some_and(f64::is_finite);
    for run in series.points.split(|point| !known(point)) {
        let at = |point: &(f64, Option<f64>)| point.1.map(|value| (layout.across.px(point.0), placed.scale.px(value)));
        let points: Vec<(f64, f64)> = run.iter().filter_map(at).collect();
        match points.as_slice() {
            [] => {}
            [(x, y)] => {
                let _ =
                    write!(out, "<circle class=\"{}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"1.5\"/>", series.look.class());
            }
            points => {
                let _ = write!(out, "<polyline class=\"{}\" points=\"", series.look.class());
                for (x, y) in points {
                    let _ = write!(out, "{x:.1},{y:.1} ");
                }
                out.push_str("\"/>");
            }
        }
    }
}

fn bars(out: &mut String, series: &Series, placed: &Placed<'_>, layout: &Layout<'_>) {
    let zero = placed.scale.px(0.0);
    let half = (layout.across.half * 0.7).clamp(0.6, 9.0);
    for (place, value) in &series.points {
        let Some(value) = value.filter(|value| value.is_finite()) else { continue };
        let (x, y) = (layout.across.px(*place), placed.scale.px(value));
        let class = series.look.class();
        if series.look == Stroke::Ticks {
            line(out, (x - half, y), (x + half, y), class);
        } else if (zero - y).abs() > 0.2 {
            let _ = write!(
                out,
                "<rect class=\"{class}\" x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{:.1}\"/>",
                x - half,
                y.min(zero),
                2.0 * half,
                (zero - y).abs()
            );
        }
    }
}

/// Names with the last value beside the ends of their lines, each on a row of its own.
fn labels(out: &mut String, placed: &Placed<'_>, layout: &Layout<'_>) {
    let mut ends: Vec<(f64, &Series, f64)> = placed
        .panel
        .series
        .iter()
        .filter_map(|series| {
            let value = series.points.iter().rev().find_map(|point| point.1.filter(|value| value.is_finite()))?;
            Some((placed.scale.px(value), series, value))
        })
        .collect();
    ends.sort_by(|a, b| a.0.total_cmp(&b.0));
    let rows = apart(&ends.iter().map(|end| end.0).collect::<Vec<_>>(), (placed.top, placed.bottom));
    let room = ((RIGHT - 12.0) / 6.2) as usize;
    for ((_, series, value), y) in ends.into_iter().zip(rows) {
        let value = match series.look {
            // A bar's last value says nothing about the row of bars.
            Stroke::Bars | Stroke::Hollow | Stroke::Ticks => String::new(),
            _ => placed.panel.tall.write(value),
        };
        let taken = if value.is_empty() { 0 } else { value.chars().count() + 1 };
        let name = cut(&series.name, room.saturating_sub(taken));
        let x = layout.right + 8.0;
        let _ = write!(out, "<text class=\"{}\" x=\"{x:.1}\" y=\"{:.1}\">", series.look.class(), y + 4.0);
        if !value.is_empty() {
            let _ = write!(out, "<tspan class=\"line-value\">{}</tspan> ", escaped(&value));
        }
        let _ = write!(out, "{}</text>", escaped(&name));
    }
}

/// Heights of rows that want to stand at rising `wanted`, pushed apart and kept between two edges as far as there is room.
fn apart(wanted: &[f64], (top, bottom): (f64, f64)) -> Vec<f64> {
    let mut rows: Vec<f64> = Vec::with_capacity(wanted.len());
    for want in wanted {
        let free = rows.last().map_or(top, |last| last + ROW);
        rows.push(want.max(free));
    }
    let mut floor = bottom;
    for row in rows.iter_mut().rev() {
        *row = row.min(floor);
        floor = *row - ROW;
    }
    rows
}

fn cut(name: &str, room: usize) -> String {
    if name.chars().count() <= room {
        return name.to_owned();
    }
    name.chars().take(room.saturating_sub(1)).chain(std::iter::once('\u{2026}')).collect()
}

fn line(out: &mut String, from: (f64, f64), to: (f64, f64), class: &str) {
    let _ = write!(
        out,
        "<line class=\"{class}\" x1=\"{:.1}\" y1=\"{:.1}\" x2=\"{:.1}\" y2=\"{:.1}\"/>",
        from.0, from.1, to.0, to.1
    );
}

fn text(out: &mut String, (x, y): (f64, f64), anchor: &str, class: &str, words: &str) {
    let _ = write!(
        out,
        "<text class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\">{}</text>",
        escaped(words)
    );
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
