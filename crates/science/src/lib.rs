//! Training maths: numbers in, numbers out, every formula with its source, units, errors and edge cases.
//!
//! What belongs here: functions on slices of unit newtypes, and their published constants.
//! What never does: athletes, files, dates, defaults hidden in code, words for people.

pub mod downsample;
pub mod elevation;
pub mod geo;
pub mod heart;
pub mod hrv;
pub mod monotony;
pub mod normal;
pub mod perceived;
pub mod pmc;
pub mod power;
pub mod readiness;
pub mod series;
pub mod statistics;
pub mod unit;
