//! Training maths: numbers in, numbers out, every formula with its source, units, errors and edge cases.
//!
//! What belongs here: functions on slices of unit newtypes, and their published constants.
//! What never does: athletes, files, dates, defaults hidden in code, words for people.

pub mod acwr;
pub mod age_grade;
pub mod altitude;
pub mod critical_power;
pub mod critical_speed;
pub mod decoupling;
pub mod downsample;
pub mod drift;
pub mod durability;
pub mod elevation;
pub mod gait;
pub mod geo;
pub mod govss;
pub mod grade;
pub mod graded_speed;
pub mod heart;
pub mod heat;
pub mod hrv;
pub mod hydration;
pub mod impulse_response;
pub mod mean_maximal;
pub mod monotony;
pub mod normal;
pub mod pacing;
pub mod perceived;
pub mod pmc;
pub mod power;
pub mod race;
pub mod readiness;
pub mod series;
pub mod simplify;
pub mod statistics;
pub mod strength;
pub mod swim;
pub mod travel;
pub mod unit;
pub mod w_balance;
pub mod wellness;
pub mod zone;
