//! What screen and host say to each other: request structs, views, [`Fault`], [`Touched`] and the one list of calls.
//!
//! What belongs here: shapes that cross the glass, as JSON text both ways. What never does: behaviour.

pub mod action;
pub mod adapt;
pub mod afterwards;
pub mod athlete;
pub mod board;
pub mod call;
pub mod club;
pub mod consent;
pub mod entry;
pub mod explain;
pub mod fault;
pub mod files;
pub mod help;
pub mod history;
pub mod import;
pub mod incoming;
pub mod keyring;
pub mod library;
pub mod measure;
pub mod need;
pub mod newcomers;
pub mod own;
pub mod people;
pub mod picture;
pub mod plan;
pub mod planning;
pub mod preferences;
pub mod privacy;
pub mod progress;
pub mod protect;
pub mod race;
pub mod rescue;
pub mod revision;
pub mod roster;
pub mod safety;
pub mod season;
pub mod span;
pub mod threshold;
pub mod track;
pub mod triage;

pub use domain;

pub use call::{Call, Done};
pub use fault::{Fault, FaultCode};
pub use progress::{Progress, Topic, Touched, Work};
