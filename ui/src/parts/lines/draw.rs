//! The picture as SVG. Every shape has its class, which the page colours, and the same colours as attributes, so that a saved
//! picture needs no page; every text is escaped.

use std::fmt::Write;

use charts::Theme;
use charts::view::{self, View};

use super::layout::{LEFT, Layout, Placed, RIGHT};
use super::{Color, Lines, Series, Stroke, hex, layout};
use crate::words::t;

/// Height of a line of text, pixels.
const ROW: f64 = 14.0;

pub(super) fn svg(lines: &Lines, shown: View, width: u32, theme: &Theme) -> String {
    let (w, h) = (f64::from(width), f64::from(layout::height(lines)));
    let title = escaped(&lines.title);
    let mut pen = Pen { out: String::new(), theme };
    // Writing into a String cannot fail.
    let _ = write!(
        pen.out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart lines\" width=\"{w:.0}\" height=\"{h:.0}\" \
         viewBox=\"0 0 {w:.0} {h:.0}\" role=\"img\" aria-label=\"{title}\" font-family=\"sans-serif\" \
         font-size=\"11\"><title>{title}</title>"
    );
    if let Some(surface) = theme.surface {
        let _ = write!(pen.out, "<rect width=\"{w:.0}\" height=\"{h:.0}\" fill=\"{}\"/>", hex(surface));
    }
    match Layout::of(lines, shown, w) {
        None => pen.text((w / 2.0, h / 2.0), "middle", &t("screen-chart-empty")),
        Some(layout) => {
            pen.across(lines, &layout);
            for placed in &layout.panels {
                pen.panel(placed, &layout);
            }
        }
    }
    pen.out.push_str("</svg>");
    pen.out
}

/// Writes shapes.
struct Pen<'a> {
    out: String,
    theme: &'a Theme,
}

impl Pen<'_> {
    fn across(&mut self, lines: &Lines, layout: &Layout<'_>) {
        let grid = self.theme.grid;
        for (place, label) in &layout.ticks {
            let x = layout.across.px(*place);
            self.line((x, layout.top), (x, layout.bottom + 4.0), "line-grid", grid);
            self.text((x + 2.0, layout.bottom + 15.0), "start", label);
        }
        for (place, label) in lines.marks.iter().filter(|mark| layout.across.holds(mark.0)) {
            let x = layout.across.px(*place);
            self.line((x, layout.top), (x, layout.bottom), "line-mark", self.theme.warm);
            self.text((x + 3.0, layout.top - 5.0), "start", label);
        }
    }

    fn panel(&mut self, placed: &Placed<'_>, layout: &Layout<'_>) {
        for tick in &placed.ticks {
            let y = placed.scale.px(*tick);
            self.line((LEFT, y), (layout.right, y), "line-grid", self.theme.grid);
            self.text((LEFT - 6.0, y + 4.0), "end", &placed.panel.tall.write(*tick));
        }
        if placed.scale.holds(0.0) {
            let y = placed.scale.px(0.0);
            self.line((LEFT, y), (layout.right, y), "line-zero", self.theme.faint);
        }
        for series in &placed.panel.series {
            match series.look {
                Stroke::Bars | Stroke::Hollow | Stroke::Ticks => self.bars(series, placed, layout),
                _ => self.path(series, placed, layout),
            }
        }
        self.labels(placed, layout);
    }

    fn path(&mut self, series: &Series, placed: &Placed<'_>, layout: &Layout<'_>) {
        let known = |point: &(f64, Option<f64>)| point.0.is_finite() && point.1.is_some_and(f64::is_finite);
        let (class, paint) = (series.look.class(), series.look.paint(self.theme));
        for run in series.points.split(|point| !known(point)) {
            let even: Vec<(f64, f64)> =
                run.iter().filter_map(|point| Some((layout.across.evened(point.0), point.1?))).collect();
            let cut = view::clip(&even, layout.across.view());
            let points: Vec<(f64, f64)> =
                cut.into_iter().map(|(at, value)| (layout.across.even(at), placed.scale.px(value))).collect();
            match view::thin(&points).as_slice() {
                [] => {}
                [(x, y)] => {
                    let _ =
                        write!(self.out, "<circle class=\"{class}\" {paint} cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"1.5\"/>");
                }
                points => {
                    let _ = write!(self.out, "<polyline class=\"{class}\" {paint} points=\"");
                    for (x, y) in points {
                        let _ = write!(self.out, "{x:.1},{y:.1} ");
                    }
                    self.out.push_str("\"/>");
                }
            }
        }
    }

    fn bars(&mut self, series: &Series, placed: &Placed<'_>, layout: &Layout<'_>) {
        let zero = placed.scale.px(0.0);
        let half = (layout.across.half * 0.7).clamp(0.6, 9.0);
        let (class, paint) = (series.look.class(), series.look.paint(self.theme));
        for (place, value) in series.points.iter().filter(|point| layout.across.holds(point.0)) {
            let Some(value) = value.filter(|value| value.is_finite()) else { continue };
            let (x, y) = (layout.across.px(*place), placed.scale.px(value));
            if series.look == Stroke::Ticks {
                self.line((x - half, y), (x + half, y), class, self.theme.accent);
            } else if (zero - y).abs() > 0.2 {
                let _ = write!(
                    self.out,
                    "<rect class=\"{class}\" {paint} x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{:.1}\"/>",
                    x - half,
                    y.min(zero),
                    2.0 * half,
                    (zero - y).abs()
                );
            }
        }
    }

    /// Names with the last value beside the ends of their lines, each on a row of its own.
    fn labels(&mut self, placed: &Placed<'_>, layout: &Layout<'_>) {
        let mut ends: Vec<(f64, &Series, f64)> = placed
            .panel
            .series
            .iter()
            .filter_map(|series| {
                let value = series
                    .points
                    .iter()
                    .rev()
                    .filter(|point| layout.across.holds(point.0))
                    .find_map(|point| point.1.filter(|value| value.is_finite()))?;
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
            let fill = hex(series.look.ink(self.theme));
            let _ = write!(
                self.out,
                "<text class=\"{}\" fill=\"{fill}\" x=\"{x:.1}\" y=\"{:.1}\">",
                series.look.class(),
                y + 4.0
            );
            if !value.is_empty() {
                let _ = write!(self.out, "<tspan class=\"line-value\">{}</tspan> ", escaped(&value));
            }
            let _ = write!(self.out, "{}</text>", escaped(&name));
        }
    }

    fn line(&mut self, from: (f64, f64), to: (f64, f64), class: &str, color: Color) {
        let _ = write!(
            self.out,
            "<line class=\"{class}\" stroke=\"{}\" x1=\"{:.1}\" y1=\"{:.1}\" x2=\"{:.1}\" y2=\"{:.1}\"/>",
            hex(color),
            from.0,
            from.1,
            to.0,
            to.1
        );
    }

    fn text(&mut self, (x, y): (f64, f64), anchor: &str, words: &str) {
        let _ = write!(
            self.out,
            "<text class=\"\" fill=\"{}\" x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\">{}</text>",
            hex(self.theme.quiet),
            escaped(words)
        );
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

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
