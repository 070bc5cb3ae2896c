//! What can go wrong while drawing.

/// A picture could not be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChartFault {
    /// A picture needs between 1 and 16384 pixels each way.
    #[error("a picture of {width} x {height} pixels cannot be drawn")]
    Size {
        /// Pixels across.
        width: u32,
        /// Pixels down.
        height: u32,
    },
    /// The drawing backend refused.
    #[error("the drawing backend failed: {cause}")]
    Backend {
        /// Its own words.
        cause: String,
    },
    /// The text given is not an SVG document.
    #[error("not an SVG document: {cause}")]
    NotSvg {
        /// The reader's own words.
        cause: String,
    },
    /// The pixels could not be written as PNG.
    #[error("the PNG could not be written: {cause}")]
    Encoding {
        /// The writer's own words.
        cause: String,
    },
}
