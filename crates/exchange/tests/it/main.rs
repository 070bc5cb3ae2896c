//! Whole files through the public door of the crate.

mod apple;
mod archive;
mod chain;
mod copies;
mod corpus;
mod damage;
mod fit;
mod formats;
mod out;
mod plan;
mod sensors;
mod table;
mod text;
mod truth;
mod xml;
