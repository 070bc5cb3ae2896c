//! What is learned from an athlete's own sessions, on this machine, from nobody else's.
//!
//! What belongs here: small models of one athlete that are checked on sessions they had not seen, say how sure they are,
//! and abstain when they have too little or do no better than the default. What never does: advice, plans or verdicts;
//! a risk of injury or illness; anything about one athlete taken from another; files, SQL, the clock, randomness.
//!
//! Invariant: every model has a card that a coach can read, and is used only where it beat the default on later
//! sessions than those it learned from.

pub mod effort_scale;
