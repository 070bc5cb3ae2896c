//! The screens: pixels and gestures over the one list of calls.
//!
//! What belongs here: pages (one file a route), parts (reusable pieces), state, the link to the host and styles.
//! What never does: arithmetic on training data, rules, or words that are not in the words file.

#![expect(unreachable_pub, reason = "the component macro writes `pub` inside every component, reachable or not")]
#![expect(clippy::needless_pass_by_value, reason = "a component owns its props: that is how the macro hands them over")]

pub mod app;
pub mod entry;
mod focus;
pub mod format;
pub mod import;
pub mod ipc;
mod keys;
pub mod pages;
pub mod parts;
pub mod shell;
mod start;
pub mod state;
pub mod veil;
pub mod words;

pub use start::start;
