//! What screen and host say to each other: request structs, views, [`Fault`], [`Touched`] and the one list of calls.
//!
//! What belongs here: shapes that cross the glass, as JSON text both ways. What never does: behaviour.

pub mod adapt;
pub mod afterwards;
pub mod athlete;
pub mod board;
pub mod call;
pub mod club;
pub mod entry;
pub mod explain;
pub mod fault;
pub mod import;
pub mod library;
pub mod measure;
pub mod plan;
pub mod planning;
pub mod progress;
pub mod roster;
pub mod season;
pub mod threshold;

pub use domain;

pub use call::{Call, Done};
pub use fault::{Fault, FaultCode};
pub use progress::{Progress, Topic, Touched};
