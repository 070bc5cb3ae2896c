//! One file a route.

pub mod activity;
pub mod athlete;
pub mod audit;
pub mod availability;
pub mod blocks;
pub mod board;
pub mod consent;
pub mod gallery;
pub mod help;
pub mod import;
pub(crate) mod lazy;
pub mod library;
pub mod own;
pub mod plan_file;
pub mod planning;
pub mod privacy;
pub mod race;
pub mod returned;
pub mod roster;
pub mod rules;
pub mod season;
pub mod settings;
pub mod start;
pub mod thresholds;
pub mod week;
