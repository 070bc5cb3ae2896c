//! A drawing area measured in pixels with fractions. Backends of plotters know whole numbers only, so a picture is drawn
//! several times larger and shown smaller: lines stay smooth.

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::element::{Circle, PathElement, Polygon, Rectangle, Text};
use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBColor, ShapeStyle, TextStyle};

use crate::ChartFault;

/// Size of ordinary chart text, pixels.
pub(crate) const TEXT: f64 = 11.0;

/// A drawing area with a density.
pub struct Canvas<'a, DB: DrawingBackend> {
    area: &'a DrawingArea<DB, Shift>,
    density: f64,
}

impl<DB: DrawingBackend> std::fmt::Debug for Canvas<'_, DB> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Canvas").field("size", &self.size()).field("density", &self.density).finish()
    }
}

/// Where a text hangs on its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hang {
    /// Starts there.
    Left,
    /// Centred there.
    Middle,
    /// Ends there.
    Right,
}

/// How a text looks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ink {
    /// Colour.
    pub(crate) color: RGBColor,
    /// Pixels.
    pub(crate) size: f64,
    /// Bold.
    pub(crate) bold: bool,
}

impl Ink {
    /// Ordinary text.
    pub(crate) const fn plain(color: RGBColor) -> Ink {
        Ink { color, size: TEXT, bold: false }
    }

    /// Bold text.
    pub(crate) const fn bold(color: RGBColor) -> Ink {
        Ink { color, size: TEXT, bold: true }
    }
}

impl<'a, DB: DrawingBackend> Canvas<'a, DB> {
    /// A canvas on an area with `density` backend pixels for each pixel of the picture.
    #[must_use]
    pub fn new(area: &'a DrawingArea<DB, Shift>, density: f64) -> Canvas<'a, DB> {
        Canvas { area, density: if density.is_finite() && density > 0.0 { density } else { 1.0 } }
    }

    /// Width and height, pixels.
    pub(crate) fn size(&self) -> (f64, f64) {
        let (width, height) = self.area.dim_in_pixel();
        (f64::from(width) / self.density, f64::from(height) / self.density)
    }

    fn at(&self, (x, y): (f64, f64)) -> (i32, i32) {
        // Far outside any picture, so that odd input cannot overflow a backend's own arithmetic.
        let whole = |v: f64| (v * self.density).round().clamp(-100_000.0, 200_000.0) as i32;
        (whole(x), whole(y))
    }

    fn stroke(&self, width: f64, color: impl Color) -> ShapeStyle {
        ShapeStyle {
            color: color.to_rgba(),
            filled: false,
            stroke_width: (width * self.density).round().max(1.0) as u32,
        }
    }

    /// Fills the whole area.
    pub(crate) fn fill(&self, color: RGBColor) -> Result<(), ChartFault> {
        let (width, height) = self.size();
        self.rect((0.0, 0.0), (width, height), color.to_rgba())
    }

    /// A filled rectangle.
    pub(crate) fn rect(&self, from: (f64, f64), to: (f64, f64), color: impl Color) -> Result<(), ChartFault> {
        self.area.draw(&Rectangle::new([self.at(from), self.at(to)], color.filled())).map_err(refused)
    }

    /// A hollow rectangle.
    pub(crate) fn hollow(&self, from: (f64, f64), to: (f64, f64), color: impl Color) -> Result<(), ChartFault> {
        self.line(&[from, (to.0, from.1), to, (from.0, to.1), from], 1.0, color)
    }

    /// A line through points.
    pub(crate) fn line(&self, points: &[(f64, f64)], width: f64, color: impl Color) -> Result<(), ChartFault> {
        if points.len() < 2 {
            return Ok(());
        }
        let points: Vec<(i32, i32)> = points.iter().map(|p| self.at(*p)).collect();
        self.area.draw(&PathElement::new(points, self.stroke(width, color))).map_err(refused)
    }

    /// A dashed straight line.
    pub(crate) fn dashes(
        &self,
        from: (f64, f64),
        to: (f64, f64),
        dash: f64,
        color: impl Color + Copy,
    ) -> Result<(), ChartFault> {
        let length = (to.0 - from.0).hypot(to.1 - from.1);
        let count = (length / (2.0 * dash)).ceil().clamp(0.0, 2000.0) as u32;
        for i in 0..count {
            let along = |d: f64| {
                let share = (d / length).min(1.0);
                (from.0 + share * (to.0 - from.0), from.1 + share * (to.1 - from.1))
            };
            let start = f64::from(i) * 2.0 * dash;
            self.line(&[along(start), along(start + dash)], 1.0, color)?;
        }
        Ok(())
    }

    /// A dashed line through points; the dashes run on around the corners.
    pub(crate) fn dashed(
        &self,
        points: &[(f64, f64)],
        dash: f64,
        width: f64,
        color: impl Color + Copy,
    ) -> Result<(), ChartFault> {
        // Along the line dashes and gaps alternate; `left` is what is left of the present one.
        let (mut left, mut inked, mut dashes) = (dash, true, 0_u32);
        let mut piece: Vec<(f64, f64)> = points.first().copied().into_iter().collect();
        for pair in points.windows(2) {
            let (mut from, to) = (pair[0], pair[1]);
            let mut rest = (to.0 - from.0).hypot(to.1 - from.1);
            while rest.is_finite() && rest > left && dashes < 4000 {
                let share = left / rest;
                from = (from.0 + share * (to.0 - from.0), from.1 + share * (to.1 - from.1));
                piece.push(from);
                if inked {
                    self.line(&piece, width, color)?;
                }
                piece = vec![from];
                rest -= left;
                (left, inked, dashes) = (dash, !inked, dashes + 1);
            }
            left -= rest.min(left);
            piece.push(to);
        }
        if inked { self.line(&piece, width, color) } else { Ok(()) }
    }

    /// A filled shape.
    pub(crate) fn area(&self, points: &[(f64, f64)], color: impl Color) -> Result<(), ChartFault> {
        if points.len() < 3 {
            return Ok(());
        }
        let points: Vec<(i32, i32)> = points.iter().map(|p| self.at(*p)).collect();
        self.area.draw(&Polygon::new(points, color.filled())).map_err(refused)
    }

    /// A dot.
    pub(crate) fn dot(&self, at: (f64, f64), radius: f64, color: impl Color) -> Result<(), ChartFault> {
        let radius = (radius * self.density).round().max(1.0) as i32;
        self.area.draw(&Circle::new(self.at(at), radius, color.filled())).map_err(refused)
    }

    /// A ring.
    pub(crate) fn ring(&self, at: (f64, f64), radius: f64, color: impl Color) -> Result<(), ChartFault> {
        let size = (radius * self.density).round().max(1.0) as i32;
        self.area.draw(&Circle::new(self.at(at), size, self.stroke(1.25, color))).map_err(refused)
    }

    /// One line of text, its middle at `y`.
    pub(crate) fn text(&self, text: &str, (x, y): (f64, f64), hang: Hang, ink: Ink) -> Result<(), ChartFault> {
        let style = if ink.bold { FontStyle::Bold } else { FontStyle::Normal };
        // The SVG backend divides by 1.24 to come from a line's height to a font's size.
        let font = FontDesc::new(FontFamily::SansSerif, ink.size * 1.24 * self.density, style);
        let h_pos = match hang {
            Hang::Left => HPos::Left,
            Hang::Middle => HPos::Center,
            Hang::Right => HPos::Right,
        };
        let style = TextStyle::from(font).color(&ink.color).pos(Pos::new(h_pos, VPos::Center));
        self.area.draw(&Text::new(text.to_owned(), self.at((x, y)), style)).map_err(refused)
    }
}

/// About how wide a text of ordinary size is, pixels: an estimate, because nothing here measures through a font.
pub(crate) fn width(text: &str) -> f64 {
    text.chars().count() as f64 * TEXT * 0.56
}

/// A text cut to about this many pixels.
pub(crate) fn fit(text: &str, pixels: f64) -> String {
    let room = (pixels / (TEXT * 0.56)).floor().max(0.0) as usize;
    if text.chars().count() <= room {
        return text.to_owned();
    }
    if room < 4 {
        return String::new();
    }
    let mut cut: String = text.chars().take(room - 1).collect();
    cut.push('\u{2026}');
    cut
}

#[expect(clippy::needless_pass_by_value, reason = "handed to map_err, which gives the error away")]
fn refused<E: std::error::Error + Send + Sync>(error: plotters::prelude::DrawingAreaErrorKind<E>) -> ChartFault {
    ChartFault::Backend { cause: error.to_string() }
}
