//! Whole files through the public door of the crate.

mod corpus;
mod damage;
mod plan;
