//! What charts and screens share: the colours.

mod colors;
mod design_page;
mod sheet;
