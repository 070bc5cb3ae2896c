//! A chart of lines and bars over days, seconds or the logarithm of seconds: a plain description that is drawn in the
//! colours of the page, read under a pointer, and told as a table.

mod axis;
mod best;
mod draw;
mod layout;

use charts::hit::Hit;
use charts::plot::Plot;
use charts::table::Table;
use charts::view::View;
use charts::{ChartFault, Theme};
use domain::unit::Seconds;
use domain::words::Words;

pub use axis::{Across, Tall, day_number};
pub use best::{best_panel, written_in};

use crate::format;
use crate::words::t;
use layout::Layout;

/// Rows of the table behind a chart over seconds: more than that nobody reads.
const ROWS: usize = 120;

/// A chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Lines {
    /// What it shows, as a sentence for those who cannot see it.
    pub title: String,
    /// What lies across.
    pub across: Across,
    /// One above the other.
    pub panels: Vec<Panel>,
    /// Upright lines with a word: today, for instance.
    pub marks: Vec<(f64, String)>,
}

/// Lines that share a scale.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// Height, pixels.
    pub height: u32,
    /// How its values are written.
    pub tall: Tall,
    /// Unit behind the values.
    pub unit: String,
    /// What is drawn, the last on top.
    pub series: Vec<Series>,
}

/// One line, or one row of bars.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// Its name, written at its end.
    pub name: String,
    /// How it looks.
    pub look: Stroke,
    /// Places and values, places rising; a `None` value breaks the line.
    pub points: Vec<(f64, Option<f64>)>,
}

/// How a series looks. Done is filled and solid, planned hollow and dashed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stroke {
    /// The line it is about.
    Strong,
    /// What the line it is about may become.
    StrongDashed,
    /// A second line.
    Warm,
    /// What the second line may become.
    WarmDashed,
    /// Something to compare with.
    Quiet,
    /// What the compared line may become.
    QuietDashed,
    /// Filled bars.
    Bars,
    /// Hollow bars.
    Hollow,
    /// Short strokes at the value.
    Ticks,
}

impl Stroke {
    /// The class that colours it.
    const fn class(self) -> &'static str {
        match self {
            Stroke::Strong => "line-strong",
            Stroke::StrongDashed => "line-strong line-dashed",
            Stroke::Warm => "line-warm",
            Stroke::WarmDashed => "line-warm line-dashed",
            Stroke::Quiet => "line-quiet",
            Stroke::QuietDashed => "line-quiet line-dashed",
            Stroke::Bars => "line-bar",
            Stroke::Hollow => "line-hollow",
            Stroke::Ticks => "line-tick",
        }
    }

    /// The same as attributes, for a picture that is saved: on the page the class counts before them.
    fn paint(self, theme: &Theme) -> String {
        let (color, width) = match self {
            Stroke::Strong | Stroke::StrongDashed | Stroke::Ticks => (theme.accent, 2.0),
            Stroke::Warm | Stroke::WarmDashed => (theme.warm, 1.5),
            Stroke::Quiet | Stroke::QuietDashed | Stroke::Hollow => (theme.quiet, 1.25),
            Stroke::Bars => (theme.bar, 0.0),
        };
        let dashed = matches!(self, Stroke::StrongDashed | Stroke::WarmDashed | Stroke::QuietDashed);
        let dash = if dashed { " stroke-dasharray=\"4 3\"" } else { "" };
        match self {
            Stroke::Bars => format!("fill=\"{}\"", hex(color)),
            _ => format!("fill=\"none\" stroke=\"{}\" stroke-width=\"{width}\"{dash}", hex(color)),
        }
    }

    /// The colour of its name.
    const fn ink(self, theme: &Theme) -> Color {
        match self {
            Stroke::Strong | Stroke::StrongDashed => theme.accent,
            Stroke::Warm | Stroke::WarmDashed => theme.warm,
            _ => theme.quiet,
        }
    }
}

/// The type of a theme's colours.
type Color = charts::theme::Color;

/// A colour as SVG writes it.
fn hex(color: Color) -> String {
    format!("#{:02X}{:02X}{:02X}", color.0, color.1, color.2)
}

impl Lines {
    /// Whether there is anything to draw.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        layout::whole(self).is_none()
    }

    /// Height of the picture, pixels.
    #[must_use]
    pub fn height(&self) -> u32 {
        layout::height(self)
    }

    /// The numbers, one row a place; days newest first.
    #[must_use]
    pub fn table(&self) -> Table {
        let mut places: Vec<f64> = self.series().flat_map(|(_, series)| series.points.iter()).map(|p| p.0).collect();
        places.retain(|place| place.is_finite());
        places.sort_by(f64::total_cmp);
        places.dedup();
        if self.across == Across::Seconds {
            places = places.iter().copied().step_by(places.len().div_ceil(ROWS).max(1)).collect();
        }
        if self.across == Across::Days {
            places.reverse();
        }
        let head = std::iter::once(t(self.across.heading())).chain(self.series().map(|(panel, series)| {
            if panel.unit.is_empty() { series.name.clone() } else { format!("{}, {}", series.name, panel.unit) }
        }));
        let rows = places.iter().map(|place| {
            let values = self.series().map(|(panel, series)| {
                value_at(series, *place).map_or_else(|| "\u{2013}".to_owned(), |value| panel.tall.write(value))
            });
            std::iter::once(self.across.said(*place)).chain(values).collect()
        });
        Table { head: head.collect(), rows: rows.collect() }
    }

    /// The part of the across axis that a chart without zoom shows: all of it.
    #[must_use]
    pub fn whole(&self) -> View {
        layout::whole(self).unwrap_or(View::new(0.0, 0.0))
    }

    fn series(&self) -> impl Iterator<Item = (&Panel, &Series)> {
        self.panels.iter().flat_map(|panel| panel.series.iter().map(move |series| (panel, series)))
    }
}

impl Plot for Lines {
    fn name(&self) -> &'static str {
        "lines"
    }

    fn across(&self) -> Option<charts::plot::Across> {
        let whole = layout::whole(self)?;
        Some(charts::plot::Across { whole, least: self.across.least().min(whole.span()) })
    }

    fn sides(&self, size: (u32, u32)) -> (f64, f64) {
        layout::sides(self, f64::from(size.0))
    }

    fn svg(&self, view: View, size: (u32, u32), theme: &Theme, _: &Words) -> Result<String, ChartFault> {
        Ok(draw::svg(self, view, size.0, theme))
    }

    fn hit(&self, view: View, size: (u32, u32), at: f64, _: &Words) -> Option<Hit> {
        let layout = Layout::of(self, view, f64::from(size.0))?;
        let places = self.series().flat_map(|(_, series)| series.points.iter()).filter(|point| point.1.is_some());
        let near = |place: &f64| (self.across.even(*place) - at).abs();
        let inside = |place: &f64| place.is_finite() && view.contains(self.across.even(*place));
        let place = places.map(|point| point.0).filter(inside).min_by(|a, b| near(a).total_cmp(&near(b)))?;
        let mut values = Vec::new();
        let mut dots = Vec::new();
        for (number, panel) in self.panels.iter().enumerate() {
            for series in &panel.series {
                let Some(value) = value_at(series, place) else { continue };
                values.push((series.name.clone(), with_unit(panel, value)));
                dots.extend(layout.panels.get(number).map(|drawn| drawn.scale.px(value)));
            }
        }
        Some(Hit {
            at: self.across.even(place),
            x: layout.across.px(place),
            span: (layout.top, layout.bottom),
            label: self.across.said(place),
            values,
            dots,
        })
    }

    fn table(&self, _: &Words) -> Table {
        Lines::table(self)
    }

    fn summary(&self, _: View, _: &Words) -> String {
        self.title.clone()
    }
}

/// The value exactly there: nothing is read between two points.
fn value_at(series: &Series, at: f64) -> Option<f64> {
    let near = series.points.partition_point(|point| point.0 < at - 1e-9);
    series.points.get(near).filter(|point| (point.0 - at).abs() < 1e-9)?.1.filter(|value| value.is_finite())
}

fn with_unit(panel: &Panel, value: f64) -> String {
    let text = panel.tall.write(value);
    if panel.unit.is_empty() { text } else { format!("{text} {}", panel.unit) }
}

/// A clock for seconds from the start.
fn clock(seconds: f64) -> String {
    format::clock(Seconds(seconds))
}
