//! A chart as a file.

use serde::{Deserialize, Serialize};

/// In which form a chart is saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChartForm {
    /// Its numbers, comma-separated.
    Csv,
    /// The picture as lines and text.
    Svg,
    /// The picture as pixels, twice as many as on the screen.
    Png,
}

impl ChartForm {
    /// The ending of the file.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            ChartForm::Csv => "csv",
            ChartForm::Svg => "svg",
            ChartForm::Png => "png",
        }
    }
}

/// Save a chart among the other exports. Replies where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaveChart {
    /// Name of the file without its ending.
    pub name: String,
    /// As what.
    pub form: ChartForm,
    /// The numbers for [`ChartForm::Csv`], else the picture as an SVG document, at most 8 MB.
    pub content: String,
}
