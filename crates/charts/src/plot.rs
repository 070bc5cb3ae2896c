//! What a window needs of a chart to show it: draw a part of it, read it, tell it, and list what is marked on it.

use contract::measure::ReadinessTrendView;
use domain::words::Words;

use crate::hit::Hit;
use crate::table::Table;
use crate::view::View;
use crate::{ChartFault, Theme, axis, hit, readiness, summary, table};

/// The across axis of a chart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Across {
    /// Everything there is.
    pub whole: View,
    /// The least span worth showing, in the axis' unit.
    pub least: f64,
}

/// A mark on the across axis that a reader can go to.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Where, in the axis' unit.
    pub at: f64,
    /// What, with its day or time.
    pub label: String,
}

/// A chart that can be shown.
pub trait Plot {
    /// What it is, as part of a file's name.
    fn name(&self) -> &'static str;

    /// Its across axis; `None` for a chart without anything to zoom.
    fn across(&self) -> Option<Across>;

    /// Left and right edge of the plot, pixels of a picture of `size` pixels.
    fn sides(&self, size: (u32, u32)) -> (f64, f64);

    /// The picture of a view, `size` pixels.
    ///
    /// # Errors
    /// [`ChartFault::Size`] for a size that cannot be drawn.
    fn svg(&self, view: View, size: (u32, u32), theme: &Theme, words: &Words) -> Result<String, ChartFault>;

    /// What lies nearest to a place of the axis; `None` where nothing can be read.
    fn hit(&self, view: View, size: (u32, u32), at: f64, words: &Words) -> Option<Hit>;

    /// All its numbers.
    fn table(&self, words: &Words) -> Table;

    /// What it shows, in a sentence.
    fn summary(&self, view: View, words: &Words) -> String;

    /// What is marked on it, in rising order.
    fn marks(&self, words: &Words) -> Vec<Mark> {
        let _ = words;
        Vec::new()
    }
}

impl Plot for ReadinessTrendView {
    fn name(&self) -> &'static str {
        "readiness"
    }

    fn across(&self) -> Option<Across> {
        Some(Across { whole: axis::whole_of(self.days.iter().map(|day| day.date))?, least: 7.0 })
    }

    fn sides(&self, size: (u32, u32)) -> (f64, f64) {
        readiness::sides(f64::from(size.0))
    }

    fn svg(&self, view: View, size: (u32, u32), theme: &Theme, words: &Words) -> Result<String, ChartFault> {
        readiness::svg_of(self, view, size, theme, words)
    }

    fn hit(&self, view: View, size: (u32, u32), at: f64, words: &Words) -> Option<Hit> {
        hit::readiness(self, view, size, at, words)
    }

    fn table(&self, words: &Words) -> Table {
        table::readiness(self, words)
    }

    fn summary(&self, _: View, words: &Words) -> String {
        summary::readiness(self, words)
    }
}
