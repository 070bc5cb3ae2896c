//! What journeys through the whole house share.
//!
//! What belongs here: starting and driving the program as a person would, clubs of a size to measure with, and
//! files as nobody wrote them. What never does: rules, or a journey itself.

#[cfg(feature = "driver")]
pub mod drive;
pub mod kill;
#[cfg(feature = "driver")]
pub mod large;
pub mod mutate;
pub mod rides;
