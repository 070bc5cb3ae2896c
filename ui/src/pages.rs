//! One file a route.

pub mod activity;
pub mod athlete;
pub mod availability;
pub mod blocks;
pub mod board;
pub mod gallery;
pub mod help;
pub mod import;
pub(crate) mod lazy;
pub mod library;
pub mod planning;
pub mod race;
pub mod roster;
pub mod rules;
pub mod season;
pub mod settings;
pub mod start;
pub mod thresholds;
pub mod week;
