//! The athlete's world: the words a coach uses, as types, and the rules that hold between them.
//!
//! What belongs here: entities, value types and pure rules (`effective`, `apply`, `measures::of`), and the rendering of
//! their data into words from the words file. What never does: async, files, SQL, the clock, randomness.

pub mod activity;
pub mod adaptation;
pub mod adherence;
pub mod annotation;
pub mod athlete;
pub mod attention;
pub mod availability;
pub mod bounds;
pub mod clean;
pub mod club;
pub mod consent;
pub mod daily;
pub mod effective;
pub mod effort;
pub mod entered;
pub mod explanation;
pub mod follow_up;
pub mod guess;
pub mod habit;
pub mod id;
pub mod insight;
pub mod journal;
pub mod library;
pub mod locale;
pub mod mark;
pub mod matching;
pub mod measures;
pub mod metric;
pub mod morning;
mod names;
pub mod overrides;
pub mod plan;
pub mod race_sheet;
pub mod readiness;
pub mod reading;
pub mod reason;
pub mod recording;
pub mod result;
pub mod review;
pub mod revision;
pub mod same;
pub mod saying;
pub mod season;
pub mod session;
pub mod settings;
pub mod signal;
pub mod sport;
pub mod summary;
pub mod table;
pub mod threshold;
pub mod trend;
pub mod triage;
pub mod tuning;
pub mod week;
pub mod wellness;
pub mod words;
pub mod workout;
pub mod zones;

pub use science::unit;
