//! Pictures of training: a view in, a drawing out, generic over plotters' backend.
//!
//! What belongs here: lines, axes, colours, scales, the sentence a screen reader says, and which point lies under a
//! pointer. What never does: fetching, state, arithmetic on training data.
//!
//! Each chart has `draw` (any backend) and `svg` (a document with a title for screen readers). Text is never measured
//! through a font, so that a window and a command line write the same bytes.

mod axis;
pub mod canvas;
mod document;
mod fault;
pub mod hit;
pub mod load;
pub mod map;
pub mod number;
pub mod plot;
#[cfg(feature = "png")]
pub mod png;
pub mod readiness;
mod scale;
pub mod season;
pub mod spark;
pub mod summary;
pub mod table;
pub mod theme;
pub mod trace;
pub mod view;

#[cfg(test)]
mod examples;

pub use fault::ChartFault;
pub use theme::Theme;
