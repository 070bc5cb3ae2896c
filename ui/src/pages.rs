//! One file a route.

pub mod activity;
pub mod athlete;
pub mod import;
pub mod roster;
pub mod rules;
pub mod settings;
pub mod thresholds;
pub mod week;
