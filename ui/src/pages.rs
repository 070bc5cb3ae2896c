//! One file a route.

pub mod activity;
pub mod athlete;
pub mod availability;
pub mod blocks;
pub mod board;
pub mod import;
pub mod library;
pub mod planning;
pub mod roster;
pub mod rules;
pub mod season;
pub mod settings;
pub mod thresholds;
pub mod week;
