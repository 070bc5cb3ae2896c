//! For tests only: a fixed clock and small builders of the things tests speak of, so that a test shows what matters to it
//! and nothing else. Builds on the sample club's encoder; never on the database.
//!
//! Belongs here: made-up values that several crates' tests share. Never here: anything the program itself uses.

pub mod clock;
pub mod people;
pub mod plan;
pub mod recorded;

use uuid::Uuid;

/// An identity that is the same in every run. Different numbers give different identities; larger ones sort later.
#[must_use]
pub const fn id(number: u64) -> Uuid {
    // The version and variant bits of a UUIDv7, so that it passes for one.
    Uuid::from_u128(0x0193_0000_0000_7000_8000_0000_0000_0000 | number as u128)
}
