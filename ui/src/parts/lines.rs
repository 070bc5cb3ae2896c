//! A chart of lines and bars over days, seconds or the logarithm of seconds: a plain description that is drawn in the
//! colours of the page, read under a pointer, and told as a table.

mod axis;
mod draw;
mod layout;

use charts::hit::Hit;
use charts::table::Table;
use domain::unit::Seconds;

pub use axis::{Across, Tall, day_number};

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
}

impl Lines {
    /// Whether there is anything to draw.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        Layout::of(self, 600.0).is_none()
    }

    /// Height of the picture, pixels.
    #[must_use]
    pub fn height(&self) -> u32 {
        layout::height(self)
    }

    /// The picture at a width.
    #[must_use]
    pub fn svg(&self, width: u32) -> String {
        draw::svg(self, width)
    }

    /// What lies nearest to a pixel from the left.
    #[must_use]
    pub fn hit(&self, width: u32, x: f64) -> Option<Hit> {
        let layout = Layout::of(self, f64::from(width))?;
        let places = self.series().flat_map(|(_, series)| series.points.iter()).filter(|point| point.1.is_some());
        let at = places
            .map(|point| point.0)
            .filter(|at| at.is_finite())
            .min_by(|a, b| (layout.across.px(*a) - x).abs().total_cmp(&(layout.across.px(*b) - x).abs()))?;
        let mut values = Vec::new();
        let mut dots = Vec::new();
        for (place, panel) in self.panels.iter().enumerate() {
            for series in &panel.series {
                let Some(value) = value_at(series, at) else { continue };
                values.push((series.name.clone(), with_unit(panel, value)));
                dots.extend(layout.panels.get(place).map(|drawn| drawn.scale.px(value)));
            }
        }
        Some(Hit {
            x: layout.across.px(at),
            span: (layout.top, layout.bottom),
            label: self.across.said(at),
            values,
            dots,
        })
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

    fn series(&self) -> impl Iterator<Item = (&Panel, &Series)> {
        self.panels.iter().flat_map(|panel| panel.series.iter().map(move |series| (panel, series)))
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
