//! What journeys through the whole house share.
//!
//! What belongs here: starting and driving the program as a person would, and clubs of a size to measure with. What never does: rules, or a journey itself.

#[cfg(feature = "driver")]
pub mod drive;
#[cfg(feature = "driver")]
pub mod large;
